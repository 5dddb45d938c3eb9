//! The provider's own word that somebody signed out there (back-channel logout).

use axum::{http::StatusCode, response::IntoResponse as _};
use own_terms_domain::{account::SignedInBy, sign_in::FoundBy};
use own_terms_receipt::hex;
use sha2::{Digest as _, Sha256};

use super::offered;
use crate::{
    provider::Fault,
    store::{Ended, Opening, Purpose, Ticket, TicketCode},
    web::{
        failure::Failure,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// What the provider says itself when somebody signed out there: whatever began through it ends here too.
///
/// No page of ours sends it, so where it comes from says nothing; it is believed by its signature (see `web::origin`).
pub async fn signed_out_there(visit: Visit, Typed(fields): Typed) -> Answer {
    let (provider, store, at) = (offered(&visit)?, &visit.app.store, visit.now.at);
    let out = match provider.signed_out(fields.get("logout_token"), at).await {
        Ok(out) => out,
        // It is theirs, and can be said again once they can be asked for their keys.
        Err(Fault::Unreachable) => return Err(Failure::Busy),
        Err(fault) => {
            // Anybody can send what is none.
            tracing::info!(%fault, "what is sent for a word of the identity provider is not believed");
            return Err(Failure::Unreadable);
        }
    };
    // What was said once is not said again: whoever kept it would sign people out at will.
    let once = TicketCode { finder: hex::digits(&Sha256::digest(&out.id)), secret: String::new() };
    if store.open_ticket(Purpose::Provider, &once, Opening::Look, at).await?.is_some() {
        return Err(Failure::Unreadable);
    }
    for (claimant, _) in store.found(FoundBy::Provider(&out.issuer, &out.subject)).await? {
        store.end_sessions(claimant, Ended::BegunBy(SignedInBy::Provider)).await?;
    }
    // Only now: where others were in the way, it can be said again.
    let (purpose, claimant, until) = (Purpose::Provider, None, out.until);
    let content = Vec::new();
    store.put_ticket(Ticket { purpose, code: once, claimant, made_at: at, until, tries: 1, content }).await?;
    Ok(StatusCode::OK.into_response())
}

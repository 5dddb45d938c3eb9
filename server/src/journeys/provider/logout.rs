//! The provider's own word that somebody signed out there (back-channel logout), at either front of the house.

use axum::{http::StatusCode, response::IntoResponse as _};

use super::Away;
use crate::{
    store::OutThere,
    web::{
        cookies,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// What the provider says itself when somebody signed out there: what began in that session there ends here too.
///
/// No page of ours sends it, so where it comes from says nothing; it is believed by its signature (see `web::origin`).
pub async fn signed_out_there(visit: Visit, Typed(fields): Typed) -> Answer {
    let away = Away::of(&visit)?;
    let out = away.signed_out(fields.get("logout_token")).await?;
    let store = &visit.app.store;
    let there = OutThere { issuer: &out.issuer, subject: out.subject.as_deref(), session: out.session.as_deref() };
    if cookies::is_at_desk(&visit.path) {
        store.end_staff_sessions_there(there).await?;
    } else {
        store.end_sessions_there(there).await?;
    }
    away.was_said(&out).await?;
    Ok(StatusCode::OK.into_response())
}

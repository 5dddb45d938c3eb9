//! Asking somebody whether an organisation may see something. They answer on their own pages.

use own_terms_app::{form::FormState, pages::desk::consent as page};
use own_terms_domain::{
    consent::{Consent, ConsentDraft},
    decide::Command,
    form::{ErrorKind, FieldError, Fields, Parse as _},
    ids::{ClaimantId, ConsentId},
    look::{Reason, Subject},
    state::State,
};

use super::notes::{again, drawn, not_now};
use crate::web::{
    failure::Failure,
    member::{CaseWorker, Member},
    sent::Sent,
    visit::Answer,
};

/// The form.
pub async fn show(mut member: Member<CaseWorker>) -> Answer {
    let whom = member.opened();
    let Some((whom, state, asked)) = opened(&mut member, whom).await? else { return Ok(not_now()) };
    let organisations = member.visit.app.store.organisations().await?;
    let form = FormState::of(Fields::new().with("which", drawn(&member)));
    let (of, now) = (member.seal(whom), member.visit.now);
    Ok(member.page(page::consent(&state, of, asked, &organisations, &form, now)))
}

/// Somebody while they want contact, what they let be seen before a conversation, and what was asked of them from here before.
async fn opened(
    member: &mut Member<CaseWorker>,
    whom: Option<ClaimantId>,
) -> Result<Option<(ClaimantId, State, Vec<(ConsentId, Consent)>)>, Failure> {
    let Some((whom, state)) = member.look_if_asked(whom, Subject::Preparing).await? else { return Ok(None) };
    let Some(view) = member.look(whom, Reason::ConversationAsked, Subject::Consents).await? else {
        return Ok(Some((whom, state, Vec::new())));
    };
    member.names = view.names;
    let asked = view.state.consents().map(|(id, one)| (id, one.clone())).collect();
    Ok(Some((whom, state, asked)))
}

/// Asks.
pub async fn ask(mut sent: Sent<CaseWorker>) -> Answer {
    let id: ConsentId = sent.fields.get("which").parse().map_err(|_| Failure::NotFound)?;
    let organisations = sent.member.visit.app.store.organisations().await?;
    let known = |draft: &ConsentDraft| organisations.iter().any(|one| one.id == draft.organisation);
    let became = match ConsentDraft::parse(&sent.fields, sent.member.visit.now) {
        Ok(draft) if !known(&draft) => {
            sent.wrong(vec![FieldError { field: "organisation".to_owned(), kind: ErrorKind::NotAChoice }])
        }
        Ok(draft) => sent.submit(Command::AskConsent { id, draft }).await?,
        Err(errors) => sent.wrong(errors),
    };
    let Some(form) = again(&mut sent, became) else { return Ok(sent.go("/desk/consent", Some("desk-consent-asked"))) };
    let whom = sent.whom;
    let Some((whom, state, asked)) = opened(&mut sent.member, whom).await? else {
        return Ok(sent.go("/desk/person", None));
    };
    let (of, now) = (sent.member.seal(whom), sent.member.visit.now);
    Ok(sent.again(&form, page::consent(&state, of, asked, &organisations, &form, now)))
}

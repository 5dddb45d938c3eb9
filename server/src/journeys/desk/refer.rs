//! Suggesting an organisation that could help to someone who asked to talk, and suggesting it no longer.

use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    decide::{Command, Refusal},
    directory::Organisation,
    form::{ErrorKind, FieldError, Fields, Parse as _},
    ids::ConsentId,
    look::{Reason, Subject},
    referral::ReferralDraft,
    state::State,
};

use super::offer::{as_worded, carry_out, opened, to};
use crate::{
    store::StoreError,
    web::{
        failure::Failure,
        member::{CaseWorker, Member},
        typed::Typed,
        visit::Answer,
    },
};

/// What the page is made of.
struct Seen {
    state: State,
    asked: State,
    organisations: Vec<Organisation>,
}

/// Whoever is opened, while they want contact, and what this case worker asked them for; each look is in their log.
async fn seen(member: &Member<CaseWorker>) -> Result<Option<Seen>, Failure> {
    let Some((whom, state)) = opened(member).await? else { return Ok(None) };
    let Some(view) = member.look(whom, Reason::ConversationAsked, Subject::Consents).await? else { return Ok(None) };
    let organisations = member.visit.app.store.organisations().await?;
    Ok(Some(Seen { state, asked: view.state, organisations }))
}

/// The form, and what waits for an answer.
pub async fn show(member: Member<CaseWorker>) -> Answer {
    let Some(Seen { state, asked, organisations }) = seen(&member).await? else { return Ok(to("/desk/person")) };
    let id = ConsentId(member.visit.app.entropy.id());
    let form = FormState::default();
    Ok(member.page(pages::desk::refer(&state, &asked, organisations, id, &form, member.visit.now)))
}

/// Suggests it, or does so no longer.
pub async fn send(member: Member<CaseWorker>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let whom = member.opened().ok_or(Failure::NotFound)?;
    let id: ConsentId = fields.get("which").parse().map_err(|_| Failure::NotFound)?;
    let (command, done) = if fields.get("do") == "withdraw" {
        (Ok(Command::WithdrawReferral { id }), "desk-refer-withdrawn")
    } else {
        (proposed(&member, &fields, id).await?, "desk-referred")
    };
    let errors = match command {
        Err(errors) => errors,
        Ok(command) => match carry_out(&member, whom, command).await {
            Ok(()) => return Ok(member.visit.go("/desk/refer", Some(done))),
            Err(StoreError::Refused(Refusal::Invalid(errors))) => errors,
            // They said no meanwhile, or chose another: their page says what holds.
            Err(StoreError::Refused(_) | StoreError::NotThere) => return Ok(to("/desk/person")),
            Err(other) => return Err(other.into()),
        },
    };
    let Some(Seen { state, asked, organisations }) = seen(&member).await? else { return Ok(to("/desk/person")) };
    let form = FormState { fields, errors, notice: None };
    Ok(member.again(pages::desk::refer(&state, &asked, organisations, id, &form, member.visit.now)))
}

/// What a form suggests: an organisation that is known here.
async fn proposed(
    member: &Member<CaseWorker>,
    fields: &Fields,
    id: ConsentId,
) -> Result<Result<Command, Vec<FieldError>>, Failure> {
    let draft = match ReferralDraft::parse(fields, member.visit.now) {
        Ok(draft) => draft,
        Err(errors) => return Ok(Err(errors)),
    };
    let organisations = member.visit.app.store.organisations().await?;
    if organisations.iter().all(|one| one.id != draft.consent.organisation) {
        let wrong = FieldError { field: "organisation".to_owned(), kind: ErrorKind::NotAChoice };
        return Ok(Err(vec![wrong]));
    }
    Ok(Ok(as_worded(fields, Command::ProposeReferral { id, draft })))
}

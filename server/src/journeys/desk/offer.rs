//! Offering an appointment to someone who asked to talk, taking an offer back, and calling off what was agreed.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect, Response},
};
use own_terms_app::{form::FormState, notice, pages};
use own_terms_domain::{
    appointment::AppointmentDraft,
    decide::{Command, Refusal},
    desk::{Said, said},
    form::{ErrorKind, FieldError, Fields, Parse as _},
    ids::{AppointmentId, ClaimantId},
    look::{Reason, Subject},
    state::State,
};

use crate::{
    store::{Order, StoreError},
    web::{
        failure::Failure,
        member::{CaseWorker, Member},
        typed::{Typed, decode},
        visit::Answer,
    },
};

/// The form, with the times that fit.
pub async fn show(member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    let Some((_, state)) = opened(&member).await? else { return Ok(to("/desk/person")) };
    let form = FormState::of(decode(query.unwrap_or_default().as_bytes()));
    let id = AppointmentId(member.visit.app.entropy.id());
    Ok(member.page(pages::desk::offer(&state, member.staff.id, id, &form, member.visit.now)))
}

/// Whoever is opened, while they want contact, and what has to be known of them; each look is in their log.
pub(super) async fn opened(member: &Member<CaseWorker>) -> Result<Option<(ClaimantId, State)>, Failure> {
    let Some(whom) = member.opened() else { return Ok(None) };
    // What they said about contact first, and nothing more unless they asked to talk.
    let Some(first) = member.look(whom, Reason::WhoAsked, Subject::Asked).await? else { return Ok(None) };
    if said(&first.state, member.visit.now.today) != Some(Said::Asked) {
        return Ok(None);
    }
    let view = member.look(whom, Reason::ConversationAsked, Subject::Preparing).await?;
    Ok(view.map(|view| (whom, view.state)))
}

/// Offers it. The rules are asked again: what is on the page may be old.
pub async fn send(member: Member<CaseWorker>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let whom = member.opened().ok_or(Failure::NotFound)?;
    let id: AppointmentId = fields.get("which").parse().map_err(|_| Failure::NotFound)?;
    let errors = match AppointmentDraft::parse(&fields, member.visit.now) {
        Err(errors) => errors,
        Ok(draft) => {
            match carry_out(&member, whom, as_worded(&fields, Command::OfferAppointment { id, draft })).await {
                Ok(()) => return Ok(member.visit.go("/desk/person", Some("desk-offered"))),
                Err(StoreError::Refused(Refusal::OutsideTerms(broken))) => broken
                    .into_iter()
                    .map(|term| FieldError { field: "times".to_owned(), kind: ErrorKind::Term(term) })
                    .collect(),
                Err(StoreError::Refused(Refusal::Invalid(errors))) => errors,
                // They said no meanwhile, or chose another: their page says what holds.
                Err(StoreError::Refused(_) | StoreError::NotThere) => return Ok(to("/desk/person")),
                Err(other) => return Err(other.into()),
            }
        }
    };
    let Some((_, state)) = opened(&member).await? else { return Ok(to("/desk/person")) };
    let form = FormState { fields, errors, notice: None };
    Ok(member.again(pages::desk::offer(&state, member.staff.id, id, &form, member.visit.now)))
}

/// Takes an offer back, or calls off what was agreed.
pub async fn end(member: Member<CaseWorker>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let whom = member.opened().ok_or(Failure::NotFound)?;
    let id: AppointmentId = fields.get("which").parse().map_err(|_| Failure::NotFound)?;
    let (command, done) = match fields.get("do") {
        "withdraw" => (Command::WithdrawOffer { id }, "desk-withdrawn"),
        "call-off" => (Command::CancelAppointment { id }, "desk-called-off"),
        _ => return Err(Failure::Unreadable),
    };
    match carry_out(&member, whom, command).await {
        Ok(()) => Ok(member.visit.go("/desk/person", Some(done))),
        // It was answered or ended meanwhile: their page says how it stands.
        Err(StoreError::Refused(_) | StoreError::NotThere) => Ok(to("/desk/person")),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn carry_out(
    member: &Member<CaseWorker>,
    claimant: ClaimantId,
    command: Command,
) -> Result<(), StoreError> {
    let notice = notice::version(member.visit.reading.language);
    let order = Order { claimant, actor: member.actor(), command, now: member.visit.now, notice };
    member.visit.app.store.commit(order).await.map(drop)
}

/// As it is worded, where whoever wrote it was told how it can read and is sure.
pub(super) fn as_worded(fields: &Fields, command: Command) -> Command {
    if fields.has("sure", "yes") { Command::AsWorded(Box::new(command)) } else { command }
}

pub(super) fn to(path: &'static str) -> Response {
    Redirect::to(path).into_response()
}

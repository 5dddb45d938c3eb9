//! Offering an appointment to someone who asked to talk, taking an offer back, and calling off what was agreed.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect, Response},
};
use own_terms_app::{form::FormState, notice, pages};
use own_terms_domain::{
    appointment::AppointmentDraft,
    decide::Command,
    form::Parse as _,
    ids::{AppointmentId, ClaimantId},
    look::Subject,
};

use super::notes::{again, not_now};
use crate::{
    store::{Order, StoreError},
    web::{
        failure::Failure,
        member::{CaseWorker, Member},
        sent::Sent,
        typed::{Typed, decode},
        visit::Answer,
    },
};

/// The form, with the times that fit.
pub async fn show(mut member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    let whom = member.opened();
    let Some((whom, state)) = member.look_if_asked(whom, Subject::Preparing).await? else { return Ok(not_now()) };
    let form = FormState::of(decode(query.unwrap_or_default().as_bytes()));
    let id = AppointmentId(member.visit.app.entropy.id());
    let of = (member.seal(whom), member.staff.id);
    Ok(member.page(pages::desk::offer(&state, of, id, &form, member.visit.now)))
}

/// Offers it. The rules are asked again: what is on the page may be old.
pub async fn send(mut sent: Sent<CaseWorker>) -> Answer {
    let id: AppointmentId = sent.fields.get("which").parse().map_err(|_| Failure::NotFound)?;
    let became = match AppointmentDraft::parse(&sent.fields, sent.member.visit.now) {
        Ok(draft) => sent.submit(Command::OfferAppointment { id, draft }).await?,
        Err(errors) => sent.wrong(errors),
    };
    let Some(form) = again(&mut sent, became) else { return Ok(sent.go("/desk/person", Some("desk-offered"))) };
    let Some((whom, state)) = sent.member.look_if_asked(sent.whom, Subject::Preparing).await? else {
        // They said no meanwhile, or chose another: their page says what holds.
        return Ok(sent.go("/desk/person", None));
    };
    let id = form.fields.get("which").parse().unwrap_or(id);
    let (of, now) = ((sent.member.seal(whom), sent.member.staff.id), sent.member.visit.now);
    Ok(sent.again(&form, pages::desk::offer(&state, of, id, &form, now)))
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

fn to(path: &'static str) -> Response {
    Redirect::to(path).into_response()
}

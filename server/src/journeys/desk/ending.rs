//! Proposing a last day to someone who carries on at a light touch.

use own_terms_app::{form::FormState, pages};
use own_terms_domain::{dates::parse_day_to_come, decide::Command, form::FieldError, look::Subject};

use super::notes::{again, not_now};
use crate::web::{
    member::{CaseWorker, Member},
    sent::Sent,
    visit::Answer,
};

/// How they carry on, and the form.
pub async fn show(mut member: Member<CaseWorker>) -> Answer {
    let whom = member.opened();
    let Some((whom, state)) = member.look_if_asked(whom, Subject::Preparing).await? else { return Ok(not_now()) };
    let of = member.seal(whom);
    Ok(member.page(pages::desk::ending(&state, of, &FormState::default(), member.visit.now)))
}

/// Proposes it.
pub async fn send(mut sent: Sent<CaseWorker>) -> Answer {
    let became = match parse_day_to_come(sent.fields.get("last"), sent.member.visit.now) {
        Ok(last) => sent.submit(Command::ProposeEnding { last }).await?,
        Err(kind) => sent.wrong(vec![FieldError { field: "last".to_owned(), kind }]),
    };
    let Some(form) = again(&mut sent, became) else {
        return Ok(sent.go("/desk/ending", Some("desk-ending-proposed")));
    };
    let Some((whom, state)) = sent.member.look_if_asked(sent.whom, Subject::Preparing).await? else {
        // They said no meanwhile, or chose another: their page says what holds.
        return Ok(sent.go("/desk/person", None));
    };
    let (of, now) = (sent.member.seal(whom), sent.member.visit.now);
    Ok(sent.again(&form, pages::desk::ending(&state, of, &form, now)))
}

//! Proposing a last day to someone who carries on at a light touch.

use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    dates::parse_day_to_come,
    decide::{Command, Refusal},
    form::FieldError,
};

use super::offer::{carry_out, opened, to};
use crate::{
    store::StoreError,
    web::{
        failure::Failure,
        member::{CaseWorker, Member},
        typed::Typed,
        visit::Answer,
    },
};

/// How they carry on, and the form.
pub async fn show(member: Member<CaseWorker>) -> Answer {
    let Some((_, state)) = opened(&member).await? else { return Ok(to("/desk/person")) };
    Ok(member.page(pages::desk::ending(&state, &FormState::default(), member.visit.now)))
}

/// Proposes it.
pub async fn send(member: Member<CaseWorker>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let whom = member.opened().ok_or(Failure::NotFound)?;
    let errors = match parse_day_to_come(fields.get("last"), member.visit.now) {
        Err(kind) => vec![FieldError { field: "last".to_owned(), kind }],
        Ok(last) => match carry_out(&member, whom, Command::ProposeEnding { last }).await {
            Ok(()) => return Ok(member.visit.go("/desk/ending", Some("desk-ending-proposed"))),
            Err(StoreError::Refused(Refusal::Invalid(errors))) => errors,
            // They said no meanwhile, or chose another: their page says what holds.
            Err(StoreError::Refused(_) | StoreError::NotThere) => return Ok(to("/desk/person")),
            Err(other) => return Err(other.into()),
        },
    };
    let Some((_, state)) = opened(&member).await? else { return Ok(to("/desk/person")) };
    let form = FormState { fields, errors, notice: None };
    Ok(member.again(pages::desk::ending(&state, &form, member.visit.now)))
}

//! Stopping, and coming back.

use own_terms_app::{form::FormState, pages};
use own_terms_domain::{decide::Command, look::Subject, reading::Choice as _, standing::ComeBack};

use crate::{
    store::Want,
    web::{
        failure::Failure,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// Stop, or come back: whichever there is to do.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::AtAGlance, Want::Items).await?;
    Ok(person.page(pages::stop::stop(person.state(), &FormState::default())))
}

/// Stops, or comes back.
pub async fn act(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    let (command, to, done) = match fields.get("do") {
        "stop" => (Command::Stop, "/stop", "stopped"),
        how => {
            let how = ComeBack::parse(how).map_err(|_| Failure::Unreadable)?;
            (Command::ComeBack { how }, "/home", "came-back")
        }
    };
    let outcome = person.submit(command).await?;
    person.after(outcome, to, done, fields, |person, form| pages::stop::stop(person.state(), form)).await
}

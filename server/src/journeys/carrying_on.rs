//! Carrying on at a light touch, and ending it.

use own_terms_app::pages;
use own_terms_domain::{
    carrying_on::{EndingAnswer, Touch},
    decide::Command,
    item::Version,
    look::Subject,
    reading::Choice as _,
};

use crate::{
    store::Want,
    web::{
        sending::Outcome,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// How they carry on.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::Contact, Want::Items).await?;
    let form = pages::people::fresh_carrying_on(person.state());
    Ok(person.page(pages::people::carrying_on(person.state(), &form, person.visit.now)))
}

/// Says how, answers a proposal, or ends it.
pub async fn save(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Contact, fields).await?;
    let on = Version::parse(fields.get("version"));
    let (outcome, done) = match (fields.get("do"), fields.get("answer")) {
        ("end", _) => (person.submit(Command::EndCarryingOn).await?, "carry-ended"),
        (_, "") => match Touch::parse(fields.get("touch")) {
            Ok(touch) => (person.submit(Command::SetCarryingOn { on, touch }).await?, "carry-kept"),
            Err(kind) => (Outcome::wrong("touch", kind), ""),
        },
        (_, typed) => match EndingAnswer::parse(typed) {
            Ok(answer) => {
                let done = match answer {
                    EndingAnswer::Yes => "carry-agreed",
                    EndingAnswer::No => "carry-goes-on",
                    EndingAnswer::NotNow => "carry-later",
                };
                (person.submit(Command::AnswerEnding { on, answer }).await?, done)
            }
            Err(kind) => (Outcome::wrong("answer", kind), ""),
        },
    };
    person
        .after(outcome, "/people/carrying-on", done, fields, |person, form| {
            pages::people::carrying_on(person.state(), form, person.visit.now)
        })
        .await
}

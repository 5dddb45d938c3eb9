//! The terms for appointments, a part at a time.

use own_terms_app::{form::FormState, pages::appointments as pages};
use own_terms_domain::{
    decide::Command,
    form::{ErrorKind, Fields, Parse as _},
    item::{Kind, Version},
    look::Subject,
    needs::Needs,
    terms::{Break, Formats, Pace, Times, WithMe},
};

use crate::{
    store::Want,
    web::{
        failure::Failure,
        sending::Outcome,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// Where each part leads back to.
const TERMS: &str = "/appointments/terms";

/// All the terms.
pub async fn show_terms(visit: Visit) -> Answer {
    let person = visit.person(Subject::Terms, Want::Items).await?;
    Ok(person.page(pages::terms(person.state(), person.visit.now)))
}

/// Shows the ways to meet.
pub async fn show_formats(visit: Visit) -> Answer {
    let person = visit.person(Subject::Terms, Want::Items).await?;
    // Until something is said the form is blank, though any way holds.
    let said = person.state().has_said(Kind::Formats);
    let form = FormState::of(if said { person.state().formats().fields() } else { Fields::new() });
    Ok(person.page(pages::formats(person.state(), person.visit.now, &form)))
}

/// Saves the ways to meet.
pub async fn save_formats(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Terms, fields).await?;
    let outcome = person.submit_form(&fields, |on, formats: Formats| Command::SetFormats { on, formats }).await?;
    person
        .after(outcome, TERMS, "formats-saved", fields, |person, form| {
            pages::formats(person.state(), person.visit.now, form)
        })
        .await
}

/// Shows who is with them, and what helps.
pub async fn show_with_me(visit: Visit) -> Answer {
    let person = visit.person(Subject::Terms, Want::Items).await?;
    let form = FormState::of(person.state().with_me().fields());
    Ok(person.page(pages::with_me_form(person.state(), person.visit.now, &form)))
}

/// Saves who is with them, and what helps.
pub async fn save_with_me(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Terms, fields).await?;
    let outcome = person.submit_form(&fields, |on, with_me: WithMe| Command::SetWithMe { on, with_me }).await?;
    person
        .after(outcome, TERMS, "with-me-saved", fields, |person, form| {
            pages::with_me_form(person.state(), person.visit.now, form)
        })
        .await
}

/// Shows how long and how often.
pub async fn show_pace(visit: Visit) -> Answer {
    let person = visit.person(Subject::Terms, Want::Items).await?;
    let form = FormState::of(person.state().pace().fields());
    Ok(person.page(pages::pace(person.state(), person.visit.now, &form)))
}

/// Saves how long and how often.
pub async fn save_pace(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Terms, fields).await?;
    let outcome = person.submit_form(&fields, |on, pace: Pace| Command::SetPace { on, pace }).await?;
    person
        .after(outcome, TERMS, "pace-saved", fields, |person, form| pages::pace(person.state(), person.visit.now, form))
        .await
}

/// Shows the days and hours.
pub async fn show_times(visit: Visit) -> Answer {
    let person = visit.person(Subject::Terms, Want::Items).await?;
    let form = FormState::of(person.state().times().fields());
    Ok(person.page(pages::times(person.state(), person.visit.now, &form)))
}

/// Saves the days and hours.
pub async fn save_times(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Terms, fields).await?;
    let outcome = person.submit_form(&fields, |on, times: Times| Command::SetTimes { on, times }).await?;
    person
        .after(outcome, TERMS, "times-saved", fields, |person, form| {
            pages::times(person.state(), person.visit.now, form)
        })
        .await
}

/// Shows the breaks.
pub async fn show_breaks(visit: Visit) -> Answer {
    let person = visit.needing(with_agreed()).person(Subject::Terms, Want::Items).await?;
    Ok(person.page(pages::breaks(person.state(), person.visit.now, &FormState::default())))
}

/// A break calls off what was agreed in it, and says so before.
fn with_agreed() -> Needs {
    Needs::the_few().and_all(Kind::Appointment)
}

/// Adds a break, or takes one away.
pub async fn save_breaks(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(with_agreed()).person_sending(Subject::Terms, fields).await?;
    let now = person.visit.now;
    let called_off = |a_break: &Break| !pages::called_off_by(person.state(), a_break, now).is_empty();
    let (outcome, done) = if fields.get("do") == "remove" {
        let at = fields.get("at").parse().map_err(|_| Failure::NotFound)?;
        let on = Version::parse(fields.get("version"));
        (person.submit(Command::RemoveBreak { on, at }).await?, "break-removed")
    } else if !fields.has("cancels", "yes") && Break::parse(&fields, now).is_ok_and(|a_break| called_off(&a_break)) {
        (Outcome::wrong("cancels", ErrorKind::NotChosen), "break-added")
    } else {
        let add = |on, a_break: Break| Command::AddBreak { on, a_break };
        (person.submit_form(&fields, add).await?, "break-added")
    };
    person
        .after(outcome, "/appointments/terms/breaks", done, fields, |person, form| {
            pages::breaks(person.state(), person.visit.now, form)
        })
        .await
}

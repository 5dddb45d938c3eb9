//! Appointments: what is offered and agreed, answering, suggesting something else, calling off, and the file for a calendar.

use axum::{
    body::Body,
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::{
    form::FormState,
    pages::{
        appointments::{One, address, appointments, one},
        failure::failure,
        held::download::FileKind,
    },
    speaking::speaking,
};
use own_terms_domain::{
    appointment::{ComingDraft, Part, Said},
    decide::Command,
    form::{Fields, Parse as _},
    ids::AppointmentId,
    item::Version,
    look::Subject,
    needs::Needs,
    reading::Choice as _,
};

use super::held::signed_in;
use crate::{
    export,
    store::Want,
    web::{
        failure::Failure,
        reply::attachment,
        sending::Outcome,
        typed::{Typed, decode},
        visit::{Answer, Person, Visit},
    },
};

/// Those that are agreed keep others apart, and one can be offered to take another's place; and who else is there.
fn needs() -> Needs {
    Needs::the_few().and_who_is_there()
}

fn which(fields: &Fields) -> Result<AppointmentId, Failure> {
    fields.get("which").parse().map_err(|_| Failure::NotFound)
}

/// What waits for an answer, what is agreed, and what is over.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.needing(needs()).person(Subject::Appointments, Want::Items).await?;
    Ok(person.page(appointments(person.state(), person.visit.now)))
}

/// One of them.
pub async fn show_one(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("which").is_empty() {
        return Ok(Redirect::to("/appointments").into_response());
    }
    let id = which(&query)?;
    let person = visit.needing(needs()).person(Subject::Appointments, Want::Items).await?;
    let of = One::of(person.state(), id).ok_or(Failure::NotFound)?;
    Ok(person.page(one(person.state(), of, &FormState::default(), person.visit.now)))
}

/// A button on the page of one.
pub async fn act(visit: Visit, RawQuery(query): RawQuery, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(needs()).person_sending(Subject::Appointments, fields).await?;
    let named =
        if fields.get("which").is_empty() { decode(query.unwrap_or_default().as_bytes()) } else { fields.clone() };
    let id = which(&named)?;
    One::of(person.state(), id).ok_or(Failure::NotFound)?;
    let (outcome, done) = if fields.get("do") == "cancel" {
        (person.submit(Command::CancelAppointment { id }).await?, "appointment-cancelled")
    } else if let Some(said) = there(&person, id, &fields).await? {
        said
    } else {
        let done = match Said::parse(fields.get("answer")) {
            Ok(Said::Yes) => "offer-accepted",
            Ok(Said::Suggest) => "offer-suggested",
            Ok(Said::No) | Err(_) => "offer-declined",
        };
        let answer = |on, answer| Command::AnswerOffer { id, on, answer };
        (person.submit_form(&fields, answer).await?, done)
    };
    person
        .after(outcome, &address(id), done, fields, move |person, form| match One::of(person.state(), id) {
            Some(of) => one(person.state(), of, form, person.visit.now),
            None => failure(Failure::NotFound.id()),
        })
        .await
}

/// A button about who else is there, and what it says once that is done; none where it is about something else.
async fn there(
    person: &Person,
    id: AppointmentId,
    fields: &Fields,
) -> Result<Option<(Outcome, &'static str)>, Failure> {
    let (part, done) = (fields.get("part").parse::<Part>(), "there-saved");
    let on = Version::parse(fields.get("version"));
    let outcome = match (fields.get("do"), part) {
        ("bring", _) => person.submit_form(fields, |on, draft| Command::BringCompanion { id, on, draft }).await?,
        ("interpreter", _) => person.submit_form(fields, |on, draft| Command::AskInterpreter { id, on, draft }).await?,
        ("carer", _) => {
            let carer = fields.get("carer").parse().map_err(|_| Failure::NotFound)?;
            person.submit(Command::AskCarer { id, carer }).await?
        }
        ("leave-out", Ok(part)) => person.submit(Command::LeaveOut { id, part }).await?,
        ("", Ok(part)) => match ComingDraft::parse(fields, person.visit.now) {
            Ok(draft) => person.submit(Command::SayComing { id, part, on, draft }).await?,
            Err(_) => return Err(Failure::Unreadable),
        },
        _ => return Ok(None),
    };
    Ok(Some((outcome, done)))
}

/// One of them for a calendar, once it is agreed; and called off there when it is called off.
pub async fn file(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("which").is_empty() {
        return Ok(Redirect::to("/appointments").into_response());
    }
    let id = which(&query)?;
    let person = visit.needing(needs()).person(Subject::Appointments, Want::Items).await?;
    let (state, now) = (person.state(), person.visit.now);
    let file = speaking(person.frame(), || export::calendar_of_one(state, id, now)).ok_or(Failure::NotFound)?;
    let name = export::file_name(FileKind::Calendar, now.today);
    Ok(attachment(&name, export::media_type(FileKind::Calendar), file.len(), Body::from(file)))
}

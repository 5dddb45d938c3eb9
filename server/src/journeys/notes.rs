//! Agreements and notes: reading, writing to the case worker, proposing, answering and leaving.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::{
    form::{FormState, Notice},
    pages::{
        failure::failure,
        notes::{self, One, address},
    },
};
use own_terms_domain::{
    agreement::{AgreementDraft, Answer as Said},
    decide::Command,
    form::Fields,
    ids::{AgreementId, RecordId},
    item::{ItemId, Kind},
    look::Subject,
    message::MessageDraft,
    needs::Needs,
    reading::Choice as _,
};

use super::held::{place, signed_in};
use crate::{
    store::Want,
    web::{
        failure::Failure,
        sending::Outcome,
        typed::{Typed, decode},
        visit::{Answer, Person, Visit},
    },
};

/// One can be proposed to take another's place.
fn agreements() -> Needs {
    Needs::the_few().and_all(Kind::Agreement)
}

fn which(fields: &Fields) -> Result<AgreementId, Failure> {
    fields.get("which").parse().map_err(|_| Failure::NotFound)
}

fn message_id(fields: &Fields) -> Result<RecordId, Failure> {
    fields.get("which").parse().map_err(|_| Failure::NotFound)
}

/// What waits for an answer, what is agreed, and a page of messages.
pub async fn show(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let from = place(&decode(query.unwrap_or_default().as_bytes()));
    let person = visit.needing(notes::needs(from)).person(Subject::Notes, Want::Items).await?;
    Ok(person.page(notes::notes(person.state(), person.visit.now)))
}

/// The form for a message.
pub async fn show_write(visit: Visit) -> Answer {
    let person = visit.person(Subject::Notes, Want::Items).await?;
    let form = notes::fresh_message(RecordId(person.visit.app.entropy.id()));
    Ok(person.page(notes::write(person.state(), &form, person.visit.now)))
}

/// A message.
pub async fn write(visit: Visit, Typed(fields): Typed) -> Answer {
    let needs = |fields: &Fields| match message_id(fields) {
        Ok(id) => Needs::the_few().and_beside(ItemId::Message(id)),
        Err(_) => Needs::the_few(),
    };
    let (person, fields) = visit.person_sending_about(Subject::Notes, fields, needs).await?;
    let id = message_id(&fields)?;
    let outcome = person.submit_form(&fields, |_, draft: MessageDraft| Command::WriteMessage { id, draft }).await?;
    let (outcome, fields) = sent_once(&person, outcome, fields);
    person
        .after(outcome, "/notes", "message-sent", fields, |person, form| {
            notes::write(person.state(), form, person.visit.now)
        })
        .await
}

/// The form for a proposal; with the words of another, whose place it is to take.
pub async fn show_propose(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    let instead = query.get("instead").parse().ok();
    let person = visit.needing(agreements()).person(Subject::Notes, Want::Items).await?;
    let id = AgreementId(person.visit.app.entropy.id());
    let form = notes::fresh_proposal(person.state(), id, instead, person.visit.now);
    Ok(person.page(notes::propose(person.state(), &form, person.visit.now)))
}

/// A proposal.
pub async fn propose(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(agreements()).person_sending(Subject::Notes, fields).await?;
    let id = which(&fields)?;
    let propose = |_, draft: AgreementDraft| Command::ProposeAgreement { id, draft };
    let outcome = person.submit_form(&fields, propose).await?;
    let (outcome, fields) = sent_once(&person, outcome, fields);
    person
        .after(outcome, "/notes", "agreement-proposed", fields, |person, form| {
            notes::propose(person.state(), form, person.visit.now)
        })
        .await
}

/// The form has made its item already, and came again with other words: a new id lets them be kept as another.
fn sent_once(person: &Person, outcome: Outcome, fields: Fields) -> (Outcome, Fields) {
    match outcome {
        Outcome::Again(_, Some(Notice::Changed(_))) => {
            let fields = fields.put("which", person.visit.app.entropy.id().simple().to_string());
            (outcome, fields)
        }
        _ => (outcome, fields),
    }
}

/// One agreement.
pub async fn show_one(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("which").is_empty() {
        return Ok(Redirect::to("/notes").into_response());
    }
    let id = which(&query)?;
    let person = visit.needing(agreements()).person(Subject::Notes, Want::Items).await?;
    let of = One::of(person.state(), id).ok_or(Failure::NotFound)?;
    Ok(person.page(notes::one(person.state(), of, &FormState::default(), person.visit.now)))
}

/// A button on the page of one.
pub async fn act(visit: Visit, RawQuery(query): RawQuery, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(agreements()).person_sending(Subject::Notes, fields).await?;
    let named =
        if fields.get("which").is_empty() { decode(query.unwrap_or_default().as_bytes()) } else { fields.clone() };
    let id = which(&named)?;
    One::of(person.state(), id).ok_or(Failure::NotFound)?;
    let (outcome, done) = if fields.get("do") == "leave" {
        (person.submit(Command::LeaveAgreement { id }).await?, "agreement-left")
    } else {
        let done = match Said::parse(fields.get("answer")) {
            Ok(Said::Yes) => "agreement-accepted",
            Ok(Said::NotNow | Said::AskDoctor) => "agreement-held",
            Ok(Said::No) | Err(_) => "agreement-declined",
        };
        let answer = |on, answer: Said| Command::AnswerAgreement { id, on, answer };
        (person.submit_form(&fields, answer).await?, done)
    };
    person
        .after(outcome, &address(id), done, fields, move |person, form| match One::of(person.state(), id) {
            Some(of) => notes::one(person.state(), of, form, person.visit.now),
            None => failure(Failure::NotFound.id()),
        })
        .await
}

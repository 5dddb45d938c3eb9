//! Sharing: asking whether an organisation may be shown something, reading what would go, answering, and taking it back.

use std::cmp::Reverse;

use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use own_terms_app::{
    form::FormState,
    pages::{
        self,
        sharing::{Code, One},
    },
};
use own_terms_domain::{
    actor::Actor,
    consent::{Answer as Said, ConsentDraft},
    decide::Command,
    form::{ErrorKind, Fields, Parse as _},
    ids::ConsentId,
    item::ItemId,
    look::Subject,
    needs::Needs,
    state::State,
};

use super::held::signed_in;
use crate::{
    clock::LONDON,
    store::{LOOKS_SHOWN, Purpose, Ticket, Want, put_spoken},
    web::{
        failure::Failure,
        reply::page,
        sending::Outcome,
        typed::{Typed, decode},
        visit::{Answer, Person, Visit},
    },
};

/// How many wrong tries the code of a consent takes.
const TRIES: u8 = 5;

/// Everything that is shared, or was, or is asked.
pub async fn show(visit: Visit) -> Answer {
    let first = visit.person(Subject::Consents, Want::Items).await?;
    let needs = first.state().consents().fold(Needs::the_few(), |needs, (_, consent)| needs.and_each(&consent.items));
    let person = first.visit.needing(needs).person(Subject::Consents, Want::Items).await?;
    Ok(person.page(pages::sharing::sharing(person.state(), person.visit.now)))
}

/// The form that asks.
pub async fn show_ask(visit: Visit) -> Answer {
    let person = visit.needing(pages::sharing::needs()).person(Subject::Consents, Want::Items).await?;
    let organisations = person.visit.app.store.organisations().await?;
    let form = pages::sharing::fresh(ConsentId(person.visit.app.entropy.id()));
    Ok(person.page(pages::sharing::ask(person.state(), organisations, &form, person.visit.now)))
}

/// Asks; what would go is read on the page that follows.
pub async fn ask(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(pages::sharing::needs()).person_sending(Subject::Consents, fields).await?;
    let id = which(&fields)?;
    let organisations = person.visit.app.store.organisations().await?;
    let known = |draft: &ConsentDraft| organisations.iter().any(|one| one.id == draft.organisation);
    let outcome = match ConsentDraft::parse(&fields, person.visit.now) {
        Ok(draft) if !known(&draft) => Outcome::wrong("organisation", ErrorKind::NotAChoice),
        Ok(draft) => person.submit(Command::AskConsent { id, draft }).await?,
        Err(errors) => Outcome::Again(errors, None),
    };
    let to = format!("/sharing/one?which={id}");
    person
        .after(outcome, &to, "consent-asked", fields, |person, form| {
            pages::sharing::ask(person.state(), organisations, form, person.visit.now)
        })
        .await
}

/// One consent.
pub async fn show_one(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("which").is_empty() {
        return Ok(Redirect::to("/sharing").into_response());
    }
    let id = which(&query)?;
    let person = visit.person(Subject::Consents, Want::Items).await?;
    answer(person, id, None).await
}

/// A button on the page of one consent.
pub async fn act(visit: Visit, RawQuery(query): RawQuery, Typed(fields): Typed) -> Answer {
    let (first, fields) = visit.person_sending(Subject::Consents, fields).await?;
    let named =
        if fields.get("which").is_empty() { decode(query.unwrap_or_default().as_bytes()) } else { fields.clone() };
    let id = which(&named)?;
    let person = reading(first, id).await?;
    let language = person.visit.reading.language;
    let (outcome, done) = match fields.get("do") {
        "take-back" => (person.submit(Command::WithdrawConsent { id }).await?, "consent-taken-back"),
        "code" if person.held_back.is_none() => return with_code(person, id).await,
        _ => {
            let done = match fields.get("answer") {
                "yes" => "consent-given",
                "no" => "consent-refused",
                _ => "consent-held",
            };
            let say = |on, answer: Said| Command::AnswerConsent { id, on, language, answer };
            (person.submit_form(&fields, say).await?, done)
        }
    };
    let to = format!("/sharing/one?which={id}");
    person
        .after(outcome, &to, done, fields, move |person, form| match one_of(person.state(), id) {
            Some(one) => pages::sharing::one(person.state(), one, form, person.visit.now),
            None => pages::failure::failure(Failure::NotFound.id()),
        })
        .await
}

/// The same person, with what one consent names at hand.
async fn reading(first: Person, id: ConsentId) -> Result<Person, Failure> {
    let consent = first.state().consent(id).ok_or(Failure::NotFound)?;
    let needs = Needs::the_few().and_each(&consent.items);
    let held_back = first.held_back;
    let mut person = first.visit.needing(needs).person(Subject::Consents, Want::Items).await?;
    person.held_back = held_back;
    Ok(person)
}

fn one_of(state: &State, id: ConsentId) -> Option<One<'_>> {
    let (consent, version) = (state.consent(id)?, state.version(ItemId::Consent(id)));
    Some(One { id, version, consent, looked: Vec::new(), code: None })
}

/// The page of one consent, with what was shown because of it lately.
async fn answer(person: Person, id: ConsentId, code: Option<Code>) -> Answer {
    let person = reading(person, id).await?;
    let mut one = one_of(person.state(), id).ok_or(Failure::NotFound)?;
    for by in [Actor::Organisation(one.consent.organisation), Actor::CodeHolder(id)] {
        let (few, looks) = (person.visit.clone().needing(Needs::the_few()), Want::Looks { by: Some(by), before: None });
        one.looked.extend(few.person(Subject::Consents, looks).await?.view.looks);
    }
    one.looked.sort_by_key(|look| Reverse(look.number));
    one.looked.truncate(LOOKS_SHOWN);
    one.code = code;
    let form = FormState::default();
    let content = pages::sharing::one(person.state(), one, &form, person.visit.now);
    Ok(page(&person.visit, person.frame(), StatusCode::OK, content))
}

/// Makes a code by which anyone can see that a consent is real, for as long as it holds, and shows it once.
async fn with_code(person: Person, id: ConsentId) -> Answer {
    let given = person.state().consent(id).and_then(|consent| consent.given()).ok_or(Failure::NotFound)?;
    let until = end_of(given.until, person.visit.now.at);
    let app = &person.visit.app;
    let ticket = |code| Ticket {
        purpose: Purpose::Consent,
        code,
        claimant: Some(person.claimant),
        made_at: person.visit.now.at,
        until,
        tries: TRIES,
        content: id.to_string().into_bytes(),
    };
    let spoken = put_spoken(&*app.store, &app.entropy, ticket).await?;
    let link = app.settings.origin.as_ref().map(|origin| format!("{origin}/consent?code={spoken}"));
    let code = Code { spoken: spoken.to_string(), link };
    answer(person, id, Some(code)).await
}

/// The end of a day where the service is.
fn end_of(day: Date, now: Timestamp) -> Timestamp {
    let next = day.tomorrow().and_then(|day| day.to_zoned(LONDON.clone()));
    next.map_or(now + SignedDuration::from_hours(24), |next| next.timestamp())
}

fn which(fields: &Fields) -> Result<ConsentId, Failure> {
    fields.get("which").parse().map_err(|_| Failure::NotFound)
}

//! Whom the person adds to who supports them, and what each advised.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::pages;
use own_terms_domain::{
    decide::Command,
    form::{ErrorKind, Fields, Parse as _},
    ids::{AdviceId, ConsentId, RecordId, SupporterId},
    item::{ItemId, Kind, Version},
    look::Subject,
    needs::Needs,
    supporter::{AdviceDraft, Adviser, Sending, Supporter},
};

use super::held::signed_in;
use crate::{
    store::Want,
    web::{
        failure::Failure,
        sending::Outcome,
        typed::{Typed, decode},
        visit::{Answer, Person, Visit},
    },
};

/// Everyone and everything that was advised: there are only so many.
fn all() -> Needs {
    Needs::the_few().and_all(Kind::Supporter).and_all(Kind::Advice)
}

/// The form: blank, or of somebody who was added.
pub async fn show(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    let person = visit.needing(all()).person(Subject::AtAGlance, Want::Items).await?;
    let id = match query.get("who") {
        "" => SupporterId(person.visit.app.entropy.id()),
        who => known(&person, who.parse().map(ItemId::Supporter), who.parse())?,
    };
    let form = pages::people::fresh_supporter(person.state(), id);
    Ok(person.page(pages::people::supporter(person.state(), id, &form)))
}

/// Adds somebody, words it anew, or takes them away.
pub async fn save(visit: Visit, RawQuery(query): RawQuery, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(all()).person_sending(Subject::AtAGlance, fields).await?;
    let fields = with_named(fields, query, "who");
    let id: SupporterId = fields.get("who").parse().map_err(|_| Failure::NotFound)?;
    let (outcome, done) = if fields.get("do") == "remove" {
        let on = Version::parse(fields.get("version"));
        (person.submit(Command::RemoveSupporter { id, on }).await?, "supporter-gone")
    } else {
        let set = |on, supporter: Supporter| Command::SetSupporter { id, on, supporter };
        (person.submit_form(&fields, set).await?, "supporter-kept")
    };
    person
        .after(outcome, "/people", done, fields, move |person, form| pages::people::supporter(person.state(), id, form))
        .await
}

/// The form: blank, or of something that was advised.
pub async fn show_advice(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    let person = visit.needing(all()).person(Subject::AtAGlance, Want::Items).await?;
    let id = match query.get("which") {
        "" => AdviceId(person.visit.app.entropy.id()),
        which => known(&person, which.parse().map(ItemId::Advice), which.parse())?,
    };
    let form = pages::people::fresh_advice(person.state(), id);
    Ok(person.page(pages::people::advice(person.state(), id, &form, person.visit.now)))
}

/// Keeps what was advised, marks that it pulls against something else, or takes it away.
pub async fn save_advice(visit: Visit, RawQuery(query): RawQuery, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(all()).person_sending(Subject::AtAGlance, fields).await?;
    let fields = with_named(fields, query, "which");
    let id: AdviceId = fields.get("which").parse().map_err(|_| Failure::NotFound)?;
    let on = Version::parse(fields.get("version"));
    let here = format!("/people/advice?which={id}");
    let (outcome, to, done) = match fields.get("do") {
        "remove" => (person.submit(Command::RemoveAdvice { id, on }).await?, "/people", "advice-gone"),
        "mark" => {
            let outcome = match against(&fields) {
                Ok(against) => person.submit(Command::MarkAdvice { id, on, against }).await?,
                Err(kind) => Outcome::wrong("against", kind),
            };
            (outcome, here.as_str(), "advice-marked")
        }
        _ => {
            let outcome = match AdviceDraft::parse(&fields, person.visit.now) {
                Ok(draft) if !is_known(&person, draft.from).await? => Outcome::wrong("adviser", ErrorKind::NotAChoice),
                Ok(draft) => person.submit(Command::SetAdvice { id, on, draft }).await?,
                Err(errors) => Outcome::Again(errors, None),
            };
            (outcome, here.as_str(), "advice-kept")
        }
    };
    // Each of the two forms on the page sends only its own fields: the other's are filled from what is held.
    let held = pages::people::fresh_advice(person.state(), id).fields;
    let missing = held.iter().filter(|(name, _)| !fields.iter().any(|(sent, _)| sent == *name));
    let fields = missing.fold(fields.clone(), |fields, (name, value)| fields.with(name, value));
    person
        .after(outcome, to, done, fields, move |person, form| {
            pages::people::advice(person.state(), id, form, person.visit.now)
        })
        .await
}

/// Both pieces of advice, read before they go.
pub async fn show_send(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    let person = visit.needing(all()).person(Subject::AtAGlance, Want::Items).await?;
    // The form's own address names it another way, and somebody may open that again.
    let named = [query.get("which"), query.get("advice")].into_iter().find(|id| !id.is_empty());
    let id: AdviceId = match named {
        None => return Ok(Redirect::to("/people").into_response()),
        Some(which) => known(&person, which.parse().map(ItemId::Advice), which.parse())?,
    };
    let entropy = &person.visit.app.entropy;
    let which = [ConsentId(entropy.id()), ConsentId(entropy.id())];
    let form = pages::people::fresh_sending(which, RecordId(entropy.id()));
    Ok(person.page(pages::people::send(person.state(), id, &form, person.visit.now)))
}

/// Sends them to those who gave them.
pub async fn send(visit: Visit, RawQuery(query): RawQuery, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(all()).person_sending(Subject::AtAGlance, fields).await?;
    let fields = with_named(fields, query, "advice");
    let id: AdviceId = fields.get("advice").parse().map_err(|_| Failure::NotFound)?;
    let (outcome, to, done) = match fields.get("answer") {
        // Nothing is written down of a no.
        "no" => return Ok(person.visit.go(&format!("/people/advice?which={id}"), Some("advice-not-sent"))),
        "yes" => {
            let send = |_, sending: Sending| Command::SendAdvice { id, sending };
            (person.submit_form(&fields, send).await?, "/people", "advice-sent")
        }
        _ => (Outcome::wrong("answer", ErrorKind::NotChosen), "", ""),
    };
    person
        .after(outcome, to, done, fields, move |person, form| {
            pages::people::send(person.state(), id, form, person.visit.now)
        })
        .await
}

/// The id that an address names, of something that is there.
fn known<Id, E>(person: &Person, item: Result<ItemId, E>, id: Result<Id, E>) -> Result<Id, Failure> {
    let is_there = item.is_ok_and(|item| person.state().get(item).is_some());
    id.ok().filter(|_| is_there).ok_or(Failure::NotFound)
}

/// The fields, with the id that the address names where the form was sent without it.
fn with_named(fields: Fields, query: Option<String>, name: &str) -> Fields {
    if !fields.get(name).is_empty() {
        return fields;
    }
    let named = decode(query.unwrap_or_default().as_bytes()).get(name).to_owned();
    fields.put(name, named)
}

fn against(fields: &Fields) -> Result<Option<AdviceId>, ErrorKind> {
    match fields.get("against") {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| ErrorKind::NotAChoice),
    }
}

/// True for all but an organisation that is not in the directory; of anyone else the rule knows.
async fn is_known(person: &Person, from: Adviser) -> Result<bool, Failure> {
    let Adviser::Organisation(id) = from else { return Ok(true) };
    let organisations = person.visit.app.store.organisations().await?;
    Ok(organisations.iter().any(|one| one.id == id))
}

//! What others wrote: asking for it to be put right, taking that back, seeing it differently, and keeping it from carers.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::{
    form::FormState,
    pages::{
        self, Page,
        records::{Written, correction_form, differently_form},
    },
};
use own_terms_domain::{
    correction::CorrectionDraft,
    decide::Command,
    form::Fields,
    item::{ItemId, Version},
    look::Subject,
    needs::Needs,
    record::OtherView,
    state::State,
    time::Now,
};

use super::held::signed_in;
use crate::{
    store::Want,
    web::{
        failure::Failure,
        sending::Outcome,
        typed::Typed,
        visit::{Answer, Person, Visit},
    },
};

/// What the form says when it is opened.
type Opened = fn(&State, Written<'_>) -> FormState;
/// The page of a record.
type Shown = for<'a> fn(&'a State, Written<'a>, &'a FormState, Now) -> Page<'a>;

/// The form that asks for a record to be put right.
pub async fn show_correct(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    show(visit, query, true, correction_form, pages::records::correct).await
}

/// The form for one's own words beside a record.
pub async fn show_differently(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    show(visit, query, false, differently_form, pages::records::differently).await
}

async fn show(visit: Visit, query: Option<String>, puts_right: bool, opened: Opened, page: Shown) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("what").is_empty() {
        return Ok(Redirect::to("/held").into_response());
    }
    let id = named(&query)?;
    let person = visit.needing(about(id)).person(Subject::Everything, Want::Items).await?;
    let written = Written::of(person.state(), id)
        .filter(|written| !puts_right || written.can_be_put_right())
        .ok_or(Failure::NotFound)?;
    let form = opened(person.state(), written);
    Ok(person.page(page(person.state(), written, &form, person.visit.now)))
}

/// Asks for a record to be put right, or takes that back.
pub async fn correct(visit: Visit, Typed(fields): Typed) -> Answer {
    let needs = |fields: &Fields| named(fields).map(about).unwrap_or_default();
    let (person, fields) = visit.person_sending_about(Subject::Everything, fields, needs).await?;
    let id = named(&fields)?;
    let written = Written::of(person.state(), id).filter(|written| written.can_be_put_right());
    let written = written.ok_or(Failure::NotFound)?;
    let (record, seen) = (written.id, Version::parse(fields.get("seen")));
    if fields.get("do") == "take-back" {
        let on = Version::parse(fields.get("version"));
        let outcome = person.submit(Command::WithdrawCorrection { record, on }).await?;
        // The button sends nothing that was written: the form beside it is filled from what is held.
        let held = correction_form(person.state(), written).fields;
        let fields = fields.iter().fold(held, |all, (name, value)| all.put(name, value));
        return after(person, outcome, id, "correction-taken-back", fields, pages::records::correct).await;
    }
    let ask = |on, draft: CorrectionDraft| Command::AskCorrection { record, on, seen, draft };
    let outcome = person.submit_form(&fields, ask).await?;
    after(person, outcome, id, "correction-asked", fields, pages::records::correct).await
}

/// Keeps one's own words beside a record.
pub async fn say_differently(visit: Visit, Typed(fields): Typed) -> Answer {
    let needs = |fields: &Fields| named(fields).map(about).unwrap_or_default();
    let (person, fields) = visit.person_sending_about(Subject::Everything, fields, needs).await?;
    let id = named(&fields)?;
    let record = Written::of(person.state(), id).ok_or(Failure::NotFound)?.id;
    let say = |on, view: OtherView| Command::SayDifferently { record, on, view };
    let outcome = person.submit_form(&fields, say).await?;
    after(person, outcome, id, "differently-saved", fields, pages::records::differently).await
}

/// Keeps a record from carers, or shows it to them again.
pub async fn keep_or_show(visit: Visit, Typed(fields): Typed) -> Answer {
    let needs = |fields: &Fields| named(fields).map(about).unwrap_or_default();
    let (person, fields) = visit.person_sending_about(Subject::Everything, fields, needs).await?;
    let id = named(&fields)?;
    let record = Written::of(person.state(), id).ok_or(Failure::NotFound)?.id;
    let (command, done) = match fields.get("do") {
        "keep" => (Command::KeepFromCarers { record }, "kept-from-carers"),
        "show" => (Command::ShowCarers { record }, "shown-to-carers"),
        _ => return Err(Failure::Unreadable),
    };
    let outcome = person.submit(command).await?;
    after(person, outcome, id, done, fields, pages::records::from_carers_again).await
}

/// Back to the page of the record; or the form again. What it is about may be gone by then, which is said.
async fn after(person: Person, outcome: Outcome, id: ItemId, done: &str, fields: Fields, page: Shown) -> Answer {
    // One comes to a message from among the others.
    let back = if matches!(id, ItemId::Message(_)) { "/notes".to_owned() } else { format!("/held/item?what={id}") };
    person
        .after(outcome, &back, done, fields, move |person, form| match Written::of(person.state(), id) {
            Some(written) => page(person.state(), written, form, person.visit.now),
            None => pages::failure::failure(Failure::NotFound.id()),
        })
        .await
}

/// What the pages about a record need.
fn about(id: ItemId) -> Needs {
    Needs::the_few().and_item(id).and_beside(id)
}

/// The item that an address or a form names.
fn named(fields: &Fields) -> Result<ItemId, Failure> {
    fields.get("what").parse().map_err(|_| Failure::NotFound)
}

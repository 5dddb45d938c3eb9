//! Contact: whether, how and when, how safely.

use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    contact::{Safe, Ways, WishDraft},
    decide::Command,
    form::Parse as _,
    item::Version,
    look::Subject,
};

use crate::{
    store::Want,
    web::{
        failure::Failure,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// Whether they want contact.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::Contact, Want::Items).await?;
    let form = FormState::of(pages::contact::wish_fields(&person.state().wish()));
    Ok(person.page(pages::contact::contact(person.state(), person.visit.now, &form)))
}

/// Yes, no, or not now.
pub async fn answer(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Contact, fields).await?;
    let set = |on, draft: WishDraft| Command::SetWish { on, draft };
    let outcome = person.submit_form(&fields, set).await?;
    let done = pages::contact::done(&fields);
    person
        .after(outcome, "/contact", done, fields, |person, form| {
            pages::contact::contact(person.state(), person.visit.now, form)
        })
        .await
}

/// How and when to reach them.
pub async fn show_ways(visit: Visit) -> Answer {
    let person = visit.person(Subject::Contact, Want::Items).await?;
    let form = FormState::of(person.state().ways().fields());
    Ok(person.page(pages::contact::ways(person.state(), &form)))
}

/// Saves how and when to reach them.
pub async fn save_ways(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Contact, fields).await?;
    let outcome = person.submit_form(&fields, |on, ways: Ways| Command::SetWays { on, ways }).await?;
    person
        .after(outcome, "/contact", "ways-saved", fields, |person, form| pages::contact::ways(person.state(), form))
        .await
}

/// How to do it safely.
pub async fn show_safe(visit: Visit) -> Answer {
    let person = visit.person(Subject::Contact, Want::Items).await?;
    let form = FormState::of(person.state().safe().fields());
    Ok(person.page(pages::contact::safe(person.state(), &form)))
}

/// Saves how to do it safely.
pub async fn save_safe(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Contact, fields).await?;
    let outcome = person.submit_form(&fields, |on, safe: Safe| Command::SetSafe { on, safe }).await?;
    person
        .after(outcome, "/contact", "safe-saved", fields, |person, form| pages::contact::safe(person.state(), form))
        .await
}

/// What they said before, for as long as it can be put back.
pub async fn show_earlier(visit: Visit) -> Answer {
    let person = visit.person(Subject::Contact, Want::Items).await?;
    Ok(person.page(pages::contact::earlier(person.state(), person.visit.now, &FormState::default())))
}

/// Puts back what they said before.
pub async fn put_back(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Contact, fields).await?;
    let until = fields.get("until").parse().map_err(|_| Failure::NotFound)?;
    let on = Version::parse(fields.get("version"));
    let outcome = person.submit(Command::PutContactBack { until, on }).await?;
    person
        .after(outcome, "/contact", "earlier-put-back", fields, |person, form| {
            pages::contact::earlier(person.state(), person.visit.now, form)
        })
        .await
}

//! Local and peer support, for anyone who is signed in: no look at anybody, and what is looked for is kept nowhere.

use own_terms_app::{
    form::FormState,
    pages::{self, people::Shown},
};
use own_terms_domain::{listing::Search, look::Subject};

use crate::{
    store::Want,
    web::{
        sending::Outcome,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// All of it.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::AtAGlance, Want::Items).await?;
    let listings = person.visit.app.store.listings().await?;
    let shown = Shown { listings, ..Shown::default() };
    Ok(person.page(pages::people::listings(shown, &FormState::default())))
}

/// What was looked for, or more of it.
pub async fn find(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    let all = person.visit.app.store.listings().await?;
    let outcome = match Search::read(&fields) {
        Ok(search) if person.held_back.is_none() => {
            let looked = search != Search::default();
            let listings = all.into_iter().filter(|listing| search.finds(listing)).collect();
            let shown = Shown { listings, looked, from: fields.get("from").parse().unwrap_or_default() };
            let form = FormState::of(fields);
            return Ok(person.page(pages::people::listings(shown, &form)));
        }
        Ok(_) => Outcome::Again(Vec::new(), person.held_back),
        Err((field, kind)) => Outcome::wrong(field, kind),
    };
    let shown = Shown { listings: all, ..Shown::default() };
    person.after(outcome, "/people/listings", "", fields, |_, form| pages::people::listings(shown, form)).await
}

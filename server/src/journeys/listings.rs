//! Local and peer support, for anyone who is signed in: no look at anybody, and what is looked for is kept nowhere.

use own_terms_app::{
    form::FormState,
    pages::{self, people::Shown},
};
use own_terms_domain::{
    find::Sought,
    form::{ErrorKind, Fields},
    listing::{Listing, Topic},
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

/// All of it.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::AtAGlance, Want::Items).await?;
    let listings = person.visit.app.store.listings().await?;
    let shown = Shown { listings, looked: false };
    Ok(person.page(pages::people::listings(shown, &FormState::default())))
}

/// What was looked for.
pub async fn find(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    let all = person.visit.app.store.listings().await?;
    let outcome = match sought(&fields) {
        Ok(is_meant) if person.held_back.is_none() => {
            let shown = Shown { listings: all.into_iter().filter(is_meant).collect(), looked: true };
            let form = FormState::of(fields);
            return Ok(person.page(pages::people::listings(shown, &form)));
        }
        Ok(_) => Outcome::Again(Vec::new(), person.held_back),
        Err((field, kind)) => Outcome::wrong(field, kind),
    };
    let shown = Shown { listings: all, looked: false };
    person.after(outcome, "/people/listings", "", fields, |_, form| pages::people::listings(shown, form)).await
}

/// Whether one is meant: with the words in it, where some were written, and about what was chosen, where something was.
fn sought(fields: &Fields) -> Result<impl Fn(&Listing) -> bool + use<>, (&'static str, ErrorKind)> {
    let words = match fields.get("find").trim() {
        "" => None,
        typed => Some(Sought::parse(typed).map_err(|kind| ("find", kind))?),
    };
    let topic = match fields.get("topic") {
        "" => None,
        id => Some(Topic::parse(id).map_err(|kind| ("topic", kind))?),
    };
    Ok(move |listing: &Listing| {
        let said = || listing.text().to_lowercase();
        words.as_ref().is_none_or(|words| words.is_in(&said()))
            && topic.is_none_or(|topic| listing.topics.contains(&topic))
    })
}

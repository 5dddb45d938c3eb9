//! Where the person is signed in, and ending any of it.

use own_terms_app::{form::FormState, pages::signing};
use own_terms_domain::{account::Account, ids::SessionId, look::Subject};

use crate::{
    store::{Ended, Want},
    web::{
        failure::Failure,
        reply::{page, status_of},
        typed::Typed,
        visit::{Answer, Person, Visit},
    },
};

/// Every session.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::AtAGlance, Want::Overview).await?;
    Ok(person.page(signing::sessions(account(&person)?, &FormState::default())))
}

fn account(person: &Person) -> Result<&Account, Failure> {
    person.view.account.as_ref().ok_or(Failure::Broken)
}

/// Ends one, or all but this one.
pub async fn end(visit: Visit, Typed(fields): Typed) -> Answer {
    let here = visit.token_hash();
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    let which = match (fields.get("do"), fields.get("session").parse::<SessionId>(), here) {
        ("others", _, Some(here)) => Ended::AllBut(here),
        ("end", Ok(id), _) => Ended::One(id),
        _ => return Err(Failure::Unreadable),
    };
    if person.held_back.is_none() {
        person.visit.app.store.end_sessions(person.claimant, which).await?;
        return Ok(person.visit.go("/settings/sessions", Some("session-ended")));
    }
    let notice = person.held_back;
    let form = FormState { notice, ..FormState::default() };
    let person = person.visit.person(Subject::AtAGlance, Want::Overview).await?;
    let content = signing::sessions(account(&person)?, &form).with_errors();
    Ok(page(&person.visit, person.frame(), status_of(notice), content))
}

//! Where the person is signed in, ending any of it, and whether others use the device too.

use own_terms_app::{form::FormState, pages::signing};
use own_terms_domain::{account::Account, ids::SessionId, look::Subject};

use super::sign_in::nothing_is_kept;
use crate::{
    store::{Ended, TokenHash, Want},
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
    Ok(person.page(signing::sessions(account(&person)?, has_calendar(&person), &FormState::default())))
}

fn account(person: &Person) -> Result<&Account, Failure> {
    person.view.account.as_ref().ok_or(Failure::Broken)
}

fn has_calendar(person: &Person) -> bool {
    person.state().calendar_feed().is_some()
}

async fn end_these(person: Person, which: Ended) -> Answer {
    person.visit.app.store.end_sessions(person.claimant, which).await?;
    Ok(person.visit.go("/settings/sessions", Some("session-ended")))
}

/// Says whether others use the device too.
async fn share(person: Person, here: TokenHash, shared: bool) -> Answer {
    let visit = person.visit;
    visit.app.store.share_session(here, shared).await?;
    let done = if shared { "session-shared" } else { "session-not-shared" };
    let mut response = visit.go("/settings/sessions", Some(done));
    if shared {
        nothing_is_kept(&mut response, visit.app.settings.secure);
    }
    Ok(response)
}

/// Ends one, or all but this one; or says whether others use the device too.
pub async fn end(visit: Visit, Typed(fields): Typed) -> Answer {
    let here = visit.token_hash();
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    let (doing, held_back) = (fields.get("do"), person.held_back.is_some());
    match (doing, fields.get("session").parse::<SessionId>(), here) {
        ("share" | "share-not" | "others", _, Some(_)) | ("end", Ok(_), _) if held_back => {}
        ("share" | "share-not", _, Some(here)) => return share(person, here, doing == "share").await,
        ("others", _, Some(here)) => return end_these(person, Ended::AllBut(here)).await,
        ("end", Ok(id), _) => return end_these(person, Ended::One(id)).await,
        _ => return Err(Failure::Unreadable),
    }
    let notice = person.held_back;
    let form = FormState { notice, ..FormState::default() };
    let person = person.visit.person(Subject::AtAGlance, Want::Overview).await?;
    let content = signing::sessions(account(&person)?, has_calendar(&person), &form).with_errors();
    Ok(page(&person.visit, person.frame(), status_of(notice), content))
}

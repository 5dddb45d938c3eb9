//! Adding a provider: the person goes there in this very session, comes back, and gives it a name.

use axum::response::{IntoResponse as _, Redirect};
use own_terms_app::{form::FormState, pages::signing};
use own_terms_domain::{
    decide::Command,
    form::{ErrorKind, Parse as _},
    ids::WayInId,
    look::Subject,
    sign_in::{How, WayIn, WayName},
    text::Text,
};

use super::{
    ADD, NAME,
    away::{Away, For, log},
};
use crate::{
    journeys::ways_in,
    store::{Opening, Want},
    web::{
        failure::Failure,
        sending::Outcome,
        typed::Typed,
        visit::{Answer, Person, Visit},
    },
};

/// What it is to sign in through the provider, before they go there.
pub async fn show_add(visit: Visit) -> Answer {
    let person = visit.person(Subject::SignIn, Want::Items).await?;
    let away = Away::of(&person.visit)?;
    Ok(person.page(signing::add_provider(away.name(), &FormState::default())))
}

/// Sends the person there, to see that it knows them.
pub async fn go_adding(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::SignIn, fields).await?;
    let away = Away::of(&person.visit)?;
    let outcome = if person.held_back.is_some() {
        Outcome::Again(Vec::new(), person.held_back)
    } else {
        match away.go(For::Adding(Some(person.claimant)), &fields).await? {
            Ok(response) => return Ok(response),
            Err(fault) => {
                log(fault);
                Outcome::wrong("provider", ErrorKind::OpensNothing)
            }
        }
    };
    person.after(outcome, ADD, "", fields, |person, form| signing::add_provider(name_at(person), form)).await
}

/// Asks what to call it, once they are back.
pub async fn show_name(visit: Visit) -> Answer {
    let person = visit.person(Subject::SignIn, Want::Items).await?;
    let away = Away::of(&person.visit)?;
    match away.who(true, Opening::Look).await? {
        Some(_) => Ok(person.page(signing::name_provider(away.name(), &FormState::default()))),
        None => Ok(Redirect::to(ADD).into_response()),
    }
}

/// Adds it.
pub async fn add(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(ways_in::needs()).person_sending(Subject::SignIn, fields).await?;
    let away = Away::of(&person.visit)?;
    let secure = person.visit.app.settings.secure;
    let outcome = match WayName::parse(&fields, person.visit.now) {
        // It is shown again in any case, and nothing is used up for that.
        _ if person.held_back.is_some() => Outcome::Done,
        Err(errors) => Outcome::Again(errors, None),
        Ok(WayName(name)) => match new_one(&person).await? {
            Some(how) => {
                let id = WayInId(person.visit.app.entropy.id());
                let outcome = person.submit(Command::AddWayIn { id, way: WayIn { name, how } }).await?;
                if outcome == Outcome::Done {
                    away.who(true, Opening::Use).await?;
                }
                outcome
            }
            None => Outcome::wrong("name", ErrorKind::OpensNothing),
        },
    };
    let is_done = outcome == Outcome::Done && person.held_back.is_none();
    let to = "/settings/sign-in";
    let done = "provider-added";
    let mut response =
        person.after(outcome, to, done, fields, |person, form| signing::name_provider(name_at(person), form)).await?;
    if is_done {
        Away::is_over(secure, NAME, &mut response);
    }
    Ok(response)
}

/// The way in that it would be.
async fn new_one(person: &Person) -> Result<Option<How>, Failure> {
    let who = Away::of(&person.visit)?.who(true, Opening::Look).await?;
    Ok(who.and_then(|who| {
        let (issuer, subject) = (Text::parse(&who.issuer).ok()?, Text::parse(&who.subject).ok()?);
        Some(How::Provider { issuer, subject })
    }))
}

/// What people call it, on a page that was found to have one.
fn name_at(person: &Person) -> &str {
    Away::of(&person.visit).map_or("", |away| away.name())
}

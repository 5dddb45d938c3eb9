//! Reading settings: kept on the device for anyone, and with the person's own things when signed in.

use axum::{http::StatusCode, response::Response};
use own_terms_app::{
    form::{FormState, Notice},
    pages,
};
use own_terms_domain::{
    decide::Command,
    form::{ErrorKind, Fields, Parse as _},
    item::Kind,
    look::Subject,
    profile::Profile,
    reading::{Choice as _, Language, Reading},
};

use crate::{
    store::Want,
    web::{
        cookies,
        failure::Failure,
        reply::{clear_storage, page, put_cookie},
        sending::Outcome,
        token,
        typed::Typed,
        visit::{Answer, Person, Visit},
    },
};

/// What is said once they are saved.
const DONE: Option<&str> = Some("reading-saved");

/// The settings.
pub async fn show(visit: Visit) -> Answer {
    if !visit.is_signed_in() {
        return Ok(page_for_nobody(&visit, FormState::of(visit.reading.fields())));
    }
    let person = visit.person(Subject::AtAGlance, Want::Items).await?;
    let form = FormState::of(held(&person).fields());
    Ok(person.page(pages::settings::settings(Some(person.state()), &form)))
}

/// Saves reading settings, or whose the device is.
pub async fn save(visit: Visit, Typed(fields): Typed) -> Answer {
    if fields.get("do") == "device" {
        return device(visit, fields).await;
    }
    if visit.is_signed_in() {
        return save_for_person(visit, fields).await;
    }
    match Reading::parse(&fields, visit.now) {
        Ok(reading) => Ok(kept_on_device(visit.go("/settings", DONE), visit.app.settings.secure, reading)),
        Err(errors) => Ok(page_for_nobody(&visit, FormState { fields, errors, notice: None })),
    }
}

/// What is set with the person's own things, or else on the device: what a change on another device made is not to be
/// overwritten by what this one still looks like.
fn held(person: &Person) -> Reading {
    if person.state().has_said(Kind::Reading) { person.state().reading() } else { person.visit.reading }
}

async fn save_for_person(visit: Visit, fields: Fields) -> Answer {
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    let secure = person.visit.app.settings.secure;
    let reading = Reading::parse(&fields, person.visit.now).ok();
    let outcome = person.submit_form(&fields, |on, reading: Reading| Command::SetReading { on, reading }).await?;
    // The device keeps them in any case, so a busy store is no reason to refuse.
    let outcome = if outcome == Outcome::Again(Vec::new(), Some(Notice::Busy)) { Outcome::Done } else { outcome };
    let response = again_or_on(person, outcome, "reading-saved", fields).await?;
    Ok(match reading {
        Some(reading) if response.status() == StatusCode::SEE_OTHER => kept_on_device(response, secure, reading),
        _ => response,
    })
}

/// What the person is called.
pub async fn show_name(visit: Visit) -> Answer {
    let person = visit.person(Subject::AtAGlance, Want::Items).await?;
    let form = FormState::of(person.state().profile().map(Profile::fields).unwrap_or_default());
    Ok(person.page(pages::settings::name(person.state(), &form)))
}

/// Saves what the person is called.
pub async fn save_name(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    let outcome = person.submit_form(&fields, |on, profile: Profile| Command::SetProfile { on, profile }).await?;
    person
        .after(outcome, "/settings/name", "name-saved", fields, |person, form| {
            pages::settings::name(person.state(), form)
        })
        .await
}

/// A language chosen at the foot of a page; back to that page.
pub async fn language(visit: Visit, Typed(fields): Typed) -> Answer {
    let language = Language::parse(fields.get("language")).unwrap_or(visit.reading.language);
    let next = local(fields.get("next")).to_owned();
    // At the desk it is the device that keeps it: whoever is signed in as a person in the same browser chose nothing.
    let visit = if visit.is_signed_in() && !cookies::is_at_desk(&next) {
        let (person, _) = visit.person_sending(Subject::AtAGlance, fields).await?;
        if person.held_back.is_some() {
            // There is no form to show again: the buttons are on every page.
            return Err(Failure::Forged);
        }
        // Only the language was seen and chosen there, so only that is changed of what stands.
        let on = person.state().version_of(Kind::Reading);
        let reading = Reading { language, ..held(&person) };
        // The device keeps it in any case, so what comes between is no reason to refuse.
        let _: Outcome = person.submit(Command::SetReading { on, reading }).await?;
        person.visit
    } else {
        visit
    };
    let response = visit.go(&next, DONE);
    Ok(kept_on_device(response, visit.app.settings.secure, Reading { language, ..visit.reading }))
}

/// Says whose the device is. It is about the person who says it: nobody else's drafts are kept on it.
async fn device(visit: Visit, fields: Fields) -> Answer {
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    let app = person.visit.app.clone();
    let shared = fields.get("device") == "shared";
    // It cannot be theirs alone and used by others in one breath.
    let own = person.visit.token_hash().filter(|_| fields.get("device") == "own" && person.visit.is_shared());
    let (outcome, cookie) = match fields.get("device") {
        "own" => {
            let tag = token::draft_tag(&app.form_key, person.claimant);
            (Outcome::Done, cookies::set_for_a_year(app.settings.secure, cookies::OWN_DEVICE, &tag))
        }
        "shared" => (Outcome::Done, cookies::clear(app.settings.secure, cookies::OWN_DEVICE)),
        _ => (Outcome::wrong("device", ErrorKind::NotChosen), None),
    };
    // This form sends only whose the device is; the one beside it is filled from what is held.
    let fields = held(&person).fields().with("device", fields.get("device"));
    let mut response = again_or_on(person, outcome, "device-saved", fields).await?;
    if response.status() == StatusCode::SEE_OTHER {
        put_cookie(&mut response, cookie);
        if let Some(token) = own {
            app.store.share_session(token, false).await?;
        }
        if shared {
            // What is on it already is not for the others either.
            clear_storage(&mut response);
        }
    }
    Ok(response)
}

async fn again_or_on(person: Person, outcome: Outcome, done: &str, fields: Fields) -> Answer {
    person
        .after(outcome, "/settings", done, fields, |person, form| pages::settings::settings(Some(person.state()), form))
        .await
}

/// The settings for someone who is not signed in: the device's own.
fn page_for_nobody(visit: &Visit, form: FormState) -> Response {
    let (wrong, content) = (!form.errors.is_empty(), pages::settings::settings(None, &form));
    if wrong {
        page(visit, visit.frame(), StatusCode::UNPROCESSABLE_ENTITY, content.with_errors())
    } else {
        page(visit, visit.frame(), StatusCode::OK, content)
    }
}

fn kept_on_device(mut response: Response, secure: bool, reading: Reading) -> Response {
    put_cookie(&mut response, cookies::set_for_a_year(secure, cookies::READING, &cookies::write_reading(reading)));
    response
}

/// A path of ours, so that a form cannot be made to lead to another site.
fn local(path: &str) -> &str {
    let is_ours = path.starts_with('/')
        && !path.starts_with("//")
        && path.chars().all(|c| c.is_ascii_lowercase() || "/-".contains(c));
    if is_ours { path } else { "/" }
}

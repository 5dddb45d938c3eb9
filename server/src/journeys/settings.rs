//! Reading settings: kept on the device for anyone, and with the person's own things when signed in.

use axum::http::StatusCode;
use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    decide::Command,
    form::{ErrorKind, FieldError, Fields, Parse as _},
    look::Subject,
    reading::{Choice as _, Language, Reading},
};

use crate::web::{
    cookies,
    reply::{page, put_cookie},
    token,
    typed::Typed,
    visit::{Answer, Outcome, Visit},
};

/// The settings.
pub async fn show(visit: Visit) -> Answer {
    let form = FormState::of(visit.reading.fields());
    let (visit, frame) = visit.any_frame().await?;
    Ok(page(&visit, frame, StatusCode::OK, pages::settings::settings(&form)))
}

/// Saves reading settings, or whose the device is.
pub async fn save(visit: Visit, Typed(fields): Typed) -> Answer {
    if fields.get("do") == "device" {
        return device(visit, fields).await;
    }
    match Reading::parse(&fields, visit.now) {
        Ok(reading) => keep(visit, reading, "/settings", &fields).await,
        Err(errors) => again(visit, FormState { fields, errors, notice: None }).await,
    }
}

/// A language chosen at the foot of a page; back to that page.
pub async fn language(visit: Visit, Typed(fields): Typed) -> Answer {
    let language = Language::parse(fields.get("language")).unwrap_or(visit.reading.language);
    let reading = Reading { language, ..visit.reading };
    let next = local(fields.get("next")).to_owned();
    keep(visit, reading, &next, &fields).await
}

async fn keep(visit: Visit, reading: Reading, to: &str, fields: &Fields) -> Answer {
    let secure = visit.app.settings.secure;
    let visit = if visit.is_signed_in() {
        let person = visit.person_sending(Subject::AtAGlance, fields).await?;
        // The device keeps them in any case, so a busy store is no reason to refuse.
        let _: Outcome = person.submit(Command::SetReading { reading }).await?;
        person.visit
    } else {
        visit
    };
    let mut response = visit.go(to, Some("reading-saved"));
    put_cookie(&mut response, cookies::set_for_a_year(secure, cookies::READING, &cookies::write_reading(reading)));
    Ok(response)
}

/// Says whose the device is. It is about the person who says it: nobody else's drafts are kept on it.
async fn device(visit: Visit, fields: Fields) -> Answer {
    let person = visit.person_sending(Subject::AtAGlance, &fields).await?;
    let app = &person.visit.app;
    let cookie = match fields.get("device") {
        "own" => {
            let tag = token::draft_tag(&app.form_key, person.claimant);
            cookies::set_for_a_year(app.settings.secure, cookies::OWN_DEVICE, &tag)
        }
        "shared" => cookies::clear(app.settings.secure, cookies::OWN_DEVICE),
        _ => {
            let error = FieldError { field: "device".to_owned(), kind: ErrorKind::NotChosen };
            let form = FormState { errors: vec![error], ..FormState::of(person.visit.reading.fields()) };
            return again(person.visit, form).await;
        }
    };
    let mut response = person.visit.go("/settings", Some("device-saved"));
    put_cookie(&mut response, cookie);
    Ok(response)
}

async fn again(visit: Visit, form: FormState) -> Answer {
    let (visit, frame) = visit.any_frame().await?;
    Ok(page(&visit, frame, StatusCode::UNPROCESSABLE_ENTITY, pages::settings::settings(&form).with_errors()))
}

/// A path of ours, so that a form cannot be made to lead to another site.
fn local(path: &str) -> &str {
    let is_ours = path.starts_with('/')
        && !path.starts_with("//")
        && path.chars().all(|c| c.is_ascii_lowercase() || "/-".contains(c));
    if is_ours { path } else { "/" }
}

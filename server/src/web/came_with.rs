//! The code that a carer came with, while they sign in: sealed into a cookie, so that it is read in no address and on no device.

use axum::http::{HeaderMap, HeaderValue};
use own_terms_domain::spoken::SpokenCode;
use own_terms_receipt::hex;

use super::cookies;
use crate::{app::App, sealing::Key};

/// What binds the code to this use of the key.
const PLACE: &[u8] = b"came with";
/// For how long it is kept: signing in by an email takes some minutes.
const WHILE: u64 = 60 * 60;

/// The code that someone came with, where there is one.
pub fn read(app: &App, headers: &HeaderMap) -> Option<SpokenCode> {
    let sealed = hex::bytes(cookies::get(headers, app.settings.secure, cookies::CAME_WITH)?)?;
    let code = String::from_utf8(key(app).open(PLACE, &sealed).ok()?).ok()?;
    SpokenCode::parse(&code).ok()
}

/// The cookie that keeps it.
pub fn keep(app: &App, code: &SpokenCode) -> Option<HeaderValue> {
    let sealed = key(app).seal(&app.entropy, PLACE, code.to_string().as_bytes()).ok()?;
    cookies::set_for(app.settings.secure, cookies::CAME_WITH, &hex::digits(&sealed), WHILE)
}

/// The cookie that forgets it.
pub fn forget(app: &App) -> Option<HeaderValue> {
    cookies::clear(app.settings.secure, cookies::CAME_WITH)
}

fn key(app: &App) -> Key {
    app.form_key.for_use("own-terms came with 1")
}

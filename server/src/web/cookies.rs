//! The cookies there are: the session, for whom it acts, reading settings, "this device is mine", what was just done,
//! "asked for a link here", "went to an identity provider from here", and the code that a carer came with. The desk has its own:
//! the session, who is opened, "went to an identity provider from here", and what was just done.

use axum::http::{HeaderMap, HeaderValue, header};
use own_terms_domain::reading::{Choice, Contrast, Language, Reading, Spacing, TextSize};

/// The session's token. Over https its name binds it to this host and to https (RFC 6265bis, `__Host-`).
pub const SESSION: &str = "own-terms-session";
/// For whom the session acts: see [`super::acting`].
pub const ACTING: &str = "own-terms-acting";
/// Reading settings, readable before signing in; they say nothing of who it is.
pub const READING: &str = "own-terms-reading";
/// What was just done, shown once.
pub const DONE: &str = "own-terms-done";
/// There when the person said that nobody else uses this device.
pub const OWN_DEVICE: &str = "own-terms-own-device";

/// There while a link to sign in that was asked for here may still be opened.
pub const ASKED: &str = "own-terms-asked";
/// There while somebody is at an identity provider: what opens the ticket of it, so that only the browser that went comes back.
pub const WENT: &str = "own-terms-went";

/// The code that a carer came with, while they sign in: see [`super::came_with`].
pub const CAME_WITH: &str = "own-terms-came-with";

/// The token of a session at the desk. It opens no place of a person, as theirs opens no desk.
pub const DESK: &str = "own-terms-desk";
/// Whom a case worker has opened: see [`super::opened`].
pub const DESK_OPENED: &str = "own-terms-desk-opened";
/// There while somebody of the desk is at the identity provider of those who work here.
pub const DESK_WENT: &str = "own-terms-desk-went";
/// What was just done at the desk, shown once there.
pub const DESK_DONE: &str = "own-terms-desk-done";

const YEAR: u64 = 365 * 24 * 60 * 60;

/// The value of a cookie that the browser sent.
pub fn get<'a>(headers: &'a HeaderMap, secure: bool, name: &str) -> Option<&'a str> {
    let wanted = full_name(secure, name);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == wanted)
        .map(|(_, value)| value)
}

/// True for an address of the desk.
pub fn is_at_desk(path: &str) -> bool {
    path == "/desk" || path.starts_with("/desk/")
}

/// The cookie that says on a page of this address what was just done.
pub fn done_at(path: &str) -> &'static str {
    if is_at_desk(path) { DESK_DONE } else { DONE }
}

/// A cookie for as long as the browser is open.
pub fn set(secure: bool, name: &str, value: &str) -> Option<HeaderValue> {
    header_value(secure, name, value, "")
}

/// A cookie for a year.
pub fn set_for_a_year(secure: bool, name: &str, value: &str) -> Option<HeaderValue> {
    set_for(secure, name, value, YEAR)
}

/// A cookie for some seconds.
pub fn set_for(secure: bool, name: &str, value: &str, seconds: u64) -> Option<HeaderValue> {
    header_value(secure, name, value, &format!("; Max-Age={seconds}"))
}

/// Takes a cookie away.
pub fn clear(secure: bool, name: &str) -> Option<HeaderValue> {
    header_value(secure, name, "", "; Max-Age=0")
}

fn full_name(secure: bool, name: &str) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

fn header_value(secure: bool, name: &str, value: &str, more: &str) -> Option<HeaderValue> {
    let name = full_name(secure, name);
    let secure = if secure { "; Secure" } else { "" };
    HeaderValue::try_from(format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{more}")).ok()
}

/// Reading settings as a cookie's value: `larger.usual.dark.cy`.
pub fn write_reading(reading: Reading) -> String {
    [reading.size.id(), reading.spacing.id(), reading.contrast.id(), reading.language.id()].join(".")
}

/// Reading settings from a cookie's value; what cannot be read is as usual.
pub fn read_reading(value: &str) -> Reading {
    let mut parts = value.split('.');
    let mut next = || parts.next().unwrap_or_default();
    let usual = Reading::default();
    Reading {
        size: TextSize::parse(next()).unwrap_or(usual.size),
        spacing: Spacing::parse(next()).unwrap_or(usual.spacing),
        contrast: Contrast::parse(next()).unwrap_or(usual.contrast),
        language: Language::parse(next()).unwrap_or(usual.language),
    }
}

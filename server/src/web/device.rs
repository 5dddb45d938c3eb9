//! What sort of device asks, as a word that a person knows it by. What the browser says of itself is not kept.

use axum::http::{HeaderMap, header::USER_AGENT};
use own_terms_domain::account::Device;

/// The sort of device that a request's headers tell of.
pub fn of(headers: &HeaderMap) -> Device {
    let said = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    // Phones first: most name a computer's system as well.
    if has(&["Mobi", "Android", "iPhone", "iPad"]) {
        Device::Phone
    } else if has(&["Windows", "Macintosh", "X11", "CrOS"]) {
        Device::Computer
    } else {
        Device::Other
    }
}

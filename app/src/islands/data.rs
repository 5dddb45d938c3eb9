//! What a page hands to an island: pairs of names and texts in one attribute, read by the browser's own decoder.
//!
//! Leptos would hand over props as JSON, whose reader costs a phone 25 kB; this costs nothing. See the decision
//! "Islands without props".

use own_terms_domain::form::Fields;

/// The attribute that holds the pairs.
pub const ATTRIBUTE: &str = "data-pairs";

/// Pairs as an attribute's value.
#[cfg(feature = "ssr")]
pub fn write(pairs: &Fields) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs.iter()).finish()
}

/// The pairs that an element was given.
#[cfg(feature = "hydrate")]
pub fn read(element: &web_sys::Element) -> Fields {
    let text = element.get_attribute(ATTRIBUTE).unwrap_or_default();
    web_sys::UrlSearchParams::new_with_str(&text).map(|pairs| super::dom::pairs(&pairs)).unwrap_or_default()
}

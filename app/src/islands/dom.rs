//! The few things that islands do with the page round them: forms, listening, storage. On the server they do nothing.

use own_terms_domain::form::Fields;

#[cfg(not(feature = "hydrate"))]
mod quiet {
    use super::Fields;

    /// Calls `then` with the form's fields at each change in it.
    pub fn on_form_input(_form: &str, _then: impl Fn(Fields) + 'static) {}
}
#[cfg(not(feature = "hydrate"))]
pub use quiet::on_form_input;

#[cfg(feature = "hydrate")]
pub use live::*;

#[cfg(feature = "hydrate")]
mod live {
    use gloo_events::{EventListener, EventListenerOptions};
    use wasm_bindgen::JsCast as _;
    use web_sys::{Document, Element, Event, FormData, HtmlElement, HtmlFormElement, Storage};

    use super::Fields;

    /// The page.
    pub fn document() -> Option<Document> {
        web_sys::window()?.document()
    }

    /// A form by its id.
    pub fn form(id: &str) -> Option<HtmlFormElement> {
        document()?.get_element_by_id(id)?.dyn_into().ok()
    }

    /// The fields of a form as they would be sent; files, of which there are none, left out.
    pub fn fields(form: &HtmlFormElement) -> Fields {
        let Ok(data) = FormData::new_with_form(form) else { return Fields::new() };
        let text = |value: &js_sys::Array, at| value.get(at).as_string();
        js_sys::Array::from(&data)
            .iter()
            .filter_map(|pair| {
                let pair = js_sys::Array::from(&pair);
                Some((text(&pair, 0)?, text(&pair, 1)?))
            })
            .collect()
    }

    /// Listens as long as the page is there.
    pub fn listen(target: &web_sys::EventTarget, event: &'static str, then: impl FnMut(&Event) + 'static) {
        EventListener::new(target, event, then).forget();
    }

    /// Listens, and does `then` instead of what the browser would do.
    pub fn listen_and_stop(target: &web_sys::EventTarget, event: &'static str, then: impl Fn() + 'static) {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(target, event, options, move |event| {
            event.prevent_default();
            then();
        })
        .forget();
    }

    /// Calls `then` with the form's fields at each change in it.
    pub fn on_form_input(id: &str, then: impl Fn(Fields) + 'static) {
        let Some(form) = form(id) else { return };
        let target = form.clone();
        listen(&target, "input", move |_| then(fields(&form)));
    }

    /// Every element that a selector finds.
    pub fn all(selector: &str) -> Vec<HtmlElement> {
        let Some(found) = document().and_then(|document| document.query_selector_all(selector).ok()) else {
            return Vec::new();
        };
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
    }

    /// An element by its id.
    pub fn by_id(id: &str) -> Option<Element> {
        document()?.get_element_by_id(id)
    }

    /// What is kept on the device; none where the browser does not allow it.
    pub fn storage() -> Option<Storage> {
        web_sys::window()?.local_storage().ok()?
    }
}

//! The few things that islands do with the page round them: forms, listening, storage.

use std::{cell::Cell, rc::Rc, time::Duration};

use gloo_events::{EventListener, EventListenerOptions};
use own_terms_domain::form::Fields;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, Event, FormData, HtmlElement, HtmlFormElement, KeyboardEvent, Storage};

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
    pairs(&data)
}

/// The pairs of names and texts that something of the browser's goes through; what is no text is left out.
pub fn pairs(of: &wasm_bindgen::JsValue) -> Fields {
    let pair = |pair| {
        let pair = js_sys::Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    js_sys::Array::from(of).iter().filter_map(pair).collect()
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

/// Listens, and when `then` says that it has seen to it, the browser does nothing more.
pub fn listen_and_maybe_stop(
    target: &web_sys::EventTarget,
    event: &'static str,
    then: impl Fn(&Event) -> bool + 'static,
) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, event, options, move |event| {
        if then(event) {
            event.prevent_default();
        }
    })
    .forget();
}

/// Calls `then` with the form's fields at each change in it.
pub fn on_form_input(id: &str, mut then: impl FnMut(Fields) + 'static) {
    let Some(form) = form(id) else { return };
    let target = form.clone();
    listen(&target, "input", move |_| then(fields(&form)));
}

/// Moves the focus into a form: to its first field or, where all are folded away, to what unfolds them.
///
/// Never to a button: a second press on what is gone by now would be an answer that nobody meant to give. For the same
/// reason a key that is still held down does nothing more in the form until it is let go.
pub fn focus_in(form: &HtmlFormElement, still_held: &Cell<bool>) {
    let places =
        all("form input:not([type=hidden]), form select, form textarea").into_iter().chain(all("form summary"));
    for place in places.filter(|place| form.contains(Some(place))) {
        let _ = place.focus();
        // One that is not shown does not take it.
        if place.matches(":focus") == Ok(true) {
            still_held.set(true);
            return;
        }
    }
}

/// While `still_held` is set, keeps a key that is held down from doing anything in the form; a new press is heeded.
pub fn heed_no_held_key(form: &HtmlFormElement, still_held: Rc<Cell<bool>>) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(form, "keydown", options, move |event| {
        if !event.dyn_ref::<KeyboardEvent>().is_some_and(KeyboardEvent::repeat) {
            still_held.set(false);
        } else if still_held.get() {
            event.prevent_default();
        }
    })
    .forget();
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

/// Sets the text of an element.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = by_id(id) {
        element.set_text_content(Some(text));
    }
}

/// Shows or hides an element.
pub fn show(id: &str, shown: bool) {
    if let Some(element) = by_id(id) {
        let _ = element.toggle_attribute_with_force("hidden", !shown);
    }
}

/// Sets the content of an element; what a person typed is escaped in it already.
pub fn set_html(id: &str, html: &str) {
    if let Some(element) = by_id(id) {
        element.set_inner_html(html);
    }
}

/// Lower case, by the browser, which has the tables for it.
pub fn to_lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// Something to call when `then` is to be done, but not while a mouse button or a finger is down.
///
/// A press that leaves a field changes it before the press ends. A page that moves in between takes the button away from
/// under the finger, and the press is lost: twice the work for someone with a tremor.
pub fn after_press(then: impl Fn() + 'static) -> impl Fn() {
    let then = Rc::new(then);
    let (down, waiting) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
    let soon = move || {
        let then = then.clone();
        // After the click that the end of a press brings with it.
        leptos::prelude::set_timeout(move || then(), Duration::ZERO);
    };
    if let Some(document) = document() {
        let pressed = down.clone();
        listen(&document, "pointerdown", move |_| pressed.set(true));
        for end in ["pointerup", "pointercancel"] {
            let (down, waiting, soon) = (down.clone(), waiting.clone(), soon.clone());
            listen(&document, end, move |_| {
                down.set(false);
                if waiting.take() {
                    soon();
                }
            });
        }
    }
    move || if down.get() { waiting.set(true) } else { soon() }
}

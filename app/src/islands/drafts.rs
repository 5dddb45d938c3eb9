//! What is being written, kept on the device until it is saved, and only where the person said that it is theirs alone.

use own_terms_domain::form::Fields;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::dom;

/// Drafts begin with this, and with nothing that tells what they are.
const PREFIX: &str = "own-terms:";
/// The marks of drafts that were sent.
const SENT: &str = "own-terms-sent:";
/// Between the fields and between name and value: characters that no field that can be saved has.
const FIELD: char = '\u{1e}';
const VALUE: char = '\u{1f}';

/// Where the draft of a form is kept; only the same person gets it back.
pub fn key(person: &str, form: &str) -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    format!("{PREFIX}{person}:{path}:{form}")
}

/// Keeps what is typed. What the page put into the form itself is no part of it.
pub fn keep(key: &str, fields: &Fields) {
    let text = fields
        .iter()
        .filter(|(name, _)| !is_hidden(name))
        .map(|(name, value)| format!("{name}{VALUE}{value}"))
        .collect::<Vec<_>>()
        .join(&FIELD.to_string());
    if let Some(storage) = dom::storage() {
        // A full storage is no reason to disturb someone who is writing.
        let _ = storage.set_item(key, &text);
    }
}

/// The draft, if there is one and it says something else than the form does.
pub fn find(key: &str, shown: &Fields) -> Option<Fields> {
    let text = dom::storage()?.get_item(key).ok()??;
    let draft: Fields = text.split(FIELD).filter_map(|field| field.split_once(VALUE)).collect();
    let same = |a: &Fields, b: &Fields| {
        a.iter().all(|(name, value)| is_hidden(name) || value.is_empty() || b.has(name, value))
    };
    (!same(&draft, shown)).then_some(draft)
}

/// Forgets one draft.
pub fn forget(key: &str) {
    if let Some(storage) = dom::storage() {
        let _ = storage.remove_item(key);
        let _ = storage.remove_item(&sent(key));
    }
}

/// Notes that a form was sent: its draft goes once the service says that it is saved, and not before.
pub fn mark_sent(key: &str, form: &str) {
    if let Some(storage) = dom::storage() {
        let _ = storage.set_item(&sent(key), form);
    }
}

/// Notes that a form is open again, so it was not saved after all.
pub fn mark_open(key: &str) {
    if let Some(storage) = dom::storage() {
        let _ = storage.remove_item(&sent(key));
    }
}

fn sent(key: &str) -> String {
    key.replacen(PREFIX, SENT, 1)
}

/// Forgets the drafts of the form that `done`, the name of what the service says was done, is about: `goal-added` is
/// about the form `goal`.
pub fn forget_saved(done: &str) {
    for key in keys(SENT) {
        let form = dom::storage().and_then(|storage| storage.get_item(&key).ok()?).unwrap_or_default();
        if !form.is_empty() && done.starts_with(form.trim_end_matches('s')) {
            forget(&key.replacen(SENT, PREFIX, 1));
        }
    }
}

/// Forgets every draft on the device.
pub fn forget_all() {
    for key in keys("own-terms") {
        if let Some(storage) = dom::storage() {
            let _ = storage.remove_item(&key);
        }
    }
}

fn keys(prefix: &str) -> Vec<String> {
    let Some(storage) = dom::storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    (0..count).filter_map(|at| storage.key(at).ok()?).filter(|key| key.starts_with(prefix)).collect()
}

fn is_hidden(name: &str) -> bool {
    matches!(name, "token" | "version" | "goal")
}

/// Puts the draft into the form.
pub fn put_back(key: &str, form: &HtmlFormElement) {
    let Some(draft) = find(key, &dom::fields(form)) else { return };
    let elements = form.elements();
    for at in 0..elements.length() {
        let Some(field) = elements.item(at) else { continue };
        let Some(name) = field.get_attribute("name") else { continue };
        // What was folded away is shown, so that something is seen to happen.
        if !draft.get(&name).is_empty()
            && let Ok(Some(folded)) = field.closest("details")
        {
            let _ = folded.set_attribute("open", "");
        }
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "hidden" => {}
                "radio" | "checkbox" => input.set_checked(draft.has(&name, &input.value())),
                _ => input.set_value(draft.get(&name)),
            }
        } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(draft.get(&name));
            // As if typed, so that what counts its characters does.
            if let Ok(input) = web_sys::Event::new("input") {
                let _ = area.dispatch_event(&input);
            }
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.set_value(draft.get(&name));
        }
    }
}

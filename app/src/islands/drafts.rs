//! What is being written, kept on the device until it is saved, and only where the person said that it is theirs alone.
//!
//! Each visit to a form has a draft of its own, so that what is typed while an older one is on offer takes no place but its
//! own. Drafts are offered one at a time, the newest first; each stays until it is saved or thrown away.

use std::cell::RefCell;

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

/// The drafts of a form: the one being written in it, and those from before.
pub struct Drafts {
    form: HtmlFormElement,
    /// What the keys of all of them begin with; only the same person at the same address gets them back.
    prefix: String,
    /// The key of what is being written.
    own: RefCell<String>,
    /// The key of the one on offer.
    on_offer: RefCell<Option<String>>,
    /// What the page came with, where that is no draft itself: there is no need to keep it.
    came_with: Option<Fields>,
}

impl Drafts {
    /// The drafts of a form that was just opened.
    pub fn of(form: HtmlFormElement, person: &str, id: &str) -> Self {
        let location = web_sys::window().map(|window| window.location());
        let place = location.and_then(|at| Some(at.pathname().ok()? + &at.search().ok()?)).unwrap_or_default();
        let prefix = format!("{PREFIX}{person}:{place}:{id}:");
        // What was sent from here is open again, so it was not saved after all.
        for mark in keys(&sent(&prefix)) {
            remove(&mark);
        }
        let shown = dom::fields(&form);
        // A draft that the page shows came back unsaved: it goes on, and twice the same is one.
        let mut own = None;
        for key in keys(&prefix) {
            if read(&key).is_some_and(|draft| says_the_same(&draft, &shown))
                && let Some(twin) = own.replace(key)
            {
                remove(&twin);
            }
        }
        let came_with = own.is_none().then_some(shown);
        let own = RefCell::new(own.unwrap_or_else(|| new_key(&prefix)));
        Self { form, prefix, own, on_offer: RefCell::default(), came_with }
    }

    /// Keeps what the form says; what the page put into it itself is no part of it. False if there is no room.
    pub fn keep(&self) -> bool {
        let fields = dom::fields(&self.form);
        let own = self.own.borrow();
        if self.came_with.as_ref().is_some_and(|first| says_the_same(first, &fields)) {
            remove(&own);
            return true;
        }
        let text = fields
            .iter()
            .filter(|(name, _)| !is_hidden(name))
            .map(|(name, value)| format!("{name}{VALUE}{value}"))
            .collect::<Vec<_>>()
            .join(&FIELD.to_string());
        // A full storage is no reason to disturb someone who is writing.
        dom::storage().is_some_and(|storage| storage.set_item(&own, &text).is_ok())
    }

    /// Chooses what to offer: the newest draft that says something else than the form does. False if there is none.
    pub fn offer(&self) -> bool {
        let (own, shown) = (self.own.borrow(), dom::fields(&self.form));
        let differs = |key: &String| *key != *own && read(key).is_some_and(|draft| !says_the_same(&draft, &shown));
        let newest = keys(&self.prefix).into_iter().filter(differs).max();
        self.on_offer.replace(newest);
        self.on_offer.borrow().is_some()
    }

    /// Puts the draft on offer into the form. What the form said until then is a draft itself, and can be offered.
    pub fn put_back(&self) {
        let Some(key) = self.on_offer.take() else { return };
        let Some(draft) = read(&key) else { return };
        self.keep();
        self.own.replace(new_key(&self.prefix));
        fill(&self.form, &draft);
        // The old place goes once there is a new one.
        if self.keep() {
            remove(&key);
        }
    }

    /// Forgets the draft on offer.
    pub fn throw_away(&self) {
        if let Some(key) = self.on_offer.take() {
            remove(&key);
        }
    }

    /// Notes that the form was sent: its draft goes once the service says that it is saved, and not before.
    pub fn mark_sent(&self, id: &str) {
        if let Some(storage) = dom::storage() {
            let _ = storage.set_item(&sent(&self.own.borrow()), id);
        }
    }
}

/// A key that no draft has. Keys hold the time, so that they stand in the order in which drafts were begun.
fn new_key(prefix: &str) -> String {
    let mut key = format!("{prefix}{}", String::from(js_sys::Date::new_0().to_iso_string()));
    while read(&key).is_some() {
        key.push('+');
    }
    key
}

fn read(key: &str) -> Option<Fields> {
    let text = dom::storage()?.get_item(key).ok()??;
    Some(text.split(FIELD).filter_map(|field| field.split_once(VALUE)).collect())
}

fn remove(key: &str) {
    if let Some(storage) = dom::storage() {
        let _ = storage.remove_item(key);
    }
}

/// True if a person would see no difference: what is empty is as good as not there.
fn says_the_same(a: &Fields, b: &Fields) -> bool {
    let within = |a: &Fields, b: &Fields| {
        a.iter().all(|(name, value)| is_hidden(name) || value.is_empty() || b.has(name, value))
    };
    within(a, b) && within(b, a)
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
            remove(&key.replacen(SENT, PREFIX, 1));
            remove(&key);
        }
    }
}

/// Forgets every draft on the device.
pub fn forget_all() {
    for key in keys("own-terms") {
        remove(&key);
    }
}

fn keys(prefix: &str) -> Vec<String> {
    let Some(storage) = dom::storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    (0..count).filter_map(|at| storage.key(at).ok()?).filter(|key| key.starts_with(prefix)).collect()
}

fn is_hidden(name: &str) -> bool {
    matches!(name, "token" | "version" | "goal" | "what" | "seen")
}

/// Writes a draft into the form.
fn fill(form: &HtmlFormElement, draft: &Fields) {
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
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.set_value(draft.get(&name));
        }
    }
}

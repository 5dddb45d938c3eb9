//! A form helped as it is filled in: checked by the rules that the server has, counted, and kept as a draft.

#![expect(missing_docs, reason = "the island macro makes a struct without a comment")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the help says, finished in the reader's language.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FormWords {
    /// The word before a mistake, "Error:".
    pub error: String,
    /// Each mistake: `<field>-<kind>` or `<kind>`, and the words.
    pub mistakes: Vec<(String, String)>,
    /// How many characters are left, with `{count}`; and how many too many there are.
    pub left: [String; 2],
}

/// What a draft is kept under, and what is said about it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DraftWords {
    /// Whose it is, in a form that says nothing.
    pub person: String,
    /// That there is one.
    pub found: String,
    /// The button that puts it back.
    pub put_back: String,
    /// The button that throws it away.
    pub throw_away: String,
}

/// Help with the form it stands in. It is silent until a field is left, and never says that a field is empty.
#[island]
pub fn FormHelp(
    /// The id of the form.
    form: String,
    /// Today, for the days that may not have passed.
    today: String,
    /// What it says.
    words: FormWords,
    /// Where drafts may be kept.
    draft: Option<DraftWords>,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let offered = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    live::begin(&form, &today, words, draft.as_ref(), said, offered);
    #[cfg(not(feature = "hydrate"))]
    let _ = (&today, words);
    let draft = draft.map(|words| {
        let key = words.person.clone();
        let (back_form, away_form, away_key) = (form.clone(), form.clone(), key.clone());
        let put_back = move |_| {
            #[cfg(feature = "hydrate")]
            live::put_back(&key, &back_form);
            #[cfg(not(feature = "hydrate"))]
            let _ = (&key, &back_form);
            offered.set(false);
        };
        let throw_away = move |_| {
            #[cfg(feature = "hydrate")]
            super::drafts::forget(&super::drafts::key(&away_key, &away_form));
            #[cfg(not(feature = "hydrate"))]
            let _ = (&away_key, &away_form);
            offered.set(false);
        };
        view! {
            <div class="panel" role="status" hidden=move || !offered.get()>
                <p>{words.found}</p>
                <div class="actions">
                    <button type="button" class="button" on:click=put_back>{words.put_back}</button>
                    <button type="button" class="button" on:click=throw_away>{words.throw_away}</button>
                </div>
            </div>
        }
    });
    view! {
        {draft}
        // Beside the field the mistake is shown; here it is said, since focus has moved on.
        <p class="visually-hidden" role="status">{move || said.get()}</p>
    }
}

#[cfg(feature = "hydrate")]
mod live {
    use leptos::prelude::*;
    use own_terms_domain::{
        contact::{Safe, Ways, WishDraft},
        form::{ErrorKind, FieldError, Fields, Parse},
        goals::GoalDraft,
        terms::{Break, Formats, Pace, Times, WithMe},
        time::Now,
    };
    use wasm_bindgen::JsCast as _;
    use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

    use super::{DraftWords, FormWords};
    use crate::islands::{dom, drafts};

    /// What is wrong with a form: the very rules of the server.
    fn check(form: &str, fields: &Fields, now: Now) -> Vec<FieldError> {
        fn errors<F: Parse>(fields: &Fields, now: Now) -> Vec<FieldError> {
            F::parse(fields, now).err().unwrap_or_default()
        }
        match form {
            "goal" => errors::<GoalDraft>(fields, now),
            "wish" => errors::<WishDraft>(fields, now),
            "ways" => errors::<Ways>(fields, now),
            "safe" => errors::<Safe>(fields, now),
            "formats" => errors::<Formats>(fields, now),
            "with-me" => errors::<WithMe>(fields, now),
            "pace" => errors::<Pace>(fields, now),
            "times" => errors::<Times>(fields, now),
            "breaks" => errors::<Break>(fields, now),
            _ => Vec::new(),
        }
    }

    pub fn begin(
        id: &str,
        today: &str,
        words: FormWords,
        draft: Option<&DraftWords>,
        said: RwSignal<String>,
        offered: RwSignal<bool>,
    ) {
        let Some(form) = dom::form(id) else { return };
        let today = today.parse().unwrap_or(jiff::civil::Date::ZERO);
        let now = Now { at: jiff::Timestamp::UNIX_EPOCH, today };
        let id = id.to_owned();
        let draft = draft.map(|draft| drafts::key(&draft.person, &id));
        if let Some(key) = &draft {
            offered.set(drafts::find(key, &dom::fields(&form)).is_some());
            let key = key.clone();
            dom::listen(&form, "submit", move |_| drafts::mark_sent(&key));
        }
        {
            let (form, words) = (form.clone(), words.clone());
            let target = form.clone();
            dom::listen(&target, "input", move |event| {
                if let Some(key) = &draft
                    && !offered.get_untracked()
                {
                    drafts::keep(key, &dom::fields(&form));
                }
                if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) {
                    count(&field, &words.left);
                }
            });
        }
        let target = form.clone();
        dom::listen(&target, "change", move |event| {
            let Some(name) = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.get_attribute("name"))
            else {
                return;
            };
            let errors = check(&id, &dom::fields(&form), now);
            // A field that was wrong and no longer is, and the one just left.
            for shown in dom::all("[aria-invalid]").into_iter().filter_map(|field| field.get_attribute("name")) {
                if !errors.iter().any(|error| error.field == shown) {
                    show(&form, &shown, None, &words.error);
                }
            }
            let wrong = errors.iter().find(|error| error.field == name && !is_missing(error.kind));
            let message = wrong.map(|error| message(&words, error));
            show(&form, &name, message.as_deref(), &words.error);
            said.set(message.unwrap_or_default());
        });
    }

    /// Nothing written or chosen yet is not a mistake while someone is still at it.
    fn is_missing(kind: ErrorKind) -> bool {
        matches!(kind, ErrorKind::Empty | ErrorKind::NotChosen)
    }

    fn message(words: &FormWords, error: &FieldError) -> String {
        let field = error.field.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
        let find = |id: &str| words.mistakes.iter().find(|(of, _)| of == id).map(|(_, said)| said.clone());
        let said = find(&format!("{field}-{}", error.kind.id())).or_else(|| find(error.kind.id())).unwrap_or_default();
        match error.kind.max() {
            Some(max) => said.replace("{max}", &max.to_string()),
            None => said,
        }
    }

    /// Shows or takes away what is wrong beside a field, wired as the server wires it.
    fn show(form: &HtmlFormElement, name: &str, message: Option<&str>, error: &str) {
        let Ok(Some(field)) = form.query_selector(&format!("[name='{name}']")) else { return };
        let Some(place) =
            dom::by_id(&format!("{}-error", field.id())).and_then(|place| place.dyn_into::<HtmlElement>().ok())
        else {
            return;
        };
        let group = field.closest(".field").ok().flatten();
        match message {
            Some(message) => {
                place.set_text_content(Some(message));
                if let Some(document) = dom::document()
                    && let Ok(before) = document.create_element("span")
                {
                    before.set_class_name("visually-hidden");
                    before.set_text_content(Some(&format!("{error} ")));
                    let _ = place.prepend_with_node_1(&before);
                }
                let _ = field.set_attribute("aria-invalid", "true");
            }
            None => {
                place.set_text_content(None);
                let _ = field.remove_attribute("aria-invalid");
            }
        }
        place.set_hidden(message.is_none());
        if let Some(group) = group {
            let _ = group.class_list().toggle_with_force("wrong", message.is_some());
        }
    }

    /// How much more can be written, beside the field; not said aloud, since it would drown what is being written.
    fn count(field: &HtmlTextAreaElement, left: &[String; 2]) {
        let Some(place) = dom::by_id(&format!("{}-count", field.id())) else { return };
        let Some(max) = place.get_attribute("data-max").and_then(|max| max.parse::<usize>().ok()) else { return };
        let used = field.value().chars().count();
        let (words, count) = if used <= max { (&left[0], max - used) } else { (&left[1], used - max) };
        place.set_text_content(Some(&words.replace("{count}", &count.to_string())));
    }

    /// Puts the draft into the form.
    pub fn put_back(person: &str, id: &str) {
        let Some(form) = dom::form(id) else { return };
        let Some(draft) = drafts::find(&drafts::key(person, id), &dom::fields(&form)) else { return };
        let elements = form.elements();
        for at in 0..elements.length() {
            let Some(field) = elements.item(at) else { continue };
            let Some(name) = field.get_attribute("name") else { continue };
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
}

//! A form helped as it is filled in: checked by the rules that the server has, counted, and kept as a draft.

use leptos::prelude::*;

/// Help for the form on the page that asks for it. It is silent until a field is left, and never says that one is empty.
#[island]
pub fn FormHelp() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    live::begin();
}

#[cfg(feature = "hydrate")]
mod live {
    use std::{cell::RefCell, rc::Rc};

    use own_terms_domain::{
        agreement::AgreementDraft,
        contact::{Safe, Ways, WishDraft},
        correction::CorrectionDraft,
        dates::parse_date,
        form::{ErrorKind, FieldError, Fields, Parse},
        goals::GoalDraft,
        record::OtherView,
        terms::{Break, Formats, Pace, Times, WithMe},
        time::Now,
    };
    use wasm_bindgen::JsCast as _;
    use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlTextAreaElement};

    use crate::islands::{data, dom, drafts, drafts::Drafts};

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
            "correction" => errors::<CorrectionDraft>(fields, now),
            "differently" => errors::<OtherView>(fields, now),
            "breaks" => errors::<Break>(fields, now),
            "agreement" => errors::<AgreementDraft>(fields, now),
            // Of a message nothing can be wrong but its length, which is counted as it is typed.
            _ => Vec::new(),
        }
    }

    pub fn begin() {
        let Some(help) = dom::by_id("form-help") else { return };
        let words = data::read(&help);
        let id = words.get("form").to_owned();
        let (Some(form), Ok(today)) = (dom::form(&id), parse_date(words.get("today"))) else { return };
        let drafts = keep_drafts(&form, &words);
        dom::listen(&form, "input", {
            let words = words.clone();
            move |event| {
                if let Some(drafts) = &drafts {
                    drafts.keep();
                }
                if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) {
                    count(&field, &words);
                }
            }
        });
        let now = Now { at: jiff::Timestamp::UNIX_EPOCH, today };
        let target = form.clone();
        let judge = Rc::new(move |name: &str| {
            let errors = check(&id, &dom::fields(&form), now);
            // Fields that were wrong and no longer are, and then the one just left.
            for shown in dom::all("[aria-invalid]").iter().filter_map(|field| field.get_attribute("name")) {
                if !errors.iter().any(|error| error.field == shown) {
                    show(&form, &shown, None, &words);
                }
            }
            let wrong = errors.iter().find(|error| error.field == name && !is_missing(error.kind));
            let message = wrong.map(|error| message(&words, error));
            show(&form, name, message.as_deref(), &words);
            // Beside the field the mistake is shown; here it is said, since focus has moved on.
            dom::set_text("form-said", message.as_deref().unwrap_or_default());
        });
        let left: Rc<RefCell<Option<String>>> = Rc::default();
        let after_press = dom::after_press({
            let left = left.clone();
            move || {
                if let Some(name) = left.take() {
                    judge(&name);
                }
            }
        });
        dom::listen(&target, "change", move |event| {
            let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            *left.borrow_mut() = field.and_then(|field| field.get_attribute("name"));
            after_press();
        });
    }

    /// Nothing written or chosen yet is not a mistake while someone is still at it.
    fn is_missing(kind: ErrorKind) -> bool {
        matches!(kind, ErrorKind::Empty | ErrorKind::NotChosen)
    }

    fn message(words: &Fields, error: &FieldError) -> String {
        let field = error.plain_field();
        let own = words.get(&format!("{field}-{}", error.kind.id()));
        let said = if own.is_empty() { words.get(error.kind.id()) } else { own };
        match error.kind.max() {
            Some(max) => said.replace("{max}", &max.to_string()),
            None => said.to_owned(),
        }
    }

    /// Shows or takes away what is wrong beside a field, wired as the server wires it.
    fn show(form: &HtmlFormElement, name: &str, message: Option<&str>, words: &Fields) {
        let Ok(Some(field)) = form.query_selector(&format!("[name='{name}']")) else { return };
        let place = dom::by_id(&format!("{}-error", field.id())).and_then(|place| place.dyn_into::<HtmlElement>().ok());
        let Some(place) = place else { return };
        place.set_text_content(message);
        place.set_hidden(message.is_none());
        if message.is_some() {
            if let Some(Ok(before)) = dom::document().map(|document| document.create_element("span")) {
                before.set_class_name("visually-hidden");
                before.set_text_content(Some(&format!("{} ", words.get("error"))));
                let _ = place.prepend_with_node_1(&before);
            }
            let _ = field.set_attribute("aria-invalid", "true");
        } else {
            let _ = field.remove_attribute("aria-invalid");
        }
        if let Ok(Some(group)) = field.closest(".field") {
            let _ = group.class_list().toggle_with_force("wrong", message.is_some());
        }
    }

    /// How much more can be written, beside the field; not said aloud, since it would drown what is being written.
    fn count(field: &HtmlTextAreaElement, words: &Fields) {
        let (most, left) = (format!("{}-count", field.id()), format!("{}-left", field.id()));
        let max = dom::by_id(&most).and_then(|place| place.get_attribute("data-max")?.parse::<usize>().ok());
        let Some(max) = max else { return };
        let used = field.value().chars().count();
        let (said, count) = if used <= max { ("left", max - used) } else { ("over", used - max) };
        // What describes the field stays as it is, also while it is not shown.
        dom::show(&most, false);
        dom::show(&left, true);
        dom::set_text(&left, &words.get(said).replace("{count}", &count.to_string()));
    }

    /// Offers the drafts that there are, one at a time; none where none may be kept.
    fn keep_drafts(form: &HtmlFormElement, words: &Fields) -> Option<Rc<Drafts>> {
        dom::by_id("draft")?;
        // What was saved is no draft, and the island that knows stands further down and wakes later.
        drafts::forget_saved(data::read(&dom::by_id("leaving")?).get("done"));
        let id = words.get("form").to_owned();
        let drafts = Rc::new(Drafts::of(form.clone(), words.get("person"), &id));
        dom::listen(form, "submit", {
            let drafts = drafts.clone();
            move |_| drafts.mark_sent(&id)
        });
        if drafts.offer() {
            dom::show("draft", true);
        }
        let still_held = Rc::default();
        dom::heed_no_held_key(form, Rc::clone(&still_held));
        let answer = |button: &str, answer: fn(&Drafts)| {
            let Some(button) = dom::by_id(button) else { return };
            let (drafts, form, words) = (drafts.clone(), form.clone(), words.clone());
            let still_held = Rc::clone(&still_held);
            dom::listen(&button, "click", move |_| {
                answer(&drafts);
                // As if typed, so that what counts and what draws the month do.
                if let Ok(input) = web_sys::Event::new("input") {
                    let _ = form.dispatch_event(&input);
                }
                for area in dom::all("textarea") {
                    count(area.unchecked_ref(), &words);
                }
                if drafts.offer() {
                    dom::set_text("draft-said", words.get("also"));
                } else {
                    dom::show("draft", false);
                    // The button that had the focus is gone.
                    dom::focus_in(&form, &still_held);
                }
            });
        };
        answer("draft-put-back", Drafts::put_back);
        answer("draft-throw-away", Drafts::throw_away);
        Some(drafts)
    }
}

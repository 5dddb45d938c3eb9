//! The state of a form on a page: what was typed, what is wrong with it, in the reader's words.

use leptos::prelude::*;
use own_terms_domain::{
    form::{FieldError, Fields},
    item::Version,
};

use crate::{
    components::ErrorSummary,
    i18n::{FluentArgs, say, say_if_any},
    t,
};

/// Why a form without mistakes was not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// What it changes was changed since it was opened; the version that stands now.
    Changed(Version),
    /// Others were writing for too long; sending it again is safe.
    Busy,
    /// Support is stopped.
    Stopped,
}

/// A form as it is shown: fresh, or again after it was refused, with everything that was typed.
#[derive(Debug, Clone, Default)]
pub struct FormState {
    /// What was typed, or what is held.
    pub fields: Fields,
    /// What is wrong, in the order of the fields.
    pub errors: Vec<FieldError>,
    /// Why else it was not saved.
    pub notice: Option<Notice>,
}

impl FormState {
    /// A form filled in with what is held.
    pub fn of(fields: Fields) -> Self {
        Self { fields, ..Self::default() }
    }

    /// The value to show in a field.
    pub fn value(&self, name: &str) -> String {
        self.fields.get(name).to_owned()
    }

    /// True if a box or radio is to be shown chosen.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.fields.has(name, value)
    }

    /// What is wrong with a field, in words.
    pub fn error(&self, name: &str) -> Option<String> {
        self.errors.iter().find(|error| error.field == name).map(say_error)
    }

    /// The version that the form is to carry: what stands now, once the person has been told of it.
    pub fn version(&self, stands: Version) -> String {
        match self.notice {
            None if !self.errors.is_empty() => self.value("version"),
            _ => stands.to_string(),
        }
    }

    /// What is wrong, or why else it was not saved; nothing on a fresh form. `stands` is what is saved now, shown only
    /// where it was changed meanwhile, so that both versions are there to choose from.
    pub fn problems(&self, stands: impl FnOnce() -> AnyView) -> AnyView {
        let notice = match self.notice {
            None => return view! { <ErrorSummary mistakes=self.mistakes() /> }.into_any(),
            Some(Notice::Busy) => view! { <p>{t!("notice-busy")}</p> }.into_any(),
            Some(Notice::Stopped) => {
                view! { <p>{t!("notice-stopped")} " " <a href="/stop">{t!("frame-come-back")}</a></p> }.into_any()
            }
            Some(Notice::Changed(_)) => {
                view! { <p>{t!("notice-changed")}</p> {stands()} <p>{t!("notice-changed-choose")}</p> }.into_any()
            }
        };
        view! {
            <div class="error-summary" role="group" aria-labelledby="notice-title" tabindex="-1" autofocus>
                <h2 id="notice-title">{t!("notice-title")}</h2>
                {notice}
            </div>
        }
        .into_any()
    }

    /// Each mistake: the field's name and the words.
    pub fn mistakes(&self) -> Vec<(String, String)> {
        self.errors.iter().map(|error| (error.field.clone(), say_error(error))).collect()
    }
}

/// A mistake in words: those for this field, or those for any field.
pub fn say_error(error: &FieldError) -> String {
    let mut args = FluentArgs::new();
    if let Some(max) = error.kind.max() {
        args.set("max", max);
    }
    // Repeated fields are numbered, `from-2`; their messages are not.
    let field = error.field.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    let id = error.kind.id();
    say_if_any(&format!("error-{field}-{id}"), Some(&args)).unwrap_or_else(|| say(&format!("error-{id}"), Some(&args)))
}

//! The state of a form on a page: what was typed, what is wrong with it, in the reader's words.

use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;
use own_terms_domain::{
    form::{FieldError, Fields},
    hours::WEEK,
    item::Version,
};

use crate::{
    components::ErrorSummary,
    i18n::{FluentArgs, say, say_date, say_if_any, say_weekday},
    pages::words::say_moment,
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
    /// They have to show again that it is them.
    SignInAgain,
    /// The law keeps it until this day.
    KeptByLaw(Date),
    /// It can be done from this moment on.
    NotBefore(Timestamp),
    /// They were not signed in any more; it is kept until they are.
    Kept,
    /// They were not signed in any more, and now are again.
    SignedOut,
    /// The page it is on was from another session.
    OldPage,
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

    /// The version that the form is to carry: the one that was seen, or what stands now once the person has been told.
    pub fn version(&self, stands: Version) -> String {
        self.version_in("version", stands)
    }

    /// The same for a form that carries another version beside its own, in a field of its own.
    pub fn version_in(&self, name: &str, stands: Version) -> String {
        let seen = self.value(name);
        match self.notice {
            Some(Notice::Changed(_)) => stands.to_string(),
            _ if seen.is_empty() => stands.to_string(),
            _ => seen,
        }
    }

    /// What is wrong, or why else it was not saved; nothing on a fresh form. `stands` is what is saved now, shown only
    /// where it was changed meanwhile, so that both versions are there to choose from.
    pub fn problems(&self, stands: impl FnOnce() -> AnyView) -> AnyView {
        let what = match self.notice {
            None => return view! { <ErrorSummary mistakes=self.mistakes() /> }.into_any(),
            Some(Notice::Busy) => view! { <p>{t!("notice-busy")}</p> }.into_any(),
            Some(Notice::Stopped) => {
                view! { <p>{t!("notice-stopped")} " " <a href="/stop">{t!("frame-come-back")}</a></p> }.into_any()
            }
            Some(Notice::KeptByLaw(until)) => {
                view! { <p>{t!("notice-kept-by-law", day = say_date(until))}</p> }.into_any()
            }
            Some(Notice::NotBefore(from)) => {
                view! { <p>{t!("notice-not-before", moment = say_moment(from))}</p> }.into_any()
            }
            Some(Notice::SignInAgain) => view! { <p>{t!("notice-sign-in-again")}</p> }.into_any(),
            Some(Notice::Kept) => view! { <p>{t!("notice-kept")}</p> }.into_any(),
            Some(Notice::SignedOut) => view! { <p>{t!("notice-signed-out")}</p> }.into_any(),
            Some(Notice::OldPage) => view! { <p>{t!("notice-old-page")}</p> }.into_any(),
            Some(Notice::Changed(_)) => {
                view! { <p>{t!("notice-changed")}</p> {stands()} <p>{t!("notice-changed-choose")}</p> }.into_any()
            }
        };
        notice(what)
    }

    /// The same, on a page of buttons: nothing was typed, so there is nothing to choose between.
    pub fn problems_with_buttons(&self) -> AnyView {
        match self.notice {
            Some(Notice::Changed(_)) => notice(view! { <p>{t!("notice-changed-list")}</p> }.into_any()),
            Some(Notice::SignedOut | Notice::OldPage) => notice(view! { <p>{t!("notice-old-buttons")}</p> }.into_any()),
            _ => self.problems(|| ().into_any()),
        }
    }

    /// Each mistake: the field's name and the words.
    pub fn mistakes(&self) -> Vec<(String, String)> {
        let words = |error: &FieldError| match among(&error.field) {
            Some(name) => format!("{name}: {}", say_error(error)),
            None => say_error(error),
        };
        self.errors.iter().map(|error| (error.field.clone(), words(error))).collect()
    }
}

/// Which one of several alike a field is about: a day of the week, a channel, a way to meet. In a summary, "the end is
/// before the beginning" twice would say nothing.
fn among(field: &str) -> Option<String> {
    if let Some(channel) = field.strip_prefix("detail-") {
        return Some(t!(format!("channel-title-{channel}")));
    }
    if let Some(format) = field.strip_prefix("place-") {
        return Some(t!(format!("format-title-{format}")));
    }
    let day: usize = field.strip_prefix("from-").or(field.strip_prefix("until-"))?.parse().ok()?;
    WEEK.get(day.checked_sub(1)?).map(|day| t!("week-day", day = say_weekday(*day)))
}

/// Why something was not done; like a summary of mistakes it takes the focus as the page opens.
fn notice(what: AnyView) -> AnyView {
    view! {
        <div
            class="error-summary"
            role="group"
            aria-labelledby="notice-title"
            aria-describedby="notice-text"
            tabindex="-1"
            autofocus
        >
            <h2 id="notice-title">{t!("notice-title")}</h2>
            <div class="stack" id="notice-text">{what}</div>
        </div>
    }
    .into_any()
}

/// A mistake in words: those for this field, or those for any field.
pub fn say_error(error: &FieldError) -> String {
    let mut args = FluentArgs::new();
    if let Some(max) = error.kind.max() {
        args.set("max", max);
    }
    if let Some(phrase) = error.kind.phrase() {
        args.set("phrase", phrase);
    }
    let field = error.plain_field();
    let id = error.kind.id();
    say_if_any(&format!("error-{field}-{id}"), Some(&args)).unwrap_or_else(|| say(&format!("error-{id}"), Some(&args)))
}

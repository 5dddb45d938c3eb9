//! The pages, one folder or file a journey: plain functions of what they show.

pub mod appointments;
pub mod contact;
pub mod examples;
pub mod failure;
pub mod goals;
pub mod held;
pub mod home;
pub mod parts;
pub mod public;
pub mod receipts;
pub mod said;
pub mod settings;
pub mod stop;
pub mod words;

use leptos::prelude::*;

use crate::t;

/// A page: its title, and how to render it once the reader's language is known.
pub struct Page<'a> {
    /// The message that is its title; neutral, for a bystander may read the tab.
    pub title: &'static str,
    /// True when it has islands; a page without loads no script.
    pub islands: bool,
    /// True when something on it is wrong, which its title says first, because it is what a screen reader says first.
    pub error: bool,
    /// Renders it.
    pub view: Box<dyn FnOnce() -> AnyView + Send + 'a>,
}

impl<'a> Page<'a> {
    /// A page without islands.
    pub fn new(title: &'static str, view: impl FnOnce() -> AnyView + Send + 'a) -> Self {
        Self { title, islands: false, error: false, view: Box::new(view) }
    }

    /// The same page, with islands.
    #[must_use]
    pub fn with_islands(self) -> Self {
        Self { islands: true, ..self }
    }

    /// The same page, with something wrong on it.
    #[must_use]
    pub fn with_errors(self) -> Self {
        Self { error: true, ..self }
    }
}

/// "You can say no. It will not affect your benefits.": first on every page that asks for something (promise 1).
pub fn your_choice() -> impl IntoView {
    view! { <p class="your-choice">{t!("your-choice")}</p> }
}

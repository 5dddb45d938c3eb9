//! The pages, one folder or file a journey: plain functions of what they show.

pub mod appointments;
pub mod carers;
pub mod check;
pub mod consent;
pub mod contact;
pub mod desk;
pub mod examples;
pub mod failure;
pub mod goals;
pub mod held;
pub mod helping;
pub mod home;
pub mod notes;
pub mod oversight;
pub mod paper;
pub mod parts;
pub mod passkey;
pub mod people;
pub mod public;
pub mod receipts;
pub mod records;
pub mod said;
pub mod settings;
pub mod sharing;
pub mod signing;
pub mod stop;
pub mod words;

use leptos::prelude::*;

use crate::{
    frame::{Acting, frame},
    t,
};

/// The bundle of scripts and WebAssembly that a page loads: one at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    /// None at all.
    None,
    /// The islands.
    Islands,
    /// The check of receipts.
    Check,
    /// Passkeys.
    Passkey,
}

impl Scripts {
    /// The logical name of what loads it.
    pub fn loader(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Islands => Some("islands.js"),
            Self::Check => Some("check.js"),
            Self::Passkey => Some("passkey.js"),
        }
    }
}

/// A page: its title, and how to render it once the reader's language is known.
pub struct Page<'a> {
    /// The message that is its title; neutral, for a bystander may read the tab.
    pub title: &'static str,
    /// What it loads beside its stylesheet.
    pub scripts: Scripts,
    /// True when something on it is wrong, which its title says first, because it is what a screen reader says first.
    pub error: bool,
    /// Renders it.
    pub view: Box<dyn FnOnce() -> AnyView + Send + 'a>,
}

impl<'a> Page<'a> {
    /// A page without scripts.
    pub fn new(title: &'static str, view: impl FnOnce() -> AnyView + Send + 'a) -> Self {
        Self { title, scripts: Scripts::None, error: false, view: Box::new(view) }
    }

    /// The same page, with islands.
    #[must_use]
    pub fn with_islands(self) -> Self {
        Self { scripts: Scripts::Islands, ..self }
    }

    /// The same page, with what checks receipts.
    #[must_use]
    pub fn with_check(self) -> Self {
        Self { scripts: Scripts::Check, ..self }
    }

    /// The same page, with what asks a device for a passkey.
    #[must_use]
    pub fn with_passkey(self) -> Self {
        Self { scripts: Scripts::Passkey, ..self }
    }

    /// The same page, with something wrong on it.
    #[must_use]
    pub fn with_errors(self) -> Self {
        Self { error: true, ..self }
    }
}

/// "You can say no. It will not affect your benefits.": first on every page that asks for something (promise 1).
///
/// To a carer it says whose choice it is.
pub fn your_choice() -> impl IntoView {
    let said = match &frame().acting {
        Acting::For { name, .. } => t!("acting-choice", name = name.clone()),
        Acting::Nobody | Acting::Aside => t!("your-choice"),
    };
    view! { <p class="your-choice">{said}</p> }
}

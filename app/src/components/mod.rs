//! The controls that pages are made of, one a file, each with examples that are its tests.
//!
//! They take words already in the reader's language. A control that can be wrong has, after its hint, a place for the
//! error with the id `<id>-error`, empty and hidden while all is well, so that an island can fill it as someone types.

mod answers;
mod backlink;
mod button;
mod character_count;
mod checkboxes;
mod date_input;
mod details;
mod error_message;
mod error_summary;
mod field;
mod fieldset;
mod form;
mod hint;
mod link;
mod nav;
mod notification;
mod own_words;
mod photo;
mod progress;
mod radios;
mod scan_code;
mod select;
mod skip_link;
mod summary_list;
mod table;
mod tag;
#[cfg(test)]
mod tests;
mod text_input;
mod textarea;
mod told_once;

use leptos::prelude::*;

pub use self::{
    answers::{Answers, three_answers},
    backlink::Backlink,
    button::Button,
    character_count::CharacterCount,
    checkboxes::{Checkbox, Checkboxes},
    date_input::DateInput,
    details::Details,
    error_message::ErrorMessage,
    error_summary::ErrorSummary,
    field::Pick,
    fieldset::Fieldset,
    form::Form,
    hint::Hint,
    link::Link,
    nav::{Nav, NavItem},
    notification::Notification,
    own_words::OwnWords,
    photo::{photo_beside_name, photo_by_itself},
    progress::Progress,
    radios::Radios,
    scan_code::{Drawn, ScanCode},
    select::Select,
    skip_link::SkipLink,
    summary_list::{SummaryList, SummaryRow},
    table::Table,
    tag::Tag,
    text_input::TextInput,
    textarea::Textarea,
    told_once::ToldOnce,
};

/// How much a button or link stands out. All are the same size: what is easy to reach is not the same as what is wise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Filled: the one thing a page is for.
    Action,
    /// Outlined: anything else one can do.
    #[default]
    Plain,
    /// Underlined, like a link in text.
    LinkLike,
}

impl Kind {
    /// The class that draws it.
    fn class(self) -> &'static str {
        match self {
            Self::Action => "button action",
            Self::Plain => "button",
            Self::LinkLike => "button link-like",
        }
    }
}

/// What a link, a button or a summary is about, for ears only, after its words.
///
/// The space is inside: outside, at the end of what is seen of the line, the browser drops it, and Orca says
/// "Changehow to meet".
fn said_after(about: Option<String>) -> AnyView {
    about.map(|about| view! { <span class="visually-hidden">{format!(" {about}")}</span> }).into_any()
}

/// A control as it is used: shown on the page of examples, and tested.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// What it shows.
    pub name: &'static str,
    /// Renders it.
    pub html: fn() -> AnyView,
}

/// Each control's file and examples.
pub fn examples() -> Vec<(&'static str, Vec<Example>)> {
    vec![
        ("Answers", answers::examples()),
        ("Back link", backlink::examples()),
        ("Button", button::examples()),
        ("Character count", character_count::examples()),
        ("Checkboxes", checkboxes::examples()),
        ("Date", date_input::examples()),
        ("Details", details::examples()),
        ("Error message", error_message::examples()),
        ("Error summary", error_summary::examples()),
        ("Fieldset", fieldset::examples()),
        ("Form", form::examples()),
        ("Hint", hint::examples()),
        ("Link", link::examples()),
        ("Nav", nav::examples()),
        ("Notification", notification::examples()),
        ("Own words", own_words::examples()),
        ("Progress", progress::examples()),
        ("Radios", radios::examples()),
        ("Scan code", scan_code::examples()),
        ("Select", select::examples()),
        ("Skip link", skip_link::examples()),
        ("Summary list", summary_list::examples()),
        ("Table", table::examples()),
        ("Tag", tag::examples()),
        ("Text area", textarea::examples()),
        ("Text input", text_input::examples()),
        ("Told once", told_once::examples()),
    ]
}

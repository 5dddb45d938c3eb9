//! What controls share: the label above, the hint, the error, and how they are tied to the control.

use leptos::prelude::*;
use own_terms_domain::ids::PhotoId;

use super::{ErrorMessage, Hint};

/// One thing to pick, in radios, boxes or a list.
#[derive(Debug, Clone, Default)]
pub struct Pick {
    /// What is sent.
    pub value: String,
    /// What is said.
    pub label: String,
    /// More about it.
    pub hint: Option<String>,
    /// A photo of who it is, beside what is said.
    pub photo: Option<PhotoId>,
    /// True when it is shown chosen.
    pub chosen: bool,
}

impl Pick {
    /// A choice that is not chosen.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// The same choice with more about it.
    #[must_use]
    pub fn hint(self, hint: impl Into<Option<String>>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// The same choice with a photo, where there is one.
    #[must_use]
    pub fn photo(self, photo: Option<PhotoId>) -> Self {
        Self { photo, ..self }
    }

    /// The same choice, shown chosen or not.
    #[must_use]
    pub fn chosen(self, chosen: bool) -> Self {
        Self { chosen, ..self }
    }
}

/// The ids that a control names in `aria-describedby`: its hint, its error, and what else is said about it.
///
/// The error's place is always named, though mostly empty: a screen reader then says what an island writes there
/// without the control having to change.
pub(super) fn described_by(id: &str, hint: bool, more: Option<&str>) -> String {
    let hint = hint.then(|| format!("{id}-hint"));
    let error = Some(format!("{id}-error"));
    let ids: Vec<String> = [hint, error, more.map(str::to_owned)].into_iter().flatten().collect();
    ids.join(" ")
}

/// `aria-invalid`, which is there only when it is true: some screen readers speak of it at all other times too.
pub(super) fn invalid(error: Option<&String>) -> Option<&'static str> {
    error.map(|_| "true")
}

/// The class of a control with everything that belongs to it: a line at its side shows where something is wrong.
pub(super) fn field_class(error: Option<&String>) -> &'static str {
    if error.is_some() { "field wrong" } else { "field" }
}

/// A control with its label above it, and its hint and error between: the order in which they help.
pub(super) fn field(
    id: &str,
    label: String,
    heading: bool,
    hint: Option<String>,
    error: Option<String>,
    control: AnyView,
) -> AnyView {
    let class = field_class(error.as_ref());
    let label = view! { <label for=id.to_owned()>{label}</label> };
    let label = if heading { view! { <h1>{label}</h1> }.into_any() } else { label.into_any() };
    view! {
        <div class=class>
            {label}
            {hint.map(|text| view! { <Hint id=format!("{id}-hint") text /> })}
            <ErrorMessage id=format!("{id}-error") text=error />
            {control}
        </div>
    }
    .into_any()
}

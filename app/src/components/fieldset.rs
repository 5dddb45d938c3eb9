//! Several controls that answer one question.

use leptos::prelude::*;

use super::{
    ErrorMessage, Example, Hint, TextInput,
    field::{described_by, field_class},
};

/// Several controls that answer one question, which is the legend, and may be the heading of the page.
#[component]
pub fn Fieldset(
    /// The id that its hint and error are named after; its own is this with `-group`.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// True when the question is the heading of the page.
    #[prop(optional)]
    heading: bool,
    /// What helps to answer.
    #[prop(into, default = None)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(into, default = None)]
    error: Option<String>,
    /// The controls.
    children: Children,
) -> AnyView {
    let class = field_class(error.as_ref());
    let described_by = described_by(&id, hint.is_some(), None);
    let legend = if heading { view! { <h1>{legend}</h1> }.into_any() } else { legend.into_any() };
    view! {
        <fieldset
            class=class
            id=format!("{id}-group")
            aria-describedby=described_by
        >
            <legend>{legend}</legend>
            {hint.map(|text| view! { <Hint id=format!("{id}-hint") text /> })}
            <ErrorMessage id=format!("{id}-error") text=error />
            {children()}
        </fieldset>
    }
    .into_any()
}

/// Around two inputs, and as the heading of a page.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "Around two inputs, with something wrong",
        html: || {
            view! {
                <Fieldset
                    id="hours"
                    legend="Which hours suit you?"
                    hint="Such as 1pm to 4pm.".to_owned()
                    error="Choose an end that is after the start.".to_owned()
                >
                    <TextInput name="from" label="From" kind="time" width=10 />
                    <TextInput name="until" label="Until" kind="time" width=10 />
                </Fieldset>
            }
            .into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn is_described_by_its_hint_and_error() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"id="hours-group" aria-describedby="hours-hint hours-error""#), "{html}");
        assert!(html.contains("<legend>Which hours suit you?</legend>"), "{html}");
    }
}

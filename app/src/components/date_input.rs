//! A day.

use leptos::prelude::*;

use super::{
    Example,
    field::{described_by, field, invalid},
};

/// A day, as one field: three cost more typing, and a browser without dates shows this as text, where the hint helps.
#[component]
pub fn DateInput(
    /// The name it is sent by, and its id.
    #[prop(into)]
    name: String,
    /// Its id, when two forms on one page have the same names.
    #[prop(into, default = None)]
    id: Option<String>,
    /// What it asks.
    #[prop(into)]
    label: String,
    /// True when its label is the heading of the page.
    #[prop(optional)]
    heading: bool,
    /// What was chosen or is held, `2026-03-03`, or whatever was typed.
    #[prop(optional, into)]
    value: String,
    /// What helps to answer.
    #[prop(into, default = None)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(into, default = None)]
    error: Option<String>,
    /// The first day that makes sense.
    #[prop(into, default = None)]
    min: Option<String>,
    /// The last day that makes sense.
    #[prop(into, default = None)]
    max: Option<String>,
) -> AnyView {
    let id = id.unwrap_or_else(|| name.clone());
    let control = view! {
        <input
            class="wide-10"
            id=id.clone()
            name=name
            type="date"
            value=value
            min=min
            max=max
            aria-describedby=described_by(&id, hint.is_some(), None)
            aria-invalid=invalid(error.as_ref())
        />
    };
    field(&id, label, heading, hint, error, control.into_any()).into_any()
}

/// Empty, and wrong.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "A day",
            html: || {
                view! {
                    <DateInput
                        name="break-from"
                        label="First day of your break"
                        hint="Such as 27 March 2026.".to_owned()
                    />
                }
                .into_any()
            },
        },
        Example {
            name: "With something wrong",
            html: || {
                view! {
                    <DateInput
                        name="break-until"
                        label="Last day of your break"
                        error="Choose a day after the first.".to_owned()
                        value="2026-03-03"
                        min="2026-01-01".to_owned()
                    />
                }
                .into_any()
            },
        },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn is_one_field_that_keeps_its_value() {
        let html = html(super::examples()[1]);
        assert!(html.contains(r#"type="date" value="2026-03-03" min="2026-01-01""#), "{html}");
        assert!(html.contains(r#"aria-describedby="break-until-error" aria-invalid="true""#), "{html}");
    }
}

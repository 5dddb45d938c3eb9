//! One of many, in a list that opens.

use leptos::prelude::*;

use super::{
    Example, Pick,
    field::{described_by, field, invalid},
};

/// One of many. Radios are easier where there are fewer than about eight.
#[component]
pub fn Select(
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
    /// What helps to answer.
    #[prop(into, default = None)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(into, default = None)]
    error: Option<String>,
    /// What there is to choose from. A browser shows the first as chosen: let it be an empty one.
    picks: Vec<Pick>,
) -> AnyView {
    let id = id.unwrap_or_else(|| name.clone());
    let options =
        picks.into_iter().map(|pick| view! { <option value=pick.value selected=pick.chosen>{pick.label}</option> });
    let control = view! {
        <select
            id=id.clone()
            name=name
            aria-describedby=described_by(&id, hint.is_some(), None)
            aria-invalid=invalid(error.as_ref())
        >
            {options.collect_view()}
        </select>
    };
    field(&id, label, heading, hint, error, control.into_any()).into_any()
}

/// One of many.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "One of many",
        html: || {
            let picks = vec![
                Pick::new("", "Choose a gap"),
                Pick::new("7", "A week"),
                Pick::new("21", "3 weeks").chosen(true),
                Pick::new("42", "6 weeks"),
            ];
            view! {
                <Select
                    name="gap"
                    label="How long between calls?"
                    hint="At least this long.".to_owned()
                    picks
                />
            }
            .into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn shows_the_chosen_one() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"<option value="21" selected>3 weeks</option>"#), "{html}");
        assert!(html.contains(r#"aria-describedby="gap-hint gap-error""#), "{html}");
    }
}

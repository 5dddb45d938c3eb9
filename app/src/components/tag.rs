//! A word or two on how something stands.

use leptos::prelude::*;

use super::Example;

/// A word or two on how something stands; all look the same, since the word says it and a colour would judge it.
#[component]
pub fn Tag(
    /// The words.
    #[prop(into)]
    label: String,
) -> AnyView {
    view! { <strong class="tag">{label}</strong> }.into_any()
}

/// One.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "How something stands",
        html: || view! { <p>"A phone call " <Tag label="Waits for your answer" /></p> }.into_any(),
    }]
}

//! The way back, at the top of a page that is part of another.

use leptos::prelude::*;

use super::Example;
use crate::t;

/// The way back to the page this one is part of, by its address and not by the browser's history.
#[component]
pub fn Backlink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// The words, when "Back" is not plain enough.
    #[prop(into, default = None)]
    label: Option<String>,
) -> AnyView {
    view! { <a class="backlink" href=href>{label.unwrap_or_else(|| t!("back"))}</a> }.into_any()
}

/// With its own words and others.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example { name: "Back", html: || view! { <Backlink href="/home" /> }.into_any() },
        Example {
            name: "Back to somewhere",
            html: || view! { <Backlink href="/goals" label="Back to your goals".to_owned() /> }.into_any(),
        },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn is_a_link_to_an_address() {
        assert_eq!(html(super::examples()[0]), r#"<a href="/home" class="backlink">Back</a>"#);
    }
}

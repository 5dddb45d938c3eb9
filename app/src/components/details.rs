//! More, for those who want it.

use leptos::prelude::*;

use super::Example;

/// More, for those who want it; never what someone needs before they answer.
#[component]
pub fn Details(
    /// What it is about.
    #[prop(into)]
    summary: String,
    /// True when it is open to begin with.
    #[prop(optional)]
    open: bool,
    /// What it holds.
    children: Children,
) -> AnyView {
    view! {
        <details open=open>
            <summary>{summary}</summary>
            <div class="stack">{children()}</div>
        </details>
    }
    .into_any()
}

/// Closed.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "More about something",
        html: || {
            view! {
                <Details summary="Why we ask">
                    <p>"So that nobody phones you at a bad time."</p>
                </Details>
            }
            .into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn is_closed_unless_opened() {
        assert!(html(super::examples()[0]).starts_with("<details><summary>Why we ask</summary>"));
    }
}

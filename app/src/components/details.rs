//! More, for those who want it.

use leptos::prelude::*;

use super::{Example, said_after};

/// More, for those who want it; never what someone needs before they answer.
#[component]
pub fn Details(
    /// What it is about.
    #[prop(into)]
    summary: String,
    /// What it belongs to, said after its words but not shown, where several on a page have the same.
    #[prop(into, default = None)]
    about: Option<String>,
    /// True when it is open to begin with.
    #[prop(optional)]
    open: bool,
    /// What it holds.
    children: Children,
) -> AnyView {
    view! {
        <details open=open>
            <summary>{summary} {said_after(about)}</summary>
            <div class="stack">{children()}</div>
        </details>
    }
    .into_any()
}

/// Closed; and one of several with the same words.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "More about something",
            html: || {
                view! {
                    <Details summary="Why we ask">
                        <p>"So that nobody phones you at a bad time."</p>
                    </Details>
                }
                .into_any()
            },
        },
        Example {
            name: "More about one of several",
            html: || {
                view! {
                    <Details summary="Why it is held" about="– goals".to_owned()>
                        <p>"So that support is as you want it."</p>
                    </Details>
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
    fn is_closed_unless_opened() {
        assert!(html(super::examples()[0]).starts_with("<details><summary>Why we ask<"));
    }

    #[test]
    fn says_what_it_belongs_to_after_its_words() {
        let html = html(super::examples()[1]);
        assert!(html.contains(r#">Why it is held<span class="visually-hidden"> – goals<"#), "{html}");
    }
}

//! What is wrong with one control, beside it, and the empty place for it while nothing is.

use leptos::prelude::*;

use super::Example;
use crate::t;

/// What is wrong with one control, in words; its id is the control's with `-error`.
///
/// The word "Error:" before it is for those who do not see its colour and line. While nothing is wrong the place is
/// there, empty and hidden: a hidden description says nothing, and an island can fill and show it.
#[component]
pub fn ErrorMessage(
    /// Its id, `<the control's id>-error`.
    #[prop(into)]
    id: String,
    /// What is wrong and what to do, if anything is.
    #[prop(into)]
    text: Option<String>,
) -> AnyView {
    match text {
        Some(text) => view! {
            <p class="error" id=id>
                <span class="visually-hidden">{t!("control-error")} " "</span>
                {text}
            </p>
        }
        .into_any(),
        None => view! { <p class="error" id=id hidden></p> }.into_any(),
    }
}

/// With and without something wrong.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "Something is wrong",
            html: || view! { <ErrorMessage id="some-error" text="Write what you want to do.".to_owned() /> }.into_any(),
        },
        Example { name: "Nothing is wrong", html: || view! { <ErrorMessage id="none-error" text=None /> }.into_any() },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn says_that_it_is_an_error_without_colour() {
        assert!(html(super::examples()[0]).contains(r#"<span class="visually-hidden">Error:"#));
    }

    #[test]
    fn keeps_an_empty_hidden_place_for_an_island() {
        assert_eq!(html(super::examples()[1]), r#"<p id="none-error" hidden class="error"></p>"#);
    }
}

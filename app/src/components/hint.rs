//! A hint: what helps to answer, between the label and the control.

use leptos::prelude::*;

use super::Example;

/// What helps to answer; the control names its id in `aria-describedby`.
///
/// It is text only: a screen reader reads a description flat, and a link in it could not be followed.
#[component]
pub fn Hint(
    /// Its id, `<the control's id>-hint`.
    #[prop(into)]
    id: String,
    /// The words.
    #[prop(into)]
    text: String,
) -> AnyView {
    view! { <p class="hint" id=id>{text}</p> }.into_any()
}

/// The hint alone.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "A hint",
        html: || {
            view! {
                <Hint
                    id="alone-hint"
                    text="You can leave this empty. Nothing happens if you do."
                />
            }
            .into_any()
        },
    }]
}

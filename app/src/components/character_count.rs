//! How much one can write.

use leptos::prelude::*;

use super::Example;
use crate::t;

/// How much one can write, said once; an island can say what is left from `data-max`.
///
/// It is no live region here: counting aloud at each key would drown what someone is trying to say.
#[component]
pub fn CharacterCount(
    /// Its id, `<the control's id>-count`.
    #[prop(into)]
    id: String,
    /// How many characters can be kept.
    max: usize,
) -> AnyView {
    view! { <p class="hint count" id=id data-max=max.to_string()>{t!("control-up-to", max = max)}</p> }.into_any()
}

/// The count alone.
pub(super) fn examples() -> Vec<Example> {
    vec![Example { name: "A limit", html: || view! { <CharacterCount id="alone-count" max=4000 /> }.into_any() }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn says_the_limit_in_words_and_to_an_island() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"data-max="4000""#) && html.contains("up to 4000 characters"), "{html}");
    }
}

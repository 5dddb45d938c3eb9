//! How much one can write.

use leptos::prelude::*;

use super::Example;
use crate::t;

/// How much one can write, said once; an island can show in its place what is left, from `data-max`.
///
/// What is left stands in a paragraph of its own, which describes nothing: a screen reader says the description of a field
/// anew whenever it changes, and counting aloud at each key would drown what someone is trying to say.
#[component]
pub fn CharacterCount(
    /// Its control's id; its own is `<that>-count`, and that of what is left `<that>-left`.
    #[prop(into)]
    of: String,
    /// How many characters can be kept.
    max: usize,
) -> AnyView {
    view! {
        <p class="hint count" id=format!("{of}-count") data-max=max.to_string()>{t!("control-up-to", max = max)}</p>
        <p class="hint count" id=format!("{of}-left") hidden></p>
    }
    .into_any()
}

/// The count alone.
pub(super) fn examples() -> Vec<Example> {
    vec![Example { name: "A limit", html: || view! { <CharacterCount of="alone" max=4000 /> }.into_any() }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn says_the_limit_in_words_and_to_an_island() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"data-max="4000""#) && html.contains("up to 4000 characters"), "{html}");
    }

    #[test]
    fn has_a_place_of_its_own_for_what_is_left() {
        let html = html(super::examples()[0]);
        let (_, left) = html.split_once("</p>").unwrap();
        assert!(left.contains(r#"id="alone-left""#) && left.contains(" hidden"), "{html}");
    }
}

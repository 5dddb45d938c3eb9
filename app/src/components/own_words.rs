//! Someone's own words, exactly as they wrote them.

use leptos::prelude::*;

use super::Example;

/// Someone's own words, exactly as written: every space and line break, in the direction of their own script, and
/// kept from painting over the page whatever is in them.
#[component]
pub fn OwnWords(
    /// The words.
    #[prop(into)]
    text: String,
    /// True within a sentence, such as a name or the title of a goal.
    #[prop(optional)]
    inline: bool,
) -> AnyView {
    if inline {
        view! { <bdi class="own-words">{text}</bdi> }.into_any()
    } else {
        view! { <div class="own-words" dir="auto">{text}</div> }.into_any()
    }
}

/// As a block, in a sentence, in Arabic, and as trouble.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "As a block",
            html: || {
                view! {
                    <OwnWords
                        text="Get out of the house.\n  Maybe the library?\n\nNot on Mondays."
                    />
                }
                .into_any()
            },
        },
        Example {
            name: "In a sentence, in Arabic",
            html: || {
                view! { <p>"Your goal: " <OwnWords text="الخروج من المنزل (مرتين)" inline=true /> ", since Monday."</p> }.into_any()
            },
        },
        Example {
            name: "Trouble",
            html: || {
                view! { <OwnWords text=format!("Z{} {} <script>", "\u{301}\u{315}\u{350}".repeat(400), "w".repeat(400)) /> }.into_any()
            },
        },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn keeps_every_space_and_line_break() {
        let html = html(super::examples()[0]);
        assert_eq!(
            html,
            "<div dir=\"auto\" class=\"own-words\">Get out of the house.\n  Maybe the library?\n\nNot on Mondays.</div>"
        );
    }

    #[test]
    fn does_not_run_what_was_written() {
        assert!(html(super::examples()[2]).contains("&lt;script&gt;"));
    }
}

//! What was just done.

use leptos::prelude::*;

use super::Example;
use crate::t;

/// What was just done, as the first thing of the page that follows.
///
/// A status that is there when a page opens is not announced by itself, so it also takes the focus (`autofocus` needs
/// no script): a screen reader starts with it, and Tab goes on from there.
#[component]
pub fn Notification(
    /// What was done.
    #[prop(into)]
    text: String,
    /// What can be done about it, such as a link to the receipt or a way back.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <div class="notification" role="status" aria-labelledby="notification-title" tabindex="-1" autofocus>
            <h2 id="notification-title">{t!("control-done")}</h2>
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}

/// With and without more to do.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "Something was done",
        html: || {
            view! {
                <Notification text="You have said no to the call. Nothing else changes.">
                    <p><a href="/receipts">"See the receipt"</a></p>
                </Notification>
            }
            .into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn is_a_status_that_takes_the_focus() {
        let html = html(super::examples()[0]);
        assert!(
            html.contains(r#"role="status" aria-labelledby="notification-title" tabindex="-1" autofocus"#),
            "{html}"
        );
    }
}

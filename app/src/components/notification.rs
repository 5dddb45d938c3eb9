//! What was just done.

use leptos::prelude::*;

use super::Example;
use crate::t;

/// What was just done, as the first thing of the page that follows.
///
/// It takes the focus (`autofocus` needs no script): a screen reader starts with it, and Tab goes on from there. It is
/// no status as well, for then Orca says it twice.
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
        <div
            class="notification"
            role="group"
            aria-labelledby="notification-title"
            aria-describedby="notification-text"
            tabindex="-1"
            autofocus
        >
            <h2 id="notification-title">{t!("control-done")}</h2>
            <p id="notification-text">{text}</p>
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
    fn takes_the_focus_with_its_words() {
        let html = html(super::examples()[0]);
        let named =
            r#"aria-labelledby="notification-title" aria-describedby="notification-text" tabindex="-1" autofocus"#;
        assert!(html.contains(named) && !html.contains("status"), "{html}");
    }
}

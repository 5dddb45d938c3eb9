//! What is told once and kept nowhere: a code to give out, an address.

use leptos::prelude::*;

use super::Example;

/// What was just made, with what to do with it.
///
/// It takes the focus (`autofocus` needs no script), as the page that it stands on is called what it was called before: whoever hears
/// pages would not know that the one thing on it is there that they cannot come back to.
#[component]
pub fn ToldOnce(
    /// What it is.
    #[prop(into)]
    title: String,
    /// The code or the address, to be copied letter by letter.
    #[prop(into)]
    code: String,
    /// What to do with it, and that it is not shown again.
    children: Children,
) -> AnyView {
    view! {
        <div class="panel stack" role="group" aria-labelledby="told-once" tabindex="-1" autofocus>
            <h2 id="told-once">{title}</h2>
            // Letters of no language, which stay in their order among those that are read from the right.
            <p class="code"><strong><bdi dir="ltr">{code}</bdi></strong></p>
            {children()}
        </div>
    }
    .into_any()
}

/// A code to give out.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "A code",
        html: || {
            view! {
                <ToldOnce title="A code for Sam" code="K7MP-4XQ9-T2WC">
                    <p>"We do not show it again."</p>
                </ToldOnce>
            }
            .into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn takes_the_focus_with_its_name() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"role="group" aria-labelledby="told-once" tabindex="-1" autofocus"#), "{html}");
    }
}

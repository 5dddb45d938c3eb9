//! The first thing on a page: a way past what is the same on all of them.

use leptos::prelude::*;

use super::Example;
use crate::t;

/// A link past the header, seen once it has the focus.
///
/// It leads to `main`, which has no `tabindex`: browsers move the starting point of Tab there by themselves, and a
/// lasting one led Orca astray now and then.
#[component]
pub fn SkipLink() -> AnyView {
    view! { <a class="skip" href="#main">{t!("skip-to-main")}</a> }.into_any()
}

/// As on every page.
pub(super) fn examples() -> Vec<Example> {
    vec![Example { name: "As on every page", html: || view! { <SkipLink /> }.into_any() }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn leads_to_main() {
        assert!(html(super::examples()[0]).starts_with(r##"<a href="#main" class="skip">"##));
    }
}

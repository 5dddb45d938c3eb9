//! A list of links, one of which may be where the reader is.

use leptos::prelude::*;

use super::Example;

/// One of the links.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// Where it goes.
    pub href: String,
    /// The words.
    pub label: String,
    /// True where pages whose addresses begin alike are no part of it.
    pub alone: bool,
}

impl NavItem {
    /// A link.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into(), alone: false }
    }

    /// A link to one page alone.
    pub fn alone(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { alone: true, ..Self::new(href, label) }
    }
}

/// A list of links. They are links and not tabs: each goes to a page, and a screen reader says how many there are.
#[component]
pub fn Nav(
    /// What it is for, said as its name when someone goes from landmark to landmark.
    #[prop(into)]
    label: String,
    /// The links.
    items: Vec<NavItem>,
    /// The address of the page it is on.
    #[prop(into)]
    current: String,
) -> AnyView {
    let items = items.into_iter().map(|item| {
        let current = current_of(&item.href, &current).filter(|is| *is == "page" || !item.alone);
        view! { <li><a href=item.href aria-current=current>{item.label}</a></li> }
    });
    view! { <nav aria-label=label><ul>{items.collect_view()}</ul></nav> }.into_any()
}

/// `page` for the page itself, `true` for one further in, nothing for any other.
fn current_of(href: &str, path: &str) -> Option<&'static str> {
    match path.strip_prefix(href) {
        Some("") => Some("page"),
        Some(rest) if rest.starts_with('/') => Some("true"),
        _ => None,
    }
}

/// On one of its pages.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "On one of its pages",
        html: || {
            let items = vec![
                NavItem::new("/home", "Home"),
                NavItem::new("/goals", "Goals"),
                NavItem::new("/held", "What is held"),
            ];
            view! { <Nav label="Example" items current="/goals" /> }.into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use super::current_of;
    use crate::components::tests::html;

    #[test]
    fn says_which_page_this_is() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"<a href="/goals" aria-current="page">Goals</a>"#), "{html}");
        assert_eq!(html.matches("aria-current").count(), 1);
    }

    #[test]
    fn a_page_further_in_is_not_the_page_itself() {
        assert_eq!(current_of("/appointments", "/appointments/terms"), Some("true"));
        assert_eq!(current_of("/go", "/goals"), None);
    }
}

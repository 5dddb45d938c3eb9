//! A link to another page.

use leptos::prelude::*;

use super::{Example, Kind, said_after};

/// A link to another page; never one that changes anything.
#[component]
pub fn Link(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// The words.
    #[prop(into)]
    label: String,
    /// How much it stands out: as a link in text, or drawn as a button when it stands among buttons.
    #[prop(default = Kind::LinkLike)]
    kind: Kind,
    /// What it is about, said after its words but not shown: "Change" says little in a list of links.
    #[prop(into, default = None)]
    about: Option<String>,
    /// True when it gives a file: the browser then saves and does not leave the page.
    #[prop(optional)]
    download: bool,
    /// True when it opens beside this page, which is to stay; its words say so.
    #[prop(optional)]
    beside: bool,
) -> AnyView {
    let class = if kind == Kind::LinkLike { "link" } else { kind.class() };
    view! {
        <a href=href class=class download=download.then_some("") target=beside.then_some("_blank")
            rel=beside.then_some("noopener")>
            {label}
            {said_after(about)}
        </a>
    }
    .into_any()
}

/// In text and among buttons.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "In text",
            html: || {
                let about = "how people may contact you".to_owned();
                view! { <p>"You like phone calls. " <Link href="/appointments/terms" label="Change" about /></p> }
                    .into_any()
            },
        },
        Example {
            name: "Among buttons",
            html: || view! { <Link href="/goals" label="Your goals" kind=Kind::Plain /> }.into_any(),
        },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn says_what_it_is_about_after_its_words() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#">Change<span class="visually-hidden"> how"#), "{html}");
    }
}

//! A button that sends a form.

use leptos::prelude::*;

use super::{Example, Kind, said_after};

/// A button that sends its form.
///
/// It says what it does in its own words, and `about` adds, for those who move from button to button, what it does it
/// to: three buttons that are all called "Move" are no help.
#[component]
pub fn Button(
    /// The words on it.
    #[prop(into)]
    label: String,
    /// How much it stands out.
    #[prop(optional)]
    kind: Kind,
    /// The field it sends.
    #[prop(into, default = None)]
    name: Option<String>,
    /// What it sends in that field.
    #[prop(into, default = None)]
    value: Option<String>,
    /// What it is about, said after its words but not shown.
    #[prop(into, default = None)]
    about: Option<String>,
    /// The id of what says more about it.
    #[prop(into, default = None)]
    described_by: Option<String>,
    /// The address it sends to, when not the form's.
    #[prop(into, default = None)]
    to: Option<String>,
    /// The language of its words, when not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
) -> AnyView {
    view! {
        <button
            class=kind.class()
            type="submit"
            name=name
            value=value
            formaction=to
            aria-describedby=described_by
            lang=lang
        >
            {label}
            {said_after(about)}
        </button>
    }
    .into_any()
}

/// Each kind.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "What the page is for",
            html: || view! { <Button label="Save" kind=Kind::Action /> }.into_any(),
        },
        Example {
            name: "Anything else, one among many",
            html: || {
                view! {
                    <Button
                        label="Move"
                        about="the call with Sam Okoro".to_owned()
                        name="do".to_owned()
                        value="move".to_owned()
                    />
                }
                .into_any()
            },
        },
        Example { name: "Like a link", html: || view! { <Button label="Sign out" kind=Kind::LinkLike /> }.into_any() },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn says_what_it_is_about_after_its_words() {
        let html = html(super::examples()[1]);
        assert!(html.contains(r#"name="do""#) && html.contains(r#"value="move""#), "{html}");
        assert!(html.contains(r#"Move<span class="visually-hidden"> the call"#), "{html}");
    }
}

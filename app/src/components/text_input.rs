//! One line of text.

use leptos::prelude::*;

use super::{
    Example,
    field::{described_by, field, invalid},
};

/// One line of text, with its label, hint and error.
///
/// There is no placeholder: it vanishes as one types, and is too faint to read. There is no `maxlength`: it cuts what
/// is pasted without a word.
#[component]
pub fn TextInput(
    /// The name it is sent by, and its id.
    #[prop(into)]
    name: String,
    /// Its id, when two forms on one page have the same names.
    #[prop(into, default = None)]
    id: Option<String>,
    /// What it asks.
    #[prop(into)]
    label: String,
    /// True when its label is the heading of the page.
    #[prop(optional)]
    heading: bool,
    /// What was typed or is held.
    #[prop(optional, into)]
    value: String,
    /// What helps to answer.
    #[prop(into, default = None)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(into, default = None)]
    error: Option<String>,
    /// `text`, `email`, `tel`, `search`, `time` or `password`.
    #[prop(default = "text")]
    kind: &'static str,
    /// The keyboard of a phone: `numeric`, `tel`, `email`.
    #[prop(into, default = None)]
    inputmode: Option<&'static str>,
    /// What the browser may fill in, which spares typing (WCAG 1.3.5).
    #[prop(into, default = None)]
    autocomplete: Option<&'static str>,
    /// False for names, codes and addresses, which a browser's spelling service has no business with.
    #[prop(default = true)]
    spellcheck: bool,
    /// The number of characters it has room for: 5, 10, 20 or as wide as there is.
    #[prop(into, default = None)]
    width: Option<u8>,
) -> AnyView {
    let id = id.unwrap_or_else(|| name.clone());
    let control = view! {
        <input
            class=width.map_or_else(|| "wide".to_owned(), |width| format!("wide-{width}"))
            id=id.clone()
            name=name
            type=kind
            value=value
            inputmode=inputmode
            autocomplete=autocomplete
            spellcheck=(!spellcheck).then_some("false")
            aria-describedby=described_by(&id, hint.is_some(), None)
            aria-invalid=invalid(error.as_ref())
        />
    };
    field(&id, label, heading, hint, error, control.into_any()).into_any()
}

/// Plain, with all it can have, and wrong.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "A line of text",
            html: || view! { <TextInput name="called" label="What do you like to be called?" /> }.into_any(),
        },
        Example {
            name: "With all it can have",
            html: || {
                view! {
                    <TextInput
                        name="phone"
                        label="A phone number for you"
                        hint="Only the person you chose sees it.".to_owned()
                        value="01632 960 001"
                        kind="tel"
                        autocomplete="tel"
                        spellcheck=false
                        width=20
                    />
                }
                .into_any()
            },
        },
        Example {
            name: "With something wrong",
            html: || {
                view! {
                    <TextInput
                        name="postcode"
                        label="Postcode"
                        hint="The last part of your address.".to_owned()
                        error="Add a postcode, such as LS1 4AP.".to_owned()
                        value="\"><script>"
                        width=10
                    />
                }
                .into_any()
            },
        },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn is_tied_to_its_label_hint_and_error() {
        let html = html(super::examples()[2]);
        assert!(html.contains(r#"<label for="postcode">"#), "{html}");
        assert!(html.contains(r#"aria-describedby="postcode-hint postcode-error" aria-invalid="true""#), "{html}");
    }

    #[test]
    fn shows_what_was_typed_without_running_it() {
        let html = html(super::examples()[2]);
        assert!(html.contains(r#"value="&quot;"#) && !html.contains("\"><script>"), "{html}");
    }

    #[test]
    fn names_its_error_even_while_there_is_none() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"aria-describedby="called-error""#) && !html.contains("aria-invalid"), "{html}");
    }
}

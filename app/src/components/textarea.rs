//! Several lines of text: the only `<textarea>` there is, because what is typed into it has to be escaped here.

use leptos::prelude::*;

use super::{
    CharacterCount, Example,
    field::{described_by, field, invalid},
};

/// Several lines of text, with its label, hint, error and how much one can write.
#[component]
pub fn Textarea(
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
    /// How many characters can be kept.
    #[prop(into, default = None)]
    max: Option<usize>,
    /// How many lines it has room for.
    #[prop(default = 5)]
    rows: u8,
) -> AnyView {
    let id = id.unwrap_or_else(|| name.clone());
    let count = max.map(|_| format!("{id}-count"));
    let control = view! {
        <textarea
            id=id.clone()
            name=name
            rows=rows.to_string()
            aria-describedby=described_by(&id, hint.is_some(), count.as_deref())
            aria-invalid=invalid(error.as_ref())
            inner_html=escape(&value)
        ></textarea>
        {max.map(|max| view! { <CharacterCount of=id.clone() max /> })}
    };
    field(&id, label, heading, hint, error, control.into_any()).into_any()
}

/// Text as the content of a `<textarea>`.
///
/// Leptos 0.8.23 writes the children of a `<textarea>` as they are, so that a typed `</textarea><script>` would run.
/// A browser drops one line break after the tag: one is always written, so that none of the person's own is dropped.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 1);
    escaped.push('\n');
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Plain, with a limit, and with what someone unkind would type.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "Several lines",
            html: || {
                view! {
                    <Textarea
                        name="goal"
                        label="What would you like?"
                        hint="In your own words. It can be about any part of your life.".to_owned()
                        max=4000
                    />
                }
                .into_any()
            },
        },
        Example {
            name: "With something wrong",
            html: || {
                view! {
                    <Textarea
                        name="about"
                        label="What is it about?"
                        error="Write what you want to talk about.".to_owned()
                        max=500
                        rows=3
                    />
                }
                .into_any()
            },
        },
        Example {
            name: "What was typed is shown, not run",
            html: || {
                view! {
                    <Textarea
                        name="unkind"
                        label="Anything else"
                        value="\n</textarea><script>alert(1)</script>&lt;"
                        rows=3
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
    fn does_not_run_what_was_typed() {
        let html = html(super::examples()[2]);
        assert!(
            html.contains(">\n\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;</textarea>"),
            "{html}"
        );
        assert!(!html.contains("<script"), "{html}");
    }

    #[test]
    fn is_described_by_hint_error_and_limit() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"aria-describedby="goal-hint goal-error goal-count""#), "{html}");
    }
}

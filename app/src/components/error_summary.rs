//! Everything that is wrong with a form, at the top, each with a link to its field.

use leptos::prelude::*;

use super::Example;
use crate::t;

/// Everything that is wrong, each a link to its field; nothing at all when nothing is wrong.
///
/// It takes the focus as the page opens (`autofocus` needs no script), so that a screen reader starts here and a
/// screen at 400% zoom shows it. It is named by its heading and described by its list, so that reader says it all at
/// once; it is no `role="alert"`, which Chromium would have it say a second time. The words of the links are those
/// beside the fields, to be found again by them.
#[component]
pub fn ErrorSummary(
    /// Each mistake: the id of its field, and the words beside it.
    mistakes: Vec<(String, String)>,
) -> AnyView {
    (!mistakes.is_empty())
        .then(|| {
            let mistakes = mistakes.into_iter().map(|(field, words)| match field.as_str() {
                "" => view! { <li>{words}</li> }.into_any(),
                _ => view! { <li><a href=format!("#{field}")>{words}</a></li> }.into_any(),
            });
            view! {
                <div
                    class="error-summary"
                    role="group"
                    aria-labelledby="error-summary-title"
                    aria-describedby="error-summary-list"
                    tabindex="-1"
                    autofocus
                >
                    <h2 id="error-summary-title">{t!("control-error-summary")}</h2>
                    <ul id="error-summary-list">{mistakes.collect_view()}</ul>
                </div>
            }
        })
        .into_any()
}

/// With two mistakes, and with none.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "Two mistakes",
            html: || {
                let mistakes = vec![
                    ("postcode".to_owned(), "Add a postcode, such as LS1 4AP.".to_owned()),
                    ("about".to_owned(), "Write what you want to talk about.".to_owned()),
                ];
                view! { <ErrorSummary mistakes /> }.into_any()
            },
        },
        Example { name: "No mistake", html: || view! { <ErrorSummary mistakes=Vec::new() /> }.into_any() },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn takes_the_focus_and_links_to_each_field() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"tabindex="-1" autofocus"#), "{html}");
        assert!(html.contains(r##"<a href="#postcode">Add a postcode"##), "{html}");
    }

    #[test]
    fn is_not_there_when_nothing_is_wrong() {
        assert!(!html(super::examples()[1]).contains("error-summary"));
    }
}

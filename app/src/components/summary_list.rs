//! What someone has said: each a term, a value, and a link to change it.

use leptos::prelude::*;

use super::{Example, Link};
use crate::t;

/// One thing that was said.
pub struct SummaryRow {
    /// What it is.
    pub term: String,
    /// What was said.
    pub value: AnyView,
    /// Where to change it.
    pub change: Option<String>,
}

impl SummaryRow {
    /// A row that cannot be changed here.
    pub fn new(term: impl Into<String>, value: impl IntoAny) -> Self {
        Self { term: term.into(), value: value.into_any(), change: None }
    }

    /// The same row with a link to change it.
    #[must_use]
    pub fn change(self, href: impl Into<String>) -> Self {
        Self { change: Some(href.into()), ..self }
    }
}

/// What someone has said. Each "Change" is followed, unseen, by what it changes.
#[component]
pub fn SummaryList(
    /// What was said.
    rows: Vec<SummaryRow>,
) -> AnyView {
    let row = |row: SummaryRow| {
        let about = row.term.to_lowercase();
        view! {
            <div>
                <dt>{row.term}</dt>
                <dd>{row.value}</dd>
                {row.change.map(|href| view! { <dd class="change"><Link href label=t!("change") about /></dd> })}
            </div>
        }
    };
    view! { <dl class="summary">{rows.into_iter().map(row).collect_view()}</dl> }.into_any()
}

/// Terms someone has set.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "Terms someone has set",
        html: || {
            let rows = vec![
                SummaryRow::new("Ways to talk", "Phone or writing").change("/appointments/terms"),
                SummaryRow::new("Length", "Up to 20 minutes").change("/appointments/terms"),
                SummaryRow::new("Your case worker", "Sam Okoro"),
            ];
            view! { <SummaryList rows /> }.into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn each_change_says_what_it_changes() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#">Change<span class="visually-hidden"> length</span>"#), "{html}");
        assert_eq!(html.matches("<a ").count(), 2);
    }
}

//! A table, which on a narrow screen becomes a stack of rows.

use leptos::prelude::*;

use super::Example;

/// A table: the first column heads each row.
///
/// On a narrow screen its rows stand one above the other, each cell after the words of its column, so that nobody has
/// to scroll sideways. The roles are written out because Safari forgets them once a table is not laid out as one; the
/// words before a cell are drawn with an empty alternative, so that a screen reader says the column's name only once.
#[component]
pub fn Table(
    /// What it shows.
    #[prop(into)]
    caption: String,
    /// True when the caption stands already in the heading above, and is only for those who do not see it.
    #[prop(optional)]
    caption_hidden: bool,
    /// The words of each column.
    columns: Vec<String>,
    /// The rows; the first cell of each is its heading.
    rows: Vec<Vec<AnyView>>,
) -> AnyView {
    let heads = columns.clone().into_iter().map(|column| view! { <th role="columnheader" scope="col">{column}</th> });
    let heads = heads.collect_view();
    let row = |cells: Vec<AnyView>| {
        let cells = cells.into_iter().zip(columns.clone()).enumerate().map(|(at, (cell, column))| match at {
            0 => view! { <th role="rowheader" scope="row">{cell}</th> }.into_any(),
            _ => view! { <td role="cell" data-label=column>{cell}</td> }.into_any(),
        });
        view! { <tr role="row">{cells.collect_view()}</tr> }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <table role="table">
            <caption class=if caption_hidden { "visually-hidden" } else { "caption" }>{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Who looked at what.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "Who looked",
        html: || {
            let row = |cells: [&'static str; 3]| cells.into_iter().map(IntoAny::into_any).collect();
            let rows = vec![
                row(["Monday 2 March, 9:15am", "Sam Okoro, case worker", "To prepare our call"]),
                row(["Tuesday 3 March, 2pm", "Nobody else", "Looked for no reason that we know of, and was refused"]),
            ];
            let columns = ["When", "Who", "Why"].map(str::to_owned).to_vec();
            view! { <Table caption="Who has looked at your goals" columns rows /> }.into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn has_headings_for_rows_and_columns_and_labels_for_narrow_screens() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"<th role="columnheader" scope="col">When</th>"#), "{html}");
        assert!(html.contains(r#"<th role="rowheader" scope="row">Monday 2 March"#), "{html}");
        assert!(html.contains(r#"<td role="cell" data-label="Who">Sam Okoro"#), "{html}");
    }
}

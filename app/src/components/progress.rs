//! How far something that takes long has come.

use leptos::prelude::*;

use super::Example;

/// How far something that takes long has come, such as getting a large file ready.
#[component]
pub fn Progress(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What is under way.
    #[prop(into)]
    label: String,
    /// How many hundredths are done, if that is known.
    #[prop(into, default = None)]
    percent: Option<u8>,
) -> AnyView {
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <progress id=id max="100" value=percent.map(|percent| percent.to_string())>
                {percent.map(|percent| format!("{percent}%"))}
            </progress>
        </div>
    }
    .into_any()
}

/// Known, and not known.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "Known",
            html: || view! { <Progress id="download" label="Getting your file ready" percent=40 /> }.into_any(),
        },
        Example {
            name: "Not known",
            html: || view! { <Progress id="checking" label="Checking the receipt" /> }.into_any(),
        },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn has_a_label_and_says_how_far_it_is() {
        let html = html(super::examples()[0]);
        assert!(html.contains(r#"<label for="download">"#) && html.contains(r#"value="40""#), "{html}");
    }
}

//! Yes, no, not now: three equal buttons in that order, none chosen beforehand.

use leptos::prelude::*;

use super::{Button, ErrorMessage, Example, field::described_by};
use crate::t;

/// Yes, no and not now, as three buttons of the same size and look, always in that order.
///
/// A browser presses a form's first button when Enter is pressed in a field, which would be "yes": the first here is
/// one that is not shown and says nothing, so Enter asks which of the three.
#[component]
pub fn ThreeAnswers(
    /// The question, which names the group of buttons.
    #[prop(into)]
    legend: String,
    /// True when the question stands already above, and is only for those who do not see it.
    #[prop(optional)]
    legend_hidden: bool,
    /// The name they are sent by: as `yes`, `no` or `not-now`.
    #[prop(optional, into, default = "answer".to_owned())]
    name: String,
    /// The id of the group, when a page has several.
    #[prop(into, default = None)]
    id: Option<String>,
    /// What is wrong.
    #[prop(into, default = None)]
    error: Option<String>,
) -> AnyView {
    let id = id.unwrap_or_else(|| name.clone());
    let answer = |value: &'static str| view! { <Button label=t!(value) name=name.clone() value=value.to_owned() /> };
    view! {
        <fieldset class="field answers" id=id.clone() aria-describedby=described_by(&id, false, None)>
            <legend class=if legend_hidden { "visually-hidden" } else { "legend" }>{legend}</legend>
            <ErrorMessage id=format!("{id}-error") text=error />
            <button type="submit" hidden></button>
            <div>{["yes", "no", "not-now"].map(answer).into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// A question.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "Three answers",
        html: || view! { <ThreeAnswers legend="Would you like this call?" /> }.into_any(),
    }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn are_equal_and_in_order() {
        let html = html(super::examples()[0]);
        let at =
            |value: &str| html.find(&format!(r#"<button type="submit" name="answer" value="{value}" class="button">"#));
        assert!(at("yes").is_some() && at("yes") < at("no") && at("no") < at("not-now"), "{html}");
    }

    #[test]
    fn enter_in_a_field_answers_nothing() {
        let html = html(super::examples()[0]);
        assert_eq!(html.find("<button"), html.find("<button type=\"submit\" hidden>"), "{html}");
    }
}

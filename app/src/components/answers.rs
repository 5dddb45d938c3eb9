//! Yes, no, and what else is as good an answer: equal buttons in a fixed order, none chosen beforehand.

use leptos::prelude::*;

use super::{Button, ErrorMessage, Example, field::described_by};
use crate::t;

/// Answers, as buttons of the same size and look, in the order in which they are given: yes first, then no.
///
/// A browser presses a form's first button when Enter is pressed in a field, which would be "yes": the first here is
/// one that is not shown and says nothing, so Enter asks which of them.
#[component]
pub fn Answers(
    /// The question, which names the group of buttons.
    #[prop(into)]
    legend: String,
    /// True when the question stands already above, and is only for those who do not see it.
    #[prop(optional)]
    legend_hidden: bool,
    /// What each sends as `answer`, and its words.
    answers: Vec<(&'static str, String)>,
    /// What is wrong.
    #[prop(into, default = None)]
    error: Option<String>,
) -> AnyView {
    let one = |(value, label): (&'static str, String)| {
        view! { <Button label name="answer".to_owned() value=value.to_owned() /> }
    };
    view! {
        <fieldset class="field answers" id="answer" aria-describedby=described_by("answer", false, None)>
            <legend class=if legend_hidden { "visually-hidden" } else { "legend" }>{legend}</legend>
            <ErrorMessage id="answer-error".to_owned() text=error />
            <button type="submit" hidden></button>
            <div>{answers.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// The answers to whether something is wanted.
pub fn three_answers() -> Vec<(&'static str, String)> {
    ["yes", "no", "not-now"].into_iter().map(|value| (value, t!(value))).collect()
}

/// A question.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "Three answers",
        html: || view! { <Answers legend="Would you like this call?" answers=three_answers() /> }.into_any(),
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

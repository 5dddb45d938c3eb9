//! Any of several, and one box alone.

use leptos::prelude::*;

use super::{
    ErrorMessage, Example, Fieldset, Hint, Pick,
    field::{described_by, field_class, invalid},
    radios::picks_of,
};

/// Any of several, or none.
#[component]
pub fn Checkboxes(
    /// The name they are sent by, and the id of the first.
    #[prop(into)]
    name: String,
    /// The id of the first, when two forms on one page have the same names.
    #[prop(into, default = None)]
    id: Option<String>,
    /// The question.
    #[prop(into)]
    legend: String,
    /// True when the question is the heading of the page.
    #[prop(optional)]
    heading: bool,
    /// What helps to answer.
    #[prop(into, default = None)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(into, default = None)]
    error: Option<String>,
    /// What there is to choose from.
    picks: Vec<Pick>,
) -> AnyView {
    let id = id.unwrap_or_else(|| name.clone());
    let picks = picks_of("checkbox", &id, &name, hint.is_some(), error.as_ref(), picks);
    view! { <Fieldset id=id legend heading hint error>{picks}</Fieldset> }.into_any()
}

/// One box alone, which is its own question.
#[component]
pub fn Checkbox(
    /// The name it is sent by, and its id.
    #[prop(into)]
    name: String,
    /// Its id, when two forms on one page have the same names.
    #[prop(into, default = None)]
    id: Option<String>,
    /// What is sent when it is ticked, what it says, and whether it is ticked.
    pick: Pick,
    /// What is wrong.
    #[prop(into, default = None)]
    error: Option<String>,
) -> AnyView {
    let id = id.unwrap_or_else(|| name.clone());
    view! {
        <div class=field_class(error.as_ref())>
            <ErrorMessage id=format!("{id}-error") text=error.clone() />
            <div class="pick">
                <input
                    type="checkbox"
                    id=id.clone()
                    name=name
                    value=pick.value
                    checked=pick.chosen
                    aria-describedby=described_by(&id, pick.hint.is_some(), None)
                    aria-invalid=invalid(error.as_ref())
                />
                <label for=id.clone()>{pick.label}</label>
                {pick.hint.map(|text| view! { <Hint id=format!("{id}-hint") text /> })}
            </div>
        </div>
    }
    .into_any()
}

/// Several, some chosen; wrong; and one alone.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "Any of several",
            html: || {
                let picks = vec![
                    Pick::new("tue", "Tuesday").chosen(true),
                    Pick::new("thu", "Thursday").chosen(true),
                    Pick::new("sat", "Saturday").hint("Few people work on Saturdays.".to_owned()),
                ];
                view! {
                    <Checkboxes
                        name="days"
                        legend="Which days suit you?"
                        hint="Tick as many as you like, or none.".to_owned()
                        picks
                    />
                }
                .into_any()
            },
        },
        Example {
            name: "With something wrong",
            html: || {
                let picks = vec![Pick::new("sms", "Text message"), Pick::new("post", "Letter")];
                view! {
                    <Checkboxes
                        name="channels"
                        legend="How may we write to you?"
                        error="Tick one of these, or choose “no contact”.".to_owned()
                        picks
                    />
                }
                .into_any()
            },
        },
        Example {
            name: "One alone",
            html: || {
                let pick = Pick::new("yes", "Nobody else uses this phone")
                    .hint("We then keep what you are writing on it.".to_owned());
                view! { <Checkbox name="own-device" pick /> }.into_any()
            },
        },
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn shows_what_is_chosen_and_nothing_else() {
        assert_eq!(html(super::examples()[0]).matches(" checked").count(), 2);
        assert_eq!(html(super::examples()[1]).matches(" checked").count(), 0);
    }

    #[test]
    fn each_wrong_box_says_so() {
        assert_eq!(html(super::examples()[1]).matches(r#"aria-invalid="true""#).count(), 2);
    }

    #[test]
    fn one_alone_is_described_by_its_hint_and_error() {
        let html = html(super::examples()[2]);
        assert!(html.contains(r#"aria-describedby="own-device-hint own-device-error""#), "{html}");
    }
}

//! One of several, none chosen beforehand.

use leptos::prelude::*;

use super::{
    Example, Fieldset, Hint, Pick,
    field::{described_by, invalid},
    photo::photo,
};

/// One of several; nothing is chosen unless the person chose it.
///
/// The first has the name as its id, so that a link in the summary of errors leads into the group. It is described by
/// the group's hint and error too, and so is the one chosen, to which Tab leads: Orca does not read what describes a
/// fieldset.
#[component]
pub fn Radios(
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
    let picks = picks_of("radio", &id, &name, hint.is_some(), error.as_ref(), picks);
    view! { <Fieldset id=id legend heading hint error>{picks}</Fieldset> }.into_any()
}

/// The choices of a group of radios or boxes, each with its label after it and its hint under that.
pub(super) fn picks_of(
    kind: &'static str,
    id: &str,
    name: &str,
    hint: bool,
    error: Option<&String>,
    picks: Vec<Pick>,
) -> AnyView {
    let pick = |(at, pick): (usize, Pick)| {
        let own = if at == 0 { id.to_owned() } else { format!("{id}-{}", at + 1) };
        let own_hint = pick.hint.as_ref().map(|_| format!("{own}-pick-hint"));
        let leads_in = at == 0 || (kind == "radio" && pick.chosen);
        let described_by = if leads_in { Some(described_by(id, hint, own_hint.as_deref())) } else { own_hint.clone() };
        view! {
            <div class="pick">
                <input
                    type=kind
                    id=own.clone()
                    name=name.to_owned()
                    value=pick.value
                    checked=pick.chosen
                    aria-describedby=described_by
                    aria-invalid=if kind == "checkbox" { invalid(error) } else { None }
                />
                // A face can be pressed as well as a name; the name alone is what is said.
                <label for=own>{pick.label} {pick.photo.and_then(|id| photo(id, String::new()))}</label>
                {own_hint.zip(pick.hint).map(|(id, text)| view! { <Hint id text /> })}
            </div>
        }
    };
    view! { <div class="picks">{picks.into_iter().enumerate().map(pick).collect_view()}</div> }.into_any()
}

/// None chosen, one chosen, and wrong.
pub(super) fn examples() -> Vec<Example> {
    vec![
        Example {
            name: "None chosen",
            html: || view! { <Radios name="way" legend="How would you like to talk?" picks=ways("") /> }.into_any(),
        },
        Example {
            name: "With something wrong",
            html: || {
                view! {
                    <Radios
                        name="way-wrong"
                        legend="And if that is not possible?"
                        hint="You can change this at any time.".to_owned()
                        error="Choose one, or go back.".to_owned()
                        picks=ways("video")
                    />
                }
                .into_any()
            },
        },
    ]
}

/// What the examples choose from.
fn ways(chosen: &str) -> Vec<Pick> {
    vec![
        Pick::new("phone", "A phone call").chosen(chosen == "phone"),
        Pick::new("video", "A video call").hint("With the camera on or off.".to_owned()).chosen(chosen == "video"),
        Pick::new("letter", "Writing").chosen(chosen == "letter"),
    ]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn has_none_chosen_beforehand() {
        assert!(!html(super::examples()[0]).contains("checked"));
    }

    #[test]
    fn has_the_name_as_the_id_of_the_first_which_is_described_by_all() {
        let html = html(super::examples()[1]);
        let first =
            r#"id="way-wrong" name="way-wrong" value="phone" aria-describedby="way-wrong-hint way-wrong-error""#;
        assert!(html.contains(first), "{html}");
        assert!(html.contains(r#"id="way-wrong-2" name="way-wrong" value="video" checked"#), "{html}");
    }

    #[test]
    fn the_one_chosen_to_which_tab_leads_is_described_by_all_too() {
        let html = html(super::examples()[1]);
        assert!(html.contains(r#"aria-describedby="way-wrong-hint way-wrong-error way-wrong-2-pick-hint""#), "{html}");
        assert_eq!(html.matches("way-wrong-hint way-wrong-error").count(), 3, "{html}");
    }
}

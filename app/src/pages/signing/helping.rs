//! Coming with a carer's code and no session: whether there is a place already, and then who asks and for what.

use leptos::prelude::*;

use crate::{
    components::{Button, Form, OwnWords, SummaryList, SummaryRow, TextInput},
    form::FormState,
    i18n::say_date,
    pages::{Page, carers::say_scopes, helping::Helped},
    t,
};

/// Whether they have a place here: no answer is better than the other.
pub fn have_a_place(code: String) -> Page<'static> {
    Page::new("invitation-title", move || {
        let button = |label: String, what: &str| view! { <Button label name="do".to_owned() value=what.to_owned() /> };
        view! {
            <h1>{t!("coming-title")}</h1>
            <p class="your-choice">{t!("helping-accept-choice")}</p>
            <p>{t!("coming-have-a-place")}</p>
            <Form class="actions" bare=true>
                <input type="hidden" name="code" value=code />
                {button(t!("coming-mine"), "mine")}
                {button(t!("coming-new"), "new")}
            </Form>
            <p>{t!("coming-nothing-yet")}</p>
        }
        .into_any()
    })
}

/// Who asks, for what, and until when; a yes makes a place.
pub fn who_asks(helped: Helped, code: String, form: &FormState) -> Page<'_> {
    Page::new("invitation-title", move || {
        let Helped { name, version, delegation, .. } = helped;
        let rows = || {
            vec![
                SummaryRow::new(t!("helping-can"), say_scopes(&delegation)),
                SummaryRow::new(t!("carer-last-day"), say_date(delegation.until)),
            ]
        };
        let field = view! {
            <TextInput name="name" label=t!("coming-name") hint=t!("coming-name-hint") value=form.value("name")
                error=form.error("name") spellcheck=false />
        };
        let button = |label: String, what: &str| view! { <Button label name="do".to_owned() value=what.to_owned() /> };
        view! {
            {form.problems(|| view! { <SummaryList rows=rows() /> }.into_any())}
            <h1>{t!("coming-asks")}</h1>
            <p class="your-choice">{t!("helping-asked")}</p>
            <h2><OwnWords text=name inline=true /></h2>
            <SummaryList rows=rows() />
            <Form version=version.to_string()>
                <input type="hidden" name="code" value=code />
                {field}
                <p>{t!("coming-place")}</p>
                <div class="actions">{button(t!("yes"), "yes")} {button(t!("no"), "no")}</div>
            </Form>
        }
        .into_any()
    })
}

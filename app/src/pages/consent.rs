//! Whether a consent is real: for a professional with its code, without an account, and without a word of what it shows.

use leptos::prelude::*;
use own_terms_domain::{actor::Actor, consent::Consent};

use super::{
    Page,
    sharing::say_kinds,
    words::{say_actor, say_choice},
};
use crate::{
    components::{Button, Form, Kind as ButtonKind, SummaryList, SummaryRow, TextInput},
    form::FormState,
    i18n::say_date,
    t,
};

/// The form for a code, and what it found.
pub fn consent<'a>(found: Option<&'a Consent>, form: &'a FormState) -> Page<'a> {
    Page::new("consent-title", move || {
        let field = view! {
            <TextInput name="code" label=t!("consent-code") hint=t!("helping-code-hint") value=form.value("code")
                error=form.error("code") spellcheck=false />
        };
        view! {
            {form.problems(|| ().into_any())}
            <h1>{t!("consent-heading")}</h1>
            {found.map(real)}
            <p>{t!("consent-what")}</p>
            <p>{t!("consent-logged")}</p>
            <Form>
                {field}
                <Button label=t!("consent-check") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
}

/// That it is real and holds today, and for what; nothing of whose it is, and nothing of what is shown.
fn real(consent: &Consent) -> AnyView {
    let mut rows = vec![
        SummaryRow::new(t!("consent-to"), say_actor(Actor::Organisation(consent.organisation))),
        SummaryRow::new(t!("sharing-purpose-short"), say_choice("consent-purpose", consent.purpose)),
        SummaryRow::new(t!("sharing-covers"), say_kinds(consent)),
    ];
    rows.extend(consent.given().map(|given| SummaryRow::new(t!("sharing-last-day"), say_date(given.until))));
    view! {
        <div class="panel stack" role="status">
            <h2>{t!("consent-real")}</h2>
            <SummaryList rows />
            <p>{t!("consent-free")}</p>
            <p>{t!("consent-ask-them")}</p>
        </div>
    }
    .into_any()
}

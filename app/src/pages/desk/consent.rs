//! Asking somebody whether an organisation may see something: one organisation, one purpose, named things. They read each word before
//! they answer, on their own page.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    consent::{Consent, KINDS, MOST_ITEMS, Purpose},
    directory::Organisation,
    ids::ConsentId,
    item::{Held, Item, Kind},
    reading::Choice as _,
    state::State,
    time::Now,
};

use super::{
    of_whom,
    person::{said, term},
    their_name,
};
use crate::{
    components::{Backlink, Button, Checkboxes, Form, Kind as ButtonKind, Pick, Radios, SummaryList, SummaryRow},
    form::FormState,
    i18n::say_list,
    pages::{
        Page,
        parts::{organisation_picks, picks},
        said::beginning,
        words::{say_actor, say_choice},
    },
    t,
};

/// How many letters are enough to know which of their words are meant.
const BRIEF: usize = 80;

/// The form, and what was asked before.
pub fn consent<'a>(
    state: &'a State,
    of: String,
    asked: Vec<(ConsentId, Consent)>,
    organisations: &'a [Organisation],
    form: &'a FormState,
    now: Now,
) -> Page<'a> {
    Page::new("desk-consent-title", move || {
        let items: Vec<Pick> = state.all().filter_map(|held| could_be_shared(state, held, form, now)).collect();
        let fields = if organisations.is_empty() || items.is_empty() {
            view! { <p>{t!("desk-consent-nothing")}</p> }.into_any()
        } else {
            fields(of, organisations, items, form)
        };
        let before = asked.into_iter().map(|(_, one)| asked_before(&one, now)).collect_view();
        let before = (!before.is_empty()).then(|| {
            view! { <h2>{t!("desk-consent-asked")}</h2> <ul class="stack">{before}</ul> }
        });
        view! {
            <Backlink href="/desk/person" />
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-consent-title")}</h1>
            {their_name(state)}
            <p class="your-choice">{t!("desk-consent-voluntary")}</p>
            <p>{t!("desk-consent-what")}</p>
            {fields}
            {before}
        }
        .into_any()
    })
}

fn fields(of: String, organisations: &[Organisation], items: Vec<Pick>, form: &FormState) -> AnyView {
    let fields = view! {
        {of_whom(&of)}
        <input type="hidden" name="which" value=form.value("which") />
        <Radios name="organisation" legend=t!("desk-consent-organisation") error=form.error("organisation")
            picks=organisation_picks(organisations, form) />
        <Radios name="purpose" legend=t!("sharing-purpose") error=form.error("purpose")
            picks=picks(Purpose::ALL, form, "purpose", "desk-purpose") />
        <Checkboxes name="items" legend=t!("desk-consent-items") hint=t!("desk-consent-items-hint", most = MOST_ITEMS)
            error=form.error("items") picks=items />
    };
    view! {
        <Form id="consent".to_owned()>
            {fields}
            <Button label=t!("desk-consent-ask") kind=ButtonKind::Action />
        </Form>
    }
    .into_any()
}

/// Something that they could say yes to sharing, by its first words; none for what is for no organisation.
pub(super) fn could_be_shared(state: &State, held: &Held, form: &FormState, now: Now) -> Option<Pick> {
    let kind = held.id.kind();
    if !KINDS.contains(&kind) {
        return None;
    }
    let words = match &held.item {
        Item::Goal(goal) if goal.taken_away.is_some() => return None,
        Item::Goal(goal) => goal.draft.words.to_string(),
        Item::Profile(profile) => profile.name.to_string(),
        _ => said(state, kind, now).into_iter().next().unwrap_or_default(),
    };
    let label = label(kind);
    let id = held.id.to_string();
    let chosen = form.has("items", &id);
    Some(Pick::new(id, label).hint(beginning(&words, BRIEF)).chosen(chosen))
}

fn label(kind: Kind) -> String {
    match kind {
        Kind::Profile => t!("desk-consent-name"),
        Kind::Goal => t!("desk-consent-goal"),
        kind => term(kind),
    }
}

/// What was asked before, and what they said.
fn asked_before(one: &Consent, now: Now) -> AnyView {
    let rows = vec![
        SummaryRow::new(t!("sharing-stands"), say_choice("desk-consent-status", one.status(now.today))),
        SummaryRow::new(t!("sharing-purpose-short"), say_choice("desk-purpose", one.purpose)),
        SummaryRow::new(t!("sharing-covers"), say_list(&one.kinds().map(label).collect::<Vec<_>>())),
    ];
    view! { <li class="stack"><h3>{say_actor(Actor::Organisation(one.organisation))}</h3> <SummaryList rows /></li> }
        .into_any()
}

//! Sharing: what organisations can see because the person said yes, and asking whether one may.

mod one;

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    consent::{Consent, KINDS, MOST_ITEMS, Purpose, Status},
    directory::Organisation,
    form::Fields,
    goals::Goal,
    ids::ConsentId,
    item::{Held, Item, Kind},
    needs::{Needs, Place, Shelf},
    reading::Choice,
    state::State,
    time::Now,
};

pub use self::one::{Code, One, one, say_shown};
use super::{
    Page,
    parts::{organisation_picks, picks},
    said::say_item,
    words::{say_actor, say_choice},
    your_choice,
};
use crate::{
    components::{Backlink, Button, Checkboxes, Form, Kind as ButtonKind, Link, Pick, Radios, SummaryList, SummaryRow},
    form::FormState,
    i18n::{say_date, say_list},
    t,
};

/// How many notes there are to choose from: the latest.
const NOTES_SHOWN: usize = 20;

/// How many characters of somebody's words are enough to know which they are.
const BRIEF: usize = 80;

/// Everything that is shared, or was, or is asked.
pub fn sharing(state: &State, now: Now) -> Page<'_> {
    Page::new("sharing-title", move || {
        let groups = [
            ("sharing-asked", [Status::Requested, Status::Deferred, Status::AskingDoctor].as_slice()),
            ("sharing-live", [Status::Given, Status::Renewed].as_slice()),
            ("sharing-over", [Status::Refused, Status::Expired, Status::Withdrawn].as_slice()),
        ];
        let groups: Vec<_> = groups.into_iter().filter_map(|(title, of)| group(state, title, of, now)).collect();
        view! {
            <Backlink href="/people" />
            <h1>{t!("sharing-title")}</h1>
            {your_choice()}
            <p>{t!("sharing-what")}</p>
            <p>{t!("sharing-never")}</p>
            {if groups.is_empty() { view! { <p>{t!("sharing-none")}</p> }.into_any() } else { groups.into_any() }}
            <p><Link href="/sharing/new" label=t!("sharing-new-link") kind=ButtonKind::Plain /></p>
        }
        .into_any()
    })
}

fn group(state: &State, title: &str, of: &[Status], now: Now) -> Option<AnyView> {
    let those = state.consents().filter(|(_, consent)| of.contains(&consent.status(now.today)));
    let all: Vec<AnyView> = those.map(|(id, consent)| in_list(state, id, consent, now)).collect();
    (!all.is_empty()).then(|| view! { <h2>{t!(title)}</h2> <ul class="stack">{all}</ul> }.into_any())
}

fn in_list(state: &State, id: ConsentId, consent: &Consent, now: Now) -> AnyView {
    let (who, changed) = (say_actor(Actor::Organisation(consent.organisation)), one::changed(state, consent, now));
    let changed = (!changed.is_empty()).then(|| view! { <p>{t!("sharing-changed")}</p> });
    view! {
        <li class="stack">
            <h3>{who.clone()}</h3>
            <SummaryList rows=rows(consent, now) />
            {changed}
            <p><Link href=format!("/sharing/one?which={id}") label=t!("sharing-see") about=format!("– {who}") /></p>
        </li>
    }
    .into_any()
}

/// What it is for, what it covers, how it stands, until when, and who asked.
fn rows(consent: &Consent, now: Now) -> Vec<SummaryRow> {
    let status = consent.status(now.today);
    let mut rows = vec![
        SummaryRow::new(t!("sharing-stands"), say_choice("consent-status", status)),
        SummaryRow::new(t!("sharing-purpose-short"), say_choice("consent-purpose", consent.purpose)),
        SummaryRow::new(t!("sharing-covers"), say_kinds(consent)),
    ];
    rows.extend(consent.given().map(|given| SummaryRow::new(t!("sharing-last-day"), say_date(given.until))));
    rows.push(SummaryRow::new(t!("sharing-asked-by"), say_actor(consent.asked_by)));
    rows
}

/// What it covers, without what that says.
pub fn say_kinds(consent: &Consent) -> String {
    let kinds: Vec<String> = consent.kinds().map(|kind| say_choice("kind", kind).to_lowercase()).collect();
    say_list(&kinds)
}

/// The reminder before the end, of whoever wants one.
pub fn ends_soon(state: &State, now: Now) -> Option<AnyView> {
    let one = |(id, consent): (ConsentId, &Consent)| {
        consent.ends_soon(now.today)?;
        let (who, until) = (say_actor(Actor::Organisation(consent.organisation)), consent.given()?.until);
        let href = format!("/sharing/one?which={id}");
        let what = t!("consent-ends-soon", who = who.clone(), day = say_date(until));
        Some(view! { <p>{what} " " <Link href label=t!("sharing-see") about=format!("– {who}") /></p> })
    };
    let all: Vec<_> = state.consents().filter_map(one).collect();
    (!all.is_empty()).then(|| view! { <h2>{t!("sharing-title")}</h2> {all} }.into_any())
}

/// What the form needs: everything that can be shared, of notes the latest.
pub fn needs() -> Needs {
    let newest = |needs: Needs, kind| needs.and_page(Shelf::Of(kind), Place::Newest, NOTES_SHOWN);
    newest(newest(Needs::the_few().and_all(Kind::Goal), Kind::Note), Kind::Referral)
}

/// A new form: nothing is chosen.
pub fn fresh(id: ConsentId) -> FormState {
    FormState::of(Fields::new().with("which", id.to_string()))
}

/// The form that asks whether an organisation may be shown something.
pub fn ask<'a>(state: &'a State, organisations: Vec<Organisation>, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("sharing-new", move || {
        let items: Vec<Pick> = state.at_hand().filter_map(|held| pick(held, form, now)).collect();
        let fields = if organisations.is_empty() || items.is_empty() {
            view! { <p>{t!("sharing-nothing")}</p> }.into_any()
        } else {
            fields(&organisations, items, form)
        };
        view! {
            <Backlink href="/sharing" />
            {form.problems(|| ().into_any())}
            <h1>{t!("sharing-new")}</h1>
            {your_choice()}
            <p>{t!("sharing-new-what")}</p>
            {fields}
        }
        .into_any()
    })
}

fn fields(organisations: &[Organisation], items: Vec<Pick>, form: &FormState) -> AnyView {
    let fields = view! {
        <Radios name="organisation" legend=t!("sharing-organisation") error=form.error("organisation")
            picks=organisation_picks(organisations, form) />
        <Radios name="purpose" legend=t!("sharing-purpose") error=form.error("purpose")
            picks=picks(Purpose::ALL, form, "purpose", "consent-purpose") />
        <Checkboxes name="items" legend=t!("sharing-items") hint=t!("sharing-items-hint", most = MOST_ITEMS)
            error=form.error("items") picks=items />
    };
    let which = form.value("which");
    view! {
        <Form id="share".to_owned()>
            <input type="hidden" name="which" value=which />
            {fields}
            <Button label=t!("sharing-go-on") kind=ButtonKind::Action />
        </Form>
    }
    .into_any()
}

/// Something that can be shared, by its first words; none for what is for no organisation, and for what was taken away.
fn pick(held: &Held, form: &FormState, now: Now) -> Option<Pick> {
    let gone = matches!(&held.item, Item::Goal(Goal { taken_away: Some(_), .. }));
    let kind = held.id.kind();
    if gone || !KINDS.contains(&kind) {
        return None;
    }
    let words = say_item(&held.item, now).into_iter().next().unwrap_or_default();
    let id = held.id.to_string();
    let chosen = form.has("items", &id);
    Some(Pick::new(id, say_choice("kind", kind)).hint(brief(&words)).chosen(chosen))
}

/// The beginning of somebody's words.
fn brief(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    let short: String = line.chars().take(BRIEF).collect();
    if short.len() < words.len() { format!("{short}…") } else { short }
}

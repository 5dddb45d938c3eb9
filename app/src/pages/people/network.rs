//! Everyone who supports the person: what they do, what they were told, and what they advised.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    carer::{Delegation, Status},
    consent::Consent,
    directory::Known,
    ids::{AdviceId, ConsentId, OrganisationId, StaffId, SupporterId},
    look::Look,
    state::State,
    supporter::{Advice, Adviser, Supporter},
    time::Now,
};

use super::{
    case_worker::{gone, stopped},
    picture::picture,
};
use crate::{
    components::{Link, OwnWords, Table, photo_beside_name},
    frame::frame,
    i18n::{say_date, say_list},
    pages::{
        Page,
        said::{beginning, lines},
        sharing::say_kinds,
        words::{say_about_staff, say_actor, say_choice, say_moment},
        your_choice,
    },
    t,
};

/// How many letters of a piece of advice tell it from others, in a link that is heard.
const WHICH: usize = 30;

/// How one of them is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Person,
    Organisation,
}

/// One who supports the person.
pub(super) struct Row<'a> {
    pub(super) shape: Shape,
    pub(super) name: String,
    /// The same without role and organisation, where there is little room.
    pub(super) short: String,
    /// True when they can see something here.
    pub(super) sees: bool,
    pub(super) adviser: Adviser,
    does: Vec<String>,
    told: Vec<String>,
    advised: Vec<(AdviceId, &'a Advice)>,
}

/// The page.
pub fn network<'a>(state: &'a State, looks: &'a [Look], now: Now) -> Page<'a> {
    Page::new("people-title", move || {
        let rows = rows(state, looks, now);
        let stopped = state.standing().is_stopped().then(|| stopped(state));
        let everyone = if rows.is_empty() {
            view! { <p>{t!("network-nobody")}</p> }.into_any()
        } else {
            view! { {picture(&rows)} {table(&rows)} }.into_any()
        };
        view! {
            <h1>{t!("people-title")}</h1>
            {your_choice()}
            {stopped}
            {gone(state)}
            {asked(state)}
            <p>{t!("network-what")}</p>
            {everyone}
            <h2>{t!("network-yours")}</h2>
            <ul class="stack">
                <li>{t!("network-add-what")} " " <Link href="/people/supporter" label=t!("network-add") /></li>
                <li>{t!("network-advice-what")} " " <Link href="/people/advice" label=t!("network-advice-add") /></li>
                <li>{t!("network-listings-what")} " " <Link href="/people/listings" label=t!("listings-link") /></li>
            </ul>
            <h2>{t!("people-case-worker")}</h2>
            <p>{super::say_chosen(state)} " " <Link href="/people/case-worker" label=t!("people-choose-link") /></p>
            <p>{t!("carry-short")} " " <Link href="/people/carrying-on" label=t!("carry-title") /></p>
            <h2>{t!("carers-title")}</h2>
            <p>{t!("carers-short")} " " <Link href="/carers" label=t!("carers-link") /></p>
            <h2>{t!("sharing-title")}</h2>
            <p>{t!("sharing-short")} " " <Link href="/sharing" label=t!("sharing-link") /></p>
            <h2>{t!("helping-title")}</h2>
            <p>{t!("helping-short")} " " <Link href="/helping" label=t!("helping-link") /></p>
        }
        .into_any()
    })
}

/// The referrals that wait for an answer: all of them, one as good as another.
fn asked(state: &State) -> Option<AnyView> {
    let one = |(id, consent): (ConsentId, &Consent)| {
        consent.referral.as_ref().filter(|_| consent.is_open())?;
        let (who, by) = (say_actor(Actor::Organisation(consent.organisation)), say_actor(consent.asked_by));
        let href = format!("/sharing/one?which={id}");
        let what = t!("referral-waits", by = by, who = who.clone());
        Some(view! { <li>{what} " " <Link href label=t!("referral-read") about=format!("– {who}") /></li> })
    };
    let all: Vec<_> = state.consents().filter_map(one).collect();
    let list = || view! { <h2 id="suggested">{t!("referral-waiting")}</h2> <ul class="stack">{all}</ul> };
    (!state.grants().stopped && state.consents().any(|(_, one)| one.referral.is_some() && one.is_open()))
        .then(|| list().into_any())
}

fn table(rows: &[Row<'_>]) -> AnyView {
    let columns = [t!("network-who"), t!("network-does"), t!("network-told"), t!("network-advised")].to_vec();
    let rows = rows.iter().map(|row| vec![who(row), lines(row.does.clone()), lines(row.told.clone()), advised(row)]);
    view! { <Table caption=t!("network-table") columns rows=rows.collect() /> }.into_any()
}

/// Their name; of those whom the person added, with the way to change it.
fn who(row: &Row<'_>) -> AnyView {
    let change = match row.adviser {
        Adviser::Supporter(id) => {
            let href = format!("/people/supporter?who={id}");
            Some(view! { " " <Link href label=t!("change") about=format!("– {}", row.name) /> })
        }
        Adviser::CaseWorker(_) | Adviser::Organisation(_) | Adviser::Carer(_) => None,
    };
    let photo = match row.adviser {
        Adviser::CaseWorker(id) => match frame().names.of(Actor::CaseWorker(id)) {
            Some(Known::Staff(staff)) => photo_beside_name(staff),
            _ => None,
        },
        Adviser::Organisation(_) | Adviser::Carer(_) | Adviser::Supporter(_) => None,
    };
    view! { <OwnWords text=row.name.clone() inline=true /> {photo} {change} }.into_any()
}

fn advised(row: &Row<'_>) -> AnyView {
    if row.advised.is_empty() {
        return t!("network-advised-nothing").into_any();
    }
    let one = |(id, advice): &(AdviceId, &Advice)| {
        let href = format!("/people/advice?which={id}");
        let about = format!("– {}", beginning(advice.words.as_str(), WHICH));
        let pulls = advice.against.map(|_| view! { <p class="hint">{t!("advice-marked")}</p> });
        view! {
            <li>
                <OwnWords text=advice.words.as_str() />
                {pulls}
                <Link href label=t!("change") about />
            </li>
        }
    };
    view! { <ul class="stack">{row.advised.iter().map(one).collect_view()}</ul> }.into_any()
}

/// Everyone, those who can see something first; those whom the person added as they said it.
pub(super) fn rows<'a>(state: &'a State, looks: &[Look], now: Now) -> Vec<Row<'a>> {
    let grants = state.grants();
    let case_worker = grants.case_worker.map(|id| case_worker(state, looks, id));
    let mut organisations: Vec<OrganisationId> = grants.live(now.today).map(|grant| grant.organisation).collect();
    organisations.sort_unstable();
    organisations.dedup();
    let organisations = organisations.into_iter().map(|id| organisation(state, looks, id, now));
    let is_live = |one: &Delegation| one.status(now.today) == Status::Live && !grants.stopped;
    let carers = state.delegations().filter(|(_, one)| is_live(one));
    let carers = carers.map(|(id, one)| carer(state, looks, Adviser::Carer(id), one));
    let added = state.supporters().map(|(id, one)| supporter(state, id, one));
    case_worker.into_iter().chain(organisations).chain(carers).chain(added).collect()
}

fn case_worker<'a>(state: &'a State, looks: &[Look], id: StaffId) -> Row<'a> {
    let actor = Actor::CaseWorker(id);
    let does = match frame().names.of(actor) {
        Some(Known::Staff(staff)) => vec![t!("network-does-case-worker"), say_about_staff(staff)],
        _ => vec![t!("network-does-case-worker")],
    };
    let told = [vec![t!("network-told-case-worker")], looked(looks, actor)].concat();
    let does = does.into_iter().filter(|said| !said.is_empty()).collect();
    let made = row(state, Shape::Person, Adviser::CaseWorker(id), say_actor(actor), does, told);
    match frame().names.of(actor) {
        Some(Known::Staff(staff)) => Row { short: staff.name.to_string(), ..made },
        _ => made,
    }
}

fn organisation<'a>(state: &'a State, looks: &[Look], id: OrganisationId, now: Now) -> Row<'a> {
    let actor = Actor::Organisation(id);
    let of = |(_, one): &(ConsentId, &Consent)| one.organisation == id && one.status(now.today).is_live();
    let live: Vec<&Consent> = state.consents().filter(of).map(|(_, consent)| consent).collect();
    let does = live.iter().map(|one| match &one.referral {
        Some(referral) => referral.does.to_string(),
        None => say_choice("consent-purpose", one.purpose),
    });
    let covers = |one: &&Consent| {
        let until = one.given().map(|given| say_date(given.until)).unwrap_or_default();
        t!("network-told-organisation", kinds = say_kinds(one), day = until)
    };
    let told = [live.iter().map(covers).collect(), looked(looks, actor)].concat();
    row(state, Shape::Organisation, Adviser::Organisation(id), say_actor(actor), does.collect(), told)
}

fn carer<'a>(state: &'a State, looks: &[Look], adviser: Adviser, one: &Delegation) -> Row<'a> {
    let scopes: Vec<String> = one.scopes.iter().map(|scope| say_choice("scope", *scope).to_lowercase()).collect();
    let looked = one.carer().map(|id| looked(looks, Actor::Carer(id))).unwrap_or_default();
    let told = [vec![t!("network-told-carer", scopes = say_list(&scopes))], looked].concat();
    row(state, Shape::Person, adviser, one.name.to_string(), vec![t!("network-does-carer")], told)
}

fn supporter<'a>(state: &'a State, id: SupporterId, one: &Supporter) -> Row<'a> {
    let mut does: Vec<String> = one.does.iter().map(ToString::to_string).collect();
    does.extend(one.reach.as_ref().map(|reach| t!("network-reach", reach = reach.to_string())));
    let mut made =
        row(state, Shape::Person, Adviser::Supporter(id), one.name.to_string(), does, vec![t!("network-told-own")]);
    made.sees = false;
    made
}

fn row(state: &State, shape: Shape, adviser: Adviser, name: String, does: Vec<String>, told: Vec<String>) -> Row<'_> {
    let said = state.all_advice().filter(|(_, advice)| advice.from == adviser).collect();
    Row { shape, short: name.clone(), name, sees: true, adviser, does, told, advised: said }
}

/// When they looked last, as far as the latest looks tell.
fn looked(looks: &[Look], by: Actor) -> Vec<String> {
    let last = looks.iter().find(|look| look.by == by && !look.refused && look.withheld.is_none());
    last.map(|look| t!("network-looked", when = say_moment(look.at))).into_iter().collect()
}

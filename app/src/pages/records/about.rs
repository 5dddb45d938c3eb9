//! What the page of one item says about it: what can be done with it, who can see it and why, who has looked and why.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    decide::{stays, told_before},
    directory::Known,
    item::{Held, Item, ItemId, Kind},
    look::Look,
    recovery::Recovery,
    sight::sees_now,
    state::State,
    time::Now,
};

use super::{LOOKS_SHOWN, Written, beside, from_carers};
use crate::{
    components::{Link, Table},
    frame::frame,
    i18n::say_date,
    pages::{
        said::which_kind,
        words::{say_actor, say_choice, say_look, say_moment},
    },
    t,
};

/// What can be done with an item: put right what others wrote, change what is one's own, erase what the law does not keep.
pub fn what_can_be_done(state: &State, id: ItemId, may_erase: bool, now: Now) -> AnyView {
    let kind = say_choice("kind", id.kind()).to_lowercase();
    let held = state.get(id);
    let beside = held.map(|held| match held.item {
        Item::Record(_) | Item::Message(_) => {
            let carers = Written::of(state, held.id).and_then(|written| from_carers(state, written));
            view! { {beside(state, held, None)} {carers} }.into_any()
        }
        Item::Recovery(ref recovery) => stop(recovery, now),
        // A supervisor wrote it, and to erase it ends it.
        Item::Oversight(_) => ().into_any(),
        Item::Agreement(_) => {
            let href = changed_at(state, held);
            view! { <p>{t!("agreement-where")} " " <Link href label=t!("offers-see-link") /></p> }.into_any()
        }
        _ => change(state, held, &kind),
    });
    let erase = match held.and_then(|held| held.item.law_keeps_it_until(now.today)) {
        Some(until) => Some(view! { <p>{t!("notice-kept-by-law", day = say_date(until))}</p> }.into_any()),
        // It is closed where it is changed.
        None if matches!(id, ItemId::SignIn(_)) => None,
        // It goes once it can be neither stopped nor undone.
        None if id == ItemId::The(Kind::Recovery) && stays(state, id, now) => None,
        // It goes once a change of it was told.
        None if let Some(told) = told_before(state, id, now) => {
            Some(view! { <p>{t!("notice-not-before", moment = say_moment(told))}</p> }.into_any())
        }
        // It is taken back where its record is shown, and goes with that.
        None if held.is_some() && matches!(id, ItemId::KeptBack(_)) => None,
        None => may_erase.then(|| {
            let href = format!("/held/erase?what={id}");
            view! { <p><Link href label=t!("held-erase") about=which_kind(id.kind()) /></p> }.into_any()
        }),
    };
    view! { {beside} {erase} }.into_any()
}

/// A new way in is stopped or undone among the ways there are, as long as it can be.
fn stop(recovery: &Recovery, now: Now) -> AnyView {
    let where_to = recovery.can_be_stopped(now.at).then(|| {
        view! { <p>{t!("recovery-where")} " " <Link href="/settings/sign-in" label=t!("ways-in-title") /></p> }
    });
    view! { {where_to} }.into_any()
}

/// What the person wrote themself they just change.
fn change(state: &State, held: &Held, kind: &str) -> AnyView {
    let said = match held.by {
        Actor::Claimant(_) => t!("item-you-wrote"),
        _ => t!("item-you-can"),
    };
    let href = changed_at(state, held);
    view! { <p>{said} " " <Link href label=t!("change") about=kind.to_owned() /></p> }.into_any()
}

/// The page where an item of the person's own is changed.
fn changed_at(state: &State, held: &Held) -> String {
    let page = match held.id.kind() {
        Kind::Profile => "/settings/name",
        Kind::Standing => "/stop",
        Kind::CaseWorker => "/people/case-worker",
        Kind::CarryingOn => "/people/carrying-on",
        Kind::Supporter => match held.id {
            ItemId::Supporter(id) => return format!("/people/supporter?who={id}"),
            _ => "/people",
        },
        Kind::Advice => match held.id {
            ItemId::Advice(id) => return format!("/people/advice?which={id}"),
            _ => "/people",
        },
        Kind::GoalOrder => "/goals",
        Kind::Goal => match (held.id, &held.item) {
            (ItemId::Goal(id), Item::Goal(goal)) if goal.taken_away.is_none() => {
                return format!("/goals/change?goal={id}");
            }
            _ => "/goals",
        },
        Kind::Wish => "/contact",
        Kind::Ways => "/contact/ways",
        Kind::Safe => "/contact/safe",
        Kind::EarlierContact => "/contact/earlier",
        Kind::Formats => "/appointments/terms/formats",
        Kind::WithMe => "/appointments/terms/with-me",
        Kind::Pace => "/appointments/terms/pace",
        Kind::Times => "/appointments/terms/times",
        Kind::Breaks => "/appointments/terms/breaks",
        Kind::Appointment => match held.id {
            ItemId::Appointment(id) => return crate::pages::appointments::address(id),
            _ => "/appointments",
        },
        Kind::Participant => match held.id {
            ItemId::Participant(id, _) => return crate::pages::appointments::address(id),
            _ => "/appointments",
        },
        Kind::CalendarFeed => "/appointments/calendar",
        Kind::Agreement => match held.id {
            ItemId::Agreement(id) => return crate::pages::notes::address(id),
            _ => "/notes",
        },
        Kind::Message => "/notes",
        Kind::Reading => "/settings",
        Kind::SignIn => match held.id {
            ItemId::SignIn(id) => return format!("/settings/sign-in/way?way={id}"),
            _ => "/settings/sign-in",
        },
        Kind::Recovery => "/settings/sign-in",
        Kind::Carer => match held.id {
            ItemId::Carer(id) => return format!("/carers/one?who={id}"),
            _ => "/carers",
        },
        Kind::Consent => match held.id {
            ItemId::Consent(id) => return format!("/sharing/one?which={id}"),
            _ => "/sharing",
        },
        Kind::Correction => return about_its_record(state, held, "correct"),
        Kind::OtherView => return about_its_record(state, held, "differently"),
        Kind::KeptBack => return about_its_record(state, held, "item"),
        // Others wrote these.
        Kind::Note | Kind::Referral | Kind::Payment | Kind::Oversight => "/held",
    };
    page.to_owned()
}

fn about_its_record(state: &State, held: &Held, page: &str) -> String {
    let record = |id| state.record(id).map(|(held, _)| held.id).or(state.message(id).map(|(held, _)| held.id));
    let record = held.id.record().and_then(record);
    record.map_or_else(|| "/held".to_owned(), |id| format!("/held/{page}?what={id}"))
}

/// Who can see an item at this moment, and why each of them can.
pub fn can_see(state: &State, held: &Held, now: Now) -> AnyView {
    // A system asks in somebody's stead only by a consent to the organisation for which that one works.
    let grants = state.grants();
    let is_let = |actor: Actor| match frame().names.of(actor) {
        Some(Known::System(staff)) => grants.shared_with(staff.organisation.id, now.today).next().is_some(),
        _ => !matches!(actor, Actor::System(_)),
    };
    let seeing = sees_now(state, held, now).into_iter().filter(|(actor, _)| is_let(*actor));
    let one =
        |(actor, why)| view! { <li>{t!("can-see-one", who = say_actor(actor), why = say_choice("can-see", why))}</li> };
    let copy = Written::of(state, held.id)
        .map(|written| view! { <p>{t!("can-see-copy", who = say_actor(written.held.by))}</p> });
    view! {
        <h2>{t!("can-see-title")}</h2>
        <ul>{seeing.map(one).collect_view()}</ul>
        <p>{t!("can-see-nobody-else")}</p>
        {copy}
    }
    .into_any()
}

/// Who else has looked at what an item belongs to, and why; refused tries too.
pub fn looked(looks: &[Look]) -> AnyView {
    let rows: Vec<Vec<AnyView>> = looks.iter().map(row).collect();
    let columns = ["who", "why", "what", "when", "outcome"].map(|column| t!(format!("look-{column}"))).to_vec();
    let table = if rows.is_empty() {
        view! { <p>{t!("looked-none")}</p> }.into_any()
    } else {
        view! { <p>{t!("looked-what")}</p> <Table caption=t!("looked-title") caption_hidden=true columns rows /> }
            .into_any()
    };
    let latest = (looks.len() >= LOOKS_SHOWN).then(|| view! { <p>{t!("looked-latest", count = looks.len())}</p> });
    view! {
        <h2>{t!("looked-title")}</h2>
        {table}
        {latest}
        <p>{t!("looked-back")} " " <Link href="/held/looks" label=t!("looked-all") /></p>
    }
    .into_any()
}

fn row(look: &Look) -> Vec<AnyView> {
    let [when, who, why, what, outcome] = say_look(look);
    [who, why, what, when, outcome].map(IntoAny::into_any).into()
}

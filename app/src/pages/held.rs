//! What is held: every item, who wrote it, when, why, until when, who can see it; and who has looked.

use leptos::prelude::*;
use own_terms_domain::{
    catalogue::{Basis, Seen, about},
    contact::{Safe, Ways},
    item::{Held, Item, Kind},
    look::Look,
    standing::Standing,
    state::State,
    time::Now,
};

use super::{
    Page,
    words::{
        say_actor, say_break, say_choice, say_formats, say_moment, say_pace, say_reading, say_ways, say_week, say_wish,
        say_with_me,
    },
};
use crate::{
    components::{Details, OwnWords, SummaryList, SummaryRow, Table},
    islands::search_held,
    t,
};

/// How many looks are shown at most.
pub const LOOKS_SHOWN: usize = 100;

/// Everything that is held, and who looked.
pub fn held<'a>(state: &'a State, looks: &'a [Look], now: Now) -> Page<'a> {
    Page::new("held-title", move || {
        let group = |kind: &Kind| {
            let items: Vec<&Held> = state.all().filter(|held| held.item.kind() == *kind).collect();
            (!items.is_empty()).then(|| {
                let items = items.into_iter().map(|held| one(state, held, now)).collect_view();
                view! {
                    <section data-held-group="">
                        <h3>{say_choice("kind", *kind)}</h3>
                        <ul class="held stack">{items}</ul>
                    </section>
                }
            })
        };
        view! {
            <h1>{t!("held-title")}</h1>
            <p class="lead">{t!("held-what")}</p>
            <p>{t!("held-count", count = state.all().count())}</p>
            <h2>{t!("held-items")}</h2>
            {search_held()}
            {Kind::ALL.iter().map(group).collect_view()}
            <h2>{t!("held-also")}</h2>
            <ul class="stack">
                <li>{t!("held-also-changes")} " " {say_choice("basis", Basis::Accountability)}</li>
                <li>{t!("held-also-session")} " " {say_choice("basis", Basis::Consent)}</li>
                <li>{t!("held-also-looks")} " " {say_choice("basis", Basis::Accountability)}</li>
            </ul>
            <h2 id="looks">{t!("held-looks")}</h2>
            <p>{t!("held-looks-what")}</p>
            {looks_table(looks)}
        }
        .into_any()
    })
    .with_islands()
}

/// One item: what it says, and the facts about it.
fn one(state: &State, held: &Held, now: Now) -> AnyView {
    let about = about(held.item.kind());
    let seen = match (about.seen, &held.item) {
        (Seen::AsItSays, Item::Goal(goal)) => say_choice("audience-said", goal.draft.audience),
        (seen, _) => say_choice("seen", seen),
    };
    let rows = vec![
        SummaryRow::new(t!("held-why"), say_choice("purpose", about.purpose)),
        SummaryRow::new(t!("held-basis"), say_choice("basis", about.basis)),
        SummaryRow::new(t!("held-until"), say_choice("retention", about.retention)),
    ];
    let facts = view! { <SummaryList rows /> };
    let content = content(state, &held.item, now);
    // Someone else may be looking at the screen.
    let shown = match held.item.kind() {
        Kind::Safe => view! { <Details summary=t!("held-show")>{content}</Details> }.into_any(),
        _ => content,
    };
    view! {
        <li data-held="">
            {shown}
            <p class="hint">
                {t!("held-written-by", who = say_actor(held.by), when = say_moment(held.at))} " " {seen}
            </p>
            <Details summary=t!("held-facts")>{facts}</Details>
        </li>
    }
    .into_any()
}

/// What an item says, all of it.
fn content(state: &State, item: &Item, now: Now) -> AnyView {
    let lines: Vec<String> = match item {
        Item::Profile(profile) => vec![profile.name.to_string()],
        Item::Standing(Standing::Open) => vec![t!("standing-open")],
        Item::Standing(Standing::Stopped(since)) => vec![t!("stopped-since", moment = say_moment(since.at))],
        Item::Goal(goal) => {
            let mut lines = vec![goal.draft.words.to_string(), say_choice("stage", goal.stage)];
            lines.extend(goal.draft.area.map(|area| say_choice("area", area)));
            lines.extend(goal.taken_away.map(|at| t!("held-taken-away", moment = say_moment(at))));
            lines
        }
        Item::GoalOrder(order) => vec![t!("held-goal-order", count = order.goals.len())],
        Item::Wish(wish) => {
            let mut lines = vec![say_wish(wish, now)];
            lines.extend(wish.about.as_ref().map(|words| t!("held-about", words = words.to_string())));
            lines.extend(wish.not_about.as_ref().map(|words| t!("held-not-about", words = words.to_string())));
            lines
        }
        Item::Ways(ways) => say_all_ways(ways),
        Item::Safe(safe) => say_all_safe(safe),
        Item::Formats(_) => vec![say_formats(state)],
        Item::WithMe(with_me) => say_with_me(with_me),
        Item::Pace(pace) => {
            let mut lines = vec![say_pace(pace)];
            lines.extend(pace.reminders.iter().map(|reminder| say_choice("reminder", *reminder)));
            lines
        }
        Item::Times(times) => vec![say_week(&times.week)],
        Item::Breaks(breaks) if breaks.breaks.is_empty() => vec![t!("breaks-none")],
        Item::Breaks(breaks) => breaks.breaks.iter().map(say_break).collect(),
        Item::Reading(reading) => say_reading(*reading),
    };
    lines.into_iter().map(|line| view! { <OwnWords text=line /> }).collect_view().into_any()
}

fn say_all_ways(ways: &Ways) -> Vec<String> {
    let mut lines = vec![say_ways(ways)];
    lines.extend(ways.ways.iter().filter_map(|way| way.detail.as_ref()).map(ToString::to_string));
    lines.push(if ways.hours.is_empty() { t!("ways-any-time") } else { say_week(&ways.hours) });
    lines
}

fn say_all_safe(safe: &Safe) -> Vec<String> {
    let mut lines: Vec<String> = safe.rules.iter().map(|rule| say_choice("safe-rule", *rule)).collect();
    lines.extend(safe.word.as_ref().map(|word| t!("held-safe-word", word = word.to_string())));
    lines.extend(safe.avoid.as_ref().map(ToString::to_string));
    if lines.is_empty() {
        lines.push(t!("safe-not-said"));
    }
    lines
}

/// Who looked, newest first. The person's own looks are one a sign-in.
fn looks_table(looks: &[Look]) -> AnyView {
    if looks.is_empty() {
        return view! { <p>{t!("held-looks-none")}</p> }.into_any();
    }
    let columns = ["when", "who", "why", "what", "outcome"].map(|column| t!(format!("look-{column}"))).to_vec();
    let rows = looks.iter().map(|look| {
        let outcome = if look.refused { t!("look-refused") } else { t!("look-seen") };
        [
            say_moment(look.at),
            say_actor(look.by),
            say_choice("reason", look.reason),
            say_choice("subject", look.subject),
            outcome,
        ]
        .map(IntoAny::into_any)
        .into()
    });
    let rows: Vec<Vec<AnyView>> = rows.collect();
    let latest = (looks.len() >= LOOKS_SHOWN).then(|| view! { <p>{t!("held-looks-latest", count = looks.len())}</p> });
    view! { {latest} <Table caption=t!("held-looks") caption_hidden=true columns rows /> }.into_any()
}

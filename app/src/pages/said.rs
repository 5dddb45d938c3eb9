//! What each kind of item says, in full: wherever it is shown, in what is held, in its history and on receipts.

use leptos::prelude::*;
use own_terms_domain::{
    contact::{Safe, Ways},
    item::Item,
    standing::Standing,
    time::Now,
};

use super::words::{
    say_break, say_choice, say_formats, say_moment, say_pace, say_reading, say_ways, say_week, say_wish, say_with_me,
};
use crate::{components::OwnWords, t};

/// What an item says, all of it, a line each. `now` is the moment at which it is said.
pub fn say_item(item: &Item, now: Now) -> Vec<String> {
    match item {
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
        Item::Formats(formats) => vec![say_formats(formats)],
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
    }
}

/// Lines as they stand on a page: each may be someone's own words.
pub fn lines(lines: Vec<String>) -> AnyView {
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

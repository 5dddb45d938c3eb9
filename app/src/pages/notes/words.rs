//! Agreements in words.

use jiff::civil::Date;
use own_terms_domain::{
    actor::Actor,
    agreement::{Agreement, Progress, Side},
    reading::Choice as _,
    text::OwnWords,
};

use crate::{i18n::say_date, pages::words::say_actor, t};

/// What one of the two would do.
pub(super) fn part(one: &Agreement, side: Side) -> Option<&OwnWords> {
    match side {
        Side::Person => one.draft.person.as_ref(),
        Side::CaseWorker => one.draft.case_worker.as_ref(),
    }
}

/// Whose part it is.
pub(super) fn say_side(side: Side) -> String {
    match side {
        Side::Person => t!("agreement-person"),
        Side::CaseWorker => t!("agreement-case-worker"),
    }
}

/// Who proposed it.
pub(super) fn say_by(one: &Agreement) -> String {
    match one.by {
        Side::Person => t!("notes-you"),
        Side::CaseWorker => say_actor(Actor::CaseWorker(one.with)),
    }
}

/// How it stands.
pub(super) fn say_status(one: &Agreement, today: Date) -> String {
    let left = match one.progress {
        Progress::Left { by } => by.id(),
        _ => "",
    };
    t!(format!("agreement-status-{}", one.status(today).id()), by = one.by.id(), left = left)
}

/// The last day, or that there is none.
pub(super) fn say_until(one: &Agreement) -> String {
    one.draft.until.map_or_else(|| t!("agreement-no-end"), say_date)
}

/// All that it says, a line each.
pub fn say_agreement(one: &Agreement, today: Date) -> Vec<String> {
    let who = say_actor(Actor::CaseWorker(one.with));
    let mut lines = vec![t!("agreement-said-with", who = who), t!("agreement-said-by", who = say_by(one))];
    let of = |side: Side| {
        part(one, side).map(|words| t!("agreement-said-part", whose = say_side(side), words = words.to_string()))
    };
    lines.extend([of(Side::Person), of(Side::CaseWorker)].into_iter().flatten());
    lines.push(t!("agreement-said-until", day = say_until(one)));
    lines.extend(one.draft.replaces.map(|_| t!("agreement-said-replaces")));
    lines.push(say_status(one, today));
    lines.push(t!("agreement-said-since", day = say_date(one.since)));
    lines
}

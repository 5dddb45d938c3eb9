//! What each kind of item says, in full: wherever it is shown, in what is held, in its history and on receipts.

use jiff::civil::Date;
use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    carer::Delegation,
    consent::Consent,
    contact::{Earlier, Safe, Ways},
    correction::{Correction, Progress},
    item::{Held, Item, Kind},
    reading::Choice as _,
    recovery::{Progress as Come, Recovery},
    referral::Referral,
    sign_in::{How, WayIn},
    standing::Standing,
    state::State,
    time::Now,
};

use super::words::{
    say_actor, say_break, say_choice, say_formats, say_moment, say_pace, say_reading, say_ways, say_week, say_wish,
    say_with_me,
};
use super::{
    appointments::{say_appointment, say_participant, say_who},
    notes::say_agreement,
    oversight::say_oversight,
    people::{say_adviser, say_carrying_on},
};
use crate::{
    components::{Details, OwnWords},
    i18n::{say, say_date, say_list},
    t,
};

/// What an item says, all of it, a line each. `now` is the moment at which it is said.
pub fn say_item(item: &Item, now: Now) -> Vec<String> {
    match item {
        Item::Profile(profile) => vec![profile.name.to_string()],
        Item::Standing(Standing::Open) => vec![t!("standing-open")],
        Item::Standing(Standing::Stopped(since)) => vec![t!("stopped-since", moment = say_moment(since.at))],
        Item::Standing(Standing::Helping) => vec![t!("standing-helping")],
        Item::CaseWorker(chosen) => vec![say_actor(Actor::CaseWorker(chosen.staff))],
        Item::Supporter(one) => {
            let mut lines = vec![one.name.to_string()];
            lines.extend(one.does.as_ref().map(ToString::to_string));
            lines.extend(one.reach.as_ref().map(|reach| t!("network-reach", reach = reach.to_string())));
            lines
        }
        Item::Advice(advice) => {
            let mut lines = vec![advice.words.to_string(), t!("advice-said-from", who = say_adviser(advice))];
            lines.extend(advice.against.map(|_| t!("advice-marked")));
            lines
        }
        Item::Record(record) => {
            vec![record.words.to_string(), t!("record-source-said", source = record.source.to_string())]
        }
        Item::Correction(correction) => say_correction(correction),
        Item::OtherView(view) => vec![view.words.to_string()],
        Item::KeptBack(kept) => {
            vec![t!("kept-back-said", kind = say_choice("kind", kept.sort.kind()))]
        }
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
        Item::EarlierContact(earlier) => earlier.earlier.iter().flat_map(say_earlier).collect(),
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
        Item::Oversight(one) => say_oversight(one),
        Item::CarryingOn(one) => say_carrying_on(one, now),
        Item::Appointment(appointment) => say_appointment(appointment, now),
        Item::Participant(one) => say_participant(one),
        Item::CalendarFeed(feed) => {
            vec![t!("calendar-said"), t!("calendar-said-language", language = say_choice("language", feed.language))]
        }
        Item::Agreement(agreement) => say_agreement(agreement, now.today),
        Item::Message(message) => {
            vec![message.words.to_string(), t!("message-said-with", who = say_actor(Actor::CaseWorker(message.with)))]
        }
        Item::SignIn(way) => say_way_in(way),
        Item::Recovery(recovery) => say_recovery(recovery, now),
        Item::Carer(delegation) => say_delegation(delegation, now.today),
        Item::Consent(consent) => say_consent(consent, now.today),
    }
}

/// What the person calls them, how far it has come, and what they may do.
fn say_delegation(delegation: &Delegation, today: Date) -> Vec<String> {
    let until = say_date(delegation.until);
    let mut lines = vec![
        delegation.name.to_string(),
        say_choice("carer-status", delegation.status(today)),
        t!("carer-until", day = until),
    ];
    lines.extend(delegation.scopes.iter().map(|scope| say_choice("scope", *scope)));
    lines.extend(delegation.kinds.iter().map(|kind| t!("carer-kind", kind = say_choice("kind", *kind))));
    lines.extend(delegation.unchecked_since.map(|at| t!("carer-unchecked-since", moment = say_moment(at))));
    lines
}

/// How many letters of an item tell it from others of its kind: it is heard with each link, so they are few.
const WHICH: usize = 30;

/// The beginning of someone's own words, to name a thing by in a link or a button.
pub fn beginning(words: &str, letters: usize) -> String {
    let mut name: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = name.char_indices().nth(letters) {
        name.truncate(at);
        name.push('…');
    }
    name
}

/// Which kind a link or a button is about, for those who hear it. The dash is heard as a pause.
pub fn which_kind(kind: Kind) -> String {
    format!("– {}", say_choice("kind", kind).to_lowercase())
}

/// Which item it is about: its kind, and where there are others of that, the beginning of what it says.
pub fn which(state: &State, held: &Held) -> String {
    let kind = which_kind(held.item.kind());
    let words = match &held.item {
        _ if state.count_of(held.item.kind()) < 2 => return kind,
        Item::Goal(goal) => goal.draft.words.as_str(),
        Item::Supporter(one) => one.name.as_str(),
        Item::Advice(advice) => advice.words.as_str(),
        Item::Record(record) => record.words.as_str(),
        Item::Correction(correction) => correction.should_be.as_str(),
        Item::Appointment(appointment) => appointment.draft.why.as_str(),
        Item::Participant(one) => return format!("{kind}: {}", beginning(&say_who(one), WHICH)),
        Item::OtherView(view) => view.words.as_str(),
        Item::Message(message) => message.words.as_str(),
        Item::Consent(consent) => {
            let whom = say_actor(Actor::Organisation(consent.organisation));
            return format!("{kind}: {}", beginning(&whom, WHICH));
        }
        Item::Agreement(one) => match one.draft.person.as_ref().or(one.draft.case_worker.as_ref()) {
            Some(words) => words.as_str(),
            None => return kind,
        },
        _ => return kind,
    };
    format!("{kind}: {}", beginning(words, WHICH))
}

/// To whom, for what, how it stands, what it covers, and who asked.
fn say_consent(consent: &Consent, today: Date) -> Vec<String> {
    let covers: Vec<String> = consent.kinds().map(|kind| say_choice("kind", kind).to_lowercase()).collect();
    let mut lines = vec![
        say_actor(Actor::Organisation(consent.organisation)),
        say_choice("consent-status", consent.status(today)),
        t!("consent-said-purpose", purpose = say_choice("consent-purpose", consent.purpose)),
        t!("consent-said-covers", kinds = say_list(&covers)),
        t!("consent-said-asked-by", who = say_actor(consent.asked_by)),
    ];
    lines.extend(consent.referral.iter().flat_map(say_referral));
    if let Some(given) = consent.given() {
        lines.push(t!("consent-said-until", day = say_date(given.until)));
        lines.push(t!("consent-said-language", language = say_choice("language", given.language)));
        lines.extend(given.remind.then(|| t!("consent-said-remind")));
    }
    lines
}

/// What the case worker says of the organisation that could help.
pub fn say_referral(referral: &Referral) -> Vec<String> {
    let mut lines = vec![
        t!("referral-said-why", words = referral.why.to_string()),
        t!("referral-said-does", words = referral.does.to_string()),
    ];
    lines.extend(referral.reach.as_ref().map(|reach| t!("referral-said-reach", reach = reach.to_string())));
    lines
}

fn say_correction(correction: &Correction) -> Vec<String> {
    let mut lines = vec![
        t!("correction-was", words = correction.was.to_string()),
        t!("correction-should-be", words = correction.should_be.to_string()),
    ];
    lines.extend(correction.reason.as_ref().map(|reason| t!("correction-reason", words = reason.to_string())));
    lines.push(t!("correction-asked", day = say_date(correction.asked)));
    lines.extend(say_progress(&correction.progress));
    lines
}

/// What the person calls it, and how it works.
fn say_way_in(way: &WayIn) -> Vec<String> {
    [vec![way.name.to_string()], say_how(&way.how)].concat()
}

/// Who asked for a new way in, from when and until when its code opens, what the person said, and how far it has come.
pub fn say_recovery(recovery: &Recovery, now: Now) -> Vec<String> {
    let (who, when) = (say_actor(Actor::CaseWorker(recovery.by)), say_moment(recovery.asked));
    let mut lines = vec![
        t!("recovery-who", who = who, when = when),
        t!("recovery-opens", from = say_moment(recovery.opens), until = say_moment(recovery.until)),
    ];
    lines.extend(recovery.known.map(|at| t!("recovery-known", when = say_moment(at))));
    let stands = format!("recovery-status-{}", recovery.status(now.at).id());
    lines.push(match &recovery.progress {
        Come::Waiting => say(&stands, None),
        Come::Stopped { at, through } | Come::Undone { at, through } => {
            t!(stands, when = say_moment(*at), through = say_choice("recovery-through", *through))
        }
        Come::Opened { at, ways } => {
            t!(stands, when = say_moment(*at), until = say_moment(recovery.stands_until()), count = ways.len())
        }
    });
    lines
}

/// How a way to sign in works.
pub fn say_how(how: &How) -> Vec<String> {
    match how {
        How::Email { address } => vec![t!("way-in-email", address = address.to_string())],
        How::Passkey { credential, key } => {
            let (id, key) = (credential.to_string(), key.to_string());
            vec![t!("way-in-passkey"), t!("way-in-passkey-id", id = id), t!("way-in-passkey-key", key = key)]
        }
        How::Provider { issuer, subject } => {
            let (issuer, subject) = (issuer.to_string(), subject.to_string());
            vec![t!("way-in-provider", issuer = issuer), t!("way-in-provider-subject", subject = subject)]
        }
    }
}

/// The same on a page: of a passkey, what only computers read is folded away.
pub fn way_in(how: &How) -> AnyView {
    let said = say_how(how);
    let folded = matches!(how, How::Passkey { .. });
    let (first, rest) = said.split_at(if folded { 1 } else { said.len() });
    let rest = (!rest.is_empty()).then(|| {
        let rest = lines(rest.to_vec());
        view! { <div class="codes"><Details summary=t!("way-in-passkey-more")><p>{t!("way-in-passkey-more-what")}</p> {rest}</Details></div> }
    });
    view! { {lines(first.to_vec())} {rest} }.into_any()
}

/// Where a correction stands, what comes next and by when.
pub fn say_progress(progress: &Progress) -> Vec<String> {
    let stands = say(&format!("progress-{}", progress.id()), None);
    let next = t!(format!("progress-{}-next", progress.id()), day = say_date(progress.promised()));
    match progress {
        Progress::Refused { why, .. } => vec![stands, t!("progress-why", words = why.to_string()), next],
        _ => vec![stands, next],
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

/// Until when it stood, and all of it.
fn say_earlier(one: &Earlier) -> Vec<String> {
    let until = t!("earlier-until", when = say_moment(one.until));
    [vec![until], say_all_ways(&one.details.ways), say_all_safe(&one.details.safe)].concat()
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

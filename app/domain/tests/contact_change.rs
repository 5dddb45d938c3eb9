//! Somebody who picks up the person's phone cannot move where messages go unheard, nor for good (promise 12).

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    contact::{Channel, DELAY, Details, Reach, Safe, SafeRule, Side, UNDO_FOR, Way, Ways, WishAnswer, WishDraft},
    decide::{Command, Refusal, ToErase},
    hours::WeekHours,
    item::{ItemId, Kind, Version},
    text::Text,
    time::Now,
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::given::{Model, cases, now_at};

/// By what the service can send.
const EMAIL: &[Channel] = &[Channel::Email];
const EARLIER: ItemId = ItemId::The(Kind::EarlierContact);

fn email(address: &str) -> Ways {
    let detail = Some(Text::parse(address).unwrap());
    Ways { ways: vec![Way { channel: Channel::Email, detail }], hours: WeekHours::default() }
}

/// Some ways to reach somebody, few enough that they come again.
fn some_ways() -> impl Strategy<Value = Ways> {
    let office = Ways { hours: WeekHours::office(), ..email("one@example.com") };
    select(vec![
        Ways::default(),
        email("one@example.com"),
        email("two@example.com"),
        email("three@example.com"),
        office,
    ])
}

#[derive(Debug, Clone)]
enum Step {
    Ways(Ways),
    Safe(bool),
    PutBack(usize),
}

fn steps() -> impl Strategy<Value = Vec<(i64, Step)>> {
    let step = prop_oneof![
        4 => some_ways().prop_map(Step::Ways),
        1 => any::<bool>().prop_map(Step::Safe),
        2 => (0..3_usize).prop_map(Step::PutBack),
    ];
    vec((prop_oneof![1..3_i64, 1..90_i64], step), 1..16)
}

fn start() -> Timestamp {
    "2027-03-01T12:00:00Z".parse().unwrap()
}

/// Somebody who wants to be reached.
fn wants_contact() -> Model {
    let (mut model, now) = (Model::default(), now_at(start()));
    let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    let on = model.state().version_of(Kind::Wish);
    model.me(Command::SetWish { on, draft }, now).unwrap();
    model
}

fn set_ways(model: &mut Model, ways: Ways, now: Now) {
    let on = model.state().version_of(Kind::Ways);
    model.me(Command::SetWays { on, ways }, now).unwrap();
}

fn after(hours: i64) -> Now {
    now_at(start() + SignedDuration::from_hours(hours))
}

fn can_be_put_back(model: &Model, now: Now) -> Vec<(Timestamp, Details)> {
    let (held, stands) = (model.state().earlier_contact(), model.state().contact_details());
    held.to_put_back(&stands, now.at).map(|one| (one.until, one.details.clone())).collect()
}

impl Step {
    fn take(self, model: &mut Model, now: Now) {
        match self {
            Self::Ways(ways) => set_ways(model, ways, now),
            Self::Safe(voicemail) => {
                let rules = if voicemail { vec![SafeRule::NoVoicemail] } else { Vec::new() };
                let on = model.state().version_of(Kind::Safe);
                let safe = Safe { rules, ..Safe::default() };
                model.me(Command::SetSafe { on, safe }, now).unwrap();
            }
            Self::PutBack(at) => {
                let Some((until, details)) = can_be_put_back(model, now).into_iter().nth(at) else { return };
                let on = model.state().version(EARLIER);
                model.me(Command::PutContactBack { until, on }, now).unwrap();
                assert_eq!(model.state().contact_details(), details, "what is put back is what it was");
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn whatever_stood_for_a_day_can_be_put_back_for_a_week_after_it_is_told(steps in steps(), later in 0..300_i64) {
        let mut model = wants_contact();
        let (mut hour, mut stood_since) = (0, 0);
        let mut stood: Vec<(Details, i64)> = Vec::new();
        for (wait, step) in steps {
            hour += wait;
            let before = model.state().contact_details();
            step.take(&mut model, after(hour));
            if model.state().contact_details() != before {
                let stands = model.state().contact_details();
                let lost = before.ways != Ways::default() && before.ways != stands.ways
                    || before.safe != Safe::default() && before.safe != stands.safe;
                if hour - stood_since >= DELAY.as_hours() && lost {
                    stood.push((before, hour));
                }
                stood_since = hour;
            }
        }
        let now = after(hour + later);
        let stands = model.state().contact_details();
        let can: Vec<Details> = can_be_put_back(&model, now).into_iter().map(|(_, details)| details).collect();
        for (details, until) in stood {
            let in_time = now.at < after(until).at + DELAY + UNDO_FOR;
            prop_assert!(!in_time || details == stands || can.contains(&details), "{:?} is not among {:?}", details, can);
        }
        // Each once, and never what stands.
        let once: BTreeSet<String> = can.iter().map(|one| format!("{one:?}")).collect();
        prop_assert!(once.len() == can.len() && !can.contains(&stands));
    }

    #[test]
    fn a_change_is_told_to_both_addresses_a_day_later_and_to_no_other(steps in steps(), wait in 0..60_i64) {
        let mut model = wants_contact();
        let (mut hour, mut addresses) = (0, BTreeSet::new());
        for (pause, step) in steps {
            hour += pause;
            step.take(&mut model, after(hour));
            addresses.extend(model.state().ways().email().map(|address| address.folded()));
        }
        let (state, now) = (model.state(), after(hour + wait));
        let (held, stands) = (state.earlier_contact(), state.contact_details());
        for one in &held.earlier {
            let is_stale = one.details == stands || now.at >= one.kept_until();
            for side in [Side::Before, Side::After] {
                let ways = if side == Side::Before { &one.details.ways } else { &stands.ways };
                match Reach::of_change(&state, one.until, side, EMAIL, now) {
                    Reach::Never => prop_assert!(
                        is_stale || ways.email().is_none() || side == Side::Before && ways.email() == stands.ways.email()
                    ),
                    Reach::Now(address) => {
                        prop_assert!(!is_stale && Some(address) == ways.address(EMAIL) && now.at >= one.told_from());
                    }
                    Reach::Later(from) => {
                        prop_assert!(!is_stale && ways.email().is_some() && from > now.at);
                    }
                }
            }
        }
        // A slip that was put right within the day reaches nobody.
        for one in held.earlier.iter().filter_map(|one| one.details.ways.email()) {
            prop_assert!(addresses.contains(&one.folded()));
        }
    }
}

#[test]
fn to_say_the_same_again_counts_as_no_change() {
    let mut model = wants_contact();
    set_ways(&mut model, email("one@example.com"), after(1));
    set_ways(&mut model, email("two@example.com"), after(30));
    Step::PutBack(0).take(&mut model, after(60));
    let before = model.state().earlier_contact();
    // It is the first time that anything is said of safety, and what is said is nothing.
    Step::Safe(false).take(&mut model, after(100));
    assert_eq!(model.state().earlier_contact(), before);
}

#[test]
fn what_is_said_for_the_first_time_takes_nothing_away_and_is_told_to_nobody() {
    let mut model = wants_contact();
    set_ways(&mut model, email("me@example.com"), after(0));
    Step::Safe(true).take(&mut model, after(30));
    assert!(!model.held.contains_key(&EARLIER));
}

#[test]
fn a_slip_that_is_put_right_the_same_day_is_told_to_nobody() {
    let mut model = wants_contact();
    set_ways(&mut model, email("me@example.com"), after(0));
    set_ways(&mut model, email("me@exmaple.com"), after(48));
    set_ways(&mut model, email("me@example.com"), after(49));
    assert_eq!(can_be_put_back(&model, after(49)), []);
    for one in model.state().earlier_contact().earlier {
        for side in [Side::Before, Side::After] {
            assert_eq!(Reach::of_change(&model.state(), one.until, side, EMAIL, after(100)), Reach::Never);
        }
    }
}

#[test]
fn somebody_who_changes_it_again_and_again_neither_hides_what_it_was_nor_puts_off_that_it_is_told() {
    let mut model = wants_contact();
    set_ways(&mut model, email("me@example.com"), after(0));
    for hour in 0..60 {
        let other = if hour % 2 == 0 { "two@example.com" } else { "three@example.com" };
        set_ways(&mut model, email(other), after(48 + hour));
    }
    let first = model.state().earlier_contact().earlier[0].clone();
    assert_eq!(first.details.ways, email("me@example.com"));
    assert_eq!(first.told_from(), after(48 + 24).at);
    let told = Reach::of_change(&model.state(), first.until, Side::Before, EMAIL, after(48 + 60));
    assert_eq!(told, Reach::Now(email("me@example.com").address(EMAIL).unwrap()));
}

#[test]
fn what_says_where_to_tell_it_cannot_be_erased_before_it_is_told() {
    let mut model = wants_contact();
    set_ways(&mut model, email("me@example.com"), after(0));
    set_ways(&mut model, email("two@example.com"), after(48));
    let everything = |model: &mut Model, now| model.me(Command::Erase { what: ToErase::Everything }, now);
    for kind in [Kind::Ways, Kind::EarlierContact] {
        let on = model.state().version_of(kind);
        let item = ToErase::Item { id: ItemId::The(kind), on };
        for what in [item, ToErase::Kind(kind)] {
            let told = after(48 + 24).at;
            assert_eq!(model.me(Command::Erase { what }, after(71)), Err(Refusal::NotBefore(told)));
        }
    }
    let mut kept = model.clone();
    everything(&mut kept, after(71)).unwrap();
    assert!(kept.state().has_said(Kind::Ways) && kept.state().has_said(Kind::EarlierContact));
    everything(&mut model, after(73)).unwrap();
    assert!(!model.state().has_said(Kind::Ways) && !model.state().has_said(Kind::EarlierContact));
}

#[test]
fn what_is_erased_is_not_kept_to_be_put_back() {
    let mut model = wants_contact();
    set_ways(&mut model, email("me@example.com"), after(0));
    set_ways(&mut model, email("two@example.com"), after(48));
    let on = model.state().version_of(Kind::Ways);
    model.me(Command::Erase { what: ToErase::Item { id: ItemId::The(Kind::Ways), on } }, after(80)).unwrap();
    assert!(!model.held.contains_key(&EARLIER));
}

#[test]
fn who_saw_an_older_page_puts_nothing_back_over_what_came_since() {
    let mut model = wants_contact();
    set_ways(&mut model, email("me@example.com"), after(0));
    set_ways(&mut model, email("two@example.com"), after(48));
    let (on, until) = (model.state().version(EARLIER), after(48).at);
    set_ways(&mut model, email("three@example.com"), after(96));
    let stands = model.state().version(EARLIER);
    assert_eq!(model.me(Command::PutContactBack { until, on }, after(97)), Err(Refusal::Changed(stands)));
    assert_eq!(model.me(Command::PutContactBack { until: after(1).at, on: stands }, after(97)), Err(Refusal::NotFound));
    assert_ne!(on, Version(0));
}

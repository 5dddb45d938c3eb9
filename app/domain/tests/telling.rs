//! Whatever anyone does and however time passes: what was decided is told, once, and nothing leaves outside the hours, by a channel
//! that was not chosen, or after the person said stop.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp, ToSpan as _};
use own_terms_domain::{
    actor::Actor,
    appointment::{Answer, AppointmentDraft, Progress, Slot},
    carer::{Delegation, Progress as Stands},
    consent::{self, ConsentDraft, Length, Purpose, REMINDED_BEFORE, Yes},
    contact::{Address, Channel, DELAY, Safe, SafeRule, Way, Ways, WishAnswer, WishDraft},
    decide::{Command, Entry, Refusal, ToErase},
    hours::WeekHours,
    ids::{AppointmentId, ConsentId, WayInId},
    item::{Held, Item, ItemId, Kind, Version, Wording},
    look::Subject,
    permission::{Scope, is_given},
    reading::{Choice as _, Language},
    sign_in::WayIn,
    standing::ComeBack,
    state::State,
    telling::{About, Due, Message, Says, To, after, due, needs, reminded_at, reminded_of_end_at},
    terms::{Format, Pace, Reminder},
    text::Text,
    time::Now,
};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

use crate::given::{CARER, CHOSEN, CLINIC, ME, Model, cases, london, now_at, one, some, way, week, words};
use crate::needs::narrowed;

const JO: Actor = Actor::CaseWorker(CHOSEN);
const JAMIE: Actor = Actor::Carer(CARER);
const ONE: AppointmentId = AppointmentId(Uuid::from_u128(0xa01));
const SHARED: ConsentId = ConsentId(Uuid::from_u128(0xc01));
const EVERY: &[Channel] = &[Channel::Email, Channel::Text];

/// A Monday in March, in the weeks before the clocks go forward.
fn then(hours: i64) -> Now {
    let noon: Timestamp = "2027-03-01T12:00:00Z".parse().unwrap();
    now_at(noon + SignedDuration::from_hours(hours))
}

/// A person, and what waits to be sent to them.
#[derive(Debug, Clone, Default)]
struct Scene {
    model: Model,
    outbox: BTreeMap<Message, Timestamp>,
    sent: Vec<(Message, Now)>,
}

impl Scene {
    fn run(&mut self, actor: Actor, command: Command, now: Now) -> Result<Vec<Entry>, Refusal> {
        let before = self.model.state();
        let entries = self.model.run(actor, command, now)?;
        let telling = after(&before, actor, &entries, now);
        self.outbox.retain(|message, _| !telling.forgets(message));
        for (message, from) in &telling.tell {
            self.outbox.entry(*message).or_insert(*from);
        }
        Ok(entries)
    }

    fn me(&mut self, command: Command, now: Now) {
        self.run(Actor::Claimant(ME), command, now).unwrap();
    }

    /// As the courier does it: what is due is asked about, and leaves, waits or goes.
    fn send(&mut self, now: Now) -> Vec<(Message, Address, Says)> {
        let state = self.model.state();
        let mut left = Vec::new();
        for message in
            self.outbox.iter().filter(|(_, from)| **from <= now.at).map(|(message, _)| *message).collect::<Vec<_>>()
        {
            match due(&state, &message, EVERY, now) {
                Due::Now(address, says) => {
                    self.outbox.remove(&message);
                    self.sent.push((message, now));
                    left.push((message, address, says));
                }
                Due::Later(from) => drop(self.outbox.insert(message, from)),
                Due::Never => drop(self.outbox.remove(&message)),
            }
        }
        left
    }

    fn abouts(&self) -> Vec<About> {
        self.outbox.keys().map(|message| message.about).collect()
    }
}

fn ways(channels: &[Channel], hours: WeekHours) -> Command {
    let detail = |channel: Channel| match channel {
        Channel::Here => None,
        Channel::Email => Some("me@example.com"),
        Channel::Text | Channel::Phone => Some("07700 900123"),
        Channel::Letter => Some("1 High Street, Leeds LS1 1AA"),
    };
    let way =
        |channel: &Channel| Way { channel: *channel, detail: detail(*channel).map(|it| Text::parse(it).unwrap()) };
    Command::SetWays { on: Version(0), ways: Ways { ways: channels.iter().map(way).collect(), hours } }
}

fn wish(answer: WishAnswer, until: Option<i32>) -> Command {
    let until = until.map(|days| then(0).today.checked_add(days.days()).unwrap());
    Command::SetWish { on: Version(0), draft: WishDraft { answer, about: None, not_about: None, until } }
}

fn pace(reminders: &[Reminder]) -> Command {
    Command::SetPace {
        on: Version(0),
        pace: Pace { notice: 1, gap: 0, reminders: reminders.to_vec(), ..Pace::default() },
    }
}

fn at(day: i32, hour: i8) -> Slot {
    Slot { day: then(0).today.checked_add(day.days()).unwrap(), from: jiff::civil::Time::constant(hour, 0, 0, 0) }
}

fn offer(id: AppointmentId, slot: Slot) -> Command {
    let draft = AppointmentDraft {
        why: words("the letter"),
        format: Format::Writing,
        place: None,
        minutes: 20,
        bring: None,
        not_bring: None,
        times: vec![slot],
        replaces: None,
    };
    Command::OfferAppointment { id, draft }
}

fn ask_to_share() -> Command {
    let draft = ConsentDraft { organisation: CLINIC, purpose: Purpose::Help, items: vec![ItemId::The(Kind::Ways)] };
    Command::AskConsent { id: SHARED, draft }
}

/// A yes to what was seen.
fn share(seen: &[Wording], length: Length, remind: bool) -> Command {
    let answer = consent::Answer::Yes(Yes { seen: seen.to_vec(), length, remind });
    Command::AnswerConsent { id: SHARED, on: Version(0), language: Language::English, answer }
}

/// What would go to whom they are asked to share with.
fn to_read(scene: &Scene) -> Vec<Wording> {
    let state = scene.model.state();
    let items = state.consent(SHARED).map(|consent| consent.items.clone()).unwrap_or_default();
    state.to_read(&items).into_iter().map(Held::wording).collect()
}

/// With the version that stands.
fn on(scene: &Scene, mut command: Command) -> Command {
    let (id, version) = crate::given::target(&mut command);
    if let Some(version) = version {
        *version = scene.model.state().version(id);
    }
    command
}

/// Someone who wants to talk, is reached by email and text, and lets a carer answer.
fn someone() -> Scene {
    let mut scene = Scene::default();
    scene.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, then(0));
    scene.me(wish(WishAnswer::Talk, None), then(0));
    scene.me(ways(&[Channel::Here, Channel::Text, Channel::Email], WeekHours::default()), then(0));
    scene.model = scene.model.with_carers(vec![Delegation {
        name: Text::parse("Jamie").unwrap(),
        scopes: vec![Scope::AnswerAppointments],
        kinds: Vec::new(),
        until: jiff::civil::date(2030, 1, 1),
        unchecked_since: None,
        progress: Stands::Accepted { carer: CARER },
    }]);
    scene
}

#[test]
fn an_offer_is_told_by_the_first_way_that_can_be_and_an_answer_of_ones_own_is_not() {
    let mut scene = someone();
    scene.run(JO, offer(ONE, at(10, 10)), then(1)).unwrap();
    assert_eq!(scene.abouts(), [About::Offer { appointment: ONE }]);
    let sent = scene.send(then(1));
    assert!(matches!(&sent[..], [(_, Address::Text(_), Says::News(Language::English))]), "{sent:?}");
    let yes = on(&scene, Command::AnswerOffer { id: ONE, on: Version(0), answer: Answer::Yes(at(10, 10)) });
    scene.me(yes, then(2));
    assert_eq!(scene.outbox.len(), 0, "they chose no reminder");
    scene.run(JO, Command::CancelAppointment { id: ONE }, then(3)).unwrap();
    assert_eq!(scene.abouts(), [About::Change { appointment: ONE, at: then(3).at }]);
    assert_eq!(scene.send(then(3)).len(), 1);
}

#[test]
fn what_was_answered_or_withdrawn_before_it_left_is_not_offered_any_more() {
    let mut scene = someone();
    scene.run(JO, offer(ONE, at(10, 10)), then(1)).unwrap();
    let mut answered = scene.clone();
    let no = on(&scene, Command::AnswerOffer { id: ONE, on: Version(0), answer: Answer::No });
    answered.me(no, then(2));
    assert_eq!(answered.outbox.len(), 0);
    let mut withdrawn = scene.clone();
    withdrawn.run(JO, Command::WithdrawOffer { id: ONE }, then(2)).unwrap();
    assert_eq!(withdrawn.abouts(), [About::Change { appointment: ONE, at: then(2).at }], "one thing to read, not two");
    // What a carer answers is told, and what has lapsed is not.
    let yes = on(&scene, Command::AnswerOffer { id: ONE, on: Version(0), answer: Answer::Yes(at(10, 10)) });
    let mut by_carer = scene.clone();
    by_carer.run(JAMIE, yes, then(2)).unwrap();
    assert_eq!(by_carer.abouts(), [About::Change { appointment: ONE, at: then(2).at }]);
    assert_eq!(scene.send(then(24 * 11)), []);
}

#[test]
fn reminders_are_those_that_are_chosen_at_that_moment_and_none_is_the_default() {
    assert_eq!(reminded_at(Reminder::DayBefore, at(10, 10)), Some("2027-03-10T09:00:00Z".parse().unwrap()));
    // The clocks go forward on the 28th: nine o'clock stays nine o'clock.
    assert_eq!(reminded_at(Reminder::WeekBefore, at(30, 10)), Some("2027-03-24T09:00:00Z".parse().unwrap()));
    assert_eq!(reminded_at(Reminder::DayBefore, at(28, 10)), Some("2027-03-28T08:00:00Z".parse().unwrap()));
    assert_eq!(reminded_at(Reminder::SameMorning, at(10, 8)), None, "it would not be before it");
    let mut scene = someone();
    scene.me(pace(&[Reminder::WeekBefore, Reminder::DayBefore]), then(0));
    scene.run(JO, offer(ONE, at(4, 10)), then(1)).unwrap();
    scene.send(then(1));
    let yes = on(&scene, Command::AnswerOffer { id: ONE, on: Version(0), answer: Answer::Yes(at(4, 10)) });
    scene.me(yes, then(2));
    let reminder = |when| About::Reminder { appointment: ONE, when };
    assert_eq!(scene.abouts(), [reminder(Reminder::DayBefore)], "a week before is over");
    let mut plain = scene.clone();
    let safe = Safe { rules: vec![SafeRule::NothingInMessages], word: None, avoid: None };
    plain.me(Command::SetSafe { on: Version(0), safe }, then(3));
    let change = on(&scene, pace(&[Reminder::SameMorning]));
    let mut changed = scene.clone();
    changed.me(change, then(3));
    assert_eq!(changed.abouts(), [reminder(Reminder::SameMorning)]);
    assert_eq!(scene.send(then(24 * 2)), []);
    let (day_before, says) = (then(24 * 3), |scene: &mut Scene| scene.send(then(24 * 3))[0].2);
    assert_eq!(says(&mut plain), Says::News(Language::English), "they said: nothing in messages");
    assert_eq!(says(&mut scene), Says::Reminder(Language::English));
    // Called off meanwhile, or not wanted any more.
    let mut off = changed.clone();
    off.run(JO, Command::CancelAppointment { id: ONE }, then(4)).unwrap();
    assert_eq!(off.abouts(), [About::Change { appointment: ONE, at: then(4).at }]);
    let none = on(&changed, pace(&[]));
    changed.me(none, day_before);
    assert_eq!(changed.outbox.len(), 0);
}

#[test]
fn whoever_wanted_to_be_reminded_before_a_consent_ends_is_and_nobody_else() {
    let given = |length, remind| {
        let mut scene = someone();
        scene.me(ask_to_share(), then(0));
        let yes = on(&scene, share(&to_read(&scene), length, remind));
        scene.me(yes, then(1));
        scene
    };
    assert_eq!(given(Length::Month, false).abouts(), []);
    assert_eq!(given(Length::TwoWeeks, true).abouts(), [], "it would be at once: home says it");
    let scene = given(Length::Month, true);
    let until = scene.model.state().consent(SHARED).unwrap().given().unwrap().until;
    let (about, nine) = (About::ConsentEnds { consent: SHARED, until }, reminded_of_end_at(until).unwrap());
    assert_eq!((scene.abouts(), nine.to_string()), (vec![about], "2027-03-17T09:00:00Z".to_owned()));
    let mut told = scene.clone();
    assert_eq!(told.send(now_at(nine - SignedDuration::from_secs(1))), []);
    assert_eq!(told.send(now_at(nine))[0].2, Says::Reminder(Language::English));
    assert_eq!(told.send(now_at(nine)), []);
    // Taken back or renewed meanwhile: what was to be told of the end before is not.
    let mut back = scene.clone();
    back.me(Command::WithdrawConsent { id: SHARED }, then(2));
    assert_eq!(back.abouts(), []);
    let mut renewed = scene;
    let longer = on(&renewed, share(&to_read(&renewed), Length::Quarter, true));
    renewed.me(longer, then(24 * 3));
    assert!(matches!(renewed.abouts()[..], [About::ConsentEnds { until: after, .. }] if after > until), "{renewed:?}");
}

#[test]
fn stopping_forgets_what_would_contact_them_and_keeps_what_guards_their_place() {
    let mut scene = someone();
    let me = |scene: &mut Scene, id: u128, which: u8| {
        let new = WayIn { name: Text::parse("email").unwrap(), how: way(0, which) };
        scene.me(Command::AddWayIn { id: WayInId(Uuid::from_u128(id)), way: new }, then(0));
    };
    me(&mut scene, 1, 1);
    assert_eq!(scene.outbox.len(), 0, "there is nobody else to tell");
    me(&mut scene, 2, 2);
    scene.run(JO, offer(ONE, at(10, 10)), then(1)).unwrap();
    scene.run(JO, Command::BeginRecovery, then(1)).unwrap();
    assert_eq!(scene.outbox.len(), 1 + 1 + 3);
    scene.me(Command::Stop, then(2));
    assert!(scene.outbox.keys().all(|message| !message.to.is_contact()), "{:?}", scene.outbox);
    assert_eq!(scene.outbox.len(), 3);
    assert!(scene.send(then(2)).iter().all(|(message, ..)| !message.to.is_contact()));
}

#[test]
fn a_change_of_how_they_are_reached_is_told_though_somebody_stops_and_comes_back() {
    let mut scene = someone();
    let change = on(&scene, ways(&[Channel::Email], WeekHours::default()));
    scene.me(change, then(48));
    assert_eq!(scene.outbox.len(), 2);
    scene.me(Command::Stop, then(49));
    assert_eq!(scene.outbox.len(), 0);
    scene.me(Command::ComeBack { how: ComeBack::AsItWas }, then(50));
    assert_eq!(scene.send(then(48 + 23)), []);
    assert_eq!(scene.send(then(48 + 24)).len(), 2, "to the number before, and to the address after");
    scene.me(Command::Stop, then(80));
    scene.me(Command::ComeBack { how: ComeBack::AsItWas }, then(81));
    assert_eq!(scene.outbox.len(), 0, "it is told once");
}

#[derive(Debug, Clone)]
enum Step {
    Ways(Vec<Channel>, WeekHours),
    Wish(WishAnswer, Option<i32>),
    Pace(Vec<Reminder>),
    Offer(AppointmentId, i32, i8),
    Yes(Actor, AppointmentId),
    No(AppointmentId),
    Cancel(Actor, AppointmentId),
    Withdraw(AppointmentId),
    WayIn(u8),
    CloseWay(u8),
    Recover,
    AskToShare,
    Share(Length, bool),
    TakeBack,
    Erase(ToErase),
    Choose(bool),
    Stop,
    ComeBack(ComeBack),
    Hours(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let id = || (0xa01..=0xa05_u128).prop_map(|number| AppointmentId(Uuid::from_u128(number)));
    let hours = prop_oneof![1 => Just(WeekHours::default()), 2 => week()];
    prop_oneof![
        2 => (some::<Channel>(), hours).prop_map(|(channels, hours)| Step::Ways(channels, hours)),
        2 => (one::<WishAnswer>(), proptest::option::of(0..20_i32)).prop_map(|(answer, until)| Step::Wish(answer, until)),
        2 => some::<Reminder>().prop_map(Step::Pace),
        5 => (id(), 2..30_i32, 9..16_i8).prop_map(|(id, day, hour)| Step::Offer(id, day, hour)),
        4 => (select(vec![Actor::Claimant(ME), JAMIE]), id()).prop_map(|(by, id)| Step::Yes(by, id)),
        1 => id().prop_map(Step::No),
        1 => (select(vec![Actor::Claimant(ME), JAMIE, JO]), id()).prop_map(|(by, id)| Step::Cancel(by, id)),
        1 => id().prop_map(Step::Withdraw),
        1 => (0..3_u8).prop_map(Step::WayIn),
        1 => (0..3_u8).prop_map(Step::CloseWay),
        1 => Just(Step::Recover),
        2 => Just(Step::AskToShare),
        3 => (one::<Length>(), prop::bool::weighted(0.8)).prop_map(|(length, remind)| Step::Share(length, remind)),
        1 => Just(Step::TakeBack),
        1 => prop_oneof![
            Just(ToErase::Everything),
            Just(ToErase::Kind(Kind::Pace)),
            Just(ToErase::Kind(Kind::Ways)),
            Just(ToErase::Kind(Kind::Appointment)),
        ].prop_map(Step::Erase),
        1 => any::<bool>().prop_map(Step::Choose),
        1 => Just(Step::Stop),
        2 => one::<ComeBack>().prop_map(Step::ComeBack),
        8 => prop_oneof![3 => 1..30_i64, 1 => 100..300_i64].prop_map(Step::Hours),
    ]
}

impl Step {
    fn command(self, hours: i64) -> Option<(Actor, Command)> {
        let me = |command| Some((Actor::Claimant(ME), command));
        let day = i32::try_from(hours / 24).unwrap();
        match self {
            Self::Ways(channels, week) => me(ways(&channels, week)),
            Self::Wish(answer, until) => me(wish(answer, until.map(|days| day + days))),
            Self::Pace(reminders) => me(pace(&reminders)),
            Self::Offer(id, days, hour) => Some((JO, offer(id, at(day + days, hour)))),
            Self::Yes(by, id) => Some((by, Command::AnswerOffer { id, on: Version(0), answer: Answer::No })),
            Self::No(id) => me(Command::AnswerOffer { id, on: Version(0), answer: Answer::No }),
            Self::Cancel(by, id) => Some((by, Command::CancelAppointment { id })),
            Self::Withdraw(id) => Some((JO, Command::WithdrawOffer { id })),
            Self::WayIn(which) => me(Command::AddWayIn {
                id: WayInId(Uuid::from_u128(u128::from(which) + 1)),
                way: WayIn { name: Text::parse("email").unwrap(), how: way(which % 2, which) },
            }),
            Self::CloseWay(which) => {
                let id = WayInId(Uuid::from_u128(u128::from(which) + 1));
                me(Command::RemoveWayIn { id, on: Version(0), sure: true })
            }
            Self::Recover => Some((JO, Command::BeginRecovery)),
            Self::AskToShare => me(ask_to_share()),
            // What is read is what stands when it is answered.
            Self::Share(length, remind) => me(share(&[], length, remind)),
            Self::TakeBack => me(Command::WithdrawConsent { id: SHARED }),
            Self::Erase(what) => me(Command::Erase { what }),
            Self::Choose(chosen) => me(Command::ChooseCaseWorker { on: Version(0), staff: chosen.then_some(CHOSEN) }),
            Self::Stop => me(Command::Stop),
            Self::ComeBack(how) => me(Command::ComeBack { how }),
            Self::Hours(_) => None,
        }
    }
}

/// What has to be so for a message to leave, written a second time.
fn may_leave(scene: &Scene, message: &Message, address: &Address, now: Now) -> Result<(), TestCaseError> {
    let state = scene.model.state();
    let Message { about, to } = message;
    if let (About::Details { until }, To::Side { .. }) = (about, to) {
        prop_assert!(now.at >= *until + DELAY, "it rests for a day");
        prop_assert!(state.standing().is_on() && state.wish().is_to_talk(now.today));
        let (held, stands) = (state.earlier_contact(), state.contact_details());
        let before = held.earlier.iter().find(|one| one.until == *until).unwrap();
        let sides = [&before.details.ways, &stands.ways];
        let wall = now.at.to_zoned(london()).datetime();
        let is_side = sides.iter().any(|ways| {
            let window = ways.hours.on(wall.date().weekday());
            let is_hour = ways.hours.is_empty() || window.is_some_and(|window| window.covers(wall.time(), wall.time()));
            is_hour && ways.address(EVERY).as_ref() == Some(address)
        });
        prop_assert!(is_side, "on neither side in its hours");
    } else if *to == To::Chosen {
        let wall = now.at.to_zoned(london()).datetime();
        let hours = state.ways().hours;
        let window = hours.on(wall.date().weekday());
        prop_assert!(state.standing().is_on(), "they have stopped");
        prop_assert!(state.wish().is_to_talk(now.today), "they want no contact");
        prop_assert!(
            hours.is_empty() || window.is_some_and(|window| window.covers(wall.time(), wall.time())),
            "not in their hours: {wall}"
        );
        prop_assert!(state.ways().ways.iter().any(|way| way.channel == address.channel()), "a way they did not choose");
    } else {
        let guards = matches!(message.about, About::WaysIn { .. } | About::Recovery { .. });
        prop_assert!(guards);
        prop_assert!(matches!(address, Address::Email(_)));
    }
    match message.about {
        About::Reminder { appointment, when } => {
            prop_assert!(state.pace().reminders.contains(&when));
            let one = state.appointment(appointment).unwrap();
            prop_assert!(one.agreed().is_some_and(|slot| slot.is_to_come(now)));
        }
        About::ConsentEnds { consent, until } => {
            let consent = state.consent(consent).unwrap();
            let given = consent.given().unwrap();
            prop_assert!(given.remind && given.until == until && consent.status(now.today).is_live());
            prop_assert!(now.today >= until - REMINDED_BEFORE.days());
        }
        About::Offer { appointment } => {
            prop_assert_eq!(state.appointment(appointment).unwrap().progress, Progress::Offered);
        }
        _ => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn nothing_leaves_outside_hours_and_channels_or_after_stop_and_nothing_twice(steps in vec(step(), 1..60)) {
        let mut scene = someone();
        let (mut hours, mut offered) = (1, BTreeSet::new());
        for (minutes, step) in (0..).zip(steps) {
            let at = |hours| now_at(then(hours).at + SignedDuration::from_mins(minutes));
            let now = at(hours);
            // An id that was erased never comes again.
            if let Step::Offer(id, ..) = step
                && !offered.insert(id)
                && scene.model.state().appointment(id).is_none()
            {
                continue;
            }
            let yes = if let Step::Yes(_, id) = &step { scene.model.state().appointment(*id).map(|one| one.draft.times[0]) } else { None };
            match (step.clone().command(hours), step) {
                (Some((by, mut command)), _) => {
                    if let (Command::AnswerOffer { answer, .. }, Some(slot)) = (&mut command, yes) {
                        *answer = Answer::Yes(slot);
                    }
                    if let Command::AnswerConsent { answer: consent::Answer::Yes(yes), .. } = &mut command {
                        yes.seen = to_read(&scene);
                    }
                    let command = on(&scene, command);
                    let had_reminders = scene.model.state().pace().reminders;
                    if let Ok(entries) = scene.run(by, command, now) {
                        for entry in &entries {
                            let (ItemId::Appointment(id), Some(Item::Appointment(one))) = (entry.item, entry.change.value()) else { continue };
                            // Nothing that somebody else did is forgotten.
                            if by != Actor::Claimant(ME) {
                                let is_told = scene.outbox.keys().any(|message| message.about.is_news() && match message.about {
                                    About::Offer { appointment } | About::Change { appointment, .. } => appointment == id,
                                    _ => false,
                                });
                                prop_assert!(is_told || matches!(one.progress, Progress::Moved { .. }), "{entry:?} is told to nobody");
                            }
                        }
                        if scene.model.state().pace().reminders != had_reminders {
                            let chosen = scene.model.state().pace().reminders;
                            for (message, from) in &scene.outbox {
                                if let About::Reminder { when, .. } = message.about {
                                    prop_assert!(chosen.contains(&when) && *from > now.at);
                                }
                            }
                        }
                    }
                }
                (None, Step::Hours(more)) => hours += more,
                (None, _) => unreachable!(),
            }
            let now = at(hours);
            if !scene.model.state().standing().is_on() {
                prop_assert!(scene.outbox.keys().all(|message| !message.to.is_contact()), "the queue is empty once they stopped");
            }
            for message in scene.outbox.keys() {
                // What is looked at is enough to know, and what the service is shown of it.
                let state = scene.model.state();
                let known = due(&state, message, EVERY, now);
                prop_assert_eq!(&due(&narrowed(&scene.model, &needs([message])), message, EVERY, now), &known);
                let given = |held: &Held| is_given(Actor::Service, ME, state.grants(), Subject::Telling, held, now);
                let seen = State::new(ME, scene.model.held.values().filter(|held| given(held)).cloned());
                prop_assert_eq!(&due(&seen, message, EVERY, now), &known);
            }
            for (message, address, _) in scene.send(now) {
                may_leave(&scene, &message, &address, now)?;
            }
        }
        let distinct: BTreeSet<&Message> = scene.sent.iter().map(|(message, _)| message).collect();
        let agains = scene.sent.len() - distinct.len();
        prop_assert_eq!(agains, 0, "{:?}", scene.sent);
    }
}

#[test]
fn reminders_have_an_order_and_a_moment_each() {
    let slot = at(20, 14);
    let moments: Vec<_> = Reminder::ALL.iter().map(|when| reminded_at(*when, slot).unwrap()).collect();
    assert!(moments.is_sorted() && moments.len() == 3);
}

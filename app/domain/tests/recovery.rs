//! A new way in: nobody comes in by it before its time, nor once it was stopped; and what it let in is closed by every older way.

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    account::SignedInBy,
    actor::Actor,
    carer::{self, CarerDraft, DeviceUse},
    decide::{Change, Command, Refusal, ToErase},
    ids::{DelegationId, StaffId, WayInId},
    item::{Item, ItemId, Kind, Version},
    permission::Scope,
    recovery::{DELAY, OPEN_FOR, REST, SaidFrom, Status, Through, UNDO_FOR},
    sign_in::WayIn,
    standing::ComeBack,
    text::Text,
    time::Now,
};
use proptest::{collection::vec, prelude::*};
use uuid::Uuid;

use crate::given::{CHOSEN, Model, cases, now_at, one, way};

fn then(hours: i64) -> Now {
    now_at("2028-01-01T12:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_hours(hours))
}

fn id(number: u128) -> WayInId {
    WayInId(Uuid::from_u128(number))
}

fn add(number: u128) -> Command {
    let name = Text::parse("a way").unwrap();
    let how = way(0, u8::try_from(number).unwrap());
    Command::AddWayIn { id: id(number), way: WayIn { name, how } }
}

fn session(by: SignedInBy, way: Option<WayInId>, at: Now) -> SaidFrom {
    SaidFrom::Session { by, way, at: at.at }
}

/// What can happen, hour by hour.
#[derive(Debug, Clone)]
enum Step {
    Begin(bool),
    Open,
    /// By a link to a way, by a session by a way, or by the session that it let in.
    Stop(Speaker),
    Know(Speaker),
    Add(u128),
    Close(u128),
    Choose(bool),
    Erase,
    EraseEverything,
    StopSupport,
    ComeBack(ComeBack),
    Hours(i64),
}

#[derive(Debug, Clone, Copy)]
enum Speaker {
    Link(u128),
    Safe,
    By(u128),
    LetIn,
}

fn step() -> impl Strategy<Value = Step> {
    let speaker = || {
        prop_oneof![
            (1..5_u128).prop_map(Speaker::Link),
            Just(Speaker::Safe),
            (1..5_u128).prop_map(Speaker::By),
            Just(Speaker::LetIn),
        ]
    };
    prop_oneof![
        4 => any::<bool>().prop_map(Step::Begin),
        5 => Just(Step::Open),
        1 => speaker().prop_map(Step::Stop),
        1 => speaker().prop_map(Step::Know),
        2 => (1..5_u128).prop_map(Step::Add),
        2 => (1..5_u128).prop_map(Step::Close),
        1 => any::<bool>().prop_map(Step::Choose),
        1 => Just(Step::Erase),
        1 => Just(Step::EraseEverything),
        1 => Just(Step::StopSupport),
        1 => one::<ComeBack>().prop_map(Step::ComeBack),
        5 => (0..100_i64).prop_map(Step::Hours),
    ]
}

/// One person, a clock, and what ought to be of the last that was asked for.
struct Life {
    model: Model,
    hours: i64,
    /// When it was asked for, and whether somebody stopped it or said otherwise since.
    asked: Option<(i64, bool)>,
    /// When somebody came in by it, and the ways that were there.
    opened: Option<(i64, Vec<WayInId>)>,
}

impl Life {
    fn new() -> Self {
        let mut model = Model::default();
        model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, then(-1)).unwrap();
        Self { model, hours: 0, asked: None, opened: None }
    }

    fn ways(&self) -> Vec<WayInId> {
        self.model.state().ways_in().map(|(id, _)| id).collect()
    }

    fn asked(&self) -> Timestamp {
        self.model.state().recovery().map(|recovery| recovery.asked).unwrap_or_default()
    }

    fn from(&self, speaker: Speaker) -> SaidFrom {
        match speaker {
            Speaker::Link(number) => SaidFrom::Link { way: Some(id(number)) },
            Speaker::Safe => SaidFrom::Link { way: None },
            Speaker::By(number) => session(SignedInBy::Email, Some(id(number)), then(self.hours)),
            Speaker::LetIn => session(SignedInBy::Recovery, None, then(self.hours)),
        }
    }

    fn take(&mut self, step: &Step) {
        self.hours += 1;
        let now = then(self.hours);
        match step {
            Step::Begin(chosen) => {
                let by = if *chosen { CHOSEN } else { StaffId(Uuid::from_u128(0x302)) };
                let begun = self.model.run(Actor::CaseWorker(by), Command::BeginRecovery, now);
                if begun.is_ok() {
                    assert!(self.model.state().grants().case_worker == Some(by), "not whom they chose");
                    let rest = |(at, over): &(i64, bool)| !over || then(self.hours).at >= then(*at).at + REST;
                    assert!(self.asked.iter().all(rest), "they are asked again at once");
                    self.asked = Some((self.hours, false));
                    self.opened = None;
                }
            }
            Step::Open => {
                let command = Command::OpenRecovery { asked: self.asked() };
                if self.model.run(Actor::Service, command, now).is_ok() {
                    let (asked, over) = self.asked.expect("somebody asked");
                    let wait = now.at.duration_since(then(asked).at);
                    assert!(wait >= DELAY && wait < DELAY + OPEN_FOR, "{wait:?}");
                    assert!(!over, "it was stopped");
                    assert!(self.opened.is_none(), "it opened twice");
                    assert!(self.model.state().standing().is_on());
                    self.opened = Some((self.hours, self.ways()));
                }
            }
            Step::Stop(speaker) => self.stop(*speaker, now),
            Step::Know(speaker) => {
                let before = self.model.state().recovery().cloned();
                let command = Command::KnowRecovery { asked: self.asked(), from: self.from(*speaker) };
                if self.model.me(command, now).is_ok() {
                    let (before, after) = (before.unwrap(), self.model.state().recovery().cloned().unwrap());
                    assert_eq!(
                        (before.opens, before.until, before.progress),
                        (after.opens, after.until, after.progress)
                    );
                }
            }
            Step::Add(number) => {
                let _ = self.model.me(add(*number), now);
            }
            Step::Close(number) => {
                let on = self.model.state().version(ItemId::SignIn(id(*number)));
                let closed = self.model.me(Command::RemoveWayIn { id: id(*number), on, sure: true }, now);
                let gone = closed.is_ok_and(|entries| !entries.is_empty());
                let older =
                    |(at, ways): &(i64, Vec<WayInId>)| ways.contains(&id(*number)) && now.at < then(*at).at + UNDO_FOR;
                assert!(!(gone && self.opened.as_ref().is_some_and(older)), "a way that can undo it was closed");
            }
            Step::Choose(chosen) => {
                let on = self.model.state().version_of(Kind::CaseWorker);
                let staff = chosen.then_some(CHOSEN);
                self.model.me(Command::ChooseCaseWorker { on, staff }, now).unwrap();
            }
            Step::Erase => {
                let id = ItemId::The(Kind::Recovery);
                let _ = self
                    .model
                    .me(Command::Erase { what: ToErase::Item { id, on: self.model.state().version(id) } }, now);
                self.forget_if_gone();
            }
            Step::EraseEverything => {
                let _ = self.model.me(Command::Erase { what: ToErase::Everything }, now);
                self.forget_if_gone();
            }
            Step::StopSupport => drop(self.model.me(Command::Stop, now)),
            Step::ComeBack(how) => drop(self.model.me(Command::ComeBack { how: *how }, now)),
            Step::Hours(hours) => self.hours += hours,
        }
    }

    fn stop(&mut self, speaker: Speaker, now: Now) {
        let (from, before) = (self.from(speaker), self.ways());
        if self.model.me(Command::StopRecovery { asked: self.asked(), from }, now).is_err() {
            return;
        }
        if let Some((_, ways)) = self.opened.take() {
            let word = match speaker {
                Speaker::Link(number) | Speaker::By(number) => ways.contains(&id(number)),
                Speaker::Safe => true,
                Speaker::LetIn => false,
            };
            assert!(word, "whoever came in by it said that it was right");
            assert_eq!(self.ways(), before.into_iter().filter(|way| ways.contains(way)).collect::<Vec<_>>());
        }
        self.asked = self.asked.map(|_| (self.hours, true));
    }

    /// It can be erased once nothing depends on it.
    fn forget_if_gone(&mut self) {
        if self.model.state().recovery().is_some() {
            return;
        }
        if let Some((at, over)) = self.asked {
            let since = then(self.hours).at.duration_since(then(at).at);
            let opened = self.opened.as_ref().map(|(at, _)| then(self.hours).at.duration_since(then(*at).at));
            let fine = match (over, opened) {
                (true, _) => since >= REST,
                (false, Some(opened)) => opened >= UNDO_FOR,
                (false, None) => since >= DELAY + OPEN_FOR,
            };
            assert!(fine, "it was erased while it could be stopped");
        }
        (self.asked, self.opened) = (None, None);
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn no_sequence_of_steps_lets_anybody_in_before_its_time_or_after_it_was_stopped(steps in vec(step(), 0..40)) {
        let mut life = Life::new();
        for step in steps {
            life.take(&step);
        }
    }
}

fn asked() -> Model {
    let mut model = Model::default();
    model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, then(-2)).unwrap();
    model.me(add(1), then(-1)).unwrap();
    model.run(Actor::CaseWorker(CHOSEN), Command::BeginRecovery, then(0)).unwrap();
    model
}

fn open(model: &mut Model, hours: i64) -> Result<(), Refusal> {
    model.run(Actor::Service, Command::OpenRecovery { asked: then(0).at }, then(hours)).map(drop)
}

#[test]
fn it_opens_after_three_days_and_for_two_weeks() {
    for (hours, opens) in [(71, false), (72, true), (17 * 24 - 1, true), (17 * 24, false)] {
        assert_eq!(open(&mut asked(), hours).is_ok(), opens, "{hours}");
    }
}

#[test]
fn nobody_else_asks_and_nobody_but_the_service_opens() {
    let mut model = asked();
    for actor in [Actor::Claimant(crate::given::ME), Actor::CaseWorker(CHOSEN), Actor::Carer(crate::given::CARER)] {
        let opened = model.run(actor, Command::OpenRecovery { asked: then(0).at }, then(80));
        assert_eq!(opened, Err(Refusal::NotPermitted), "{actor:?}");
    }
    let other = Actor::CaseWorker(StaffId(Uuid::from_u128(0x302)));
    assert_eq!(model.run(other, Command::BeginRecovery, then(500)), Err(Refusal::NotPermitted));
    assert_eq!(model.me(Command::BeginRecovery, then(500)), Err(Refusal::NotPermitted));
}

#[test]
fn where_they_no_longer_choose_whoever_asked_it_opens_nothing() {
    let mut model = asked();
    let on = model.state().version_of(Kind::CaseWorker);
    model.me(Command::ChooseCaseWorker { on, staff: None }, then(1)).unwrap();
    assert_eq!(open(&mut model, 80), Err(Refusal::NotPermitted));
    let mut model = asked();
    model.me(Command::Stop, then(1)).unwrap();
    assert_eq!(open(&mut model, 80), Err(Refusal::NotPermitted), "nor once they have stopped");
}

#[test]
fn another_waits_a_day_and_takes_the_place_of_the_one_before() {
    let mut model = asked();
    let again = |model: &mut Model, hours| model.run(Actor::CaseWorker(CHOSEN), Command::BeginRecovery, then(hours));
    assert_eq!(again(&mut model, 23), Err(Refusal::NotBefore(then(24).at)));
    again(&mut model, 24).unwrap();
    assert_eq!(open(&mut model, 80), Err(Refusal::NotPermitted), "the code of the one before opens nothing");
    let stop = Command::StopRecovery { asked: then(24).at, from: SaidFrom::Link { way: None } };
    model.me(stop, then(30)).unwrap();
    assert_eq!(again(&mut model, 53), Err(Refusal::NotBefore(then(54).at)));
    assert!(again(&mut model, 54).is_ok());
}

#[test]
fn whoever_came_in_by_it_neither_closes_an_older_way_nor_speaks_for_the_person() {
    let mut model = asked();
    open(&mut model, 72).unwrap();
    model.me(add(2), then(73)).unwrap();
    let asked = then(0).at;
    for from in [
        session(SignedInBy::Recovery, None, then(72)),
        session(SignedInBy::Email, Some(id(2)), then(74)),
        session(SignedInBy::Invitation, None, then(74)),
        SaidFrom::Link { way: Some(id(2)) },
    ] {
        assert_eq!(model.me(Command::StopRecovery { asked, from }, then(75)), Err(Refusal::NotPermitted), "{from:?}");
        assert_eq!(model.me(Command::KnowRecovery { asked, from }, then(75)), Err(Refusal::NotPermitted), "{from:?}");
    }
    let close = |model: &mut Model, number, hours| {
        let on = model.state().version(ItemId::SignIn(id(number)));
        model.me(Command::RemoveWayIn { id: id(number), on, sure: true }, then(hours))
    };
    let until = then(72).at + UNDO_FOR;
    assert_eq!(close(&mut model, 1, 75), Err(Refusal::NotBefore(until)));
    assert_eq!(close(&mut model, 2, 75).unwrap().len(), 1, "their own");
    assert_eq!(close(&mut model, 1, 72 + 7 * 24).unwrap().len(), 1);
}

#[test]
fn an_older_way_undoes_it_for_a_week_and_every_way_that_was_added_since_is_closed() {
    let mut model = asked();
    open(&mut model, 72).unwrap();
    model.me(add(2), then(73)).unwrap();
    let stop = |way| Command::StopRecovery { asked: then(0).at, from: SaidFrom::Link { way } };
    assert_eq!(model.clone().me(stop(Some(id(1))), then(72 + 7 * 24)), Err(Refusal::NotPermitted), "it is too late");
    let entries = model.me(stop(Some(id(1))), then(100)).unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!((entries[1].item, &entries[1].change), (ItemId::SignIn(id(2)), &Change::Erase));
    let state = model.state();
    let stands = state.recovery().unwrap();
    assert_eq!(stands.status(then(100).at), Status::Undone);
    let Change::Set(Item::Recovery(said)) = &entries[0].change else { panic!("{entries:?}") };
    assert!(matches!(said.progress, own_terms_domain::recovery::Progress::Undone { through: Through::Link, .. }));
    assert_eq!(open(&mut model, 101), Err(Refusal::NotPermitted));
}

#[test]
fn undoing_it_ends_what_carers_were_let_do_since_and_leaves_what_was_before() {
    let mut model = asked();
    let invite = |number, day| {
        let until = then(24 * 60).today;
        let draft = CarerDraft {
            name: Text::parse("somebody").unwrap(),
            scopes: vec![Scope::SeeGoals],
            kinds: Vec::new(),
            until,
            device: DeviceUse::OnlyMine,
        };
        (Command::InviteCarer { id: DelegationId(Uuid::from_u128(number)), draft }, then(day))
    };
    for (number, hours) in [(1, 2), (2, 73)] {
        if hours > 72 {
            open(&mut model, 72).unwrap();
        }
        let (command, now) = invite(number, hours);
        model.me(command, now).unwrap();
    }
    let stop = Command::StopRecovery { asked: then(0).at, from: SaidFrom::Link { way: Some(id(1)) } };
    model.me(stop, then(100)).unwrap();
    let status = |number| {
        let state = model.state();
        state.delegation(DelegationId(Uuid::from_u128(number))).unwrap().status(then(100).today)
    };
    assert_eq!([status(1), status(2)], [carer::Status::Invited, carer::Status::Ended]);
}

#[test]
fn a_link_to_a_way_that_is_closed_or_to_one_that_was_asked_for_before_does_nothing() {
    let mut model = asked();
    let stop = |asked, way| Command::StopRecovery { asked, from: SaidFrom::Link { way } };
    assert_eq!(model.me(stop(then(0).at, Some(id(9))), then(1)), Err(Refusal::NotPermitted));
    assert_eq!(model.me(stop(then(5).at, None), then(1)), Err(Refusal::NotPermitted));
}

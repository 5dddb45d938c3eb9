//! Appointments: whatever anyone does and however time passes, nothing is agreed that was not offered within the terms of that
//! moment and said yes to by the person or a carer whom they let; and what was agreed changes by no other means.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::date};
use own_terms_domain::{
    actor::Actor,
    appointment::{
        Answer, Appointment, AppointmentDraft, By, MOST_APPOINTMENTS, MOST_OPEN, Progress, Said, Slot, Status,
        Suggestion,
    },
    carer::{Delegation, Progress as Stands},
    contact::{WishAnswer, WishDraft},
    decide::{Command, Entry, Refusal, ToErase, may_contact},
    form::{ErrorKind, Fields, Parse as _},
    ids::{AppointmentId, CarerId, StaffId},
    item::{Item, ItemId, Kind, Version},
    offer::{TermBroken, check},
    permission::Scope,
    reading::Choice as _,
    standing::ComeBack,
    terms::{Break, Format, Formats, Meeting, Pace, Terms},
    text::Text,
    time::{Now, clock},
};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

use crate::given::{
    BY, CARER, CHOSEN, CONSENT, ME, Model, appointment_draft, appointment_id, cases, formats, london, now_at, pace,
    slot, suggestion, times, words,
};

const JO: Actor = Actor::CaseWorker(CHOSEN);
const OTHER: StaffId = StaffId(Uuid::from_u128(0x301));
const JAMIE: Actor = Actor::Carer(CARER);
const BESIDE: Actor = Actor::Carer(CarerId(Uuid::from_u128(0x201)));
const SYSTEM: Actor = Actor::System(CHOSEN);
const ONE: AppointmentId = AppointmentId(Uuid::from_u128(0xa01));
const TWO: AppointmentId = AppointmentId(Uuid::from_u128(0xa02));

/// A Monday in March, in the weeks before the clocks go forward.
fn then(hours: i64) -> Now {
    let noon: Timestamp = "2027-03-01T12:00:00Z".parse().unwrap();
    now_at(noon + SignedDuration::from_hours(hours))
}

fn at(day: i32, hour: i8) -> Slot {
    Slot { day: then(0).today.checked_add(day.days()).unwrap(), from: jiff::civil::Time::constant(hour, 0, 0, 0) }
}

fn draft(times: &[Slot]) -> AppointmentDraft {
    AppointmentDraft {
        why: words("the letter"),
        format: Format::Writing,
        place: None,
        minutes: 20,
        bring: None,
        not_bring: Some(words("your CV")),
        times: times.to_vec(),
        replaces: None,
    }
}

fn wish(on: Version, answer: WishAnswer) -> Command {
    Command::SetWish { on, draft: WishDraft { answer, about: None, not_about: None, until: None } }
}

fn lets(carer: CarerId, scopes: &[Scope]) -> Delegation {
    Delegation {
        name: Text::parse("Jamie").unwrap(),
        scopes: scopes.to_vec(),
        kinds: Vec::new(),
        until: date(2030, 1, 1),
        unchecked_since: None,
        progress: Stands::Accepted { carer },
    }
}

/// Someone who wants to talk with the case worker, and lets one carer answer, and another only set the terms.
fn someone() -> Model {
    let mut model = Model::default();
    model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, then(0)).unwrap();
    model.me(wish(Version(0), WishAnswer::Talk), then(0)).unwrap();
    model.lets_system();
    model.with_carers(vec![
        lets(CARER, &[Scope::AnswerAppointments]),
        lets(CarerId(Uuid::from_u128(0x201)), &[Scope::SeeTerms, Scope::SetTerms]),
    ])
}

fn offer(model: &mut Model, id: AppointmentId, draft: AppointmentDraft) -> Result<Vec<Entry>, Refusal> {
    model.run(JO, Command::OfferAppointment { id, draft }, then(1))
}

fn answer(model: &mut Model, by: Actor, id: AppointmentId, answer: Answer) -> Result<Vec<Entry>, Refusal> {
    let on = model.state().version(ItemId::Appointment(id));
    model.run(by, Command::AnswerOffer { id, on, answer }, then(2))
}

/// Someone with an appointment on the tenth day.
fn agreed() -> Model {
    let mut model = someone();
    offer(&mut model, ONE, draft(&[at(10, 10)])).unwrap();
    answer(&mut model, Actor::Claimant(ME), ONE, Answer::Yes(at(10, 10))).unwrap();
    model
}

fn status(model: &Model, id: AppointmentId) -> Status {
    model.state().appointment(id).unwrap().status(then(3))
}

fn a_break(model: &Model, from: i32, until: i32) -> Command {
    let day = |days: i32| then(0).today.checked_add(days.days()).unwrap();
    let a_break = Break { from: day(from), until: day(until), name: None };
    Command::AddBreak { on: model.state().version_of(Kind::Breaks), a_break }
}

/// A step in the life of someone's appointments, by whoever takes it.
#[derive(Debug, Clone)]
enum Step {
    Offer(Actor, AppointmentId, AppointmentDraft),
    /// One of the times that would keep to the terms, or nearly.
    OfferWell(Actor, AppointmentId, Vec<(i32, i8)>, Option<AppointmentId>),
    TakeBack,
    Yes(Actor, AppointmentId, usize),
    Guess(Actor, AppointmentId, Slot),
    No(Actor, AppointmentId),
    Suggest(Actor, AppointmentId, Suggestion),
    Cancel(Actor, AppointmentId),
    Withdraw(Actor, AppointmentId),
    Terms(usize, Formats, Pace, own_terms_domain::terms::Times),
    Break(Actor, i32, i32),
    Wish(WishAnswer),
    Choose(Option<StaffId>),
    Erase(ItemId),
    Stop,
    ComeBack(ComeBack),
    Days(i64),
}

fn someone_who_asks() -> impl Strategy<Value = Actor> {
    select(vec![
        Actor::Claimant(ME),
        Actor::Claimant(ME),
        JO,
        Actor::CaseWorker(OTHER),
        JAMIE,
        BESIDE,
        Actor::System(CHOSEN),
        Actor::System(CHOSEN),
        Actor::System(OTHER),
    ])
}

fn step() -> impl Strategy<Value = Step> {
    let who = someone_who_asks;
    let id = appointment_id;
    let easy = (0..40_i32, 8..18_i8);
    let ends = select(vec![ItemId::The(Kind::Wish), ItemId::The(Kind::CaseWorker), ItemId::The(Kind::Breaks)]);
    let ends = prop_oneof![ends.boxed(), id().prop_map(ItemId::Appointment).boxed()];
    let answers = select(WishAnswer::ALL);
    let staff = select(vec![Some(CHOSEN), Some(CHOSEN), Some(OTHER), None]);
    prop_oneof![
        2 => (who(), id(), appointment_draft(then(0).today)).prop_map(|(who, id, draft)| Step::Offer(who, id, draft)),
        9 => (select(vec![JO, SYSTEM]), id(), vec(easy, 1..4), proptest::option::weighted(0.3, id())).prop_map(|(who, id, times, r)| Step::OfferWell(who, id, times, r)),
        1 => Just(Step::TakeBack),
        9 => (who(), id(), 0..5_usize).prop_map(|(who, id, at)| Step::Yes(who, id, at)),
        1 => (who(), id(), slot(then(0).today)).prop_map(|(who, id, slot)| Step::Guess(who, id, slot)),
        1 => (who(), id()).prop_map(|(who, id)| Step::No(who, id)),
        2 => (who(), id(), suggestion(then(0).today)).prop_map(|(who, id, wanted)| Step::Suggest(who, id, wanted)),
        2 => (who(), id()).prop_map(|(who, id)| Step::Cancel(who, id)),
        1 => (who(), id()).prop_map(|(who, id)| Step::Withdraw(who, id)),
        2 => (0..3_usize, formats(), pace(), times()).prop_map(|(which, f, p, t)| Step::Terms(which, f, p, t)),
        2 => (who(), 0..30_i32, 0..9_i32).prop_map(|(who, from, length)| Step::Break(who, from, length)),
        1 => answers.prop_map(Step::Wish),
        2 => Just(Step::Wish(WishAnswer::Talk)),
        2 => staff.prop_map(Step::Choose),
        1 => ends.prop_map(Step::Erase),
        1 => Just(Step::Stop),
        2 => select(ComeBack::ALL).prop_map(Step::ComeBack),
        2 => (0..9_i64).prop_map(Step::Days),
    ]
}

/// One person, a clock, and beside the rules what ought to hold: the terms of the moment of each offer.
struct Life {
    model: Model,
    hours: i64,
    offered: BTreeMap<AppointmentId, (Terms, Vec<jiff::civil::Date>)>,
}

impl Life {
    fn new() -> Self {
        Self { model: someone(), hours: 2, offered: BTreeMap::new() }
    }

    fn now(&self) -> Now {
        then(self.hours)
    }

    fn command(&self, step: Step) -> Option<(Actor, Command)> {
        let state = self.model.state();
        let me = Actor::Claimant(ME);
        let on = |id| state.version(ItemId::Appointment(id));
        let of = |kind| state.version_of(kind);
        let to = |who, id, answer| (who, Command::AnswerOffer { id, on: on(id), answer });
        Some(match step {
            Step::Offer(who, id, draft) => (who, Command::OfferAppointment { id, draft }),
            Step::TakeBack => (me, Command::WithdrawConsent { id: CONSENT }),
            Step::OfferWell(who, id, times, replaces) => {
                let today = self.now().today;
                let slot = |(days, hour): &(i32, i8)| Slot {
                    day: today.checked_add(days.days()).unwrap(),
                    from: jiff::civil::Time::constant(*hour, 0, 0, 0),
                };
                let format = state.formats().meetings.first().map_or(Format::Phone, |meeting| meeting.format);
                let draft = AppointmentDraft {
                    format,
                    minutes: 10,
                    replaces,
                    ..draft(&times.iter().map(slot).collect::<Vec<_>>())
                };
                (who, Command::OfferAppointment { id, draft })
            }
            Step::Yes(who, id, at) => {
                let times = &state.appointment(id)?.draft.times;
                to(who, id, Answer::Yes(times[at % times.len()]))
            }
            Step::Guess(who, id, slot) => to(who, id, Answer::Yes(slot)),
            Step::No(who, id) => to(who, id, Answer::No),
            Step::Suggest(who, id, wanted) => to(who, id, Answer::Suggest(wanted)),
            Step::Cancel(who, id) => (who, Command::CancelAppointment { id }),
            Step::Withdraw(who, id) => (who, Command::WithdrawOffer { id }),
            Step::Terms(0, formats, ..) => (me, Command::SetFormats { on: of(Kind::Formats), formats }),
            Step::Terms(1, _, pace, _) => (me, Command::SetPace { on: of(Kind::Pace), pace }),
            Step::Terms(_, _, _, times) => (me, Command::SetTimes { on: of(Kind::Times), times }),
            Step::Break(who, from, length) => {
                let day = |days: i32| self.now().today.checked_add(days.days()).unwrap();
                let a_break = Break { from: day(from), until: day(from + length), name: None };
                (who, Command::AddBreak { on: of(Kind::Breaks), a_break })
            }
            Step::Wish(answer) => (me, wish(of(Kind::Wish), answer)),
            Step::Choose(staff) => (me, Command::ChooseCaseWorker { on: of(Kind::CaseWorker), staff }),
            Step::Erase(id) => (me, Command::Erase { what: ToErase::Item { id, on: state.version(id) } }),
            Step::Stop => (me, Command::Stop),
            Step::ComeBack(how) => (me, Command::ComeBack { how }),
            Step::Days(_) => return None,
        })
    }

    /// Takes a step, as far as the rules let it be taken, and looks at what became of each appointment.
    fn take(&mut self, step: Step) -> Result<(), TestCaseError> {
        if let Step::Days(days) = step {
            self.hours += 24 * days;
        }
        self.hours += 1;
        let (now, before) = (self.now(), self.model.state());
        let Some((who, command)) = self.command(step) else { return Ok(()) };
        let asked = match who {
            Actor::System(_) => Command::ByConsent { by: BY, command: Box::new(command.clone()) },
            _ => command.clone(),
        };
        let done = self.model.run(who, asked, now);
        let after = self.model.state();
        if done.is_err() {
            prop_assert!(self.model.said() == before.all().map(|held| (held.id, held.item.clone())).collect());
            return Ok(());
        }
        let held = before.consent(CONSENT).is_some_and(|consent| consent.status(now.today).is_live());
        prop_assert!(!matches!(who, Actor::System(_)) || held, "a system did something without a consent");
        let days = before.appointments().filter_map(|(id, one)| Some((id, one.agreed()?.day)));
        let days: BTreeMap<AppointmentId, jiff::civil::Date> = days.collect();
        for (id, one) in after.appointments() {
            let was = before.appointment(id);
            if was == Some(one) {
                continue;
            }
            match was {
                None => self.was_offered(who, id, one, &days, now)?,
                Some(was) => Self::went_on(who, &command, was, one, now)?,
            }
        }
        self.nothing_is_left_open(now)
    }

    fn was_offered(
        &mut self,
        who: Actor,
        id: AppointmentId,
        one: &Appointment,
        days: &BTreeMap<AppointmentId, jiff::civil::Date>,
        now: Now,
    ) -> Result<(), TestCaseError> {
        let state = self.model.state();
        prop_assert_eq!(who.case_worker(), Some(one.with));
        prop_assert_eq!(state.grants().case_worker, Some(one.with));
        prop_assert!(may_contact(&state, now), "someone was offered something who wanted no contact");
        prop_assert_eq!(one.progress, Progress::Offered);
        let others = days.iter().filter(|(other, _)| Some(**other) != one.draft.replaces).map(|(_, day)| *day);
        self.offered.insert(id, (state.terms(), others.collect()));
        Ok(())
    }

    /// What may become of one that was there.
    fn went_on(
        who: Actor,
        command: &Command,
        was: &Appointment,
        one: &Appointment,
        now: Now,
    ) -> Result<(), TestCaseError> {
        prop_assert_eq!(&was.draft, &one.draft, "{:?} changed what was offered", command);
        prop_assert_eq!((was.with, was.offered), (one.with, one.offered));
        let answers = matches!(command, Command::AnswerOffer { .. }) && [Actor::Claimant(ME), JAMIE].contains(&who);
        match (was.progress, one.progress) {
            (before, after) if before == after => prop_assert!(answers && was.suggestion != one.suggestion),
            (Progress::Offered, Progress::Accepted { slot }) => {
                prop_assert!(answers && one.draft.times.contains(&slot) && slot.is_to_come(now));
                let said = matches!(command, Command::AnswerOffer { answer: Answer::Yes(said), .. } if *said == slot);
                prop_assert!(said, "agreed by {:?}", command);
            }
            (Progress::Offered, Progress::Declined) => prop_assert!(answers),
            (Progress::Offered, Progress::Withdrawn) => {
                let closes = matches!(
                    command,
                    Command::WithdrawOffer { .. }
                        | Command::SetWish { .. }
                        | Command::ChooseCaseWorker { .. }
                        | Command::Stop
                        | Command::Erase { .. }
                );
                prop_assert!(closes, "{:?} withdrew an offer", command);
            }
            (Progress::Accepted { slot }, Progress::Cancelled { slot: of, .. }) => {
                let ends =
                    matches!(command, Command::CancelAppointment { .. } | Command::Stop | Command::AddBreak { .. });
                prop_assert!(ends && slot == of && slot.is_to_come(now), "{:?} called off", command);
                prop_assert!(who != BESIDE, "called off by who does not see it");
            }
            (Progress::Accepted { slot }, Progress::Moved { slot: of, .. }) => prop_assert!(answers && slot == of),
            other => prop_assert!(false, "{:?}: {:?}", command, other),
        }
        Ok(())
    }

    fn nothing_is_left_open(&self, now: Now) -> Result<(), TestCaseError> {
        let state = self.model.state();
        let open = || state.appointments().filter(move |(_, one)| one.status(now).is_open());
        if !state.standing().is_on() {
            let agreed = state.appointments().any(|(_, one)| one.status(now).is_agreed());
            prop_assert!(!agreed && open().next().is_none(), "open after stopping");
        }
        prop_assert!(open().all(|(_, one)| state.chosen_case_worker() == Some(one.with)));
        prop_assert!(may_contact(&state, now) || open().next().is_none());
        prop_assert!(open().count() <= MOST_OPEN);
        // Each that was ever agreed kept to the terms that stood when it was offered.
        for (id, one) in state.appointments() {
            let (Some(slot), Some((terms, others))) = (one.slot(), self.offered.get(&id)) else { continue };
            let offer = one.draft.offer(slot).unwrap();
            prop_assert_eq!(check(terms, &offer, one.offered, others), Ok(()), "{:?}", one);
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn nothing_is_agreed_but_within_the_terms_and_with_a_yes_and_it_changes_by_nothing_else(
        steps in vec(step(), 0..60),
    ) {
        let mut life = Life::new();
        for step in steps {
            life.take(step)?;
        }
    }

    #[test]
    fn the_clock_on_the_wall_is_the_one_that_people_have(minutes in 0..20_000_000_i64) {
        let at = "2020-01-01T00:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes);
        prop_assert_eq!(at.to_zoned(clock()).datetime(), at.to_zoned(london()).datetime());
    }

    #[test]
    fn a_time_is_read_as_it_is_written_and_comes_once(slot in slot(then(0).today), minutes in 1..900_u16) {
        prop_assert_eq!(slot.to_string().parse(), Ok(slot));
        let zone = london();
        let wall = slot.day.to_datetime(slot.from);
        match slot.begins() {
            None => prop_assert_ne!(zone.to_zoned(wall).unwrap().datetime(), wall),
            Some(begins) => {
                prop_assert_eq!(begins.timestamp().to_zoned(zone).datetime(), wall);
                let length = slot.ends(minutes).unwrap().timestamp().duration_since(begins.timestamp());
                prop_assert_eq!(length, SignedDuration::from_mins(i64::from(minutes)));
            }
        }
        prop_assert!(slot.overlaps(minutes, slot, minutes));
    }
}

#[test]
fn when_clocks_change_a_time_that_is_skipped_is_refused_and_one_that_comes_twice_is_the_first() {
    let slot = |text: &str| text.parse::<Slot>().unwrap();
    assert_eq!(slot("2027-03-28T01:30").begins(), None);
    let begins = |text: &str| slot(text).begins().unwrap().timestamp().to_string();
    assert_eq!(begins("2027-03-28T02:30"), "2027-03-28T01:30:00Z");
    assert_eq!(begins("2027-03-27T14:00"), "2027-03-27T14:00:00Z");
    assert_eq!(begins("2027-03-29T14:00"), "2027-03-29T13:00:00Z");
    assert_eq!(begins("2027-10-31T01:30"), "2027-10-31T00:30:00Z");
    let mut model = someone();
    let skipped = offer(&mut model, ONE, draft(&[slot("2027-03-28T01:30")]));
    assert_eq!(skipped, Err(invalid(ErrorKind::NoSuchTime)));
    for text in ["2027-03-28", "2027-03-28T1:30", "2027-02-30T10:00", "2027-03-28T24:00", "T", "2027-03-28T01:30:00"] {
        assert!(text.parse::<Slot>().is_err(), "{text}");
    }
}

fn invalid(kind: ErrorKind) -> Refusal {
    let field = "times".to_owned();
    Refusal::Invalid(vec![own_terms_domain::form::FieldError { field, kind }])
}

#[test]
fn an_offer_outside_the_terms_is_refused_with_each_reason() {
    let mut model = agreed();
    let outside = draft(&[at(4, 10)]);
    let outside = AppointmentDraft { format: Format::Phone, minutes: 45, ..outside };
    let broken = vec![TermBroken::Format, TermBroken::TooLong, TermBroken::TooClose, TermBroken::TooLittleNotice];
    assert_eq!(offer(&mut model, TWO, outside), Err(Refusal::OutsideTerms(broken)));
    // One time that is not good is enough, however good the others are.
    let mixed = draft(&[at(17, 10), at(20, 10), at(25, 18)]);
    assert_eq!(offer(&mut model, TWO, mixed), Err(Refusal::OutsideTerms(vec![TermBroken::OutsideHours])));
    let sunday = draft(&[at(20, 10)]);
    assert_eq!(offer(&mut model, TWO, sunday), Err(Refusal::OutsideTerms(vec![TermBroken::OutsideHours])));
    assert_eq!(model.state().appointments().count(), 1);
}

#[test]
fn times_of_one_offer_are_few_to_come_and_apart() {
    let mut model = agreed();
    let mut refused = |times: &[Slot]| offer(&mut model, TWO, draft(times)).unwrap_err();
    assert_eq!(refused(&[]), invalid(ErrorKind::NotChosen));
    let many: Vec<Slot> = (1..=6).map(|week| at(week * 7 + 10, 10)).collect();
    assert_eq!(refused(&many), invalid(ErrorKind::TooMany { max: 5 }));
    let half = Slot { from: jiff::civil::Time::constant(10, 10, 0, 0), ..at(24, 10) };
    assert_eq!(refused(&[at(24, 10), half]), invalid(ErrorKind::Overlaps));
    assert_eq!(refused(&[at(24, 10), at(24, 10)]), invalid(ErrorKind::Overlaps));
    assert_eq!(refused(&[at(10, 10)]), invalid(ErrorKind::Overlaps), "with what is agreed");
    assert_eq!(refused(&[at(0, 9)]), invalid(ErrorKind::InThePast));
    let next = Slot { from: jiff::civil::Time::constant(10, 20, 0, 0), ..at(24, 10) };
    assert!(offer(&mut model, TWO, draft(&[at(24, 10), next])).is_ok(), "one after the other");
}

#[test]
fn nobody_offers_but_whom_they_chose_while_they_want_contact() {
    let mut model = someone();
    let command = Command::OfferAppointment { id: ONE, draft: draft(&[at(10, 10)]) };
    for who in [Actor::Claimant(ME), JAMIE, Actor::CaseWorker(OTHER), Actor::Service] {
        assert_eq!(model.run(who, command.clone(), then(1)), Err(Refusal::NotPermitted), "{who:?}");
    }
    for answer in [WishAnswer::NotNow, WishAnswer::NoContact] {
        let on = model.state().version_of(Kind::Wish);
        model.me(wish(on, answer), then(1)).unwrap();
        let refused = model.run(JO, command.clone(), then(1));
        // "Not now" from someone who asked before holds until its end.
        assert_eq!(refused, Err(Refusal::NoContact), "{answer:?}");
    }
}

#[test]
fn an_offer_sent_twice_is_one_and_another_under_its_number_is_refused() {
    let mut model = someone();
    offer(&mut model, ONE, draft(&[at(10, 10)])).unwrap();
    assert_eq!(offer(&mut model, ONE, draft(&[at(10, 10)])), Ok(Vec::new()));
    assert!(matches!(offer(&mut model, ONE, draft(&[at(17, 10)])), Err(Refusal::Changed(_))));
    for number in 1..MOST_OPEN as u128 {
        let id = AppointmentId(Uuid::from_u128(0xb00 + number));
        offer(&mut model, id, draft(&[at(10, 10)])).unwrap();
    }
    let refused = offer(&mut model, TWO, draft(&[at(10, 10)]));
    assert_eq!(refused, Err(invalid(ErrorKind::TooMany { max: MOST_OPEN })));
}

#[test]
fn there_is_an_end_to_appointments() {
    let mut model = someone();
    for number in 0..=MOST_APPOINTMENTS as u128 {
        let id = AppointmentId(Uuid::from_u128(0xb00 + number));
        let offered = offer(&mut model, id, draft(&[at(10, 10)]));
        assert_eq!(offered.is_ok(), number < MOST_APPOINTMENTS as u128, "{number}");
        let _ = model.run(JO, Command::WithdrawOffer { id }, then(1));
    }
}

#[test]
fn each_answer_has_its_effect_once_and_an_old_page_overwrites_nothing() {
    let me = Actor::Claimant(ME);
    let mut model = someone();
    offer(&mut model, ONE, draft(&[at(10, 10), at(11, 10)])).unwrap();
    let seen = model.state().version(ItemId::Appointment(ONE));
    assert!(matches!(answer(&mut model, me, ONE, Answer::Yes(at(12, 10))), Err(Refusal::Invalid(_))));
    let wanted = Suggestion { format: Some(Format::Phone), day: None, from: None, words: None };
    answer(&mut model, me, ONE, Answer::Suggest(wanted)).unwrap();
    assert_eq!(status(&model, ONE), Status::Suggested);
    let old = Command::AnswerOffer { id: ONE, on: seen, answer: Answer::Yes(at(10, 10)) };
    assert!(matches!(model.me(old.clone(), then(2)), Err(Refusal::Changed(_))));
    answer(&mut model, JAMIE, ONE, Answer::Yes(at(11, 10))).unwrap();
    assert_eq!(
        (status(&model, ONE), model.state().appointment(ONE).unwrap().suggestion.clone()),
        (Status::Agreed, None)
    );
    assert_eq!(answer(&mut model, me, ONE, Answer::Yes(at(11, 10))), Ok(Vec::new()));
    // Another of its times is another offer.
    assert_eq!(answer(&mut model, me, ONE, Answer::Yes(at(10, 10))), Err(Refusal::NotFound));
    assert!(matches!(model.me(old, then(2)), Err(Refusal::Changed(_))));
    offer(&mut model, TWO, draft(&[at(24, 10)])).unwrap();
    answer(&mut model, me, TWO, Answer::No).unwrap();
    assert_eq!(answer(&mut model, me, TWO, Answer::No), Ok(Vec::new()));
    assert_eq!(answer(&mut model, me, TWO, Answer::Yes(at(24, 10))), Err(Refusal::NotFound));
    for who in [JO, BESIDE, Actor::CaseWorker(OTHER)] {
        assert_eq!(answer(&mut model, who, ONE, Answer::No), Err(Refusal::NotPermitted), "{who:?}");
    }
}

#[test]
fn a_carer_says_yes_only_to_what_the_terms_still_allow_and_the_person_to_what_they_like() {
    let mut model = someone();
    offer(&mut model, ONE, draft(&[at(10, 10)])).unwrap();
    let on = model.state().version_of(Kind::Formats);
    let formats = Formats { meetings: vec![Meeting { format: Format::Phone, place: None }] };
    model.me(Command::SetFormats { on, formats }, then(1)).unwrap();
    let refused = answer(&mut model, JAMIE, ONE, Answer::Yes(at(10, 10)));
    assert_eq!(refused, Err(Refusal::OutsideTerms(vec![TermBroken::Format])));
    assert!(answer(&mut model, Actor::Claimant(ME), ONE, Answer::Yes(at(10, 10))).is_ok());
}

#[test]
fn the_notice_is_counted_from_the_offer_and_a_time_that_has_begun_is_over() {
    let mut model = someone();
    offer(&mut model, ONE, draft(&[at(8, 10)])).unwrap();
    let on = model.state().version(ItemId::Appointment(ONE));
    let yes = Command::AnswerOffer { id: ONE, on, answer: Answer::Yes(at(8, 10)) };
    // The eighth day at ten is 22 hours before noon of the ninth.
    let begins = 8 * 24 - 2;
    assert_eq!(model.clone().run(JAMIE, yes.clone(), then(begins)), Err(Refusal::NotFound), "it lapsed");
    model.run(JAMIE, yes, then(begins - 1)).unwrap();
    let off = Command::CancelAppointment { id: ONE };
    assert!(matches!(model.clone().me(off.clone(), then(begins)), Err(Refusal::Invalid(_))));
    assert!(model.me(off, then(begins - 1)).is_ok());
}

#[test]
fn either_side_calls_it_off_and_it_stays_so() {
    for (who, by) in [(Actor::Claimant(ME), By::Person), (JAMIE, By::Carer), (JO, By::CaseWorker)] {
        let mut model = agreed();
        let off = Command::CancelAppointment { id: ONE };
        model.run(who, off.clone(), then(3)).unwrap();
        assert_eq!(model.state().appointment(ONE).unwrap().progress, Progress::Cancelled { slot: at(10, 10), by });
        for again in [Actor::Claimant(ME), JAMIE, JO] {
            assert_eq!(model.run(again, off.clone(), then(4)), Ok(Vec::new()));
        }
        for who in [BESIDE, Actor::CaseWorker(OTHER)] {
            assert_eq!(model.run(who, off.clone(), then(4)), Err(Refusal::NotPermitted));
        }
    }
}

#[test]
fn one_that_is_to_be_moved_stands_until_the_other_has_its_yes() {
    let me = Actor::Claimant(ME);
    let mut model = agreed();
    let wanted = Suggestion { format: None, day: Some(at(11, 10).day), from: None, words: None };
    answer(&mut model, me, ONE, Answer::Suggest(wanted)).unwrap();
    assert_eq!(status(&model, ONE), Status::Moving);
    let other = AppointmentDraft { replaces: Some(ONE), ..draft(&[at(11, 10)]) };
    // On its own it would be too close.
    assert!(matches!(offer(&mut model, TWO, draft(&[at(11, 10)])), Err(Refusal::OutsideTerms(_))));
    offer(&mut model, TWO, other).unwrap();
    assert_eq!(status(&model, ONE), Status::Moving);
    let mut declined = model.clone();
    answer(&mut declined, me, TWO, Answer::No).unwrap();
    assert!(status(&declined, ONE).is_agreed(), "a no leaves what was agreed");
    let entries = answer(&mut model, me, TWO, Answer::Yes(at(11, 10))).unwrap();
    assert_eq!(entries.len(), 2, "in one decision");
    assert_eq!(model.state().appointment(ONE).unwrap().progress, Progress::Moved { slot: at(10, 10), to: TWO });
    assert_eq!(status(&model, TWO), Status::Agreed);
    let twice = AppointmentDraft { replaces: Some(ONE), ..draft(&[at(24, 10)]) };
    let third = AppointmentId(Uuid::from_u128(0xa03));
    assert!(matches!(offer(&mut model, third, twice), Err(Refusal::Invalid(_))), "it is not there to be moved");
}

#[test]
fn stopping_ends_all_of_it_not_now_ends_what_is_offered_and_leaves_what_was_agreed() {
    let end = |close: &dyn Fn(&mut Model)| {
        let mut model = agreed();
        offer(&mut model, TWO, draft(&[at(24, 10)])).unwrap();
        close(&mut model);
        (status(&model, ONE), status(&model, TWO))
    };
    let version = |model: &Model, kind| model.state().version_of(kind);
    let stopped = end(&|model| drop(model.me(Command::Stop, then(3)).unwrap()));
    assert_eq!(stopped, (Status::Cancelled, Status::Withdrawn));
    for answer in [WishAnswer::NotNow, WishAnswer::NoContact] {
        let silent = end(&|model| drop(model.me(wish(version(model, Kind::Wish), answer), then(3)).unwrap()));
        assert_eq!(silent, (Status::Agreed, Status::Withdrawn));
    }
    for staff in [Some(OTHER), None] {
        let choose = |model: &mut Model| {
            let on = version(model, Kind::CaseWorker);
            model.me(Command::ChooseCaseWorker { on, staff }, then(3)).unwrap();
        };
        assert_eq!(end(&choose), (Status::Agreed, Status::Withdrawn));
    }
    let erased = end(&|model| {
        let (id, on) = (ItemId::The(Kind::Wish), version(model, Kind::Wish));
        model.me(Command::Erase { what: ToErase::Item { id, on } }, then(3)).unwrap();
    });
    assert_eq!(erased, (Status::Agreed, Status::Withdrawn));
}

#[test]
fn what_was_ended_by_stopping_does_not_begin_again() {
    for how in ComeBack::ALL {
        let mut model = agreed();
        model.me(Command::Stop, then(3)).unwrap();
        model.me(Command::ComeBack { how: *how }, then(4)).unwrap();
        assert_eq!(status(&model, ONE), Status::Cancelled);
    }
}

#[test]
fn a_break_calls_off_what_it_covers_and_nobody_calls_off_what_they_do_not_see() {
    let off = |by: Actor, from: i32, until: i32| {
        let mut model = agreed();
        let command = a_break(&model, from, until);
        let entries = model.run(by, command, then(3)).unwrap().len();
        (status(&model, ONE), entries)
    };
    assert_eq!(off(Actor::Claimant(ME), 10, 10), (Status::Cancelled, 2));
    assert_eq!(off(Actor::Claimant(ME), 1, 20), (Status::Cancelled, 2));
    assert_eq!(off(Actor::Claimant(ME), 11, 20), (Status::Agreed, 1));
    assert_eq!(off(Actor::Claimant(ME), 1, 9), (Status::Agreed, 1));
    assert_eq!(off(BESIDE, 10, 10), (Status::Agreed, 1));
    // A break that goes, or stands already, calls off nothing.
    let mut model = agreed();
    let command = a_break(&model, 10, 10);
    model.run(BESIDE, command, then(3)).unwrap();
    let command = a_break(&model, 20, 22);
    model.me(command, then(4)).unwrap();
    let on = model.state().version_of(Kind::Breaks);
    model.me(Command::RemoveBreak { on, at: 1 }, then(5)).unwrap();
    assert_eq!(status(&model, ONE), Status::Agreed);
}

#[test]
fn it_goes_a_year_after_its_day_and_says_so() {
    let model = agreed();
    let held = model.state().get(ItemId::Appointment(ONE)).unwrap().clone();
    assert_eq!(held.item.goes_on(), Some(date(2028, 3, 11)));
    let mut later = model.clone();
    let day = |hours| later.clone().run(Actor::Service, Command::LetGo, then(hours)).unwrap().len();
    assert_eq!((day(24 * 375), day(24 * 376)), (0, 1));
    later.run(Actor::Service, Command::LetGo, then(24 * 376)).unwrap();
    assert_eq!(later.state().appointments().count(), 0);
}

#[test]
fn an_answer_is_read_from_a_form_or_told_what_is_wrong() {
    let mistakes = |fields: Fields| -> Vec<(String, ErrorKind)> {
        let found = Answer::parse(&fields, then(0)).unwrap_err();
        found.into_iter().map(|error| (error.field, error.kind)).collect()
    };
    let said = |answer: &str| Fields::new().with("answer", answer);
    let one = |field: &str, kind| vec![(field.to_owned(), kind)];
    assert_eq!(mistakes(Fields::new()), one("answer", ErrorKind::NotChosen));
    assert_eq!(mistakes(said("maybe")), one("answer", ErrorKind::NotAChoice));
    assert_eq!(mistakes(said("yes")), one("slot", ErrorKind::NotChosen));
    assert_eq!(mistakes(said("yes").with("slot", "tomorrow")), one("slot", ErrorKind::NotAChoice));
    assert_eq!(mistakes(said("suggest")), one("day", ErrorKind::NotChosen));
    let wrong = said("suggest").with("day", "31/2/2027").with("from", "6:30").with("format", "horse");
    assert_eq!(mistakes(wrong).len(), 3);
    assert_eq!(mistakes(said("suggest").with("day", "2027-02-28")), one("day", ErrorKind::InThePast));
    assert_eq!(Said::ALL.iter().map(|said| said.id()).collect::<Vec<_>>(), ["yes", "no", "suggest"]);
    let wanted = Suggestion { format: None, day: None, from: None, words: Some(words("in the garden")) };
    for answer in [Answer::Yes(at(10, 10)), Answer::No, Answer::Suggest(wanted)] {
        assert_eq!(Answer::parse(&answer.fields(), then(0)), Ok(answer));
    }
}

#[test]
fn nothing_of_an_appointment_has_a_place_for_who_came_or_why_not() {
    let Some(Item::Appointment(one)) = agreed().held.get(&ItemId::Appointment(ONE)).map(|held| held.item.clone())
    else {
        panic!("an appointment")
    };
    let stored = serde_json::to_string(&one).unwrap();
    for never in ["attend", "reason", "missed", "late", "count", "outcome", "came"] {
        assert!(!stored.contains(never), "{never} in {stored}");
    }
}

#[test]
fn what_was_agreed_with_one_case_worker_is_not_called_off_by_the_next() {
    let mut model = agreed();
    let on = model.state().version_of(Kind::CaseWorker);
    model.me(Command::ChooseCaseWorker { on, staff: Some(OTHER) }, then(3)).unwrap();
    let by = Actor::CaseWorker(OTHER);
    assert_eq!(model.run(by, Command::CancelAppointment { id: ONE }, then(4)), Err(Refusal::NotFound));
    assert!(model.state().appointment(ONE).unwrap().agreed().is_some());
}

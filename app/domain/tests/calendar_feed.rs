//! The address that the person's own calendar reads: theirs alone to make and end, and it tells when and never what.

use jiff::{SignedDuration, Timestamp, ToSpan as _};
use own_terms_domain::{
    actor::Actor,
    appointment::{Answer, AppointmentDraft, Slot},
    calendar_feed::CalendarFeed,
    contact::{WishAnswer, WishDraft},
    decide::{Command, Refusal},
    ids::{AppointmentId, FeedId},
    item::{ItemId, Kind, Version},
    look::{SPEAKS_FOR, is_put_down, is_spoken_for},
    permission::may_see,
    reading::Language,
    recovery::SaidFrom,
    standing::ComeBack,
    terms::Format,
    time::Now,
};
use proptest::{collection::vec, prelude::*};
use uuid::Uuid;

use crate::given::{CHOSEN, FEED, ME, Model, actor, cases, command, model, now, now_at, words};

const ONE: AppointmentId = AppointmentId(Uuid::from_u128(0xa01));
const THIS: ItemId = ItemId::The(Kind::CalendarFeed);

fn then(hours: i64) -> Now {
    let noon: Timestamp = "2027-03-01T12:00:00Z".parse().unwrap();
    now_at(noon + SignedDuration::from_hours(hours))
}

fn make(id: FeedId) -> Command {
    Command::MakeCalendarFeed { feed: CalendarFeed { id, language: Language::English } }
}

/// Someone with an appointment on the tenth day, and a calendar that may ask.
fn someone() -> Model {
    let mut model = Model::default();
    model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, then(0)).unwrap();
    let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    model.me(Command::SetWish { on: Version(0), draft }, then(0)).unwrap();
    let slot = Slot { day: then(0).today.checked_add(10.days()).unwrap(), from: jiff::civil::time(10, 0, 0, 0) };
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
    model.run(Actor::CaseWorker(CHOSEN), Command::OfferAppointment { id: ONE, draft }, then(1)).unwrap();
    model.me(make(FEED), then(1)).unwrap();
    assert_eq!(told(&model, FEED, then(1)), [THIS], "what is only offered is told to no calendar");
    let on = model.state().version(ItemId::Appointment(ONE));
    model.me(Command::AnswerOffer { id: ONE, on, answer: Answer::Yes(slot) }, then(2)).unwrap();
    model
}

/// What a calendar with this address is told.
fn told(model: &Model, id: FeedId, now: Now) -> Vec<ItemId> {
    let state = model.state();
    let all = state.at_hand().filter(|held| may_see(Actor::Calendar(id), ME, state.grants(), held, now));
    all.map(|held| held.id).collect()
}

#[test]
fn a_new_address_closes_the_one_before_it() {
    let mut model = someone();
    assert!(told(&model, FEED, then(3)).contains(&ItemId::Appointment(ONE)));
    let new = FeedId(Uuid::from_u128(0xca2));
    model.me(make(new), then(3)).unwrap();
    assert!(told(&model, FEED, then(3)).is_empty());
    assert!(told(&model, new, then(3)).contains(&ItemId::Appointment(ONE)));
    model.me(Command::EndCalendarFeed, then(4)).unwrap();
    assert!(told(&model, new, then(4)).is_empty());
}

#[test]
fn after_stopping_a_calendar_is_told_what_is_off_until_its_day_and_after_coming_back_nothing() {
    for how in [ComeBack::AsItWas, ComeBack::Afresh] {
        let mut model = someone();
        model.me(Command::Stop, then(3)).unwrap();
        assert!(told(&model, FEED, then(4)).contains(&ItemId::Appointment(ONE)));
        assert!(told(&model, FEED, then(24 * 10)).contains(&ItemId::Appointment(ONE)), "on its day");
        assert_eq!(told(&model, FEED, then(24 * 11)), [THIS]);
        assert_eq!(model.me(make(FeedId(ME.0)), then(4)), Err(Refusal::Stopped));
        model.me(Command::ComeBack { how }, then(5)).unwrap();
        assert!(model.state().calendar_feed().is_none());
        assert!(told(&model, FEED, then(5)).is_empty());
    }
}

#[test]
fn an_address_that_somebody_made_who_came_by_a_new_way_in_goes_when_that_is_undone() {
    let mut model = someone();
    model.me(Command::EndCalendarFeed, then(3)).unwrap();
    model.run(Actor::CaseWorker(CHOSEN), Command::BeginRecovery, then(4)).unwrap();
    let asked = model.state().recovery().unwrap().asked;
    model.run(Actor::Service, Command::OpenRecovery { asked }, then(24 * 4)).unwrap();
    model.me(make(FEED), then(24 * 4 + 1)).unwrap();
    let from = SaidFrom::Link { way: None };
    model.me(Command::StopRecovery { asked, from }, then(24 * 5)).unwrap();
    assert!(model.state().calendar_feed().is_none());
}

#[test]
fn one_look_of_a_calendar_a_day_speaks_for_all_of_that_day_and_for_nobody_else() {
    let (at, calendar) = (then(0).at, Actor::Calendar(FEED));
    assert!(!is_spoken_for(calendar, None, at), "the first is put down");
    assert!(is_spoken_for(calendar, Some((at, false)), at + SPEAKS_FOR - SignedDuration::from_secs(1)));
    assert!(!is_spoken_for(calendar, Some((at, false)), at + SPEAKS_FOR));
    assert!(!is_spoken_for(calendar, Some((at, true)), at), "a refused one says nothing of one that is answered");
    assert!(!is_put_down(calendar, Some((at, true)), at), "and a refused one for the others that are");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn one_look_a_day_is_for_calendars_alone(by in actor(), (now, hours) in (now(), 0..48_i64)) {
        let last = Some((now.at - SignedDuration::from_hours(hours), false));
        prop_assert_eq!(is_spoken_for(by, last, now.at), matches!(by, Actor::Calendar(_)) && hours < 24);
    }

    #[test]
    fn whatever_was_done_before_an_address_that_is_ended_tells_nothing(
        (mut model, now, after) in now().prop_flat_map(|now| (model(), Just(now), vec(command(now), 0..8))),
        ends in prop_oneof![
            Just(vec![Command::EndCalendarFeed]),
            Just(vec![Command::Stop, Command::ComeBack { how: ComeBack::AsItWas }]),
            Just(vec![Command::Stop, Command::ComeBack { how: ComeBack::Afresh }]),
        ],
    ) {
        drop(model.me(make(FEED), now));
        for end in ends {
            model.me(end, now).unwrap();
        }
        for command in after {
            if !matches!(command, Command::MakeCalendarFeed { .. }) {
                drop(model.me(command, now));
            }
        }
        prop_assert_eq!(told(&model, FEED, now), Vec::new());
    }
}

//! The person is reached in their hours and in no others, and never when they want no contact.

use jiff::Timestamp;
use own_terms_domain::{
    contact::{Channel, Postal, Reach, Way, Ways, WishDraft},
    decide::Command,
    hours::WeekHours,
    item::{Kind, Version},
    text::Text,
    time::{Now, clock},
};
use proptest::prelude::*;

use crate::given::{Model, cases, now_at, week, wish_draft};

/// A moment in three years, and what they say then of being contacted.
fn moment_and_wish() -> impl Strategy<Value = (Now, WishDraft)> {
    (1_767_225_600_i64..1_861_920_000).prop_flat_map(|second| {
        let now = now_at(Timestamp::from_second(second).unwrap());
        (Just(now), wish_draft(now))
    })
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn nobody_is_reached_outside_their_hours_nor_when_they_want_no_contact(
        hours in week(), (now, wish) in moment_and_wish(), any_hours in any::<bool>(),
    ) {
        let hours = if any_hours { WeekHours::default() } else { hours };
        let mut model = Model::default();
        let ways = Ways { ways: vec![Way { channel: Channel::Email, detail: Some(Text::parse("me@example.com").unwrap()) }], hours };
        model.me(Command::SetWays { on: Version(0), ways }, now).unwrap();
        let on = model.state().version_of(Kind::Wish);
        model.me(Command::SetWish { on, draft: wish }, now).unwrap();
        let state = model.state();
        let is_hour = |now: Now| {
            let wall = now.at.to_zoned(clock()).datetime();
            let window = hours.on(wall.date().weekday());
            hours.is_empty() || window.is_some_and(|window| window.covers(wall.time(), wall.time()))
        };
        prop_assert_eq!(Reach::by(&state, &[Channel::Text], now), Reach::Never, "a way that they did not choose");
        match Reach::by(&state, &[Channel::Email, Channel::Text], now) {
            Reach::Now(_) => prop_assert!(is_hour(now) && state.wish().is_to_talk(now.today)),
            Reach::Later(from) => {
                prop_assert!(from > now.at && !is_hour(now) && is_hour(now_at(from)));
                prop_assert!(state.wish().is_to_talk(now.today));
            }
            Reach::Never => prop_assert!(!state.wish().is_to_talk(now.today)),
        }
    }
}

#[test]
fn an_address_is_read_as_people_write_it_and_its_postcode_stands_last() {
    for (typed, lines) in [
        ("Sam Brown, 1 High Street, Leeds LS1 1AA", &["Sam Brown", "1 High Street", "Leeds", "LS1 1AA"][..]),
        ("S Brown,  Flat 2 , 1 High St, ls11aa", &["S Brown", "Flat 2", "1 High St", "LS1 1AA"]),
        ("1 Whitehall, sw1a 2aa, London", &["1 Whitehall", "London", "SW1A 2AA"]),
        ("Sam, 5 The Row, Hull HU 1 2AB", &["Sam", "5 The Row", "Hull", "HU1 2AB"]),
        ("a, b, c, d, e, f, g, h, N1 9GU", &["a", "b", "c", "d", "e", "f, g, h", "N1 9GU"]),
    ] {
        let read = Postal::parse(typed).unwrap();
        assert_eq!(read.lines(), lines, "{typed}");
    }
    for typed in ["", "1 High Street, Leeds", "LS1", "1 1AA", "LS11A", "12345", "Ängström 1, 11111 Berlin"] {
        assert_eq!(Postal::parse(typed), None, "{typed}");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_as_an_address_is_on_an_envelope_or_refused(
        typed in prop_oneof!["\\PC{0,120}", "[A-Za-z0-9 ,]{0,40}", "[A-C]{1,2}[1-3]{1,2} ?[A-C1-3]{2,5},? ?[a-c1-3 ]{0,4}"],
    ) {
        // What the form takes can be sent.
        prop_assert_eq!(Postal::is_in(&typed), Postal::parse(&typed).is_some(), "{:?}", typed);
        if let Some(read) = Postal::parse(&typed) {
            prop_assert!(read.lines().len() <= 7 && read.lines().iter().all(|line| !line.trim().is_empty()));
        }
    }
}

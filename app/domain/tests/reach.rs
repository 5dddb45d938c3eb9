//! The person is reached in their hours and in no others, and never when they want no contact.

use jiff::Timestamp;
use own_terms_domain::{
    contact::{Channel, Reach, Way, Ways, WishDraft},
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

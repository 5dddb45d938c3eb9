//! The rule that binds staff, against one written minute by minute; and the month picture against the rule.

use jiff::{
    Timestamp, ToSpan as _, Zoned,
    civil::{Date, Time, date, time},
};
use own_terms_domain::{
    hours::{WeekHours, Window},
    month::{DayMark, Month, picture},
    offer::{Offer, SHORTEST, TermBroken, check},
    terms::{Break, Breaks, Format, Formats, Meeting, Pace, Terms, Times},
    time::days_between,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::given::{self, cases, london};

/// A change of the clock in London: forward in March, back in October; and the days around it.
const CHANGES: [Date; 4] = [date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26)];

fn any_day() -> impl Strategy<Value = Date> {
    let near = (select(&CHANGES[..]), -2..=1_i32).prop_map(|(day, days)| day.checked_add(days.days()).unwrap());
    prop_oneof![2 => near, 1 => given::day()]
}

/// A window of any minutes, wide more often than narrow; now and then up to the very end of the day.
fn any_window() -> impl Strategy<Value = Window> {
    let minute = |minute: i32| time(0, 0, 0, 0).checked_add(minute.minutes()).unwrap();
    let until = prop_oneof![3 => (0..1440_i32).prop_map(minute), 1 => Just(Time::MAX), 1 => Just(minute(1439))];
    let from = prop_oneof![2 => (0..1439_i32).prop_map(minute), 2 => Just(minute(0)), 1 => Just(minute(60))];
    (from, until).prop_filter_map("no length", |(from, until)| Window::new(from, until).ok())
}

fn any_terms() -> impl Strategy<Value = Terms> {
    let days = proptest::array::uniform7(option::weighted(0.9, any_window()));
    let pace = (0..300_u16, 0..20_u16, option::of(0..4_u8), 0..20_u16).prop_map(|(longest, gap, most, notice)| Pace {
        longest,
        gap,
        most,
        notice,
        reminders: Vec::new(),
    });
    let breaks = vec((any_day(), 0..4_i32), 0..2).prop_map(|breaks| Breaks {
        breaks: breaks
            .into_iter()
            .map(|(from, days)| Break { from, until: from.checked_add(days.days()).unwrap(), name: None })
            .collect(),
    });
    let formats = given::some::<Format>().prop_map(|formats| Formats {
        meetings: formats.into_iter().map(|format| Meeting { format, place: None }).collect(),
    });
    (formats, pace, days, breaks).prop_map(|(formats, pace, days, breaks)| Terms {
        formats,
        pace,
        times: Times { week: WeekHours { days } },
        breaks,
    })
}

/// An offer from a minute that exists: on the nights of a change one hour is twice there, or not at all.
fn any_offer() -> impl Strategy<Value = (Format, Zoned, u16)> {
    let minute = prop_oneof![3 => 0..200_i32, 2 => 1300..1560_i32, 2 => 400..1300_i32];
    let length = prop_oneof![4 => 1..=90_u16, 1 => 90..=400_u16];
    (given::one(), any_day(), minute, length).prop_map(|(format, day, minute, length)| {
        let midnight = day.to_zoned(london()).unwrap();
        (format, midnight.checked_add(minute.minutes()).unwrap(), length)
    })
}

/// Each minute of an offer: the day, and from when to when by the clock on the wall, in minutes of the day.
fn minutes(start: &Zoned, length: u16) -> impl Iterator<Item = (Date, i32)> {
    let start = start.timestamp();
    (0..i64::from(length)).map(move |minute| {
        let wall = Timestamp::from_second(start.as_second() + 60 * minute).unwrap().to_zoned(london());
        (wall.date(), i32::from(wall.hour()) * 60 + i32::from(wall.minute()))
    })
}

/// Whether a minute of the day is in a window, to the nanosecond; the last moment of a day counts as its end.
fn is_in(window: Window, minute: i32) -> bool {
    let of_day = |time: Time| {
        (i64::from(time.hour()) * 60 + i64::from(time.minute())) * 60_000_000_000
            + i64::from(time.second()) * 1_000_000_000
            + i64::from(time.subsec_nanosecond())
    };
    let end = if window.until() == Time::MAX { 86_400_000_000_000 } else { of_day(window.until()) };
    of_day(window.from()) <= i64::from(minute) * 60_000_000_000 && i64::from(minute + 1) * 60_000_000_000 <= end
}

/// The day after, again and again, from the earlier to the later: slow and sure.
fn days_apart(a: Date, b: Date) -> i64 {
    let (mut from, to) = (a.min(b), a.max(b));
    let mut days = 0;
    while from < to {
        from = from.tomorrow().unwrap();
        days += 1;
    }
    days
}

/// What the terms say of an offer, each term by itself, minute by minute.
fn broken(terms: &Terms, format: Format, start: &Zoned, length: u16, made: Date, others: &[Date]) -> Vec<TermBroken> {
    let day = start.date();
    let (gap, notice) = (i64::from(terms.pace.gap), i64::from(terms.pace.notice));
    let formats: Vec<Format> = terms.formats.meetings.iter().map(|meeting| meeting.format).collect();
    let in_hours = minutes(start, length).all(|(day, minute)| {
        terms.times.week.days[day.weekday() as usize - 1].is_some_and(|window| is_in(window, minute))
    });
    let on_break = minutes(start, length)
        .any(|(day, _)| terms.breaks.breaks.iter().any(|a_break| a_break.from <= day && day <= a_break.until));
    let this_month = others.iter().filter(|other| (other.year(), other.month()) == (day.year(), day.month())).count();
    let all = [
        (TermBroken::Format, !formats.contains(&format)),
        (TermBroken::TooLong, length > terms.pace.longest),
        (TermBroken::TooShort, length < SHORTEST),
        (TermBroken::OutsideHours, !in_hours),
        (TermBroken::OnBreak, on_break),
        (TermBroken::TooLittleNotice, day < made || days_apart(made, day) < notice),
        (TermBroken::TooClose, others.iter().any(|other| days_apart(*other, day) < gap)),
        (TermBroken::TooManyInMonth, terms.pace.most.is_some_and(|most| this_month >= usize::from(most))),
    ];
    all.into_iter().filter(|(_, is)| *is).map(|(term, _)| term).collect()
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn an_offer_is_accepted_exactly_when_every_term_holds(
        terms in any_terms(),
        (format, start, length) in any_offer(),
        made in -3..30_i32,
        others in vec(-40..40_i32, 0..4),
    ) {
        let day = start.date();
        let made = day.checked_sub(made.days()).unwrap();
        let others: Vec<Date> = others.into_iter().map(|days| day.checked_add(days.days()).unwrap()).collect();
        let mut expected = broken(&terms, format, &start, length, made, &others);
        expected.sort_unstable();
        let offer = Offer::at(format, &start, length).unwrap();
        let mut said = check(&terms, &offer, made, &others).err().unwrap_or_default();
        said.sort_unstable();
        prop_assert_eq!(said, expected, "{} for {} minutes", start, length);
    }

    #[test]
    fn an_offer_within_the_terms_is_found_again_whatever_the_night(
        (format, start, length) in any_offer(),
        except in 0..400_usize,
    ) {
        // The tightest terms that hold exactly this offer accept it; one minute less anywhere and they do not.
        let length = length.max(SHORTEST);
        let mut days = [None::<(i32, i32)>; 7];
        for (day, minute) in minutes(&start, length) {
            let tight = days[day.weekday() as usize - 1].get_or_insert((minute, minute + 1));
            *tight = (tight.0.min(minute), tight.1.max(minute + 1));
        }
        let at = |minute: i32| if minute == 1440 { Time::MAX } else { time(0, 0, 0, 0).checked_add(minute.minutes()).unwrap() };
        let window = |(from, until): (i32, i32)| Window::new(at(from), at(until)).ok();
        let terms = |days: [Option<(i32, i32)>; 7]| Terms {
            times: Times { week: WeekHours { days: days.map(|day| day.and_then(window)) } },
            pace: Pace { longest: length, gap: 0, most: None, notice: 0, reminders: Vec::new() },
            formats: Formats { meetings: vec![Meeting { format, place: None }] },
            ..Terms::default()
        };
        let offer = Offer::at(format, &start, length).unwrap();
        prop_assert_eq!(check(&terms(days), &offer, start.date(), &[]), Ok(()), "{} for {}", &start, length);
        let used: Vec<usize> = (0..7).filter(|day| days[*day].is_some()).collect();
        let day = used[except % used.len()];
        let (from, until) = days[day].unwrap();
        for narrower in [(from + 1, until), (from, until - 1)] {
            let mut days = days;
            days[day] = Some(narrower);
            prop_assert_eq!(check(&terms(days), &offer, start.date(), &[]), Err(vec![TermBroken::OutsideHours]));
        }
        let shorter = Terms { pace: Pace { longest: length - 1, ..terms(days).pace }, ..terms(days) };
        prop_assert_eq!(check(&shorter, &offer, start.date(), &[]), Err(vec![TermBroken::TooLong]));
    }

    #[test]
    fn on_ordinary_days_both_ways_to_make_an_offer_agree(
        format in given::one(), day in given::day(), from in 0..1430_i16, length in 1..=1439_u16,
    ) {
        let (midnight, next) = (day.to_zoned(london()).unwrap(), day.tomorrow().unwrap().to_zoned(london()).unwrap());
        prop_assume!(next.timestamp().as_second() - midnight.timestamp().as_second() == 24 * 60 * 60);
        let length = length % (1440 - from.unsigned_abs()).max(1);
        prop_assume!(length > 0);
        let from = Time::midnight().checked_add(from.minutes()).unwrap();
        let start = day.to_datetime(from).to_zoned(london()).unwrap();
        prop_assert_eq!(Offer::on_day(format, day, from, length), Offer::at(format, &start, length));
    }

    #[test]
    fn an_offer_of_any_length_at_all_makes_no_trouble(
        format in given::one(), day in given::day(), minute in 0..1440_i16, length: u16, terms in any_terms(),
    ) {
        let from = Time::midnight().checked_add(minute.minutes()).unwrap();
        let on_day = Offer::on_day(format, day, from, length);
        prop_assert!(on_day.is_none() || u32::from(length) + u32::from(minute.unsigned_abs()) <= 1440);
        let at = Offer::at(format, &day.to_datetime(from).to_zoned(london()).unwrap(), length);
        for offer in [on_day, at].into_iter().flatten() {
            if length < SHORTEST || length > terms.pace.longest {
                prop_assert!(check(&terms, &offer, day, &[]).is_err());
            }
        }
    }

    #[test]
    fn days_are_counted_as_the_calendar_counts_them(a in any_date(), b in any_date()) {
        prop_assert_eq!(days_between(a, b), a.until(b).unwrap().get_days());
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (-9999..=9999_i16, 1..=12_i8, 1..=31_i8)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day).ok())
}

#[test]
fn an_offer_of_no_length_is_refused() {
    let start = date(2027, 2, 3).at(10, 0, 0, 0).to_zoned(london()).unwrap();
    let offer = Offer::at(Format::Phone, &start, 0).unwrap();
    let said = check(&Terms::default(), &offer, date(2027, 1, 1), &[]);
    assert!(said.is_err_and(|said| said.contains(&TermBroken::TooShort)));
}

#[test]
fn the_hour_that_is_there_twice_counts_twice() {
    // 25 October 2026, 1:30 in summer time: an hour later it is 1:30 again.
    let start: Zoned = "2026-10-25T01:30:00+01:00[Europe/London]".parse().unwrap();
    let mut terms = Terms::default();
    terms.pace.longest = 60;
    let sunday = |from, until| Window::new(from, until).ok();
    let offer = Offer::at(Format::Writing, &start, 60).unwrap();
    terms.times.week.days[6] = sunday(time(1, 0, 0, 0), time(2, 0, 0, 0));
    assert_eq!(check(&terms, &offer, date(2026, 10, 1), &[]), Ok(()));
    terms.times.week.days[6] = sunday(time(1, 30, 0, 0), time(2, 30, 0, 0));
    assert_eq!(check(&terms, &offer, date(2026, 10, 1), &[]), Err(vec![TermBroken::OutsideHours]));
}

#[test]
fn the_hour_that_is_not_there_is_not_missed() {
    // 28 March 2027, 0:30: half an hour later it is 2:00, so an hour ends at 2:30.
    let start: Zoned = "2027-03-28T00:30:00+00:00[Europe/London]".parse().unwrap();
    let mut terms = Terms::default();
    terms.pace.longest = 60;
    let offer = Offer::at(Format::Writing, &start, 60).unwrap();
    terms.times.week.days[6] = Window::new(time(0, 30, 0, 0), time(2, 30, 0, 0)).ok();
    assert_eq!(check(&terms, &offer, date(2027, 3, 1), &[]), Ok(()));
    terms.times.week.days[6] = Window::new(time(0, 30, 0, 0), time(2, 29, 0, 0)).ok();
    assert_eq!(check(&terms, &offer, date(2027, 3, 1), &[]), Err(vec![TermBroken::OutsideHours]));
}

/// Terms as a form can make them, with windows on a grid of five minutes.
fn terms_for_a_month() -> impl Strategy<Value = Terms> {
    let five = |minute: i32| Time::midnight().checked_add((minute * 5).minutes()).unwrap();
    // Midday and 5pm, where the parts of a day meet, more often than other times.
    let minute = || prop_oneof![2 => 0..288_i32, 1 => select(vec![144, 204])];
    let window = (minute(), minute())
        .prop_filter_map("no length", move |(a, b)| Window::new(five(a.min(b)), five(a.max(b))).ok());
    let days = proptest::array::uniform7(option::weighted(0.3, window));
    let breaks = vec((-10..40_i32, 0..12_i32), 0..3).prop_map(|breaks| {
        let day = |days: i32| date(2027, 3, 1).checked_add(days.days()).unwrap();
        breaks.into_iter().fold(Breaks::default(), |breaks, (from, long)| {
            breaks.with(Break { from: day(from), until: day(from + long), name: None }).unwrap()
        })
    });
    let pace = (given::pace(), 0..20_u16).prop_map(|(pace, notice)| Pace { notice, ..pace });
    (given::formats(), pace, days, breaks).prop_map(|(formats, pace, days, breaks)| Terms {
        formats,
        pace,
        times: Times { week: WeekHours { days } },
        breaks,
    })
}

/// Every offer on a day: the person's ways to meet and one more, each five minutes, of several lengths.
fn offers(terms: &Terms, day: Date) -> impl Iterator<Item = (i32, Offer)> {
    let chosen = terms.formats.meetings.iter().map(|meeting| meeting.format).take(1);
    chosen.chain([Format::Jobcentre]).flat_map(move |format| {
        (0..288_i32).flat_map(move |five| {
            let from = Time::midnight().checked_add((five * 5).minutes()).unwrap();
            [5, 10, 30, 120]
                .into_iter()
                .filter_map(move |length| Some((five * 5, Offer::on_day(format, day, from, length)?)))
        })
    })
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn the_picture_of_a_month_is_what_the_rule_allows(
        terms in terms_for_a_month(), first in select(vec![date(2027, 2, 9), date(2027, 3, 1), date(2027, 3, 31)]),
        today in -10..35_i32,
    ) {
        let today = first.first_of_month().checked_add(today.days()).unwrap();
        let Month { first: begins, days, most, parts } = picture(&terms, first, today);
        prop_assert_eq!(begins, first.first_of_month());
        prop_assert_eq!(days.len(), usize::try_from(first.days_in_month()).unwrap());
        let alone = Terms { pace: Pace { gap: 0, most: None, ..terms.pace.clone() }, ..terms.clone() };
        let mut calls: Vec<Date> = Vec::new();
        let mut seen = [false; 3];
        for (at, mark) in days.iter().enumerate() {
            let day = begins.checked_add(i32::try_from(at).unwrap().days()).unwrap();
            let possible = offers(&terms, day).any(|(_, offer)| check(&terms, &offer, today, &calls).is_ok());
            prop_assert_eq!(*mark == DayMark::Call, possible, "{}", day);
            let open = offers(&terms, day).any(|(_, offer)| check(&alone, &offer, today, &[]).is_ok());
            prop_assert_eq!(open, matches!(mark, DayMark::Call | DayMark::Gap | DayMark::Full), "{}: {:?}", day, mark);
            let in_break = terms.breaks.breaks.iter().any(|a_break| a_break.from <= day && day <= a_break.until);
            prop_assert_eq!(in_break, matches!(mark, DayMark::Break(_)));
            if *mark == DayMark::Full {
                prop_assert_eq!(terms.pace.most.map(usize::from), Some(calls.len()));
            }
            if *mark == DayMark::Gap {
                prop_assert!(days_apart(*calls.last().unwrap(), day) < i64::from(terms.pace.gap));
            }
            if possible {
                calls.push(day);
            }
            // A part of the day is one in which some offer of five minutes lies.
            for (minute, offer) in offers(&terms, day).filter(|(_, offer)| offer.minutes == 5) {
                if check(&alone, &offer, today, &[]).is_ok() {
                    seen[usize::from(minute >= 12 * 60) + usize::from(minute >= 17 * 60)] = true;
                }
            }
        }
        prop_assert_eq!(most, calls.len());
        prop_assert_eq!([parts.morning, parts.afternoon, parts.evening], seen);
    }
}

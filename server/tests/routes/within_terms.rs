//! Whatever the terms, and by whatever way in: the desk, a system, a table or a Bundle; nothing is offered or written outside of them
//! (promise 3). What is within them is reckoned here once more, and not by the rule that is tried.

use axum::http::StatusCode;
use jiff::{
    ToSpan as _,
    civil::{Date, time},
};
use own_terms::{clock::LONDON, demo, import::Importer, sealing::Key};
use own_terms_domain::{
    actor::Actor,
    appointment::Appointment,
    contact::{WishAnswer, WishDraft},
    decide::Command,
    directory::Organisation,
    hours::{WeekHours, Window},
    ids::ConsentId,
    item::{Held, Item, Kind},
    reading::Choice as _,
    state::State,
    terms::{Break, Format, Formats, Meeting, Pace, Times},
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Browser, Site,
    api::{Api, RIVERSIDE, lets},
    desk::open_first,
};
use crate::given::{KEY, at, own, text};

/// What Rosa says.
#[derive(Debug, Clone)]
struct Said {
    formats: Vec<Format>,
    pace: Pace,
    /// From when to when on each day of the week.
    hours: Vec<Option<(i8, i8)>>,
    /// From how many days on, and for how many.
    pause: Option<(i32, i32)>,
    answer: WishAnswer,
    lets: bool,
    stops: bool,
}

/// What somebody would offer her, in days from now, and by the clock.
#[derive(Debug, Clone)]
struct Wanted {
    format: Format,
    minutes: u16,
    days: i32,
    hour: i8,
    half: bool,
    words: &'static str,
}

fn said() -> impl Strategy<Value = Said> {
    let formats = proptest::sample::subsequence(Format::ALL, 1..Format::ALL.len());
    let pace =
        (select(vec![10, 15, 30, 60]), select(vec![0, 1, 7, 14]), option::of(1..4_u8), select(vec![1, 2, 7, 14]))
            .prop_map(|(longest, gap, most, notice)| Pace { longest, gap, most, notice, reminders: Vec::new() });
    let hours = vec(option::weighted(0.8, (8..13_i8, 14..19_i8)), 7);
    let answer =
        select(vec![WishAnswer::Talk, WishAnswer::Talk, WishAnswer::Talk, WishAnswer::NotNow, WishAnswer::NoContact]);
    let pause = option::of((0..30_i32, 0..15_i32));
    let (lets, stops) = (proptest::bool::weighted(0.8), proptest::bool::weighted(0.1));
    (formats, pace, hours, pause, answer, lets, stops).prop_map(|(formats, pace, hours, pause, answer, lets, stops)| {
        Said { formats, pace, hours, pause, answer, lets, stops }
    })
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let words = select(vec![
        "The letter from the council.",
        "The letter from the council.",
        "Come, or else your money will stop.",
    ]);
    (select(Format::ALL), select(vec![0, 5, 10, 15, 30, 60, 600]), -1..45_i32, 6..21_i8, any::<bool>(), words)
        .prop_map(|(format, minutes, days, hour, half, words)| Wanted { format, minutes, days, hour, half, words })
}

fn day(days: i32) -> Date {
    at(20).today.checked_add(days.days()).unwrap()
}

impl Wanted {
    fn starts(&self) -> String {
        format!("{}T{:02}:{}", day(self.days), self.hour, if self.half { "30" } else { "00" })
    }
}

impl Said {
    fn week(&self) -> WeekHours {
        let window = |hours: &Option<(i8, i8)>| {
            hours.map(|(from, until)| Window::new(time(from, 0, 0, 0), time(until, 0, 0, 0)).unwrap())
        };
        let mut week = WeekHours::default();
        for (day, hours) in week.days.iter_mut().zip(&self.hours) {
            *day = window(hours);
        }
        week
    }

    async fn says(&self, site: &Site) {
        let me = demo::chosen("rosa").unwrap();
        let meetings = self.formats.iter().map(|format| Meeting { format: *format, place: None }).collect();
        let wish = WishDraft { answer: self.answer, about: None, not_about: None, until: None };
        let state = site.held("rosa").await;
        let on = |kind| state.version_of(kind);
        let mut all = vec![
            Command::SetFormats { on: on(Kind::Formats), formats: Formats { meetings } },
            Command::SetPace { on: on(Kind::Pace), pace: self.pace.clone() },
            Command::SetTimes { on: on(Kind::Times), times: Times { week: self.week() } },
            Command::SetWish { on: on(Kind::Wish), draft: wish },
        ];
        if let Some((from, length)) = self.pause {
            let a_break = Break { from: day(from), until: day(from + length), name: None };
            all.push(Command::AddBreak { on: on(Kind::Breaks), a_break });
        }
        all.extend(self.stops.then_some(Command::Stop));
        for command in all {
            site.store.commit(own(me, command, at(5))).await.unwrap();
        }
    }

    /// That one offer is within what she says, beside what was agreed before.
    fn holds(&self, one: &Appointment, breaks: &[Break], agreed: &[Date]) -> bool {
        let times = &one.draft.times;
        let fits = |slot: &own_terms_domain::appointment::Slot| {
            let ahead = (slot.day - at(20).today).get_days();
            let weekday = usize::try_from(slot.day.weekday().to_monday_zero_offset()).unwrap();
            let begins = i32::from(slot.from.hour()) * 60 + i32::from(slot.from.minute());
            let within = self.hours[weekday].is_some_and(|(from, until)| {
                i32::from(from) * 60 <= begins && begins + i32::from(one.draft.minutes) <= i32::from(until) * 60
            });
            let apart = agreed.iter().all(|other| (*other - slot.day).get_days().abs() >= i32::from(self.pace.gap));
            let in_month = agreed.iter().filter(|other| other.first_of_month() == slot.day.first_of_month()).count();
            let rested = !breaks.iter().any(|one| one.from <= slot.day && slot.day <= one.until);
            let room = self.pace.most.is_none_or(|most| in_month < usize::from(most));
            ahead >= i32::from(self.pace.notice) && within && apart && rested && room
        };
        let length = (5..=self.pace.longest).contains(&one.draft.minutes);
        self.formats.contains(&one.draft.format) && length && !times.is_empty() && times.iter().all(fits)
    }

    fn wants_contact(&self) -> bool {
        self.answer == WishAnswer::Talk && !self.stops
    }
}

/// The ways in.
struct Doors {
    api: Api,
    token: String,
    consent: ConsentId,
    desk: Browser,
    offer: Vec<(String, String)>,
    write: Vec<(String, String)>,
    used: u128,
}

impl Doors {
    async fn open() -> Self {
        let api = Api::new().await;
        let consent = lets(&api.site, RIVERSIDE, 0xc88).await;
        let token = api.riverside().await;
        let mut desk = api.site.at_desk("jo").await;
        open_first(&mut desk).await;
        // What a browser keeps of a page that was opened before she said anything.
        let offer = desk.get("/desk/offer?minutes=15").await.form_with("which").fields;
        let write = desk.get("/desk/notes").await.form_with("words").fields;
        Self { api, token, consent, desk, offer, write, used: 0 }
    }

    fn number(&mut self) -> u128 {
        self.used += 1;
        0x8_0000 + self.used
    }

    async fn sends(&mut self, path: &str, kept: &[(String, String)], filled: &[(&str, &str)]) {
        let which = Uuid::from_u128(self.number()).simple().to_string();
        let filled = [filled, &[("which", which.as_str())]].concat();
        let there = kept.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let there = there.filter(|(name, _)| !filled.iter().any(|(other, _)| other == name));
        let sent: Vec<(&str, &str)> = there.chain(filled.iter().copied()).collect();
        let status = self.desk.post(path, &sent).await.status;
        assert!(
            matches!(status, StatusCode::SEE_OTHER | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::CONFLICT),
            "{status}"
        );
    }

    async fn at_the_desk(&mut self, one: &Wanted) {
        let (minutes, starts) = (one.minutes.to_string(), one.starts());
        let filled = [
            ("times", starts.as_str()),
            ("format", one.format.id()),
            ("why", one.words),
            ("minutes", &minutes),
            ("sure", "yes"),
        ];
        let (offer, write) = (self.offer.clone(), self.write.clone());
        self.sends("/desk/offer", &offer, &filled).await;
        self.sends("/desk/notes", &write, &[("words", one.words), ("sure", "yes")]).await;
    }

    async fn by_a_system(&mut self, one: &Wanted) {
        let offer = json!({ "why": one.words, "format": one.format.id(), "minutes": one.minutes,
                            "times": [one.starts()], "sure": true });
        let message = json!({ "words": one.words, "sure": true });
        for (what, body) in [("appointments", offer), ("messages", message)] {
            let (key, path) = (self.number().to_string(), format!("/api/v1/consents/{}/{what}", self.consent));
            let (status, said) = self.api.post(&path, &self.token, &key, &body).await;
            assert!(status == StatusCode::CREATED || status.is_client_error(), "{status} {said}");
        }
    }

    async fn by_a_file(&mut self, one: &Wanted) {
        let (id, consent) = (self.number(), self.consent);
        let table = format!(
            "consent,id,why,format,minutes,times\n{consent},{id},\"{}\",{},{},{}\n",
            one.words,
            one.format.id(),
            one.minutes,
            one.starts()
        );
        let person = json!({ "identifier": { "system": "urn:own-terms:consent", "value": consent.to_string() } });
        let start = one.starts().parse::<jiff::civil::DateTime>().unwrap().to_zoned(LONDON.clone()).unwrap();
        let resource: Value = json!({
            "resourceType": "Appointment", "id": format!("b{id}"), "status": "booked", "description": one.words,
            "start": start.timestamp().to_string(), "minutesDuration": one.minutes,
            "appointmentType": { "coding": [{ "system": "urn:own-terms:format", "code": one.format.id() }] },
            "participant": [{ "actor": person, "status": "accepted" }],
        });
        let bundle = json!({ "resourceType": "Bundle", "entry": [{ "resource": resource }] }).to_string();
        for file in [table, bundle] {
            let (key, organisation) =
                (Key::from_bytes(KEY), Organisation { id: RIVERSIDE, name: text("Riverside Support") });
            let store = &*self.api.site.store;
            let importer = Importer { store, key: &key, organisation, sure: true, now: at(20) };
            importer.import(&file, &|_| {}).await.unwrap().unwrap();
        }
    }
}

fn new<'a>(before: &'a State, after: &'a State) -> impl Iterator<Item = &'a Held> {
    after.all().filter(|held| before.get(held.id).is_none())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn by_no_way_in_is_anything_offered_or_written_outside_what_she_says(said in said(), tried in vec(wanted(), 1..5)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut doors = Doors::open().await;
            let me = demo::chosen("rosa").unwrap();
            said.says(&doors.api.site).await;
            if !said.lets {
                let command = Command::WithdrawConsent { id: doors.consent };
                doors.api.site.store.commit(own(me, command, at(6))).await.unwrap();
            }
            for one in &tried {
                for door in 0..3 {
                    let before = doors.api.site.held("rosa").await;
                    match door {
                        0 => doors.at_the_desk(one).await,
                        1 => doors.by_a_system(one).await,
                        _ => doors.by_a_file(one).await,
                    }
                    let after = doors.api.site.held("rosa").await;
                    let breaks = before.breaks().breaks;
                    let agreed: Vec<Date> = before.appointments().filter_map(|(_, one)| Some(one.agreed()?.day)).collect();
                    for held in new(&before, &after) {
                        assert!(said.wants_contact(), "{:?}", held.item);
                        assert!(said.lets || matches!(held.by, Actor::CaseWorker(_)), "{:?}", held.item);
                        match &held.item {
                            Item::Appointment(one) => assert!(said.holds(one, &breaks, &agreed), "{one:?}"),
                            Item::Message(message) => assert!(!message.words.as_str().contains("or else")),
                            other => panic!("{other:?}"),
                        }
                    }
                }
            }
        });
    }
}

#[tokio::test]
async fn what_is_within_her_terms_is_offered_by_each_of_them() {
    let mut doors = Doors::open().await;
    let pace = Pace { longest: 30, gap: 0, most: None, notice: 1, reminders: Vec::new() };
    let (formats, hours) = (vec![Format::Phone], std::iter::repeat_n(Some((8, 18)), 7).collect());
    let said = Said { formats, pace, hours, pause: None, answer: WishAnswer::Talk, lets: true, stops: false };
    said.says(&doors.api.site).await;
    let one = |days| Wanted { format: Format::Phone, minutes: 20, days, hour: 10, half: false, words: "The letter." };
    let count = async |doors: &Doors| doors.api.site.held("rosa").await.count_of(Kind::Appointment);
    let before = count(&doors).await;
    doors.at_the_desk(&one(15)).await;
    assert_eq!(count(&doors).await, before + 1);
    doors.by_a_system(&one(22)).await;
    assert_eq!(count(&doors).await, before + 2);
    doors.by_a_file(&one(29)).await;
    assert_eq!(count(&doors).await, before + 4, "a table and a Bundle");
}

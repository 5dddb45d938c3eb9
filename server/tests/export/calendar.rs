//! The breaks as days of a calendar: the right days, once each, and not a word of what they are.

use jiff::civil::{Date, date};
use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::{
    actor::Actor,
    contact::{WishAnswer, WishDraft},
    decide::Command,
    ids::{AppointmentId, ClaimantId},
    item::{ItemId, Version},
    terms::{Break, Format},
};

use super::{file, record};
use crate::given::{Folder, at, make, open, own, say, text};

async fn calendar(store: &dyn own_terms::store::Store, claimant: ClaimantId) -> String {
    String::from_utf8(file(FileKind::Calendar, &record(store, claimant).await)).unwrap()
}

async fn rest(store: &dyn own_terms::store::Store, claimant: ClaimantId, from: Date, until: Date, name: &str) {
    let a_break = Break { from, until, name: Some(text(name)) };
    say(store, claimant, Command::AddBreak { on: record_version(store, claimant).await, a_break }).await.unwrap();
}

async fn record_version(store: &dyn own_terms::store::Store, claimant: ClaimantId) -> own_terms_domain::item::Version {
    crate::given::seen(store, claimant).await.state.version_of(own_terms_domain::item::Kind::Breaks)
}

fn uids(calendar: &str) -> Vec<&str> {
    calendar.lines().filter_map(|line| line.strip_prefix("UID:")).collect()
}

#[tokio::test]
async fn a_break_is_a_stretch_of_whole_days_that_says_nothing() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    rest(&store, one, date(2029, 12, 30), date(2029, 12, 31), "hospital; \n, stay").await;
    let calendar = calendar(&store, one).await;
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(
        calendar.lines().all(|line| line.len() <= 75)
            && calendar.matches('\n').count() == calendar.matches("\r\n").count()
    );
    for line in [
        "DTSTART;VALUE=DATE:20291230",
        "DTEND;VALUE=DATE:20300101",
        "SUMMARY:Private",
        "CLASS:PRIVATE",
        "DTSTAMP:20270228",
    ] {
        assert!(calendar.contains(line), "{line}: {calendar}");
    }
    for told in ["hospital", "stay", "health", "break", "support", "benefit"] {
        assert!(!calendar.to_lowercase().contains(told), "{told}: {calendar}");
    }
}

#[tokio::test]
async fn the_same_days_are_the_same_event_whenever_they_are_taken_away_and_no_two_are_one() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, two) = (make(&store, 1).await, make(&store, 2).await);
    rest(&store, one, date(2029, 5, 1), date(2029, 5, 4), "a").await;
    let first = calendar(&store, one).await;
    rest(&store, one, date(2029, 4, 1), date(2029, 4, 4), "before it").await;
    rest(&store, one, date(2029, 5, 1), date(2029, 5, 4), "b").await;
    rest(&store, two, date(2029, 5, 1), date(2029, 5, 4), "a").await;
    let (later, other) = (calendar(&store, one).await, calendar(&store, two).await);
    assert!(uids(&later).contains(&uids(&first)[0]));
    let all: std::collections::BTreeSet<&str> = uids(&later).into_iter().chain(uids(&other)).collect();
    assert_eq!(all.len(), 4);
}

/// Someone chooses a case worker, and asks to talk.
pub(super) async fn want_to_talk(store: &dyn own_terms::store::Store, claimant: ClaimantId) {
    let Actor::CaseWorker(staff) = crate::given::CHOSEN else { unreachable!("a case worker") };
    say(store, claimant, Command::ChooseCaseWorker { on: Version(0), staff: Some(staff) }).await.unwrap();
    let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    say(store, claimant, Command::SetWish { on: Version(0), draft }).await.unwrap();
}

/// The case worker offers someone a time, and they answer if they do.
pub(super) async fn agree(
    store: &dyn own_terms::store::Store,
    claimant: ClaimantId,
    number: u128,
    slot: &str,
    before: Option<u128>,
) {
    use own_terms::store::Order;
    use own_terms_domain::appointment::{Answer, AppointmentDraft};
    let id = |number| AppointmentId(uuid::Uuid::from_u128(number));
    let slot = slot.parse().unwrap();
    let draft = AppointmentDraft {
        why: text("a reason that tells"),
        format: Format::Writing,
        place: Some(text("a place that tells")),
        minutes: 20,
        bring: None,
        not_bring: None,
        times: vec![slot],
        replaces: before.map(id),
    };
    let offer = Command::OfferAppointment { id: id(number), draft };
    store.commit(Order { actor: crate::given::CHOSEN, ..own(claimant, offer, at(0)) }).await.unwrap();
    let on = crate::given::seen(store, claimant).await.state.version(ItemId::Appointment(id(number)));
    let yes = Command::AnswerOffer { id: id(number), on, answer: Answer::Yes(slot) };
    say(store, claimant, yes).await.unwrap();
}

#[tokio::test]
async fn what_was_agreed_is_there_to_the_minute_on_both_sides_of_a_change_of_the_clock_and_says_nothing() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    want_to_talk(&store, one).await;
    assert_eq!(uids(&calendar(&store, one).await).len(), 0);
    agree(&store, one, 0xa001, "2027-03-26T14:00", None).await;
    let first = calendar(&store, one).await;
    assert!(
        first.contains("DTSTART:20270326T140000Z\r\nDTEND:20270326T142000Z\r\nSEQUENCE:4\r\nSTATUS:CONFIRMED"),
        "{first}"
    );
    // To the same time of day after the clocks went forward: an hour earlier everywhere else.
    agree(&store, one, 0xa002, "2027-03-30T14:00", Some(0xa001)).await;
    let moved = calendar(&store, one).await;
    assert!(moved.contains("DTSTART:20270330T130000Z"), "{moved}");
    assert!(uids(&moved).contains(&uids(&first)[0]) && uids(&moved).len() == 2, "{moved}");
    assert_eq!((moved.matches("STATUS:CONFIRMED").count(), moved.matches("STATUS:CANCELLED").count()), (1, 1));
    assert!(!moved.contains("SEQUENCE:4\r\n") && !moved.to_lowercase().contains("tells"), "{moved}");
    assert!(moved.lines().all(|line| line.len() <= 75));
    // The file of the one has both, so that the day it was on before is free again.
    let state = crate::given::seen(&store, one).await.state;
    let id = AppointmentId(uuid::Uuid::from_u128(0xa002));
    let frame = own_terms_app::frame::Frame::empty();
    let alone = own_terms_app::speaking::speaking(frame, || own_terms::export::calendar_of_one(&state, id, at(0)));
    assert_eq!(uids(&alone.unwrap()), uids(&moved));
}

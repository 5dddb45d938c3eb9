//! The breaks as days of a calendar: the right days, once each, and not a word of what they are.

use jiff::civil::{Date, date};
use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::{decide::Command, ids::ClaimantId, terms::Break};

use super::{file, record};
use crate::given::{Folder, make, open, say, text};

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

//! What is sent about appointments: neutral, once, where and when the person wants to be reached, and nothing after they stop.

use axum::http::StatusCode;
use own_terms::{
    clock::Clock,
    demo,
    notify::Means,
    store::{Order, StoreError},
};
use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::{
    actor::Actor,
    appointment::{Answer, AppointmentDraft, Slot},
    contact::{Channel, Way, Ways, WishAnswer, WishDraft},
    decide::Command,
    hours::WeekHours,
    ids::AppointmentId,
    item::{ItemId, Kind},
    terms::{Format, Pace, Reminder},
};
use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
use uuid::Uuid;

use super::{Site, support::HOST};
use crate::{
    given::{at, own, text},
    govuk_notify::{Mood, Notify, TEMPLATE},
    smtp::MailServer,
};

const ONE: AppointmentId = AppointmentId(Uuid::from_u128(0xa11));
const DAY: i64 = 24 * 60;
const EMAIL: (Channel, &str) = (Channel::Email, "me@example.com");
const TEXT: (Channel, &str) = (Channel::Text, "07700 900123");

/// Sam, who wants to talk with Jo, and is reached like this.
async fn sam(site: &Site, ways: &[(Channel, &str)], hours: WeekHours, reminders: &[Reminder]) {
    let me = demo::chosen("sam").unwrap();
    let held = site.held("sam").await;
    let ways = ways.iter().map(|(channel, detail)| Way { channel: *channel, detail: Some(text(detail)) }).collect();
    let pace = Pace { notice: 1, reminders: reminders.to_vec(), ..Pace::default() };
    let (on, staff) = (|kind| held.version_of(kind), demo::staff::named("jo"));
    let wish = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    for command in [
        Command::ChooseCaseWorker { on: on(Kind::CaseWorker), staff },
        Command::SetWish { on: on(Kind::Wish), draft: wish },
        Command::SetWays { on: on(Kind::Ways), ways: Ways { ways, hours } },
        Command::SetPace { on: on(Kind::Pace), pace },
    ] {
        site.store.commit(own(me, command, at(1))).await.unwrap();
    }
}

/// A Thursday at three in the afternoon, eleven days after the day of the tests: within the terms.
fn slot() -> Slot {
    Slot { day: at(11 * DAY).today, from: jiff::civil::time(15, 0, 0, 0) }
}

async fn by_jo(site: &Site, command: Command, minutes: i64) {
    let (claimant, jo) = (demo::chosen("sam").unwrap(), demo::staff::named("jo").unwrap());
    let order = Order { actor: Actor::CaseWorker(jo), ..own(claimant, command, at(minutes)) };
    site.store.commit(order).await.unwrap();
}

async fn offer(site: &Site, minutes: i64) {
    let draft = AppointmentDraft {
        why: text("the letter about the rent"),
        format: Format::Writing,
        place: None,
        minutes: 20,
        bring: None,
        not_bring: None,
        times: vec![slot()],
        replaces: None,
    };
    by_jo(site, Command::OfferAppointment { id: ONE, draft }, minutes).await;
}

async fn yes(site: &Site, minutes: i64) {
    let me = demo::chosen("sam").unwrap();
    let on = site.held("sam").await.version(ItemId::Appointment(ONE));
    let answer = Command::AnswerOffer { id: ONE, on, answer: Answer::Yes(slot()) };
    site.store.commit(own(me, answer, at(minutes))).await.unwrap();
}

async fn site(refusals: &'static [&'static str]) -> (Site, MailServer) {
    let server = MailServer::start(refusals).await;
    (Site::with_mail(&server).await, server)
}

#[tokio::test]
async fn an_offer_a_change_and_a_reminder_say_nothing_to_whoever_else_sees_them() {
    let (site, mut server) = site(&[]).await;
    sam(&site, &[EMAIL, TEXT], WeekHours::default(), &[Reminder::DayBefore]).await;
    offer(&site, 2).await;
    assert_eq!(site.waits("sam").await, [0]);
    site.sends(2).await;
    let told = server.next().await;
    yes(&site, 3).await;
    site.sends(4).await;
    assert_eq!(site.waits("sam").await, [0], "the reminder waits for its day");
    site.sends(10 * DAY).await;
    let reminded = server.next().await;
    by_jo(&site, Command::CancelAppointment { id: ONE }, 10 * DAY + 1).await;
    site.sends(10 * DAY + 1).await;
    let changed = server.next().await;
    assert_eq!(site.waits("sam").await, [0; 0]);
    assert!(server.is_empty());
    for (letter, subject) in
        [(&told, "Something to read"), (&reminded, "Your reminder"), (&changed, "Something to read")]
    {
        assert_eq!((letter.to.as_slice(), letter.header("Subject")), (&["me@example.com".to_owned()][..], subject));
        assert_eq!(letter.path(), "/home");
        let all = format!("{}\n{}", letter.head, letter.text).to_lowercase();
        for word in [
            "hello sam",
            "jo ",
            "evans",
            "rent",
            "appointment",
            "benefit",
            "health",
            "support",
            "case worker",
            "15:00",
            "3pm",
            "phone",
            "march",
        ] {
            assert!(!all.contains(word), "{word}: {all}");
        }
    }
    assert_eq!(told.header("Message-ID").split('@').count(), 2);
    assert_ne!(told.header("Message-ID"), changed.header("Message-ID"));
}

#[tokio::test]
async fn nothing_leaves_outside_the_hours_and_nothing_after_stop() {
    let (site, mut server) = site(&[]).await;
    // The day of the tests is a Sunday; this week begins on Monday at a quarter past nine.
    let mut hours = WeekHours::default();
    hours.days[0] =
        own_terms_domain::hours::Window::new(jiff::civil::time(9, 30, 0, 0), jiff::civil::time(12, 0, 0, 0)).ok();
    sam(&site, &[EMAIL], hours, &[]).await;
    offer(&site, 2).await;
    let monday = DAY - 60;
    for minutes in [2, 60, monday - 1] {
        site.sends(minutes).await;
        assert!(server.is_empty(), "{minutes}");
        assert_eq!(site.waits("sam").await.len(), 1);
    }
    // Until its hour nobody looked again: one look is in the log.
    let me = demo::chosen("sam").unwrap();
    let looks = site.store.view(crate::given::look(me, Actor::Claimant(me), None)).await.unwrap().looks;
    assert_eq!(looks.iter().filter(|look| look.by == Actor::Service).count(), 1);
    let mut stopping = site.signed_in("sam").await;
    let stopped = stopping.submit("/stop", &[("do", "stop")]).await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER, "{}", stopped.text());
    assert!(site.held("sam").await.standing().is_stopped());
    assert_eq!(site.waits("sam").await, [0; 0], "the queue is empty");
    site.sends(monday + 30).await;
    assert!(server.is_empty());
    // Back again, the next offer is told in the hour.
    let back = Command::ComeBack { how: own_terms_domain::standing::ComeBack::AsItWas };
    site.store.commit(own(me, back, at(3))).await.unwrap();
    let id = AppointmentId(Uuid::from_u128(0xa12));
    let draft = site.held("sam").await.appointment(ONE).unwrap().draft.clone();
    by_jo(&site, Command::OfferAppointment { id, draft }, 4).await;
    site.sends(5).await;
    assert!(server.is_empty());
    site.sends(monday + 30).await;
    assert_eq!(server.next().await.to, ["me@example.com"]);
}

#[tokio::test]
async fn a_way_that_was_changed_or_a_no_said_before_it_left_holds() {
    let (site, server) = site(&[]).await;
    sam(&site, &[EMAIL], WeekHours::default(), &[]).await;
    offer(&site, 2).await;
    let me = demo::chosen("sam").unwrap();
    let on = site.held("sam").await.version_of(Kind::Wish);
    let draft = WishDraft { answer: WishAnswer::NotNow, about: None, not_about: None, until: None };
    site.store.commit(own(me, Command::SetWish { on, draft }, at(3))).await.unwrap();
    site.sends(4).await;
    assert!(server.is_empty() && site.waits("sam").await.is_empty());
    let site = Site::with_mail(&server).await;
    sam(&site, &[EMAIL], WeekHours::default(), &[]).await;
    offer(&site, 2).await;
    let on = site.held("sam").await.version_of(Kind::Ways);
    let phone = Ways {
        ways: vec![Way { channel: Channel::Phone, detail: Some(text("07700 900123")) }],
        hours: WeekHours::default(),
    };
    site.store.commit(own(me, Command::SetWays { on, ways: phone }, at(3))).await.unwrap();
    site.sends(4).await;
    assert!(server.is_empty(), "only a person telephones");
    assert_eq!(site.waits("sam").await, [0, 0], "a day later it is told that it was changed");
}

#[tokio::test]
async fn what_is_not_taken_is_tried_again_under_the_same_name_and_given_up_in_the_end() {
    let (site, mut server) = site(&["451", "421", "451"]).await;
    sam(&site, &[EMAIL], WeekHours::default(), &[]).await;
    offer(&site, 2).await;
    site.sends(2).await;
    assert_eq!(site.waits("sam").await, [1]);
    for (minutes, tried) in [(3, 2), (4, 3)] {
        site.sends(minutes).await;
        assert_eq!(site.waits("sam").await, [tried]);
    }
    site.sends(4).await;
    assert_eq!(site.waits("sam").await, [3], "it waits longer each time");
    site.sends(30).await;
    assert!(site.waits("sam").await.is_empty());
    let told = server.next().await;
    assert!(told.text.contains("There is something new for you to read") && server.is_empty());
    // One that is never taken, and one that cannot be sent there.
    let never = MailServer::start(&["451"; 20]).await;
    let site = Site::with_mail(&never).await;
    sam(&site, &[EMAIL], WeekHours::default(), &[]).await;
    offer(&site, 2).await;
    for hours in 0..24 * 3 {
        site.sends(3 + hours * 60).await;
    }
    assert!(site.waits("sam").await.is_empty());
    let refuses = MailServer::start(&["550"]).await;
    let site = Site::with_mail(&refuses).await;
    sam(&site, &[EMAIL], WeekHours::default(), &[]).await;
    offer(&site, 2).await;
    site.sends(2).await;
    assert!(site.waits("sam").await.is_empty() && refuses.is_empty());
}

#[tokio::test]
async fn of_several_servers_at_once_one_sends_it_and_several_that_are_new_are_one_message() {
    let (site, mut server) = site(&[]).await;
    sam(&site, &[EMAIL], WeekHours::default(), &[]).await;
    offer(&site, 2).await;
    by_jo(&site, Command::WithdrawOffer { id: ONE }, 3).await;
    let id = AppointmentId(Uuid::from_u128(0xa12));
    let draft = site.held("sam").await.appointment(ONE).unwrap().draft.clone();
    by_jo(&site, Command::OfferAppointment { id, draft }, 4).await;
    assert_eq!(site.waits("sam").await.len(), 2);
    tokio::join!(site.sends(5), site.sends(5), site.sends(5), site.sends(5));
    server.next().await;
    assert!(server.is_empty() && site.waits("sam").await.is_empty());
}

#[tokio::test]
async fn while_the_database_is_locked_nothing_is_lost_and_nothing_is_sent() {
    let (site, mut server) = site(&[]).await;
    sam(&site, &[EMAIL], WeekHours::default(), &[]).await;
    offer(&site, 2).await;
    let mut other = SqliteConnectOptions::new().filename(site.database()).connect().await.unwrap();
    let lock = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let courier = site.courier(Means::default());
    assert!(matches!(courier.round(Clock::Stopped(at(3).at)).await, Err(StoreError::Busy)));
    assert!(server.is_empty());
    lock.rollback().await.unwrap();
    site.sends(3).await;
    assert_eq!(server.next().await.to, ["me@example.com"]);
}

#[tokio::test]
async fn a_text_is_one_neutral_sentence_by_the_way_that_comes_first() {
    let (site, server) = site(&[]).await;
    sam(&site, &[TEXT, EMAIL], WeekHours::default(), &[]).await;
    let notify = Notify::start(&[]).await;
    offer(&site, 2).await;
    site.sends_with(&notify.sender(), 2).await;
    let sent = notify.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0]["phone_number"], "07700 900123");
    assert_eq!(sent[0]["template_id"], TEMPLATE);
    let words = serde_json::json!({"words": "There is something new for you to read, when you like."});
    assert_eq!(sent[0]["personalisation"], words);
    assert_eq!(sent[0]["reference"].as_str().unwrap().len(), 32);
    assert!(server.is_empty() && site.waits("sam").await.is_empty());
}

#[tokio::test]
async fn however_notify_misbehaves_a_text_is_sent_once_or_given_up() {
    use Mood::{Closes, Refuses, SendsAndCloses, Slow};
    for (moods, tries, sends) in [
        (&[Refuses(429), Refuses(500), Refuses(403), Refuses(503)][..], 5, 1),
        (&[Slow, Closes], 3, 1),
        (&[SendsAndCloses], 2, 1),
        (&[Refuses(400)], 1, 0),
        (&[Refuses(500); 7], 7, 0),
    ] {
        let site = Site::new().await;
        sam(&site, &[TEXT], WeekHours::default(), &[]).await;
        let notify = Notify::start(moods).await;
        offer(&site, 2).await;
        for (tried, minutes) in (0..tries).zip([2, 5, 8, 11, 30, 100, 600]) {
            assert_eq!(site.waits("sam").await, [tried], "{moods:?}");
            site.sends_with(&notify.sender(), minutes).await;
        }
        assert!(site.waits("sam").await.is_empty(), "{moods:?}");
        assert_eq!(notify.sent().len(), sends, "{moods:?}");
        // Before it is sent a second time, it is asked for.
        let asked = notify.asked();
        assert_eq!(
            asked.iter().filter(|line| line.starts_with("GET")).count(),
            usize::try_from(tries).unwrap() - 1,
            "{asked:?}"
        );
    }
}

#[tokio::test]
async fn a_letter_has_the_address_as_it_was_typed_in_large_print_and_says_nothing_of_what_this_is() {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    let (site, server) = site(&[]).await;
    let typed = (Channel::Letter, "S. Brown, Flat 2, 1 High Street, ls11aa, Leeds");
    sam(&site, &[typed, EMAIL], WeekHours::default(), &[]).await;
    let notify = Notify::start(&[Mood::Refuses(500), Mood::SendsAndCloses]).await;
    offer(&site, 2).await;
    for minutes in [2, 5, 30] {
        site.sends_with(&notify.sender_of_letters(), minutes).await;
    }
    let sent = notify.sent();
    assert_eq!(sent.len(), 1, "once, though it was tried again: {:?}", notify.asked());
    assert_eq!(sent[0]["reference"].as_str().unwrap().len(), 32);
    let pdf = BASE64_STANDARD.decode(sent[0]["content"].as_str().unwrap()).unwrap();
    let words = crate::export::read(FileKind::Pdf, &pdf);
    for said in [
        "S. Brown",
        "1 High Street",
        "Leeds",
        "LS1 1AA",
        "There is something new for you to read:",
        HOST,
        "0808 157 0123",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    for unsaid in ["Jo Evans", "rent", "Own Terms", "appointment", "benefit"] {
        assert!(!words.contains(unsaid), "{unsaid}: {words}");
    }
    assert!(server.is_empty() && site.waits("sam").await.is_empty());
}

#[tokio::test]
async fn where_no_letters_are_sent_the_next_of_their_ways_is_used() {
    let (site, mut server) = site(&[]).await;
    sam(&site, &[(Channel::Letter, "S. Brown, 1 High Street, Leeds LS1 1AA"), EMAIL], WeekHours::default(), &[]).await;
    let notify = Notify::start(&[]).await;
    offer(&site, 2).await;
    site.sends_with(&notify.sender(), 2).await;
    assert_eq!(server.next().await.to, ["me@example.com"]);
    assert!(notify.sent().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn whoever_stops_while_one_message_is_on_its_way_is_sent_no_other() {
    let (has_it, mut had) = tokio::sync::mpsc::unbounded_channel();
    let (go_on, told_to) = std::sync::mpsc::channel::<()>();
    let told_to = std::sync::Mutex::new(told_to);
    let mut server = MailServer::start_with(&[], move || {
        has_it.send(()).unwrap();
        let _ = told_to.lock().unwrap().recv();
    })
    .await;
    let site = std::sync::Arc::new(Site::with_mail(&server).await);
    sam(&site, &[EMAIL], WeekHours::default(), &[]).await;
    // A change is told on both sides a day later: two messages, to two addresses.
    sam(&site, &[(Channel::Email, "new@example.com")], WeekHours::default(), &[]).await;
    let sending = tokio::spawn({
        let site = site.clone();
        async move { site.sends(2 + DAY).await }
    });
    had.recv().await.unwrap();
    let me = demo::chosen("sam").unwrap();
    site.store.commit(own(me, Command::Stop, at(3 + DAY))).await.unwrap();
    drop(go_on);
    sending.await.unwrap();
    server.next().await;
    assert!(server.is_empty() && site.waits("sam").await.is_empty());
}

//! A supervisor who looks into what is between a person and their case worker: with a reason that the person reads, for half an hour,
//! and at nothing else.

use axum::http::StatusCode;
use own_terms::demo;
use own_terms_domain::{
    actor::Actor,
    contact::{WishAnswer, WishDraft},
    decide::Command,
    directory::Organisation,
    ids::{OrganisationId, StaffId},
    item::Kind,
    look::{Reason, Subject},
    staff::Role,
};
use uuid::Uuid;

use super::{
    Browser, Site,
    desk::{looks, rosa},
    support::Page,
};
use crate::given::{at, own, text, works_here};

const PATH: &str = "/desk/look-into";
const PERSON: &str = "/desk/look-into/person";
const WORDS: &str = "Rosa rang us: nobody answered <her> letter.";

fn jo() -> String {
    demo::staff::named("jo").unwrap().to_string()
}

/// Types a reason to look at what is between a person of this name and Jo.
async fn ask(browser: &mut Browser, name: &str, words: &str) -> Page {
    let jo = jo();
    let fields = [("of-staff", jo.as_str()), ("person-name", name), ("why", "complaint"), ("words", words)];
    browser.fill_in(PATH, "person-name", &fields).await
}

#[track_caller]
fn assert_nothing(page: &Page, what: &str) {
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, PATH), "{what}: {}", page.text());
}

#[tokio::test]
async fn with_a_reason_a_supervisor_sees_what_is_between_the_two_and_the_person_reads_the_reason() {
    let site = Site::new().await;
    let before = looks(&site, rosa()).await.len();
    let mut gwen = site.at_desk("gwen").await;
    assert_nothing(&gwen.get(PERSON).await, "without a reason");
    gwen.get(PATH).await.assert_whole(PATH);
    assert!(!gwen.get(PATH).await.body.contains("Rosa"), "there is no list to look through");
    assert_eq!(looks(&site, rosa()).await.len(), before);
    let asked = ask(&mut gwen, " rosa ", WORDS).await;
    assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, PERSON), "{}", asked.text());
    let page = gwen.get(PERSON).await;
    page.assert_whole(PERSON);
    let held = site.held_of(rosa()).await;
    let message = held.all().find(|held| held.id.kind() == Kind::Message);
    if let Some(own_terms_domain::item::Item::Message(message)) = message.map(|held| &held.item) {
        assert!(page.text().contains(message.words.as_str()), "{}", page.text());
    }
    // Nothing that the person said of themself, of their days or of how to reach them.
    for shown in held.goals() {
        assert!(!page.text().contains(shown.goal.draft.words.as_str()), "{}", page.text());
    }
    assert!(!page.body.contains("07700"), "{}", page.text());
    let new = looks(&site, rosa()).await;
    let theirs: Vec<_> = new.iter().filter(|look| look.reason == Reason::Oversight).collect();
    let gwens = Actor::Supervisor(demo::staff::named("gwen").unwrap());
    assert!(theirs.iter().all(|look| look.by == gwens && !look.refused), "{theirs:?}");
    for part in [Subject::Notes, Subject::Appointments] {
        assert!(theirs.iter().any(|look| look.subject == part), "{part:?}");
    }
    // They are told at home, where it is said who sees what, in the log and in what they take away.
    let mut browser = site.signed_in("rosa").await;
    for path in ["/home", "/held/seen", "/held/item?what=oversight"] {
        let page = browser.get(path).await;
        page.assert_whole(path);
        assert!(page.text().contains(WORDS) && page.text().contains("Gwen Price"), "{path}: {}", page.text());
    }
    let log = browser.get("/held/looks").await;
    assert!(log.text().contains("for a reason that you can read"), "{}", log.text());
    assert!(log.body.contains("/held/item?what=oversight"));
    // What the case worker is not told is who complained.
    let mut jo = site.at_desk("jo").await;
    super::desk::open_first(&mut jo).await;
    for path in ["/desk/person", "/desk/notes", "/desk/records"] {
        assert!(!jo.get(path).await.text().contains("nobody answered"), "{path}");
    }
}

#[tokio::test]
async fn it_ends_after_half_an_hour_with_the_session_and_when_the_person_says_so() {
    let site = Site::new().await;
    let mut gwen = site.at_desk("gwen").await;
    ask(&mut gwen, "Rosa", WORDS).await;
    assert_eq!(gwen.get(PERSON).await.status, StatusCode::OK);
    assert_nothing(&site.at_desk("gwen").await.get(PERSON).await, "another session");
    // Their session is in use all the while.
    for minute in [14, 28] {
        let mut later = gwen.at(site.later(minute));
        assert_eq!(later.get(PERSON).await.status, StatusCode::OK, "{minute}");
    }
    assert_nothing(&gwen.at(site.later(32)).get(PERSON).await, "half an hour later");
    let refused = looks(&site, rosa()).await.into_iter().any(|look| look.refused && look.reason == Reason::Oversight);
    assert!(refused, "the try is told");
    let mut gwen = site.at_desk("gwen").await;
    ask(&mut gwen, "Rosa", WORDS).await;
    let mut browser = site.signed_in("rosa").await;
    let page = browser.get("/held/seen").await;
    assert!(page.text().contains("End it now"), "{}", page.text());
    let ended = browser.fill_in("/held/erase?what=oversight", "what", &[]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text());
    assert_nothing(&gwen.get(PERSON).await, "the person ended it");
    assert!(!browser.get("/home").await.text().contains(WORDS));
}

#[tokio::test]
async fn of_whoever_wants_no_contact_is_not_here_or_is_anothers_there_is_one_answer_and_no_look() {
    let site = Site::new().await;
    let elsewhere = Organisation { id: OrganisationId(Uuid::from_u128(77)), name: text("Taff Advice") };
    let ann = StaffId(Uuid::from_u128(78));
    site.store.put_staff(&works_here(ann, "Ann Lloyd", Role::CaseWorker, elsewhere.clone())).await.unwrap();
    let gil = StaffId(Uuid::from_u128(79));
    site.store.put_staff(&works_here(gil, "Gil Rees", Role::Supervisor, elsewhere)).await.unwrap();
    let mut gwen = site.at_desk("gwen").await;
    assert!(!gwen.get(PATH).await.text().contains("Ann Lloyd"), "who works elsewhere is not theirs to supervise");
    let before = site.everything().await;
    // Wording is checked before anybody is looked for: a form that is refused tells nothing of who is here.
    let mut told = Vec::new();
    for name in ["Rosa", "Nobody"] {
        let page = ask(&mut gwen, name, "Unless you go, we stop.").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(!gwen.cookies.contains_key("own-terms-desk-opened"), "{name}");
        told.push(page.text().replace(name, ""));
    }
    assert_eq!(told[0], told[1]);
    let on = site.held_of(rosa()).await.version_of(Kind::Wish);
    let draft = WishDraft { answer: WishAnswer::NoContact, about: None, not_about: None, until: None };
    for name in ["Nobody", "Ros", "Tom", "Alex"] {
        let page = ask(&mut gwen, name, WORDS).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        page.assert_whole(PATH);
        assert!(page.text().contains("Nobody of that name can be looked into."), "{name}: {}", page.text());
    }
    assert_eq!(site.everything().await, before);
    // Whoever says no is looked at no more, at once.
    ask(&mut gwen, "Rosa", WORDS).await;
    assert_eq!(gwen.get(PERSON).await.status, StatusCode::OK);
    site.store.commit(own(rosa(), Command::SetWish { on, draft }, at(1))).await.unwrap();
    assert_nothing(&gwen.get(PERSON).await, "they said no");
    let page = ask(&mut gwen, "Rosa", WORDS).await;
    assert!(page.text().contains("Nobody of that name can be looked into."), "{}", page.text());
    // Whoever is no supervisor finds no such page.
    for word in ["jo", "owen"] {
        let mut other = site.at_desk(word).await;
        for path in [PATH, PERSON] {
            assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND, "{path} as {word}");
        }
    }
}

//! A change of how somebody is reached is told to where it was and where it is, a day later, and put back by one press (promise 12).

use axum::http::StatusCode;
use own_terms::demo;
use own_terms_domain::{
    actor::Actor,
    contact::{Channel, Way, Ways, WishAnswer, WishDraft},
    decide::Command,
    hours::WeekHours,
    item::Kind,
};

use super::Site;
use crate::{
    given::{at, own, text},
    smtp::MailServer,
};

/// A day, in minutes of the tests.
const DAY: i64 = 24 * 60;
const OLD: &str = "before@example.com";
const NEW: &str = "after@example.com";

/// Rosa, who wants to be reached, and the service that tells her.
struct Scene {
    site: Site,
    server: MailServer,
}

impl Scene {
    async fn new(hours: WeekHours) -> Self {
        let server = MailServer::start(&[]).await;
        let site = Site::with_mail(&server).await;
        let scene = Self { site, server };
        let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
        let on = scene.site.held("rosa").await.version_of(Kind::Wish);
        scene.say(Command::SetWish { on, draft }, 0).await;
        scene.reached_at(OLD, hours, 1).await;
        scene
    }

    async fn say(&self, command: Command, minute: i64) {
        self.site.store.commit(own(demo::chosen("rosa").unwrap(), command, at(minute))).await.unwrap();
    }

    async fn reached_at(&self, address: &str, hours: WeekHours, minute: i64) {
        let on = self.site.held("rosa").await.version_of(Kind::Ways);
        let ways = Ways { ways: vec![Way { channel: Channel::Email, detail: Some(text(address)) }], hours };
        self.say(Command::SetWays { on, ways }, minute).await;
    }

    /// Tells whoever is to be told by then, and how many wait after it.
    async fn tell(&self, minute: i64) -> usize {
        self.site.sends(minute).await;
        self.site.waits("rosa").await.len()
    }
}

#[tokio::test]
async fn a_change_is_told_a_day_later_to_the_address_before_and_the_one_after_and_says_nothing_else() {
    let mut scene = Scene::new(WeekHours::default()).await;
    scene.reached_at(NEW, WeekHours::default(), 10).await;
    assert_eq!(scene.tell(10 + DAY - 1).await, 2, "not before a day has gone by");
    assert_eq!(scene.tell(10 + DAY).await, 0);
    assert_eq!(scene.tell(11 + DAY).await, 0, "and once");
    let letters = [scene.server.next().await, scene.server.next().await];
    let mut to: Vec<_> = letters.iter().flat_map(|letter| letter.to.clone()).collect();
    to.sort();
    assert_eq!(to, [NEW, OLD]);
    for letter in &letters {
        assert!(letter.text.contains("There is something for you to read"), "{}", letter.text);
        for told in [OLD, NEW, "contact", "changed", "Rosa", "benefit", "health"] {
            assert!(!letter.text.contains(told), "{told}: {}", letter.text);
        }
        // Whoever has the address can undo nothing by it: they would have to sign in.
        assert_eq!(letter.path(), "/sign-in");
    }
    // The service looked where to tell her, and she sees that.
    let me = demo::chosen("rosa").unwrap();
    let looks = scene.site.store.view(crate::given::look(me, Actor::Claimant(me), None)).await.unwrap().looks;
    assert_eq!(looks.iter().filter(|look| look.by == Actor::Service && !look.refused).count(), 1);
}

#[tokio::test]
async fn each_address_is_told_in_the_hours_that_stood_with_it() {
    let mut scene = Scene::new(crate::given::week()).await;
    // Whoever changes it chooses hours in which nobody looks: the address before keeps its own.
    scene.reached_at(NEW, WeekHours::default(), 10).await;
    assert_eq!(scene.tell(10 + DAY).await, 1, "the new one is told at once, and the old one in its hours");
    assert_eq!(scene.server.next().await.to, [NEW]);
    let mut minute = 10 + DAY;
    while scene.tell(minute).await == 1 {
        minute += 60;
        assert!(minute < 8 * DAY, "there is an hour of theirs in each week");
    }
    assert_eq!(scene.server.next().await.to, [OLD]);
    let wall = at(minute).at.to_zoned(own_terms_domain::time::clock()).datetime();
    assert!(crate::given::week().on(wall.date().weekday()).is_some_and(|open| open.covers(wall.time(), wall.time())));
}

#[tokio::test]
async fn one_press_puts_back_what_was_changed_and_then_nobody_is_told() {
    let scene = Scene::new(WeekHours::default()).await;
    scene.reached_at(NEW, WeekHours::default(), 10).await;
    let mut browser = scene.site.signed_in("rosa").await.at(scene.site.later(20));
    for page in ["/home", "/contact"] {
        let page = browser.get(page).await;
        assert!(page.text().contains("If it was not you, you can put it back."), "{}", page.text());
        assert!(!page.text().contains(OLD), "somebody else may be looking at the screen");
    }
    assert!(browser.get("/contact/earlier").await.text().contains(OLD));
    let done = browser.fill_in("/contact/earlier", "until", &[]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/contact"));
    let email = scene.site.held("rosa").await.ways().email().unwrap();
    assert_eq!(email.as_str(), OLD);
    assert!(browser.get("/contact/earlier").await.text().contains("There is nothing to put back."));
    assert!(!browser.get("/home").await.text().contains("put it back"));
    assert_eq!(scene.tell(10 + DAY).await, 0);
    assert!(scene.server.is_empty());
}

#[tokio::test]
async fn somebody_who_wants_no_contact_any_more_is_told_nothing_outside() {
    let scene = Scene::new(WeekHours::default()).await;
    scene.reached_at(NEW, WeekHours::default(), 10).await;
    let on = scene.site.held("rosa").await.version_of(Kind::Wish);
    let draft = WishDraft { answer: WishAnswer::NoContact, about: None, not_about: None, until: None };
    scene.say(Command::SetWish { on, draft }, 20).await;
    assert_eq!(scene.tell(10 + DAY).await, 0);
    assert!(scene.server.is_empty());
}

//! A new way in after every way is lost: told wherever the person can be, waited for, stopped, used once, undone.

use axum::http::StatusCode;
use own_terms::{
    clock::now_at,
    demo,
    entropy::Entropy,
    recover::{Recovering, recover},
    store::StoreError,
};
use own_terms_domain::{
    actor::Actor,
    contact::{Channel, Way, Ways, WishAnswer, WishDraft},
    decide::{Command, Refusal},
    ids::WayInId,
    item::{ItemId, Kind, Version},
    recovery::Status,
    spoken::SpokenCode,
};

use super::{Browser, Site};
use crate::{
    given::{at, own, text, way_in},
    smtp::MailServer,
};

const ADDRESS: &str = "rosa@example.com";
/// Three days, in minutes of the tests.
const DAYS_3: i64 = 3 * 24 * 60;
const TITLE: &str = "Somebody asked for a new way into your place";

/// A site with mail, and someone with a way to sign in.
struct Scene {
    site: Site,
    server: MailServer,
    way: WayInId,
}

impl Scene {
    async fn new() -> Self {
        let server = MailServer::start(&[]).await;
        let site = Site::with_mail(&server).await;
        let (way, _) = site.with_way_in("rosa", ADDRESS).await;
        Self { site, server, way }
    }

    /// Rosa's case worker asks, some minutes into the day of the tests.
    async fn asked(&self, minutes: i64) -> Result<Recovering, StoreError> {
        self.asked_by("jo", minutes).await
    }

    async fn asked_by(&self, staff: &str, minutes: i64) -> Result<Recovering, StoreError> {
        let whom = (demo::chosen("rosa").unwrap(), demo::staff::named(staff).unwrap());
        let entropy = Entropy::from_system().unwrap();
        let asked = recover(&*self.site.store, &entropy, now_at(at(minutes).at), whom).await;
        self.site.sends(minutes).await;
        asked
    }

    async fn status(&self, minutes: i64) -> Option<Status> {
        let state = self.site.held("rosa").await;
        state.recovery().map(|recovery| recovery.status(at(minutes).at))
    }

    fn browser_at(&self, minutes: i64) -> Browser {
        self.site.browser().at(self.site.later(minutes))
    }

    async fn try_code(&self, code: &str, minutes: i64) -> (Browser, super::support::Page) {
        let mut browser = self.browser_at(minutes);
        let page = browser.post("/sign-in/invitation", &[("code", code)]).await;
        (browser, page)
    }
}

#[tokio::test]
async fn the_person_is_told_at_once_and_the_link_looks_at_nothing_and_stops_it_by_a_button() {
    let mut scene = Scene::new().await;
    let asked = scene.asked(10).await.unwrap();
    assert_eq!((asked.opens, asked.until), (at(10 + DAYS_3).at, at(10 + 17 * 24 * 60).at));
    let letter = scene.server.next().await;
    assert_eq!(letter.to, [ADDRESS]);
    assert_eq!(letter.header("Subject"), "Something to read / Rhywbeth i'w ddarllen");
    assert!(letter.text.contains("asked for a new way to sign in") && letter.text.contains("Gofynnodd rhywun"));
    for told in ["Rosa", "Jo", "benefit", "health", &asked.code.to_string()] {
        assert!(!letter.text.contains(told), "{told}: {}", letter.text);
    }
    let mut browser = scene.browser_at(20);
    for _ in 0..3 {
        let page = browser.get(letter.path()).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains(TITLE) && !page.text().contains("Rosa"), "{}", page.text());
    }
    let mine = browser.fill_in(letter.path(), "do", &[("do", "mine")]).await;
    assert!(mine.text().contains("The link still works"), "{}", mine.text());
    assert_eq!(scene.status(21).await, Some(Status::Waiting));
    let stopped = browser.fill_in(letter.path(), "do", &[("do", "stop")]).await;
    assert!(stopped.text().contains("It is stopped"), "{}", stopped.text());
    assert_eq!(scene.status(21).await, Some(Status::Stopped));
    assert_eq!(browser.get(letter.path()).await.status, StatusCode::NOT_FOUND, "it works once");
    let (_, wrong) = scene.try_code(&asked.code.to_string(), 10 + DAYS_3).await;
    assert!(wrong.text().contains("This code does not open anything."), "{}", wrong.text());
}

#[tokio::test]
async fn only_whoever_has_the_right_code_learns_that_it_works_later_and_all_else_is_one_answer() {
    let scene = Scene::new().await;
    let asked = scene.asked(10).await.unwrap();
    let code = asked.code.to_string();
    let nobodys = SpokenCode::draw([7; 11]).to_string();
    let unknown = scene.try_code(&nobodys, 20).await.1;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    for minutes in [20, 9 + DAYS_3] {
        let (_, page) = scene.try_code(&code, minutes).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("This code works from Wednesday 3 March 2027, 10:40am."), "{}", page.text());
        assert!(!page.text().contains("Rosa") && page.set_cookies().is_empty());
    }
    let (mut browser, page) = scene.try_code(&code, 10 + DAYS_3).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/settings/sign-in"), "{}", page.text());
    assert!(browser.get("/home").await.text().contains("Hello Rosa."));
    let sessions = browser.get("/settings/sessions").await.text();
    assert!(sessions.contains("By a new way in that your case worker asked for"), "{sessions}");
    let used = scene.try_code(&code, 11 + DAYS_3).await.1;
    let stopped = Scene::new().await;
    let again = stopped.asked(10).await.unwrap();
    let stop =
        stopped.site.signed_in("rosa").await.at(stopped.site.later(11)).fill_in("/home", "do", &[("do", "stop")]).await;
    assert_eq!(stop.status, StatusCode::SEE_OTHER);
    let stopped = stopped.try_code(&again.code.to_string(), 10 + DAYS_3).await.1;
    let same = |page: &super::support::Page, code: &str| page.without_tokens().replace(code, "");
    for (page, typed) in [(&used, code.as_str()), (&stopped, &again.code.to_string())] {
        assert_eq!(page.status, unknown.status);
        assert_eq!(same(page, typed), same(&unknown, &nobodys));
    }
}

#[tokio::test]
async fn where_the_person_is_signed_in_it_stands_first_and_both_answers_are_alike() {
    let scene = Scene::new().await;
    let browser = scene.site.signed_in("rosa").await;
    assert!(!browser.at(scene.site.later(5)).get("/home").await.text().contains(TITLE));
    scene.asked(10).await.unwrap();
    for path in ["/home", "/settings/sign-in"] {
        let page = browser.at(scene.site.later(20)).get(path).await;
        assert!(page.text().contains("Jo Evans, case worker"), "{path}: {}", page.text());
        let form = page.form_with("asked");
        let buttons: Vec<_> = form.buttons.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(buttons, ["stop", "mine"], "{path}");
        assert!(!page.body.contains("button action\" type=\"submit\" name=\"do\" value=\"stop"), "neither stands out");
    }
    let mut browser = browser.at(scene.site.later(20));
    let known = browser.fill_in("/home", "asked", &[("do", "mine")]).await;
    assert_eq!((known.status, known.location()), (StatusCode::SEE_OTHER, "/settings/sign-in"));
    assert!(!browser.get("/home").await.text().contains(TITLE), "it is said once");
    assert_eq!(scene.status(21).await, Some(Status::Waiting), "it shortens and ends nothing");
    let list = browser.get("/settings/sign-in").await;
    assert!(list.text().contains("You said on"), "{}", list.text());
    let stopped = browser.fill_in("/settings/sign-in", "asked", &[("do", "stop")]).await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER);
    assert_eq!(scene.status(22).await, Some(Status::Stopped));
    // Nobody else's to stop.
    let mut other = scene.site.signed_in("alex").await;
    let asked = at(10).at.to_string();
    let page = other.submit("/settings/sign-in", &[("asked", &asked), ("do", "stop")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn after_it_was_used_the_older_ways_are_told_and_can_undo_all_of_it_for_a_week() {
    let mut scene = Scene::new().await;
    let asked = scene.asked(10).await.unwrap();
    scene.server.next().await;
    let minutes = 10 + DAYS_3;
    let (mut came, _) = scene.try_code(&asked.code.to_string(), minutes).await;
    scene.site.sends(minutes).await;
    let told = scene.server.next().await;
    assert!(told.to == [ADDRESS] && told.text.contains("has signed in to Own Terms by a new way"), "{}", told.text);
    let me = demo::chosen("rosa").unwrap();
    // Whoever came in adds a way of their own, and cannot close the one that was there.
    let new = WayInId(Entropy::from_system().unwrap().id());
    scene.site.store.commit(own(me, way_in(new, "other@example.com"), at(minutes))).await.unwrap();
    let on = scene.site.held("rosa").await.version(ItemId::SignIn(scene.way)).to_string();
    let (way, close) = (scene.way.to_string(), [("do", "close"), ("sure", "yes")]);
    let mut fields = vec![("way", way.as_str()), ("version", &on)];
    fields.extend(close);
    let refused = came.submit("/settings/sign-in/way", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text().contains("This can be done from Wednesday 10 March 2027, 10:40am on."),
        "{}",
        refused.text()
    );
    let list = came.get("/settings/sign-in").await;
    assert!(
        list.text().contains("You came in by a new way.") && !list.body.contains("name=\"asked\""),
        "{}",
        list.text()
    );
    assert!(!came.get("/home").await.text().contains(TITLE));
    let mut link = scene.browser_at(minutes + 60);
    let undone = link.fill_in(told.path(), "do", &[("do", "stop")]).await;
    assert!(undone.text().contains("It is stopped"), "{}", undone.text());
    assert_eq!(came.get("/home").await.location(), "/sign-in", "whoever came in by it is signed out");
    let held = scene.site.held("rosa").await;
    assert!(held.way_in(new).is_none() && held.way_in(scene.way).is_some());
    assert_eq!(scene.status(minutes + 61).await, Some(Status::Undone));
}

#[tokio::test]
async fn nobody_asks_but_the_one_who_was_chosen_and_not_again_for_a_day() {
    let scene = Scene::new().await;
    let refused = |done: Result<Recovering, StoreError>| match done {
        Err(StoreError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(scene.asked_by("samira", 10).await), Refusal::NotPermitted);
    let first = scene.asked(10).await.unwrap();
    assert_eq!(refused(scene.asked(20).await), Refusal::NotBefore(at(10 + 24 * 60).at));
    let again = scene.asked(10 + 24 * 60).await.unwrap();
    let opens = 10 + 24 * 60 + DAYS_3;
    let (_, old) = scene.try_code(&first.code.to_string(), opens).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY, "the one before opens nothing");
    assert_eq!(scene.try_code(&again.code.to_string(), opens).await.1.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn where_they_want_to_be_reached_they_are_told_too_in_their_hours_and_learn_less() {
    let mut scene = Scene::new().await;
    let me = demo::chosen("rosa").unwrap();
    let reach =
        |hours| Ways { ways: vec![Way { channel: Channel::Email, detail: Some(text("safe@example.com")) }], hours };
    let say = async |command| scene.site.store.commit(own(me, command, at(1))).await.unwrap();
    // The tests begin on a Sunday: outside of these hours.
    say(Command::SetWays { on: Version(0), ways: reach(crate::given::week()) }).await;
    let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    say(Command::SetWish { on: Version(0), draft }).await;
    scene.asked(10).await.unwrap();
    assert_eq!(scene.server.next().await.to, [ADDRESS]);
    // Sunday at a quarter past eight in the evening is one of their hours.
    let evening = 9 * 60 + 45;
    for (minutes, sent) in [(20, false), (evening, true), (evening, false)] {
        scene.site.sends(minutes).await;
        assert_eq!(scene.site.waits("rosa").await.len(), usize::from(minutes != evening), "{minutes}");
        if sent {
            let letter = scene.server.next().await;
            assert!(letter.to == ["safe@example.com"] && letter.text.contains("There is something for you to read"));
        }
    }
    let on = scene.site.held("rosa").await.version_of(Kind::Ways);
    scene
        .site
        .store
        .commit(own(me, Command::SetWays { on, ways: reach(own_terms_domain::hours::WeekHours::default()) }, at(2)))
        .await
        .unwrap();
    scene.asked(10 + 24 * 60).await.unwrap();
    // That the hours were changed is told there as well, a day later.
    let letters = [scene.server.next().await, scene.server.next().await, scene.server.next().await];
    let is_this = |letter: &&crate::smtp::Letter| letter.path().starts_with("/sign-in/undo");
    let safe =
        letters.iter().filter(is_this).find(|letter| letter.to == ["safe@example.com"]).expect("they are told there");
    assert!(
        safe.text.contains("There is something for you to read") && !safe.text.contains("sign in"),
        "{}",
        safe.text
    );
    // The service looked where to tell them, and they see that.
    let state = scene.site.store.view(crate::given::look(me, Actor::Claimant(me), None)).await.unwrap();
    let looked = state.looks.iter().filter(|look| look.by == Actor::Service);
    assert!(looked.clone().all(|look| !look.refused));
    assert_eq!(looked.count(), 1 + 1 + 1, "when it is asked for, and once in their hour");
    let stop = scene.browser_at(10 + 24 * 60 + 5).fill_in(safe.path(), "do", &[("do", "stop")]).await;
    assert!(stop.text().contains("It is stopped"), "{}", stop.text());
}

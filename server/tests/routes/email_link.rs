//! Links in emails: by a real mail server, the same answer for everyone, and used up by a press of a button alone.

use axum::http::StatusCode;
use own_terms_domain::{decide::Command, item::Version};

use super::{Browser, Site, support::Page};
use crate::{
    given::{at, own},
    smtp::{Letter, MailServer},
};

const ADDRESS: &str = "Someone@Example.com";

async fn ask(browser: &mut Browser, address: &str) -> Page {
    browser.post("/sign-in/email", &[("email", address)]).await
}

/// A site, its mail server, and a person with an address.
async fn site() -> (Site, MailServer) {
    let server = MailServer::start(&[]).await;
    let site = Site::with_mail(&server).await;
    site.with_way_in("alex", ADDRESS).await;
    (site, server)
}

async fn press(browser: &mut Browser, letter: &Letter, answer: &str) -> Page {
    let code = letter.path().split_once("code=").unwrap().1;
    browser.post("/sign-in/link", &[("code", code), ("do", answer)]).await
}

#[tokio::test]
async fn a_link_signs_in_once_and_no_scanner_uses_it_up() {
    let (site, mut server) = site().await;
    let mut browser = site.browser();
    let asked = ask(&mut browser, "someone@example.com").await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.text().contains("Look in your email"), "{}", asked.text());
    let letter = server.next().await;
    assert_eq!(letter.to, ["someone@example.com"]);
    for _ in 0..5 {
        let page = site.browser().get(letter.path()).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.set_cookies().is_empty());
    }
    let page = browser.get(letter.path()).await;
    assert!(page.text().contains("Press the button to sign in."), "{}", page.text());
    let pressed = browser.fill_in(letter.path(), "do", &[("do", "yes")]).await;
    assert_eq!((pressed.status, pressed.location()), (StatusCode::SEE_OTHER, "/home"));
    assert!(browser.get("/home").await.text().contains("Hello Alex."));
    for mut other in [browser, site.browser()] {
        let again = press(&mut other, &letter, "yes").await;
        assert_eq!(again.status, StatusCode::NOT_FOUND);
        assert!(again.text().contains("This link does not open anything"));
        assert_eq!(other.get(letter.path()).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_email_tells_whoever_else_sees_it_nothing() {
    let (site, mut server) = site().await;
    ask(&mut site.browser(), ADDRESS).await;
    let english = server.next().await;
    let mut welsh = site.browser();
    welsh.cookies.insert("own-terms-reading".to_owned(), "usual.usual.device.cy".to_owned());
    ask(&mut welsh, ADDRESS).await;
    let welsh = server.next().await;
    assert_eq!((english.header("Subject"), welsh.header("Subject")), ("Your link", "Eich dolen"));
    assert!(english.text.starts_with("Hello.") && welsh.text.starts_with("Helo."), "{}", welsh.text);
    for letter in [english, welsh] {
        assert_eq!(letter.header("From"), "\"Own Terms\" <no-reply@own-terms.example>");
        assert_eq!(letter.header("Content-Type"), "text/plain; charset=utf-8");
        assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
        assert!(letter.header("Message-ID").ends_with("@own-terms.example>"));
        let all = format!("{}\n{}", letter.head, letter.text).to_lowercase();
        for word in
            ["alex", "benefit", "budd-dal", "health", "iechyd", "disab", "anabl", "support", "cymorth", "case worker"]
        {
            assert!(!all.contains(word), "{word}: {all}");
        }
        assert!(letter.link().starts_with("https://own-terms.example/sign-in/link?code="));
    }
}

#[tokio::test]
async fn the_answer_is_the_same_whether_anybody_has_the_address() {
    let (site, mut server) = site().await;
    let (unknown, known) = ("nobodyy@example.com", "someone@example.com");
    let mut answers = Vec::new();
    for address in [unknown, known] {
        let page = ask(&mut site.browser(), address).await;
        let mut headers = page.headers.clone();
        headers.remove("set-cookie");
        answers.push((page.status, page.body.replace(address, ""), format!("{headers:?}"), page.set_cookies().len()));
    }
    assert_eq!(answers[0], answers[1]);
    // What is asked for is done in order: had the first made an email, it would have come first.
    assert_eq!(server.next().await.to, [known]);
    assert!(server.is_empty());
}

#[tokio::test]
async fn another_device_is_asked_and_no_signs_in_nobody() {
    let (site, mut server) = site().await;
    let mut here = site.browser();
    ask(&mut here, ADDRESS).await;
    let letter = server.next().await;
    let mut there = site.browser();
    let page = there.get(letter.path()).await;
    assert!(page.text().contains("You asked for this on another device."), "{}", page.text());
    let answers: Vec<_> = page.form_with("do").buttons.iter().map(|(_, value)| value.clone()).collect();
    assert_eq!(answers, ["yes", "no"]);
    let no = press(&mut there, &letter, "no").await;
    assert!(no.text().contains("Nothing was done") && no.set_cookies().is_empty());
    assert_eq!(press(&mut here, &letter, "yes").await.status, StatusCode::NOT_FOUND, "it is used up");
    ask(&mut here, ADDRESS).await;
    let letter = server.next().await;
    assert_eq!(press(&mut there, &letter, "yes").await.location(), "/home");
    assert_eq!(here.get("/home").await.location(), "/sign-in", "whoever asked is not signed in by another's press");
}

#[tokio::test]
async fn one_address_gets_only_so_many_and_no_other_waits_for_it() {
    let (site, mut server) = site().await;
    site.with_way_in("priya", "priya@example.com").await;
    let mut first = None;
    for _ in 0..6 {
        let page = ask(&mut site.browser(), ADDRESS).await;
        let body = page.body;
        assert_eq!(first.get_or_insert_with(|| body.clone()), &body, "it is not told");
    }
    ask(&mut site.browser(), "priya@example.com").await;
    let mut to = Vec::new();
    for _ in 0..4 {
        to.extend(server.next().await.to);
    }
    to.sort();
    assert_eq!(to, [ADDRESS, ADDRESS, ADDRESS, "priya@example.com"]);
    assert!(server.is_empty());
}

#[tokio::test]
async fn of_two_places_with_one_address_the_person_chooses_after_pressing() {
    let (site, mut server) = site().await;
    site.with_way_in("priya", ADDRESS).await;
    let mut browser = site.browser();
    ask(&mut browser, ADDRESS).await;
    let letter = server.next().await;
    let seen = browser.get(letter.path()).await;
    assert!(!seen.text().contains("Priya"), "no name before the button");
    let which = press(&mut browser, &letter, "yes").await;
    assert!(which.text().contains("Whose place do you want to open?"), "{}", which.text());
    let form = which.form_with("place");
    assert_eq!(form.buttons.len(), 2);
    let code = form.all("code").next().unwrap();
    let priya = &form.buttons[1].1;
    for junk in ["", "x", "0"] {
        let again = browser.post("/sign-in/link", &[("code", code), ("do", "yes"), ("place", junk)]).await;
        assert_eq!(again.status, StatusCode::OK, "{junk}");
        assert!(!browser.cookies.contains_key("own-terms-session"));
    }
    let opened = browser.post("/sign-in/link", &[("code", code), ("do", "yes"), ("place", priya)]).await;
    assert_eq!(opened.location(), "/home");
    assert!(browser.get("/home").await.text().contains("Hello Priya."));
}

#[tokio::test]
async fn a_link_is_over_after_half_an_hour_and_once_its_way_is_closed() {
    let server = MailServer::start(&[]).await;
    let (site, mut server) = (Site::with_mail(&server).await, server);
    let (way, on) = site.with_way_in("alex", ADDRESS).await;
    let mut browser = site.browser();
    ask(&mut browser, ADDRESS).await;
    let letter = server.next().await;
    assert_eq!(browser.at(site.later(30)).get(letter.path()).await.status, StatusCode::OK);
    let mut late = browser.at(site.later(31));
    assert_eq!(late.get(letter.path()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(press(&mut late, &letter, "yes").await.status, StatusCode::NOT_FOUND);
    let claimant = own_terms::demo::chosen("alex").unwrap();
    let close = Command::RemoveWayIn { id: way, on: Version(on.0), sure: true };
    site.store.commit(own(claimant, close, at(1))).await.unwrap();
    assert_eq!(press(&mut browser, &letter, "yes").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_typed_before_signing_out_is_gone_on_with_from_the_page_that_keeps_it() {
    let (site, mut server) = site().await;
    let mut browser = site.signed_in("alex").await;
    let form = browser.get("/goals/add").await.form_with("words");
    let token = form.all("token").next().unwrap().to_owned();
    browser.post("/sign-out", &[]).await;
    let goal = form.all("goal").next().unwrap().to_owned();
    let typed = [("token", token.as_str()), ("goal", &goal), ("words", "a walk by the sea"), ("audience", "only-me")];
    let asked = browser.post("/goals/add", &typed).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    let kept = asked.form_with("email").all("kept").next().unwrap().to_owned();
    let sent = browser.post("/sign-in/email", &[("email", ADDRESS), ("kept", &kept)]).await;
    assert_eq!(sent.form_with("kept").all("kept").next(), Some(kept.as_str()));
    let early = browser.post("/sign-in/back", &[("kept", &kept)]).await;
    assert_eq!(early.status, StatusCode::UNAUTHORIZED, "not signed in yet");
    assert_eq!(early.form_with("email").all("kept").next(), Some(kept.as_str()), "and still kept");
    press(&mut browser, &server.next().await, "yes").await;
    let back = browser.post("/sign-in/back", &[("kept", &kept)]).await;
    assert_eq!((back.status, back.location()), (StatusCode::TEMPORARY_REDIRECT, "/goals/add"));
    let again = browser.post("/goals/add", &[("kept", &kept)]).await;
    assert_eq!(again.form_with("words").all("words").next(), Some("a walk by the sea"));
    // Nobody else gets a word of it.
    let mut other = site.signed_in("priya").await;
    let page = other.post("/sign-in/back", &[("kept", &kept)]).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(!page.body.contains("a walk by the sea"));
}

#[tokio::test]
async fn an_email_that_was_not_taken_is_sent_again_and_one_that_never_will_be_is_not() {
    let server = MailServer::start(&["451", "550"]).await;
    let (site, mut server) = (Site::with_mail(&server).await, server);
    for (person, address) in [("alex", "one@example.com"), ("priya", "two@example.com")] {
        site.with_way_in(person, address).await;
    }
    // The first is put off; by then the second is refused for good, or the other way round.
    ask(&mut site.browser(), "one@example.com").await;
    ask(&mut site.browser(), "two@example.com").await;
    let again = server.next().await;
    assert!(["one@example.com", "two@example.com"].contains(&again.to[0].as_str()));
    assert!(server.is_empty());
}

#[tokio::test]
async fn a_service_that_sends_nothing_offers_nothing_by_email() {
    let site = Site::without_mail().await;
    let mut browser = site.signed_in("alex").await;
    assert!(!site.browser().get("/sign-in").await.body.contains("name=\"email\""));
    assert_eq!(site.browser().get("/sign-in/email").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.browser().get("/sent").await.status, StatusCode::NOT_FOUND);
    assert_eq!(ask(&mut site.browser(), ADDRESS).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/settings/sign-in/email").await.status, StatusCode::NOT_FOUND);
    let sent = browser.submit("/settings/sign-in/email", &[("email", ADDRESS)]).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    assert!(browser.get("/settings/sign-in").await.text().contains("No other way can be added here yet."));
}

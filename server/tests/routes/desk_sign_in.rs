//! Signing in at the desk: by an invitation, by a passkey, and in the demonstration with one press.

use axum::http::StatusCode;
use own_terms::{app::Settings, clock::now_at, demo, entropy::Entropy, staff};
use own_terms_domain::ids::StaffId;
use serde_json::Value;

use super::{
    Browser, Site,
    support::{HOST, Page},
};
use crate::{authenticator::Device, given::at};

const ADD: &str = "/desk/passkey";
const SIGN_IN: &str = "/desk/sign-in/passkey";

fn device() -> Device {
    Device::at(&format!("https://{HOST}"))
}

fn staff(word: &str) -> StaffId {
    demo::staff::named(word).unwrap()
}

/// The code of a new invitation.
async fn invited(site: &Site, word: &str) -> String {
    let (entropy, now) = (Entropy::from_system().unwrap(), now_at(at(1).at));
    staff::invite(&*site.store, &entropy, now, staff(word)).await.unwrap().code.to_string()
}

/// What a device is asked, and the ticket for its answer.
fn asked(page: &Page) -> (Value, String) {
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let mut read: Value = serde_json::from_str(&page.body).unwrap();
    (read["options"].take(), read["ticket"].as_str().unwrap().to_owned())
}

async fn token(browser: &mut Browser) -> String {
    browser.get(ADD).await.form_with("answer").all("token").next().unwrap().to_owned()
}

/// Asks for a new passkey and sends what the device answers.
async fn add(browser: &mut Browser, device: &mut Device) -> Page {
    let token = token(browser).await;
    let (options, ticket) = asked(&browser.post(&format!("{ADD}/begin"), &[("token", &token)]).await);
    let answer = device.create(&options);
    browser.post(ADD, &[("token", &token), ("ticket", &ticket), ("answer", &answer)]).await
}

async fn sign_in(browser: &mut Browser, at: &str, device: &Device) -> Page {
    let (options, ticket) = asked(&browser.post(&format!("{at}/begin"), &[]).await);
    browser.post(at, &[("ticket", &ticket), ("answer", &device.get(&options))]).await
}

#[tokio::test]
async fn an_invitation_opens_the_desk_once_and_a_passkey_from_then_on() {
    let site = Site::new().await;
    let code = invited(&site, "jo").await;
    let mut browser = site.browser();
    let page = browser.get(&format!("/desk/invitation?code={code}")).await;
    page.assert_whole("/desk/invitation");
    assert!(page.text().contains("It is used up only when you press the button."), "{}", page.text());
    let opened = browser.fill_in(&format!("/desk/invitation?code={code}"), "code", &[]).await;
    assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, "/desk/account"), "{}", opened.text());
    let again = site.browser().post("/desk/invitation", &[("code", &code)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "once");
    let mut device = device();
    let done = add(&mut browser, &mut device).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/desk/account"), "{}", done.text());
    assert_eq!(device.user, staff("jo").0.as_bytes());
    assert!(browser.get("/desk/account").await.text().contains("You have one passkey here."));
    browser.post("/desk/sign-out", &[]).await;
    let mut tomorrow = site.browser();
    let done = sign_in(&mut tomorrow, SIGN_IN, &device).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/desk"), "{}", done.text());
    assert!(tomorrow.get("/desk").await.text().contains("signed in as Jo Evans"));
    // A new invitation closes what may be lost, wherever it is in use.
    invited(&site, "jo").await;
    assert_eq!(tomorrow.get("/desk").await.location(), "/desk/sign-in");
    assert_eq!(sign_in(&mut tomorrow, SIGN_IN, &device).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_passkey_of_a_person_opens_no_desk_and_one_of_the_desk_opens_no_place() {
    let site = Site::new().await;
    let mut at_desk = site.at_desk("jo").await;
    let mut jos = device();
    assert_eq!(add(&mut at_desk, &mut jos).await.location(), "/desk/account");
    let mut alex = site.signed_in("alex").await;
    let mut alexs = device();
    let (options, ticket) = asked(&alex.submit("/settings/sign-in/passkey/begin", &[("name", "my phone")]).await);
    let answer = alexs.create(&options);
    let fields = [("name", "my phone"), ("ticket", ticket.as_str()), ("answer", &answer)];
    assert_eq!(alex.submit("/settings/sign-in/passkey", &fields).await.status, StatusCode::SEE_OTHER);
    for (at, device) in [(SIGN_IN, &alexs), ("/sign-in/passkey", &jos)] {
        let mut browser = site.browser();
        let page = sign_in(&mut browser, at, device).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{at}");
        page.assert_whole(at);
        assert!(page.text().contains("We could not sign you in with this passkey."), "{}", page.text());
        assert!(browser.cookies.is_empty(), "{at}");
    }
}

#[tokio::test]
async fn an_answer_that_is_wrong_anywhere_opens_no_desk_and_all_are_told_alike() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    let mut jos = device();
    add(&mut browser, &mut jos).await;
    let lies = [
        ("that nobody has", Device { user: jos.user.clone(), ..device() }),
        ("from another address", Device { origin: "https://evil.example".to_owned(), ..jos.clone() }),
        ("without making sure who it is", Device { verifies: false, ..jos.clone() }),
        ("with another key", jos.with_another_key()),
        ("for another", Device { user: staff("samira").0.as_bytes().to_vec(), ..jos.clone() }),
    ];
    let mut told = Vec::new();
    for (what, device) in &lies {
        let mut browser = site.browser();
        let page = sign_in(&mut browser, SIGN_IN, device).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        assert!(browser.cookies.is_empty(), "{what}");
        told.push(page.text());
    }
    assert!(told.iter().all(|text| *text == told[0]), "{told:#?}");
    // Once: somebody who saw a right answer cannot use it.
    let mut browser = site.browser();
    let (options, ticket) = asked(&browser.post(&format!("{SIGN_IN}/begin"), &[]).await);
    let answer = jos.get(&options);
    let fields = [("ticket", ticket.as_str()), ("answer", &answer)];
    assert_eq!(browser.clone().post(SIGN_IN, &fields).await.location(), "/desk");
    assert_eq!(browser.post(SIGN_IN, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_passkey_is_added_soon_after_signing_in_by_whoever_did_and_for_nobody_else() {
    let site = Site::new().await;
    let mut jo = site.at_desk("jo").await;
    let token = token(&mut jo).await;
    // Somebody at a desk that was left alone.
    let mut later = jo.at(site.later(12));
    let page = later.get(ADD).await;
    assert!(
        page.text().contains("in the first 10 minutes") && !page.body.contains("name=\"answer\""),
        "{}",
        page.text()
    );
    assert_eq!(later.post(&format!("{ADD}/begin"), &[("token", &token)]).await.status, StatusCode::FORBIDDEN);
    // What was asked of one is no answer of another.
    let (options, ticket) = asked(&jo.post(&format!("{ADD}/begin"), &[("token", &token)]).await);
    let answer = device().create(&options);
    let mut samira = site.at_desk("samira").await;
    let hers = self::token(&mut samira).await;
    let page = samira.post(ADD, &[("token", &hers), ("ticket", &ticket), ("answer", &answer)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_whole(ADD);
    for word in ["jo", "samira"] {
        assert_eq!(site.store.staff_ways(staff(word)).await.unwrap(), [], "{word}");
    }
    let page = jo.post(ADD, &[("token", &token), ("ticket", "x"), ("answer", "x")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("The passkey was not added."), "{}", page.text());
}

#[tokio::test]
async fn codes_that_open_nothing_are_told_alike_and_a_persons_opens_no_desk() {
    let site = Site::new().await;
    let jos = invited(&site, "jo").await;
    let wrong = jos.chars().rev().collect::<String>();
    for code in ["", "x", "K7MP-4XQ9-T2WC", "7777-7777-7777", &wrong] {
        let page = site.browser().post("/desk/invitation", &[("code", code)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{code}");
        page.assert_whole("/desk/invitation");
        assert!(page.set_cookies().is_empty());
    }
    let page = site.browser().post("/sign-in/invitation", &[("code", &jos)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "and the desk's opens no place");
    let mut later = site.browser().at(site.later(8 * 24 * 60));
    assert_eq!(later.post("/desk/invitation", &[("code", &jos)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.browser().post("/desk/invitation", &[("code", &jos)]).await.location(), "/desk/account");
}

#[tokio::test]
async fn only_in_the_demonstration_is_one_press_enough_and_only_for_those_who_are_made_up() {
    let site = Site::new().await;
    let page = site.browser().get("/desk/sign-in").await;
    page.assert_whole("/desk/sign-in");
    for name in ["Jo Evans", "Samira Khan", "Gwen Price", "Owen Rees"] {
        assert!(page.text().contains(name), "{}", page.text());
    }
    for word in ["", "x", "alex", &staff("jo").to_string()] {
        let page = site.browser().post("/desk/sign-in", &[("staff", word)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{word}");
        page.assert_whole("/desk/sign-in");
    }
    let mut again = site.at_desk("jo").await;
    let first = again.cookies["own-terms-desk"].clone();
    assert_eq!(again.get("/desk/sign-in").await.location(), "/desk");
    again.sign_in_at_desk("samira").await;
    let mut copy = site.browser();
    copy.cookies.insert("own-terms-desk".to_owned(), first);
    assert_eq!(copy.get("/desk").await.location(), "/desk/sign-in", "whoever was there before is not any more");
    let real = Site::with(Settings::default()).await;
    assert!(!real.browser().get("/desk/sign-in").await.body.contains("name=\"staff\""));
    assert_eq!(real.browser().post("/desk/sign-in", &[("staff", "jo")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn over_https_the_cookies_of_the_desk_are_bound_to_this_host_and_https() {
    let site = Site::with(Settings { demo: true, secure: true, ..Settings::default() }).await;
    let mut browser = site.browser();
    let page = browser.post("/desk/sign-in", &[("staff", "jo")]).await;
    let mut all: Vec<String> = page.set_cookies().into_iter().map(str::to_owned).collect();
    assert!(all.iter().any(|cookie| cookie.starts_with("__Host-own-terms-desk=")), "{all:?}");
    all.extend(browser.fill_in("/desk", "who", &[]).await.set_cookies().into_iter().map(str::to_owned));
    assert_eq!(all.len(), 3, "{all:?}");
    for cookie in all {
        assert!(cookie.starts_with("__Host-own-terms-desk"), "{cookie}");
        for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
            assert!(cookie.contains(part), "{cookie}");
        }
    }
}

//! Signing in by a passkey and adding one, as a browser with a device does it: honest ones, and every kind of lie.

use axum::http::StatusCode;
use own_terms::{app::Settings, passkeys::Passkeys};
use own_terms_domain::{
    actor::Actor,
    decide::Command,
    ids::WayInId,
    item::{ItemId, Kind},
    look::{Reason, Subject},
    sign_in::How,
};
use serde_json::Value;
use sqlx::{ConnectOptions as _, sqlite::SqliteConnectOptions};

use super::{
    Browser, Site,
    support::{HOST, Page},
};
use crate::{
    authenticator::{Device, base64, from_base64},
    given::{at, look, own},
    smtp::MailServer,
};

const ADD: &str = "/settings/sign-in/passkey";
const SIGN_IN: &str = "/sign-in/passkey";
const SESSION: &str = "own-terms-session";

fn device() -> Device {
    Device::at(&format!("https://{HOST}"))
}

/// What a device is asked at an address, and the ticket for its answer.
struct Asked {
    options: Value,
    ticket: String,
}

fn asked(page: &Page) -> Asked {
    assert_eq!((page.status, page.headers["content-type"].to_str().unwrap()), (StatusCode::OK, "application/json"));
    let mut read: Value = serde_json::from_str(&page.body).unwrap();
    Asked { options: read["options"].take(), ticket: read["ticket"].as_str().unwrap().to_owned() }
}

async fn ask_who(browser: &mut Browser) -> Asked {
    asked(&browser.post(&format!("{SIGN_IN}/begin"), &[]).await)
}

async fn ask_for_new(browser: &mut Browser, name: &str) -> Asked {
    asked(&browser.submit(&format!("{ADD}/begin"), &[("name", name)]).await)
}

async fn send_new(browser: &mut Browser, asked: &Asked, answer: &str) -> Page {
    browser.submit(ADD, &[("name", "my phone"), ("ticket", &asked.ticket), ("answer", answer)]).await
}

async fn send(browser: &mut Browser, asked: &Asked, answer: &str) -> Page {
    browser.post(SIGN_IN, &[("ticket", &asked.ticket), ("answer", answer)]).await
}

/// Someone's device, with a passkey that they added.
async fn added(site: &Site, person: &str) -> Device {
    let mut browser = site.signed_in(person).await;
    let asked = ask_for_new(&mut browser, "my phone").await;
    let mut device = device();
    let done = send_new(&mut browser, &asked, &device.create(&asked.options)).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/settings/sign-in"), "{}", done.text());
    device
}

#[tokio::test]
async fn whoever_added_a_passkey_signs_in_by_it_and_sees_that_it_was_looked_at() {
    let site = Site::new().await;
    let device = added(&site, "alex").await;
    let held = site.held("alex").await;
    let (_, way) = held.ways_in().next().unwrap();
    assert_eq!(way.name.as_str(), "my phone");
    let How::Passkey { credential, key } = &way.how else { panic!("{:?}", way.how) };
    assert_eq!(credential.as_str(), own_terms_receipt::hex::digits(&device.credential));
    assert!(!key.as_str().contains("challenge"), "{key}");

    let mut browser = site.browser();
    let asked = ask_who(&mut browser).await;
    assert_eq!(asked.options["allowCredentials"], serde_json::json!([]), "nobody is named");
    let done = send(&mut browser, &asked, &device.get(&asked.options)).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/home"), "{}", done.text());
    assert!(browser.get("/home").await.text().contains("Hello Alex."));
    let looked = browser.get("/held/looks").await;
    assert!(looked.text().contains("to sign you in"), "{}", looked.text());
    let seen = site.store.view(look(held.claimant(), Actor::Claimant(held.claimant()), None)).await.unwrap();
    let service: Vec<_> = seen.looks.iter().filter(|look| look.by == Actor::Service).collect();
    assert_eq!(service.len(), 1);
    assert_eq!(
        (service[0].reason, service[0].subject, service[0].refused),
        (Reason::SigningIn, Subject::SignIn, false)
    );
}

#[tokio::test]
async fn a_device_is_asked_for_a_key_that_finds_its_person_by_itself_and_makes_sure_who_they_are() {
    let site = Site::new().await;
    let device = added(&site, "alex").await;
    let mut browser = site.signed_in("alex").await;
    let Asked { options, ticket } = ask_for_new(&mut browser, "the old laptop").await;
    assert_eq!(options["rp"], serde_json::json!({ "id": HOST, "name": "Own Terms" }), "neutral outside");
    assert_eq!(
        (&options["user"]["name"], &options["user"]["displayName"]),
        (&"the old laptop".into(), &"the old laptop".into())
    );
    let claimant = site.held("alex").await.claimant();
    assert_eq!(from_base64(options["user"]["id"].as_str().unwrap()), claimant.0.as_bytes());
    let chosen = &options["authenticatorSelection"];
    assert_eq!((&chosen["residentKey"], &chosen["userVerification"]), (&"required".into(), &"required".into()));
    assert_eq!(options["excludeCredentials"][0]["id"], base64(&device.credential), "not twice on one device");
    assert_eq!(options["attestation"], "none", "of what make it is concerns nobody");
    assert_eq!(ask_who(&mut site.browser()).await.options["userVerification"], "required");
    // What has to be known later is not in the page.
    assert_eq!(ticket.len(), 64);
}

#[tokio::test]
async fn an_answer_that_is_wrong_anywhere_signs_nobody_in_and_is_told_like_one_that_nobody_has() {
    let site = Site::new().await;
    let alex = added(&site, "alex").await;
    let priya = added(&site, "priya").await;
    let counting = Device { counter: 5, ..alex.clone() };
    let lies: Vec<(&str, Device)> = vec![
        ("that nobody has", Device { user: alex.user.clone(), ..device() }),
        ("from another address", Device { origin: "https://evil.example".to_owned(), ..alex.clone() }),
        ("from a name below", Device { origin: format!("https://sub.{HOST}"), ..alex.clone() }),
        ("from another port", Device { origin: format!("https://{HOST}:8443"), ..alex.clone() }),
        ("from an open line", Device { origin: format!("http://{HOST}"), ..alex.clone() }),
        ("for another name", Device { speaks_to: Some("evil.example".to_owned()), ..alex.clone() }),
        ("without making sure who it is", Device { verifies: false, ..alex.clone() }),
        ("with another key", alex.with_another_key()),
        ("for another person", Device { user: priya.user.clone(), ..alex.clone() }),
        ("for nobody", Device { user: vec![], ..alex.clone() }),
        ("for nobody there is", Device { user: vec![7; 16], ..alex.clone() }),
    ];
    let before = site.everything().await;
    let mut told = Vec::new();
    for (what, device) in &lies {
        let mut browser = site.browser();
        let asked = ask_who(&mut browser).await;
        told.push((*what, send(&mut browser, &asked, &device.get(&asked.options)).await));
    }
    let mut browser = site.browser();
    let (one, two) = (ask_who(&mut browser).await, ask_who(&mut browser).await);
    told.push(("to something else that was asked", send(&mut browser, &one, &alex.get(&two.options)).await));
    let junk = ["", "{}", "null", "[]", "\u{0}", &"[".repeat(9000), &alex.get(&two.options).replace("userHandle", "x")];
    for junk in junk {
        let asked = ask_who(&mut browser).await;
        told.push(("that cannot be read", send(&mut browser, &asked, junk).await));
    }
    for ticket in ["", "x", &"0".repeat(64), &two.ticket[..63]] {
        let page = browser.post(SIGN_IN, &[("ticket", ticket), ("answer", &alex.get(&two.options))]).await;
        told.push(("without its ticket", page));
    }
    let usual = told[0].1.text();
    assert!(usual.contains("We could not sign you in with this passkey."), "{usual}");
    for (what, page) in &told {
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        page.assert_whole(what);
        assert_eq!(page.text(), usual, "{what}");
        assert!(page.set_cookies().is_empty(), "{what}: {:?}", page.set_cookies());
    }
    assert_eq!(site.everything().await, before);
    // It was none of what an honest device does as well.
    let asked = ask_who(&mut browser).await;
    assert_eq!(send(&mut browser, &asked, &counting.get(&asked.options)).await.location(), "/home");
}

#[tokio::test]
async fn an_answer_counts_once_for_five_minutes_and_for_what_was_asked() {
    let site = Site::new().await;
    let device = added(&site, "alex").await;
    let mut browser = site.browser();
    let asked = ask_who(&mut browser).await;
    let answer = device.get(&asked.options);
    assert_eq!(send(&mut browser.clone(), &asked, &answer).await.location(), "/home");
    let again = send(&mut browser, &asked, &answer).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody who saw it cannot use it");
    // Nor by writing what came with it otherwise.
    let capitals = Asked { options: asked.options.clone(), ticket: asked.ticket.to_uppercase() };
    assert_eq!(send(&mut browser, &capitals, &answer).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // A wrong answer opens nothing and writes nothing.
    let asked = ask_who(&mut browser).await;
    assert_eq!(send(&mut browser, &asked, "{}").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send(&mut browser.clone(), &asked, &device.get(&asked.options)).await.location(), "/home");
    for (minutes, status) in [(5, StatusCode::SEE_OTHER), (6, StatusCode::UNPROCESSABLE_ENTITY)] {
        let asked = ask_who(&mut browser).await;
        let mut later = browser.at(site.later(minutes));
        assert_eq!(send(&mut later, &asked, &device.get(&asked.options)).await.status, status, "{minutes}");
    }
    // Nor does what was asked to add one, or to sign in, do for the other.
    let mut alex = site.signed_in("alex").await;
    let adding = ask_for_new(&mut alex, "x").await;
    let signing_in = ask_who(&mut browser).await;
    let swapped = Asked { options: signing_in.options.clone(), ticket: adding.ticket };
    assert_eq!(
        send(&mut browser, &swapped, &device.get(&swapped.options)).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let mut new = self::device();
    let swapped = Asked { options: adding.options, ticket: signing_in.ticket };
    let page = send_new(&mut alex, &swapped, &new.create(&swapped.options)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn where_others_use_the_device_it_is_said_with_the_passkey_and_closing_it_signs_out_there() {
    let site = Site::new().await;
    let device = added(&site, "alex").await;
    let mut browser = site.browser();
    let asked = ask_who(&mut browser).await;
    let answer = device.get(&asked.options);
    let led = browser.post(SIGN_IN, &[("ticket", &asked.ticket), ("answer", &answer), ("shared", "yes")]).await;
    assert_eq!((led.location(), &led.headers["clear-site-data"]), ("/home", &"\"storage\"".parse().unwrap()));
    assert!(browser.get("/home").await.text().contains("Other people use this device."));
    let held = site.held("alex").await;
    let (id, _) = held.ways_in().next().unwrap();
    let close = Command::RemoveWayIn { id, on: held.version(ItemId::SignIn(id)), sure: true };
    site.store.commit(own(held.claimant(), close, at(2))).await.unwrap();
    assert_eq!(browser.get("/home").await.location(), "/sign-in");
}

#[tokio::test]
async fn whoever_asks_again_and_again_what_to_ask_a_device_writes_nothing_and_locks_nobody_out() {
    let site = Site::new().await;
    let device = added(&site, "alex").await;
    let mut database = SqliteConnectOptions::new().filename(site.database()).connect().await.unwrap();
    let mut rows =
        async || -> i64 { sqlx::query_scalar("SELECT count(*) FROM ticket").fetch_one(&mut database).await.unwrap() };
    let before = rows().await;
    let mut browser = site.browser();
    for _ in 0..50 {
        let asked = ask_who(&mut browser).await;
        send(&mut browser, &asked, "{}").await;
    }
    assert_eq!(rows().await, before);
    let asked = ask_who(&mut browser).await;
    assert_eq!(send(&mut browser, &asked, &device.get(&asked.options)).await.location(), "/home");
    assert_eq!(rows().await, before + 1, "that it was used, until it could not be any more");
}

#[tokio::test]
async fn a_key_that_counts_is_refused_once_it_has_counted_back_to_before_it_was_added() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let asked = ask_for_new(&mut browser, "a stick").await;
    let mut stick = Device { counter: 40, ..device() };
    assert_eq!(send_new(&mut browser, &asked, &stick.create(&asked.options)).await.status, StatusCode::SEE_OTHER);
    for (counter, status) in
        [(39, StatusCode::UNPROCESSABLE_ENTITY), (40, StatusCode::UNPROCESSABLE_ENTITY), (41, StatusCode::SEE_OTHER)]
    {
        stick.counter = counter;
        let mut browser = site.browser();
        let asked = ask_who(&mut browser).await;
        assert_eq!(send(&mut browser, &asked, &stick.get(&asked.options)).await.status, status, "{counter}");
    }
}

#[tokio::test]
async fn a_new_passkey_that_is_wrong_anywhere_is_not_added() {
    let site = Site::new().await;
    let priya = added(&site, "priya").await;
    let mut browser = site.signed_in("alex").await;
    let before = site.everything().await;
    let lies: Vec<(&str, Device)> = vec![
        ("from another address", Device { origin: "https://evil.example".to_owned(), ..device() }),
        ("for another name", Device { speaks_to: Some("evil.example".to_owned()), ..device() }),
        ("without making sure who it is", Device { verifies: false, ..device() }),
        ("that is another person's", Device { credential: priya.credential.clone(), ..device() }),
        ("with an id that is too long", Device { credential: vec![1; 1100], ..device() }),
    ];
    for (what, mut device) in lies {
        let asked = ask_for_new(&mut browser, "x").await;
        let page = send_new(&mut browser, &asked, &device.create(&asked.options)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        page.assert_whole(what);
        assert!(page.text().contains("The passkey was not added."), "{what}: {}", page.text());
        assert_eq!(page.form_with("name").all("name").next(), Some("my phone"), "{what}: the name is kept");
    }
    let (one, two) = (ask_for_new(&mut browser, "x").await, ask_for_new(&mut browser, "x").await);
    let page = send_new(&mut browser, &one, &device().create(&two.options)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "to something else that was asked");
    // What somebody else was asked: their ticket does nothing here, and is used up.
    let mut other = site.signed_in("priya").await;
    let theirs = ask_for_new(&mut other, "x").await;
    let page = send_new(&mut browser, &theirs, &device().create(&theirs.options)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "what somebody else was asked");
    assert_eq!(site.everything().await, before);
}

#[tokio::test]
async fn a_passkey_that_is_closed_opens_nothing() {
    let site = Site::new().await;
    let device = added(&site, "alex").await;
    let held = site.held("alex").await;
    let (id, _) = held.ways_in().next().unwrap();
    let close = Command::RemoveWayIn { id, on: held.version(ItemId::SignIn(id)), sure: true };
    site.store.commit(own(held.claimant(), close, crate::given::at(1))).await.unwrap();
    let mut browser = site.browser();
    let asked = ask_who(&mut browser).await;
    assert_eq!(send(&mut browser, &asked, &device.get(&asked.options)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(site.held("alex").await.way_in(WayInId(id.0)).is_none());
}

#[tokio::test]
async fn somebody_who_put_anothers_passkey_down_as_theirs_never_has_them_in_their_place() {
    let site = Site::new().await;
    let device = added(&site, "alex").await;
    let (alex, priya) = (site.held("alex").await, site.held("priya").await);
    // As if two had been added at the same moment: the same id and key, in two places.
    let (_, way) = alex.ways_in().next().unwrap();
    let id = WayInId(uuid::Uuid::from_u128(1));
    let planted = Command::AddWayIn { id, way: way.clone() };
    site.store.commit(own(priya.claimant(), planted, crate::given::at(1))).await.unwrap();
    let mut browser = site.browser();
    let asked = ask_who(&mut browser).await;
    assert_eq!(send(&mut browser, &asked, &device.get(&asked.options)).await.location(), "/home");
    assert!(browser.get("/home").await.text().contains("Hello Alex."));
}

#[tokio::test]
async fn each_sign_in_is_a_new_session_and_what_was_kept_comes_back() {
    let site = Site::new().await;
    let device = added(&site, "alex").await;
    let mut browser = site.signed_in("alex").await;
    let form = browser.get("/goals/add").await.form_with("words");
    let before = browser.cookies[SESSION].clone();
    browser.clone().post("/sign-out", &[]).await;
    let mut sent: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    sent.retain(|(name, _)| *name != "words");
    sent.extend([("words", "half a thought"), ("audience", "only-me")]);
    let page = browser.post("/goals/add", &sent).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    let form = page.form_with("answer");
    assert_eq!(form.action, SIGN_IN);
    let kept = form.all("kept").next().unwrap();
    // A first try that fails loses nothing.
    let page = browser.post(SIGN_IN, &[("kept", kept), ("answer", ""), ("ticket", "")]).await;
    let form = page.form_with("answer");
    let kept = form.all("kept").next().unwrap();
    let asked = ask_who(&mut browser).await;
    let fields = [("kept", kept), ("ticket", &asked.ticket), ("answer", &device.get(&asked.options))];
    let led = browser.post(SIGN_IN, &fields).await;
    assert_eq!((led.status, led.location()), (StatusCode::TEMPORARY_REDIRECT, "/goals/add"));
    assert_ne!(browser.cookies[SESSION], before);
    let again = browser.post("/goals/add", &fields).await;
    assert_eq!(again.form_with("words").all("words").next(), Some("half a thought"));
}

#[tokio::test]
async fn what_was_typed_while_adding_one_is_there_again_after_signing_in() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let token = browser.token().await;
    let asked = ask_for_new(&mut browser, "my sister's phone").await;
    let before = site.everything().await;
    browser.clone().post("/sign-out", &[]).await;
    let answer = device().create(&asked.options);
    let fields =
        [("token", token.as_str()), ("name", "my sister's phone"), ("ticket", &asked.ticket), ("answer", &answer)];
    let page = browser.post(ADD, &fields).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(!page.body.contains("my sister"), "{}", page.text());
    let kept = page.form_with("kept").all("kept").next().unwrap().to_owned();
    browser.post("/sign-in", &[("person", "alex"), ("kept", &kept)]).await;
    let again = browser.post(ADD, &[("kept", &kept)]).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(again.form_with("name").all("name").next(), Some("my sister's phone"));
    assert_eq!(site.everything().await, before, "nothing is added by itself");
}

#[tokio::test]
async fn there_are_no_more_than_can_be_kept() {
    let site = Site::new().await;
    for _ in 0..own_terms_domain::sign_in::MOST_WAYS_IN {
        added(&site, "alex").await;
    }
    let mut browser = site.signed_in("alex").await;
    let asked = ask_for_new(&mut browser, "one more").await;
    let page = send_new(&mut browser, &asked, &device().create(&asked.options)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.held("alex").await.count_of(Kind::SignIn), own_terms_domain::sign_in::MOST_WAYS_IN);
}

#[tokio::test]
async fn where_no_browser_would_make_one_none_is_offered() {
    let numbers = ["http://127.0.0.1:3000", "https://127.0.0.1", "https://[::1]:3000", "http://own-terms.example", "x"];
    for origin in numbers {
        assert!(Passkeys::at(origin).is_none(), "{origin}");
    }
    for origin in ["https://own-terms.example", "https://own-terms.example:8443", "http://localhost:3000"] {
        assert!(Passkeys::at(origin).is_some(), "{origin}");
    }
    let site = Site::with(Settings { demo: true, ..Settings::default() }).await;
    let page = site.browser().get("/sign-in").await;
    assert!(!page.body.contains("<script") && !page.body.contains("passkey"), "{}", page.body);
    let mut browser = site.signed_in("alex").await;
    assert_eq!(browser.get(ADD).await.status, StatusCode::NOT_FOUND);
    for path in [SIGN_IN.to_owned(), format!("{SIGN_IN}/begin"), ADD.to_owned(), format!("{ADD}/begin")] {
        let page = browser.submit(&path, &[("name", "x"), ("answer", "{}"), ("ticket", &"0".repeat(64))]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(site.held("alex").await.count_of(Kind::SignIn), 0);
}

#[tokio::test]
async fn a_passkey_that_is_added_is_told_to_the_addresses_that_are_there() {
    let mut server = MailServer::start(&[]).await;
    let site = Site::with_mail(&server).await;
    site.with_way_in("alex", "old@example.com").await;
    added(&site, "alex").await;
    site.sends(1).await;
    let told = server.next().await;
    assert_eq!(
        (told.to.as_slice(), told.header("Subject")),
        (&["old@example.com".to_owned()][..], "A change to how you sign in")
    );
}

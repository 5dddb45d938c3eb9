//! Where someone is signed in: told with how and on what, and ended from elsewhere by them alone.

use axum::http::{Method, StatusCode, header};

use own_terms_domain::item::ItemId;

use super::{Browser, Site, encode};
use crate::smtp::MailServer;

/// Signs in on a device that says this of itself.
async fn on(site: &Site, person: &str, agent: &str) -> Browser {
    let mut browser = site.browser();
    let request = browser
        .request(Method::POST, "/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header(header::USER_AGENT, agent)
        .body(encode(&[("person", person)]).into())
        .unwrap();
    assert_eq!(browser.send(request).await.status, StatusCode::SEE_OTHER);
    browser
}

#[tokio::test]
async fn each_is_told_with_how_and_on_what_and_nothing_else_of_the_device_is_kept() {
    let site = Site::new().await;
    on(&site, "alex", "Mozilla/5.0 (Linux; Android 9; Secret-Model) Mobile Safari/537.36").await;
    on(&site, "alex", "Mozilla/5.0 (X11; Linux x86_64) Secret-Browser/1").await;
    let mut here = on(&site, "alex", "").await;
    let page = here.get("/settings/sessions").await;
    for words in ["on a phone or tablet.", "on a computer.", "on another device.", "You are using this one now."] {
        assert_eq!(page.text().matches(words).count(), 1, "{words}: {}", page.text());
    }
    let file = std::fs::read(site.database()).unwrap();
    let log = std::fs::read(site.database().with_extension("db-wal")).unwrap_or_default();
    for bytes in [file, log] {
        assert!(!bytes.windows(6).any(|part| part == b"Secret"));
    }
}

#[tokio::test]
async fn one_is_ended_from_elsewhere_and_all_others_at_once() {
    let site = Site::new().await;
    let (mut phone, mut tablet, mut here) =
        (site.signed_in("alex").await, site.signed_in("alex").await, site.signed_in("alex").await);
    let mut other = site.signed_in("priya").await;
    let page = here.get("/settings/sessions").await;
    let sessions: Vec<String> = page.forms().iter().flat_map(|form| form.all("session").map(str::to_owned)).collect();
    assert_eq!(sessions.len(), 2, "this one is not among those to end");
    let one = [("session", sessions[0].as_str()), ("do", "end")];
    // Nobody else's to end.
    assert_eq!(other.submit("/settings/sessions", &one).await.status, StatusCode::SEE_OTHER);
    assert_eq!(phone.get("/home").await.status, StatusCode::OK);
    assert_eq!(tablet.get("/home").await.status, StatusCode::OK);
    let ended = here.submit("/settings/sessions", &one).await;
    assert_eq!((ended.status, ended.location()), (StatusCode::SEE_OTHER, "/settings/sessions"));
    let still = [phone.get("/home").await.status, tablet.get("/home").await.status];
    assert_eq!(still.iter().filter(|status| **status == StatusCode::OK).count(), 1);
    site.signed_in("alex").await;
    assert_eq!(here.submit("/settings/sessions", &[("do", "others")]).await.status, StatusCode::SEE_OTHER);
    for browser in [&mut phone, &mut tablet] {
        assert_eq!(browser.get("/home").await.location(), "/sign-in");
    }
    assert_eq!(here.get("/home").await.status, StatusCode::OK);
    assert_eq!(other.get("/home").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_no_session_of_theirs_is_ended_by_nobody() {
    let site = Site::new().await;
    let mut here = site.signed_in("alex").await;
    for junk in [("session", "x"), ("session", ""), ("do", "nothing")] {
        let page = here.submit("/settings/sessions", &[junk, ("do", "end")]).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{junk:?}");
    }
    let unknown = [("session", "00000000000000000000000000000001"), ("do", "end")];
    assert_eq!(here.submit("/settings/sessions", &unknown).await.status, StatusCode::SEE_OTHER);
    assert_eq!(here.get("/home").await.status, StatusCode::OK);
}

#[tokio::test]
async fn each_page_says_until_when_one_is_signed_in_and_being_there_moves_it() {
    let site = Site::new().await;
    let browser = site.signed_in("alex").await;
    let says = async |minutes: i64| {
        let page = browser.at(site.later(1 + minutes)).get("/goals").await.text();
        let (_, after) = page.split_once("If you do nothing here, you are signed out at ").unwrap();
        after.split('.').next().unwrap().to_owned()
    };
    // The day of the tests begins at half past ten.
    assert_eq!(says(0).await, "12:31pm");
    assert_eq!(says(60).await, "1:31pm");
    let stayed = browser.at(site.later(61 + 60)).post("/stay", &[]).await;
    assert_eq!(stayed.status, StatusCode::NO_CONTENT);
    assert!(stayed.body.is_empty() && stayed.set_cookies().is_empty());
    assert_eq!(says(120).await, "2:31pm");
    for minutes in (220..=720).step_by(100) {
        says(minutes).await;
    }
    assert_eq!(says(719).await, "10:31pm", "nothing moves the end of twelve hours");
    let page = browser.at(site.later(720)).get("/contact").await;
    assert!(page.body.contains("id=\"stay\"") && !page.body.contains("id=\"stay-on\""), "no button that does nothing");
    let page = site.signed_in("alex").await.get("/contact").await;
    assert!(page.body.contains("id=\"stay-on\""));
    assert!(!site.browser().get("/settings").await.body.contains("id=\"stay\""));
    assert_eq!(site.browser().post("/stay", &[]).await.location(), "/sign-in");
}

/// What each way to sign in leads to: the cookies that it sets, and what is told of the session.
async fn signs_in_where_others_use_it(site: &Site, browser: &mut Browser, led: super::support::Page) {
    assert_eq!(led.status, StatusCode::SEE_OTHER, "{}", led.text());
    assert_eq!(led.headers["clear-site-data"], "\"storage\"");
    assert!(!browser.cookies.contains_key("own-terms-own-device"), "{:?}", led.set_cookies());
    let page = browser.get("/goals").await;
    let (before, after) = page.body.split_once("Other people use this device.").expect("the band");
    assert!(!before.contains("<nav") && after.contains("<nav"), "the way out is offered first");
    assert!(page.text().contains("If you do nothing here, you are signed out at 10:46am."), "{}", page.text());
    assert!(!page.body.contains("id=\"draft\""));
    assert_eq!(browser.at(site.later(16)).get("/goals").await.status, StatusCode::OK);
    let mut late = browser.at(site.later(16 + 16));
    assert_eq!(late.get("/goals").await.location(), "/sign-in");
}

#[tokio::test]
async fn where_others_use_the_device_it_is_said_once_at_signing_in_and_everything_is_shorter() {
    let server = MailServer::start(&[]).await;
    let site = Site::with_mail(&server).await;
    let mut server = server;
    let own = site.signed_in("alex").await.submit("/settings", &[("do", "device"), ("device", "own")]).await;
    let cookie = own.set_cookies().into_iter().find(|cookie| cookie.contains("own-device")).unwrap();
    let tag = cookie.split_once('=').unwrap().1.split(';').next().unwrap().to_owned();
    let fresh = || {
        let mut browser = site.browser();
        browser.cookies.insert("own-terms-own-device".to_owned(), tag.clone());
        browser
    };
    let mut browser = fresh();
    assert!(!browser.get("/sign-in").await.body.contains("checked"), "nobody ticks it but the person");
    let led = browser.post("/sign-in", &[("person", "alex"), ("shared", "yes")]).await;
    signs_in_where_others_use_it(&site, &mut browser, led).await;
    // By a link, on the device that asked and on another.
    site.with_way_in("alex", "alex@example.com").await;
    for elsewhere in [false, true] {
        let mut browser = fresh();
        browser.post("/sign-in/email", &[("email", "alex@example.com")]).await;
        let letter = server.next().await;
        let mut browser = if elsewhere { fresh() } else { browser };
        let page = browser.get(letter.path()).await;
        assert!(page.body.contains("name=\"shared\"") && !page.body.contains("checked"));
        let led = browser.fill_in(letter.path(), "do", &[("do", "yes"), ("shared", "yes")]).await;
        signs_in_where_others_use_it(&site, &mut browser, led).await;
    }
    // Nobody is asked to say so.
    let mut usual = fresh();
    let led = usual.post("/sign-in", &[("person", "alex")]).await;
    assert!(!led.headers.contains_key("clear-site-data") && usual.cookies.contains_key("own-terms-own-device"));
    assert!(!usual.get("/goals").await.body.contains("Other people use this device."));
}

#[tokio::test]
async fn of_several_places_the_one_that_is_chosen_is_opened_as_it_was_said() {
    let mut server = MailServer::start(&[]).await;
    let site = Site::with_mail(&server).await;
    for person in ["alex", "priya"] {
        site.with_way_in(person, "both@example.com").await;
    }
    let mut browser = site.browser();
    browser.post("/sign-in/email", &[("email", "both@example.com")]).await;
    let letter = server.next().await;
    let which = browser.fill_in(letter.path(), "do", &[("do", "yes"), ("shared", "yes")]).await;
    let form = which.form_with("place");
    let place = form.buttons.iter().find(|(name, _)| name == "place").unwrap().1.clone();
    let mut all: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.push(("place", &place));
    let led = browser.post("/sign-in/link", &all).await;
    signs_in_where_others_use_it(&site, &mut browser, led).await;
}

#[tokio::test]
async fn it_is_said_and_unsaid_for_the_session_where_sessions_are() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    browser.submit("/settings", &[("do", "device"), ("device", "own")]).await;
    assert!(browser.cookies.contains_key("own-terms-own-device"));
    let other = site.signed_in("alex").await;
    let shared = browser.fill_in("/settings/sessions", "do", &[("do", "share")]).await;
    assert_eq!((shared.status, shared.location()), (StatusCode::SEE_OTHER, "/settings/sessions"));
    assert_eq!(shared.headers["clear-site-data"], "\"storage\"");
    assert!(!browser.cookies.contains_key("own-terms-own-device"));
    let page = browser.get("/settings/sessions").await.text();
    let ends = "Other people use the device, so it ends after 15 minutes without use.";
    assert_eq!(page.matches(ends).count(), 1, "{page}");
    assert!(!other.at(site.later(1)).get("/goals").await.body.contains("Other people use this device."));
    assert_eq!(browser.at(site.later(17)).get("/home").await.location(), "/sign-in");
    // From a page that is older than this session, nothing is done of it.
    let old = browser.post("/settings/sessions", &[("do", "share-not")]).await;
    assert_eq!(old.status, StatusCode::FORBIDDEN);
    browser.fill_in("/settings/sessions", "do", &[("do", "share-not")]).await;
    assert_eq!(browser.at(site.later(17)).get("/home").await.status, StatusCode::OK);
    // Whoever says that the device is theirs alone says this too.
    browser.fill_in("/settings/sessions", "do", &[("do", "share")]).await;
    browser.submit("/settings", &[("do", "device"), ("device", "own")]).await;
    assert!(!browser.get("/goals").await.body.contains("Other people use this device."));
}

#[tokio::test]
async fn closing_a_way_signs_out_whoever_came_by_it_and_says_so_before() {
    let mut server = MailServer::start(&[]).await;
    let site = Site::with_mail(&server).await;
    let (way, _) = site.with_way_in("alex", "alex@example.com").await;
    let mut by_link = Vec::new();
    for _ in 0..2 {
        let mut browser = site.browser();
        browser.post("/sign-in/email", &[("email", "alex@example.com")]).await;
        let letter = server.next().await;
        assert_eq!(browser.fill_in(letter.path(), "do", &[("do", "yes")]).await.location(), "/home");
        by_link.push(browser);
    }
    let mut chosen = site.signed_in("alex").await;
    let page = format!("/settings/sign-in/way?way={way}");
    let ends = "Wherever somebody signed in by it, they are signed out.";
    let here = "here you stay signed in until you sign out.";
    let text = by_link[0].get(&page).await.text();
    assert!(text.contains(ends) && text.contains(here), "{text}");
    let text = chosen.get(&page).await.text();
    assert!(text.contains(ends) && !text.contains(here), "{text}");
    let on = site.held("alex").await.version(ItemId::SignIn(way)).to_string();
    let (way, close) = (way.to_string(), ("do", "close"));
    let fields = [("way", way.as_str()), ("version", &on), ("sure", "yes"), close];
    let closed = by_link[0].submit("/settings/sign-in/way", &fields).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    assert_eq!(by_link[0].get("/home").await.status, StatusCode::OK, "where it was closed");
    assert_eq!(by_link[1].get("/home").await.location(), "/sign-in");
    assert_eq!(chosen.get("/home").await.status, StatusCode::OK, "it began otherwise");
}

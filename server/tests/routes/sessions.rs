//! Where someone is signed in: told with how and on what, and ended from elsewhere by them alone.

use axum::http::{Method, StatusCode, header};

use super::{Browser, Site, encode};

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

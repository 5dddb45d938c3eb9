//! Signing in and out, and leaving at once.

use axum::http::{Method, Request, StatusCode, header};

use super::{Browser, Site, support::PEOPLE};

const SESSION: &str = "own-terms-session";

#[tokio::test]
async fn each_sign_in_is_a_new_session_and_ends_the_one_before_on_this_device() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let first = browser.cookies[SESSION].clone();
    assert_eq!(first.len(), 64);
    let copy = browser.clone();
    browser.post("/sign-in", &[("person", "priya")]).await;
    assert_ne!(browser.cookies[SESSION], first);
    assert_eq!(copy.clone().get("/home").await.location(), "/sign-in", "the session before is over");
    assert!(browser.get("/home").await.text().contains("Priya"));
}

#[tokio::test]
async fn a_session_that_someone_else_chose_is_never_used() {
    let site = Site::new().await;
    let mut browser = site.browser();
    let planted = "0".repeat(64);
    browser.cookies.insert(SESSION.to_owned(), planted.clone());
    assert_eq!(browser.get("/home").await.location(), "/sign-in");
    browser.post("/sign-in", &[("person", "alex")]).await;
    assert_ne!(browser.cookies[SESSION], planted);
    let mut attacker = site.browser();
    attacker.cookies.insert(SESSION.to_owned(), planted);
    assert_eq!(attacker.get("/home").await.location(), "/sign-in");
}

#[tokio::test]
async fn signing_out_and_leaving_end_the_session_at_the_server() {
    let site = Site::new().await;
    for (path, to) in [("/sign-out", "/signed-out"), ("/leave", "/left")] {
        let mut browser = site.signed_in("alex").await;
        let mut copy = browser.clone();
        assert_eq!(copy.get("/home").await.status, StatusCode::OK);
        let done = browser.post(path, &[]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, to));
        assert_eq!(done.headers["clear-site-data"], "\"storage\"");
        assert!(!browser.cookies.contains_key(SESSION));
        assert_eq!(copy.get("/home").await.location(), "/sign-in", "a copied cookie fails");
        // Twice is no failure.
        assert_eq!(browser.post(path, &[]).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_session_ends_two_hours_after_its_last_use_and_twelve_after_it_began() {
    let site = Site::new().await;
    let browser = site.signed_in("alex").await;
    let at = async |minutes: i64| browser.at(site.later(1 + minutes)).get("/home").await.status;
    assert_eq!(at(120).await, StatusCode::OK);
    assert_eq!(at(120 + 121).await, StatusCode::SEE_OTHER);
    for minutes in (110..720).step_by(100) {
        assert_eq!(at(minutes).await, StatusCode::OK, "used again and again: {minutes}");
    }
    assert_eq!(at(720).await, StatusCode::OK);
    assert_eq!(at(721).await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn nobody_is_chosen_beforehand_and_an_unknown_person_is_no_one() {
    let site = Site::new().await;
    let mut browser = site.browser();
    let form = browser.get("/sign-in").await.form_with("person");
    assert_eq!(form.all("person").count(), 0);
    for unknown in ["", "nobody", "Alex", "alex ", "<script>", "1"] {
        let page = browser.post("/sign-in", &[("person", unknown)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{unknown}");
        assert!(page.set_cookies().is_empty());
    }
    for person in PEOPLE {
        site.signed_in(person).await;
    }
}

#[tokio::test]
async fn a_cookie_that_is_no_session_is_nobodys() {
    let site = Site::new().await;
    for junk in ["", "x", &"f".repeat(64), &"a".repeat(5000), "\u{0}", "é"] {
        let mut browser = site.browser();
        let Ok(request) = Request::builder()
            .method(Method::GET)
            .uri("/home")
            .header(header::COOKIE, format!("{SESSION}={junk}; a; =; ;;"))
            .body(axum::body::Body::empty())
        else {
            continue;
        };
        assert_eq!(Browser::send(&mut browser, request).await.location(), "/sign-in", "{junk:?}");
    }
}

//! The headers of every answer, and the cookies.

use axum::{
    body::Body,
    http::{HeaderMap, Method, StatusCode, header},
};
use own_terms::app::Settings;

use super::{
    Site,
    support::{Page, routes},
};

#[track_caller]
fn assert_safe(what: &str, headers: &HeaderMap) {
    let is = |name: &str, value: &str| {
        assert_eq!(headers.get(name).map(|value| value.to_str().unwrap()), Some(value), "{what}: {name}");
    };
    is("x-content-type-options", "nosniff");
    is("x-frame-options", "DENY");
    is("referrer-policy", "same-origin");
    is("cross-origin-opener-policy", "same-origin");
    is("cross-origin-resource-policy", "same-origin");
    let kept = headers.get("cache-control").map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    let is_asset = what.contains("/assets/") && kept.contains("immutable");
    // The keys and the checkpoints are the same for everyone.
    let is_published = what.contains("GET /check/") && kept == "public, max-age=60";
    assert!(kept == "no-store" || is_asset || is_published, "{what}: {kept}");
    let policy = headers["content-security-policy"].to_str().unwrap();
    for part in
        ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "script-src 'self'"]
    {
        assert!(policy.contains(part), "{what}: {policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{what}: {policy}");
    assert!(headers["permissions-policy"].to_str().unwrap().contains("camera=()"), "{what}");
}

#[tokio::test]
async fn every_answer_carries_them_failures_too() {
    let site = Site::new().await;
    let mut answers: Vec<(String, Page)> = Vec::new();
    for mut browser in [site.browser(), site.signed_in("alex").await] {
        for route in routes() {
            answers.push((format!("GET {}", route.path), browser.get(route.path).await));
            answers
                .push((format!("POST {}", route.path), browser.clone().post(route.path, &[("do", "nothing")]).await));
            let request = browser.request(Method::POST, route.path).body(Body::empty()).unwrap();
            answers.push((format!("forged {}", route.path), browser.clone().send(request).await));
        }
        let large = "x".repeat(200_000);
        answers.push(("too large".to_owned(), browser.post("/goals/add", &[("words", &large)]).await));
        for path in ["/nothing", "/assets/nothing.css", "/assets/%ff", "/goals/change?goal=a&goal=b"] {
            answers.push((format!("GET {path}"), browser.get(path).await));
        }
        let css = own_terms::assets::href("own-terms.css").unwrap();
        answers.push((format!("GET {css}"), browser.get(css).await));
    }
    let statuses: std::collections::BTreeSet<u16> = answers.iter().map(|(_, page)| page.status.as_u16()).collect();
    assert!([200, 303, 403, 404, 413].iter().all(|status| statuses.contains(status)), "{statuses:?}");
    for (what, page) in answers {
        assert_safe(&what, &page.headers);
        assert!(page.status.as_u16() < 500, "{what}: {}", page.status);
        assert!(!page.headers.contains_key(header::SERVER) && !page.headers.contains_key("strict-transport-security"));
    }
}

#[tokio::test]
async fn over_https_cookies_are_bound_to_this_host_and_https() {
    let site = Site::with(Settings { demo: true, secure: true, ..Settings::default() }).await;
    let mut browser = site.browser();
    let page = browser.post("/sign-in", &[("person", "megan")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert!(page.headers["strict-transport-security"].to_str().unwrap().contains("max-age=63072000"));
    let mut all: Vec<String> = page.set_cookies().into_iter().map(str::to_owned).collect();
    assert_eq!(all.len(), 2, "a session and how she reads: {all:?}");
    assert!(all.iter().any(|cookie| cookie.starts_with("__Host-own-terms-session=")));
    // A cookie of the name without the prefix is nobody's.
    let session = browser.cookies["__Host-own-terms-session"].clone();
    let mut other = site.browser();
    other.cookies.insert("own-terms-session".to_owned(), session);
    assert_eq!(other.get("/home").await.location(), "/sign-in");
    for (path, fields) in [
        ("/settings", vec![("do", "device"), ("device", "own")]),
        ("/contact", vec![("answer", "no")]),
        ("/sign-out", vec![]),
    ] {
        let page = browser.submit(path, &fields).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
        all.extend(page.set_cookies().into_iter().map(str::to_owned));
    }
    assert!(all.len() > 5, "{all:?}");
    for cookie in all {
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
}

#[tokio::test]
async fn the_session_is_a_cookie_for_as_long_as_the_browser_is_open() {
    let site = Site::new().await;
    let page = site.browser().post("/sign-in", &[("person", "alex")]).await;
    let [cookie] = page.set_cookies()[..] else { panic!("{:?}", page.set_cookies()) };
    assert!(cookie.starts_with("own-terms-session=") && cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
    assert!(!cookie.contains("Max-Age") && !cookie.contains("Expires") && !cookie.contains("Secure"), "{cookie}");
}

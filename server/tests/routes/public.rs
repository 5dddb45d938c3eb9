//! Pages that anyone can read.

use axum::http::StatusCode;
use own_terms::app::Settings;

use super::Site;

#[tokio::test]
async fn each_is_there_signed_in_or_not() {
    let site = Site::new().await;
    for mut browser in [site.browser(), site.signed_in("alex").await] {
        for path in ["/", "/accessibility", "/privacy", "/settings", "/signed-out", "/examples"] {
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            page.assert_whole(path);
        }
    }
}

#[tokio::test]
async fn without_the_demonstration_nobody_signs_in_and_there_are_no_examples() {
    let site = Site::with(Settings::default()).await;
    let mut browser = site.browser();
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
    assert_eq!(browser.get("/examples").await.status, StatusCode::NOT_FOUND);
    assert!(!browser.get("/sign-in").await.body.contains("alex"));
    let answer = browser.post("/sign-in", &[("person", "alex")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.set_cookies().is_empty());
}

#[tokio::test]
async fn the_demonstration_says_so_on_each_page() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let says_so = browser.get("/").await.body.matches("demo").count();
    assert!(says_so > 0);
}

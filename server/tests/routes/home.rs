//! Home.

use axum::http::StatusCode;

use super::Site;

#[tokio::test]
async fn it_says_what_the_person_said_and_by_what_name() {
    let site = Site::new().await;
    let page = site.signed_in("alex").await.get("/home").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_whole("/home");
    assert!(page.text().contains("Alex"), "{}", page.text());
}

#[tokio::test]
async fn someone_new_has_a_home_too() {
    let site = Site::new().await;
    let page = site.signed_in("sam").await.get("/home").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_whole("/home");
}

#[tokio::test]
async fn someone_who_stopped_is_told_so_and_can_come_back() {
    let site = Site::new().await;
    let page = site.signed_in("tom").await.get("/home").await;
    assert!(page.body.contains("href=\"/stop\""));
}

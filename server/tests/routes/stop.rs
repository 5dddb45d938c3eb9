//! Stopping and coming back.

use axum::http::StatusCode;
use own_terms_domain::decide::may_contact;

use super::Site;
use crate::given::at;

#[tokio::test]
async fn from_every_page_stopping_is_two_steps_at_most_and_gives_no_reason() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    for path in ["/home", "/goals", "/contact", "/appointments/terms/pace", "/held", "/settings", "/privacy"] {
        assert!(browser.get(path).await.body.contains("href=\"/stop\""), "{path}");
    }
    let before = site.held("alex").await;
    assert!(may_contact(&before, at(1)));
    let form =
        browser.get("/stop").await.forms().into_iter().find(|form| !form.buttons.is_empty() && form.action == "/stop");
    let form = form.unwrap();
    assert!(form.fields.iter().all(|(name, _)| name == "token"), "nothing is asked: {form:?}");
    let done = browser.submit("/stop", &[("do", "stop")]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/stop"));
    assert!(!may_contact(&site.held("alex").await, at(1)));
    // They keep reading all of it.
    assert_eq!(browser.get("/held").await.status, StatusCode::OK);
    assert_eq!(browser.get("/goals").await.status, StatusCode::OK);
    let back = browser.submit("/stop", &[("do", "as-it-was")]).await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, "/home"));
    assert!(may_contact(&site.held("alex").await, at(1)));
}

#[tokio::test]
async fn coming_back_afresh_sets_goals_aside_and_empties_the_terms() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    browser.submit("/stop", &[("do", "stop")]).await;
    browser.submit("/stop", &[("do", "afresh")]).await;
    let state = site.held("alex").await;
    assert_eq!((state.goals().len(), state.goals_taken_away().len()), (0, 3));
    assert!(!may_contact(&state, at(1)));
    let form = browser.get("/contact/ways").await.form_with("rank-phone");
    assert!(form.fields.iter().all(|(_, value)| !value.contains("07700")), "{form:?}");
}

//! Others write for too long: a bounded wait, a clear word, and everything that was typed is kept.

use axum::http::StatusCode;
use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};

use super::Site;

const TYPED: &str = "typed while the store was <busy>";

#[tokio::test]
async fn what_was_typed_is_kept_and_sending_it_again_saves_it() {
    let site = Site::new().await;
    let mut now = site.signed_in("sam").await;
    let form = now.get("/goals/add").await.form_with("words");
    let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.retain(|(name, _)| *name != "words");
    fields.push(("words", TYPED));
    // Ten minutes later the session's last use has to be noted as well, and cannot be.
    let mut later = now.at(site.later(10));
    let before = site.everything().await;
    let mut other = SqliteConnectOptions::new().filename(site.database()).connect().await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let mut reader = now.clone();
    let (at_once, after_a_while, read) =
        tokio::join!(now.post("/goals/add", &fields), later.post("/goals/add", &fields), reader.get("/goals"));
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    assert_eq!(read.status, StatusCode::OK, "reading goes on");
    assert_eq!(site.everything().await, before);
    for (when, page) in [("at once", &at_once), ("after a while", &after_a_while)] {
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{when}");
        page.assert_whole(when);
        assert_eq!(page.form_with("words").all("words").next(), Some(TYPED), "{when}: what was typed is kept");
    }
    let form = after_a_while.form_with("words");
    let fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(later.post("/goals/add", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.held("sam").await.goals()[0].goal.draft.words.as_str(), TYPED);
}

//! Contact: yes, no, not now; how; how safely.

use axum::http::StatusCode;
use own_terms_domain::decide::may_contact;

use super::Site;
use crate::given::at;

#[tokio::test]
async fn each_of_the_three_answers_is_one_step_and_is_kept_to() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    for (answer, contact) in [("yes", true), ("no", false), ("yes", true), ("not-now", false)] {
        let done = browser.fill_in("/contact", "answer", &[("answer", answer)]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/contact"), "{answer}");
        assert_eq!(may_contact(&site.held("sam").await, at(1)), contact, "{answer}");
    }
}

#[tokio::test]
async fn what_to_talk_about_and_what_not_is_kept_as_typed() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let fields = [("answer", "yes"), ("about", "<my> rent"), ("not-about", "my \"last\" job"), ("until", "")];
    assert_eq!(browser.fill_in("/contact", "answer", &fields).await.status, StatusCode::SEE_OTHER);
    let form = browser.get("/contact").await.form_with("about");
    assert_eq!(form.all("about").next(), Some("<my> rent"));
    assert_eq!(form.all("not-about").next(), Some("my \"last\" job"));
    assert_eq!(form.all("answer").next(), None, "no answer is ever chosen beforehand");
}

#[tokio::test]
async fn ways_and_safety_come_back_on_their_forms() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let ways = [
        ("rank-letter", "1"),
        ("detail-letter", "1 High Street, Cardiff CF10 3NQ"),
        ("rank-phone", "2"),
        ("detail-phone", "07700 900123"),
        ("from-3", "09:00"),
        ("until-3", "11:30"),
    ];
    assert_eq!(browser.fill_in("/contact/ways", "rank-phone", &ways).await.status, StatusCode::SEE_OTHER);
    let form = browser.get("/contact/ways").await.form_with("rank-phone");
    for (name, value) in ways {
        assert_eq!(form.all(name).next(), Some(value), "{name}");
    }
    let safe = [("rules", "no-voicemail"), ("word", "heron"), ("avoid", "Mondays")];
    assert_eq!(browser.fill_in("/contact/safe", "word", &safe).await.status, StatusCode::SEE_OTHER);
    let form = browser.get("/contact/safe").await.form_with("word");
    for (name, value) in safe {
        assert_eq!(form.all(name).next(), Some(value), "{name}");
    }
    // On the page that others may see over a shoulder, only that there is something.
    assert!(!browser.get("/contact").await.body.contains("heron"));
    assert!(!browser.get("/home").await.body.contains("heron"));
}

#[tokio::test]
async fn whoever_has_stopped_cannot_ask_to_talk_and_is_told_what_to_do() {
    let site = Site::new().await;
    let mut browser = site.signed_in("tom").await;
    let told = browser.fill_in("/contact", "answer", &[("answer", "yes"), ("about", "something")]).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    told.assert_whole("/contact");
    assert_eq!(told.form_with("about").all("about").next(), Some("something"));
    assert!(!may_contact(&site.held("tom").await, at(1)));
}

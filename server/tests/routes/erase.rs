//! Erasing, and what is left to see of it.

use axum::http::StatusCode;

use super::{Browser, Site};

/// Presses the button of an erase page.
async fn erase(browser: &mut Browser, what: &str) -> super::support::Page {
    let page = browser.get(&format!("/held/erase?what={what}")).await;
    assert_eq!(page.status, StatusCode::OK, "{what}: {}", page.text());
    let form = page.form_with("what");
    let sent: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post("/held/erase", &sent).await
}

async fn everywhere(browser: &mut Browser) -> String {
    let mut all = String::new();
    for address in ["/home", "/goals", "/contact", "/appointments", "/held", "/receipts/all", "/receipts"] {
        let page = browser.get(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        all += &page.body;
    }
    all
}

#[tokio::test]
async fn it_says_what_goes_and_what_stays_before_it_is_done() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let page = browser.get("/held/erase?what=pace").await;
    page.assert_whole("/held/erase");
    let text = page.text();
    for said in
        ["up to 20 minutes", "It will not affect your benefits", "Nobody can get it back", "One line stays", "Keep it"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    // Nothing has happened by looking.
    assert!(browser.get("/held").await.text().contains("up to 20 minutes"));
}

#[tokio::test]
async fn one_thing_is_gone_from_every_page_and_file_and_its_line_stays() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let goal = site.held("alex").await.goals()[1].id;
    assert!(everywhere(&mut browser).await.contains("letters about my rent"));
    let done = erase(&mut browser, &format!("goal.{goal}")).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/held"));
    assert!(browser.get("/held").await.text().contains("Erased."));
    let left = everywhere(&mut browser).await;
    // What they would like to talk about is another thing, and stays.
    assert!(!left.contains("Understand the letters") && left.contains("the letters about my rent"), "{left}");
    let history = browser.get(&format!("/held/item?what=goal.{goal}")).await;
    history.assert_whole("/held/item");
    assert!(history.text().contains("Erased: Goals.") && history.text().contains("What it said was erased."));
    // It can be neither erased nor seen as more than that again.
    let again = browser.get(&format!("/held/erase?what=goal.{goal}")).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    assert_eq!(site.store.check().await.unwrap().wrong, Vec::<String>::new());
}

#[tokio::test]
async fn a_kind_and_then_everything_goes_and_each_page_is_still_there() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    assert_eq!(erase(&mut browser, "kind.goal").await.status, StatusCode::SEE_OTHER);
    assert!(!everywhere(&mut browser).await.contains("Get out of the house"));
    assert_eq!(erase(&mut browser, "everything").await.status, StatusCode::SEE_OTHER);
    let left = everywhere(&mut browser).await;
    for written in ["my rent", "my sister", "up to 20 minutes", "my last job", "Alex"] {
        assert!(!left.contains(written), "{written}: {left}");
    }
    assert_eq!(site.store.check().await.unwrap().wrong, Vec::<String>::new());
    // And it can be begun anew.
    let added = browser.fill_in("/goals/add", "words", &[("words", "begin again"), ("audience", "only-me")]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/goals").await.text().contains("begin again"));
}

#[tokio::test]
async fn whoever_has_stopped_stays_stopped() {
    let site = Site::new().await;
    let mut browser = site.signed_in("tom").await;
    let page = browser.get("/held/erase?what=everything").await;
    assert!(page.text().contains("That you have stopped stays"), "{}", page.text());
    assert_eq!(erase(&mut browser, "everything").await.status, StatusCode::SEE_OTHER);
    assert!(site.held("tom").await.standing().is_stopped());
    let page = browser.get("/home").await;
    assert!(page.text().contains("You have stopped"), "{}", page.text());
}

#[tokio::test]
async fn what_was_changed_meanwhile_is_not_erased_and_it_is_said() {
    let site = Site::new().await;
    let (mut one, mut two) = (site.signed_in("alex").await, site.signed_in("alex").await);
    let form = one.get("/held/erase?what=pace").await.form_with("what");
    two.fill_in("/appointments/terms/pace", "longest", &[("longest", "45"), ("gap", "14"), ("notice", "7")]).await;
    let sent: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let page = one.post("/held/erase", &sent).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.assert_whole("/held/erase");
    assert!(page.text().contains("up to 45 minutes"), "what stands now is shown: {}", page.text());
    assert_eq!(site.held("alex").await.pace().longest, 45);
}

#[tokio::test]
async fn what_there_is_not_cannot_be_erased() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let theirs = site.held("alex").await.goals()[0].id;
    for what in
        [format!("goal.{theirs}"), "pace".to_owned(), "kind.goal".to_owned(), "nothing".to_owned(), "kind.".to_owned()]
    {
        let page = browser.get(&format!("/held/erase?what={what}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{what}");
    }
    assert_eq!(site.held("alex").await.goals().len(), 3);
}

#[tokio::test]
async fn what_was_taken_away_can_be_read_by_its_owner_until_it_is_erased() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    browser.fill_in("/stop", "do", &[("do", "stop")]).await;
    browser.fill_in("/stop", "do", &[("do", "afresh")]).await;
    let held = browser.get("/held").await;
    assert!(held.text().contains("Taken away, still readable") && held.body.contains("/held/item?what=pace"));
    assert!(browser.get("/held/item?what=pace").await.text().contains("up to 20 minutes"));
    assert_eq!(erase(&mut browser, "pace").await.status, StatusCode::SEE_OTHER);
    assert!(!browser.get("/held/item?what=pace").await.text().contains("up to 20 minutes"));
    assert!(!browser.get("/held").await.body.contains("/held/item?what=pace"));
}

#[tokio::test]
async fn the_log_goes_on_page_by_page_and_opening_it_is_in_it() {
    let site = Site::new().await;
    let alex = own_terms::demo::chosen("alex").unwrap();
    for _ in 0..130 {
        let _ = site.store.view(crate::given::look(alex, own_terms_domain::actor::Actor::Service, None)).await;
    }
    let mut browser = site.signed_in("alex").await;
    let first = browser.get("/held/looks").await;
    first.assert_whole("/held/looks");
    assert!(browser.get("/held/looks").await.text().contains("who has looked"), "that the log was opened is in it");
    let rows =
        |page: &super::support::Page| super::html::tag_names(&page.body).iter().filter(|name| **name == "tr").count();
    let next = first.body.split("/held/looks?before=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let second = browser.get(&format!("/held/looks?before={next}")).await;
    assert_eq!((rows(&first), rows(&second)), (101, 1 + 31));
    assert!(!second.body.contains("/held/looks?before="));
}

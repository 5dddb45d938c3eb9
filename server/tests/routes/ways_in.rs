//! How someone signs in: added only once it was shown to be theirs, named, closed; told to the ways beside it.

use axum::http::StatusCode;

use super::{Browser, Site};
use crate::smtp::MailServer;

const OLD: &str = "old@example.com";
const NEW: &str = "new@example.com";

async fn site() -> (Site, MailServer) {
    let server = MailServer::start(&[]).await;
    (Site::with_mail(&server).await, server)
}

async fn shows(browser: &mut Browser, what: &str) -> bool {
    browser.get("/settings/sign-in").await.text().contains(what)
}

#[tokio::test]
async fn an_address_is_kept_once_its_link_was_opened_and_the_others_are_told() {
    let (site, mut server) = site().await;
    site.with_way_in("alex", OLD).await;
    let mut browser = site.signed_in("alex").await;
    let asked = browser.submit("/settings/sign-in/email", &[("email", NEW)]).await;
    assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, "/settings/sign-in"));
    assert!(!shows(&mut browser, NEW).await, "it is not kept yet");
    let letter = server.next().await;
    assert_eq!(letter.to, [NEW]);
    for _ in 0..3 {
        let page = site.browser().get(letter.path()).await;
        assert!(page.text().contains("Do you want to sign in with this address?"), "{}", page.text());
    }
    assert!(!shows(&mut browser, NEW).await, "looking adds nothing");
    // On a device where nobody is signed in.
    let added = site.browser().fill_in(letter.path(), "do", &[("do", "yes")]).await;
    assert!(added.text().contains("You can sign in with this address"), "{}", added.text());
    assert!(shows(&mut browser, NEW).await && shows(&mut browser, OLD).await);
    site.sends(1).await;
    let told = server.next().await;
    assert_eq!(told.to, [OLD]);
    assert_eq!(told.header("Subject"), "A change to how you sign in");
    assert!(!told.text.contains(NEW) && !told.text.contains("Alex") && told.text.contains("was added or closed"));
    let again = site.browser().get(letter.path()).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "it works once");
    // And it is one to sign in by.
    let mut other = site.browser();
    other.post("/sign-in/email", &[("email", NEW)]).await;
    let letter = server.next().await;
    assert_eq!(other.fill_in(letter.path(), "do", &[("do", "yes")]).await.location(), "/home");
}

#[tokio::test]
async fn where_the_person_is_signed_in_they_are_led_back_to_their_ways() {
    let (site, mut server) = site().await;
    let mut browser = site.signed_in("alex").await;
    browser.submit("/settings/sign-in/email", &[("email", NEW)]).await;
    let letter = server.next().await;
    let added = browser.fill_in(letter.path(), "do", &[("do", "yes")]).await;
    assert_eq!((added.status, added.location()), (StatusCode::SEE_OTHER, "/settings/sign-in"));
    assert!(shows(&mut browser, "You can sign in with it from now on.").await);
}

#[tokio::test]
async fn no_adds_nothing_and_the_link_is_over() {
    let (site, mut server) = site().await;
    let mut browser = site.signed_in("alex").await;
    browser.submit("/settings/sign-in/email", &[("email", NEW)]).await;
    let letter = server.next().await;
    let code = letter.path().split_once("code=").unwrap().1;
    let no = browser.post("/sign-in/address", &[("code", code), ("do", "no")]).await;
    assert!(no.text().contains("Nothing was done"));
    let late = browser.post("/sign-in/address", &[("code", code), ("do", "yes")]).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND);
    assert!(!shows(&mut browser, NEW).await);
    // It opens no place either.
    let other = site.browser().post("/sign-in/link", &[("code", code), ("do", "yes")]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_way_is_named_and_closed_and_the_last_one_only_by_someone_who_says_so() {
    let (site, mut server) = site().await;
    let (one, _) = site.with_way_in("alex", OLD).await;
    let (two, _) = site.with_way_in("alex", NEW).await;
    let mut browser = site.signed_in("alex").await;
    let (one, two) = (format!("/settings/sign-in/way?way={one}"), format!("/settings/sign-in/way?way={two}"));
    let named = browser.fill_in(&one, "name", &[("name", "the library"), ("do", "name")]).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER);
    assert!(shows(&mut browser, "the library").await);
    let page = browser.get(&two).await;
    assert!(!page.body.contains("name=\"sure\""), "there is another");
    let close = |page: &super::support::Page| {
        let form =
            page.forms().into_iter().find(|form| form.buttons.iter().any(|(_, value)| value == "close")).unwrap();
        form.fields
    };
    let mut send = async |path: &str, more: &[(&str, &str)]| {
        let fields = close(&browser.get(path).await);
        let mut all: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.extend([("do", "close")]);
        all.extend(more);
        browser.post("/settings/sign-in/way", &all).await
    };
    assert_eq!(send(&two, &[]).await.status, StatusCode::SEE_OTHER);
    site.sends(1).await;
    assert_eq!(server.next().await.to, [OLD], "the way that stays is told");
    let refused = send(&one, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Tick this if you want to close your last way to sign in."), "{}", refused.text());
    assert_eq!(send(&one, &[("sure", "yes")]).await.status, StatusCode::SEE_OTHER);
    assert!(shows(&mut browser, "How do you want to sign in next time?").await);
    assert_eq!(browser.get(&one).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_way_of_someone_else_is_answered_as_one_that_is_not() {
    let site = Site::new().await;
    let (theirs, on) = site.with_way_in("priya", OLD).await;
    let mut browser = site.signed_in("alex").await;
    let before = site.everything().await;
    let (theirs, on) = (theirs.to_string(), on.to_string());
    let unknown = "0".repeat(32);
    for way in [theirs.as_str(), &unknown, "x"] {
        assert_eq!(browser.get(&format!("/settings/sign-in/way?way={way}")).await.status, StatusCode::NOT_FOUND);
        let fields = [("way", way), ("version", &on), ("name", "mine"), ("do", "name")];
        assert_eq!(browser.submit("/settings/sign-in/way", &fields).await.status, StatusCode::NOT_FOUND, "{way}");
        let fields = [("way", way), ("version", &on), ("sure", "yes"), ("do", "close")];
        browser.submit("/settings/sign-in/way", &fields).await;
    }
    assert_eq!(site.everything().await, before);
}

#[tokio::test]
async fn erasing_says_that_ways_to_sign_in_stay_and_where_they_are_closed() {
    let site = Site::new().await;
    let (way, _) = site.with_way_in("sam", OLD).await;
    let mut browser = site.signed_in("sam").await;
    for what in [format!("sign-in.{way}"), "kind.sign-in".to_owned(), "everything".to_owned()] {
        let page = browser.get(&format!("/held/erase?what={what}")).await;
        assert!(page.text().contains("How you sign in stays, so that you can come back."), "{what}: {}", page.text());
        assert!(page.body.contains("href=\"/settings/sign-in\""), "{what}");
        let promises = page.forms().iter().any(|form| form.all("what").next().is_some());
        assert_eq!(promises, what == "everything", "{what}");
    }
    // Sam's name, and not how Sam signs in.
    let page = browser.get("/held/erase?what=everything").await;
    assert!(page.text().contains("1 item goes."), "{}", page.text());
    let item = browser.get(&format!("/held/item?what=sign-in.{way}")).await;
    assert!(item.body.contains(&format!("href=\"/settings/sign-in/way?way={way}\"")));
    assert!(!item.body.contains("/held/erase"), "{}", item.text());
    assert_eq!(browser.submit("/held/erase", &[("what", "everything")]).await.status, StatusCode::SEE_OTHER);
    assert!(shows(&mut browser, OLD).await, "it stays");
}

#[tokio::test]
async fn an_address_typed_after_signing_out_is_there_again_and_is_sent_nothing_by_itself() {
    let (site, mut server) = site().await;
    let mut browser = site.signed_in("alex").await;
    let token = browser.token().await;
    browser.post("/sign-out", &[]).await;
    let asked = browser.post("/settings/sign-in/email", &[("token", &token), ("email", NEW)]).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    let kept = asked.form_with("kept").all("kept").next().unwrap().to_owned();
    browser.post("/sign-in", &[("person", "alex")]).await;
    let again = browser.post("/settings/sign-in/email", &[("kept", &kept)]).await;
    assert_eq!(again.form_with("email").all("email").next(), Some(NEW));
    browser.submit("/settings/sign-in/email", &[("email", "another@example.com")]).await;
    assert_eq!(server.next().await.to, ["another@example.com"], "what was only shown again was not sent");
}

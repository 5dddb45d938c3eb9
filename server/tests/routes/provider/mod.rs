//! Signing in through an identity provider and adding one: an honest one, and one that lies in every way there is.

mod desk;
mod down;
mod lies;
mod logout;

use axum::http::{StatusCode, header::REFRESH};
use own_terms::provider::{Answer, Fault, Provider};
use own_terms_domain::{
    item::{ItemId, Kind},
    reading::Language,
    sign_in::{FoundBy, How},
};
use serde_json::Value;
use url::Url;

use super::{Browser, Site, encode, support::Page};
use crate::{
    given::at,
    identity_provider::{BACK, IdentityProvider, NAME, Token},
    smtp::MailServer,
};

const SESSION: &str = "own-terms-session";
const WENT: &str = "own-terms-went";
const GO: &str = "/sign-in/provider";
const CONFIRM: &str = "/sign-in/provider/confirm";
const ADD: &str = "/settings/sign-in/provider";
const NAMED: &str = "/settings/sign-in/provider/add";

async fn site() -> (Site, IdentityProvider) {
    let provider = IdentityProvider::start().await;
    (Site::new().await.trusting(provider.known()), provider)
}

/// Where a page goes on to by itself.
fn on_to(page: &Page) -> Url {
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let refresh = page.headers[REFRESH].to_str().unwrap();
    let address = refresh.strip_prefix("0; url=").unwrap();
    // And by hand, where browsers are told not to go anywhere by themselves.
    assert!(page.body.contains(&format!("href=\"{}\"", address.replace('&', "&amp;"))), "{}", page.body);
    Url::parse(address).unwrap()
}

/// Goes there to sign in, and is back with an answer.
async fn back(browser: &mut Browser, provider: &IdentityProvider, subject: &str) -> Page {
    back_at(browser, provider, subject, GO).await
}

/// The same from either front of the house.
async fn back_at(browser: &mut Browser, provider: &IdentityProvider, subject: &str, go: &str) -> Page {
    let address = on_to(&browser.post(go, &[]).await);
    let back = provider.sign_in(&address, subject);
    browser.get(&back).await
}

/// Adds it for whoever is signed in.
async fn add(browser: &mut Browser, provider: &IdentityProvider, subject: &str) -> Page {
    let address = on_to(&browser.submit(ADD, &[]).await);
    let back = browser.get(&provider.sign_in(&address, subject)).await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, NAMED), "{}", back.text());
    browser.fill_in(NAMED, "name", &[("name", "the government's one")]).await
}

/// What is said of whatever did not work.
#[track_caller]
fn assert_refused(page: &Page, what: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {}", page.location());
    page.assert_whole(what);
    assert!(
        page.text().contains("That did not work. Nothing happened, and nothing is lost."),
        "{what}: {}",
        page.text()
    );
    assert!(
        page.set_cookies().iter().all(|cookie| !cookie.starts_with(SESSION) && !cookie.starts_with("own-terms-desk=")),
        "{what}"
    );
}

/// Goes to the provider and comes back, without the pages: what is believed, or why nothing is.
async fn believed(known: &Provider, provider: &IdentityProvider) -> Result<String, Fault> {
    let now = at(1).at;
    let (address, awaited) = known.ask(Language::English, now).await?;
    let came = Url::parse(BACK).unwrap().join(&provider.sign_in(&address, "urn:alex")).unwrap();
    let get = |name: &str| came.query_pairs().find(|(n, _)| n == name).map(|(_, value)| value.into_owned());
    let (state, code) = (get("state").unwrap(), get("code").unwrap());
    let answer = Answer { state, code, ..Answer::default() };
    let code = known.code(&awaited, answer, now).await?;
    Ok(known.who(&awaited, &code, now).await?.subject)
}

fn claim(name: &'static str, value: impl Into<Value>) -> impl Fn(&mut Token) {
    let value = value.into();
    move |token| token.claims[name] = value.clone()
}

fn header(name: &'static str, value: impl Into<Value>) -> impl Fn(&mut Token) {
    let value = value.into();
    move |token| token.header[name] = value.clone()
}

fn without(name: &'static str) -> impl Fn(&mut Token) {
    move |token| drop(token.claims.as_object_mut().unwrap().remove(name))
}

/// The moment of the tests, and so many seconds.
fn seconds(after: i64) -> i64 {
    at(1).at.as_second() + after
}

#[tokio::test]
async fn whoever_added_it_signs_in_through_it_and_nothing_but_who_it_is_was_asked() {
    let (site, provider) = site().await;
    let mut alex = site.signed_in("alex").await;
    let added = add(&mut alex, &provider, "urn:alex").await;
    assert_eq!((added.status, added.location()), (StatusCode::SEE_OTHER, "/settings/sign-in"));
    assert!(!alex.cookies.contains_key(WENT));
    let page = alex.get("/settings/sign-in").await;
    for said in ["You can sign in with it from now on.", "the government's one", &provider.url(), "urn:alex"] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    let held = site.held("alex").await;
    let (_, way) = held.ways_in().next().unwrap();
    assert!(matches!(&way.how, How::Provider { issuer, subject }
        if issuer.as_str() == provider.url() && subject.as_str() == "urn:alex"));

    let mut browser = site.browser();
    let address = on_to(&browser.post(GO, &[]).await);
    let names: Vec<String> = address.query_pairs().map(|(name, _)| name.into_owned()).collect();
    let asked = [
        "response_type",
        "scope",
        "client_id",
        "redirect_uri",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
        "ui_locales",
    ];
    assert_eq!(names, asked, "{address}");
    let came = browser.get(&provider.sign_in(&address, "urn:alex")).await;
    assert_eq!((came.status, came.location()), (StatusCode::SEE_OTHER, CONFIRM));
    assert!(!browser.cookies.contains_key(SESSION), "to come back signs nobody in");
    let page = browser.get(CONFIRM).await;
    assert!(page.text().contains("Example Login knows you"), "{}", page.text());
    // A button, and a box that nobody ticks for them: whether others use the device.
    let is_plain = |form: &super::html::Form| form.action == CONFIRM && form.fields.len() == 1;
    assert!(page.forms().iter().any(is_plain) && page.body.contains("name=\"shared\""), "{:?}", page.forms());
    let before = site.signed_in("alex").await.cookies[SESSION].clone();
    let done = browser.post(CONFIRM, &[("shared", "yes")]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/home"));
    assert!(browser.get("/home").await.text().contains("Other people use this device."));
    assert!(browser.cookies[SESSION] != before && !browser.cookies.contains_key(WENT));
    assert!(browser.get("/home").await.text().contains("Hello Alex."));
    assert!(browser.get("/settings/sessions").await.text().contains("Through someone else who knows you"));
}

#[tokio::test]
async fn before_they_go_it_says_what_the_provider_learns_and_beside_the_other_ways() {
    let (site, _) = site().await;
    let page = site.browser().get("/sign-in").await;
    assert!(
        page.text().contains("Example Login then knows that you sign in to Own Terms, and when."),
        "{}",
        page.text()
    );
    assert!(page.body.contains("Sign in with Example Login") && page.body.contains("Send me a link"));
    let page = site.signed_in("alex").await.get(ADD).await;
    assert!(
        page.text().contains("Example Login then knows that you sign in to Own Terms, and when."),
        "{}",
        page.text()
    );
    let none = Site::without_mail().await;
    assert!(!none.browser().get("/sign-in").await.body.contains(NAME));
    for path in [GO, CONFIRM] {
        assert_eq!(none.browser().post(path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(none.signed_in("alex").await.get(ADD).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_has_no_place_here_is_told_of_an_invitation_alike_and_nothing_is_made() {
    let (site, provider) = site().await;
    let before = site.everything().await;
    let mut told = Vec::new();
    for subject in ["urn:nobody", "urn:nobody-else"] {
        let mut browser = site.browser();
        back(&mut browser, &provider, subject).await;
        let page = browser.post(CONFIRM, &[]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.text().contains("The first time, an invitation opens your place."), "{}", page.text());
        assert!(
            !page.body.contains(subject)
                && !browser.cookies.contains_key(SESSION)
                && !browser.cookies.contains_key(WENT)
        );
        told.push(page.text());
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(site.everything().await, before);
}

#[tokio::test]
async fn of_several_places_the_person_chooses_and_nobody_elses_can_be_chosen() {
    let (site, provider) = site().await;
    for person in ["alex", "priya"] {
        add(&mut site.signed_in(person).await, &provider, "urn:both").await;
    }
    let mut browser = site.browser();
    back(&mut browser, &provider, "urn:both").await;
    let which = browser.post(CONFIRM, &[]).await;
    assert!(which.text().contains("Whose place do you want to open?"), "{}", which.text());
    let buttons = which.form_with("place").buttons;
    assert_eq!(buttons.len(), 2);
    let wrong = browser.post(CONFIRM, &[("place", "0000000000000000")]).await;
    assert!(wrong.text().contains("Whose place do you want to open?"), "{}", wrong.text());
    let done = browser.post(CONFIRM, &[("place", &buttons[1].1)]).await;
    assert_eq!(done.location(), "/home");
    let name = browser.get("/home").await.text();
    assert!(name.contains("Hello Alex.") != name.contains("Hello Priya."), "{name}");
}

#[tokio::test]
async fn it_is_named_and_closed_as_any_way_and_the_addresses_beside_it_are_told() {
    let provider = IdentityProvider::start().await;
    let mut server = MailServer::start(&[]).await;
    let site = Site::with_mail(&server).await.trusting(provider.known());
    site.with_way_in("alex", "old@example.com").await;
    let mut alex = site.signed_in("alex").await;
    add(&mut alex, &provider, "urn:alex").await;
    site.sends(1).await;
    let told = server.next().await;
    assert_eq!(told.to, ["old@example.com"]);
    assert!(!told.text.contains(NAME) && told.text.contains("was added or closed"), "{}", told.text);
    let held = site.held("alex").await;
    let (id, _) = held.ways_in().find(|(_, way)| matches!(way.how, How::Provider { .. })).unwrap();
    let one = format!("/settings/sign-in/way?way={id}");
    alex.fill_in(&one, "name", &[("name", "the blue one"), ("do", "name")]).await;
    assert!(alex.get("/settings/sign-in").await.text().contains("the blue one"));
    let stands = site.held("alex").await.version(ItemId::SignIn(id)).to_string();
    let closed =
        alex.submit("/settings/sign-in/way", &[("way", &id.to_string()), ("version", &stands), ("do", "close")]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text());
    site.sends(1).await;
    assert_eq!(server.next().await.to, ["old@example.com"]);
    // It opens nothing from now on.
    let mut browser = site.browser();
    back(&mut browser, &provider, "urn:alex").await;
    assert_eq!(browser.post(CONFIRM, &[]).await.status, StatusCode::NOT_FOUND);
    assert!(site.store.found(FoundBy::Provider(&provider.url(), "urn:alex")).await.unwrap().is_empty());
}

#[tokio::test]
async fn it_is_added_in_the_session_that_went_and_only_with_a_name() {
    let (site, provider) = site().await;
    let mut alex = site.signed_in("alex").await;
    let address = on_to(&alex.submit(ADD, &[]).await);
    let came = provider.sign_in(&address, "urn:alex");
    // The same browser, where somebody else has signed in meanwhile.
    let mut priya = site.signed_in("priya").await;
    priya.cookies.insert(WENT.to_owned(), alex.cookies[WENT].clone());
    assert_refused(&priya.get(&came).await, "somebody else");
    let mut nobody = site.browser();
    nobody.cookies.insert(WENT.to_owned(), alex.cookies[WENT].clone());
    assert_refused(&nobody.get(&came).await, "nobody");
    assert_eq!(provider.asked("/token"), 0, "nothing was handed in for them");
    assert_eq!(alex.get(&came).await.location(), NAMED);
    for browser in [&mut priya, &mut nobody] {
        let page = browser.get(CONFIRM).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "what is to be added signs nobody in");
    }
    assert_eq!(priya.get(NAMED).await.location(), ADD);
    assert_eq!(priya.submit(NAMED, &[("name", "mine")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let unnamed = alex.fill_in(NAMED, "name", &[("name", " ")]).await;
    assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(alex.fill_in(NAMED, "name", &[("name", "mine")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.held("alex").await.count_of(Kind::SignIn), 1);
    assert_eq!(site.held("priya").await.count_of(Kind::SignIn), 0);
    let again = alex.submit(NAMED, &[("name", "again")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it is over");
}

#[tokio::test]
async fn an_answer_is_for_the_browser_that_went_once_and_for_ten_minutes() {
    let (site, provider) = site().await;
    add(&mut site.signed_in("alex").await, &provider, "urn:alex").await;
    let mut browser = site.browser();
    let address = on_to(&browser.post(GO, &[]).await);
    let came = provider.sign_in(&address, "urn:alex");
    // Somebody has another follow the address that they were sent back to, to have them sign in to a place not theirs.
    let mut other = site.browser();
    assert_refused(&other.get(&came).await, "without a cookie");
    other.post(GO, &[]).await;
    assert_refused(&other.get(&came).await, "from another browser");
    assert_eq!(provider.asked("/token"), 1, "only to add it");
    // Loaded again, it does no more than the first time.
    for _ in 0..3 {
        assert_eq!(browser.get(&came).await.location(), CONFIRM);
    }
    assert_eq!(provider.asked("/token"), 2);
    let mut later = browser.at(site.later(11));
    assert_eq!(later.get(CONFIRM).await.location(), "/sign-in");
    assert_refused(&later.post(CONFIRM, &[]).await, "too late");
    let kept = browser.clone();
    assert_eq!(browser.post(CONFIRM, &[]).await.location(), "/home");
    for mut copy in [kept, browser] {
        assert_refused(&copy.post(CONFIRM, &[]).await, "a second time");
    }
    let mut slow = site.browser();
    let address = on_to(&slow.post(GO, &[]).await);
    let mut slow = slow.at(site.later(11));
    assert_refused(&slow.get(&provider.sign_in(&address, "urn:alex")).await, "eleven minutes away");
}

#[tokio::test]
async fn a_code_that_was_handed_in_before_is_worth_nothing_in_another_question() {
    let (site, provider) = site().await;
    add(&mut site.signed_in("alex").await, &provider, "urn:alex").await;
    let mut browser = site.browser();
    let came = provider.sign_in(&on_to(&browser.post(GO, &[]).await), "urn:alex");
    browser.get(&came).await;
    let code = Url::parse(BACK).unwrap().join(&came).unwrap().query_pairs().next().unwrap().1.into_owned();
    // The same code, and one that was given for another question, with the state of a new one.
    let other = provider.sign_in(&on_to(&site.browser().post(GO, &[]).await), "urn:alex");
    let others = Url::parse(BACK).unwrap().join(&other).unwrap().query_pairs().next().unwrap().1.into_owned();
    for code in [code, others] {
        let mut thief = site.browser();
        let address = on_to(&thief.post(GO, &[]).await);
        let state = address.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
        let query = encode(&[("code", &code), ("state", &state)]);
        assert_refused(&thief.get(&format!("{GO}/back?{query}")).await, "a code of another question");
    }
}

#[tokio::test]
async fn whoever_turns_back_there_is_told_that_nothing_happened_and_never_in_the_providers_words() {
    let (site, provider) = site().await;
    for error in ["access_denied", "login_required", "server_error", "<script>"] {
        let mut browser = site.browser();
        let address = on_to(&browser.post(GO, &[]).await);
        let state = address.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
        let query = encode(&[("error", error), ("error_description", "You were naughty"), ("state", &state)]);
        let page = browser.get(&format!("{GO}/back?{query}")).await;
        assert_refused(&page, error);
        assert!(!page.body.contains("naughty") && !page.body.contains(error), "{}", page.body);
        assert!(page.forms().iter().any(|form| form.action == GO), "they can try again");
    }
    let mut alex = site.signed_in("alex").await;
    let address = on_to(&alex.submit(ADD, &[]).await);
    let state = address.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
    let page = alex.get(&format!("{GO}/back?{}", encode(&[("error", "access_denied"), ("state", &state)]))).await;
    assert_refused(&page, "adding");
    assert!(page.forms().iter().any(|form| form.action == ADD), "they can try again there");
    assert_eq!(provider.asked("/token"), 0);
}

#[tokio::test]
async fn what_was_kept_waits_on_the_page_while_they_sign_in_beside_it() {
    let (site, provider) = site().await;
    let mut alex = site.signed_in("alex").await;
    add(&mut alex, &provider, "urn:alex").await;
    let form = alex.get("/goals/add").await.form_with("words");
    alex.post("/sign-out", &[]).await;
    let mut fields: Vec<(&str, &str)> =
        form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.retain(|(name, _)| *name != "words");
    fields.push(("words", "See the sea"));
    let asked = alex.post("/goals/add", &fields).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    let through = asked.forms().into_iter().find(|form| form.action == GO).unwrap();
    let kept = through.all("kept").next().unwrap().to_owned();
    let page = alex.post(GO, &[("kept", &kept)]).await;
    assert!(!page.headers.contains_key(REFRESH), "the page stays");
    assert!(page.body.contains("target=\"_blank\"") && page.text().contains("is kept on this page"), "{}", page.text());
    let href = page.body.split("href=\"").find(|part| part.starts_with(&provider.url())).unwrap();
    let address = Url::parse(&href.split('"').next().unwrap().replace("&amp;", "&")).unwrap();
    assert!(!address.as_str().contains(&kept[..40]));
    alex.get(&provider.sign_in(&address, "urn:alex")).await;
    assert_eq!(alex.post(CONFIRM, &[]).await.location(), "/home");
    let back = alex.post("/sign-in/back", &[("kept", &kept)]).await;
    assert_eq!((back.status, back.location()), (StatusCode::TEMPORARY_REDIRECT, "/goals/add"));
    let again = alex.post("/goals/add", &[("kept", &kept)]).await;
    assert!(again.body.contains("See the sea"), "{}", again.text());
}

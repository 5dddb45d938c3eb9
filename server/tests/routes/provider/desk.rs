//! Signing in at the desk through the identity provider of those who work here: it says who, and never that they work here.

use axum::http::StatusCode;
use own_terms::{clock::now_at, demo, entropy::Entropy, staff};

use super::{NAME, add, assert_refused, back_at, claim, logout::tell_at, on_to};
use crate::{
    given::at,
    identity_provider::IdentityProvider,
    routes::{Browser, Site, encode, support::Page},
};

pub(super) const GO: &str = "/desk/sign-in/provider";
pub(super) const CONFIRM: &str = "/desk/sign-in/provider/confirm";
const LOGOUT: &str = "/desk/sign-in/provider/logout";
const ADD: &str = "/desk/provider";
const ADDED: &str = "/desk/provider/add";
const WENT: &str = "own-terms-desk-went";

async fn site() -> (Site, IdentityProvider) {
    let provider = IdentityProvider::start().await;
    let site = Site::new().await.trusting(provider.known()).trusting_at_desk(provider.known_at_desk(&[]));
    (site, provider)
}

/// Presses the button of a page at the desk.
async fn press(browser: &mut Browser, path: &str) -> Page {
    let token = browser.desk_token().await;
    browser.post(path, &[("token", &token)]).await
}

/// Binds it to whoever is at the desk.
pub(super) async fn bind(browser: &mut Browser, provider: &IdentityProvider, subject: &str) {
    let address = on_to(&press(browser, ADD).await);
    let back = browser.get(&provider.sign_in(&address, subject)).await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, ADDED), "{}", back.text());
    let page = browser.get(ADDED).await;
    page.assert_whole(ADDED);
    assert!(page.text().contains(&format!("{NAME} knows you")), "{}", page.text());
    let done = press(browser, ADDED).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/desk/account"), "{}", done.text());
    assert!(!browser.cookies.contains_key(WENT));
}

async fn signed_in_through(site: &Site, provider: &IdentityProvider, subject: &str) -> Browser {
    let mut browser = site.browser();
    assert_eq!(back_at(&mut browser, provider, subject, GO).await.location(), CONFIRM);
    assert_eq!(browser.post(CONFIRM, &[]).await.location(), "/desk");
    browser
}

async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/desk").await.status == StatusCode::OK
}

#[tokio::test]
async fn a_code_of_an_administrator_is_used_once_and_then_the_provider_opens_the_desk() {
    let (site, provider) = site().await;
    let (entropy, now) = (Entropy::from_system().unwrap(), now_at(at(1).at));
    let jo = demo::staff::named("jo").unwrap();
    let code = staff::invite(&*site.store, &entropy, now, jo).await.unwrap().code.to_string();
    let mut browser = site.browser();
    assert_eq!(browser.post("/desk/invitation", &[("code", &code)]).await.location(), "/desk/account");
    let page = browser.get("/desk/account").await;
    assert!(page.text().contains(&format!("You do not sign in here with {NAME} yet.")), "{}", page.text());
    bind(&mut browser, &provider, "urn:jo").await;
    let page = browser.get("/desk/account").await;
    page.assert_whole("/desk/account");
    assert!(page.text().contains(&format!("You sign in here with {NAME}.")), "{}", page.text());
    browser.post("/desk/sign-out", &[]).await;
    let page = site.browser().get("/desk/sign-in").await;
    assert!(page.forms().iter().any(|form| form.action == GO), "{}", page.text());
    let mut tomorrow = signed_in_through(&site, &provider, "urn:jo").await;
    assert!(tomorrow.get("/desk").await.text().contains("signed in as Jo Evans"));
}

#[tokio::test]
async fn whoever_the_provider_knows_and_nobody_here_bound_works_here_no_more_than_before() {
    let (site, provider) = site().await;
    let before = site.store.all_staff().await.unwrap();
    add(&mut site.signed_in("alex").await, &provider, "urn:alex").await;
    for subject in ["urn:nobody", "urn:alex"] {
        let mut browser = site.browser();
        back_at(&mut browser, &provider, subject, GO).await;
        let page = browser.post(CONFIRM, &[]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{subject}");
        page.assert_whole(CONFIRM);
        assert!(page.text().contains("This opens no desk here yet"), "{}", page.text());
        assert!(browser.cookies.is_empty(), "{subject}");
    }
    assert_eq!(site.store.all_staff().await.unwrap(), before);
    // Nor does one that is bound at the desk open a person's place.
    bind(&mut site.at_desk("jo").await, &provider, "urn:jo").await;
    let mut browser = site.browser();
    back_at(&mut browser, &provider, "urn:jo", super::GO).await;
    assert_eq!(browser.post(super::CONFIRM, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_is_bound_soon_after_signing_in_in_that_very_session_and_to_one_alone() {
    let (site, provider) = site().await;
    let mut jo = site.at_desk("jo").await;
    // Somebody at a desk that was left alone.
    let mut later = jo.at(site.later(12));
    let page = later.get(ADD).await;
    assert!(page.text().contains("in the first 10 minutes"), "{}", page.text());
    assert_eq!(press(&mut later, ADD).await.status, StatusCode::FORBIDDEN);
    // What one went for comes back to nobody else.
    let came = provider.sign_in(&on_to(&press(&mut jo, ADD).await), "urn:jo");
    let mut samira = site.at_desk("samira").await;
    samira.cookies.insert(WENT.to_owned(), jo.cookies[WENT].clone());
    assert_refused(&samira.get(&came).await, "another's session");
    assert_eq!(press(&mut samira, ADDED).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut nobody = site.browser();
    nobody.cookies.insert(WENT.to_owned(), jo.cookies[WENT].clone());
    assert_refused(&nobody.get(&came).await, "nobody's session");
    assert_eq!(jo.get(&came).await.location(), ADDED);
    assert_eq!(jo.get(CONFIRM).await.location(), "/desk/sign-in", "what is to be bound signs nobody in");
    assert_eq!(press(&mut jo, ADDED).await.location(), "/desk/account");
    assert_eq!(press(&mut jo, ADDED).await.status, StatusCode::UNPROCESSABLE_ENTITY, "once");
    // A name is one person's.
    let came = provider.sign_in(&on_to(&press(&mut samira, ADD).await), "urn:jo");
    assert_eq!(samira.get(&came).await.location(), ADDED);
    let page = press(&mut samira, ADDED).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_whole(ADDED);
    assert_eq!(site.store.staff_ways(demo::staff::named("samira").unwrap()).await.unwrap(), []);
    // Whoever goes back there is where they were.
    let address = on_to(&press(&mut samira, ADD).await);
    let state = address.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
    let query = encode(&[("error", "access_denied"), ("error_description", "You were naughty"), ("state", &state)]);
    let page = samira.get(&format!("{GO}/back?{query}")).await;
    assert_refused(&page, "turned back");
    assert!(!page.body.contains("naughty") && page.forms().iter().any(|form| form.action == ADD), "{}", page.body);
}

#[tokio::test]
async fn an_answer_is_for_the_browser_that_went_and_for_the_front_it_went_from() {
    let (site, provider) = site().await;
    bind(&mut site.at_desk("jo").await, &provider, "urn:jo").await;
    add(&mut site.signed_in("alex").await, &provider, "urn:jo").await;
    let mut browser = site.browser();
    let came = provider.sign_in(&on_to(&browser.post(GO, &[]).await), "urn:jo");
    assert_refused(&site.browser().get(&came).await, "without a cookie");
    let mut other = site.browser();
    other.post(GO, &[]).await;
    assert_refused(&other.get(&came).await, "from another browser");
    // The same at the front of people, with the cookie of the desk for theirs.
    let mut people = site.browser();
    people.cookies.insert(super::WENT.to_owned(), browser.cookies[WENT].clone());
    assert_refused(&people.get(&came.replace("/desk/sign-in", "/sign-in")).await, "from another front");
    assert_eq!(browser.get(&came).await.location(), CONFIRM);
    assert!(!browser.cookies.contains_key("own-terms-desk"), "to come back signs nobody in");
    let kept = browser.clone();
    assert_refused(&browser.at(site.later(11)).post(CONFIRM, &[]).await, "too late");
    assert_eq!(browser.post(CONFIRM, &[]).await.location(), "/desk");
    for mut copy in [kept, browser] {
        assert_refused(&copy.post(CONFIRM, &[]).await, "a second time");
    }
}

#[tokio::test]
async fn whoever_signs_out_there_is_signed_out_at_the_desk_where_they_came_through_it() {
    let (site, provider) = site().await;
    let mut otherwise = site.at_desk("jo").await;
    bind(&mut otherwise, &provider, "urn:jo").await;
    add(&mut site.signed_in("alex").await, &provider, "urn:jo").await;
    let mut alex = site.browser();
    back_at(&mut alex, &provider, "urn:jo", super::GO).await;
    assert_eq!(alex.post(super::CONFIRM, &[]).await.location(), "/home");
    provider.lies(claim("sid", "one"));
    let mut one = signed_in_through(&site, &provider, "urn:jo").await;
    provider.lies(claim("sid", "two"));
    let mut two = signed_in_through(&site, &provider, "urn:jo").await;
    assert_eq!(tell_at(&site, LOGOUT, &provider.logout_token("urn:jo", "first")).await.status, StatusCode::OK);
    assert!(is_in(&mut one).await && !is_in(&mut two).await, "just that session");
    provider.is_honest();
    let word = provider.logout_token("urn:jo", "second");
    assert_eq!(tell_at(&site, LOGOUT, &word).await.status, StatusCode::OK);
    assert!(!is_in(&mut one).await && is_in(&mut otherwise).await);
    assert_eq!(alex.get("/home").await.status, StatusCode::OK, "it is of those who work here");
    assert_eq!(tell_at(&site, LOGOUT, &word).await.status, StatusCode::BAD_REQUEST, "once");
    for lie in [claim("aud", "somebody-else"), claim("iss", "https://evil.example"), claim("nonce", "x")] {
        let mut jo = signed_in_through(&site, &provider, "urn:jo").await;
        provider.lies(lie);
        let page = tell_at(&site, LOGOUT, &provider.logout_token("urn:jo", "a lie")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        assert!(is_in(&mut jo).await);
        provider.is_honest();
    }
}

#[tokio::test]
async fn an_administrator_sees_by_what_somebody_signs_in_and_ends_one_of_it() {
    let (site, provider) = site().await;
    bind(&mut site.at_desk("jo").await, &provider, "urn:jo").await;
    let mut jo = signed_in_through(&site, &provider, "urn:jo").await;
    let mut owen = site.at_desk("owen").await;
    bind(&mut owen, &provider, "urn:owen").await;
    let page = owen.get("/desk/staff").await;
    page.assert_whole("/desk/staff");
    assert_eq!(page.body.matches("<li>Signs in through the identity provider, added on").count(), 2, "{}", page.text());
    assert!(!page.body.contains("urn:jo"), "who they are there is no business of anybody's here");
    let forms: Vec<_> = page.forms().into_iter().filter(|form| form.all("way").next().is_some()).collect();
    let [form] = &forms[..] else { panic!("nobody ends their own: {}", page.text()) };
    let mut all: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.push(("do", "close-way"));
    let samira = demo::staff::named("samira").unwrap().to_string();
    let others = all.iter().map(|(name, value)| (*name, if *name == "who" { &*samira } else { value }));
    owen.post("/desk/staff", &others.collect::<Vec<_>>()).await;
    assert!(is_in(&mut jo).await, "it is not Samira's");
    let done = owen.post("/desk/staff", &all).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/desk/staff"), "{}", done.text());
    assert!(!is_in(&mut jo).await);
    let mut browser = site.browser();
    back_at(&mut browser, &provider, "urn:jo", GO).await;
    assert_eq!(browser.post(CONFIRM, &[]).await.status, StatusCode::NOT_FOUND);
}

//! The provider's word that somebody signed out there: believed once, and only where all of it is right.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use own_terms::store::{Opening, Purpose, TicketCode};
use serde_json::json;

use super::{CONFIRM, add, back, claim, header, seconds, site, without};
use crate::{
    given::at,
    identity_provider::{IdentityProvider, Sign, Token},
    routes::{Browser, Site, encode, support::Page},
};

const LOGOUT: &str = "/sign-in/provider/logout";

type Lie = Box<dyn Fn(&mut Token) + Send + Sync>;

/// A word to the service from outside, with no page around it.
async fn tell(site: &Site, token: &str) -> Page {
    tell_at(site, LOGOUT, token).await
}

/// The same at either front of the house.
pub(super) async fn tell_at(site: &Site, path: &str, token: &str) -> Page {
    let mut outside = site.browser();
    let request = outside
        .request(Method::POST, path)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(encode(&[("logout_token", token)])))
        .unwrap();
    outside.send(request).await
}

async fn signed_in_through(site: &Site, provider: &IdentityProvider, subject: &str) -> Browser {
    let mut browser = site.browser();
    back(&mut browser, provider, subject).await;
    assert_eq!(browser.post(CONFIRM, &[]).await.location(), "/home");
    browser
}

#[tokio::test]
async fn whoever_signs_out_there_is_signed_out_where_they_signed_in_through_it_and_nowhere_else() {
    let (site, provider) = site().await;
    let mut otherwise = site.signed_in("alex").await;
    add(&mut otherwise, &provider, "urn:alex").await;
    add(&mut site.signed_in("priya").await, &provider, "urn:priya").await;
    let mut alex = signed_in_through(&site, &provider, "urn:alex").await;
    let mut priya = signed_in_through(&site, &provider, "urn:priya").await;
    let word = provider.logout_token("urn:alex", "one");
    let told = tell(&site, &word).await;
    assert_eq!((told.status, told.body.as_str()), (StatusCode::OK, ""));
    assert_eq!(alex.get("/home").await.location(), "/sign-in");
    for browser in [&mut otherwise, &mut priya] {
        assert_eq!(browser.get("/home").await.status, StatusCode::OK);
    }
    // What was said once is not said again, and of nobody here nothing is told.
    let mut alex = signed_in_through(&site, &provider, "urn:alex").await;
    assert_eq!(tell(&site, &word).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(alex.get("/home").await.status, StatusCode::OK);
    assert_eq!(tell(&site, &provider.logout_token("urn:nobody", "two")).await.status, StatusCode::OK);
    assert_eq!(alex.get("/home").await.status, StatusCode::OK);
    // It is no ticket that anybody opens.
    let code = TicketCode { finder: "0".repeat(64), secret: String::new() };
    assert_eq!(site.store.open_ticket(Purpose::Provider, &code, Opening::Look, at(1).at).await.unwrap(), None);
}

#[tokio::test]
async fn a_word_about_one_session_there_ends_what_began_in_it_and_nothing_else() {
    let (site, provider) = site().await;
    add(&mut site.signed_in("alex").await, &provider, "urn:alex").await;
    add(&mut site.signed_in("priya").await, &provider, "urn:priya").await;
    let is_in = async |browser: &mut Browser| browser.get("/home").await.status == StatusCode::OK;
    let mut unnamed = signed_in_through(&site, &provider, "urn:alex").await;
    provider.lies(claim("sid", "on-the-phone"));
    let mut phone = signed_in_through(&site, &provider, "urn:alex").await;
    let mut priya = signed_in_through(&site, &provider, "urn:priya").await;
    provider.lies(claim("sid", "at-a-desk"));
    let mut desk = signed_in_through(&site, &provider, "urn:alex").await;
    // Of another person's session nothing ends, whatever it is called: here that of one beside the name of another.
    assert_eq!(tell(&site, &provider.logout_token("urn:nobody", "one")).await.status, StatusCode::OK);
    assert!(is_in(&mut desk).await);
    assert_eq!(tell(&site, &provider.logout_token("urn:alex", "two")).await.status, StatusCode::OK);
    assert!(!is_in(&mut desk).await, "it is the one that was named");
    assert!(!is_in(&mut unnamed).await, "of this it is not known in which session it began");
    assert!(is_in(&mut phone).await && is_in(&mut priya).await);
    // The session alone, without the name of whoever it is.
    provider.lies(|token| {
        claim("sid", "on-the-phone")(token);
        without("sub")(token);
    });
    assert_eq!(tell(&site, &provider.logout_token("urn:alex", "three")).await.status, StatusCode::OK);
    assert!(!is_in(&mut phone).await && !is_in(&mut priya).await, "both began in a session of that name");
    for wrong in ["", "with a gap"] {
        provider.lies(claim("sid", wrong));
        assert_eq!(tell(&site, &provider.logout_token("urn:alex", wrong)).await.status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn a_word_that_is_wrong_anywhere_signs_nobody_out() {
    let (site, provider) = site().await;
    add(&mut site.signed_in("alex").await, &provider, "urn:alex").await;
    let mut alex = signed_in_through(&site, &provider, "urn:alex").await;
    let event = "http://schemas.openid.net/event/backchannel-logout";
    let lies: Vec<(&str, Lie)> = vec![
        ("another issuer", Box::new(claim("iss", "https://evil.example"))),
        ("for another service", Box::new(claim("aud", "somebody-else"))),
        ("over", Box::new(claim("exp", seconds(-61)))),
        ("without an end", Box::new(without("exp"))),
        ("from the future", Box::new(claim("iat", seconds(62)))),
        ("without a name of its own", Box::new(without("jti"))),
        ("with an empty name", Box::new(claim("jti", ""))),
        ("about nobody", Box::new(without("sub"))),
        ("of no event", Box::new(without("events"))),
        ("of another event", Box::new(claim("events", json!({ "http://evil.example": {} })))),
        ("of an event that is none", Box::new(claim("events", json!({ event: "x" })))),
        ("with a nonce", Box::new(claim("nonce", "x"))),
        ("another algorithm", Box::new(header("alg", "RS256"))),
        ("of another type", Box::new(header("typ", "at+jwt"))),
        ("of a key that is not published", Box::new(header("kid", "of my own"))),
        ("not signed", Box::new(|token| token.sign = Sign::Not)),
        ("signed by another", Box::new(|token| token.sign = Sign::WithAnother)),
        (
            "signed with the public key",
            Box::new(|token| {
                header("alg", "HS256")(token);
                token.sign = Sign::WithThePublicKey;
            }),
        ),
    ];
    for (number, (what, lie)) in lies.into_iter().enumerate() {
        provider.lies(lie);
        let page = tell(&site, &provider.logout_token("urn:alex", &format!("lie {number}"))).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{what}");
        assert_eq!(alex.get("/home").await.status, StatusCode::OK, "{what}");
    }
    for junk in ["", "x", "a.b", "a.b.c", "..", &".".repeat(90_000)] {
        assert_eq!(tell(&site, junk).await.status, StatusCode::BAD_REQUEST);
    }
    assert_eq!(alex.get("/home").await.status, StatusCode::OK);
    provider.is_honest();
    assert_eq!(tell(&site, &provider.logout_token("urn:alex", "true")).await.status, StatusCode::OK);
    assert_eq!(alex.get("/home").await.location(), "/sign-in");
}

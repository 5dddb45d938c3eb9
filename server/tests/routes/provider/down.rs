//! A provider that is down, slow, another than it was, or says too much; and one that changes its key.

use axum::http::StatusCode;
use own_terms::provider::{Answer, Fault};
use own_terms_domain::reading::Language;

use super::{CONFIRM, GO, add, assert_refused, back, believed, header, on_to};
use crate::{
    given::at,
    identity_provider::{IdentityProvider, Mood},
    routes::Site,
};

#[tokio::test]
async fn somebody_sent_back_in_another_providers_name_is_refused() {
    let provider = IdentityProvider::start().await;
    let known = provider.known();
    let asked = async |issuer: &str, state: Option<&str>| {
        let (address, awaited) = known.ask(Language::English, at(1).at).await.unwrap();
        let theirs = address.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
        let state = state.map_or(theirs, str::to_owned);
        let answer = Answer { state, code: "a".to_owned(), issuer: issuer.to_owned(), error: String::new() };
        known.code(&awaited, answer, at(1).at).await
    };
    assert_eq!(asked("", None).await.as_deref(), Ok("a"));
    assert_eq!(asked(&provider.url(), None).await.as_deref(), Ok("a"));
    assert_eq!(asked("https://evil.example", None).await, Err(Fault::Issuer));
    assert_eq!(asked("", Some("")).await, Err(Fault::State));
    assert_eq!(asked("", Some("another")).await, Err(Fault::State));
    // One that says who it is always says so.
    provider.says("authorization_response_iss_parameter_supported", true);
    let known = provider.known();
    let (address, awaited) = known.ask(Language::English, at(1).at).await.unwrap();
    let state = address.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
    let answer = Answer { state, code: "a".to_owned(), ..Answer::default() };
    assert_eq!(known.code(&awaited, answer, at(1).at).await, Err(Fault::Issuer));
}

#[tokio::test]
async fn a_provider_that_is_down_or_says_too_much_keeps_nobody_from_the_other_ways() {
    let moods = [
        ("/", Mood::Failing(StatusCode::BAD_GATEWAY), Fault::Refused),
        ("/", Mood::Endless, Fault::TooLong),
        ("/", Mood::Elsewhere, Fault::Refused),
        ("/", Mood::Silent, Fault::Unreachable),
        ("/keys", Mood::Failing(StatusCode::NOT_FOUND), Fault::Refused),
        ("/keys", Mood::Endless, Fault::TooLong),
        ("/token", Mood::Failing(StatusCode::INTERNAL_SERVER_ERROR), Fault::Refused),
        ("/token", Mood::Endless, Fault::TooLong),
        ("/token", Mood::Elsewhere, Fault::Refused),
        ("/token", Mood::Silent, Fault::Unreachable),
    ];
    for (where_it, mood, why) in moods {
        let provider = IdentityProvider::start().await;
        provider.is(where_it, mood.clone());
        let known = provider.known();
        let site = Site::new().await.trusting(known.clone());
        let mut browser = site.browser();
        if where_it == "/token" {
            assert_eq!(believed(&known, &provider).await, Err(why), "{where_it} {mood:?}");
            if mood != Mood::Silent {
                assert_refused(&back(&mut browser, &provider, "urn:alex").await, where_it);
            }
        } else {
            assert_eq!(known.ask(Language::English, at(1).at).await.err(), Some(why), "{where_it} {mood:?}");
            let asked = provider.asked("/");
            let page = browser.post(GO, &[]).await;
            assert_refused(&page, where_it);
            assert!(page.body.contains("Send me a link"), "{}", page.text());
            assert_eq!(provider.asked("/"), asked, "nobody waits for it again so soon");
            // Once it is up again it is asked again.
            provider.is(where_it, Mood::Fine);
            on_to(&browser.at(site.later(2)).post(GO, &[]).await);
        }
        assert_eq!(browser.post("/sign-in", &[("person", "alex")]).await.location(), "/home");
    }
    let nobody = Site::new().await;
    assert_refused(&nobody.browser().post(GO, &[]).await, "nobody listens there");
}

#[tokio::test]
async fn a_provider_that_is_another_or_leads_off_the_safe_lines_is_not_asked() {
    for (name, value, why) in [
        ("issuer", "https://evil.example", Fault::Issuer),
        ("authorization_endpoint", "http://evil.example/authorize", Fault::Unreadable),
        ("token_endpoint", "http://evil.example/token", Fault::Unreadable),
        ("jwks_uri", "file:///etc/passwd", Fault::Unreadable),
        ("jwks_uri", "not an address", Fault::Unreadable),
    ] {
        let provider = IdentityProvider::start().await;
        provider.says(name, value);
        assert_eq!(provider.known().ask(Language::English, at(1).at).await.err(), Some(why), "{name} {value}");
    }
}

#[tokio::test]
async fn a_new_key_is_looked_for_when_it_is_used_and_not_at_every_lie() {
    let provider = IdentityProvider::start().await;
    let known = provider.known();
    let site = Site::new().await.trusting(known.clone());
    add(&mut site.signed_in("alex").await, &provider, "urn:alex").await;
    assert_eq!(provider.asked("/keys"), 1);
    for _ in 0..3 {
        provider.lies(header("kid", "of my own"));
        assert_eq!(believed(&known, &provider).await, Err(Fault::Key));
    }
    assert_eq!(provider.asked("/keys"), 1, "it was asked only just before");
    provider.is_honest();
    provider.changes_its_key("the second");
    provider.is_at_minute(3);
    let mut browser = site.browser().at(site.later(3));
    back(&mut browser, &provider, "urn:alex").await;
    assert_eq!(browser.post(CONFIRM, &[]).await.location(), "/home");
    assert_eq!(provider.asked("/keys"), 2);
}

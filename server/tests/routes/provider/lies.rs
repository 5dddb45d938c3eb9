//! Tokens with one lie in each: every one is refused, for that reason, and all are told alike.

use own_terms::provider::Fault;
use own_terms_domain::reading::Language;
use serde_json::json;

use super::{CONFIRM, GO, add, assert_refused, back_at, believed, claim, desk, header, seconds, without};
use crate::{
    authenticator::base64,
    given::at,
    identity_provider::{IdentityProvider, Sign, Token, VECTOR},
    routes::Site,
};

/// One lie in what is right otherwise: it is refused for that reason, and on the page as every other.
async fn is_refused(why: Fault, lie: impl Fn(&mut Token) + Send + Sync + 'static) {
    let provider = IdentityProvider::start().await;
    let known = provider.known_as(&[VECTOR]);
    let site = Site::new().await.trusting(known.clone()).trusting_at_desk(provider.known_at_desk(&[VECTOR]));
    add(&mut site.signed_in("alex").await, &provider, "urn:alex").await;
    desk::bind(&mut site.at_desk("jo").await, &provider, "urn:alex").await;
    let before = site.everything().await;
    assert_eq!(believed(&known, &provider).await.as_deref(), Ok("urn:alex"), "without the lie");
    provider.lies(lie);
    assert_eq!(believed(&known, &provider).await, Err(why));
    let fronts = [(GO, CONFIRM, "/home"), (desk::GO, desk::CONFIRM, "/desk")];
    for (go, confirm, _) in fronts {
        let mut browser = site.browser();
        assert_refused(&back_at(&mut browser, &provider, "urn:alex", go).await, "the lie");
        assert_refused(&browser.post(confirm, &[]).await, "afterwards");
    }
    provider.is_honest();
    for (go, confirm, home) in fronts {
        let mut browser = site.browser();
        back_at(&mut browser, &provider, "urn:alex", go).await;
        assert_eq!(browser.post(confirm, &[]).await.location(), home, "and without the lie again");
    }
    assert_eq!(site.everything().await, before);
}

macro_rules! refused {
    ($($name:ident: $why:ident, $lie:expr;)*) => {
        $(#[tokio::test]
        async fn $name() {
            is_refused(Fault::$why, $lie).await;
        })*
    };
}

refused! {
    a_token_of_another_issuer_is_refused: Issuer, claim("iss", "https://evil.example");
    a_token_of_an_issuer_that_looks_alike_is_refused: Issuer, |token| {
        token.claims["iss"] = format!("{}/", token.claims["iss"].as_str().unwrap()).into();
    };
    a_token_for_another_service_is_refused: Audience, claim("aud", "somebody-else");
    a_token_for_another_service_as_well_is_refused: Audience, claim("aud", json!(["own-terms", "somebody-else"]));
    a_token_for_nobody_is_refused: Audience, claim("aud", json!([]));
    a_token_that_another_service_asked_for_is_refused: Audience, claim("azp", "somebody-else");
    a_token_that_is_not_signed_is_refused: Algorithm, |token| {
        header("alg", "none")(token);
        token.sign = Sign::Not;
    };
    a_token_that_says_it_is_not_signed_is_refused_though_it_is: Algorithm, header("alg", "none");
    a_token_signed_with_the_public_key_is_refused: Algorithm, |token| {
        header("alg", "HS256")(token);
        token.sign = Sign::WithThePublicKey;
    };
    a_token_of_another_algorithm_is_refused_even_if_the_signature_is_right: Algorithm, header("alg", "RS256");
    a_token_of_an_algorithm_in_other_letters_is_refused: Algorithm, header("alg", "es256");
    a_token_that_wants_more_understood_than_the_standard_is_refused: Algorithm, header("crit", json!(["b64"]));
    a_token_whose_signature_is_missing_is_refused: Signature, |token| token.sign = Sign::Not;
    a_token_signed_by_another_key_is_refused: Signature, |token| token.sign = Sign::WithAnother;
    a_token_of_a_key_that_is_not_published_is_refused: Key, header("kid", "of my own");
    a_token_of_a_key_that_is_for_something_else_is_refused: Key, header("kid", "to seal");
    a_token_of_a_key_of_another_sort_is_refused: Key, header("kid", "for others");
    a_token_to_another_question_is_refused: Nonce, claim("nonce", "another");
    a_token_to_no_question_is_refused: Nonce, without("nonce");
    a_token_that_is_over_is_refused: Time, claim("exp", seconds(-61));
    a_token_without_an_end_is_refused: Unreadable, without("exp");
    a_token_that_is_good_for_years_is_refused: Time, claim("exp", seconds(1_000_000));
    a_token_from_the_future_is_refused: Time, claim("iat", seconds(62));
    a_token_from_long_ago_is_refused: Time, claim("iat", seconds(-1_000_000));
    a_token_that_is_not_good_yet_is_refused: Time, claim("nbf", seconds(62));
    a_token_that_does_not_say_how_sure_it_is_is_refused: Trust, without("vot");
    a_token_that_is_less_sure_than_asked_is_refused: Trust, claim("vot", "Cl");
    a_token_that_is_sure_by_nobodys_rules_is_refused: Trust, without("vtm");
    a_token_that_is_sure_by_somebody_elses_rules_is_refused: Trust, claim("vtm", "https://evil.example/trustmark");
    a_token_beside_another_access_token_is_refused: Hash, claim("at_hash", base64(&[7; 16]));
    a_token_about_nobody_is_refused: Unreadable, claim("sub", "");
    a_token_about_a_name_that_cannot_be_seen_is_refused: Unreadable, claim("sub", "urn:alex\u{200b}");
    a_token_of_a_session_without_a_name_is_refused: Unreadable, claim("sid", "");
    a_token_that_says_that_they_signed_out_is_refused: Type, header("typ", "logout+jwt");
}

#[tokio::test]
async fn clocks_may_be_a_minute_apart() {
    let provider = IdentityProvider::start().await;
    let known = provider.known();
    for (issued, over) in [(59, 179), (-179, -59)] {
        provider.lies(move |token| {
            claim("iat", seconds(issued))(token);
            claim("exp", seconds(over))(token);
        });
        assert_eq!(believed(&known, &provider).await.as_deref(), Ok("urn:alex"), "{issued}");
    }
}

#[tokio::test]
async fn a_provider_that_is_asked_how_sure_it_is_is_asked_in_its_own_way() {
    let provider = IdentityProvider::start().await;
    let (address, _) = provider.known_as(&["Cl.Cm", "Cl"]).ask(Language::Welsh, at(1).at).await.unwrap();
    let get = |name: &str| address.query_pairs().find(|(n, _)| n == name).map(|(_, value)| value.into_owned());
    assert_eq!(get("vtr").as_deref(), Some(r#"["Cl.Cm","Cl"]"#));
    assert_eq!(get("ui_locales").as_deref(), Some("cy"));
    provider.lies(claim("vot", "Cm.Cl"));
    let known = provider.known_as(&["Cl", "Cl.Cm"]);
    assert_eq!(
        believed(&known, &provider).await.as_deref(),
        Ok("urn:alex"),
        "in any order, and any of those asked for"
    );
}

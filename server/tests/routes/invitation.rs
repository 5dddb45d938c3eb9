//! Invitations: a code opens one place, once, however it is typed; what opens nothing says nothing of why.

use axum::http::StatusCode;
use jiff::SignedDuration;
use own_terms::{
    entropy::Entropy,
    invite::{Invited, Invitee, TRIES, invite},
};
use own_terms_domain::{account::Origin, letters, reading::Language, spoken::SpokenCode};

use super::Site;
use crate::given::{at, text};

async fn invited(site: &Site) -> Invited {
    let invitee = Invitee {
        name: text("Robin"),
        language: Language::English,
        origin: Origin::Demonstration,
        open_for: SignedDuration::from_hours(1),
    };
    invite(&*site.store, &Entropy::from_system().unwrap(), at(0), &invitee).await.unwrap()
}

/// A code that is found as this one is, with another secret.
fn with_another_secret(code: &SpokenCode, number: u8) -> String {
    let mut values = [number; 11];
    for (value, letter) in values.iter_mut().zip(code.finder().chars()) {
        *value = u8::try_from(letters::value(letter).unwrap()).unwrap();
    }
    SpokenCode::draw(values).to_string()
}

#[tokio::test]
async fn an_invitation_opens_its_place_once_and_then_it_is_asked_how_to_sign_in_next_time() {
    let site = Site::new().await;
    let code = invited(&site).await.code.to_string();
    let mut browser = site.browser();
    let link = format!("/sign-in/invitation?code={code}");
    for _ in 0..3 {
        let page = browser.get(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.form_with("code").all("code").next(), Some(code.as_str()), "looking uses nothing up");
        assert!(page.text().contains("It will not affect your benefits."));
    }
    let opened = browser.fill_in(&link, "code", &[]).await;
    assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, "/settings/sign-in"));
    let next = browser.get("/settings/sign-in").await;
    assert!(next.text().contains("How do you want to sign in next time?"), "{}", next.text());
    assert!(browser.get("/home").await.text().contains("Hello Robin."));
    let again = site.browser().post("/sign-in/invitation", &[("code", &code)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.set_cookies().is_empty());
}

#[tokio::test]
async fn it_is_typed_in_any_case_and_spacing() {
    let site = Site::new().await;
    for typed in [
        |code: &str| code.to_lowercase(),
        |code: &str| code.replace('-', " "),
        |code: &str| format!("  {}\n", code.replace('-', "")),
        |code: &str| code.replace('0', "o").replace('1', "l"),
    ] {
        let code = typed(&invited(&site).await.code.to_string());
        let opened = site.browser().post("/sign-in/invitation", &[("code", &code)]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{code}");
    }
}

#[tokio::test]
async fn a_slip_is_no_try_and_wrong_tries_lock_that_invitation_and_no_other() {
    let site = Site::new().await;
    let (one, other) = (invited(&site).await.code, invited(&site).await.code);
    let ask = async |code: &str| site.browser().post("/sign-in/invitation", &[("code", code)]).await;
    let slip = {
        let mut slip = one.to_string().into_bytes();
        slip[13] = if slip[13] == b'A' { b'B' } else { b'A' };
        String::from_utf8(slip).unwrap()
    };
    for _ in 0..2 * TRIES {
        let page = ask(&slip).await;
        assert!(page.text().contains("Nothing was used up."), "{}", page.text());
    }
    let tried: Vec<String> = (0..TRIES).map(|number| with_another_secret(&one, number)).collect();
    assert!(!tried.contains(&one.to_string()));
    for code in &tried {
        assert_eq!(ask(code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(ask(&one.to_string()).await.status, StatusCode::UNPROCESSABLE_ENTITY, "no try is left");
    assert_eq!(ask(&other.to_string()).await.status, StatusCode::SEE_OTHER, "nobody else is locked out");
}

#[tokio::test]
async fn what_opens_nothing_is_answered_alike_whatever_the_reason_is() {
    let site = Site::new().await;
    let [used, locked, old] = [invited(&site).await, invited(&site).await, invited(&site).await].map(|made| made.code);
    site.browser().post("/sign-in/invitation", &[("code", &used.to_string())]).await;
    for number in 0..TRIES {
        site.browser().post("/sign-in/invitation", &[("code", &with_another_secret(&locked, number))]).await;
    }
    let unknown = SpokenCode::draw([9; 11]);
    let mut answers = Vec::new();
    for (code, minute) in [(&unknown, 1), (&used, 1), (&locked, 1), (&old, 60)] {
        let page =
            site.browser().at(site.later(minute)).post("/sign-in/invitation", &[("code", &code.to_string())]).await;
        answers.push((page.status, page.body.replace(&code.to_string(), ""), format!("{:?}", page.headers)));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    assert!(answers[0].1.contains("This code does not open anything."));
}

//! Nothing is changed by a request that does not come from a page of ours, in this very session.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use own_terms_domain::{ids::WayInId, item::Version};

use super::{
    Browser, Site,
    support::{HOST, encode, routes},
};

/// A note about someone, by its name.
const NOTE: &str = "note.00000000000080008000000000000702";

/// What someone has that could be changed: a goal, and a way to sign in with its version.
pub(super) struct Theirs {
    pub(super) goal: String,
    pub(super) way: WayInId,
    pub(super) on: Version,
}

impl Theirs {
    async fn of(site: &Site, person: &str) -> Self {
        let (way, on) = site.with_way_in(person, "someone@example.com").await;
        Self { goal: site.held(person).await.goals()[0].id.to_string(), way, on }
    }
}

/// The same at the desk.
fn at_the_desk(path: &str) -> &'static [(&'static str, &'static str)] {
    match path {
        "/desk" | "/desk/lost" => &[("who", "00")],
        "/desk/agreed" => &[("who", "00"), ("which", "00000000000080008000000000000a02")],
        "/desk/interpreter" => &[("which", "00000000000080008000000000000a02"), ("coming", "coming")],
        "/desk/invite" => &[("name", "forged"), ("language", "en"), ("do", "code")],
        "/desk/person" => &[("which", "00000000000080008000000000000a01"), ("do", "withdraw")],
        "/desk/offer" => &[
            ("which", "00000000000080008000000000000a99"),
            ("why", "forged"),
            ("format", "phone"),
            ("minutes", "15"),
            ("times", "2027-03-15T10:00"),
        ],
        "/desk/ending" => &[("last", "2027-06-01")],
        "/desk/refer" => &[("which", "00000000000080008000000000000c02"), ("do", "withdraw")],
        "/desk/notes" => &[("which", "00000000000000000000000000000b99"), ("words", "forged")],
        "/desk/propose" => &[("which", "00000000000000000000000000000e98"), ("case_worker", "forged")],
        "/desk/records" => &[("words", "forged"), ("source", "nowhere"), ("agreed", "yes"), ("which", "00b97")],
        "/desk/corrections" => &[("record", "00000000000080008000000000000702"), ("do", "done")],
        "/desk/consent" => &[("which", "00000000000000000000000000000c98"), ("items", "pace"), ("purpose", "help")],
        "/desk/staff" => &[("who", "00000000000080008000000000000301"), ("do", "close")],
        "/desk/organisations" => &[("name", "forged")],
        "/desk/photo" => &[("do", "take-away")],
        "/desk/look-into" => {
            &[("of-staff", "00000000000080008000000000000301"), ("person-name", "Rosa"), ("words", "forged")]
        }
        "/desk/agreement" => &[("which", "00000000000080008000000000000e01"), ("do", "leave")],
        "/desk/sign-in" => &[("staff", "samira")],
        "/desk/invitation" => &[("code", "K7MP-4XQ9-T2WC")],
        "/desk/sign-in/passkey"
        | "/desk/sign-in/provider"
        | "/desk/sign-in/provider/confirm"
        | "/desk/sign-in/back"
        | "/desk/provider"
        | "/desk/provider/add"
        | "/desk/sign-in/passkey/begin"
        | "/desk/sign-out"
        | "/desk/passkey"
        | "/desk/passkey/begin" => &[],
        _ => panic!("say what {path} would do"),
    }
}

/// Something that each address would do, if it were let.
pub(super) fn would_do(path: &str, theirs: &Theirs) -> Vec<(&'static str, String)> {
    let goal = &theirs.goal;
    match path {
        "/goals" => return vec![("do", format!("take-away {goal} 2"))],
        "/settings/sign-in/way" => {
            let (way, on) = (theirs.way.to_string(), theirs.on.to_string());
            return [("way", way), ("version", on), ("do", "close".to_owned()), ("sure", "yes".to_owned())].into();
        }
        _ => {}
    }
    let fields: &[(&'static str, &str)] = match path {
        "/goals/add" => &[("words", "forged"), ("audience", "case-worker")],
        "/goals/change" => &[("do", "mark"), ("stage", "done"), ("version", "2")],
        "/contact" => &[("answer", "no")],
        "/contact/ways" => &[("rank-here", "1")],
        "/contact/safe" => &[("word", "forged")],
        "/contact/earlier" => &[("until", "2027-03-01T10:00:00Z")],
        "/appointments/terms/formats" => &[("rank-jobcentre", "1")],
        "/appointments/terms/with-me" => &[("companion", "forged")],
        "/appointments/terms/pace" => &[("longest", "90"), ("gap", "0"), ("notice", "1")],
        "/appointments/terms/times" => &[("from-7", "07:00"), ("until-7", "21:00")],
        "/appointments/terms/breaks" => &[("from", "2029-01-01"), ("until", "2029-01-02"), ("do", "add")],
        "/held/item" => &[("what", NOTE), ("do", "keep")],
        "/held/find" => &[("find", "rent")],
        "/held/correct" => &[("what", NOTE), ("seen", "6"), ("version", "0"), ("should_be", "forged"), ("do", "ask")],
        "/held/differently" => &[("what", NOTE), ("version", "8"), ("view", "forged")],
        "/carers/invite" => &[
            ("who", "00000000000000000000000000000901"),
            ("name", "forged"),
            ("scopes", "see-goals"),
            ("until", "2027-03-20"),
            ("device", "only-mine"),
        ],
        "/carers/one" => &[("who", "00000000000080008000000000000901"), ("do", "end")],
        "/helping" => &[("who", "00000000000080008000000000000901"), ("do", "no")],
        "/helping/accept" => &[("code", "7777-7777-7777")],
        "/appointments/calendar" => &[("do", "make")],
        "/sharing/new" => &[
            ("which", "00000000000000000000000000000c99"),
            ("organisation", "00000000000080008000000000000402"),
            ("purpose", "help"),
            ("items", "profile"),
        ],
        "/notes/write" => &[("which", "00000000000000000000000000000b99"), ("words", "forged")],
        "/notes/propose" => &[("which", "00000000000000000000000000000e99"), ("person", "forged")],
        "/notes/agreement" => &[("which", "00000000000080008000000000000e01"), ("answer", "no")],
        "/appointments/one" => &[("which", "00000000000080008000000000000a01"), ("answer", "no")],
        "/sharing/one" => &[("which", "00000000000080008000000000000c01"), ("answer", "no")],
        "/people/case-worker" => &[("staff", "nobody"), ("version", "4")],
        "/people/supporter" => &[("who", "00000000000000000000000000001a99"), ("name", "forged"), ("version", "0")],
        "/people/advice" => &[
            ("which", "00000000000080008000000000001b01"),
            ("adviser", "case-worker.00000000000080008000000000000301"),
            ("words", "forged"),
        ],
        "/people/advice/send" => {
            &[("advice", "00000000000080008000000000001b02"), ("words", "forged"), ("answer", "yes")]
        }
        "/people/carrying-on" => &[("touch", "month"), ("version", "0")],
        "/people/listings" => &[("find", "pain")],
        "/settings/name" => &[("name", "forged"), ("version", "1")],
        "/held/erase" => &[("what", "kind.goal")],
        "/settings/sessions" => &[("do", "others")],
        "/stop" => &[("do", "stop")],
        "/settings" => &[("size", "largest"), ("spacing", "usual"), ("contrast", "dark"), ("language", "cy")],
        "/settings/sign-in/passkey" | "/settings/sign-in/passkey/begin" | "/settings/sign-in/provider/add" => {
            &[("name", "forged")]
        }
        "/settings/language" => &[("language", "cy"), ("next", "/home")],
        "/sign-in" => &[("person", "priya")],
        "/settings/sign-in" => &[("asked", "2027-02-28T10:30:00Z"), ("do", "stop")],
        "/sign-in/undo" => &[("code", "K7MP-4XQ9-T2WC"), ("do", "stop")],
        "/sign-in/invitation" | "/sign-in/link" | "/sign-in/address" => &[("code", "K7MP-4XQ9-T2WC"), ("do", "yes")],
        "/sign-in/email" | "/settings/sign-in/email" => &[("email", "someone@example.com")],
        _ if path.starts_with("/desk") => at_the_desk(path),
        "/sign-out"
        | "/leave"
        | "/check"
        | "/consent"
        | "/stay"
        | "/sign-in/back"
        | "/sign-in/passkey"
        | "/sign-in/passkey/begin"
        | "/sign-in/provider"
        | "/sign-in/provider/confirm"
        | "/settings/sign-in/provider" => &[],
        _ => panic!("say what {path} would do"),
    };
    let mut fields: Vec<(&'static str, String)> =
        fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    let stands = ["/contact", "/contact/ways", "/contact/safe", "/contact/earlier"].contains(&path)
        || path.starts_with("/appointments");
    if stands {
        // Any version at all, so that the version is not what refuses it.
        fields.push(("version", "any".to_owned()));
    }
    fields.push(("goal", goal.clone()));
    fields
}

pub(super) fn posts() -> impl Iterator<Item = &'static str> {
    // What a provider says comes from no page at all, and is believed by its signature: see `provider`.
    let is_signed = |path: &&str| path.ends_with("/sign-in/provider/logout");
    routes().into_iter().filter(|route| route.post).map(|route| route.path).filter(move |path| !is_signed(path))
}

/// Sends a form with these headers and no others that say where it comes from.
async fn send(browser: &Browser, path: &str, body: String, headers: &[(&str, &str)]) -> super::support::Page {
    let mut request =
        browser.request(Method::POST, path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.clone().send(request.body(Body::from(body)).unwrap()).await
}

fn with(token: &str, fields: &[(&'static str, String)]) -> String {
    let mut all = vec![("token", token)];
    all.extend(fields.iter().map(|(name, value)| (*name, value.as_str())));
    encode(&all)
}

#[tokio::test]
async fn from_another_site_nothing_is_done_even_with_the_right_token() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let token = browser.token().await;
    let theirs = Theirs::of(&site, "rosa").await;
    let before = site.everything().await;
    let here = format!("https://{HOST}");
    let elsewhere: Vec<Vec<(&str, &str)>> = vec![
        vec![],
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site")],
        vec![("sec-fetch-site", "none")],
        vec![("sec-fetch-site", "")],
        vec![("sec-fetch-site", "same-origin, cross-site")],
        vec![("sec-fetch-site", "SAME-ORIGIN")],
        vec![("sec-fetch-site", "cross-site"), ("origin", &here)],
        vec![("sec-fetch-site", "same-origin"), ("origin", "null")],
        vec![("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")],
        vec![("origin", "null")],
        vec![("origin", "")],
        vec![("origin", "https://evil.example")],
        vec![("origin", "https://own-terms.example.evil.example")],
        vec![("origin", "https://evil.example/own-terms.example")],
        vec![("origin", "https://own-terms.example@evil.example")],
        vec![("origin", "https://sub.own-terms.example")],
        vec![("origin", "https://own-terms.example:8443")],
        vec![("referer", "https://own-terms.example/goals")],
    ];
    for path in posts() {
        let body = with(&token, &would_do(path, &theirs));
        for headers in &elsewhere {
            let page = send(&browser, path, body.clone(), headers).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path} with {headers:?}");
            page.assert_whole(path);
            assert!(page.set_cookies().is_empty(), "{path} with {headers:?}");
        }
    }
    assert_eq!(site.everything().await, before);
    assert_eq!(browser.get("/home").await.status, StatusCode::OK, "and they are still signed in");
}

#[tokio::test]
async fn without_this_sessions_token_nothing_is_done() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    browser.sign_in_at_desk("jo").await;
    let (own, others) = (browser.token().await, site.signed_in("priya").await.token().await);
    let another_of_theirs = site.signed_in("rosa").await.token().await;
    // There each role has pages of its own.
    let (administrator, supervisor) = (site.at_desk("owen").await, site.at_desk("gwen").await);
    let theirs = Theirs::of(&site, "rosa").await;
    let before = site.everything().await;
    let mut flipped = own.clone().into_bytes();
    flipped[100] = if flipped[100] == b'0' { b'1' } else { b'0' };
    let flipped = String::from_utf8(flipped).unwrap();
    let tokens = [
        "",
        "x",
        &"0".repeat(176),
        &others,
        &another_of_theirs,
        &own[..175],
        &format!("{own}0"),
        &flipped,
        &own.to_uppercase(),
    ];
    // A check changes nothing, and like signing in it is for people without a session.
    let needs_none = |path: &str| {
        path.starts_with("/sign-in")
            || path.starts_with("/desk/sign-")
            || path == "/desk/invitation"
            || ["/sign-out", "/leave", "/check", "/consent", "/stay"].contains(&path)
    };
    for path in posts().filter(|path| !needs_none(path)) {
        for token in tokens {
            if token == own {
                continue;
            }
            // In capitals it is the same number, so the same token.
            if token.eq_ignore_ascii_case(&own) {
                continue;
            }
            let body = with(token, &would_do(path, &theirs));
            let by = match path {
                "/desk/staff" | "/desk/organisations" => &administrator,
                "/desk/look-into" => &supervisor,
                _ => &browser,
            };
            let page = send(by, path, body, &[("sec-fetch-site", "same-origin")]).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path} with {token}");
            page.assert_whole(path);
            assert!(page.set_cookies().is_empty(), "{path} with {token}: {:?}", page.set_cookies());
        }
    }
    let device = with("", &[("do", "device".to_owned()), ("device", "own".to_owned())]);
    let page = send(&browser, "/settings", device, &[("sec-fetch-site", "same-origin")]).await;
    assert!(page.set_cookies().is_empty(), "whose the device is, too");
    assert_eq!(site.everything().await, before);
}

#[tokio::test]
async fn a_browser_that_says_only_origin_is_served() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let token = browser.token().await;
    for (headers, word) in [
        (vec![("origin", "https://own-terms.example")], "heron"),
        (vec![("sec-fetch-site", "same-origin")], "wren"),
        (vec![("origin", "http://own-terms.example")], "robin"),
    ] {
        let stands = site.held("sam").await.version_of(own_terms_domain::item::Kind::Safe).to_string();
        let body = encode(&[("token", &token), ("word", word), ("version", &stands)]);
        let page = send(&browser, "/contact/safe", body, &headers).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{headers:?}");
        assert_eq!(site.held("sam").await.safe().word.unwrap().as_str(), word);
    }
}

#[tokio::test]
async fn every_page_has_its_token_under_another_mask() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let (one, two) = (browser.token().await, browser.token().await);
    assert_ne!(one, two);
    assert_eq!(one.len(), 176);
    let session = browser.cookies["own-terms-session"].clone();
    assert!(!browser.get("/settings").await.body.contains(session.as_str()), "the session is in no page");
}

//! A form that is sent when its session has ended: what was typed comes back to the same person, and to nobody else.

use axum::http::StatusCode;

use super::{
    Browser, Site, encode,
    html::Form,
    support::{Page, routes},
};

const TYPED: &str = "</textarea>Typed for <ten> minutes & \"more\", 漢字 é\r\non two lines";

/// Where a form is, a field by which it is known, and what is put into it.
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The carer who helps Priya.
const ONE_CARER: &str = "/carers/one?who=00000000000080008000000000000901";

/// What Rosa is asked to share.
const ASKED: &str = "/sharing/one?which=00000000000080008000000000000c01";

/// What Jo offers Rosa.
const OFFERED: &str = "/appointments/one?which=00000000000080008000000000000a01";

/// What Jo proposes to Rosa.
const PROPOSED: &str = "/notes/agreement?which=00000000000080008000000000000e01";

/// What Rosa was advised, and sends.
const SENT: &str = "/people/advice/send?which=00000000000080008000000000001b02";

/// Each form.
const FORMS: [Case; 30] = [
    ("/goals/add", "words", &[("words", TYPED), ("area", "money"), ("audience", "case-worker")]),
    (
        "/goals/change?goal=",
        "words",
        &[("words", TYPED), ("area", "health"), ("audience", "only-me"), ("do", "change")],
    ),
    ("/contact", "about", &[("about", TYPED), ("not-about", "my last job"), ("answer", "yes")]),
    ("/contact/ways", "rank-phone", &[("rank-phone", "1"), ("detail-phone", "07700 900999"), ("from-2", "10:00")]),
    ("/contact/safe", "word", &[("word", "marmalade"), ("avoid", TYPED)]),
    ("/appointments/terms/formats", "rank-my-place", &[("rank-my-place", "1"), ("place-my-place", "my sister's")]),
    ("/appointments/terms/with-me", "companion", &[("companion", "my friend"), ("also", TYPED)]),
    ("/appointments/terms/pace", "longest", &[("longest", "45"), ("gap", "42"), ("notice", "14")]),
    ("/appointments/terms/times", "from-1", &[("from-3", "09:00"), ("until-3", "11:30")]),
    (
        "/appointments/terms/breaks",
        "from",
        &[("from", "2029-01-01"), ("until", "2029-01-02"), ("name", "a rest"), ("do", "add")],
    ),
    ("/settings", "device", &[("device", "own"), ("do", "device")]),
    ("/settings/name", "name", &[("name", "Alexandra")]),
    (
        "/carers/invite",
        "name",
        &[("name", "Zoë"), ("scopes", "see-goals"), ("until", "2027-03-20"), ("device", "shared")],
    ),
    (
        ONE_CARER,
        "name",
        &[("name", "my neighbour"), ("scopes", "see-goals"), ("device", "only-mine"), ("do", "change")],
    ),
    (
        "/sharing/new",
        "which",
        &[("organisation", "00000000000080008000000000000402"), ("purpose", "help"), ("items", "pace")],
    ),
    (OFFERED, "words", &[("words", TYPED), ("day", "2027-03-20"), ("answer", "suggest")]),
    ("/notes/write", "words", &[("words", TYPED)]),
    ("/notes/propose", "person", &[("person", TYPED), ("case_worker", "ring them"), ("until", "2027-04-01")]),
    (PROPOSED, "answer", &[("answer", "not-now")]),
    (ASKED, "length", &[("length", "14"), ("answer", "not-now")]),
    ("/people/supporter", "does", &[("name", "my aunt"), ("does", TYPED)]),
    ("/people/advice", "words", &[("adviser", "case-worker.00000000000080008000000000000301"), ("words", TYPED)]),
    ("/people/carrying-on", "version", &[("touch", "two-months")]),
    (SENT, "seen", &[("words", TYPED), ("answer", "yes")]),
    ("/people/case-worker", "version", &[("staff", "00000000000080008000000000000302")]),
    (
        "/held/correct?what=note.00000000000080008000000000000702",
        "should_be",
        &[("should_be", TYPED), ("reason", "my reason"), ("do", "ask")],
    ),
    ("/held/differently?what=note.00000000000080008000000000000702", "view", &[("view", TYPED)]),
    ("/held/item?what=note.00000000000080008000000000000702", "do", &[("do", "keep")]),
    ("/settings/sign-in/way?way=", "name", &[("name", "the one on my phone"), ("do", "name")]),
    ("/stop", "do", &[("do", "stop")]),
];

fn pairs(form: &Form) -> Vec<(&str, &str)> {
    form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// A form of a page, filled in and sent by whatever session the browser has by then.
fn filled<'a>(form: &'a Form, with: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = pairs(form);
    all.retain(|(name, _)| !with.iter().any(|(filled, _)| filled == name));
    all.extend(with);
    all
}

fn path_of(address: &str) -> &str {
    address.split('?').next().unwrap()
}

/// Opens a form, signs out in another tab, and sends it.
async fn send_too_late(browser: &mut Browser, address: &str, with: &str, fields: &[(&str, &str)]) -> Page {
    let form = browser.get(address).await.form_with(with);
    browser.clone().post("/sign-out", &[]).await;
    browser.post(address, &filled(&form, fields)).await
}

/// Signs in from a page that carries something, and goes where the browser is led, as it would.
async fn sign_in_from(page: &Page, browser: &mut Browser, person: &str) -> (Page, Option<Page>) {
    let form = page.form_with("kept");
    let mut body = pairs(&form);
    body.push(("person", person));
    let led = browser.post("/sign-in", &body).await;
    let to = led.location().to_owned();
    let then = match led.status {
        StatusCode::TEMPORARY_REDIRECT => Some(browser.post(&to, &body).await),
        _ => None,
    };
    (led, then)
}

#[tokio::test]
async fn on_every_form_what_was_typed_is_there_again_after_signing_in_and_is_saved_only_by_pressing_save() {
    let site = Site::new().await;
    let goal = site.held("alex").await.goals()[0].id.to_string();
    let (way, _) = site.with_way_in("alex", "alex@example.com").await;
    for (address, with, fields) in FORMS {
        let address = match address {
            "/goals/change?goal=" => format!("{address}{goal}"),
            "/settings/sign-in/way?way=" => format!("{address}{way}"),
            _ => address.to_owned(),
        };
        let path = path_of(&address);
        let who = match address.as_str() {
            ONE_CARER => "priya",
            _ if address.starts_with("/notes")
                || address.starts_with("/people/advice")
                || [ASKED, OFFERED].contains(&address.as_str())
                || address.contains("what=") =>
            {
                "rosa"
            }
            _ => "alex",
        };
        let mut browser = site.signed_in(who).await;
        let before = site.everything().await;
        let asked = send_too_late(&mut browser, &address, with, fields).await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED, "{path}");
        asked.assert_whole(path);
        assert!(asked.text().contains("What you wrote is kept on this page for 24 hours."), "{path}");
        for (_, value) in fields.iter().filter(|(_, value)| value.len() > 6) {
            assert!(!asked.body.contains(value) && !asked.text().contains(value), "{path} shows what was typed");
        }
        let (led, again) = sign_in_from(&asked, &mut browser, who).await;
        assert_eq!(led.location(), path, "nothing is in the address");
        let again = again.unwrap();
        assert_eq!(again.status, StatusCode::OK, "{path}: {}", again.text());
        again.assert_whole(path);
        assert!(again.text().contains("This is not saved yet"), "{path}");
        assert!(again.set_cookies().is_empty(), "{path}");
        assert_eq!(site.everything().await, before, "{path} was saved by itself");
        let form = again.form_with(with);
        for (name, value) in fields.iter().filter(|(name, _)| !["do", "answer"].contains(name)) {
            assert!(form.all(name).any(|shown| shown == *value), "{path}: {name} is {:?}", form.fields);
        }
        let buttons: Vec<_> = fields.iter().filter(|(name, _)| ["do", "answer"].contains(name)).copied().collect();
        let saved = browser.post(&address, &filled(&form, &buttons)).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{path}: {}", saved.text());
        let changed = site.everything().await != before || browser.cookies.contains_key("own-terms-own-device");
        assert!(changed, "{path} is saved once they want it");
    }
    for route in routes().into_iter().filter(|route| route.post) {
        // Signing in needs no session, and the first hold nothing that was typed; a language needs nobody, the goals are only
        // buttons, and what is looked for, passkeys and an address to sign in with have tests of their own.
        let other = [
            "/sign-out",
            "/leave",
            "/stay",
            "/check",
            "/settings/language",
            "/goals",
            "/held/erase",
            "/held/find",
            "/people/listings",
            "/settings/sign-in/email",
            // Two buttons.
            "/settings/sign-in",
            "/helping",
            "/helping/accept",
            "/settings/sessions",
            "/appointments/calendar",
            "/contact/earlier",
            "/consent",
        ];
        // The desk has tests of its own.
        if route.path.starts_with("/desk")
            || route.path.starts_with("/sign-in")
            || route.path.contains("passkey")
            || route.path.contains("provider")
        {
            continue;
        }
        let tried = FORMS.iter().any(|(address, ..)| path_of(address) == route.path);
        assert!(tried || other.contains(&route.path), "{} is not tried", route.path);
    }
}

#[tokio::test]
async fn a_session_that_ended_by_itself_is_no_different() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let form = browser.get("/goals/add").await.form_with("words");
    let mut later = browser.at(site.later(122));
    let asked = later.post("/goals/add", &filled(&form, &[("words", TYPED)])).await;
    let (_, again) = sign_in_from(&asked, &mut later, "sam").await;
    assert_eq!(again.unwrap().form_with("words").all("words").next(), Some(TYPED));
}

#[tokio::test]
async fn someone_else_who_signs_in_gets_no_word_of_it() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let asked = send_too_late(&mut browser, "/contact/safe", "word", &[("word", "marmalade")]).await;
    let kept = asked.form_with("kept").all("kept").next().unwrap().to_owned();
    let (led, _) = sign_in_from(&asked, &mut browser, "priya").await;
    assert_eq!((led.status, led.location()), (StatusCode::SEE_OTHER, "/home"));
    let usual = site.signed_in("priya").await.get("/home").await;
    assert_eq!(browser.get("/home").await.text(), usual.text(), "nothing is said of it");
    // Nor by sending it where it was going, nor anywhere else.
    for path in ["/contact/safe", "/goals/add", "/settings"] {
        let page = browser.post(path, &[("kept", &kept), ("do", "device")]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
        assert!(!page.body.contains("marmalade"));
    }
    let token = browser.token().await;
    let page = browser.post("/contact/safe", &[("kept", &kept), ("token", &token)]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "not with a token of their own either");
    assert!(!page.body.contains("marmalade"));
}

#[tokio::test]
async fn what_was_changed_or_is_older_than_a_day_or_of_another_form_is_ignored() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let asked = send_too_late(&mut browser, "/goals/add", "words", &[("words", "typed in time")]).await;
    let kept = asked.form_with("kept").all("kept").next().unwrap().to_owned();
    let flipped = |at: usize| {
        let mut bytes = kept.clone().into_bytes();
        bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
        String::from_utf8(bytes).unwrap()
    };
    let end = kept.len();
    let token = site.signed_in("sam").await.token().await;
    let changed = [flipped(0), flipped(60), flipped(end - 1), kept[..end - 2].to_owned(), format!("{kept}00")];
    for junk in changed.iter().map(String::as_str).chain(["x", "0", "é", token.as_str(), &"0".repeat(200)]) {
        let led = browser.clone().post("/sign-in", &[("person", "sam"), ("kept", junk)]).await;
        assert_eq!((led.status, led.location()), (StatusCode::SEE_OTHER, "/home"), "{junk:.20}");
        let mut sam = site.signed_in("sam").await;
        let page = sam.post("/goals/add", &[("kept", junk)]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{junk:.20}");
    }
    let day = 24 * 60;
    let led = async |minutes: i64| {
        let fields = [("person", "sam"), ("kept", kept.as_str())];
        browser.at(site.later(minutes)).post("/sign-in", &fields).await.location().to_owned()
    };
    assert_eq!(led(1 + day).await, "/goals/add");
    assert_eq!(led(2 + day).await, "/home", "a day is over");
    let mut sam = site.signed_in("sam").await;
    let page = sam.post("/contact", &[("kept", &kept)]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "it is for one form only");
}

#[tokio::test]
async fn it_is_still_kept_when_the_page_is_loaded_again_or_nobody_was_chosen() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let asked = send_too_late(&mut browser, "/goals/add", "words", &[("words", TYPED)]).await;
    let kept = asked.form_with("kept").all("kept").next().unwrap().to_owned();
    let nobody = browser.post("/sign-in", &[("person", "nobody"), ("kept", &kept)]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, again) = sign_in_from(&nobody, &mut browser, "sam").await;
    assert_eq!(again.unwrap().form_with("words").all("words").next(), Some(TYPED));
    browser.post("/sign-out", &[]).await;
    let reloaded = browser.post("/goals/add", &[("kept", &kept), ("person", "sam")]).await;
    assert_eq!(reloaded.status, StatusCode::UNAUTHORIZED);
    assert!(!reloaded.body.contains("Typed for"), "nothing is shown to whoever has the device now");
    let (_, again) = sign_in_from(&reloaded, &mut browser, "sam").await;
    assert_eq!(again.unwrap().form_with("words").all("words").next(), Some(TYPED));
}

#[tokio::test]
async fn a_page_from_before_signing_in_again_shows_what_was_typed_and_why_it_was_not_saved() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let form = browser.get("/goals/add").await.form_with("words");
    browser.post("/sign-in", &[("person", "sam")]).await;
    let page = browser.post("/goals/add", &filled(&form, &[("words", TYPED), ("audience", "only-me")])).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    page.assert_whole("/goals/add");
    assert!(page.text().contains("This page was from before you signed in, so nothing was saved."), "{}", page.text());
    assert!(site.held("sam").await.goals().is_empty());
    let form = page.form_with("words");
    assert_eq!(form.all("words").next(), Some(TYPED));
    assert_eq!(browser.post("/goals/add", &pairs(&form)).await.status, StatusCode::SEE_OTHER);
    // Of someone else who has signed in meanwhile, nothing is shown.
    let form = browser.get("/contact/safe").await.form_with("word");
    browser.post("/sign-in", &[("person", "priya")]).await;
    let page = browser.post("/contact/safe", &filled(&form, &[("word", "marmalade")])).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!page.body.contains("marmalade"), "{}", page.text());
}

#[tokio::test]
async fn the_longest_that_can_be_kept_is_carried_and_what_cannot_be_is_said() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let longest = "\u{1f9f6}".repeat(2000);
    let asked = send_too_late(&mut browser, "/contact", "about", &[("about", &longest), ("not-about", &longest)]).await;
    let (_, again) = sign_in_from(&asked, &mut browser, "sam").await;
    let form = again.unwrap().form_with("about");
    assert_eq!((form.all("about").next(), form.all("not-about").next()), (Some(&*longest), Some(&*longest)));
    let too_long = "x".repeat(100_000);
    let page = send_too_late(&mut browser, "/contact", "about", &[("about", &too_long)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE, "it is still in the browser");
    assert!(encode(&[("about", &too_long)]).len() < 128 * 1024);
}

#[tokio::test]
async fn what_was_looked_for_is_there_again_after_signing_in_and_is_not_looked_for_by_itself() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let asked = send_too_late(&mut browser, "/held/find", "find", &[("find", "the rent")]).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(!asked.body.contains("the rent"));
    let (led, again) = sign_in_from(&asked, &mut browser, "alex").await;
    assert_eq!(led.location(), "/held/find", "nothing is in the address");
    let again = again.unwrap();
    assert_eq!(again.status, StatusCode::OK);
    let form = again.form_with("find");
    assert_eq!(form.all("find").next(), Some("the rent"));
    assert!(!again.text().contains("What was found"));
    let found = browser.post("/held/find", &pairs(&form)).await;
    assert!(found.text().contains("letters about my rent"), "{}", found.text());
}

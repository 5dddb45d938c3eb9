//! A form at the desk that is sent when its session has ended: what was typed comes back to the same case worker, about the same person,
//! and to nobody else.

use axum::http::StatusCode;

use super::{
    Browser, Site,
    desk::open_first,
    html::Form,
    support::{Page, routes},
};

const TYPED: &str = "</textarea>Typed for <ten> minutes & \"more\", 漢字 é\r\non two lines";

/// Where a form is, a field by which it is known, and what is put into it.
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const FORMS: &[Case] = &[
    ("/desk/notes", "words", &[("words", TYPED)]),
    ("/desk/propose", "person", &[("person", TYPED), ("case_worker", "ring them"), ("until", "2027-04-01")]),
    ("/desk/records", "source", &[("words", TYPED), ("source", "our talk"), ("agreed", "yes")]),
    ("/desk/consent", "which", &[("organisation", "00000000000080008000000000000402"), ("items", "profile")]),
    ("/desk/refer", "why", &[("why", TYPED), ("does", "they listen"), ("items", "profile")]),
    ("/desk/invite", "name", &[("name", "Zoë <b>"), ("language", "cy")]),
    ("/desk/look-into", "person-name", &[("person-name", "Zoë <b>"), ("words", TYPED), ("why", "complaint")]),
    ("/desk/staff", "languages", &[("name", "Ann Lloyd"), ("role", "supervisor"), ("days", "2")]),
    ("/desk/organisations", "name", &[("name", "Taff <Advice>")]),
    ("/desk/offer?minutes=15", "why", &[("why", TYPED), ("bring", "nothing"), ("format", "phone")]),
];

/// Those that hold nothing that was typed, or sign in.
const OTHERS: &[&str] = &[
    "/desk",
    "/desk/person",
    // To open somebody's; and a name, for what is agreed with an interpreter: see `there`.
    "/desk/agreed",
    "/desk/interpreter",
    "/desk/agreement",
    "/desk/corrections",
    // A day, for those who carry on.
    "/desk/ending",
    "/desk/lost",
    // A file, which cannot be kept on a page: see `desk_photo`.
    "/desk/photo",
    "/desk/passkey",
    "/desk/provider",
    "/desk/provider/add",
    "/desk/sign-in/back",
    "/desk/sign-in/provider",
    "/desk/sign-in/provider/confirm",
    "/desk/sign-in/provider/logout",
    "/desk/passkey/begin",
    "/desk/sign-in",
    "/desk/sign-in/passkey",
    "/desk/sign-in/passkey/begin",
    "/desk/invitation",
    "/desk/sign-out",
];

fn path_of(address: &str) -> &str {
    address.split('?').next().unwrap()
}

fn filled<'a>(form: &'a Form, with: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let there = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    there.filter(|(name, _)| !with.iter().any(|(filled, _)| filled == name)).chain(with.iter().copied()).collect()
}

/// Whose page it is.
fn whose(address: &str) -> &'static str {
    match address {
        "/desk/staff" | "/desk/organisations" => "owen",
        "/desk/look-into" => "gwen",
        _ => "jo",
    }
}

/// Opens a form, that of a case worker about Rosa, signs out in another tab, and sends it.
async fn send_too_late(site: &Site, (address, with, fields): Case) -> (Browser, Page) {
    let mut browser = site.at_desk(whose(address)).await;
    if whose(address) == "jo" {
        open_first(&mut browser).await;
    }
    let form = browser.get(address).await.form_with(with);
    browser.clone().post("/desk/sign-out", &[]).await;
    let asked = browser.post(path_of(address), &filled(&form, fields)).await;
    (browser, asked)
}

/// Signs in from a page that carries something, and goes where the browser is led, as it would.
async fn sign_in_from(page: &Page, browser: &mut Browser, staff: &str) -> (Page, Option<Page>) {
    let form = page.form_with("kept");
    let body = filled(&form, &[("staff", staff)]);
    let led = browser.post("/desk/sign-in", &body).await;
    let then = match led.status {
        StatusCode::TEMPORARY_REDIRECT => Some(browser.post(led.location(), &body).await),
        _ => None,
    };
    (led, then)
}

#[tokio::test]
async fn on_every_form_at_the_desk_what_was_typed_is_there_again_after_signing_in() {
    let site = Site::new().await;
    for case in FORMS {
        let (address, with, fields) = *case;
        let path = path_of(address);
        let before = site.everything().await;
        let (mut browser, asked) = send_too_late(&site, *case).await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED, "{path}: {}", asked.text());
        asked.assert_whole(path);
        assert!(asked.text().contains("What you wrote is kept on this page for 24 hours."), "{path}");
        assert!(asked.text().contains("Sign in at the desk"), "{path}");
        assert!(
            !asked.body.contains("Typed for") && !asked.body.contains("Rosa"),
            "{path} shows what was typed, or of whom"
        );
        let (led, again) = sign_in_from(&asked, &mut browser, whose(address)).await;
        assert_eq!(led.location(), path, "nothing is in the address");
        let again = again.unwrap();
        assert_eq!(again.status, StatusCode::OK, "{path}: {}", again.text());
        again.assert_whole(path);
        assert!(again.text().contains("Here is what you wrote."), "{path}: {}", again.text());
        assert_eq!(site.everything().await, before, "{path} was sent by itself");
        let form = again.form_with(with);
        for (name, value) in fields {
            assert!(form.all(name).any(|shown| shown == *value), "{path}: {name} is {:?}", form.fields);
        }
        // It is sent once they want it: what is wrong with it is said then.
        let sent = browser.post(path, &filled(&form, &[("do", "add")])).await;
        assert!([200, 303, 422].contains(&sent.status.as_u16()), "{path}: {}", sent.text());
    }
    for route in routes().into_iter().filter(|route| route.post && route.path.starts_with("/desk")) {
        let tried = FORMS.iter().any(|(address, ..)| path_of(address) == route.path);
        assert!(tried || OTHERS.contains(&route.path), "{} is not tried", route.path);
    }
}

#[tokio::test]
async fn a_session_at_the_desk_that_ended_by_itself_is_no_different() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    open_first(&mut browser).await;
    let form = browser.get("/desk/notes").await.form_with("words");
    let mut later = browser.at(site.later(17));
    let asked = later.post("/desk/notes", &filled(&form, &[("words", TYPED)])).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    let (_, again) = sign_in_from(&asked, &mut later, "jo").await;
    let again = again.unwrap();
    assert_eq!(again.form_with("words").all("words").next(), Some(TYPED));
    // And about whom it was is opened.
    assert_eq!(later.get("/desk/person").await.status, StatusCode::OK);
    assert_eq!(later.post("/desk/notes", &filled(&again.form_with("words"), &[])).await.status, StatusCode::SEE_OTHER);
    assert!(site.signed_in("rosa").await.get("/notes").await.text().contains("Typed for <ten> minutes"));
}

#[tokio::test]
async fn a_colleague_who_signs_in_gets_no_word_of_it_and_nobody_is_opened() {
    let site = Site::new().await;
    for colleague in ["samira", "gwen", "owen"] {
        let (mut browser, asked) = send_too_late(&site, FORMS[0]).await;
        let kept = asked.form_with("kept").all("kept").next().unwrap().to_owned();
        let (led, again) = sign_in_from(&asked, &mut browser, colleague).await;
        assert!(again.is_none() && led.status == StatusCode::SEE_OTHER, "{colleague}");
        assert!(!browser.cookies.contains_key("own-terms-desk-opened"), "{colleague}");
        let page = browser.post("/desk/notes", &[("kept", &kept)]).await;
        let expected = if colleague == "samira" { StatusCode::FORBIDDEN } else { StatusCode::NOT_FOUND };
        assert_eq!(page.status, expected, "{colleague}");
        assert!(!page.body.contains("Typed for") && !page.body.contains("Rosa"), "{colleague}");
        // Nor is it anything in a place of somebody's, and what a person wrote is nothing at the desk.
        let mut rosa = site.signed_in("rosa").await;
        assert_eq!(rosa.post("/notes/write", &[("kept", &kept)]).await.status, StatusCode::FORBIDDEN);
        let led = site.browser().post("/sign-in", &[("person", "rosa"), ("kept", &kept)]).await;
        assert_eq!(led.location(), "/home");
    }
}

#[tokio::test]
async fn what_was_changed_or_is_too_old_or_for_another_form_of_the_desk_is_ignored() {
    let site = Site::new().await;
    let (browser, asked) = send_too_late(&site, FORMS[0]).await;
    let kept = asked.form_with("kept").all("kept").next().unwrap().to_owned();
    for junk in ["x", &kept[..kept.len() - 2], &format!("{kept}00")] {
        let led = browser.clone().post("/desk/sign-in", &[("staff", "jo"), ("kept", junk)]).await;
        assert_eq!((led.status, led.location()), (StatusCode::SEE_OTHER, "/desk"));
        let mut jo = site.at_desk("jo").await;
        assert_eq!(jo.post("/desk/notes", &[("kept", junk)]).await.status, StatusCode::FORBIDDEN);
    }
    let mut jo = site.at_desk("jo").await;
    assert_eq!(jo.post("/desk/propose", &[("kept", &kept)]).await.status, StatusCode::FORBIDDEN);
    let led = browser.at(site.later(24 * 60 + 2)).post("/desk/sign-in", &[("staff", "jo"), ("kept", &kept)]).await;
    assert_eq!(led.location(), "/desk", "a day is over");
    // The page loaded again after that session ended too: it is still kept.
    let reloaded = site.browser().post("/desk/notes", &[("kept", &kept)]).await;
    assert_eq!(reloaded.status, StatusCode::UNAUTHORIZED);
    assert!(!reloaded.body.contains("Typed for"));
}

#[tokio::test]
async fn a_page_of_the_desk_from_before_signing_in_again_shows_what_was_typed_and_sends_nothing() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    open_first(&mut browser).await;
    let form = browser.get("/desk/notes").await.form_with("words");
    browser.post("/desk/sign-in", &[("staff", "jo")]).await;
    let before = site.everything().await;
    let page = browser.post("/desk/notes", &filled(&form, &[("words", TYPED)])).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.text().contains("This page was from before you signed in, so nothing was saved."), "{}", page.text());
    assert_eq!(site.everything().await, before);
    let sent = browser.post("/desk/notes", &filled(&page.form_with("words"), &[])).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn of_whoever_said_no_meanwhile_nothing_is_shown_when_the_form_comes_back() {
    let site = Site::new().await;
    let (mut browser, asked) = send_too_late(&site, FORMS[0]).await;
    super::desk::answers(&site, super::desk::rosa(), own_terms_domain::contact::WishAnswer::NoContact).await;
    let (_, again) = sign_in_from(&asked, &mut browser, "jo").await;
    assert_eq!(again.unwrap().location(), "/desk/person");
    assert!(browser.get("/desk/person").await.text().contains("Do not contact them."));
}

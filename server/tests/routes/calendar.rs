//! The person's own calendar: an address that tells when and never what, told once, ended at once, and its looks in the log.

use axum::http::{Method, StatusCode};
use own_terms::demo;
use own_terms_domain::{
    actor::Actor,
    look::{Look, Reason, Subject},
};

use super::{Browser, Site, support::HOST};
use crate::given::{at, look};

const PAGE: &str = "/appointments/calendar";

/// Makes an address, and gives its path.
async fn make(browser: &mut Browser) -> String {
    let page = browser.submit(PAGE, &[("do", "make")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let start = format!("https://{HOST}/calendar/");
    let rest = page.body.split(&start).nth(1).unwrap_or_else(|| panic!("no address: {}", page.text()));
    let code = rest.split('<').next().unwrap();
    assert!(page.body.contains(&format!("href=\"webcal://{HOST}/calendar/{code}\"")), "{}", page.body);
    format!("/calendar/{code}")
}

/// What a calendar gets, which brings no cookie.
async fn ask(site: &Site, path: &str) -> super::support::Page {
    site.browser().get(path).await
}

/// The looks of calendars in somebody's log, the latest first.
async fn looks(site: &Site, person: &str) -> Vec<Look> {
    let claimant = demo::chosen(person).unwrap();
    let ask = own_terms::store::Ask {
        want: own_terms::store::Want::Looks { by: None, before: None },
        ..look(claimant, Actor::Claimant(claimant), None)
    };
    let all = site.store.view(ask).await.unwrap().looks;
    all.into_iter().filter(|look| matches!(look.by, Actor::Calendar(_))).collect()
}

#[tokio::test]
async fn a_calendar_is_told_when_and_never_what() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    let before = priya.get(PAGE).await.text();
    assert!(before.contains("no calendar can ask") && before.contains("It says when, and not what it is"), "{before}");
    let path = make(&mut priya).await;
    let file = ask(&site, &path).await;
    assert_eq!(file.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(file.headers["cache-control"], "no-store");
    assert!(file.set_cookies().is_empty());
    for said in ["BEGIN:VEVENT", "SUMMARY:Private", "STATUS:CONFIRMED", "X-WR-CALNAME:Private", "CLASS:PRIVATE"] {
        assert!(file.body.contains(said), "{said}: {}", file.body);
    }
    for told in
        ["priya", "jo", "evans", "own-terms.example", "appointment", "support", "organizer", "method", "location"]
    {
        assert!(!file.body.to_lowercase().contains(told), "{told}: {}", file.body);
    }
    // The same ones as in the file of one, so that a calendar that has both has each once.
    let one = priya.get("/appointments/one/file?which=00000000000080008000000000000a02").await;
    let uid = one.body.lines().find(|line| line.starts_with("UID:")).unwrap();
    assert!(file.body.contains(uid), "{uid}: {}", file.body);
    let mut head = site.browser();
    let request = head.request(Method::HEAD, &path).body(axum::body::Body::empty()).unwrap();
    assert_eq!(head.send(request).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_address_is_told_once_and_held_nowhere() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    let path = make(&mut priya).await;
    let code = path.trim_start_matches("/calendar/").trim_end_matches(".ics");
    for page in [PAGE, "/appointments", "/home", "/held", "/held/item?what=calendar-feed", "/receipts", "/held/looks"] {
        let shown = priya.get(page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}");
        assert!(!shown.body.contains(code), "{page}");
    }
    let record = priya.get("/held/download/file?as=json").await;
    assert!(record.body.contains("calendar-feed") && !record.body.contains(code));
    assert!(!site.everything().await.contains(code));
    let sessions = priya.get("/settings/sessions").await;
    assert!(sessions.text().contains("A calendar can ask when you have something."), "{}", sessions.text());
}

#[tokio::test]
async fn a_calendar_that_asks_all_day_long_stands_in_the_log_once_a_day() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    let path = make(&mut priya).await;
    assert!(priya.get(PAGE).await.text().contains("No calendar has asked with it yet."));
    for _ in 0..5 {
        assert_eq!(ask(&site, &path).await.status, StatusCode::OK);
    }
    let day = 24 * 60;
    for minutes in [day, day + 1, day + 2] {
        assert_eq!(site.browser().at(site.later(minutes)).get(&path).await.status, StatusCode::OK);
    }
    let looks = looks(&site, "priya").await;
    assert_eq!(looks.iter().map(|look| look.at).collect::<Vec<_>>(), [at(day + 1).at, at(1).at]);
    assert!(looks.iter().all(|look| (look.reason, look.subject) == (Reason::Calendar, Subject::Calendar)));
    let said = priya.get(PAGE).await.text();
    assert!(said.contains("A calendar last asked with it"), "{said}");
    let log = priya.get("/held/looks").await.text();
    assert!(log.contains("a calendar with the address that you made"), "{log}");
}

#[tokio::test]
async fn an_address_that_is_ended_is_answered_as_one_that_never_was() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    let first = make(&mut priya).await;
    let second = make(&mut priya).await;
    let never = format!("/calendar/{}.ics", "0".repeat(32));
    let unknown = ask(&site, &never).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert_eq!(ask(&site, &first).await.without_tokens(), unknown.without_tokens(), "the new one closed it");
    for odd in [&[][..], &[("do", "x")]] {
        assert_eq!(priya.submit(PAGE, odd).await.status, StatusCode::BAD_REQUEST, "no button of the page");
    }
    assert_eq!(ask(&site, &second).await.status, StatusCode::OK);
    let ended = priya.submit(PAGE, &[("do", "end")]).await;
    assert_eq!((ended.status, ended.location()), (StatusCode::SEE_OTHER, PAGE));
    let page = priya.get(PAGE).await.text();
    assert!(page.contains("No calendar can ask any more.") && page.contains("There is no address now"), "{page}");
    assert_eq!(ask(&site, &second).await.without_tokens(), unknown.without_tokens());
    for odd in ["x", ".ics", "00.ics", "%00.ics", &format!("{}.ics", "A".repeat(32)), &"0".repeat(32)] {
        assert_eq!(ask(&site, &format!("/calendar/{odd}")).await.status, StatusCode::NOT_FOUND, "{odd}");
    }
    assert!(!priya.get("/settings/sessions").await.text().contains("A calendar can ask"));
}

#[tokio::test]
async fn after_stopping_it_says_what_is_off_and_coming_back_does_not_open_it() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    let path = make(&mut priya).await;
    assert_eq!(priya.submit("/stop", &[("do", "stop")]).await.status, StatusCode::SEE_OTHER);
    let off = ask(&site, &path).await;
    assert!(off.body.contains("STATUS:CANCELLED") && !off.body.contains("STATUS:CONFIRMED"), "{}", off.body);
    let weeks = 20 * 7 * 24 * 60;
    let later = site.browser().at(site.later(weeks)).get(&path).await;
    assert!(later.status == StatusCode::OK && !later.body.contains("BEGIN:VEVENT"), "{}", later.body);
    let refused = priya.submit(PAGE, &[("do", "make")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(ask(&site, &path).await.status, StatusCode::OK, "what stands is as it was");
    priya.submit("/stop", &[("do", "as-it-was")]).await;
    assert_eq!(ask(&site, &path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_is_in_the_language_in_which_it_was_made_and_no_carer_has_anything_of_it() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    priya.submit("/settings/language", &[("language", "cy"), ("to", "/home")]).await;
    let path = make(&mut priya).await;
    assert!(ask(&site, &path).await.body.contains("SUMMARY:Preifat"));
    let mut jamie = site.signed_in("jamie").await;
    jamie.submit("/helping", &[("who", "00000000000080008000000000000901"), ("do", "act")]).await;
    assert_eq!(jamie.get(PAGE).await.status, StatusCode::NOT_FOUND);
    assert!(!jamie.get("/appointments").await.body.contains(PAGE));
}

#[tokio::test]
async fn one_that_asks_without_end_is_put_off_and_takes_nothing_from_others() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    let mut rosa = site.signed_in("rosa").await;
    let (busy, other) = (make(&mut priya).await, make(&mut rosa).await);
    let mut put_off = None;
    for _ in 0..200 {
        let answer = ask(&site, &busy).await;
        if answer.status == StatusCode::SERVICE_UNAVAILABLE {
            put_off = Some(answer);
            break;
        }
    }
    assert!(put_off.expect("it is put off").headers.contains_key("retry-after"));
    assert_eq!(ask(&site, &other).await.status, StatusCode::OK);
}

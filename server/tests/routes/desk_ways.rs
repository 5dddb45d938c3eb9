//! Ways in that a case worker gives out at the desk: an invitation, and a new way in that waits, is told and can be stopped.

use axum::http::StatusCode;
use own_terms::demo;
use own_terms_domain::{actor::Actor, decide::Command, item::Kind, recovery::Status};

use super::{Browser, Site};
use crate::given::{at, own};

/// Three days, in minutes of the tests.
const DAYS_3: i64 = 3 * 24 * 60;

/// The code on a page, as it is read aloud.
fn code(page: &super::support::Page) -> String {
    let shown = page.body.split("class=\"code\"><strong><bdi dir=\"ltr\">").nth(1).expect("a code is shown");
    shown.split('<').next().unwrap().to_owned()
}

async fn opens(site: &Site, code: &str, minute: i64) -> bool {
    let mut browser = site.browser().at(site.later(minute));
    browser.post("/sign-in/invitation", &[("code", code)]).await.status == StatusCode::SEE_OTHER
}

async fn ask(browser: &mut Browser, who: &str) -> super::support::Page {
    browser.fill_in("/desk/lost", "who", &[("who", who)]).await
}

/// What names each of those who chose the case worker, with the name.
async fn named(browser: &mut Browser) -> Vec<(String, String)> {
    let page = browser.get("/desk/lost").await;
    page.assert_whole("/desk/lost");
    let each = page.body.split("name=\"who\" value=\"").skip(1);
    each.map(|rest| {
        let sealed = rest.split('"').next().unwrap().to_owned();
        let name = rest.split("– ").nth(1).unwrap().split('<').next().unwrap().trim().to_owned();
        (name, sealed)
    })
    .collect()
}

#[tokio::test]
async fn an_invitation_from_the_desk_opens_a_place_once_and_what_is_missing_is_told() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    let page = browser.get("/desk/invite").await;
    page.assert_whole("/desk/invite");
    assert!(page.text().contains("Saying no does not affect their benefits."), "{}", page.text());
    let wrong = browser.fill_in("/desk/invite", "name", &[("name", " "), ("do", "code")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.assert_whole("/desk/invite with a mistake");
    let made = browser.fill_in("/desk/invite", "name", &[("name", "Zoë <b>"), ("do", "code")]).await;
    assert_eq!(made.status, StatusCode::OK);
    made.assert_whole("/desk/invite with a code");
    assert!(made.text().contains("A code for Zoë <b>"), "{}", made.text());
    let code = code(&made);
    assert!(opens(&site, &code.to_lowercase().replace('-', " "), 2).await, "in any case and spacing");
    assert!(!opens(&site, &code, 3).await, "once");
    // It is on that page alone.
    assert!(!browser.get("/desk/invite").await.body.contains(&code));
}

#[tokio::test]
async fn nobody_but_a_case_worker_gives_out_ways_in() {
    let site = Site::new().await;
    for word in ["gwen", "owen"] {
        let mut browser = site.at_desk(word).await;
        for path in ["/desk/invite", "/desk/lost"] {
            assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path} as {word}");
            assert_eq!(browser.post(path, &[("name", "Zoë"), ("do", "code")]).await.status, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn a_new_way_in_opens_after_three_days_and_is_asked_for_by_nobody_but_whom_the_person_chose() {
    let site = Site::new().await;
    let rosa = demo::chosen("rosa").unwrap();
    let mut browser = site.at_desk("jo").await;
    let all = named(&mut browser).await;
    let (_, hers) = all.iter().find(|(name, _)| name == "Rosa").expect("Rosa chose Jo").clone();
    let asked = ask(&mut browser, &hers).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.text());
    let code = code(&asked);
    assert_eq!(site.held("rosa").await.recovery().map(|one| one.status(at(1).at)), Some(Status::Waiting));
    assert!(!opens(&site, &code, DAYS_3 - 10).await, "not before");
    // Somebody who asks again and again gets nothing by it.
    let again = ask(&mut browser, &hers).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("One was asked for not long ago."), "{}", again.text());
    // She sees who asked, and stops it.
    let mut at_home = site.signed_in("rosa").await;
    assert!(at_home.get("/home").await.text().contains("Jo Evans"), "she is told at home");
    for who in ["", "x", "00"] {
        assert_eq!(ask(&mut browser, who).await.status, StatusCode::NOT_FOUND, "{who}");
    }
    // Whoever chose another meanwhile is as if they were not there.
    let on = site.held_of(rosa).await.version_of(Kind::CaseWorker);
    let other = Command::ChooseCaseWorker { on, staff: demo::staff::named("samira") };
    site.store.commit(own(rosa, other, at(2))).await.unwrap();
    assert_eq!(ask(&mut browser, &hers).await.location(), "/desk/lost");
    // What names her to one session opens nothing in another, not even that of whom she chose.
    let mut samira = site.at_desk("samira").await;
    assert_eq!(ask(&mut samira, &hers).await.status, StatusCode::NOT_FOUND);
    let told = site.store.view(crate::given::look(rosa, Actor::Claimant(rosa), None)).await.unwrap().looks;
    assert!(told.iter().any(|look| look.by.role() == "case-worker" && look.refused), "and the try is told");
}

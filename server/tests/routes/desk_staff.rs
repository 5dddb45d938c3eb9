//! The pages of supervisors and administrators: time, people who work here and organisations, and not a word of any person.

use axum::http::StatusCode;
use own_terms::demo;
use own_terms_domain::{
    directory::Organisation,
    ids::{OrganisationId, StaffId},
    staff::{Role, Staff, WorkDay},
};
use uuid::Uuid;

use super::{
    Browser, Site,
    desk::{looks, rosa},
    support::Page,
};
use crate::given::{text, works_here};

#[track_caller]
fn assert_went(page: &Page, to: &str) {
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, to), "{}", page.text());
}

/// A button about somebody.
async fn press(browser: &mut Browser, whom: StaffId, what: &str) -> Page {
    let who = whom.to_string();
    let page = browser.get("/desk/staff").await;
    let form = page.forms().into_iter().find(|form| form.all("who").any(|one| one == who));
    let form = form.unwrap_or_else(|| panic!("nobody of that number: {}", page.text()));
    let mut all: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.push(("do", what));
    browser.post("/desk/staff", &all).await
}

fn code_on(page: &Page) -> String {
    page.body.split("<strong><bdi dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn each_role_has_its_own_pages_and_no_word_of_any_person_is_on_them() {
    let site = Site::new().await;
    let before = [looks(&site, rosa()).await.len(), looks(&site, demo::chosen("priya").unwrap()).await.len()];
    let pages = [("gwen", "/desk/workload"), ("owen", "/desk/staff"), ("owen", "/desk/organisations")];
    for (word, path) in pages {
        let mut browser = site.at_desk(word).await;
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path} as {word}");
        page.assert_whole(path);
        for person in ["Rosa", "Priya", "Alex", "hospital", "electricity"] {
            assert!(!page.body.contains(person), "{person} at {path}");
        }
        for other in ["jo", "gwen", "owen"].into_iter().filter(|other| *other != word) {
            let mut other = site.at_desk(other).await;
            assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
            assert_ne!(other.post(path, &[("name", "x"), ("do", "add")]).await.status, StatusCode::SEE_OTHER, "{path}");
        }
    }
    let after = [looks(&site, rosa()).await.len(), looks(&site, demo::chosen("priya").unwrap()).await.len()];
    assert_eq!(after, before, "nobody was looked at");
    // Signing in leads there.
    for (word, to) in [("jo", "/desk"), ("gwen", "/desk/workload"), ("owen", "/desk/staff")] {
        assert_went(&site.browser().post("/desk/sign-in", &[("staff", word)]).await, to);
    }
}

#[tokio::test]
async fn a_supervisor_sees_hours_promised_and_hours_there_of_those_of_the_same_organisation() {
    let site = Site::new().await;
    let elsewhere = Organisation { id: OrganisationId(Uuid::from_u128(77)), name: text("Taff Advice") };
    let ann = works_here(StaffId(Uuid::from_u128(78)), "Ann Lloyd", Role::CaseWorker, elsewhere);
    site.store.put_staff(&Staff { days: vec![WorkDay::Friday], ..ann }).await.unwrap();
    let mut browser = site.at_desk("gwen").await;
    let text = browser.get("/desk/workload").await.text();
    assert!(text.contains("Riverside Support") && text.contains("There is no number to reach."), "{text}");
    assert!(text.find("Jo Evans").unwrap() < text.find("Samira Khan").unwrap(), "by name: {text}");
    assert!(text.contains("24 hours") && text.contains("18 hours") && text.contains("0 minutes"), "{text}");
    assert!(!text.contains("Ann Lloyd") && !text.contains("Gwen Price, "), "{text}");
    // What is agreed for the days to come is promised time, and whom it is promised to is not said.
    let priya = demo::chosen("priya").unwrap();
    let state = site.held_of(priya).await;
    let (_, agreed) = state.appointments().find(|(_, one)| one.agreed().is_some()).unwrap();
    let days = own_terms_domain::time::days_between(crate::given::at(1).today, agreed.agreed().unwrap().day);
    let mut later = Browser { router: site.later(i64::from(days - 1) * 24 * 60), ..site.browser() };
    later.sign_in_at_desk("gwen").await;
    let text = later.get("/desk/workload").await.text();
    assert!(text.contains("30 minutes") && !text.contains("Priya"), "{text}");
}

#[tokio::test]
async fn an_administrator_lets_somebody_in_gives_a_new_code_and_closes() {
    let site = Site::new().await;
    let mut browser = site.at_desk("owen").await;
    let nothing = browser.fill_in("/desk/staff", "languages", &[("do", "add")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    nothing.assert_whole("/desk/staff");
    for said in ["Choose what they do here.", "Choose one organisation."] {
        assert!(nothing.text().contains(said), "{said}: {}", nothing.text());
    }
    let riverside = "00000000000080008000000000000401";
    let fields = [
        ("name", "Ann <Lloyd>"),
        ("role", "case-worker"),
        ("organisation", riverside),
        ("days", "5"),
        ("days", "1"),
        ("do", "add"),
    ];
    for (field, wrong) in [("organisation", "00000000000080008000000000000999"), ("role", "owner"), ("days", "9")] {
        let fields: Vec<_> =
            fields.iter().copied().filter(|(name, _)| *name != field).chain([(field, wrong)]).collect();
        let page = browser.fill_in("/desk/staff", "languages", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
    }
    let made = browser.fill_in("/desk/staff", "languages", &fields).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text());
    made.assert_whole("/desk/staff");
    assert!(made.text().contains("is shown only now") && made.text().contains("Ann <Lloyd>"), "{}", made.text());
    let first = code_on(&made);
    let all = site.store.all_staff().await.unwrap();
    let ann = all.iter().find(|one| one.name.as_str() == "Ann <Lloyd>").unwrap();
    assert_eq!(ann.days, [WorkDay::Monday, WorkDay::Friday]);
    assert!(!browser.get("/desk/staff").await.body.contains(&first), "it is nowhere else");
    assert!(site.signed_in("alex").await.get("/people/case-worker").await.text().contains("Ann <Lloyd>"));
    // A new code ends the one before, which nobody used.
    let second = code_on(&press(&mut browser, ann.id, "invite").await);
    let open = async |code: &str| site.browser().post("/desk/invitation", &[("code", code)]).await;
    assert_eq!(open(&first).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(open(&second).await.status, StatusCode::SEE_OTHER);
    // Closing ends a session, and a code that was given out too.
    let third = code_on(&press(&mut browser, ann.id, "invite").await);
    let mut jo = site.at_desk("jo").await;
    assert_went(&press(&mut browser, ann.id, "close").await, "/desk/staff");
    assert_eq!(open(&third).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(jo.get("/desk").await.status, StatusCode::OK, "others stay");
    assert_went(&press(&mut browser, demo::staff::named("jo").unwrap(), "close").await, "/desk/staff");
    assert_went(&jo.get("/desk").await, "/desk/sign-in");
    let page = browser.get("/desk/staff").await;
    assert!(page.text().contains("They do not work here any more."), "{}", page.text());
    page.assert_whole("/desk/staff");
    // Nobody shuts themself out by a slip, and there is no such number.
    let token = browser.get("/desk/staff").await.form_with("who").all("token").next().unwrap().to_owned();
    let me = demo::staff::named("owen").unwrap().to_string();
    for who in [me.as_str(), "00000000000080008000000000000999", "x", ""] {
        let page = browser.post("/desk/staff", &[("token", &token), ("who", who), ("do", "close")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}");
    }
    assert_eq!(browser.get("/desk/staff").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_organisation_is_added_once_and_people_can_share_with_it() {
    let site = Site::new().await;
    let mut browser = site.at_desk("owen").await;
    for name in ["", "Harbour Advice"] {
        let page = browser.fill_in("/desk/organisations", "name", &[("name", name)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        page.assert_whole("/desk/organisations");
    }
    let added = browser.fill_in("/desk/organisations", "name", &[("name", "Taff <Advice>")]).await;
    assert_went(&added, "/desk/organisations");
    let page = browser.get("/desk/organisations").await.text();
    assert!(page.contains("Taff <Advice>") && page.contains("Nothing is shared with it."), "{page}");
    assert!(site.signed_in("rosa").await.get("/sharing/new").await.text().contains("Taff <Advice>"));
}

#[tokio::test]
async fn whoever_is_closed_is_chosen_by_nobody_and_those_who_did_are_told_while_nothing_else_moves() {
    let site = Site::new().await;
    let jo = demo::staff::named("jo").unwrap();
    let before = site.held_of(rosa()).await;
    let mut owen = site.at_desk("owen").await;
    let mut rosa = site.signed_in("rosa").await;
    assert!(!rosa.get("/home").await.text().contains("does not work here any more"));
    let form = rosa.get("/people/case-worker").await.form_with("staff");
    press(&mut owen, jo, "close").await;
    for path in ["/home", "/people", "/people/case-worker"] {
        let page = rosa.get(path).await;
        assert!(page.text().contains("Jo Evans does not work here any more"), "{path}: {}", page.text());
        page.assert_whole(path);
    }
    assert_eq!(site.held_of(super::desk::rosa()).await.grants(), before.grants(), "nothing else moves");
    // Nobody can choose them, from a page that was open before either.
    let mut alex = site.signed_in("alex").await;
    let jos = jo.to_string();
    assert!(!alex.get("/people/case-worker").await.body.contains(&jos));
    let mut fields: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.retain(|(name, _)| *name != "staff");
    fields.push(("staff", &jos));
    assert_eq!(rosa.post("/people/case-worker", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Nor do they begin a session, until they are given a code again.
    let page = site.browser().post("/desk/sign-in", &[("staff", "jo")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!site.store.case_workers().await.unwrap().iter().any(|one| one.id == jo));
    let code = code_on(&press(&mut owen, jo, "invite").await);
    assert_eq!(site.browser().post("/desk/invitation", &[("code", &code)]).await.status, StatusCode::SEE_OTHER);
    assert!(!rosa.get("/home").await.text().contains("does not work here any more"));
    // Whoever chose somebody who is gone chooses another, as ever.
    press(&mut owen, jo, "close").await;
    let samira = demo::staff::named("samira").unwrap().to_string();
    let chosen = rosa.fill_in("/people/case-worker", "version", &[("staff", &samira)]).await;
    assert_went(&chosen, "/people/case-worker");
    assert!(!rosa.get("/home").await.text().contains("does not work here any more"));
}

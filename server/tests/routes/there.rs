//! Who will be there: asked by the person, answered by each for themself, and told kindly when somebody cannot come.

use axum::http::StatusCode;
use own_terms_domain::{
    appointment::{Coming, Part, Status},
    ids::AppointmentId,
    state::State,
};

use super::{Browser, Site};
use crate::given::at;

const ROSAS: &str = "00000000000080008000000000000a01";
const PRIYAS: &str = "00000000000080008000000000000a02";
/// What Priya lets Jamie do: answer, and see the terms.
const FOR_PRIYA: &str = "00000000000080008000000000000901";
const FIRST: &str = "2027-03-08T13:00";

fn one(id: &str) -> String {
    format!("/appointments/one?which={id}")
}

fn id(id: &str) -> AppointmentId {
    id.parse().unwrap()
}

async fn presses(browser: &mut Browser, which: &str, fields: &[(&str, &str)]) -> StatusCode {
    let all: Vec<_> = fields.iter().copied().chain([("which", which)]).collect();
    browser.submit(&one(which), &all).await.status
}

/// Presses a button of one of those who are there, as the page has it.
async fn says(browser: &mut Browser, which: &str, part: &str, coming: &str) -> StatusCode {
    let page = browser.get(&one(which)).await;
    let form =
        page.forms().into_iter().find(|form| form.fields.iter().any(|(name, value)| name == "part" && value == part));
    let form = form.unwrap_or_else(|| panic!("{part} on {}", page.text()));
    let mut fields: Vec<(&str, &str)> =
        form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.push(("coming", coming));
    browser.post(&one(which), &fields).await.status
}

fn coming(state: &State, of: &str, part: Part) -> Option<Coming> {
    state.participant(id(of), part).map(|one| one.coming)
}

/// Rosa, who has said yes, and asked for an interpreter and her daughter.
async fn rosa(site: &Site) -> Browser {
    let mut rosa = site.signed_in("rosa").await;
    let yes = rosa.fill_in(&one(ROSAS), "words", &[("answer", "yes"), ("slot", FIRST)]).await;
    assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.text());
    let asks = [("do", "interpreter"), ("interpreter", "spoken"), ("language", "Polski <b>"), ("version", "0")];
    assert_eq!(presses(&mut rosa, ROSAS, &asks).await, StatusCode::SEE_OTHER);
    let brings = [("do", "bring"), ("companion", "my <daughter>"), ("version", "0")];
    assert_eq!(presses(&mut rosa, ROSAS, &brings).await, StatusCode::SEE_OTHER);
    rosa
}

#[tokio::test]
async fn the_page_says_who_will_be_there_with_what_each_said_and_the_person_alone_names_them() {
    let site = Site::new().await;
    let mut rosa = rosa(&site).await;
    let page = rosa.get(&one(ROSAS)).await;
    page.assert_whole("/appointments/one");
    let text = page.text();
    for said in [
        "Who will be there",
        "You and Jo Evans",
        "Interpreter: A spoken language, Polski <b>",
        "Not booked yet.",
        "Your case worker books them.",
        "my <daughter>",
        "Comes.",
        "It will not affect your benefits.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("You can keep this appointment"), "{text}");
    assert_eq!(says(&mut rosa, ROSAS, "companion", "cannot-come").await, StatusCode::SEE_OTHER);
    let text = rosa.get(&one(ROSAS)).await.text();
    for said in ["my <daughter> cannot come.", "You can keep this appointment"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // Nobody has to be there whom they do not want.
    assert_eq!(presses(&mut rosa, ROSAS, &[("do", "leave-out"), ("part", "companion")]).await, StatusCode::SEE_OTHER);
    let state = site.held("rosa").await;
    assert_eq!(coming(&state, ROSAS, Part::Companion), None);
    // No word is no name, and says so where it was typed.
    let nothing = rosa.fill_in(&one(ROSAS), "companion", &[("do", "bring")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.text().contains("Write who comes with you."), "{}", nothing.text());
}

#[tokio::test]
async fn the_case_worker_books_the_interpreter_and_the_person_is_told_kindly_that_nobody_can_come() {
    let site = Site::new().await;
    let mut rosa = rosa(&site).await;
    let mut jo = site.at_desk("jo").await;
    let list = jo.get("/desk/agreed").await;
    assert!(list.text().contains("my <daughter>: Comes."), "{}", list.text());
    let opened = jo.fill_in("/desk/agreed", "which", &[]).await;
    let page = opened.location().to_owned();
    assert!(page.starts_with("/desk/interpreter?which="), "{}", opened.text());
    // Somebody's first appointment on the list; whoever has no interpreter has no such page.
    let form = jo.get(&page).await;
    form.assert_whole("/desk/interpreter");
    assert!(form.text().contains("Interpreter: A spoken language, Polski <b>"), "{}", form.text());
    let booked = jo.fill_in(&page, "name", &[("name", "Ania <of> Signs"), ("coming", "coming")]).await;
    assert_eq!((booked.status, booked.location()), (StatusCode::SEE_OTHER, "/desk/agreed"), "{}", booked.text());
    let text = rosa.get(&one(ROSAS)).await.text();
    assert!(text.contains("Booked: Ania <of> Signs"), "{text}");
    // What is typed is kept where it cannot stand.
    let unkind = [("name", "Ania, with the proviso that she attends"), ("coming", "coming")];
    let refused = jo.fill_in(&page, "name", &unkind).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("with the proviso that she attends"), "{}", refused.text());
    let none = jo.fill_in(&page, "name", &[("name", ""), ("coming", "cannot-come")]).await;
    assert_eq!(none.status, StatusCode::SEE_OTHER, "{}", none.text());
    for path in [one(ROSAS), "/appointments".to_owned(), "/home".to_owned()] {
        let text = rosa.get(&path).await.text();
        assert!(text.contains("There is no interpreter for this one."), "{path}: {text}");
    }
    let page = rosa.get(&one(ROSAS)).await;
    for said in ["You can keep this appointment, ask for another time, or cancel it.", "nobody asks why"] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    // What is agreed is as it was.
    let state = site.held("rosa").await;
    let stands = state.appointment(id(ROSAS)).unwrap();
    assert_eq!(stands.status(at(1)), Status::Agreed);
    assert_eq!(stands.agreed().unwrap().to_string(), FIRST);
    // And she can say something else as before.
    assert_eq!(presses(&mut rosa, ROSAS, &[("do", "cancel")]).await, StatusCode::SEE_OTHER);
    assert_eq!(presses(&mut rosa, ROSAS, &[("do", "carer"), ("carer", FOR_PRIYA)]).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_carer_answers_for_themself_once_they_are_asked_and_for_nobody_else() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    let mut jamie = site.signed_in("jamie").await;
    let led = jamie.submit("/helping", &[("who", FOR_PRIYA), ("do", "act")]).await;
    assert_eq!(led.status, StatusCode::SEE_OTHER);
    let before = jamie.get(&one(PRIYAS)).await.text();
    assert!(!before.contains("Who will be there"), "{before}");
    // Nobody asks themself.
    let own = [("do", "carer"), ("carer", FOR_PRIYA)];
    assert_eq!(presses(&mut jamie, PRIYAS, &own).await, StatusCode::NOT_FOUND);
    assert_eq!(presses(&mut priya, PRIYAS, &own).await, StatusCode::SEE_OTHER);
    let brings = [("do", "bring"), ("companion", "Kim"), ("version", "0")];
    assert_eq!(presses(&mut jamie, PRIYAS, &brings).await, StatusCode::NOT_FOUND);
    let text = jamie.get(&one(PRIYAS)).await.text();
    for said in ["Priya asks whether you come.", "This is about you alone.", "I come", "I cannot come"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(jamie.get("/appointments").await.text().contains("You are asked whether you come."));
    let part = format!("carer-{FOR_PRIYA}");
    assert_eq!(says(&mut jamie, PRIYAS, &part, "coming").await, StatusCode::SEE_OTHER);
    assert!(jamie.get(&one(PRIYAS)).await.text().contains("You said that you come."));
    let theirs = priya.get(&one(PRIYAS)).await.text();
    assert!(theirs.contains("Jamie") && theirs.contains("Comes."), "{theirs}");
    // Whoever is there stands at the desk, and not that they help in other ways; who is not, does not.
    let mut jo = site.at_desk("jo").await;
    assert!(jo.get("/desk/agreed").await.text().contains("Jamie: Comes."));
    assert_eq!(says(&mut jamie, PRIYAS, &part, "cannot-come").await, StatusCode::SEE_OTHER);
    assert!(!jo.get("/desk/agreed").await.text().contains("Jamie"));
    // Their access ends: they are asked no longer.
    let ended = priya.submit("/carers/one", &[("who", FOR_PRIYA), ("do", "end")]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    let state = site.held("priya").await;
    assert_eq!(state.participants_of(id(PRIYAS)).count(), 0);
    assert_eq!(state.appointment(id(PRIYAS)).unwrap().status(at(1)), Status::Agreed);
}

#[tokio::test]
async fn what_is_taken_away_says_who_is_there_and_what_each_answered() {
    let site = Site::new().await;
    let mut rosa = rosa(&site).await;
    let whole: serde_json::Value = serde_json::from_str(&rosa.get("/held/download/file?as=json").await.body).unwrap();
    let items = whole["items"].as_array().unwrap();
    let there: Vec<_> = items.iter().filter(|item| item["kind"]["id"] == "participant").collect();
    assert_eq!(there.len(), 2, "{there:?}");
    assert!(
        there.iter().any(|item| item["content"]["language"] == "Polski <b>" && item["content"]["coming"] == "asked")
    );
    let fhir: serde_json::Value = serde_json::from_str(&rosa.get("/held/download/file?as=fhir").await.body).unwrap();
    let entries = fhir["entry"].as_array().unwrap();
    let booked = entries.iter().find(|entry| entry["resource"]["resourceType"] == "Appointment").unwrap();
    let participants = booked["resource"]["participant"].as_array().unwrap();
    let codes: Vec<(&str, &str)> = participants[2..]
        .iter()
        .map(|one| (one["type"][0]["coding"][0]["code"].as_str().unwrap(), one["status"].as_str().unwrap()))
        .collect();
    assert_eq!(codes, [("translator", "needs-action"), ("ESC", "accepted")]);
}

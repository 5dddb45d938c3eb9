//! Who supports the person: choosing someone, or nobody, and what that lets them see.

use axum::http::StatusCode;
use own_terms::{demo, store::Ask};
use own_terms_domain::{actor::Actor, ids::StaffId, look::Reason};

use super::{Browser, Site};
use crate::given::look;

const JO: &str = "00000000000080008000000000000301";
const SAMIRA: &str = "00000000000080008000000000000302";

fn staff(id: &str) -> StaffId {
    id.parse().unwrap()
}

/// True when someone is answered who asks about a person.
async fn can_look(site: &Site, person: &str, id: &str) -> bool {
    let by = Actor::CaseWorker(staff(id));
    let ask = Ask { reason: Reason::ConversationAsked, ..look(demo::chosen(person).unwrap(), by, None) };
    site.store.view(ask).await.is_ok()
}

async fn choose(browser: &mut Browser, whom: &str) -> super::support::Page {
    browser.fill_in("/people/case-worker", "version", &[("staff", whom)]).await
}

#[tokio::test]
async fn someone_is_chosen_and_changed_and_nobody_is_a_choice_like_the_others() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let page = browser.get("/people/case-worker").await;
    let text = page.text();
    assert!(text.contains("You have not chosen a case worker. That is fine."), "{text}");
    assert!(text.contains("It will not affect your benefits."), "{text}");
    assert_eq!(page.form_with("version").all("staff").count(), 0, "nobody is chosen beforehand");
    for (whom, said, sees) in [
        (JO, "Saved. You can change it at any time.", [true, false]),
        (SAMIRA, "Saved. You can change it at any time.", [false, true]),
        ("nobody", "Saved. You have no case worker now.", [false, false]),
        ("nobody", "Saved. You have no case worker now.", [false, false]),
    ] {
        let done = choose(&mut browser, whom).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/people/case-worker"), "{whom}");
        assert!(browser.get("/people/case-worker").await.text().contains(said), "{whom}");
        let now = site.held("alex").await.chosen_case_worker().map_or("nobody".to_owned(), |id| id.to_string());
        assert_eq!(now, whom);
        assert_eq!([can_look(&site, "alex", JO).await, can_look(&site, "alex", SAMIRA).await], sees, "{whom}");
    }
}

#[tokio::test]
async fn the_one_who_is_chosen_is_named_here_at_home_and_where_it_is_held() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let text = browser.get("/people/case-worker").await.text();
    for said in ["Jo Evans", "case worker", "Riverside Support", "pain and fatigue"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let form = browser.get("/people/case-worker").await.form_with("version");
    assert_eq!(form.all("staff").collect::<Vec<_>>(), [JO], "shown chosen, because she chose");
    for address in ["/home", "/held", "/held/item?what=case-worker"] {
        let page = browser.get(address).await;
        assert!(page.text().contains("Jo Evans, case worker at Riverside Support"), "{address}: {}", page.text());
    }
    for address in ["/people", "/held/seen"] {
        assert!(browser.get(address).await.body.contains("href=\"/people/case-worker\""), "{address}");
    }
}

#[tokio::test]
async fn whoever_is_not_in_the_directory_is_no_choice_and_gets_nothing() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    for junk in ["00000000-0000-8000-8000-000000000999", "x", "jo", "NOBODY", "nobody "] {
        let page = choose(&mut browser, junk).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{junk}");
        assert!(page.text().contains("This person cannot be chosen any more."), "{junk}: {}", page.text());
        assert_eq!(site.held("rosa").await.chosen_case_worker(), Some(staff(JO)), "{junk}");
    }
}

#[tokio::test]
async fn of_two_choices_at_once_the_second_is_shown_the_first() {
    let site = Site::new().await;
    let (mut here, mut there) = (site.signed_in("rosa").await, site.signed_in("rosa").await);
    let opened = here.get("/people/case-worker").await.form_with("version");
    assert_eq!(choose(&mut there, SAMIRA).await.status, StatusCode::SEE_OTHER);
    let mut sent: Vec<(&str, &str)> = opened.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    sent.retain(|(name, _)| *name != "staff");
    sent.push(("staff", "nobody"));
    let page = here.post("/people/case-worker", &sent).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text().contains("Samira Khan, case worker at Riverside Support"), "{}", page.text());
    let again = page.form_with("version");
    assert_eq!(again.all("staff").collect::<Vec<_>>(), ["nobody"], "what was chosen is still chosen");
    assert_eq!(site.held("rosa").await.chosen_case_worker(), Some(staff(SAMIRA)));
}

#[tokio::test]
async fn someone_who_has_stopped_reads_that_nobody_can_see_or_contact_and_that_is_so() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    assert!(can_look(&site, "rosa", JO).await);
    assert_eq!(browser.submit("/stop", &[("do", "stop")]).await.status, StatusCode::SEE_OTHER);
    let text = browser.get("/people/case-worker").await.text();
    assert!(text.contains("is told that, with your name, and sees nothing else. Nobody can contact you."), "{text}");
    // Harbour Advice was asked to put something right, and sees that until it answers.
    assert!(text.contains("Whoever wrote that can see it until they answer."), "{text}");
    assert!(!can_look(&site, "rosa", JO).await);
    let home = browser.get("/home").await.text();
    let (_, supports) = home.split_once("Who supports you").unwrap();
    let (supports, _) = supports.split_once("Since you were last here").unwrap();
    assert!(!supports.contains("Jo Evans"), "nobody supports someone who has stopped: {home}");
    // They can still undo the choice, so that coming back brings nobody back.
    assert_eq!(choose(&mut browser, "nobody").await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.submit("/stop", &[("do", "as-it-was")]).await.status, StatusCode::SEE_OTHER);
    assert!(!can_look(&site, "rosa", JO).await);
}

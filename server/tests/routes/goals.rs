//! Goals, from adding to getting back.

use axum::http::StatusCode;
use own_terms_domain::goals::{Area, Audience, Stage};

use super::Site;

const OWN_WORDS: &str = "Go outside.\n  Twice <b>maybe</b> & \"once\"\u{202e}\u{2067}e\u{301}";

#[tokio::test]
async fn a_goal_is_kept_and_shown_exactly_as_typed() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let typed = OWN_WORDS.replace('\n', "\r\n");
    let done =
        browser.fill_in("/goals/add", "words", &[("words", &typed), ("area", "work"), ("audience", "only-me")]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/goals"));
    let state = site.held("sam").await;
    let goal = state.goals()[0].goal;
    assert_eq!(goal.draft.words.as_str(), OWN_WORDS);
    assert_eq!(
        (goal.draft.area, goal.draft.audience, goal.stage),
        (Some(Area::Work), Audience::OnlyMe, Stage::Thinking)
    );
    let page = browser.get("/goals").await;
    assert!(page.text().contains(OWN_WORDS), "{}", page.text());
    assert!(page.text().contains("Your goal is saved."));
    assert!(!browser.get("/goals").await.text().contains("Your goal is saved."), "said once");
    let change = page.body.split("href=\"/goals/change?goal=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = browser.get(&format!("/goals/change?goal={change}")).await.form_with("words");
    assert_eq!(form.all("words").next(), Some(OWN_WORDS));
}

#[tokio::test]
async fn the_same_form_sent_twice_adds_one_goal() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let form = browser.get("/goals/add").await.form_with("words");
    let (token, goal) = (form.all("token").next().unwrap(), form.all("goal").next().unwrap());
    let fields = [("token", token), ("goal", goal), ("words", "once"), ("audience", "only-me")];
    for _ in 0..2 {
        assert_eq!(browser.post("/goals/add", &fields).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(site.held("sam").await.goals().len(), 1);
}

#[tokio::test]
async fn a_goal_is_changed_marked_moved_taken_away_and_got_back() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let first = |state: &own_terms_domain::state::State| state.goals()[0].id;
    let id = first(&site.held("alex").await);
    let address = format!("/goals/change?goal={id}");
    let changed = browser.fill_in(&address, "words", &[("words", "other words"), ("do", "change")]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    let marked = browser.fill_in(&address, "stage", &[("stage", "let-go"), ("do", "mark")]).await;
    assert_eq!(marked.status, StatusCode::SEE_OTHER);
    let state = site.held("alex").await;
    assert_eq!(state.goal(id).unwrap().goal.draft.words.as_str(), "other words");
    assert_eq!(state.goal(id).unwrap().goal.stage, Stage::LetGo);
    // The buttons beside each goal, as they stand on the page.
    let press = async |browser: &mut super::Browser, button: &str| {
        let page = browser.get("/goals").await;
        let forms = page.forms();
        let pressed = forms.iter().find_map(|form| {
            let value = form.buttons.iter().find(|(_, value)| value.starts_with(&format!("{button} {id} ")));
            Some((form, value?.1.as_str()))
        });
        let (form, value) = pressed.unwrap_or_else(|| panic!("no button {button}"));
        let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.push(("do", value));
        let done = browser.post("/goals", &fields).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/goals"), "{button}");
        // Sent again, by a second touch: no harm, and no failure.
        let again = browser.post("/goals", &fields).await;
        assert!(matches!(again.status, StatusCode::SEE_OTHER | StatusCode::CONFLICT), "{button}: {}", again.status);
    };
    press(&mut browser, "down").await;
    assert_eq!(site.held("alex").await.goals()[1].id, id);
    press(&mut browser, "up").await;
    assert_eq!(first(&site.held("alex").await), id);
    press(&mut browser, "take-away").await;
    assert!(site.held("alex").await.goals().iter().all(|goal| goal.id != id));
    press(&mut browser, "bring-back").await;
    assert_eq!(site.held("alex").await.goals().len(), 3);
    assert_eq!(first(&site.held("alex").await), id, "in its old place");
}

#[tokio::test]
async fn two_tabs_do_not_overwrite_each_other_and_both_are_shown() {
    let site = Site::new().await;
    let mut one = site.signed_in("alex").await;
    let id = site.held("alex").await.goals()[0].id;
    let address = format!("/goals/change?goal={id}");
    let old = one.get(&address).await.form_with("words");
    one.fill_in(&address, "words", &[("words", "from the first tab")]).await;
    let mut fields: Vec<(&str, &str)> = old.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.retain(|(name, _)| *name != "words");
    fields.push(("words", "from the second <tab>"));
    let told = one.post(&address, &fields).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    told.assert_whole("a conflict");
    assert!(told.text().contains("from the first tab"), "what stands is shown");
    let form = told.form_with("words");
    assert_eq!(form.all("words").next(), Some("from the second <tab>"), "what was typed is kept");
    assert_eq!(site.held("alex").await.goal(id).unwrap().goal.draft.words.as_str(), "from the first tab");
    // Once told, they can choose theirs.
    let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.push(("do", "change"));
    assert_eq!(one.post(&address, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.held("alex").await.goal(id).unwrap().goal.draft.words.as_str(), "from the second <tab>");
}

#[tokio::test]
async fn a_goal_of_someone_else_is_answered_like_one_that_does_not_exist() {
    let site = Site::new().await;
    let theirs = site.held("alex").await.goals()[0].id.to_string();
    let none = "00000000000080008000123456789abc";
    let before = site.everything().await;
    let mut me = site.signed_in("priya").await;
    let token = me.token().await;
    let plain = |page: &super::support::Page| (page.status, page.without_tokens(), page.headers.clone());
    let get = plain(&me.get(&format!("/goals/change?goal={none}")).await);
    assert_eq!(get.0, StatusCode::NOT_FOUND);
    assert_eq!(plain(&me.get(&format!("/goals/change?goal={theirs}")).await), get);
    for (path, more) in [
        ("/goals", vec![("do", "take-away")]),
        ("/goals", vec![("do", "bring-back")]),
        ("/goals", vec![("do", "up")]),
        ("/goals/change", vec![("do", "mark"), ("stage", "done")]),
        ("/goals/change", vec![("do", "change"), ("words", "mine now"), ("audience", "case-worker")]),
    ] {
        for version in ["0", "1", "2", "x"] {
            let mut answers = Vec::new();
            for id in [theirs.as_str(), none] {
                let pressed = format!("{} {id} {version}", more[0].1);
                let mut fields = vec![("token", token.as_str()), ("goal", id), ("version", version)];
                if path == "/goals" {
                    fields.push(("do", &pressed));
                } else {
                    fields.extend(more.clone());
                }
                answers.push(plain(&me.post(path, &fields).await));
            }
            assert_eq!(answers[0].0, StatusCode::NOT_FOUND, "{path} {more:?}");
            assert_eq!(answers[0], answers[1], "{path} {more:?}");
        }
    }
    assert_eq!(site.everything().await, before);
}

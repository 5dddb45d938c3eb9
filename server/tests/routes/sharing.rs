//! Sharing: asked, read word by word, answered in four equal ways, taken back; and a page for whoever has the code.

use axum::http::StatusCode;
use own_terms::{
    app::Settings,
    demo,
    store::{Ask, StoreError, Want},
};
use own_terms_domain::{
    actor::Actor,
    ids::{ConsentId, OrganisationId},
    item::ItemId,
    look::{Reason, Subject},
};
use uuid::Uuid;

use super::{Browser, Site, support::Page};
use crate::given::{at, look};

const HARBOUR: &str = "00000000000080008000000000000402";
const RIVERSIDE: &str = "00000000000080008000000000000401";
/// What Jo asks Rosa.
const ASKED: &str = "00000000000080008000000000000c01";
const MINE: &str = "00000000000080008000000000000c99";

fn one(id: &str) -> String {
    format!("/sharing/one?which={id}")
}

/// What an organisation is shown of a person; none when it is refused.
async fn shown(site: &Site, person: &str, organisation: &str, minute: i64) -> Option<Vec<ItemId>> {
    let by = Actor::Organisation(OrganisationId(Uuid::parse_str(organisation).unwrap()));
    let (reason, subject) = (Reason::Consent, Subject::Shared);
    let ask =
        Ask { reason, subject, now: at(minute), want: Want::Items, ..look(demo::chosen(person).unwrap(), by, None) };
    match site.store.view(ask).await {
        Ok(view) => Some(view.state.all().map(|held| held.id).collect()),
        Err(StoreError::NotThere) => None,
        Err(other) => panic!("{other}"),
    }
}

async fn answer(browser: &mut Browser, id: &str, said: &str) -> Page {
    browser.fill_in(&one(id), "length", &[("answer", said), ("length", "14")]).await
}

async fn push(browser: &mut Browser, id: &str, what: &str) -> Page {
    browser.submit(&one(id), &[("which", id), ("do", what)]).await
}

#[tokio::test]
async fn what_would_go_is_read_word_by_word_before_it_goes_and_every_answer_is_as_easy() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let list = browser.get("/sharing").await.text();
    for said in ["It will not affect your benefits.", "Waiting for you", "Harbour Advice", "Jo Evans, case worker"] {
        assert!(list.contains(said), "{said}: {list}");
    }
    let page = browser.get(&one(ASKED)).await;
    let text = page.text();
    let note = "Rosa says that the stairs are hard on bad days.";
    let view = "On bad days I cannot use them at all.";
    for said in
        [note, view, "Only these words go, with who wrote them and when.", "It waits for your answer. Nothing goes."]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    // Four buttons, equal, in their order; none chosen beforehand, and Enter answers nothing.
    let buttons: Vec<&str> =
        page.body.split("name=\"answer\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(buttons, ["yes", "no", "not-now", "ask-doctor"]);
    for said in buttons {
        let plain = format!("<button type=\"submit\" name=\"answer\" value=\"{said}\" class=\"button\">");
        assert!(page.body.contains(&plain), "{said}: {}", page.body);
    }
    assert!(text.find(note).unwrap() < text.find("I ask my doctor first").unwrap(), "read first");
    for (said, done) in [
        ("not-now", "Nothing goes. You can answer again when you like."),
        ("ask-doctor", "Nothing goes. You can answer again when you like."),
        ("no", "You said no. Nothing goes."),
    ] {
        let sent = answer(&mut browser, ASKED, said).await;
        assert_eq!(
            (sent.status, sent.location()),
            (StatusCode::SEE_OTHER, one(ASKED).as_str()),
            "{said}: {}",
            sent.text()
        );
        assert!(browser.get(&one(ASKED)).await.text().contains(done), "{said}");
        assert_eq!(shown(&site, "rosa", HARBOUR, 2).await, None, "{said}");
    }
    assert_eq!(answer(&mut browser, ASKED, "yes").await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        shown(&site, "rosa", HARBOUR, 3).await.map(|seen| seen.len()),
        Some(3),
        "name, note, and how she sees it"
    );
    assert_eq!(shown(&site, "rosa", RIVERSIDE, 3).await, None);
    let text = browser.get(&one(ASKED)).await.text();
    for said in [
        "Exactly what they can see",
        "Harbour Advice, what you share with them",
        "From then on Harbour Advice no longer sees any of this",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(push(&mut browser, ASKED, "take-back").await.status, StatusCode::SEE_OTHER);
    assert_eq!(shown(&site, "rosa", HARBOUR, 4).await, None);
    let page = browser.get(&one(ASKED)).await;
    assert!(page.text().contains("You took it back. They see nothing.") && !page.body.contains("name=\"answer\""));
}

#[tokio::test]
async fn a_person_asks_by_themself_picks_what_goes_and_sees_when_it_no_longer_says_what_they_read() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let form = browser.get("/sharing/new").await.form_with("which");
    assert_eq!(
        form.all("items").count() + form.all("organisation").count() + form.all("purpose").count(),
        0,
        "nothing is chosen"
    );
    let body = browser.get("/sharing/new").await.body;
    for never in ["value=\"safe\"", "value=\"reading\"", "value=\"standing\"", "value=\"wish\"", "sign-in.", "carer."] {
        assert!(!body.contains(never), "{never}");
    }
    let id = form.all("which").next().unwrap().to_owned();
    let goal = site.held("alex").await.goals()[0].id;
    let item = format!("goal.{goal}");
    let fields = [("organisation", HARBOUR), ("purpose", "help"), ("items", item.as_str())];
    let sent = browser.fill_in("/sharing/new", "which", &[fields[0], fields[1], fields[2], ("which", &id)]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, one(&id).as_str()), "{}", sent.text());
    assert_eq!(shown(&site, "alex", HARBOUR, 2).await, None, "asked is not said yes to");
    assert_eq!(answer(&mut browser, &id, "yes").await.status, StatusCode::SEE_OTHER);
    assert_eq!(shown(&site, "alex", HARBOUR, 2).await, Some(vec![ItemId::Goal(goal)]));
    let address = format!("/goals/change?goal={goal}");
    let changed = browser
        .fill_in(&address, "words", &[("words", "Something private"), ("audience", "only-me"), ("do", "change")])
        .await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    assert_eq!(shown(&site, "alex", HARBOUR, 3).await, None);
    for page in ["/sharing".to_owned(), one(&id)] {
        let text = browser.get(&page).await.text();
        assert!(text.contains("They see neither the old words nor the new ones."), "{page}: {text}");
    }
    // A yes to the page as it was before is shown the page as it is.
    let (mut here, mut there) = (browser.clone(), browser);
    let old = here.get(&one(&id)).await.form_with("length");
    let again =
        there.fill_in(&address, "words", &[("words", "More of it"), ("audience", "only-me"), ("do", "change")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let mut sent: Vec<(&str, &str)> = old.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    sent.push(("answer", "yes"));
    let page = here.post(&one(&id), &sent).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.text());
    assert!(page.text().contains("More of it"), "{}", page.text());
    assert_eq!(shown(&site, "alex", HARBOUR, 4).await, None);
}

#[tokio::test]
async fn a_code_shows_that_a_consent_is_real_to_someone_without_an_account_and_each_look_is_in_the_log() {
    let settings = Settings { demo: true, origin: Some("https://own-terms.example".to_owned()), ..Settings::default() };
    let site = Site::with(settings).await;
    let mut browser = site.signed_in("rosa").await;
    answer(&mut browser, ASKED, "yes").await;
    let page = push(&mut browser, ASKED, "code").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let (_, code) = page.body.split_once("https://own-terms.example/consent?code=").unwrap();
    let code = code.split('<').next().unwrap().to_owned();
    let mut doctor = site.browser();
    let form = doctor.get(&format!("/consent?code={code}")).await;
    assert_eq!(form.form_with("code").all("code").next(), Some(code.as_str()));
    assert!(!form.text().contains("This consent is real"), "a link that is only followed looks at nothing");
    for _ in 0..3 {
        let real = doctor.post("/consent", &[("code", &code)]).await;
        let text = real.text();
        assert_eq!(real.status, StatusCode::OK, "{text}");
        for said in [
            "This consent is real and in force today",
            "Harbour Advice",
            "gave it freely",
            "notes",
            "can take it back at any time",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        for never in ["Rosa", "stairs", "Jo Evans"] {
            assert!(!text.contains(never), "{never}: {text}");
        }
        real.assert_whole("/consent");
    }
    let log = browser.get("/held/looks").await.text();
    assert!(log.matches("someone with the code of what you share").count() >= 3, "{log}");
    push(&mut browser, ASKED, "take-back").await;
    // Unknown and taken back are answered alike.
    let over = doctor.post("/consent", &[("code", &code)]).await;
    let unknown =
        doctor.post("/consent", &[("code", &own_terms_domain::spoken::SpokenCode::draw([7; 11]).to_string())]).await;
    assert_eq!((over.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    let said = |page: &Page| page.text().split("The code").next().unwrap().to_owned();
    assert_eq!(said(&over), said(&unknown));
    let log = browser.get("/held/looks").await.text();
    assert!(log.contains("to check that your yes is real"), "{log}");
}

#[tokio::test]
async fn nobody_meets_a_consent_that_is_not_theirs() {
    let site = Site::new().await;
    for person in ["alex", "sam"] {
        let mut browser = site.signed_in(person).await;
        for id in [ASKED, MINE, "x"] {
            assert_eq!(browser.get(&one(id)).await.status, StatusCode::NOT_FOUND, "{person} {id}");
            for what in ["take-back", "code"] {
                assert_eq!(push(&mut browser, id, what).await.status, StatusCode::NOT_FOUND, "{person} {id} {what}");
            }
        }
    }
    let asked = ConsentId(Uuid::parse_str(ASKED).unwrap());
    assert!(site.held("rosa").await.consent(asked).is_some());
}

#[tokio::test]
async fn stopping_takes_back_what_is_shared_and_coming_back_does_not_share_it() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    answer(&mut browser, ASKED, "yes").await;
    assert!(shown(&site, "rosa", HARBOUR, 2).await.is_some());
    assert_eq!(browser.submit("/stop", &[("do", "stop")]).await.status, StatusCode::SEE_OTHER);
    // Harbour Advice was asked to put a record right, which is another part.
    assert_eq!(shown(&site, "rosa", HARBOUR, 3).await, None);
    assert_eq!(browser.submit("/stop", &[("do", "as-it-was")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(shown(&site, "rosa", HARBOUR, 4).await, None);
    assert!(browser.get("/sharing").await.text().contains("You took it back. They see nothing."));
}

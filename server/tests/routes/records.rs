//! What others wrote about someone: reading it, having it put right, seeing it differently, and what the law keeps.

use axum::http::StatusCode;
use own_terms::{demo, store::Order};
use own_terms_domain::{
    actor::Actor,
    correction::Answer,
    decide::Command,
    item::{Item, ItemId, Kind, Version},
    ledger::NoticeVersion,
    reading::Choice as _,
    record::Sort,
};

use super::{Browser, Site, html::Form, support::Page};
use crate::given::{at, text};

const SHOULD_BE: &str = "The stairs are hard on every day.";

/// What others wrote about someone of the demonstration.
pub async fn of(site: &Site, person: &str) -> Vec<ItemId> {
    let held = site.held(person).await;
    held.all().map(|held| held.id).filter(|id| matches!(id, ItemId::Record(..))).collect()
}

/// What was written of one sort about Rosa.
async fn one(site: &Site, sort: Sort) -> ItemId {
    let of = of(site, "rosa").await;
    of.into_iter().find(|id| id.kind() == sort.kind()).unwrap_or_else(|| panic!("no {}", sort.id()))
}

/// Whoever wrote a record says what becomes of what was asked.
async fn answer(site: &Site, id: ItemId, answer: Answer) {
    let (claimant, state) = (demo::chosen("rosa").unwrap(), site.held("rosa").await);
    let record = id.record().unwrap();
    let actor = state.get(id).unwrap().by;
    let command = Command::AnswerCorrection { record, on: state.version(ItemId::Correction(record)), answer };
    let order = Order { claimant, actor, command, now: at(2), notice: NoticeVersion::default() };
    site.store.commit(order).await.unwrap();
}

async fn item(browser: &mut Browser, id: ItemId) -> String {
    let page = browser.get(&format!("/held/item?what={id}")).await;
    assert_eq!(page.status, StatusCode::OK, "{id}");
    page.assert_whole("/held/item");
    page.text()
}

async fn ask(browser: &mut Browser, id: ItemId, should_be: &str) -> Page {
    let fields = [("should_be", should_be), ("reason", "I said so."), ("do", "ask")];
    browser.fill_in(&format!("/held/correct?what={id}"), "should_be", &fields).await
}

#[track_caller]
fn says(text: &str, all: &[&str]) {
    for said in all {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_asked_for_begun_and_put_right_and_its_history_shows_both_wordings() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let note = one(&site, Sort::Note).await;
    let page = browser.get(&format!("/held/correct?what={note}")).await;
    page.assert_whole("/held/correct");
    let choice = page.text().find("You do not have to. It will not affect your benefits.").unwrap();
    assert!(choice < page.text().find("What it says now").unwrap(), "that it is a choice comes first");
    says(
        &page.text(),
        &["Jo Evans, case worker at Riverside Support", "our talk on the phone", "You get an answer by"],
    );
    let says_now = "Rosa says that the stairs are hard on bad days. She would like to be out in the garden more.";
    assert_eq!(page.form_with("should_be").all("should_be").next(), Some(says_now), "one word can be changed");
    let done = ask(&mut browser, note, SHOULD_BE).await;
    let back = format!("/held/item?what={note}");
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, back.as_str()));
    says(
        &item(&mut browser, note).await,
        &["You have asked for it to be put right.", "Nobody has begun yet.", "Someone begins by"],
    );
    answer(&site, note, Answer::Begin).await;
    says(&item(&mut browser, note).await, &["Someone is looking into it.", "You get an answer by"]);
    answer(&site, note, Answer::Done).await;
    let text = item(&mut browser, note).await;
    says(&text, &["It is put right.", SHOULD_BE, says_now, "Ask again for this to be put right"]);
    assert!(text.find(SHOULD_BE).unwrap() < text.find(says_now).unwrap(), "what it says now, then what it said");
    // On the list of what is held too.
    says(&browser.get("/held").await.text(), &["It is put right.", "You see it differently:"]);
}

#[tokio::test]
async fn a_no_is_told_with_why_and_what_next_and_can_be_asked_again() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let referral = one(&site, Sort::Referral).await;
    answer(&site, referral, Answer::Refuse { why: text("It is what the letter says.") }).await;
    let told = ["It stays as it is.", "It is what the letter says.", "You can ask again", "Information Commissioner"];
    says(&item(&mut browser, referral).await, &told);
    let page = browser.get(&format!("/held/correct?what={referral}")).await;
    says(&page.text(), &told);
    let form = page.form_with("should_be");
    assert!(form.all("should_be").next().unwrap().contains("in the morning"), "what it says, and not what was refused");
    assert_eq!(ask(&mut browser, referral, "She prefers the evening.").await.status, StatusCode::SEE_OTHER);
    says(&item(&mut browser, referral).await, &["Nobody has begun yet."]);
}

#[tokio::test]
async fn while_it_waits_it_can_be_changed_and_taken_back_and_then_whoever_wrote_it_sees_no_more() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let referral = one(&site, Sort::Referral).await;
    let address = format!("/held/correct?what={referral}");
    let page = browser.get(&address).await;
    assert!(page.form_with("should_be").all("should_be").next().unwrap().contains("after lunch"), "as it was asked");
    says(&page.text(), &["It counts as asked today.", "Someone is looking into it.", "Mornings are when I rest."]);
    assert_eq!(ask(&mut browser, referral, "She prefers noon.").await.status, StatusCode::SEE_OTHER);
    let state = site.held("rosa").await;
    assert_eq!(state.correction(referral.record().unwrap()).unwrap().should_be.as_str(), "She prefers noon.");
    says(&item(&mut browser, referral).await, &["Harbour Advice: you asked them to put it right"]);
    let page = browser.get(&address).await;
    let back =
        page.forms().into_iter().find(|form| form.buttons.iter().any(|(_, value)| value == "take-back")).unwrap();
    let mut sent: Vec<(&str, &str)> = back.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    sent.push(("do", "take-back"));
    let done = browser.post("/held/correct", &sent).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert!(site.held("rosa").await.correction(referral.record().unwrap()).is_none());
    let text = item(&mut browser, referral).await;
    says(&text, &["You have taken it back.", "Ask for this to be put right"]);
    assert!(!text.contains("Harbour Advice: you asked"), "{text}");
    // Pressed again on the page from before: nothing to take back, and nothing wrong.
    assert_eq!(browser.post("/held/correct", &sent).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_was_answered_meanwhile_is_shown_beside_what_was_typed_and_nothing_is_lost() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let referral = one(&site, Sort::Referral).await;
    let opened = browser.get(&format!("/held/correct?what={referral}")).await.form_with("should_be");
    answer(&site, referral, Answer::Done).await;
    let mut sent: Vec<(&str, &str)> = opened.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    sent.retain(|(name, _)| *name != "should_be");
    sent.push(("should_be", "She prefers the evening."));
    let page = browser.post("/held/correct", &sent).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    says(&page.text(), &["This was changed somewhere else", "after lunch", "It is put right."]);
    let again = page.form_with("should_be");
    assert_eq!(again.all("should_be").next(), Some("She prefers the evening."));
    let state = site.held("rosa").await;
    assert_eq!(again.all("seen").next(), Some(state.version(referral).to_string().as_str()));
    let pressed: Vec<(&str, &str)> = again.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(browser.post("/held/correct", &pressed).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn sent_as_it_was_filled_in_the_person_is_told_that_it_says_so_already() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let note = one(&site, Sort::Note).await;
    let page = browser.fill_in(&format!("/held/correct?what={note}"), "should_be", &[("do", "ask")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&page.text(), &["This is what it says now. Change what is wrong."]);
}

#[tokio::test]
async fn how_one_sees_it_stands_right_under_it_at_once_and_is_changed_and_erased() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let payment = one(&site, Sort::Payment).await;
    let address = format!("/held/differently?what={payment}");
    for words in ["It was £8.60.\r\nI have the tickets.", "It was £8.70."] {
        let done = browser.fill_in(&address, "view", &[("view", words)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        for page in [item(&mut browser, payment).await, browser.get("/held").await.text()] {
            let (record, view) = (page.find("£6.80").unwrap(), page.find(words.split('\r').next().unwrap()).unwrap());
            assert!(record < view && page[record..view].contains("You see it differently:"), "{page}");
        }
    }
    let id = ItemId::OtherView(payment.record().unwrap());
    assert!(browser.get(&address).await.body.contains(&format!("/held/erase?what={id}")));
    assert_eq!(browser.fill_in(&format!("/held/erase?what={id}"), "what", &[]).await.status, StatusCode::SEE_OTHER);
    assert!(!item(&mut browser, payment).await.contains("It was £8"));
    assert!(site.held("rosa").await.get(payment).is_some(), "what was written stays");
}

#[tokio::test]
async fn the_page_of_an_item_says_who_can_see_it_and_who_looked_refused_ones_too() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let goal = site.held("rosa").await.goals()[0].id;
    let text = item(&mut browser, ItemId::Goal(goal)).await;
    says(&text, &["you: it is about you.", "Jo Evans, case worker at Riverside Support: you chose them to talk to."]);
    says(&text, &["to get ready to talk, as you asked", "Samira Khan, case worker at Riverside Support", "refused"]);
    says(&text, &["You wrote this. You can just change it."]);
    // Samira looked at goals, and not at what others wrote.
    let note = item(&mut browser, one(&site, Sort::Note).await).await;
    assert!(note.contains("Jo Evans") && !note.contains("Samira"), "{note}");
    says(&item(&mut browser, ItemId::The(Kind::Profile)).await, &["You can just change this."]);
    assert!(!item(&mut browser, ItemId::The(Kind::Profile)).await.contains("You wrote this"), "the service did");
}

#[tokio::test]
async fn what_is_the_persons_own_is_changed_and_not_asked_for() {
    let site = Site::new().await;
    for (person, held) in [("rosa", site.held("rosa").await), ("alex", site.held("alex").await)] {
        let mut browser = site.signed_in(person).await;
        for held in held.all() {
            let page = browser.get(&format!("/held/item?what={}", held.id)).await;
            let others = matches!(held.item, Item::Record(_));
            // What was written to each other stays, and an agreement is answered and left.
            let between = matches!(held.item, Item::Message(_) | Item::Agreement(_));
            let theirs = matches!(held.item, Item::Message(_)) && !matches!(held.by, Actor::Claimant(_));
            assert_eq!(page.text().contains("You can just change"), !others && !between, "{}", held.id.kind().id());
            let to = page.body.split("You can just change").nth(1).map(|rest| rest.split("href=\"").nth(1).unwrap());
            if let Some(to) = to {
                let to = to.split('"').next().unwrap();
                assert_eq!(browser.get(to).await.status, StatusCode::OK, "{}: {to}", held.id.kind().id());
            }
            for form in ["correct", "differently"] {
                let status = browser.get(&format!("/held/{form}?what={}", held.id)).await.status;
                let is_there = others || theirs && form == "differently";
                assert_eq!(status == StatusCode::OK, is_there, "{form} of {}", held.id.kind().id());
            }
        }
    }
}

#[tokio::test]
async fn what_the_law_keeps_is_not_promised_to_go_and_says_why_and_until_when() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let payment = one(&site, Sort::Payment).await;
    let text = item(&mut browser, payment).await;
    says(&text, &["The law asks us to keep this until"]);
    let addresses = [
        format!("/held/item?what={payment}"),
        format!("/held/erase?what={payment}"),
        "/held/erase?what=kind.payment".to_owned(),
    ];
    for address in addresses {
        let page = browser.get(&address).await;
        let asks =
            |form: &Form| form.all("what").next().is_some() && !form.buttons.iter().any(|(name, _)| name == "do");
        let erases = page.forms().iter().any(asks);
        assert!(!erases && !page.text().contains("Erase this"), "{address}: {}", page.text());
        says(&page.text(), &["31 March"]);
    }
    // Sent by hand all the same: told, and nothing is said to be erased.
    for what in [payment.to_string(), "kind.payment".to_owned()] {
        let version = site.held("rosa").await.version(payment).to_string();
        let page = browser.submit("/held/erase", &[("what", &what), ("version", &version)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        says(&page.text(), &["The law asks us to keep this until"]);
    }
    let all = site.held("rosa").await.all().count();
    let page = browser.get("/held/erase?what=everything").await;
    says(&page.text(), &[&format!("{} items go.", all - 1), "What stays", "Money paid to you: until", "31 March"]);
    assert_eq!(browser.fill_in("/held/erase?what=everything", "what", &[]).await.status, StatusCode::SEE_OTHER);
    let left: Vec<ItemId> = site.held("rosa").await.all().map(|held| held.id).collect();
    assert_eq!(left, [payment]);
}

#[tokio::test]
async fn what_is_about_someone_else_or_is_no_record_is_not_there() {
    let site = Site::new().await;
    let note = one(&site, Sort::Note).await;
    let before = site.everything().await;
    let mut alex = site.signed_in("alex").await;
    let (id, referral) = (note.record().unwrap(), one(&site, Sort::Referral).await.record().unwrap());
    for what in [note.to_string(), format!("payment.{id}"), format!("correction.{referral}"), "pace".into(), "x".into()]
    {
        for form in ["/held/correct", "/held/differently"] {
            let page = alex.get(&format!("{form}?what={what}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{form} {what}");
            let fields = [("what", what.as_str()), ("seen", "1"), ("should_be", "x"), ("view", "x"), ("do", "ask")];
            assert_eq!(alex.submit(form, &fields).await.status, StatusCode::NOT_FOUND, "{form} {what}");
        }
    }
    assert_eq!(site.everything().await, before);
    // Another sort's name is not another way to it.
    let mut rosa = site.signed_in("rosa").await;
    assert_eq!(rosa.get(&format!("/held/correct?what=payment.{id}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_one_is_called_is_just_changed() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    let done = browser.fill_in("/settings/name", "name", &[("name", "Rosa M.")]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/settings/name"));
    assert!(browser.get("/home").await.text().contains("Hello Rosa M.."), "{}", browser.get("/home").await.text());
    let state = site.held("rosa").await;
    assert_eq!(state.get(ItemId::The(Kind::Profile)).unwrap().by, Actor::Claimant(state.claimant()));
    assert_ne!(state.version_of(Kind::Profile), Version(1));
    assert!(item(&mut browser, ItemId::The(Kind::Profile)).await.contains("You wrote this."));
}

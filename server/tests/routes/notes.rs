//! Agreements and notes: written by both, seen by both at once, answered in four equal ways, left with one press; never a carer's.

use axum::http::StatusCode;
use own_terms::store::{Order, StoreError};
use own_terms_domain::{
    actor::Actor,
    agreement::{Agreement, Progress, Side, Status},
    decide::{Command, Refusal},
    ids::{AgreementId, RecordId},
    item::{ItemId, Version},
    ledger::NoticeVersion,
    look::{Reason, Subject},
    message::MessageDraft,
    needs::Needs,
};

use super::{Browser, Site, support::Page};
use crate::given::{at, look, text};

/// What Jo proposes to Rosa, and a note of each.
const PROPOSED: &str = "00000000000080008000000000000e01";
const ROSAS: &str = "message.00000000000080008000000000000b01";
const JOS: &str = "message.00000000000080008000000000000b02";

fn one(id: &str) -> String {
    format!("/notes/agreement?which={id}")
}

fn jo() -> Actor {
    Actor::CaseWorker(own_terms::demo::staff::named("jo").unwrap())
}

async fn tell(site: &Site, actor: Actor, command: Command) -> Result<(), Option<Refusal>> {
    let claimant = site.held("rosa").await.claimant();
    let order = Order { claimant, actor, command, now: at(2), notice: NoticeVersion::default() };
    match site.store.commit(order).await {
        Ok(_) => Ok(()),
        Err(StoreError::Refused(refusal)) => Err(Some(refusal)),
        Err(_) => Err(None),
    }
}

fn message(number: u128, words: &str) -> Command {
    Command::WriteMessage { id: RecordId(uuid::Uuid::from_u128(number)), draft: MessageDraft { words: text(words) } }
}

async fn agreement(site: &Site, id: &str) -> Agreement {
    site.held("rosa").await.agreement(id.parse().unwrap()).unwrap().clone()
}

async fn status(site: &Site, id: &str) -> Status {
    agreement(site, id).await.status(at(1).today)
}

async fn answer(browser: &mut Browser, fields: &[(&str, &str)]) -> Page {
    browser.fill_in(&one(PROPOSED), "answer", fields).await
}

async fn leave(browser: &mut Browser, id: &str) -> Page {
    browser.submit(&one(id), &[("which", id), ("do", "leave")]).await
}

#[tokio::test]
async fn what_waits_for_an_answer_comes_first_and_what_is_written_is_there_with_whose_it_is() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let page = rosa.get("/notes").await;
    let text = page.text();
    let mut from = 0;
    for said in [
        "It will not affect your benefits.",
        "You both see each word at once.",
        "Nothing here is a duty.",
        "Jo Evans, case worker at Riverside Support",
        "Waiting for your answer",
        "You send me a photo of the letter",
        "I ring the electricity company for you",
        "What you wrote to each other",
        "I put it here as an agreement",
        "Say how you see it",
        "You said that mornings are best for you.",
        "Another letter came about the electricity.",
        "Notes that others wrote about you",
    ] {
        from += text[from..].find(said).unwrap_or_else(|| panic!("{said} not after what comes before it: {text}"));
    }
    // To one's own words there is nothing to see differently.
    assert!(page.body.contains(&format!("/held/differently?what={JOS}")), "{}", page.body);
    assert!(!page.body.contains(&format!("/held/differently?what={ROSAS}")), "{}", page.body);
    let home = rosa.get("/home").await.text();
    for said in ["Your case worker proposes an agreement.", "The latest note to you is from Jo Evans"] {
        assert!(home.contains(said), "{said}: {home}");
    }
    // Nothing anywhere says whether something was read.
    for word in ["unread", "has read", "have read it", "seen by", "delivered"] {
        assert!(!text.to_lowercase().contains(word), "{word}: {text}");
    }
}

#[tokio::test]
async fn every_answer_is_as_easy_and_asking_the_doctor_first_holds_it() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let page = rosa.get(&one(PROPOSED)).await;
    let buttons: Vec<&str> =
        page.body.split("name=\"answer\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(buttons, ["yes", "no", "not-now", "ask-doctor"]);
    for said in buttons {
        let plain = format!("<button type=\"submit\" name=\"answer\" value=\"{said}\" class=\"button\">");
        assert!(page.body.contains(&plain), "{said}: {}", page.body);
    }
    let form = page.body.split("id=\"answers\"").nth(1).unwrap();
    assert_eq!(form.find("<button"), form.find("<button type=\"submit\" hidden>"), "Enter answers nothing");
    let held = answer(&mut rosa, &[("answer", "ask-doctor")]).await;
    assert_eq!((held.status, held.location()), (StatusCode::SEE_OTHER, one(PROPOSED).as_str()), "{}", held.text());
    assert_eq!(status(&site, PROPOSED).await, Status::AskingDoctor);
    let text = rosa.get(&one(PROPOSED)).await.text();
    assert!(text.contains("You ask your doctor first. Nothing is agreed until you answer here."), "{text}");
    assert!(!rosa.get("/home").await.text().contains("proposes an agreement"), "it does not press");
    assert_eq!(answer(&mut rosa, &[("answer", "yes")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(status(&site, PROPOSED).await, Status::Agreed);
}

#[tokio::test]
async fn what_is_agreed_is_left_with_one_press_by_either_and_an_old_page_is_told_what_stands() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let old = rosa.get(&one(PROPOSED)).await.form_with("answer");
    let mut fields: Vec<(&str, &str)> = old.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    answer(&mut rosa, &[("answer", "yes")]).await;
    let text = rosa.get(&one(PROPOSED)).await.text();
    for said in ["It is agreed.", "Leave it now", "It changes nothing about your benefits.", "Propose a change"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(rosa.get("/notes").await.text().contains("What is agreed"));
    assert_eq!(leave(&mut rosa, PROPOSED).await.status, StatusCode::SEE_OTHER);
    assert_eq!(agreement(&site, PROPOSED).await.progress, Progress::Left { by: Side::Person });
    assert_eq!(leave(&mut rosa, PROPOSED).await.status, StatusCode::SEE_OTHER, "sent twice it is left once");
    let text = rosa.get(&one(PROPOSED)).await.text();
    assert!(text.contains("It has ended. Nobody asks why.") && !text.contains("Leave it now"), "{text}");
    fields.push(("answer", "no"));
    let told = rosa.post(&one(PROPOSED), &fields).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.text().contains("It has ended from your side."), "{}", told.text());
}

#[tokio::test]
async fn what_the_person_writes_and_proposes_is_there_at_once_for_both() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let typed = "Could it be <on> a Tuesday?\r\nThanks";
    let sent = rosa.fill_in("/notes/write", "words", &[("words", typed)]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/notes"), "{}", sent.text());
    let text = rosa.get("/notes").await.text();
    assert!(text.contains("Your note is there. You both can see it.") && text.contains("Could it be <on> a Tuesday?"));
    let proposal = [("person", "Rest on Mondays"), ("case_worker", ""), ("until", "2027-04-01")];
    let proposed = rosa.fill_in("/notes/propose", "person", &proposal).await;
    assert_eq!((proposed.status, proposed.location()), (StatusCode::SEE_OTHER, "/notes"), "{}", proposed.text());
    // The case worker sees all of it, and says yes.
    let claimant = site.held("rosa").await.claimant();
    let ask = own_terms::store::Ask {
        reason: Reason::ConversationAsked,
        subject: Subject::Notes,
        needs: Needs::everything(),
        ..look(claimant, jo(), None)
    };
    let seen = site.store.view(ask).await.unwrap().state;
    let words: Vec<String> =
        seen.all().filter_map(|held| seen.message(held.id.record()?).map(|(_, said)| said.words.to_string())).collect();
    assert!(words.contains(&typed.replace("\r\n", "\n")), "{words:?}");
    let (id, of) = seen.agreements().find(|(_, one)| one.by == Side::Person).unwrap();
    assert_eq!(of.draft.person.as_ref().unwrap().as_str(), "Rest on Mondays");
    let text = rosa.get(&one(&id.to_string())).await.text();
    assert!(text.contains("It waits for your case worker to answer.") && text.contains("Take it back now"), "{text}");
    let on = seen.version(ItemId::Agreement(id));
    let yes = Command::AnswerAgreement { id, on, answer: own_terms_domain::agreement::Answer::Yes };
    tell(&site, jo(), yes).await.unwrap();
    assert_eq!(status(&site, &id.to_string()).await, Status::Agreed);
    // A change of it stands beside it until the other yes.
    let change = rosa.get(&format!("/notes/propose?instead={id}")).await.form_with("person");
    assert!(change.all("person").any(|words| words == "Rest on Mondays"), "{:?}", change.fields);
    let mut fields: Vec<(&str, &str)> = change.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    fields.retain(|(name, _)| *name != "person");
    fields.push(("person", "Rest on Fridays"));
    assert_eq!(rosa.post("/notes/propose", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(status(&site, &id.to_string()).await, Status::Agreed);
    // What they proposed they take back.
    let state = site.held("rosa").await;
    let (newer, _) = state.agreements().find(|(_, one)| one.draft.replaces == Some(id)).unwrap();
    assert_eq!(leave(&mut rosa, &newer.to_string()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(status(&site, &newer.to_string()).await, Status::Withdrawn);
}

#[tokio::test]
async fn how_the_person_sees_a_note_stands_under_it_and_no_note_is_put_right() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let path = format!("/held/differently?what={JOS}");
    let saved = rosa.fill_in(&path, "view", &[("view", "Mornings are when I rest.")]).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/notes"), "{}", saved.text());
    let text = rosa.get("/notes").await.text();
    let (words, view) = (text.find("mornings are best for you").unwrap(), text.find("Mornings are when I rest."));
    assert!(view.is_some_and(|view| view > words), "{text}");
    for what in [JOS, ROSAS] {
        assert_eq!(rosa.get(&format!("/held/correct?what={what}")).await.status, StatusCode::NOT_FOUND, "{what}");
        let put = [("what", what), ("seen", "1"), ("should_be", "x"), ("do", "ask")];
        assert_eq!(rosa.submit("/held/correct", &put).await.status, StatusCode::NOT_FOUND, "{what}");
    }
    assert_eq!(rosa.get(&format!("/held/differently?what={ROSAS}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn there_is_nothing_to_write_without_a_case_worker_and_silence_is_said() {
    let site = Site::new().await;
    let mut alex = site.signed_in("alex").await;
    for path in ["/notes", "/notes/write", "/notes/propose"] {
        let page = alex.get(path).await;
        assert!(page.text().contains("You have not chosen a case worker"), "{path}: {}", page.text());
        assert!(!page.body.contains("<textarea"), "{path}");
    }
    let which = "00000000000000000000000000000b99";
    let sent = alex.submit("/notes/write", &[("which", which), ("words", "Hello")]).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.text().contains("there is nobody to write to yet"), "{}", sent.text());
    // Rosa wants no contact: she writes, and Jo does not.
    let mut rosa = site.signed_in("rosa").await;
    rosa.fill_in("/contact", "about", &[("answer", "no")]).await;
    assert_eq!(status(&site, PROPOSED).await, Status::Withdrawn);
    let text = rosa.get("/notes").await.text();
    assert!(text.contains("cannot write to you or answer here now, because of what you said about contact"), "{text}");
    assert_eq!(rosa.fill_in("/notes/write", "words", &[("words", "Bye")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(tell(&site, jo(), message(0xb55, "Hello?")).await, Err(Some(Refusal::NoContact)));
    rosa.submit("/stop", &[("do", "stop")]).await;
    let text = rosa.get("/notes").await.text();
    assert!(
        text.contains("You have stopped support.") && text.contains("Another letter came"),
        "she keeps reading: {text}"
    );
    assert!(rosa.get("/notes/write").await.text().contains("You have not chosen") || !text.contains("<textarea"));
}

#[tokio::test]
async fn a_long_conversation_comes_page_by_page() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    for number in 0..25 {
        let who = if number % 2 == 0 { jo() } else { Actor::Claimant(site.held("rosa").await.claimant()) };
        tell(&site, who, message(0xf00 + number, &format!("Note number {number}."))).await.unwrap();
    }
    let newest = rosa.get("/notes").await;
    assert!(
        newest.text().contains("Note number 24.") && !newest.text().contains("Note number 4."),
        "{}",
        newest.text()
    );
    let older = newest.body.split("href=\"/notes?before=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let second = rosa.get(&format!("/notes?before={older}")).await;
    assert!(
        second.text().contains("Note number 4.") && second.text().contains("Another letter came"),
        "{}",
        second.text()
    );
    let newer = second.body.split("href=\"/notes?after=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(rosa.get(&format!("/notes?after={newer}")).await.text().contains("Note number 24."));
    second.assert_whole("/notes");
}

#[tokio::test]
async fn none_of_it_is_for_a_carer_or_for_anybody_else() {
    let site = Site::new().await;
    let mut jamie = site.signed_in("jamie").await;
    // Priya lets Jamie do all that a carer can be let.
    jamie.submit("/helping", &[("who", "00000000000080008000000000000901"), ("do", "act")]).await;
    for path in ["/notes".to_owned(), "/notes/write".to_owned(), "/notes/propose".to_owned(), one(PROPOSED)] {
        assert_eq!(jamie.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let mut alex = site.signed_in("alex").await;
    let nothing = "00000000000000000000000000000999";
    let (there, not) = (alex.get(&one(PROPOSED)).await, alex.get(&one(nothing)).await);
    assert_eq!((there.status, there.without_tokens()), (StatusCode::NOT_FOUND, not.without_tokens()));
    for fields in [[("answer", "no")], [("do", "leave")]] {
        let fields: Vec<(&str, &str)> = fields.into_iter().chain([("which", PROPOSED)]).collect();
        assert_eq!(alex.submit("/notes/agreement", &fields).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(status(&site, PROPOSED).await, Status::Proposed);
}

#[tokio::test]
async fn a_form_that_comes_twice_writes_once_and_with_other_words_twice() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let form = rosa.get("/notes/write").await.form_with("words");
    let which = form.all("which").next().unwrap().to_owned();
    let count = async || site.held("rosa").await.count_of(own_terms_domain::item::Kind::Message);
    let before = count().await;
    for _ in 0..2 {
        let sent = rosa.submit("/notes/write", &[("which", &which), ("words", "Once")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(count().await, before + 1);
    let again = rosa.submit("/notes/write", &[("which", &which), ("words", "Other")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let form = again.form_with("words");
    let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(rosa.post("/notes/write", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(count().await, before + 2);
    let id: AgreementId = PROPOSED.parse().unwrap();
    assert_ne!(site.held("rosa").await.version(ItemId::Agreement(id)), Version(0));
}

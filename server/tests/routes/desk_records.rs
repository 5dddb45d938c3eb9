//! At the desk: writing down a conversation, answering what was asked to be put right, and asking about sharing.

use axum::http::StatusCode;
use own_terms::demo;
use own_terms_domain::{
    consent::{Consent, Progress, Status},
    contact::WishAnswer,
    correction::Progress as Stands,
    decide::Command,
    ids::RecordId,
    item::Kind,
    look::{Reason, Subject},
    text::OwnWords,
};

use super::{
    Browser, Site,
    desk::{answers, jo, looks, open_first, rosa, says},
    html::Form,
    support::Page,
};
use crate::given::at;

async fn with_rosa(site: &Site) -> Browser {
    let mut browser = site.at_desk("jo").await;
    open_first(&mut browser).await;
    browser
}

#[track_caller]
fn assert_went(page: &Page, to: &str) {
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, to), "{}", page.text());
}

fn filled<'a>(form: &'a Form, with: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let there = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    there.filter(|(name, _)| !with.iter().any(|(filled, _)| filled == name)).chain(with.iter().copied()).collect()
}

/// What Jo wrote about Rosa in the demonstration.
fn note() -> RecordId {
    "00000000000080008000000000000702".parse().unwrap()
}

/// Rosa asks for Jo's note to be put right.
async fn asks(site: &Site, should_be: &str) {
    let mut hers = site.signed_in("rosa").await;
    let path = "/held/correct?what=note.00000000000080008000000000000702";
    let asked =
        hers.fill_in(path, "should_be", &[("should_be", should_be), ("reason", "I said so."), ("do", "ask")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
}

#[tokio::test]
async fn nothing_of_a_conversation_is_kept_without_her_yes_and_she_reads_what_is() {
    let site = Site::new().await;
    let mut browser = with_rosa(&site).await;
    let before = site.held_of(rosa()).await.count_of(Kind::Note);
    let page = browser.get("/desk/records").await;
    page.assert_whole("/desk/records");
    let words = page.text();
    assert!(words.contains("Rosa says that the stairs are hard on bad days."), "{words}");
    assert!(words.contains("They see it differently") && words.contains("I cannot use them at all."), "{words}");
    let told = looks(&site, rosa()).await;
    assert_eq!((told[0].by, told[0].subject, told[0].refused), (jo(), Subject::Records, false));
    let fields = [("words", "She <wants> the garden."), ("source", "our talk on the phone")];
    let page = browser.fill_in("/desk/records", "source", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_whole("/desk/records");
    assert!(page.text().contains("Nothing is kept of a conversation before they say yes"), "{}", page.text());
    assert_eq!(page.form_with("source").all("words").next(), Some("She <wants> the garden."));
    // Nor what support would hang on, whoever said yes to it.
    let hangs = [("words", "You go to the library, or your benefits stop."), ("source", "our talk"), ("agreed", "yes")];
    let page = browser.fill_in("/desk/records", "source", &[&hangs[..], &[("sure", "yes")]].concat()).await;
    assert!(page.text().contains("It cannot be sent."), "{}", page.text());
    assert_eq!(site.held_of(rosa()).await.count_of(Kind::Note), before);
    let kept = browser.fill_in("/desk/records", "source", &[&fields[..], &[("agreed", "yes")]].concat()).await;
    assert_went(&kept, "/desk/records");
    assert_eq!(site.held_of(rosa()).await.count_of(Kind::Note), before + 1);
    let hers = site.signed_in("rosa").await.get("/held/kind?what=note").await.text();
    assert!(hers.contains("She <wants> the garden.") && hers.contains("our talk on the phone"), "{hers}");
    for say in [WishAnswer::NoContact, WishAnswer::NotNow] {
        let form = page.form_with("source");
        answers(&site, rosa(), say).await;
        assert_went(&browser.get("/desk/records").await, "/desk/person");
        assert_went(&browser.post("/desk/records", &filled(&form, &fields)).await, "/desk/person");
        assert_eq!(looks(&site, rosa()).await[0].subject, Subject::Asked, "nothing more was looked at");
        assert_eq!(site.held_of(rosa()).await.count_of(Kind::Note), before + 1);
    }
}

#[tokio::test]
async fn what_was_asked_to_be_put_right_waits_at_the_desk_until_it_is_answered() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    assert!(browser.get("/desk/corrections").await.text().contains("Nobody waits for an answer from you."));
    let before = looks(&site, rosa()).await.len();
    asks(&site, "The stairs are hard <every> day.").await;
    let page = browser.get("/desk/corrections").await;
    page.assert_whole("/desk/corrections");
    let text = page.text();
    assert!(
        text.contains("Rosa") && text.contains("The stairs are hard <every> day.") && text.contains("I said so."),
        "{text}"
    );
    assert!(text.contains("They were told of an answer by Sunday 28 March"), "{text}");
    let told = looks(&site, rosa()).await;
    assert_eq!(
        (told.len(), told[0].by, told[0].reason, told[0].subject),
        (before + 1, jo(), Reason::PuttingRight, Subject::Records)
    );
    let hers = site.signed_in("rosa").await.get("/held/looks").await.text();
    assert!(hers.contains("to answer what you asked to have put right"), "{hers}");
    let progress = async || site.held_of(rosa()).await.correction(note()).unwrap().progress.clone();
    let begun = browser.fill_in("/desk/corrections", "do", &[("do", "begin")]).await;
    assert_went(&begun, "/desk/corrections");
    assert!(matches!(progress().await, Stands::InProgress { .. }));
    let page = browser.get("/desk/corrections").await;
    assert!(!page.text().contains("I am looking into it –"), "{}", page.text());
    // A no says why, in words that support does not hang on.
    let refuse = |page: &Page, why: &'static str| {
        let form = page.form_with("why");
        filled(&form, &[("why", why), ("do", "refuse")])
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect::<Vec<_>>()
    };
    for (why, said) in [(" ", "There is a problem"), ("Ask again or your benefits stop", "It cannot be sent.")] {
        let fields = refuse(&page, why);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let wrong = browser.post("/desk/corrections", &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text());
        wrong.assert_whole("/desk/corrections");
        assert!(wrong.text().contains(said) || said.starts_with("There"), "{}", wrong.text());
        assert!(wrong.body.contains("href=\"#why\"") && wrong.body.contains("id=\"why\""), "the summary leads to it");
        assert_eq!(wrong.form_with("why").all("why").next(), Some(why));
    }
    assert_went(&browser.fill_in("/desk/corrections", "do", &[("do", "done")]).await, "/desk/corrections");
    assert!(matches!(progress().await, Stands::Done { .. }));
    let state = site.held_of(rosa()).await;
    assert_eq!(state.record(note()).unwrap().1.words.as_str(), "The stairs are hard <every> day.");
    assert!(browser.get("/desk/corrections").await.text().contains("Nobody waits for an answer from you."));
    // Pressed again on an old page, nothing more is done.
    let fields = refuse(&page, "It was like this.");
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_went(&browser.post("/desk/corrections", &fields).await, "/desk/corrections");
    assert!(matches!(progress().await, Stands::Done { .. }));
}

#[tokio::test]
async fn an_answer_is_owed_whatever_is_said_of_contact_since_and_by_nobody_else() {
    let site = Site::new().await;
    asks(&site, "Another word.").await;
    for stops in [false, true] {
        if stops {
            says(&site, rosa(), Command::Stop).await;
        } else {
            answers(&site, rosa(), WishAnswer::NoContact).await;
        }
        let mut browser = site.at_desk("jo").await;
        let page = browser.get("/desk/corrections").await.text();
        assert!(
            page.contains("Another word.") && !page.contains("allotment") && !page.contains("electricity"),
            "{page}"
        );
        let samira = site.at_desk("samira").await.get("/desk/corrections").await.text();
        assert!(samira.contains("Nobody waits for an answer from you."), "{samira}");
    }
    let mut browser = site.at_desk("jo").await;
    let form = browser.get("/desk/corrections").await.form_with("why");
    let why = [("why", "It is what I wrote then."), ("do", "refuse")];
    assert_went(&browser.post("/desk/corrections", &filled(&form, &why)).await, "/desk/corrections");
    let state = site.held_of(rosa()).await;
    let expected: OwnWords = crate::given::text("It is what I wrote then.");
    assert!(matches!(&state.correction(note()).unwrap().progress, Stands::Refused { why, .. } if *why == expected));
    assert!(site.signed_in("rosa").await.get("/held/kind?what=note").await.text().contains("It is what I wrote then."));
}

#[tokio::test]
async fn a_reason_that_was_typed_too_late_is_there_again_beside_what_it_is_about() {
    let site = Site::new().await;
    asks(&site, "Another word.").await;
    let mut browser = site.at_desk("jo").await;
    let form = browser.get("/desk/corrections").await.form_with("why");
    browser.clone().post("/desk/sign-out", &[]).await;
    let typed = filled(&form, &[("why", "It is what I wrote then."), ("do", "refuse")]);
    let asked = browser.post("/desk/corrections", &typed).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    let kept = asked.form_with("kept").all("kept").next().unwrap().to_owned();
    let body = [("staff", "jo"), ("kept", kept.as_str())];
    let led = browser.post("/desk/sign-in", &body).await;
    assert_eq!((led.status, led.location()), (StatusCode::TEMPORARY_REDIRECT, "/desk/corrections"));
    let again = browser.post("/desk/corrections", &body).await;
    assert_eq!(
        (again.status, again.form_with("why").all("why").next()),
        (StatusCode::OK, Some("It is what I wrote then."))
    );
}

#[tokio::test]
async fn a_question_about_sharing_is_hers_to_answer_and_what_she_said_stands_at_the_desk() {
    let site = Site::new().await;
    let mut browser = with_rosa(&site).await;
    let page = browser.get("/desk/consent").await;
    page.assert_whole("/desk/consent");
    let text = page.text();
    assert!(
        text.contains("Harbour Advice") && text.contains("It waits for their answer."),
        "what was asked before: {text}"
    );
    assert!(
        text.find("It is their choice.").unwrap() < text.find("Which organisation would see it?").unwrap(),
        "{text}"
    );
    for never in ["safe", "wish", "message.", "consent.", "payment."] {
        assert!(!page.body.contains(&format!("value=\"{never}")), "{never} is for no organisation");
    }
    let nothing = browser.fill_in("/desk/consent", "which", &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let items: Vec<String> = page
        .body
        .split("name=\"items\"")
        .skip(1)
        .filter_map(|rest| rest.split("value=\"").nth(1))
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    assert!(
        items.iter().any(|item| item == "profile") && items.iter().any(|item| item.starts_with("goal.")),
        "{items:?}"
    );
    let harbour = "00000000000080008000000000000402";
    let ask = [("organisation", harbour), ("purpose", "help"), ("items", "profile")];
    for (wrong, field) in
        [(("organisation", "00000000000080008000000000000999"), "organisation"), (("items", "safe"), "items")]
    {
        let fields: Vec<_> = ask.iter().copied().filter(|(name, _)| *name != field).chain([wrong]).collect();
        assert_eq!(browser.fill_in("/desk/consent", "which", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_went(&browser.fill_in("/desk/consent", "which", &ask).await, "/desk/consent");
    let asked = |state: &own_terms_domain::state::State| {
        let is_asked =
            |one: &Consent| one.asked_by == jo() && one.progress == Progress::Requested && one.referral.is_none();
        let mine = state.consents().filter(|(_, one)| is_asked(one));
        mine.map(|(id, _)| id).collect::<Vec<_>>()
    };
    let state = site.held_of(rosa()).await;
    assert_eq!(asked(&state).len(), 2, "nothing is shared by asking");
    let id = asked(&state).into_iter().find(|id| state.consent(*id).unwrap().items.len() == 1).unwrap();
    let mut hers = site.signed_in("rosa").await;
    let path = format!("/sharing/one?which={id}");
    hers.fill_in(&path, "answer", &[("answer", "no")]).await;
    assert_eq!(site.held_of(rosa()).await.consent(id).unwrap().status(at(1).today), Status::Refused);
    // Of her no the desk tells nothing: of two questions and a referral, one question less is there.
    let desk = browser.get("/desk/consent").await;
    assert_eq!(desk.text().matches("It waits for their answer.").count(), 2, "{}", desk.text());
    assert!(!desk.text().contains("said no"), "{}", desk.text());
    let form = desk.form_with("which");
    for say in [WishAnswer::NoContact, WishAnswer::NotNow] {
        answers(&site, rosa(), say).await;
        assert_went(&browser.get("/desk/consent").await, "/desk/person");
        assert_went(&browser.post("/desk/consent", &filled(&form, &ask)).await, "/desk/person");
    }
    // What waited for an answer is closed with contact, and nothing was asked since.
    assert_eq!(asked(&site.held_of(rosa()).await).len(), 0);
    let on = site.held("rosa").await.version_of(Kind::CaseWorker);
    answers(&site, rosa(), WishAnswer::Talk).await;
    says(&site, rosa(), Command::ChooseCaseWorker { on, staff: demo::staff::named("samira") }).await;
    assert_went(&browser.post("/desk/consent", &filled(&form, &ask)).await, "/desk/person");
    assert_eq!(asked(&site.held_of(rosa()).await).len(), 0);
}

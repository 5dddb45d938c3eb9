//! What somebody and their case worker write to each other and agree: at the desk, and as the person reads it.

use axum::http::StatusCode;
use own_terms::demo;
use own_terms_domain::{
    agreement::{Agreement, Progress},
    contact::WishAnswer,
    decide::Command,
    ids::AgreementId,
    item::Kind,
    look::Subject,
    profile::Profile,
};

use super::{
    Browser, Site,
    desk::{answers, jo, looks, open_first, rosa, says},
    support::Page,
};
use crate::given::text;

/// Jo, with Rosa opened.
async fn with_rosa(site: &Site) -> Browser {
    let mut browser = site.at_desk("jo").await;
    open_first(&mut browser).await;
    browser
}

#[track_caller]
fn assert_went(page: &Page, to: &str) {
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, to), "{}", page.text());
}

async fn messages(site: &Site) -> usize {
    site.held_of(rosa()).await.count_of(Kind::Message)
}

async fn agreements(site: &Site, which: fn(&Agreement) -> bool) -> Vec<AgreementId> {
    let state = site.held_of(rosa()).await;
    state.agreements().filter(|(_, one)| which(one)).map(|(id, _)| id).collect()
}

#[tokio::test]
async fn what_is_written_at_the_desk_is_read_at_once_and_the_look_is_told() {
    let site = Site::new().await;
    let mut browser = with_rosa(&site).await;
    let page = browser.get("/desk/notes").await;
    page.assert_whole("/desk/notes");
    let words = page.text();
    assert!(words.contains("Yes please. Could you do it without me on the phone?"), "{words}");
    assert!(words.contains("Jo Evans: ") && words.contains("Rosa: "), "{words}");
    assert!(words.find("They owe no answer").unwrap() < words.find("You propose").unwrap(), "{words}");
    assert!(!page.body.contains(&rosa().to_string()));
    let told = looks(&site, rosa()).await;
    assert_eq!((told[0].by, told[0].subject, told[0].refused), (jo(), Subject::Notes, false));
    let sent = browser.fill_in("/desk/notes", "words", &[("words", "They <rang> back & said sorry.")]).await;
    assert_went(&sent, "/desk/notes");
    let again = browser.get("/desk/notes").await.text();
    assert!(again.contains("Your note is there.") && again.contains("They <rang> back & said sorry."), "{again}");
    let hers = site.signed_in("rosa").await.get("/notes").await.text();
    assert!(hers.contains("They <rang> back & said sorry."), "{hers}");
    // How she sees it stands beside it.
    let mut browser_of_hers = site.signed_in("rosa").await;
    let path = "/held/differently?what=message.00000000000080008000000000000b02";
    assert_went(&browser_of_hers.fill_in(path, "view", &[("view", "It was not worrying.")]).await, "/notes");
    let page = browser.get("/desk/notes").await.text();
    assert!(page.contains("They see it differentlyIt was not worrying."), "{page}");
}

#[tokio::test]
async fn sent_twice_a_note_is_written_once_and_other_words_are_another() {
    let site = Site::new().await;
    let mut browser = with_rosa(&site).await;
    let before = messages(&site).await;
    let form = browser.get("/desk/notes").await.form_with("words");
    let fields = |words: &'static str| {
        let there = form.fields.iter().filter(|(name, _)| name != "words").cloned();
        there.chain([("words".to_owned(), words.to_owned())]).collect::<Vec<_>>()
    };
    let send = async |browser: &mut Browser, fields: Vec<(String, String)>| {
        let all: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        browser.post("/desk/notes", &all).await
    };
    for _ in 0..2 {
        assert_went(&send(&mut browser, fields("I rang them.")).await, "/desk/notes");
    }
    assert_eq!(messages(&site).await, before + 1);
    let other = send(&mut browser, fields("And I wrote to them.")).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    let form = other.form_with("words");
    let pairs = form.fields.clone();
    assert_went(&send(&mut browser, pairs).await, "/desk/notes");
    assert_eq!(messages(&site).await, before + 2);
}

#[tokio::test]
async fn support_that_hangs_on_something_is_refused_and_an_order_goes_when_its_writer_is_sure() {
    let site = Site::new().await;
    let mut browser = with_rosa(&site).await;
    let before = messages(&site).await;
    for (path, field) in [("/desk/notes", "words"), ("/desk/propose", "person"), ("/desk/propose", "case_worker")] {
        assert!(!browser.get(path).await.text().contains("I am happy to send it as it is"), "{path}: not before");
        let hangs = "Send it to me, or your benefits stop.";
        let both = [("case_worker", "I ring them"), ("sure", "yes")];
        let fields: Vec<_> = both.iter().copied().filter(|(name, _)| *name != field).chain([(field, hangs)]).collect();
        let page = browser.fill_in(path, field, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {field}");
        page.assert_whole(path);
        let said = page.text();
        assert!(
            said.contains("It cannot be sent.") && page.form_with(field).all(field).next() == Some(hangs),
            "{said}"
        );
    }
    assert_eq!(messages(&site).await, before);
    let order = [("words", "You must bring the letter.")];
    let page = browser.fill_in("/desk/notes", "words", &order).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("“you must”") || page.text().contains("“must”"), "{}", page.text());
    assert!(page.text().contains("I am happy to send it as it is"), "{}", page.text());
    let form = page.form_with("words");
    let mut all: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.push(("sure", "yes"));
    assert_went(&browser.post("/desk/notes", &all).await, "/desk/notes");
    assert_eq!(messages(&site).await, before + 1);
}

#[tokio::test]
async fn an_agreement_is_proposed_answered_changed_and_left_from_the_desk() {
    let site = Site::new().await;
    let mut browser = with_rosa(&site).await;
    let mut hers = site.signed_in("rosa").await;
    // What Jo asks for something, Jo does something for.
    let nothing = browser.fill_in("/desk/propose", "person", &[("person", "Send me a photo.")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.text().contains("Nobody is asked for something for nothing."), "{}", nothing.text());
    let fields = [("case_worker", "I write the letter for you."), ("until", "2027-04-01")];
    assert_went(&browser.fill_in("/desk/propose", "person", &fields).await, "/desk/notes");
    let page = browser.get("/desk/notes").await.text();
    assert!(
        page.contains("I write the letter for you.") && page.contains("They can take as long as they like."),
        "{page}"
    );
    assert!(hers.get("/notes").await.text().contains("I write the letter for you."));
    // What she proposes, Jo answers.
    hers.fill_in("/notes/propose", "person", &[("person", "I look for the old bills.")]).await;
    let id = agreements(&site, |one| one.draft.case_worker.is_none()).await[0];
    let which = id.to_string();
    let text = browser.get("/desk/notes").await.text();
    assert!(text.contains("I look for the old bills.") && text.contains("Yes – I look for the old bills."), "{text}");
    let mine = |page: &Page| {
        let form = page.forms().into_iter().find(|form| form.all("which").any(|one| one == which)).unwrap();
        form.fields
    };
    for (say, progress) in [("not-now", Progress::Deferred), ("yes", Progress::Agreed)] {
        let form = mine(&browser.get("/desk/notes").await);
        let mut all: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.push(("answer", say));
        assert_went(&browser.post("/desk/agreement", &all).await, "/desk/notes");
        assert_eq!(site.held_of(rosa()).await.agreement(id).unwrap().progress, progress);
    }
    // The doctor is the person's to ask.
    let form = mine(&browser.get("/desk/notes").await);
    let mut all: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.push(("answer", "ask-doctor"));
    assert_eq!(browser.post("/desk/agreement", &all).await.status, StatusCode::BAD_REQUEST);
    // An old page says how it stands by now, and does nothing.
    let stale: Vec<_> = all.iter().copied().filter(|(name, _)| !["answer", "version"].contains(name)).collect();
    let stale = [&stale[..], &[("version", "1"), ("answer", "no")]].concat();
    assert_went(&browser.post("/desk/agreement", &stale).await, "/desk/notes");
    assert!(browser.get("/desk/notes").await.text().contains("Nothing was done"));
    let change = browser.get(&format!("/desk/propose?instead={id}")).await;
    assert_eq!(change.form_with("person").all("person").next(), Some("I look for the old bills."));
    assert!(change.text().contains("This would take the place of what is agreed now."), "{}", change.text());
    let leave = [&stale[..stale.len() - 2], &[("do", "leave")]].concat();
    assert_went(&browser.post("/desk/agreement", &leave).await, "/desk/notes");
    assert!(matches!(site.held_of(rosa()).await.agreement(id).unwrap().progress, Progress::Left { .. }));
    assert!(
        hers.get(&format!("/notes/agreement?which={id}"))
            .await
            .text()
            .contains("It has ended from your case worker's side.")
    );
}

#[tokio::test]
async fn to_whoever_wants_no_contact_nothing_is_written_and_nothing_of_theirs_is_looked_at() {
    let site = Site::new().await;
    let mut browser = with_rosa(&site).await;
    let forms = [("/desk/notes", "words"), ("/desk/propose", "person")];
    let mut opened = Vec::new();
    for (path, field) in forms {
        opened.push((path, field, browser.get(path).await.form_with(field)));
    }
    for say in [WishAnswer::NoContact, WishAnswer::NotNow] {
        answers(&site, rosa(), say).await;
        let before = (messages(&site).await, agreements(&site, |_| true).await.len());
        for (path, field, form) in &opened {
            assert_went(&browser.get(path).await, "/desk/person");
            let there = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            let mut all: Vec<_> = there.filter(|(name, _)| !["case_worker", field].contains(name)).collect();
            all.extend([(*field, "Are you well?"), ("case_worker", "I ring")]);
            assert_went(&browser.post(path, &all).await, "/desk/person");
            assert_eq!(looks(&site, rosa()).await[0].subject, Subject::Asked, "nothing more was looked at");
        }
        let page = browser.get("/desk/person").await.text();
        assert!(page.contains("Do not contact them.") && !page.contains("allotment"), "{page}");
        assert_eq!((messages(&site).await, agreements(&site, |_| true).await.len()), before);
    }
    answers(&site, rosa(), WishAnswer::Talk).await;
    says(&site, rosa(), Command::Stop).await;
    assert_went(&browser.get("/desk/notes").await, "/desk/person");
}

#[tokio::test]
async fn a_note_goes_to_whom_its_page_was_about_whoever_was_opened_since() {
    let site = Site::new().await;
    let priya = demo::chosen("priya").unwrap();
    answers(&site, priya, WishAnswer::Talk).await;
    let mut browser = with_rosa(&site).await;
    let form = browser.get("/desk/notes").await.form_with("words");
    // In another tab of the same browser somebody else is opened.
    let all = browser.get("/desk").await.forms();
    let other = all.iter().filter(|form| form.all("who").next().is_some()).nth(1).expect("both asked to talk");
    let open: Vec<_> = other.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_went(&browser.post("/desk", &open).await, "/desk/person");
    assert!(browser.get("/desk/person").await.text().contains("Priya"));
    let mut sent: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    sent.retain(|(name, _)| *name != "words");
    sent.push(("words", "For Rosa alone."));
    assert_went(&browser.post("/desk/notes", &sent).await, "/desk/notes");
    let now = browser.get("/desk/notes").await.text();
    assert!(now.contains("Rosa") && now.contains("For Rosa alone."), "and whom it was about is opened again: {now}");
    assert!(!site.signed_in("priya").await.get("/notes").await.text().contains("For Rosa alone."));
    // Without a word of whom, or with that of another session, it is for nobody.
    let another = with_rosa(&site).await.get("/desk/notes").await.form_with("of").all("of").next().unwrap().to_owned();
    for of in ["", "x", &another] {
        let mut sent = sent.clone();
        sent.retain(|(name, _)| !["of", "which"].contains(name));
        sent.extend([("of", of), ("which", "00000000000000000000000000000b77")]);
        assert_eq!(browser.post("/desk/notes", &sent).await.status, StatusCode::NOT_FOUND, "{of:.5}");
    }
}

#[tokio::test]
async fn a_page_has_twenty_notes_and_the_others_are_a_press_away() {
    let site = Site::new().await;
    let name = text("Rosa <b>");
    let on = site.held_of(rosa()).await.version_of(Kind::Profile);
    says(&site, rosa(), Command::SetProfile { on, profile: Profile { name } }).await;
    let mut browser = with_rosa(&site).await;
    for number in 0..20 {
        let words = format!("Number {number}.");
        assert_went(&browser.fill_in("/desk/notes", "words", &[("words", &words)]).await, "/desk/notes");
    }
    let first = browser.get("/desk/notes").await;
    assert!(first.text().contains("Number 19.") && !first.text().contains("without me on the phone"));
    assert!(first.body.contains("href=\"/desk/notes?from=20\""), "{}", first.body);
    let second = browser.get("/desk/notes?from=20").await;
    assert!(second.text().contains("without me on the phone") && second.text().contains("Rosa <b>: "));
    for from in ["99", "18446744073709551615", "x"] {
        assert_eq!(browser.get(&format!("/desk/notes?from={from}")).await.status, StatusCode::OK, "{from}");
    }
}

//! Appointments: offered, answered in three equal ways, suggested otherwise, called off, in a calendar; by the person or their carer.

use axum::http::StatusCode;
use own_terms::{demo, store::Order};
use own_terms_domain::{
    actor::Actor,
    appointment::{AppointmentDraft, By, Progress, Status},
    contact::{WishAnswer, WishDraft},
    decide::Command,
    ids::AppointmentId,
    item::Kind,
    terms::{Format, Pace},
};

use super::{Browser, Site, support::Page};
use crate::given::{at, own};

/// What Jo offers Rosa, and what Priya agreed.
const ROSAS: &str = "00000000000080008000000000000a01";
const PRIYAS: &str = "00000000000080008000000000000a02";
/// The first of the times that Rosa is offered.
const FIRST: &str = "2027-03-08T13:00";

fn one(id: &str) -> String {
    format!("/appointments/one?which={id}")
}

async fn answer(browser: &mut Browser, fields: &[(&str, &str)]) -> Page {
    browser.fill_in(&one(ROSAS), "words", fields).await
}

async fn status(site: &Site, person: &str, id: &str) -> Status {
    site.held(person).await.appointment(id.parse().unwrap()).unwrap().status(at(1))
}

async fn cancel(browser: &mut Browser, id: &str) -> Page {
    browser.submit(&one(id), &[("which", id), ("do", "cancel")]).await
}

fn line<'a>(file: &'a str, name: &str) -> &'a str {
    file.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{name} in {file}"))
}

#[tokio::test]
async fn what_is_offered_is_read_whole_and_every_answer_is_as_easy() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let list = rosa.get("/appointments").await.text();
    for said in ["It will not affect your benefits.", "Waiting for your answer", "Jo Evans", "3 times to choose from"] {
        assert!(list.contains(said), "{said}: {list}");
    }
    let page = rosa.get(&one(ROSAS)).await;
    let text = page.text();
    for said in [
        "It waits for your answer.",
        "The letter about your electricity.",
        "By phone",
        "20 minutes",
        "The letter, if you have it there.",
        "No forms, and nothing about your health.",
        "Monday 8 March 2027, 1pm to 1:20pm",
        "Nobody asks why, and answers are not counted.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let choice = text.find("It will not affect your benefits.").unwrap();
    assert!(choice < text.find("Your answer").unwrap(), "before anything is asked");
    // Three buttons, equal, in their order; no time is chosen beforehand, and Enter answers nothing.
    let buttons: Vec<&str> =
        page.body.split("name=\"answer\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(buttons, ["yes", "no", "suggest"]);
    for said in buttons {
        let plain = format!("<button type=\"submit\" name=\"answer\" value=\"{said}\" class=\"button\">");
        assert!(page.body.contains(&plain), "{said}: {}", page.body);
    }
    let form = page.body.split("id=\"answers\"").nth(1).unwrap();
    assert_eq!(form.find("<button"), form.find("<button type=\"submit\" hidden>"));
    assert!(!page.body.contains("checked"), "{}", page.body);
    let entered = answer(&mut rosa, &[("slot", FIRST)]).await;
    assert_eq!(entered.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(status(&site, "rosa", ROSAS).await, Status::Offered);
    let untimed = answer(&mut rosa, &[("answer", "yes")]).await;
    assert!(untimed.text().contains("Choose one of the times."), "{}", untimed.text());
}

#[tokio::test]
async fn a_suggestion_leaves_it_open_a_yes_fixes_it_and_it_is_called_off_with_one_press_more() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let wanted = [("answer", "suggest"), ("day", "2027-03-20"), ("format", "writing"), ("words", "after <lunch>")];
    let sent = answer(&mut rosa, &wanted).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, one(ROSAS).as_str()), "{}", sent.text());
    let text = rosa.get(&one(ROSAS)).await.text();
    for said in ["Your suggestion is there", "Saturday 20 March 2027", "after <lunch>", "You can still answer this."] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(rosa.get(&format!("/appointments/one/file?which={ROSAS}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(answer(&mut rosa, &[("answer", "yes"), ("slot", FIRST)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(status(&site, "rosa", ROSAS).await, Status::Agreed);
    let home = rosa.get("/home").await.text();
    assert!(home.contains("Monday 8 March 2027, 1pm to 1:20pm: by phone, with Jo Evans"), "{home}");
    let page = rosa.get(&one(ROSAS)).await;
    assert!(page.text().contains("It is agreed.") && !page.body.contains("value=\"yes\""), "{}", page.text());
    let agreed = rosa.get(&format!("/appointments/one/file?which={ROSAS}")).await;
    assert_eq!(agreed.headers["content-type"], "text/calendar; charset=utf-8");
    assert!(agreed.headers["content-disposition"].to_str().unwrap().contains("papers-2027-02-28.ics"));
    assert_eq!(line(&agreed.body, "DTSTART:"), "20270308T130000Z");
    assert_eq!((line(&agreed.body, "STATUS:"), line(&agreed.body, "SUMMARY:")), ("CONFIRMED", "Private"));
    for told in ["jo", "evans", "electricity", "appointment", "phone", "benefit", "organizer", "method"] {
        assert!(!agreed.body.to_lowercase().contains(told), "{told}: {}", agreed.body);
    }
    assert_eq!(cancel(&mut rosa, ROSAS).await.status, StatusCode::SEE_OTHER);
    let state = site.held("rosa").await;
    let id: AppointmentId = ROSAS.parse().unwrap();
    assert!(matches!(state.appointment(id).unwrap().progress, Progress::Cancelled { by: By::Person, .. }));
    let over = rosa.get(&format!("/appointments/one/file?which={ROSAS}")).await;
    assert_eq!(line(&over.body, "UID:"), line(&agreed.body, "UID:"), "the same one");
    assert_eq!(line(&over.body, "STATUS:"), "CANCELLED");
    let number = |file: &str| line(file, "SEQUENCE:").parse::<u32>().unwrap();
    assert!(number(&over.body) > number(&agreed.body));
    assert_eq!(cancel(&mut rosa, ROSAS).await.status, StatusCode::SEE_OTHER, "sent twice it is called off once");
    let home = rosa.get("/home").await.text();
    assert!(!home.contains("by phone, with Jo Evans") && !home.contains("an appointment"), "{home}");
}

#[tokio::test]
async fn a_no_is_one_press_and_an_old_page_is_told_what_stands() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let old = rosa.get(&one(ROSAS)).await.form_with("words");
    let mut fields: Vec<(&str, &str)> = old.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(answer(&mut rosa, &[("answer", "no")]).await.status, StatusCode::SEE_OTHER);
    let text = rosa.get(&one(ROSAS)).await.text();
    assert!(text.contains("You said no. Nobody asks why."), "{text}");
    fields.extend([("answer", "yes"), ("slot", FIRST)]);
    let told = rosa.post(&one(ROSAS), &fields).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.text().contains("You said no."), "{}", told.text());
    assert_eq!(status(&site, "rosa", ROSAS).await, Status::Declined);
    let over = rosa.get("/appointments").await;
    assert!(over.text().contains("1 that is over") && over.text().contains("Nothing is planned."), "{}", over.text());
}

#[tokio::test]
async fn a_break_that_covers_it_says_so_before_it_calls_it_off() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    let list = priya.get("/appointments").await.text();
    assert!(list.contains("What was agreed stands until you cancel it."), "she said not now: {list}");
    let day = site.held("priya").await.appointment(PRIYAS.parse().unwrap()).unwrap().agreed().unwrap().day.to_string();
    let path = "/appointments/terms/breaks";
    let fields = [("from", &*day), ("until", &*day), ("name", "a rest"), ("do", "add")];
    let before = site.everything().await;
    let told = priya.fill_in(path, "from", &fields).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told.text().contains("These appointments are in this break."), "{}", told.text());
    assert!(told.body.contains(&one(PRIYAS)) && told.form_with("from").all("name").next() == Some("a rest"));
    assert_eq!(site.everything().await, before);
    let ticked: Vec<(&str, &str)> = fields.iter().copied().chain([("cancels", "yes")]).collect();
    assert_eq!(priya.fill_in(path, "from", &ticked).await.status, StatusCode::SEE_OTHER);
    assert_eq!(status(&site, "priya", PRIYAS).await, Status::Cancelled);
}

#[tokio::test]
async fn stopping_calls_off_what_is_agreed_and_coming_back_does_not_bring_it_back() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    assert_eq!(priya.submit("/stop", &[("do", "stop")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(status(&site, "priya", PRIYAS).await, Status::Cancelled);
    priya.submit("/stop", &[("do", "as-it-was")]).await;
    assert_eq!(status(&site, "priya", PRIYAS).await, Status::Cancelled);
    let mut rosa = site.signed_in("rosa").await;
    rosa.fill_in("/contact", "about", &[("answer", "not-now")]).await;
    assert_eq!(status(&site, "rosa", ROSAS).await, Status::Withdrawn);
}

#[tokio::test]
async fn a_carer_who_was_given_that_sees_and_answers_and_one_who_was_not_finds_nothing() {
    let site = Site::new().await;
    let mut jamie = site.signed_in("jamie").await;
    jamie.submit("/helping", &[("who", "00000000000080008000000000000901"), ("do", "act")]).await;
    let list = jamie.get("/appointments").await;
    assert!(list.text().contains("What is agreed") && list.text().contains("Jo Evans"), "{}", list.text());
    assert!(!list.text().contains("what you said about contact"), "{}", list.text());
    let page = jamie.get(&one(PRIYAS)).await;
    assert!(page.text().contains("How it is at home") && !page.body.contains("/appointments/one/file"));
    assert_eq!(cancel(&mut jamie, PRIYAS).await.status, StatusCode::SEE_OTHER);
    let state = site.held("priya").await;
    let id: AppointmentId = PRIYAS.parse().unwrap();
    assert!(matches!(state.appointment(id).unwrap().progress, Progress::Cancelled { by: By::Carer, .. }));
    let mut priya = site.signed_in("priya").await;
    let history = priya.get(&format!("/held/item?what=appointment.{PRIYAS}")).await;
    assert!(history.text().contains("Jamie, who acts for you"), "{}", history.text());
    // For Megan they were not given it.
    jamie.submit("/helping", &[("who", "00000000000080008000000000000902"), ("do", "act")]).await;
    for path in ["/appointments".to_owned(), one(PRIYAS), one(ROSAS)] {
        assert_eq!(jamie.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn somebody_elses_is_as_one_that_there_is_not() {
    let site = Site::new().await;
    let mut alex = site.signed_in("alex").await;
    let nothing = "00000000000000000000000000000999";
    for path in ["/appointments/one", "/appointments/one/file"] {
        let (there, not) = (format!("{path}?which={ROSAS}"), format!("{path}?which={nothing}"));
        let (there, not) = (alex.get(&there).await, alex.get(&not).await);
        assert_eq!((there.status, there.without_tokens()), (StatusCode::NOT_FOUND, not.without_tokens()));
    }
    for fields in [&[("answer", "no")][..], &[("do", "cancel")], &[("answer", "yes"), ("slot", FIRST)]] {
        let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("which", ROSAS)]).collect();
        assert_eq!(alex.submit("/appointments/one", &fields).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(status(&site, "rosa", ROSAS).await, Status::Offered);
}

#[tokio::test]
async fn an_hour_that_somebody_else_said_yes_to_first_is_told_kindly_and_what_was_typed_stays() {
    let site = Site::new().await;
    let (jo, priya) = (demo::staff::named("jo").unwrap(), demo::chosen("priya").unwrap());
    // Priya calls off what she had, asks to talk, and is offered an hour that Rosa is offered too.
    let mut hers = site.signed_in("priya").await;
    cancel(&mut hers, PRIYAS).await;
    let offered = site.held("rosa").await.appointment(ROSAS.parse().unwrap()).unwrap().draft.clone();
    let id = AppointmentId(uuid::Uuid::from_u128(0xa99));
    let state = site.held("priya").await;
    let at_will = Pace { notice: 0, gap: 0, most: None, ..state.pace() };
    let talk = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    let format = state.formats().meetings.first().map_or(Format::Writing, |one| one.format);
    let slot = offered.times[0];
    let draft = AppointmentDraft { times: vec![slot], format, place: None, ..offered };
    for (actor, command) in [
        (None, Command::SetPace { on: state.version_of(Kind::Pace), pace: at_will }),
        (None, Command::SetTimes { on: state.version_of(Kind::Times), times: site.held("rosa").await.times() }),
        (None, Command::ChooseCaseWorker { on: state.version_of(Kind::CaseWorker), staff: Some(jo) }),
        (None, Command::SetWish { on: state.version_of(Kind::Wish), draft: talk }),
        (Some(Actor::CaseWorker(jo)), Command::OfferAppointment { id, draft }),
    ] {
        let own = own(priya, command, at(1));
        site.store.commit(Order { actor: actor.unwrap_or(own.actor), ..own }).await.unwrap();
    }
    let said = hers.fill_in(&one(&id.to_string()), "words", &[("slot", FIRST), ("answer", "yes")]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text());
    let mut rosa = site.signed_in("rosa").await;
    let late = answer(&mut rosa, &[("slot", FIRST), ("answer", "yes"), ("words", "I would like that")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = late.text();
    assert!(text.contains("Someone else said yes to that time first. It is nothing you did."), "{text}");
    assert!(late.body.contains("I would like that") && !text.contains("Priya"), "{text}");
    assert_eq!(status(&site, "rosa", ROSAS).await, Status::Offered);
    let other = site.held("rosa").await.appointment(ROSAS.parse().unwrap()).unwrap().draft.times[1].to_string();
    assert_eq!(answer(&mut rosa, &[("slot", &other), ("answer", "yes")]).await.status, StatusCode::SEE_OTHER);
}

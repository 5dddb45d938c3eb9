//! The desk: who reaches which page of it, what a case worker is shown of whom, and that the person is told of each look.

use axum::http::StatusCode;
use own_terms::demo;
use own_terms_domain::{
    account::Origin,
    actor::Actor,
    contact::{WishAnswer, WishDraft},
    decide::Command,
    ids::ClaimantId,
    item::{Kind, Version},
    look::{Look, Reason, Subject},
    profile::Profile,
};

use super::{
    Browser, Site,
    matrix::plain,
    support::{Page, Route, is_at_desk, routes},
};
use crate::given::{at, look, own, person, text};

/// The pages about people.
const CASE_WORKERS: [&str; 13] = [
    "/desk",
    "/desk/person",
    "/desk/offer",
    "/desk/notes",
    "/desk/propose",
    "/desk/agreement",
    "/desk/agreed",
    "/desk/interpreter",
    "/desk/records",
    "/desk/corrections",
    "/desk/consent",
    "/desk/invite",
    "/desk/lost",
];

const LED: (StatusCode, &str) = (StatusCode::SEE_OTHER, "/desk/sign-in");

/// A form of a page of the desk, as it stands there.
async fn press(browser: &mut Browser, path: &str, with: &str, fields: &[(&str, &str)]) -> Page {
    browser.fill_in(path, with, fields).await
}

/// Opens the first who is named on the desk's first page.
pub(super) async fn open_first(browser: &mut Browser) -> Page {
    let led = press(browser, "/desk", "who", &[]).await;
    assert_eq!((led.status, led.location()), (StatusCode::SEE_OTHER, "/desk/person"), "{}", led.text());
    browser.get("/desk/person").await
}

/// Who looked at someone's place beside themself, the latest first.
pub(super) async fn looks(site: &Site, whom: ClaimantId) -> Vec<Look> {
    let view = site.store.view(look(whom, Actor::Claimant(whom), None)).await.unwrap();
    view.looks.into_iter().filter(|look| look.by != Actor::Claimant(whom)).collect()
}

pub(super) fn jo() -> Actor {
    Actor::CaseWorker(demo::staff::named("jo").unwrap())
}

pub(super) fn rosa() -> ClaimantId {
    demo::chosen("rosa").unwrap()
}

pub(super) async fn says(site: &Site, whom: ClaimantId, command: Command) {
    site.store.commit(own(whom, command, at(1))).await.unwrap();
}

pub(super) async fn answers(site: &Site, whom: ClaimantId, answer: WishAnswer) {
    let on = site.held_of(whom).await.version_of(Kind::Wish);
    let draft = WishDraft { answer, about: None, not_about: None, until: None };
    says(site, whom, Command::SetWish { on, draft }).await;
}

#[tokio::test]
async fn with_a_cookie_of_the_desk_every_route_of_people_answers_as_to_nobody_and_the_other_way_round() {
    let site = Site::new().await;
    let (nobody, jo, rosa) = (site.browser(), site.at_desk("jo").await, site.signed_in("rosa").await);
    let before = site.everything().await;
    for Route { path, get, post } in routes().into_iter().filter(|route| !route.path.contains('{')) {
        // Of those who are signed in as a person, the desk knows nothing; nor of those at the desk the pages of people.
        let (who, other) = if is_at_desk(path) { (&rosa, "a person") } else { (&jo, "a case worker") };
        // A challenge to a passkey is drawn anew each time; and whether one stays signed in is what these are about.
        if path.ends_with("/begin") {
            continue;
        }
        let (_, mut theirs, mut none) = (other, who.clone(), nobody.clone());
        if get {
            let (one, two) = (theirs.get(path).await, none.get(path).await);
            assert_eq!(plain(&one, "-"), plain(&two, "-"), "GET {path} as {other}");
        }
        if post {
            let fields =
                [("staff", "x"), ("person", "x"), ("code", "x"), ("who", "x"), ("do", "stop"), ("answer", "no")];
            let (one, two) = (theirs.post(path, &fields).await, none.post(path, &fields).await);
            assert_eq!(plain(&one, "-"), plain(&two, "-"), "POST {path} as {other}");
        }
    }
    assert_eq!(site.everything().await, before);
    // And neither is signed out by the other: one browser may hold both.
    let mut both = rosa.clone();
    both.sign_in_at_desk("jo").await;
    assert_eq!(both.get("/home").await.status, StatusCode::OK);
    assert_eq!(both.get("/desk").await.status, StatusCode::OK);
    let desk = both.get("/desk").await.text();
    assert!(!desk.contains("signed in as Rosa") && desk.contains("signed in as Jo Evans"), "{desk}");
    assert!(both.get("/home").await.text().contains("signed in as Rosa"));
}

#[tokio::test]
async fn a_supervisor_and_an_administrator_reach_no_page_of_a_case_worker() {
    let site = Site::new().await;
    for word in ["gwen", "owen"] {
        let mut browser = site.at_desk(word).await;
        for path in CASE_WORKERS {
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path} as {word}");
            page.assert_whole(path);
            assert!(!page.body.contains("Rosa"), "{path} as {word}");
        }
        let posted = browser.post("/desk", &[("who", "x")]).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND);
        let account = browser.get("/desk/account").await;
        assert_eq!(account.status, StatusCode::OK);
        let sees = if word == "gwen" { "Of a person you see something only once" } else { "Nothing about any person." };
        assert!(account.text().contains(sees), "{}", account.text());
    }
    let before = looks(&site, rosa()).await.len();
    assert_eq!(before, 2, "what stands there in the demonstration");
}

#[tokio::test]
async fn a_case_worker_sees_who_asked_and_each_of_them_that_they_looked() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    let (before, priyas) = (looks(&site, rosa()).await.len(), looks(&site, demo::chosen("priya").unwrap()).await.len());
    let page = browser.get("/desk").await;
    page.assert_whole("/desk");
    let text = page.text();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}"));
    assert!(place("Saying no, or stopping, does not affect anyone's benefits.") < place("They asked to talk"));
    assert!(place("Rosa") < place("Do not contact") && place("Do not contact") < place("Priya"));
    assert_eq!(text.matches("See their terms").count(), 1, "nothing to press of whoever wants no contact: {text}");
    for number in [rosa(), demo::chosen("priya").unwrap()] {
        assert!(!page.body.contains(&number.to_string()), "no number of anyone");
    }
    let told = looks(&site, rosa()).await;
    assert_eq!(told.len(), before + 1);
    let (by, reason, subject) = (told[0].by, told[0].reason, told[0].subject);
    assert_eq!((by, reason, subject, told[0].refused), (jo(), Reason::WhoAsked, Subject::Asked, false));
    assert_eq!(looks(&site, demo::chosen("priya").unwrap()).await.len(), priyas + 1);
    let mut hers = site.signed_in("rosa").await;
    let page = hers.get("/held/looks").await.text();
    assert!(page.contains("Jo Evans, case worker at Riverside Support"), "{page}");
    assert!(page.contains("your name, and what you said about contact"), "{page}");
    // Nobody chose Samira.
    let samira = site.at_desk("samira").await.get("/desk").await.text();
    assert!(samira.contains("Nobody has chosen you yet.") && !samira.contains("Rosa"), "{samira}");
}

#[tokio::test]
async fn the_terms_of_whoever_asked_stand_before_anything_else_and_the_look_is_told() {
    let site = Site::new().await;
    let mut hers = site.signed_in("rosa").await;
    hers.fill_in("/contact/safe", "word", &[("word", "marmalade")]).await;
    hers.fill_in("/contact/ways", "rank-phone", &[("rank-phone", "1"), ("detail-phone", "07700 900321")]).await;
    hers.fill_in("/goals/add", "words", &[("words", "Mine alone"), ("audience", "only-me")]).await;
    let mut browser = site.at_desk("jo").await;
    let page = open_first(&mut browser).await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_whole("/desk/person");
    let text = page.text();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}"));
    let order = [
        "Rosa",
        "Asked to talk on",
        "marmalade",
        "07700 900321",
        "How they want to meet",
        "Go back to the allotment",
        "Offered",
        "The letter about your electricity.",
    ];
    for two in order.windows(2) {
        assert!(place(two[0]) < place(two[1]), "{two:?}: {text}");
    }
    assert!(!text.contains("Mine alone"), "{text}");
    assert!(!page.body.contains(&rosa().to_string()));
    let told = looks(&site, rosa()).await;
    assert_eq!((told[0].by, told[0].subject, told[0].refused), (jo(), Subject::Preparing, false));
    assert_eq!((told[0].reason, told[1].subject), (Reason::ConversationAsked, Subject::Asked));
    // An address of no use to anyone else: another session has nobody opened.
    let mut another = site.at_desk("jo").await;
    assert_eq!(
        (another.get("/desk/person").await.location(), another.get("/desk/person").await.status),
        ("/desk", StatusCode::SEE_OTHER)
    );
    another.cookies.insert("own-terms-desk-opened".to_owned(), browser.cookies["own-terms-desk-opened"].clone());
    assert_eq!(another.get("/desk/person").await.location(), "/desk");
    let mut samira = site.at_desk("samira").await;
    samira.cookies.insert("own-terms-desk-opened".to_owned(), browser.cookies["own-terms-desk-opened"].clone());
    assert_eq!(samira.get("/desk/person").await.location(), "/desk");
}

#[tokio::test]
async fn a_case_worker_whom_the_person_did_not_choose_is_answered_as_for_nobody_and_the_try_is_told() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    open_first(&mut browser).await;
    let on = site.held("rosa").await.version_of(Kind::CaseWorker);
    says(&site, rosa(), Command::ChooseCaseWorker { on, staff: demo::staff::named("samira") }).await;
    let nobody = site.at_desk("jo").await.get("/desk/person").await;
    let refused = browser.get("/desk/person").await;
    assert_eq!(plain(&refused, "-"), plain(&nobody, "-"));
    let told = looks(&site, rosa()).await;
    assert!(told[0].refused && told[0].by == jo(), "{:?}", told[0]);
    assert!(!browser.get("/desk").await.body.contains("Rosa"));
    assert!(site.at_desk("samira").await.get("/desk").await.text().contains("Rosa"));
}

#[tokio::test]
async fn of_whoever_wants_no_contact_there_is_that_and_no_detail_and_nothing_to_press() {
    for answer in [WishAnswer::NoContact, WishAnswer::NotNow] {
        let site = Site::new().await;
        let mut hers = site.signed_in("rosa").await;
        hers.fill_in("/contact/ways", "rank-phone", &[("rank-phone", "1"), ("detail-phone", "07700 900321")]).await;
        let mut browser = site.at_desk("jo").await;
        assert!(open_first(&mut browser).await.body.contains("07700 900321"));
        answers(&site, rosa(), answer).await;
        let page = browser.get("/desk/person").await;
        let text = page.text();
        assert!(text.contains("Do not contact them.") && text.contains("Rosa"), "{text}");
        for hidden in ["07700 900321", "Go back to the allotment", "electricity", "not now", "No contact"] {
            assert!(!page.body.contains(hidden), "{hidden} as {answer:?}");
        }
        let main = page.body.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        assert!(!main.contains("<form") && !main.contains("<button"), "{main}");
        assert_eq!(looks(&site, rosa()).await[0].subject, Subject::Asked, "nothing more was looked at");
    }
}

#[tokio::test]
async fn of_whoever_stopped_the_desk_says_do_not_contact_and_the_next_look_shows_nothing_else() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    open_first(&mut browser).await;
    says(&site, rosa(), Command::Stop).await;
    let page = browser.get("/desk/person").await.text();
    assert!(
        page.contains("Do not contact them.") && !page.contains("electricity") && !page.contains("allotment"),
        "{page}"
    );
    let list = browser.get("/desk").await;
    let text = list.text();
    assert!(text.find("Do not contact").unwrap() < text.find("Rosa").unwrap(), "{text}");
    assert!(!text.contains("They asked to talk") && !text.contains("stopped"), "{text}");
    let told = looks(&site, rosa()).await;
    assert!(!told[0].refused && told[0].subject == Subject::Asked, "{:?}", told[0]);
}

#[tokio::test]
async fn only_what_fits_can_be_picked_and_an_offer_is_seen_and_answered_at_once_and_taken_back() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    open_first(&mut browser).await;
    let page = browser.get("/desk/offer?minutes=15").await;
    page.assert_whole("/desk/offer");
    let state = site.held("rosa").await;
    let times: Vec<String> = page
        .body
        .split("<option value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .filter(|value| value.contains('T'))
        .collect();
    assert!(!times.is_empty(), "{}", page.text());
    let format = own_terms_domain::reading::Choice::id(state.formats().meetings[0].format);
    let filled = |time: &'static str| {
        [("times", time), ("format", format), ("why", "The <form> from the council"), ("not-bring", "Nothing at all")]
    };
    // Tomorrow is sooner than the notice: refused by the rules, with why, and what was typed is there.
    let refused = browser.fill_in("/desk/offer?minutes=15", "which", &filled("2027-03-01T10:00")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("This is sooner than the notice in the terms."), "{}", refused.text());
    assert!(refused.text().contains("The <form> from the council"), "{}", refused.text());
    // What can read as an order is sent by somebody who is sure, and what support would hang on by nobody.
    let worded = |why: &'static str| [&filled("")[1..2], &[("times", times[0].as_str()), ("why", why)]].concat();
    let order = browser.fill_in("/desk/offer?minutes=15", "which", &worded("You must bring the letter")).await;
    assert_eq!(order.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(order.text().contains("I am happy to send it as it is"), "{}", order.text());
    let not_bring = [&worded("to talk")[..], &[("not-bring", "anything, or your benefit stops")]].concat();
    let hangs =
        browser.fill_in("/desk/offer?minutes=15", "which", &[&not_bring[..], &[("sure", "yes")]].concat()).await;
    assert_eq!(hangs.status, StatusCode::UNPROCESSABLE_ENTITY);
    hangs.assert_whole("what is wrong stands beside its field");
    assert!(hangs.text().contains("It cannot be sent."), "{}", hangs.text());
    let sure = [&worded("You must bring the letter")[..], &[("sure", "yes")]].concat();
    assert_eq!(browser.fill_in("/desk/offer?minutes=15", "which", &sure).await.status, StatusCode::SEE_OTHER);
    let fits = [&filled("")[1..], &[("times", times[0].as_str())]].concat();
    let done = browser.fill_in("/desk/offer?minutes=15", "which", &fits).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/desk/person"), "{}", done.text());
    let mut hers = site.signed_in("rosa").await;
    let list = hers.get("/appointments").await;
    assert!(list.text().contains("The <form> from the council"), "{}", list.text());
    // Taken back, it is no longer there to answer.
    let mine = site.held_of(rosa()).await;
    let offered = mine.appointments().filter(|(_, one)| one.draft.why.as_str().contains("council")).map(|(id, _)| id);
    let id = offered.collect::<Vec<_>>()[0];
    let back = browser.fill_in("/desk/person", "which", &[("which", &id.to_string()), ("do", "withdraw")]).await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, "/desk/person"), "{}", back.text());
    let after = site.held_of(rosa()).await;
    assert_eq!(after.appointment(id).unwrap().progress, own_terms_domain::appointment::Progress::Withdrawn);
}

#[tokio::test]
async fn nobody_can_be_offered_anything_who_said_no_meanwhile_or_chose_another() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    open_first(&mut browser).await;
    let form = browser.get("/desk/offer?minutes=15").await.form_with("which");
    let before = site.held_of(rosa()).await.count_of(Kind::Appointment);
    let filled = [("times", "2027-03-15T10:00"), ("format", "phone"), ("why", "to talk")];
    let there = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let sent: Vec<(&str, &str)> =
        there.filter(|(name, _)| !filled.iter().any(|(other, _)| other == name)).chain(filled).collect();
    for say in [WishAnswer::NoContact, WishAnswer::NotNow] {
        answers(&site, rosa(), say).await;
        let page = browser.post("/desk/offer", &sent).await;
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/desk/person"));
        assert_eq!(browser.get("/desk/offer").await.location(), "/desk/person");
        assert_eq!(looks(&site, rosa()).await[0].subject, Subject::Asked, "nothing more was looked at");
    }
    answers(&site, rosa(), WishAnswer::Talk).await;
    let on = site.held("rosa").await.version_of(Kind::CaseWorker);
    says(&site, rosa(), Command::ChooseCaseWorker { on, staff: demo::staff::named("samira") }).await;
    assert_eq!(browser.post("/desk/offer", &sent).await.location(), "/desk/person");
    assert_eq!(site.held_of(rosa()).await.count_of(Kind::Appointment), before);
}

#[tokio::test]
async fn people_come_a_page_at_a_time_and_only_those_on_it_are_looked_at() {
    let site = Site::new().await;
    let staff = demo::staff::named("samira");
    for number in 100..123 {
        let whom = person(number);
        site.store.make_place(whom, Origin::Demonstration, at(0).at).await.unwrap();
        let name = text(&format!("Nobody-{number}"));
        says(&site, whom, Command::SetProfile { on: Version(0), profile: Profile { name } }).await;
        says(&site, whom, Command::ChooseCaseWorker { on: Version(0), staff }).await;
        answers(&site, whom, WishAnswer::Talk).await;
    }
    let mut browser = site.at_desk("samira").await;
    let first = browser.get("/desk").await;
    assert_eq!(first.text().matches("Nobody-").count(), 2 * 20, "a heading and a button each");
    assert!(first.body.contains("href=\"/desk?from=20\""), "{}", first.body);
    assert_eq!(looks(&site, person(100)).await.len(), 1);
    assert_eq!(looks(&site, person(122)).await.len(), 0, "not on that page");
    let second = browser.get("/desk?from=20").await;
    assert_eq!(second.text().matches("Nobody-").count(), 2 * 3);
    assert!(second.body.contains("href=\"/desk\""));
    assert_eq!(looks(&site, person(100)).await.len(), 1);
    for from in ["23", "99999999999999999999", "-1", "x", "18446744073709551615"] {
        let page = browser.get(&format!("/desk?from={from}")).await;
        assert!(page.location() == "/desk" || page.status == StatusCode::OK, "{from}");
    }
}

#[tokio::test]
async fn what_opens_somebody_is_of_this_session_alone_and_junk_opens_nobody() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    let other = site.at_desk("jo").await.get("/desk").await.form_with("who").all("who").next().unwrap().to_owned();
    for who in ["", "x", "00", &rosa().to_string(), &other, &other[..50]] {
        let page = press(&mut browser, "/desk", "who", &[("who", who)]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}");
        assert!(page.set_cookies().is_empty(), "{who}");
    }
    assert_eq!(browser.get("/desk/person").await.location(), "/desk");
    // And nothing is done without a form of this session.
    let who = browser.get("/desk").await.form_with("who").all("who").next().unwrap().to_owned();
    let token = site.at_desk("jo").await.get("/desk").await.form_with("who").all("token").next().unwrap().to_owned();
    for token in ["", "x", &token] {
        let page = browser.post("/desk", &[("token", token), ("who", &who)]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        page.assert_whole("forged");
        assert!(page.text().contains("signed in as Jo Evans"), "in the frame of the desk: {}", page.text());
    }
    assert_eq!(browser.get("/desk/person").await.location(), "/desk");
}

#[tokio::test]
async fn a_session_at_the_desk_ends_by_itself_and_in_the_middle_of_what_was_pressed() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    let form = browser.get("/desk").await.form_with("who");
    let (token, who) = (form.all("token").next().unwrap(), form.all("who").next().unwrap());
    let told = looks(&site, rosa()).await.len();
    // At the first minute; 15 minutes later is the last moment.
    for (minute, alive) in [(16, true), (33, false)] {
        let mut later = browser.at(site.later(minute));
        let page = later.post("/desk", &[("token", token), ("who", who)]).await;
        let to = if alive { "/desk/person" } else { "/desk/sign-in" };
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, to), "{minute}");
        let page = later.get("/desk/account").await;
        assert_eq!(page.status == StatusCode::OK, alive, "{minute}");
    }
    // In use all day, it ends after eight hours.
    let mut all_day = site.at_desk("jo").await;
    for minute in (1..=480).step_by(14) {
        assert_eq!(all_day.at(site.later(minute)).get("/desk/account").await.status, StatusCode::OK, "{minute}");
    }
    assert_eq!(all_day.at(site.later(482)).get("/desk/account").await.location(), LED.1);
    // Signed out, a copied cookie opens nothing.
    let copy = all_day.clone();
    let out = all_day.post("/desk/sign-out", &[]).await;
    assert_eq!((out.status, out.location()), LED);
    assert!(all_day.get("/desk/sign-in").await.text().contains("You are signed out of the desk."));
    assert_eq!(copy.clone().get("/desk").await.location(), LED.1);
    assert_eq!(looks(&site, rosa()).await.len(), told, "nothing was looked at meanwhile");
}

#[tokio::test]
async fn what_was_agreed_is_there_whatever_is_said_of_contact_since_with_the_time_that_was_promised() {
    let site = Site::new().await;
    let mut browser = site.at_desk("jo").await;
    let priya = demo::chosen("priya").unwrap();
    let before = looks(&site, rosa()).await.len();
    let page = browser.get("/desk/agreed").await;
    page.assert_whole("/desk/agreed");
    let text = page.text();
    assert!(text.contains("Priya") && text.contains("How it is at home after the hospital."), "{text}");
    assert!(text.contains("In the next 7 days you have promised 0 minutes."), "{text}");
    assert!(!text.contains("Rosa"), "nothing is agreed with her: {text}");
    let told = looks(&site, priya).await;
    assert_eq!((told[0].by, told[0].subject, told[0].refused), (jo(), Subject::Appointments, false));
    assert_eq!(looks(&site, rosa()).await.len(), before, "and she is not looked at");
    assert_eq!(browser.get("/desk/agreed?from=9").await.location(), "/desk/agreed");
    says(&site, priya, Command::Stop).await;
    let text = browser.get("/desk/agreed").await.text();
    assert!(text.contains("Nothing is agreed that is still to come.") && !text.contains("Priya"), "{text}");
}

#[tokio::test]
async fn what_a_carer_said_or_answered_for_someone_says_by_whom_and_for_whom_and_what_they_said_themself_does_not() {
    let site = Site::new().await;
    let priya = demo::chosen("priya").unwrap();
    answers(&site, priya, WishAnswer::Talk).await;
    let mut jo = site.at_desk("jo").await;
    let open = async |jo: &mut Browser| {
        let list = jo.get("/desk").await;
        let hers = list.body.split("<li").find(|one| one.contains("Priya")).unwrap();
        let form = super::html::forms(hers).remove(0);
        let fields: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        jo.post("/desk", &fields).await;
        jo.get("/desk/person").await.text()
    };
    let mut hers = site.signed_in("priya").await;
    hers.fill_in("/goals/add", "words", &[("words", "To the library"), ("audience", "both")]).await;
    let text = open(&mut jo).await;
    assert!(!text.contains("By Jamie"), "{text}");
    let mut jamie = site.signed_in("jamie").await;
    jamie.submit("/helping", &[("who", "00000000000080008000000000000901"), ("do", "act")]).await;
    let set = [("longest", "45"), ("gap", "42"), ("notice", "14")];
    jamie.fill_in("/appointments/terms/pace", "longest", &set).await;
    // Whom a goal is shown to stays hers to say, so that this is hers in his words.
    let goals = site.held("priya").await;
    let library = goals.goals().into_iter().find(|one| one.goal.draft.words.as_str() == "To the library").unwrap().id;
    let change = [("words", "To the library together"), ("do", "change")];
    jamie.fill_in(&format!("/goals/change?goal={library}"), "words", &change).await;
    let text = open(&mut jo).await;
    let said: Vec<_> = text.match_indices("By Jamie for Priya.").map(|(at, _)| at).collect();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}"));
    assert_eq!(said.len(), 2, "{text}");
    assert!(place("45 minutes") < said[0] && said[0] < place("To the library together"), "{text}");
    assert!(place("To the library together") < said[1] && said[1] < place("How it is at home"), "{text}");
    // An answer to an appointment: hers first, then his.
    assert!(!jo.get("/desk/agreed").await.text().contains("By Jamie"));
    let agreed = jamie.get("/appointments").await.body;
    let which = agreed.split("/appointments/one?which=").nth(1).unwrap().split(['"', '&']).next().unwrap().to_owned();
    let one = format!("/appointments/one?which={which}");
    let moved = jamie.fill_in(&one, "words", &[("words", "A bit later, please"), ("answer", "suggest")]).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text());
    assert!(jo.get("/desk/agreed").await.text().contains("By Jamie for Priya."));
    let appointments = open(&mut jo).await.split("How it is at home").nth(1).unwrap().to_owned();
    assert!(appointments.contains("By Jamie for Priya."), "{appointments}");
}

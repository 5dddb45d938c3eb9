//! Carers from end to end: asked, come with a code, acting for somebody, and ended; never more than was given.

use axum::{
    body::{Body, to_bytes},
    http::{Method, StatusCode},
};
use own_terms::store::Order;
use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::{
    actor::Actor,
    carer::{Delegation, Status},
    decide::Command,
    goals::{Audience, GoalDraft},
    ids::{CarerId, GoalId, RecordId, StaffId},
    item::{ItemId, Kind},
    look::{Reason, Subject},
    reading::Choice as _,
    record::{RecordDraft, Sort},
};
use tower::ServiceExt as _;

use super::{
    Browser, Site,
    html::Form,
    support::{Page, encode, is_at_desk, routes},
};
use crate::given::{at, own, text};

/// The delegations of the demonstration: Jamie for Priya, and for Megan.
const FOR_PRIYA: &str = "00000000000080008000000000000901";
const FOR_MEGAN: &str = "00000000000080008000000000000902";
/// One that a test makes.
const NEW: &str = "00000000000000000000000000000aaa";

/// Jamie, acting for somebody.
async fn jamie_for(site: &Site, who: &str) -> Browser {
    let mut jamie = site.signed_in("jamie").await;
    let led = jamie.submit("/helping", &[("who", who), ("do", "act")]).await;
    assert_eq!((led.status, led.location()), (StatusCode::SEE_OTHER, "/home"));
    jamie
}

/// Asks somebody, and gives the code.
async fn code_of(person: &mut Browser, fields: &[(&str, &str)]) -> String {
    let mut all = vec![("who", NEW), ("name", "Sam"), ("until", "2027-03-20")];
    all.extend(fields);
    let asked = person.submit("/carers/invite", &all).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    new_code(person).await
}

async fn new_code(person: &mut Browser) -> String {
    let page = person.submit("/carers/one", &[("who", NEW), ("do", "code")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    page.body.split("<strong><bdi dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

/// What a carer of Alex may do, as it stands.
async fn delegation(site: &Site) -> Delegation {
    site.held("alex").await.delegation(NEW.parse().unwrap()).unwrap().clone()
}

/// Comes with a code, and says yes.
async fn say_yes(site: &Site, carer: &str, code: &str) -> Browser {
    let mut browser = site.signed_in(carer).await;
    let came = browser.submit("/helping/accept", &[("code", code)]).await;
    assert_eq!(came.location(), "/helping", "{}", came.text());
    let yes = browser.fill_in("/helping", "who", &[("do", "yes")]).await;
    assert_eq!(yes.location(), "/helping", "{}", yes.text());
    browser
}

/// A form with other words in it.
fn with_words<'a>(form: &'a Form, words: &'a str) -> Vec<(&'a str, &'a str)> {
    let fields = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    fields.filter(|(name, _)| *name != "words").chain([("words", words)]).collect()
}

/// A page as nobody could tell it from another: without tokens, ids that are drawn, and the time of day at its foot.
fn plain(page: &Page) -> (StatusCode, String, String) {
    let text = page.text();
    let until = text.split_once("If you do nothing here").map_or(text.as_str(), |(before, _)| before);
    (page.status, page.location().to_owned(), until.to_owned())
}

#[tokio::test]
async fn somebody_is_asked_says_yes_acts_in_their_own_name_and_the_person_sees_each_thing() {
    let site = Site::new().await;
    let mut alex = site.signed_in("alex").await;
    let goals = [("scopes", "change-goals"), ("device", "only-mine")];
    let code = code_of(&mut alex, &goals).await;
    assert_eq!(delegation(&site).await.status(at(1).today), Status::Invited);
    let mut sam = site.signed_in("sam").await;
    let came = sam.submit("/helping/accept", &[("code", &code.to_lowercase().replace('-', " "))]).await;
    assert_eq!(came.location(), "/helping", "{}", came.text());
    let asked = sam.get("/helping").await;
    assert!(asked.text().contains("Alex") && asked.text().contains("Change goals"), "{}", asked.text());
    assert!(!asked.body.contains("Act for"), "before they said yes");
    sam.fill_in("/helping", "who", &[("do", "yes")]).await;
    let led = sam.fill_in("/helping", "who", &[("do", "act")]).await;
    assert_eq!(led.location(), "/home");
    let home = sam.get("/home").await;
    assert!(home.text().contains("You are doing this for Alex."), "{}", home.text());
    assert!(!home.body.contains("/contact") && !home.body.contains("/stop"), "{}", home.body);
    // Alex has shown no goal to carers yet: neither they nor their number are told.
    let goals = sam.get("/goals").await;
    assert!(!goals.text().contains("rent") && !goals.text().contains("brother"), "{}", goals.text());
    let added = sam.fill_in("/goals/add", "words", &[("words", "Walk to the park with me")]).await;
    assert_eq!(added.location(), "/goals", "{}", added.text());
    assert!(sam.get("/goals").await.text().contains("Walk to the park with me"));
    // By Sam, for Alex: in the history, on the page about them, and in the log.
    let state = site.held("alex").await;
    let added = state.goals().into_iter().find(|goal| goal.goal.draft.words.as_str().contains("park")).unwrap().id;
    let history = alex.get(&format!("/held/item?what=goal.{added}")).await;
    assert!(history.text().contains("Sam, who acts for you"), "{}", history.text());
    let one = alex.get(&format!("/carers/one?who={NEW}")).await;
    assert!(
        one.text().contains("What they have done for you") && one.body.contains(&format!("goal.{added}")),
        "{}",
        one.text()
    );
    assert!(one.text().contains("goals, "), "what they looked at: {}", one.text());
    let log = alex.get("/held/looks").await;
    assert!(log.text().contains("Sam, who acts for you") && log.text().contains("to help, as you asked"));
    assert!(!sam.get("/home").await.text().contains("brother"));
    // Back to their own place.
    sam.submit("/helping", &[("do", "stop")]).await;
    assert!(sam.get("/home").await.text().contains("Hello Sam"));
}

/// Late in the evening of 28 February 2027, and after midnight.
const EVENING: i64 = 12 * 60;
const AFTER_MIDNIGHT: i64 = EVENING + 100;

#[tokio::test]
async fn ending_bites_on_the_next_request_with_a_form_open_and_tells_no_more_than_expiry() {
    let mut told = Vec::new();
    for over in [&[("do", "end")][..], &[("until", "2027-02-28"), ("device", "only-mine"), ("do", "change")]] {
        let site = Site::new().await;
        let mut jamie = jamie_for(&site, FOR_PRIYA).await;
        let mut form = jamie.get("/goals/add").await.form_with("words");
        let router = if over.len() == 1 {
            site.signed_in("priya").await.submit("/carers/one", &[("who", FOR_PRIYA), ("do", "end")]).await;
            site.later(2)
        } else {
            // The same browser on the day after the last: its session is made to last.
            let mut priya = site.signed_in("priya").await;
            priya.fill_in(&format!("/carers/one?who={FOR_PRIYA}"), "name", over).await;
            let mut evening = site.browser().at(site.later(EVENING));
            evening.post("/sign-in", &[("person", "jamie")]).await;
            evening.submit("/helping", &[("who", FOR_PRIYA), ("do", "act")]).await;
            assert_eq!(evening.get("/goals").await.status, StatusCode::OK, "the last day counts to its end");
            form = evening.get("/goals/add").await.form_with("words");
            jamie = evening;
            site.later(AFTER_MIDNIGHT)
        };
        let fields = with_words(&form, "Too late");
        let goals = site.held("priya").await.goals().len();
        let mut jamie = jamie.at(router);
        let mut sending = jamie.clone();
        let mut answers = vec![plain(&sending.post("/goals/add", &fields).await), plain(&sending.get("/home").await)];
        answers.extend([
            plain(&jamie.get("/goals").await),
            plain(&jamie.get("/home").await),
            plain(&jamie.get("/helping").await),
        ]);
        assert_eq!(answers[0].1, "/home");
        assert!(answers[1].2.contains("You no longer have access."), "{}", answers[1].2);
        assert_eq!(site.held("priya").await.goals().len(), goals, "a goal was added");
        told.push(answers);
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn a_form_that_was_made_for_one_person_does_nothing_for_another() {
    let site = Site::new().await;
    let mut jamie = jamie_for(&site, FOR_PRIYA).await;
    let form = jamie.get("/goals/add").await.form_with("words");
    let fields = with_words(&form, "Meant for Priya");
    let before = site.everything().await;
    // In another tab they go over to Megan, or back to themself.
    let mut for_megan = jamie.clone();
    for_megan.submit("/helping", &[("who", FOR_MEGAN), ("do", "act")]).await;
    let mut own = jamie.clone();
    own.submit("/helping", &[("do", "stop")]).await;
    for browser in [&mut for_megan, &mut own] {
        let refused = browser.post("/goals/add", &fields).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(!refused.text().contains("Meant for Priya"));
    }
    assert_eq!(site.everything().await, before);
    assert_eq!(jamie.post("/goals/add", &fields).await.status, StatusCode::SEE_OTHER, "for whom it was made");
}

#[tokio::test]
async fn another_sessions_choice_of_whom_to_act_for_counts_for_nothing() {
    let site = Site::new().await;
    let jamie = jamie_for(&site, FOR_PRIYA).await;
    for who in ["jamie", "sam"] {
        let mut other = site.signed_in(who).await;
        other.cookies.insert("own-terms-acting".to_owned(), jamie.cookies["own-terms-acting"].clone());
        let home = other.get("/home").await;
        assert_eq!(home.status, StatusCode::OK);
        assert!(!home.text().contains("Priya"), "{who}: {}", home.text());
    }
}

/// The pages about the carer themself or about nobody, and what ends the session.
const NOT_THEIRS: [&str; 15] = [
    "/sent",
    "/",
    "/accessibility",
    "/privacy",
    "/check",
    "/check/keys",
    "/check/checkpoints",
    "/consent",
    "/examples",
    "/health",
    "/left",
    "/record.schema.json",
    "/helping",
    "/helping/accept",
    "/signed-out",
];

#[tokio::test]
async fn what_was_not_given_is_as_if_it_did_not_exist_on_every_route_there_is() {
    let site = Site::new().await;
    // Megan gave goals and what is held of notes; nothing else.
    let mut jamie = jamie_for(&site, FOR_MEGAN).await;
    let goal = site.held("megan").await.goals()[0].id.to_string();
    let before = site.everything().await;
    let token = jamie.token().await;
    // The desk knows nothing of whoever is signed in as a person: see `desk`.
    for route in routes().into_iter().filter(|route| !route.path.contains('{') && !is_at_desk(route.path)) {
        let (path, given) = (route.path, ["/home", "/goals", "/held"].contains(&route.path));
        if NOT_THEIRS.contains(&path) || path.starts_with("/settings") || path.starts_with("/sign-in") {
            continue;
        }
        for address in [
            path.to_owned(),
            format!("{path}?what=goal.{goal}&goal={goal}&number=1&who={FOR_MEGAN}&which={FOR_MEGAN}&as=json"),
        ] {
            if route.get {
                let page = jamie.get(&address).await;
                // Without a name of what is asked for, anyone is led to the list, which is there or not.
                let led = page.status == StatusCode::SEE_OTHER && page.body.is_empty() && !address.contains('?');
                let there = page.status != StatusCode::NOT_FOUND;
                assert!(there == given || led, "GET {address}: {}", page.status);
                assert!(!page.text().contains("case worker you choose"), "{address}");
            }
        }
        let of_the_session =
            ["/sign-out", "/leave", "/stay", "/sign-in", "/settings/language", "/check"].contains(&path);
        if route.post && !of_the_session {
            let body = encode(&[
                ("token", &token),
                ("goal", &goal),
                ("words", "x"),
                ("audience", "both"),
                ("do", &format!("take-away {goal} 4")),
                ("version", "4"),
                ("answer", "no"),
                ("name", "x"),
                ("what", "everything"),
                ("staff", "nobody"),
                ("who", NEW),
                ("scopes", "see-goals"),
                ("until", "2027-03-20"),
                ("device", "only-mine"),
                ("longest", "10"),
                ("gap", "0"),
                ("notice", "1"),
            ]);
            let page = jamie.post_bytes(path, body).await;
            assert!([404, 422].contains(&page.status.as_u16()), "POST {path}: {}", page.status);
        }
    }
    assert_eq!(site.everything().await, before);
}

#[tokio::test]
async fn what_is_kept_from_carers_is_on_no_page_and_in_no_count() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    for (words, audience) in [("Hidden-one", "only-me"), ("Hidden-two", "case-worker"), ("Shown-one", "both")] {
        priya.fill_in("/goals/add", "words", &[("words", words), ("audience", audience)]).await;
    }
    let mut jamie = jamie_for(&site, FOR_PRIYA).await;
    let mut shown = 0;
    for route in routes().into_iter().filter(|route| route.get && !route.path.contains('{')) {
        let page = jamie.get(route.path).await;
        assert!(!page.body.contains("Hidden-"), "{}", route.path);
        shown += usize::from(page.body.contains("Shown-one"));
    }
    assert!(shown > 0);
    let goals = jamie.get("/goals").await;
    assert_eq!(goals.body.matches("<li class=\"goal\">").count(), 2, "{}", goals.text());
    // Nor does an address that names one tell that it is there.
    let hidden =
        site.held("priya").await.goals().iter().find(|goal| goal.goal.draft.words.as_str() == "Hidden-one").unwrap().id;
    let there = jamie.get(&format!("/goals/change?goal={hidden}")).await;
    let nothing = jamie.get(&format!("/goals/change?goal={NEW}")).await;
    assert_eq!((there.status, there.without_tokens()), (nothing.status, nothing.without_tokens()));
}

/// Somebody whom a carer helps with what is held of notes, referrals and payments, each with these words.
async fn with_records(site: &Site) -> Vec<ItemId> {
    let whose = own_terms::demo::chosen("alex").unwrap();
    let staff = StaffId("00000000000080008000000000000302".parse().unwrap());
    let on = site.held("alex").await.version_of(Kind::CaseWorker);
    let choose = own(whose, Command::ChooseCaseWorker { on, staff: Some(staff) }, at(1));
    site.store.commit(choose).await.unwrap();
    let mut all = Vec::new();
    for (number, sort) in (0xb01..).zip([Sort::Note, Sort::Note, Sort::Referral, Sort::Payment]) {
        let id = RecordId(uuid::Uuid::from_u128(number));
        let words = text(&format!("Record-{number:x}"));
        let draft = RecordDraft { sort, words, source: text(&format!("Source-{number:x}")) };
        let command = Command::WriteRecord { id, draft };
        let order = Order { actor: Actor::CaseWorker(staff), ..own(whose, command, at(1)) };
        site.store.commit(order).await.unwrap();
        all.push(ItemId::Record(sort, id));
    }
    all
}

/// Every file that a carer can take, as it can be read, and under which name.
async fn copies(browser: &mut Browser) -> Vec<(FileKind, String, String)> {
    let mut all = Vec::new();
    for kind in FileKind::ALL.iter().copied() {
        let address = format!("/held/download/file?as={}", kind.id());
        let request = browser.request(Method::GET, &address).body(Body::empty()).unwrap();
        let answer = browser.router.clone().oneshot(request).await.unwrap();
        if answer.status() == StatusCode::OK {
            let name = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
            let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            all.push((kind, crate::export::read(kind, &bytes), name));
        }
    }
    all
}

/// What a carer looked at, the latest first.
async fn looks_of(site: &Site, person: &str, carer: &str) -> Vec<own_terms_domain::look::Look> {
    let whose = own_terms::demo::chosen(person).unwrap();
    let own = crate::given::look(whose, Actor::Claimant(whose), None);
    let looks = site.store.view(own).await.unwrap().looks;
    let by = Actor::Carer(CarerId(own_terms::demo::chosen(carer).unwrap().0));
    looks.into_iter().filter(|look| look.by == by).collect()
}

#[tokio::test]
async fn a_copy_holds_what_the_carer_sees_and_nothing_else_says_for_whom_and_by_whom_and_is_one_look_each() {
    let site = Site::new().await;
    let all = with_records(&site).await;
    let mut alex = site.signed_in("alex").await;
    for (words, audience) in [("Hidden-goal", "case-worker"), ("Shown-goal", "both")] {
        alex.fill_in("/goals/add", "words", &[("words", words), ("audience", audience)]).await;
    }
    let days = [("from", "2029-03-05"), ("until", "2029-03-06"), ("name", "Shown-break")];
    alex.fill_in("/appointments/terms/breaks", "from", &days).await;
    alex.submit("/held/item", &[("what", &all[1].to_string()), ("do", "keep")]).await;
    let mut given = vec![
        ("scopes", "see-goals"),
        ("scopes", "see-terms"),
        ("scopes", "see-held"),
        ("kinds", "note"),
        ("device", "only-mine"),
    ];
    let code = code_of(&mut alex, &given).await;
    let mut sam = say_yes(&site, "sam", &code).await;
    sam.fill_in("/helping", "who", &[("do", "act")]).await;
    // To see is not to take.
    assert!(!sam.get("/home").await.body.contains("/held/download"));
    assert_eq!(sam.get("/held/download").await.status, StatusCode::NOT_FOUND);
    assert_eq!(copies(&mut sam).await.len(), 0);
    given.extend([("scopes", "download"), ("do", "change"), ("name", "Sam"), ("until", "2027-03-20"), ("who", NEW)]);
    let version = site.held("alex").await.version(ItemId::Carer(NEW.parse().unwrap())).to_string();
    given.push(("version", &version));
    let changed = alex.submit("/carers/one", &given).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    let page = sam.get("/held/download").await;
    page.assert_whole("/held/download");
    assert!(page.text().contains("You are doing this for Alex.") && page.text().contains("Receipts are not in it"));
    let before = looks_of(&site, "alex", "sam").await.len();
    let files = copies(&mut sam).await;
    assert_eq!(files.len(), FileKind::ALL.len());
    let looks = looks_of(&site, "alex", "sam").await;
    assert_eq!(looks.len(), before + files.len());
    assert!(looks[..files.len()].iter().all(|look| look.subject == Subject::Copy && !look.refused));
    let claimant = own_terms::demo::chosen("alex").unwrap().0;
    for (kind, text, name) in files {
        assert!(name.starts_with("attachment; filename=\"papers-2027-02-28"), "{name}");
        if kind != FileKind::Pdf || crate::export::pdf::is_readable() {
            let shown = match kind {
                FileKind::Calendar => vec!["20290305"],
                FileKind::Fhir => vec!["Shown-goal", "Alex", "Sam"],
                _ => vec!["Shown-goal", "Shown-break", "Record-b01", "Alex", "Sam"],
            };
            assert!(shown.iter().all(|words| text.contains(words)), "{kind:?}: {text}");
        }
        // Kept from carers, of a kind that was not given, or not for carers at all: how to reach Alex, who looked, and whose it is.
        for hidden in
            ["Hidden-", "Record-b02", "Record-b03", "Record-b04", "brother", "rent", "07700", "signed in", "who looked"]
        {
            assert!(!text.contains(hidden), "{kind:?} has {hidden}: {text}");
        }
        let theirs = [claimant.to_string(), claimant.simple().to_string()];
        assert!(theirs.iter().all(|id| !text.contains(id.as_str())), "{kind:?} names Alex's place");
    }
    let log = alex.get("/held/looks").await;
    assert!(log.text().contains("a copy of what they can see"), "{}", log.text());
}

#[tokio::test]
async fn what_a_carer_did_is_put_back_in_one_press_and_nothing_that_was_changed_since_is_lost() {
    let site = Site::new().await;
    let mut priya = site.signed_in("priya").await;
    let goal = site.held("priya").await.goals()[0].id;
    let address = format!("/goals/change?goal={goal}");
    let first = site.held("priya").await.goal(goal).unwrap().goal.draft.words.to_string();
    let mut jamie = jamie_for(&site, FOR_PRIYA).await;
    jamie.fill_in(&address, "words", &[("words", "As Jamie says it"), ("do", "change")]).await;
    jamie.fill_in("/goals/add", "words", &[("words", "Added by Jamie")]).await;
    let theirs = format!("/carers/one?who={FOR_PRIYA}");
    // The form that puts back the act of which the page says this.
    let undo = async |priya: &mut Browser, says: &str| -> Option<Form> {
        let page = priya.get(&theirs).await;
        let one = |one: &&str| one.contains(says) && one.contains("value=\"put-back\"");
        page.body.split("<li").find(one).map(|one| super::html::forms(one).remove(0))
    };
    let press = async |priya: &mut Browser, form: &Form| {
        let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.push(("do", "put-back"));
        priya.post("/carers/one", &fields).await
    };
    let form = undo(&mut priya, "As Jamie says it").await.unwrap();
    assert!(priya.get(&theirs).await.text().contains(&format!("Before that:{first}")));
    // Changed by Priya meanwhile: what stands is shown, and nothing is lost.
    priya.fill_in(&address, "words", &[("words", "As Priya says it"), ("do", "change")]).await;
    let both = press(&mut priya, &form).await;
    assert_eq!(both.status, StatusCode::CONFLICT, "{}", both.text());
    assert!(both.text().contains("As Priya says it") && both.text().contains(&first), "{}", both.text());
    assert!(both.text().contains("Added by Jamie"), "what else they did is still there: {}", both.text());
    assert_eq!(site.held("priya").await.goal(goal).unwrap().goal.draft.words.as_str(), "As Priya says it");
    let form = undo(&mut priya, "As Jamie says it").await.unwrap();
    let done = press(&mut priya, &form).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, theirs.as_str()), "{}", done.text());
    let page = priya.get(&theirs).await;
    assert!(page.text().contains("It is as it was before. You have a receipt."), "{}", page.text());
    assert_eq!(site.held("priya").await.goal(goal).unwrap().goal.draft.words.as_str(), first);
    assert!(undo(&mut priya, "As Jamie says it").await.is_none(), "there is nothing left to put back");
    // What was added goes, and can be got back.
    let form = undo(&mut priya, "Added by Jamie").await.unwrap();
    assert_eq!(press(&mut priya, &form).await.status, StatusCode::SEE_OTHER);
    let state = site.held("priya").await;
    assert!(state.goals().iter().all(|goal| !goal.goal.draft.words.as_str().contains("Jamie")));
    assert_eq!(state.goals_taken_away().len(), 1);
    // Nothing but what this carer did, and nothing by the carer.
    for number in ["1", "2", "3", "9999", "x"] {
        let fields = [("who", FOR_PRIYA), ("number", number), ("version", "1"), ("do", "put-back")];
        assert_eq!(priya.submit("/carers/one", &fields).await.status, StatusCode::NOT_FOUND);
        assert_eq!(jamie.submit("/carers/one", &fields).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_record_that_is_kept_from_carers_is_nowhere_for_them_and_is_shown_again_in_one_press() {
    let site = Site::new().await;
    let all = with_records(&site).await;
    let mut alex = site.signed_in("alex").await;
    let given = [
        ("scopes", "see-held"),
        ("scopes", "download"),
        ("kinds", "note"),
        ("kinds", "referral"),
        ("kinds", "payment"),
        ("device", "only-mine"),
    ];
    let code = code_of(&mut alex, &given).await;
    let mut sam = say_yes(&site, "sam", &code).await;
    sam.fill_in("/helping", "who", &[("do", "act")]).await;
    let told = async |sam: &mut Browser| {
        let mut told = String::new();
        for route in routes().into_iter().filter(|route| route.get && !route.path.contains('{')) {
            told += &sam.get(route.path).await.body;
        }
        told + &copies(sam).await.into_iter().map(|(_, text, _)| text).collect::<String>()
    };
    let before = told(&mut sam).await;
    for id in &all {
        let number = &id.record().unwrap().to_string()[29..];
        assert!(before.contains(&format!("Record-{number}")), "{id}");
        let page = alex.get(&format!("/held/item?what={id}")).await;
        assert!(page.text().contains("Sam, who acts for you"), "{}", page.text());
        let kept = alex.fill_in(&format!("/held/item?what={id}"), "do", &[("do", "keep")]).await;
        assert_eq!(kept.location(), format!("/held/item?what={id}"), "{}", kept.text());
        let page = alex.get(&format!("/held/item?what={id}")).await;
        assert!(page.text().contains("Kept from everyone who acts for you."), "{}", page.text());
        assert!(!page.text().contains("Sam, who acts for you: you let them in"), "{}", page.text());
        let now = told(&mut sam).await;
        assert!(!now.contains(&format!("Record-{number}")) && !now.contains(&format!("Source-{number}")), "{id}");
    }
    // Nor that there is something of that kind at all.
    let held = sam.get("/held").await;
    assert!(!held.text().contains("Notes by others") && !held.text().contains("keep"), "{}", held.text());
    // Nobody else does it for them.
    let note = all[0].to_string();
    let forced = sam.submit("/held/item", &[("what", note.as_str()), ("do", "show")]).await;
    assert_eq!(forced.status, StatusCode::NOT_FOUND);
    alex.fill_in(&format!("/held/item?what={note}"), "do", &[("do", "show")]).await;
    let now = told(&mut sam).await;
    assert!(now.contains("Record-b01") && !now.contains("Record-b02"));
    let receipts = alex.get("/receipts").await;
    assert!(receipts.text().contains("What you keep from those who act for you"), "{}", receipts.text());
}

#[tokio::test]
async fn that_something_is_kept_from_carers_is_not_erased_by_itself_and_goes_with_what_it_is_about() {
    let site = Site::new().await;
    let all = with_records(&site).await;
    let mut alex = site.signed_in("alex").await;
    let marks: Vec<ItemId> = all.iter().map(|id| ItemId::KeptBack(id.record().unwrap())).collect();
    for id in &all {
        alex.submit("/held/item", &[("what", &id.to_string()), ("do", "keep")]).await;
    }
    let mark = marks[0].to_string();
    assert!(!alex.get(&format!("/held/item?what={mark}")).await.body.contains("/held/erase"));
    for what in [mark.as_str(), "kind.kept-back"] {
        assert_eq!(alex.get(&format!("/held/erase?what={what}")).await.status, StatusCode::NOT_FOUND, "{what}");
        let version = site.held("alex").await.version(marks[0]).to_string();
        alex.submit("/held/erase", &[("what", what), ("version", &version)]).await;
        assert!(site.held("alex").await.get(marks[0]).is_some(), "{what}");
    }
    alex.fill_in(&format!("/held/erase?what={}", all[0]), "what", &[]).await;
    let stands = site.held("alex").await;
    assert!(stands.get(all[0]).is_none() && stands.get(marks[0]).is_none());
    alex.fill_in("/held/erase?what=everything", "what", &[]).await;
    let left: Vec<ItemId> = site.held("alex").await.all().map(|held| held.id).collect();
    assert_eq!(left, [all[3], marks[3]], "what the law keeps is still kept from carers");
}

/// How many places there are.
async fn places(site: &Site) -> u64 {
    site.store.check().await.unwrap().claimants
}

#[tokio::test]
async fn who_has_no_place_sees_who_asks_first_and_a_yes_makes_one_and_only_one() {
    let site = Site::new().await;
    let mut alex = site.signed_in("alex").await;
    let code = code_of(&mut alex, &[("scopes", "see-goals"), ("device", "only-mine")]).await;
    let before = places(&site).await;
    let mut robin = site.browser();
    // The link that Alex gave leads there too.
    let linked = robin.get(&format!("/helping/accept?code={code}")).await;
    assert_eq!(linked.location(), format!("/sign-in/invitation?code={code}&for=helping"));
    let page = robin.get(linked.location()).await;
    assert!(
        page.text().contains("A code to help somebody") && page.text().contains("You can say no."),
        "{}",
        page.text()
    );
    let first = robin.post("/sign-in/invitation", &[("code", &code)]).await;
    assert!(first.text().contains("Have you a place here already?"), "{}", first.text());
    assert!(!first.text().contains("Alex"), "who asks is not told before anyone said that they want to see");
    let ask = async |browser: &mut Browser, more: &[(&str, &str)]| {
        browser.post("/sign-in/invitation", &[&[("code", code.as_str())], more].concat()).await
    };
    let asks = ask(&mut robin, &[("do", "new")]).await;
    assert_eq!(asks.status, StatusCode::OK);
    asks.assert_whole("/sign-in/invitation");
    assert!(asks.text().contains("Alex") && asks.text().contains("See goals"), "{}", asks.text());
    let version = asks.form_with("version").all("version").next().unwrap().to_owned();
    let yes = [("do", "yes"), ("version", version.as_str()), ("name", "Robin")];
    // Without a name, or to something else than was seen, nothing is made.
    let nameless = ask(&mut robin, &[("do", "yes"), ("version", &version), ("name", " ")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", nameless.text());
    let more =
        [("who", NEW), ("version", &*version), ("name", "Robin"), ("scopes", "change-goals"), ("device", "only-mine")];
    let changed = alex.submit("/carers/one", &[&more[..], &[("until", "2027-03-20"), ("do", "change")]].concat()).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    let other = ask(&mut robin, &yes).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "{}", other.text());
    assert!(other.text().contains("Change goals") && other.body.contains("value=\"Robin\""), "{}", other.text());
    assert_eq!(places(&site).await, before, "before a yes there is no place");
    let version = other.form_with("version").all("version").next().unwrap().to_owned();
    let yes = [("do", "yes"), ("version", version.as_str()), ("name", "Robin")];
    // Pressed twice at the same moment, once in another browser: one place, for one of them.
    let (mut one, mut two) = (robin.clone(), site.browser());
    let (one_led, two_led) = tokio::join!(ask(&mut one, &yes), ask(&mut two, &yes));
    let led: Vec<&str> = [&one_led, &two_led].map(Page::location).into_iter().filter(|to| !to.is_empty()).collect();
    assert_eq!(led, ["/settings/sign-in"], "{} {}", one_led.text(), two_led.text());
    assert_eq!(places(&site).await, before + 1);
    let mut robin = if one_led.location().is_empty() { two } else { one };
    let home = robin.get("/home").await;
    assert!(
        home.text().contains("Hello Robin.") && home.text().contains("You are here to help somebody else."),
        "{}",
        home.text()
    );
    let led = robin.fill_in("/helping", "who", &[("do", "act")]).await;
    assert_eq!(led.location(), "/home", "{}", led.text());
    assert!(robin.get("/home").await.text().contains("You are doing this for Alex."));
    // The code opens nothing any more.
    let again = site.browser().post("/sign-in/invitation", &[("code", &code), ("do", "new")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("This code does not open anything."), "{}", again.text());
    assert_eq!(places(&site).await, before + 1);
}

#[tokio::test]
async fn a_no_makes_nothing_and_what_opens_nothing_makes_nothing() {
    let site = Site::new().await;
    let before = places(&site).await;
    for guessed in ["K7MP-4XQ9-T2WC", "0000-0000-0000", "x", ""] {
        for press in ["", "new", "yes", "no", "mine"] {
            let fields = [("code", guessed), ("do", press), ("name", "Robin"), ("version", "1")];
            let page = site.browser().post("/sign-in/invitation", &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{guessed} {press}");
            assert!(page.set_cookies().is_empty());
        }
    }
    let mut alex = site.signed_in("alex").await;
    let code = code_of(&mut alex, &[("scopes", "see-goals"), ("device", "only-mine")]).await;
    let mut robin = site.browser();
    robin.post("/sign-in/invitation", &[("code", &code), ("do", "new")]).await;
    let no = robin.post("/sign-in/invitation", &[("code", &code), ("do", "no")]).await;
    assert_eq!(no.location(), "/sign-in", "{}", no.text());
    assert!(robin.get("/sign-in").await.text().contains("You have said no. Nothing was made for you"));
    assert_eq!(delegation(&site).await.status(at(1).today), Status::Ended);
    let again = robin.post("/sign-in/invitation", &[("code", &code), ("do", "new")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(places(&site).await, before);
}

#[tokio::test]
async fn who_has_a_place_signs_in_first_and_comes_as_themself_even_after_a_look_at_who_asks() {
    let site = Site::new().await;
    let mut alex = site.signed_in("alex").await;
    let code = code_of(&mut alex, &[("scopes", "see-goals"), ("device", "only-mine")]).await;
    let before = places(&site).await;
    let mut sam = site.browser();
    sam.post("/sign-in/invitation", &[("code", &code), ("do", "new")]).await;
    let mine = sam.post("/sign-in/invitation", &[("code", &code), ("do", "mine")]).await;
    assert_eq!(mine.location(), "/sign-in");
    assert!(!format!("{:?}", mine.headers).contains(&code), "the code is in no cookie as it is");
    let led = sam.post("/sign-in", &[("person", "sam")]).await;
    assert_eq!(led.location(), "/helping/accept");
    let form = sam.get("/helping/accept").await.form_with("code");
    assert_eq!(form.all("code").next(), Some(code.as_str()));
    let came = sam.fill_in("/helping/accept", "code", &[]).await;
    assert_eq!(came.location(), "/helping", "{}", came.text());
    assert!(!sam.cookies.contains_key("own-terms-came-with"));
    assert!(sam.get("/helping").await.text().contains("Alex"));
    assert_eq!(places(&site).await, before);
    // Somebody who is signed in, and types it where invitations are opened, is led to the same.
    let second = {
        alex.submit("/carers/one", &[("who", NEW), ("do", "end")]).await;
        let other = [
            ("who", "bbb"),
            ("name", "Tom"),
            ("until", "2027-03-20"),
            ("scopes", "see-goals"),
            ("device", "only-mine"),
        ];
        let other: Vec<_> =
            other.map(|(n, v)| (n, if n == "who" { "00000000000000000000000000000bbb" } else { v })).into();
        alex.submit("/carers/invite", &other).await;
        let page = alex.submit("/carers/one", &[("who", "00000000000000000000000000000bbb"), ("do", "code")]).await;
        page.body.split("<strong><bdi dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
    };
    let mut tom = site.signed_in("tom").await;
    let led = tom.post("/sign-in/invitation", &[("code", &second)]).await;
    assert_eq!(led.location(), "/helping/accept");
    assert!(tom.get("/home").await.text().contains("Hello Tom"), "and is still signed in");
}

#[tokio::test]
async fn what_two_change_at_once_is_shown_to_the_second_in_both_versions() {
    let site = Site::new().await;
    let (mut priya, mut jamie) = (site.signed_in("priya").await, jamie_for(&site, FOR_PRIYA).await);
    let goal = site.held("priya").await.goals()[0].id;
    let address = format!("/goals/change?goal={goal}");
    let form = jamie.get(&address).await.form_with("words");
    priya.fill_in(&address, "words", &[("words", "Priya's own words"), ("do", "change")]).await;
    let mut fields = with_words(&form, "Jamie's words");
    fields.push(("do", "change"));
    let both = jamie.post(&address, &fields).await;
    assert_eq!(both.status, StatusCode::CONFLICT);
    assert!(both.text().contains("Priya's own words") && both.body.contains("Jamie's words"), "{}", both.text());
    assert!(both.text().contains("You are doing this for Priya."), "{}", both.text());
    let stands = site.held("priya").await;
    assert_eq!(stands.goal(goal).unwrap().goal.draft.words.as_str(), "Priya's own words");
}

#[tokio::test]
async fn set_up_on_a_shared_device_it_waits_until_they_sign_in_again_and_check_it() {
    let site = Site::new().await;
    let mut alex = site.signed_in("alex").await;
    let code = code_of(&mut alex, &[("scopes", "see-goals"), ("device", "shared")]).await;
    let mut sam = say_yes(&site, "sam", &code).await;
    assert!(!sam.get("/helping").await.body.contains("value=\"act\""));
    let forced = sam.submit("/helping", &[("who", NEW), ("do", "act")]).await;
    assert_eq!(forced.status, StatusCode::NOT_FOUND, "{}", forced.text());
    let version =
        site.held("alex").await.version(own_terms_domain::item::ItemId::Carer(NEW.parse().unwrap())).to_string();
    let check = [("who", NEW), ("version", version.as_str()), ("do", "check")];
    let refused = alex.submit("/carers/one", &check).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    assert!(refused.text().contains("sign in again"), "{}", refused.text());
    // Some minutes later, by themself.
    let mut later = site.browser().at(site.later(30));
    later.post("/sign-in", &[("person", "alex")]).await;
    let checked = later.submit("/carers/one", &check).await;
    assert_eq!(checked.status, StatusCode::SEE_OTHER, "{}", checked.text());
    assert_eq!(delegation(&site).await.status(at(30).today), Status::Live);
    assert_eq!(sam.submit("/helping", &[("who", NEW), ("do", "act")]).await.location(), "/home");
}

#[tokio::test]
async fn a_code_that_opens_nothing_is_answered_alike_whatever_is_wrong_with_it() {
    let site = Site::new().await;
    let mut alex = site.signed_in("alex").await;
    let code = code_of(&mut alex, &[("scopes", "see-goals"), ("device", "only-mine")]).await;
    let mut tom = site.signed_in("tom").await;
    let guessed = tom.submit("/helping/accept", &[("code", "0000-0000-0000")]).await;
    assert_eq!(guessed.status, StatusCode::UNPROCESSABLE_ENTITY);
    let second = new_code(&mut alex).await;
    say_yes(&site, "sam", &code).await;
    let mut answers = Vec::new();
    // Used; another of the same, after somebody came; one's own.
    for (who, code) in [("tom", &code), ("tom", &second), ("alex", &second)] {
        let answer = site.signed_in(who).await.submit("/helping/accept", &[("code", code)]).await;
        answers.push((
            answer.status,
            answer.text().split("The code").nth(1).unwrap().split("Go on").next().unwrap().replace(code.as_str(), ""),
        ));
    }
    // Too old.
    let mut late = site.browser().at(site.later(8 * 24 * 60));
    late.post("/sign-in", &[("person", "tom")]).await;
    let answer = late.submit("/helping/accept", &[("code", &second)]).await;
    answers.push((
        answer.status,
        answer.text().split("The code").nth(1).unwrap().split("Go on").next().unwrap().replace(second.as_str(), ""),
    ));
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(answers[0].0, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_a_carer_typed_when_their_session_ended_comes_back_for_the_same_person() {
    let site = Site::new().await;
    let mut jamie = jamie_for(&site, FOR_PRIYA).await;
    let form = jamie.get("/goals/add").await.form_with("words");
    let fields = with_words(&form, "Typed for Priya");
    jamie.clone().post("/sign-out", &[]).await;
    let asked = jamie.post("/goals/add", &fields).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    let kept = asked.form_with("kept");
    let mut body: Vec<(&str, &str)> = kept.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    body.push(("person", "jamie"));
    let led = jamie.post("/sign-in", &body).await;
    assert_eq!(led.status, StatusCode::TEMPORARY_REDIRECT, "{}", led.text());
    let again = jamie.post("/goals/add", &body).await;
    assert!(again.text().contains("You are doing this for Priya."), "{}", again.text());
    assert!(again.body.contains("Typed for Priya"));
    assert_eq!(site.held("jamie").await.goals().len(), 0);
}

#[tokio::test]
async fn stepping_down_and_stopping_end_it_for_both() {
    let site = Site::new().await;
    let mut jamie = jamie_for(&site, FOR_PRIYA).await;
    site.signed_in("priya").await.submit("/stop", &[("do", "stop")]).await;
    assert_eq!(jamie.get("/goals").await.location(), "/home", "whoever has stopped gives nothing");
    let mut jamie = site.signed_in("jamie").await;
    let gone = jamie.submit("/helping", &[("who", FOR_MEGAN), ("do", "no")]).await;
    assert_eq!(gone.location(), "/helping", "{}", gone.text());
    let megan = site.held("megan").await;
    assert_eq!(megan.delegation(FOR_MEGAN.parse().unwrap()).unwrap().status(at(1).today), Status::Ended);
    assert!(jamie.get("/helping").await.text().contains("You are not helping anybody here."));
}

#[tokio::test]
async fn a_delegation_that_is_over_costs_the_log_nothing_when_the_carer_opens_their_own_list() {
    let site = Site::new().await;
    let until = [("until", "2027-02-28"), ("device", "only-mine"), ("do", "change")];
    site.signed_in("priya").await.fill_in(&format!("/carers/one?who={FOR_PRIYA}"), "name", &until).await;
    let before = looks_of(&site, "priya", "jamie").await.len();
    let mut jamie = site.browser().at(site.later(AFTER_MIDNIGHT));
    jamie.post("/sign-in", &[("person", "jamie")]).await;
    let list = jamie.get("/helping").await;
    assert!(list.text().contains("Megan") && !list.text().contains("Priya"), "{}", list.text());
    assert_eq!(looks_of(&site, "priya", "jamie").await.len(), before);
    assert!(!looks_of(&site, "megan", "jamie").await.is_empty(), "who is helped has it in the log");
}

#[tokio::test]
async fn each_look_of_a_carer_is_one_in_the_log_and_none_is_made_by_pages_about_others() {
    let site = Site::new().await;
    let mut jamie = jamie_for(&site, FOR_PRIYA).await;
    let carer = Actor::Carer(CarerId(own_terms::demo::chosen("jamie").unwrap().0));
    let looks = async |site: &Site| {
        let whose = own_terms::demo::chosen("priya").unwrap();
        let own = crate::given::look(whose, Actor::Claimant(whose), None);
        let ask = own_terms::store::Ask { want: own_terms::store::Want::Looks { by: None, before: None }, ..own };
        let looks = site.store.view(ask).await.unwrap().looks;
        looks.into_iter().filter(|look| look.by == carer).collect::<Vec<_>>()
    };
    let before = looks(&site).await.len();
    for path in ["/privacy", "/settings", "/accessibility", "/contact", "/stop", "/receipts"] {
        jamie.get(path).await;
    }
    assert_eq!(looks(&site).await.len(), before, "a page that is not about them looked at them");
    jamie.get("/goals").await;
    let after = looks(&site).await;
    assert_eq!(after.len(), before + 1);
    assert_eq!((after[0].subject, after[0].reason, after[0].refused), (Subject::Goals, Reason::HelpingAsAsked, false));
}

#[tokio::test]
async fn what_a_carer_did_and_looked_at_is_listed_to_the_first_however_much_others_did_since() {
    let site = Site::new().await;
    let whose = own_terms::demo::chosen("priya").unwrap();
    let carer = Actor::Carer(CarerId(own_terms::demo::chosen("jamie").unwrap().0));
    let add = async |actor: Actor, words: String, number: u128| {
        let draft = GoalDraft { words: text(&words), area: None, audience: Audience::Both };
        let command = Command::AddGoal { id: GoalId(uuid::Uuid::from_u128(number)), draft };
        site.store.commit(Order { actor, ..own(whose, command, at(1)) }).await.unwrap();
    };
    // Each is two: the goal, and the order of all.
    for number in 1..=26 {
        add(carer, format!("jamie's {number}."), number).await;
    }
    for number in 101..=160 {
        add(Actor::Claimant(whose), format!("Priya's {number}."), number).await;
    }
    let mut jamie = jamie_for(&site, FOR_PRIYA).await;
    for _ in 0..101 {
        jamie.get("/goals").await;
    }
    let mut priya = site.signed_in("priya").await;
    let page = priya.get(&format!("/carers/one?who={FOR_PRIYA}")).await;
    assert!(page.text().contains("jamie's 26.") && !page.text().contains("Priya's"), "{}", page.text());
    assert!(!page.text().contains("jamie's 1."), "{}", page.text());
    let linked = |page: &Page, with: &str| {
        let at = page.body.find(&format!("/carers/one?who={FOR_PRIYA}&amp;{with}="))?;
        Some(page.body[at..].split('"').next().unwrap().replace("&amp;", "&"))
    };
    let before = priya.get(&linked(&page, "before").unwrap()).await;
    assert!(before.text().contains("jamie's 1.") && !before.text().contains("jamie's 26."), "{}", before.text());
    assert_eq!(linked(&before, "before"), None, "there are none before the first");
    // The one on an older page is put back as any other.
    let one = before.body.split("<li").find(|one| one.contains("jamie's 1.") && one.contains("put-back")).unwrap();
    let form = super::html::forms(one).remove(0);
    let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.push(("do", "put-back"));
    assert_eq!(priya.post("/carers/one", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.held("priya").await.goals_taken_away().len(), 1);
    let earlier = priya.get(&linked(&page, "looks").unwrap()).await;
    let looks = |page: &Page| page.text().matches(": goals, ").count();
    assert!(looks(&page) == 100 && (1..100).contains(&looks(&earlier)), "{} {}", looks(&page), looks(&earlier));
}

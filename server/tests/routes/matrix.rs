//! Every route with every id of someone else's, as every kind of user: the same answer as for an id that names nothing, and not
//! a word of anybody else's in any answer; and every form about oneself, which changes nobody else's whatever it names.

use std::collections::BTreeMap;

use own_terms::demo;
use own_terms_domain::{
    actor::Actor,
    ids::CarerId,
    item::{Held, ItemId, Kind, Version},
    permission::{is_changed_by_carers, may_see},
    state::State,
};

use super::{
    Browser, Site,
    forged::{Theirs, posts, would_do},
    support::{Page, Route, encode, is_at_desk, routes},
};
use crate::given::{at, person, someone_who_said_everything};

/// What the texts of the other person begin with, in every item.
const MARK: &str = "Planted";
/// The names by which pages and forms take an id.
const NAMES: [&str; 6] = ["what", "goal", "way", "who", "which", "staff"];
/// An id that names nothing.
const NOTHING: &str = "00000000000040008000000000fffff1";
/// Jamie for Priya.
const FOR_PRIYA: &str = "00000000000080008000000000000901";
/// One that this test makes: Sam for Alex.
const FOR_ALEX: &str = "00000000000000000000000000000aaa";
/// The addresses with several buttons, and what those send.
const BUTTONS: [&str; 11] = [
    "/people/supporter",
    "/people/advice",
    "/goals",
    "/goals/change",
    "/carers/one",
    "/helping",
    "/held/item",
    "/held/correct",
    "/sharing/one",
    "/notes/agreement",
    "/settings/sign-in/way",
];
const PRESSED: &[&str] = &[
    "",
    "end",
    "check",
    "code",
    "put-back",
    "keep",
    "show",
    "yes",
    "no",
    "act",
    "change",
    "close",
    "take-back",
    "leave",
    "answer",
    "remove",
    "mark",
];
/// Ids that are none.
const MALFORMED: [&str; 7] = ["x", "note.", "goal.x", "note.note.1", "../../../etc/passwd", "\u{0}", "kind."];

/// Late in the evening of the day of the tests, in minutes.
const EVENING: i64 = 12 * 60;

/// Somebody who asks, and whose items are not theirs to see.
struct User {
    name: &'static str,
    browser: Browser,
    unseen: Vec<ItemId>,
}

fn user(name: &'static str, browser: Browser) -> User {
    User { name, browser, unseen: Vec::new() }
}

fn with_cookie(site: &Site, name: &'static str, value: &str) -> User {
    let mut browser = site.browser();
    browser.cookies.insert("own-terms-session".to_owned(), value.to_owned());
    user(name, browser)
}

/// Jamie acting for Priya, and what of hers is not for carers.
async fn acting(site: &Site, name: &'static str) -> User {
    let mut browser = site.signed_in("jamie").await;
    browser.submit("/helping", &[("who", FOR_PRIYA), ("do", "act")]).await;
    let (state, carer) = (site.held("priya").await, Actor::Carer(CarerId(own_terms::demo::chosen("jamie").unwrap().0)));
    let sees = |held: &&Held| may_see(carer, state.claimant(), state.grants(), held, at(1));
    let unseen = state.all().filter(|held| !sees(held)).map(|held| held.id).filter(|id| !id.kind().is_single());
    User { name, browser, unseen: unseen.collect() }
}

/// Everyone there is: nobody, whoever only has a number that is no session, people, and carers at each point of the way.
async fn users(site: &Site) -> Vec<User> {
    let mut all = vec![user("nobody", site.browser())];
    // A case worker and an organisation have no session: their numbers open none.
    all.push(with_cookie(site, "a case worker's number", "00000000000080008000000000000302"));
    all.push(with_cookie(site, "an organisation's number", "00000000000080008000000000000401"));
    all.push(user("a case worker at the desk", site.at_desk("jo").await));
    all.push(user("a supervisor at the desk", site.at_desk("gwen").await));
    all.push(user("an administrator at the desk", site.at_desk("owen").await));
    let out = site.signed_in("tom").await;
    out.clone().post("/sign-out", &[]).await;
    all.push(user("signed out", out));
    let mut stopped = site.signed_in("tom").await;
    stopped.submit("/stop", &[("do", "stop")]).await;
    all.push(user("stopped", stopped));
    // Sam is asked by Alex and has not answered.
    let mut alex = site.signed_in("alex").await;
    let asked =
        [("who", FOR_ALEX), ("name", "Sam"), ("until", "2027-03-20"), ("scopes", "see-goals"), ("device", "shared")];
    alex.submit("/carers/invite", &asked).await;
    let page = alex.submit("/carers/one", &[("who", FOR_ALEX), ("do", "code")]).await;
    let code = page.body.split("<strong><bdi dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let mut sam = site.signed_in("sam").await;
    sam.submit("/helping/accept", &[("code", &code)]).await;
    all.push(user("asked to help", sam));
    all.push(user("a claimant", alex));
    all.push(acting(site, "a carer").await);
    all
}

/// What becomes of a carer who acts, by what the person sends about them.
async fn become_of(site: &Site, fields: &[(&str, &str)]) {
    let mut priya = site.signed_in("priya").await;
    let version = site.held("priya").await.version(format!("carer.{FOR_PRIYA}").parse().unwrap()).to_string();
    let all = [&[("who", FOR_PRIYA), ("version", version.as_str())], fields].concat();
    let page = priya.submit("/carers/one", &all).await;
    assert_eq!(page.status, axum::http::StatusCode::SEE_OTHER, "{}", page.text());
}

/// A page as nobody could tell it from another: whatever is drawn anew each time, and the id that was asked for, is left out.
pub(super) fn plain(page: &Page, id: &str) -> (u16, String, String) {
    let without = |text: &str| {
        let mut plain = String::with_capacity(text.len());
        let mut hex = String::new();
        for c in text.replace(id, "ID").chars().chain([' ']) {
            if c.is_ascii_hexdigit() {
                hex.push(c);
                continue;
            }
            plain += if hex.len() >= 32 { "DRAWN" } else { &hex };
            hex.clear();
            plain.push(c);
        }
        plain
    };
    let mut body = without(&page.body);
    while let Some((before, rest)) = body.split_once("nonce=\"") {
        body = format!("{before}NONCE{}", rest.split_once('"').map_or("", |(_, after)| after));
    }
    (page.status.as_u16(), without(page.location()), body)
}

/// Asks once, with what the browser has now, and keeps nothing of the answer.
async fn ask(browser: &Browser, path: &str, name: &str, id: &str) -> Page {
    browser.clone().get(&format!("{path}?{}", encode(&[(name, id)]))).await
}

/// The pages that take an id, each with the name it takes it by: those that answer another thing when there is one.
async fn taking(site: &Site) -> Vec<(&'static str, &'static str)> {
    let mut all = Vec::new();
    let alex = site.signed_in("alex").await;
    for Route { path, .. } in routes().into_iter().filter(|route| route.get && !route.path.contains('{')) {
        // Once before, since looking at the log is written in the log.
        alex.clone().get(path).await;
        let without = plain(&alex.clone().get(path).await, "-");
        for name in NAMES {
            if plain(&ask(&alex, path, name, "x").await, "-") != without {
                all.push((path, name));
            }
        }
    }
    assert!(all.contains(&("/held/item", "what")) && all.contains(&("/goals/change", "goal")), "{all:?}");
    assert!(all.contains(&("/carers/one", "who")) && all.contains(&("/sharing/one", "which")), "{all:?}");
    assert!(all.contains(&("/settings/sign-in/way", "way")), "{all:?}");
    all
}

/// What names something of somebody, by each name that takes it, and the same that names nothing.
fn ids(of: impl Iterator<Item = ItemId>) -> BTreeMap<&'static str, Vec<(String, String)>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for id in of {
        let (text, kind) = (id.to_string(), id.kind().id());
        let number = text.split_once('.').map(|(_, number)| number.to_owned());
        let by = match id {
            ItemId::Goal(_) => Some("goal"),
            ItemId::SignIn(_) => Some("way"),
            ItemId::Carer(_) | ItemId::Supporter(_) => Some("who"),
            ItemId::Consent(_) | ItemId::Advice(_) => Some("which"),
            ItemId::Agreement(_) => Some("agreement"),
            _ => None,
        };
        if let Some(number) = number {
            all.entry("what").or_default().push((text, format!("{kind}.{NOTHING}")));
            if let Some(by) = by {
                all.entry(by).or_default().push((number, NOTHING.to_owned()));
            }
        }
    }
    all
}

#[track_caller]
fn tells_nothing(page: &Page, who: &str, what: &str) {
    assert!(page.status.as_u16() < 500, "{what} as {who}: {}", page.status);
    let told = [MARK, &MARK.to_lowercase()].iter().any(|mark| page.body.contains(*mark));
    assert!(!told, "{what} as {who} tells of somebody else: {}", page.text());
}

/// What is held of whoever is not asking: the other person, and Priya, whom Jamie helps.
async fn theirs(site: &Site) -> String {
    let (other, priya) = (site.held_of(person(77)).await, site.held("priya").await);
    let all: Vec<String> = other.all().chain(priya.all()).map(|held| format!("{held:?}")).collect();
    all.join("\n")
}

/// Tries every page and every form as one user.
async fn try_all(site: &Site, user: &User, others: &State, taking: &[(&'static str, &'static str)]) {
    let User { name: who, browser, unseen } = user;
    let ids = ids(others.all().map(|held| held.id).chain(unseen.iter().copied()));
    for (path, name) in taking {
        let name_of = |name: &'static str| ids.get(name).into_iter().flatten();
        let agreements = name_of("agreement").filter(|_| *name == "which");
        for (id, nothing) in name_of(name).chain(agreements) {
            let (theirs, missing) = (ask(browser, path, name, id).await, ask(browser, path, name, nothing).await);
            tells_nothing(&theirs, who, &format!("{path}?{name}={id}"));
            assert_eq!(plain(&theirs, id), plain(&missing, nothing), "{path}?{name}={id} as {who}");
        }
        for id in MALFORMED {
            tells_nothing(&ask(browser, path, name, id).await, who, &format!("{path}?{name}={id:?}"));
        }
    }
    // A receipt and a page of a list are by a number, which each person's own begin at one.
    for (path, name) in
        [("/receipts/one", "number"), ("/receipts/file", "number"), ("/receipts", "before"), ("/held/looks", "before")]
    {
        for number in 1..=others.all().map(|held| held.version.0).max().unwrap_or_default() {
            let page = ask(browser, path, name, &number.to_string()).await;
            tells_nothing(&page, who, &format!("{path}?{name}={number}"));
            let own = [200, 303].contains(&page.status.as_u16());
            assert!(own || page.status == 404, "{path}?{name}={number} as {who}: {}", page.status);
        }
    }
    // Every form, with each name at once: somebody else's, or what is nothing.
    let token = browser.clone().token().await;
    let first =
        |name: &str| ids.get(name).and_then(|all| all.first().cloned()).unwrap_or((NOTHING.into(), NOTHING.into()));
    let before = theirs(site).await;
    for Route { path, .. } in routes().into_iter().filter(|route| route.post && !route.path.contains('{')) {
        let ends = ["/sign-out", "/leave", "/sign-in", "/check", "/stop", "/people/case-worker"].contains(&path);
        // These begin or end a session, or are about whoever asks and take no id of anything.
        // What somebody says of themself names nothing of anyone's.
        let own = path.starts_with("/contact")
            || path.starts_with("/appointments")
            || path.starts_with("/settings/language")
            || path == "/settings/name";
        // A challenge to a passkey is drawn anew each time.
        if ends || own || path.starts_with("/sign-in/") || path == "/settings" || path.ends_with("/begin") {
            continue;
        }
        let pressed = if BUTTONS.contains(&path) { PRESSED } else { &PRESSED[..1] };
        for press in pressed {
            let mut answers = Vec::new();
            for (at, theirs) in [true, false].into_iter().enumerate() {
                let named = |name: &str| if theirs { first(name).0 } else { first(name).1 };
                let (goal, what) = (named("goal"), named("what"));
                let press = if press.is_empty() { format!("take-away {goal} 3") } else { (*press).to_owned() };
                let by = if path.starts_with("/notes") { "agreement" } else { "which" };
                let (way, whose, which) = (named("way"), named("who"), named(by));
                let fields = [
                    ("token", token.as_str()),
                    ("do", &press),
                    ("goal", &goal),
                    ("what", &what),
                    ("way", &way),
                    ("who", &whose),
                    ("which", &which),
                    ("version", "3"),
                    ("number", "9999"),
                    ("answer", "withdraw"),
                ];
                let page = browser.clone().post(path, &fields).await;
                tells_nothing(&page, who, &format!("POST {path} {press}"));
                let all = [&what, &goal, &way, &whose, &which];
                let (status, to, mut body) = plain(&page, all[0]);
                for id in all {
                    body = body.replace(id.as_str(), "ID");
                }
                answers.push((status, to.replace("ID", "DRAWN"), body.replace("ID", "DRAWN")));
                assert!(at == 0 || answers[0] == answers[1], "POST {path} {press} as {who}: {answers:#?}");
            }
        }
    }
    assert_eq!(theirs(site).await, before, "something of somebody else's was changed by {who}");
}

#[tokio::test]
async fn every_route_with_every_id_of_someone_elses_answers_every_kind_of_user_as_for_one_that_names_nothing() {
    let site = Site::new().await;
    someone_who_said_everything(&*site.store, 77, MARK).await;
    let others = site.held_of(person(77)).await;
    let taking = taking(&site).await;
    for user in users(&site).await {
        try_all(&site, &user, &others, &taking).await;
    }
    let mut sam = site.signed_in("sam").await;
    sam.fill_in("/helping", "who", &[("do", "yes")]).await;
    try_all(&site, &user("a carer who was not checked", sam), &others, &taking).await;
    // And a carer of whom less is left, then nothing: the same session, on its next request.
    let less = [
        ("name", "Jamie"),
        ("scopes", "see-terms"),
        ("until", "2027-02-28"),
        ("device", "only-mine"),
        ("do", "change"),
    ];
    let jamie = acting(&site, "a carer who was given less").await;
    become_of(&site, &less).await;
    try_all(&site, &jamie, &others, &taking).await;
    // After midnight of the last day.
    let mut evening = site.browser().at(site.later(EVENING));
    evening.post("/sign-in", &[("person", "jamie")]).await;
    evening.submit("/helping", &[("who", FOR_PRIYA), ("do", "act")]).await;
    let expired = User {
        name: "a carer whose time is over",
        browser: evening.at(site.later(EVENING + 100)),
        ..acting(&site, "").await
    };
    try_all(&site, &expired, &others, &taking).await;
    let mut priya = site.signed_in("priya").await;
    priya.submit("/carers/one", &[("who", FOR_PRIYA), ("do", "end")]).await;
    try_all(&site, &User { name: "a carer whose time was ended", ..jamie }, &others, &taking).await;
}

fn all_of(state: &State) -> Vec<Held> {
    state.all().cloned().collect()
}

/// What a carer who acts may have changed for the person, in their own name; and that they stepped down.
fn is_by(held: Option<&Held>, carer: Actor) -> bool {
    let theirs = |kind| is_changed_by_carers(kind) || kind == Kind::Carer;
    held.is_some_and(|held| held.by == carer && theirs(held.id.kind()))
}

#[tokio::test]
async fn a_form_about_oneself_changes_nothing_of_anyone_elses_whomever_it_names() {
    let site = Site::new().await;
    someone_who_said_everything(&*site.store, 77, MARK).await;
    let (jamie, before) =
        (Actor::Carer(CarerId(demo::chosen("jamie").unwrap().0)), all_of(&site.held_of(person(77)).await));
    let ids = ids(before.iter().map(|held| held.id));
    let theirs = |name: &str| ids.get(name).and_then(|all| all.first()).map_or(NOTHING, |(id, _)| id.as_str());
    let (of_77, rosa) = (person(77).to_string(), demo::chosen("rosa").unwrap().to_string());
    let mut done = 0;
    for User { name: who, browser, .. } in users(&site).await {
        let (priya, rosas) = (site.held("priya").await, all_of(&site.held("rosa").await));
        let own = Theirs { goal: theirs("goal").to_owned(), way: theirs("way").parse().unwrap(), on: Version(1) };
        // What ends the session comes last, or the rest would be refused for that.
        let ends = |path: &str| ["/sign-out", "/leave", "/sign-in", "/stop", "/desk/sign-out"].contains(&path);
        let mut paths: Vec<_> = posts().filter(|path| who.contains("desk") == is_at_desk(path)).collect();
        paths.sort_by_key(|path| ends(path));
        let mut asks = browser.clone();
        let token = if who.contains("desk") { asks.desk_token().await } else { asks.token().await };
        for path in paths {
            let mut browser = browser.clone();
            let mut fields = would_do(path, &own);
            let has = |fields: &[(&str, String)], name: &str| fields.iter().any(|(has, _)| *has == name);
            let named = [("person", of_77.as_str()), ("claimant", of_77.as_str()), ("for", rosa.as_str())];
            let by_id = NAMES.map(|name| (name, theirs(name)));
            for (name, id) in named.into_iter().chain(by_id) {
                // To sign in as someone of the demonstration is what that page is for.
                if !has(&fields, name) {
                    fields.push((name, id.to_owned()));
                }
            }
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let page = browser.post(path, &[&[("token", token.as_str())], &fields[..]].concat()).await;
            tells_nothing(&page, who, &format!("POST {path}"));
            done += usize::from(page.status == 303);
        }
        assert_eq!(
            all_of(&site.held_of(person(77)).await),
            before,
            "something of somebody else's was changed by {who}"
        );
        assert_eq!(all_of(&site.held("rosa").await), rosas, "something of Rosa's was changed by {who}");
        let (now, acts) = (site.held("priya").await, who == "a carer");
        for id in priya.all().chain(now.all()).map(|held| held.id) {
            let (was, is) = (priya.get(id), now.get(id));
            assert!(was == is || acts && is_by(is, jamie), "{id:?} of Priya's was changed by {who}");
        }
    }
    // Or this would say nothing: most of what each may do of their own was done.
    assert!(done > 60, "{done}");
}

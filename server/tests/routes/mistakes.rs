//! Something wrong on each form: 422, the page again, everything typed still there, as text, and what is wrong said.

use axum::http::StatusCode;

use super::{
    Site,
    support::{is_at_desk, routes},
};

/// What someone unkind types, and what real people type.
const UNKIND: &str =
    "</textarea></title><script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;\u{202e}e\u{301}";

/// A note about someone, by its name.
const NOTE: &str = "note.00000000000080008000000000000702";

/// What Rosa is asked to share.
const ASKED: &str = "/sharing/one?which=00000000000080008000000000000c01";

/// What Jo offers Rosa.
const OFFERED: &str = "/appointments/one?which=00000000000080008000000000000a01";

/// What Jo proposes to Rosa.
const PROPOSED: &str = "/notes/agreement?which=00000000000080008000000000000e01";

/// What Rosa was advised, and sends.
const MARKED: &str = "/people/advice?which=00000000000080008000000000001b02";
const REST: &str = "00000000000080008000000000001b02";

/// A carer to be, and the one who helps Priya.
const CARER: &str = "00000000000080008000000000000999";
const ONE_CARER: &str = "/carers/one?who=00000000000080008000000000000901";

/// A form with something wrong in it: where, which fields, and the fields that are wrong.
struct Mistake {
    path: &'static str,
    /// A field by which its form is known.
    form: &'static str,
    fields: Vec<(&'static str, String)>,
    wrong: Vec<&'static str>,
}

fn mistake(path: &'static str, form: &'static str, fields: &[(&'static str, &str)], wrong: &[&'static str]) -> Mistake {
    let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Mistake { path, form, fields, wrong: wrong.to_vec() }
}

/// At least one for each form.
fn mistakes(goal: &str) -> Vec<Mistake> {
    let mut all = mistakes_about_oneself(goal);
    all.extend(mistakes_about_terms());
    all.extend(mistakes_about_records());
    all.extend(mistakes_about_who_supports());
    all
}

/// Those about who supports somebody.
fn mistakes_about_who_supports() -> Vec<Mistake> {
    let (long, line) = too_long();
    let (long, line) = (long.as_str(), line.as_str());
    vec![
        mistake("/people/supporter", "does", &[("who", CARER), ("name", " "), ("does", UNKIND)], &["name"]),
        mistake(
            "/people/supporter",
            "does",
            &[("who", CARER), ("name", line), ("does", long), ("reach", line)],
            &["name", "does", "reach"],
        ),
        mistake("/people/advice", "words", &[("which", CARER), ("adviser", ""), ("words", UNKIND)], &["adviser"]),
        mistake(
            "/people/advice",
            "words",
            &[("which", CARER), ("adviser", "carer.x"), ("words", long)],
            &["adviser", "words"],
        ),
        mistake(MARKED, "against", &[("against", UNKIND), ("do", "mark")], &["against"]),
        mistake(
            "/people/advice/send",
            "seen",
            &[
                ("advice", REST),
                ("which", CARER),
                ("other", CARER),
                ("message", CARER),
                ("words", long),
                ("answer", "yes"),
            ],
            &["words"],
        ),
        mistake("/people/carrying-on", "touch", &[("touch", "")], &["touch"]),
        mistake("/people/carrying-on", "touch", &[("touch", UNKIND)], &["touch"]),
        mistake("/people/listings", "find", &[("find", line)], &["find"]),
        mistake("/people/listings", "find", &[("find", UNKIND), ("topic", "everything")], &["topic"]),
    ]
}

/// Those about what others wrote are made by someone about whom they did.
fn mistakes_about_records() -> Vec<Mistake> {
    let (long, line) = too_long();
    let (long, line) = (long.as_str(), line.as_str());
    let seen = ("seen", "1");
    vec![
        mistake(
            "/held/correct",
            "should_be",
            &[("what", NOTE), seen, ("should_be", long), ("reason", long)],
            &["should_be", "reason"],
        ),
        mistake(
            "/held/correct",
            "should_be",
            &[("what", NOTE), seen, ("should_be", " "), ("reason", UNKIND)],
            &["should_be"],
        ),
        mistake("/held/differently", "view", &[("what", NOTE), ("view", long)], &["view"]),
        mistake("/held/differently", "view", &[("what", NOTE), ("view", "\u{200b}")], &["view"]),
        mistake("/people/case-worker", "staff", &[("staff", "")], &["staff"]),
        mistake(
            "/carers/invite",
            "scopes",
            &[("who", CARER), ("name", line), ("until", "2099-01-01"), ("scopes", "see-held")],
            &["name", "kinds", "until", "device"],
        ),
        mistake(
            "/carers/invite",
            "scopes",
            &[("who", CARER), ("name", UNKIND), ("until", "yesterday"), ("device", "only-mine")],
            &["scopes", "until"],
        ),
        mistake(
            ONE_CARER,
            "scopes",
            &[("name", UNKIND), ("until", "2001-01-01"), ("scopes", "see-goals"), ("do", "change")],
            &["until", "device"],
        ),
        mistake("/helping/accept", "code", &[("code", UNKIND)], &["code"]),
        mistake("/helping/accept", "code", &[("code", "")], &["code"]),
        mistake("/consent", "code", &[("code", UNKIND)], &["code"]),
        mistake("/consent", "code", &[("code", "")], &["code"]),
        mistake("/sharing/new", "which", &[("which", CARER)], &["organisation", "purpose", "items"]),
        mistake(
            "/sharing/new",
            "which",
            &[("which", CARER), ("organisation", "everyone"), ("purpose", "everything"), ("items", "safe")],
            &["organisation", "purpose", "items"],
        ),
        // One that nobody knows.
        mistake(
            "/sharing/new",
            "which",
            &[("which", CARER), ("organisation", CARER), ("purpose", "help"), ("items", "profile")],
            &["organisation"],
        ),
        mistake(OFFERED, "words", &[("words", UNKIND), ("answer", "yes")], &["slot"]),
        mistake(OFFERED, "words", &[("words", UNKIND), ("answer", "perhaps")], &["answer"]),
        mistake(OFFERED, "words", &[("words", ""), ("answer", "suggest")], &["day"]),
        mistake(
            OFFERED,
            "words",
            &[("words", long), ("day", "31/2/2027 <b>"), ("from", "14:30"), ("answer", "suggest")],
            &["day", "words"],
        ),
        mistake("/notes/write", "words", &[("which", CARER), ("words", long)], &["words"]),
        mistake("/notes/write", "words", &[("which", CARER), ("words", " \u{200b}")], &["words"]),
        mistake("/notes/propose", "person", &[("which", CARER), ("person", ""), ("case_worker", " ")], &["person"]),
        mistake(
            "/notes/propose",
            "person",
            &[("which", CARER), ("person", UNKIND), ("case_worker", long), ("until", "31/2/2027 <b>")],
            &["case_worker", "until"],
        ),
        mistake(
            "/notes/propose",
            "person",
            &[("which", CARER), ("person", UNKIND), ("until", "2099-01-01"), ("replaces", CARER)],
            &["until"],
        ),
        mistake(
            "/notes/propose",
            "person",
            &[("which", CARER), ("person", UNKIND), ("replaces", CARER)],
            &["replaces"],
        ),
        mistake(PROPOSED, "answer", &[("answer", "perhaps")], &["answer"]),
        mistake(ASKED, "length", &[("length", "for ever"), ("answer", "yes")], &["length"]),
        mistake(ASKED, "length", &[("length", "7"), ("answer", "perhaps")], &["answer"]),
        mistake("/people/case-worker", "staff", &[("staff", "00000000-0000-8000-8000-000000000999")], &["staff"]),
        mistake("/people/case-worker", "staff", &[("staff", "<script>alert(1)</script>")], &["staff"]),
        mistake("/settings/name", "name", &[("name", line)], &["name"]),
        mistake("/settings/name", "name", &[("name", "")], &["name"]),
    ]
}

/// More than can be kept, and too long for one line.
fn too_long() -> (String, String) {
    (format!("{UNKIND}{}", "x".repeat(2000)), format!("{UNKIND}{}", "x".repeat(200)))
}

fn mistakes_about_oneself(goal: &str) -> Vec<Mistake> {
    let (long, line) = too_long();
    let change: &'static str = Box::leak(format!("/goals/change?goal={goal}").into_boxed_str());
    let (long, line) = (long.as_str(), line.as_str());
    vec![
        mistake("/sign-in", "person", &[("person", "nobody")], &["person"]),
        mistake("/sign-in/passkey", "answer", &[("answer", UNKIND)], &["passkey"]),
        mistake("/settings/sign-in/passkey", "name", &[("name", line)], &["name"]),
        mistake("/settings/sign-in/provider/add", "name", &[("name", line)], &["name"]),
        mistake("/settings/sign-in/provider/add", "name", &[("name", UNKIND)], &["name"]),
        mistake("/settings/sign-in/passkey", "name", &[("name", UNKIND), ("answer", "{}")], &["new-passkey"]),
        mistake("/sign-in/invitation", "code", &[("code", "")], &["code"]),
        mistake("/sign-in/invitation", "code", &[("code", UNKIND)], &["code"]),
        mistake("/sign-in/invitation", "code", &[("code", "K7MP-4XQ9-T2WC")], &["code"]),
        mistake("/sign-in/email", "email", &[("email", UNKIND)], &["email"]),
        mistake("/sign-in/email", "email", &[("email", "a@b.c\nBcc: d@e.f")], &["email"]),
        mistake("/settings/sign-in/email", "email", &[("email", UNKIND)], &["email"]),
        mistake("/settings/sign-in/email", "email", &[("email", "..@example.com")], &["email"]),
        mistake("/held/find", "find", &[("find", " \u{200b} ")], &["find"]),
        mistake("/held/find", "find", &[("find", line)], &["find"]),
        mistake("/check", "text", &[("text", "")], &["file"]),
        mistake("/goals/add", "words", &[("words", long), ("area", "money"), ("audience", "case-worker")], &["words"]),
        mistake(
            "/goals/add",
            "words",
            &[("words", " \n\u{200b}"), ("area", "work"), ("audience", "only-me")],
            &["words"],
        ),
        mistake("/goals/add", "words", &[("words", UNKIND), ("area", ""), ("audience", "everyone")], &["audience"]),
        mistake(
            change,
            "words",
            &[("words", long), ("area", "health"), ("audience", "only-me"), ("do", "change")],
            &["words"],
        ),
        mistake(change, "stage", &[("stage", "finished"), ("do", "mark")], &["stage"]),
        mistake("/contact", "about", &[("about", UNKIND), ("not-about", UNKIND), ("until", "")], &["answer"]),
        mistake(
            "/contact",
            "about",
            &[("answer", "yes"), ("about", long), ("not-about", UNKIND), ("until", "31/2/2027 <b>")],
            &["about", "until"],
        ),
        mistake(
            "/contact",
            "until",
            &[("answer", "not-now"), ("about", ""), ("not-about", ""), ("until", "2001-01-01")],
            &["until"],
        ),
        mistake(
            "/contact/ways",
            "rank-phone",
            &[
                ("rank-phone", "1"),
                ("detail-phone", UNKIND),
                ("rank-email", "2"),
                ("detail-email", "a@b@c"),
                ("rank-letter", "3"),
                ("detail-letter", "no postcode \"here\""),
                // Not chosen, but typed all the same.
                ("detail-text", UNKIND),
                ("from-1", "09:00"),
                ("until-1", "08:00"),
            ],
            &["detail-phone", "detail-email", "detail-letter", "until-1"],
        ),
        mistake(
            "/contact/safe",
            "word",
            &[("rules", "ask-if-safe"), ("rules", "no-voicemail"), ("word", line), ("avoid", UNKIND)],
            &["word"],
        ),
        mistake("/contact/safe", "word", &[("word", "a"), ("avoid", long)], &["avoid"]),
    ]
}

fn mistakes_about_terms() -> Vec<Mistake> {
    let (long, line) = too_long();
    let (long, line) = (long.as_str(), line.as_str());
    vec![
        mistake(
            "/appointments/terms/formats",
            "rank-video",
            &[("rank-my-place", "1"), ("place-my-place", line), ("rank-video", "2"), ("place-elsewhere", UNKIND)],
            &["place-my-place"],
        ),
        mistake(
            "/appointments/terms/with-me",
            "companion",
            &[
                ("companion", line),
                ("interpreter", "bsl"),
                ("language", UNKIND),
                ("adjustments", "quiet-room"),
                ("adjustments", "breaks"),
                ("also", long),
            ],
            &["companion", "also"],
        ),
        mistake(
            "/appointments/terms/pace",
            "longest",
            &[("longest", "31"), ("gap", "14"), ("most", "4"), ("notice", "5"), ("reminders", "same-morning")],
            &["longest"],
        ),
        mistake(
            "/appointments/terms/times",
            "from-1",
            &[("from-1", "09:00"), ("until-1", "08:30"), ("from-5", "10:00"), ("until-5", "12:00")],
            &["until-1"],
        ),
        mistake(
            "/appointments/terms/breaks",
            "from",
            &[("from", "<soon>"), ("until", "2001-01-01"), ("name", line), ("do", "add")],
            &["from", "until", "name"],
        ),
        mistake(
            "/settings",
            "size",
            &[("size", "huge"), ("spacing", "wider"), ("contrast", "dark"), ("language", "cy"), ("do", "reading")],
            &["size"],
        ),
        mistake("/settings", "device", &[("device", ""), ("do", "device")], &["device"]),
    ]
}

/// Whose form it is.
fn whose(path: &str, fields: &[(&str, String)]) -> &'static str {
    let rosas = path.starts_with("/notes") || path.starts_with("/people/advice") || [ASKED, OFFERED].contains(&path);
    match path {
        ONE_CARER => "priya",
        _ if rosas || fields.iter().any(|(name, _)| *name == "what") => "rosa",
        _ => "alex",
    }
}

#[tokio::test]
async fn everything_typed_is_still_there_as_text_and_nothing_is_saved() {
    let site = Site::new().await;
    let goal = site.held("alex").await.goals()[0].id.to_string();
    let (way, _) = site.with_way_in("alex", "alex@example.com").await;
    let before = site.everything().await;
    let mut all = mistakes(&goal);
    let way: &'static str = Box::leak(format!("/settings/sign-in/way?way={way}").into_boxed_str());
    let which = way.split_once('=').unwrap().1;
    all.push(mistake(way, "name", &[("way", which), ("name", &too_long().1), ("do", "name")], &["name"]));
    for Mistake { path, form, fields, wrong } in &all {
        let who = whose(path, fields);
        let mut browser = if *path == "/sign-in" { site.browser() } else { site.signed_in(who).await };
        let token = browser.token().await;
        let version = "1";
        let mut sent = vec![("token", token.as_str()), ("version", version), ("goal", &goal)];
        sent.extend(fields.iter().map(|(name, value)| (*name, value.as_str())));
        let page = browser.post(path, &sent).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {wrong:?}: {}", page.text());
        page.assert_whole(path);
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{path}: script as script");
        let again = page.forms().into_iter().find(|again| {
            let inputs = again.fields.iter().chain(&again.buttons).any(|(name, _)| name == form);
            inputs
                || page.body.contains(&format!("name=\"{form}\""))
                    && again.fields.iter().any(|(name, _)| fields.iter().any(|(n, _)| n == name))
        });
        let choices = [
            "person",
            "device",
            "stage",
            "size",
            "longest",
            "audience",
            "answer",
            "staff",
            "organisation",
            "adviser",
            "against",
            "topic",
            "touch",
            "purpose",
            "items",
            "length",
        ];
        for (name, value) in fields {
            // A choice that is none cannot be shown chosen; a button is pressed again.
            if *name == "do"
                || (choices.contains(name) && wrong.contains(name))
                || value.is_empty()
                || *name == "answer"
            {
                continue;
            }
            let again = again.as_ref().unwrap_or_else(|| panic!("{path}: no form with {form}"));
            let shown: Vec<String> = again.all(name).map(|shown| shown.replace("\r\n", "\n")).collect();
            assert!(shown.contains(value), "{path}: {name} was {value:?} and is {shown:?}");
        }
        // What is wrong is said at the top, with a way to the field that leads somewhere, and beside the field.
        for way in page.body.split("href=\"#").skip(1) {
            let to = way.split('"').next().unwrap();
            assert!(page.body.contains(&format!("id=\"{to}\"")), "{path}: the way to {to} leads nowhere");
        }
        for field in wrong {
            // Signing in is buttons only, so there is no control to say it beside.
            let beside = page.body.contains(&format!("id=\"{field}-error\""));
            assert!(beside || *path == "/sign-in", "{path}: {field} has no message");
            assert!(page.body.contains(&format!("href=\"#{field}")), "{path}: {field} is not in the summary");
        }
        let title = page.body.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
        assert!(title.starts_with("Error") || title.starts_with("Something") || title.contains(':'), "{path}: {title}");
    }
    assert_eq!(site.everything().await, before);
    // Every form is tried: the others only have buttons, or nothing that can be wrong.
    for route in routes().into_iter().filter(|route| route.post) {
        let only_buttons = [
            "/sign-out",
            "/leave",
            "/stay",
            "/sign-in/link",
            "/sign-in/address",
            "/sign-in/undo",
            "/settings/sign-in",
            "/sign-in/back",
            "/sign-in/provider",
            "/sign-in/provider/confirm",
            "/settings/sign-in/provider",
            "/goals",
            "/held/erase",
            "/held/item",
            "/settings/sessions",
            "/appointments/calendar",
            "/contact/earlier",
            "/stop",
            "/settings/language",
            "/helping",
        ];
        let by_no_person = route.path.ends_with("/passkey/begin") || route.path.ends_with("/sign-in/provider/logout");
        if by_no_person || is_at_desk(route.path) {
            // A script or another service asks there, and shows none of its answer; the desk has tests of its own.
            continue;
        }
        let tried = all.iter().any(|mistake| mistake.path.split('?').next() == Some(route.path));
        assert!(tried || only_buttons.contains(&route.path), "{} is not tried", route.path);
    }
}

#[tokio::test]
async fn script_in_any_field_is_shown_as_text_wherever_it_is_shown() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    for (path, form, fields) in [
        ("/goals/add", "words", vec![("words", UNKIND), ("audience", "case-worker")]),
        ("/contact", "about", vec![("answer", "yes"), ("about", UNKIND), ("not-about", UNKIND)]),
        ("/contact/safe", "word", vec![("word", UNKIND), ("avoid", UNKIND)]),
        (
            "/contact/ways",
            "rank-letter",
            vec![("rank-letter", "1"), ("detail-letter", "</script><script>alert(1) CF10 3NQ")],
        ),
        ("/appointments/terms/formats", "rank-my-place", vec![("rank-my-place", "1"), ("place-my-place", UNKIND)]),
        ("/appointments/terms/with-me", "also", vec![("companion", UNKIND), ("language", UNKIND), ("also", UNKIND)]),
        (
            "/appointments/terms/breaks",
            "from",
            vec![("from", "2029-01-01"), ("until", "2029-01-09"), ("name", UNKIND), ("do", "add")],
        ),
    ] {
        let done = browser.fill_in(path, form, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{path}: {}", done.text());
    }
    let mut shown = 0;
    for route in routes().into_iter().filter(|route| route.get) {
        let page = browser.get(route.path).await;
        if page.headers.get("content-disposition").is_some() {
            // A file, which no browser shows as a page: `nosniff`, and its own type.
            assert_eq!(page.headers["x-content-type-options"], "nosniff", "{}", route.path);
            continue;
        }
        for bad in ["<script>alert", "<img src=x", "</textarea></title>"] {
            assert!(!page.body.contains(bad), "{} shows {bad}", route.path);
        }
        for form in page.forms() {
            shown += form.fields.iter().filter(|(_, value)| value == UNKIND).count();
        }
        if page.text().contains(UNKIND) {
            shown += 1;
        }
    }
    assert!(shown > 8, "it is shown somewhere: {shown}");
}

//! What holds for every address there is, whichever journey it is of.

use axum::http::{Method, StatusCode, header};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::{
    Site,
    support::{PEOPLE, Route, is_at_desk, routes},
};

/// Pages that anyone can read, and what is no page.
const PUBLIC: [&str; 37] = [
    "/people/photo",
    "/desk/photo/file",
    "/desk/sign-in",
    "/desk/sign-in/passkey",
    "/desk/sign-in/passkey/begin",
    "/desk/sign-in/provider",
    "/desk/sign-in/provider/back",
    "/desk/sign-in/provider/confirm",
    "/desk/sign-in/provider/logout",
    "/desk/sign-in/back",
    "/desk/invitation",
    "/",
    "/accessibility",
    "/privacy",
    "/check",
    "/check/keys",
    "/check/checkpoints",
    "/consent",
    "/sign-in",
    "/sign-in/passkey",
    "/sign-in/passkey/begin",
    "/sign-in/provider",
    "/sign-in/provider/back",
    "/sign-in/provider/confirm",
    "/sign-in/provider/logout",
    "/sign-in/invitation",
    "/sign-in/undo",
    "/sign-in/email",
    "/sign-in/link",
    "/sign-in/address",
    "/sent",
    "/signed-out",
    "/settings",
    "/examples",
    "/health",
    "/left",
    "/record.schema.json",
];

fn pages() -> Vec<Route> {
    routes().into_iter().filter(|route| route.get && !route.path.contains('{')).collect()
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "each address that leads elsewhere is named")]
async fn each_page_is_a_whole_page_for_each_person() {
    let site = Site::new().await;
    for person in PEOPLE {
        let mut browser = site.signed_in(person).await;
        for Route { path, .. } in pages() {
            let page = browser.get(path).await;
            match path {
                // Signed in already; and a goal that nobody named.
                "/sign-in" => assert_eq!(page.location(), "/home"),
                "/desk/sign-in/passkey"
                | "/desk/sign-in/provider"
                | "/desk/sign-in/provider/back"
                | "/desk/sign-in/provider/confirm"
                | "/desk/provider"
                | "/desk/provider/add"
                | "/desk"
                | "/desk/person"
                | "/desk/offer"
                | "/desk/refer"
                | "/desk/ending"
                | "/desk/notes"
                | "/desk/workload"
                | "/desk/look-into"
                | "/desk/look-into/person"
                | "/desk/staff"
                | "/desk/organisations"
                | "/desk/records"
                | "/desk/corrections"
                | "/desk/consent"
                | "/desk/propose"
                | "/desk/agreement"
                | "/desk/invite"
                | "/desk/lost"
                | "/desk/agreed"
                | "/desk/interpreter"
                | "/desk/account"
                | "/desk/photo"
                | "/desk/passkey" => {
                    assert_eq!(page.location(), "/desk/sign-in");
                }
                "/sign-in/passkey"
                | "/sign-in/link"
                | "/sign-in/address"
                | "/sign-in/undo"
                | "/sign-in/provider"
                | "/sign-in/provider/back"
                | "/sign-in/provider/confirm" => assert_eq!(page.location(), "/sign-in"),
                // Of none, as of one that there is not.
                "/people/photo" | "/desk/photo/file" => assert_eq!(page.status, StatusCode::NOT_FOUND),
                "/settings/sign-in/provider/add" => assert_eq!(page.location(), "/settings/sign-in/provider"),
                "/settings/sign-in/way" => assert_eq!(page.location(), "/settings/sign-in"),
                "/goals/change" => assert_eq!(page.location(), "/goals"),
                "/held/item" | "/held/erase" | "/held/kind" | "/held/correct" | "/held/differently" => {
                    assert_eq!(page.location(), "/held");
                }
                "/carers/one" => assert_eq!(page.location(), "/carers"),
                "/sharing/one" => assert_eq!(page.location(), "/sharing"),
                "/people/advice/send" => assert_eq!(page.location(), "/people"),
                "/notes/agreement" => assert_eq!(page.location(), "/notes"),
                "/appointments/one" | "/appointments/one/file" => assert_eq!(page.location(), "/appointments"),
                "/receipts/one" | "/receipts/file" => assert_eq!(page.location(), "/receipts"),
                "/receipts/all" | "/check/keys" | "/check/checkpoints" => {
                    assert_eq!(page.headers["content-type"], "application/json");
                }
                "/held/download/file" => assert_eq!(page.location(), "/held/download"),
                "/record.schema.json" => assert_eq!(page.headers["content-type"], "application/schema+json"),
                "/health" => assert_eq!(page.body, "ok\n"),
                // On the way to somewhere else, with nothing on it.
                "/left" => assert_eq!(page.headers["refresh"], "0; url=https://www.bbc.co.uk/weather"),
                _ => {
                    assert_eq!(page.status, StatusCode::OK, "{path} as {person}");
                    page.assert_whole(path);
                }
            }
        }
        for held in site.held(person).await.all() {
            for path in [
                format!("/held/item?what={}", held.id),
                format!("/held/erase?what={}", held.id),
                format!("/held/kind?what={}", held.id.kind().id()),
            ] {
                let page = browser.get(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{path} as {person}");
                page.assert_whole(&path);
            }
        }
        for id in super::records::of(&site, person).await {
            for path in [format!("/held/correct?what={id}"), format!("/held/differently?what={id}")] {
                let page = browser.get(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{path} as {person}");
                page.assert_whole(&path);
            }
        }
        for (id, _) in site.held(person).await.appointments() {
            let path = format!("/appointments/one?which={id}");
            let page = browser.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path} as {person}");
            page.assert_whole(&path);
        }
        for (id, _) in site.held(person).await.agreements() {
            for path in [format!("/notes/agreement?which={id}"), format!("/notes/propose?instead={id}")] {
                let page = browser.get(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{path} as {person}");
                page.assert_whole(&path);
            }
        }
        let held = site.held(person).await;
        let added = held.supporters().map(|(id, _)| format!("/people/supporter?who={id}"));
        let advised =
            held.all_advice().flat_map(|(id, _)| ["", "/send"].map(|end| format!("/people/advice{end}?which={id}")));
        for path in added.chain(advised) {
            let page = browser.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path} as {person}");
            page.assert_whole(&path);
        }
        for goal in site.held(person).await.goals() {
            let page = browser.get(&format!("/goals/change?goal={}", goal.id)).await;
            assert_eq!(page.status, StatusCode::OK);
            page.assert_whole("/goals/change");
        }
    }
}

/// Orca says "form" and "leaving form" round each; nine times on one page, for buttons that say themselves what they do.
#[tokio::test]
async fn a_screen_reader_is_told_of_a_form_only_where_there_is_something_to_fill_in() {
    let site = Site::new().await;
    let mut browsers = vec![site.browser()];
    for person in PEOPLE {
        browsers.push(site.signed_in(person).await);
    }
    let mut bare = 0;
    for mut browser in browsers {
        for Route { path, .. } in pages() {
            for form in super::html::forms(&browser.get(path).await.body) {
                let role = (!form.asks).then_some("none");
                assert_eq!(form.role.as_deref(), role, "{path}: {form:?}");
                bare += usize::from(!form.asks);
            }
        }
    }
    assert!(bare > 100, "{bare}");
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_sign_in_and_sees_nothing() {
    let site = Site::new().await;
    let before = site.everything().await;
    for Route { path, get, post } in routes() {
        if PUBLIC.contains(&path) || path.contains('{') {
            continue;
        }
        let to = if is_at_desk(path) { "/desk/sign-in" } else { "/sign-in" };
        if get {
            let page = site.browser().get(path).await;
            assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, to), "GET {path}");
            assert_eq!(page.body, "", "GET {path}");
        }
        if post && !["/sign-out", "/leave", "/settings/language"].contains(&path) {
            let fields = [("do", "stop"), ("words", "x"), ("audience", "only-me"), ("answer", "yes"), ("goal", "x")];
            let page = site.browser().post(path, &fields).await;
            assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, to), "POST {path}");
        }
    }
    assert_eq!(site.everything().await, before);
}

#[tokio::test]
async fn nothing_is_changed_by_a_get_or_a_head_whatever_it_asks() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let token = browser.token().await;
    let goal = site.held("alex").await.goals()[0].id;
    let before = site.everything().await;
    let query = format!(
        "?token={token}&do=stop&do=take-away&goal={goal}&version=2&words=x&audience=only-me&answer=no&person=priya&language=cy&\
         next=/home&size=largest&device=own&rank-phone=1&from=2027-03-02&until=2027-03-03&longest=10"
    );
    for method in [Method::GET, Method::HEAD] {
        for Route { path, .. } in routes() {
            for address in [path.to_owned(), format!("{path}{query}")] {
                let request = browser.request(method.clone(), &address).body(axum::body::Body::empty()).unwrap();
                let page = browser.send(request).await;
                assert!(page.status.as_u16() < 500, "{method} {address}: {}", page.status);
                assert!(page.set_cookies().is_empty(), "{method} {path} sets {:?}", page.set_cookies());
            }
        }
    }
    assert_eq!(site.everything().await, before);
    assert_eq!(browser.get("/home").await.status, StatusCode::OK, "and they are still signed in");
}

#[tokio::test]
async fn other_ways_to_ask_are_answered_with_a_page_and_change_nothing() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let before = site.everything().await;
    for Route { path, get, post } in routes() {
        for method in ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "GET", "POST"] {
            if (method == "GET" && get) || (method == "POST" && post) {
                continue;
            }
            let request = browser
                .request(Method::from_bytes(method.as_bytes()).unwrap(), path)
                .header("sec-fetch-site", "same-origin")
                .body(axum::body::Body::from("do=stop"))
                .unwrap();
            let page = browser.send(request).await;
            assert!(page.status.is_client_error(), "{method} {path}: {}", page.status);
        }
    }
    assert_eq!(site.everything().await, before);
}

#[tokio::test]
async fn an_address_that_there_is_not_is_a_page_that_says_so_and_not_what_was_asked() {
    let site = Site::new().await;
    for address in
        ["/nothing", "/goals/", "//goals", "/GOALS", "/goals/<script>alert(1)</script>", "/%ff", "/.env", "/assets"]
    {
        let Ok(uri) = address.replace('<', "%3C").replace('>', "%3E").parse::<axum::http::Uri>() else { continue };
        for mut browser in [site.browser(), site.signed_in("alex").await] {
            let page = browser.get(&uri.to_string()).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
            page.assert_whole(address);
            assert!(!page.body.contains("<script>alert") && !page.text().contains("alert"), "{address}");
        }
    }
}

#[tokio::test]
async fn a_query_that_makes_no_sense_is_a_page_and_says_nothing_of_what_is_inside() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    for query in
        ["goal=a&goal=b", "goal=%ff", "goal", "goal=", "=", "&&", "goal=x&%00", "goal[]=1", "a=%zz", "goal=<script>"]
    {
        let page = browser.get(&format!("/goals/change?{}", query.replace('<', "%3C").replace('>', "%3E"))).await;
        assert!(page.status.as_u16() < 500, "{query}: {}", page.status);
        if page.status != StatusCode::SEE_OTHER {
            page.assert_whole(query);
            assert!(!page.body.contains("deserialize") && !page.body.contains("duplicate"), "{}", page.body);
        }
    }
}

#[tokio::test]
async fn an_address_that_cannot_be_read_is_a_page_too() {
    let site = Site::new().await;
    let page = site.browser().get("/assets/%ff").await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    page.assert_whole("/assets/%ff");
    assert!(!page.body.contains("UTF-8 in"), "{}", page.text());
}

#[tokio::test]
async fn the_message_of_what_was_done_says_only_what_there_is_a_message_for() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let plain = browser.get("/goals").await;
    for junk in [
        "<b>you won</b>",
        "nothing",
        "",
        "goal-added2",
        "../../x",
        "goal-added<b>",
        "saved%20",
        "-",
        "done-goal-added",
        "title",
    ] {
        browser.cookies.insert("own-terms-done".to_owned(), junk.to_owned());
        let page = browser.get("/goals").await;
        assert_eq!(page.text(), plain.text(), "{junk}");
    }
    browser.cookies.insert("own-terms-done".to_owned(), "goal-added".to_owned());
    assert!(browser.get("/goals").await.text().contains("Your goal is saved."));
    assert!(!browser.cookies.contains_key("own-terms-done"), "it is shown once");
}

/// Bytes of every sort: none, anything, and forms with anything in them.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let name = prop::sample::select(vec![
        "do",
        "goal",
        "version",
        "words",
        "area",
        "audience",
        "stage",
        "answer",
        "until",
        "from",
        "at",
        "rank-phone",
        "detail-phone",
        "longest",
        "gap",
        "person",
        "next",
        "language",
        "device",
        "size",
        "what",
        "seen",
        "should_be",
        "view",
        "staff",
        "name",
        "ticket",
        "code",
        "email",
        "kept",
        "asked",
        "shared",
        "way",
        "sure",
        "slot",
        "day",
        "format",
        "which",
        "cancels",
        "case_worker",
        "replaces",
        "place",
        "adviser",
        "against",
        "advice",
        "other",
        "message",
        "topic",
        "touch",
        "last",
        "find",
        "x",
        "",
    ]);
    let value = prop_oneof![
        prop::sample::select(vec![
            "stop",
            "mine",
            "afresh",
            "up",
            "take-away",
            "remove",
            "mark",
            "device",
            "%00",
            "%ff%fe",
            "+",
            "1",
            "-1",
            "99999999999999999999",
            "%E2%80%AE",
            "yes",
            "only-me",
            "%0d%0a",
            "00000000000000000000000000000001",
            "suggest",
            "cancel",
            "leave",
            "ask-doctor",
            "2027-03-08T13:00",
            "<script>",
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,12}",
    ];
    let form = prop::collection::vec((name, value), 0..8).prop_map(|pairs| {
        pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&").into_bytes()
    });
    prop_oneof![3 => form, 1 => prop::collection::vec(any::<u8>(), 0..200)]
}

#[test]
fn whatever_bytes_are_sent_to_a_form_there_is_an_answer_and_never_a_failure_of_ours() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let (site, browser, token) = runtime.block_on(async {
        let site = Site::new().await;
        let mut browser = site.signed_in("alex").await;
        browser.sign_in_at_desk("jo").await;
        let token = browser.token().await;
        (site, browser, token)
    });
    let posts: Vec<&str> = routes().into_iter().filter(|route| route.post).map(|route| route.path).collect();
    // By nobody, as these end the session, and the rest would only be led to sign in.
    let ends_it = |path: &str| {
        ["/sign-out", "/leave", "/stay", "/desk/sign-out", "/desk/invitation"].contains(&path)
            || path.starts_with("/sign-in")
            || path.starts_with("/desk/sign-in")
    };
    let nobody = site.browser();
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let with = prop::sample::select(vec![true, true, true, false]);
    runner
        .run(&(prop::sample::select(posts), body(), with), |(path, body, with_token)| {
            let mut sent = if with_token { format!("token={token}&").into_bytes() } else { Vec::new() };
            sent.extend(&body);
            let mut from = if ends_it(path) { nobody.clone() } else { browser.clone() };
            let page = runtime.block_on(from.post_bytes(path, sent));
            let fine = [200, 204, 303, 400, 403, 404, 409, 413, 422].contains(&page.status.as_u16());
            prop_assert!(fine, "{path} {}: {}", String::from_utf8_lossy(&body), page.status);
            // What a device is to be asked, or that it is to be asked nothing, is no page.
            let is_asked = path.ends_with("/passkey/begin") && page.status.is_success();
            if page.status != StatusCode::SEE_OTHER && !is_asked {
                page.assert_whole(path);
            }
            Ok(())
        })
        .unwrap();
    runtime.block_on(async {
        assert_eq!(site.store.check().await.unwrap().wrong, Vec::<String>::new());
        let kept = site.held("alex").await;
        assert!(kept.profile().is_some());
    });
}

#[tokio::test]
async fn what_is_no_form_is_not_read_as_one() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let token = browser.token().await;
    let before = site.everything().await;
    let body = format!("token={token}&do=stop");
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x", "", "application/x-www-form-url"]
    {
        let request = browser
            .request(Method::POST, "/stop")
            .header(header::CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin")
            .body(axum::body::Body::from(body.clone()))
            .unwrap();
        let page = browser.send(request).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{kind}");
        page.assert_whole(kind);
    }
    assert_eq!(site.everything().await, before);
}

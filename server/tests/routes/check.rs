//! Checking a receipt without scripts, and what is published for checking without us.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use own_terms_check::MOST_BYTES;
use own_terms_receipt::{
    file::Published,
    keys::{For, publish},
    read::published_keys,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::{
    Browser, Site,
    support::{HOST, Page},
};
use crate::given::at;

const BOUNDARY: &str = "a-line-that-is-nowhere-else";

/// A form as a browser sends it, with a file chosen (or none, which is an empty one) and something pasted.
fn form(file: &[u8], text: &str) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |head: &str, content: &[u8]| {
        body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n").bytes());
        body.extend(content);
        body.extend(b"\r\n");
    };
    part("name=\"file\"; filename=\"papers.json\"\r\nContent-Type: application/json", file);
    part("name=\"text\"", text.as_bytes());
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

async fn send(browser: &mut Browser, body: impl Into<Body>) -> Page {
    let request = browser
        .request(Method::POST, "/check")
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .header("sec-fetch-site", "same-origin")
        .body(body.into())
        .unwrap();
    browser.send(request).await
}

/// All receipts of a person of the demonstration, as they download them.
async fn receipts(site: &Site) -> String {
    site.signed_in("alex").await.get("/receipts/all").await.body
}

#[tokio::test]
async fn the_page_is_for_anyone_and_holds_all_that_a_check_needs() {
    let site = Site::new().await;
    for mut browser in [site.browser(), site.signed_in("alex").await] {
        let page = browser.get("/check").await;
        assert_eq!(page.status, StatusCode::OK);
        page.assert_whole("/check");
        assert!(page.text().contains("is sent to us. We check it at once, and keep nothing of it."), "{}", page.text());
        let key = site.store.keys().await.unwrap()[0].public.to_string();
        assert!(page.body.contains(&key), "the published key is in the page");
        let form = page.form_with("text");
        assert_eq!(form.action, "/check");
        assert!(page.body.contains("enctype=\"multipart/form-data\""));
        assert!(!page.body.contains("/assets/islands"), "one bundle at most");
    }
}

#[tokio::test]
async fn a_file_as_it_was_downloaded_is_well_whoever_sends_it_and_however() {
    let site = Site::new().await;
    let file = receipts(&site).await;
    for mut browser in [site.browser(), site.signed_in("sam").await] {
        for body in [form(file.as_bytes(), ""), form(b"", &file), form(file.as_bytes(), "something else")] {
            assert_well(&send(&mut browser, body).await);
        }
        // As a browser sends what was pasted, without the last line end.
        let pasted = file.trim_end().replace('\n', "\r\n");
        assert_well(&send(&mut browser, form(b"", &pasted)).await);
        assert_well(&browser.post("/check", &[("text", &pasted)]).await);
    }
}

#[track_caller]
fn assert_well(page: &Page) {
    assert_eq!(page.status, StatusCode::OK);
    page.assert_whole("/check");
    let text = page.text();
    assert!(text.contains("All is well") && text.contains("none is missing"), "{text}");
    assert!(text.contains("The keys that signed it are the ones that we publish"), "{text}");
    assert!(page.body.contains("tabindex=\"-1\" autofocus><h2 id=\"check-answer-title\">"), "it takes the focus");
}

#[tokio::test]
async fn what_was_changed_is_named_by_receipt_and_line_with_what_it_says_now() {
    let site = Site::new().await;
    let file = receipts(&site).await;
    let line = file.lines().position(|line| line.contains("Get out of the house")).unwrap() + 1;
    let changed = file.replacen("Get out of the house", "Stay <script>in</script>", 1);
    let page = send(&mut site.browser(), form(changed.as_bytes(), "")).await;
    page.assert_whole("/check");
    let text = page.text();
    assert!(text.contains("Something in this file is wrong") && !text.contains("All is well"), "{text}");
    assert!(text.contains(&format!("Receipt 2, line {line}: This line is not as it was made.")), "{text}");
    assert!(text.contains("Stay <script>in</script>") && !page.body.contains("<script>in"), "shown, and not run");
}

#[tokio::test]
async fn what_is_no_file_of_receipts_is_said_to_be_none() {
    let site = Site::new().await;
    for bytes in [&b"hello"[..], &[0xff, 0xfe, 0x00], b"{}", b"null", b"<p>"] {
        let page = send(&mut site.browser(), form(bytes, "")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.assert_whole("/check");
        assert!(page.text().contains("This is not a file of receipts that we can read"), "{}", page.text());
    }
}

#[tokio::test]
async fn with_nothing_chosen_it_says_what_to_do() {
    let site = Site::new().await;
    for page in [send(&mut site.browser(), form(b"", " \r\n")).await, site.browser().post("/check", &[]).await] {
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_whole("/check");
        assert!(page.body.contains("<a href=\"#file\">Choose a file, or paste the text.</a>"), "{}", page.body);
    }
}

#[tokio::test]
async fn a_large_file_is_taken_and_a_larger_one_is_refused_with_a_page() {
    let site = Site::new().await;
    let mut browser = site.browser();
    let page = send(&mut browser, form(&vec![b' '; MOST_BYTES], "")).await;
    assert_eq!(page.status, StatusCode::OK);
    for body in [form(&vec![b' '; MOST_BYTES + 1], ""), form(&vec![b' '; MOST_BYTES * 2], "")] {
        // Its length said at once, or only found out.
        let in_pieces = Body::from_stream(futures_util::stream::iter(
            body.chunks(65_536).map(|piece| Ok::<_, std::io::Error>(piece.to_vec())).collect::<Vec<_>>(),
        ));
        for body in [Body::from(body), in_pieces] {
            let page = send(&mut browser, body).await;
            assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
            page.assert_whole("/check");
        }
    }
    let text = "x".repeat(MOST_BYTES + 1);
    assert_eq!(browser.post("/check", &[("text", &text)]).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn of_very_many_at_once_the_last_are_told_when_to_try_again_and_the_rest_are_answered() {
    let site = Site::new().await;
    let file = receipts(&site).await;
    let (reading, mut begun) = tokio::sync::mpsc::unbounded_channel();
    let mut slow = Vec::new();
    for _ in 0..16 {
        let mut reading = Some(reading.clone());
        // Someone who sends nothing for as long as they like; it is told once that the service reads.
        let body = Body::from_stream(futures_util::stream::poll_fn(move |_| {
            reading.take().map(|reading| reading.send(()));
            std::task::Poll::<Option<Result<Vec<u8>, std::io::Error>>>::Pending
        }));
        let mut browser = site.browser();
        slow.push(tokio::spawn(async move { send(&mut browser, body).await }));
        begun.recv().await.unwrap();
    }
    let page = send(&mut site.browser(), form(file.as_bytes(), "")).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.headers[header::RETRY_AFTER], "10");
    page.assert_whole("/check");
    assert_eq!(site.browser().get("/check").await.status, StatusCode::OK, "the page, and the check on the device");
    // One goes, and there is a place again; nothing but reading is left undone.
    slow.pop().unwrap().abort();
    let mut answered = StatusCode::SERVICE_UNAVAILABLE;
    while answered == StatusCode::SERVICE_UNAVAILABLE {
        tokio::task::yield_now().await;
        answered = send(&mut site.browser(), form(file.as_bytes(), "")).await.status;
    }
    assert_eq!(answered, StatusCode::OK);
}

#[tokio::test]
async fn it_is_taken_from_pages_of_ours_alone_and_changes_nothing() {
    let site = Site::new().await;
    let file = receipts(&site).await;
    let before = site.everything().await;
    let mut browser = site.browser();
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")] {
        let request = browser
            .request(Method::POST, "/check")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
            .header(header::HOST, HOST)
            .header(name, value)
            .body(form(file.as_bytes(), "").into())
            .unwrap();
        assert_eq!(browser.send(request).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    assert_well(&send(&mut browser, form(file.as_bytes(), "")).await);
    assert!(browser.cookies.is_empty(), "nothing is noted in the browser either");
    assert_eq!(site.everything().await, before);
}

#[test]
fn whatever_bytes_are_sent_there_is_an_answer() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let site = runtime.block_on(Site::new());
    let file = runtime.block_on(receipts(&site));
    let whole = form(file.as_bytes(), "");
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        prop::collection::vec(any::<u8>(), 0..200).prop_map(|bytes| form(&bytes, "")),
        // The true one with some of it changed, or cut off.
        (0..whole.len(), prop::collection::vec(any::<u8>(), 0..9), any::<bool>()).prop_map(move |(at, more, cut)| {
            let rest = if cut { &[][..] } else { &whole[at..] };
            [&whole[..at], &more, rest].concat()
        }),
    ];
    let mut runner = TestRunner::new(Config { cases: 200, failure_persistence: None, ..Config::default() });
    runner
        .run(&bytes, |bytes| {
            let page = runtime.block_on(send(&mut site.browser(), bytes));
            prop_assert!([200, 400, 422].contains(&page.status.as_u16()), "{}", page.status);
            page.assert_whole("/check");
            Ok(())
        })
        .unwrap();
}

#[tokio::test]
async fn the_keys_are_published_as_the_command_line_reads_them() {
    let site = Site::new().await;
    let before = site.store.keys().await.unwrap();
    site.store.change_key(at(2).at).await.unwrap();
    let page = site.browser().get("/check/keys").await;
    assert_published(&page, "keys.json");
    let keys = published_keys(&page.body).unwrap();
    assert_eq!((keys.len(), keys[0].public), (2, before[0].public));
    assert!(keys[0].until.is_some() && keys[1].until.is_none());
    assert_eq!(page.body, publish(&keys));
}

#[tokio::test]
async fn checkpoints_are_published_from_any_number_on_and_are_signed() {
    let site = Site::new().await;
    let of = |page: &Page| -> Vec<Published> {
        let list: serde_json::Value = serde_json::from_str(&page.body).unwrap();
        serde_json::from_value(list["checkpoints"].clone()).unwrap()
    };
    let mut browser = site.browser();
    assert_eq!(of(&browser.get("/check/checkpoints").await), []);
    for minute in 2..4 {
        let mut sam = site.signed_in("sam").await;
        let words = format!("goal {minute}");
        sam.fill_in("/goals/add", "words", &[("words", words.as_str()), ("audience", "only-me")]).await;
        assert!(site.store.make_checkpoint(at(minute).at).await.unwrap());
        assert!(!site.store.make_checkpoint(at(minute).at).await.unwrap(), "nothing more to prove");
    }
    let page = browser.get("/check/checkpoints").await;
    assert_published(&page, "checkpoints.json");
    let all = of(&page);
    assert_eq!((all[0].number, all[1].number, all.len()), (1, 2, 2));
    assert_eq!(all[1].previous.0, all[0].checkpoint().hash());
    let key = site.store.keys().await.unwrap()[0];
    let is_signed = |one: &Published| key.has_signed(For::Checkpoint, &one.checkpoint().hash(), &one.signed(), one.at);
    assert!(all.iter().all(is_signed));
    assert_eq!(of(&browser.get("/check/checkpoints?after=1").await), all[1..]);
    assert_eq!(of(&browser.get("/check/checkpoints?after=4294967295").await), []);
    for wrong in ["x", "-1", "4294967296", "1.5", "%ff"] {
        let page = browser.get(&format!("/check/checkpoints?after={wrong}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[track_caller]
fn assert_published(page: &Page, name: &str) {
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.headers[header::CONTENT_TYPE], "application/json");
    assert_eq!(page.headers[header::CACHE_CONTROL], "public, max-age=60");
    assert_eq!(page.headers[header::CONTENT_DISPOSITION], format!("inline; filename=\"{name}\""));
    assert!(page.set_cookies().is_empty());
}

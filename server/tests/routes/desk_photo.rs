//! The photo of a case worker: theirs to put there and to take away, seen by whoever is signed in, and kept by no browser.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use image::DynamicImage;
use own_terms::demo;
use own_terms_domain::{
    photo::{MOST_SENT, SIDE},
    staff::Staff,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::{
    Browser, Site,
    matrix::plain,
    support::{Page, encode},
};
use crate::given::text;
use crate::photo::pictures::{ICON, SECRET, jpeg, jpeg_with, noise, png, png_saying};

const BOUNDARY: &str = "a-line-that-is-nowhere-else";
const NONE: &str = "00000000000080008000000000000999";

/// A form as a browser sends it, with what was chosen.
fn form(fields: &[(&str, &str)], file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |head: &str, content: &[u8]| {
        body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n").bytes());
        body.extend(content);
        body.extend(b"\r\n");
    };
    for (name, value) in fields {
        part(&format!("name=\"{name}\""), value.as_bytes());
    }
    part("name=\"photo\"; filename=\"../../<me>.svg\"\r\nContent-Type: image/svg+xml", file);
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

async fn send(browser: &mut Browser, path: &str, body: impl Into<Body>) -> Page {
    let request = browser
        .request(Method::POST, path)
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .header("sec-fetch-site", "same-origin")
        .body(body.into())
        .unwrap();
    browser.send(request).await
}

/// Puts what is in a file there, from the page that is for it.
async fn put(browser: &mut Browser, file: &[u8]) -> Page {
    let token = browser.desk_token().await;
    send(browser, "/desk/photo", form(&[("token", &token), ("do", "put")], file)).await
}

#[track_caller]
fn assert_went(page: &Page, to: &str) {
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, to), "{}", page.text());
}

fn a_face() -> Vec<u8> {
    jpeg_with(&jpeg(&DynamicImage::ImageRgb8(noise(400, 300))), Some(6), &[(0xfe, SECRET)])
}

async fn of(site: &Site, word: &str) -> Staff {
    let id = demo::staff::named(word).unwrap();
    site.store.all_staff().await.unwrap().into_iter().find(|one| one.id == id).unwrap()
}

/// Where the photo of somebody is, for people.
async fn address(site: &Site, word: &str) -> String {
    format!("/people/photo?which={}", of(site, word).await.photo.unwrap())
}

#[tokio::test]
async fn what_a_case_worker_puts_there_people_see_beside_the_name_until_it_is_taken_away() {
    let site = Site::new().await;
    let mut samira = site.at_desk("samira").await;
    let page = samira.get("/desk/photo").await;
    page.assert_whole("/desk/photo");
    assert!(
        page.body.contains("enctype=\"multipart/form-data\"") && page.text().contains("This is how people see you.")
    );
    let before = address(&site, "samira").await;
    assert_went(&put(&mut samira, &a_face()).await, "/desk/photo");
    let page = samira.get("/desk/photo").await.text();
    assert!(page.contains("Your photo is there. You can take it away at any time."), "{page}");
    let now = address(&site, "samira").await;
    let mut alex = site.signed_in("alex").await;
    let page = alex.get("/people/case-worker").await;
    let image =
        |at: &str| format!("<img src=\"{at}\" alt=\"\" width=\"96\" height=\"96\" loading=\"lazy\" class=\"photo\">");
    assert!(page.body.contains(&image(&now)) && !page.body.contains(&before), "{}", page.body);
    assert_eq!(alex.get_file(&before).await.0, StatusCode::NOT_FOUND, "the one before is gone");
    let (status, headers, file) = alex.get_file(&now).await;
    assert_eq!(status, StatusCode::OK);
    let is = |name: &str, value: &str| assert_eq!(headers[name], value);
    is("content-type", "image/jpeg");
    is("x-content-type-options", "nosniff");
    is("cache-control", "no-store");
    is("content-disposition", "inline; filename=\"photo.jpg\"");
    is("cross-origin-resource-policy", "same-origin");
    let opened = image::load_from_memory(&file).unwrap();
    assert_eq!((opened.width(), opened.height()), (SIDE, SIDE));
    assert!(!file.windows(SECRET.len()).any(|window| window == SECRET));
    // It is taken away with one press, and is gone for whoever has its address.
    let token = samira.desk_token().await;
    assert_went(&samira.post("/desk/photo", &[("token", &token), ("do", "take-away")]).await, "/desk/photo");
    let page = samira.get("/desk/photo").await.text();
    assert!(page.contains("Your photo is gone.") && page.contains("You have no photo here."), "{page}");
    assert_eq!(alex.get_file(&now).await.0, StatusCode::NOT_FOUND);
    let page = alex.get("/people/case-worker").await;
    assert!(page.text().contains("Samira Khan") && page.body.matches("<img").count() == 1, "Jo's alone: {}", page.body);
    assert_eq!(of(&site, "samira").await.photo, None);
}

#[tokio::test]
async fn a_photo_stands_where_people_choose_and_where_they_read_whom_they_chose_and_whom_they_meet() {
    let site = Site::new().await;
    let jos = address(&site, "jo").await;
    let mut rosa = site.signed_in("rosa").await;
    let page = rosa.get("/people/case-worker").await;
    assert!(page.body.contains(&format!("src=\"{jos}\" alt=\"Photo of Jo Evans\"")), "{}", page.body);
    let meets = "/appointments/one?which=00000000000080008000000000000a01";
    for path in ["/people", meets] {
        let page = rosa.get(path).await;
        assert_eq!(page.body.matches("<img").count(), 1, "{path}");
        assert!(page.body.contains(&format!("src=\"{jos}\" alt=\"\" width=\"96\"")), "{path}: {}", page.body);
    }
    // What someone is called is text there too.
    let jo = of(&site, "jo").await;
    site.store.put_staff(&Staff { name: text("Jo \"<b>Evans</b>"), ..jo.clone() }).await.unwrap();
    let page = rosa.get("/people/case-worker").await;
    assert!(page.body.contains("alt=\"Photo of Jo &quot;&lt;b&gt;Evans&lt;/b&gt;\""), "{}", page.body);
    assert_eq!(of(&site, "jo").await.photo, jo.photo, "who they are is kept anew, and their photo stays");
    // Where somebody has none there is nothing in its place.
    site.store.take_photo_away(jo.id).await.unwrap();
    for path in ["/people", meets] {
        assert!(!rosa.get(path).await.body.contains("<img"), "{path}");
    }
}

#[tokio::test]
async fn whoever_is_signed_in_sees_it_and_to_everyone_else_it_is_as_one_that_there_is_not() {
    let site = Site::new().await;
    let jos = address(&site, "jo").await;
    let at_desk = jos.replace("/people/photo", "/desk/photo/file");
    let mut carer = site.signed_in("jamie").await;
    let helps = [("who", "00000000000080008000000000000901"), ("do", "act")];
    assert_went(&carer.submit("/helping", &helps).await, "/home");
    for mut browser in [site.signed_in("alex").await, site.signed_in("tom").await, carer] {
        assert_eq!(browser.get_file(&jos).await.0, StatusCode::OK);
        assert_eq!(browser.get(&at_desk).await.status, StatusCode::NOT_FOUND, "the desk knows nothing of people");
    }
    for word in ["jo", "gwen", "owen"] {
        let mut browser = site.at_desk(word).await;
        assert_eq!(browser.get_file(&at_desk).await.0, StatusCode::OK, "{word}");
        assert_eq!(browser.get(&jos).await.status, StatusCode::NOT_FOUND, "nor people's pages of it");
    }
    let mut out = site.signed_in("sam").await;
    out.post("/sign-out", &[]).await;
    for mut browser in [site.browser(), out, Browser { router: site.later(24 * 60), ..site.signed_in("alex").await }] {
        for at in [&jos, &at_desk] {
            let missing = format!("{}{NONE}", at.split_inclusive('=').next().unwrap());
            let (there, none) = (browser.get(at).await, browser.get(&missing).await);
            there.assert_whole(at);
            assert_eq!(there.status, StatusCode::NOT_FOUND);
            assert_eq!(plain(&there, "-"), plain(&none, "-"), "{at}");
        }
    }
    let mut alex = site.signed_in("alex").await;
    for which in ["", "x", NONE, "../jo.png", "%00", &"a".repeat(4000)] {
        let page = alex.get(&format!("/people/photo?{}", encode(&[("which", which)]))).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{which:.20}");
        page.assert_whole("/people/photo");
    }
}

#[tokio::test]
async fn nobody_puts_one_there_for_another_and_an_administrator_can_only_take_it_away() {
    let site = Site::new().await;
    let before = of(&site, "jo").await.photo;
    for word in ["gwen", "owen"] {
        let mut browser = site.at_desk(word).await;
        assert_eq!(browser.get("/desk/photo").await.status, StatusCode::NOT_FOUND, "nobody chooses them");
        let jo = demo::staff::named("jo").unwrap().to_string();
        let token = browser.desk_token().await;
        let fields = [("token", token.as_str()), ("who", &jo), ("do", "put")];
        assert_eq!(send(&mut browser, "/desk/photo", form(&fields, &a_face())).await.status, StatusCode::NOT_FOUND);
        let page = send(&mut browser, "/desk/staff", form(&fields, &a_face())).await;
        assert!(page.status.is_client_error(), "{}", page.status);
    }
    // A number of somebody else's in one's own form changes nothing: it is about whoever is signed in.
    let mut samira = site.at_desk("samira").await;
    let jo = demo::staff::named("jo").unwrap();
    let (token, whose) = (samira.desk_token().await, jo.to_string());
    let fields = [("token", token.as_str()), ("who", &whose), ("staff", &whose), ("do", "put")];
    assert_went(&send(&mut samira, "/desk/photo", form(&fields, &a_face())).await, "/desk/photo");
    assert_eq!(of(&site, "jo").await.photo, before);
    let mut owen = site.at_desk("owen").await;
    let page = owen.get("/desk/staff").await;
    assert_eq!(page.body.matches("<img").count(), 2, "{}", page.body);
    assert!(page.body.contains("src=\"/desk/photo/file?which="), "{}", page.body);
    let token = page.forms()[0].all("token").next().unwrap().to_owned();
    let fields = [("token", token.as_str()), ("who", &whose), ("do", "take-photo-away")];
    assert_went(&owen.post("/desk/staff", &fields).await, "/desk/staff");
    assert!(owen.get("/desk/staff").await.text().contains("Tell them that you took it away, and why."));
    assert_eq!(of(&site, "jo").await.photo, None);
    assert!(of(&site, "samira").await.photo.is_some(), "and nobody else's");
    // Whoever works here no more has none, though they come back.
    let samiras = demo::staff::named("samira").unwrap();
    site.store.close_staff(samiras).await.unwrap();
    let closed = of(&site, "samira").await;
    assert_eq!(closed.photo, None);
    site.store.put_staff(&Staff { closed: false, ..closed }).await.unwrap();
    assert_eq!(of(&site, "samira").await.photo, None);
}

#[tokio::test]
async fn what_is_taken_away_or_has_another_in_its_place_is_in_no_file_any_more() {
    let site = Site::new().await;
    let id = of(&site, "jo").await.photo.unwrap();
    let photo = site.store.photo(id).await.unwrap().unwrap();
    // It is stored in pieces, so several short ones are looked for.
    let is_there = |jpeg: &[u8]| {
        let log = format!("{}-wal", site.database().display());
        let files = [std::fs::read(site.database()).unwrap(), std::fs::read(log).unwrap_or_default()];
        let has = |piece: &[u8]| files.iter().any(|file| file.windows(piece.len()).any(|window| window == piece));
        jpeg[jpeg.len() / 2..].chunks_exact(48).take(24).any(has)
    };
    assert!(is_there(photo.jpeg()), "or this would say nothing");
    let mut jo = site.at_desk("jo").await;
    assert_went(&put(&mut jo, &a_face()).await, "/desk/photo");
    let second = site.store.photo(of(&site, "jo").await.photo.unwrap()).await.unwrap().unwrap();
    assert!(!is_there(photo.jpeg()) && is_there(second.jpeg()));
    let token = jo.desk_token().await;
    assert_went(&jo.post("/desk/photo", &[("token", &token), ("do", "take-away")]).await, "/desk/photo");
    assert!(!is_there(second.jpeg()));
    assert_went(&put(&mut jo, &a_face()).await, "/desk/photo");
    assert!(is_there(second.jpeg()));
    site.store.close_staff(of(&site, "jo").await.id).await.unwrap();
    assert!(!is_there(second.jpeg()));
}

#[tokio::test]
async fn a_file_that_becomes_no_photo_is_met_by_the_page_which_says_what_to_do_and_changes_nothing() {
    let site = Site::new().await;
    let mut jo = site.at_desk("jo").await;
    let before = of(&site, "jo").await.photo;
    let small = png(&DynamicImage::ImageRgb8(noise(200, 200)));
    let mistakes: [(&[u8], &str); 8] = [
        (b"", "Choose a picture first."),
        (b"<svg><script>alert(1)</script></svg>", "This is no JPEG and no PNG."),
        (b"GIF89a", "This is no JPEG and no PNG."),
        (ICON, "This picture is too small to see a face in. Choose one that is at least 192 pixels wide and high."),
        (&png_saying(&small, 60_000, 60_000), "This picture has more than 25 million pixels."),
        (&small[..200], "This picture cannot be opened"),
        (&a_face()[..800], "This picture cannot be opened"),
        (&vec![0xff; MOST_SENT + 1], "This file has more than 8 MB."),
    ];
    for (file, said) in mistakes {
        let page = put(&mut jo, file).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        page.assert_whole("/desk/photo");
        assert!(page.text().matches(said).count() == 2, "at the top and beside the field: {}", page.text());
        assert!(page.body.contains("<a href=\"#photo\">") && page.body.contains("id=\"photo-error\""), "{}", page.body);
        assert!(page.body.contains("<title>Error") && !page.body.contains("<script>alert"), "{}", page.body);
    }
    // A button without a file, as a browser sends it that knows nothing of files.
    let token = jo.desk_token().await;
    let page = jo.post("/desk/photo", &[("token", &token), ("do", "put")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    for pressed in ["", "close", "take-photo-away"] {
        let fields = [("token", token.as_str()), ("do", pressed)];
        assert_eq!(send(&mut jo, "/desk/photo", form(&fields, &a_face())).await.status, StatusCode::BAD_REQUEST);
    }
    assert_eq!(of(&site, "jo").await.photo, before);
}

#[tokio::test]
async fn more_than_is_taken_is_refused_with_a_page_whether_its_length_is_said_at_once_or_found_out() {
    let site = Site::new().await;
    let mut jo = site.at_desk("jo").await;
    let token = jo.desk_token().await;
    let in_pieces = |body: &[u8]| {
        let pieces: Vec<_> = body.chunks(65_536).map(|piece| Ok::<_, std::io::Error>(piece.to_vec())).collect();
        Body::from_stream(futures_util::stream::iter(pieces))
    };
    let fields = [("token", token.as_str()), ("do", "put")];
    for (length, status) in [(MOST_SENT + 1, 422), (5 * MOST_SENT, 413)] {
        let body = form(&fields, &vec![0xff; length]);
        for body in [in_pieces(&body), Body::from(body)] {
            let page = send(&mut jo, "/desk/photo", body).await;
            assert_eq!(page.status.as_u16(), status, "{}", page.text());
            page.assert_whole("/desk/photo");
        }
    }
    // What is typed has a measure of its own.
    let long = "x".repeat(200_000);
    let page = send(&mut jo, "/desk/photo", form(&[("token", &token), ("do", &long)], &a_face())).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    page.assert_whole("/desk/photo");
}

#[tokio::test]
async fn from_elsewhere_or_without_the_token_of_this_session_nothing_is_put_there() {
    let site = Site::new().await;
    let before = of(&site, "jo").await.photo;
    let mut jo = site.at_desk("jo").await;
    let (token, other) = (jo.desk_token().await, site.at_desk("samira").await.desk_token().await);
    let people = site.signed_in("alex").await.token().await;
    for token in ["", "x", &other, &people] {
        let page = send(&mut jo, "/desk/photo", form(&[("token", token), ("do", "put")], &a_face())).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        page.assert_whole("/desk/photo");
    }
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")] {
        let request = jo
            .request(Method::POST, "/desk/photo")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
            .header(name, value)
            .body(form(&[("token", &token), ("do", "put")], &a_face()).into())
            .unwrap();
        assert_eq!(jo.send(request).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    assert_eq!(of(&site, "jo").await.photo, before);
    assert_went(
        &send(&mut jo, "/desk/photo", form(&[("token", &token), ("do", "put")], &a_face())).await,
        "/desk/photo",
    );
    assert_ne!(of(&site, "jo").await.photo, before);
}

#[tokio::test]
async fn whoever_was_signed_out_meanwhile_is_told_that_the_picture_did_not_arrive() {
    let site = Site::new().await;
    let before = of(&site, "jo").await.photo;
    let mut jo = site.at_desk("jo").await;
    let token = jo.desk_token().await;
    jo.clone().post("/desk/sign-out", &[]).await;
    let page = send(&mut jo, "/desk/photo", form(&[("token", &token), ("do", "put")], &a_face())).await;
    assert_went(&page, "/desk/sign-in");
    let page = jo.get("/desk/sign-in").await.text();
    assert!(page.contains("You were signed out before the picture arrived. Sign in, and choose it again."), "{page}");
    // Signed in again in another tab: the page from before does nothing by itself.
    jo.sign_in_at_desk("jo").await;
    let page = send(&mut jo, "/desk/photo", form(&[("token", &token), ("do", "put")], &a_face())).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    page.assert_whole("/desk/photo");
    assert!(page.text().contains("This page was from before you signed in, so nothing was done."), "{}", page.text());
    assert_eq!(of(&site, "jo").await.photo, before);
}

#[tokio::test]
async fn where_a_device_asks_for_little_data_photos_wait_until_they_are_asked_for() {
    let site = Site::new().await;
    let browser = site.signed_in("rosa").await;
    let get = async |path: &str, saves: &str| {
        let request = browser.request(Method::GET, path).header("save-data", saves).body(Body::empty()).unwrap();
        browser.clone().send(request).await
    };
    let meets = "/appointments/one?which=00000000000080008000000000000a01";
    for path in ["/people/case-worker", "/people", meets] {
        assert!(!get(path, "on").await.body.contains("<img"), "{path}");
        assert!(get(path, "off").await.body.contains("<img"), "{path}");
    }
    // Whoever puts one there sees what people see.
    let jo = site.at_desk("jo").await;
    let request = jo.request(Method::GET, "/desk/photo").header("save-data", "on").body(Body::empty()).unwrap();
    assert!(jo.clone().send(request).await.body.contains("<img"));
    let page = get("/people/case-worker", "on").await;
    page.assert_whole("/people/case-worker");
    assert!(page.text().contains("so photos are left out. Show the photos"), "{}", page.text());
    let page = get("/people/case-worker?photos=yes", "on").await;
    assert!(page.body.contains("<img") && !page.text().contains("left out"), "{}", page.text());
    for one in site.store.all_staff().await.unwrap() {
        site.store.take_photo_away(one.id).await.unwrap();
    }
    assert!(!get("/people/case-worker", "on").await.text().contains("left out"), "there is none to leave out");
}

#[test]
fn whatever_bytes_come_with_the_form_there_is_a_page_and_never_a_failure_of_ours() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let (site, browser, token) = runtime.block_on(async {
        let site = Site::new().await;
        let mut jo = site.at_desk("jo").await;
        let token = jo.desk_token().await;
        (site, jo, token)
    });
    let file = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        prop::sample::select(vec![&b"\xff\xd8\xff\xe0"[..], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"--", b"\r\n\r\n"])
            .prop_map(<[u8]>::to_vec),
    ];
    let whole = (file, any::<bool>()).prop_map(move |(file, with)| {
        let token = if with { token.as_str() } else { "x" };
        form(&[("token", token), ("do", "put")], &file)
    });
    let body = prop_oneof![
        3 => (whole, any::<prop::sample::Index>(), any::<u8>(), any::<bool>()).prop_map(|(mut body, at, byte, cut)| {
            let at = at.index(body.len());
            body[at] = byte;
            if cut {
                body.truncate(at);
            }
            body
        }),
        1 => prop::collection::vec(any::<u8>(), 0..200),
    ];
    let mut runner = TestRunner::new(Config { cases: 150, failure_persistence: None, ..Config::default() });
    runner
        .run(&body, |body| {
            let page = runtime.block_on(send(&mut browser.clone(), "/desk/photo", body));
            prop_assert!([303, 400, 403, 413, 422].contains(&page.status.as_u16()), "{}", page.status);
            if page.status != StatusCode::SEE_OTHER {
                page.assert_whole("/desk/photo");
            }
            Ok(())
        })
        .unwrap();
    let whole = runtime.block_on(async { site.store.check().await.unwrap().wrong });
    assert_eq!(whole, Vec::<String>::new());
}

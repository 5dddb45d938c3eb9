//! Reading settings, the device, and the language at the foot of each page.

use axum::http::StatusCode;
use own_terms_domain::reading::{Contrast, Language, Reading, Spacing, TextSize};

use super::{Site, encode};

const READING: [(&str, &str); 4] =
    [("size", "largest"), ("spacing", "wider"), ("contrast", "most"), ("language", "cy")];

#[tokio::test]
async fn they_work_for_anyone_and_are_kept_with_whoever_is_signed_in() {
    let site = Site::new().await;
    let mut nobody = site.browser();
    let done = nobody.post("/settings", &READING).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/settings"));
    assert_eq!(nobody.cookies["own-terms-reading"], "largest.wider.most.cy");
    assert!(nobody.get("/").await.body.contains("lang=\"cy\""));
    let mut sam = site.signed_in("sam").await;
    assert_eq!(sam.submit("/settings", &READING).await.status, StatusCode::SEE_OTHER);
    let held = Reading {
        size: TextSize::Largest,
        spacing: Spacing::Wider,
        contrast: Contrast::Most,
        language: Language::Welsh,
    };
    assert_eq!(site.held("sam").await.reading(), held);
    // On another device, from signing in on.
    let mut other = site.signed_in("sam").await;
    assert!(other.get("/home").await.body.contains("lang=\"cy\""));
}

#[tokio::test]
async fn what_was_set_on_another_device_meanwhile_is_shown_beside_what_was_chosen_and_nothing_is_overwritten() {
    let site = Site::new().await;
    let (mut here, mut there) = (site.signed_in("sam").await, site.signed_in("sam").await);
    let mut opened = here.get("/settings").await.form_with("size");
    assert_eq!(there.submit("/settings", &READING).await.status, StatusCode::SEE_OTHER);
    let stands = site.held("sam").await.reading();
    assert_eq!(stands.size, TextSize::Largest);
    for chosen in [("size", "larger"), ("spacing", "usual"), ("contrast", "dark"), ("language", "en")] {
        opened.fields.retain(|(name, _)| name != chosen.0);
        opened.fields.push((chosen.0.to_owned(), chosen.1.to_owned()));
    }
    let pairs = |form: &super::html::Form| -> String {
        encode(&form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>())
    };
    let page = here.post_bytes("/settings", pairs(&opened)).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.assert_whole("both");
    assert!(page.text().contains("Text size: Largest") && page.text().contains("Language: Cymraeg"), "{}", page.text());
    let again = page.form_with("size");
    assert_eq!(again.all("size").next(), Some("larger"), "what was chosen is still chosen");
    assert_eq!(site.held("sam").await.reading(), stands, "nothing was overwritten");
    assert!(!here.cookies.contains_key("own-terms-reading"), "not on the device either");
    // Pressed again, now that both were seen.
    assert_eq!(here.post_bytes("/settings", pairs(&again)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.held("sam").await.reading().size, TextSize::Larger);
    assert_eq!(here.cookies["own-terms-reading"], "larger.usual.dark.en");
}

#[tokio::test]
async fn the_language_at_the_foot_changes_nothing_else_that_was_set_on_another_device() {
    let site = Site::new().await;
    let (mut here, mut there) = (site.signed_in("sam").await, site.signed_in("sam").await);
    there.submit("/settings", &READING).await;
    here.submit("/settings/language", &[("language", "en"), ("next", "/home")]).await;
    let held = site.held("sam").await.reading();
    let kept = Reading {
        size: TextSize::Largest,
        spacing: Spacing::Wider,
        contrast: Contrast::Most,
        language: Language::English,
    };
    assert_eq!(held, kept);
    assert_eq!(here.cookies["own-terms-reading"], "usual.usual.device.en", "this device stays as it was");
    // What would be saved is what is held.
    assert_eq!(here.get("/settings").await.form_with("size").all("size").next(), Some("largest"));
}

#[tokio::test]
async fn a_cookie_that_is_no_setting_is_as_usual() {
    let site = Site::new().await;
    for junk in ["", "....", "largest", "<script>.x.y.z", "usual.usual.device.xx", &"a".repeat(4000)] {
        let mut browser = site.browser();
        browser.cookies.insert("own-terms-reading".to_owned(), junk.to_owned());
        let page = browser.get("/").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("lang=\"en\"") && !page.body.contains("<script>."));
    }
}

#[tokio::test]
async fn a_device_is_ones_own_only_once_one_says_so() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let own = |browser: &super::Browser| browser.cookies.contains_key("own-terms-own-device");
    assert!(!own(&browser));
    assert_eq!(browser.submit("/settings", &[("do", "device"), ("device", "own")]).await.status, StatusCode::SEE_OTHER);
    assert!(own(&browser));
    let done = browser.submit("/settings", &[("do", "device"), ("device", "shared")]).await;
    assert!(!own(&browser));
    assert_eq!(done.headers["clear-site-data"], "\"storage\"", "nor for the others is what was being written on it");
}

#[tokio::test]
async fn a_device_that_stays_ones_own_keeps_what_is_on_it() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    for answer in [("device", "own"), ("device", ""), ("device", "else")] {
        let done = browser.submit("/settings", &[("do", "device"), answer]).await;
        assert!(!done.headers.contains_key("clear-site-data"), "{answer:?}");
    }
}

#[tokio::test]
async fn a_button_that_saves_one_form_of_several_says_which_in_one_phrase() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let goal = site.held("alex").await.goals()[0].id;
    let change = format!("/goals/change?goal={goal}");
    for (language, said) in [
        ("en", ["Save who uses this device", "Save where you are with it"]),
        ("cy", ["Cadw pwy sy'n defnyddio'r ddyfais hon", "Cadw ble rydych chi arni gyda'r nod"]),
    ] {
        browser.submit("/settings/language", &[("language", language), ("next", "/home")]).await;
        for (path, said) in ["/settings", &change].into_iter().zip(said) {
            let page = browser.get(path).await;
            assert!(page.text().contains(said), "{said}: {}", page.text());
        }
    }
}

#[tokio::test]
async fn the_language_at_the_foot_leads_back_to_the_page_and_nowhere_else() {
    let site = Site::new().await;
    for mut browser in [site.browser(), site.signed_in("sam").await] {
        let done = browser.submit("/settings/language", &[("language", "cy"), ("next", "/goals/add")]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/goals/add"));
        assert!(browser.get("/").await.body.contains("lang=\"cy\""));
        for elsewhere in [
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "HTTPS:evil.example",
            "javascript:alert(1)",
            "/%2f/evil.example",
            "/goals\r\nSet-Cookie: a=b",
            "/\t/evil.example",
            "/\n/evil.example",
            "evil.example",
            "",
            " /goals",
            "/goals?next=//evil.example",
            "/goals#x",
            "/../..//evil",
            "/.evil.example",
            "/\u{2044}evil.example",
        ] {
            let done = browser.submit("/settings/language", &[("language", "en"), ("next", elsewhere)]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{elsewhere:?}");
            assert_eq!(done.location(), "/", "{elsewhere:?}");
        }
        let done = browser.submit("/settings/language", &[("language", "<xx>"), ("next", "/home")]).await;
        assert_eq!(done.location(), "/home", "a language that there is none of changes nothing");
    }
}

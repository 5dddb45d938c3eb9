//! Taking everything away: a page that says what each file is for, and the files.

use axum::http::StatusCode;
use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::reading::Choice as _;

use super::Site;

#[tokio::test]
async fn the_page_offers_each_kind_of_file_with_its_length_and_says_who_could_read_it() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let page = browser.get("/held/download").await;
    page.assert_whole("/held/download");
    let text = page.text();
    assert!(text.contains("You do not have to. It will not affect your benefits."), "{text}");
    assert!(text.contains("Anyone who can use that device may be able to open it."));
    assert!(text.contains("You have no breaks and nothing is agreed, so there is nothing for a calendar yet."));
    for kind in FileKind::ALL.iter().filter(|kind| **kind != FileKind::Calendar) {
        assert!(page.body.contains(&format!("href=\"/held/download/file?as={}\"", kind.id())), "{kind:?}");
    }
    assert_eq!(text.matches(" kB)").count(), FileKind::ALL.len() - 1);
    // All of it is one look: this session's.
    let rows = |body: &str| super::html::tag_names(body).iter().filter(|name| **name == "tr").count();
    let before = rows(&browser.get("/held").await.body);
    browser.get("/held/download/file?as=json").await;
    assert_eq!(rows(&browser.get("/held").await.body), before);
}

#[tokio::test]
async fn a_file_is_saved_under_a_name_that_tells_nothing_and_kept_by_nobody_on_the_way() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let address = "/held/download/file?as=calendar";
    assert_eq!(browser.get(address).await.status, StatusCode::NOT_FOUND, "there is no break");
    let days = [("from", "2029-03-05"), ("until", "2029-03-06"), ("name", "hospital")];
    assert_eq!(browser.fill_in("/appointments/terms/breaks", "from", &days).await.status, StatusCode::SEE_OTHER);
    for kind in FileKind::ALL {
        let request = browser
            .request(axum::http::Method::GET, &format!("/held/download/file?as={}", kind.id()))
            .body(axum::body::Body::empty())
            .unwrap();
        let answer = tower::ServiceExt::oneshot(browser.router.clone(), request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{kind:?}");
        let headers = answer.headers().clone();
        let name = headers["content-disposition"].to_str().unwrap();
        assert!(name.starts_with("attachment; filename=\"papers-2027-02-28"), "{name}");
        let about: usize = headers["x-about-length"].to_str().unwrap().parse().unwrap();
        let length = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap().len();
        // Good enough to show how far it is.
        assert!(about.abs_diff(length) <= length / 2, "{kind:?}: about {about}, and it is {length}");
        for told in ["alex", "health", "own", "terms", "fhir", "record", "benefit"] {
            assert!(!name.to_lowercase().contains(told), "{name}");
        }
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(headers["x-content-type-options"], "nosniff");
    }
    assert_eq!(browser.get("/held/download/file?as=exe").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_elses_is_in_a_file() {
    let site = Site::new().await;
    let text = site.signed_in("priya").await.get("/held/download/file?as=json").await.body;
    assert!(text.contains("Finish the quilt"));
    for theirs in ["rent", "07700", "Alex", "my sister", "Sleep through the night"] {
        assert!(!text.contains(theirs), "{theirs}");
    }
}

#[tokio::test]
async fn a_log_of_many_looks_is_taken_away_whole() {
    let site = Site::new().await;
    for _ in 0..250 {
        site.signed_in("tom").await.get("/home").await;
    }
    let text = site.signed_in("tom").await.get("/held/download/file?as=json").await.body;
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let numbers: Vec<u64> =
        json["looks"].as_array().unwrap().iter().map(|look| look["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
    assert!(numbers.len() > 250, "{}", numbers.len());
}

#[tokio::test]
async fn whoever_only_looked_is_named_in_the_files_as_on_the_page() {
    let site = Site::new().await;
    let mut browser = site.signed_in("rosa").await;
    for kind in ["json", "fhir"] {
        let text = browser.get(&format!("/held/download/file?as={kind}")).await.body;
        for name in ["Samira Khan, case worker at Riverside Support", "Jo Evans, case worker at Riverside Support"] {
            assert!(text.contains(name), "{kind}: {name}");
        }
    }
}

#[tokio::test]
async fn the_schema_is_there_for_anyone() {
    let site = Site::new().await;
    let page = site.browser().get("/record.schema.json").await;
    let schema: serde_json::Value = serde_json::from_str(&page.body).unwrap();
    assert_eq!(schema["properties"]["format"]["const"], "own-terms record 1");
}

//! Receipts: on pages in plain words, and as files that check.

use own_terms::app::Settings;
use own_terms_receipt::{
    check::{Wrong, check},
    code,
    file::File,
};

use super::{Browser, Site};

async fn keys(site: &Site) -> Vec<own_terms_receipt::keys::PublicKey> {
    site.store.keys().await.unwrap()
}

/// The text of a file that was asked for.
async fn download(browser: &mut Browser, address: &str) -> String {
    let page = browser.get(address).await;
    assert_eq!(page.status, 200, "{address}");
    let name = page.headers["content-disposition"].to_str().unwrap();
    let plain =
        ["slips-2027-", "slip-"].iter().any(|plain| name.starts_with(&format!("attachment; filename=\"{plain}")));
    assert!(plain, "{name} tells nothing");
    assert_eq!(page.headers["x-about-length"], page.body.len().to_string().as_str());
    assert_eq!(page.headers["cache-control"], "no-store");
    page.body
}

#[tokio::test]
async fn all_of_them_are_one_file_that_checks_against_the_published_keys() {
    let site = Site::new().await;
    for person in ["alex", "priya", "tom", "megan", "sam"] {
        site.store.make_checkpoint(crate::given::at(1).at).await.unwrap();
        let mut browser = site.signed_in(person).await;
        for address in ["/receipts/all", "/receipts/all?without=words"] {
            let text = download(&mut browser, address).await;
            let report = check(&text, Some(&keys(&site).await));
            assert!(report.is_well(), "{person}: {:?}\n{text}", report.faults);
            assert!(report.whole && report.receipts > 0 && report.anchored.is_some(), "{person}");
        }
    }
}

#[tokio::test]
async fn a_receipt_says_what_was_done_what_applied_before_and_after_and_by_whom() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let done = browser
        .fill_in("/appointments/terms/pace", "longest", &[("longest", "45"), ("gap", "14"), ("notice", "7")])
        .await;
    assert_eq!(done.status, 303, "{}", done.text());
    let list = browser.get("/receipts").await;
    list.assert_whole("/receipts");
    let newest = list.body.split("/receipts/one?number=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let page = browser.get(&format!("/receipts/one?number={newest}")).await;
    page.assert_whole("/receipts/one");
    let text = page.text();
    for said in ["How long and how often", "up to 20 minutes", "up to 45 minutes", "you", "February 2027"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // The same words are in the file, and so is what was written, for whoever wants it.
    let file = download(&mut browser, &format!("/receipts/file?number={newest}")).await;
    assert!(check(&file, Some(&keys(&site).await)).is_well());
    let file: File = serde_json::from_str(&file).unwrap();
    let [receipt] = &file.receipts[..] else { panic!("{:?}", file.receipts) };
    assert!(
        receipt.words.before[0].contains("up to 20 minutes") && receipt.words.after[0].contains("up to 45 minutes")
    );
    assert!(receipt.content.as_ref().unwrap().text.contains("45"));
    assert!(!file.head.whole);
}

#[tokio::test]
async fn without_what_was_written_nothing_of_it_is_in_the_file_and_the_proof_stays_good() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let with = download(&mut browser, "/receipts/all").await;
    let without = download(&mut browser, "/receipts/all?without=words").await;
    for written in ["rent", "my sister", "07700 900123", "my last job"] {
        assert!(with.contains(written) && !without.contains(written), "{written}");
    }
    assert!(check(&without, Some(&keys(&site).await)).is_well());
}

#[tokio::test]
async fn a_file_that_was_changed_says_where() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let text = download(&mut browser, "/receipts/all").await.replacen("up to 20 minutes", "up to 90 minutes", 1);
    let report = check(&text, Some(&keys(&site).await));
    assert_eq!(report.faults[0].wrong, Wrong::Line);
    assert!(report.faults[0].receipt.is_some() && report.faults[0].line.is_some());
}

#[tokio::test]
async fn in_welsh_the_words_are_welsh_and_check_as_well() {
    let site = Site::new().await;
    let mut browser = site.signed_in("megan").await;
    let text = download(&mut browser, "/receipts/all").await;
    let file: File = serde_json::from_str(&text).unwrap();
    assert_eq!(file.head.language, "cy");
    assert!(file.receipts.iter().all(|receipt| receipt.words.what.starts_with("Wedi'i")), "{text}");
    assert!(check(&text, Some(&keys(&site).await)).is_well());
}

#[tokio::test]
async fn a_receipt_of_someone_else_is_answered_like_one_that_does_not_exist() {
    let site = Site::new().await;
    let mut sam = site.signed_in("sam").await;
    for address in ["/receipts/one?number=", "/receipts/file?number="] {
        for none in ["12", "999", "0", "x", "-1", "99999999999", "1&number=2"] {
            let page = sam.get(&format!("{address}{none}")).await;
            // Sam has said nothing but a name, which is number 1.
            assert_eq!(page.status, if none.starts_with("1&") { 200 } else { 404 }, "{address}{none}");
        }
    }
    assert!(!download(&mut sam, "/receipts/all").await.contains("rent"));
}

#[tokio::test]
async fn the_list_goes_on_page_by_page_to_the_first() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    for number in 0..40 {
        let words = format!("goal {number}");
        browser.fill_in("/goals/add", "words", &[("words", &words), ("audience", "only-me")]).await;
    }
    let (mut address, mut numbers) = ("/receipts".to_owned(), Vec::new());
    loop {
        let page = browser.get(&address).await;
        page.assert_whole(&address);
        let links = page.body.split("/receipts/one?number=").skip(1);
        numbers.extend(links.map(|link| link.split('"').next().unwrap().parse::<u32>().unwrap()));
        let Some(next) = page.body.split("href=\"/receipts?before=").nth(1) else { break };
        address = format!("/receipts?before={}", next.split('"').next().unwrap());
    }
    assert_eq!(numbers, (1..=81).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn a_file_of_receipts_has_a_name_that_no_other_file_has() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let mut names = std::collections::BTreeSet::new();
    let addresses = [
        "/receipts/all",
        "/receipts/all?without=words",
        "/receipts/file?number=2",
        "/receipts/file?number=2&without=words",
        "/receipts/file?number=3",
        "/held/download/file?as=json",
        "/held/download/file?as=fhir",
    ];
    for address in addresses {
        let name = browser.get(address).await.headers["content-disposition"].to_str().unwrap().to_lowercase();
        for told in ["receipt", "own", "terms", "health", "benefit", "alex", "record"] {
            assert!(!name.contains(told), "{name}");
        }
        assert!(names.insert(name), "{address}");
    }
}

/// A site that knows where it is reached.
async fn reached() -> Site {
    let origin = Some("https://own-terms.example".to_owned());
    Site::with(Settings { demo: true, origin, ..Settings::default() }).await
}

/// The letters of the code on a page, as they stand in the address that it opens.
fn letters(page: &super::support::Page) -> &str {
    page.body.split("href=\"/check#").nth(1).expect("a code").split('"').next().unwrap()
}

#[tokio::test]
async fn on_paper_a_receipt_has_a_code_that_proves_the_entry_and_holds_nothing_that_was_written() {
    let site = reached().await;
    for person in ["alex", "priya", "tom", "megan", "sam"] {
        let mut browser = site.signed_in(person).await;
        let count = browser.get("/receipts").await.body.split("/receipts/one?number=").nth(1).unwrap().to_owned();
        let count: u32 = count.split('"').next().unwrap().parse().unwrap();
        for number in 1..=count {
            let page = browser.get(&format!("/receipts/one?number={number}")).await;
            let code = code::check(letters(&page), &keys(&site).await).unwrap();
            assert_eq!((code.link.number, &code.content), (number, &None));
            assert!(page.text().contains("https://own-terms.example/check") || person == "megan", "{}", page.text());
            assert!(page.body.contains("role=\"img\"") && !page.body.contains("<details open"));
        }
    }
}

#[tokio::test]
async fn what_was_written_is_in_the_code_only_when_it_is_asked_for_and_fits() {
    let site = reached().await;
    let mut browser = site.signed_in("alex").await;
    let page = browser.get("/receipts/one?number=2&with=words").await;
    assert!(page.body.contains("<details open") && page.text().contains("Anyone who scans it can read that."));
    let code = code::check(letters(&page), &keys(&site).await).unwrap();
    assert!(code.content.unwrap().text.contains("Get out of the house"));
    // As much as can be written is too much for paper, and then it is left out and said to be.
    let longest = "word ".repeat(399);
    browser.fill_in("/goals/add", "words", &[("words", &longest), ("audience", "only-me")]).await;
    let newest = browser.get("/receipts").await;
    let numbers: Vec<String> =
        newest.body.split("/receipts/one?number=").skip(1).map(|rest| rest[..2].to_owned()).collect();
    let mut too_long = 0;
    for number in &numbers[..2] {
        let page = browser.get(&format!("/receipts/one?number={number}&with=words")).await;
        let code = code::check(letters(&page), &keys(&site).await).unwrap();
        let says = page.text().contains("What you wrote is too long for a code.");
        assert_eq!(code.content.is_none(), says, "{number}");
        too_long += usize::from(says);
    }
    assert_eq!(too_long, 1);
    // What was erased is in no code.
    browser.fill_in("/held/erase?what=pace", "what", &[]).await;
    let text = browser.get("/receipts/one?number=10&with=words").await;
    assert!(code::check(letters(&text), &keys(&site).await).is_ok());
}

#[tokio::test]
async fn where_the_service_is_reached_is_never_what_a_request_says() {
    let nowhere = Site::with(Settings { demo: true, ..Settings::default() }).await;
    let mut browser = nowhere.signed_in("alex").await;
    let page = browser.get("/receipts/one?number=2").await;
    page.assert_whole("/receipts/one");
    assert!(!page.body.contains("/check#") && !page.body.contains(super::support::HOST), "{}", page.text());
}

#[tokio::test]
async fn a_code_can_be_checked_without_scripts_from_its_letters() {
    let site = reached().await;
    let page = site.signed_in("alex").await.get("/receipts/one?number=2&with=words").await;
    let letters = letters(&page).to_owned();
    let mut browser = site.browser();
    for typed in [letters.clone(), letters.to_lowercase(), format!("https://own-terms.example/check#{letters}")] {
        let page = browser.post("/check", &[("text", &typed)]).await;
        page.assert_whole("/check");
        let text = page.text();
        for said in
            ["This is real: we signed it", "Receipt 2 was made by us.", "Goals", "the person whose receipt it is"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(text.contains("Get out of the house"), "{text}");
    }
    let last = if letters.ends_with('0') { "G" } else { "0" };
    let changed = format!("{}{last}", &letters[..letters.len() - 1]);
    for (typed, why) in [
        (changed.as_str(), "This code proves nothing"),
        (&letters[..300], "It is not a whole code of ours."),
        ("own-terms.example/check#1", "It is not a whole code of ours."),
    ] {
        let page = browser.post("/check", &[("text", typed)]).await;
        page.assert_whole("/check");
        assert!(page.text().contains(why) && !page.text().contains("we signed it"), "{}", page.text());
    }
}

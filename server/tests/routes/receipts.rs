//! Receipts: on pages in plain words, and as files that check.

use own_terms_receipt::{
    check::{Wrong, check},
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
    assert!(name.starts_with("attachment; filename=\"papers-2027-"), "{name} tells nothing");
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

//! What is held, and who looked.

use axum::http::StatusCode;
use own_terms::{
    demo,
    store::{Ask, Order},
};
use own_terms_app::pages::held::{MOST_FOUND, MOST_LOOKED, SHOWN};
use own_terms_domain::{
    actor::Actor,
    decide::Command,
    ids::{ClaimantId, OrganisationId, RecordId, StaffId},
    ledger::NoticeVersion,
    look::Reason,
    record::{RecordDraft, Sort},
};
use uuid::Uuid;

use super::{Site, support::Page};
use crate::given::{at, look, text};

#[tokio::test]
async fn it_shows_the_person_their_own_and_who_looked_refused_ones_too() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let alex = demo::chosen("alex").unwrap();
    let stranger = Actor::CaseWorker(StaffId(Uuid::from_u128(77)));
    let ask = Ask { reason: Reason::ConversationAsked, ..look(alex, stranger, None) };
    assert!(site.store.view(ask).await.is_err());
    let page = browser.get("/held").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_whole("/held");
    let text = page.text();
    assert!(text.contains("Understand the letters about my rent.\nSomeone to read them with me."));
    assert!(text.contains("07700 900123") && text.contains("my sister"));
    // Two looks: their own at signing in, and the one that was refused.
    let rows = super::html::tag_names(&page.body).iter().filter(|name| **name == "tr").count();
    assert_eq!(rows, 1 + 2, "{text}");
}

#[tokio::test]
async fn nobody_elses_is_on_it() {
    let site = Site::new().await;
    let text = site.signed_in("priya").await.get("/held").await.text();
    assert!(text.contains("Finish the quilt"));
    for theirs in ["rent", "07700", "Alex", "my sister", "Sleep through the night"] {
        assert!(!text.contains(theirs), "{theirs}");
    }
}

/// Things that an organisation passed on about someone, as many as `count`, each numbered.
async fn passed_on(site: &Site, claimant: ClaimantId, count: usize) {
    let order = |number: usize| {
        let words = text(&format!("Paper {number} of many: Llŷn"));
        let draft = RecordDraft { sort: Sort::Referral, words, source: text("a letter") };
        let command = Command::WriteRecord { id: RecordId(Uuid::from_u128(number as u128)), draft };
        let actor = Actor::Organisation(OrganisationId(Uuid::from_u128(1)));
        Order { claimant, actor, command, now: at(0), notice: NoticeVersion::default() }
    };
    site.store.commit_all((0..count).map(order).collect()).await.unwrap();
}

/// The numbers of the papers on a page, in its order.
fn papers(page: &Page) -> Vec<usize> {
    let text = page.text();
    let number = |rest: &str| rest.split(' ').next().unwrap().parse().unwrap();
    let mut papers: Vec<usize> = text.split("Paper ").skip(1).map(number).collect();
    // Its links say which it is as well.
    papers.dedup();
    papers
}

fn way(page: &Page, label: &str) -> Option<String> {
    let before = page.body.split(&format!("\">{label}")).next().filter(|before| before.len() < page.body.len())?;
    let (_, rest) = before.rsplit_once("<a href=\"")?;
    Some(rest.split('"').next().unwrap().replace("&amp;", "&"))
}

#[tokio::test]
async fn a_long_list_is_shown_page_by_page_there_and_back() {
    let site = Site::new().await;
    let sam = demo::chosen("sam").unwrap();
    let mut browser = site.signed_in("sam").await;
    passed_on(&site, sam, 3).await;
    let short = browser.get("/held").await;
    assert_eq!(papers(&short), [2, 1, 0]);
    assert_eq!(way(&short, "See all"), None);
    passed_on(&site, sam, 2 * SHOWN + 5).await;
    let long = browser.get("/held").await;
    let all: Vec<usize> = (0..2 * SHOWN + 5).rev().collect();
    assert_eq!(papers(&long), all[..SHOWN]);
    assert!(long.text().contains(&format!("See all {}", all.len())));
    let mut page = browser.get(&way(&long, "See all").unwrap()).await;
    assert_eq!((papers(&page), way(&page, "Newer ones")), (all[..SHOWN].to_vec(), None));
    let mut shown = papers(&page);
    while let Some(older) = way(&page, "Older ones") {
        page = browser.get(&older).await;
        page.assert_whole(&older);
        shown.extend(papers(&page));
    }
    assert_eq!(shown, all);
    assert_eq!(papers(&page), all[2 * SHOWN..]);
    for expected in [&all[SHOWN..2 * SHOWN], &all[..SHOWN]] {
        page = browser.get(&way(&page, "Newer ones").unwrap()).await;
        assert_eq!(papers(&page), expected);
    }
    assert_eq!(way(&page, "Newer ones"), None);
    assert_eq!(browser.get("/held/kind?what=nothing").await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/held/kind?what=referral&before=x&after=%3Cb%3E").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_looked_for_is_found_whatever_its_case_and_accents_and_its_words_are_kept_in_the_field() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    for (words, count, found) in [
        ("LÉTTERS", 2, "Understand the letters about my rent."),
        ("them rent letters", 1, "Someone to read them with me."),
        ("07700", 1, "07700 900123"),
        ("nothing has this", 0, ""),
    ] {
        let page = browser.fill_in("/held", "find", &[("find", words)]).await;
        assert_eq!(page.status, StatusCode::OK);
        page.assert_whole("/held/find");
        assert_eq!(page.form_with("find").all("find").next(), Some(words));
        let text = page.text();
        assert!(text.contains(&format!("Items found: {count}")) && text.contains(found), "{words}: {text}");
        assert!(way(&page, "Back").is_some() && !text.contains("Look on"), "{text}");
    }
    let priya = site.signed_in("priya").await.fill_in("/held/find", "find", &[("find", "rent")]).await;
    assert!(priya.text().contains("Items found: 0"), "what is someone else's is not looked through");
}

#[tokio::test]
async fn of_a_very_large_place_so_much_is_looked_through_and_then_it_is_looked_on_from_there() {
    let site = Site::new().await;
    let sam = demo::chosen("sam").unwrap();
    let mut browser = site.signed_in("sam").await;
    let count = MOST_LOOKED + MOST_FOUND + 7;
    passed_on(&site, sam, count).await;
    // Found wherever it is, and the page is no longer than it was.
    let mut page = browser.fill_in("/held", "find", &[("find", &format!("paper {} llyn", count - 1))]).await;
    assert_eq!(papers(&page), [] as [usize; 0]);
    assert!(page.text().contains(&format!("So far {MOST_LOOKED} of")), "{}", page.text());
    page = on(&mut browser, &page).await;
    assert_eq!(papers(&page), [count - 1]);
    assert!(!page.text().contains("Look on"));
    // Of many that have it each is found once.
    page = browser.fill_in("/held/find", "find", &[("find", "Paper Llyn")]).await;
    let mut found = papers(&page);
    assert_eq!(found.len(), MOST_FOUND);
    for _ in 0..2 {
        page = on(&mut browser, &page).await;
        assert_eq!(papers(&page).len(), MOST_FOUND);
        found.extend(papers(&page));
    }
    found.sort_unstable();
    found.dedup();
    assert_eq!(found.len(), 3 * MOST_FOUND);
    // Nothing of what was looked for is in who looked, nor is each try.
    let looks = browser.get("/held/looks").await.text();
    assert!(!looks.contains("Llyn") && looks.matches("it is about you").count() <= 2, "{looks}");
}

/// Presses "Look on".
async fn on(browser: &mut super::Browser, page: &Page) -> Page {
    let form = page.form_with("from");
    let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post("/held/find", &fields).await
}

#[tokio::test]
async fn one_that_was_written_again_and_again_shows_its_wordings_page_by_page() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    for number in 0..60 {
        let said = format!("word {number}.");
        let done = browser.fill_in("/contact/safe", "word", &[("word", &said)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    }
    let mut page = browser.get("/held/item?what=safe").await;
    let mut all = page.text();
    assert!(all.contains("word 59.") && !all.contains("word 5."));
    while let Some(earlier) = way(&page, "Earlier wordings") {
        page = browser.get(&earlier).await;
        all += &page.text();
    }
    for number in 0..60 {
        assert!(all.contains(&format!("word {number}.")), "{number}");
    }
}

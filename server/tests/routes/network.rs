//! Who supports the person, referrals, two pieces of advice that go to both, and help nearby.

use axum::http::StatusCode;
use own_terms::{
    demo,
    store::{Ask, StoreError, Want},
};
use own_terms_domain::{
    actor::Actor,
    ids::OrganisationId,
    item::{Item, ItemId, Kind},
    listing::{Listing, Topic},
    look::{Reason, Subject},
    supporter::Adviser,
};

use super::{Browser, Site, support::Page};
use crate::given::{at, look, text};

const HILLSIDE: &str = "00000000000080008000000000000403";
/// What Jo suggests to Rosa.
const SUGGESTED: &str = "/sharing/one?which=00000000000080008000000000000c02";
/// What her doctor advised.
const REST: &str = "00000000000080008000000000001b02";
const GP: &str = "00000000000080008000000000001a01";

/// What an organisation is shown of Rosa; none when it is refused.
async fn shown(site: &Site, organisation: &str, minute: i64) -> Option<Vec<Kind>> {
    let by = Actor::Organisation(OrganisationId(organisation.parse().unwrap()));
    let (reason, subject, want) = (Reason::Consent, Subject::Shared, Want::Items);
    let ask = Ask { reason, subject, now: at(minute), want, ..look(demo::chosen("rosa").unwrap(), by, None) };
    match site.store.view(ask).await {
        Ok(view) => Some(view.state.all().map(|held| held.id.kind()).collect()),
        Err(StoreError::NotThere) => None,
        Err(other) => panic!("{other}"),
    }
}

fn says(page: &Page, all: &[&str]) {
    for said in all {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
}

/// Jo at the desk, with Rosa opened.
async fn jo_with_rosa(site: &Site) -> Browser {
    let mut jo = site.at_desk("jo").await;
    let led = jo.fill_in("/desk", "who", &[]).await;
    assert_eq!(led.location(), "/desk/person");
    jo
}

#[tokio::test]
async fn everyone_who_supports_somebody_is_on_one_page_and_the_picture_says_no_more_than_the_table() {
    let site = Site::new().await;
    let page = site.signed_in("rosa").await.get("/people").await;
    says(
        &page,
        &[
            "It will not affect your benefits.",
            "Jo Evans, case worker at Riverside Support",
            "What you show case workers.",
            "They looked last on",
            "Dr Adeyemi, my GP",
            "Nothing. They cannot see this page.",
            "Rest on bad days.",
            "You marked that it pulls against something else.",
            "thinks that Hillside Physiotherapy could help",
        ],
    );
    // Nobody who was only suggested is among them, and each who is drawn stands in the table.
    let table = page.body.split("<table").nth(1).unwrap().split("</table>").next().unwrap();
    assert!(!table.contains("Hillside"), "{table}");
    let picture = page.body.split("<svg").nth(1).unwrap().split("</svg>").next().unwrap();
    for name in ["Jo Evans", "Dr Adeyemi", "My sister Carla"] {
        assert!(picture.contains(name) && table.contains(name), "{name}: {picture}");
    }
    assert!(picture.contains("role=\"img\"") && picture.contains("The table below says the same."), "{picture}");
    let nobody = site.signed_in("sam").await.get("/people").await;
    assert!(nobody.text().contains("Nobody is here yet. That is fine.") && !nobody.body.contains("<table"));
}

#[tokio::test]
async fn somebody_is_added_worded_anew_and_taken_away_with_what_they_advised() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let added = rosa.fill_in("/people/supporter", "does", &[("name", "Auntie Bea"), ("does", "Bakes.")]).await;
    assert_eq!((added.status, added.location()), (StatusCode::SEE_OTHER, "/people"), "{}", added.text());
    says(&rosa.get("/people").await, &["Saved. Only you see it.", "Auntie Bea", "Bakes."]);
    let address = format!("/people/supporter?who={GP}");
    let changed = rosa.fill_in(&address, "does", &[("name", "Dr Adeyemi"), ("reach", "by letter")]).await;
    assert_eq!(changed.location(), "/people", "{}", changed.text());
    says(&rosa.get("/people").await, &["How you reach them: by letter"]);
    let gone = rosa.fill_in(&address, "do", &[("do", "remove")]).await;
    assert_eq!(gone.location(), "/people", "{}", gone.text());
    let page = rosa.get("/people").await;
    says(&page, &["Taken away. Nobody is told."]);
    assert!(!page.text().contains("Adeyemi") && !page.text().contains("Rest on bad days"), "{}", page.text());
    // Nothing of it is seen by anybody else.
    let by = own_terms_domain::actor::Actor::CaseWorker(demo::staff::named("jo").unwrap());
    let ask = Ask { reason: Reason::ConversationAsked, ..look(demo::chosen("rosa").unwrap(), by, None) };
    let seen = site.store.view(ask).await.unwrap().state;
    assert!(seen.all().all(|held| !matches!(held.item, Item::Supporter(_) | Item::Advice(_))));
}

#[tokio::test]
async fn advice_that_pulls_against_other_advice_is_sent_to_whoever_can_be_reached_in_the_words_that_were_read() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    // Her doctor is in no directory: it goes to Jo alone, and the page says so.
    let address = format!("/people/advice/send?which={REST}");
    let page = rosa.get(&address).await;
    says(
        &page,
        &[
            "Dr Adeyemi, my GP: it does not go there from here.",
            "a message in your notes, in the words below.",
            "Nothing goes before you say yes below. No is as good an answer.",
        ],
    );
    // Enter alone answers nothing, and a no leaves nothing behind.
    let unsaid = rosa.fill_in(&address, "seen", &[("words", "They do not agree. What now?")]).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&unsaid, &["Press one of the buttons.", "They do not agree. What now?"]);
    let no = rosa.fill_in(&address, "seen", &[("words", "They do not agree."), ("answer", "no")]).await;
    assert_eq!(no.location(), format!("/people/advice?which={REST}"));
    assert!(!rosa.get("/notes").await.text().contains("They do not agree."));
    // Its own address, opened again, is the same page.
    assert_eq!(rosa.get(&address.replace("which", "advice")).await.status, StatusCode::OK);
    let sent = rosa.fill_in(&address, "seen", &[("words", "They do not agree. What now?"), ("answer", "yes")]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/people"), "{}", sent.text());
    says(&rosa.get("/notes").await, &["They do not agree. What now?"]);
    // Once an organisation is one of the two, it sees both by a consent, and nothing else.
    rosa.fill_in(SUGGESTED, "length", &[("answer", "yes"), ("length", "14")]).await;
    let adviser = format!("organisation.{HILLSIDE}");
    let new = rosa.fill_in("/people/advice", "words", &[("adviser", &adviser), ("words", "Move each day.")]).await;
    assert_eq!(new.status, StatusCode::SEE_OTHER, "{}", new.text());
    let here = new.location().to_owned();
    let marked = rosa.fill_in(&here, "against", &[("against", REST), ("do", "mark")]).await;
    assert_eq!(marked.location(), here, "{}", marked.text());
    let both = here.replace("/people/advice", "/people/advice/send");
    let page = rosa.get(&both).await;
    assert!(!page.body.contains("<textarea"), "no message, as no case worker is among them");
    let sent = rosa.fill_in(&both, "seen", &[("length", "7"), ("answer", "yes")]).await;
    assert_eq!(sent.location(), "/people", "{}", sent.text());
    let kinds = shown(&site, HILLSIDE, 5).await.unwrap();
    assert_eq!(kinds, [Kind::Profile, Kind::Advice, Kind::Advice]);
    says(&rosa.get("/sharing").await, &["What they advised".to_lowercase().as_str()]);
}

#[tokio::test]
async fn a_referral_is_read_word_by_word_and_accepted_with_its_consent_or_declined_without_a_trace_at_the_desk() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let page = rosa.get(SUGGESTED).await;
    says(
        &page,
        &["It is only an idea.", "They come to your home", "01632 960130, Fridays", "Exactly what would go", "Rosa"],
    );
    let buttons: Vec<&str> =
        page.body.split("name=\"answer\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(buttons, ["yes", "no", "not-now", "ask-doctor"]);
    assert_eq!(shown(&site, HILLSIDE, 2).await, None);
    let mut jo = jo_with_rosa(&site).await;
    says(&jo.get("/desk/refer").await, &["Suggested so far", "They can read it, and answer when they like."]);
    for answer in ["ask-doctor", "not-now"] {
        rosa.fill_in(SUGGESTED, "length", &[("answer", answer)]).await;
        assert_eq!(shown(&site, HILLSIDE, 2).await, None);
        says(&jo.get("/desk/refer").await, &["They can read it, and answer when they like."]);
    }
    rosa.fill_in(SUGGESTED, "length", &[("answer", "no")]).await;
    let desk = jo.get("/desk/refer").await;
    assert!(!desk.text().contains("Suggested so far"), "{}", desk.text());
    assert!(!rosa.get("/people").await.text().contains("Suggested to you"));
    // She thinks again, which is hers to do; then they are among those who support her.
    rosa.fill_in(SUGGESTED, "length", &[("answer", "yes"), ("length", "14")]).await;
    assert_eq!(shown(&site, HILLSIDE, 3).await, Some(vec![Kind::Profile]));
    says(&rosa.get("/people").await, &["Hillside Physiotherapy", "They come to your home", "You share until"]);
    assert_eq!(rosa.submit("/stop", &[("do", "stop")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(shown(&site, HILLSIDE, 4).await, None);
    let page = rosa.get("/people").await;
    assert!(!page.text().contains("Hillside") && page.text().contains("Dr Adeyemi"), "{}", page.text());
}

#[tokio::test]
async fn a_case_worker_suggests_an_organisation_in_words_that_ask_for_nothing_and_takes_it_back() {
    let site = Site::new().await;
    let mut jo = jo_with_rosa(&site).await;
    let typed =
        [("organisation", HILLSIDE), ("does", "They listen."), ("purpose", "help"), ("items", "profile"), ("do", "")];
    let with = |why| typed.into_iter().chain([("why", why)]).collect::<Vec<_>>();
    for (why, said) in [("", "Write"), ("Unless you go, I stop.", "Unless you"), ("You must go.", "must")] {
        let page = jo.fill_in("/desk/refer", "why", &with(why)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}: {}", page.text());
        assert!(page.text().to_lowercase().contains(&said.to_lowercase()), "{why}: {}", page.text());
    }
    let page = jo.fill_in("/desk/refer", "why", &with("You spoke of sleep.")).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/desk/refer"), "{}", page.text());
    let page = jo.get("/desk/refer").await;
    says(&page, &["Suggested. They can read it now.", "You spoke of sleep."]);
    let mut rosa = site.signed_in("rosa").await;
    assert_eq!(rosa.get("/people").await.text().matches("thinks that").count(), 2);
    // Hers alone to answer: taken back while it is open, and then it is not there.
    let (id, _) = site
        .held("rosa")
        .await
        .consents()
        .find_map(|(id, one)| {
            let why = one.referral.as_ref()?.why.as_str().to_owned();
            why.contains("sleep").then_some((id, why))
        })
        .unwrap();
    let back = jo.fill_in("/desk/refer", "do", &[("which", &id.to_string()), ("do", "withdraw")]).await;
    assert_eq!(back.location(), "/desk/refer", "{}", back.text());
    assert!(site.held("rosa").await.get(ItemId::Consent(id)).is_none());
    // What she looks at is in her log, each time.
    assert!(rosa.get("/held/looks").await.text().contains("what you said yes or no to"));
}

#[tokio::test]
async fn help_nearby_is_found_by_words_and_topics_and_nothing_of_it_is_kept() {
    let site = Site::new().await;
    let mut sam = site.signed_in("sam").await;
    let all = sam.get("/people/listings").await;
    says(&all, &["Tuesday tea", "Gentle movement", "Nobody learns what you looked for"]);
    let before = site.everything().await;
    let found = sam.fill_in("/people/listings", "find", &[("find", "PAIN")]).await;
    assert_eq!(found.status, StatusCode::OK);
    assert!(found.text().contains("Living with pain") && !found.text().contains("Tuesday tea"), "{}", found.text());
    let peers = sam.fill_in("/people/listings", "find", &[("topic", "peers"), ("find", "")]).await;
    assert!(peers.text().contains("3 found") && !peers.text().contains("The shed"), "{}", peers.text());
    says(&sam.fill_in("/people/listings", "find", &[("find", "unicorn")]).await, &["Nothing has these words."]);
    assert_eq!(site.everything().await, before, "what is looked for is kept nowhere");
    site.store.put_listings(&[]).await.unwrap();
    says(&sam.get("/people/listings").await, &["Nothing is listed here yet."]);
}

#[tokio::test]
async fn each_help_nearby_can_be_come_to_page_by_page_and_rung_with_one_press() {
    let site = Site::new().await;
    let one = |number: usize| Listing {
        key: text(&number.to_string()),
        name: text(&format!("Tea {number:02}")),
        by: text("The hall"),
        about: text("Company."),
        topics: vec![Topic::Peers],
        place: None,
        open: None,
        phone: Some(text("0808 157 0123")),
        email: None,
        web: Some(text("https://hall.example/tea")),
    };
    site.store.put_listings(&(1..=65).map(one).collect::<Vec<_>>()).await.unwrap();
    let mut sam = site.signed_in("sam").await;
    let mut pages = vec![sam.get("/people/listings").await];
    for from in ["30", "60"] {
        pages.push(sam.submit("/people/listings", &[("find", ""), ("topic", ""), ("from", from)]).await);
    }
    let shown = |page: &Page| (1..=65).filter(|number| page.text().contains(&format!("Tea {number:02}"))).count();
    assert_eq!(pages.iter().map(shown).collect::<Vec<_>>(), [30, 30, 5]);
    says(&pages[1], &["These are 31 to 60 of 65."]);
    assert!(pages[0].body.contains("name=\"from\" value=\"30\"") && !pages[2].body.contains("Show more"));
    assert!(pages[0].body.contains("href=\"tel:08081570123\"") && pages[0].body.contains("rel=\"noreferrer\""));
    // What no button sends is no fault of the page.
    let beyond = sam.submit("/people/listings", &[("find", ""), ("from", "18446744073709551615")]).await;
    assert_eq!(beyond.status, StatusCode::OK);
}

#[tokio::test]
async fn advice_is_from_somebody_who_is_there_and_nobody_else() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let nobody = OrganisationId("00000000000080008000000000000999".parse().unwrap());
    for adviser in [
        Adviser::Organisation(nobody).to_string(),
        "case-worker.00000000000080008000000000000302".to_owned(),
        "supporter.00000000000080008000000000000999".to_owned(),
        "nobody".to_owned(),
    ] {
        let page = rosa.fill_in("/people/advice", "words", &[("adviser", &adviser), ("words", "x")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{adviser}");
        says(&page, &["They are no longer among those who support you."]);
    }
}

#[tokio::test]
async fn somebody_carries_on_ends_it_themself_and_answers_an_end_that_was_proposed_with_notice() {
    let site = Site::new().await;
    let mut rosa = site.signed_in("rosa").await;
    let page = rosa.get("/people/carrying-on").await;
    says(&page, &["It will not affect your benefits.", "after a job starts too", "You have not asked for this."]);
    let mut jo = jo_with_rosa(&site).await;
    says(&jo.get("/desk/ending").await, &["They have not asked to carry on."]);
    let kept = rosa.fill_in("/people/carrying-on", "version", &[("touch", "two-months")]).await;
    assert_eq!(kept.location(), "/people/carrying-on", "{}", kept.text());
    says(&rosa.get("/people/carrying-on").await, &["Once in eight weeks", "End it now"]);
    says(&jo.get("/desk/person").await, &["Once in eight weeks", "Propose a last day"]);
    // The month is drawn by the same rule.
    assert_eq!(site.held("rosa").await.terms().pace.gap, 56);
    for (last, said) in [("", "Write"), ("2027-03-05", "at least 28 days from today"), ("2031-01-01", "")] {
        let page = jo.fill_in("/desk/ending", "last", &[("last", last)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{last}");
        assert!(last.is_empty() || page.text().contains(said), "{last}: {}", page.text());
    }
    let proposed = jo.fill_in("/desk/ending", "last", &[("last", "2027-04-01")]).await;
    assert_eq!(proposed.location(), "/desk/ending", "{}", proposed.text());
    let page = rosa.get("/people/carrying-on").await;
    says(&page, &["Jo Evans", "as the last day", "It ends only if you say yes."]);
    let buttons: Vec<&str> =
        page.body.split("name=\"answer\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(buttons, ["yes", "no", "not-now"]);
    rosa.fill_in("/people/carrying-on", "version", &[("answer", "not-now")]).await;
    assert_eq!(site.held("rosa").await.wish().last, None);
    let yes = rosa.fill_in("/people/carrying-on", "version", &[("answer", "yes")]).await;
    assert_eq!(yes.location(), "/people/carrying-on", "{}", yes.text());
    assert_eq!(site.held("rosa").await.wish().last.map(|day| day.to_string()).as_deref(), Some("2027-04-01"));
    says(&rosa.get("/home").await, &["you would like to talk, until Thursday 1 April 2027."]);
    // The next day nobody contacts her; on any day before she ends it herself.
    let ended = rosa.fill_in("/people/carrying-on", "do", &[("do", "end")]).await;
    assert_eq!(ended.location(), "/people/carrying-on", "{}", ended.text());
    says(&rosa.get("/people/carrying-on").await, &["It has ended. Nobody asks why.", "Nobody contacts you now."]);
    says(&jo.get("/desk/person").await, &["Do not contact them."]);
}

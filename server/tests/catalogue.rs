//! Everything that is held is in the catalogue and on the page: the real schema is walked, and something is planted in each field.

use std::collections::BTreeSet;

use own_terms::web::token::session_hash;
use own_terms_domain::{
    account::Origin,
    catalogue::{COLUMNS, Column, column},
    contact::{WishAnswer, WishDraft},
    decide::Command,
    ids::ClaimantId,
    item::{Kind, Version},
};

use crate::{
    given::{Folder, at, begun, everything, open, ordered, person, say, text},
    routes::Site,
};

#[tokio::test]
async fn every_column_of_the_real_schema_is_in_the_catalogue_and_nothing_else_is() {
    let folder = Folder::new();
    let schema = open(&folder).await.schema().await.unwrap();
    assert!(schema.len() > 30, "{schema:?}");
    for (table, name) in &schema {
        assert!(column(table, name).is_some(), "{table}.{name} has no entry in the catalogue");
    }
    let real: BTreeSet<(&str, &str)> = schema.iter().map(|(table, name)| (table.as_str(), name.as_str())).collect();
    for (table, name, _) in COLUMNS {
        assert!(real.contains(&(*table, *name)), "the catalogue has {table}.{name}, and there is no such column");
    }
    // What people write is only where it is sealed.
    let content: Vec<_> =
        COLUMNS.iter().filter(|(.., what)| *what == Column::Content).map(|(t, c, _)| (*t, *c)).collect();
    assert_eq!(content, [("item", "content"), ("ledger", "content")]);
}

/// The page of what is held, as this person sees it in a browser.
async fn held(site: &Site, claimant: ClaimantId) -> String {
    let token = format!("{:064x}", claimant.0.as_u128());
    site.store.begin_session(session_hash(&token), claimant, begun(0)).await.unwrap();
    let mut browser = site.browser();
    browser.cookies.insert("own-terms-session".to_owned(), token);
    let page = browser.get("/held").await;
    assert_eq!(page.status, 200);
    page.text()
}

#[tokio::test]
async fn something_planted_in_each_field_is_found_on_the_page_of_what_is_held() {
    let site = Site::new().await;
    let claimant = person(50);
    site.store.make_place(claimant, Origin::Demonstration, at(0).at).await.unwrap();
    let (commands, mut texts) = everything("Planted");
    let orders = commands.into_iter().map(|said| ordered(claimant, said, at(0))).collect();
    site.store.commit_all(orders).await.unwrap();
    let state = site.held_of(claimant).await;
    let kinds: BTreeSet<Kind> = state.all().map(|held| held.item.kind()).collect();
    assert_eq!(kinds, Kind::ALL.iter().copied().collect(), "something is planted in each kind");
    // And what was chosen: numbers, days, names of days and times, in words.
    texts.extend(
        ["45 minutes", "6 weeks", "6", "2 weeks", "5 March 2029", "6 April 2029", "Monday", "Sunday"]
            .map(str::to_owned),
    );
    let page = held(&site, claimant).await;
    for planted in &texts {
        assert!(page.contains(planted.as_str()), "{planted} is held and not on the page: {page}");
    }
}

#[tokio::test]
async fn what_was_asked_before_not_now_is_found_there_too() {
    let site = Site::new().await;
    let claimant = person(51);
    site.store.make_place(claimant, Origin::Demonstration, at(0).at).await.unwrap();
    let draft = |answer, until| WishDraft {
        answer,
        about: Some(text("Planted-about")),
        not_about: Some(text("Planted-not-about")),
        until,
    };
    let talk = Command::SetWish { on: Version(0), draft: draft(WishAnswer::Talk, None) };
    say(&*site.store, claimant, talk).await.unwrap();
    let until = Some(jiff::civil::date(2029, 8, 7));
    let not_now = Command::SetWish { on: Version(1), draft: draft(WishAnswer::NotNow, until) };
    say(&*site.store, claimant, not_now).await.unwrap();
    let page = held(&site, claimant).await;
    for planted in ["Planted-about", "Planted-not-about", "7 August 2029"] {
        assert!(page.contains(planted), "{planted}: {page}");
    }
}

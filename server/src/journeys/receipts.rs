//! Receipts: on a page, and as files that anyone can check.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::{
    pages::{
        self,
        receipts::{Entry, Said, words},
    },
    speaking::speaking,
};
use own_terms_domain::{form::Fields, look::Subject, reading::Choice as _};
use own_terms_receipt::{
    file::{Content, FORMAT, Foot, Head, Receipt},
    hex::Hex,
    write::Writer,
};

use super::held::{before, signed_in};
use crate::{
    store::{Kept, Proof, Want, Which},
    web::{
        failure::Failure,
        reply::attachment,
        typed::decode,
        visit::{Answer, Person, Visit},
    },
};

/// An entry as the pages show it.
pub(crate) fn shown(kept: &Kept) -> Entry {
    let said = match &kept.content {
        Some(opened) => opened.item.clone().map_or(Said::Nothing, Said::Item),
        None => Said::Erased,
    };
    Entry { link: kept.link, said }
}

/// The receipts, page by page.
pub async fn show(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let before = before(&decode(query.unwrap_or_default().as_bytes()));
    let person = visit.person(Subject::Everything, Want::Entries(Which::Before(before))).await?;
    let entries: Vec<_> = person.view.entries.iter().map(shown).collect();
    let count = person.view.proof.as_ref().map_or(0, |proof| proof.entries);
    Ok(person.page(pages::receipts::receipts(&entries, count)))
}

/// One receipt.
pub async fn show_one(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("number").is_empty() {
        return Ok(Redirect::to("/receipts").into_response());
    }
    let person = one(visit, &query).await?;
    let mut entries = person.view.entries.iter();
    let kept = entries.next().ok_or(Failure::NotFound)?;
    let (entry, before) = (shown(kept), entries.next().map(shown));
    let anchor = person.view.proof.as_ref().and_then(|proof| proof.anchor.as_ref());
    let anchored = anchor.filter(|anchor| anchor.entries >= kept.link.number).map(|anchor| anchor.checkpoint.at);
    let key = kept.signed.signed_with.to_string();
    Ok(person.page(pages::receipts::receipt(&entry, before.as_ref(), key, anchored)))
}

async fn one(visit: Visit, query: &Fields) -> Result<Person, Failure> {
    let number = query.get("number").parse().map_err(|_| Failure::NotFound)?;
    visit.person(Subject::Everything, Want::Entries(Which::One(number))).await
}

/// One receipt as a file.
pub async fn file_of_one(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("number").is_empty() {
        return Ok(Redirect::to("/receipts").into_response());
    }
    let person = one(visit, &query).await?;
    if person.view.entries.is_empty() {
        return Err(Failure::NotFound);
    }
    file(&person, 1, &query).await
}

/// All receipts as one file.
pub async fn file_of_all(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let query = decode(query.unwrap_or_default().as_bytes());
    let person = visit.person(Subject::Everything, Want::Entries(Which::All)).await?;
    file(&person, usize::MAX, &query).await
}

/// The newest `most` of the entries at hand as a file, with what was written or without.
async fn file(person: &Person, most: usize, query: &Fields) -> Answer {
    let proof = person.view.proof.as_ref().ok_or(Failure::NotFound)?;
    let signer = person.visit.app.store.signer(person.visit.now.at).await?;
    let with_content = query.get("without") != "words";
    let receipts = speaking(person.frame(), || receipts(&person.view.entries, with_content));
    let receipts = &receipts[receipts.len().saturating_sub(most)..];
    let language = person.visit.reading.language;
    let (mut writer, mut text) = Writer::begin(&head(person, proof, most == usize::MAX, language.id()));
    for receipt in receipts {
        text += &writer.receipt(receipt);
    }
    // A key may have come into use a moment ago, with this file.
    let keys = person.visit.app.store.keys().await?;
    text += &writer.end(&Foot { anchor: proof.anchor.clone(), keys }, &signer);
    Ok(attachment(&format!("papers-{}.json", person.visit.now.today), "application/json", Body::from(text)))
}

fn head(person: &Person, proof: &Proof, whole: bool, language: &str) -> Head {
    Head {
        format: FORMAT.to_owned(),
        language: language.to_owned(),
        made_at: person.visit.now.at,
        person: person.claimant.0,
        whole,
        entries: proof.entries,
        head: Hex(proof.head),
    }
}

/// The receipts of entries that come newest first, oldest first.
fn receipts(entries: &[Kept], with_content: bool) -> Vec<Receipt> {
    let mut stood = BTreeMap::new();
    let receipt = |kept: &Kept| {
        let entry = shown(kept);
        let words = words(&entry, stood.get(&kept.link.item), with_content);
        stood.insert(kept.link.item, entry);
        let content = kept.content.as_ref().filter(|opened| with_content && opened.item.is_some());
        let content = content.map(|opened| Content { salt: Hex(opened.salt), text: opened.json.clone() });
        Receipt::new(&kept.link, kept.signed, content, words)
    };
    entries.iter().rev().map(receipt).collect()
}

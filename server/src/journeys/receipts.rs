//! Receipts: on a page, and as files that anyone can check.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use jiff::civil::Date;
use own_terms_app::{
    pages::{
        self,
        paper::Paper,
        receipts::{Entry, Said, words},
    },
    speaking::speaking,
};
use own_terms_domain::{form::Fields, look::Subject, reading::Choice as _};
use own_terms_receipt::{
    code::Code,
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
    let anchor = person.view.proof.as_ref().and_then(|proof| proof.anchors.first());
    let anchor = anchor.filter(|anchor| anchor.entries >= kept.link.number);
    let paper = person.visit.app.settings.origin.as_ref();
    let paper = paper.and_then(|origin| paper_of(kept, origin, query.get("with")));
    Ok(person.page(pages::receipts::receipt(&entry, before.as_ref(), &kept.signed, anchor, paper)))
}

/// What the code of an entry on paper holds, for someone who asked for it `with` something.
fn paper_of(kept: &Kept, origin: &str, with: &str) -> Option<Paper> {
    let letters = |content| Code { link: kept.link, signed: kept.signed, content }.letters();
    Some(Paper {
        address: format!("{origin}/check"),
        letters: letters(None)?,
        with_words: content(kept).and_then(|content| letters(Some(content))),
        wants_words: with == "words",
        open: !with.is_empty(),
    })
}

/// What an entry says, as it was committed to; none where it says nothing, or nobody can read it any more.
fn content(kept: &Kept) -> Option<Content> {
    let opened = kept.content.as_ref().filter(|opened| opened.item.is_some())?;
    Some(Content { salt: Hex(opened.salt), text: opened.json.clone() })
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
    text += &writer.end(&Foot { anchor: proof.anchors.first().cloned(), keys }, &signer);
    let name = file_name((most == 1).then_some(receipts).and_then(<[_]>::first), with_content, person.visit.now.today);
    Ok(attachment(&name, "application/json", text.len(), Body::from(text)))
}

/// The name of a file with one receipt or with all. It tells nothing to whoever sees it in a list of downloads (promise 12), and is
/// none of those of the other files that someone can take away.
fn file_name(one: Option<&Receipt>, with_content: bool, day: Date) -> String {
    let short = if with_content { "" } else { "-short" };
    match one {
        Some(receipt) => format!("slip-{}-{day}{short}.json", receipt.number),
        None => format!("slips-{day}{short}.json"),
    }
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
        let content = with_content.then(|| content(kept)).flatten();
        Receipt::new(&kept.link, kept.signed, content, words)
    };
    entries.iter().rev().map(receipt).collect()
}

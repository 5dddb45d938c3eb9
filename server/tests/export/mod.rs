//! What a person takes away: whole in every kind of file, theirs alone, and gone once it is erased.

mod calendar;
mod csv;
mod fhir;
mod json;
pub mod pdf;
mod shared;

use std::sync::Arc;

use own_terms::{
    clock::LONDON,
    export::{self, File, Record},
    store::{Ask, Store, TokenHash, Want},
};
use own_terms_app::{frame::Frame, pages::held::download::FileKind};
use own_terms_domain::{
    actor::Actor,
    decide::Command,
    ids::ClaimantId,
    item::Version,
    profile::Profile,
    reading::{Choice as _, Language, Reading},
};

use crate::given::{Folder, add_goal, at, erase_everything, look, make, open, say, someone_who_said_everything, text};

/// Text that has hurt someone somewhere: quotes, line ends, formulas, markup, right to left, pictures, nothing to see.
pub const AWKWARD: &str = "=cmd|' /C calc'!A0\n\"quoted\", 'so'; \\n\t<script>alert(1)</script> &amp; \u{202e}abc שלום مرحبا \
                           👩🏽‍🦽 ŵŷ 名前 e\u{301} \u{200b}]]> --> %0A {{7*7}}";

/// The record of a person.
pub async fn record(store: &dyn Store, claimant: ClaimantId) -> Arc<Record> {
    record_in(store, claimant, None).await
}

/// The record of a person, as their browser would ask for it.
pub async fn record_in(store: &dyn Store, claimant: ClaimantId, session: Option<TokenHash>) -> Arc<Record> {
    let ask = look(claimant, Actor::Claimant(claimant), session);
    let looks = store.view(ask.clone()).await.unwrap().looks;
    let view = store.view(Ask { want: Want::Record, ..ask }).await.unwrap();
    Arc::new(Record::new(&view, looks, at(2)).unwrap())
}

/// A frame in a language, by London's clock.
pub fn frame(language: Language) -> Frame {
    let reading = Reading { language, ..Reading::default() };
    Frame { reading, zone: LONDON.clone(), today: at(2).today, ..Frame::empty() }
}

/// A whole file.
pub fn file(kind: FileKind, record: &Arc<Record>) -> Vec<u8> {
    file_in(kind, record, Language::English)
}

/// A whole file in some language.
pub fn file_in(kind: FileKind, record: &Arc<Record>, language: Language) -> Vec<u8> {
    match export::file(kind, record, frame(language)).unwrap() {
        File::Whole(bytes) => bytes,
        File::Text(pieces) => pieces.collect::<Vec<_>>().concat().into_bytes(),
    }
}

/// What can be read in a file, whatever its kind.
pub fn read(kind: FileKind, bytes: &[u8]) -> String {
    match kind {
        // Its lines end where the paper does.
        FileKind::Pdf => pdf::text(bytes).split('\u{c}').flat_map(without_number).collect::<Vec<_>>().join(" "),
        FileKind::Csv => csv::rows(bytes).concat().join("\n"),
        FileKind::Calendar => String::from_utf8(bytes.to_vec()).unwrap(),
        FileKind::Json | FileKind::Fhir => {
            serde_json::to_string_pretty(&serde_json::from_slice::<serde_json::Value>(bytes).unwrap()).unwrap()
        }
    }
}

/// The words of a sheet, without its number at the foot, which may stand in the middle of a sentence.
fn without_number(sheet: &str) -> impl Iterator<Item = &str> {
    let body = sheet.trim_end();
    let number = body.rsplit('\n').next().map(str::trim).filter(|last| last.parse::<u32>().is_ok());
    body[..body.len() - number.map_or(0, str::len)].split_whitespace()
}

/// True where a text that was planted belongs into a file of this kind.
fn belongs(kind: FileKind, planted: &str) -> bool {
    match kind {
        // Without poppler nothing can be read on paper.
        FileKind::Pdf => pdf::is_readable(),
        FileKind::Json | FileKind::Csv => true,
        FileKind::Fhir => ["name", "words", "taken away"].iter().any(|field| planted.ends_with(field)),
        FileKind::Calendar => false,
    }
}

#[tokio::test]
async fn what_was_planted_in_each_field_is_in_each_file_and_what_is_someone_elses_in_none() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, planted) = someone_who_said_everything(&store, 1, "Planted").await;
    let (_, theirs) = someone_who_said_everything(&store, 2, "Strange").await;
    let record = record(&store, one).await;
    for kind in FileKind::ALL {
        let text = read(*kind, &file(*kind, &record));
        for words in planted.iter().filter(|words| belongs(*kind, words)) {
            assert!(text.contains(words.as_str()), "{kind:?} has not {words}: {text}");
        }
        for words in theirs.iter().filter(|words| words.contains("Strange") || words.contains("strange")) {
            assert!(!text.contains(words.as_str()), "{kind:?} has {words} of someone else");
        }
    }
}

#[tokio::test]
async fn what_was_erased_is_in_no_file_and_earlier_wordings_go_with_it() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, planted) = someone_who_said_everything(&store, 1, "Planted").await;
    let name = Profile { name: text("Planted-again") };
    say(&store, one, Command::SetProfile { on: Version(1), profile: name }).await.unwrap();
    erase_everything(&store, one).await;
    let record = record(&store, one).await;
    for kind in FileKind::ALL {
        let text = read(*kind, &file(*kind, &record));
        for words in planted.iter().map(String::as_str).chain(["Planted", "planted"]) {
            assert!(!text.contains(words), "{kind:?} still has {words}: {text}");
        }
    }
}

#[tokio::test]
async fn about_how_long_a_file_is_is_said_about_right() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, _) = someone_who_said_everything(&store, 1, "Planted").await;
    let many = make(&store, 2).await;
    for number in 0..60 {
        say(&store, many, add_goal(number, &"Words of some length. ".repeat(20))).await.unwrap();
    }
    for claimant in [one, many] {
        let record = record(&store, claimant).await;
        for kind in FileKind::ALL {
            if *kind == FileKind::Calendar && claimant == many {
                assert_eq!(export::about_size(*kind, &record, 0), 0, "there is no break");
                continue;
            }
            let (said, real) = (export::about_size(*kind, &record, record.looks.len()), file(*kind, &record).len());
            assert!(real / 2 < said && said < real * 2, "{kind:?}: said {said}, is {real}");
        }
    }
}

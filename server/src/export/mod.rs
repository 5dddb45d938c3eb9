//! What a person takes away: everything that is held about them, as files of several kinds.
//!
//! Only words and bytes here: no store, no clock. A file of text is made piece by piece while it is sent, so that a long
//! record is never in memory twice.

mod calendar;
mod consents;
mod copy;
mod csv;
mod fhir;
mod json;
mod pdf;
mod shared;

use std::{collections::BTreeSet, iter::once_with, sync::Arc};

use jiff::civil::Date;
use own_terms_app::{frame::Frame, pages::held::download::FileKind, speaking::speaking};
use own_terms_domain::{
    account::Account,
    actor::Actor,
    directory::Known,
    ids::{CarerId, ClaimantId, ConsentId},
    item::{Held, Item, ItemId, Kind},
    look::Look,
    time::Now,
};
use own_terms_receipt::file::Anchor;

use crate::{
    paper::Unprintable,
    store::{Kept, View},
};

pub use self::{
    calendar::{calendar_feed, calendar_of_one},
    json::SCHEMA,
    shared::{Kind as FhirKind, bundle, content},
};

/// Everything that is held about a person, as it is taken away.
pub struct Record {
    /// Whose.
    pub whose: ClaimantId,
    /// The facts of their place; none in a copy that a carer takes.
    pub account: Option<Account>,
    /// For whom and by whom, where a carer takes it: then nothing is in it but what that carer sees.
    pub taken: Option<Taken>,
    /// By which consent, where an organisation's system asks: then the person has no other name in it.
    pub shared: Option<ConsentId>,
    /// Each thing held, in the order shown.
    pub items: Vec<Held>,
    /// What is held no longer: taken away or erased.
    pub gone: Vec<ItemId>,
    /// Every entry of the ledger, oldest first.
    pub entries: Vec<Kept>,
    /// Every published checkpoint that the ledger is in, oldest first.
    pub anchors: Vec<Anchor>,
    /// Every look, oldest first.
    pub looks: Vec<Look>,
    /// When it is taken away.
    pub now: Now,
}

impl Record {
    /// The record of what the store gave: entries, checkpoints and looks newest first, as it gives them. None of what was not
    /// asked for as a record ([`Want::Record`](crate::store::Want::Record)).
    pub fn new(view: &View, looks: Vec<Look>, now: Now) -> Option<Self> {
        let (account, proof) = (view.account.clone()?, view.proof.as_ref()?);
        let items: Vec<Held> = view.state.all().cloned().collect();
        let spoken_of: BTreeSet<ItemId> = view.entries.iter().map(|kept| kept.link.item).collect();
        let gone = spoken_of.into_iter().filter(|id| view.state.get(*id).is_none()).collect();
        let entries = view.entries.iter().rev().cloned().collect();
        let anchors = proof.anchors.iter().rev().cloned().collect();
        let looks = looks.into_iter().rev().collect();
        Some(Self {
            whose: account.claimant,
            account: Some(account),
            taken: None,
            shared: None,
            items,
            gone,
            entries,
            anchors,
            looks,
            now,
        })
    }

    /// What a carer sees of someone, as they take it with them; none without the names of both.
    pub fn copy(view: &View, whose: ClaimantId, carer: CarerId, now: Now) -> Option<Self> {
        let Some(Known::Carer(by)) = view.names.of(Actor::Carer(carer)) else { return None };
        let taken = Taken { of: view.state.profile()?.name.to_string(), carer, by: by.to_string() };
        let items = view.state.all().filter(|held| held.id.kind() != Kind::Carer).cloned().collect();
        let (gone, entries, anchors, looks) = Default::default();
        Some(Self { whose, account: None, taken: Some(taken), shared: None, items, gone, entries, anchors, looks, now })
    }

    /// Every entry about an item, oldest first.
    fn history(&self, id: ItemId) -> impl Iterator<Item = &Kept> {
        self.entries.iter().filter(move |kept| kept.link.item == id)
    }

    /// The entry that wrote what stands.
    fn entry(&self, held: &Held) -> Option<&Kept> {
        // Numbered from 1 without a gap, or the store would not have given them.
        self.entries.get(held.version.0.checked_sub(1)? as usize).filter(|kept| kept.link.number == held.version.0)
    }

    /// The entries about an item but for the one that stands.
    fn earlier(&self, held: &Held) -> impl Iterator<Item = &Kept> {
        let stands = held.version.0;
        self.history(held.id).filter(move |kept| kept.link.number != stands)
    }
}

/// For whom and by whom a copy is.
pub struct Taken {
    /// What the person is called.
    pub of: String,
    /// The carer.
    pub carer: CarerId,
    /// What the person calls them.
    pub by: String,
}

/// A file of text, in pieces.
pub type Pieces = Box<dyn Iterator<Item = String> + Send>;

/// A piece for each of `count` things.
fn each(
    record: &Arc<Record>,
    count: usize,
    write: fn(&Record, usize) -> String,
) -> impl Iterator<Item = String> + Send + 'static {
    let record = record.clone();
    (0..count).map(move |at| write(&record, at))
}

/// A piece of its own.
fn one(record: &Arc<Record>, write: fn(&Record) -> String) -> impl Iterator<Item = String> + Send + 'static {
    let record = record.clone();
    once_with(move || write(&record))
}

/// A comma before every thing of a list but the first.
fn in_list(at: usize, text: &str) -> String {
    format!("{}{text}", if at == 0 { "\n" } else { ",\n" })
}

/// How much is sent at a time.
const ENOUGH: usize = 32 * 1024;

/// A file that is ready to be sent.
pub enum File {
    /// All of it.
    Whole(Vec<u8>),
    /// Text that is made while it is sent.
    Text(Pieces),
}

/// A file in the language of `frame`.
///
/// # Errors
/// [`Unprintable`] when it is to be on paper and cannot be.
pub fn file(kind: FileKind, record: &Arc<Record>, frame: Frame) -> Result<File, Unprintable> {
    let pieces = match kind {
        FileKind::Pdf => return speaking(frame, || pdf::pdf(record)).map(File::Whole),
        FileKind::Json if record.taken.is_some() => copy::json(record),
        FileKind::Csv if record.taken.is_some() => copy::csv(record),
        FileKind::Calendar => return Ok(File::Whole(speaking(frame, || calendar::calendar(record)).into_bytes())),
        FileKind::Json => json::pieces(record),
        FileKind::Csv => csv::pieces(record),
        FileKind::Fhir => fhir::pieces(record),
    };
    Ok(File::Text(worth_sending(pieces, frame)))
}

/// The same text in larger pieces.
fn worth_sending(mut pieces: Pieces, frame: Frame) -> Pieces {
    Box::new(std::iter::from_fn(move || {
        speaking(frame.clone(), || {
            let mut text = String::new();
            for piece in pieces.by_ref() {
                text += &piece;
                if text.len() >= ENOUGH {
                    break;
                }
            }
            (!text.is_empty()).then_some(text)
        })
    }))
}

/// The name of a file taken away on some day. It tells nothing to whoever sees it in a list of downloads (promise 12).
pub fn file_name(kind: FileKind, day: Date) -> String {
    let end = match kind {
        FileKind::Pdf => ".pdf",
        FileKind::Json => ".json",
        FileKind::Csv => ".csv",
        FileKind::Fhir => "-exchange.json",
        FileKind::Calendar => ".ics",
    };
    format!("papers-{day}{end}")
}

/// What a kind of file is to a browser.
pub fn media_type(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "application/pdf",
        FileKind::Csv => "text/csv; charset=utf-8",
        // Not application/fhir+json, which no program on a person's own device knows.
        FileKind::Json | FileKind::Fhir => "application/json",
        FileKind::Calendar => "text/calendar; charset=utf-8",
    }
}

/// About how many bytes a file has, or 0 where there is nothing to put into it; for a record whose looks are only counted: nobody waits for a page that says how long a file is.
pub fn about_size(kind: FileKind, record: &Record, looks: usize) -> usize {
    let items = record.items.len() + record.gone.len();
    let earlier = record.entries.len().saturating_sub(record.items.len());
    let sign_ins = record.account.as_ref().map_or(0, |account| account.sign_ins.len());
    let said: usize = record.entries.iter().filter_map(|kept| kept.content.as_ref()).map(|said| said.json.len()).sum();
    match kind {
        // A calendar without a day in it is none.
        FileKind::Calendar if events(record) == 0 => 0,
        FileKind::Pdf => 25_000 + 1500 * items + 800 * earlier + said + 500 * looks,
        FileKind::Calendar => 130 + 190 * events(record),
        FileKind::Csv => 1200 + 450 * (items + earlier) + said / 2 + 500 * sign_ins,
        FileKind::Fhir => 500 + 300 * items + 520 * (items + earlier) + 720 * looks,
        FileKind::Json => {
            1200 + 1400 * items
                + 1100 * earlier
                + said * 3 / 2
                + 300 * looks
                + 500 * sign_ins
                + 1200 * record.anchors.len()
        }
    }
}

/// How many breaks and appointments there are for a calendar.
fn events(record: &Record) -> usize {
    let count = |held: &Held| match &held.item {
        Item::Breaks(breaks) => breaks.breaks.len(),
        Item::Appointment(one) => usize::from(one.slot().is_some()),
        _ => 0,
    };
    record.items.iter().map(count).sum()
}

//! Each thing held as a row of a table for a spreadsheet (RFC 4180), the earlier wordings as rows of their own, and the facts of the
//! place and of each session.

use std::sync::Arc;

use jiff::Timestamp;
use own_terms_app::{
    pages::{
        held::{say_place, say_seals, say_sign_in, say_to_send, say_waiting, seen, until},
        receipts::words,
        said::say_item,
        words::{say_actor, say_choice, say_moment},
    },
    t,
};
use own_terms_domain::{
    actor::Actor,
    catalogue::{About, PLACE, SIGN_IN, TO_SEND, WAITING, about},
    item::ItemId,
    ledger::Act,
};

use super::{Pieces, Record, each, one};
use crate::{journeys::receipts::shown, store::Kept};

/// Spreadsheets take a file for UTF-8 only if it begins with this.
const MARK: &str = "\u{feff}";

/// The columns, as the messages call them.
const COLUMNS: [&str; 11] = ["kind", "said", "stands", "who", "when", "seen", "why", "basis", "until", "version", "id"];

/// The whole file.
pub(super) fn pieces(record: &Arc<Record>) -> Pieces {
    let head = one(record, |_| head());
    let items = each(record, record.items.len(), item);
    let gone = each(record, record.gone.len(), |record, at| history(record, record.gone[at], None));
    let account = record.account.as_ref();
    let sign_ins = each(record, account.map_or(0, |account| account.sign_ins.len()), sign_in);
    let waiting = each(record, account.map_or(0, |account| account.waiting.len()), waiting);
    let to_send = each(record, account.map_or(0, |account| account.to_send.len()), to_send);
    let place = one(record, place);
    Box::new(head.chain(items).chain(gone).chain(place).chain(sign_ins).chain(waiting).chain(to_send))
}

/// The first row.
pub(super) fn head() -> String {
    MARK.to_owned() + &row(COLUMNS.map(|column| t!(format!("csv-{column}"))))
}

/// What stands, and each earlier wording.
fn item(record: &Record, at: usize) -> String {
    let held = &record.items[at];
    let about = about(held.item.kind());
    let now = row([
        say_choice("kind", held.item.kind()),
        say_item(&held.item, record.now).join("\n"),
        t!("csv-stands-now"),
        say_actor(held.by),
        say_moment(held.at),
        seen(&held.item),
        say_choice("purpose", about.purpose),
        say_choice("basis", about.basis),
        until(&held.item),
        held.version.to_string(),
        held.id.to_string(),
    ]);
    now + &history(record, held.id, Some(held.version.0))
}

/// A row for each entry about an item but for the one that stands.
fn history(record: &Record, id: ItemId, stands: Option<u32>) -> String {
    record.history(id).filter(|kept| Some(kept.link.number) != stands).map(entry).collect()
}

fn entry(kept: &Kept) -> String {
    let about = about(kept.link.item.kind());
    let stands = match (kept.link.act, kept.content.is_some()) {
        (Act::Set, true) => t!("csv-stands-before"),
        (Act::TakeAway, _) => t!("csv-stands-taken-away"),
        (Act::Set | Act::Erase, _) => t!("csv-stands-erased"),
    };
    row([
        say_choice("kind", kept.link.item.kind()),
        words(&shown(kept), None, true).after.join("\n"),
        stands,
        say_actor(kept.link.by),
        say_moment(kept.link.at),
        t!("seen-nobody"),
        say_choice("purpose", about.purpose),
        say_choice("basis", about.basis),
        say_choice("retention", about.retention),
        kept.link.number.to_string(),
        kept.link.item.to_string(),
    ])
}

/// The facts of the place.
fn place(record: &Record) -> String {
    let Some(account) = &record.account else { return String::new() };
    let facts = say_place(account).into_iter().chain(say_seals(account));
    let said: Vec<String> = facts.map(|(what, said)| t!("download-fact", what = what, said = said)).collect();
    let id = account.claimant.0.to_string();
    fact(t!("held-place"), said, account.made_at, PLACE, id)
}

fn sign_in(record: &Record, at: usize) -> String {
    let Some(sign_in) = record.account.as_ref().and_then(|account| account.sign_ins.get(at)) else {
        return String::new();
    };
    fact(t!("held-sign-ins"), say_sign_in(sign_in), sign_in.at, SIGN_IN, String::new())
}

fn waiting(record: &Record, at: usize) -> String {
    let Some(waiting) = record.account.as_ref().and_then(|account| account.waiting.get(at)) else {
        return String::new();
    };
    fact(t!("held-waiting"), vec![say_waiting(waiting)], waiting.made_at, WAITING, String::new())
}

fn to_send(record: &Record, at: usize) -> String {
    let Some(message) = record.account.as_ref().and_then(|account| account.to_send.get(at)) else {
        return String::new();
    };
    fact(t!("held-to-send"), vec![say_to_send(message)], message.made_at, TO_SEND, String::new())
}

/// A row of what nobody wrote.
fn fact(what: String, said: Vec<String>, at: Timestamp, about: About, id: String) -> String {
    row([
        what,
        said.join("\n"),
        t!("csv-stands-now"),
        say_actor(Actor::Service),
        say_moment(at),
        say_choice("seen", about.seen),
        say_choice("purpose", about.purpose),
        say_choice("basis", about.basis),
        say_choice("retention", about.retention),
        String::new(),
        id,
    ])
}

pub(super) fn row<const N: usize>(cells: [String; N]) -> String {
    let cells = cells.map(|text| format!("\"{}\"", harmless(&text).replace('"', "\"\"")));
    cells.join(",") + "\r\n"
}

/// The same text, not taken for a formula: a spreadsheet shows what follows an apostrophe as it is. An apostrophe that was
/// there already gets another, so that taking one away always gives what was typed.
fn harmless(text: &str) -> String {
    let may_be_run =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\'' | '＝' | '＋' | '－' | '＠');
    let first = text.trim_start_matches([' ', '\u{feff}', '\u{200b}']).chars().next();
    if first.is_some_and(may_be_run) { format!("'{text}") } else { text.to_owned() }
}

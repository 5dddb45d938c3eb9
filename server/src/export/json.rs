//! The whole record for another program to read: `own-terms record 1`, described by `docs/record.schema.json`.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use own_terms_app::{
    frame::frame,
    pages::{
        held::{say_to_send, say_waiting, seen, until},
        receipts::words,
        said::say_item,
        words::{say_actor, say_choice},
    },
};
use own_terms_domain::{
    account::{Account, SignIn, ToSend},
    actor::Actor,
    catalogue::{PLACE, SIGN_IN, TO_SEND, WAITING, about},
    item::{Item, ItemId, Wording},
    ledger::Act,
    look::{Look, Reason, Subject},
    reading::Choice,
    ticket::Waiting,
};
use own_terms_receipt::{file::Anchor, hex::Hex};
use serde::Serialize;
use serde_json::Value;

use super::{Pieces, Record, consents, each, in_list, one};
use crate::{journeys::receipts::shown, store::Kept};

/// The name of the format; another number means that a reader of this one cannot read it.
pub const FORMAT: &str = "own-terms record 1";

/// Where anyone gets the schema, without signing in.
pub const SCHEMA: &str = include_str!("../../../docs/record.schema.json");

#[derive(Serialize)]
struct Head<'a> {
    format: &'static str,
    made: Timestamp,
    language: &'static str,
    person: String,
    place: Place,
    sign_ins: Vec<OneSignIn>,
    waiting: Vec<OneWaiting>,
    to_send: Vec<OneToSend>,
    published: &'a [Anchor],
}

#[derive(Serialize)]
struct Place {
    made: Timestamp,
    origin: Named,
    items: u32,
    entries: u32,
    head: String,
    anchored: u32,
    looks: u32,
    look_head: String,
    purpose: Named,
    basis: Named,
    retention: Named,
}

#[derive(Serialize)]
struct OneToSend {
    words: String,
    made: Timestamp,
    next: Timestamp,
    tried: u32,
    purpose: Named,
    basis: Named,
    retention: Named,
}

#[derive(Serialize)]
struct OneWaiting {
    what: Named,
    made: Timestamp,
    until: Timestamp,
    purpose: Named,
    basis: Named,
    retention: Named,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, asked for by its name")]
struct OneSignIn {
    id: String,
    by: Named,
    way: Option<String>,
    device: Named,
    shared: bool,
    at: Timestamp,
    last_used: Timestamp,
    looked: bool,
    looked_at_log: bool,
    here: bool,
    purpose: Named,
    basis: Named,
    retention: Named,
}

/// Something with a short stable name, and the same in words.
#[derive(Serialize)]
pub(super) struct Named {
    pub(super) id: &'static str,
    pub(super) words: String,
}

#[derive(Serialize)]
pub(super) struct By {
    #[serde(flatten)]
    actor: Actor,
    words: String,
}

#[derive(Serialize)]
struct OneItem {
    id: String,
    kind: Named,
    version: u32,
    written: Timestamp,
    by: By,
    content: Value,
    words: Vec<String>,
    purpose: Named,
    basis: Named,
    retention: Named,
    goes_on: Option<Date>,
    seen_by: Named,
    entry: Option<Sealed>,
    earlier: Vec<Entry>,
}

#[derive(Serialize)]
struct Gone {
    id: String,
    kind: Named,
    erased: Option<Timestamp>,
    earlier: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    #[serde(flatten)]
    sealed: Sealed,
    content: Option<Value>,
    erased: bool,
    words: Vec<String>,
}

/// An entry as it was signed, without what it says.
#[derive(Serialize)]
struct Sealed {
    number: u32,
    at: Timestamp,
    by: By,
    act: Act,
    replaced: String,
    notice: String,
    commitment: String,
    hash: String,
    previous: String,
    signature: String,
    signed_with: String,
}

#[derive(Serialize)]
struct OneLook {
    number: u32,
    at: Timestamp,
    by: Option<By>,
    reason: Option<Named>,
    subject: Option<Named>,
    refused: Option<bool>,
    withheld: Option<Named>,
    shown: Vec<Wording>,
}

/// The whole file, a line for each thing held and each look.
pub(super) fn pieces(record: &Arc<Record>) -> Pieces {
    let items = each(record, record.items.len(), |record, at| in_list(at, &item(record, at)));
    let gone = each(record, record.gone.len(), |record, at| in_list(at, &gone(record, record.gone[at])));
    let looks = each(record, record.looks.len(), |record, at| in_list(at, &look(&record.looks[at])));
    let file = one(record, head)
        .chain(items)
        .chain(one(record, |_| "\n],\n\"no_longer_held\": [".to_owned()))
        .chain(gone)
        .chain(one(record, |_| "\n],\n\"looks\": [".to_owned()))
        .chain(looks)
        .chain(one(record, |record| {
            let consents = consents::held(record).map(|(held, consent)| consents::one(record, held, consent));
            format!("\n],\n\"consents\": [{}\n]}}\n", consents.collect::<Vec<_>>().join(",\n"))
        }));
    Box::new(file)
}

fn head(record: &Record) -> String {
    let language = frame().reading.language.id();
    let Record { account: Some(account), anchors, now, .. } = record else { return String::new() };
    let mut text = json(&Head {
        format: FORMAT,
        made: now.at,
        language,
        person: account.claimant.0.to_string(),
        place: place(account),
        sign_ins: account.sign_ins.iter().map(sign_in).collect(),
        waiting: account.waiting.iter().map(waiting).collect(),
        to_send: account.to_send.iter().map(to_send).collect(),
        published: anchors,
    });
    // The lists follow in the same object.
    text.pop();
    text + ",\n\"items\": ["
}

fn place(account: &Account) -> Place {
    Place {
        made: account.made_at,
        origin: named("origin", account.origin),
        items: account.items,
        entries: account.entries,
        head: Hex(account.head).to_string(),
        anchored: account.anchored,
        looks: account.looks,
        look_head: Hex(account.look_head).to_string(),
        purpose: named("purpose", PLACE.purpose),
        basis: named("basis", PLACE.basis),
        retention: named("retention", PLACE.retention),
    }
}

fn sign_in(sign_in: &SignIn) -> OneSignIn {
    let SignIn { id, by, way, device, shared, at, last_used, looked, looked_at_log, here } = *sign_in;
    OneSignIn {
        id: id.to_string(),
        by: named("signed-in-by", by),
        way: way.map(|way| way.to_string()),
        device: named("device", device),
        shared,
        at,
        last_used,
        looked,
        looked_at_log,
        here,
        purpose: named("purpose", SIGN_IN.purpose),
        basis: named("basis", SIGN_IN.basis),
        retention: named("retention", SIGN_IN.retention),
    }
}

fn waiting(waiting: &Waiting) -> OneWaiting {
    OneWaiting {
        what: Named { id: waiting.purpose.id(), words: say_waiting(waiting) },
        made: waiting.made_at,
        until: waiting.until,
        purpose: named("purpose", WAITING.purpose),
        basis: named("basis", WAITING.basis),
        retention: named("retention", WAITING.retention),
    }
}

fn to_send(message: &ToSend) -> OneToSend {
    OneToSend {
        words: say_to_send(message),
        made: message.made_at,
        next: message.next_at,
        tried: message.tried,
        purpose: named("purpose", TO_SEND.purpose),
        basis: named("basis", TO_SEND.basis),
        retention: named("retention", TO_SEND.retention),
    }
}

fn item(record: &Record, at: usize) -> String {
    let held = &record.items[at];
    let about = about(held.item.kind());
    json(&OneItem {
        id: held.id.to_string(),
        kind: named("kind", held.item.kind()),
        version: held.version.0,
        written: held.at,
        by: by(held.by),
        content: content(&held.item),
        words: say_item(&held.item, record.now),
        purpose: named("purpose", about.purpose),
        basis: named("basis", about.basis),
        retention: Named { id: about.retention.id(), words: until(&held.item) },
        goes_on: held.item.goes_on(),
        seen_by: Named { id: about.seen.id(), words: seen(&held.item) },
        entry: record.entry(held).map(sealed),
        earlier: record.earlier(held).map(entry).collect(),
    })
}

fn gone(record: &Record, id: ItemId) -> String {
    let erased = record.history(id).filter(|kept| kept.link.act == Act::Erase).last();
    json(&Gone {
        id: id.to_string(),
        kind: named("kind", id.kind()),
        erased: erased.map(|kept| kept.link.at),
        earlier: record.history(id).map(entry).collect(),
    })
}

fn entry(kept: &Kept) -> Entry {
    Entry {
        sealed: sealed(kept),
        content: kept.content.as_ref().and_then(|opened| opened.item.as_ref()).map(content),
        erased: kept.content.is_none(),
        words: words(&shown(kept), None, true).after,
    }
}

fn sealed(kept: &Kept) -> Sealed {
    let link = &kept.link;
    Sealed {
        number: link.number,
        at: link.at,
        by: by(link.by),
        act: link.act,
        replaced: Hex(link.replaced).to_string(),
        notice: Hex(link.notice.0).to_string(),
        commitment: Hex(link.commitment).to_string(),
        hash: Hex(link.hash()).to_string(),
        previous: Hex(link.previous).to_string(),
        signature: kept.signed.signature.to_string(),
        signed_with: kept.signed.signed_with.to_string(),
    }
}

fn look(look: &Look) -> String {
    let Look { number, at, by: who, reason, subject, refused, withheld, shown } = look.clone();
    let told = withheld.is_none();
    json(&OneLook {
        number,
        at,
        by: told.then(|| by(who)),
        reason: told.then(|| named::<Reason>("reason", reason)),
        subject: told.then(|| named::<Subject>("subject", subject)),
        refused: told.then_some(refused),
        withheld: withheld.map(|law| named("law", law)),
        shown,
    })
}

pub(super) fn by(actor: Actor) -> By {
    By { actor, words: say_actor(actor) }
}

pub(super) fn named<C: Choice>(set: &str, choice: C) -> Named {
    Named { id: choice.id(), words: say_choice(set, choice) }
}

/// What an item says, as it is stored.
pub(super) fn content(item: &Item) -> Value {
    match serde_json::to_value(item) {
        Ok(Value::Object(mut fields)) => fields.remove("content").unwrap_or(Value::Null),
        // Every item is written in this very way when it is stored.
        _ => Value::Null,
    }
}

pub(super) fn json(what: &impl Serialize) -> String {
    // Only maps with keys that are no text, and numbers that are none, cannot be written; there are neither.
    serde_json::to_string(what).unwrap_or_default()
}

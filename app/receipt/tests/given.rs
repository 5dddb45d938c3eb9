//! A person's ledger with its receipts, signed, as the service makes them.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan as _};
use own_terms_domain::{
    actor::Actor,
    checkpoint::{Checkpoint, Ends, tree},
    ids::{ClaimantId, GoalId},
    item::{ItemId, Kind},
    ledger::{Act, BEGINNING, Hash, Link, NoticeVersion},
};
use own_terms_receipt::{
    file::{Anchor, Content, FORMAT, Foot, Head, Published, Receipt, Words},
    hex::Hex,
    keys::{For, PublicKey, Signer},
    write::Writer,
};
use uuid::Uuid;

pub const ME: ClaimantId = ClaimantId(Uuid::from_u128(0x77));

pub fn at(minutes: i64) -> Timestamp {
    "2027-03-01T12:00:00.123456Z".parse::<Timestamp>().unwrap().checked_add(minutes.minutes()).unwrap()
}

pub fn signer(secret: u8) -> Signer {
    Signer::new(&[secret; 32])
}

pub fn public(signer: &Signer, until: Option<Timestamp>) -> PublicKey {
    PublicKey { id: signer.id(), public: Hex(signer.public()), since: at(-60), until }
}

fn items() -> [ItemId; 4] {
    let goal = ItemId::Goal(GoalId(Uuid::from_u128(9)));
    [ItemId::The(Kind::Pace), goal, ItemId::The(Kind::Wish), goal]
}

/// A person's ledger of `entries` entries; each with content but the one that erases.
pub fn ledger(person: ClaimantId, entries: u32, key: &Signer) -> Vec<Receipt> {
    let mut of_items: BTreeMap<ItemId, Hash> = BTreeMap::new();
    let mut previous = BEGINNING;
    (1..=entries)
        .map(|number| {
            let item = items()[usize::try_from(number).unwrap() % 4];
            let act = if number % 5 == 4 { Act::Erase } else { Act::Set };
            let content = Content {
                salt: Hex([u8::try_from(number).unwrap(); 16]),
                text: format!("{{\"said\":\"words {number}\"}}"),
            };
            let link = Link {
                claimant: person,
                number,
                at: at(i64::from(number)),
                by: Actor::Claimant(person),
                item,
                act,
                replaced: of_items.get(&item).copied().unwrap_or(BEGINNING),
                notice: NoticeVersion([7; 8]),
                commitment: content.commitment(),
                previous,
            };
            previous = link.hash();
            of_items.insert(item, previous);
            let signed = key.sign(For::Entry, &previous);
            let words = Words {
                what: format!("You said something “{number}”"),
                by: "You".to_owned(),
                when: "Monday".to_owned(),
                before: vec!["before".to_owned()],
                after: vec!["line one\nand \"two\"".to_owned(), "three".to_owned()],
            };
            Receipt::new(&link, signed, (act == Act::Set).then_some(content), words)
        })
        .collect()
}

/// Where that ledger was in a checkpoint with two others, after `entries` entries.
pub fn anchor(person: ClaimantId, receipts: &[Receipt], entries: u32, key: &Signer) -> Anchor {
    let head = entries.checked_sub(1).map_or(BEGINNING, |at| receipts[usize::try_from(at).unwrap()].hash.0);
    let ends = Ends { claimant: person, entries, head, looks: 3, look_head: [5; 32] };
    let (root, paths) = tree(&[[1; 32], [2; 32], ends.leaf()]).unwrap();
    let checkpoint = Checkpoint { number: 8, at: at(500), leaves: 3, root, previous: [4; 32] };
    let signed = key.sign(For::Checkpoint, &checkpoint.hash());
    Anchor {
        checkpoint: Published::new(&checkpoint, signed),
        leaf: 2,
        entries,
        head: Hex(head),
        looks: 3,
        look_head: Hex([5; 32]),
        path: paths[2].iter().copied().map(Hex).collect(),
    }
}

pub fn head(person: ClaimantId, of: &[Receipt], whole: bool) -> Head {
    Head {
        format: FORMAT.to_owned(),
        language: "en".to_owned(),
        made_at: at(1000),
        person: person.0,
        whole,
        entries: of.last().map_or(0, |last| last.number),
        head: of.last().map_or(Hex(BEGINNING), |last| last.hash),
    }
}

pub fn write(head: &Head, receipts: &[Receipt], foot: &Foot, key: &Signer) -> String {
    let (mut writer, mut text) = Writer::begin(head);
    for receipt in receipts {
        text += &writer.receipt(receipt);
    }
    text + &writer.end(foot, key)
}

/// A whole file of `entries` receipts, as the service makes it.
pub fn whole(entries: u32) -> String {
    let key = signer(1);
    let receipts = ledger(ME, entries, &key);
    let anchor = (entries > 1).then(|| anchor(ME, &receipts, entries - 1, &key));
    let foot = Foot { anchor, keys: vec![public(&key, None)] };
    write(&head(ME, &receipts, true), &receipts, &foot, &key)
}

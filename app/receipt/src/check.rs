//! The check of a file of receipts: everything that is wrong with it, and on which line, by nobody's word but the keys'.

use std::collections::BTreeMap;

use jiff::Timestamp;
use own_terms_domain::{
    checkpoint::root_from,
    choices,
    ledger::{Act, BEGINNING, Hash},
};

use crate::{
    file::{Anchor, FORMAT, File, Receipt},
    hex::Hex,
    keys::{For, KeyId, PublicKey, Signed},
    read,
    text::{Parts, take_apart},
};

choices! {
    /// What can be wrong.
    Wrong {
        /// It cannot be read as a file of receipts at all.
        NotReceipts = "not-receipts",
        /// A line is not as it was made.
        Line = "line",
        /// The file is not what was signed.
        File = "file",
        /// It was signed with a key that is not a published one.
        Key = "key",
        /// The entry is not what its hash says.
        Entry = "entry",
        /// The signature of an entry is not right.
        Signature = "signature",
        /// What it says is not what was committed to.
        Content = "content",
        /// A receipt before this one is missing, or they are out of order.
        Order = "order",
        /// What it replaced is not what stood before.
        Replaced = "replaced",
        /// The last receipts are missing.
        End = "end",
        /// The checkpoint is not one that the service signed.
        Checkpoint = "checkpoint",
        /// The published checkpoint says another thing than the receipts.
        Rewritten = "rewritten",
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub wrong: Wrong,
    /// The line of the file, from 1, when it is one.
    pub line: Option<usize>,
    /// What the line is of: the name before its colon.
    pub field: Option<String>,
    /// The number of the receipt, when it is in one.
    pub receipt: Option<u32>,
}

impl Fault {
    fn of(wrong: Wrong) -> Self {
        Self { wrong, line: None, field: None, receipt: None }
    }

    fn in_receipt(wrong: Wrong, number: u32) -> Self {
        Self { receipt: Some(number), ..Self::of(wrong) }
    }
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many receipts there are.
    pub receipts: usize,
    /// When the file was made.
    pub made_at: Option<Timestamp>,
    /// True when it says that it is the whole chain.
    pub whole: bool,
    /// The moment and the number of entries of the checkpoint that the chain is in.
    pub anchored: Option<(Timestamp, u32)>,
    /// The keys that signed something in it.
    pub keys: Vec<KeyId>,
    /// Everything that is wrong; nothing when all is well.
    pub faults: Vec<Fault>,
}

impl Report {
    /// True when nothing is wrong.
    pub fn is_well(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Checks the text of a file. Its keys must be among `published`; without them the file is held against itself alone, which
/// finds every change but not a file that someone made up with a key of their own.
pub fn check(text: &str, published: Option<&[PublicKey]>) -> Report {
    let parts = take_apart(text);
    let file = read::file(text).filter(|file| file.head.format == FORMAT);
    let mut faults = Vec::new();
    if let Some(at) = parts.first_changed() {
        faults.push(changed_line(&parts, at));
    }
    let Some(file) = file else {
        if faults.is_empty() {
            faults.push(Fault::of(Wrong::NotReceipts));
        }
        return Report { faults, ..Report::default() };
    };
    let checker = Checker { file: &file, published };
    if faults.is_empty() && !checker.is_signed_as_a_whole(text, &parts) {
        faults.push(Fault::of(Wrong::File));
    }
    checker.keys(&mut faults);
    checker.entries(&mut faults);
    checker.order(&mut faults);
    if let Some(anchor) = &file.foot.anchor {
        checker.anchor(anchor, &mut faults);
    }
    let anchored = file.foot.anchor.as_ref().map(|anchor| (anchor.checkpoint.at, anchor.entries));
    Report {
        receipts: file.receipts.len(),
        made_at: Some(file.head.made_at),
        whole: file.head.whole,
        anchored,
        keys: file.foot.keys.iter().map(|key| key.id).collect(),
        faults,
    }
}

/// Names a changed line by what stands on it, and by the receipt that it is in.
fn changed_line(parts: &Parts<'_>, at: usize) -> Fault {
    let name = |line: &str| {
        let (name, _) = line.trim_start().strip_prefix('"')?.split_once("\":")?;
        Some(name.to_owned())
    };
    let number = |line: &&str| line.trim().strip_prefix("\"number\": ")?.trim_end_matches(',').parse().ok();
    let line = parts.lines.get(at - 1);
    let before = &parts.lines[..at.min(parts.lines.len())];
    // The number of a receipt is the first of its lines, after the brace that opens it.
    let receipt = before.iter().rev().take_while(|line| !line.starts_with("  \"")).find_map(number);
    Fault { wrong: Wrong::Line, line: Some(at), field: line.and_then(|line| name(line)), receipt }
}

struct Checker<'a> {
    file: &'a File,
    published: Option<&'a [PublicKey]>,
}

impl Checker<'_> {
    fn key(&self, id: KeyId) -> Option<&PublicKey> {
        self.published.unwrap_or(&self.file.foot.keys).iter().find(|key| key.id == id)
    }

    fn has_signed(&self, what: For, hash: &Hash, signed: &Signed, at: Timestamp) -> bool {
        self.key(signed.signed_with).is_some_and(|key| key.has_signed(what, hash, signed, at))
    }

    fn is_signed_as_a_whole(&self, text: &str, parts: &Parts<'_>) -> bool {
        let signed = Signed { signed_with: self.file.signed_with, signature: self.file.signature };
        parts.sums.is_some()
            && Parts::ends_as_made(text, &self.file.signature.to_string())
            && self.has_signed(For::File, &parts.whole, &signed, self.file.head.made_at)
    }

    /// Each key named is published, and is its own.
    fn keys(&self, faults: &mut Vec<Fault>) {
        let used = self.file.receipts.iter().map(|receipt| receipt.signed_with).chain([self.file.signed_with]);
        let anchored = self.file.foot.anchor.iter().map(|anchor| anchor.checkpoint.signed_with);
        let mut unknown: Vec<KeyId> = used.chain(anchored).filter(|id| self.key(*id).is_none()).collect();
        unknown.dedup();
        let is_own = |key: &&PublicKey| {
            key.is_sound() && self.published.is_none_or(|keys| keys.iter().any(|known| known.public == key.public))
        };
        if !unknown.is_empty() || !self.file.foot.keys.iter().all(|key| is_own(&key)) {
            faults.push(Fault::of(Wrong::Key));
        }
    }

    fn entries(&self, faults: &mut Vec<Fault>) {
        for receipt in &self.file.receipts {
            let Some(hash) = self.hash_of(receipt) else {
                faults.push(Fault::in_receipt(Wrong::Entry, receipt.number));
                continue;
            };
            if !self.has_signed(For::Entry, &hash, &receipt.signed(), receipt.at) {
                faults.push(Fault::in_receipt(Wrong::Signature, receipt.number));
            }
            if receipt.content.as_ref().is_some_and(|content| content.commitment() != receipt.commitment.0) {
                faults.push(Fault::in_receipt(Wrong::Content, receipt.number));
            }
        }
    }

    /// The hash of the entry, when it is what the receipt says it is.
    fn hash_of(&self, receipt: &Receipt) -> Option<Hash> {
        let hash = receipt.link(self.file.head.person)?.hash();
        (hash == receipt.hash.0).then_some(hash)
    }

    /// The receipts follow one another; in a whole file from the first to the last.
    fn order(&self, faults: &mut Vec<Fault>) {
        let head = &self.file.head;
        let mut last: Option<&Receipt> = None;
        let mut of_items: BTreeMap<&str, Hash> = BTreeMap::new();
        for receipt in &self.file.receipts {
            let (number, previous) = last.map_or((0, BEGINNING), |last| (last.number, last.hash.0));
            let is_next = receipt.number.checked_sub(1) == Some(number);
            let follows = if is_next {
                receipt.previous.0 == previous
            } else {
                // Only a file that is not whole may leave some out.
                !head.whole && receipt.number > number
            };
            if !follows {
                faults.push(Fault::in_receipt(Wrong::Order, receipt.number));
            }
            let stood = of_items.insert(&receipt.item, receipt.hash.0);
            let stood = stood.or(head.whole.then_some(BEGINNING));
            if stood.is_some_and(|stood| stood != receipt.replaced.0) && head.whole {
                faults.push(Fault::in_receipt(Wrong::Replaced, receipt.number));
            }
            if receipt.act != Act::Set && receipt.content.is_some() {
                faults.push(Fault::in_receipt(Wrong::Content, receipt.number));
            }
            last = Some(receipt);
        }
        let (number, hash) = last.map_or((0, BEGINNING), |last| (last.number, last.hash.0));
        let at_end = (number, hash) == (head.entries, head.head.0);
        if number > head.entries || (number == head.entries || head.whole) && !at_end {
            faults.push(Fault::of(Wrong::End));
        }
    }

    fn anchor(&self, anchor: &Anchor, faults: &mut Vec<Fault>) {
        let (checkpoint, person) = (anchor.checkpoint.checkpoint(), self.file.head.person);
        let path: Vec<Hash> = anchor.path.iter().map(|Hex(hash)| *hash).collect();
        let root = root_from(anchor.ends(person).leaf(), anchor.leaf, checkpoint.leaves, &path);
        let signed = anchor.checkpoint.signed();
        if root != Some(checkpoint.root)
            || !self.has_signed(For::Checkpoint, &checkpoint.hash(), &signed, checkpoint.at)
        {
            faults.push(Fault::of(Wrong::Checkpoint));
        }
        let there = self.file.receipts.iter().find(|receipt| receipt.number == anchor.entries);
        let another = there.is_some_and(|receipt| receipt.hash != anchor.head);
        if another || anchor.entries > self.file.head.entries {
            faults.push(Fault { receipt: there.map(|receipt| receipt.number), ..Fault::of(Wrong::Rewritten) });
        }
    }
}

//! One receipt as a few letters: what a code on paper holds, so that a phone's camera can open the page that checks it.
//!
//! It holds what the signature is over and no words of ours; what was written only when the person asks for it. The keys
//! are not in it: it is held against the published ones.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    ids::ClaimantId,
    ledger::{Act, BEGINNING, Link, NoticeVersion, commitment},
    letters,
};
use uuid::Uuid;

use crate::{
    check::Wrong,
    file::Content,
    hex::Hex,
    keys::{For, PublicKey, Signed},
};

/// The first byte of every code.
const FORMAT: u8 = 1;
/// How the letters of every code begin: those of its first byte, and of what no code has yet.
const BEGINS: &str = "04";
/// Said by the second byte: what was written is in it.
const HAS_CONTENT: u8 = 1;
/// Said by the second byte: something was replaced.
const HAS_REPLACED: u8 = 2;
/// Said by the length of an item's name: an id follows.
const HAS_ID: u8 = 0x80;
/// Who wrote it: the person themself.
const SELF: u8 = 0;
/// Who wrote it, by their role: anyone else.
const ROLES: [(u8, &str); 8] = [
    (1, "carer"),
    (2, "case-worker"),
    (3, "organisation"),
    (4, "service"),
    (5, "code-holder"),
    (6, "system"),
    (7, "supervisor"),
    (8, "calendar"),
];

/// A receipt as a code holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The entry.
    pub link: Link,
    /// Its signature.
    pub signed: Signed,
    /// What it says, where the person took that along; the entry's commitment is to it.
    pub content: Option<Content>,
}

impl Code {
    /// The letters; none for an entry such as no code holds, which is one that another claimant wrote.
    pub fn letters(&self) -> Option<String> {
        self.bytes().map(|bytes| letters::write(&bytes))
    }

    fn bytes(&self) -> Option<Vec<u8>> {
        let link = &self.link;
        let has = |flag: u8, is: bool| if is { flag } else { 0 };
        let replaced = link.replaced != BEGINNING;
        let mut bytes = vec![FORMAT, has(HAS_CONTENT, self.content.is_some()) | has(HAS_REPLACED, replaced)];
        bytes.extend(link.claimant.0.as_bytes());
        bytes.extend(link.number.to_be_bytes());
        bytes.extend(link.at.as_microsecond().to_be_bytes());
        if link.by == Actor::Claimant(link.claimant) {
            bytes.push(SELF);
        } else {
            bytes.push(ROLES.iter().find(|(_, role)| *role == link.by.role())?.0);
            bytes.extend(link.by.id().iter().flat_map(Uuid::as_bytes));
        }
        write_item(&link.item.to_string(), &mut bytes)?;
        bytes.push(match link.act {
            Act::Set => 0,
            Act::TakeAway => 1,
            Act::Erase => 2,
        });
        if replaced {
            bytes.extend(link.replaced);
        }
        bytes.extend(link.notice.0);
        bytes.extend(link.previous);
        bytes.extend(self.signed.signed_with.0);
        bytes.extend(self.signed.signature.0);
        match &self.content {
            None => bytes.extend(link.commitment),
            Some(content) => {
                bytes.extend(content.salt.0);
                bytes.extend(content.text.bytes());
            }
        }
        Some(bytes)
    }

    /// The code that bytes hold; each is written in one way only.
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = Rest(bytes);
        if rest.one()? != FORMAT {
            return None;
        }
        let flags = rest.one()?;
        let claimant = ClaimantId(rest.id()?);
        let number = u32::from_be_bytes(rest.take()?);
        let at = Timestamp::from_microsecond(i64::from_be_bytes(rest.take()?)).ok()?;
        let by = match rest.one()? {
            SELF => Actor::Claimant(claimant),
            of => {
                let role = ROLES.iter().find(|(number, _)| *number == of)?.1;
                Actor::of(role, if role == "service" { None } else { Some(rest.id()?) })?
            }
        };
        let item = read_item(&mut rest)?.parse().ok()?;
        let act = match rest.one()? {
            0 => Act::Set,
            1 => Act::TakeAway,
            2 => Act::Erase,
            _ => return None,
        };
        let replaced = if flags & HAS_REPLACED == 0 { BEGINNING } else { rest.take()? };
        let notice = NoticeVersion(rest.take()?);
        let previous = rest.take()?;
        let signed = Signed { signed_with: Hex(rest.take()?), signature: Hex(rest.take()?) };
        let (commitment, content) = if flags & HAS_CONTENT == 0 {
            (rest.take()?, None)
        } else {
            let salt = rest.take()?;
            let text = str::from_utf8(std::mem::take(&mut rest.0)).ok()?;
            (commitment(&salt, text.as_bytes()), Some(Content { salt: Hex(salt), text: text.to_owned() }))
        };
        let link = Link { claimant, number, at, by, item, act, replaced, notice, commitment, previous };
        Some(Self { link, signed, content }).filter(|code| code.bytes().as_deref() == Some(bytes))
    }
}

/// The letters of a code in a text that someone scanned, copied or typed; none for any other text, such as a file.
pub fn letters_in(text: &str) -> Option<String> {
    let (before, letters) = text.rsplit_once('#').unwrap_or(("", text));
    let letters = letters::tidy(letters)?;
    (letters.starts_with(BEGINS) || before.ends_with("/check")).then_some(letters)
}

/// Checks a code against the published keys: the receipt, or what is wrong with it.
///
/// # Errors
/// [`Wrong::NotReceipts`] for what is no whole code, [`Wrong::Key`] and [`Wrong::Signature`].
pub fn check(text: &str, published: &[PublicKey]) -> Result<Code, Wrong> {
    let bytes = letters::tidy(text).and_then(|letters| letters::read(&letters));
    let code = bytes.and_then(|bytes| Code::read(&bytes)).ok_or(Wrong::NotReceipts)?;
    let key = published.iter().find(|key| key.id == code.signed.signed_with).ok_or(Wrong::Key)?;
    let is_signed = key.has_signed(For::Entry, &code.link.hash(), &code.signed, code.link.at);
    if is_signed { Ok(code) } else { Err(Wrong::Signature) }
}

/// An item's name; an id at its end as its bytes, and not as twice as many digits.
fn write_item(item: &str, bytes: &mut Vec<u8>) -> Option<()> {
    let with_id = item.rsplit_once('.').and_then(|(name, digits)| Some((name, Hex::<16>::parse(digits)?)));
    let name = with_id.map_or(item, |(name, _)| name);
    let length = u8::try_from(name.len()).ok().filter(|length| *length < HAS_ID)?;
    bytes.push(if with_id.is_some() { length | HAS_ID } else { length });
    bytes.extend(name.bytes());
    bytes.extend(with_id.iter().flat_map(|(_, id)| id.0));
    Some(())
}

fn read_item(rest: &mut Rest<'_>) -> Option<String> {
    let length = rest.one()?;
    let name = str::from_utf8(rest.some(usize::from(length & !HAS_ID))?).ok()?.to_owned();
    if length & HAS_ID == 0 { Some(name) } else { Some(format!("{name}.{}", Hex::<16>(rest.take()?))) }
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn some(&mut self, count: usize) -> Option<&'a [u8]> {
        let (some, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(some)
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.some(N)?.try_into().ok()
    }

    fn one(&mut self) -> Option<u8> {
        self.take().map(|[byte]| byte)
    }

    fn id(&mut self) -> Option<Uuid> {
        self.take().map(Uuid::from_bytes)
    }
}

//! What the check of a code from paper found, in words: what is proved, and what is not.

use own_terms_domain::{item::Kind, ledger::Act};
use own_terms_receipt::{check::Wrong, code::Code, hex::Hex};

use crate::said::{Said, Verdict, Words, fingerprint};

/// Every message that is said of a code alone, with what stands in it; those of kinds and roles come on top.
const MESSAGES: [(&str, &[&str]); 20] = [
    ("code-well", &[]),
    ("code-well-what", &["number"]),
    ("code-well-words", &[]),
    ("code-well-no-words", &[]),
    ("code-well-not", &[]),
    ("code-wrong", &[]),
    ("code-wrong-unread", &[]),
    ("code-wrong-key", &[]),
    ("code-wrong-signature", &[]),
    ("code-facts", &[]),
    ("code-number", &[]),
    ("code-words", &[]),
    ("receipt-what", &[]),
    ("receipt-set", &["kind"]),
    ("receipt-take-away", &["kind"]),
    ("receipt-erase", &["kind"]),
    ("receipt-by", &[]),
    ("receipt-when", &[]),
    ("receipt-hash", &[]),
    ("receipt-key", &[]),
];
/// The roles that someone can write in.
const ROLES: [&str; 6] = ["claimant", "carer", "case-worker", "system", "organisation", "service"];

/// The id of every message that [`say`] says, with the names of what stands in it.
pub(crate) fn messages() -> impl Iterator<Item = (String, &'static [&'static str])> {
    let kinds = Kind::ALL.iter().map(|kind| format!("kind-{}", kind.id()));
    let roles = ROLES.iter().map(|role| format!("code-by-{role}"));
    MESSAGES.into_iter().map(|(id, names)| (id.to_owned(), names)).chain(kinds.chain(roles).map(|id| (id, &[][..])))
}

/// Says what was found of a code.
pub fn say(found: &Result<Code, Wrong>, words: &Words<'_>) -> Said {
    let plain = |id: &str| (words.say)(id, &[]);
    let (verdict, heading, lead, facts) = match found {
        Ok(code) => {
            let proved = if code.content.is_some() { "code-well-words" } else { "code-well-no-words" };
            let what = (words.say)("code-well-what", &[("number", code.link.number.to_string())]);
            let lead = vec![what, plain(proved), plain("code-well-not")];
            (Verdict::Well, "code-well", lead, facts(code, words))
        }
        Err(wrong) => {
            let why = match wrong {
                Wrong::NotReceipts => "code-wrong-unread",
                Wrong::Key => "code-wrong-key",
                _ => "code-wrong-signature",
            };
            (Verdict::Wrong, "code-wrong", vec![plain(why)], Vec::new())
        }
    };
    let (heading, about) = (plain(heading), plain("code-facts"));
    Said { verdict, heading, lead, faults: Vec::new(), more: None, about, facts }
}

fn facts(code: &Code, words: &Words<'_>) -> Vec<(String, Vec<String>)> {
    let plain = |id: &str| (words.say)(id, &[]);
    let act = match code.link.act {
        Act::Set => "receipt-set",
        Act::TakeAway => "receipt-take-away",
        Act::Erase => "receipt-erase",
    };
    let kind = plain(&format!("kind-{}", code.link.item.kind().id()));
    let mut facts = vec![
        ("code-number", code.link.number.to_string()),
        ("receipt-what", (words.say)(act, &[("kind", kind)])),
        ("receipt-by", plain(&format!("code-by-{}", code.link.by.role()))),
        ("receipt-when", (words.moment)(code.link.at)),
    ];
    facts.extend(code.content.as_ref().map(|content| ("code-words", content.text.clone())));
    facts.push(("receipt-hash", Hex(code.link.hash()).to_string()));
    facts.push(("receipt-key", fingerprint(&code.signed.signed_with)));
    facts.into_iter().map(|(id, said)| (plain(id), vec![said])).collect()
}

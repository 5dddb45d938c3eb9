//! What a check found, in words: first the answer, then what is wrong and where, then the details.

use jiff::Timestamp;
use own_terms_domain::reading::Choice as _;
use own_terms_receipt::{
    check::{Fault, Report, Wrong},
    keys::KeyId,
};

use crate::code;

/// How many things that are wrong are shown: of a file that is wrong throughout, the rest says nothing new.
const SHOWN: usize = 20;
/// How much of a line is shown.
const SHOWN_OF_LINE: usize = 200;

/// Every message that is said, with what stands in it; those of [`Wrong`] come on top.
const MESSAGES: [(&str, &[&str]); 35] = [
    ("check-well", &[]),
    ("check-well-whole", &[]),
    ("check-well-some", &[]),
    ("check-wrong", &[]),
    ("check-wrong-what", &[]),
    ("check-unread", &[]),
    ("check-unread-what", &[]),
    ("check-keys-ours", &[]),
    ("check-keys-alone", &[]),
    ("check-keys-compare", &[]),
    ("check-at-file", &[]),
    ("check-at-line", &["line"]),
    ("check-at-receipt", &["receipt"]),
    ("check-at-both", &["receipt", "line"]),
    ("check-now-says", &[]),
    ("check-more", &["count"]),
    ("check-facts", &[]),
    ("check-receipts", &[]),
    ("check-whole", &[]),
    ("check-whole-yes", &[]),
    ("check-whole-no", &[]),
    ("check-made", &[]),
    ("check-checkpoint", &[]),
    ("check-checkpoint-in", &["receipt", "moment"]),
    ("check-checkpoint-none", &[]),
    ("check-keys", &[]),
    ("check-too-large", &[]),
    ("check-unreadable", &[]),
    ("check-busy", &[]),
    ("error-file-empty", &[]),
    ("moment", &["day", "time"]),
    ("date-full", &["weekday", "day", "month", "year"]),
    ("time-am", &["clock"]),
    ("time-pm", &["clock"]),
    ("time-midday", &[]),
];

/// The id of every message that [`say`], [`code::say`] and the browser say, with the names of what stands in it.
pub fn messages() -> impl Iterator<Item = (String, &'static [&'static str])> {
    let wrong = Wrong::ALL.iter().flat_map(|wrong| {
        let id = wrong.id();
        [format!("wrong-{id}"), format!("wrong-{id}-means")].map(|id| (id, &[][..]))
    });
    let dates = (1..=7).map(|day| format!("weekday-{day}")).chain((1..=12).map(|month| format!("month-{month}")));
    let all = MESSAGES.into_iter().map(|(id, names)| (id.to_owned(), names));
    all.chain(wrong).chain(dates.map(|id| (id, &[][..]))).chain(code::messages())
}

/// Says a message, with names and texts of what stands in it.
type Say<'a> = &'a dyn Fn(&str, &[(&str, String)]) -> String;

/// How to say things to this reader.
pub struct Words<'a> {
    /// Says a message, with names and texts of what stands in it.
    pub say: Say<'a>,
    /// Says a moment by the clock on the wall.
    pub moment: &'a dyn Fn(Timestamp) -> String,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// All is well.
    Well,
    /// Something is wrong.
    Wrong,
    /// It is no file of receipts.
    Unread,
}

/// What a check found, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The answer.
    pub verdict: Verdict,
    /// The answer in a few words.
    pub heading: String,
    /// What it comes to, a paragraph each.
    pub lead: Vec<String>,
    /// What is wrong, in the order of the file.
    pub faults: Vec<SaidFault>,
    /// How many there are, when not all are shown.
    pub more: Option<String>,
    /// What stands above what the file says of itself.
    pub about: String,
    /// What the file says of itself: what, and its lines.
    pub facts: Vec<(String, Vec<String>)>,
}

/// One thing that is wrong, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidFault {
    /// Where: the receipt, the line.
    pub place: String,
    /// What.
    pub what: String,
    /// What that means.
    pub means: String,
    /// What stands on the line now, with the words that say so.
    pub now: Option<(String, String)>,
}

/// Says what was found in a text.
pub fn say(text: &str, report: &Report, published: bool, words: &Words<'_>) -> Said {
    let plain = |id: &str| (words.say)(id, &[]);
    let verdict = match report.made_at {
        _ if report.is_well() => Verdict::Well,
        // A changed line may be what keeps it from being read: then it is still a file of receipts.
        None if report.faults.iter().all(|fault| fault.wrong == Wrong::NotReceipts) => Verdict::Unread,
        _ => Verdict::Wrong,
    };
    let alone = if published { vec!["check-keys-ours"] } else { vec!["check-keys-alone", "check-keys-compare"] };
    let (heading, lead) = match verdict {
        Verdict::Well if report.whole => ("check-well", [vec!["check-well-whole"], alone].concat()),
        Verdict::Well => ("check-well", [vec!["check-well-some"], alone].concat()),
        Verdict::Wrong => ("check-wrong", vec!["check-wrong-what"]),
        Verdict::Unread => ("check-unread", vec!["check-unread-what"]),
    };
    // What cannot be read has no place in which it is wrong.
    let faults = report
        .faults
        .iter()
        .filter(|_| verdict != Verdict::Unread)
        .take(SHOWN)
        .map(|fault| say_fault(text, fault, words))
        .collect();
    let count = report.faults.len();
    Said {
        verdict,
        heading: plain(heading),
        lead: lead.into_iter().map(plain).collect(),
        faults,
        more: (count > SHOWN).then(|| (words.say)("check-more", &[("count", count.to_string())])),
        about: plain("check-facts"),
        facts: facts(report, words),
    }
}

fn say_fault(text: &str, fault: &Fault, words: &Words<'_>) -> SaidFault {
    let id = fault.wrong.id();
    let line = fault.line.or_else(|| fault.receipt.and_then(|number| first_line(text, number)));
    let (receipt, at) = (fault.receipt.unwrap_or_default().to_string(), line.unwrap_or_default().to_string());
    let place = match (fault.receipt, line) {
        (Some(_), Some(_)) => (words.say)("check-at-both", &[("receipt", receipt), ("line", at)]),
        (Some(_), None) => (words.say)("check-at-receipt", &[("receipt", receipt)]),
        (None, Some(_)) => (words.say)("check-at-line", &[("line", at)]),
        (None, None) => (words.say)("check-at-file", &[]),
    };
    let stands = fault.line.and_then(|line| text.lines().nth(line.checked_sub(1)?)).map(shown).unwrap_or_default();
    SaidFault {
        place,
        what: (words.say)(&format!("wrong-{id}"), &[]),
        means: (words.say)(&format!("wrong-{id}-means"), &[]),
        now: (!stands.is_empty()).then(|| ((words.say)("check-now-says", &[]), stands)),
    }
}

/// The line, from 1, on which a receipt begins: that of its number.
fn first_line(text: &str, receipt: u32) -> Option<usize> {
    let number = format!("\"number\": {receipt},");
    text.lines().position(|line| line.trim() == number).map(|at| at + 1)
}

/// A line as it can be shown anywhere: not too much of it, and nothing that turns text round or steers a terminal.
fn shown(line: &str) -> String {
    let steers = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let line = line.trim();
    let more = line.chars().nth(SHOWN_OF_LINE).map(|_| '…');
    line.chars().take(SHOWN_OF_LINE).map(|c| if steers(c) { '\u{fffd}' } else { c }).chain(more).collect()
}

fn facts(report: &Report, words: &Words<'_>) -> Vec<(String, Vec<String>)> {
    let plain = |id: &str| (words.say)(id, &[]);
    let Some(made_at) = report.made_at else { return Vec::new() };
    let checkpoint = match report.anchored {
        Some((at, entries)) => {
            let with = [("receipt", entries.to_string()), ("moment", (words.moment)(at))];
            (words.say)("check-checkpoint-in", &with)
        }
        None => plain("check-checkpoint-none"),
    };
    let whole = if report.whole { "check-whole-yes" } else { "check-whole-no" };
    vec![
        (plain("check-receipts"), vec![report.receipts.to_string()]),
        (plain("check-whole"), vec![plain(whole)]),
        (plain("check-made"), vec![(words.moment)(made_at)]),
        (plain("check-checkpoint"), vec![checkpoint]),
        (plain("check-keys"), report.keys.iter().map(fingerprint).collect()),
    ]
}

/// A key's fingerprint in groups of four, to be compared by eye.
pub fn fingerprint(key: &KeyId) -> String {
    let digits = key.to_string();
    let groups: Vec<&str> = (0..digits.len()).step_by(4).filter_map(|at| digits.get(at..at + 4)).collect();
    groups.join(" ")
}

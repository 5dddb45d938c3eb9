//! What a check found, in words and as HTML: nothing of the file steers the page or the terminal.

use own_terms_check::{
    Found, as_made, found, html,
    said::{Said, Verdict, Words, messages, say},
};
use own_terms_domain::{
    actor::Actor,
    ids::ClaimantId,
    item::{ItemId, Kind as OfKind},
    ledger::{Act, BEGINNING, Link, NoticeVersion},
    reading::Choice as _,
};
use own_terms_receipt::{
    check::{Fault, Report, Wrong},
    code::Code,
    file::Content,
    hex::Hex,
    keys::{For, PublicKey, Signer},
};
use uuid::Uuid;

fn fault(wrong: Wrong) -> Fault {
    Fault { wrong, line: None, field: None, receipt: None }
}

fn report(faults: Vec<Fault>) -> Report {
    Report { receipts: 2, made_at: "2027-03-01T12:00:00Z".parse().ok(), whole: true, faults, ..Report::default() }
}

/// Says each message by its id, with what stands in it.
fn said(text: &str, report: &Report, published: bool) -> Said {
    let words = Words {
        say: &|id, with| {
            let names: Vec<&str> = with.iter().map(|(name, _)| *name).collect();
            let known = messages().find(|(known, _)| known == id).unwrap_or_else(|| panic!("{id} is not handed over"));
            assert_eq!(known.1, names, "{id}");
            with.iter().fold(id.to_owned(), |said, (name, value)| format!("{said} {name}={value}"))
        },
        moment: &|at| at.to_string(),
    };
    say(text, report, published, &words)
}

#[test]
fn the_answer_comes_first_and_says_against_which_keys() {
    let well = said("", &report(Vec::new()), true);
    assert_eq!((well.verdict, well.heading.as_str()), (Verdict::Well, "check-well"));
    assert_eq!(well.lead, ["check-well-whole", "check-keys-ours"]);
    let alone = said("", &report(Vec::new()), false);
    assert_eq!(alone.lead, ["check-well-whole", "check-keys-alone", "check-keys-compare"]);
    let some = said("", &Report { whole: false, ..report(Vec::new()) }, true);
    assert_eq!(some.lead[0], "check-well-some");
}

#[test]
fn every_fault_is_said_with_where_it_is_and_what_it_means() {
    let text = "{\n  \"number\": 7,\n  \"a\": 1\n";
    for wrong in Wrong::ALL {
        let id = wrong.id();
        let faults = vec![
            Fault { line: Some(3), receipt: Some(7), ..fault(*wrong) },
            Fault { receipt: Some(7), ..fault(*wrong) },
            Fault { receipt: Some(8), ..fault(*wrong) },
            Fault { line: Some(9), ..fault(*wrong) },
            fault(*wrong),
        ];
        let said = said(text, &report(faults), true);
        assert_eq!(said.verdict, Verdict::Wrong);
        let places: Vec<&str> = said.faults.iter().map(|fault| fault.place.as_str()).collect();
        let both = ["check-at-both receipt=7 line=3", "check-at-both receipt=7 line=2"];
        assert_eq!(places[..2], both, "a receipt is where its number is");
        assert_eq!(places[2..], ["check-at-receipt receipt=8", "check-at-line line=9", "check-at-file"]);
        assert!(said.faults.iter().all(|f| f.what == format!("wrong-{id}") && f.means == format!("wrong-{id}-means")));
        assert_eq!(said.faults[0].now, Some(("check-now-says".to_owned(), "\"a\": 1".to_owned())));
        assert!(said.faults[1..].iter().all(|fault| fault.now.is_none()));
    }
}

#[test]
fn what_cannot_be_read_has_an_answer_of_its_own_unless_a_changed_line_is_why() {
    let none = Report { made_at: None, ..report(vec![fault(Wrong::NotReceipts)]) };
    let unread = said("hello", &none, true);
    assert_eq!((unread.verdict, unread.faults.len(), unread.facts.len()), (Verdict::Unread, 0, 0));
    let broken = Report { made_at: None, ..report(vec![Fault { line: Some(1), ..fault(Wrong::Line) }]) };
    let broken = said("hello", &broken, true);
    assert_eq!((broken.verdict, broken.faults.len()), (Verdict::Wrong, 1));
}

#[test]
fn a_line_of_the_file_is_shown_as_text_and_steers_nothing() {
    let line = format!("<img src=x>&\u{1b}[2J\u{202e}{}", "é".repeat(300));
    let said = said(&line, &report(vec![Fault { line: Some(1), ..fault(Wrong::Line) }]), true);
    let shown = &said.faults[0].now.as_ref().unwrap().1;
    assert!(shown.starts_with("<img src=x>&\u{fffd}[2J\u{fffd}é") && shown.ends_with("é…"), "{shown}");
    assert_eq!(shown.chars().count(), 201);
    let html = html::write(&said, true);
    assert!(html.contains("&lt;img src=x&gt;&amp;") && !html.contains("<img"), "{html}");
}

#[test]
fn of_very_many_faults_the_first_are_shown_and_all_are_counted() {
    let said = said("", &report(vec![fault(Wrong::Order); 1000]), true);
    assert_eq!((said.faults.len(), said.more.as_deref()), (20, Some("check-more count=1000")));
}

#[test]
fn the_answer_takes_the_focus_by_itself_only_as_part_of_a_page() {
    let said = said("", &report(Vec::new()), true);
    assert!(html::write(&said, true).contains("tabindex=\"-1\" autofocus>"));
    assert!(!html::write(&said, false).contains("autofocus"));
    assert!(!html::problem("a", "<b>", Some("file")).contains("<b>"));
}

#[test]
fn a_pasted_text_is_the_file_that_it_was_copied_from() {
    for pasted in ["{\n}\n", "{\r\n}\r\n", "{\n}", "\n {\n}\n\n"] {
        assert_eq!(as_made(pasted), "{\n}\n", "{pasted:?}");
    }
}

/// A receipt in a code, of a person who wrote it themself.
fn code(content: Option<&str>) -> Code {
    let content = content.map(|text| Content { salt: Hex([1; 16]), text: text.to_owned() });
    let me = ClaimantId(Uuid::from_u128(7));
    let link = Link {
        claimant: me,
        number: 12,
        at: jiff::Timestamp::UNIX_EPOCH,
        by: Actor::Claimant(me),
        item: ItemId::The(OfKind::Pace),
        act: Act::Set,
        replaced: BEGINNING,
        notice: NoticeVersion::default(),
        commitment: content.as_ref().map_or(BEGINNING, Content::commitment),
        previous: BEGINNING,
    };
    Code { link, signed: Signer::new(&[1; 32]).sign(For::Entry, &link.hash()), content }
}

fn said_of(found: Result<Code, Wrong>) -> Said {
    let words = Words {
        say: &|id, with| {
            let names: Vec<&str> = with.iter().map(|(name, _)| *name).collect();
            assert!(messages().any(|known| known == (id.to_owned(), &names)), "{id} is not handed over with {names:?}");
            with.iter().fold(id.to_owned(), |said, (name, value)| format!("{said} {name}={value}"))
        },
        moment: &|at| at.to_string(),
    };
    Found::Code(Box::new(found)).say("", true, &words)
}

#[test]
fn a_code_says_what_it_proves_and_what_it_does_not() {
    let without = said_of(Ok(code(None)));
    assert_eq!((without.verdict, without.heading.as_str()), (Verdict::Well, "code-well"));
    assert_eq!(without.lead, ["code-well-what number=12", "code-well-no-words", "code-well-not"]);
    let facts = |said: &Said| said.facts.iter().map(|(what, said)| format!("{what}: {}", said[0])).collect::<Vec<_>>();
    let expected = ["receipt-what: receipt-set kind=kind-pace", "receipt-by: code-by-claimant"];
    assert_eq!(facts(&without)[1..3], expected);
    assert!(!facts(&without).iter().any(|fact| fact.starts_with("code-words")));
    let with = said_of(Ok(code(Some("<b>words</b>"))));
    assert_eq!(with.lead[1], "code-well-words");
    assert!(facts(&with).contains(&"code-words: <b>words</b>".to_owned()));
    assert!(!html::write(&with, false).contains("<b>"), "shown, and not run");
}

#[test]
fn a_code_that_is_not_good_says_why_and_shows_nothing_of_what_it_holds() {
    for (wrong, why) in [
        (Wrong::NotReceipts, "code-wrong-unread"),
        (Wrong::Key, "code-wrong-key"),
        (Wrong::Signature, "code-wrong-signature"),
    ] {
        let said = said_of(Err(wrong));
        assert_eq!((said.verdict, said.heading.as_str()), (Verdict::Wrong, "code-wrong"));
        assert_eq!((said.lead[0].as_str(), said.facts.len()), (why, 0));
    }
}

#[test]
fn a_text_is_a_code_or_a_file_and_each_is_checked_as_what_it_is() {
    let keys = [PublicKey {
        id: Signer::new(&[1; 32]).id(),
        public: Hex(Signer::new(&[1; 32]).public()),
        since: jiff::Timestamp::UNIX_EPOCH,
        until: None,
    }];
    let letters = code(None).letters().unwrap();
    let well = found(&as_made(&letters), Some(&keys));
    assert!(matches!(well, Found::Code(_)) && well.is_well());
    assert!(!found(&letters, None).is_well(), "without keys nothing is proved");
    assert!(matches!(found("hello", Some(&keys)), Found::File(_)));
}

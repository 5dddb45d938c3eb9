//! Whatever is done to a file is found: by someone without the key, and by the service itself with it.

use own_terms_domain::{ids::ClaimantId, reading::Choice as _};
use own_terms_receipt::{
    check::{Fault, Wrong, check},
    file::{File, Foot},
    hex::Hex,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::given::{ME, anchor, at, head, ledger, public, signer, whole, write};

fn wrongs(faults: &[Fault]) -> Vec<&'static str> {
    faults.iter().map(|fault| fault.wrong.id()).collect()
}

#[test]
fn a_file_as_it_was_made_is_well() {
    for entries in 0..12 {
        let text = whole(entries);
        for published in [None, Some(&[public(&signer(1), None)][..])] {
            let report = check(&text, published);
            assert!(report.is_well(), "{entries}: {:?}\n{text}", report.faults);
            assert_eq!((report.receipts, report.whole), (usize::try_from(entries).unwrap(), true));
            assert_eq!(report.anchored.is_some(), entries > 1);
        }
    }
    // It is JSON that anyone's reader reads.
    let file: serde_json::Value = serde_json::from_str(&whole(3)).unwrap();
    assert_eq!(file["receipts"][1]["words"]["after"][0], "line one\nand \"two\"");
}

#[test]
fn every_byte_that_is_flipped_is_found_and_so_is_the_line_that_it_is_on() {
    let text = whole(6);
    let sums_line = text.lines().count() - 2;
    let mut line = 1;
    for (at, byte) in text.bytes().enumerate() {
        for flip in [0x01, 0x20, 0x80] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= flip;
            // What is no text is none of the service's making: said before anything is checked.
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            let report = check(&changed, None);
            assert!(!report.is_well(), "byte {at} of line {line} was flipped by {flip:#x}, and nobody saw");
            let one_line_still = byte != b'\n' && changed.as_bytes()[at] != b'\n';
            if line < sums_line && one_line_still {
                assert_eq!(report.faults[0].wrong, Wrong::Line, "{:?}", report.faults);
                assert_eq!(report.faults[0].line, Some(line), "byte {at}");
            }
        }
        line += usize::from(byte == b'\n');
    }
}

#[test]
fn a_changed_line_is_named_by_what_stands_on_it_and_its_receipt() {
    let text = whole(6);
    let changed = text.replace("words 3", "words 9");
    let fault = check(&changed, None).faults.remove(0);
    assert_eq!((fault.wrong, fault.receipt, fault.field.as_deref()), (Wrong::Line, Some(3), Some("text")));
    let changed = text.replace("\"made_at\": \"2027", "\"made_at\": \"2028");
    let fault = check(&changed, None).faults.remove(0);
    assert_eq!((fault.wrong, fault.receipt, fault.field.as_deref()), (Wrong::Line, None, Some("made_at")));
}

/// The same receipts, signed as a file by someone with the service's key: what is left is the chain.
fn made_by_the_service(change: impl Fn(&mut File)) -> Vec<Fault> {
    let key = signer(1);
    let mut file: File = serde_json::from_str(&whole(8)).unwrap();
    change(&mut file);
    check(&write(&file.head, &file.receipts, &file.foot, &key), None).faults
}

/// The ends as they would be if nothing had been done.
fn made_to_end(file: &mut File) {
    file.head.entries = file.receipts.last().unwrap().number;
    file.head.head = file.receipts.last().unwrap().hash;
}

#[test]
fn the_service_cannot_leave_out_reorder_cut_off_or_rewrite_either() {
    assert_eq!(made_by_the_service(|_| {}), []);
    let found = |change: fn(&mut File)| wrongs(&made_by_the_service(change));
    assert!(found(|file| drop(file.receipts.remove(3))).contains(&"order"));
    assert!(found(|file| drop(file.receipts.remove(0))).contains(&"order"));
    assert!(found(|file| file.receipts.swap(2, 3)).contains(&"order"));
    assert!(found(|file| file.receipts.insert(2, file.receipts[2].clone())).contains(&"order"));
    assert!(found(|file| drop(file.receipts.pop())).contains(&"end"));
    // Cut off further back than what was published, with ends to match.
    assert!(
        found(|file| {
            file.receipts.truncate(5);
            made_to_end(file);
        })
        .contains(&"rewritten")
    );
    // One's content changed; the hash made to match; signed anew and the rest of the chain with it.
    assert_eq!(found(|file| file.receipts[1].content.as_mut().unwrap().text.push(' ')), ["content"]);
    assert!(found(|file| file.receipts[1].at = at(900)).contains(&"entry"));
    assert!(found(|file| file.receipts[1].commitment = Hex([9; 32])).contains(&"entry"));
    assert!(
        found(|file| {
            let key = signer(1);
            let other = ledger(ME, 8, &key);
            file.receipts = other;
            let rewritten = anchor(ME, &file.receipts, 4, &key);
            // The old checkpoint is out in the world; the new chain is not the one in it.
            let old = file.foot.anchor.clone().unwrap();
            file.foot.anchor = Some(own_terms_receipt::file::Anchor { checkpoint: old.checkpoint, ..rewritten });
        })
        .contains(&"checkpoint")
    );
    assert_eq!(found(|file| file.foot.anchor.as_mut().unwrap().head = Hex([1; 32])), ["checkpoint", "rewritten"]);
    assert_eq!(found(|file| file.foot.anchor.as_mut().unwrap().path.clear()), ["checkpoint"]);
}

#[test]
fn receipts_of_another_person_are_nobody_elses() {
    let key = signer(1);
    let mine = ledger(ME, 4, &key);
    let theirs = ledger(ClaimantId(Uuid::from_u128(0x78)), 4, &key);
    let foot = Foot { anchor: None, keys: vec![public(&key, None)] };
    for at in 0..4 {
        let mut mixed = mine.clone();
        mixed[at] = theirs[at].clone();
        let report = check(&write(&head(ME, &mixed, true), &mixed, &foot, &key), None);
        assert!(wrongs(&report.faults).contains(&"entry"), "{:?}", report.faults);
    }
    let report = check(&write(&head(ME, &theirs, true), &theirs, &foot, &key), None);
    assert_eq!(wrongs(&report.faults), ["entry"; 4]);
}

#[test]
fn some_receipts_taken_by_themselves_are_well_and_still_in_order() {
    let key = signer(1);
    let all = ledger(ME, 7, &key);
    let foot = Foot { anchor: Some(anchor(ME, &all, 6, &key)), keys: vec![public(&key, None)] };
    let head = own_terms_receipt::file::Head { whole: false, ..head(ME, &all, true) };
    for picked in [&[4][..], &[0], &[6], &[1, 2, 5], &[]] {
        let some: Vec<_> = picked.iter().map(|at| all[*at].clone()).collect();
        let report = check(&write(&head, &some, &foot, &key), None);
        assert!(report.is_well(), "{picked:?}: {:?}", report.faults);
    }
    let backwards = [all[3].clone(), all[1].clone()];
    assert!(wrongs(&check(&write(&head, &backwards, &foot, &key), None).faults).contains(&"order"));
}

#[test]
fn a_key_of_ones_own_convinces_nobody_who_has_the_published_ones() {
    let (real, own) = (public(&signer(1), None), signer(2));
    let receipts = ledger(ME, 3, &own);
    let foot = Foot { anchor: None, keys: vec![public(&own, None)] };
    let forged = write(&head(ME, &receipts, true), &receipts, &foot, &own);
    assert!(check(&forged, None).is_well(), "held against itself alone, which is why the keys are published");
    let found = check(&forged, Some(&[real])).faults;
    assert!(wrongs(&found).contains(&"key") && wrongs(&found).contains(&"signature"), "{found:?}");
    // Under the real key's name, or with both named.
    let named = forged.replace(&own.id().to_string(), &real.id.to_string());
    assert!(!check(&named, Some(&[real])).is_well());
    let both = Foot { anchor: None, keys: vec![real, public(&own, None)] };
    let forged = write(&head(ME, &receipts, true), &receipts, &both, &own);
    assert!(!check(&forged, Some(&[real])).is_well());
}

#[test]
fn an_older_key_still_checks_and_signs_nothing_new() {
    let (old, new) = (signer(1), signer(2));
    let receipts = ledger(ME, 3, &old);
    let keys = |until| vec![public(&old, Some(until)), public(&new, None)];
    let of = |until, key| write(&head(ME, &receipts, true), &receipts, &Foot { anchor: None, keys: keys(until) }, key);
    assert!(check(&of(at(10), &new), None).is_well());
    assert!(check(&of(at(10), &new), Some(&keys(at(10)))).is_well());
    // Out of use when they were made.
    assert_eq!(wrongs(&check(&of(at(-10), &new), None).faults), ["signature"; 3]);
    assert_eq!(wrongs(&check(&of(at(10), &old), None).faults), ["file"]);
}

#[test]
fn the_words_are_signed_too() {
    let text = whole(3);
    for (is, would_be) in
        [("You said something", "They said something"), ("\"three\"", "\"four\""), ("Monday", "Friday")]
    {
        assert!(text.contains(is));
        assert_eq!(check(&text.replacen(is, would_be, 1), None).faults[0].wrong, Wrong::Line);
    }
}

#[test]
fn lines_added_taken_out_or_moved_are_found() {
    let text = whole(3);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for at in 0..lines.len() {
        let without = [&lines[..at], &lines[at + 1..]].concat().concat();
        assert!(!check(&without, None).is_well(), "without line {}", at + 1);
        for extra in ["\n", " \n", lines[at]] {
            let with = [&lines[..at], &[extra], &lines[at..]].concat().concat();
            assert!(!check(&with, None).is_well(), "{extra:?} before line {}", at + 1);
        }
        if at > 0 && lines[at] != lines[at - 1] {
            let mut moved = lines.clone();
            moved.swap(at, at - 1);
            assert!(!check(&moved.concat(), None).is_well(), "line {} moved", at + 1);
        }
    }
    for other in
        ["", " ", "{}", "[]", "null", "\u{feff}", &format!("{text} "), &format!(" {text}"), &text.replace('\n', "\r\n")]
    {
        assert!(!check(other, None).is_well(), "{other:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all_is_answered(text in "\\PC*", at in 0..3000_usize, more in "[\\x20-\\x7e\\n]{0,40}") {
        prop_assert!(!check(&text, None).is_well());
        let whole = whole(2);
        let at = (0..=at.min(whole.len())).rev().find(|at| whole.is_char_boundary(*at)).unwrap();
        let changed = format!("{}{more}{}", &whole[..at], &whole[at..]);
        prop_assert_eq!(check(&changed, None).is_well(), more.is_empty());
    }
}

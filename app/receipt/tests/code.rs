//! A receipt as letters on paper: what was signed is found well, and every letter and byte that is another is found.

use own_terms_domain::{
    actor::Actor,
    ids::{CarerId, ClaimantId, GoalId, OrganisationId, StaffId},
    item::{ItemId, Kind},
    ledger::{Act, BEGINNING, Link, NoticeVersion},
    letters,
};
use own_terms_receipt::{
    check::Wrong,
    code::{Code, check, letters_in},
    file::Content,
    hex::Hex,
    keys::{For, PublicKey, Signer},
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::given::{ME, at, public, signer, whole};

fn entry(by: Actor, item: ItemId, act: Act, replaced: [u8; 32], content: Option<Content>, key: &Signer) -> Code {
    let commitment = content.as_ref().map_or([3; 32], Content::commitment);
    let (notice, previous) = (NoticeVersion([7; 8]), [6; 32]);
    let link = Link { claimant: ME, number: 258, at: at(9), by, item, act, replaced, notice, commitment, previous };
    Code { link, signed: key.sign(For::Entry, &link.hash()), content }
}

fn content(text: &str) -> Content {
    Content { salt: Hex([9; 16]), text: text.to_owned() }
}

/// One of each kind that differs in how it is written.
fn some() -> Vec<Code> {
    let (key, id) = (signer(1), Uuid::from_u128(0xabc));
    let goal = ItemId::Goal(GoalId(Uuid::from_u128(9)));
    vec![
        entry(Actor::Claimant(ME), goal, Act::Set, [8; 32], None, &key),
        entry(
            Actor::Claimant(ME),
            goal,
            Act::Set,
            BEGINNING,
            Some(content("{\"words\":\"Mynd allan, â’r ci 🐕\"}")),
            &key,
        ),
        entry(Actor::Claimant(ME), ItemId::The(Kind::Wish), Act::Set, [8; 32], Some(content("")), &key),
        entry(Actor::Carer(CarerId(id)), ItemId::The(Kind::Pace), Act::TakeAway, [8; 32], None, &key),
        entry(Actor::CaseWorker(StaffId(id)), ItemId::The(Kind::Breaks), Act::Erase, [8; 32], None, &key),
        entry(Actor::Organisation(OrganisationId(id)), goal, Act::Set, BEGINNING, None, &key),
        entry(Actor::Service, ItemId::The(Kind::Profile), Act::Set, BEGINNING, None, &key),
    ]
}

fn keys() -> Vec<PublicKey> {
    vec![public(&signer(2), None), public(&signer(1), None)]
}

#[test]
fn a_code_as_it_was_made_is_well_and_says_what_was_signed() {
    for code in some() {
        let letters = code.letters().unwrap();
        assert_eq!(check(&letters, &keys()), Ok(code));
        let grouped: Vec<_> = letters.as_bytes().chunks(5).map(|group| str::from_utf8(group).unwrap()).collect();
        for typed in [letters.to_lowercase(), grouped.join(" "), grouped.join("-\n"), letters.replace('0', "o")] {
            assert_eq!(letters_in(&typed).as_deref(), Some(letters.as_str()));
            assert!(check(&typed, &keys()).is_ok());
        }
        let address = format!("https://own-terms.example/check#{letters}\n");
        assert_eq!(letters_in(&address).as_deref(), Some(letters.as_str()));
    }
}

#[test]
fn without_what_was_written_it_is_short_enough_for_paper() {
    let longest = some().iter().filter(|code| code.content.is_none()).map(|code| code.letters().unwrap().len()).max();
    assert!(longest <= Some(390), "{longest:?}");
}

#[test]
fn every_byte_that_is_flipped_is_found() {
    for code in some() {
        let bytes = letters::read(&code.letters().unwrap()).unwrap();
        for (at, flip) in (0..bytes.len()).flat_map(|at| (0..8).map(move |bit| (at, 1 << bit))) {
            let mut bytes = bytes.clone();
            bytes[at] ^= flip;
            assert!(check(&letters::write(&bytes), &keys()).is_err(), "byte {at} was flipped by {flip:#x}: {code:?}");
        }
    }
}

#[test]
fn every_letter_that_is_another_is_found() {
    let letters = some()[1].letters().unwrap();
    for at in 0..letters.len() {
        for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ*".chars().filter(|c| !letters[at..].starts_with(*c)) {
            let changed = format!("{}{other}{}", &letters[..at], &letters[at + 1..]);
            assert!(check(&changed, &keys()).is_err(), "letter {at} became {other}");
        }
    }
}

#[test]
fn what_is_cut_off_or_goes_on_is_found() {
    for code in some() {
        let letters = code.letters().unwrap();
        for end in 0..letters.len() {
            assert!(check(&letters[..end], &keys()).is_err(), "{end} of {}", letters.len());
        }
        for more in ["0", "00", "0000000000000000", "Z"] {
            assert!(check(&format!("{letters}{more}"), &keys()).is_err(), "{more} after it");
        }
    }
}

#[test]
fn it_says_whether_the_code_is_broken_the_key_unknown_or_the_signature_not_the_keys() {
    let code = &some()[0];
    let letters = code.letters().unwrap();
    assert_eq!(check(&letters[1..], &keys()), Err(Wrong::NotReceipts));
    assert_eq!(check(&letters, &[public(&signer(2), None)]), Err(Wrong::Key));
    assert_eq!(check(&letters, &[]), Err(Wrong::Key));
    let other = Code { link: Link { number: 259, ..code.link }, ..code.clone() };
    assert_eq!(check(&other.letters().unwrap(), &keys()), Err(Wrong::Signature));
    // Out of use when it was written.
    assert_eq!(check(&letters, &[public(&signer(1), Some(at(-10)))]), Err(Wrong::Signature));
    assert!(check(&letters, &[public(&signer(1), Some(at(60)))]).is_ok());
}

#[test]
fn a_signature_for_something_else_is_none_for_an_entry() {
    let code = some().remove(0);
    for what in [For::Checkpoint, For::File] {
        let signed = signer(1).sign(what, &code.link.hash());
        assert_eq!(check(&Code { signed, ..code.clone() }.letters().unwrap(), &keys()), Err(Wrong::Signature));
    }
}

#[test]
fn what_another_claimant_wrote_has_no_code() {
    let other = Actor::Claimant(ClaimantId(Uuid::from_u128(5)));
    let code = entry(other, ItemId::The(Kind::Wish), Act::Set, BEGINNING, None, &signer(1));
    assert_eq!(code.letters(), None);
}

#[test]
fn a_file_and_other_texts_are_no_codes() {
    for text in ["", "hello", "{}", "#", "# 12", "https://own-terms.example/check", "null", "12", &whole(2)] {
        assert_eq!(letters_in(text), None, "{text}");
    }
    // Of an address of the page it is known that a code was meant, whatever is left of it.
    assert_eq!(letters_in("https://own-terms.example/check#ZZ").as_deref(), Some("ZZ"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_any_bytes_are_answered(text in "\\PC*", bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(check(&text, &keys()).is_err());
        prop_assert!(check(&letters::write(&bytes), &keys()).is_err());
        prop_assert_eq!(letters::read(&letters::write(&bytes)), Some(bytes));
    }

    #[test]
    fn whatever_was_written_comes_back(text in "\\PC{0,300}") {
        let of = entry(Actor::Claimant(ME), ItemId::The(Kind::Wish), Act::Set, BEGINNING, Some(content(&text)), &signer(1));
        prop_assert_eq!(check(&of.letters().unwrap(), &keys()), Ok(of));
    }
}

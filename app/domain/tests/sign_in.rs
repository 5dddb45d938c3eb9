//! Ways to sign in: each is there once, the last one is not closed by mistake, and a closed one is gone; codes read aloud.

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    decide::{Change, Command, Refusal},
    email::EmailAddress,
    form::{ErrorKind, FieldError},
    ids::{CarerId, WayInId},
    item::{ItemId, Kind, Version},
    sign_in::{FoundBy, MOST_WAYS_IN, WayIn},
    spoken::SpokenCode,
    text::Text,
    time::Now,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::given::{Model, cases, model, now_at, way, way_in, way_in_id};

/// Some minutes after anything was said.
fn then(minutes: i64) -> Now {
    now_at("2028-01-01T12:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes))
}

fn named(name: &str, sort: u8, which: u8) -> WayIn {
    WayIn { name: Text::parse(name).unwrap(), how: way(sort, which) }
}

fn id(number: u128) -> WayInId {
    WayInId(Uuid::from_u128(number))
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_two_ways_are_found_by_the_same(model in model(), id in way_in_id(), way in way_in()) {
        let mut model = model;
        let before = model.state().ways_in().filter(|(_, there)| there.how.found_by() == way.how.found_by()).count();
        let there = model.state().ways_in().any(|(of, _)| of == id);
        match model.me(Command::AddWayIn { id, way: way.clone() }, then(1)) {
            Ok(entries) => prop_assert_eq!(entries.len(), usize::from(before == 0)),
            Err(Refusal::Changed(_)) => prop_assert!(there),
            Err(Refusal::Invalid(_)) => prop_assert!(model.state().ways_in().count() >= MOST_WAYS_IN),
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn a_way_that_is_closed_is_destroyed_and_the_last_one_only_when_they_are_sure(
        model in model(), id in way_in_id(), sure: bool,
    ) {
        let mut model = model;
        // What keeps a way for now has tests of its own.
        model.held.remove(&ItemId::The(Kind::Recovery));
        let ways = model.state().ways_in().count();
        let on = model.state().version(ItemId::SignIn(id));
        let there = model.state().way_in(id).is_some();
        match model.me(Command::RemoveWayIn { id, on, sure }, then(1)) {
            Ok(entries) => {
                prop_assert_eq!(entries.len(), usize::from(there));
                prop_assert!(entries.iter().all(|entry| entry.change == Change::Erase));
                prop_assert!(model.state().way_in(id).is_none() && (ways > 1 || sure || !there));
            }
            Err(refusal) => {
                let asked = FieldError { field: "sure".to_owned(), kind: ErrorKind::NotChosen };
                prop_assert_eq!(refusal, Refusal::Invalid(vec![asked]));
                prop_assert!(there && ways == 1 && !sure);
            }
        }
    }

    #[test]
    fn a_code_comes_back_however_it_is_typed(random: [u8; 11], small: bool, gap in "[ -]{0,3}") {
        let code = SpokenCode::draw(random);
        let mut typed: String = code.to_string().chars().map(|c| if c == '-' { gap.clone() } else { c.to_string() }).collect();
        if small {
            typed = typed.to_lowercase().replace('0', "o").replace('1', "l");
        }
        prop_assert_eq!(SpokenCode::parse(&typed), Ok(code));
    }

    #[test]
    fn a_slip_in_a_code_shows(random: [u8; 11], at in 0..12_usize, with in 0..32_u8, swap: bool) {
        let right = SpokenCode::draw(random).to_string().replace('-', "");
        let mut letters: Vec<char> = right.chars().collect();
        if swap && at < 11 {
            letters.swap(at, at + 1);
        } else {
            letters[at] = own_terms_domain::letters::letter(with);
        }
        let typed: String = letters.into_iter().collect();
        prop_assert_eq!(SpokenCode::parse(&typed).is_ok(), typed == right);
    }

    #[test]
    fn different_things_are_never_found_by_the_same(one in "[a-z|]{0,8}", two in "[a-z|]{0,8}", three in "[a-z|]{0,8}", four in "[a-z|]{0,8}") {
        let same = (&one, &two) == (&three, &four);
        prop_assert_eq!(FoundBy::Provider(&one, &two).bytes() == FoundBy::Provider(&three, &four).bytes(), same);
        prop_assert_ne!(FoundBy::Passkey(&one).bytes(), FoundBy::Provider(&one, "").bytes());
    }
}

#[test]
fn a_letter_too_few_or_too_many_is_no_code() {
    let code = SpokenCode::draw([7; 11]).to_string();
    for typed in [&code[1..], &format!("{code}7"), "no code!", "7777-7777-77!7"] {
        assert_eq!(SpokenCode::parse(typed), Err(ErrorKind::NotACode), "{typed}");
    }
    assert_eq!(SpokenCode::parse(" "), Err(ErrorKind::Empty));
}

#[test]
fn a_code_is_in_no_debug_output() {
    let code = SpokenCode::draw([9; 11]);
    assert!(!format!("{code:?}").contains(code.secret()));
}

#[test]
fn an_address_is_known_again_in_capitals() {
    let (one, two) = (EmailAddress::parse("Me@Example.com ").unwrap(), EmailAddress::parse("me@example.com").unwrap());
    assert_eq!(FoundBy::Email(&one).bytes(), FoundBy::Email(&two).bytes());
    let carer = CarerId(Uuid::from_u128(1));
    assert_ne!(FoundBy::Email(&one).bytes(), FoundBy::Carer(carer).bytes());
}

#[test]
fn a_way_keeps_its_name_until_it_is_named_anew() {
    let mut model = Model::default();
    model.me(Command::AddWayIn { id: id(1), way: named("my phone", 0, 1) }, then(1)).unwrap();
    // The same address with another name is not added again.
    model.me(Command::AddWayIn { id: id(2), way: named("another", 0, 1) }, then(2)).unwrap();
    assert_eq!(model.state().ways_in().count(), 1);
    let on = model.state().version(ItemId::SignIn(id(1)));
    let name = Text::parse("the old phone").unwrap();
    model.me(Command::NameWayIn { id: id(1), on, name: name.clone() }, then(3)).unwrap();
    assert_eq!(model.state().way_in(id(1)).unwrap().name, name);
    let gone = model.me(Command::NameWayIn { id: id(2), on: Version(0), name }, then(4));
    assert_eq!(gone, Err(Refusal::NotFound));
    assert_eq!(model.state().count_of(Kind::SignIn), 1);
}

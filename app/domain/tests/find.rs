//! Finding words: whatever the case, the accents and the order.

use own_terms_domain::{
    find::{Sought, plain},
    form::ErrorKind,
};
use proptest::prelude::*;

use crate::given::{REAL, cases, text};

fn finds(words: &str, text: &str) -> bool {
    Sought::of(&words.to_lowercase()).is_in(&text.to_lowercase())
}

#[test]
fn words_are_found_without_their_accents_and_in_any_case() {
    for (words, text) in [
        ("cafe", "Tea at the Café"),
        ("CAFÉ", "tea at the cafe"),
        ("cafe", "tea at the cafe\u{301}"),
        ("ty gwyn", "Y Tŷ Gwŷn"),
        ("llŷn", "Penrhyn Llyn"),
        ("siân", "SIAN"),
        ("zoe brien", "Zoë O’Brien-Łukasiewicz"),
        ("o'brien", "Zoë O’Brien-Łukasiewicz"),
        ("lukasiewicz", "Zoë O’Brien-Łukasiewicz"),
        ("nguyen thi anh", "Nguyễn Thị Ánh"),
        ("bridge the", "as far as the bridge"),
        ("شد", "شَدّ"),
        ("шум", "ШУМ"),
    ] {
        assert!(finds(words, text), "{words} in {text}");
    }
    for (words, text) in [("walk bridge", "a walk"), ("café", "caf"), ("東", "京")] {
        assert!(!finds(words, text), "{words} in {text}");
    }
}

#[test]
fn what_is_no_text_to_look_for_is_said() {
    assert_eq!(Sought::parse(" \n\u{200b}"), Err(ErrorKind::Empty));
    assert_eq!(Sought::parse(&"x".repeat(201)), Err(ErrorKind::TooLong { max: 200 }));
    assert_eq!(Sought::parse(" Tŷ\tGWYN "), Ok(Sought::of("ty gwyn")));
    assert!(Sought::of(" \n ").is_empty() && Sought::of("").is_in("anything"));
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn any_word_of_a_text_is_found_in_it(text in text::<200>(), upper in any::<bool>(), which in any::<prop::sample::Index>()) {
        let words: Vec<&str> = text.as_str().split_whitespace().collect();
        let word = if words.is_empty() { "" } else { which.get(&words) };
        prop_assert!(finds(word, text.as_str()));
        prop_assert!(finds(&plain(&word.to_lowercase()), text.as_str()));
        // What turning to upper case makes something else of, such as ß, is another word.
        if upper && word.to_uppercase().to_lowercase() == word.to_lowercase() {
            prop_assert!(finds(&word.to_uppercase(), text.as_str()));
        }
    }

    #[test]
    fn plain_text_stays_plain(text in prop_oneof![text::<200>().prop_map(String::from), prop::sample::select(REAL).prop_map(str::to_owned)]) {
        let once = plain(&text.to_lowercase());
        prop_assert_eq!(plain(&once), once);
    }
}

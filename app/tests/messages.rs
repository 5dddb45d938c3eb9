//! The message files: whole, the same in every language, in words that leave the choice with the person, and all used.

#![cfg(feature = "ssr")]

#[path = "messages/forbidden.rs"]
mod forbidden;
#[path = "messages/reading.rs"]
mod reading;
#[path = "messages/sources.rs"]
mod sources;

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{ast::Entry, parser};
use own_terms_app::i18n::{FILES, FluentArgs, FluentValue, say_in};
use own_terms_domain::{
    form::ErrorKind,
    reading::{Choice as _, Language},
    wording,
};
use reading::{Message, in_language, messages};

/// How many words a sentence can have.
const LONGEST_SENTENCE: usize = 25;

/// Fails with every complaint at once, one a line.
fn none(complaints: impl IntoIterator<Item = String>) {
    let complaints: Vec<String> = complaints.into_iter().collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// English messages by their id.
fn english() -> BTreeMap<String, Message> {
    in_language(Language::English).into_iter().map(|message| (message.id.clone(), message)).collect()
}

#[test]
fn every_file_can_be_read_whole() {
    none(FILES.iter().filter_map(|(language, journey, text)| {
        let (_, errors) = parser::parse(*text).err()?;
        Some(format!("{} {journey}: {errors:?}", language.id()))
    }));
}

#[test]
fn a_file_holds_plain_messages_only_so_that_these_tests_see_all_of_it() {
    none(FILES.iter().flat_map(|(language, journey, text)| {
        let resource = parser::parse(*text).unwrap_or_else(|(resource, _)| resource);
        resource.body.into_iter().filter_map(move |entry| match entry {
            Entry::Message(message) if message.value.is_none() || !message.attributes.is_empty() => {
                Some(format!("{} {journey}: {} has attributes or no words", language.id(), message.id.name))
            }
            Entry::Term(term) => Some(format!("{} {journey}: -{} is a term", language.id(), term.id.name)),
            _ => None,
        })
    }));
}

#[test]
fn no_message_says_what_staff_could_not_send() {
    let conditional = |message: &Message| {
        let found = message.ways.iter().flat_map(|way| wording::found(way));
        let found: Vec<&str> =
            found.filter(|found| found.weight == wording::Weight::Conditional).map(|found| found.phrase).collect();
        (!found.is_empty()).then(|| format!("{} {}: {found:?}", message.language.id(), message.id))
    };
    none(messages().iter().filter_map(conditional));
}

#[test]
fn no_language_has_a_message_twice() {
    let mut seen = BTreeSet::new();
    none(messages().into_iter().filter_map(|message| {
        let (language, id) = (message.language.id(), message.id);
        (!seen.insert((language, id.clone()))).then(|| format!("{language}: {id} is there twice"))
    }));
}

#[test]
fn every_language_has_the_messages_of_english_in_the_file_of_the_same_name() {
    let of = |language| -> BTreeSet<(&str, String)> {
        in_language(language).into_iter().map(|message| (message.journey, message.id)).collect()
    };
    let english = of(Language::English);
    none(Language::ALL.iter().flat_map(|language| {
        let theirs = of(*language);
        let lacks = english.difference(&theirs).map(|(journey, id)| format!("{}/{journey} lacks {id}", language.id()));
        let more = theirs.difference(&english);
        let more = more.map(|(journey, id)| format!("{}/{journey} has {id}, which English has not", language.id()));
        lacks.chain(more).collect::<Vec<_>>()
    }));
}

#[test]
fn a_message_has_the_same_variables_in_every_language() {
    let english = english();
    none(messages().into_iter().filter_map(|message| {
        let first = english.get(&message.id)?;
        // What differs between the variants of a selector is a language's own affair; what the usual one shows is not.
        (message.variables != first.variables || message.usual_variables != first.usual_variables).then(|| {
            format!(
                "{}: {} has {:?}, English {:?}",
                message.language.id(),
                message.id,
                message.variables,
                first.variables
            )
        })
    }));
}

#[test]
fn no_message_says_a_forbidden_word() {
    none(messages().iter().flat_map(forbidden::said_in));
}

#[test]
fn what_leaves_the_portal_says_no_word_of_what_it_is_about_and_shows_nothing_that_was_written() {
    let leaves: Vec<Message> = messages()
        .into_iter()
        .filter(|message| message.id.starts_with("mail-") || message.id.starts_with("sms-"))
        .collect();
    assert!(leaves.len() > 30, "{}", leaves.len());
    none(leaves.iter().flat_map(|message| {
        let said = message.ways.iter().flat_map(|way| forbidden::tells(message.language, way));
        let shown = message.variables.iter().map(String::as_str);
        said.chain(shown).map(|what| format!("{} {}: {what}", message.language.id(), message.id)).collect::<Vec<_>>()
    }));
    assert_eq!(forbidden::tells(Language::English, "Your appointment is on Monday"), ["appointment*"]);
    assert_eq!(forbidden::tells(Language::Welsh, "eich budd-daliadau"), ["budd-dal*"]);
}

#[test]
fn every_exception_to_the_forbidden_words_is_still_needed() {
    none(forbidden::unneeded_exceptions(&messages()));
}

#[test]
fn a_forbidden_word_is_found_in_any_case_and_mutation_but_not_inside_another() {
    let finds = |language, text: &str| !forbidden::found(language, text).is_empty();
    assert!(finds(Language::English, "This is MANDATORY."));
    assert!(finds(Language::English, "Failure\nto reply"));
    assert!(finds(Language::English, "a non-attendance"));
    assert!(finds(Language::English, "Only { 3 } days left!"));
    assert!(!finds(Language::English, "a mustard jar"));
    assert!(finds(Language::Welsh, "Bydd gosb."));
    assert!(finds(Language::Welsh, "heb chydymffurfio"));
    assert!(finds(Language::Welsh, "yn orfodol"));
    assert!(finds(Language::Welsh, "Mae'n rhaid i chi ateb."));
    assert!(finds(Language::Welsh, "Rhaid ateb."));
    assert!(!finds(Language::Welsh, "Does dim rhaid i chi ateb."));
    assert!(!finds(Language::Welsh, "Nid oes rhaid ateb."));
    assert!(finds(Language::Welsh, "Dim ond 0 ddiwrnod ar ôl"));
    assert!(!finds(Language::Welsh, "y diwrnod ar ôl yr apwyntiad"));
}

#[test]
fn no_sentence_is_too_long_to_read() {
    none(messages().iter().flat_map(|message| {
        let too_long =
            message.ways.iter().flat_map(|way| reading::sentences(way)).filter(|words| words.len() > LONGEST_SENTENCE);
        too_long
            .map(|words| {
                format!("{} {}: {} words: {}", message.language.id(), message.id, words.len(), words.join(" "))
            })
            .collect::<Vec<_>>()
    }));
}

#[test]
fn quotation_marks_are_typographic_and_apostrophes_are_those_that_keyboards_type() {
    // Straight quotation marks only keep the spaces at the ends of a message. What is held is searched as it is typed.
    let wrong = |way: &String| {
        let inside = way.strip_prefix('"').and_then(|way| way.strip_suffix('"')).unwrap_or(way);
        inside.contains(['"', '’', '‘'])
    };
    let wrong = messages().into_iter().filter(|message| message.ways.iter().any(wrong));
    none(wrong.map(|message| format!("{}: {}", message.language.id(), message.id)));
}

#[test]
fn every_message_that_the_pages_ask_for_exists() {
    let english = english();
    let asked = sources::asked_for().into_iter().map(|(place, id)| (id, place));
    let built = sources::built().into_iter().map(|id| (id, "put together by the code".to_owned()));
    let mistakes = ErrorKind::ALL.map(|kind| (format!("error-{}", kind.id()), "a mistake in a field".to_owned()));
    none(
        asked
            .chain(built)
            .chain(mistakes)
            .filter_map(|(id, place)| (!english.contains_key(&id)).then(|| format!("{id}: {place}"))),
    );
}

#[test]
fn every_message_is_used() {
    let used = sources::Used::new();
    let stays = |id: &String| sources::NOT_SAID_YET.iter().any(|(listed, _)| listed == id);
    none(english().into_keys().filter(|id| !used.is_used(id) && !stays(id)).map(|id| format!("nothing says {id}")));
}

#[test]
fn every_message_listed_as_not_said_yet_exists_and_is_not_said() {
    let (english, used) = (english(), sources::Used::new());
    let listed = sources::NOT_SAID_YET.iter().filter(|(id, _)| !english.contains_key(*id) || used.is_used(id));
    none(listed.map(|(id, why)| format!("{id}, {why}")));
}

#[test]
fn the_sources_are_read_as_the_compiler_reads_them() {
    let source = r##"
        // t!("in-a-comment")
        fn f<'a>(of: &'a str) { let quote = '"'; let escaped = '\''; t!("plain"); }
        say( "after \" a space"); t!(r#"raw"#, max = 1); format!("not {asked}"); say_in(language, "given", None);
        /* say("hidden") */ Page::new(
            "wrapped", || ())
    "##;
    let asked: Vec<String> = sources::asked_for_in(source).into_iter().map(|(_, id)| id).collect();
    assert_eq!(asked, ["plain", r#"after \" a space"#, "raw", "wrapped"]);
    assert!(sources::asked_for().iter().any(|(_, id)| id == "your-choice"));
}

#[test]
fn every_family_of_messages_is_built_somewhere() {
    none(sources::families_nobody_builds());
}

#[test]
fn welsh_counts_as_welsh_does() {
    let say = |id, name: &'static str, value: FluentValue<'static>| {
        let mut args = FluentArgs::new();
        args.set(name, value);
        say_in(Language::Welsh, id, Some(&args))
    };
    assert_eq!(say("in-days", "days", 1.into()), "1 diwrnod");
    assert_eq!(say("in-days", "days", 2.into()), "2 ddiwrnod");
    assert_eq!(say("in-days", "days", 10.into()), "10 diwrnod");
    assert_eq!(say("in-minutes", "minutes", 90.into()), "1 awr 30 munud");
    let things = [1, 2, 3, 4, 6].map(|count| say("safe-said", "count", count.into()));
    let ends = ["1 peth.", "2 beth.", "3 pheth.", "4 peth.", "6 pheth."];
    assert!(things.iter().zip(ends).all(|(said, end)| said.ends_with(end)), "{things:?}");
    assert!(say("goals-taken-away", "count", 3.into()).starts_with("3 nod "));
}

#[test]
fn welsh_joins_days_with_the_and_that_the_next_word_asks_for() {
    let say = |last: &'static str| {
        let mut args = FluentArgs::new();
        args.set("start", "Llun, Mawrth");
        args.set("last", last);
        say_in(Language::Welsh, "list-and", Some(&args))
    };
    assert_eq!(say("Iau"), "Llun, Mawrth ac Iau");
    assert_eq!(say("Gwener"), "Llun, Mawrth a Gwener");
    assert_eq!(say("anything"), "Llun, Mawrth, anything");
}

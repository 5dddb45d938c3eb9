//! What staff type: no phrase that makes support hang on something gets past, however it is written, and one that reads as an order
//! goes when it is sent again. The person's words are never looked at.

use own_terms_domain::{
    actor::Actor,
    contact::{WishAnswer, WishDraft},
    decide::{Command, Refusal},
    form::ErrorKind,
    ids::{AgreementId, RecordId},
    item::{Kind, Version},
    message::MessageDraft,
    text::Text,
    wording::{LISTS, Weight, found, worst},
};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

use crate::given::{CHOSEN, ME, Model, cases, now_at, words};

const JO: Actor = Actor::CaseWorker(CHOSEN);
const PERSON: Actor = Actor::Claimant(ME);

/// Every listed phrase, as somebody might write it.
fn listed() -> Vec<(Weight, String)> {
    let written = |phrase: &str| phrase.trim().replace('*', "").replace('…', "answer this letter, ");
    LISTS.iter().flat_map(|list| list.phrases.split(", ").map(|phrase| (list.weight, written(phrase)))).collect()
}

fn then(minutes: i64) -> own_terms_domain::time::Now {
    now_at(jiff::Timestamp::from_second(1_803_810_600 + 60 * minutes).unwrap())
}

fn someone() -> Model {
    let mut model = Model::default();
    model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, then(0)).unwrap();
    let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    model.me(Command::SetWish { on: Version(0), draft }, then(0)).unwrap();
    model
}

fn message(text: &str) -> Command {
    Command::WriteMessage { id: RecordId(Uuid::from_u128(0xb01)), draft: MessageDraft { words: words(text) } }
}

fn kind(result: Result<Vec<own_terms_domain::decide::Entry>, Refusal>) -> Option<ErrorKind> {
    match result {
        Err(Refusal::Invalid(wrong)) => wrong.first().map(|one| one.kind),
        _ => None,
    }
}

/// Ways to write a phrase that look the same, or nearly.
#[derive(Debug, Clone, Copy)]
enum Written {
    AsItIs,
    InCapitals,
    WithWideGaps,
    WithSoftHyphens,
    WithWhatIsNotSeenAsGap,
    WithAccents,
    WithOtherApostrophes,
    OverLines,
}

fn write(phrase: &str, how: Written) -> String {
    match how {
        Written::AsItIs => phrase.to_owned(),
        Written::InCapitals => phrase.to_uppercase(),
        Written::WithWideGaps => phrase.replace(' ', " \u{a0}  "),
        Written::WithSoftHyphens => phrase.chars().flat_map(|c| [c, '\u{ad}']).collect(),
        Written::WithWhatIsNotSeenAsGap => phrase.replace(' ', "\u{200b}"),
        Written::WithAccents => {
            phrase.chars().flat_map(|c| if c == 'o' { vec![c, '\u{301}'] } else { vec![c] }).collect()
        }
        Written::WithOtherApostrophes => phrase.replace(['\'', '’'], "ʼ"),
        Written::OverLines => phrase.replace(' ', "\n"),
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_listed_phrase_is_hidden_by_how_it_is_written(
        (weight, phrase) in select(listed()),
        how in select(vec![
            Written::AsItIs, Written::InCapitals, Written::WithWideGaps, Written::WithSoftHyphens, Written::WithWhatIsNotSeenAsGap,
            Written::WithAccents, Written::WithOtherApostrophes, Written::OverLines,
        ]),
        before in select(vec!["", "Hello Rosa. ", "It is sunny, and ", "(", "“"]),
        after in select(vec!["", ", Jo", ".", " to the library on Monday", "”"]),
    ) {
        let text = format!("{before}{}{after}", write(&phrase, how));
        let worst = worst(&text).map(|found| found.weight);
        prop_assert!(worst.is_some_and(|found| found <= weight), "{:?} in {:?}: {:?}", phrase, text, worst);
    }

    #[test]
    fn a_phrase_inside_other_words_is_no_phrase((_, phrase) in select(listed()), letter in "[a-z]{1,3}") {
        // "mustard" is no "must". Of several words only the ends are tried, and of one with any ending only its beginning.
        // No Welsh word is mutated to one that begins like this.
        let inside = format!("x{letter}{phrase}{letter}");
        let is_listed = |found: &str| phrase.starts_with(found) && phrase.len() == found.len();
        prop_assert!(!found(&inside).iter().any(|found| is_listed(found.phrase)), "{}", inside);
    }

    #[test]
    fn any_text_at_all_is_answered(text in any::<String>()) {
        let _ = found(&text);
    }

    #[test]
    fn what_cannot_be_sent_goes_by_no_command_of_staff_and_the_person_says_what_they_like(
        (weight, phrase) in select(listed()), text in vec(select(vec!["hello", "tomorrow", "yes"]), 0..4),
    ) {
        let text = format!("{}. {phrase}", text.join(" "));
        for sure in [false, true] {
            let mut model = someone();
            let command = if sure { Command::AsWorded(Box::new(message(&text))) } else { message(&text) };
            let went = model.run(JO, command, then(1));
            let goes = sure && worst(&text).unwrap().weight == Weight::Coercive;
            prop_assert_eq!(went.is_ok(), goes, "{:?} {} {:?}", weight, text, sure);
            let mut model = someone();
            prop_assert!(model.run(PERSON, message(&text), then(1)).is_ok());
        }
    }
}

#[test]
fn kind_words_go_without_a_word() {
    for text in [
        "You do not have to bring anything.",
        "You don’t need to answer.",
        "There is no need to hurry, and nothing is required of you.",
        "No one is expected to say yes at once.",
        "I have to ask the landlord first. I will need to ring twice.",
        "This does not affect your benefits.",
        "I like mustard. We could meet at the Mustard Seed café.",
        "That is what I have. To begin with, a cup of tea.",
        "Does dim rhaid i chi ateb.",
        "Mae croeso i chi ddod â rhywun.",
        "You will not lose your benefits by saying no.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn the_letters_that_were_sent_to_doctors_cannot_be() {
    for text in [
        "We support this with the proviso that he attends.",
        "If you do not come to the meeting, then I close your case.",
        "Unless you tell me by Friday, it is off.",
        "Your plan, or your benefits.",
        "Failure to attend may lead to a sanction.",
        "Os na fyddwch yn dod, yna bydd hyn yn dod i ben.",
        "Mae hyn ar yr amod eich bod yn dod.",
        "Bydd sancsiwn.",
    ] {
        assert_eq!(worst(text).map(|found| found.weight), Some(Weight::Conditional), "{text}");
    }
    for text in ["You must come.", "Attendance is mandatory.", "Rhaid i chi ddod.", "Mae’n orfodol."] {
        assert_eq!(worst(text).map(|found| found.weight), Some(Weight::Coercive), "{text}");
    }
}

#[test]
fn it_names_the_phrase_and_the_field_and_goes_when_it_is_sent_again() {
    let mut model = someone();
    let order = || message("You have to come.");
    assert_eq!(kind(model.run(JO, order(), then(1))), Some(ErrorKind::Coercive { phrase: "have to" }));
    let sure = Command::AsWorded(Box::new(order()));
    assert_eq!(model.run(JO, sure.clone(), then(1)).unwrap().len(), 1);
    // Sent once more, it stands already.
    assert_eq!(model.run(JO, order(), then(2)), Ok(Vec::new()));
    let threat = message("Come, or your benefits stop.");
    let wrong = Some(ErrorKind::Conditional { phrase: "or your benefit" });
    assert_eq!(kind(someone().run(JO, Command::AsWorded(Box::new(threat)), then(1))), wrong);
    // Somebody who may not write at all is told nothing else.
    assert_eq!(Model::default().run(JO, order(), then(1)), Err(Refusal::NotPermitted));
    assert_eq!(model.state().count_of(Kind::Message), 1);
}

#[test]
fn each_part_of_a_proposal_is_looked_at() {
    let draft = own_terms_domain::agreement::AgreementDraft {
        person: Text::parse("You must rest.").ok(),
        case_worker: Text::parse("I ring, on condition that you rest.").ok(),
        until: None,
        replaces: None,
    };
    let id = AgreementId(Uuid::from_u128(0xe01));
    let Err(Refusal::Invalid(wrong)) = someone().run(JO, Command::ProposeAgreement { id, draft }, then(1)) else {
        panic!("it went");
    };
    let fields: Vec<(&str, &str)> = wrong.iter().map(|one| (one.field.as_str(), one.kind.id())).collect();
    assert_eq!(fields, [("person", "coercive"), ("case_worker", "conditional")]);
}

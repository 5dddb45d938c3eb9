//! What Rosa and her case worker write to each other in the demonstration, and an agreement that waits for her answer.

use own_terms_domain::{
    actor::Actor,
    agreement::AgreementDraft,
    decide::Command,
    ids::{AgreementId, RecordId},
    message::MessageDraft,
};

use super::{
    others::{JO_EVANS, text},
    uuid,
};

/// What Jo proposes.
const PROPOSED: AgreementId = AgreementId(uuid(0xe01));

/// A short conversation, once she wants to talk, and what comes of it.
pub(super) fn for_rosa() -> Vec<(Option<Actor>, Command)> {
    let message = |by, number: u128, words: &str| {
        let draft = MessageDraft { words: text(words) };
        (by, Command::WriteMessage { id: RecordId(uuid(number)), draft })
    };
    let draft = AgreementDraft {
        person: Some(text("You send me a photo of the letter, on a day that is good for you.")),
        case_worker: Some(text("I ring the electricity company for you, and write down here what they said.")),
        until: None,
        replaces: None,
    };
    vec![
        message(None, 0xb01, "Another letter came about the electricity. I do not understand what they want from me."),
        message(
            Some(JO_EVANS),
            0xb02,
            "That sounds worrying. I can ring them for you, if you like. You said that mornings are best for you.",
        ),
        message(None, 0xb03, "Yes please. Could you do it without me on the phone?"),
        message(
            Some(JO_EVANS),
            0xb04,
            "Of course. I put it here as an agreement, so that you can see what I would do.",
        ),
        (Some(JO_EVANS), Command::ProposeAgreement { id: PROPOSED, draft }),
    ]
}

//! How to contact the person safely (promise 12).

use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, FieldError, Fields, Parse},
    ranking,
    reading::Choice,
    text::{Line, OwnWords},
    time::Now,
};

choices! {
    /// Something to keep to, so that contact is safe where the person lives.
    SafeRule {
        /// Leave no message on an answering machine.
        NoVoicemail = "no-voicemail",
        /// Say who is calling only to the person.
        SayNothingToOthers = "say-nothing-to-others",
        /// Ask first whether it is safe to talk.
        AskIfSafe = "ask-if-safe",
        /// Show a number that can be called back, not "unknown".
        ShowNumber = "show-number",
        /// Plain envelopes with no sender on them.
        PlainEnvelopes = "plain-envelopes",
        /// Say in text messages and emails only that there is something to read here.
        NothingInMessages = "nothing-in-messages",
    }
}

/// How to contact the person safely. Never shown to a carer or an organisation, nor that there is any.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safe {
    /// The rules chosen.
    pub rules: Vec<SafeRule>,
    /// A word by which both know that it is them.
    pub word: Option<Line>,
    /// Times, people or numbers to keep away from.
    pub avoid: Option<OwnWords>,
}

impl Parse for Safe {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let rules = ranking::ticked(fields, "rules", &mut check);
        let word = check.field("word", Line::optional(fields.get("word")));
        let avoid = check.field("avoid", OwnWords::optional(fields.get("avoid")));
        let safe = (|| Some(Self { rules, word: word?, avoid: avoid? }))();
        check.finish(safe)
    }

    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        for rule in &self.rules {
            fields.push("rules", rule.id());
        }
        fields
            .with("word", self.word.as_ref().map_or("", Line::as_str))
            .with("avoid", self.avoid.as_ref().map_or("", OwnWords::as_str))
    }
}

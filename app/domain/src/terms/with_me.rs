//! Who is with the person, who interprets, and what makes an appointment possible.

use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ranking,
    reading::Choice,
    text::{Line, OwnWords},
    time::Now,
};

choices! {
    /// Someone who interprets.
    Interpreter {
        /// British Sign Language.
        Bsl = "bsl",
        /// Sign-supported English.
        Sse = "sse",
        /// A lipspeaker.
        Lipspeaker = "lipspeaker",
        /// Deafblind manual or hands-on signing.
        Deafblind = "deafblind",
        /// Speech to text.
        SpeechToText = "speech-to-text",
        /// A spoken language.
        Spoken = "spoken",
    }
}

choices! {
    /// Something that makes an appointment possible; no diagnosis is asked for or kept.
    Adjustment {
        /// What will be talked about, sent before.
        AgendaBefore = "agenda-before",
        /// Breaks whenever asked for.
        Breaks = "breaks",
        /// More time to think and answer.
        MoreTime = "more-time",
        /// Plain words.
        PlainWords = "plain-words",
        /// A short note of what was said, afterwards.
        NoteAfter = "note-after",
        /// The same person each time.
        SamePerson = "same-person",
        /// Camera off.
        CameraOff = "camera-off",
        /// A quiet room.
        QuietRoom = "quiet-room",
        /// Soft light.
        SoftLight = "soft-light",
        /// Step-free all the way.
        StepFree = "step-free",
        /// Parking close by.
        Parking = "parking",
        /// A hearing loop.
        HearingLoop = "hearing-loop",
        /// Large print.
        LargePrint = "large-print",
    }
}

/// Who is with the person, who interprets, and what makes an appointment possible.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithMe {
    /// Who comes along.
    pub companion: Option<Line>,
    /// Who interprets.
    pub interpreter: Option<Interpreter>,
    /// Which spoken language, or anything more about interpreting.
    pub language: Option<Line>,
    /// The adjustments chosen.
    pub adjustments: Vec<Adjustment>,
    /// Anything else, in their words.
    pub also: Option<OwnWords>,
}

impl Parse for WithMe {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let companion = check.field("companion", Line::optional(fields.get("companion")));
        let interpreter = match Interpreter::parse(fields.get("interpreter")) {
            Err(ErrorKind::NotChosen) => Some(None),
            other => check.field("interpreter", other.map(Some)),
        };
        let language = check.field("language", Line::optional(fields.get("language")));
        let adjustments = ranking::ticked(fields, "adjustments", &mut check);
        let also = check.field("also", OwnWords::optional(fields.get("also")));
        let with_me = (|| {
            Some(Self {
                companion: companion?,
                interpreter: interpreter?,
                language: language?,
                adjustments,
                also: also?,
            })
        })();
        check.finish(with_me)
    }

    fn fields(&self) -> Fields {
        let line = |text: &Option<Line>| text.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut fields = Fields::new()
            .with("companion", line(&self.companion))
            .with("interpreter", self.interpreter.map_or("", Choice::id))
            .with("language", line(&self.language));
        for adjustment in &self.adjustments {
            fields.push("adjustments", adjustment.id());
        }
        fields.with("also", self.also.as_ref().map_or("", OwnWords::as_str))
    }
}

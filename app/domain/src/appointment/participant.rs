//! Who else is there at an appointment, each with an answer of their own: an interpreter, whoever comes with the person, a carer.
//!
//! No answer of theirs moves or ends the appointment: what is agreed is between the person and their case worker. Each is an item beside
//! it, so that nobody who may see the appointment sees more of the others than they were given.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, FieldError, Fields, Parse},
    ids::{CarerId, DelegationId, NotAnId},
    reading::Choice as _,
    terms::{Interpreter, WithMe},
    text::Line,
    time::Now,
};

/// Which of those who are there: of each appointment one interpreter, one companion, and any of the person's carers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Who interprets.
    Interpreter,
    /// Who comes with the person.
    Companion,
    /// A carer, whom the person asked to be there.
    Carer(DelegationId),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Interpreter => f.write_str("interpreter"),
            Self::Companion => f.write_str("companion"),
            Self::Carer(id) => write!(f, "carer-{id}"),
        }
    }
}

impl FromStr for Part {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text {
            "interpreter" => Ok(Self::Interpreter),
            "companion" => Ok(Self::Companion),
            other => other.strip_prefix("carer-").ok_or(NotAnId)?.parse().map(Self::Carer),
        }
    }
}

choices! {
    /// Whether somebody is there. None of these is better than another, and none says why.
    Coming {
        /// They were asked, or it is not known yet.
        Asked = "asked",
        /// They are there.
        Coming = "coming",
        /// They cannot be there.
        CannotCome = "cannot-come",
    }
}

/// Who somebody is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "kebab-case")]
pub enum Who {
    /// Somebody who interprets, whom the case worker books.
    Interpreter {
        /// What they interpret.
        interprets: Interpreter,
        /// Which spoken language, or anything more about it, in the person's words.
        language: Option<Line>,
        /// Who it is, once that is known.
        name: Option<Line>,
    },
    /// Somebody whom the person brings; they need no place here.
    Companion {
        /// What the person calls them.
        name: Line,
    },
    /// A carer, who answers for themself.
    Carer {
        /// Who.
        carer: CarerId,
        /// What the person calls them.
        name: Line,
    },
}

/// One of those who are there, and whether they come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    #[serde(flatten)]
    pub who: Who,
    /// Whether they come.
    pub coming: Coming,
}

impl Participant {
    /// Who the terms say is there, asked to be: what an offer made under them brings with it.
    pub fn of(with_me: &WithMe) -> Vec<(Part, Self)> {
        let interpreter = with_me.interpreter.map(|interprets| {
            let language = with_me.language.clone();
            (Part::Interpreter, Who::Interpreter { interprets, language, name: None })
        });
        let companion = with_me.companion.clone().map(|name| (Part::Companion, Who::Companion { name }));
        let all = interpreter.into_iter().chain(companion);
        all.map(|(part, who)| (part, Self { who, coming: Coming::Asked })).collect()
    }

    /// The same person, asked anew.
    #[must_use]
    pub fn asked_anew(&self) -> Self {
        let who = match self.who.clone() {
            // Another day has to be booked anew, and perhaps somebody else has time.
            Who::Interpreter { interprets, language, .. } => Who::Interpreter { interprets, language, name: None },
            other => other,
        };
        Self { who, coming: Coming::Asked }
    }

    /// Whom the person or the case worker named.
    pub fn name(&self) -> Option<&Line> {
        match &self.who {
            Who::Interpreter { name, .. } => name.as_ref(),
            Who::Companion { name } | Who::Carer { name, .. } => Some(name),
        }
    }

    /// True when the case worker is told of them: who interprets, whom they book; and of the rest whoever is there.
    pub fn is_told_at_the_desk(&self) -> bool {
        matches!(self.who, Who::Interpreter { .. }) || self.coming == Coming::Coming
    }
}

/// Whom the person brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanionDraft {
    /// What they call them.
    pub name: Line,
}

impl Parse for CompanionDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let name = check.field("companion", Line::parse(fields.get("companion")));
        check.finish(name.map(|name| Self { name }))
    }

    fn fields(&self) -> Fields {
        Fields::new().with("companion", self.name.as_str())
    }
}

/// Which interpreter the person wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterpreterDraft {
    /// What they interpret.
    pub interprets: Interpreter,
    /// Which spoken language, or anything more about it.
    pub language: Option<Line>,
}

impl Parse for InterpreterDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let interprets = check.field("interpreter", Interpreter::parse(fields.get("interpreter")));
        let language = check.field("language", Line::optional(fields.get("language")));
        check.finish((|| Some(Self { interprets: interprets?, language: language? }))())
    }

    fn fields(&self) -> Fields {
        let language = self.language.as_ref().map_or("", Line::as_str);
        Fields::new().with("interpreter", self.interprets.id()).with("language", language)
    }
}

/// What is said of one of them: that they come, or cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComingDraft {
    /// Whether they come.
    pub coming: Coming,
    /// Who it is, of an interpreter.
    pub name: Option<Line>,
}

impl Parse for ComingDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let coming = check.field("coming", Coming::parse(fields.get("coming")));
        let name = check.field("name", Line::optional(fields.get("name")));
        check.finish((|| Some(Self { coming: coming?, name: name? }))())
    }

    fn fields(&self) -> Fields {
        Fields::new().with("coming", self.coming.id()).with("name", self.name.as_ref().map_or("", Line::as_str))
    }
}

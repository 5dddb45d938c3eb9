//! Who else supports the person, in the person's own words, and what each advised; the person alone says it and sees it.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    consent::Length,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ids::{AdviceId, ConsentId, DelegationId, NotAnId, OrganisationId, RecordId, StaffId, SupporterId},
    item::Wording,
    reading::{Choice as _, Language},
    text::{Line, OwnWords, Text},
    time::Now,
};

/// How many supporters one person can add: far above use, so that no page grows without end.
pub const MOST_SUPPORTERS: usize = 40;

/// How many pieces of advice one person can hold.
pub const MOST_ADVICE: usize = 100;

/// Somebody who supports the person and has nothing to do with this service: a GP, a friend, an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supporter {
    /// What the person calls them.
    pub name: Line,
    /// What they do.
    pub does: Option<OwnWords>,
    /// How the person reaches them.
    pub reach: Option<Line>,
}

impl Parse for Supporter {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let name = check.field("name", Line::parse(fields.get("name")));
        let does = check.field("does", OwnWords::optional(fields.get("does")));
        let reach = check.field("reach", Line::optional(fields.get("reach")));
        let supporter = (|| Some(Self { name: name?, does: does?, reach: reach? }))();
        check.finish(supporter)
    }

    fn fields(&self) -> Fields {
        let said = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Fields::new()
            .with("name", self.name.as_str())
            .with("does", said(self.does.as_ref().map(Text::as_str)))
            .with("reach", said(self.reach.as_ref().map(Text::as_str)))
    }
}

/// Who gave a piece of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "who", content = "id", rename_all = "kebab-case")]
pub enum Adviser {
    /// Somebody whom the person added.
    Supporter(SupporterId),
    /// The case worker.
    CaseWorker(StaffId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A carer.
    Carer(DelegationId),
}

impl fmt::Display for Adviser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Supporter(id) => write!(f, "supporter.{id}"),
            Self::CaseWorker(id) => write!(f, "case-worker.{id}"),
            Self::Organisation(id) => write!(f, "organisation.{id}"),
            Self::Carer(id) => write!(f, "carer.{id}"),
        }
    }
}

impl FromStr for Adviser {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text.split_once('.').ok_or(NotAnId)? {
            ("supporter", id) => id.parse().map(Self::Supporter),
            ("case-worker", id) => id.parse().map(Self::CaseWorker),
            ("organisation", id) => id.parse().map(Self::Organisation),
            ("carer", id) => id.parse().map(Self::Carer),
            _ => Err(NotAnId),
        }
    }
}

/// A piece of advice as the person wrote it down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Who gave it.
    pub from: Adviser,
    /// What the person called them when they wrote it down; none of those whose name stands in the directory.
    pub name: Option<Line>,
    /// What they advised.
    pub words: OwnWords,
    /// The other piece of advice that it pulls against, where the person marked one.
    pub against: Option<AdviceId>,
}

/// What is written on the form of a piece of advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdviceDraft {
    /// Who gave it.
    pub from: Adviser,
    /// What they advised.
    pub words: OwnWords,
}

impl Parse for AdviceDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let from = match fields.get("adviser") {
            "" => Err(ErrorKind::NotChosen),
            id => id.parse().map_err(|_| ErrorKind::NotAChoice),
        };
        let from = check.field("adviser", from);
        let words = check.field("words", OwnWords::parse(fields.get("words")));
        let draft = (|| Some(Self { from: from?, words: words? }))();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        Fields::new().with("adviser", self.from.to_string()).with("words", self.words.as_str())
    }
}

/// Two pieces of advice that pull against each other, sent to those who gave them, in the words that the person read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// Both, as they were read.
    pub seen: Vec<Wording>,
    /// For how long an organisation sees them.
    pub length: Length,
    /// The language in which it was read.
    pub language: Language,
    /// The names of the consents that it may make, one for each organisation.
    pub consents: [ConsentId; 2],
    /// The name of the message that it may write to the case worker.
    pub message: RecordId,
    /// What that message says.
    pub words: Option<OwnWords>,
}

impl Parse for Sending {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let seen: Result<Vec<Wording>, _> = fields.all("seen").map(str::parse).collect();
        let seen = check.field("seen", seen.map_err(|_| ErrorKind::NotAChoice));
        // Where no organisation is among them, there is nothing to choose, and nothing lasts.
        let length = match fields.get("length") {
            "" => Ok(Length::Month),
            typed => Length::parse(typed),
        };
        let length = check.field("length", length);
        let words = check.field("words", OwnWords::optional(fields.get("words")));
        let id = |name| fields.get(name).parse::<ConsentId>().map_err(|_| ErrorKind::NotAChoice);
        let consents = check.field("which", id("which").and_then(|one| Ok([one, id("other")?])));
        let message = check.field("which", fields.get("message").parse().map_err(|_| ErrorKind::NotAChoice));
        let language = Language::parse(fields.get("read-in")).unwrap_or(Language::English);
        let sending = (|| {
            Some(Self { seen: seen?, length: length?, language, consents: consents?, message: message?, words: words? })
        })();
        check.finish(sending)
    }

    fn fields(&self) -> Fields {
        let [which, other] = self.consents;
        let fields = Fields::new()
            .with("which", which.to_string())
            .with("other", other.to_string())
            .with("message", self.message.to_string())
            .with("length", self.length.id())
            .with("read-in", self.language.id())
            .with("words", self.words.as_ref().map(Text::as_str).unwrap_or_default());
        self.seen.iter().fold(fields, |fields, wording| fields.with("seen", wording.to_string()))
    }
}

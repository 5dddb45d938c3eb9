//! Consents: what one organisation may be shown, for one purpose, until a day, exactly as the person read it (promise 6).

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    actor::Actor,
    choices,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ids::OrganisationId,
    item::{ItemId, Kind, Wording},
    reading::{Choice, Language},
    referral::Referral,
    time::{Now, days_between},
};

/// How many consents one person can hold, those that are over included until they are erased: no page grows without end.
pub const MOST_CONSENTS: usize = 40;

/// How many questions of a case worker can wait for the person at once.
pub const MOST_ASKED: usize = 5;

/// How many items one consent can name, so that what goes can be read before it goes.
pub const MOST_ITEMS: usize = 20;

/// From how many days before its end the person is reminded, if they want to be.
pub const REMINDED_BEFORE: i32 = 14;

/// What a consent can name. How to contact someone safely, how they sign in, who helps them, and who looked are not among them:
/// those are for no organisation, whatever anyone asks or answers.
pub const KINDS: [Kind; 11] = [
    Kind::Profile,
    Kind::Advice,
    Kind::Goal,
    Kind::Ways,
    Kind::Formats,
    Kind::WithMe,
    Kind::Pace,
    Kind::Times,
    Kind::Breaks,
    Kind::Note,
    Kind::Referral,
];

choices! {
    /// What it is for: one thing, and nothing else.
    Purpose {
        /// So that the person need not tell it twice when they first meet.
        Introduction = "introduction",
        /// To give the help that the person asked for.
        Help = "help",
        /// To advise about money, debts or housing.
        Advice = "advice",
        /// To make what the person needs ready for a meeting.
        Adjustments = "adjustments",
        /// To take it into account in health care.
        Health = "health",
    }
}

choices! {
    /// For how long. Never for ever.
    Length {
        /// A week.
        Week = "7",
        /// Two weeks.
        TwoWeeks = "14",
        /// Thirty days: what is offered first.
        Month = "30",
        /// Ninety days.
        Quarter = "90",
        /// Half a year.
        HalfYear = "180",
        /// A year.
        Year = "365",
    }
}

impl Length {
    /// How many days.
    pub fn days(self) -> i32 {
        match self {
            Self::Week => 7,
            Self::TwoWeeks => 14,
            Self::Month => 30,
            Self::Quarter => 90,
            Self::HalfYear => 180,
            Self::Year => 365,
        }
    }

    /// The last day of one that is given today.
    pub fn until(self, today: Date) -> Date {
        today.checked_add(self.days().days()).unwrap_or(today)
    }
}

/// What the person said yes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The items, each in the wording that they read: no other wording goes.
    pub wordings: Vec<Wording>,
    /// The last day, the whole of it.
    pub until: Date,
    /// True when they want to be reminded before it ends.
    pub remind: bool,
    /// The language in which they read it.
    pub language: Language,
    /// True when they had said yes before.
    pub renewed: bool,
}

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Progress {
    /// It was asked, and not answered.
    Requested,
    /// Not now.
    Deferred,
    /// The person asks their doctor first: nothing goes until they let it go on.
    AskingDoctor,
    /// Yes.
    Given(Given),
    /// No.
    Refused,
    /// It was given, and is no more; it does not begin again.
    Withdrawn,
}

choices! {
    /// What a consent is on a day.
    Status {
        /// It was asked, and not answered.
        Requested = "requested",
        /// Not now.
        Deferred = "deferred",
        /// The person asks their doctor first.
        AskingDoctor = "asking-doctor",
        /// It holds.
        Given = "given",
        /// It holds, and the person said yes more than once.
        Renewed = "renewed",
        /// Its day has passed.
        Expired = "expired",
        /// No.
        Refused = "refused",
        /// The person took it back.
        Withdrawn = "withdrawn",
    }
}

impl Status {
    /// The same in the terms of the Data Privacy Vocabulary (W3C DPV 2, "Consent Status").
    pub fn dpv(self) -> &'static str {
        match self {
            Self::Requested => "ConsentRequested",
            Self::Deferred | Self::AskingDoctor => "ConsentRequestDeferred",
            Self::Given => "ConsentGiven",
            Self::Renewed => "RenewedConsentGiven",
            Self::Expired => "ConsentExpired",
            Self::Refused => "ConsentRefused",
            Self::Withdrawn => "ConsentWithdrawn",
        }
    }

    /// True while something can be shown because of it.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Given | Self::Renewed)
    }
}

/// One consent: asked, answered, and taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who would be shown something.
    pub organisation: OrganisationId,
    /// For what.
    pub purpose: Purpose,
    /// What.
    pub items: Vec<ItemId>,
    /// Who asked: the person, or the case worker whom they chose.
    pub asked_by: Actor,
    /// What the case worker says of that organisation, where it is a referral.
    pub referral: Option<Referral>,
    /// How far it has come.
    pub progress: Progress,
}

impl Consent {
    /// True while it waits for a yes or a no.
    pub fn is_open(&self) -> bool {
        matches!(self.progress, Progress::Requested | Progress::Deferred | Progress::AskingDoctor)
    }

    /// True while the case worker who asked is told how it stands: of a no, and of what was taken back or is over, nobody is told.
    pub fn is_told(&self, today: Date) -> bool {
        self.is_open() || self.status(today).is_live()
    }

    /// True once the person said yes, whether or not it still holds.
    pub fn was_given(&self) -> bool {
        matches!(self.progress, Progress::Given(_) | Progress::Withdrawn)
    }

    /// What was said yes to, and not taken back.
    pub fn given(&self) -> Option<&Given> {
        match &self.progress {
            Progress::Given(given) => Some(given),
            _ => None,
        }
    }

    /// What it is on a day.
    pub fn status(&self, today: Date) -> Status {
        match &self.progress {
            Progress::Requested => Status::Requested,
            Progress::Deferred => Status::Deferred,
            Progress::AskingDoctor => Status::AskingDoctor,
            Progress::Given(given) if today > given.until => Status::Expired,
            Progress::Given(given) if given.renewed => Status::Renewed,
            Progress::Given(_) => Status::Given,
            Progress::Refused => Status::Refused,
            Progress::Withdrawn => Status::Withdrawn,
        }
    }

    /// The days that are left, once the person is to be reminded; today is none.
    pub fn ends_soon(&self, today: Date) -> Option<i32> {
        let given = self.given().filter(|given| given.remind && self.status(today).is_live())?;
        let left = days_between(today, given.until);
        (left <= REMINDED_BEFORE).then_some(left)
    }

    /// True when it names this item, or the record beside which this stands: how the person sees a record goes with it.
    pub fn names(&self, id: ItemId) -> bool {
        match id {
            ItemId::OtherView(record) => {
                self.items.iter().any(|item| matches!(item, ItemId::Record(_, named) if *named == record))
            }
            _ => self.items.contains(&id),
        }
    }

    /// The kinds that it names, each once, in the order shown.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        KINDS.into_iter().filter(|kind| self.items.iter().any(|id| id.kind() == *kind))
    }
}

/// What is written on the form that asks for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentDraft {
    /// Who would be shown something.
    pub organisation: OrganisationId,
    /// For what.
    pub purpose: Purpose,
    /// What.
    pub items: Vec<ItemId>,
}

impl Parse for ConsentDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let organisation = match fields.get("organisation") {
            "" => Err(ErrorKind::NotChosen),
            id => id.parse().map_err(|_| ErrorKind::NotAChoice),
        };
        let organisation = check.field("organisation", organisation);
        let purpose = check.field("purpose", Purpose::parse(fields.get("purpose")));
        let items = check.field("items", items(fields));
        let draft = (|| Some(Self { organisation: organisation?, purpose: purpose?, items: items? }))();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        let fields =
            Fields::new().with("organisation", self.organisation.to_string()).with("purpose", self.purpose.id());
        self.items.iter().fold(fields, |fields, id| fields.with("items", id.to_string()))
    }
}

fn items(fields: &Fields) -> Result<Vec<ItemId>, ErrorKind> {
    let mut items = Vec::new();
    for id in fields.all("items") {
        let id: ItemId = id.parse().map_err(|_| ErrorKind::NotAChoice)?;
        if !KINDS.contains(&id.kind()) {
            return Err(ErrorKind::NotAChoice);
        }
        if !items.contains(&id) {
            items.push(id);
        }
    }
    match items.len() {
        0 => Err(ErrorKind::NotChosen),
        count if count > MOST_ITEMS => Err(ErrorKind::TooMany { max: MOST_ITEMS }),
        _ => Ok(items),
    }
}

/// What the person answers. None of these is easier to give than another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes, to what they read.
    Yes(Yes),
    /// No.
    No,
    /// Not now.
    NotNow,
    /// "I ask my doctor first."
    AskDoctor,
}

/// What a yes is to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yes {
    /// What they read.
    pub seen: Vec<Wording>,
    /// For how long.
    pub length: Length,
    /// True when they want to be reminded before it ends.
    pub remind: bool,
}

choices! {
    /// The answers as buttons, in the order in which they always stand.
    Said {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not now.
        NotNow = "not-now",
        /// "I ask my doctor first."
        AskDoctor = "ask-doctor",
    }
}

impl Parse for Answer {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let answer = match check.field("answer", Said::parse(fields.get("answer"))) {
            Some(Said::Yes) => {
                let seen: Result<Vec<Wording>, _> = fields.all("seen").map(str::parse).collect();
                let seen = check.field("seen", seen.map_err(|_| ErrorKind::NotAChoice));
                let length = check.field("length", Length::parse(fields.get("length")));
                let remind = fields.has("remind", "yes");
                (|| Some(Self::Yes(Yes { seen: seen?, length: length?, remind })))()
            }
            Some(Said::No) => Some(Self::No),
            Some(Said::NotNow) => Some(Self::NotNow),
            Some(Said::AskDoctor) => Some(Self::AskDoctor),
            None => None,
        };
        check.finish(answer)
    }

    fn fields(&self) -> Fields {
        let said = |said: Said| Fields::new().with("answer", said.id());
        match self {
            Self::Yes(yes) => {
                let fields = said(Said::Yes).with("length", yes.length.id());
                let fields = if yes.remind { fields.with("remind", "yes") } else { fields };
                yes.seen.iter().fold(fields, |fields, wording| fields.with("seen", wording.to_string()))
            }
            Self::No => said(Said::No),
            Self::NotNow => said(Said::NotNow),
            Self::AskDoctor => said(Said::AskDoctor),
        }
    }
}

//! Everything that can be held about a person: each kind of item, and one item as it stands.

use std::{fmt, str::FromStr};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    actor::Actor,
    agreement::Agreement,
    appointment::{Appointment, Part, Participant},
    calendar_feed::CalendarFeed,
    carer::Delegation,
    carrying_on::CarryingOn,
    case_worker::Chosen,
    choices,
    consent::Consent,
    contact::{EarlierContact, Safe, Ways, Wish},
    correction::Correction,
    goals::{Goal, GoalOrder},
    ids::{
        AdviceId, AgreementId, AppointmentId, ConsentId, DelegationId, GoalId, NotAnId, RecordId, SupporterId, WayInId,
    },
    message::Message,
    oversight::Oversight,
    profile::Profile,
    reading::{Choice, Reading},
    record::{KeptBack, OtherView, Record, Sort},
    recovery::Recovery,
    sign_in::{FoundBy, WayIn},
    standing::Standing,
    supporter::{Advice, Supporter},
    terms::{Breaks, Formats, Pace, Times, WithMe},
};

choices! {
    /// The kinds of item, in the order they are shown.
    Kind {
        /// What the person is called.
        Profile = "profile",
        /// Whether support is on.
        Standing = "standing",
        /// The case worker whom they chose.
        CaseWorker = "case-worker",
        /// Somebody else who supports them, whom they added.
        Supporter = "supporter",
        /// What one of those who support them advised.
        Advice = "advice",
        /// A goal.
        Goal = "goal",
        /// The order of the goals.
        GoalOrder = "goal-order",
        /// Whether they want contact.
        Wish = "wish",
        /// How and when to reach them.
        Ways = "ways",
        /// How to do it safely.
        Safe = "safe",
        /// How to reach them, as it was before a change.
        EarlierContact = "earlier-contact",
        /// The ways to meet.
        Formats = "formats",
        /// Who is with them, and adjustments.
        WithMe = "with-me",
        /// How long and how often.
        Pace = "pace",
        /// Days and hours.
        Times = "times",
        /// Breaks.
        Breaks = "breaks",
        /// That they carry on at a light touch.
        CarryingOn = "carrying-on",
        /// An appointment, offered or agreed.
        Appointment = "appointment",
        /// Somebody else who is there at one, or is asked to be.
        Participant = "participant",
        /// The address that their calendar reads.
        CalendarFeed = "calendar-feed",
        /// An agreement, proposed or made.
        Agreement = "agreement",
        /// What the person and their case worker write to each other.
        Message = "message",
        /// That a supervisor looked into what is between them and their case worker, and why.
        Oversight = "oversight",
        /// Reading settings.
        Reading = "reading",
        /// A way to sign in.
        SignIn = "sign-in",
        /// A new way in, asked for after every way was lost.
        Recovery = "recovery",
        /// Somebody whom they let act for them.
        Carer = "carer",
        /// What they let an organisation see.
        Consent = "consent",
        /// A note that someone else wrote.
        Note = "note",
        /// What an organisation passed on.
        Referral = "referral",
        /// Money that was paid.
        Payment = "payment",
        /// A wish to have one of those put right.
        Correction = "correction",
        /// "I see it differently", beside one of those.
        OtherView = "other-view",
        /// That one of those is kept from carers.
        KeptBack = "kept-back",
    }
}

impl Kind {
    /// Every kind, in the order shown.
    pub const ALL: &'static [Self] = <Self as Choice>::ALL;

    /// The short name, as it is stored.
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }
}

/// One item held about a claimant: the only one of its kind, or one of those of which there are many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ItemId {
    /// The only item of this kind that a claimant has.
    The(Kind),
    /// Somebody else who supports them.
    Supporter(SupporterId),
    /// A piece of advice.
    Advice(AdviceId),
    /// A goal.
    Goal(GoalId),
    /// An appointment.
    Appointment(AppointmentId),
    /// Somebody else who is there at one.
    Participant(AppointmentId, Part),
    /// An agreement.
    Agreement(AgreementId),
    /// A message.
    Message(RecordId),
    /// A way to sign in.
    SignIn(WayInId),
    /// A carer, and what they may do.
    Carer(DelegationId),
    /// What an organisation is shown.
    Consent(ConsentId),
    /// What someone else wrote.
    Record(Sort, RecordId),
    /// The wish to have that record put right.
    Correction(RecordId),
    /// How the person sees that record, or that message of their case worker.
    OtherView(RecordId),
    /// That the person keeps that record from their carers.
    KeptBack(RecordId),
}

impl ItemId {
    /// The kind of item it names.
    pub fn kind(self) -> Kind {
        match self {
            Self::The(kind) => kind,
            Self::Supporter(_) => Kind::Supporter,
            Self::Advice(_) => Kind::Advice,
            Self::Goal(_) => Kind::Goal,
            Self::Appointment(_) => Kind::Appointment,
            Self::Participant(..) => Kind::Participant,
            Self::Agreement(_) => Kind::Agreement,
            Self::Message(_) => Kind::Message,
            Self::SignIn(_) => Kind::SignIn,
            Self::Carer(_) => Kind::Carer,
            Self::Consent(_) => Kind::Consent,
            Self::Record(sort, _) => sort.kind(),
            Self::Correction(_) => Kind::Correction,
            Self::OtherView(_) => Kind::OtherView,
            Self::KeptBack(_) => Kind::KeptBack,
        }
    }

    /// The record or the message that it is, or stands beside.
    pub fn record(self) -> Option<RecordId> {
        match self {
            Self::Record(_, id)
            | Self::Message(id)
            | Self::Correction(id)
            | Self::OtherView(id)
            | Self::KeptBack(id) => Some(id),
            Self::The(_)
            | Self::Supporter(_)
            | Self::Advice(_)
            | Self::Goal(_)
            | Self::Appointment(_)
            | Self::Participant(..)
            | Self::Agreement(_)
            | Self::SignIn(_)
            | Self::Carer(_)
            | Self::Consent(_) => None,
        }
    }
}

impl Kind {
    /// True for a kind of which the law keeps each item until its day.
    pub fn is_kept_by_law(self) -> bool {
        Sort::ALL.iter().any(|sort| sort.kind() == self && sort.is_kept_by_law())
    }

    /// True for what others write.
    pub fn is_record(self) -> bool {
        Sort::ALL.iter().any(|sort| sort.kind() == self)
    }

    /// True for a kind of which a person has one item at the most.
    pub fn is_single(self) -> bool {
        let several = matches!(
            self,
            Self::Supporter
                | Self::Advice
                | Self::Goal
                | Self::Appointment
                | Self::Participant
                | Self::Agreement
                | Self::Message
                | Self::SignIn
                | Self::Carer
                | Self::Consent
                | Self::Correction
                | Self::OtherView
                | Self::KeptBack
        );
        !several && !self.is_record()
    }

    /// True for a kind that is always at hand, whatever is needed: the rules lean on it.
    pub fn is_always_at_hand(self) -> bool {
        self.is_single() || matches!(self, Self::Carer | Self::Consent)
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::The(kind) => f.write_str(kind.id()),
            Self::Supporter(id) => write!(f, "supporter.{id}"),
            Self::Advice(id) => write!(f, "advice.{id}"),
            Self::Goal(id) => write!(f, "goal.{id}"),
            Self::Appointment(id) => write!(f, "appointment.{id}"),
            Self::Participant(id, part) => write!(f, "participant.{id}.{part}"),
            Self::Agreement(id) => write!(f, "agreement.{id}"),
            Self::Message(id) => write!(f, "message.{id}"),
            Self::SignIn(id) => write!(f, "sign-in.{id}"),
            Self::Carer(id) => write!(f, "carer.{id}"),
            Self::Consent(id) => write!(f, "consent.{id}"),
            Self::Record(sort, id) => write!(f, "{}.{id}", sort.id()),
            Self::Correction(id) => write!(f, "correction.{id}"),
            Self::OtherView(id) => write!(f, "other-view.{id}"),
            Self::KeptBack(id) => write!(f, "kept-back.{id}"),
        }
    }
}

impl FromStr for ItemId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let Some((kind, id)) = text.split_once('.') else {
            return Kind::parse(text).ok().filter(|kind| kind.is_single()).map(Self::The).ok_or(NotAnId);
        };
        match Kind::parse(kind).map_err(|_| NotAnId)? {
            Kind::Supporter => id.parse().map(Self::Supporter),
            Kind::Advice => id.parse().map(Self::Advice),
            Kind::Goal => id.parse().map(Self::Goal),
            Kind::Appointment => id.parse().map(Self::Appointment),
            Kind::Participant => {
                let (id, part) = id.split_once('.').ok_or(NotAnId)?;
                Ok(Self::Participant(id.parse()?, part.parse()?))
            }
            Kind::Agreement => id.parse().map(Self::Agreement),
            Kind::Message => id.parse().map(Self::Message),
            Kind::SignIn => id.parse().map(Self::SignIn),
            Kind::Carer => id.parse().map(Self::Carer),
            Kind::Consent => id.parse().map(Self::Consent),
            Kind::Correction => id.parse().map(Self::Correction),
            Kind::OtherView => id.parse().map(Self::OtherView),
            Kind::KeptBack => id.parse().map(Self::KeptBack),
            _ => Ok(Self::Record(Sort::parse(kind).map_err(|_| NotAnId)?, id.parse()?)),
        }
    }
}

impl TryFrom<String> for ItemId {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<ItemId> for String {
    fn from(id: ItemId) -> Self {
        id.to_string()
    }
}

/// The content of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content", rename_all = "kebab-case")]
pub enum Item {
    /// See [`Kind::Profile`].
    Profile(Profile),
    /// See [`Kind::Standing`].
    Standing(Standing),
    /// See [`Kind::CaseWorker`].
    CaseWorker(Chosen),
    /// See [`Kind::Supporter`].
    Supporter(Supporter),
    /// See [`Kind::Advice`].
    Advice(Advice),
    /// See [`Kind::Goal`].
    Goal(Goal),
    /// See [`Kind::GoalOrder`].
    GoalOrder(GoalOrder),
    /// See [`Kind::Wish`].
    Wish(Wish),
    /// See [`Kind::Ways`].
    Ways(Ways),
    /// See [`Kind::Safe`].
    Safe(Safe),
    /// See [`Kind::EarlierContact`].
    EarlierContact(EarlierContact),
    /// See [`Kind::Formats`].
    Formats(Formats),
    /// See [`Kind::WithMe`].
    WithMe(WithMe),
    /// See [`Kind::Pace`].
    Pace(Pace),
    /// See [`Kind::Times`].
    Times(Times),
    /// See [`Kind::Breaks`].
    Breaks(Breaks),
    /// See [`Kind::CarryingOn`].
    CarryingOn(CarryingOn),
    /// See [`Kind::Appointment`].
    Appointment(Box<Appointment>),
    /// See [`Kind::Participant`].
    Participant(Participant),
    /// See [`Kind::CalendarFeed`].
    CalendarFeed(CalendarFeed),
    /// See [`Kind::Agreement`].
    Agreement(Agreement),
    /// See [`Kind::Message`].
    Message(Message),
    /// See [`Kind::Oversight`].
    Oversight(Oversight),
    /// See [`Kind::Reading`].
    Reading(Reading),
    /// See [`Kind::SignIn`].
    SignIn(WayIn),
    /// See [`Kind::Recovery`].
    Recovery(Recovery),
    /// See [`Kind::Carer`].
    Carer(Delegation),
    /// See [`Kind::Consent`].
    Consent(Consent),
    /// See [`Kind::Note`], [`Kind::Referral`] and [`Kind::Payment`].
    Record(Record),
    /// See [`Kind::Correction`].
    Correction(Correction),
    /// See [`Kind::OtherView`].
    OtherView(OtherView),
    /// See [`Kind::KeptBack`].
    KeptBack(KeptBack),
}

impl Item {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Profile(_) => Kind::Profile,
            Self::Standing(_) => Kind::Standing,
            Self::CaseWorker(_) => Kind::CaseWorker,
            Self::Supporter(_) => Kind::Supporter,
            Self::Advice(_) => Kind::Advice,
            Self::Goal(_) => Kind::Goal,
            Self::GoalOrder(_) => Kind::GoalOrder,
            Self::Wish(_) => Kind::Wish,
            Self::Ways(_) => Kind::Ways,
            Self::Safe(_) => Kind::Safe,
            Self::EarlierContact(_) => Kind::EarlierContact,
            Self::Formats(_) => Kind::Formats,
            Self::WithMe(_) => Kind::WithMe,
            Self::Pace(_) => Kind::Pace,
            Self::Times(_) => Kind::Times,
            Self::Breaks(_) => Kind::Breaks,
            Self::CarryingOn(_) => Kind::CarryingOn,
            Self::Appointment(_) => Kind::Appointment,
            Self::Participant(_) => Kind::Participant,
            Self::CalendarFeed(_) => Kind::CalendarFeed,
            Self::Agreement(_) => Kind::Agreement,
            Self::Message(_) => Kind::Message,
            Self::Oversight(_) => Kind::Oversight,
            Self::Reading(_) => Kind::Reading,
            Self::SignIn(_) => Kind::SignIn,
            Self::Recovery(_) => Kind::Recovery,
            Self::Carer(_) => Kind::Carer,
            Self::Consent(_) => Kind::Consent,
            Self::Record(record) => record.sort.kind(),
            Self::Correction(_) => Kind::Correction,
            Self::OtherView(_) => Kind::OtherView,
            Self::KeptBack(_) => Kind::KeptBack,
        }
    }

    /// The day it goes by itself; none for what stays until the person takes it away.
    pub fn goes_on(&self) -> Option<Date> {
        match self {
            Self::Record(record) => Some(record.until),
            Self::Appointment(appointment) => Some(appointment.until()),
            Self::Agreement(agreement) => agreement.until(),
            Self::Message(message) => Some(message.until),
            Self::EarlierContact(earlier) => Some(earlier.until()),
            _ => None,
        }
    }

    /// What it is found by before it is known whose it is; none for most.
    pub fn found_by(&self) -> Option<FoundBy<'_>> {
        match self {
            Self::SignIn(way) => Some(way.how.found_by()),
            // Those who were asked too, so that they can be shown it and answer.
            Self::Carer(delegation) => delegation.grant().map(|grant| FoundBy::Carer(grant.carer)),
            // Those that are over too, so that a try to see more stands in the log.
            Self::Consent(consent) => consent.was_given().then_some(FoundBy::Organisation(consent.organisation)),
            // So that a calendar which comes with the address is known again.
            Self::CalendarFeed(feed) => Some(FoundBy::Calendar(feed.id)),
            // So that a case worker finds who chose them.
            Self::CaseWorker(chosen) => Some(FoundBy::CaseWorker(chosen.staff)),
            _ => None,
        }
    }

    /// The day until which the law keeps it; none for what can go today.
    pub fn law_keeps_it_until(&self, today: Date) -> Option<Date> {
        match self {
            Self::Record(record) => record.law_keeps_it_until(today),
            _ => None,
        }
    }
}

/// The number of the ledger entry that wrote an item last; 0 means never. An edit says which version it saw, so that
/// none is lost; a number is never used again, not even when an item is taken away and written anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version(pub u32);

impl Version {
    /// Reads the version that a form carries; anything else is version 0, which an existing item never has.
    pub fn parse(typed: &str) -> Self {
        Self(typed.parse().unwrap_or(0))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An item in one of its wordings: as one entry wrote it, and no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Wording {
    /// Which item.
    pub item: ItemId,
    /// The number of the entry that wrote it.
    pub version: Version,
}

impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.item, self.version)
    }
}

impl FromStr for Wording {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (item, version) = text.split_once('@').ok_or(NotAnId)?;
        Ok(Self { item: item.parse()?, version: Version(version.parse().map_err(|_| NotAnId)?) })
    }
}

impl TryFrom<String> for Wording {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<Wording> for String {
    fn from(wording: Wording) -> Self {
        wording.to_string()
    }
}

/// An item as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which item.
    pub id: ItemId,
    /// The number of the entry that wrote it.
    pub version: Version,
    /// When it was last written.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Actor,
    /// What it says.
    pub item: Item,
}

impl Held {
    /// The item in the wording that stands.
    pub fn wording(&self) -> Wording {
        Wording { item: self.id, version: self.version }
    }
}

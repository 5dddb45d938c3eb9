//! The name of one item, as it is stored and stands in addresses.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::{
    appointment::Part,
    ids::{
        AdviceId, AgreementId, AppointmentId, ConsentId, DelegationId, GoalId, NotAnId, RecordId, SupporterId, WayInId,
    },
    reading::Choice as _,
    record::Sort,
};

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

//! Names for people and for what they have several of, as the store knows them.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.simple().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::from_str(text).map(Self).map_err(|_| NotAnId)
            }
        }
    )*};
}

id! {
    /// A claimant.
    ClaimantId,
    /// A carer: the number of the place of their own that they have here.
    CarerId,
    /// What one claimant lets one carer do.
    DelegationId,
    /// What one person lets one organisation see.
    ConsentId,
    /// One appointment of one person.
    AppointmentId,
    /// One address that one person's calendar reads.
    FeedId,
    /// A case worker, supervisor or administrator.
    StaffId,
    /// An organisation whose system speaks to ours.
    OrganisationId,
    /// One goal of one claimant.
    GoalId,
    /// One agreement of one person with their case worker.
    AgreementId,
    /// Somebody whom one person added to who supports them.
    SupporterId,
    /// One piece of advice that one person wrote down.
    AdviceId,
    /// One record that someone else wrote about one claimant, or one message.
    RecordId,
    /// One way in which one person signs in.
    WayInId,
    /// One time that someone signed in, until they sign out.
    SessionId,
    /// One photo, by half of the SHA-256 of what is kept: it says nothing of whose it is, and another photo has another.
    PhotoId,
}

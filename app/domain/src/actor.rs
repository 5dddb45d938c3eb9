//! Who asks: every read and every write is by one of these, and none of them is "the system" unless it is.

use serde::{Deserialize, Serialize};

use crate::ids::{CarerId, ClaimantId, ConsentId, FeedId, OrganisationId, StaffId};

/// Who reads or writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "role", content = "id", rename_all = "kebab-case")]
pub enum Actor {
    /// The person themself.
    Claimant(ClaimantId),
    /// A carer, in their own name, with what the claimant gave them.
    Carer(CarerId),
    /// The case worker whom the claimant chose.
    CaseWorker(StaffId),
    /// The system of the organisation that this case worker works for, in the stead of the case worker whom the claimant chose.
    System(StaffId),
    /// A supervisor of the organisation that the case worker works for, who said why they look.
    Supervisor(StaffId),
    /// An organisation's own system.
    Organisation(OrganisationId),
    /// Someone who has the code of a consent, and asks whether it is real.
    CodeHolder(ConsentId),
    /// A calendar that has the address which the person made for theirs; who is behind it, nobody knows.
    Calendar(FeedId),
    /// This service by itself: making a claimant's place, or a demonstration, or knowing whoever signs in.
    Service,
}

impl Actor {
    /// The role, as it is written in the store and in message names.
    pub fn role(self) -> &'static str {
        match self {
            Self::Claimant(_) => "claimant",
            Self::Carer(_) => "carer",
            Self::CaseWorker(_) => "case-worker",
            Self::System(_) => "system",
            Self::Supervisor(_) => "supervisor",
            Self::Organisation(_) => "organisation",
            Self::CodeHolder(_) => "code-holder",
            Self::Calendar(_) => "calendar",
            Self::Service => "service",
        }
    }

    /// The case worker who does it, themself or through their organisation's system.
    pub fn case_worker(self) -> Option<StaffId> {
        match self {
            Self::CaseWorker(id) | Self::System(id) => Some(id),
            Self::Claimant(_)
            | Self::Carer(_)
            | Self::Supervisor(_)
            | Self::Organisation(_)
            | Self::CodeHolder(_)
            | Self::Calendar(_)
            | Self::Service => None,
        }
    }

    /// True for the same one, and for a case worker and the system that asks in their stead.
    pub fn is_same_as(self, other: Self) -> bool {
        self == other || self.case_worker().is_some() && self.case_worker() == other.case_worker()
    }

    /// The id within the role; the service has none.
    pub fn id(self) -> Option<uuid::Uuid> {
        match self {
            Self::Claimant(id) => Some(id.0),
            Self::Carer(id) => Some(id.0),
            Self::CaseWorker(id) | Self::System(id) | Self::Supervisor(id) => Some(id.0),
            Self::Organisation(id) => Some(id.0),
            Self::CodeHolder(id) => Some(id.0),
            Self::Calendar(id) => Some(id.0),
            Self::Service => None,
        }
    }

    /// The actor that a role and an id name, as [`Self::role`] and [`Self::id`] give them.
    pub fn of(role: &str, id: Option<uuid::Uuid>) -> Option<Self> {
        match (role, id) {
            ("claimant", Some(id)) => Some(Self::Claimant(ClaimantId(id))),
            ("carer", Some(id)) => Some(Self::Carer(CarerId(id))),
            ("case-worker", Some(id)) => Some(Self::CaseWorker(StaffId(id))),
            ("system", Some(id)) => Some(Self::System(StaffId(id))),
            ("supervisor", Some(id)) => Some(Self::Supervisor(StaffId(id))),
            ("organisation", Some(id)) => Some(Self::Organisation(OrganisationId(id))),
            ("code-holder", Some(id)) => Some(Self::CodeHolder(ConsentId(id))),
            ("calendar", Some(id)) => Some(Self::Calendar(FeedId(id))),
            ("service", None) => Some(Self::Service),
            _ => None,
        }
    }
}

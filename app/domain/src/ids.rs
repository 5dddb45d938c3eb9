//! Names for things: who a person is to the store, and which item is meant.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::item::Kind;

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
    /// A carer, who has an account of their own.
    CarerId,
    /// A case worker, supervisor or administrator.
    StaffId,
    /// An organisation whose system speaks to ours.
    OrganisationId,
    /// One goal of one claimant.
    GoalId,
}

/// One item held about a claimant: the only one of its kind, or one goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemId {
    /// The only item of this kind that a claimant has.
    The(Kind),
    /// A goal.
    Goal(GoalId),
}

impl ItemId {
    /// The kind of item it names.
    pub fn kind(self) -> Kind {
        match self {
            Self::The(kind) => kind,
            Self::Goal(_) => Kind::Goal,
        }
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::The(kind) => f.write_str(kind.id()),
            Self::Goal(id) => write!(f, "goal.{id}"),
        }
    }
}

impl FromStr for ItemId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if let Some(id) = text.strip_prefix("goal.") {
            return id.parse().map(Self::Goal);
        }
        Kind::ALL.into_iter().find(|kind| *kind != Kind::Goal && kind.id() == text).map(Self::The).ok_or(NotAnId)
    }
}

//! Everything that can be held about a person: each kind of item, and one item as it stands.

use std::{fmt, str::FromStr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    actor::Actor,
    choices,
    contact::{Safe, Ways, Wish},
    goals::{Goal, GoalOrder},
    ids::{GoalId, NotAnId},
    profile::Profile,
    reading::{Choice, Reading},
    standing::Standing,
    terms::{Breaks, Formats, Pace, Times, WithMe},
};

choices! {
    /// The kinds of item, in the order they are shown.
    Kind {
        /// What the person is called.
        Profile = "profile",
        /// Whether support is on.
        Standing = "standing",
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
        /// Reading settings.
        Reading = "reading",
    }
}

impl Kind {
    /// Every kind, in the order shown.
    pub const ALL: [Self; 13] = [
        Self::Profile,
        Self::Standing,
        Self::Goal,
        Self::GoalOrder,
        Self::Wish,
        Self::Ways,
        Self::Safe,
        Self::Formats,
        Self::WithMe,
        Self::Pace,
        Self::Times,
        Self::Breaks,
        Self::Reading,
    ];

    /// The short name, as it is stored.
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }
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

/// The content of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content", rename_all = "kebab-case")]
pub enum Item {
    /// See [`Kind::Profile`].
    Profile(Profile),
    /// See [`Kind::Standing`].
    Standing(Standing),
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
    /// See [`Kind::Reading`].
    Reading(Reading),
}

impl Item {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Profile(_) => Kind::Profile,
            Self::Standing(_) => Kind::Standing,
            Self::Goal(_) => Kind::Goal,
            Self::GoalOrder(_) => Kind::GoalOrder,
            Self::Wish(_) => Kind::Wish,
            Self::Ways(_) => Kind::Ways,
            Self::Safe(_) => Kind::Safe,
            Self::Formats(_) => Kind::Formats,
            Self::WithMe(_) => Kind::WithMe,
            Self::Pace(_) => Kind::Pace,
            Self::Times(_) => Kind::Times,
            Self::Breaks(_) => Kind::Breaks,
            Self::Reading(_) => Kind::Reading,
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

//! One item as it stands, and as one entry worded it.

use std::{fmt, str::FromStr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Item, ItemId};
use crate::{actor::Actor, ids::NotAnId};

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

//! The address that the person's own calendar reads, so that it shows what is agreed without being handed each file.
//!
//! Whoever has the address sees when there is something, and not what (promise 12). Here stands no more than its number: the
//! address itself is told once, and held nowhere.

use serde::{Deserialize, Serialize};

use crate::{ids::FeedId, reading::Language};

/// That there is such an address; of another one before it nothing opens any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarFeed {
    /// Its number, which opens nothing.
    pub id: FeedId,
    /// In which language the calendar says "Private".
    pub language: Language,
}

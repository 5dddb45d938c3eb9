//! How much that is new a system may put before one person in a day: what ends something always may.

use super::{Change, Desk, Entry, Refusal, invalid};
use crate::{actor::Actor, form::ErrorKind};

/// How many offers, proposals, questions, messages and notes together the system of a case worker's organisation may make in a day for
/// one person: a program writes faster than anybody reads.
pub const MOST_BY_SYSTEM: usize = 20;

/// How many records an organisation may pass on in a day about one person, by its system or in a file. They wait to be read and tell
/// nobody anything, so that there may be more of them.
pub const MOST_BY_ORGANISATION: usize = 200;

impl Desk<'_> {
    pub(super) fn leaves_room_in_the_day(&self, entries: &[Entry]) -> Result<(), Refusal> {
        let max = match self.actor {
            Actor::System(_) => MOST_BY_SYSTEM,
            Actor::Organisation(_) => MOST_BY_ORGANISATION,
            _ => return Ok(()),
        };
        let is_new = |entry: &Entry| matches!(entry.change, Change::Set(_)) && self.state.get(entry.item).is_none();
        if self.state.made_in_a_day() >= max && entries.iter().any(is_new) {
            return Err(invalid("day", ErrorKind::TooMany { max }));
        }
        Ok(())
    }
}

//! The ways in which the person signs in: added once they were shown to work, named, closed.

use super::{Change, Desk, Entry, Refusal, invalid};
use crate::{
    form::ErrorKind,
    ids::WayInId,
    item::{Item, ItemId, Version},
    sign_in::{MOST_WAYS_IN, WayIn},
    text::Line,
};

impl Desk<'_> {
    /// Whoever asks has seen that it works: the link was opened, the key answered, the provider vouched.
    pub(super) fn add_way_in(&self, id: WayInId, way: WayIn) -> Result<Vec<Entry>, Refusal> {
        let there: Vec<&WayIn> = self.state.ways_in().map(|(_, way)| way).collect();
        // The same link opened twice adds it once.
        if there.iter().any(|there| there.how.found_by() == way.how.found_by()) {
            return Ok(Vec::new());
        }
        if there.len() >= MOST_WAYS_IN {
            return Err(invalid("name", ErrorKind::TooMany { max: MOST_WAYS_IN }));
        }
        self.set_one(ItemId::SignIn(id), Version(0), Item::SignIn(way))
    }

    pub(super) fn name_way_in(&self, id: WayInId, on: Version, name: Line) -> Result<Vec<Entry>, Refusal> {
        let way = self.state.way_in(id).ok_or(Refusal::NotFound)?;
        self.set_one(ItemId::SignIn(id), on, Item::SignIn(WayIn { name, ..way.clone() }))
    }

    /// Destroys it: nobody has a use for a way in that is closed. The last one only when they say that they are sure, because
    /// they cannot come back by themself.
    pub(super) fn remove_way_in(&self, id: WayInId, on: Version, sure: bool) -> Result<Vec<Entry>, Refusal> {
        let stands = self.state.version(ItemId::SignIn(id));
        if self.state.way_in(id).is_none() {
            return Ok(Vec::new());
        }
        if stands != on {
            return Err(Refusal::Changed(stands));
        }
        if let Some(until) = self.is_kept_to_undo(id) {
            return Err(Refusal::NotBefore(until));
        }
        if self.state.ways_in().count() == 1 && !sure {
            return Err(invalid("sure", ErrorKind::NotChosen));
        }
        Ok(vec![Entry { item: ItemId::SignIn(id), change: Change::Erase }])
    }
}

//! How the person is reached: a change of that is told where it was and where it is, and can be undone for a while (promise 12).

use jiff::Timestamp;

use super::{Change, Desk, Entry, Refusal, may_contact};
use crate::{
    contact::Details,
    item::{Item, ItemId, Kind, Version},
    state::State,
    time::Now,
};

/// Items that say how the person is reached.
pub(super) const DETAILS: [ItemId; 2] = [ItemId::The(Kind::Ways), ItemId::The(Kind::Safe)];
/// Where it stands what they said before.
pub(super) const EARLIER: ItemId = ItemId::The(Kind::EarlierContact);

impl Desk<'_> {
    /// What the person had said about how they are reached, until that moment. It is a change like any other, told and undone alike.
    pub(super) fn put_contact_back(&self, until: Timestamp, on: Version) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        let (held, stands) = (self.state.earlier_contact(), self.state.contact_details());
        let Some(earlier) = held.to_put_back(&stands, self.now.at).find(|one| one.until == until) else {
            return Err(Refusal::NotFound);
        };
        let version = self.state.version(EARLIER);
        if version != on {
            return Err(Refusal::Changed(version));
        }
        let Details { ways, safe } = earlier.details.clone();
        let [the_ways, the_safe] = DETAILS;
        let mut entries = Vec::new();
        if ways != stands.ways {
            entries.extend(self.write(the_ways, Item::Ways(ways)));
        }
        if safe != stands.safe {
            entries.extend(self.write(the_safe, Item::Safe(safe)));
        }
        Ok(entries)
    }

    /// What follows from entries that change how the person is reached, by whichever command: what it was before stays at hand for
    /// a while. What is erased is erased there too.
    pub(super) fn keeps_earlier_contact(&self, entries: &[Entry]) -> Vec<Entry> {
        let touches =
            |is: fn(&Change) -> bool| entries.iter().any(|one| DETAILS.contains(&one.item) && is(&one.change));
        let is_said = entries.iter().any(|entry| entry.item == EARLIER);
        if !is_said && touches(|change| matches!(change, Change::Erase)) {
            return self
                .state
                .was_ever_held(EARLIER)
                .then_some(Entry { item: EARLIER, change: Change::Erase })
                .into_iter()
                .collect();
        }
        if is_said || !touches(|change| matches!(change, Change::Set(_))) {
            return Vec::new();
        }
        let (before, mut after) = (self.state.contact_details(), self.state.contact_details());
        for entry in entries {
            match entry.change.value() {
                Some(Item::Ways(ways)) => after.ways = ways.clone(),
                Some(Item::Safe(safe)) => after.safe = safe.clone(),
                _ => {}
            }
        }
        let kept = self.state.earlier_contact();
        let keeps = kept.and(before, &after, self.now.at);
        if keeps == kept { Vec::new() } else { self.write(EARLIER, Item::EarlierContact(keeps)) }
    }
}

/// From when what says how the person is reached can be erased: not before a change of it was told, or whoever made it would
/// take away whom to tell. None for at once.
pub fn told_before(state: &State, id: ItemId, now: Now) -> Option<Timestamp> {
    if id != EARLIER && !DETAILS.contains(&id) || !may_contact(state, now) {
        return None;
    }
    let (held, stands) = (state.earlier_contact(), state.contact_details());
    let to_tell = held.to_put_back(&stands, now.at).flat_map(|one| {
        [&one.details.ways, &stands.ways].into_iter().filter_map(|ways| ways.sent_from(one.told_from()))
    });
    to_tell.filter(|moment| now.at < *moment).max()
}

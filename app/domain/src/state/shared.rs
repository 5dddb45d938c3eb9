//! What goes to an organisation because the person said yes: the very wordings that they read, and no other.

use super::State;
use crate::{
    item::{Held, Item, ItemId, Wording},
    permission::ConsentGrant,
};

impl State {
    /// What was said yes to, as far as it still says what was read.
    pub(super) fn consents_given(&self) -> impl Iterator<Item = ConsentGrant> {
        self.consents().filter_map(|(id, consent)| {
            let given = consent.given()?;
            let stands = |wording: &&Wording| {
                consent.names(wording.item) && self.is_worded(**wording) && self.goes_whole(**wording, &given.wordings)
            };
            let wordings = given.wordings.iter().filter(stands).copied().collect();
            let (organisation, purpose) = (consent.organisation, consent.purpose);
            Some(ConsentGrant { id, organisation, purpose, wordings, until: given.until })
        })
    }

    /// True when an item says just this.
    pub fn is_worded(&self, wording: Wording) -> bool {
        self.get(wording.item).is_some_and(|held| held.version == wording.version && is_there(&held.item))
    }

    /// True unless it is a record without how the person sees it, or that without the record: they go together or not at all.
    pub fn goes_whole(&self, wording: Wording, among: &[Wording]) -> bool {
        match wording.item {
            ItemId::Record(_, record) => {
                self.get(ItemId::OtherView(record)).is_none_or(|view| among.contains(&view.wording()))
            }
            ItemId::OtherView(record) => self.record(record).is_some_and(|(held, _)| among.contains(&held.wording())),
            _ => true,
        }
    }

    /// Exactly what would go: those of the items that are there, and with each record how the person sees it.
    pub fn to_read(&self, items: &[ItemId]) -> Vec<&Held> {
        let with_view = |id: &ItemId| {
            let view = id.record().map(ItemId::OtherView);
            [Some(*id), view]
        };
        let there = items.iter().flat_map(with_view).flatten().filter_map(|id| self.get(id));
        there.filter(|held| is_there(&held.item)).collect()
    }
}

/// True of all but a goal that was taken away.
fn is_there(item: &Item) -> bool {
    !matches!(item, Item::Goal(goal) if goal.taken_away.is_some())
}

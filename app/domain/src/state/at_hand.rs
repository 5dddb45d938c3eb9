//! Which of a person's items are at hand, lists and counts of those that are not, and a halt where one is asked for that was not loaded.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::State;
use crate::{
    appointment::{Promised, Slot},
    ids::StaffId,
    item::{Held, Item, ItemId, Kind, Version},
    needs::{Needs, Shelf, of_record},
};

/// A page of a list, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which list.
    pub of: Shelf,
    /// The items on the page, each with its place: the number of the entry that wrote it or took it away.
    pub items: Vec<(ItemId, Version)>,
    /// True when there are newer ones, on the page before.
    pub newer: bool,
    /// True when there are older ones, on the next page.
    pub older: bool,
}

impl Listed {
    /// A whole list on one page.
    pub fn of(of: Shelf, mut items: Vec<(ItemId, Version)>) -> Self {
        items.sort_unstable_by_key(|(_, place)| Reverse(*place));
        Self { of, items, newer: false, older: false }
    }
}

impl State {
    /// The same, with items that are no longer held and whose earlier wordings can still be read.
    #[must_use]
    pub fn with_past(self, past: impl IntoIterator<Item = ItemId>) -> Self {
        Self { past: past.into_iter().filter(|id| !self.held.contains_key(id)).collect(), ..self }
    }

    /// The same, where these were erased: of several names of one thing, each that it had.
    #[must_use]
    pub fn with_erased(self, erased: impl IntoIterator<Item = ItemId>) -> Self {
        Self { erased: erased.into_iter().collect(), ..self }
    }

    /// True when this was erased, by whatever name its record or message had.
    pub fn was_erased(&self, id: ItemId) -> bool {
        let same = |erased: &ItemId| *erased == id || id.record().is_some_and(|record| erased.record() == Some(record));
        self.erased.iter().any(same)
    }

    /// The same, of which only what `loaded` says is there. Of each kind that can have many, `counts` says how many are held.
    #[must_use]
    pub fn with_only(self, loaded: Needs, counts: BTreeMap<Kind, usize>) -> Self {
        Self { loaded, counts, ..self }
    }

    /// The same, with the hours that case workers promised to other people.
    #[must_use]
    pub fn with_promised(self, promised: Vec<Promised>) -> Self {
        Self { promised, ..self }
    }

    /// The same, where whoever asks has made so many new things for this person within a day.
    #[must_use]
    pub fn with_made(self, made: usize) -> Self {
        Self { made, ..self }
    }

    /// How many new things whoever asks has made for this person within a day; of systems alone it is counted.
    pub fn made_in_a_day(&self) -> usize {
        self.made
    }

    /// True when a case worker promised a moment of this to somebody else.
    pub fn is_promised(&self, with: StaffId, slot: Slot, minutes: u16) -> bool {
        self.promised.iter().any(|promised| promised.with == with && promised.covers(slot, minutes))
    }

    /// The same, with pages of lists and a run of items, which are all at hand.
    #[must_use]
    pub fn with_lists(self, lists: Vec<Listed>, run: Vec<ItemId>) -> Self {
        Self { lists, run, ..self }
    }

    /// Every item of which anything can be read: those held, and those of which only earlier wordings are kept.
    pub fn ever_held(&self) -> impl Iterator<Item = ItemId> {
        let all = Kind::ALL.iter().all(|kind| self.loaded.names_all(*kind));
        loud(all, "the names of all items");
        let ids: BTreeSet<ItemId> = self.held.keys().chain(&self.past).copied().collect();
        ids.into_iter()
    }

    /// Every item of a kind of which anything can be read.
    pub fn ever_held_of(&self, kind: Kind) -> impl Iterator<Item = ItemId> {
        loud(self.loaded.names_all(kind), "the names of a kind");
        let ids = self.held.keys().chain(&self.past).copied().filter(move |id| id.kind() == kind);
        ids.collect::<BTreeSet<ItemId>>().into_iter()
    }

    /// True when anything can be read of this item.
    pub fn was_ever_held(&self, id: ItemId) -> bool {
        loud(self.held.contains_key(&id) || self.loaded.names(id), "whether an item was ever held");
        self.held.contains_key(&id) || self.past.contains(&id)
    }

    /// How many items are held, whether they are at hand or not.
    pub fn count(&self) -> usize {
        let few = self.held.keys().filter(|id| id.kind().is_single()).count();
        few + self.counts.values().sum::<usize>()
    }

    /// How many items of a kind are held, whether they are at hand or not.
    pub fn count_of(&self, kind: Kind) -> usize {
        if kind.is_single() {
            return usize::from(self.has_said(kind));
        }
        self.counts.get(&kind).copied().unwrap_or_default()
    }

    /// A page of a list; the page of a kind has its items at hand.
    pub fn page(&self, of: Shelf) -> &Listed {
        let found = self.lists.iter().find(|listed| listed.of == of);
        found.unwrap_or_else(|| not_loaded("a page"))
    }

    /// The items of a run, in the order of their names.
    pub fn run(&self) -> impl Iterator<Item = &Held> {
        loud(self.loaded.run.is_some(), "a run of items");
        self.run.iter().filter_map(|id| self.held.get(id))
    }

    /// The same, with only the items for which `keep` is true, and nothing past. A goal that is not kept is not named in the order either.
    #[must_use]
    pub fn only(mut self, keep: impl Fn(&Held) -> bool) -> Self {
        loud(self.loaded.everything, "everything");
        let mut hidden = Vec::new();
        self.past.clear();
        self.held.retain(|id, held| {
            let kept = keep(held);
            if let (ItemId::Goal(id), false) = (id, kept) {
                hidden.push(*id);
            }
            kept
        });
        if let Some(Item::GoalOrder(order)) =
            self.held.get_mut(&ItemId::The(Kind::GoalOrder)).map(|held| &mut held.item)
        {
            order.goals.retain(|id| !hidden.contains(id));
        }
        self.counts = counts(self.held.keys());
        self
    }

    /// Every item, in the order of their kinds.
    pub fn all(&self) -> impl Iterator<Item = &Held> {
        loud(self.loaded.everything, "everything");
        self.held.values()
    }

    /// Those of the items that were loaded, in the order of their kinds: for what goes well with some of them.
    pub fn at_hand(&self) -> impl Iterator<Item = &Held> {
        self.held.values()
    }

    /// One item.
    pub fn get(&self, id: ItemId) -> Option<&Held> {
        let held = self.held.get(&id);
        loud(held.is_some() || self.loaded.has(id) || self.has_one_of_its_record(id), "an item");
        held
    }

    /// True when a record, or what stands beside it, is at hand: then all of it is.
    fn has_one_of_its_record(&self, id: ItemId) -> bool {
        id.record().into_iter().flat_map(of_record).any(|id| self.held.contains_key(&id))
    }
}

/// How many items there are of each kind that can have many.
pub(super) fn counts<'a>(ids: impl Iterator<Item = &'a ItemId>) -> BTreeMap<Kind, usize> {
    let mut counts = BTreeMap::new();
    for kind in ids.map(|id| id.kind()).filter(|kind| !kind.is_single()) {
        *counts.entry(kind).or_default() += 1;
    }
    counts
}

/// Ends the request when something is asked for that was not loaded.
pub(super) fn loud(is_loaded: bool, what: &str) {
    if !is_loaded {
        not_loaded(what);
    }
}

fn not_loaded(what: &str) -> ! {
    panic!("{what} was not loaded: `Needs` has to say so")
}

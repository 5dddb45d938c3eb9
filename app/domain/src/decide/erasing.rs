//! What goes for good: by the person, or by itself on its day; and what stays.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Change, Desk, Entry, Refusal, ToErase, contact::told_before, goals::order_without};
use crate::{
    item::{Held, ItemId, Kind},
    state::State,
    time::Now,
};

impl Desk<'_> {
    pub(super) fn erase(&self, what: ToErase) -> Result<Vec<Entry>, Refusal> {
        let ids: BTreeSet<ItemId> = match what {
            // They close it, and are asked again about the last one.
            ToErase::Item { id: ItemId::SignIn(id), on } => return self.remove_way_in(id, on, false),
            ToErase::Item { id, on } => {
                let stands = self.state.version(id);
                if stands != on {
                    return Err(Refusal::Changed(stands));
                }
                if let Some(until) = self.law_keeps_until(id) {
                    return Err(Refusal::KeptByLaw(until));
                }
                if let (ItemId::The(Kind::Recovery), Some(stands)) = (id, self.state.recovery())
                    && !self.may_be_erased(id)
                {
                    return Err(Refusal::NotBefore(stands.stands_until()));
                }
                if let Some(told) = told_before(self.state, id, self.now) {
                    return Err(Refusal::NotBefore(told));
                }
                // It goes with its record, or is taken back: to erase it would show the record to carers unasked.
                if matches!(id, ItemId::KeptBack(_)) && !self.may_be_erased(id) {
                    return Err(Refusal::NotFound);
                }
                if !self.may_be_erased(id) {
                    return Err(Refusal::Stopped);
                }
                self.state.was_ever_held(id).then_some(id).into_iter().collect()
            }
            ToErase::Kind(kind) => self.state.ever_held_of(kind).collect(),
            ToErase::Everything => self.state.ever_held().collect(),
        };
        // Where the law keeps all of it, nothing is erased, and nobody is told that it was.
        let kept = ids.iter().filter_map(|id| self.law_keeps_until(*id)).max();
        if let Some(until) = kept.filter(|_| !ids.iter().any(|id| self.may_be_erased(*id))) {
            return Err(Refusal::KeptByLaw(until));
        }
        let told = ids.iter().filter_map(|id| told_before(self.state, *id, self.now)).max();
        if let Some(told) = told.filter(|_| !ids.iter().any(|id| self.may_be_erased(*id))) {
            return Err(Refusal::NotBefore(told));
        }
        // What stands beside a record goes with it.
        let ids = self.with_what_is_beside(ids.into_iter().filter(|id| self.may_be_erased(*id)));
        let erased = |id: &ItemId| ids.contains(id);
        let mut entries: Vec<Entry> = ids.iter().map(|item| Entry { item: *item, change: Change::Erase }).collect();
        if entries.is_empty() && matches!(what, ToErase::Item { .. }) {
            return Err(Refusal::NotFound);
        }
        if !erased(&ItemId::The(Kind::GoalOrder)) {
            entries.extend(order_without(self.state, |goal| erased(&ItemId::Goal(goal))));
        }
        Ok(entries)
    }

    fn may_be_erased(&self, id: ItemId) -> bool {
        !stays(self.state, id, self.now)
    }

    /// Everything whose day has come, and what stands beside it.
    pub(super) fn let_go(&self) -> Vec<Entry> {
        let has_come = |held: &&Held| held.item.goes_on().is_some_and(|day| day <= self.now.today);
        let ids = self.with_what_is_beside(self.state.all().filter(has_come).map(|held| held.id));
        ids.into_iter().map(|item| Entry { item, change: Change::Erase }).collect()
    }

    /// These, and of each record what was asked and said about it.
    fn with_what_is_beside(&self, ids: impl Iterator<Item = ItemId>) -> BTreeSet<ItemId> {
        let who_was_there = |of| {
            let all = self.state.ever_held_of(Kind::Participant);
            all.filter(move |id| matches!(id, ItemId::Participant(id, _) if *id == of))
        };
        let beside = |id: ItemId| match id {
            ItemId::Appointment(of) => [id].into_iter().chain(who_was_there(of)).collect(),
            ItemId::Record(_, record) | ItemId::Message(record) => {
                vec![id, ItemId::Correction(record), ItemId::OtherView(record), ItemId::KeptBack(record)]
            }
            _ => vec![id],
        };
        let there = |id: &ItemId| self.state.was_ever_held(*id);
        ids.filter(there).flat_map(beside).filter(there).collect()
    }

    /// The day until which the law keeps an item; none for what can go today.
    fn law_keeps_until(&self, id: ItemId) -> Option<Date> {
        self.state.get(id)?.item.law_keeps_it_until(self.now.today)
    }
}

/// True for an item that stays when it is among others to be erased: the law keeps it; it says that the person has stopped,
/// which is all that keeps others from contacting them, until they come back; it is how they sign in, which they close
/// one by one so that they do not lock themselves out; it is a new way in that can be stopped or undone, or was just now; it says
/// where a change of how they are reached has still to be told;
/// or it keeps a record from carers, and goes with that.
pub fn stays(state: &State, id: ItemId, now: Now) -> bool {
    let keeps_others_away = id == ItemId::The(Kind::Standing) && state.standing().is_stopped();
    let is_held = state.get(id).is_some();
    let signs_in = matches!(id, ItemId::SignIn(_)) && is_held;
    let lets_in =
        id == ItemId::The(Kind::Recovery) && state.recovery().is_some_and(|recovery| now.at < recovery.stands_until());
    let keeps_from_carers = matches!(id, ItemId::KeptBack(_)) && is_held;
    keeps_others_away
        || signs_in
        || lets_in
        || keeps_from_carers
        || told_before(state, id, now).is_some()
        || state.get(id).is_some_and(|held| held.item.law_keeps_it_until(now.today).is_some())
}

/// What has to be said anew once things are gone that nobody erased by a command here: the order of goals, without those.
pub fn mend(state: &State) -> Vec<Entry> {
    order_without(state, |goal| state.get(ItemId::Goal(goal)).is_none())
}

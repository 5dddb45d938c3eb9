//! Stopping support and coming back, and what that means for contact.

use super::{Change, Desk, Entry, Refusal, consents::withdraw_all};
use crate::{
    contact::{WishAnswer, WishDraft},
    goals::Goal,
    item::{Item, ItemId, Kind, Version},
    standing::{ComeBack, Standing},
    state::State,
    time::Now,
};

impl Desk<'_> {
    pub(super) fn set_wish(&self, on: Version, draft: WishDraft) -> Result<Vec<Entry>, Refusal> {
        let wish = draft.wish(&self.state.wish(), self.now);
        if !self.state.standing().is_on() && wish.answer == Some(WishAnswer::Talk) {
            return Err(Refusal::Stopped);
        }
        self.set(on, Item::Wish(wish))
    }

    pub(super) fn stop(&self) -> Vec<Entry> {
        if self.state.standing().is_stopped() {
            return Vec::new();
        }
        let mut entries = self.write(ItemId::The(Kind::Standing), Item::Standing(Standing::Stopped(self.now)));
        // Taken back, and not only at rest: whoever comes back is asked anew. (What is agreed and offered ends with it: see `follows`.)
        entries.extend(withdraw_all(self.state, self.now));
        entries
    }

    /// A place that is new is there to help somebody else; one in which something was said about support stays as it is.
    pub(super) fn begin_helping(&self) -> Vec<Entry> {
        if self.state.has_said(Kind::Standing) {
            return Vec::new();
        }
        self.write(ItemId::The(Kind::Standing), Item::Standing(Standing::Helping))
    }

    pub(super) fn come_back(&self, how: ComeBack) -> Vec<Entry> {
        if self.state.standing().is_on() {
            return Vec::new();
        }
        let mut entries = self.write(ItemId::The(Kind::Standing), Item::Standing(Standing::Open));
        // An address that was given out before they stopped shows nothing of what comes after.
        entries.extend(self.without_calendar_feed());
        if how == ComeBack::Afresh {
            entries.extend(self.state.all().filter_map(|held| match &held.item {
                Item::Profile(_) | Item::Standing(_) | Item::Reading(_) | Item::SignIn(_) | Item::Recovery(_) | Item::GoalOrder(_)
                // It has gone already.
                | Item::CalendarFeed(_)
                // Others wrote these, and coming back does not make them unwritten: they can be put right or erased.
                | Item::Oversight(_) | Item::Record(_) | Item::Correction(_) | Item::OtherView(_) | Item::KeptBack(_)
                // What was agreed is called off or left already, and what was offered no longer is; that it was so goes on its day,
                // as what was written to each other does.
                | Item::Appointment(_) | Item::Participant(_) | Item::Agreement(_) | Item::Message(_) => None,
                Item::Goal(goal) if goal.taken_away.is_some() => None,
                Item::Goal(goal) => {
                    let goal = Goal { taken_away: Some(self.now.at), ..goal.clone() };
                    Some(Entry { item: held.id, change: Change::Set(Item::Goal(goal)) })
                }
                _ => Some(Entry { item: held.id, change: Change::TakeAway }),
            }));
        }
        entries
    }
}

/// True when the person may be contacted at all on this day: they asked, it is not "not now", and they have not stopped.
///
/// Every channel and every route asks this before anything is sent. Promise 3.
pub fn may_contact(state: &State, now: Now) -> bool {
    state.standing().is_on() && state.wish().is_to_talk(now.today)
}

//! The address that the person's own calendar reads: made, made anew, and ended by them alone.

use super::{Change, Desk, Entry, Refusal};
use crate::{
    calendar_feed::CalendarFeed,
    item::{Item, ItemId, Kind},
};

const THIS: ItemId = ItemId::The(Kind::CalendarFeed);

impl Desk<'_> {
    /// The address before it, if there is one, opens nothing from then on.
    pub(super) fn make_calendar_feed(&self, feed: CalendarFeed) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        if self.state.grants().stopped {
            return Err(Refusal::Stopped);
        }
        Ok(self.write(THIS, Item::CalendarFeed(feed)))
    }

    /// At once, and whichever stands: whoever wants it ended means every calendar that has it.
    pub(super) fn end_calendar_feed(&self) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        Ok(self.without_calendar_feed().into_iter().collect())
    }

    /// The entry that ends it; none where there is none.
    pub(super) fn without_calendar_feed(&self) -> Option<Entry> {
        self.state.calendar_feed().map(|_| Entry { item: THIS, change: Change::TakeAway })
    }
}

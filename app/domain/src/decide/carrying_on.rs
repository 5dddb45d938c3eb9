//! Carrying on, and its end: the person's at any time, or by agreement with notice.

use jiff::civil::Date;

use super::{Change, Desk, Entry, Refusal, invalid};
use crate::{
    actor::Actor,
    carrying_on::{CarryingOn, Ending, EndingAnswer, Touch, earliest_end, latest_end},
    contact::{Wish, WishAnswer},
    form::ErrorKind,
    item::{Item, ItemId, Kind, Version},
    offer::TermBroken,
};

const THIS: ItemId = ItemId::The(Kind::CarryingOn);
const WISH: ItemId = ItemId::The(Kind::Wish);

impl Desk<'_> {
    /// Whoever agreed to an end carries on after all by saying so.
    pub(super) fn set_carrying_on(&self, on: Version, touch: Touch) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        if self.state.grants().stopped {
            return Err(Refusal::Stopped);
        }
        let stands = self.state.carrying_on();
        let since = stands.map_or(self.now.today, |stands| stands.since);
        let ending = stands.and_then(|stands| stands.ending.clone());
        let mut entries = self.set(on, Item::CarryingOn(CarryingOn { touch, since, ending }))?;
        let wish = self.state.wish();
        if wish.last.is_some() {
            entries.extend(self.write(WISH, Item::Wish(Wish { last: None, ..wish })));
        }
        Ok(entries)
    }

    /// At once: nobody contacts them until they ask again.
    pub(super) fn end_carrying_on(&self) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        if self.state.carrying_on().is_none() {
            return Ok(Vec::new());
        }
        let mut entries = vec![Entry { item: THIS, change: Change::TakeAway }];
        let wish = self.state.wish();
        // Also where "not now" holds for a while: nothing is to begin again by itself after it.
        if matches!(wish.answer, Some(WishAnswer::Talk | WishAnswer::NotNow)) {
            let wish = Wish { answer: Some(WishAnswer::NotNow), until: None, asked: None, last: None, ..wish };
            entries.extend(self.write(WISH, Item::Wish(wish)));
        }
        Ok(entries)
    }

    /// By the case worker, with notice; it ends nothing without the person's yes.
    pub(super) fn propose_ending(&self, last: Date) -> Result<Vec<Entry>, Refusal> {
        let Actor::CaseWorker(with) = self.actor else { return Err(Refusal::NotPermitted) };
        self.may_write()?;
        let stands = self.state.carrying_on().ok_or(Refusal::NotFound)?;
        if let Some(ending) = stands.waiting(self.now.today) {
            let same = (ending.with, ending.last) == (with, last);
            return if same { Ok(Vec::new()) } else { Err(Refusal::Changed(self.state.version(THIS))) };
        }
        if last < earliest_end(self.now.today) {
            return Err(invalid("last", ErrorKind::Term(TermBroken::TooLittleNotice)));
        }
        if last > latest_end(self.now.today) {
            return Err(invalid("last", ErrorKind::TooFarAway));
        }
        let ending = Some(Ending { with, last, deferred: false });
        Ok(self.write(THIS, Item::CarryingOn(CarryingOn { ending, ..stands.clone() })))
    }

    /// A yes sets the last day of what they want; a no takes the proposal away.
    pub(super) fn answer_ending(&self, on: Version, answer: EndingAnswer) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        let stands = self.state.carrying_on().ok_or(Refusal::NotFound)?;
        let proposed = stands.waiting(self.now.today).cloned().ok_or(Refusal::NotFound)?;
        let last = proposed.last;
        let ending = (answer == EndingAnswer::NotNow).then_some(Ending { deferred: true, ..proposed });
        let mut entries = self.set(on, Item::CarryingOn(CarryingOn { ending, ..stands.clone() }))?;
        if answer == EndingAnswer::Yes && self.state.has_said(Kind::Wish) {
            entries.extend(self.write(WISH, Item::Wish(Wish { last: Some(last), ..self.state.wish() })));
        }
        Ok(entries)
    }
}

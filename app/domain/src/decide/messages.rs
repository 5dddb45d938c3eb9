//! What the person and the case worker whom they chose write to each other.

use super::{Desk, Entry, Refusal, invalid, stopping::may_contact};
use crate::{
    actor::Actor,
    agreement::Side,
    form::ErrorKind,
    ids::{RecordId, StaffId},
    item::{Item, ItemId},
    message::{Message, MessageDraft},
};

impl Desk<'_> {
    pub(super) fn write_message(&self, id: RecordId, draft: MessageDraft) -> Result<Vec<Entry>, Refusal> {
        let (_, with) = self.the_two()?;
        // Of one number there is one thing to stand beside; sent twice it is written once.
        if let Some((held, stands)) = self.state.message(id) {
            let same = held.by == self.actor && stands.words == draft.words;
            return if same { Ok(Vec::new()) } else { Err(Refusal::Changed(held.version)) };
        }
        if let Some((held, _)) = self.state.record(id) {
            return Err(Refusal::Changed(held.version));
        }
        self.was_not_erased(ItemId::Message(id))?;
        self.may_write()?;
        Ok(self.write(ItemId::Message(id), Item::Message(Message::new(draft, with, self.now.today))))
    }

    /// Which of the two asks, and with whom the person speaks: nobody else takes part.
    pub(super) fn the_two(&self) -> Result<(Side, StaffId), Refusal> {
        let chosen = self.state.grants().case_worker;
        match (self.actor, chosen) {
            (Actor::CaseWorker(id) | Actor::System(id), Some(chosen)) if id == chosen => Ok((Side::CaseWorker, id)),
            (Actor::Claimant(id), chosen) if id == self.state.claimant() => match chosen {
                Some(chosen) => Ok((Side::Person, chosen)),
                None if self.state.grants().stopped => Err(Refusal::Stopped),
                None => Err(invalid("with", ErrorKind::NotChosen)),
            },
            _ => Err(Refusal::NotPermitted),
        }
    }

    /// The person, whenever they like; the case worker, while the person wants to be contacted. Promise 3.
    pub(super) fn may_write(&self) -> Result<(), Refusal> {
        let person = self.only_the_person().is_ok();
        if person || may_contact(self.state, self.now) { Ok(()) } else { Err(Refusal::NoContact) }
    }
}

//! A supervisor who says why they look into what is between a person and their case worker.

use super::{Desk, Entry, Refusal, may_contact};
use crate::{
    actor::Actor,
    item::{Item, ItemId, Kind},
    oversight::{Oversight, OversightDraft},
};

impl Desk<'_> {
    /// Of whoever wants no contact, has stopped, or chose somebody else, nothing is looked at: the case worker sees nothing either.
    pub(super) fn look_into(&self, OversightDraft { of, why, words }: OversightDraft) -> Result<Vec<Entry>, Refusal> {
        let Actor::Supervisor(by) = self.actor else { return Err(Refusal::NotPermitted) };
        if self.state.grants().case_worker != Some(of) || !may_contact(self.state, self.now) {
            return Err(Refusal::NotPermitted);
        }
        let oversight = Oversight { by, of, why, words, since: self.now.at };
        Ok(self.write(ItemId::The(Kind::Oversight), Item::Oversight(oversight)))
    }
}

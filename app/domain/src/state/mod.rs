//! A person's items as they stand, with what holds where nothing was said.

mod at_hand;
mod items;
mod shared;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    actor::Actor,
    appointment::Promised,
    contact::WishAnswer,
    ids::{ClaimantId, RecordId, StaffId},
    item::{Held, Item, ItemId, Kind, Version},
    needs::Needs,
    permission::{Grants, OversightGrant},
};

use self::at_hand::counts;
pub use self::{at_hand::Listed, items::ShownGoal};

/// A person's items, or those of them that someone may see; of kinds of which there can be many, perhaps only those that
/// were needed.
///
/// Asking for something that was not loaded is a mistake in the program and panics: an answer as if it were not there could
/// open a door that the person closed. The request fails, and nothing is written.
#[derive(Debug, Clone)]
pub struct State {
    claimant: ClaimantId,
    held: BTreeMap<ItemId, Held>,
    past: BTreeSet<ItemId>,
    erased: BTreeSet<ItemId>,
    grants: Grants,
    loaded: Needs,
    counts: BTreeMap<Kind, usize>,
    lists: Vec<Listed>,
    run: Vec<ItemId>,
    promised: Vec<Promised>,
    made: usize,
}

impl State {
    /// The state that `held` makes, which is everything.
    ///
    /// Of someone who has stopped, nothing is given to anyone: here, so that no rule can forget it (promise 8). Only whoever
    /// was asked to put something right still owes an answer.
    pub fn new(claimant: ClaimantId, held: impl IntoIterator<Item = Held>) -> Self {
        let held: BTreeMap<_, _> = held.into_iter().map(|held| (held.id, held)).collect();
        let (counts, loaded, grants) = (counts(held.keys()), Needs::everything(), Grants::default());
        let (past, erased, lists, run) = (BTreeSet::new(), BTreeSet::new(), Vec::new(), Vec::new());
        let mut state =
            Self { claimant, held, past, erased, grants, loaded, counts, lists, run, promised: Vec::new(), made: 0 };
        let stopped = !state.standing().is_on();
        state.grants = Grants {
            carers: state.delegations().filter_map(|(_, delegation)| delegation.grant()).filter(|_| !stopped).collect(),
            case_worker: state.chosen_case_worker().filter(|_| !stopped),
            told_of_stopping: state.told_of_stopping(),
            consents: state.consents_given().filter(|_| !stopped).collect(),
            answering: state.answering(),
            talk: if stopped { BTreeMap::new() } else { state.talk() },
            kept_back: state.kept_back(),
            oversight: state.overseen().filter(|_| !stopped),
            // It is still told what is off: a rule of its own says so.
            calendar: state.calendar_feed().map(|feed| feed.id),
            stopped,
        };
        state
    }

    /// The case worker whom the person chose, whether or not they have stopped since.
    pub fn chosen_case_worker(&self) -> Option<StaffId> {
        match self.get(ItemId::The(Kind::CaseWorker))?.item {
            Item::CaseWorker(chosen) => Some(chosen.staff),
            _ => None,
        }
    }

    /// The case worker whom somebody had when they stopped; one chosen since is told nothing until they come back.
    fn told_of_stopping(&self) -> Option<StaffId> {
        let chosen_before = self.version_of(Kind::CaseWorker) < self.version_of(Kind::Standing);
        self.chosen_case_worker().filter(|_| self.standing().is_stopped() && chosen_before)
    }

    /// Who owes an answer about which record.
    fn answering(&self) -> Vec<(Actor, RecordId)> {
        let open = self.held.values().filter_map(|held| match (&held.item, held.id) {
            (Item::Correction(correction), ItemId::Correction(id)) if correction.progress.awaits_an_answer() => {
                Some(id)
            }
            _ => None,
        });
        open.filter_map(|id| Some((self.record(id)?.0.by, id))).collect()
    }

    /// The supervisor who looks, of which case worker, from when until when; nobody of somebody who said no to contact since.
    fn overseen(&self) -> Option<OversightGrant> {
        let one = self.oversight().filter(|one| self.chosen_case_worker() == Some(one.of))?;
        let is_no = self.wish().answer == Some(WishAnswer::NoContact);
        (!is_no).then(|| OversightGrant { by: one.by, of: one.of, since: one.since, until: one.until() })
    }

    /// With whom each message was written.
    fn talk(&self) -> BTreeMap<RecordId, StaffId> {
        let messages = self.held.values().filter_map(|held| match (&held.item, held.id) {
            (Item::Message(message), ItemId::Message(id)) => Some((id, message.with)),
            _ => None,
        });
        messages.collect()
    }

    /// The records that are kept from carers.
    fn kept_back(&self) -> BTreeSet<RecordId> {
        let kept = self.held.keys().filter(|id| id.kind() == Kind::KeptBack);
        kept.filter_map(|id| id.record()).collect()
    }

    /// Whose it is.
    pub fn claimant(&self) -> ClaimantId {
        self.claimant
    }

    /// What others were given. Who owes an answer is only told of the corrections that are at hand.
    pub fn grants(&self) -> &Grants {
        &self.grants
    }

    /// The version of an item; 0 when it was never written.
    pub fn version(&self, id: ItemId) -> Version {
        self.get(id).map_or(Version(0), |held| held.version)
    }

    /// The version of the only item of a kind.
    pub fn version_of(&self, kind: Kind) -> Version {
        self.version(ItemId::The(kind))
    }

    /// True when the person has said something of this kind.
    pub fn has_said(&self, kind: Kind) -> bool {
        self.get(ItemId::The(kind)).is_some()
    }
}

//! Letting somebody act for the person: asked by the person, answered by the carer, ended by either; and undoing what was done.

use jiff::Timestamp;

use super::{Desk, Entry, Refusal, invalid};
use crate::{
    actor::Actor,
    carer::{CarerDraft, Delegation, Ending, MOST_CARERS, Progress, Status},
    form::ErrorKind,
    goals::{Goal, GoalDraft, GoalOrder},
    ids::{CarerId, DelegationId, GoalId},
    item::{Item, ItemId, Version},
    permission::is_changed_by_carers,
};

impl Desk<'_> {
    pub(super) fn invite_carer(&self, id: DelegationId, draft: CarerDraft) -> Result<Vec<Entry>, Refusal> {
        if let Some(stands) = self.state.delegation(id) {
            // The same form sent twice asks one person.
            let again = draft.delegation(None, self.now);
            let same = Delegation { unchecked_since: stands.unchecked_since, ..again };
            let version = self.state.version(ItemId::Carer(id));
            return if same == *stands { Ok(Vec::new()) } else { Err(Refusal::Changed(version)) };
        }
        if self.state.grants().stopped {
            return Err(Refusal::Stopped);
        }
        if self.state.delegations().count() >= MOST_CARERS {
            return Err(invalid("scopes", ErrorKind::TooMany { max: MOST_CARERS }));
        }
        Ok(self.write(ItemId::Carer(id), Item::Carer(draft.delegation(None, self.now))))
    }

    pub(super) fn change_carer(&self, id: DelegationId, on: Version, draft: CarerDraft) -> Result<Vec<Entry>, Refusal> {
        let stands = self.not_ended(id)?;
        self.set_one(ItemId::Carer(id), on, Item::Carer(draft.delegation(Some(stands), self.now)))
    }

    /// Only in a session that began after it was set up: whoever stood by then, or has the device now, cannot.
    pub(super) fn check_carer(
        &self,
        id: DelegationId,
        on: Version,
        signed_in: Timestamp,
    ) -> Result<Vec<Entry>, Refusal> {
        let stands = self.not_ended(id)?;
        if stands.unchecked_since.is_some_and(|since| signed_in <= since) {
            return Err(Refusal::SignInAgain);
        }
        self.set_one(ItemId::Carer(id), on, Item::Carer(Delegation { unchecked_since: None, ..stands.clone() }))
    }

    pub(super) fn end_carer(&self, id: DelegationId) -> Result<Vec<Entry>, Refusal> {
        let stands = self.state.delegation(id).ok_or(Refusal::NotFound)?;
        Ok(self.end(id, stands, Ending::Person))
    }

    /// Whoever the server let come so far with the code. Who has it, and came with it before as somebody else who has not answered,
    /// comes as themself now.
    pub(super) fn open_invitation(&self, id: DelegationId, instead: Option<CarerId>) -> Result<Vec<Entry>, Refusal> {
        let carer = self.somebody_else()?;
        let stands = self.state.delegation(id).ok_or(Refusal::NotPermitted)?;
        match stands.status(self.now.today) {
            Status::Invited => Ok(self.proceed(id, stands, Progress::Opened { carer })),
            _ if stands.is_open_to(carer, self.now.today) => Ok(Vec::new()),
            Status::Opened if stands.carer() == instead => Ok(self.proceed(id, stands, Progress::Opened { carer })),
            _ => Err(Refusal::NotPermitted),
        }
    }

    pub(super) fn accept_invitation(&self, id: DelegationId, on: Version) -> Result<Vec<Entry>, Refusal> {
        let (carer, stands) = self.asked(id)?;
        if matches!(stands.progress, Progress::Accepted { .. }) {
            return Ok(Vec::new());
        }
        // To something else than they saw, they have not said yes.
        let version = self.state.version(ItemId::Carer(id));
        if version != on {
            return Err(Refusal::Changed(version));
        }
        Ok(self.proceed(id, stands, Progress::Accepted { carer }))
    }

    pub(super) fn step_down(&self, id: DelegationId) -> Result<Vec<Entry>, Refusal> {
        let (_, stands) = self.asked(id)?;
        Ok(self.end(id, stands, Ending::Carer))
    }

    /// Puts back what something said before a carer changed it, as what the person says now.
    ///
    /// Who sees a goal stays as it is: it may have become the person's own since.
    pub(super) fn put_back(&self, id: ItemId, on: Version, was: Option<Item>) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        let is_another = |was: &Item| was.kind() != id.kind();
        if !is_changed_by_carers(id.kind()) || was.as_ref().is_some_and(is_another) {
            return Err(Refusal::NotFound);
        }
        match (id, was) {
            (ItemId::Goal(goal), was) => self.change_goal(goal, on, |goal| match was {
                Some(Item::Goal(was)) => {
                    let draft = GoalDraft { audience: goal.draft.audience, ..was.draft };
                    *goal = Goal { draft, ..was };
                }
                // What was added can be got back, as any goal that is taken away.
                _ => goal.taken_away = goal.taken_away.or(Some(self.now.at)),
            }),
            (_, Some(Item::GoalOrder(was))) => {
                let all: Vec<GoalId> = self.state.goals().iter().map(|goal| goal.id).collect();
                let (known, new): (Vec<_>, Vec<_>) = all.into_iter().partition(|id| was.goals.contains(id));
                let stands = was.goals.into_iter().filter(|id| known.contains(id));
                self.set(on, Item::GoalOrder(GoalOrder { goals: stands.chain(new).collect() }))
            }
            (_, Some(was)) => self.set(on, was),
            (_, None) => self.take_away(id, on),
        }
    }

    /// What somebody ended does not begin again: the person asks anew.
    fn not_ended(&self, id: DelegationId) -> Result<&Delegation, Refusal> {
        let stands = self.state.delegation(id).ok_or(Refusal::NotFound)?;
        if matches!(stands.progress, Progress::Ended { .. }) { Err(Refusal::NotFound) } else { Ok(stands) }
    }

    /// What the carer who asks was asked to do, and can be told of today.
    fn asked(&self, id: DelegationId) -> Result<(CarerId, &Delegation), Refusal> {
        let carer = self.somebody_else()?;
        let open = self.state.delegation(id).filter(|stands| stands.is_open_to(carer, self.now.today));
        Ok((carer, open.ok_or(Refusal::NotPermitted)?))
    }

    /// The carer who asks: never the person themself under another name, nor anyone when nothing is given to anyone.
    fn somebody_else(&self) -> Result<CarerId, Refusal> {
        match self.actor {
            Actor::Carer(carer) if carer.0 != self.state.claimant().0 && !self.state.grants().stopped => Ok(carer),
            _ => Err(Refusal::NotPermitted),
        }
    }

    fn end(&self, id: DelegationId, stands: &Delegation, why: Ending) -> Vec<Entry> {
        match stands.progress {
            Progress::Ended { .. } => Vec::new(),
            _ => self.proceed(id, stands, Progress::Ended { carer: stands.carer(), why }),
        }
    }

    fn proceed(&self, id: DelegationId, stands: &Delegation, progress: Progress) -> Vec<Entry> {
        self.write(ItemId::Carer(id), Item::Carer(Delegation { progress, ..stands.clone() }))
    }
}

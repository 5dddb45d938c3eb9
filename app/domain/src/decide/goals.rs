//! Goals: saying one, changing it, and the order that they stand in.

use super::{Change, Desk, Entry, Refusal, invalid};
use crate::{
    actor::Actor,
    form::ErrorKind,
    goals::{Audience, Direction, Goal, GoalDraft, GoalOrder, MOST_GOALS, Stage},
    ids::GoalId,
    item::{Held, Item, ItemId, Kind, Version},
    permission::may_see,
    state::{ShownGoal, State},
};

impl Desk<'_> {
    /// A goal that the actor sees: nobody changes what is kept from them.
    fn goal(&self, id: GoalId) -> Result<ShownGoal<'_>, Refusal> {
        let held = self.state.get(ItemId::Goal(id)).ok_or(Refusal::NotFound)?;
        let (claimant, grants) = (self.state.claimant(), self.state.grants());
        if !may_see(self.actor, claimant, grants, held, self.now) {
            return Err(Refusal::NotPermitted);
        }
        self.state.goal(id).ok_or(Refusal::NotFound)
    }

    /// What is written of a goal. Who sees it is for the person alone to say: what a carer adds is shown to carers, and to
    /// nobody else until the person says so.
    pub(super) fn goal_draft(&self, draft: GoalDraft, stands: Option<Audience>) -> GoalDraft {
        match self.actor {
            Actor::Carer(_) => GoalDraft { audience: stands.unwrap_or(Audience::Carers), ..draft },
            _ => draft,
        }
    }

    pub(super) fn add_goal(&self, id: GoalId, draft: GoalDraft) -> Result<Vec<Entry>, Refusal> {
        let draft = self.goal_draft(draft, None);
        // The same form sent twice adds one goal; sent again with other words, it must not lose them.
        if self.state.goal(id).is_some() {
            let shown = self.goal(id)?;
            return if shown.goal.draft == draft { Ok(Vec::new()) } else { Err(Refusal::Changed(shown.version)) };
        }
        if self.state.goal_count() >= MOST_GOALS {
            return Err(invalid("words", ErrorKind::TooMany { max: MOST_GOALS }));
        }
        let goal = Goal { draft, stage: Stage::Thinking, taken_away: None };
        let mut goals: Vec<GoalId> = self.state.goals().iter().map(|shown| shown.id).collect();
        goals.push(id);
        let mut entries = self.write(ItemId::Goal(id), Item::Goal(goal));
        entries.extend(self.write(ItemId::The(Kind::GoalOrder), Item::GoalOrder(GoalOrder { goals })));
        Ok(entries)
    }

    pub(super) fn change_goal(
        &self,
        id: GoalId,
        on: Version,
        change: impl FnOnce(&mut Goal),
    ) -> Result<Vec<Entry>, Refusal> {
        let shown = self.goal(id)?;
        let mut goal = shown.goal.clone();
        change(&mut goal);
        let entries = self.write(ItemId::Goal(id), Item::Goal(goal));
        if entries.is_empty() || shown.version == on { Ok(entries) } else { Err(Refusal::Changed(shown.version)) }
    }

    pub(super) fn move_goal(&self, id: GoalId, on: Version, direction: Direction) -> Result<Vec<Entry>, Refusal> {
        self.goal(id)?;
        let all: Vec<GoalId> = self.state.goals().iter().map(|goal| goal.id).collect();
        let shown: Vec<GoalId> = all.iter().copied().filter(|id| self.goal(*id).is_ok()).collect();
        if !shown.contains(&id) {
            return Err(Refusal::NotFound);
        }
        // One place among those the actor sees; the others stay where they are.
        let mut moved = GoalOrder::moved(&shown, id, direction).goals.into_iter();
        let goals = all.iter().filter_map(|id| if shown.contains(id) { moved.next() } else { Some(*id) }).collect();
        self.set(on, Item::GoalOrder(GoalOrder { goals }))
    }
}

/// The order of goals without those that are gone; nothing where it names none of them.
pub(super) fn order_without(state: &State, is_gone: impl Fn(GoalId) -> bool) -> Vec<Entry> {
    let id = ItemId::The(Kind::GoalOrder);
    let Some(Held { item: Item::GoalOrder(stands), .. }) = state.get(id) else { return Vec::new() };
    let goals: Vec<GoalId> = stands.goals.iter().copied().filter(|goal| !is_gone(*goal)).collect();
    if goals == stands.goals {
        return Vec::new();
    }
    vec![Entry { item: id, change: Change::Set(Item::GoalOrder(GoalOrder { goals })) }]
}

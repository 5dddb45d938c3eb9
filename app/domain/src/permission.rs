//! Who may see and do what, asked at each request: nobody gets what was not given (promises 5 and 7).

use jiff::Timestamp;

use crate::{
    actor::Actor,
    choices,
    goals::Audience,
    ids::{CarerId, ClaimantId, RecordId, StaffId},
    item::{Held, Item, ItemId, Kind},
    look::{Reason, Subject},
};

choices! {
    /// Something that a claimant can hand to a carer, one by one.
    Scope {
        /// See the goals that are not private.
        SeeGoals = "see-goals",
        /// Change those goals.
        ChangeGoals = "change-goals",
        /// Set formats, pace, times and breaks.
        SetTerms = "set-terms",
        /// See those terms.
        SeeTerms = "see-terms",
    }
}

/// What one carer was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarerGrant {
    /// To whom.
    pub carer: CarerId,
    /// What.
    pub scopes: Vec<Scope>,
    /// The moment it ends.
    pub until: Timestamp,
}

/// What others were given by a claimant, as it is at this moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grants {
    /// Carers.
    pub carers: Vec<CarerGrant>,
    /// The case worker whom the claimant chose.
    pub case_worker: Option<StaffId>,
    /// Who has been asked to put right a record of theirs and has not answered yet: they see it, and what stands beside it,
    /// so that they can answer.
    pub answering: Vec<(Actor, RecordId)>,
    /// True once the person has stopped: then nobody writes anything about them either.
    pub stopped: bool,
}

impl Grants {
    /// True when `actor` owes an answer about the record that this is, or stands beside.
    fn is_answering(&self, actor: Actor, id: ItemId) -> bool {
        id.record().is_some_and(|record| self.answering.contains(&(actor, record)))
    }

    fn owes_an_answer(&self, actor: Actor) -> bool {
        self.answering.iter().any(|(by, _)| *by == actor)
    }

    fn carer_has(&self, carer: CarerId, scope: Scope, at: Timestamp) -> bool {
        self.carers.iter().any(|grant| grant.carer == carer && grant.scopes.contains(&scope) && at < grant.until)
    }
}

/// True when `actor` may ask for this part for this reason at all, whatever is in it.
///
/// The service by itself looks at one thing only: at the key with which somebody comes, before it can know that it is them.
pub fn may_ask(actor: Actor, reason: Reason, subject: Subject) -> bool {
    match actor {
        Actor::Service => reason == Reason::SigningIn && subject == Subject::SignIn,
        Actor::Claimant(_) | Actor::Carer(_) | Actor::CaseWorker(_) | Actor::Organisation(_) => {
            reason != Reason::SigningIn
        }
    }
}

/// What a carer needs to have been given to see a kind of item, and to change it; none means that it can never be handed over.
fn scopes(kind: Kind) -> Option<(Scope, Scope)> {
    match kind {
        Kind::Goal | Kind::GoalOrder => Some((Scope::SeeGoals, Scope::ChangeGoals)),
        Kind::Formats | Kind::WithMe | Kind::Pace | Kind::Times | Kind::Breaks => {
            Some((Scope::SeeTerms, Scope::SetTerms))
        }
        // Contact safety, sign-in, consents, who is chosen and stopping stay with the person (promise 7).
        Kind::Profile
        | Kind::Standing
        | Kind::CaseWorker
        | Kind::Wish
        | Kind::Ways
        | Kind::Safe
        | Kind::Reading
        | Kind::SignIn
        | Kind::Note
        | Kind::Referral
        | Kind::Payment
        | Kind::Correction
        | Kind::OtherView => None,
    }
}

/// True when `actor` may see this item of `claimant` at this moment, in what they may ask for ([`may_ask`]).
pub fn may_see(actor: Actor, claimant: ClaimantId, grants: &Grants, held: &Held, at: Timestamp) -> bool {
    let kind = held.item.kind();
    match actor {
        Actor::Claimant(id) => id == claimant,
        Actor::Carer(carer) => {
            !is_private(&held.item) && scopes(kind).is_some_and(|(see, _)| grants.carer_has(carer, see, at))
        }
        Actor::CaseWorker(id) => {
            let chosen = grants.case_worker == Some(id) && !is_private(&held.item) && !is_for_the_person_alone(kind);
            chosen || grants.is_answering(actor, held.id)
        }
        Actor::Organisation(_) => grants.is_answering(actor, held.id),
        Actor::Service => kind == Kind::SignIn,
    }
}

/// True when `actor` may change items of this kind of `claimant` at this moment.
///
/// The service itself may only make a person's place: their name and first reading settings. To write is not to see: what an
/// organisation passes on is for the person to see, and it sees nothing back.
pub fn may_change(actor: Actor, claimant: ClaimantId, grants: &Grants, kind: Kind, at: Timestamp) -> bool {
    match actor {
        Actor::Claimant(id) => id == claimant,
        Actor::Carer(carer) => {
            let given = |scope| grants.carer_has(carer, scope, at);
            scopes(kind).is_some_and(|(see, change)| given(see) && given(change))
        }
        Actor::Service => matches!(kind, Kind::Profile | Kind::Reading),
        Actor::CaseWorker(id) => match kind {
            Kind::Note | Kind::Referral | Kind::Payment => grants.case_worker == Some(id),
            Kind::Correction => grants.owes_an_answer(actor),
            _ => false,
        },
        Actor::Organisation(_) => match kind {
            Kind::Referral => !grants.stopped,
            Kind::Correction => grants.owes_an_answer(actor),
            _ => false,
        },
    }
}

/// True for what nobody but the person has a use for: how pages look to them, and how they sign in.
fn is_for_the_person_alone(kind: Kind) -> bool {
    matches!(kind, Kind::Reading | Kind::SignIn)
}

/// True for an item that the person keeps to themself, or has taken away.
fn is_private(item: &Item) -> bool {
    matches!(item, Item::Goal(goal) if goal.draft.audience == Audience::OnlyMe || goal.taken_away.is_some())
}

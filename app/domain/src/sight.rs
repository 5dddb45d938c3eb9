//! Who can see what, by the rule that answers each of them: the picture on the pages of what is held (promise 5).

use jiff::Timestamp;

use crate::{
    actor::Actor,
    catalogue::{Seen, about},
    choices,
    ids::{OrganisationId, StaffId},
    item::Kind,
    needs::{Needs, Place, Shelf, is_many},
    permission::{Grants, may_see},
    reading::Choice as _,
    state::State,
};

choices! {
    /// Someone who might see something.
    Viewer {
        /// The person.
        Claimant = "claimant",
        /// The case worker whom they chose, or would choose.
        CaseWorker = "case-worker",
        /// Carers, each with what they were given.
        Carers = "carers",
        /// Organisations.
        Organisations = "organisations",
        /// Those who decide about benefits. There is no such [`Actor`], so they cannot even ask (promise 1).
        DecisionMakers = "decision-makers",
    }
}

choices! {
    /// How much of something they see.
    Sees {
        /// All of it.
        All = "all",
        /// Some of it.
        Some = "some",
        /// None of it.
        None = "none",
    }
}

/// How much of one kind of thing each viewer sees, in the order of [`Viewer`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The kind.
    pub kind: Kind,
    /// How much each sees.
    pub sees: Vec<Sees>,
}

/// The items that [`sight`] needs: all of a kind of which each says who sees it, and one of any other.
pub fn needs() -> Needs {
    Kind::ALL.into_iter().filter(|kind| is_many(*kind)).fold(Needs::the_few(), |needs, kind| match about(kind).seen {
        Seen::AsItSays => needs.and_all(kind),
        Seen::Nobody | Seen::CaseWorker => needs.and_page(Shelf::Of(kind), Place::Newest, 1),
    })
}

/// Who sees what of a person's items at this moment; kinds of which nothing is held are left out.
pub fn sight(state: &State, at: Timestamp) -> Vec<Row> {
    let kinds = Kind::ALL.into_iter().filter(|kind| state.count_of(*kind) > 0);
    kinds
        .map(|kind| Row { kind, sees: Viewer::ALL.iter().map(|viewer| how_much(state, kind, *viewer, at)).collect() })
        .collect()
}

fn how_much(state: &State, kind: Kind, viewer: Viewer, at: Timestamp) -> Sees {
    let (actors, grants) = actors(state, viewer);
    let of_kind = state.at_hand().filter(|held| held.id.kind() == kind);
    let seen: Vec<bool> =
        of_kind.map(|held| actors.iter().any(|actor| may_see(*actor, state.claimant(), &grants, held, at))).collect();
    match (seen.iter().any(|seen| *seen), seen.iter().all(|seen| *seen)) {
        (false, _) => Sees::None,
        (true, true) => Sees::All,
        (true, false) => Sees::Some,
    }
}

/// Those who would ask, and the grants they would ask under. Before a case worker is chosen, what one would see is shown; once
/// the person has stopped, nobody is chosen.
fn actors(state: &State, viewer: Viewer) -> (Vec<Actor>, Grants) {
    let mut grants = state.grants().clone();
    let actors = match viewer {
        Viewer::Claimant => vec![Actor::Claimant(state.claimant())],
        Viewer::CaseWorker if state.standing().is_stopped() => Vec::new(),
        Viewer::CaseWorker => {
            let chosen = *grants.case_worker.get_or_insert(StaffId(uuid::Uuid::nil()));
            vec![Actor::CaseWorker(chosen)]
        }
        Viewer::Carers => grants.carers.iter().map(|grant| Actor::Carer(grant.carer)).collect(),
        Viewer::Organisations => vec![Actor::Organisation(OrganisationId(uuid::Uuid::nil()))],
        Viewer::DecisionMakers => Vec::new(),
    };
    (actors, grants)
}

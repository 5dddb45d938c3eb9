//! Who can see what, by the rule that answers each of them: the picture on the pages of what is held (promise 5).

use std::collections::BTreeSet;

use crate::{
    actor::Actor,
    catalogue::{Seen, about},
    choices,
    ids::{RecordId, StaffId},
    item::{Held, ItemId, Kind},
    needs::{Needs, Place, Shelf},
    permission::{Grants, may_see},
    reading::Choice as _,
    state::State,
    time::Now,
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

/// What says of single records that they are not seen as others of their kind are.
const SOME_DIFFER: [Kind; 2] = [Kind::Correction, Kind::KeptBack];

/// The items that tell what [`sight`] needs: every wish to have something put right, since whoever owes an answer sees more, and
/// all that is kept from carers, who see less.
pub fn needs_first() -> Needs {
    SOME_DIFFER.iter().fold(Needs::the_few(), |needs, kind| needs.and_all(*kind))
}

/// The items that [`sight`] needs: all of a kind of which each says who sees it. Of any other those that someone owes an
/// answer about or that are kept from carers, and one of the rest, which are all seen alike.
pub fn needs(first: &State) -> Needs {
    let differ = first.at_hand().filter(|held| SOME_DIFFER.contains(&held.id.kind()));
    let records: BTreeSet<RecordId> = differ.filter_map(|held| held.id.record()).collect();
    let beside = |needs: Needs, record: &RecordId| needs.and_beside(ItemId::Correction(*record));
    let needs = records.iter().fold(needs_first(), beside);
    // Those that an organisation may be shown, one by one, and as many of the rest.
    let shared: Vec<ItemId> = first
        .consents()
        .filter_map(|(_, consent)| consent.given())
        .flat_map(|given| &given.wordings)
        .map(|wording| wording.item)
        .collect();
    let needs = needs.and_each(&shared);
    let many = Kind::ALL.iter().copied().filter(|kind| !kind.is_always_at_hand() && !SOME_DIFFER.contains(kind));
    many.fold(needs, |needs, kind| match about(kind).seen {
        Seen::AsItSays => needs.and_all(kind),
        Seen::Nobody | Seen::CaseWorker | Seen::WhoeverWroteIt | Seen::WhomItIsAbout | Seen::WhoeverAsked => {
            needs.and_page(Shelf::Of(kind), Place::Newest, records.len() + shared.len() + 1)
        }
    })
}

/// Who sees what of a person's items at this moment; kinds of which nothing is held are left out.
pub fn sight(state: &State, now: Now) -> Vec<Row> {
    let kinds = Kind::ALL.iter().copied().filter(|kind| state.count_of(*kind) > 0);
    kinds
        .map(|kind| Row { kind, sees: Viewer::ALL.iter().map(|viewer| how_much(state, kind, *viewer, now)).collect() })
        .collect()
}

fn how_much(state: &State, kind: Kind, viewer: Viewer, now: Now) -> Sees {
    let (actors, grants) = actors(state, viewer);
    let of_kind = state.at_hand().filter(|held| held.id.kind() == kind);
    let seen: Vec<bool> =
        of_kind.map(|held| actors.iter().any(|actor| may_see(*actor, state.claimant(), &grants, held, now))).collect();
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
        Viewer::CaseWorker if !state.standing().is_on() => Vec::new(),
        Viewer::CaseWorker => {
            let chosen = *grants.case_worker.get_or_insert(StaffId(uuid::Uuid::nil()));
            vec![Actor::CaseWorker(chosen)]
        }
        Viewer::Carers => grants.carers.iter().map(|grant| Actor::Carer(grant.carer)).collect(),
        Viewer::Organisations => {
            let owes = grants.answering.iter().map(|(by, _)| *by);
            let shown = grants.consents.iter().map(|grant| Actor::Organisation(grant.organisation));
            owes.filter(|by| matches!(by, Actor::Organisation(_))).chain(shown).collect()
        }
        Viewer::DecisionMakers => Vec::new(),
    };
    (actors, grants)
}

choices! {
    /// Why somebody can see an item.
    Why {
        /// It is about themself.
        Yours = "yours",
        /// The person chose them to talk to.
        Chosen = "chosen",
        /// They wrote it, and owe an answer about it.
        OwesAnAnswer = "owes-an-answer",
        /// They supervise the one whom the person chose, and said why they look.
        Oversight = "oversight",
        /// The person let them in.
        LetIn = "let-in",
        /// It is how the service knows that it is them.
        SigningIn = "signing-in",
        /// It says where they can be told of something.
        Telling = "telling",
        /// The person said yes to it.
        Consent = "consent",
        /// They were given its code.
        HasTheCode = "has-the-code",
        /// It has the address that the person made for their calendar.
        Calendar = "calendar",
    }
}

/// Everyone who can see an item at this moment, and why, by the rule that answers each of them.
pub fn sees_now(state: &State, held: &Held, now: Now) -> Vec<(Actor, Why)> {
    let grants = state.grants();
    let chosen = grants.case_worker.map(|id| (Actor::CaseWorker(id), Why::Chosen));
    let mut all = vec![(Actor::Claimant(state.claimant()), Why::Yours)];
    all.extend(chosen);
    // In the stead of whom they chose, once a consent holds; whether it is to the organisation of that one is for who knows it to say.
    let consented = grants.live(now.today).next().is_some();
    all.extend(grants.case_worker.filter(|_| consented).map(|id| (Actor::System(id), Why::Consent)));
    all.extend(grants.oversight.map(|one| (Actor::Supervisor(one.by), Why::Oversight)));
    all.extend(grants.carers.iter().map(|grant| (Actor::Carer(grant.carer), Why::LetIn)));
    all.extend(grants.consents.iter().map(|grant| (Actor::Organisation(grant.organisation), Why::Consent)));
    all.extend(grants.consents.iter().map(|grant| (Actor::CodeHolder(grant.id), Why::HasTheCode)));
    all.extend(grants.calendar.map(|id| (Actor::Calendar(id), Why::Calendar)));
    // Whichever way it was written, whoever is at the desk sees it.
    let owner = |by: &Actor| by.case_worker().map_or(*by, Actor::CaseWorker);
    let owes = grants.answering.iter().map(|(by, _)| (owner(by), Why::OwesAnAnswer));
    all.extend(owes.filter(|(by, _)| chosen.is_none_or(|(chosen, _)| chosen != *by)));
    let signs_in = matches!(held.item.kind(), Kind::SignIn | Kind::Recovery);
    all.push((Actor::Service, if signs_in { Why::SigningIn } else { Why::Telling }));
    all.retain(|(actor, _)| may_see(*actor, state.claimant(), grants, held, now));
    let mut seen = Vec::new();
    all.retain(|one| {
        if seen.contains(one) {
            false
        } else {
            seen.push(*one);
            true
        }
    });
    all
}

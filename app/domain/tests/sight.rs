//! The picture of who sees what says what the rule does.

use own_terms_domain::{
    actor::Actor,
    goals::Audience,
    ids::OrganisationId,
    item::{Item, Kind},
    look::Subject,
    permission::may_see,
    reading::Choice as _,
    sight::{Sees, Viewer, sees_now, sight},
    standing::Standing,
    state::State,
};
use proptest::prelude::*;

use crate::given::{CHOSEN, CLINIC, ME, carers, cases, model, now_at};

fn now() -> own_terms_domain::time::Now {
    now_at(jiff::Timestamp::from_second(1_803_810_600).unwrap())
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn what_is_drawn_is_what_each_would_be_answered(model in model(), carers in carers(now().today)) {
        let state = model.with_carers(carers).state();
        let rows = sight(&state, now());
        for row in &rows {
            let of_kind: Vec<_> = state.all().filter(|held| held.id.kind() == row.kind).collect();
            prop_assert!(!of_kind.is_empty());
            let seen_by = |viewer: Viewer| row.sees[Viewer::ALL.iter().position(|one| *one == viewer).unwrap()];
            prop_assert_eq!(seen_by(Viewer::Claimant), Sees::All);
            prop_assert_eq!(seen_by(Viewer::DecisionMakers), Sees::None);
            let organisations = of_kind.iter().any(|held| {
                let named = [CLINIC.0, ME.0, CHOSEN.0].map(|id| Actor::Organisation(OrganisationId(id)));
                named.iter().any(|by| may_see(*by, ME, state.grants(), held, now()))
            });
            prop_assert_eq!(seen_by(Viewer::Organisations) != Sees::None, organisations);
            if let Some(chosen) = state.grants().case_worker {
                let seen = of_kind.iter().filter(|held| may_see(Actor::CaseWorker(chosen), ME, state.grants(), held, now()));
                let expected = match seen.count() {
                    0 => Sees::None,
                    some if some == of_kind.len() => Sees::All,
                    _ => Sees::Some,
                };
                prop_assert_eq!(seen_by(Viewer::CaseWorker), expected);
            }
            let any_carer = of_kind.iter().any(|held| {
                state.grants().carers.iter().any(|grant| may_see(Actor::Carer(grant.carer), ME, state.grants(), held, now()))
            });
            prop_assert_eq!(seen_by(Viewer::Carers) != Sees::None, any_carer);
        }
        let kinds: Vec<Kind> = rows.iter().map(|row| row.kind).collect();
        prop_assert!(state.all().all(|held| kinds.contains(&held.id.kind())));
    }

    #[test]
    fn of_someone_who_has_stopped_nobody_else_sees_anything(model in model(), carers in carers(now().today)) {
        let mut held: Vec<_> = model.with_carers(carers).held.into_values().collect();
        held.retain(|held| held.id.kind() != Kind::Standing);
        let mut stopped = held.first().cloned();
        if let Some(stopped) = &mut stopped {
            stopped.id = own_terms_domain::item::ItemId::The(Kind::Standing);
            stopped.item = Item::Standing(Standing::Stopped(now()));
        }
        held.extend(stopped);
        let state = State::new(ME, held);
        for row in sight(&state, now()) {
            // But for whoever was asked to put something right, until they have answered.
            let owed = matches!(row.kind, Kind::Note | Kind::Referral | Kind::Payment | Kind::Correction | Kind::OtherView);
            prop_assert!(owed || row.sees[1..].iter().all(|sees| *sees == Sees::None));
            prop_assert_eq!(row.sees[1], Sees::None);
        }
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn those_named_beside_an_item_are_those_who_would_be_answered(
        model in model(), carers in carers(now().today), other in crate::given::actor(),
    ) {
        let state = model.with_carers(carers).state();
        for held in state.all() {
            let named: Vec<Actor> = sees_now(&state, held, now()).into_iter().map(|(actor, _)| actor).collect();
            let answered = may_see(other, ME, state.grants(), held, now());
            prop_assert_eq!(named.contains(&other), answered, "{:?} {:?}", other, held);
            prop_assert!(named.contains(&Actor::Claimant(ME)));
        }
    }
}

#[test]
fn a_private_goal_among_others_is_some_of_them() {
    let mut given = crate::given::Model::default();
    for (number, audience) in [(1, Audience::Carers), (2, Audience::CaseWorker)] {
        let draft = own_terms_domain::goals::GoalDraft { words: crate::given::words("a goal"), area: None, audience };
        let id = own_terms_domain::ids::GoalId(uuid::Uuid::from_u128(number));
        given.me(own_terms_domain::decide::Command::AddGoal { id, draft }, now()).unwrap();
    }
    let rows = sight(&given.state(), now());
    assert_eq!(rows[0].sees, [Sees::All, Sees::Some, Sees::None, Sees::None, Sees::None]);
}

#[test]
fn each_kind_of_item_is_shown_by_some_look_less_than_one_at_everything_or_only_by_that() {
    for kind in Kind::ALL {
        let parts: Vec<Subject> = Subject::ALL.iter().copied().filter(|part| part.covers(*kind)).collect();
        assert!(parts.contains(&Subject::Everything), "{kind:?}");
        assert!(!parts.contains(&Subject::Log), "{kind:?}: who looked is for the person alone");
        // What others wrote, and what is said to it, is a part of its own, and of no other.
        let others = matches!(
            kind,
            Kind::Note | Kind::Referral | Kind::Payment | Kind::Correction | Kind::OtherView | Kind::KeptBack
        );
        assert!(!parts.contains(&Subject::Copy) || *kind != Kind::KeptBack && *kind != Kind::Safe, "{kind:?}");
        let signing_in = matches!(kind, Kind::SignIn | Kind::Recovery);
        let alone = parts
            .iter()
            .all(|part| matches!(part, Subject::Everything | Subject::Records | Subject::Shared | Subject::Copy));
        // How the person sees a message stands beside it among the notes, as it stands beside a record.
        let with_notes = [Subject::Everything, Subject::Notes, Subject::Records, Subject::Shared];
        let among_notes = *kind == Kind::OtherView && parts == with_notes;
        assert!(!others || alone || among_notes, "{kind:?}: {parts:?}");
        assert_eq!(signing_in, parts.contains(&Subject::SignIn), "nothing else is shown to sign somebody in: {kind:?}");
        let to_sign_in =
            parts.iter().all(|part| matches!(part, Subject::Everything | Subject::SignIn | Subject::Telling));
        assert!(!signing_in || to_sign_in, "{kind:?}: {parts:?}");
    }
    assert!(Subject::Goals.covers(Kind::Goal) && !Subject::Goals.covers(Kind::Safe));
    assert!(Subject::Contact.covers(Kind::Safe) && !Subject::AtAGlance.covers(Kind::Safe));
    let without = |part: &Subject| matches!(part, Subject::Log | Subject::SignIn | Subject::Calendar);
    assert!(Subject::ALL.iter().all(|part| part.covers(Kind::Standing) != without(part)));
}

//! Nobody sees or changes what they were not given: every kind of actor, every command, any state.

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, Refusal, decide},
    goals::{Audience, Goal},
    item::{Held, Item, ItemId, Kind},
    look::{Reason, Subject},
    permission::{CarerGrant, Grants, Scope, may_ask, may_change, may_see},
    reading::Choice as _,
    record::Sort,
    state::State,
};
use proptest::prelude::*;

use crate::given::{CARER, CHOSEN, ME, Model, OTHER, actor, carers, cases, command, id_of, model, moment, now, target};

/// What a carer was given and has now, read from the grants one by one.
fn given_now(grants: &Grants, actor: Actor, at: Timestamp) -> Vec<Scope> {
    let Actor::Carer(carer) = actor else { return Vec::new() };
    let live = grants.carers.iter().filter(|grant| grant.carer == carer && grant.until > at);
    live.flat_map(|grant| grant.scopes.clone()).collect()
}

/// What the person keeps to themself, and what they took away.
fn is_private(goal: &Goal) -> bool {
    goal.draft.audience == Audience::OnlyMe || goal.taken_away.is_some()
}

/// A table of who sees what, written out.
fn sees(grants: &Grants, actor: Actor, id: ItemId, item: &Item, at: Timestamp) -> bool {
    let owes = id.record().is_some_and(|record| grants.answering.contains(&(actor, record)));
    let private = matches!(item, Item::Goal(goal) if is_private(goal));
    let given = given_now(grants, actor, at);
    match actor {
        Actor::Claimant(id) => id == ME,
        Actor::CaseWorker(id) => {
            grants.case_worker == Some(id) && !private && !matches!(item, Item::Reading(_) | Item::SignIn(_)) || owes
        }
        Actor::Carer(_) => match item {
            Item::Goal(_) => !private && given.contains(&Scope::SeeGoals),
            Item::GoalOrder(_) => given.contains(&Scope::SeeGoals),
            Item::Formats(_) | Item::WithMe(_) | Item::Pace(_) | Item::Times(_) | Item::Breaks(_) => {
                given.contains(&Scope::SeeTerms)
            }
            _ => false,
        },
        Actor::Organisation(_) => owes,
        // What the service may ask for is one thing: see the test of that.
        Actor::Service => matches!(item, Item::SignIn(_)),
    }
}

/// A table of who may send what, written out; whether it is valid is another question.
fn may_send(state: &State, actor: Actor, command: &Command, at: Timestamp) -> bool {
    let given = given_now(state.grants(), actor, at);
    let (id, _) = target(&mut command.clone());
    match actor {
        // The person writes no record of what others say, answers no correction in their place, and lets go by erasing.
        Actor::Claimant(_)
            if matches!(command, Command::LetGo | Command::WriteRecord { .. } | Command::AnswerCorrection { .. }) =>
        {
            false
        }
        Actor::Claimant(id) => id == ME,
        Actor::Service => {
            matches!(command, Command::SetProfile { .. } | Command::SetReading { .. } | Command::LetGo)
        }
        Actor::CaseWorker(_) | Actor::Organisation(_) => {
            let chosen = matches!(actor, Actor::CaseWorker(id) if state.grants().case_worker == Some(id));
            let organisation = matches!(actor, Actor::Organisation(_)) && !state.standing().is_stopped();
            match command {
                Command::WriteRecord { draft, .. } => chosen || organisation && draft.sort == Sort::Referral,
                // Theirs, and somebody waits for an answer of theirs: to this one, or to another.
                Command::AnswerCorrection { record, .. } => {
                    state.grants().answering.iter().any(|(by, _)| *by == actor)
                        && state.record(*record).is_some_and(|(held, _)| held.by == actor)
                }
                _ => false,
            }
        }
        Actor::Carer(_) => match command {
            Command::AddGoal { .. }
            | Command::ChangeGoal { .. }
            | Command::MarkGoal { .. }
            | Command::MoveGoal { .. }
            | Command::TakeAwayGoal { .. }
            | Command::BringBackGoal { .. } => {
                let goal = match command {
                    Command::MoveGoal { id, .. } => state.goal(*id),
                    _ => match id {
                        ItemId::Goal(id) => state.goal(id),
                        _ => None,
                    },
                };
                let private = goal.is_some_and(|shown| is_private(shown.goal));
                given.contains(&Scope::ChangeGoals) && given.contains(&Scope::SeeGoals) && !private
            }
            Command::SetFormats { .. }
            | Command::SetWithMe { .. }
            | Command::SetPace { .. }
            | Command::SetTimes { .. }
            | Command::AddBreak { .. }
            | Command::RemoveBreak { .. } => given.contains(&Scope::SetTerms) && given.contains(&Scope::SeeTerms),
            _ => false,
        },
    }
}

/// A model with grants that end around a moment, the moment, and a command sent then.
fn scene() -> impl Strategy<Value = (Model, own_terms_domain::time::Now, Command)> {
    now().prop_flat_map(|now| {
        (model(), carers(now.at), Just(now), command(now))
            .prop_map(|(model, carers, now, command)| (Model { carers, ..model }, now, command))
    })
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_command_is_permitted_exactly_to_those_who_were_given_it((model, now, mut command) in scene(), by in actor()) {
        let state = model.state();
        // As someone would who saw what stands, so that the permission alone decides.
        let (id, on) = target(&mut command);
        let stands = state.version(id);
        if let Some(on) = on {
            *on = stands;
        }
        let permitted = may_send(&state, by, &command, now.at);
        let answer = decide(&state, by, command.clone(), now);
        prop_assert_eq!(
            !matches!(answer, Err(Refusal::NotPermitted)), permitted,
            "{:?} by {:?}: {:?}", command, by, answer
        );
        // And nothing is ever written that this actor may not change.
        for entry in answer.unwrap_or_default() {
            let kind = entry.item.kind();
            let lets_go = command == Command::LetGo && entry.change == own_terms_domain::decide::Change::Erase;
            // Putting a record right is part of answering.
            let puts_right = matches!(command, Command::AnswerCorrection { .. });
            prop_assert!(lets_go || puts_right || may_change(by, ME, state.grants(), kind, now.at));
            if let (Actor::Carer(_), Some(held)) = (by, state.get(entry.item)) {
                prop_assert!(sees(state.grants(), by, held.id, &held.item, now.at), "a carer wrote over what they may not see");
            }
        }
    }

    #[test]
    fn an_item_is_seen_exactly_by_those_who_may((model, now, _) in scene(), by in actor()) {
        for held in model.held.values() {
            let state = model.state();
            let seen = may_see(by, ME, state.grants(), held, now.at);
            prop_assert_eq!(seen, sees(state.grants(), by, held.id, &held.item, now.at), "{:?} by {:?}", held.item, by);
            if let (true, Actor::Carer(_)) = (seen, by) {
                let safe = matches!(held.item, Item::Safe(_));
                let private = matches!(&held.item, Item::Goal(goal) if is_private(goal));
                prop_assert!(!safe && !private);
            }
        }
    }

    #[test]
    fn the_service_looks_at_ways_to_sign_in_alone_and_nobody_looks_to_sign_somebody_in_but_the_service(
        by in actor(), reason in crate::given::one::<Reason>(), subject in crate::given::one::<Subject>(),
        (model, now, _) in scene(),
    ) {
        let may = may_ask(by, reason, subject);
        prop_assert_eq!(may, if by == Actor::Service {
            (reason, subject) == (Reason::SigningIn, Subject::SignIn)
        } else {
            reason != Reason::SigningIn
        });
        for held in model.held.values().filter(|_| by == Actor::Service && may) {
            let shown = subject.covers(held.id.kind()) && may_see(by, ME, model.state().grants(), held, now.at);
            prop_assert_eq!(shown, held.id.kind() == Kind::SignIn, "{:?}", held.item);
        }
    }

    #[test]
    fn what_others_see_does_not_even_name_what_they_may_not((model, now, _) in scene(), by in actor()) {
        // The service sees ways to sign in, and these tests give their ids to goals as well.
        prop_assume!(!matches!(by, Actor::Claimant(ME) | Actor::Service));
        let whole = model.state();
        let granted = whole.grants().clone();
        let seen = whole.clone().only(|held| may_see(by, ME, &granted, held, now.at));
        let seen = format!("{:?}", seen.all().collect::<Vec<_>>());
        for held in whole.all() {
            if let (ItemId::Goal(id), false) = (held.id, may_see(by, ME, &granted, held, now.at)) {
                prop_assert!(!seen.contains(&format!("{:?}", id.0)), "{} shows in {}", id, seen);
            }
        }
    }

    #[test]
    fn some_things_can_never_be_handed_over(
        (model, now, command) in scene(),
        item in crate::given::item(),
    ) {
        // A carer who was given all that there is to give, for ever.
        let all = CarerGrant { carer: CARER, scopes: Scope::ALL.to_vec(), until: Timestamp::MAX };
        let model = Model { carers: vec![all], ..model };
        let state = model.state();
        let stopped = state.standing().is_stopped();
        let can = [Kind::Goal, Kind::GoalOrder, Kind::Formats, Kind::WithMe, Kind::Pace, Kind::Times, Kind::Breaks];
        let never: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| !can.contains(kind)).collect();
        let by = Actor::Carer(CARER);
        for kind in Kind::ALL.iter().copied() {
            prop_assert_eq!(may_change(by, ME, state.grants(), kind, now.at), !never.contains(&kind) && !stopped, "{:?}", kind);
        }
        for entry in decide(&state, by, command, now).unwrap_or_default() {
            prop_assert!(!never.contains(&entry.item.kind()));
        }
        let kind = item.kind();
        let id = id_of(&item, own_terms_domain::ids::GoalId(ME.0), own_terms_domain::ids::RecordId(ME.0));
        let held = Held { id, version: own_terms_domain::item::Version(1), at: now.at, by: Actor::Claimant(ME), item };
        if never.contains(&kind) {
            prop_assert!(!may_see(by, ME, state.grants(), &held, now.at));
        }
    }

    #[test]
    fn whoever_has_stopped_has_given_nothing_to_anyone((model, now, command) in scene(), by in actor()) {
        let mut model = model;
        let stands = model.state();
        prop_assert_eq!(&stands.grants().carers, if stands.standing().is_stopped() { &[][..] } else { &model.carers });
        model.me(Command::Stop, now).unwrap();
        let state = model.state();
        // Whoever was asked to put something right still owes an answer: stopping takes no right away.
        let none = Grants { answering: state.grants().answering.clone(), stopped: true, ..Grants::default() };
        prop_assert_eq!(state.grants(), &none);
        if matches!(by, Actor::Claimant(_) | Actor::Service) {
            return Ok(());
        }
        let owes = |id: ItemId| id.record().is_some_and(|record| none.answering.contains(&(by, record)));
        for held in state.all() {
            prop_assert!(owes(held.id) || !may_see(by, ME, state.grants(), held, now.at));
        }
        if !matches!(&command, Command::AnswerCorrection { record, .. } if owes(ItemId::Correction(*record))) {
            prop_assert!(decide(&state, by, command, now).is_err());
        }
    }

    #[test]
    fn a_permission_is_there_until_its_very_last_moment(
        at in moment(), scope in crate::given::one::<Scope>(), nanos in 0..3_i64,
    ) {
        let until = at.checked_add(SignedDuration::from_nanos(nanos)).unwrap();
        let scopes = match scope {
            Scope::ChangeGoals | Scope::SeeGoals => vec![Scope::SeeGoals, Scope::ChangeGoals],
            Scope::SetTerms | Scope::SeeTerms => vec![Scope::SeeTerms, Scope::SetTerms],
        };
        let kind = if scopes.contains(&Scope::SeeGoals) { Kind::GoalOrder } else { Kind::Pace };
        let grants = Grants { carers: vec![CarerGrant { carer: CARER, scopes, until }], ..Grants::default() };
        prop_assert_eq!(may_change(Actor::Carer(CARER), ME, &grants, kind, at), nanos > 0);
    }

    #[test]
    fn someone_else_gets_nothing_by_bringing_their_own_items((model, now, command) in scene()) {
        let state = model.state();
        prop_assert_eq!(decide(&state, Actor::Claimant(OTHER), command, now), Err(Refusal::NotPermitted));
        for held in state.all() {
            prop_assert!(!may_see(Actor::Claimant(OTHER), ME, state.grants(), held, now.at));
        }
        prop_assert_eq!(decide(&state, Actor::CaseWorker(CHOSEN), Command::Stop, now), Err(Refusal::NotPermitted));
    }
}

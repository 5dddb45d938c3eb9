//! A command is decided the same from what it says it needs as from everything; and what was not loaded is never guessed at.

use std::collections::BTreeMap;

use own_terms_domain::{
    decide::decide,
    ids::GoalId,
    item::{ItemId, Kind, Version},
    needs::{Names, Needs, Place, Shelf, is_many},
    reading::Choice as _,
    state::State,
};
use proptest::{collection::vec, prelude::*};

use crate::given::{ME, Model, actor, cases, command, grants, model, now_at};

const GOAL: GoalId = GoalId(uuid::Uuid::from_u128(1));

fn then(minutes: i64) -> own_terms_domain::time::Now {
    now_at(jiff::Timestamp::from_second(1_803_810_600 + 60 * minutes).unwrap())
}

/// The state as the store gives it to whoever needs only this of it.
fn narrowed(model: &Model, needs: &Needs) -> State {
    let mut counts = BTreeMap::new();
    for id in model.held.keys().filter(|id| is_many(id.kind())) {
        *counts.entry(id.kind()).or_default() += 1;
    }
    let held = model.held.values().filter(|held| needs.has(held.id)).cloned();
    let ever = model.held.keys().chain(&model.past).copied().filter(|id| needs.names(*id));
    State::new(ME, held, model.grants.clone()).with_past(ever).with_only(needs.clone(), counts)
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn what_a_command_says_it_needs_is_enough_to_decide_it(
        mut model in model(), before in vec(command(then(0)), 0..8), grants in grants(then(1).at), actor in actor(),
        command in command(then(1)),
    ) {
        for command in before {
            let _ = model.me(command, then(0));
        }
        model.grants = grants;
        let from_all = decide(&model.state(), actor, command.clone(), then(1));
        let needs = command.needs();
        prop_assert_eq!(decide(&narrowed(&model, &needs), actor, command, then(1)), from_all);
    }

    #[test]
    fn how_many_there_are_is_known_whatever_is_loaded(model in model()) {
        let (all, few) = (model.state(), narrowed(&model, &Needs::the_few()));
        prop_assert_eq!(few.count(), all.all().count());
        prop_assert_eq!(few.goal_count(), all.goal_count());
        for kind in Kind::ALL {
            prop_assert_eq!(few.count_of(kind), all.all().filter(|held| held.id.kind() == kind).count());
        }
    }
}

#[test]
fn those_of_which_there_is_one_each_are_always_there() {
    let few = Needs::the_few();
    for kind in Kind::ALL {
        assert_eq!(few.has_all(kind), !is_many(kind), "{}", kind.id());
        assert!(is_many(kind) || few.has(ItemId::The(kind)), "{}", kind.id());
    }
}

#[test]
fn what_was_not_loaded_is_a_mistake_and_no_answer() {
    let few = || narrowed(&Model::default(), &Needs::the_few());
    let goal = ItemId::Goal(GOAL);
    let asked: &[(&str, &(dyn Fn(State) + std::panic::RefUnwindSafe))] = &[
        ("one", &|state| drop(state.get(goal).cloned())),
        ("its version", &|state| assert_eq!(state.version(goal), Version(0))),
        ("a goal", &|state| assert!(state.goal(GOAL).is_none())),
        ("goals", &|state| assert!(state.goals().is_empty())),
        ("goals taken away", &|state| assert!(state.goals_taken_away().is_empty())),
        ("all", &|state| assert_eq!(state.all().count(), 0)),
        ("names", &|state| assert_eq!(state.ever_held().count(), 0)),
        ("names of a kind", &|state| assert_eq!(state.ever_held_of(Kind::Goal).count(), 0)),
        ("a name", &|state| assert!(!state.was_ever_held(goal))),
        ("a page", &|state| assert!(state.page(Shelf::Of(Kind::Goal)).items.is_empty())),
        ("a run", &|state| assert_eq!(state.run().count(), 0)),
        ("what someone may see", &|state| drop(state.only(|_| true))),
    ];
    for (what, ask) in asked {
        let state = few();
        let ask = std::panic::AssertUnwindSafe(|| ask(state));
        assert!(std::panic::catch_unwind(ask).is_err(), "{what}: answered, and nothing of it was loaded");
    }
    // And with it: answered.
    let needs = Needs::the_few().and_all(Kind::Goal).and_item(goal).and_names(Names::All).and_run(None, 10).and_page(
        Shelf::Of(Kind::Goal),
        Place::Newest,
        10,
    );
    let state = narrowed(&Model::default(), &needs);
    assert!(state.get(goal).is_none() && state.goals().is_empty() && !state.was_ever_held(goal));
    assert_eq!(state.ever_held().count() + state.run().count(), 0);
}

//! A command is decided the same from what it says it needs as from everything; and what was not loaded is never guessed at.

use std::{cmp::Reverse, collections::BTreeMap};

use own_terms_domain::{
    decide::decide,
    ids::GoalId,
    item::{ItemId, Kind, Version},
    needs::{Names, Needs, Place, Shelf, Stretch},
    sight::{self, sees_now, sight},
    state::{Listed, State},
    telling::after,
};
use proptest::{collection::vec, prelude::*};

use crate::given::{ME, Model, actor, carers, cases, command, model, now_at};

const GOAL: GoalId = GoalId(uuid::Uuid::from_u128(1));

fn then(minutes: i64) -> own_terms_domain::time::Now {
    now_at(jiff::Timestamp::from_second(1_803_810_600 + 60 * minutes).unwrap())
}

/// The state as the store gives it to whoever needs only this of it.
pub fn narrowed(model: &Model, needs: &Needs) -> State {
    let mut counts = BTreeMap::new();
    for id in model.held.keys().filter(|id| !id.kind().is_single()) {
        *counts.entry(id.kind()).or_default() += 1;
    }
    let listed = |stretch: &Stretch| {
        let of_kind = model.held.values().filter(|held| stretch.of == Shelf::Of(held.id.kind()));
        let mut items: Vec<(ItemId, Version)> = of_kind.map(|held| (held.id, held.version)).collect();
        items.sort_by_key(|(_, version)| Reverse(*version));
        items.truncate(stretch.most);
        Listed { of: stretch.of, items, newer: false, older: false }
    };
    let pages: Vec<Listed> = needs.pages.iter().map(listed).collect();
    let is_listed = |id| pages.iter().any(|page| page.items.iter().any(|(listed, _)| *listed == id));
    let held = model.held.values().filter(|held| needs.has(held.id) || is_listed(held.id)).cloned();
    let ever = model.held.keys().chain(&model.past).copied().filter(|id| needs.names(*id));
    let all = State::new(ME, held).with_past(ever).with_only(needs.clone(), counts);
    all.with_lists(pages, Vec::new())
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn what_a_command_says_it_needs_is_enough_to_decide_it(
        mut model in model(), before in vec(command(then(0)), 0..8), carers in carers(then(1).today), actor in actor(),
        command in command(then(1)),
    ) {
        for command in before {
            let _ = model.me(command, then(0));
        }
        let model = model.with_carers(carers);
        let from_all = decide(&model.state(), actor, command.clone(), then(1));
        let narrow = narrowed(&model, &command.needs());
        prop_assert_eq!(decide(&narrow, actor, command, then(1)), from_all.clone());
        // What is told of it follows from the same.
        if let Ok(entries) = from_all {
            prop_assert_eq!(after(&narrow, actor, &entries, then(1)), after(&model.state(), actor, &entries, then(1)));
        }
    }

    #[test]
    fn the_picture_of_who_sees_what_is_the_same_from_what_it_needs(model in model(), carers in carers(then(1).today)) {
        let model = model.with_carers(carers);
        let first = narrowed(&model, &sight::needs_first());
        let state = narrowed(&model, &sight::needs(&first));
        prop_assert_eq!(sight(&state, then(1)), sight(&model.state(), then(1)));
    }

    #[test]
    fn who_sees_an_item_is_the_same_with_only_it_and_what_stands_beside_it(model in model(), carers in carers(then(1).today)) {
        let model = model.with_carers(carers);
        let all = model.state();
        for held in all.all() {
            let state = narrowed(&model, &Needs::the_few().and_item(held.id).and_beside(held.id));
            prop_assert_eq!(sees_now(&state, held, then(1)), sees_now(&all, held, then(1)));
        }
    }

    #[test]
    fn how_many_there_are_is_known_whatever_is_loaded(model in model()) {
        let (all, few) = (model.state(), narrowed(&model, &Needs::the_few()));
        prop_assert_eq!(few.count(), all.all().count());
        prop_assert_eq!(few.goal_count(), all.goal_count());
        for kind in Kind::ALL.iter().copied() {
            prop_assert_eq!(few.count_of(kind), all.all().filter(|held| held.id.kind() == kind).count());
        }
    }
}

#[test]
fn those_of_which_there_is_one_each_are_always_there() {
    let few = Needs::the_few();
    for kind in Kind::ALL.iter().copied() {
        assert_eq!(few.has_all(kind), kind.is_single() || matches!(kind, Kind::Carer | Kind::Consent), "{}", kind.id());
        assert!(!kind.is_single() || few.has(ItemId::The(kind)), "{}", kind.id());
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

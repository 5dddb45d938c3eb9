//! Erasing: exactly what was named goes, only the person can do it, and it never opens a door that they closed.

use own_terms_domain::{
    actor::Actor,
    agreement,
    appointment::Progress,
    decide::{Change, Command, Entry, Refusal, ToErase, may_contact, mend, told_before},
    item::{Item, ItemId, Kind, Version},
};
use own_terms_domain::{reading::Choice as _, record::Sort};
use proptest::{collection::vec, prelude::*};

use crate::given::{ME, Model, actor, cases, command, model, now_at, to_erase};

fn then(minutes: i64) -> own_terms_domain::time::Now {
    now_at(jiff::Timestamp::from_second(1_803_810_600 + 60 * minutes).unwrap())
}

fn after(mut model: Model, commands: Vec<Command>) -> Model {
    for command in commands {
        let _ = model.me(command, then(0));
    }
    model
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn what_is_erased_is_what_was_named_and_nothing_else(
        model in model(), commands in vec(command(then(0)), 0..12), what in to_erase(),
    ) {
        let mut model = after(model, commands);
        let what = match what {
            // As someone sends it who sees what stands.
            ToErase::Item { id, .. } => ToErase::Item { id, on: model.state().version(id) },
            other => other,
        };
        let (state, said) = (model.state(), model.said());
        let stopped = state.standing().is_stopped();
        let goes = |id: ItemId| {
            let named = match what {
                ToErase::Item { id: named, .. } => named == id,
                ToErase::Kind(kind) => kind == id.kind(),
                ToErase::Everything => true,
            };
            let law = state.get(id).is_some_and(|held| held.item.law_keeps_it_until(then(1).today).is_some());
            // How they sign in is closed way by way.
            let way_in = matches!(id, ItemId::SignIn(_)) && state.get(id).is_some();
            // It goes with its record alone.
            let keeps_back = id.kind() == Kind::KeptBack && state.get(id).is_some();
            let keeps_away = stopped && id == ItemId::The(Kind::Standing);
            let lets_in = id == ItemId::The(Kind::Recovery)
                && state.recovery().is_some_and(|one| then(1).at < one.stands_until());
            // Tests of their own say when that is.
            let to_tell = told_before(&state, id, then(1)).is_some();
            named && !(law || way_in || keeps_away || lets_in || keeps_back || to_tell)
        };
        // What stands beside a record goes with it.
        let named = |id: ItemId| {
            let sorts = |record| Sort::ALL.iter().map(move |sort| ItemId::Record(*sort, record));
            let with = |record| sorts(record).chain([ItemId::Message(record)]).any(|whole| {
                state.ever_held().any(|id| id == whole) && goes(whole)
            });
            // Nor is it kept elsewhere how somebody was reached.
            let details = [Kind::Ways, Kind::Safe].map(ItemId::The);
            let was_reached = id == ItemId::The(Kind::EarlierContact)
                && details.into_iter().any(|one| state.ever_held().any(|id| id == one) && goes(one));
            // Who was there goes with what they were at.
            let was_there = matches!(id, ItemId::Participant(of, _)
                if state.ever_held().any(|id| id == ItemId::Appointment(of)) && goes(ItemId::Appointment(of)));
            was_reached || was_there || goes(id) || matches!(id, ItemId::Correction(record) | ItemId::OtherView(record) | ItemId::KeptBack(record) if with(record))
        };
        let there: Vec<ItemId> = state.ever_held().filter(|id| named(*id)).collect();
        match model.me(Command::Erase { what }, then(1)) {
            Ok(entries) => {
                let erased: Vec<ItemId> =
                    entries.iter().filter(|entry| entry.change == Change::Erase).map(|entry| entry.item).collect();
                prop_assert_eq!(&erased, &there);
                prop_assert!(model.state().ever_held().all(|id| !named(id)));
                for (id, item) in said {
                    // Without a wish to talk, or whom to talk to, nothing is offered any more.
                    let offered = matches!(&item, Item::Appointment(one) if one.progress == Progress::Offered);
                    let offered = offered || matches!(&item, Item::Agreement(one) if one.is_open() || one.progress == agreement::Progress::Agreed);
                    // Nor does what a case worker asked wait any longer.
                    let offered = offered || matches!(&item, Item::Consent(one) if one.is_open() && one.asked_by.case_worker().is_some());
                    if !named(id) && !offered && id != ItemId::The(Kind::GoalOrder) {
                        prop_assert_eq!(model.said().remove(&id), Some(item));
                    }
                }
                // Nothing speaks of a goal that is gone.
                for goal in model.state().goal_order().goals {
                    prop_assert!(!erased.contains(&ItemId::Goal(goal)));
                }
            }
            Err(refusal) => {
                let standing = matches!(what, ToErase::Item { id: ItemId::The(Kind::Standing), .. });
                let law_keeps_some = matches!(refusal, Refusal::KeptByLaw(_) | Refusal::NotBefore(_));
                match refusal {
                    Refusal::KeptByLaw(until) => prop_assert!(until > then(1).today),
                    Refusal::NotBefore(from) => {
                        let (ToErase::Item { id: ItemId::The(kind), .. } | ToErase::Kind(kind)) = what else {
                            return Err(TestCaseError::fail(format!("{what:?}")));
                        };
                        let told = [Kind::Recovery, Kind::Ways, Kind::Safe, Kind::EarlierContact].contains(&kind);
                        prop_assert!(told && from > then(1).at);
                    }
                    other => {
                        prop_assert_eq!(other, if stopped && standing { Refusal::Stopped } else { Refusal::NotFound });
                    }
                }
                // Of one thing, or of all that the law keeps: where there is nothing at all, nothing is refused.
                let is_one = matches!(what, ToErase::Item { .. });
                prop_assert!((is_one || law_keeps_some) && there.is_empty());
            }
        }
    }

    #[test]
    fn one_that_says_something_else_than_was_seen_is_not_erased(model in model(), what in to_erase(), off in 1..9_u32) {
        let mut model = model;
        if let ToErase::Item { id, .. } = what {
            let stands = model.state().version(id);
            let (said, on) = (model.said(), Version(stands.0 + off));
            let answer = model.me(Command::Erase { what: ToErase::Item { id, on } }, then(1));
            prop_assert_eq!(answer, Err(Refusal::Changed(stands)));
            prop_assert_eq!(model.said(), said);
        }
    }

    #[test]
    fn nobody_but_the_person_erases_anything(model in model(), what in to_erase(), actor in actor()) {
        let mut model = model;
        let said = model.said();
        if actor != Actor::Claimant(ME) {
            prop_assert_eq!(model.run(actor, Command::Erase { what }, then(1)), Err(Refusal::NotPermitted));
            prop_assert_eq!(model.said(), said);
        }
    }

    #[test]
    fn what_is_gone_by_other_means_is_spoken_of_no_more_and_nothing_else_is_said(
        model in model(), commands in vec(command(then(0)), 0..12), gone in vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let mut model = after(model, commands);
        let held: Vec<ItemId> = model.state().all().map(|held| held.id).collect();
        for item in gone.iter().filter(|_| !held.is_empty()).map(|gone| *gone.get(&held)) {
            model.put(Entry { item, change: Change::Erase }, Actor::Service, then(1).at);
        }
        let said = model.said();
        for entry in mend(&model.state()) {
            prop_assert!(said.contains_key(&entry.item), "it says nothing of what was not there");
            model.put(entry, Actor::Service, then(1).at);
        }
        for goal in model.state().goal_order().goals {
            prop_assert!(model.state().get(ItemId::Goal(goal)).is_some());
        }
        let order = ItemId::The(Kind::GoalOrder);
        prop_assert!(model.said().iter().all(|(id, item)| *id == order || said.get(id) == Some(item)));
        prop_assert_eq!(mend(&model.state()), vec![]);
    }

    #[test]
    fn erasing_never_lets_anyone_make_contact(model in model(), commands in vec(command(then(0)), 0..12), what in to_erase()) {
        let mut model = after(model, commands);
        let could = may_contact(&model.state(), then(2));
        let stopped = model.state().standing().is_stopped();
        let _ = model.me(Command::Erase { what }, then(1));
        prop_assert!(could || !may_contact(&model.state(), then(2)));
        prop_assert_eq!(model.state().standing().is_stopped(), stopped);
    }
}

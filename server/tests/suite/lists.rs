//! Long lists, page by page: each thing once, whatever is written meanwhile; and nothing is loaded that was not asked for.

use std::{collections::BTreeSet, sync::Arc};

use own_terms::store::{Ask, Store, View, Want};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, ToErase},
    goals::Stage,
    ids::{ClaimantId, StaffId},
    item::{ItemId, Kind, Version},
    needs::{Names, Needs, Place, Shelf},
    standing::ComeBack,
    state::Listed,
};
use proptest::{prelude::*, sample::Index, strategy::ValueTree as _, test_runner::TestRunner};
use uuid::Uuid;

use crate::given::{add_goal, at, goal_id, look, make, own, say, seen, someone_who_said_everything};

const GOALS: Shelf = Shelf::Of(Kind::Goal);

async fn view(store: &dyn Store, claimant: ClaimantId, needs: Needs) -> View {
    let ask = Ask { needs, want: Want::Items, ..look(claimant, Actor::Claimant(claimant), None) };
    store.view(ask).await.unwrap()
}

async fn page(store: &dyn Store, claimant: ClaimantId, of: Shelf, from: Place, most: usize) -> Listed {
    let view = view(store, claimant, Needs::the_few().and_page(of, from, most)).await;
    let page = view.state.page(of).clone();
    for (id, version) in &page.items {
        // What is on a page is opened, and nothing else of its kind is.
        assert!(of == Shelf::TakenAway || view.state.version(*id) == *version);
    }
    let others = view.state.at_hand().filter(|held| held.id.kind() == Kind::Goal);
    assert_eq!(others.count(), if of == GOALS { page.items.len() } else { 0 });
    page
}

async fn with_goals(store: &dyn Store, number: u128, goals: u128) -> ClaimantId {
    let claimant = make(store, number).await;
    let orders = (0..goals).map(|goal| own(claimant, add_goal(goal, &format!("goal {goal}")), at(0))).collect();
    store.commit_all(orders).await.unwrap();
    claimant
}

/// Something written to a goal that an earlier page has shown, or a new goal.
fn written(claimant: ClaimantId, given: &[(ItemId, Version)], (what, which): (u8, Index), new: u128) -> Command {
    let Some((ItemId::Goal(id), on)) = (!given.is_empty()).then(|| *which.get(given)) else {
        return add_goal(new, &format!("new for {}", claimant.0.as_u128()));
    };
    match what {
        0 => Command::MarkGoal { id, on, stage: Stage::Doing },
        1 => Command::TakeAwayGoal { id, on },
        2 => Command::Erase { what: ToErase::Item { id: ItemId::Goal(id), on } },
        _ => add_goal(new, "new"),
    }
}

pub async fn pages_give_each_thing_once_whatever_is_written_on_an_earlier_one(store: Arc<dyn Store>) {
    let mut runner = TestRunner::deterministic();
    let case = (0..50_u128, 1..9_usize, prop::collection::vec(prop::option::of((0..4_u8, any::<Index>())), 60));
    for number in 1..=20 {
        let (goals, most, writes) = case.new_tree(&mut runner).unwrap().current();
        let claimant = with_goals(&*store, number, goals).await;
        let (mut given, mut from, mut new) = (Vec::new(), Place::Newest, 1000);
        for write in writes {
            let listed = page(&*store, claimant, GOALS, from, most).await;
            given.extend(listed.items);
            if let Some(write) = write {
                new += 1;
                // What was erased since cannot be written, which is no matter here.
                let _ = say(&*store, claimant, written(claimant, &given, write, new)).await;
            }
            match (given.last(), listed.older) {
                (Some((_, last)), true) => from = Place::Before(*last),
                _ => break,
            }
        }
        let ids: BTreeSet<ItemId> = given.iter().map(|(id, _)| *id).collect();
        assert_eq!(ids.len(), given.len(), "{number}: something was given twice");
        assert!((0..goals).all(|goal| ids.contains(&ItemId::Goal(goal_id(goal)))), "{number}: something was not given");
        assert!(given.is_sorted_by(|(_, newer), (_, older)| newer > older), "{number}: not the newest first");
    }
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn the_way_back_is_the_way_there(store: Arc<dyn Store>) {
    let claimant = with_goals(&*store, 1, 23).await;
    let (mut pages, mut from) = (Vec::new(), Place::Newest);
    loop {
        let listed = page(&*store, claimant, GOALS, from, 5).await;
        from = Place::Before(listed.items.last().unwrap().1);
        pages.push(listed);
        if !pages.last().unwrap().older {
            break;
        }
    }
    assert_eq!(pages.iter().map(|page| page.items.len()).collect::<Vec<_>>(), [5, 5, 5, 5, 3]);
    for pair in pages.windows(2) {
        let back = page(&*store, claimant, GOALS, Place::After(pair[1].items[0].1), 5).await;
        assert_eq!(back, pair[0]);
    }
    // Near the newest, and from places that nothing has: the newest page is a full one.
    for from in [Place::After(pages[0].items[2].1), Place::After(Version(u32::MAX)), Place::Before(Version(u32::MAX))] {
        assert_eq!(page(&*store, claimant, GOALS, from, 5).await, pages[0], "{from:?}");
    }
    let end = page(&*store, claimant, GOALS, Place::Before(Version(0)), 5).await;
    assert_eq!((end.items.len(), end.newer, end.older), (0, true, false));
}

pub async fn everything_is_looked_through_once_run_by_run(store: Arc<dyn Store>) {
    let (claimant, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let all: Vec<ItemId> = seen(&*store, claimant).await.state.all().map(|held| held.id).collect();
    for most in [1, 4, 100] {
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let state = view(&*store, claimant, Needs::the_few().and_run(after, most)).await.state;
            let run: Vec<ItemId> = state.run().map(|held| held.id).collect();
            assert!(run.len() <= most);
            after = run.last().copied();
            found.extend(run);
            if after.is_none() {
                break;
            }
        }
        assert!(found.is_sorted_by_key(ToString::to_string));
        found.sort_unstable();
        assert_eq!(found, all);
    }
}

pub async fn how_many_are_held_is_known_whatever_is_written(store: Arc<dyn Store>) {
    let (claimant, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let one = ItemId::Goal(goal_id(1));
    let on = seen(&*store, claimant).await.state.version(one);
    for command in [
        add_goal(3, "a third"),
        add_goal(3, "a third"),
        Command::Erase { what: ToErase::Item { id: one, on } },
        Command::ComeBack { how: ComeBack::Afresh },
        Command::Stop,
        add_goal(4, "a fourth"),
        Command::Erase { what: ToErase::Kind(Kind::Goal) },
        Command::Erase { what: ToErase::Kind(Kind::Goal) },
        add_goal(5, "a fifth"),
        Command::Erase { what: ToErase::Everything },
    ] {
        say(&*store, claimant, command).await.unwrap();
        let all = seen(&*store, claimant).await.state;
        let few = view(&*store, claimant, Needs::the_few()).await.state;
        assert_eq!(
            (few.count(), few.goal_count()),
            (all.all().count(), all.goals().len() + all.goals_taken_away().len())
        );
    }
    assert_eq!(
        view(&*store, claimant, Needs::the_few()).await.state.count(),
        6,
        "that support was stopped, what the law keeps, the ways to sign in, and a new one that was asked for"
    );
}

pub async fn what_was_taken_away_is_listed_until_it_is_said_anew_or_erased(store: Arc<dyn Store>) {
    let (claimant, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let taken_away = async || -> BTreeSet<ItemId> {
        page(&*store, claimant, Shelf::TakenAway, Place::Newest, 50).await.items.into_iter().map(|(id, _)| id).collect()
    };
    assert!(taken_away().await.is_empty());
    say(&*store, claimant, Command::ComeBack { how: ComeBack::Afresh }).await.unwrap();
    let all = taken_away().await;
    let state = seen(&*store, claimant).await.state;
    assert_eq!(all, state.ever_held().filter(|id| state.get(*id).is_none()).collect());
    assert!(all.len() > 5);
    let first = page(&*store, claimant, Shelf::TakenAway, Place::Newest, 3).await;
    let next = page(&*store, claimant, Shelf::TakenAway, Place::Before(first.items[2].1), 50).await;
    assert_eq!((first.items.len() + next.items.len(), first.older, next.newer), (all.len(), true, true));
    let pace = own_terms_domain::terms::Pace::default();
    say(&*store, claimant, Command::SetPace { on: Version(0), pace }).await.unwrap();
    let erase = ToErase::Item { id: ItemId::The(Kind::Times), on: Version(0) };
    say(&*store, claimant, Command::Erase { what: erase }).await.unwrap();
    let left: BTreeSet<ItemId> =
        all.into_iter().filter(|id| ![ItemId::The(Kind::Pace), ItemId::The(Kind::Times)].contains(id)).collect();
    assert_eq!(taken_away().await, left);
    // Of one by its name it is known, too.
    let times = ItemId::The(Kind::Times);
    let state = view(&*store, claimant, Needs::the_few().and_item(times)).await.state;
    assert!(state.get(times).is_none() && !state.was_ever_held(times));
    let wish = ItemId::The(Kind::Wish);
    let state = view(&*store, claimant, Needs::the_few().and_item(wish).and_names(Names::Of(Kind::Goal))).await.state;
    assert!(state.was_ever_held(wish) && state.ever_held_of(Kind::Goal).count() == 2);
}

pub async fn someone_else_is_asked_about_everything_whatever_they_say_they_need(store: Arc<dyn Store>) {
    let claimant = with_goals(&*store, 1, 3).await;
    let stranger = Actor::CaseWorker(StaffId(Uuid::from_u128(3)));
    for needs in [Needs::the_few(), Needs::the_few().and_page(GOALS, Place::Newest, 1)] {
        let ask = Ask { needs, ..look(claimant, stranger, None) };
        assert!(store.view(ask).await.is_err());
    }
}

//! Keys that come and go while others write and read.

use own_terms::store::{Ask, Store as _, StoreError, Want, Which, sqlite::SqliteStore};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, ToErase},
    ids::ClaimantId,
    item::Kind,
};

use super::state;
use crate::{
    files::{behind, is_well, number, one_place},
    given::{Folder, add_goal, alive, at, begun, erase_goal, look, make, open, say},
};

#[tokio::test]
async fn two_stores_on_the_same_files_neither_lose_nor_leave_a_key() {
    let folder = Folder::new();
    let (one, two) = (open(&folder).await, open(&folder).await);
    let claimant = make(&one, 1).await;
    let write = async |store: &SqliteStore, first: u128| {
        for number in first..first + 12 {
            say(store, claimant, add_goal(number, "a goal")).await.unwrap();
            if number % 3 == 0 {
                let erase = erase_goal(&state(store, claimant).await, number);
                say(store, claimant, erase).await.unwrap();
            }
        }
    };
    // And others come and go, each putting right what it takes for unfinished.
    let come_and_go = async || {
        for _ in 0..6 {
            open(&folder).await.close().await;
        }
    };
    tokio::join!(write(&one, 0), write(&two, 100), come_and_go());
    assert_eq!(state(&two, claimant).await.goals().len(), 16);
    is_well(&one).await;
}

#[tokio::test]
async fn whoever_erases_and_whoever_says_something_new_do_not_wait_for_each_other_in_a_circle() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, two) = (make(&store, 1).await, make(&store, 2).await);
    let erase_all = async {
        for number in 0..25 {
            say(&store, one, add_goal(number, "a goal")).await.unwrap();
            say(&store, one, Command::Erase { what: ToErase::Everything }).await.unwrap();
        }
    };
    let add = async {
        for number in 0..60 {
            say(&store, two, add_goal(number, "a goal")).await.unwrap();
        }
    };
    tokio::join!(erase_all, add);
    is_well(&store).await;
}

#[tokio::test]
async fn a_key_that_goes_while_someone_reads_is_no_damage() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (claimant, other) = (make(&store, 1).await, make(&store, 2).await);
    let session = |who: ClaimantId| Ask { want: Want::Items, ..look(who, Actor::Claimant(who), Some(token(who))) };
    for who in [claimant, other] {
        say(&store, who, add_goal(1, "a goal")).await.unwrap();
        store.begin_session(token(who), who, begun(0)).await.unwrap();
        // Logged, so that from now on a look of theirs only reads.
        store.view(session(who)).await.unwrap();
    }
    // Someone is at erasing it: the key is gone, the rest is not on the disk yet.
    let mut erasing = behind(&folder).await;
    sqlx::raw_sql("BEGIN IMMEDIATE; DELETE FROM vault.item_key WHERE item_id LIKE 'goal.%'")
        .execute(&mut erasing)
        .await
        .unwrap();
    sqlx::raw_sql("COMMIT; BEGIN IMMEDIATE").execute(&mut erasing).await.unwrap();
    let view = store.view(session(claimant));
    tokio::pin!(view);
    let others = async {
        for _ in 0..50 {
            assert!(store.session(token(other), at(1).at, alive(0, 0)).await.unwrap().is_some());
        }
    };
    tokio::select! {
        biased;
        answer = &mut view => panic!("answered while it was being erased: {:?}", answer.map(|_| ())),
        () = others => {}
    }
    let gone = "DELETE FROM item WHERE item_id LIKE 'goal.%'; UPDATE claimant SET items = 1; DELETE FROM tally; COMMIT";
    sqlx::raw_sql(gone).execute(&mut erasing).await.unwrap();
    let state = view.await.unwrap().state;
    assert_eq!(state.goals().len(), 0);
    // Gone for good, and nobody is at erasing: that is damage, and is said.
    sqlx::raw_sql("DELETE FROM vault.item_key").execute(&mut erasing).await.unwrap();
    let answer = store.view(session(claimant)).await;
    assert!(matches!(answer, Err(StoreError::Damaged(_))), "{:?}", answer.map(|_| ()));
}

fn token(of: ClaimantId) -> [u8; 32] {
    let [byte, ..] = *of.0.as_bytes().last_chunk::<1>().unwrap();
    [byte; 32]
}

#[tokio::test]
async fn whoever_goes_away_while_it_is_erased_has_erased_it() {
    let (folder, store, claimant) = one_place().await;
    for goal in 0..6 {
        say(&store, claimant, add_goal(goal, "a goal")).await.unwrap();
        let erase = erase_goal(&state(&store, claimant).await, goal);
        let mut erasing = Box::pin(say(&store, claimant, erase));
        let is_committed = "SELECT count(*) FROM ledger WHERE act = 'erase'";
        let erased = number(&folder, is_committed).await;
        // Gone as soon as it is committed, when the key is still there.
        while futures_util::poll!(erasing.as_mut()).is_pending() && number(&folder, is_committed).await == erased {}
        drop(erasing);
        let mut looks = 0;
        while number(&folder, "SELECT count(*) FROM key_to_destroy").await > 0 {
            looks += 1;
            assert!(looks < 1000, "nobody carries it through");
        }
    }
    is_well(&store).await;
    let ask = Ask { want: Want::Entries(Which::All), ..look(claimant, Actor::Claimant(claimant), None) };
    let entries = store.view(ask).await.unwrap().entries;
    let read = entries.iter().filter(|entry| entry.link.item.kind() == Kind::Goal && entry.content.is_some());
    assert_eq!(read.count(), 0);
}

//! Cut off at any moment between the database and the vault.

use own_terms::store::{StoreError, sqlite::SqliteStore};
use own_terms_domain::{
    decide::Command,
    ids::ClaimantId,
    item::{ItemId, Kind, Version},
    terms::Pace,
};

use super::state;
use crate::{
    files::{is_well, number, one_place, power_cut, run, take},
    given::{Folder, KEY, add_goal, erase_goal, goal_id, make, open, open_with, person, say},
};

#[tokio::test]
async fn cut_off_after_the_key_and_before_the_entry_it_is_as_if_nothing_was_said() {
    let (folder, store, claimant) = one_place().await;
    say(&store, claimant, add_goal(1, "there before")).await.unwrap();
    let cut = power_cut(&folder);
    say(&store, claimant, add_goal(2, "never committed")).await.unwrap();
    take(&folder.vault(), &cut);
    assert_eq!(number(&cut, "SELECT count(*) FROM vault.item_key").await, 3);
    let store = open(&cut).await;
    assert_eq!(number(&cut, "SELECT count(*) FROM vault.item_key").await, 2, "what nothing uses is destroyed");
    assert_eq!(number(&cut, "SELECT count(*) FROM vault.destroyed_key").await, 1);
    is_well(&store).await;
    let ever: Vec<_> = state(&store, claimant).await.ever_held().collect();
    assert_eq!(ever, [ItemId::The(Kind::GoalOrder), ItemId::Goal(goal_id(1))]);
    say(&store, claimant, add_goal(2, "said again")).await.unwrap();
    assert_eq!(state(&store, claimant).await.goals().len(), 2);
    is_well(&store).await;
}

#[tokio::test]
async fn a_key_whose_entry_failed_goes_with_the_next_that_is_put_in() {
    let (folder, store, claimant) = one_place().await;
    // Refused by the database when all else is done and the key is in the vault: at the commit.
    run(
        &folder,
        "CREATE TABLE full (number INTEGER REFERENCES checkpoint DEFERRABLE INITIALLY DEFERRED);
         CREATE TRIGGER full AFTER INSERT ON ledger BEGIN INSERT INTO full VALUES (-1); END",
    )
    .await
    .unwrap();
    assert!(matches!(say(&store, claimant, add_goal(1, "lost")).await, Err(StoreError::Database(_))));
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 2);
    let ever = state(&store, claimant).await.ever_held().count();
    assert_eq!(ever, 0, "a key that nothing uses is no past");
    run(&folder, "DROP TRIGGER full; DROP TABLE full").await.unwrap();
    say(&store, claimant, add_goal(1, "kept")).await.unwrap();
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 2);
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.destroyed_key").await, 2);
    is_well(&store).await;
}

/// Someone with two goals, one of which was erased while the vault could not be written to; and the moment after that.
async fn erased_and_not_destroyed() -> (Folder, Folder, SqliteStore, ClaimantId) {
    let (folder, store, claimant) = one_place().await;
    for number in 1..=2 {
        say(&store, claimant, add_goal(number, "a goal")).await.unwrap();
    }
    let full = "CREATE TRIGGER vault.full BEFORE INSERT ON destroyed_key BEGIN SELECT raise(ABORT, 'full'); END";
    run(&folder, full).await.unwrap();
    let erase = erase_goal(&state(&store, claimant).await, 1);
    let answer = say(&store, claimant, erase).await;
    assert!(matches!(answer, Err(StoreError::Database(_))), "nobody is told that it is gone: {answer:?}");
    run(&folder, "DROP TRIGGER vault.full").await.unwrap();
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 3);
    assert_eq!(number(&folder, "SELECT count(*) FROM key_to_destroy").await, 1);
    let cut = power_cut(&folder);
    (folder, cut, store, claimant)
}

async fn is_destroyed(folder: &Folder, store: &SqliteStore, claimant: ClaimantId) {
    assert_eq!(number(folder, "SELECT count(*) FROM vault.item_key").await, 2);
    assert_eq!(number(folder, "SELECT count(*) FROM vault.destroyed_key").await, 1);
    assert_eq!(number(folder, "SELECT count(*) FROM key_to_destroy").await, 0);
    is_well(store).await;
    let state = state(store, claimant).await;
    assert!(state.ever_held().all(|id| id != ItemId::Goal(goal_id(1))));
    assert_eq!(state.goals().len(), 1);
    let erased = "SELECT count(*) FROM ledger WHERE act = 'erase'";
    assert_eq!(number(folder, erased).await, 1, "and it was erased once");
}

#[tokio::test]
async fn cut_off_between_an_erasure_and_its_keys_they_are_destroyed_at_the_next_start() {
    let (_folder, cut, _store, claimant) = erased_and_not_destroyed().await;
    let store = open(&cut).await;
    is_destroyed(&cut, &store, claimant).await;
}

#[tokio::test]
async fn cut_off_between_the_keys_and_the_note_of_that_nothing_is_left_to_do_twice() {
    let (folder, cut, store, claimant) = erased_and_not_destroyed().await;
    store.close().await;
    open(&folder).await.close().await;
    // The vault afterwards, the database before.
    take(&folder.vault(), &cut);
    let store = open(&cut).await;
    is_destroyed(&cut, &store, claimant).await;
}

#[tokio::test]
async fn what_could_not_be_destroyed_is_with_the_next_change_of_anybody() {
    let (folder, _cut, store, claimant) = erased_and_not_destroyed().await;
    // The person can still see that it is there, and take it away themself.
    assert!(state(&store, claimant).await.ever_held().any(|id| id == ItemId::Goal(goal_id(1))));
    make(&store, 2).await;
    say(&store, person(2), Command::SetPace { on: Version(0), pace: Pace::default() }).await.unwrap();
    let other = "SELECT count(*) FROM vault.item_key JOIN item USING (claimant_id, key_id) WHERE item.item_id = 'pace'";
    assert_eq!(number(&folder, other).await, 1);
    assert_eq!(number(&folder, "SELECT count(*) FROM key_to_destroy").await, 0);
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.destroyed_key").await, 1);
    is_well(&store).await;
}

#[tokio::test]
async fn what_is_said_anew_before_the_keys_of_before_are_destroyed_stays() {
    let (folder, cut, store, claimant) = erased_and_not_destroyed().await;
    // Before the next change puts it right, as when another server has not come to it yet.
    say(&store, claimant, add_goal(1, "said anew")).await.unwrap();
    assert_eq!(state(&store, claimant).await.goals().len(), 2);
    is_well(&store).await;
    drop(folder);
    // And one that cannot destroy what it has to does not start.
    run(&cut, "CREATE TRIGGER vault.full BEFORE INSERT ON destroyed_key BEGIN SELECT raise(ABORT, 'full'); END")
        .await
        .unwrap();
    assert!(open_with(&cut, KEY).await.is_err());
    run(&cut, "DROP TRIGGER vault.full").await.unwrap();
    let store = open(&cut).await;
    say(&store, claimant, add_goal(1, "said anew")).await.unwrap();
    assert_eq!(state(&store, claimant).await.goals().len(), 2);
    is_well(&store).await;
}

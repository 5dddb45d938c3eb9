//! Several on one file at once, and those who have to wait.

use own_terms::store::{Store as _, StoreError, sqlite::SqliteStore};
use own_terms_domain::{account::Origin, actor::Actor};

use super::wrong;
use crate::{
    files::{one_place, past},
    given::{Folder, KEY, add_goal, at, begun, look, make, open, open_with, own, person, say, seen},
};

#[tokio::test]
async fn whoever_waits_too_long_is_told_and_readers_are_served_meanwhile() {
    let (folder, store, claimant) = one_place().await;
    let me = Actor::Claimant(claimant);
    store.begin_session([1; 32], claimant, begun(0)).await.unwrap();
    store.view(look(claimant, me, Some([1; 32]))).await.unwrap();
    let mut other = past(&folder.database()).await;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    // All at once, so that the test waits no longer than one of them.
    let (write, place, session, first_look, second_look) = tokio::join!(
        say(&store, claimant, add_goal(1, "a goal")),
        store.make_place(person(2), Origin::Demonstration, at(0).at),
        store.begin_session([2; 32], claimant, begun(0)),
        store.view(look(claimant, me, None)),
        store.view(look(claimant, me, Some([1; 32]))),
    );
    assert!(matches!(write, Err(StoreError::Busy)), "{write:?}");
    assert!(matches!(place, Err(StoreError::Busy)), "{place:?}");
    assert!(matches!(session, Err(StoreError::Busy)), "{session:?}");
    assert!(matches!(first_look, Err(StoreError::Busy)), "a look that cannot be logged now is not answered");
    assert!(second_look.is_ok(), "a look that is logged already needs no writing");
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    assert_eq!(wrong(&store).await, Vec::<String>::new());
}

#[tokio::test]
async fn two_that_start_at_once_both_find_the_schema() {
    for _ in 0..6 {
        let folder = Folder::new();
        let open = || open_with(&folder, KEY);
        let (one, two, three) = tokio::join!(open(), open(), open());
        let stores = [one.unwrap(), two.unwrap(), three.unwrap()];
        let claimant = make(&stores[0], 1).await;
        for (number, store) in (0..).zip(&stores) {
            say(store, claimant, add_goal(number, "a goal")).await.unwrap();
        }
        assert_eq!(seen(&stores[0], claimant).await.state.goals().len(), 3);
        assert_eq!(wrong(&stores[1]).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn two_stores_on_one_file_never_lose_each_others_changes() {
    let folder = Folder::new();
    let (one, two) = (open(&folder).await, open(&folder).await);
    let claimant = make(&one, 1).await;
    let write = async |store: &SqliteStore, first: u128| {
        for number in first..first + 15 {
            store.commit(own(claimant, add_goal(number, "a goal"), at(0))).await.unwrap();
        }
    };
    tokio::join!(write(&one, 0), write(&two, 100));
    assert_eq!(seen(&two, claimant).await.state.goal_order().goals.len(), 30);
    assert_eq!(wrong(&one).await, Vec::<String>::new());
}

//! The vault: keys are there before what uses them and go after what erases them, whatever happens in between.

mod at_once;
mod cut_off;

use std::fs;

use own_terms::store::{
    Store as _, StoreError,
    sqlite::{Files, SqliteStore},
};
use own_terms_domain::{
    decide::{Command, ToErase},
    goals::Stage,
    ids::ClaimantId,
    item::{Kind, Version},
    state::State,
    terms::Pace,
};
use sqlx::Connection as _;

use crate::{
    files::{behind, is_well, keys, number, one_place, run, take},
    given::{
        Folder, KEY, add_goal, at, erase_goal, goal_id, make, open, open_with, own, say, sealer, seen,
        someone_who_said_everything,
    },
};

async fn state(store: &SqliteStore, claimant: ClaimantId) -> State {
    seen(store, claimant).await.state
}

#[tokio::test]
async fn the_database_has_no_key_in_it_and_the_vault_has_one_for_each_item() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (claimant, _) = someone_who_said_everything(&store, 1, "Mark").await;
    let items = i64::try_from(state(&store, claimant).await.all().count()).unwrap();
    store.close().await;
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, items);
    let database = fs::read(folder.database()).unwrap();
    for key in keys(&folder).await {
        assert!(!database.windows(key.len()).any(|window| window == key));
    }
}

#[tokio::test]
async fn several_entries_of_one_item_in_one_transaction_have_one_key() {
    let (folder, store, claimant) = one_place().await;
    let pace = |gap, on| Command::SetPace { on: Version(on), pace: Pace { gap, ..Pace::default() } };
    let mark = |stage, on| Command::MarkGoal { id: goal_id(1), on: Version(on), stage };
    let commands =
        [pace(28, 0), add_goal(1, "a goal"), pace(42, 1), mark(Stage::Doing, 2), mark(Stage::Resting, 5), pace(14, 4)];
    let orders = commands.map(|command| own(claimant, command, at(0))).to_vec();
    let done = store.commit_all(orders).await.unwrap();
    assert_eq!(done.iter().map(|done| done.entries.len()).sum::<usize>(), 7);
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 3, "pace, goal, order");
    assert_eq!(number(&folder, "SELECT count(DISTINCT key_id) FROM ledger").await, 3);
    is_well(&store).await;
    assert_eq!(state(&store, claimant).await.pace().gap, 14);
}

#[tokio::test]
async fn what_is_said_and_erased_in_one_transaction_never_has_a_key_on_the_disk() {
    let (folder, store, claimant) = one_place().await;
    let erase = Command::Erase { what: ToErase::Kind(Kind::Goal) };
    let orders = [add_goal(1, "a goal"), erase, add_goal(2, "another")].map(|command| own(claimant, command, at(0)));
    store.commit_all(orders.to_vec()).await.unwrap();
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 2, "the other goal, and the order");
    assert_eq!(state(&store, claimant).await.goals().len(), 1);
    is_well(&store).await;
}

#[tokio::test]
async fn to_change_what_is_there_writes_nothing_to_the_vault() {
    let (folder, store, claimant) = one_place().await;
    let written = || fs::metadata(folder.file("own-terms-keys.db-wal")).unwrap().len();
    let at_first = written();
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    let with_one = written();
    assert!(with_one > at_first, "a new item writes there");
    for (on, stage) in [(1, Stage::Doing), (3, Stage::Resting), (4, Stage::Done)] {
        say(&store, claimant, Command::MarkGoal { id: goal_id(1), on: Version(on), stage }).await.unwrap();
    }
    assert_eq!(written(), with_one, "and nothing else does");
}

#[tokio::test]
async fn what_was_refused_leaves_no_key() {
    let (folder, store, claimant) = one_place().await;
    let late = Command::MarkGoal { id: goal_id(1), on: Version(9), stage: Stage::Doing };
    let orders = [add_goal(1, "a goal"), late].map(|command| own(claimant, command, at(0)));
    assert!(matches!(store.commit_all(orders.to_vec()).await, Err(StoreError::Refused(_))));
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 0);
}

#[tokio::test]
async fn a_folder_can_have_any_name() {
    let outer = Folder::new();
    let folder = outer.file("Ŵyn's 100%25 ?mode=rw&x#y");
    fs::create_dir(&folder).unwrap();
    let files = Files { database: folder.join("a b.db"), vault: folder.join("a b-keys.db") };
    let store = SqliteStore::open(&files, sealer(KEY), at(0).at).await.unwrap();
    let claimant = make(&store, 1).await;
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    is_well(&store).await;
    store.close().await;
    let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a b-keys.db", "a b.db"]);
}

#[tokio::test]
async fn a_database_opens_with_no_other_vault() {
    let (one, two) = (Folder::new(), Folder::new());
    for folder in [&one, &two] {
        let store = open(folder).await;
        make(&store, 1).await;
        store.close().await;
    }
    take(&one.vault(), &two);
    let answer = open_with(&two, KEY).await;
    assert!(matches!(answer, Err(StoreError::Damaged(_))), "{:?}", answer.map(|_| ()));
    // Nor with none, which would be made.
    fs::remove_file(two.vault()).unwrap();
    assert!(matches!(open_with(&two, KEY).await.map(|_| ()), Err(StoreError::Damaged(_))));
    let store = open(&one).await;
    is_well(&store).await;
}

#[tokio::test]
async fn what_is_destroyed_cannot_be_put_back_and_a_key_too_many_is_noticed() {
    let (folder, store, claimant) = one_place().await;
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    run(&folder, "CREATE TABLE kept AS SELECT * FROM vault.item_key").await.unwrap();
    let erase = erase_goal(&state(&store, claimant).await, 1);
    say(&store, claimant, erase).await.unwrap();
    let mut other = behind(&folder).await;
    for sql in [
        "INSERT OR IGNORE INTO vault.item_key SELECT * FROM kept",
        "DELETE FROM vault.destroyed_key",
        "UPDATE vault.destroyed_key SET destroyed_at = 0",
    ] {
        assert!(sqlx::query(sql).execute(&mut other).await.is_err(), "{sql}");
    }
    sqlx::raw_sql(
        "DROP TRIGGER vault.destroyed_key_is_not_put_back; INSERT OR IGNORE INTO vault.item_key SELECT * FROM kept",
    )
    .execute(&mut other)
    .await
    .unwrap();
    let wrong = store.check().await.unwrap().wrong;
    for what in ["and were destroyed: 1", "of what was erased: 1", "schema of the vault"] {
        assert!(wrong.iter().any(|wrong| wrong.contains(what)), "{what}: {wrong:?}");
    }
    other.close().await.unwrap();
}

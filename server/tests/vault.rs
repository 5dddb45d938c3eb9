//! The vault: keys are there before what uses them and go after what erases them, whatever happens in between.

use std::{fs, path::Path};

use own_terms::store::{
    Ask, Store as _, StoreError, Want, Which,
    sqlite::{Files, SqliteStore},
};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, ToErase},
    goals::Stage,
    ids::ClaimantId,
    item::{ItemId, Kind, Version},
    state::State,
    terms::Pace,
};
use sqlx::{ConnectOptions as _, Connection as _, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::given::{
    Folder, KEY, add_goal, at, goal_id, look, make, open, open_with, own, person, say, sealer, seen,
    someone_who_said_everything,
};

/// A connection to both files past the store.
pub async fn behind(folder: &Folder) -> SqliteConnection {
    let mut connection =
        SqliteConnectOptions::new().filename(folder.database()).foreign_keys(false).connect().await.unwrap();
    sqlx::query("ATTACH ? AS vault").bind(folder.vault().to_str()).execute(&mut connection).await.unwrap();
    connection
}

pub async fn run(folder: &Folder, sql: &'static str) {
    let mut connection = behind(folder).await;
    sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

pub async fn number(folder: &Folder, sql: &'static str) -> i64 {
    let mut connection = behind(folder).await;
    let number = sqlx::query(sql).fetch_one(&mut connection).await.unwrap().get(0);
    connection.close().await.unwrap();
    number
}

/// Each sealed key that is in the vault.
pub async fn keys(folder: &Folder) -> Vec<Vec<u8>> {
    let mut connection = behind(folder).await;
    let keys = sqlx::query_scalar("SELECT sealed_key FROM item_key").fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    keys
}

/// The two files as they are at this moment, as after a power cut, in a folder of their own.
pub fn power_cut(folder: &Folder) -> Folder {
    let cut = Folder::new();
    for file in [folder.database(), folder.vault()] {
        take(&file, &cut);
    }
    cut
}

/// One of the two files, with its log, in place of the one that is there.
pub fn take(file: &Path, to: &Folder) {
    for end in ["", "-wal"] {
        let name = format!("{}{end}", file.file_name().unwrap().to_str().unwrap());
        let _ = fs::remove_file(to.file(&name));
        let from = file.with_file_name(&name);
        if from.exists() {
            fs::copy(from, to.file(&name)).unwrap();
        }
    }
}

/// Nothing is wrong, and no key is there for nothing.
pub async fn is_well(store: &SqliteStore) {
    let checked = store.check().await.unwrap();
    assert_eq!((checked.wrong, checked.noted), (Vec::new(), Vec::new()));
}

async fn state(store: &SqliteStore, claimant: ClaimantId) -> State {
    seen(store, claimant).await.state
}

pub fn erase_goal(state: &State, number: u128) -> Command {
    let id = ItemId::Goal(goal_id(number));
    Command::Erase { what: ToErase::Item { id, on: state.version(id) } }
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
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
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
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    let erase = Command::Erase { what: ToErase::Kind(Kind::Goal) };
    let orders = [add_goal(1, "a goal"), erase, add_goal(2, "another")].map(|command| own(claimant, command, at(0)));
    store.commit_all(orders.to_vec()).await.unwrap();
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 2, "the other goal, and the order");
    assert_eq!(state(&store, claimant).await.goals().len(), 1);
    is_well(&store).await;
}

#[tokio::test]
async fn to_change_what_is_there_writes_nothing_to_the_vault() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
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
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    let late = Command::MarkGoal { id: goal_id(1), on: Version(9), stage: Stage::Doing };
    let orders = [add_goal(1, "a goal"), late].map(|command| own(claimant, command, at(0)));
    assert!(matches!(store.commit_all(orders.to_vec()).await, Err(StoreError::Refused(_))));
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 0);
}

#[tokio::test]
async fn cut_off_after_the_key_and_before_the_entry_it_is_as_if_nothing_was_said() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
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
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    // Refused by the database when all else is done and the key is in the vault: at the commit.
    run(
        &folder,
        "CREATE TABLE full (number INTEGER REFERENCES checkpoint DEFERRABLE INITIALLY DEFERRED);
         CREATE TRIGGER full AFTER INSERT ON ledger BEGIN INSERT INTO full VALUES (-1); END",
    )
    .await;
    assert!(matches!(say(&store, claimant, add_goal(1, "lost")).await, Err(StoreError::Database(_))));
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 2);
    let ever = state(&store, claimant).await.ever_held().count();
    assert_eq!(ever, 0, "a key that nothing uses is no past");
    run(&folder, "DROP TRIGGER full; DROP TABLE full").await;
    say(&store, claimant, add_goal(1, "kept")).await.unwrap();
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.item_key").await, 2);
    assert_eq!(number(&folder, "SELECT count(*) FROM vault.destroyed_key").await, 2);
    is_well(&store).await;
}

/// Someone with two goals, one of which was erased while the vault could not be written to; and the moment after that.
async fn erased_and_not_destroyed() -> (Folder, Folder, SqliteStore, ClaimantId) {
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    for number in 1..=2 {
        say(&store, claimant, add_goal(number, "a goal")).await.unwrap();
    }
    let full = "CREATE TRIGGER vault.full BEFORE INSERT ON destroyed_key BEGIN SELECT raise(ABORT, 'full'); END";
    run(&folder, full).await;
    let erase = erase_goal(&state(&store, claimant).await, 1);
    let answer = say(&store, claimant, erase).await;
    assert!(matches!(answer, Err(StoreError::Database(_))), "nobody is told that it is gone: {answer:?}");
    run(&folder, "DROP TRIGGER vault.full").await;
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
    run(&cut, "CREATE TRIGGER vault.full BEFORE INSERT ON destroyed_key BEGIN SELECT raise(ABORT, 'full'); END").await;
    assert!(open_with(&cut, KEY).await.is_err());
    run(&cut, "DROP TRIGGER vault.full").await;
    let store = open(&cut).await;
    say(&store, claimant, add_goal(1, "said anew")).await.unwrap();
    assert_eq!(state(&store, claimant).await.goals().len(), 2);
    is_well(&store).await;
}

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
        store.begin_session(token(who), who, at(0).at).await.unwrap();
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
            assert!(store.session(token(other), at(1).at, at(0).at, at(0).at).await.unwrap().is_some());
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
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
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
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    run(&folder, "CREATE TABLE kept AS SELECT * FROM vault.item_key").await;
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

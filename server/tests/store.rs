//! The store on SQLite: the suite of every store, and what can happen to a file.

use std::{fs, path::Path};

use own_terms::store::{
    Ask, Order, Store, StoreError, Want,
    sqlite::{SqliteStore, items, lists},
};
use own_terms_domain::{
    account::Origin,
    actor::Actor,
    decide::Command,
    ids::ClaimantId,
    item::{ItemId, Kind, Version},
    ledger::NoticeVersion,
    needs::Needs,
    profile::Profile,
    state::State,
};
use sqlx::{
    ConnectOptions as _, Connection as _, Row as _, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};

use crate::{
    given::{
        Folder, KEY, add_goal, at, erase_everything, goal_id, look, make, open, open_with, own, person, say, seen,
        shared, someone_who_said_everything, text,
    },
    suite::store_suite,
};

async fn empty() -> (std::sync::Arc<dyn Store>, Folder) {
    let folder = Folder::new();
    (shared(open(&folder).await), folder)
}

store_suite!(empty);

/// A connection past the store, as someone has who gets hold of the file.
async fn behind(file: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(file).foreign_keys(false).connect().await.unwrap()
}

/// Runs SQL past the store.
async fn run(file: &Path, sql: &'static str) -> Result<u64, sqlx::Error> {
    let mut connection = behind(file).await;
    let done = sqlx::query(sql).execute(&mut connection).await;
    connection.close().await?;
    done.map(|done| done.rows_affected())
}

/// Runs SQL past the store by someone who takes the triggers away first, and puts them back.
async fn without_triggers(folder: &Folder, sql: &'static str) {
    let mut connection = behind(&folder.database()).await;
    sqlx::query("ATTACH ? AS vault").bind(folder.vault().to_str()).execute(&mut connection).await.unwrap();
    let triggers = sqlx::query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    let triggers: Vec<(String, String)> =
        triggers.fetch_all(&mut connection).await.unwrap().iter().map(|row| (row.get(0), row.get(1))).collect();
    for (name, _) in &triggers {
        sqlx::raw_sql(sqlx::AssertSqlSafe(format!("DROP TRIGGER {name}"))).execute(&mut connection).await.unwrap();
    }
    let done = sqlx::query(sql).execute(&mut connection).await.unwrap();
    assert!(done.rows_affected() > 0, "{sql}");
    for (_, made) in triggers {
        sqlx::raw_sql(sqlx::AssertSqlSafe(made)).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
}

async fn wrong(store: &dyn Store) -> Vec<String> {
    store.check().await.unwrap().wrong
}

async fn look_at(store: &dyn Store, claimant: ClaimantId) -> Result<State, StoreError> {
    Ok(store.view(look(claimant, Actor::Claimant(claimant), None)).await?.state)
}

#[tokio::test]
async fn opened_again_it_is_the_same() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (claimant, _) = someone_who_said_everything(&store, 1, "Mark").await;
    store.begin_session([1; 32], claimant, at(0).at).await.unwrap();
    let before = seen(&store, claimant).await;
    let checked = store.check().await.unwrap();
    store.close().await;
    let store = open(&folder).await;
    let after = seen(&store, claimant).await;
    assert!(after.state.all().eq(before.state.all()));
    assert_eq!(after.looks[1..], before.looks);
    assert_eq!(store.check().await.unwrap(), checked);
    assert!(store.session([1; 32], at(1).at, at(0).at, at(0).at).await.unwrap().is_some());
    assert!(say(&store, claimant, add_goal(5, "one more")).await.is_ok());
}

#[tokio::test]
async fn what_is_acknowledged_is_there_for_whoever_opens_the_file_without_a_close() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    say(&store, claimant, add_goal(1, "kept")).await.unwrap();
    // A copy of the files as they are at this moment, as after a power cut.
    let copy = Folder::new();
    for name in ["own-terms.db", "own-terms.db-wal", "own-terms-keys.db", "own-terms-keys.db-wal"] {
        fs::copy(folder.file(name), copy.file(name)).unwrap();
    }
    assert_eq!(seen(&open(&copy).await, claimant).await.state.goals().len(), 1);
}

#[tokio::test]
async fn another_key_opens_nothing_and_says_so() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (claimant, _) = someone_who_said_everything(&store, 1, "Mark").await;
    store.close().await;
    let store = open_with(&folder, [8; 32]).await.unwrap();
    assert!(matches!(look_at(&store, claimant).await, Err(StoreError::Damaged(_))));
    assert!(matches!(say(&store, claimant, add_goal(9, "x")).await, Err(StoreError::Damaged(_))));
    assert_eq!(wrong(&store).await.len(), 1);
    store.close().await;
    let store = open(&folder).await;
    assert_eq!(wrong(&store).await, Vec::<String>::new());
}

#[tokio::test]
async fn nothing_that_was_said_can_be_read_in_the_files() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (claimant, texts) = someone_who_said_everything(&store, 1, "Zyxwvut").await;
    say(&store, claimant, add_goal(7, "Zyxwvut once more")).await.unwrap();
    seen(&store, claimant).await;
    let find = |folder: &Folder| {
        let mut read = 0;
        for entry in fs::read_dir(folder.file("")).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            read += bytes.len();
            for needle in texts.iter().map(String::as_str).chain(["Zyxwvut", "zyxwvut", "quiet-room", "ask-if-safe"]) {
                let found = bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
                assert!(!found, "{needle} can be read in a file");
            }
        }
        assert!(read > 20_000, "there is something to read");
    };
    find(&folder);
    store.close().await;
    find(&folder);
}

/// True when these bytes are in one of the files of a folder.
fn is_in_a_file(folder: &Folder, needle: &[u8]) -> bool {
    let mut files = fs::read_dir(folder.file("")).unwrap();
    files.any(|file| {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        bytes.windows(needle.len()).any(|window| window == needle)
    })
}

#[tokio::test]
async fn no_key_of_what_was_erased_is_left_in_any_file() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (claimant, _) = someone_who_said_everything(&store, 1, "Mark").await;
    let mut other = behind(&folder.vault()).await;
    let keys: Vec<Vec<u8>> = sqlx::query_scalar("SELECT sealed_key FROM item_key WHERE item_id <> 'standing'")
        .fetch_all(&mut other)
        .await
        .unwrap();
    other.close().await.unwrap();
    assert!(keys.len() > 10 && keys.iter().all(|key| is_in_a_file(&folder, key)));
    let signer = store.signer(at(0).at).await.unwrap();
    erase_everything(&store, claimant).await;
    for key in &keys {
        assert!(!is_in_a_file(&folder, key), "a key is left");
    }
    // Nor is the secret half of a key that signs no more.
    let mut other = behind(&folder.database()).await;
    let secret: Vec<u8> =
        sqlx::query_scalar("SELECT sealed_secret FROM signing_key").fetch_one(&mut other).await.unwrap();
    other.close().await.unwrap();
    store.change_key(at(1).at).await.unwrap();
    assert!(!is_in_a_file(&folder, &secret));
    assert!(is_in_a_file(&folder, &signer.public()), "its public half is there for good");
    store.close().await;
    assert!(keys.iter().all(|key| !is_in_a_file(&folder, key)) && !is_in_a_file(&folder, &secret));
}

#[tokio::test]
async fn a_flipped_byte_in_what_is_sealed_is_noticed_and_not_served() {
    for (table, sql) in [
        ("item", "UPDATE item SET content = CAST(substr(content, 1, 30) || x'00' || substr(content, 32) AS BLOB)"),
        ("item", "UPDATE item SET content = substr(content, 1, length(content) - 1)"),
        ("item", "UPDATE item SET content = x''"),
        (
            "item_key",
            "UPDATE item_key SET sealed_key = CAST(substr(sealed_key, 1, 30) || x'0000' || substr(sealed_key, 33) AS BLOB)",
        ),
        ("item", "UPDATE item SET written_at = written_at + 1"),
        ("item", "UPDATE item SET version = version + 1"),
        ("item", "UPDATE item SET role = 'case-worker'"),
        ("item", "UPDATE item SET actor_id = randomblob(16)"),
    ] {
        let folder = Folder::new();
        let store = open(&folder).await;
        let claimant = make(&store, 1).await;
        say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
        let file = if table == "item_key" { folder.vault() } else { folder.database() };
        assert_eq!(run(&file, sql).await.unwrap(), 2, "{table}");
        let served = look_at(&store, claimant).await;
        assert!(matches!(served, Err(StoreError::Damaged(_))), "{sql}: {served:?}");
        assert!(!wrong(&store).await.is_empty(), "{sql}");
    }
}

#[tokio::test]
async fn one_persons_content_cannot_be_put_in_anothers_place() {
    let folder = Folder::new();
    let store = open(&folder).await;
    for number in 1..=2 {
        let claimant = make(&store, number).await;
        // Written by the same, at the same moment, in the same version: only whose it is tells the two apart.
        let profile = Profile { name: text(&format!("the name of {number}")) };
        let command = Command::SetProfile { on: Version(0), profile };
        store
            .commit(Order { claimant, actor: Actor::Service, command, now: at(0), notice: NoticeVersion::default() })
            .await
            .unwrap();
    }
    let mut behind = behind(&folder.database()).await;
    let moved = "CREATE TEMP TABLE kept AS SELECT * FROM item;
                 UPDATE item SET (content, key_id) =
                     (SELECT content, key_id FROM kept WHERE kept.claimant_id <> item.claimant_id)";
    sqlx::raw_sql(moved).execute(&mut behind).await.unwrap();
    sqlx::query("ATTACH ? AS vault").bind(folder.vault().to_str()).execute(&mut behind).await.unwrap();
    let moved =
        "INSERT INTO item_key SELECT claimant.claimant_id, key_id, item_id, sealed_key FROM item_key JOIN claimant
                     ON item_key.claimant_id <> claimant.claimant_id";
    sqlx::raw_sql(moved).execute(&mut behind).await.unwrap();
    for number in 1..=2 {
        let served = look_at(&store, person(number)).await;
        assert!(matches!(served, Err(StoreError::Damaged(_))), "{served:?}");
    }
}

#[tokio::test]
async fn a_ledger_or_a_state_that_was_changed_from_outside_is_found() {
    for sql in [
        "DELETE FROM ledger WHERE number = 2",
        "DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)",
        "UPDATE ledger SET written_at = written_at - 1 WHERE number = 2",
        "UPDATE ledger SET role = 'carer' WHERE number = 1",
        "UPDATE ledger SET item_id = 'safe' WHERE number = 1",
        "UPDATE ledger SET act = 'erase' WHERE number = 3",
        "UPDATE ledger SET replaced = randomblob(32) WHERE number = 3",
        "UPDATE ledger SET notice = randomblob(8) WHERE number = 1",
        "UPDATE ledger SET signature = randomblob(64) WHERE number = 1",
        "UPDATE signing_key SET public = randomblob(32)",
        "UPDATE anchor SET head = randomblob(32)",
        "UPDATE anchor SET entries = entries - 1",
        "UPDATE anchor SET path = CAST(path || path AS BLOB), leaf = 1",
        // Gone without anyone having erased it; to be destroyed, and it stands.
        "DELETE FROM vault.item_key WHERE item_id = 'profile'",
        "INSERT INTO vault.destroyed_key SELECT claimant_id, key_id, 0 FROM vault.item_key WHERE item_id = 'profile'",
        "UPDATE ledger SET key_id = (SELECT key_id FROM item WHERE item_id = 'profile') WHERE number = 4",
        // Who looked.
        "DELETE FROM look WHERE number = 1",
        "DELETE FROM look WHERE number = 2",
        "UPDATE look SET role = 'service'",
        "UPDATE look SET looked_at = looked_at + 1 WHERE number = 2",
        "UPDATE look SET refused = 1 WHERE number = 1",
        "UPDATE claimant SET looks = looks - 1",
        // What was published.
        "DELETE FROM checkpoint",
        "UPDATE checkpoint SET root = randomblob(32)",
        "UPDATE checkpoint SET made_at = made_at + 1",
        "UPDATE checkpoint SET signature = randomblob(64)",
        "UPDATE ledger SET hash = randomblob(32) WHERE number = 1",
        "UPDATE ledger SET commitment = randomblob(32) WHERE number = 4",
        "UPDATE ledger SET content = randomblob(100) WHERE number = 3",
        "UPDATE ledger SET number = 100 WHERE number = 4",
        "UPDATE claimant SET entries = entries - 1",
        "UPDATE claimant SET head = randomblob(32)",
        // What stands is not what the ledger says.
        "DELETE FROM item WHERE item_id LIKE 'goal.%'",
        "DELETE FROM item WHERE item_id = 'goal-order'",
    ] {
        let folder = Folder::new();
        let store = open(&folder).await;
        let claimant = make(&store, 1).await;
        for number in 1..=2 {
            say(&store, claimant, add_goal(number, "a goal")).await.unwrap();
            seen(&store, claimant).await;
        }
        let profile = Profile { name: text("once") };
        let named = own(claimant, Command::SetProfile { on: Version(0), profile }, at(0));
        store.commit(named).await.unwrap();
        store.make_checkpoint(at(1).at).await.unwrap();
        assert_eq!(wrong(&store).await, Vec::<String>::new());
        without_triggers(&folder, sql).await;
        assert!(!wrong(&store).await.is_empty(), "{sql}");
    }
}

#[tokio::test]
async fn a_trigger_that_was_taken_away_is_missed() {
    let folder = Folder::new();
    let store = open(&folder).await;
    run(&folder.database(), "DROP TRIGGER look_is_not_deleted").await.unwrap();
    assert_eq!(wrong(&store).await.len(), 1);
}

#[tokio::test]
async fn an_item_put_back_to_what_it_was_is_found() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    say(&store, claimant, add_goal(1, "as it was")).await.unwrap();
    let mut other = behind(&folder.database()).await;
    sqlx::raw_sql("CREATE TEMP TABLE kept AS SELECT * FROM item").execute(&mut other).await.unwrap();
    let on = seen(&store, claimant).await.state.goals()[0].version;
    let taken_away = own_terms_domain::decide::Command::TakeAwayGoal { id: crate::given::goal_id(1), on };
    say(&store, claimant, taken_away).await.unwrap();
    assert_eq!(wrong(&store).await, Vec::<String>::new());
    sqlx::raw_sql("INSERT OR REPLACE INTO item SELECT * FROM kept").execute(&mut other).await.unwrap();
    assert!(!wrong(&store).await.is_empty());
}

#[tokio::test]
async fn nobody_changes_or_takes_away_an_entry_or_a_look() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    seen(&store, claimant).await;
    store.make_checkpoint(at(1).at).await.unwrap();
    for sql in [
        "UPDATE ledger SET written_at = 0",
        "DELETE FROM ledger",
        "INSERT OR REPLACE INTO ledger SELECT * FROM ledger",
        "REPLACE INTO ledger SELECT claimant_id, number, 0, role, actor_id, item_id, act, replaced, notice,
         key_id, content, commitment, previous, hash, signed_with, signature FROM ledger",
        "UPDATE OR REPLACE ledger SET number = 1",
        "UPDATE look SET refused = 1",
        "DELETE FROM look",
        "INSERT OR REPLACE INTO look SELECT claimant_id, number, looked_at, role, actor_id, reason, subject, 1, hash FROM look",
        "DELETE FROM checkpoint",
        "UPDATE checkpoint SET made_at = 0",
        "INSERT OR REPLACE INTO checkpoint SELECT * FROM checkpoint",
    ] {
        let answer = run(&folder.database(), sql).await;
        assert!(answer.is_err(), "{sql}: {answer:?}");
    }
    assert_eq!(wrong(&store).await, Vec::<String>::new());
    assert_eq!(seen(&store, claimant).await.looks.len(), 1);
}

#[tokio::test]
async fn a_look_that_cannot_be_logged_is_not_answered() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    store.begin_session([1; 32], claimant, at(0).at).await.unwrap();
    run(
        &folder.database(),
        "CREATE TRIGGER full BEFORE INSERT ON look BEGIN SELECT raise(ABORT, 'the disk is full'); END",
    )
    .await
    .unwrap();
    for session in [None, Some([1; 32])] {
        let answer = store.view(look(claimant, Actor::Claimant(claimant), session)).await;
        assert!(matches!(answer, Err(StoreError::Database(_))), "{:?}", answer.map(|_| ()));
    }
    run(&folder.database(), "DROP TRIGGER full").await.unwrap();
    assert_eq!(seen(&store, claimant).await.looks.len(), 0, "what was refused above was not answered, so not logged");
    assert_eq!(seen(&store, claimant).await.looks.len(), 1);
}

#[tokio::test]
async fn whoever_waits_too_long_is_told_and_readers_are_served_meanwhile() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    let me = Actor::Claimant(claimant);
    store.begin_session([1; 32], claimant, at(0).at).await.unwrap();
    store.view(look(claimant, me, Some([1; 32]))).await.unwrap();
    let mut other = behind(&folder.database()).await;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    // All at once, so that the test waits no longer than one of them.
    let (write, place, session, first_look, second_look) = tokio::join!(
        say(&store, claimant, add_goal(1, "a goal")),
        store.make_place(person(2), Origin::Demonstration, at(0).at),
        store.begin_session([2; 32], claimant, at(0).at),
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

#[tokio::test]
async fn a_flipped_byte_anywhere_in_the_files_is_served_to_nobody() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (claimant, _) = someone_who_said_everything(&store, 1, "Mark").await;
    let whole = seen(&store, claimant).await.state;
    store.close().await;
    let [database, vault] = [folder.database(), folder.vault()].map(|file| fs::read(file).unwrap());
    let (mut noticed, mut tried) = (0, 0);
    let spread = |bytes: &[u8], times| (0..bytes.len()).step_by(bytes.len() / times);
    // Spread over each whole file, the same at each run.
    let in_database = spread(&database, 150).map(|at| (false, at));
    for (in_vault, at) in in_database.chain(spread(&vault, 50).map(|at| (true, at))) {
        tried += 1;
        let hurt = Folder::new();
        let (mut database, mut vault) = (database.clone(), vault.clone());
        (if in_vault { &mut vault } else { &mut database })[at] ^= 0x10;
        fs::write(hurt.database(), database).unwrap();
        fs::write(hurt.vault(), vault).unwrap();
        let Ok(store) = open_with(&hurt, KEY).await else {
            noticed += 1;
            continue;
        };
        let served = look_at(&store, claimant).await;
        let checked = store.check().await;
        store.close().await;
        let found = !checked.as_ref().is_ok_and(|checked| checked.wrong.is_empty());
        match served {
            // In space that holds nothing, or in what is not about them as they stand.
            Ok(state) => {
                let count = state.all().count();
                assert!(
                    state.all().eq(whole.all()),
                    "byte {at} was flipped (vault: {in_vault}) and {count} items were served: {checked:?}"
                );
            }
            Err(_) => assert!(found, "byte {at} was not found by the check (vault: {in_vault})"),
        }
        noticed += usize::from(found);
    }
    assert!(noticed * 6 > tried, "{noticed} of {tried} were noticed");
}

#[tokio::test]
async fn the_file_is_set_up_so_that_nothing_acknowledged_is_lost() {
    let folder = Folder::new();
    let store = open(&folder).await;
    make(&store, 1).await;
    let mut connection = behind(&folder.database()).await;
    let mode: String = sqlx::query("PRAGMA journal_mode").fetch_one(&mut connection).await.unwrap().get(0);
    assert!(mode.eq_ignore_ascii_case("wal"), "{:?} {mode}", SqliteJournalMode::Wal);
    let ask = Ask { want: Want::Items, ..look(person(1), Actor::Claimant(person(1)), None) };
    assert_eq!(store.view(ask).await.unwrap().state.all().count(), 0);
}

/// How SQLite finds the answer to a query, a line a step.
async fn plan(folder: &Folder, sql: &'static str) -> Vec<String> {
    let mut connection = behind(&folder.database()).await;
    sqlx::query("ATTACH ? AS vault").bind(folder.vault().to_str()).execute(&mut connection).await.unwrap();
    let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
    let steps = sqlx::query(explain).fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    steps.iter().map(|step| step.get("detail")).collect()
}

#[tokio::test]
async fn a_page_of_any_list_is_found_by_an_index_and_costs_no_more_the_more_there_are() {
    let folder = Folder::new();
    let store = open(&folder).await;
    drop(store);
    for (sql, by) in [
        (lists::OF_KIND[0], "USING COVERING INDEX item_of_kind (claimant_id=? AND <expr>=? AND version<?)"),
        (lists::OF_KIND[1], "USING COVERING INDEX item_of_kind (claimant_id=? AND <expr>=? AND version>?)"),
        (lists::TAKEN_AWAY[0], "USING INDEX ledger_taken_away (claimant_id=? AND number<?)"),
        (lists::TAKEN_AWAY[1], "USING INDEX ledger_taken_away (claimant_id=? AND number>?)"),
        (lists::NEXT, "USING PRIMARY KEY (claimant_id=? AND item_id>?)"),
        (lists::LOOKS, "USING PRIMARY KEY (claimant_id=? AND number<?)"),
        (lists::ENTRIES, "USING PRIMARY KEY (claimant_id=? AND number<?)"),
        (lists::LOOKS_BY_OTHERS, "USING INDEX look_by_others (claimant_id=? AND looked_at>?)"),
        (lists::FIRST_OF, "USING INDEX ledger_of_item (claimant_id=? AND item_id=?)"),
        (lists::LAST_OF, "USING INDEX ledger_of_item (claimant_id=? AND item_id=?)"),
        (lists::ENTRIES_OF, "USING INDEX ledger_of_item (claimant_id=? AND item_id=? AND number<?)"),
    ] {
        let plan = plan(&folder, sql).await;
        assert!(plan[0].contains(by), "{sql}: {plan:?}");
        for step in &plan {
            // The names of the parts that are asked for are a list of a few.
            let step = step.replace("SCAN json_each", "");
            assert!(!step.contains("SCAN") && !step.contains("TEMP B-TREE"), "{sql}: {plan:?}");
        }
    }
}

#[tokio::test]
async fn items_are_found_by_their_names_and_no_others_are_gone_through() {
    let folder = Folder::new();
    drop(open(&folder).await);
    for (sql, steps) in [(items::SOME, ["item_id=?)", "item_id>? AND item_id<?)"].as_slice()), (items::ALL, &[])] {
        let plan = plan(&folder, sql).await;
        for by in steps {
            let by = format!("SEARCH item USING PRIMARY KEY (claimant_id=? AND {by}");
            assert!(plan.contains(&by), "{by}: {plan:?}");
        }
        let scans = plan.iter().filter(|step| step.contains("SCAN") && !step.contains("VIRTUAL TABLE"));
        assert_eq!(scans.count(), 0, "{plan:?}");
    }
}

#[tokio::test]
async fn an_item_that_is_missing_is_noticed_by_whoever_needs_it() {
    for (sql, needs) in [
        ("DELETE FROM item WHERE item_id = 'goal-order'", Needs::the_few()),
        ("DELETE FROM item WHERE item_id LIKE 'goal.%'", Needs::the_few().and_all(Kind::Goal)),
        ("DELETE FROM item WHERE item_id LIKE 'goal.%'", Needs::the_few().and_item(ItemId::Goal(goal_id(1)))),
        ("DELETE FROM item WHERE item_id LIKE 'goal.%'", Needs::everything()),
        ("UPDATE tally SET held = held + 1", Needs::the_few()),
        ("UPDATE tally SET held = 0", Needs::the_few()),
        ("DELETE FROM tally", Needs::the_few()),
        ("UPDATE claimant SET items = items + 1", Needs::the_few()),
    ] {
        let folder = Folder::new();
        let store = open(&folder).await;
        let claimant = make(&store, 1).await;
        say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
        let ask = Ask { needs, ..look(claimant, Actor::Claimant(claimant), None) };
        store.view(ask.clone()).await.unwrap();
        without_triggers(&folder, sql).await;
        assert!(matches!(store.view(ask).await, Err(StoreError::Damaged(_))), "{sql}");
        assert!(!wrong(&store).await.is_empty(), "{sql}");
    }
}

#[tokio::test]
async fn a_day_to_go_on_that_was_changed_is_found() {
    for sql in [
        "UPDATE item SET goes_on = NULL WHERE goes_on IS NOT NULL",
        "UPDATE item SET goes_on = '2099-01-01' WHERE item_id LIKE 'note.%'",
        "UPDATE item SET goes_on = '2020-01-01' WHERE item_id = 'pace'",
    ] {
        let folder = Folder::new();
        let store = open(&folder).await;
        someone_who_said_everything(&store, 1, "Mark").await;
        assert_eq!(wrong(&store).await, Vec::<String>::new());
        without_triggers(&folder, sql).await;
        assert!(wrong(&store).await.iter().any(|wrong| wrong.contains("on its day")), "{sql}");
    }
}

#[tokio::test]
async fn one_place_that_is_damaged_keeps_nobody_elses_records_longer_than_was_promised() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (before, _) = someone_who_said_everything(&store, 1, "Before").await;
    let (damaged, _) = someone_who_said_everything(&store, 2, "Damaged").await;
    let (after, _) = someone_who_said_everything(&store, 3, "After").await;
    let damage = "UPDATE item SET content = zeroblob(40)
                  WHERE item_id = 'pace' AND claimant_id = x'00000000000000000000000000000002'";
    without_triggers(&folder, damage).await;
    let done = store.let_go(at(400 * 24 * 60), NoticeVersion::default()).await;
    assert!(matches!(done, Err(StoreError::Damaged(_))), "whoever runs it is told: {done:?}");
    for claimant in [before, after] {
        let state = look_at(&store, claimant).await.unwrap();
        assert_eq!(state.count_of(Kind::Note) + state.count_of(Kind::Referral), 0);
    }
    assert!(matches!(look_at(&store, damaged).await, Err(StoreError::Damaged(_))));
}

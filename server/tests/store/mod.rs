//! The store on SQLite: the suite of every store, and what can happen to a file.

mod at_once;
mod changed;
mod plans;

use std::fs;

use own_terms::store::{Ask, Store, StoreError, Want};
use own_terms_domain::{actor::Actor, ids::ClaimantId, state::State};
use sqlx::{Connection as _, Row as _, sqlite::SqliteJournalMode};

use crate::{
    files::{behind, is_in_a_file, one_place, run},
    given::{
        Folder, add_goal, alive, at, begun, erase_everything, look, make, open, open_with, person, say, seen, shared,
        someone_who_said_everything,
    },
    suite::store_suite,
};

async fn empty() -> (std::sync::Arc<dyn Store>, Folder) {
    let folder = Folder::new();
    (shared(open(&folder).await), folder)
}

store_suite!(empty);

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
    store.begin_session([1; 32], claimant, begun(0)).await.unwrap();
    let before = seen(&store, claimant).await;
    let checked = store.check().await.unwrap();
    store.close().await;
    let store = open(&folder).await;
    let after = seen(&store, claimant).await;
    assert!(after.state.all().eq(before.state.all()));
    assert_eq!(after.looks[1..], before.looks);
    assert_eq!(store.check().await.unwrap(), checked);
    assert!(store.session([1; 32], at(1).at, alive(0, 0)).await.unwrap().is_some());
    assert!(say(&store, claimant, add_goal(5, "one more")).await.is_ok());
}

#[tokio::test]
async fn what_is_acknowledged_is_there_for_whoever_opens_the_file_without_a_close() {
    let (folder, store, claimant) = one_place().await;
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

#[tokio::test]
async fn no_key_of_what_was_erased_is_left_in_any_file() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (claimant, _) = someone_who_said_everything(&store, 1, "Mark").await;
    let mut other = behind(&folder).await;
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
    let mut other = behind(&folder).await;
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
async fn a_look_that_cannot_be_logged_is_not_answered() {
    let (folder, store, claimant) = one_place().await;
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    store.begin_session([1; 32], claimant, begun(0)).await.unwrap();
    run(&folder, "CREATE TRIGGER full BEFORE INSERT ON look BEGIN SELECT raise(ABORT, 'the disk is full'); END")
        .await
        .unwrap();
    for session in [None, Some([1; 32])] {
        let answer = store.view(look(claimant, Actor::Claimant(claimant), session)).await;
        assert!(matches!(answer, Err(StoreError::Database(_))), "{:?}", answer.map(|_| ()));
    }
    run(&folder, "DROP TRIGGER full").await.unwrap();
    assert_eq!(seen(&store, claimant).await.looks.len(), 0, "what was refused above was not answered, so not logged");
    assert_eq!(seen(&store, claimant).await.looks.len(), 1);
}

#[tokio::test]
async fn the_file_is_set_up_so_that_nothing_acknowledged_is_lost() {
    let folder = Folder::new();
    let store = open(&folder).await;
    make(&store, 1).await;
    let mut connection = behind(&folder).await;
    let mode: String = sqlx::query("PRAGMA journal_mode").fetch_one(&mut connection).await.unwrap().get(0);
    assert!(mode.eq_ignore_ascii_case("wal"), "{:?} {mode}", SqliteJournalMode::Wal);
    let ask = Ask { want: Want::Items, ..look(person(1), Actor::Claimant(person(1)), None) };
    assert_eq!(store.view(ask).await.unwrap().state.all().count(), 0);
}

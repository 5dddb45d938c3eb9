//! The two files of a store, past the store: as someone has them who gets hold of them, and as a power cut leaves them.

use std::{fs, path::Path};

use own_terms::store::{Store as _, sqlite::SqliteStore};
use own_terms_domain::ids::ClaimantId;
use sqlx::{ConnectOptions as _, Connection as _, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::given::{Folder, make, open};

/// A store in a folder of its own, with an empty place for one person.
pub async fn one_place() -> (Folder, SqliteStore, ClaimantId) {
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    (folder, store, claimant)
}

/// A connection to one file past the store.
pub async fn past(file: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(file).foreign_keys(false).connect().await.unwrap()
}

/// A connection to both files past the store.
pub async fn behind(folder: &Folder) -> SqliteConnection {
    let mut connection = past(&folder.database()).await;
    sqlx::query("ATTACH ? AS vault").bind(folder.vault().to_str()).execute(&mut connection).await.unwrap();
    connection
}

/// Runs SQL past the store: how many rows it changed.
pub async fn run(folder: &Folder, sql: &'static str) -> Result<u64, sqlx::Error> {
    let mut connection = behind(folder).await;
    let done = sqlx::raw_sql(sql).execute(&mut connection).await;
    connection.close().await?;
    done.map(|done| done.rows_affected())
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

/// Runs SQL past the store by someone who takes the triggers away first, and puts them back.
pub async fn without_triggers(folder: &Folder, sql: &'static str) {
    let mut connection = behind(folder).await;
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

/// True when these bytes are in a file.
pub fn is_in_file(file: &Path, needle: &[u8]) -> bool {
    fs::read(file).unwrap().windows(needle.len()).any(|window| window == needle)
}

/// True when they are in one of the files of a folder.
pub fn is_in_a_file(folder: &Folder, needle: &[u8]) -> bool {
    fs::read_dir(folder.file("")).unwrap().any(|file| is_in_file(&file.unwrap().path(), needle))
}

//! What each command of the command line does.

mod clients;
mod importing;
mod keeping;
mod listings;
mod people;
mod serving;
mod staff;

use std::{fs::File, process::ExitCode};

use own_terms::{
    clock::Clock,
    config::{Database, Task},
    entropy::Entropy,
    key_file,
    sealing::Key,
    store::{sealed::Sealer, sqlite::SqliteStore},
    verify::verify,
};

/// Why it ended early, in words for whoever runs it.
pub type Failed = Box<dyn std::error::Error>;

/// Does what was asked.
///
/// # Errors
/// Why it could not.
pub async fn run(task: Task) -> Result<ExitCode, Failed> {
    match task {
        Task::Serve(options) => serving::serve_pages(*options).await,
        Task::Migrate(database) => {
            let (store, ..) = open(&database).await?;
            store.close().await;
            tracing::info!("the database is up to date");
            Ok(ExitCode::SUCCESS)
        }
        Task::Seed(options) => people::put_in(options).await,
        Task::Invite(options) => people::invite(options).await,
        Task::Recover(options) => people::recover(options).await,
        Task::Client(options) => clients::add(options).await,
        Task::EndClient(options) => clients::end(options).await,
        Task::Import(options) => importing::bring_in(options).await,
        Task::Listings { task } => listings::keep(task).await,
        Task::Staff { task } => staff::keep(task).await,
        Task::Verify(options) => Ok(verify(&options)?),
        Task::ChangeKey(database) => keeping::change_key(&database).await,
        Task::Check(database) => keeping::check(&database).await,
        Task::Backup(options) => keeping::back_up(options).await,
        Task::DestroyUnusedKeys(database) => keeping::destroy_unused_keys(&database).await,
    }
}

async fn open(database: &Database) -> Result<(SqliteStore, Key, Entropy), Failed> {
    let entropy = Entropy::from_system()?;
    let file = &database.database.file;
    // Of several starting at once, one makes the key and the schema, and the others wait and find them made.
    let lock = File::create(file.with_extension("lock"))
        .map_err(|error| format!("{} cannot be written to: {error}", file.display()))?;
    lock.lock()?;
    let files = database.files();
    // A vault alone is reason enough to make no other key.
    let sealed = if file.exists() { file } else { &files.vault };
    let key = key_file::open(&database.key_file(), sealed, &entropy)?;
    if file.exists() && !files.vault.exists() {
        return Err(format!(
            "the vault {} is not there, but the database is. Nothing in it can be read without the keys in the vault. \
             Put the vault back, or name it with --vault.",
            files.vault.display()
        )
        .into());
    }
    let store = SqliteStore::open(&files, Sealer::new(&key, entropy.clone()), Clock::System.now().at).await?;
    Ok((store, key, entropy))
}

/// As [`open`], and never makes a database.
async fn open_what_is_there(database: &Database) -> Result<SqliteStore, Failed> {
    let file = &database.database.file;
    if !file.exists() {
        return Err(format!("there is no database at {}", file.display()).into());
    }
    Ok(open(database).await?.0)
}

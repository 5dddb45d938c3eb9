//! Keeping the database: checking it, copying it, its keys.

use std::process::ExitCode;

use own_terms::{
    clock::Clock,
    config::{Backup, Database},
    store::Store as _,
};

use super::{Failed, open_what_is_there};

pub(super) async fn change_key(database: &Database) -> Result<ExitCode, Failed> {
    let store = open_what_is_there(database).await?;
    store.change_key(Clock::System.now().at).await?;
    let keys = store.keys().await?;
    store.close().await;
    let key = keys.last().map(|key| key.id.to_string()).unwrap_or_default();
    tracing::info!(key, keys = keys.len(), "another key signs from now on; every one before it still checks");
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn check(database: &Database) -> Result<ExitCode, Failed> {
    let store = open_what_is_there(database).await?;
    let checked = store.check().await?;
    store.close().await;
    for wrong in &checked.wrong {
        tracing::error!("{wrong}");
    }
    for noted in &checked.noted {
        tracing::warn!("{noted}");
    }
    let (claimants, entries, waiting, wrong) =
        (checked.claimants, checked.entries, checked.waiting, checked.wrong.len());
    tracing::info!(claimants, entries, waiting, wrong, "checked");
    Ok(if checked.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

pub(super) async fn back_up(options: Backup) -> Result<ExitCode, Failed> {
    let store = open_what_is_there(&options.database).await?;
    let made = store.backup(&options.folder, Clock::System.now().at).await;
    store.close().await;
    tracing::info!(copy = %made?.display(), "a copy is made, and the vault beside it is as it is now");
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn destroy_unused_keys(database: &Database) -> Result<ExitCode, Failed> {
    let store = open_what_is_there(database).await?;
    let destroyed = store.destroy_unused_keys(Clock::System.now().at).await?;
    store.close().await;
    tracing::info!(destroyed, "every key that is left is used");
    Ok(ExitCode::SUCCESS)
}

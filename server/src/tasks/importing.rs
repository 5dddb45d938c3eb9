//! Bringing in what an organisation already holds.

use std::process::ExitCode;

use own_terms::{
    clock::Clock,
    config::Import,
    import::{Importer, Wrong},
    store::StaffStore as _,
};

use super::{Failed, open};

/// After how many records it is said how far it has come.
const EVERY: usize = 500;

pub(super) async fn bring_in(options: Import) -> Result<ExitCode, Failed> {
    let file = std::fs::read_to_string(&options.file)
        .map_err(|error| format!("{} cannot be read: {error}", options.file.display()))?;
    if !options.database.database.file.exists() {
        return Err(format!("there is no database at {}", options.database.database.file.display()).into());
    }
    let (store, key, _) = open(&options.database).await?;
    let known = store.organisations().await?.into_iter().find(|one| one.name == options.organisation);
    let organisation = known.ok_or("there is no such organisation")?;
    let whole = Importer { store: &store, key: &key, organisation, sure: options.sure, now: Clock::System.now() };
    let progress = |looked_at: usize| {
        if looked_at.is_multiple_of(EVERY) {
            tracing::info!(looked_at, "records");
        }
    };
    let imported = whole.import(&file, &progress).await?;
    store.close().await;
    let imported = imported.map_err(|wrong: Wrong| wrong.to_string())?;
    // The report is for whoever asked for it, and has no word of what stands in the file.
    for (at, wrong) in &imported.refused {
        println!("{at}: {wrong}");
    }
    if imported.refused.is_empty() {
        tracing::info!(records = imported.records, new = imported.new, "all of it is in");
        Ok(ExitCode::SUCCESS)
    } else {
        tracing::error!(records = imported.records, refused = imported.refused.len(), "nothing was written");
        Ok(ExitCode::FAILURE)
    }
}

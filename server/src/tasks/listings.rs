//! Local and peer support, as an administrator keeps it.

use std::{fs, process::ExitCode};

use own_terms::{
    config::{ImportListings, ListingsTask},
    listings::{self, Read},
    store::ListingStore as _,
};

use super::{Failed, open_what_is_there};

pub(super) async fn keep(task: ListingsTask) -> Result<ExitCode, Failed> {
    match task {
        ListingsTask::Import(options) => import(options).await,
    }
}

/// Keeps what a file says, and nothing that was there before; or says of each line why it is refused, and changes nothing.
async fn import(options: ImportListings) -> Result<ExitCode, Failed> {
    let ImportListings { database, file } = options;
    let content = fs::read(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    match listings::read(&content) {
        Ok(Read { listings, left_out }) => {
            let store = open_what_is_there(&database).await?;
            let done = store.put_listings(&listings).await;
            store.close().await;
            done?;
            println!("{} are listed now. {left_out} were left out, as they are not offered now.", listings.len());
            Ok(ExitCode::SUCCESS)
        }
        Err(refused) => {
            for one in &refused {
                println!("{one}");
            }
            println!("Nothing was changed.");
            Ok(ExitCode::FAILURE)
        }
    }
}

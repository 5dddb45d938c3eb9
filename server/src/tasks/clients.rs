//! Which systems of organisations may ask.

use std::process::ExitCode;

use own_terms::{
    clock::Clock,
    config::{EndClient, NewClient},
    store::{ApiClient, ClientStore as _, Hook, StaffStore as _},
};
use own_terms_domain::{directory::Organisation, ids::OrganisationId};

use super::{Failed, open};

pub(super) async fn add(options: NewClient) -> Result<ExitCode, Failed> {
    let (store, _, entropy) = open(&options.database).await?;
    let known = store.organisations().await?.into_iter().find(|one| one.name == options.organisation);
    let new = || Organisation { id: OrganisationId(entropy.id()), name: options.organisation.clone() };
    let (client, secret) = ApiClient::new(options.name, known.unwrap_or_else(new), &entropy, Clock::System.now().at);
    let client = client.told_at(options.hook.map(|url| Hook::new(url, &entropy)));
    store.put_client(&client).await?;
    store.close().await;
    // Not to the log: whoever reads that is not whom it is for.
    println!("id      {}\nsecret  {secret}", client.id);
    if let Some(hook) = &client.hook {
        println!("signed  {}", hook.written());
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn end(options: EndClient) -> Result<ExitCode, Failed> {
    let (store, _, _) = open(&options.database).await?;
    let there = store.end_client(options.client).await?;
    store.close().await;
    if there { Ok(ExitCode::SUCCESS) } else { Err("there is no such system".into()) }
}

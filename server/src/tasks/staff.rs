//! Who works here: someone new, a new code, and closing what someone signs in with.

use std::process::ExitCode;

use own_terms::{
    clock::{Clock, now_at},
    config::{AddStaff, OfStaff, StaffTask},
    entropy::Entropy,
    staff::{self, Invited},
    store::{StaffStore as _, StoreError, sqlite::SqliteStore},
};
use own_terms_domain::{ids::StaffId, staff::Staff};

use super::{Failed, open};

pub(super) async fn keep(task: StaffTask) -> Result<ExitCode, Failed> {
    match task {
        StaffTask::Add(options) => add(options).await,
        StaffTask::Invite(options) => {
            let (store, _, entropy) = open(&options.database).await?;
            let invited = staff::invite(&store, &entropy, Clock::System.now(), options.of).await;
            store.close().await;
            say(&invited.map_err(why_not)?, options.origin.as_deref());
            Ok(ExitCode::SUCCESS)
        }
        StaffTask::Close(options) => close(options).await,
        StaffTask::List(database) => {
            let (store, ..) = open(&database).await?;
            let all = store.all_staff().await;
            store.close().await;
            for Staff { id, name, role, organisation, closed, .. } in all? {
                let closed = if closed { ", closed" } else { "" };
                println!("{id}  {name}, {role}, {}{closed}", organisation.name);
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

async fn add(options: AddStaff) -> Result<ExitCode, Failed> {
    let (store, _, entropy) = open(&options.database).await?;
    let invited = added(&store, &entropy, options.clone()).await;
    store.close().await;
    say(&invited?, options.origin.as_deref());
    Ok(ExitCode::SUCCESS)
}

async fn added(store: &SqliteStore, entropy: &Entropy, options: AddStaff) -> Result<Invited, StoreError> {
    let AddStaff { name, role, organisation, trained, days, languages, about, .. } = options;
    let organisation = staff::organisation(store, entropy, organisation).await?;
    let id = StaffId(entropy.id());
    let new = Staff { id, name, role, organisation, trained, days, languages, about, photo: None, closed: false };
    staff::add(store, entropy, Clock::System.now(), &new).await
}

async fn close(options: OfStaff) -> Result<ExitCode, Failed> {
    let (store, ..) = open(&options.database).await?;
    let done = store.close_staff(options.of).await;
    store.close().await;
    done?;
    println!(
        "They are signed out, nothing that they signed in with opens the desk any more, and nobody can choose them."
    );
    Ok(ExitCode::SUCCESS)
}

/// Says what opens it, to whoever asked and not to the log.
fn say(invited: &Invited, origin: Option<&str>) {
    let Invited { staff, code, until } = invited;
    let (origin, until) = (origin.unwrap_or_default(), now_at(*until).today);
    println!("{origin}/desk/invitation?code={code}\n{code}\nIt opens once, until {until}. They are number {staff}.");
}

fn why_not(error: StoreError) -> Failed {
    match error {
        StoreError::NotThere => "nobody of that number works here: own-terms staff list says who does".into(),
        other => other.into(),
    }
}

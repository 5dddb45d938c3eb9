//! Making places for people, and ways into them.

use std::{fs::File, io::Write as _, process::ExitCode, sync::Arc};

use jiff::SignedDuration;
use own_terms::{
    clock::{Clock, LONDON, now_at},
    config::{Invite, Recover, Seed},
    demo,
    invite::{self, Invited, Invitee},
    letter,
    notify::{Carrier, Courier, Means, Post},
    recover, seed,
    store::{Store, StoreError},
};
use own_terms_domain::{account::Origin, decide::Refusal};

use super::{Failed, open};

pub(super) async fn put_in(options: Seed) -> Result<ExitCode, Failed> {
    let of = options
        .of
        .as_ref()
        .map(|name| demo::chosen(name).ok_or_else(|| format!("nobody of the demonstration is called {name}")));
    let (of, now) = (of.transpose()?, Clock::System.now());
    let (store, _, entropy) = open(&options.database).await?;
    let progress = |made: u32| {
        if made.is_multiple_of(1000) {
            tracing::info!(made, "claimants");
        }
    };
    let amount = seed::Amount { goals: options.goals, records: options.records, looks: options.looks };
    match (of, options.claimants) {
        (Some(_), _) if store.holds_real_people().await? => {
            return Err("this database holds real people, and the demonstration is not for them".into());
        }
        (Some(person), _) => {
            demo::fill(&store, now).await?;
            seed::put_in(&store, &entropy, now, person, amount).await?;
        }
        (None, claimants) => {
            let claimants = claimants.unwrap_or_default();
            seed::seed(&store, &entropy, now, (claimants, amount), progress).await?;
        }
    }
    store.close().await;
    tracing::info!(claimants = options.claimants.unwrap_or_default(), "it is in");
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn invite(options: Invite) -> Result<ExitCode, Failed> {
    let (store, _, entropy) = open(&options.database).await?;
    // Before anyone is invited: a code that can be written nowhere would open nothing.
    let file = match &options.letter {
        Some(file) => {
            let made = File::create_new(file);
            Some(made.map_err(|error| format!("{} cannot be made: {error}", file.display()))?)
        }
        None => None,
    };
    let origin = if options.demo { Origin::Demonstration } else { Origin::Real };
    let open_for = SignedDuration::from_hours(24 * options.days);
    let whom = Invitee { name: options.name, language: options.language, origin, open_for };
    let now = Clock::System.now();
    let invited = invite::invite(&store, &entropy, now, &whom).await;
    store.close().await;
    let Invited { code, until, .. } = invited?;
    let (until, origin) = (now_at(until).today, options.origin.unwrap_or_default());
    // Not to the log: whoever reads that is not whom it is for.
    if let Some(mut file) = file {
        let (name, language, helpline) = (&whom.name, whom.language, options.helpline.as_str());
        let letter = letter::Invitation { name, language, code: &code, until, origin: &origin, helpline };
        file.write_all(&letter.pdf(now.at)?)?;
        file.sync_all()?;
        println!("The letter is written. Its code opens once, until {until}.");
    } else {
        println!("{origin}/sign-in/invitation?code={code}\n{code}\nIt opens once, until {until}.");
    }
    Ok(ExitCode::SUCCESS)
}

/// Asks for a new way in, and ends once the person has been told of it wherever they can be told now.
pub(super) async fn recover(options: Recover) -> Result<ExitCode, Failed> {
    let file = &options.database.database.file;
    if !file.exists() {
        return Err(format!("there is no database at {}", file.display()).into());
    }
    let (store, key, entropy) = open(&options.database).await?;
    let carrier = match (&options.smtp_url, &options.mail_folder) {
        (Some(url), _) => Carrier::smtp(url).map_err(|error| format!("--smtp-url: {error}"))?,
        (None, Some(folder)) => Carrier::Folder(folder.clone()),
        (None, None) => return Err("the person cannot be told of it without --smtp-url".into()),
    };
    let shared: Arc<dyn Store> = Arc::new(store.clone());
    let means = Means { post: Some(Arc::new(Post::new(carrier, options.mail_from, false))), govuk: None };
    let courier = Courier::new(shared, &key, options.origin.clone(), means).to_ways_in_alone();
    let (whom, now) = ((options.of, options.by), Clock::System.now());
    let asked = recover::recover(&store, &entropy, now, whom).await;
    // What does not leave now waits for the service.
    let sent = if asked.is_ok() { courier.round(Clock::System).await.map(drop) } else { Ok(()) };
    drop(courier);
    store.close().await;
    sent?;
    let recover::Recovering { code, opens, until } = asked.map_err(why_not)?;
    let (opens, until) = (now_at(opens), now_at(until).today);
    let time = opens.at.to_zoned(LONDON.clone()).strftime("%H:%M").to_string();
    println!(
        "{}/sign-in/invitation?code={code}\n{code}\nIt opens once, from {} at {time} until {until}.",
        options.origin, opens.today
    );
    Ok(ExitCode::SUCCESS)
}

/// Why a new way in was not asked for, in words for whoever asks.
fn why_not(error: StoreError) -> Failed {
    match error {
        StoreError::NotThere | StoreError::Refused(Refusal::NotPermitted) => {
            "this is not the case worker whom the person has chosen, so they cannot ask for it; or there is no such place".into()
        }
        StoreError::Refused(Refusal::NotBefore(from)) => {
            let day = now_at(from).today;
            let time = from.to_zoned(LONDON.clone()).strftime("%H:%M").to_string();
            format!("one was asked for not long ago; another can be asked for from {day} at {time}").into()
        }
        other => other.into(),
    }
}

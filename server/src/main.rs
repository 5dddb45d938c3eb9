//! `own-terms`: serve, migrate, seed, invite, recover, verify, change-key, check, backup, destroy-unused-keys.

use std::{
    fs::File,
    io::{IsTerminal as _, Write as _},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use clap::Parser as _;
use jiff::SignedDuration;
use own_terms::{
    app::{App, Settings},
    clock::{Clock, LONDON, now_at},
    config::{Backup, Cli, Database, Invite, Recover, Seed, Serve, Task},
    demo,
    entropy::Entropy,
    invite::{self, Invited, Invitee},
    key_file, letter,
    notify::{Carrier, Deliveries, Outbox, Sender},
    provider::{self, Provider},
    recover,
    router::router,
    sealing::Key,
    seed, serve,
    store::{Store, StoreError, sealed::Sealer, sqlite::SqliteStore},
    verify::verify,
    web::visit,
};
use own_terms_app::notice;
use own_terms_domain::{account::Origin, decide::Refusal, reading::Language};
use tracing_subscriber::EnvFilter;

/// How long emails may take to leave once the service has stopped.
const LAST_POST: Duration = Duration::from_secs(10);

/// Why it ended early, in words for whoever runs it.
type Failed = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let cli = Cli::parse();
    // What reads passkeys calls it an error when somebody sends what is none, which anybody can.
    let usual = || EnvFilter::new("info,sqlx=warn,webauthn_rs_core=off");
    let filter = EnvFilter::try_from_env("OWN_TERMS_LOG").unwrap_or_else(|_| usual());
    let colours = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_target(false).with_ansi(colours);
    log.with_writer(std::io::stderr).init();
    let done =
        tokio::runtime::Runtime::new().map_err(Failed::from).and_then(|runtime| runtime.block_on(run(cli.command)));
    match done {
        Ok(code) => code,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(task: Task) -> Result<ExitCode, Failed> {
    match task {
        Task::Serve(options) => serve_pages(*options).await,
        Task::Migrate(database) => {
            let (store, ..) = open(&database).await?;
            store.close().await;
            tracing::info!("the database is up to date");
            Ok(ExitCode::SUCCESS)
        }
        Task::Seed(options) => put_in(options).await,
        Task::Invite(options) => invite(options).await,
        Task::Recover(options) => recover(options).await,
        Task::Verify(options) => Ok(verify(&options)?),
        Task::ChangeKey(database) => change_key(&database).await,
        Task::Check(database) => check(&database).await,
        Task::Backup(options) => back_up(options).await,
        Task::DestroyUnusedKeys(database) => destroy_unused_keys(&database).await,
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

async fn serve_pages(options: Serve) -> Result<ExitCode, Failed> {
    let listener = tokio::net::TcpListener::bind(options.addr)
        .await
        .map_err(|error| format!("{} cannot be listened on: {error}. Choose another with --addr.", options.addr))?;
    let (store, key, entropy) = open(&options.database).await?;
    let stop = serve::asked_to_stop()?;
    if options.demo {
        if store.holds_real_people().await? {
            return Err(
                "--demo lets anyone sign in, and this database holds real people. Name another with --database.".into(),
            );
        }
        demo::fill(&store, Clock::System.now()).await?;
        tracing::warn!("this is a demonstration: its people are made up, and anyone can sign in as one of them");
    }
    // A number kept for stories (Ofcom's numbers for drama use), so that a demonstration shows where it would be.
    let helpline =
        if options.demo && options.helpline.is_empty() { "0808 157 0123".to_owned() } else { options.helpline.clone() };
    let every = Duration::from_mins(options.checkpoint_every);
    let tasks = [
        tokio::spawn(end_old_sessions(store.clone())),
        tokio::spawn(let_go(store.clone())),
        tokio::spawn(make_checkpoints(store.clone(), every)),
    ];
    let addr = listener.local_addr()?;
    let origin = options.origin(addr);
    if origin.is_none() {
        tracing::info!(
            "receipts are printed without a code, because --origin does not say where the service is reached"
        );
    }
    let mail = mail(&options, origin.as_deref())?;
    // An issuer on this machine is for this machine alone.
    let loopback = options.addr.ip().is_loopback() && !options.https;
    let setup = provider::Setup::read(&options.provider, origin.as_deref(), loopback)?;
    let provider = setup.map(|setup| Provider::new(setup, entropy.clone())).transpose()?;
    let settings =
        Settings { demo: options.demo, secure: options.https, exit: options.exit, helpline, origin: origin.clone() };
    let app = App::new(Arc::new(store.clone()), Clock::System, entropy.clone(), &key, settings).trusting(provider);
    let (app, deliveries) = match mail.zip(origin) {
        Some((mail, origin)) => {
            let (outbox, deliveries) = Deliveries::new(app.store.clone(), entropy, &key, origin, mail);
            (app.sending(outbox), Some(tokio::spawn(deliveries.run())))
        }
        None => (app, None),
    };
    let telling = tokio::spawn(tell_later(store.clone(), app.outbox.clone()));
    tracing::info!("Own Terms is at http://{addr}/");
    serve::serve(listener, router(app), stop).await;
    telling.abort();
    // It has let go of the outbox.
    let _ = telling.await;
    if let Some(deliveries) = deliveries {
        // The outbox went with the last page; what is in it still leaves, if it can at once.
        if tokio::time::timeout(LAST_POST, deliveries).await.is_err() {
            tracing::warn!("stopping, though some emails have not left");
        }
    }
    for task in tasks {
        task.abort();
        // It has let go of the store, or is about to: closing while it asks would look like a failure.
        let _ = task.await;
    }
    // What was said last is proved too, however long nobody starts it again.
    make_checkpoint(&store).await;
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// How emails leave, who they are from, and whether a page shows them; none where none are sent.
fn mail(options: &Serve, origin: Option<&str>) -> Result<Option<(Carrier, Sender, bool)>, Failed> {
    let carrier = match (&options.smtp_url, &options.mail_folder) {
        (Some(url), _) => Carrier::smtp(url).map_err(|error| format!("--smtp-url: {error}"))?,
        (None, Some(folder)) => Carrier::Folder(folder.clone()),
        (None, None) if options.demo => Carrier::Nowhere,
        (None, None) => return Ok(None),
    };
    if origin.is_none() && !matches!(carrier, Carrier::Nowhere) {
        return Err("emails have links in them, and --origin does not say where those lead".into());
    }
    // Real addresses are shown to nobody.
    let show = options.demo && options.smtp_url.is_none();
    Ok(Some((carrier, options.mail_from.clone(), show)))
}

/// Ends sessions, invitations and links that are over, now and every ten minutes: they are held no longer than the catalogue says.
async fn end_old_sessions(store: SqliteStore) {
    let mut every = tokio::time::interval(Duration::from_mins(10));
    loop {
        every.tick().await;
        let now = Clock::System.now().at;
        if let Err(error) = store.end_old_sessions(visit::alive(now)).await {
            tracing::warn!(%error, "sessions that are over were not ended");
        }
        if let Err(error) = store.drop_old_tickets(now).await {
            tracing::warn!(%error, "invitations and links that are over were not taken away");
        }
    }
}

/// Tells people in their hours what they are to be told then, now and every five minutes.
async fn tell_later(store: SqliteStore, outbox: Outbox) {
    let mut every = tokio::time::interval(Duration::from_mins(5));
    while outbox.is_open() {
        every.tick().await;
        if let Err(error) = recover::tell_later(&store, &outbox, Clock::System.now()).await {
            tracing::warn!(%error, "not everyone was told in their hours; it is tried again");
        }
    }
}

/// Lets go of what has come to its day, now and every hour: it is held no longer than its page says.
async fn let_go(store: SqliteStore) {
    let mut every = tokio::time::interval(Duration::from_hours(1));
    loop {
        every.tick().await;
        match store.let_go(Clock::System.now(), notice::version(Language::English)).await {
            Ok(0) => {}
            Ok(people) => tracing::info!(people, "records whose day had come were erased"),
            Err(error) => {
                tracing::warn!(%error, "records whose day has come were not all erased; they are tried again");
            }
        }
    }
}

/// Publishes checkpoints, soon after the start and from then on as often as asked.
async fn make_checkpoints(store: SqliteStore, every: Duration) {
    let mut every = tokio::time::interval(every);
    loop {
        every.tick().await;
        make_checkpoint(&store).await;
    }
}

/// Publishes every chain that grew since the last checkpoint; one holds only so many, so there may be several to make.
async fn make_checkpoint(store: &SqliteStore) {
    loop {
        match store.make_checkpoint(Clock::System.now().at).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => {
                return tracing::warn!(%error, "no checkpoint was made; the next one has what it would have had");
            }
        }
    }
}

async fn change_key(database: &Database) -> Result<ExitCode, Failed> {
    let store = open_what_is_there(database).await?;
    store.change_key(Clock::System.now().at).await?;
    let keys = store.keys().await?;
    store.close().await;
    let key = keys.last().map(|key| key.id.to_string()).unwrap_or_default();
    tracing::info!(key, keys = keys.len(), "another key signs from now on; every one before it still checks");
    Ok(ExitCode::SUCCESS)
}

async fn put_in(options: Seed) -> Result<ExitCode, Failed> {
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

async fn invite(options: Invite) -> Result<ExitCode, Failed> {
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

/// Asks for a new way in, and ends once the person has been told wherever they can be.
async fn recover(options: Recover) -> Result<ExitCode, Failed> {
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
    let way_out = (carrier, options.mail_from, false);
    let (outbox, deliveries) = Deliveries::new(shared, entropy.clone(), &key, options.origin.clone(), way_out);
    let deliveries = tokio::spawn(deliveries.run());
    let whom = (options.of, options.by);
    let asked = recover::recover(&store, &outbox, &entropy, Clock::System.now(), whom).await;
    drop(outbox);
    deliveries.await?;
    store.close().await;
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

async fn check(database: &Database) -> Result<ExitCode, Failed> {
    let store = open_what_is_there(database).await?;
    let checked = store.check().await?;
    store.close().await;
    for wrong in &checked.wrong {
        tracing::error!("{wrong}");
    }
    for noted in &checked.noted {
        tracing::warn!("{noted}");
    }
    tracing::info!(claimants = checked.claimants, entries = checked.entries, wrong = checked.wrong.len(), "checked");
    Ok(if checked.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn back_up(options: Backup) -> Result<ExitCode, Failed> {
    let store = open_what_is_there(&options.database).await?;
    let made = store.backup(&options.folder, Clock::System.now().at).await;
    store.close().await;
    tracing::info!(copy = %made?.display(), "a copy is made, and the vault beside it is as it is now");
    Ok(ExitCode::SUCCESS)
}

async fn destroy_unused_keys(database: &Database) -> Result<ExitCode, Failed> {
    let store = open_what_is_there(database).await?;
    let destroyed = store.destroy_unused_keys(Clock::System.now().at).await?;
    store.close().await;
    tracing::info!(destroyed, "every key that is left is used");
    Ok(ExitCode::SUCCESS)
}

//! Serving, and what goes on beside it: what is over ends, what has come to its day goes, checkpoints are published.

use std::{process::ExitCode, sync::Arc, time::Duration};

use jiff::SignedDuration;
use own_terms::{
    app::{App, Settings},
    clock::Clock,
    config::Serve,
    demo,
    notify::{Carrier, Courier, Deliveries, GovukNotify, GovukSetup, Hooks, Means, Post},
    provider::{self, Provider},
    router::router,
    serve,
    store::{ClientStore as _, REMEMBERED_FOR, StaffStore as _, Store, sqlite::SqliteStore},
    web::{member, visit},
};
use own_terms_app::notice;
use own_terms_domain::reading::Language;
use tokio::sync::watch;

use super::{Failed, open};

/// How long a message is held that nobody sends, because the service is not set up for it.
const UNSENT: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long emails may take to leave once the service has stopped.
const LAST_POST: Duration = Duration::from_secs(10);

pub(super) async fn serve_pages(options: Serve) -> Result<ExitCode, Failed> {
    let listener = tokio::net::TcpListener::bind(options.addr)
        .await
        .map_err(|error| format!("{} cannot be listened on: {error}. Choose another with --addr.", options.addr))?;
    let (store, key, entropy) = open(&options.database).await?;
    let stop = serve::asked_to_stop()?;
    let clock = Clock::starting(options.as_if).map_err(|error| format!("--as-if: {error}"))?;
    if options.demo {
        if store.holds_real_people().await? {
            return Err(
                "--demo lets anyone sign in, and this database holds real people. Name another with --database.".into(),
            );
        }
        demo::fill(&store, clock.now()).await?;
        tracing::warn!("this is a demonstration: its people are made up, and anyone can sign in as one of them");
    }
    // A number kept for stories (Ofcom's numbers for drama use), so that a demonstration shows where it would be.
    let helpline =
        if options.demo && options.helpline.is_empty() { "0808 157 0123".to_owned() } else { options.helpline.clone() };
    let every = Duration::from_mins(options.checkpoint_every);
    let tasks = [
        tokio::spawn(end_old_sessions(store.clone(), clock)),
        tokio::spawn(let_go(store.clone(), clock)),
        tokio::spawn(make_checkpoints(store.clone(), clock, every)),
    ];
    let addr = listener.local_addr()?;
    let origin = options.origin(addr);
    if origin.is_none() {
        tracing::info!(
            "receipts are printed without a code, because --origin does not say where the service is reached"
        );
    }
    let post = post(&options, origin.as_deref())?;
    let means = Means { post: post.clone(), govuk: govuk(&options)? };
    // An issuer on this machine is for this machine alone.
    let loopback = options.addr.ip().is_loopback() && !options.https;
    let provider = |agreed, path| {
        let setup = provider::Setup::read(agreed, origin.as_deref(), path, loopback)?;
        setup.map(|setup| Provider::new(setup, entropy.clone())).transpose()
    };
    let of_people = provider(options.provider.agreed(), "/sign-in/provider/back")?;
    let of_staff = provider(options.staff_provider.agreed(), "/desk/sign-in/provider/back")?;
    let (demo, secure, exit) = (options.demo, options.https, options.exit);
    let settings = Settings { demo, secure, exit, helpline: helpline.clone(), origin: origin.clone() };
    let app = App::new(Arc::new(store.clone()), clock, entropy.clone(), &key, settings);
    let app = app.trusting(of_people).trusting_for_staff(of_staff);
    let sends = !means.channels().is_empty();
    let courier = Courier::new(app.store.clone(), &key, origin.clone().unwrap_or_default(), means);
    let courier = courier.with_helpline(helpline);
    let (app, deliveries) = match post.zip(origin) {
        Some((post, origin)) => {
            let (outbox, deliveries) = Deliveries::new(app.store.clone(), entropy, &key, origin, post);
            (app.sending(outbox), Some(tokio::spawn(deliveries.run())))
        }
        None => (app, None),
    };
    let (stopping, stopped) = watch::channel(false);
    let courier = tokio::spawn(async move {
        if sends {
            courier.run(clock, stopped).await;
        }
    });
    let hooks = Hooks::new(app.store.clone(), options.hooks_here);
    let hooks = tokio::spawn(hooks.run(clock, stopping.subscribe()));
    tracing::info!("Own Terms is at http://{addr}/");
    serve::serve(listener, router(app), stop).await;
    // What it has begun it ends; the rest waits in the database.
    let _ = stopping.send(true);
    if tokio::time::timeout(LAST_POST, hooks).await.is_err() {
        tracing::warn!("stopping, though a system is being told of something; it is told again");
    }
    if tokio::time::timeout(LAST_POST, courier).await.is_err() {
        tracing::warn!("stopping, though something is being sent; it is sent again");
    }
    if let Some(deliveries) = deliveries {
        // It went with the last page; links that were asked for still leave, if they can at once.
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
    make_checkpoint(&store, clock).await;
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// How emails leave; none where none are sent.
fn post(options: &Serve, origin: Option<&str>) -> Result<Option<Arc<Post>>, Failed> {
    let carrier = match (&options.smtp_url, &options.mail_folder) {
        (Some(url), _) => Carrier::smtp(url).map_err(|error| format!("--smtp-url: {error}"))?,
        (None, Some(folder)) => Carrier::Folder(folder.clone()),
        (None, None) if options.demo && origin.is_some() => Carrier::Nowhere,
        (None, None) => return Ok(None),
    };
    if origin.is_none() {
        return Err("emails have links in them, and --origin does not say where those lead".into());
    }
    // Real addresses are shown to nobody.
    let show = options.demo && options.smtp_url.is_none();
    Ok(Some(Arc::new(Post::new(carrier, options.mail_from.clone(), show))))
}

/// How texts and letters leave; none where none are sent.
fn govuk(options: &Serve) -> Result<Option<GovukNotify>, Failed> {
    let setup = options.notify_key.clone().zip(options.notify_template).map(|(key, template)| GovukSetup {
        url: options.notify_url.clone(),
        key,
        template,
        letters: options.notify_letters,
        patience: None,
    });
    Ok(setup.map(GovukNotify::new).transpose()?)
}

/// Ends sessions, invitations and links that are over, now and every ten minutes: they are held no longer than the catalogue says.
async fn end_old_sessions(store: SqliteStore, clock: Clock) {
    let mut every = tokio::time::interval(Duration::from_mins(10));
    loop {
        every.tick().await;
        let now = clock.now().at;
        if let Err(error) = store.end_old_sessions(visit::alive(now)).await {
            tracing::warn!(%error, "sessions that are over were not ended");
        }
        if let Err(error) = store.end_old_staff_sessions(member::alive(now)).await {
            tracing::warn!(%error, "sessions at the desk that are over were not ended");
        }
        if let Err(error) = store.drop_old_tickets(now).await {
            tracing::warn!(%error, "invitations and links that are over were not taken away");
        }
        if let Err(error) = store.forget_requests(now - REMEMBERED_FOR).await {
            tracing::warn!(%error, "what systems of organisations asked for was not forgotten");
        }
        if let Err(error) = store.drop_old_messages(now - UNSENT).await {
            tracing::warn!(%error, "messages that nobody sends were not taken away");
        }
    }
}

/// Lets go of what has come to its day, now and every hour: it is held no longer than its page says.
async fn let_go(store: SqliteStore, clock: Clock) {
    let mut every = tokio::time::interval(Duration::from_hours(1));
    loop {
        every.tick().await;
        match store.let_go(clock.now(), notice::version(Language::English)).await {
            Ok(0) => {}
            Ok(people) => tracing::info!(people, "records whose day had come were erased"),
            Err(error) => {
                tracing::warn!(%error, "records whose day has come were not all erased; they are tried again");
            }
        }
    }
}

/// Publishes checkpoints, soon after the start and from then on as often as asked.
async fn make_checkpoints(store: SqliteStore, clock: Clock, every: Duration) {
    let mut every = tokio::time::interval(every);
    loop {
        every.tick().await;
        make_checkpoint(&store, clock).await;
    }
}

/// Publishes every chain that grew since the last checkpoint; one holds only so many, so there may be several to make.
async fn make_checkpoint(store: &SqliteStore, clock: Clock) {
    loop {
        match store.make_checkpoint(clock.now().at).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => {
                return tracing::warn!(%error, "no checkpoint was made; the next one has what it would have had");
            }
        }
    }
}

//! Killed before a message is sent, or before it is known that it was: none is lost, and none is told twice under two names.

use std::{
    collections::BTreeSet,
    net::TcpListener,
    process::Command as Process,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use jiff::SignedDuration;
use own_terms::{
    clock::{Clock, now_at},
    demo,
    entropy::Entropy,
    key_file,
    notify::{Carrier, Courier, Means, Post},
    sealing::Key,
    store::{Claimed, Settled, Store, sealed::Sealer, sqlite::SqliteStore},
};
use own_terms_domain::{
    ids::{ClaimantId, WayInId},
    item::ItemId,
    telling::To,
    time::Now,
};
use uuid::Uuid;

use crate::{
    files::is_well,
    given::{Folder, own, way_in},
    process::{Server, ask, sign_in, token},
    routes::encode,
    smtp::MailServer,
};

/// The address that stays, and is told that each other is closed.
const STAYS: WayInId = WayInId(Uuid::from_u128(0x900));

fn other(number: u128) -> WayInId {
    WayInId(Uuid::from_u128(0x901 + number))
}

fn alex() -> ClaimantId {
    demo::chosen("alex").unwrap()
}

/// A moment at which whatever waits is due.
fn later() -> Now {
    now_at(Clock::System.now().at + SignedDuration::from_hours(24))
}

async fn open(folder: &Folder) -> (SqliteStore, Key) {
    let entropy = Entropy::from_system().unwrap();
    let key = key_file::open(&folder.file("own-terms.key"), &folder.database(), &entropy).unwrap();
    let now = Clock::System.now();
    (SqliteStore::open(&folder.files(), Sealer::new(&key, entropy), now.at).await.unwrap(), key)
}

/// Everything that waits, taken.
async fn waiting(store: &SqliteStore) -> Vec<Claimed> {
    let mut all = Vec::new();
    loop {
        let some = store.claim(later().at).await.unwrap();
        if some.is_empty() {
            return all;
        }
        all.extend(some);
    }
}

/// A demonstration in which Alex has some addresses, and nothing waits.
async fn with_addresses(folder: &Folder, others: u128) {
    Server::start(folder).kill();
    let (store, _) = open(folder).await;
    for (id, address) in [(STAYS, "stays@example.com".to_owned())]
        .into_iter()
        .chain((0..others).map(|number| (other(number), format!("closed{number}@example.com"))))
    {
        store.commit(own(alex(), way_in(id, &address), Clock::System.now())).await.unwrap();
    }
    for one in waiting(&store).await {
        store.settle(&one, Settled::Done).await.unwrap();
    }
    store.close().await;
}

/// Closes an address, as its person does it; true when that was acknowledged.
fn close(server: &Server, session: &str, token: &str, (way, version): (WayInId, u32)) -> bool {
    let (way, version) = (way.to_string(), version.to_string());
    let fields = [("token", token), ("way", &way), ("version", &version), ("do", "close")];
    let answer = ask("POST", "/settings/sign-in/way", server.addr, session, &encode(&fields));
    let Ok(answer) = answer else { return false };
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    true
}

async fn version(folder: &Folder, way: WayInId) -> u32 {
    let (store, _) = open(folder).await;
    let version = crate::given::seen(&store, alex()).await.state.version(ItemId::SignIn(way)).0;
    store.close().await;
    version
}

fn kill(pid: u32) {
    assert!(Process::new("kill").args(["-KILL", &pid.to_string()]).status().unwrap().success());
}

/// What brings all that waits to a mail server.
fn courier(store: &SqliteStore, key: &Key, mail: &MailServer) -> Courier {
    let from = "Own Terms <no-reply@localhost>".parse().unwrap();
    let post = Post::new(Carrier::smtp(&mail.url()).unwrap(), from, false);
    let means = Means { post: Some(Arc::new(post)), govuk: None };
    Courier::new(Arc::new(store.clone()), key, "http://127.0.0.1".to_owned(), means)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_between_the_change_and_the_sending_each_change_is_told_and_no_other() {
    const OTHERS: u128 = 9;
    let folder = Folder::new();
    with_addresses(&folder, OTHERS).await;
    // Nobody listens there.
    let nowhere = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("smtp://{nowhere}");
    let entropy = Entropy::from_system().unwrap();
    let (mut session, mut acknowledged) = (None, 0);
    for number in 0..OTHERS {
        let way = (other(number), version(&folder, other(number)).await);
        let mut server = Server::start_with(&folder, &[("OWN_TERMS_SMTP_URL", &url)]);
        let session = session.get_or_insert_with(|| sign_in(server.addr, "alex")).clone();
        let token = token(server.addr, &session);
        let [spins, more] = entropy.bytes::<2>();
        let pid = server.child.id();
        std::thread::scope(|scope| {
            let closed = scope.spawn(|| close(&server, &session, &token, way));
            if number % 3 == 0 {
                acknowledged += u32::from(closed.join().unwrap());
            } else {
                // Somewhere while it is closed, or told.
                for _ in 0..u32::from(spins) * u32::from(more) * 4 {
                    std::hint::spin_loop();
                }
            }
            kill(pid);
        });
        server.kill();
    }
    let (store, key) = open(&folder).await;
    is_well(&store).await;
    let state = crate::given::seen(&store, alex()).await.state;
    let closed = (0..OTHERS).filter(|number| state.way_in(other(*number)).is_none()).count();
    assert!(closed >= acknowledged as usize && acknowledged == 3, "{closed} of {acknowledged}");
    let waits = waiting(&store).await;
    let to_it = waits.iter().filter(|one| one.message.to == To::Way { way: STAYS }).count();
    assert_eq!(to_it, closed, "each change is told, and nothing else");
    assert!(waits.iter().all(|one| matches!(one.message.to, To::Way { way } if state.way_in(way).is_some())));
    for one in &waits {
        store.settle(one, Settled::Later(Clock::System.now().at)).await.unwrap();
    }
    let mut mail = MailServer::start(&[]).await;
    let courier = courier(&store, &key, &mail);
    while courier.round(Clock::Stopped(later().at)).await.unwrap() > 0 {}
    let mut names = BTreeSet::new();
    for _ in 0..waits.len() {
        names.insert(mail.next().await.header("Message-ID").to_owned());
    }
    assert!(mail.is_empty() && names.len() == waits.len());
    assert_eq!(store.next_due().await.unwrap(), None);
    drop(courier);
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_between_the_sending_and_knowing_it_the_same_message_leaves_again_under_the_same_name() {
    let folder = Folder::new();
    with_addresses(&folder, 1).await;
    let way = (other(0), version(&folder, other(0)).await);
    let victim = Arc::new(AtomicU32::new(0));
    let to_kill = victim.clone();
    let mut mail = MailServer::start_with(&[], move || match to_kill.swap(0, Ordering::SeqCst) {
        0 => {}
        pid => kill(pid),
    })
    .await;
    let mut server = Server::start_with(&folder, &[("OWN_TERMS_SMTP_URL", &mail.url())]);
    let session = sign_in(server.addr, "alex");
    let token = token(server.addr, &session);
    victim.store(server.child.id(), Ordering::SeqCst);
    // It may be killed before it answers: the change is there all the same.
    let _ = close(&server, &session, &token, way);
    let first = mail.next().await;
    server.child.wait().unwrap();
    server.kill();
    let (store, key) = open(&folder).await;
    is_well(&store).await;
    let courier = courier(&store, &key, &mail);
    assert_eq!(courier.round(Clock::System).await.unwrap(), 0, "it is taken, for some minutes");
    while courier.round(Clock::Stopped(later().at)).await.unwrap() > 0 {}
    let second = mail.next().await;
    assert!(mail.is_empty());
    assert_eq!((&first.to, &first.text), (&second.to, &second.text));
    for header in ["Message-ID", "Date", "Subject"] {
        assert!(!first.header(header).is_empty());
        assert_eq!(first.header(header), second.header(header), "{header}");
    }
    assert_eq!(store.next_due().await.unwrap(), None);
    drop(courier);
    store.close().await;
}

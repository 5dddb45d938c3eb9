//! Killed at any moment: every change that was acknowledged is there, and none is half there.

use std::{
    collections::BTreeSet,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use own_terms::{
    demo,
    entropy::Entropy,
    key_file,
    store::{sealed::Sealer, sqlite::SqliteStore},
};

use crate::{
    files::is_well,
    given::{Folder, at, seen},
    process::{Server, ask, sign_in, token},
    routes::encode,
};

const PEOPLE: [&str; 4] = ["alex", "priya", "megan", "sam"];

/// How often it is killed: as often as `OWN_TERMS_KILLS` says, or as a usual run has time for.
fn kills() -> usize {
    std::env::var("OWN_TERMS_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(30)
}

/// Sends goals until the server is gone; notes each before it is sent, and again once it is acknowledged.
fn send_goals(
    server: &Server,
    (session, token): (&str, &str),
    entropy: &Entropy,
    sent: &Mutex<BTreeSet<String>>,
    acknowledged: &Mutex<BTreeSet<String>>,
    done: &AtomicUsize,
) {
    loop {
        let id = entropy.id().simple().to_string();
        let words = format!("the goal {id}");
        sent.lock().unwrap().insert(words.clone());
        let body = encode(&[("token", token), ("goal", &id), ("words", &words), ("audience", "case-worker")]);
        let Ok(answer) = ask("POST", "/goals/add", server.addr, session, &body) else { return };
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        acknowledged.lock().unwrap().insert(words);
        done.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost_and_nothing_is_half_there() {
    let mut left = kills();
    while left > 0 {
        // In a new place now and then: there is an end to the goals that one person can have.
        let now = left.min(60);
        kill_it(now);
        left -= now;
    }
}

fn kill_it(kills: usize) {
    let folder = Folder::new();
    let entropy = Entropy::from_system().unwrap();
    let (sent, acknowledged) = (Mutex::new(BTreeSet::new()), Mutex::new(BTreeSet::new()));
    let mut sessions: Vec<Option<String>> = vec![None; PEOPLE.len()];
    for turn in 0..kills {
        let mut server = Server::start(&folder);
        let who = turn % PEOPLE.len();
        // A session outlives the server too.
        let session = sessions[who].get_or_insert_with(|| sign_in(server.addr, PEOPLE[who])).clone();
        let token = token(server.addr, &session);
        let done = AtomicUsize::new(0);
        let [after, _] = entropy.bytes::<2>();
        let pid = server.child.id();
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| send_goals(&server, (&session, &token), &entropy, &sent, &acknowledged, &done));
            }
            // After some are acknowledged, while others are on their way.
            while done.load(Ordering::SeqCst) < usize::from(after % 7) {
                std::thread::yield_now();
            }
            let killed = std::process::Command::new("kill").args(["-KILL", &pid.to_string()]).status().unwrap();
            assert!(killed.success());
        });
        server.kill();
    }
    let (sent, acknowledged) = (sent.into_inner().unwrap(), acknowledged.into_inner().unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let file = folder.database();
        let key = key_file::open(&folder.file("own-terms.key"), &file, &entropy).unwrap();
        let sealer = Sealer::new(&key, entropy.clone());
        let store = SqliteStore::open(&folder.files(), sealer, at(0).at).await.unwrap();
        is_well(&store).await;
        let mut there = BTreeSet::new();
        for person in PEOPLE {
            let state = seen(&store, demo::chosen(person).unwrap()).await.state;
            let goals: Vec<_> = state.goals().iter().map(|goal| goal.id).collect();
            let mut ordered = state.goal_order().goals;
            assert_eq!(ordered.len(), goals.len(), "each goal has its place in the order, and no place has no goal");
            ordered.retain(|id| !goals.contains(id));
            assert_eq!(ordered, []);
            there.extend(state.goals().iter().map(|goal| goal.goal.draft.words.as_str().to_owned()));
        }
        let lost: Vec<_> = acknowledged.difference(&there).collect();
        assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
        let strange: Vec<_> = there.difference(&sent).filter(|words| words.starts_with("the goal ")).collect();
        assert!(strange.is_empty(), "there, and never sent: {strange:?}");
        assert!(acknowledged.len() >= kills, "only {} were acknowledged", acknowledged.len());
        store.close().await;
    });
}

/// Adds goals and erases them all, again and again, until the server is gone: how many erasures were acknowledged.
fn say_and_erase(server: &Server, (session, token): (&str, &str), entropy: &Entropy, erased: &AtomicUsize) {
    let post = |path, fields: &[(&str, &str)]| {
        let answer = ask("POST", path, server.addr, session, &encode(fields)).ok()?;
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        Some(())
    };
    let rounds = || -> Option<()> {
        loop {
            for _ in 0..2 {
                let id = entropy.id().simple().to_string();
                let add = [("token", token), ("goal", &id), ("words", "to be erased"), ("audience", "only-me")];
                post("/goals/add", &add)?;
            }
            post("/held/erase", &[("token", token), ("what", "kind.goal")])?;
            erased.fetch_add(1, Ordering::SeqCst);
        }
    };
    assert_eq!(rounds(), None);
}

#[test]
fn killed_while_it_erases_no_key_is_left_of_what_was_erased_and_none_for_nothing() {
    let folder = Folder::new();
    let entropy = Entropy::from_system().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut session = None;
    let erased = AtomicUsize::new(0);
    // Of the demonstration, and at most two in each round that was killed before it erased.
    let mut most = 3;
    for _ in 0..kills() / 2 {
        let before = erased.load(Ordering::SeqCst);
        let mut server = Server::start(&folder);
        let session = session.get_or_insert_with(|| sign_in(server.addr, "alex")).clone();
        let token = token(server.addr, &session);
        let pid = server.child.id();
        let [after, spins, more] = entropy.bytes::<3>();
        let enough = erased.load(Ordering::SeqCst) + usize::from(after % 3);
        std::thread::scope(|scope| {
            scope.spawn(|| say_and_erase(&server, (&session, &token), &entropy, &erased));
            while erased.load(Ordering::SeqCst) < enough {
                std::thread::yield_now();
            }
            // And somewhere in the next round.
            for _ in 0..u32::from(spins) * u32::from(more) * 4 {
                std::hint::spin_loop();
            }
            assert!(std::process::Command::new("kill").args(["-KILL", &pid.to_string()]).status().unwrap().success());
        });
        server.kill();
        most = if erased.load(Ordering::SeqCst) > before { 2 } else { most + 2 };
        runtime.block_on(async {
            let key = key_file::open(&folder.file("own-terms.key"), &folder.database(), &entropy).unwrap();
            let sealer = Sealer::new(&key, entropy.clone());
            let store = SqliteStore::open(&folder.files(), sealer, at(0).at).await.unwrap();
            is_well(&store).await;
            assert!(seen(&store, demo::chosen("alex").unwrap()).await.state.goals().len() <= most);
            store.close().await;
        });
    }
    assert!(erased.into_inner() >= kills() / 4, "something was erased");
}

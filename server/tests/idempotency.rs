//! Killed at any moment between a change and its answer: whoever asks again under the same key has it done once.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::SocketAddr,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use own_terms::{
    clock::Clock,
    demo,
    entropy::Entropy,
    key_file,
    store::{Store as _, sealed::Sealer, sqlite::SqliteStore},
};
use own_terms_domain::{
    consent::{self, ConsentDraft, Length, Purpose, Yes},
    decide::Command,
    ids::{ConsentId, OrganisationId},
    item::{ItemId, Kind},
    reading::Language,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    files::is_well,
    given::{Folder, own, seen},
    process::{Server, connect},
};

const CONSENT: ConsentId = ConsentId(Uuid::from_u128(0xc90));
const HARBOUR: OrganisationId = OrganisationId(Uuid::from_u128(0x8000_8000_0000_0000_0402));

async fn open(folder: &Folder, entropy: &Entropy) -> SqliteStore {
    let key = key_file::open(&folder.file("own-terms.key"), &folder.database(), entropy).unwrap();
    SqliteStore::open(&folder.files(), Sealer::new(&key, entropy.clone()), Clock::System.now().at).await.unwrap()
}

/// Rosa lets Harbour Advice see what she is called.
async fn lets(store: &SqliteStore) {
    let (me, now, item) = (demo::chosen("rosa").unwrap(), Clock::System.now(), ItemId::The(Kind::Profile));
    let draft = ConsentDraft { organisation: HARBOUR, purpose: Purpose::Help, items: vec![item] };
    store.commit(own(me, Command::AskConsent { id: CONSENT, draft }, now)).await.unwrap();
    let state = seen(store, me).await.state;
    let yes = Yes { seen: vec![state.get(item).unwrap().wording()], length: Length::Year, remind: false };
    let (on, answer) = (state.version(ItemId::Consent(CONSENT)), consent::Answer::Yes(yes));
    let command = Command::AnswerConsent { id: CONSENT, on, language: Language::English, answer };
    store.commit(own(me, command, now)).await.unwrap();
}

fn ask(addr: SocketAddr, path: &str, headers: &str, body: &str) -> std::io::Result<(u16, Value)> {
    let mut stream = connect(addr)?;
    let request = format!(
        "POST /api/v1{path} HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\n{headers}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, said) = answer.split_once("\r\n\r\n").ok_or(std::io::ErrorKind::UnexpectedEof)?;
    let status = head[9..12].parse().unwrap();
    Ok((status, serde_json::from_str(said).unwrap_or_default()))
}

fn token(addr: SocketAddr) -> String {
    let credentials = BASE64_STANDARD.encode("00000000-0000-8000-8000-000000000502:demonstration");
    let (_, said) =
        ask(addr, "/token", &format!("Authorization: Basic {credentials}"), "grant_type=client_credentials").unwrap();
    said["access_token"].as_str().unwrap().to_owned()
}

fn pass_on(addr: SocketAddr, token: &str, key: usize) -> std::io::Result<(u16, Value)> {
    let headers =
        format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\nIdempotency-Key: key-{key}");
    let body = json!({ "words": format!("Held elsewhere: {key}"), "source": "our files" });
    ask(addr, &format!("/consents/{CONSENT}/records"), &headers, &body.to_string())
}

#[test]
fn killed_at_any_moment_what_is_asked_again_under_its_key_is_done_once() {
    let (folder, entropy) = (Folder::new(), Entropy::from_system().unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    drop(Server::start(&folder));
    runtime.block_on(async {
        let store = open(&folder, &entropy).await;
        lets(&store).await;
        store.close().await;
    });
    let (mut waiting, mut made): (Vec<usize>, BTreeMap<usize, Value>) = (Vec::new(), BTreeMap::new());
    let mut next = 0;
    for _ in 0..12 {
        let mut server = Server::start(&folder);
        let token = token(server.addr);
        // What had no answer is asked for again, and what had one has the same.
        for key in waiting.drain(..).chain(made.keys().copied().collect::<Vec<_>>()).collect::<Vec<_>>() {
            let (status, said) = pass_on(server.addr, &token, key).unwrap();
            assert_eq!(status, 201, "{said}");
            assert_eq!(*made.entry(key).or_insert_with(|| said.clone()), said);
        }
        let (pid, [after, spins, more]) = (server.child.id(), entropy.bytes::<3>());
        let addr = server.addr;
        let from = next;
        next = std::thread::scope(|scope| {
            let asking = scope.spawn(|| {
                let mut answered = Vec::new();
                for key in from.. {
                    match pass_on(addr, &token, key) {
                        Ok((status, said)) => {
                            assert_eq!(status, 201, "{said}");
                            answered.push((key, said));
                        }
                        Err(_) => return (answered, key),
                    }
                }
                unreachable!()
            });
            for _ in 0..u32::from(after % 16) * u32::from(spins) * u32::from(more) * 8 {
                std::hint::spin_loop();
            }
            assert!(std::process::Command::new("kill").args(["-KILL", &pid.to_string()]).status().unwrap().success());
            let (answered, unanswered) = asking.join().unwrap();
            made.extend(answered);
            waiting.push(unanswered);
            unanswered + 1
        });
        server.kill();
    }
    let server = Server::start(&folder);
    let token = token(server.addr);
    for key in waiting {
        assert_eq!(pass_on(server.addr, &token, key).unwrap().0, 201);
    }
    drop(server);
    runtime.block_on(async {
        let store = open(&folder, &entropy).await;
        is_well(&store).await;
        let state = seen(&store, demo::chosen("rosa").unwrap()).await.state;
        let records = state.all().filter_map(|held| Some(state.record(held.id.record()?)?.1.words.to_string()));
        let mut passed_on: Vec<String> = records.filter(|words| words.starts_with("Held elsewhere: ")).collect();
        passed_on.sort();
        let mut wanted: Vec<String> = (0..next).map(|key| format!("Held elsewhere: {key}")).collect();
        wanted.sort();
        assert_eq!(passed_on, wanted, "each once");
        store.close().await;
    });
}

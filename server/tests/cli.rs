//! The command line: what is wrong is said, with a way out, and told by the exit too.

use std::{
    fs,
    io::{Read as _, Write as _},
    os::unix::fs::PermissionsExt as _,
    process::{Output, Stdio},
};

use clap::Parser as _;
use own_terms::{
    clock::now_at,
    config::{Cli, Task},
    entropy::Entropy,
    key_file,
    store::{Store as _, sealed::Sealer, sqlite::SqliteStore},
};
use own_terms_domain::{account::Origin, actor::Actor, decide::Command};
use p256::pkcs8::EncodePrivateKey as _;
use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};

use crate::{
    export::pdf,
    facts::tight,
    given::{Folder, at, everything, look, open, ordered, person, record_id},
    process::{Server, ask, connect, own_terms, request, sign_in, token},
};

fn run(folder: &Folder, args: &[&str]) -> Output {
    own_terms(folder).args(args).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn works(folder: &Folder, args: &[&str]) -> String {
    let output = run(folder, args);
    assert!(output.status.success(), "{args:?}: {}", said(&output));
    said(&output)
}

#[track_caller]
fn fails(folder: &Folder, args: &[&str], why: &str) -> String {
    let output = run(folder, args);
    assert!(!output.status.success(), "{args:?} works");
    assert!(said(&output).contains(why), "{args:?} does not say {why}: {}", said(&output));
    assert!(!said(&output).contains("panicked"), "{}", said(&output));
    said(&output)
}

#[test]
fn each_wrong_flag_says_what_is_wrong_with_it() {
    let folder = Folder::new();
    for (args, why) in [
        (&["serf"][..], "serf"),
        (&[], "Usage"),
        (&["serve", "--demon"], "--demo"),
        (&["serve", "--addr", "localhost"], "--addr"),
        (&["serve", "--addr", "127.0.0.1:99999"], "--addr"),
        (&["serve", "--database", "postgres://x"], "sqlite://FILE"),
        (&["serve", "--database", "sqlite://"], "no file name"),
        (&["serve", "--database"], "--database"),
        (&["serve", "--exit", "javascript:alert(1)"], "a web address"),
        (&["serve", "--origin", "own-terms.example"], "where the service is reached"),
        (&["serve", "--origin", "https://own-terms.example/"], "where the service is reached"),
        (&["serve", "--origin", "https://someone@own-terms.example"], "where the service is reached"),
        (&["serve", "--origin", "javascript:alert(1)"], "where the service is reached"),
        (&["serve", "--exit", "https://x; script-src *"], "a web address"),
        (&["seed"], "--claimants"),
        (&["seed", "--claimants", "0"], "--claimants"),
        (&["seed", "--claimants", "many"], "many"),
        (&["seed", "--claimants", "1", "--of", "sam"], "--of"),
        (&["seed", "--of", "nobody"], "nobody"),
        (&["seed", "--claimants", "1", "--goals", "201"], "--goals"),
        (&["invite"], "--name"),
        (&["invite", "--name", " "], "a name is needed"),
        (&["invite", "--name", "Robin", "--language", "fr"], "en, cy"),
        (&["invite", "--name", "Robin", "--days", "0"], "--days"),
        (&["staff"], "add"),
        (&["staff", "add", "--name", "Jo", "--organisation", "Taff"], "--role"),
        (&["staff", "add", "--name", "Jo", "--organisation", "Taff", "--role", "boss"], "case-worker, supervisor"),
        (
            &["staff", "add", "--name", "Jo", "--organisation", "Taff", "--role", "supervisor", "--trained", "magic"],
            "mental-health",
        ),
        (&["staff", "add", "--name", "Jo", "--organisation", "Taff", "--role", "supervisor", "--days", "8"], "1, 2, 3"),
        (&["staff", "invite", "--of", "nobody"], "the number of a case worker"),
        (&["recover", "--of", "rosa", "--by", "jo"], "--origin"),
        (
            &["recover", "--of", "nobody", "--by", "jo", "--origin", "https://a.example"],
            "the number of a place is needed",
        ),
        (&["recover", "--of", "rosa", "--by", "x", "--origin", "https://a.example"], "the number of a case worker"),
        (&["recover", "--of", "rosa", "--by", "jo", "--origin", "https://a.example"], "--smtp-url"),
        (&["serve", "--mail-from", "nobody"], "--mail-from"),
        (&["serve", "--smtp-url", "smtp://mail.example", "--mail-folder", "x"], "--mail-folder"),
        (&["serve", "--provider-issuer", "https://login.example"], "--provider-client-id"),
        (&["serve", "--provider-issuer", "login.example"], "a web address"),
        (&["serve", "--provider-vtr", "Cl.Cm,<>"], "a vector is needed"),
        (&["serve", "--provider-name", " "], "a name is needed"),
        (&["check", "--now"], "--now"),
        (&["migrate", "--database", "sqlite:///no/such/folder/x.db"], "/no/such/folder"),
    ] {
        fails(&folder, args, why);
    }
    assert_eq!(fs::read_dir(folder.file("")).unwrap().count(), 0, "and nothing was made");
}

#[test]
fn an_identity_provider_that_cannot_be_used_safely_is_refused_at_the_start() {
    let folder = Folder::new();
    let key = p256::SecretKey::from_slice(&[7; 32]).unwrap().to_pkcs8_pem(p256::pkcs8::LineEnding::LF).unwrap();
    fs::write(folder.file("right.pem"), key.as_bytes()).unwrap();
    fs::write(folder.file("wrong.pem"), "a key").unwrap();
    let (here, anyone) = ("127.0.0.1:0", "0.0.0.0:0");
    for (addr, issuer, file, more, why) in [
        (here, "https://login.example", "none.pem", &[][..], "none.pem cannot be read"),
        (here, "https://login.example", "wrong.pem", &[], "openssl genpkey"),
        (here, "http://login.example", "right.pem", &[], "begins with https://"),
        (here, "https://login.example?a=b", "right.pem", &[], "begins with https://"),
        (anyone, "http://127.0.0.1:9", "right.pem", &["--origin", "http://own-terms.example"], "begins with https://"),
        (
            here,
            "http://127.0.0.1:9",
            "right.pem",
            &["--https", "--origin", "https://a.example"],
            "begins with https://",
        ),
        (anyone, "https://login.example", "right.pem", &[], "--origin does not say where to"),
    ] {
        let mut args = vec!["serve", "--addr", addr, "--provider-issuer", issuer, "--provider-key", file];
        args.extend(["--provider-client-id", "own-terms", "--provider-name", "Example Login"]);
        args.extend(more);
        fails(&folder, &args, why);
    }
}

#[test]
fn a_flag_is_an_environment_variable_too() {
    let folder = Folder::new();
    let output = own_terms(&folder).arg("migrate").env("OWN_TERMS_DATABASE", "sqlite://other.db").output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let made = ["other.db", "other-keys.db", "other.key"];
    assert!(made.iter().all(|name| folder.file(name).exists()));
    let wrong = own_terms(&folder).args(["seed"]).env("OWN_TERMS_CLAIMANTS", "none").output().unwrap();
    assert!(!wrong.status.success() && said(&wrong).contains("none"), "{}", said(&wrong));
}

#[test]
fn migrate_seed_and_check_do_what_they_say() {
    let folder = Folder::new();
    works(&folder, &["migrate"]);
    works(&folder, &["migrate"]);
    for file in ["own-terms.key", "own-terms.db", "own-terms-keys.db"] {
        let mode = fs::metadata(folder.file(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "only the service reads {file}");
    }
    works(&folder, &["seed", "--claimants", "3", "--goals", "2"]);
    let checked = works(&folder, &["check"]);
    // A name, and twice a goal with its place in the order.
    assert!(checked.contains("claimants=3") && checked.contains("entries=15"), "{checked}");
    works(&folder, &["seed", "--of", "sam", "--goals", "0", "--records", "3", "--looks", "2"]);
    let (before, after) = (checked, works(&folder, &["check"]));
    assert!(before != after && after.contains("wrong=0"), "{after}");
}

#[test]
fn an_invitation_is_told_once_and_opens_a_place_of_the_service() {
    let folder = Folder::new();
    let args = ["invite", "--demo", "--name", "Robin", "--language", "cy", "--origin", "https://own-terms.example"];
    let output = run(&folder, &args);
    assert!(output.status.success(), "{}", said(&output));
    let told = String::from_utf8(output.stdout.clone()).unwrap();
    let [link, code, _] = told.lines().collect::<Vec<_>>()[..] else { panic!("{told}") };
    assert_eq!(link, format!("https://own-terms.example/sign-in/invitation?code={code}"));
    assert!(!said(&output).contains(code), "it is not in the log");
    for file in ["own-terms.db", "own-terms-keys.db"] {
        let bytes = fs::read(folder.file(file)).unwrap();
        assert!(!bytes.windows(code.len()).any(|part| part == code.as_bytes()), "nor in {file}");
    }
    let server = Server::start(&folder);
    let opened = ask("POST", "/sign-in/invitation", server.addr, "", &format!("code={code}")).unwrap();
    assert!(opened.contains("303") && opened.to_lowercase().contains("location: /settings/sign-in"), "{opened}");
    assert!(opened.contains("own-terms-reading=usual.usual.device.cy"), "in their language: {opened}");
}

#[test]
fn someone_who_works_here_is_let_in_by_a_code_told_once_and_shut_out_again() {
    let folder = Folder::new();
    let origin = ["--origin", "https://own-terms.example"];
    let mut args = vec!["staff", "add", "--name", "Nia", "--organisation", "Taff Advice", "--role", "case-worker"];
    args.extend(["--trained", "autism,easy-read", "--days", "1,3", "--languages", "Cymraeg"]);
    let output = run(&folder, &[args.as_slice(), &origin].concat());
    assert!(output.status.success(), "{}", said(&output));
    let told = String::from_utf8(output.stdout.clone()).unwrap();
    let [link, code, until] = told.lines().collect::<Vec<_>>()[..] else { panic!("{told}") };
    assert_eq!(link, format!("https://own-terms.example/desk/invitation?code={code}"));
    assert!(!said(&output).contains(code), "it is not in the log");
    let number = until.split("They are number ").nth(1).unwrap().trim_end_matches('.');
    let everyone = String::from_utf8(run(&folder, &["staff", "list"]).stdout).unwrap();
    assert_eq!(everyone, format!("{number}  Nia, case-worker, Taff Advice\n"));
    let server = Server::start(&folder);
    let enter = |code: &str| ask("POST", "/desk/invitation", server.addr, "", &format!("code={code}")).unwrap();
    let opened = enter(code);
    assert!(opened.contains("303") && opened.to_lowercase().contains("location: /desk/"), "{opened}");
    let cookie = opened.split("own-terms-desk=").nth(1).unwrap().split(';').next().unwrap();
    let cookie = format!("none; own-terms-desk={cookie}");
    let account = || ask("GET", "/desk/account", server.addr, &cookie, "").unwrap();
    assert!(account().contains("Nia"), "{}", account());
    // A new code closes what was open before.
    let again = run(&folder, &["staff", "invite", "--of", number]);
    assert!(again.status.success(), "{}", said(&again));
    assert!(account().contains("303"), "{}", account());
    let code = String::from_utf8(again.stdout).unwrap().lines().nth(1).unwrap().to_owned();
    assert!(enter(&code).contains("303"));
    assert!(run(&folder, &["staff", "close", "--of", number]).status.success());
    let nobody = ["staff", "invite", "--of", "00000000000040008000000000000001"];
    fails(&folder, &nobody, "nobody of that number works here");
}

#[test]
fn what_is_listed_is_a_whole_file_or_as_it_was_with_each_line_that_was_refused() {
    let folder = Folder::new();
    works(&folder, &["migrate"]);
    let file = folder.file("listings.csv");
    let import = || run(&folder, &["listings", "import", file.to_str().unwrap()]);
    let told = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let write = |lines: &str| {
        std::fs::write(&file, format!("id,name,organisation,description,web\n{lines}")).unwrap();
    };
    write("1,Tea,Peers,Come in.,\n2,Bus,Wheels,A lift.,https://x.example\n");
    let done = import();
    assert!(done.status.success(), "{}", said(&done));
    assert!(told(&done).contains("2 are listed now."), "{}", told(&done));
    write("1,Tea,Peers,Come in.,\n2,,Wheels,A lift.,javascript:x\n");
    let refused = import();
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    let lines: Vec<String> = told(&refused).lines().map(str::to_owned).collect();
    assert_eq!(lines, ["3: name is empty", "3: web is none of those that are known", "Nothing was changed."]);
    fails(&folder, &["listings", "import", "nowhere.csv"], "nowhere.csv cannot be read");
}

#[test]
fn an_invitation_as_a_letter_says_first_that_it_is_a_choice_and_its_code_is_nowhere_else() {
    let folder = Folder::new();
    let letter = folder.file("letter.pdf");
    let origin = ["--origin", "https://own-terms.example", "--helpline", "0808 157 0123"];
    let args = ["invite", "--demo", "--name", "Robin", "--letter", "letter.pdf"];
    fails(&folder, &args, "--origin");
    assert!(!letter.exists(), "nothing is made of half an order");
    let output = run(&folder, &[args.as_slice(), &origin].concat());
    assert!(output.status.success(), "{}", said(&output));
    let pdf = fs::read(&letter).unwrap();
    let text = tight(&pdf::text(&pdf));
    fails(&folder, &[args.as_slice(), &origin].concat(), "letter.pdf");
    assert_eq!(fs::read(&letter).unwrap(), pdf, "no letter is written over another");
    let told = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(told.contains("The letter is written."), "{told}");
    // Without poppler nothing can be read on paper.
    if !pdf::is_readable() {
        return;
    }
    let place = |words: &str| text.find(&tight(words)).unwrap_or_else(|| panic!("{words} is not in {text}"));
    assert!(
        place("You can say no, or stop, at any time. It will not affect your benefits.") < place("Write this code")
    );
    place("0808 157 0123");
    let code = text.split(&tight("make no difference.")).nth(1).unwrap().get(..14).unwrap();
    assert!(!said(&output).contains(code) && !told.contains(code), "the code is on paper alone");
    let server = Server::start(&folder);
    let opened = ask("POST", "/sign-in/invitation", server.addr, "", &format!("code={code}")).unwrap();
    assert!(opened.contains("303") && opened.to_lowercase().contains("location: /settings/sign-in"), "{opened}");
}

#[test]
fn emails_that_leave_need_somewhere_for_their_links_to_lead() {
    let folder = Folder::new();
    let smtp = ["serve", "--addr", "127.0.0.1:0", "--https", "--smtp-url", "smtp://127.0.0.1:1"];
    fails(&folder, &smtp, "--origin");
    let other = ["serve", "--addr", "127.0.0.1:0", "--smtp-url", "carrier pigeon"];
    fails(&folder, &other, "--smtp-url");
}

#[test]
fn a_check_of_what_is_not_there_says_so_and_makes_nothing() {
    let folder = Folder::new();
    fails(&folder, &["check"], "there is no database");
    assert_eq!(fs::read_dir(folder.file("")).unwrap().count(), 0);
}

#[test]
fn without_its_key_a_database_is_not_opened_and_no_other_key_is_made() {
    let folder = Folder::new();
    works(&folder, &["migrate"]);
    fs::rename(folder.file("own-terms.key"), folder.file("away")).unwrap();
    for task in ["migrate", "check", "serve"] {
        fails(&folder, &[task, "--addr=127.0.0.1:0"][..if task == "serve" { 2 } else { 1 }], "Put the key file back");
    }
    assert!(!folder.file("own-terms.key").exists());
    fs::write(folder.file("own-terms.key"), "not a key").unwrap();
    fails(&folder, &["migrate"], "does not hold a key");
    works(&folder, &["check", "--key-file", "away"]);
}

#[test]
fn without_its_vault_a_database_is_not_opened_and_no_other_is_made() {
    let (folder, other) = (Folder::new(), Folder::new());
    works(&folder, &["seed", "--claimants", "1"]);
    works(&other, &["seed", "--claimants", "1"]);
    fs::rename(folder.vault(), folder.file("away")).unwrap();
    for task in ["migrate", "check", "serve"] {
        fails(&folder, &[task, "--addr=127.0.0.1:0"][..if task == "serve" { 2 } else { 1 }], "Put the vault back");
    }
    assert!(!folder.vault().exists());
    works(&folder, &["check", "--vault", "away"]);
    fs::copy(other.vault(), folder.vault()).unwrap();
    fails(&folder, &["check"], "the vault is not the one of this database");
    // A vault alone is reason enough to make no other key.
    fs::remove_file(folder.database()).unwrap();
    fs::remove_file(folder.file("own-terms.key")).unwrap();
    fails(&folder, &["migrate"], "Put the key file back");
}

#[test]
fn a_backup_is_made_put_back_and_checked_from_the_command_line() {
    let folder = Folder::new();
    fails(&folder, &["backup", "kept"], "there is no database");
    works(&folder, &["seed", "--claimants", "2"]);
    fails(&folder, &["backup", "kept"], "kept cannot be written to");
    fails(&folder, &["backup", "."], "is where the vault itself is");
    fails(&folder, &["backup"], "FOLDER");
    fs::create_dir(folder.file("kept")).unwrap();
    // While it is served, too.
    let server = Server::start(&folder);
    works(&folder, &["backup", "kept"]);
    drop(server);
    let mut made: Vec<_> = fs::read_dir(folder.file("kept")).unwrap().map(|file| file.unwrap().path()).collect();
    made.sort();
    let [copy, vault] = &made[..] else { panic!("{made:?}") };
    assert!(vault.ends_with("own-terms-keys.db"), "{made:?}");
    works(&folder, &["seed", "--claimants", "1"]);
    fs::copy(copy, folder.file("put-back.db")).unwrap();
    let put_back =
        ["--database", "sqlite://put-back.db", "--vault", "own-terms-keys.db", "--key-file", "own-terms.key"];
    let with = |task| [&[task][..], &put_back].concat();
    let checked = works(&folder, &with("check"));
    // The seven of the demonstration and two; what came afterwards is not in it, and has its keys all the same.
    assert!(checked.contains("claimants=9") && checked.contains("that nothing in this database uses"), "{checked}");
    assert!(works(&folder, &["check"]).contains("claimants=10"));
    works(&folder, &with("destroy-unused-keys"));
    assert!(!works(&folder, &with("check")).contains("that nothing in this database uses"));
}

#[test]
fn what_is_no_database_is_said_to_be_none() {
    let folder = Folder::new();
    works(&folder, &["migrate"]);
    for file in [folder.database(), folder.vault()] {
        let before = fs::read(&file).unwrap();
        fs::write(&file, "this is a letter and no database. ".repeat(200)).unwrap();
        for task in ["migrate", "check"] {
            fails(&folder, &[task], "not a database");
        }
        fs::write(&file, before).unwrap();
    }
    works(&folder, &["check"]);
}

#[test]
fn several_that_start_at_once_in_an_empty_place_all_find_it_in_order() {
    for _ in 0..8 {
        let folder = Folder::new();
        let seed = ["seed", "--claimants", "1", "--goals", "1"];
        let start = || own_terms(&folder).args(seed).stderr(Stdio::piped()).spawn().unwrap();
        let children: Vec<_> = (0..4).map(|_| start()).collect();
        for child in children {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", said(&output));
        }
        // All of them with the same key, so that what each has sealed can be opened.
        let checked = works(&folder, &["check"]);
        assert!(checked.contains("claimants=4"), "{checked}");
        let mut files: Vec<_> = fs::read_dir(folder.file("")).unwrap().map(|file| file.unwrap().file_name()).collect();
        files.sort();
        files.retain(|file| file != "own-terms.lock");
        assert_eq!(files, ["own-terms-keys.db", "own-terms.db", "own-terms.key"], "nothing is left lying about");
    }
}

#[test]
fn check_notices_a_ledger_that_was_changed_and_does_not_say_whose() {
    let folder = Folder::new();
    works(&folder, &["seed", "--claimants", "2"]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let id: Vec<u8> = runtime.block_on(async {
        let mut behind = SqliteConnectOptions::new().filename(folder.database()).connect().await.unwrap();
        let sql = "DROP TRIGGER ledger_is_not_deleted; DELETE FROM ledger WHERE number = 3";
        sqlx::raw_sql(sql).execute(&mut behind).await.unwrap();
        let id = sqlx::query_scalar("SELECT claimant_id FROM claimant LIMIT 1").fetch_one(&mut behind).await.unwrap();
        behind.close().await.unwrap();
        id
    });
    let answer = fails(&folder, &["check"], "an entry is missing, moved or changed");
    let id = uuid::Uuid::from_slice(&id).unwrap();
    assert!(!answer.contains(&id.to_string()) && !answer.contains(&id.simple().to_string()));
    assert!(!answer.contains("Person"), "{answer}");
}

#[test]
fn the_demonstration_is_never_opened_over_real_people() {
    let folder = Folder::new();
    works(&folder, &["migrate"]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = open(&folder).await;
        store.make_place(person(1), Origin::Real, at(0).at).await.unwrap();
        store.close().await;
    });
    fails(&folder, &["serve", "--demo", "--addr", "127.0.0.1:0"], "holds real people");
    let checked = works(&folder, &["check"]);
    assert!(checked.contains("claimants=1"), "and nobody was put in: {checked}");
}

#[test]
fn what_has_come_to_its_day_is_gone_soon_after_the_service_starts() {
    let folder = Folder::new();
    works(&folder, &["migrate"]);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let key =
        key_file::open(&folder.file("own-terms.key"), &folder.database(), &Entropy::from_system().unwrap()).unwrap();
    let store = || async {
        let sealer = Sealer::new(&key, Entropy::from_system().unwrap());
        SqliteStore::open(&folder.files(), sealer, at(0).at).await.unwrap()
    };
    // Written years ago by the service's clock.
    let (claimant, long_ago) = (person(1), now_at("2019-05-01T09:00:00Z".parse().unwrap()));
    runtime.block_on(async {
        let store = store().await;
        store.make_place(claimant, Origin::Demonstration, long_ago.at).await.unwrap();
        let (said, _) = everything("Mark");
        // But for an agreement, whose last day was too far away then.
        let is_agreement =
            |command: &Command| matches!(command, Command::ProposeAgreement { .. } | Command::AnswerAgreement { .. });
        let said: Vec<_> = said.into_iter().filter(|(_, command)| !is_agreement(command)).collect();
        store.commit_all(said.into_iter().map(|said| ordered(claimant, said, long_ago)).collect()).await.unwrap();
        store.close().await;
    });
    let mut server = Server::start(&folder);
    runtime.block_on(async {
        let store = store().await;
        while store
            .view(look(claimant, Actor::Claimant(claimant), None))
            .await
            .unwrap()
            .state
            .record(record_id(1))
            .is_some()
        {
            tokio::task::yield_now().await;
        }
        store.close().await;
    });
    server.ask_to_stop();
    assert!(server.child.wait().unwrap().success());
    let log = server.said();
    assert!(!log.contains("Mark"), "{log}");
    works(&folder, &["check"]);
}

#[test]
fn a_new_way_in_is_told_once_to_whoever_may_ask_and_the_person_is_told_before_it_ends() {
    let folder = Folder::new();
    let mails = folder.file("mails");
    fs::create_dir(&mails).unwrap();
    let to = mails.to_str().unwrap();
    let ask =
        |by| ["recover", "--of", "rosa", "--by", by, "--origin", "https://own-terms.example", "--mail-folder", to];
    fails(&folder, &ask("jo"), "there is no database at");
    drop(Server::start(&folder));
    let rosa = own_terms::demo::chosen("rosa").unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let entropy = Entropy::from_system().unwrap();
        let key = key_file::open(&folder.file("own-terms.key"), &folder.database(), &entropy).unwrap();
        let sealer = Sealer::new(&key, entropy);
        let store = SqliteStore::open(&folder.files(), sealer, at(0).at).await.unwrap();
        let way = own_terms_domain::ids::WayInId(Entropy::from_system().unwrap().id());
        store.commit(crate::given::own(rosa, crate::given::way_in(way, "rosa@example.com"), at(1))).await.unwrap();
        store.close().await;
    });
    fails(&folder, &ask("samira"), "this is not the case worker whom the person has chosen");
    assert_eq!(fs::read_dir(&mails).unwrap().count(), 0);
    let output = run(&folder, &ask("jo"));
    assert!(output.status.success(), "{}", said(&output));
    let told = String::from_utf8(output.stdout.clone()).unwrap();
    let [link, code, when] = told.lines().collect::<Vec<_>>()[..] else { panic!("{told}") };
    assert_eq!(link, format!("https://own-terms.example/sign-in/invitation?code={code}"));
    assert!(when.starts_with("It opens once, from "), "{when}");
    assert!(!said(&output).contains(code), "it is not in the log");
    let mail = fs::read_dir(&mails).unwrap().next().unwrap().unwrap().path();
    let mail = fs::read_to_string(mail).unwrap();
    assert!(mail.contains("/sign-in/undo?code=") && !mail.contains(code) && !mail.contains("Rosa"), "{mail}");
    fails(&folder, &ask("jo"), "another can be asked for from");
}

#[test]
fn an_address_that_is_taken_is_said() {
    let (one, two) = (Folder::new(), Folder::new());
    let server = Server::start(&one);
    fails(&two, &["serve", "--addr", &server.addr.to_string()], "cannot be listened on");
    assert!(!two.database().exists(), "and no database was made");
}

#[test]
fn asked_to_stop_it_finishes_what_has_begun_and_takes_no_more() {
    let folder = Folder::new();
    let mut server = Server::start(&folder);
    let addr = server.addr;
    let session = sign_in(addr, "sam");
    let token = token(addr, &session);
    let body = format!("token={token}&words=finished&audience=only-me&goal=00000000000080008000000000000001");
    let whole = request("POST", "/goals/add", addr, &session, &body);
    let (first, rest) = whole.split_at(whole.len() - 20);
    let mut begun = connect(addr).unwrap();
    begun.write_all(first.as_bytes()).unwrap();
    // Another that is answered after it shows that what was sent has arrived.
    ask("GET", "/health", addr, "", "").unwrap();
    server.ask_to_stop();
    while connect(addr).is_ok() {
        std::thread::yield_now();
    }
    begun.write_all(rest.as_bytes()).unwrap();
    let mut answer = String::new();
    begun.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(server.child.wait().unwrap().success());
    let log = server.said();
    assert!(log.contains("every request has finished"), "{log}");
    assert!(!log.contains("finished&") && !log.contains(&session) && !log.contains("Sam"), "{log}");
    let server = Server::start(&folder);
    assert!(ask("GET", "/goals", server.addr, &session, "").unwrap().contains(">finished<"));
}

#[test]
fn where_people_reach_the_service_is_what_is_said_or_what_is_plain_and_else_unknown() {
    let serve = |args: &[&str]| {
        let cli = Cli::try_parse_from(["own-terms", "serve"].iter().chain(args)).unwrap();
        let Task::Serve(serve) = cli.command else { panic!("not serve") };
        serve
    };
    let [here, anywhere] = ["127.0.0.1:3000", "0.0.0.0:3000"].map(|addr| addr.parse().unwrap());
    assert_eq!(serve(&[]).origin(here).as_deref(), Some("http://127.0.0.1:3000"));
    assert_eq!(serve(&[]).origin(anywhere), None);
    // Behind something that speaks https for it, under a name that it does not know.
    assert_eq!(serve(&["--https"]).origin(here), None);
    for said in ["https://own-terms.example", "https://own-terms.example:8443"] {
        assert_eq!(serve(&["--https", "--origin", said]).origin(here).as_deref(), Some(said));
    }
}

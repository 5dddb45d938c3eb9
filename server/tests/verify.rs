//! `verify` and `change-key`: what is wrong is said, with receipt and line, and told by the exit too.

use std::{
    fs,
    io::Write as _,
    process::{Output, Stdio},
};

use own_terms_app::i18n::say_in;
use own_terms_domain::reading::{Choice as _, Language};
use own_terms_receipt::{
    check::Wrong,
    code::Code,
    file::{File, Foot},
    hex::Hex,
    keys::{For, publish},
};

use crate::{
    given::Folder,
    process::{Server, ask, own_terms, sign_in, token},
    receipts::{ME, at, head, ledger, public, signer, whole, write},
};

fn run(folder: &Folder, args: &[&str]) -> (Option<i32>, String, String) {
    let output = own_terms(folder).args(args).output().unwrap();
    told(&output)
}

fn told(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    assert!(!text(&output.stderr).contains("panicked"), "{}", text(&output.stderr));
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// A folder with a file of receipts and the published keys.
fn with(text: &str) -> Folder {
    let folder = Folder::new();
    fs::write(folder.file("r.json"), text).unwrap();
    fs::write(folder.file("keys.json"), publish(&[public(&signer(1), None)])).unwrap();
    folder
}

/// The same receipts with something changed, signed as a file by someone with the service's key.
fn made_by_the_service(change: impl Fn(&mut File)) -> String {
    let mut file: File = serde_json::from_str(&whole(8)).unwrap();
    change(&mut file);
    write(&file.head, &file.receipts, &file.foot, &signer(1))
}

/// A file for each thing that can be wrong, and what the answer names beside it.
fn wrong(wrong: Wrong) -> (String, String) {
    let key = signer(1);
    let (text, receipt, stands) = match wrong {
        Wrong::NotReceipts => ("hello\n".to_owned(), 0, ""),
        Wrong::Line => (whole(6).replace("words 3", "words 9"), 3, "words 9"),
        Wrong::File => {
            let text = whole(3);
            let at = text.rfind("\"signature\": \"").unwrap() + 14;
            let other = if &text[at..=at] == "0" { "1" } else { "0" };
            (format!("{}{other}{}", &text[..at], &text[at + 1..]), 0, "")
        }
        Wrong::Key => {
            let own = signer(2);
            let receipts = ledger(ME, 3, &own);
            let foot = Foot { anchor: None, keys: vec![public(&own, None)] };
            (write(&head(ME, &receipts, true), &receipts, &foot, &own), 0, "")
        }
        Wrong::Entry => (made_by_the_service(|file| file.receipts[1].at = at(900)), 2, ""),
        Wrong::Signature => {
            let text = made_by_the_service(|file| file.receipts[4].signature = Hex([3; 64]));
            (text, 5, "")
        }
        Wrong::Content => {
            let change = |file: &mut File| file.receipts[1].content.as_mut().unwrap().text.push(' ');
            (made_by_the_service(change), 2, "")
        }
        Wrong::Order => (made_by_the_service(|file| drop(file.receipts.remove(3))), 5, ""),
        Wrong::Replaced => {
            let change = |file: &mut File| {
                let last = file.receipts.last_mut().unwrap();
                last.replaced = Hex([9; 32]);
                let hash = last.link(ME.0).unwrap().hash();
                (last.hash, last.signature) = (Hex(hash), key.sign(For::Entry, &hash).signature);
                file.head.head = Hex(hash);
            };
            (made_by_the_service(change), 8, "")
        }
        Wrong::End => (made_by_the_service(|file| drop(file.receipts.pop())), 0, ""),
        Wrong::Checkpoint => (made_by_the_service(|file| file.foot.anchor.as_mut().unwrap().path.clear()), 0, ""),
        Wrong::Rewritten => {
            let change = |file: &mut File| {
                file.receipts.truncate(5);
                (file.head.entries, file.head.head) = (5, file.receipts[4].hash);
            };
            (made_by_the_service(change), 0, "")
        }
    };
    // Where it is: the line that was changed, or the one on which the receipt begins.
    let stands = if stands.is_empty() { format!("\"number\": {receipt},") } else { stands.to_owned() };
    let line = text.lines().position(|line| line.contains(&stands)).map(|at| at + 1);
    let place = match (wrong, receipt) {
        (Wrong::NotReceipts, _) => String::new(),
        (_, 0) => "The whole file".to_owned(),
        (_, receipt) => format!("Receipt {receipt}, line {}:", line.unwrap()),
    };
    (text, place)
}

#[test]
fn a_good_file_is_said_to_be_well_with_what_is_in_it() {
    let folder = with(&whole(8));
    let (code, said, log) = run(&folder, &["verify", "r.json", "--keys", "keys.json"]);
    assert_eq!((code, log.as_str()), (Some(0), ""), "{said}");
    for part in [
        "All is well",
        "none is missing",
        "Number of receipts: 8",
        "Yes, from the first to the last",
        "The file was made: Tuesday 2 March 2027, 4:40am",
        "Receipts up to number 7 are under the seal of Monday 1 March 2027, 8:20pm.",
        "Held against the keys in: keys.json",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("Compare"), "{said}");
    assert_eq!(fs::read_dir(folder.file("")).unwrap().count(), 2, "it needs no database and makes none");
}

#[test]
fn without_keys_it_says_that_those_in_the_file_were_held_against_none_and_shows_them() {
    let folder = with(&whole(2));
    let (code, said, _) = run(&folder, &["verify", "r.json"]);
    assert_eq!(code, Some(0));
    let id = signer(1).id().to_string();
    assert!(said.contains(&format!("{} {} {} {}", &id[..4], &id[4..8], &id[8..12], &id[12..])), "{said}");
    assert!(said.contains("were not held against published ones") && said.contains("/check/keys"), "{said}");
}

#[test]
fn each_thing_that_can_be_wrong_is_said_with_its_place_and_what_it_means() {
    for kind in Wrong::ALL {
        let (text, place) = wrong(*kind);
        let folder = with(&text);
        let (code, said, _) = run(&folder, &["verify", "r.json", "--keys", "keys.json"]);
        assert_eq!(code, Some(1), "{kind:?}: {said}");
        assert!(!said.contains("All is well"), "{said}");
        let (is, means) = match kind {
            Wrong::NotReceipts => ("check-unread".to_owned(), "check-unread-what".to_owned()),
            kind => (format!("wrong-{}", kind.id()), format!("wrong-{}-means", kind.id())),
        };
        let [is, means] = [is, means].map(|id| say_in(Language::English, &id, None));
        assert!(said.contains(&means), "{kind:?}: {said}");
        let line = said.lines().find(|line| line.contains(&is)).unwrap_or_else(|| panic!("{kind:?}: {said}"));
        assert!(line.contains(&place), "{kind:?}: {line} is not at {place}");
    }
}

#[test]
fn keys_that_are_not_published_convince_only_those_who_do_not_compare() {
    let folder = with(&wrong(Wrong::Key).0);
    assert_eq!(run(&folder, &["verify", "r.json"]).0, Some(0));
    let keys = own_terms(&folder).args(["verify", "r.json"]).env("OWN_TERMS_KEYS", "keys.json").output().unwrap();
    let (code, said, _) = told(&keys);
    assert_eq!(code, Some(1));
    assert!(said.contains("signed with a key that is not known"), "{said}");
}

#[test]
fn standard_input_is_a_file_too() {
    let folder = with("");
    let mut child = own_terms(&folder)
        .args(["verify", "-", "--keys", "keys.json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(whole(3).as_bytes()).unwrap();
    let (code, said, log) = told(&child.wait_with_output().unwrap());
    assert_eq!(code, Some(0), "{said}{log}");
}

#[test]
fn what_cannot_be_checked_is_an_error_that_says_why() {
    let folder = with(&whole(1));
    fs::write(folder.file("bytes"), [0xff, 0xfe, 0]).unwrap();
    fs::write(folder.file("large"), vec![b' '; 10 * 1024 * 1024 + 1]).unwrap();
    for (args, code, why) in [
        (&["verify", "nothing.json"][..], 1, "nothing.json cannot be read"),
        (&["verify", "."], 1, "cannot be read"),
        (&["verify", "bytes"], 1, "bytes is no text"),
        (&["verify", "large"], 1, "larger than 10 MB"),
        (&["verify", "r.json", "--keys", "nothing.json"], 1, "nothing.json cannot be read"),
        (&["verify", "r.json", "--keys", "r.json"], 1, "r.json does not hold published keys"),
        (&["verify"], 2, "FILE"),
        (&["verify", "r.json", "--key", "k"], 2, "--keys"),
        (&["serve", "--checkpoint-every", "0"], 2, "--checkpoint-every"),
        (&["serve", "--checkpoint-every", "1441"], 2, "--checkpoint-every"),
        (&["change-key", "--database", "postgres://x"], 2, "sqlite://FILE"),
        (&["change-key"], 1, "there is no database"),
    ] {
        let (ended, said, log) = run(&folder, args);
        assert_eq!((ended, said.as_str()), (Some(code), ""), "{args:?}: {log}");
        assert!(log.contains(why), "{args:?}: {log}");
    }
}

#[test]
fn another_key_signs_from_then_on_and_what_the_one_before_signed_still_checks() {
    let folder = Folder::new();
    assert_eq!(run(&folder, &["seed", "--claimants", "1"]).0, Some(0));
    let (code, _, log) = run(&folder, &["change-key"]);
    assert!(code == Some(0) && log.contains("another key signs from now on") && log.contains("keys=2"), "{log}");
    assert_eq!(run(&folder, &["check"]).0, Some(0));
}

#[test]
fn checkpoints_are_published_soon_after_the_start_and_at_the_end() {
    let folder = Folder::new();
    let mut server = Server::start(&folder);
    let count = |server: &Server| {
        let answer = ask("GET", "/check/checkpoints", server.addr, "", "").unwrap();
        answer.matches("\"root\"").count()
    };
    while count(&server) == 0 {
        std::thread::yield_now();
    }
    assert_eq!(count(&server), 1, "one is enough while nothing grows");
    let session = sign_in(server.addr, "sam");
    let token = token(server.addr, &session);
    let body = format!("token={token}&words=more&audience=only-me&goal=00000000000080008000000000000001");
    assert!(ask("POST", "/goals/add", server.addr, &session, &body).unwrap().starts_with("HTTP/1.1 303"));
    server.ask_to_stop();
    assert!(server.child.wait().unwrap().success());
    assert_eq!(count(&Server::start(&folder)), 2, "the one at the end");
}

#[test]
fn the_letters_of_a_code_from_paper_are_checked_against_keys_that_are_named() {
    let receipt = ledger(ME, 3, &signer(1)).remove(1);
    let code = Code { link: receipt.link(ME.0).unwrap(), signed: receipt.signed(), content: receipt.content };
    let letters = code.letters().unwrap();
    let folder = with(&format!("{}\n", letters.to_lowercase()));
    let (exit, out, _) = run(&folder, &["verify", "r.json", "--keys", "keys.json"]);
    assert_eq!(exit, Some(0), "{out}");
    for said in ["This is real: we signed it", "Receipt 2 was made by us.", "words 2"] {
        assert!(out.contains(said), "{said}: {out}");
    }
    let folder = with(&letters[..letters.len() - 8]);
    let (exit, out, _) = run(&folder, &["verify", "r.json", "--keys", "keys.json"]);
    assert!(exit == Some(1) && out.contains("This code proves nothing"), "{out}");
    // There are none in it to hold it against.
    let (exit, out, why) = run(&folder, &["verify", "r.json"]);
    assert!(exit == Some(1) && out.is_empty() && why.contains("name a file of them with --keys"), "{out}{why}");
}

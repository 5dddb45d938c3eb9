//! What the command line says of organisations' systems and of what they hold: to whoever asked, once, and nothing of a person.

use std::process::Output;

use crate::{given::Folder, process::own_terms};

fn run(folder: &Folder, args: &[&str]) -> (Output, String, String) {
    let output = own_terms(folder).args(args).output().unwrap();
    let (said, log) = (String::from_utf8(output.stdout.clone()), String::from_utf8(output.stderr.clone()));
    (output, said.unwrap(), log.unwrap())
}

#[test]
fn a_system_is_let_in_with_a_secret_and_what_webhooks_are_signed_with_said_once() {
    let folder = Folder::new();
    let client = ["client", "--organisation", "Harbour Advice", "--name", "Case files"];
    let (output, said, log) = run(&folder, &[&client[..], &["--hook", "https://files.example/told"]].concat());
    assert!(output.status.success(), "{log}");
    let lines: Vec<(&str, &str)> = said.lines().filter_map(|line| line.split_once("  ")).collect();
    let [("id", id), ("secret", secret), ("signed", signed)] = lines[..] else { panic!("{said}") };
    assert!(signed.trim().starts_with("whsec_") && secret.trim().len() == 64, "{said}");
    assert!(!log.contains(secret.trim()) && !log.contains(signed.trim()), "{log}");
    assert!(run(&folder, &["end-client", "--client", id.trim()]).0.status.success());
    for wrong in ["http://files.example/told", "ftp://files.example", "https://me:word@files.example", "nowhere"] {
        let (output, _, log) = run(&folder, &[&client[..], &["--hook", wrong]].concat());
        assert!(!output.status.success() && log.contains("--hook"), "{wrong}: {log}");
    }
}

#[test]
fn a_file_that_is_refused_is_reported_line_by_line_without_what_stands_in_it() {
    let folder = Folder::new();
    let file = folder.file("held.csv");
    std::fs::write(&file, "consent,id,words,source\n00000000000000000000000000000001,A-1,A plan,our files\nx,A-2\n")
        .unwrap();
    let import = ["import", file.to_str().unwrap(), "--organisation", "Harbour Advice"];
    let (output, _, log) = run(&folder, &import);
    assert!(!output.status.success() && log.contains("there is no database"), "{log}");
    run(&folder, &["client", "--organisation", "Harbour Advice", "--name", "Case files"]);
    let (output, said, log) = run(&folder, &import);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        said,
        "2: there is no consent of this number that holds for the organisation\n3: it has not all that is needed\n"
    );
    assert!(log.contains("nothing was written") && !log.contains("A plan"), "{log}");
    let other = ["import", file.to_str().unwrap(), "--organisation", "Nobody"];
    assert!(run(&folder, &other).2.contains("there is no such organisation"));
    std::fs::write(&file, "neither this nor that").unwrap();
    assert!(run(&folder, &import).2.contains("it cannot be read"));
}

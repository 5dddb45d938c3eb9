//! On paper: valid as PDF/UA-1, said in order, in both languages, with any text in it. Read with poppler.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::reading::Language;

use super::{AWKWARD, file, file_in, record};
use crate::given::{Folder, add_goal, make, open, say, someone_who_said_everything};

/// What one of poppler's programs says of a file. Where it is not installed there is nothing to see, but in CI it has to be.
fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = match command.spawn() {
        Ok(running) => running,
        Err(_) if std::env::var_os("CI").is_none() => {
            eprintln!("{program} is not installed: apt-get install poppler-utils");
            return None;
        }
        Err(error) => panic!("{program}: {error}"),
    };
    running.stdin.take().unwrap().write_all(pdf).unwrap();
    let output = running.wait_with_output().unwrap();
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    // Some versions of poppler complain of "/Suspects false", which is what the standard wants.
    let complaints: Vec<&str> =
        complaints.lines().filter(|line| !line.contains("Suspects") && !line.is_empty()).collect();
    assert!(output.status.success() && complaints.is_empty(), "{program}: {complaints:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The text of a file; without poppler, nothing.
pub fn text(pdf: &[u8]) -> String {
    let text = poppler("pdftotext", &["-enc", "UTF-8", "-", "-"], pdf).unwrap_or_default();
    // The number at the foot of a page is not part of a sentence that goes on overleaf.
    let page = |(at, page): (usize, &str)| {
        let words = page.trim_end();
        words.strip_suffix(&(at + 1).to_string()).unwrap_or(words).to_owned()
    };
    text.split('\u{c}').enumerate().map(page).collect::<Vec<_>>().join("\n")
}

/// True where poppler is installed.
pub fn is_readable() -> bool {
    Command::new("pdftotext").arg("-v").output().is_ok() || std::env::var_os("CI").is_some()
}

#[tokio::test]
async fn it_is_tagged_with_a_title_a_language_headings_lists_paragraphs_and_a_table() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, _) = someone_who_said_everything(&store, 1, "Planted").await;
    // This look is in the next record.
    record(&store, one).await;
    let pdf = file(FileKind::Pdf, &record(&store, one).await);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let has = |bytes: &[u8]| pdf.windows(bytes.len()).any(|window| window == bytes);
    assert!(has(b"<pdfuaid:part>1</pdfuaid:part>") && has(b"/Lang(en-GB)") && has(b"/DisplayDocTitle true"));
    let Some(info) = poppler("pdfinfo", &["-"], &pdf) else { return };
    for said in ["Tagged:          yes", "Title:           Your papers"] {
        assert!(info.contains(said), "{said}: {info}");
    }
    let structure = poppler("pdfinfo", &["-struct-text", "-"], &pdf).unwrap();
    for part in ["H1", "H2", "H3", "P (block)", "L (block)", "LI", "LBody", "Table", "TR", "TH", "TD"] {
        assert!(structure.lines().any(|line| line.trim_start().starts_with(part)), "{part}: {structure}");
    }
    // In the order of the page: what it is, then why it is held, then who looked.
    let at = |words: &str| structure.find(words).unwrap_or_else(|| panic!("{words}: {structure}"));
    assert!(at("Your papers") < at("Planted-name") && at("Planted-name") < at("Planted-break"));
    assert!(at("Planted-break") < at("Who has looked"));
    let fonts = poppler("pdffonts", &["-"], &pdf).unwrap();
    let embedded = fonts.lines().skip(2).collect::<Vec<_>>();
    assert!(!embedded.is_empty() && embedded.iter().all(|line| line.contains("yes yes yes")), "{fonts}");
}

#[tokio::test]
async fn in_welsh_it_is_welsh_all_through() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, _) = someone_who_said_everything(&store, 1, "Planted").await;
    let record = record(&store, one).await;
    let pdf = file_in(FileKind::Pdf, &record, Language::Welsh);
    assert!(pdf.windows(9).any(|window| window == b"/Lang(cy)"));
    let Some(text) = poppler("pdftotext", &["-", "-"], &pdf) else { return };
    assert!(text.contains("Eich papurau") && !text.contains("Written by"), "{text}");
}

#[tokio::test]
async fn any_text_is_on_it_as_it_was_typed_and_none_makes_it_invalid() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    let everywhere: String =
        (0x20..0x3_0000).step_by(211).filter_map(char::from_u32).filter(|c| !c.is_control()).collect();
    // What turns a line round is shown turned round, and poppler reads what is shown.
    let awkward = AWKWARD.replace('\u{202e}', "");
    let long = "w".repeat(1900);
    for (number, words) in [&awkward, &everywhere, &long, "שלום עולם", "مرحبا بالعالم"].into_iter().enumerate()
    {
        say(&store, one, add_goal(number as u128, words)).await.unwrap();
    }
    let pdf = file(FileKind::Pdf, &record(&store, one).await);
    let Some(text) = poppler("pdftotext", &["-raw", "-", "-"], &pdf) else { return };
    for words in ["=cmd|' /C calc'!A0", "<script>alert(1)</script> &amp;", "ŵŷ", "名前", "]]> --> %0A {{7*7}}"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.matches("www").count() > 600, "a word longer than a line goes on in the next");
}

#[tokio::test]
async fn someone_of_whom_nothing_is_held_has_a_file_that_says_so() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    let pdf = file(FileKind::Pdf, &record(&store, one).await);
    let Some(text) = poppler("pdftotext", &["-", "-"], &pdf) else { return };
    assert!(text.contains("Nothing is held."), "{text}");
}

#[tokio::test]
async fn many_looks_are_a_table_over_many_pages() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, _) = someone_who_said_everything(&store, 1, "Planted").await;
    for _ in 0..120 {
        record(&store, one).await;
    }
    let pdf = file(FileKind::Pdf, &record(&store, one).await);
    let Some(structure) = poppler("pdfinfo", &["-struct", "-"], &pdf) else { return };
    // The latest 100 looks of this record, and their head.
    assert_eq!(structure.lines().filter(|line| line.trim() == "TR").count(), 101);
    assert_eq!(structure.lines().filter(|line| line.trim_start().starts_with("Table")).count(), 1);
}

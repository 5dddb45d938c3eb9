//! The table for a spreadsheet: every row whole, nothing that runs, every text as it was typed.

use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::{decide::Command, item::Version, profile::Profile};

use super::{AWKWARD, file, record};
use crate::given::{Folder, add_goal, make, open, say, someone_who_said_everything, text};

/// The rows of a file, read by RFC 4180.
pub fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a spreadsheet takes it for UTF-8");
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => cell.push(rest.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "it ends with a whole row");
    rows
}

#[tokio::test]
async fn each_row_has_every_column_and_earlier_wordings_are_rows_too() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, _) = someone_who_said_everything(&store, 1, "Planted").await;
    let name = Profile { name: text("Planted again") };
    say(&store, one, Command::SetProfile { on: Version(1), profile: name }).await.unwrap();
    let rows = rows(&file(FileKind::Csv, &record(&store, one).await));
    assert!(rows.iter().all(|row| row.len() == 11), "{rows:?}");
    assert_eq!(rows[0][..3], ["What kind", "What it says", "Does it hold now?"]);
    let of_name: Vec<_> = rows.iter().filter(|row| row[0] == "What you are called").map(|row| &row[1..4]).collect();
    assert_eq!(of_name, [["Planted again", "yes", "you"], ["Planted-name", "no, an earlier wording", "you"]]);
}

#[tokio::test]
async fn nothing_in_it_is_run_by_a_spreadsheet_and_each_text_can_be_had_as_it_was_typed() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    let dangerous =
        [AWKWARD, "=1+1", "+44 7700", "-2", "@SUM(A1)", "\t=1", " =1", "\n=1", "'quoted'", "＝1", "plain, \"so\""];
    for (number, words) in dangerous.into_iter().enumerate() {
        say(&store, one, add_goal(number as u128, words)).await.unwrap();
    }
    let rows = rows(&file(FileKind::Csv, &record(&store, one).await));
    for cell in rows.iter().flatten() {
        let first = cell.trim_start_matches([' ', '\n']).chars().next();
        assert!(first.is_none_or(|first| !"=+-@\t\r＝＋－＠".contains(first)), "{cell:?} may be run");
    }
    let said: Vec<&str> = rows.iter().map(|row| row[1].strip_prefix('\'').unwrap_or(&row[1])).collect();
    for words in dangerous {
        assert!(said.iter().any(|said| said.starts_with(words)), "{words:?}: {said:?}");
    }
}

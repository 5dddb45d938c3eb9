//! A table (RFC 4180) of records: the first line names the columns, in any order, and there may be others.

use super::{Row, Rows, Wrong};

/// The columns that are read.
const COLUMNS: [&str; 4] = ["consent", "id", "words", "source"];

pub(super) fn rows(file: &str) -> Result<Rows, Wrong> {
    let mut lines = lines(file)?.into_iter();
    let (_, head) = lines.next().ok_or(Wrong::Unreadable)?;
    let place = |name: &str| head.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let places = COLUMNS.map(place);
    let [Some(consent), Some(id), Some(words), Some(source)] = places else { return Err(Wrong::Unreadable) };
    let row = |(at, cells): (usize, Vec<String>)| {
        if cells.len() != head.len() {
            return Err((at, Wrong::Incomplete));
        }
        let cell = |place: usize| cells[place].clone();
        let (consent, id) = (cell(consent).trim().to_owned(), cell(id).trim().to_owned());
        Ok(Row { at, consent, id, words: cell(words), source: cell(source) })
    };
    Ok(lines.map(row).collect())
}

/// Where in a cell the reading is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    Bare,
    Quoted,
    /// After a quote within a quoted cell: its end, or the first of two.
    Quote,
}

/// The cells of each line that has any, with the number of the line on which it begins.
fn lines(file: &str) -> Result<Vec<(usize, Vec<String>)>, Wrong> {
    let (mut lines, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut within, mut number, mut began) = (In::Bare, 1, 1);
    for character in file.chars() {
        number += usize::from(character == '\n');
        within = match (within, character) {
            (In::Bare, '"') if cell.is_empty() => In::Quoted,
            (In::Quoted, '"') => In::Quote,
            (In::Quote, '"') => {
                cell.push('"');
                In::Quoted
            }
            (In::Bare | In::Quote, ',') => {
                cells.push(std::mem::take(&mut cell));
                In::Bare
            }
            (In::Bare | In::Quote, '\n') => {
                end_line(&mut lines, began, &mut cells, &mut cell);
                began = number;
                In::Bare
            }
            // Before a line's end; what follows a quoted cell otherwise is a mistake.
            (In::Bare | In::Quote, '\r') => within,
            (In::Quote, _) => return Err(Wrong::Unreadable),
            (In::Bare | In::Quoted, other) => {
                cell.push(other);
                within
            }
        };
    }
    if within == In::Quoted {
        return Err(Wrong::Unreadable);
    }
    end_line(&mut lines, began, &mut cells, &mut cell);
    Ok(lines)
}

fn end_line(lines: &mut Vec<(usize, Vec<String>)>, began: usize, cells: &mut Vec<String>, cell: &mut String) {
    cells.push(std::mem::take(cell));
    let cells = std::mem::take(cells);
    if cells.iter().any(|cell| !cell.is_empty()) {
        lines.push((began, cells));
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Wrong, rows};

    #[test]
    fn a_table_is_read_as_spreadsheets_write_it() {
        let file = "id,Consent,words,source,more\r\n1,c,\"a, \"\"b\"\"\nc\",files,\r\n\r\n2,c,plain,files,x";
        let rows = rows(file).unwrap();
        let first = rows[0].clone().unwrap();
        assert_eq!((first.at, first.words.as_str(), first.id.as_str()), (2, "a, \"b\"\nc", "1"));
        assert_eq!(rows[1].clone().unwrap().at, 5);
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn what_is_no_table_is_not_guessed_at() {
        for file in ["", "id,words\n1,x", "consent,id,words,source\n\"c", "consent,id,words,source\n\"c\"x,1,w,s"] {
            assert_eq!(rows(file), Err(Wrong::Unreadable), "{file}");
        }
        let short = rows("consent,id,words,source\nc,1,w").unwrap();
        assert_eq!(short, [Err((2, Wrong::Incomplete))]);
    }
}

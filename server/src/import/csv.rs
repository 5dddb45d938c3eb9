//! A table (RFC 4180) of records, or of appointments: the first line names the columns, in any order, and there may be others.

use own_terms_domain::form::Fields;

use super::{Row, Rows, What, Wrong};

/// The columns that are read of records.
const OF_RECORDS: [&str; 4] = ["consent", "id", "words", "source"];
/// Those of appointments; a table with `times` is one of appointments.
const OF_APPOINTMENTS: [&str; 6] = ["consent", "id", "why", "format", "minutes", "times"];
/// Those of appointments that may be there.
const BESIDE: [(&str, &str); 3] = [("place", "place"), ("bring", "bring"), ("not_bring", "not-bring")];

pub(super) fn rows(file: &str) -> Result<Rows, Wrong> {
    let mut lines = lines(file)?.into_iter();
    let (_, head) = lines.next().ok_or(Wrong::Unreadable)?;
    let place = |name: &str| head.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let appointments = place("times").is_some();
    let needed: &[&str] = if appointments { &OF_APPOINTMENTS } else { &OF_RECORDS };
    if needed.iter().any(|name| place(name).is_none()) {
        return Err(Wrong::Unreadable);
    }
    let row = |(at, cells): (usize, Vec<String>)| {
        if cells.len() != head.len() {
            return Err((at, Wrong::Incomplete));
        }
        let cell = |name: &str| place(name).map(|place| cells[place].clone()).unwrap_or_default();
        let trimmed = |name: &str| cell(name).trim().to_owned();
        let what = if appointments {
            let fields = Fields::new().with("why", cell("why")).with("format", trimmed("format"));
            let fields = fields.with("minutes", trimmed("minutes"));
            let fields = BESIDE.iter().fold(fields, |fields, (name, field)| fields.with(*field, cell(name)));
            // Several to choose from stand in one cell.
            let times = cell("times");
            let times = times.split([';', ' ']).filter(|time| !time.is_empty());
            What::Appointment(times.fold(fields, |fields, time| fields.with("times", time)))
        } else {
            What::Record { words: cell("words"), source: cell("source") }
        };
        Ok(Row { at, consent: trimmed("consent"), id: trimmed("id"), what })
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
    use super::{
        super::{What, Wrong},
        rows,
    };

    #[test]
    fn a_table_is_read_as_spreadsheets_write_it() {
        let file = "id,Consent,words,source,more\r\n1,c,\"a, \"\"b\"\"\nc\",files,\r\n\r\n2,c,plain,files,x";
        let rows = rows(file).unwrap();
        let first = rows[0].clone().unwrap();
        assert_eq!((first.at, first.id.as_str()), (2, "1"));
        assert_eq!(first.what, What::Record { words: "a, \"b\"\nc".to_owned(), source: "files".to_owned() });
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

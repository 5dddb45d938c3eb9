//! A copy that a carer takes: what one person lets one carer see, saying for whom and by whom it is, and nothing of who looked,
//! what was said before, or how many things there are that they do not see.

use std::{iter::once, sync::Arc};

use jiff::{Timestamp, civil::Date};
use own_terms_app::{
    frame::frame,
    i18n::say_date,
    pages::{
        held::until,
        said::say_item,
        words::{say_actor, say_choice, say_moment},
    },
    t,
};
use own_terms_domain::{actor::Actor, catalogue::about, item::Held, reading::Choice as _};
use serde::Serialize;
use serde_json::Value;

use super::{
    Pieces, Record, Taken,
    csv::{head, row},
    each, in_list,
    json::{Named, content, json as to_json, named},
    one,
};

/// The name of the format of such a copy for other programs.
const FORMAT: &str = "own-terms copy 1";

/// For whom and by whom it is, in words.
pub(super) fn say(record: &Record) -> Option<String> {
    let Taken { of, by, .. } = record.taken.as_ref()?;
    Some(t!("copy-of", of = of.clone(), by = by.clone(), day = say_date(record.now.today)))
}

/// Who wrote something: the two whose copy it is by their names.
pub(super) fn writer(record: &Record, actor: Actor) -> String {
    match (&record.taken, actor) {
        (Some(taken), Actor::Claimant(_)) => taken.of.clone(),
        (Some(taken), Actor::Carer(carer)) if carer == taken.carer => taken.by.clone(),
        _ => say_actor(actor),
    }
}

/// A table for a spreadsheet, with the same columns as the person's own.
pub(super) fn csv(record: &Arc<Record>) -> Pieces {
    let first = one(record, |record| {
        let mut cells = [const { String::new() }; 11];
        cells[0] = t!("copy-title");
        cells[1] = say(record).unwrap_or_default();
        head() + &row(cells)
    });
    let items = each(record, record.items.len(), |record, at| {
        let held = &record.items[at];
        let about = about(held.item.kind());
        row([
            say_choice("kind", held.item.kind()),
            say_item(&held.item, record.now).join("\n"),
            t!("csv-stands-now"),
            writer(record, held.by),
            say_moment(held.at),
            String::new(),
            say_choice("purpose", about.purpose),
            say_choice("basis", about.basis),
            until(&held.item),
            String::new(),
            held.id.to_string(),
        ])
    });
    Box::new(first.chain(items))
}

#[derive(Serialize)]
struct Head<'a> {
    format: &'static str,
    made: Timestamp,
    language: &'static str,
    whose: &'a str,
    taken_by: &'a str,
    words: Option<String>,
}

#[derive(Serialize)]
struct OneItem {
    id: String,
    kind: Named,
    written: Timestamp,
    by: String,
    content: Value,
    words: Vec<String>,
    purpose: Named,
    basis: Named,
    retention: Named,
    goes_on: Option<Date>,
}

/// For another program: each thing as the person's own file has it, without versions, which would tell how much there is.
pub(super) fn json(record: &Arc<Record>) -> Pieces {
    let begin = one(record, |record| {
        let (whose, taken_by) = record.taken.as_ref().map_or(("", ""), |taken| (&taken.of, &taken.by));
        let (made, language) = (record.now.at, frame().reading.language.id());
        let mut text = to_json(&Head { format: FORMAT, made, language, whose, taken_by, words: say(record) });
        // The list follows in the same object.
        text.pop();
        text + ",\n\"items\": ["
    });
    let items = each(record, record.items.len(), |record, at| in_list(at, &to_json(&item(record, &record.items[at]))));
    Box::new(begin.chain(items).chain(once("\n]}\n".to_owned())))
}

fn item(record: &Record, held: &Held) -> OneItem {
    let about = about(held.item.kind());
    OneItem {
        id: held.id.to_string(),
        kind: named("kind", held.item.kind()),
        written: held.at,
        by: writer(record, held.by),
        content: content(&held.item),
        words: say_item(&held.item, record.now),
        purpose: named("purpose", about.purpose),
        basis: named("basis", about.basis),
        retention: Named { id: about.retention.id(), words: until(&held.item) },
        goes_on: held.item.goes_on(),
    }
}

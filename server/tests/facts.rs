//! What nobody wrote and is held all the same: each fact in each column is told to the person, on a page and in what they take
//! away; what locks the rest is told to nobody, and the catalogue says which that is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use own_terms::{
    store::{Ask, Purpose, Store, Ticket, TicketCode, TokenHash},
    web::token::session_hash,
};
use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::{
    account::{Begun, Origin},
    actor::Actor,
    catalogue::{COLUMNS, Column},
    decide::{Command, ToErase},
    ids::{ClaimantId, StaffId, WayInId},
    item::{Kind, Version},
    ledger::BEGINNING,
    look::{Law, Reason, Subject},
    profile::Profile,
};
use serde_json::Value;
use sqlx::{ConnectOptions as _, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};
use uuid::Uuid;

use crate::{
    export::{file, read, record_in},
    given::{
        CHOSEN, ORGANISATION, alive, at, begun, everything, introduce, look, make, ordered, own, person, text, way_in,
    },
    routes::Site,
};

/// Where in the record for other programs the value of each fact is; a list is `[]`.
const TOLD: &[(&str, &str, &[&str])] = &[
    ("claimant", "claimant_id", &["person"]),
    ("claimant", "origin", &["place.origin.id"]),
    ("claimant", "made_at", &["place.made"]),
    ("claimant", "items", &["place.items"]),
    ("claimant", "entries", &["place.entries"]),
    ("claimant", "head", &["place.head"]),
    ("claimant", "looks", &["place.looks"]),
    ("claimant", "look_head", &["place.look_head"]),
    ("claimant", "anchored", &["place.anchored"]),
    ("item", "claimant_id", &["person"]),
    ("item", "item_id", &["items[].id"]),
    ("item", "version", &["items[].version"]),
    ("item", "written_at", &["items[].written"]),
    ("item", "role", &["items[].by.role"]),
    ("item", "actor_id", &["items[].by.id"]),
    ("item", "goes_on", &["items[].goes_on"]),
    ("tally", "claimant_id", &["person"]),
    ("tally", "kind", &["items[].kind.id"]),
    // As many as there are of the kind: see below.
    ("tally", "held", &[]),
    ("ledger", "claimant_id", &["person"]),
    ("ledger", "item_id", &["items[].id", "no_longer_held[].id"]),
    ("ledger", "number", ENTRIES),
    ("ledger", "written_at", ENTRIES),
    ("ledger", "role", ENTRIES),
    ("ledger", "actor_id", ENTRIES),
    ("ledger", "act", ENTRIES),
    ("ledger", "replaced", ENTRIES),
    ("ledger", "notice", ENTRIES),
    ("ledger", "commitment", ENTRIES),
    ("ledger", "previous", ENTRIES),
    ("ledger", "hash", ENTRIES),
    ("ledger", "signed_with", ENTRIES),
    ("ledger", "signature", ENTRIES),
    ("look", "claimant_id", &["person"]),
    ("look", "number", &["looks[].number"]),
    ("look", "looked_at", &["looks[].at"]),
    ("look", "role", &["looks[].by.role"]),
    ("look", "actor_id", &["looks[].by.id"]),
    ("look", "reason", &["looks[].reason.id"]),
    ("look", "subject", &["looks[].subject.id"]),
    ("look", "refused", &["looks[].refused"]),
    ("look", "withheld", &["looks[].withheld.id"]),
    ("look", "shown", &["looks[].shown[]"]),
    ("anchor", "claimant_id", &["person"]),
    ("anchor", "checkpoint", &["published[].checkpoint.number"]),
    ("anchor", "leaf", &["published[].leaf"]),
    ("anchor", "entries", &["published[].entries"]),
    ("anchor", "head", &["published[].head"]),
    ("anchor", "looks", &["published[].looks"]),
    ("anchor", "look_head", &["published[].look_head"]),
    ("anchor", "path", &["published[].path"]),
    ("session", "session_id", &["sign_ins[].id"]),
    ("session", "claimant_id", &["person"]),
    ("session", "signed_in_by", &["sign_ins[].by.id"]),
    ("session", "way", &["sign_ins[].way"]),
    ("session", "shared", &["sign_ins[].shared"]),
    ("session", "device", &["sign_ins[].device.id"]),
    ("session", "signed_in_at", &["sign_ins[].at"]),
    ("session", "seen_at", &["sign_ins[].last_used"]),
    ("session", "looked", &["sign_ins[].looked"]),
    ("session", "looked_at_log", &["sign_ins[].looked_at_log"]),
    ("outbox", "claimant_id", &["person"]),
    ("outbox", "made_at", &["to_send[].made"]),
    ("outbox", "next_at", &["to_send[].next"]),
    ("outbox", "tried", &["to_send[].tried"]),
    ("ticket", "purpose", &["waiting[].what.id"]),
    ("ticket", "claimant_id", &["person"]),
    ("ticket", "made_at", &["waiting[].made"]),
    ("ticket", "until", &["waiting[].until"]),
];

/// Where entries of the ledger are; the column says which part of them.
const ENTRIES: &[&str] = &["items[].entry.", "items[].earlier[].", "no_longer_held[].earlier[]."];

/// The name that a column of the ledger has in an entry.
fn part(column: &str) -> &str {
    match column {
        "written_at" => "at",
        "role" => "by.role",
        "actor_id" => "by.id",
        column => column,
    }
}

/// Who looked and is not to be told of by name.
const UNNAMED: u128 = 0x3999;
/// The browsers of the person.
const HERE: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const ELSEWHERE: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

fn here() -> TokenHash {
    session_hash(HERE)
}

/// Someone of whom there is something in each column.
async fn someone(store: &dyn Store) -> ClaimantId {
    let claimant = person(50);
    let me = Actor::Claimant(claimant);
    introduce(store).await;
    store.make_place(claimant, Origin::Measuring, at(-5000).at).await.unwrap();
    let mut said = everything("Planted").0;
    let stop = said.pop().unwrap();
    let orders = said.into_iter().map(|said| ordered(claimant, said, at(0))).collect();
    store.commit_all(orders).await.unwrap();
    // An organisation is shown what they said yes to, until they stop.
    let shared = Ask { reason: Reason::Consent, subject: Subject::Shared, ..look(claimant, ORGANISATION, None) };
    store.view(shared).await.unwrap();
    store.commit(ordered(claimant, stop, at(0))).await.unwrap();
    // Withheld, and told.
    let unnamed = Ask {
        withheld: Some(Law::Court),
        ..look(claimant, Actor::CaseWorker(StaffId(Uuid::from_u128(UNNAMED))), None)
    };
    store.view(unnamed).await.unwrap_err();
    store.view(look(claimant, Actor::CaseWorker(StaffId(Uuid::from_u128(0x3001))), None)).await.unwrap_err();
    let helping = Ask { reason: Reason::HelpingAsAsked, subject: Subject::Goals, ..look(claimant, CHOSEN, None) };
    // They have stopped: the case worker they chose sees nothing either.
    store.view(helping).await.unwrap_err();
    let elsewhere = session_hash(ELSEWHERE);
    for (token, minute, way) in [(elsewhere, -90, Some(WayInId(Uuid::from_u128(1)))), (here(), -30, None)] {
        let shared = way.is_some();
        store.begin_session(token, claimant, Begun { way, shared, ..begun(minute) }).await.unwrap();
    }
    for (purpose, minutes) in [(Purpose::Invitation, -20), (Purpose::EmailLink, -10)] {
        let code = TicketCode { finder: "found".to_owned(), secret: "secret".to_owned() };
        let (made_at, until, content) = (at(minutes).at, at(minutes + 60).at, b"sealed".to_vec());
        let ticket = Ticket { purpose, code, claimant: Some(claimant), made_at, until, tries: 3, content };
        assert!(store.put_ticket(ticket).await.unwrap());
    }
    // One waits to be sent: of two addresses the one is told that the other is closed.
    for (number, address) in [(0x51, "one@example.com"), (0x52, "two@example.com")] {
        let new = way_in(WayInId(Uuid::from_u128(number)), address);
        store.commit(own(claimant, new, at(6))).await.unwrap();
    }
    store.session(elsewhere, at(-45).at, alive(-200, -200)).await.unwrap();
    store.view(Ask { subject: Subject::Log, ..look(claimant, me, Some(elsewhere)) }).await.unwrap();
    store.view(look(claimant, me, Some(here()))).await.unwrap();
    store.make_checkpoint(at(3).at).await.unwrap();
    let name = Profile { name: text("Planted again") };
    store.commit(own(claimant, Command::SetProfile { on: Version(1), profile: name }, at(5))).await.unwrap();
    store.make_checkpoint(at(6).at).await.unwrap();
    let what = ToErase::Kind(Kind::Breaks);
    store.commit(own(claimant, Command::Erase { what }, at(7))).await.unwrap();
    claimant
}

/// A value as it can be compared: bytes in hex, a moment in microseconds, true as 1.
fn plain(value: &Value) -> String {
    match value {
        Value::Bool(said) => u8::from(*said).to_string(),
        Value::String(text) => match (text.parse::<Timestamp>(), text.parse::<Uuid>()) {
            (Ok(at), _) => at.as_microsecond().to_string(),
            (_, Ok(id)) => id.simple().to_string(),
            _ => text.clone(),
        },
        Value::Array(values) => values.iter().map(plain).collect(),
        other => other.to_string(),
    }
}

/// Every value at a path; a list is `[]`.
fn values_at(json: &Value, path: &str) -> BTreeSet<String> {
    let mut at = vec![json];
    for step in path.split('.') {
        let (name, is_list) = step.strip_suffix("[]").map_or((step, false), |name| (name, true));
        at = at.into_iter().map(|value| &value[name]).collect();
        if is_list {
            at =
                at.into_iter().flat_map(|list| list.as_array().unwrap_or_else(|| panic!("{path} is a list"))).collect();
        }
    }
    at.into_iter().filter(|value| !value.is_null()).map(plain).collect()
}

/// Everything that a column holds of someone, past the store.
async fn in_column(file: &mut SqliteConnection, claimant: ClaimantId, table: &str, column: &str) -> BTreeSet<String> {
    // Of a look that a law withholds only when it was, and the law, are told.
    let told = match (table, column) {
        ("look", "role" | "actor_id" | "reason" | "subject" | "refused") => " AND withheld IS NULL",
        _ => "",
    };
    let sql = format!(
        "SELECT CASE typeof({column}) WHEN 'blob' THEN lower(hex({column})) ELSE CAST({column} AS TEXT) END
         FROM {table} WHERE claimant_id = ? AND {column} IS NOT NULL{told}"
    );
    let values = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(&claimant.0.as_bytes()[..]).fetch_all(file).await;
    BTreeSet::from_iter(values.unwrap() as Vec<String>)
}

#[tokio::test]
async fn a_value_in_each_column_is_found_in_the_record_or_the_catalogue_says_why_not() {
    let site = Site::new().await;
    let claimant = someone(&*site.store).await;
    let json = file(FileKind::Json, &record_in(&*site.store, claimant, Some(here())).await);
    let json: Value = serde_json::from_slice(&json).unwrap();
    let mut database = SqliteConnectOptions::new().filename(site.database()).connect().await.unwrap();
    let mut places: BTreeMap<_, _> = TOLD.iter().map(|(table, column, paths)| ((*table, *column), *paths)).collect();
    for (table, column, what) in COLUMNS {
        if !matches!(what, Column::Fact(_)) {
            continue;
        }
        let paths = places.remove(&(*table, *column)).unwrap_or_else(|| panic!("where is {table}.{column} told?"));
        let held = in_column(&mut database, claimant, table, column).await;
        assert!(!held.is_empty(), "nothing is planted in {table}.{column}");
        let whole =
            |path: &&str| if path.ends_with('.') { format!("{path}{}", part(column)) } else { (*path).to_owned() };
        let told: BTreeSet<String> = paths.iter().map(whole).flat_map(|path| values_at(&json, &path)).collect();
        let untold: Vec<_> = held.difference(&told).collect();
        assert!(paths.is_empty() || untold.is_empty(), "{table}.{column}: {untold:?} is held, and told is {told:?}");
    }
    assert!(places.is_empty(), "no facts: {places:?}");
    // How many there are of each kind is told by as many being there.
    for row in sqlx::query("SELECT kind, held FROM tally WHERE claimant_id = ?")
        .bind(&claimant.0.as_bytes()[..])
        .fetch_all(&mut database)
        .await
        .unwrap()
    {
        let (kind, held): (String, i64) = (row.get(0), row.get(1));
        let of_kind = json["items"].as_array().unwrap().iter().filter(|item| item["kind"]["id"] == kind.as_str());
        assert_eq!(i64::try_from(of_kind.count()).unwrap(), held, "{kind}");
    }
    assert!(!json.to_string().contains(&Uuid::from_u128(UNNAMED).to_string()), "a law withholds who that was");
}

#[tokio::test]
async fn what_only_locks_is_a_short_list_and_in_nothing_that_anyone_is_given() {
    let locks = |table| COLUMNS.iter().filter(move |(of, _, what)| *of == table && matches!(what, Column::Lock(_)));
    let tables: BTreeSet<_> =
        COLUMNS.iter().filter(|(.., what)| matches!(what, Column::Lock(_))).map(|(t, ..)| *t).collect();
    let of_keys = ["destroyed_key", "item_key", "key_to_destroy", "new_key"];
    assert_eq!(tables, of_keys.into_iter().chain(["item", "ledger", "look", "outbox", "session", "ticket"]).collect());
    for table in ["item", "ledger", "look", "outbox", "session", "ticket"] {
        let columns: Vec<_> = locks(table).map(|(_, column, _)| *column).collect();
        let only: &[&str] = match table {
            "session" => &["token_hash", "there"],
            "outbox" => &["message_id", "claim", "content"],
            "ticket" => &["ticket_id", "secret_hash", "tries_left", "content"],
            "item" => &["key_id", "found_by"],
            // Of what is withheld by law.
            "look" => &["salt"],
            _ => &["key_id"],
        };
        assert_eq!(columns, only, "{table}");
    }
    let site = Site::new().await;
    let claimant = someone(&*site.store).await;
    let record = record_in(&*site.store, claimant, Some(here())).await;
    let mut database = SqliteConnectOptions::new().filename(site.database()).connect().await.unwrap();
    for (table, column) in [
        ("item", "key_id"),
        ("item", "found_by"),
        ("ledger", "key_id"),
        ("look", "salt"),
        ("session", "token_hash"),
        ("outbox", "message_id"),
        ("ticket", "ticket_id"),
        ("ticket", "secret_hash"),
    ] {
        for value in in_column(&mut database, claimant, table, column).await {
            for kind in [FileKind::Json, FileKind::Csv, FileKind::Fhir] {
                let text = read(kind, &file(kind, &record));
                let dashed = Uuid::parse_str(&value).map(|id| id.to_string()).unwrap_or_default();
                assert!(!text.contains(&value), "{table}.{column} is in {kind:?}");
                assert!(dashed.is_empty() || !text.contains(&dashed), "{table}.{column} is in {kind:?}");
            }
        }
    }
}

#[tokio::test]
async fn the_seal_of_the_log_follows_from_the_looks_that_are_told() {
    let site = Site::new().await;
    let claimant = make(&*site.store, 51).await;
    site.store.begin_session(here(), claimant, begun(0)).await.unwrap();
    site.store.view(look(claimant, CHOSEN, None)).await.unwrap_err();
    site.store.view(look(claimant, Actor::Claimant(claimant), Some(here()))).await.unwrap();
    let record = record_in(&*site.store, claimant, Some(here())).await;
    assert_eq!(record.looks.len(), 2);
    let end = record.looks.iter().fold(BEGINNING, |previous, look| look.hash(claimant, &previous));
    assert_eq!(end, record.account.as_ref().unwrap().look_head);
}

/// The facts that nobody wrote, in words.
const IN_WORDS: [&str; 13] = [
    "Wednesday 24 February 2027, 11:10pm",
    "someone invented, to measure this service",
    "00000000-0000-0000-0000-000000000032",
    "Items held",
    "The seal of the last change",
    "The seal of the last look",
    "Signed in on Sunday 28 February 2027, 9am. Last used on Sunday 28 February 2027, 9:45am.",
    "By choosing a person of the trial, on a computer.",
    "An invitation of Sunday 28 February 2027, 10:10am is open until Sunday 28 February 2027, 11:10am.",
    "A link to sign in was asked for on Sunday 28 February 2027, 10:20am. It is open until",
    "It has 2 lines in the list of who has looked.",
    "A message of Sunday 28 February 2027, 10:36am waits to be sent. We look at it again on Sunday 28 February 2027, 10:36am. It was not tried yet.",
    "Other people use the device, so it ends after 15 minutes without use.",
];

/// A text without the spaces and ends of lines that paper puts into it.
pub fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

#[tokio::test]
async fn the_account_is_found_in_words_on_the_page_on_paper_and_in_the_table() {
    let site = Site::new().await;
    let claimant = someone(&*site.store).await;
    let record = record_in(&*site.store, claimant, Some(here())).await;
    let mut browser = site.browser();
    browser.cookies.insert("own-terms-session".to_owned(), HERE.to_owned());
    let page = browser.get("/held").await.text();
    let mut texts = vec![("the page", page.clone()), ("the table", read(FileKind::Csv, &file(FileKind::Csv, &record)))];
    let paper = read(FileKind::Pdf, &file(FileKind::Pdf, &record));
    // Without poppler nothing can be read on paper.
    texts.extend((!paper.is_empty()).then_some(("paper", paper)));
    let mut database = SqliteConnectOptions::new().filename(site.database()).connect().await.unwrap();
    let mut planted: Vec<String> = IN_WORDS.map(str::to_owned).into();
    for (column, what) in [("head", "The seal of the last change"), ("look_head", "The seal of the last look")] {
        planted.extend(in_column(&mut database, claimant, "claimant", column).await);
        assert!(page.contains(what));
    }
    for (where_, text) in texts {
        for words in &planted {
            assert!(tight(&text).contains(&tight(words)), "{words} is not in {where_}: {text}");
        }
    }
    for (column, what) in [
        ("items", "Items held"),
        ("entries", "Changes written down"),
        ("anchored", "Changes under a seal that we published"),
        ("looks", "Looks written down"),
    ] {
        for count in in_column(&mut database, claimant, "claimant", column).await {
            assert!(page.contains(&format!("{what}{count}")), "{what} {count}: {page}");
        }
    }
    assert!(page.contains("Last used on Sunday 28 February 2027, 10:31am. It has 1 line in the list of who has looked. You are using this one now."), "{page}");
    assert!(page.contains("Goals: 2"), "{page}");
}

#[tokio::test]
async fn each_mark_of_a_change_is_on_the_page_of_its_receipt_and_the_last_published_seal_with_it() {
    let site = Site::new().await;
    let claimant = someone(&*site.store).await;
    let mut browser = site.browser();
    browser.cookies.insert("own-terms-session".to_owned(), HERE.to_owned());
    let mut database = SqliteConnectOptions::new().filename(site.database()).connect().await.unwrap();
    let entries = in_column(&mut database, claimant, "ledger", "number").await;
    assert!(entries.len() > 20);
    let mut pages = String::new();
    for number in &entries {
        pages += &browser.get(&format!("/receipts/one?number={number}")).await.text();
    }
    for column in ["replaced", "notice", "commitment", "previous", "hash", "signed_with", "signature"] {
        for mark in in_column(&mut database, claimant, "ledger", column).await {
            assert!(pages.contains(&mark), "ledger.{column} {mark} is on no page");
        }
    }
    let last = "SELECT hex(head), hex(look_head), hex(path) FROM anchor WHERE claimant_id = ? ORDER BY checkpoint DESC LIMIT 1";
    let last = sqlx::query(last).bind(&claimant.0.as_bytes()[..]).fetch_one(&mut database).await.unwrap();
    let path: String = last.get(2);
    let path = path.as_bytes().chunks(64).map(|mark| String::from_utf8(mark.to_vec()).unwrap());
    for mark in [last.get::<String, _>(0), last.get(1)].into_iter().chain(path) {
        assert!(pages.contains(&mark.to_lowercase()), "{mark} of the last seal is on no page");
    }
}

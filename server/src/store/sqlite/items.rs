//! Items out of the database: those that are needed, opened; none that is missing goes unnoticed where that can be told cheaply.

use std::collections::{BTreeMap, BTreeSet};

use own_terms_domain::{
    ids::ClaimantId,
    item::{Held, ItemId, Kind},
    needs::{Names, Needs, Run, of_record},
    reading::Choice as _,
    state::State,
};
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};

use super::{lists, new_keys::NewKeys, rows};
use crate::store::{
    StoreError,
    sealed::{Facts, Sealer},
};

/// What is wrong with an item that is there, and whose key is not.
pub(super) const NO_KEY: &str = "an item has no key";

const MISSING: StoreError = StoreError::Damaged("an item is missing");

/// The one place where items are read. From the items and not from their keys, so that one without a key is noticed.
macro_rules! items_where {
    ($which:literal) => {
        concat!(
            "SELECT item.item_id, item.version, item.written_at, item.role, item.actor_id, item.content,
                    item.key_id, item_key.sealed_key
             FROM item LEFT JOIN item_key USING (claimant_id, key_id) WHERE item.claimant_id = ?1",
            $which
        )
    };
}

/// Whose keys are there. Not of keys that no entry uses: what was to use them was never committed, or is in a newer database.
macro_rules! keys_where {
    ($which:literal) => {
        concat!(
            "SELECT DISTINCT item_id FROM item_key WHERE claimant_id = ?1 AND ",
            $which,
            " AND EXISTS (SELECT 1 FROM ledger WHERE ledger.claimant_id = item_key.claimant_id
                              AND ledger.item_id = item_key.item_id AND ledger.key_id = item_key.key_id)"
        )
    };
}

/// The items of a claimant that are needed, opened.
///
/// Of those of which there is one each, of a kind that is loaded whole and of one that is asked for by its name, it is
/// noticed when one is missing. That of a page would take counting the others: `own-terms check` does.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    sealer: &Sealer,
    claimant: ClaimantId,
    needs: &Needs,
    new: &NewKeys,
) -> Result<State, StoreError> {
    let (total, counts) = counts(connection, claimant).await?;
    let mut opened = BTreeMap::new();
    let mut open = |found: Vec<SqliteRow>| {
        for row in &found {
            let held = one(sealer, claimant, row, new)?;
            opened.insert(held.id, held);
        }
        Ok::<_, StoreError>(())
    };
    let (mut pages, mut run) = (Vec::new(), Vec::new());
    if needs.everything {
        open(all(connection, claimant).await?)?;
    } else {
        let mut names: BTreeSet<ItemId> =
            Kind::ALL.iter().copied().filter(|kind| kind.is_single()).map(ItemId::The).collect();
        names.extend(&needs.items);
        for stretch in &needs.pages {
            let page = lists::page(connection, claimant, *stretch).await?;
            names.extend(lists::to_open(&page));
            pages.push(page);
        }
        if let Some(wanted) = needs.run {
            run = next(connection, claimant, wanted).await?;
            names.extend(&run);
        }
        open(named(connection, claimant, &names).await?)?;
        for kind in &needs.whole {
            open(of_kind(connection, claimant, *kind).await?)?;
        }
        let beside = beside(opened.keys());
        if !beside.is_empty() {
            for row in named(connection, claimant, &beside).await? {
                let held = one(sealer, claimant, &row, new)?;
                opened.insert(held.id, held);
            }
        }
    }
    let few = opened.keys().filter(|id| id.kind().is_single()).count();
    let whole = |kind: &Kind| needs.everything || needs.whole.contains(kind);
    let of = |kind: Kind| opened.keys().filter(|id| id.kind() == kind).count();
    let kinds = Kind::ALL.iter().copied().filter(|kind| !kind.is_single() && whole(kind));
    let listed = pages.iter().flat_map(lists::to_open).chain(run.iter().copied());
    if few + counts.values().sum::<usize>() != total
        || kinds.into_iter().any(|kind| of(kind) != counts.get(&kind).copied().unwrap_or_default())
        || listed.into_iter().any(|id| !opened.contains_key(&id))
    {
        return Err(MISSING);
    }
    let not_there: Vec<ItemId> = needs.items.iter().copied().filter(|id| !opened.contains_key(id)).collect();
    let ever = ever_held(connection, claimant, needs, &not_there).await?;
    for id in &not_there {
        is_not_held(connection, claimant, *id).await?;
    }
    // Everything, so that whoever has stopped gives nothing to anyone, and only then what is there of it.
    let state = State::new(claimant, opened.into_values(), []);
    Ok(state
        .with_past(ever.into_iter().chain(new.items(claimant)))
        .with_only(needs.clone(), counts)
        .with_lists(pages, run))
}

/// What belongs to the same records as these.
fn beside<'a>(ids: impl Iterator<Item = &'a ItemId>) -> BTreeSet<ItemId> {
    ids.filter_map(|id| id.record()).flat_map(of_record).collect()
}

/// How many items there are: all, and those of each kind that can have many.
async fn counts(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
) -> Result<(usize, BTreeMap<Kind, usize>), StoreError> {
    let found = sqlx::query(
        "SELECT claimant.items, tally.kind, tally.held FROM claimant LEFT JOIN tally USING (claimant_id)
         WHERE claimant.claimant_id = ?",
    )
    .bind(&claimant.0.as_bytes()[..])
    .fetch_all(connection)
    .await?;
    let number = |row, column| rows::number(row, column).map(|number| number as usize);
    let total = found.first().map_or(Ok(0), |row| number(row, "items"))?;
    let mut counts = BTreeMap::new();
    for row in &found {
        if let Some(kind) = row.try_get::<Option<&str>, _>("kind")? {
            let kind = Kind::parse(kind).map_err(|_| StoreError::Damaged("a tally is of no known kind"))?;
            counts.insert(kind, number(row, "held")?);
        }
    }
    Ok((total, counts))
}

async fn all(connection: &mut SqliteConnection, claimant: ClaimantId) -> Result<Vec<SqliteRow>, StoreError> {
    Ok(sqlx::query(items_where!("")).bind(&claimant.0.as_bytes()[..]).fetch_all(connection).await?)
}

async fn of_kind(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    kind: Kind,
) -> Result<Vec<SqliteRow>, StoreError> {
    // From "goal." up to what comes after it: '/' is the next character.
    Ok(sqlx::query(items_where!(" AND item.item_id >= ?2 || '.' AND item.item_id < ?2 || '/'"))
        .bind(&claimant.0.as_bytes()[..])
        .bind(kind.id())
        .fetch_all(connection)
        .await?)
}

async fn named(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    names: &BTreeSet<ItemId>,
) -> Result<Vec<SqliteRow>, StoreError> {
    Ok(sqlx::query(items_where!(" AND item.item_id IN (SELECT value FROM json_each(?2))"))
        .bind(&claimant.0.as_bytes()[..])
        .bind(list(names.iter()))
        .fetch_all(connection)
        .await?)
}

/// Names as JSON: none has a character that JSON writes otherwise.
fn list<'a>(names: impl Iterator<Item = &'a ItemId>) -> String {
    let names: Vec<String> = names.map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", names.join(","))
}

/// The names of the items that come next, whatever their kind.
async fn next(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    Run { after, most }: Run,
) -> Result<Vec<ItemId>, StoreError> {
    let found = sqlx::query(lists::NEXT)
        .bind(&claimant.0.as_bytes()[..])
        .bind(after.map(|id| id.to_string()).unwrap_or_default())
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(connection)
        .await?;
    found.iter().map(rows::item_id).collect()
}

/// One item, opened.
fn one(sealer: &Sealer, claimant: ClaimantId, row: &SqliteRow, new: &NewKeys) -> Result<Held, StoreError> {
    let key_id = rows::uuid(row, "key_id")?;
    let key = match row.try_get::<Option<&[u8]>, _>("sealed_key")? {
        Some(sealed_key) => sealer.open_key(claimant, key_id, sealed_key)?,
        None => new.get(claimant, key_id).ok_or(StoreError::Damaged(NO_KEY))?,
    };
    let (id, version) = (rows::item_id(row)?, rows::version(row)?);
    let (at, by) = (rows::timestamp(row, "written_at")?, rows::actor(row)?);
    let item = key.open_item(claimant, Facts { id, version, at, by }, row.try_get("content")?)?;
    if item.kind() != id.kind() {
        return Err(StoreError::Damaged("an item is of another kind than its id"));
    }
    Ok(Held { id, version, at, by, item })
}

/// Those items that were ever held and can still be read, as far as they are to be named. Held or not: the keys tell.
async fn ever_held(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    needs: &Needs,
    not_there: &[ItemId],
) -> Result<BTreeSet<ItemId>, StoreError> {
    // A kind's own name, or those that begin with it and a point: '!' comes before the point, and '/' just after it.
    let range = match needs.names {
        Names::None => None,
        Names::Of(kind) if !kind.is_single() => Some((format!("{}.", kind.id()), format!("{}/", kind.id()))),
        Names::Of(kind) => Some((kind.id().to_owned(), format!("{}!", kind.id()))),
        Names::All => Some((String::new(), "~".to_owned())),
    };
    let mut found = Vec::new();
    if let Some((from, to)) = range {
        found = sqlx::query(keys_where!("item_id >= ?2 AND item_id < ?3"))
            .bind(&claimant.0.as_bytes()[..])
            .bind(from)
            .bind(to)
            .fetch_all(&mut *connection)
            .await?;
    }
    if !not_there.is_empty() {
        found.extend(
            sqlx::query(keys_where!("item_id IN (SELECT value FROM json_each(?2))"))
                .bind(&claimant.0.as_bytes()[..])
                .bind(list(not_there.iter()))
                .fetch_all(connection)
                .await?,
        );
    }
    found.iter().map(rows::item_id).collect()
}

/// That an item which is not there is not held, by the last entry about it.
async fn is_not_held(connection: &mut SqliteConnection, claimant: ClaimantId, item: ItemId) -> Result<(), StoreError> {
    let last = sqlx::query(lists::LAST_OF)
        .bind(&claimant.0.as_bytes()[..])
        .bind(item.to_string())
        .fetch_optional(connection)
        .await?;
    let act = last.as_ref().map(|row| row.try_get::<&str, _>("act")).transpose()?;
    if act == Some("set") { Err(MISSING) } else { Ok(()) }
}

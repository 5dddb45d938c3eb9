//! Items out of the database: those that are needed, opened; none that is missing goes unnoticed where that can be told cheaply.

use std::collections::{BTreeMap, BTreeSet};

use own_terms_domain::{
    ids::ClaimantId,
    item::{Held, ItemId, Kind},
    needs::{Names, Needs, Place, Run, Shelf, of_record},
    reading::Choice as _,
    state::{Listed, State},
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

/// The one place where items are read: in one statement with how many there are, so that both are of one moment. From the
/// items and not from their keys, so that one without a key is noticed.
macro_rules! items {
    ($($from:literal),+) => {
        concat!(
            "SELECT 'all' AS what, '' AS item_id, items AS version, 0 AS written_at, '' AS role, NULL AS actor_id,
                    NULL AS content, NULL AS key_id, NULL AS sealed_key
             FROM claimant WHERE claimant_id = ?1
             UNION ALL SELECT 'kind', kind, held, 0, '', NULL, NULL, NULL, NULL FROM tally WHERE claimant_id = ?1",
            $(
                " UNION ALL SELECT 'item', item.item_id, item.version, item.written_at, item.role, item.actor_id,
                                   item.content, item.key_id, item_key.sealed_key
                  FROM ",
                $from,
            )+
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

/// All items.
pub const ALL: &str = items!("item LEFT JOIN item_key USING (claimant_id, key_id) WHERE item.claimant_id = ?1");
/// Those with a name in a list (2), and those of the kinds in another (3): from "goal." up to what comes after it, since '/'
/// is the next character.
pub const SOME: &str = items!(
    "json_each(?2) AS wanted CROSS JOIN item ON item.claimant_id = ?1 AND item.item_id = wanted.value
     LEFT JOIN item_key USING (claimant_id, key_id)",
    "json_each(?3) AS kind CROSS JOIN item
     ON item.claimant_id = ?1 AND item.item_id >= kind.value || '.' AND item.item_id < kind.value || '/'
     LEFT JOIN item_key USING (claimant_id, key_id)"
);

/// The items of a claimant that are needed, opened.
///
/// Of those of which there is one each, of carers, of a kind that is loaded whole and of one that is asked for by its name, it is
/// noticed when one is missing. That of a page would take counting the others: `own-terms check` does.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    sealer: &Sealer,
    claimant: ClaimantId,
    needs: &Needs,
    new: &NewKeys,
) -> Result<State, StoreError> {
    let (mut pages, mut run, mut short) = (Vec::new(), Vec::new(), BTreeSet::new());
    let found = if needs.everything {
        sqlx::query(ALL).bind(&claimant.0.as_bytes()[..]).fetch_all(&mut *connection).await?
    } else {
        let mut names: BTreeSet<ItemId> =
            Kind::ALL.iter().copied().filter(|kind| kind.is_single()).map(ItemId::The).collect();
        names.extend(&needs.items);
        if !needs.pages.is_empty() {
            short = short_lists(connection, claimant, needs).await?;
        }
        for stretch in &needs.pages {
            let page = match stretch.of {
                // The whole list is on the page: its items come with the others.
                Shelf::Of(kind) if short.contains(&kind) => Listed::of(stretch.of, Vec::new()),
                _ => lists::page(connection, claimant, *stretch).await?,
            };
            names.extend(lists::to_open(&page));
            pages.push(page);
        }
        let always = Kind::ALL.iter().copied().filter(|kind| !kind.is_single() && kind.is_always_at_hand());
        let whole: BTreeSet<Kind> = needs.whole.union(&short).copied().chain(always).collect();
        if let Some(wanted) = needs.run {
            run = next(connection, claimant, wanted).await?;
            names.extend(&run);
        }
        // One that is asked for both ways is opened once.
        names.retain(|id| !whole.contains(&id.kind()));
        sqlx::query(SOME)
            .bind(&claimant.0.as_bytes()[..])
            .bind(list(names.iter().map(ItemId::to_string)))
            .bind(list(whole.iter().map(|kind| kind.id().to_owned())))
            .fetch_all(&mut *connection)
            .await?
    };
    let (mut total, mut counts, mut opened) = (0, BTreeMap::new(), BTreeMap::new());
    for row in &found {
        let number = || rows::number(row, "version").map(|number| number as usize);
        match row.try_get("what")? {
            "all" => total = number()?,
            "kind" => {
                let kind = Kind::parse(row.try_get("item_id")?)
                    .map_err(|_| StoreError::Damaged("a tally is of no known kind"))?;
                counts.insert(kind, number()?);
            }
            _ => {
                let held = one(sealer, claimant, row, new)?;
                opened.insert(held.id, held);
            }
        }
    }
    for page in &mut pages {
        if let Shelf::Of(kind) = page.of
            && short.contains(&kind)
        {
            let of_kind = opened.values().filter(|held: &&Held| held.id.kind() == kind);
            *page = Listed::of(page.of, of_kind.map(|held| (held.id, held.version)).collect());
        }
    }
    if !needs.everything {
        let beside = beside(opened.keys()).filter(|id| !opened.contains_key(id)).collect::<BTreeSet<_>>();
        for row in named(connection, claimant, &beside).await? {
            let held = one(sealer, claimant, &row, new)?;
            opened.insert(held.id, held);
        }
    }
    let few = opened.keys().filter(|id| id.kind().is_single()).count();
    let whole = |kind: &Kind| needs.has_all(*kind) || short.contains(kind);
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
    let state = State::new(claimant, opened.into_values());
    Ok(state
        .with_past(ever.into_iter().chain(new.items(claimant)))
        .with_only(needs.clone(), counts)
        .with_lists(pages, run))
}

/// What belongs to the same records as these.
fn beside<'a>(ids: impl Iterator<Item = &'a ItemId>) -> impl Iterator<Item = ItemId> {
    ids.filter_map(|id| id.record()).flat_map(of_record)
}

/// Items by their names, and nothing else.
async fn named(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    names: &BTreeSet<ItemId>,
) -> Result<Vec<SqliteRow>, StoreError> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = sqlx::query(SOME)
        .bind(&claimant.0.as_bytes()[..])
        .bind(list(names.iter().map(ItemId::to_string)))
        .bind("[]")
        .fetch_all(connection)
        .await?;
    found.retain(|row| row.try_get::<&str, _>("what").is_ok_and(|what| what == "item"));
    Ok(found)
}

/// The kinds of which a page from the newest on has all that there are, and which are not worth a list of their own.
async fn short_lists(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    needs: &Needs,
) -> Result<BTreeSet<Kind>, StoreError> {
    let found = sqlx::query("SELECT kind, held FROM tally WHERE claimant_id = ?")
        .bind(&claimant.0.as_bytes()[..])
        .fetch_all(connection)
        .await?;
    let mut held = BTreeMap::new();
    for row in &found {
        held.insert(row.try_get::<String, _>("kind")?, rows::number(row, "held")? as usize);
    }
    let is_short = |kind: Kind, most: usize| held.get(kind.id()).is_none_or(|held| *held <= most);
    let kinds = needs.pages.iter().filter_map(|stretch| match stretch.of {
        Shelf::Of(kind) if stretch.from == Place::Newest && is_short(kind, stretch.most) => Some(kind),
        _ => None,
    });
    Ok(kinds.filter(|kind| !kind.is_single()).collect())
}

/// Names as JSON: none has a character that JSON writes otherwise.
fn list(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
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
                .bind(list(not_there.iter().map(ItemId::to_string)))
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

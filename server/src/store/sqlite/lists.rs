//! Pages of lists, newest first, each found by the place that the one before ended at: no page costs more than another,
//! however long the list is. Tests ask SQLite how it finds each; left to itself it would at times go through a whole ledger.

use own_terms_domain::{
    ids::ClaimantId,
    item::{ItemId, Version},
    needs::{Place, Shelf, Stretch},
    state::Listed,
};
use sqlx::SqliteConnection;

use super::rows;
use crate::store::StoreError;

/// What a query of a list of items takes: whose (1), which kind (2), from where on (3), how many (4).
macro_rules! of_kind {
    ($from:literal) => {
        concat!(
            "SELECT item.item_id, item.version AS number FROM item
             WHERE item.claimant_id = ?1 AND substr(item_id, 1, instr(item_id, '.') - 1) = ?2 AND item.version ",
            $from,
            " LIMIT ?4"
        )
    };
}

/// What was taken away and neither said anew nor erased since is what the last entry about an item says.
macro_rules! taken_away {
    ($from:literal) => {
        concat!(
            "SELECT ledger.item_id, ledger.number FROM ledger INDEXED BY ledger_taken_away
             WHERE ledger.claimant_id = ?1 AND ?2 = '' AND ledger.act = 'take-away'
               AND NOT EXISTS (SELECT 1 FROM ledger AS later WHERE later.claimant_id = ledger.claimant_id
                               AND later.item_id = ledger.item_id AND later.number > ledger.number)
               AND ledger.number ",
            $from,
            " LIMIT ?4"
        )
    };
}

/// Items of a kind before a place, and after one.
pub const OF_KIND: [&str; 2] = [of_kind!("< ?3 ORDER BY item.version DESC"), of_kind!("> ?3 ORDER BY item.version")];
/// What was taken away before a place, and after one.
pub const TAKEN_AWAY: [&str; 2] =
    [taken_away!("< ?3 ORDER BY ledger.number DESC"), taken_away!("> ?3 ORDER BY ledger.number")];
/// Items after a name, whatever their kind.
pub const NEXT: &str = "SELECT item_id FROM item WHERE claimant_id = ?1 AND item_id > ?2 ORDER BY item_id LIMIT ?3";

/// Who looked, before a number.
pub const LOOKS: &str = "SELECT number, looked_at, role, actor_id, reason, subject, refused, withheld, shown FROM look
     WHERE claimant_id = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3";

/// What another (4) looked at, before a number; of what the person is not told by law, nothing.
pub const LOOKS_BY: &str =
    "SELECT number, looked_at, role, actor_id, reason, subject, refused, withheld, shown FROM look
     INDEXED BY look_by_another
     WHERE claimant_id = ?1 AND number < ?2 AND actor_id IS NOT claimant_id AND actor_id = ?4 AND role = ?5
       AND withheld IS NULL
     ORDER BY number DESC LIMIT ?3";

/// Who but the person themself looked since a moment (2) at some parts (3, a list in JSON), the latest first.
pub const LOOKS_BY_OTHERS: &str =
    "SELECT number, looked_at, role, actor_id, reason, subject, refused, withheld, shown FROM look
     INDEXED BY look_by_others
     WHERE claimant_id = ?1 AND actor_id IS NOT claimant_id AND looked_at >= ?2
       AND subject IN (SELECT value FROM json_each(?3)) AND withheld IS NULL
     ORDER BY looked_at DESC, number DESC LIMIT ?4";

/// When another (2, in the role 3) looked last at a part (4), and whether they were refused.
pub const LAST_LOOK: &str = "SELECT looked_at, refused FROM look INDEXED BY look_by_another
     WHERE claimant_id = ?1 AND actor_id IS NOT claimant_id AND actor_id = ?2 AND role = ?3 AND subject = ?4
     ORDER BY number DESC LIMIT 1";

/// How many new things another (2, in the role 3) made since a moment (4), as far as a number of entries (5) goes back.
pub const MADE: &str = "SELECT count(*) FROM (
         SELECT written_at, act, replaced FROM ledger INDEXED BY ledger_by_another
         WHERE claimant_id = ?1 AND actor_id IS NOT claimant_id AND actor_id = ?2 AND role = ?3
         ORDER BY number DESC LIMIT ?5)
     WHERE written_at > ?4 AND act = 'set' AND replaced = zeroblob(32)";

/// Whether a consent of this name is somebody else's than this person's (2).
pub const ANOTHERS: &str = "SELECT EXISTS (SELECT 1 FROM item INDEXED BY item_consent
     WHERE item_id = ?1 AND item_id GLOB 'consent.*' AND claimant_id <> ?2)";

/// The corrections that stand beside what an organisation wrote; whether each still waits is for what it says to tell.
pub const OWED: &str = "SELECT asked.claimant_id, asked.item_id FROM item AS theirs INDEXED BY item_by_organisation
     JOIN item AS asked ON asked.claimant_id = theirs.claimant_id
         AND asked.item_id = 'correction' || substr(theirs.item_id, instr(theirs.item_id, '.'))
     WHERE theirs.role = 'organisation' AND theirs.actor_id = ?";

/// What an organisation (1) is shown, after a name (2).
pub const SHARED: &str = "SELECT claimant_id, item_id FROM item INDEXED BY item_found_by
     WHERE found_by = ?1 AND item_id > ?2 ORDER BY item_id LIMIT ?3";

macro_rules! entries {
    ($by:literal, $which:literal) => {
        concat!(
            "SELECT ledger.*, item_key.sealed_key FROM ledger ",
            $by,
            " LEFT JOIN item_key USING (claimant_id, key_id) WHERE ledger.claimant_id = ?1 AND ledger.number < ?2",
            $which,
            " ORDER BY ledger.number DESC LIMIT ?3"
        )
    };
}

/// Entries of the ledger before a number.
pub const ENTRIES: &str = entries!("", "");
/// Those about one item (4).
pub const ENTRIES_OF: &str = entries!("INDEXED BY ledger_of_item", " AND ledger.item_id = ?4");
/// What another did (4, in the role 5).
pub const ENTRIES_BY: &str = entries!(
    "INDEXED BY ledger_by_another",
    " AND ledger.actor_id IS NOT ledger.claimant_id AND ledger.actor_id = ?4 AND ledger.role = ?5"
);
/// The hours that one case worker promised, and that are not over at a moment (2).
pub const PROMISED: &str = "SELECT promised_id, begins_at, ends_at FROM promised INDEXED BY promised_of_staff
     WHERE staff_id = ?1 AND ends_at > ?2";
/// The last one about an item: what was done, and its hash.
pub const LAST_OF: &str = "SELECT act, hash FROM ledger INDEXED BY ledger_of_item
     WHERE claimant_id = ?1 AND item_id = ?2 ORDER BY number DESC LIMIT 1";

/// When the first one about an item was written.
pub const FIRST_OF: &str = "SELECT written_at FROM ledger INDEXED BY ledger_of_item
     WHERE claimant_id = ?1 AND item_id = ?2 ORDER BY number LIMIT 1";

/// Which way a list is read.
#[derive(Clone, Copy)]
enum Way {
    Older,
    Newer,
}

/// A page of a list.
pub(super) async fn page(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    stretch: Stretch,
) -> Result<Listed, StoreError> {
    let Stretch { of, from, most } = stretch;
    // One more than is shown, to know whether there are more.
    let (way, number) = match from {
        Place::Newest => (Way::Older, u32::MAX),
        Place::Before(Version(number)) => (Way::Older, number),
        Place::After(Version(number)) => (Way::Newer, number),
    };
    let mut items = read(connection, claimant, of, way, number, most + 1).await?;
    let more = items.len() > most;
    items.truncate(most);
    let listed = match from {
        Place::Newest => Listed { of, items, newer: false, older: more },
        Place::Before(Version(number)) => {
            let newer = !read(connection, claimant, of, Way::Newer, number.saturating_sub(1), 1).await?.is_empty();
            Listed { of, items, newer, older: more }
        }
        // The newest page is always a full one, if there are enough.
        Place::After(_) if items.len() < most => {
            return Box::pin(page(connection, claimant, Stretch { from: Place::Newest, ..stretch })).await;
        }
        Place::After(Version(number)) => {
            items.reverse();
            let older = !read(connection, claimant, of, Way::Older, number.saturating_add(1), 1).await?.is_empty();
            Listed { of, items, newer: more, older }
        }
    };
    Ok(listed)
}

/// The items of a page that are held, and so are to be opened.
pub(super) fn to_open(page: &Listed) -> impl Iterator<Item = ItemId> {
    let is_held = page.of != Shelf::TakenAway;
    page.items.iter().map(|(id, _)| *id).filter(move |_| is_held)
}

async fn read(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    of: Shelf,
    way: Way,
    number: u32,
    most: usize,
) -> Result<Vec<(ItemId, Version)>, StoreError> {
    let ([older, newer], kind) = match of {
        Shelf::Of(kind) => (OF_KIND, kind.id()),
        Shelf::TakenAway => (TAKEN_AWAY, ""),
    };
    let found = sqlx::query(match way {
        Way::Older => older,
        Way::Newer => newer,
    })
    .bind(&claimant.0.as_bytes()[..])
    .bind(kind)
    .bind(number)
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .fetch_all(connection)
    .await?;
    found.iter().map(|row| Ok((rows::item_id(row)?, Version(rows::number(row, "number")?)))).collect()
}

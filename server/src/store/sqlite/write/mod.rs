//! The one way in: decide by the rules, then entries, state and chain in one transaction.

mod chain;
mod ends;
mod item;
mod tally;

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    account::Origin,
    actor::Actor,
    decide::{Change, Entry, Refusal, decide},
    ids::ClaimantId,
    item::{ItemId, Version},
    ledger::{BEGINNING, Link, NoticeVersion},
    news::news,
    reading::Choice as _,
    telling,
};
use own_terms_receipt::keys::For;
use sqlx::{Row as _, Sqlite, SqliteConnection, Transaction};

use self::{
    chain::{Chain, erased, last_of, write_entry},
    item::{Derived, delete_item, write_item},
    tally::Tally,
};
use super::{
    SqliteStore, hooks,
    items::{NO_KEY, load},
    lists,
    new_keys::{NewKey, NewKeys},
    outbox, promised,
    read::exists,
    rows,
    settle::doom_keys_of,
};
use crate::store::{
    Done, Order, StoreError, TokenHash,
    sealed::{Facts, ItemKey},
};

/// About whom entries are, by whom, when, and under which wording of the notice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Author {
    pub(super) claimant: ClaimantId,
    pub(super) actor: Actor,
    pub(super) at: Timestamp,
    pub(super) notice: NoticeVersion,
}

/// How far back it is looked for what a system made within a day: further than it may make anything in one.
const ENTRIES_BACK: i64 = 1000;

/// How many new things a system has made for somebody within a day.
async fn made_in_a_day(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    by: Actor,
    at: Timestamp,
) -> Result<usize, StoreError> {
    let made: i64 = sqlx::query_scalar(lists::MADE)
        .bind(&claimant.0.as_bytes()[..])
        .bind(rows::actor_id(by))
        .bind(by.role())
        .bind(rows::micros(at - SignedDuration::from_hours(24)))
        .bind(ENTRIES_BACK)
        .fetch_one(connection)
        .await?;
    usize::try_from(made).map_err(|_| StoreError::Damaged("a count is out of range"))
}

/// True when somebody else has a consent of this name. Who knows it could otherwise make one of their own of the same name, and an
/// organisation would be told of neither.
async fn is_anothers(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    consent: ItemId,
) -> Result<bool, StoreError> {
    let query = sqlx::query_scalar(lists::ANOTHERS).bind(consent.to_string()).bind(claimant.0.as_bytes().to_vec());
    Ok(query.fetch_one(connection).await?)
}

fn latest(orders: &[Order]) -> Timestamp {
    orders.iter().map(|order| order.now.at).max().unwrap_or_default()
}

impl SqliteStore {
    pub(super) async fn write_place(
        &self,
        claimant: ClaimantId,
        origin: Origin,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        sqlx::query(
            "INSERT INTO claimant (claimant_id, origin, made_at, head, look_head) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT DO NOTHING",
        )
        .bind(&claimant.0.as_bytes()[..])
        .bind(origin.id())
        .bind(rows::micros(at))
        .bind(&BEGINNING[..])
        .bind(&BEGINNING[..])
        .execute(&self.writer)
        .await?;
        let entries: i64 = sqlx::query_scalar("SELECT entries FROM claimant WHERE claimant_id = ?")
            .bind(&claimant.0.as_bytes()[..])
            .fetch_one(&self.writer)
            .await?;
        Ok(entries == 0)
    }

    /// What is asked for in the session `here` does not end that one.
    pub(super) async fn write_orders(
        &self,
        orders: Vec<Order>,
        here: Option<TokenHash>,
    ) -> Result<Vec<Done>, StoreError> {
        let transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        self.carry_out(transaction, orders, here).await
    }

    /// The same, in a transaction that has begun.
    pub(super) async fn carry_out(
        &self,
        mut transaction: Transaction<'static, Sqlite>,
        orders: Vec<Order>,
        here: Option<TokenHash>,
    ) -> Result<Vec<Done>, StoreError> {
        let (mut done, mut new) = (Vec::with_capacity(orders.len()), NewKeys::default());
        let at = latest(&orders);
        for order in orders {
            done.push(self.write_order(&mut transaction, order, here, &mut new).await?);
        }
        let erased = done.iter().any(|done| done.erased);
        self.see_through(transaction, new, erased, at).await?;
        Ok(done)
    }

    /// All of them, or none where one is refused or they are not to be kept; those after one that is refused are decided too.
    pub(super) async fn write_whole(
        &self,
        orders: Vec<Order>,
        keep: bool,
        progress: &(dyn Fn(usize) + Send + Sync),
    ) -> Result<Vec<Result<Done, Refusal>>, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let (mut all, mut new) = (Vec::with_capacity(orders.len()), NewKeys::default());
        let at = latest(&orders);
        for order in orders {
            // What is refused is refused before anything of it is written.
            all.push(match self.write_order(&mut transaction, order, None, &mut new).await {
                Ok(done) => Ok(done),
                Err(StoreError::Refused(refusal)) => Err(refusal),
                Err(other) => return Err(other),
            });
            progress(all.len());
        }
        if keep && all.iter().all(Result::is_ok) {
            let erased = all.iter().flatten().any(|done| done.erased);
            self.see_through(transaction, new, erased, at).await?;
        }
        Ok(all)
    }

    async fn see_through(
        &self,
        transaction: Transaction<'static, Sqlite>,
        new: NewKeys,
        erased: bool,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        // From here on nobody stops it by going away: an erasure is carried through to the keys.
        let store = self.clone();
        let finished = tokio::spawn(async move { store.finish(transaction, new, erased, at).await });
        finished.await.map_err(|_| StoreError::Database(sqlx::Error::WorkerCrashed))?
    }

    async fn write_order(
        &self,
        connection: &mut SqliteConnection,
        order: Order,
        here: Option<TokenHash>,
        new: &mut NewKeys,
    ) -> Result<Done, StoreError> {
        let Order { claimant, actor, command, now, notice } = order;
        if !exists(connection, claimant).await? {
            return Err(StoreError::NotThere);
        }
        let state = load(connection, &self.sealer, claimant, &command.needs(), new).await?;
        let state = state.with_erased(erased(connection, claimant, command.first_says()).await?);
        for item in command.first_says() {
            if matches!(item, ItemId::Consent(_)) && is_anothers(connection, claimant, item).await? {
                return Err(StoreError::Refused(Refusal::NotPermitted));
            }
        }
        let state = match actor {
            Actor::System(_) | Actor::Organisation(_) => {
                state.with_made(made_in_a_day(connection, claimant, actor, now.at).await?)
            }
            _ => state,
        };
        let state = match command.promises(&state, actor) {
            Some(with) => {
                let promised = promised::to_others(connection, &self.sealer, &state, with, now.at).await?;
                state.with_promised(promised)
            }
            None => state,
        };
        let entries = decide(&state, actor, command, now).map_err(StoreError::Refused)?;
        ends::end(connection, &state, &entries, here).await?;
        let telling = telling::after(&state, actor, &entries, now);
        outbox::tell(connection, &self.sealer, claimant, &telling, now.at).await?;
        hooks::tell(connection, &self.sealer, claimant, &news(&state, actor, &entries, now), now.at).await?;
        self.write_entries(connection, Author { claimant, actor, at: now.at, notice }, entries, new).await
    }

    /// Writes entries, the items as they stand from then on, and the end of the chain.
    pub(super) async fn write_entries(
        &self,
        connection: &mut SqliteConnection,
        author: Author,
        entries: Vec<Entry>,
        new: &mut NewKeys,
    ) -> Result<Done, StoreError> {
        let mut done = Done::default();
        if entries.is_empty() {
            return Ok(done);
        }
        let Author { claimant, actor, at, notice } = author;
        promised::keep(connection, &self.sealer, claimant, &entries, at).await?;
        let mut chain = Chain::of(connection, claimant).await?;
        let signer = self.signer_in_use(connection, at).await?;
        let at = rows::to_micros(at);
        let mut tally = Tally::default();
        for Entry { item, change } in entries {
            let number = chain.entries + 1;
            let replaced = last_of(connection, claimant, item).await?;
            if change == Change::Erase {
                done.erased = true;
                // The item first: nothing of it may be sealed with a key that it had.
                tally.goes(item, delete_item(connection, claimant, item).await?);
                doom_keys_of(connection, claimant, item, at).await?;
                new.forget(claimant, item);
            }
            let (key, is_new) = self.key_of(connection, claimant, item, &change, new).await?;
            let sealed = self.sealer.seal_entry(claimant, &key, number, change.value())?;
            let link = Link {
                claimant,
                number,
                at,
                by: actor,
                item,
                act: change.act(),
                replaced,
                notice,
                commitment: sealed.commitment,
                previous: chain.head,
            };
            let hash = link.hash();
            write_entry(connection, &link, &key, &sealed.content, &signer.sign(For::Entry, &hash)).await?;
            match change {
                Change::Set(value) => {
                    let facts = Facts { id: item, version: Version(number), at, by: actor };
                    let content = self.sealer.seal_item(claimant, &key, facts, &value)?;
                    let found_by = value.found_by().map(|by| self.sealer.tag(by));
                    let derived = Derived { goes_on: value.goes_on(), found_by };
                    write_item(connection, &link, &key, &content, derived).await?;
                    tally.comes(item, is_new);
                }
                Change::TakeAway => tally.goes(item, delete_item(connection, claimant, item).await?),
                Change::Erase => {}
            }
            chain = Chain { entries: number, head: hash };
            done.entries.push((number, hash));
        }
        chain.write(connection, claimant, tally.all).await?;
        tally.write(connection, claimant).await?;
        Ok(done)
    }

    /// The key of an item that is held, or a new one; true when it is new, because the item is not held yet. That of an entry which erases is kept nowhere: there is nothing to open.
    async fn key_of(
        &self,
        connection: &mut SqliteConnection,
        claimant: ClaimantId,
        item: ItemId,
        change: &Change,
        new: &mut NewKeys,
    ) -> Result<(ItemKey, bool), StoreError> {
        let found = sqlx::query(
            "SELECT item.key_id, item_key.sealed_key FROM item LEFT JOIN item_key USING (claimant_id, key_id)
             WHERE claimant_id = ? AND item.item_id = ?",
        )
        .bind(&claimant.0.as_bytes()[..])
        .bind(item.to_string())
        .fetch_optional(&mut *connection)
        .await?;
        if let Some(row) = found {
            let id = rows::uuid(&row, "key_id")?;
            let key = match row.try_get::<Option<&[u8]>, _>("sealed_key")? {
                Some(sealed_key) => self.sealer.open_key(claimant, id, sealed_key)?,
                None => new.get(claimant, id).ok_or(StoreError::Damaged(NO_KEY))?,
            };
            return Ok((key, false));
        }
        let (key, sealed) = self.sealer.new_key(claimant)?;
        if *change != Change::Erase {
            new.add(NewKey { claimant, item, key: key.clone(), sealed });
        }
        Ok((key, true))
    }
}

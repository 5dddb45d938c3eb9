//! Tickets, and what is found before it is known whose it is.

use jiff::{Timestamp, civil::Date};
use own_terms_domain::{
    ids::{CarerId, ClaimantId, ConsentId, DelegationId, OrganisationId},
    item::ItemId,
    needs::Needs,
    reading::Choice as _,
    sign_in::FoundBy,
    state::State,
};
use sqlx::Row as _;

use super::{SqliteStore, items::load, lists, new_keys::NewKeys, rows};
use crate::store::{
    CONSENTS_LOOKED_AT, CONSENTS_SHOWN, Opening, Purpose, SharedWith, StoreError, Ticket, TicketCode, Ticketed,
};

impl SqliteStore {
    /// Those of them that are found by the carer and open to them, of people who give anything to anyone.
    pub(super) async fn read_helped_by(
        &self,
        carer: CarerId,
        today: Date,
    ) -> Result<Vec<(ClaimantId, DelegationId)>, StoreError> {
        let mut open = Vec::new();
        for (claimant, item, state) in self.read_found_with(FoundBy::Carer(carer)).await? {
            let ItemId::Carer(id) = item else { continue };
            let is_open = state.delegation(id).is_some_and(|one| one.is_open_to(carer, today));
            open.extend((is_open && !state.grants().stopped).then_some((claimant, id)));
        }
        Ok(open)
    }

    pub(super) async fn read_whose(&self, by: FoundBy<'_>, item: ItemId) -> Result<Option<ClaimantId>, StoreError> {
        let found = sqlx::query("SELECT claimant_id FROM item WHERE found_by = ? AND item_id = ?")
            .bind(&self.sealer.tag(by)[..])
            .bind(item.to_string())
            .fetch_all(&self.readers)
            .await?;
        // Ids are drawn, so that two of one are made on purpose: neither is whom an organisation means.
        let [row] = &found[..] else { return Ok(None) };
        Ok(Some(ClaimantId(rows::uuid(row, "claimant_id")?)))
    }

    /// Those of them that are found by the organisation and hold; of many that are over, it is said where to go on.
    pub(super) async fn read_shared_with(
        &self,
        organisation: OrganisationId,
        today: Date,
        after: Option<ConsentId>,
    ) -> Result<SharedWith, StoreError> {
        let after = after.map_or_else(String::new, |id| ItemId::Consent(id).to_string());
        let found = sqlx::query(lists::SHARED)
            .bind(&self.sealer.tag(FoundBy::Organisation(organisation))[..])
            .bind(after)
            .bind(i64::try_from(CONSENTS_LOOKED_AT).unwrap_or(i64::MAX))
            .fetch_all(&self.readers)
            .await?;
        let mut shared = SharedWith::default();
        for (at, row) in (1..).zip(&found) {
            let (claimant, ItemId::Consent(id)) = (ClaimantId(rows::uuid(row, "claimant_id")?), rows::item_id(row)?)
            else {
                return Err(StoreError::Damaged("an item is found by what it does not say"));
            };
            // Consents are always at hand; what they cover is not looked at.
            let connection = &mut *self.readers.acquire().await?;
            let state = load(connection, &self.sealer, claimant, &Needs::the_few(), &NewKeys::default()).await?;
            let holds = state.grants().shared_with(organisation, today).any(|grant| grant.id == id);
            shared.live.extend(holds.then_some(id));
            if shared.live.len() == CONSENTS_SHOWN || at == CONSENTS_LOOKED_AT {
                shared.next = Some(id);
                break;
            }
        }
        Ok(shared)
    }

    pub(super) async fn read_found(&self, by: FoundBy<'_>) -> Result<Vec<(ClaimantId, ItemId)>, StoreError> {
        Ok(self.read_found_with(by).await?.into_iter().map(|(claimant, id, _)| (claimant, id)).collect())
    }

    /// The same, with the few items of which each has one, for what the store itself has to know.
    pub(super) async fn read_found_with(
        &self,
        by: FoundBy<'_>,
    ) -> Result<Vec<(ClaimantId, ItemId, State)>, StoreError> {
        let tag = self.sealer.tag(by);
        let found =
            sqlx::query("SELECT claimant_id, item_id FROM item WHERE found_by = ? ORDER BY claimant_id, item_id")
                .bind(&tag[..])
                .fetch_all(&self.readers)
                .await?;
        let mut whose = Vec::with_capacity(found.len());
        for row in &found {
            let (claimant, id) = (ClaimantId(rows::uuid(row, "claimant_id")?), rows::item_id(row)?);
            // The item itself is asked: a hash that was moved beside another's item would open that one's place.
            let needs = Needs::the_few().and_item(id);
            let connection = &mut *self.readers.acquire().await?;
            let state = load(connection, &self.sealer, claimant, &needs, &NewKeys::default()).await?;
            if state.get(id).and_then(|held| held.item.found_by()).map(|by| self.sealer.tag(by)) != Some(tag) {
                return Err(StoreError::Damaged("an item is found by what it does not say"));
            }
            whose.push((claimant, id, state));
        }
        Ok(whose)
    }

    pub(super) async fn write_ticket(&self, ticket: Ticket) -> Result<bool, StoreError> {
        let (id, secret) = self.sealer.ticket_tags(ticket.purpose.id(), &ticket.code);
        let content = self.sealer.seal_ticket(&id, &ticket.content)?;
        let put = sqlx::query(
            "INSERT INTO ticket (ticket_id, purpose, secret_hash, claimant_id, made_at, until, tries_left, content)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(&id[..])
        .bind(ticket.purpose.id())
        .bind(&secret[..])
        .bind(ticket.claimant.map(|claimant| claimant.0.as_bytes().to_vec()))
        .bind(rows::micros(ticket.made_at))
        .bind(rows::micros(ticket.until))
        .bind(i64::from(ticket.tries))
        .bind(content)
        .execute(&self.writer)
        .await?;
        Ok(put.rows_affected() == 1)
    }

    pub(super) async fn try_ticket(
        &self,
        purpose: Purpose,
        code: &TicketCode,
        opening: Opening,
        at: Timestamp,
    ) -> Result<Option<Ticketed>, StoreError> {
        let (id, secret) = self.sealer.ticket_tags(purpose.id(), code);
        // One statement that writes whatever is found, so that two at once are one after the other, and looking at the time it
        // takes tells nothing: the right secret takes it or leaves it as it is, a wrong one uses up a try.
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let found = sqlx::query(
            "UPDATE ticket SET tries_left = tries_left - (secret_hash <> ?2)
             WHERE ticket_id = ?1 AND until > ?3 AND tries_left > 0
             RETURNING secret_hash = ?2 AS is_right, claimant_id, made_at, until, content",
        )
        .bind(&id[..])
        .bind(&secret[..])
        .bind(rows::micros(at))
        .fetch_optional(&mut *transaction)
        .await?;
        let is_right = found.as_ref().map(|row| row.try_get::<bool, _>("is_right")).transpose()?;
        if opening == Opening::Use && is_right == Some(true) {
            sqlx::query("DELETE FROM ticket WHERE ticket_id = ?").bind(&id[..]).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        let Some(row) = found.filter(|_| is_right == Some(true)) else { return Ok(None) };
        let claimant = row.try_get::<Option<&[u8]>, _>("claimant_id")?;
        Ok(Some(Ticketed {
            claimant: claimant.map(|_| rows::uuid(&row, "claimant_id").map(ClaimantId)).transpose()?,
            made_at: rows::timestamp(&row, "made_at")?,
            until: rows::timestamp(&row, "until")?,
            content: self.sealer.open_ticket(&id, row.try_get("content")?)?,
        }))
    }

    pub(super) async fn delete_tickets(&self, claimant: ClaimantId, purpose: Purpose) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM ticket WHERE claimant_id = ? AND purpose = ?")
            .bind(&claimant.0.as_bytes()[..])
            .bind(purpose.id())
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    pub(super) async fn delete_old_tickets(&self, at: Timestamp) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM ticket WHERE until <= ?").bind(rows::micros(at)).execute(&self.writer).await?;
        Ok(())
    }
}

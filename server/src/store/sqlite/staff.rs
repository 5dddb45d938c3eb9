//! How those who work here sign in, and where they are.

use async_trait::async_trait;
use jiff::{Timestamp, civil::Date};
use own_terms_domain::{
    account::SignedInBy,
    decide::may_contact,
    desk::{self, Said},
    directory::Organisation,
    ids::{ClaimantId, StaffId},
    item::{ItemId, Kind},
    needs::Needs,
    reading::Choice as _,
    sign_in::{FoundBy, How},
    staff::Staff,
    state::State,
    time::Now,
};
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};

use super::{
    SqliteStore,
    directory::{one_of_staff, write_organisation},
    items::load,
    new_keys::NewKeys,
    photo::without_photo,
    rows,
    session::EXACTNESS,
};
use crate::store::{
    Agreed, AliveAtDesk, BegunAtDesk, OutThere, Purpose, StaffSession, StaffStore, StaffWay, StaffWayId, StoreError,
    TokenHash,
};

#[async_trait]
impl StaffStore for SqliteStore {
    async fn put_staff(&self, staff: &Staff) -> Result<(), StoreError> {
        self.write_staff(staff).await
    }

    async fn put_organisation(&self, organisation: &Organisation) -> Result<(), StoreError> {
        write_organisation(&mut *self.writer.acquire().await?, organisation).await
    }

    async fn case_workers(&self) -> Result<Vec<Staff>, StoreError> {
        Ok(self.read_staff().await?.into_iter().filter(Staff::is_case_worker).collect())
    }

    async fn all_staff(&self) -> Result<Vec<Staff>, StoreError> {
        self.read_staff().await
    }

    async fn organisations(&self) -> Result<Vec<Organisation>, StoreError> {
        self.read_organisations().await
    }

    async fn add_staff_key(&self, staff: StaffId, how: &How, at: Timestamp) -> Result<bool, StoreError> {
        let tag = self.sealer.tag(how.found_by());
        let added = sqlx::query(
            "INSERT INTO staff_key (found_by, staff_id, sealed_key, added_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(&tag[..])
        .bind(&staff.0.as_bytes()[..])
        .bind(self.sealer.seal_staff_key(&tag, staff, how)?)
        .bind(rows::micros(at))
        .execute(&self.writer)
        .await?;
        Ok(added.rows_affected() == 1)
    }

    async fn staff_ways(&self, staff: StaffId) -> Result<Vec<StaffWay>, StoreError> {
        let found = sqlx::query(
            "SELECT found_by, staff_id, sealed_key, added_at FROM staff_key WHERE staff_id = ? ORDER BY added_at",
        )
        .bind(&staff.0.as_bytes()[..])
        .fetch_all(&self.readers)
        .await?;
        let way = |row: &SqliteRow| {
            let (id, added) = (StaffWayId(rows::hash(row, "found_by")?), rows::timestamp(row, "added_at")?);
            Ok(StaffWay { id, how: self.staff_key_of(row)?.1, added })
        };
        found.iter().map(way).collect()
    }

    async fn staff_by(&self, by: FoundBy<'_>) -> Result<Option<(StaffId, How)>, StoreError> {
        let found = sqlx::query("SELECT found_by, staff_id, sealed_key FROM staff_key WHERE found_by = ?")
            .bind(&self.sealer.tag(by)[..])
            .fetch_optional(&self.readers)
            .await?;
        found.as_ref().map(|row| self.staff_key_of(row)).transpose()
    }

    async fn close_staff_way(&self, staff: StaffId, way: StaffWayId) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let closed = sqlx::query("DELETE FROM staff_key WHERE staff_id = ? AND found_by = ?")
            .bind(&staff.0.as_bytes()[..])
            .bind(&way.0[..])
            .execute(&mut *transaction)
            .await?;
        if closed.rows_affected() == 1 {
            let ended = sqlx::query("DELETE FROM staff_session WHERE staff_id = ?");
            ended.bind(&staff.0.as_bytes()[..]).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    async fn begin_staff_session(
        &self,
        token: TokenHash,
        staff: StaffId,
        BegunAtDesk { at, by, there }: BegunAtDesk<'_>,
    ) -> Result<(), StoreError> {
        let begun = sqlx::query(
            "INSERT INTO staff_session (token_hash, staff_id, signed_in_at, seen_at, signed_in_by, there)
             SELECT ?, staff_id, ?, ?, ?, ? FROM staff WHERE staff_id = ? AND closed = 0",
        )
        .bind(&token[..])
        .bind(rows::micros(at))
        .bind(rows::micros(at))
        .bind(by.id())
        .bind(there.map(|there| self.sealer.tag(there).to_vec()))
        .bind(&staff.0.as_bytes()[..])
        .execute(&self.writer)
        .await?;
        if begun.rows_affected() == 1 { Ok(()) } else { Err(StoreError::NotThere) }
    }

    async fn end_staff_sessions_there(&self, out: OutThere<'_>) -> Result<(), StoreError> {
        let there = out.there().map(|there| self.sealer.tag(there).to_vec());
        let Some(whose) = out.whose() else {
            sqlx::query("DELETE FROM staff_session WHERE there = ?").bind(there).execute(&self.writer).await?;
            return Ok(());
        };
        let Some((staff, _)) = self.staff_by(whose).await? else { return Ok(()) };
        sqlx::query(
            "DELETE FROM staff_session
             WHERE staff_id = ? AND signed_in_by = ? AND (?3 IS NULL OR there IS NULL OR there = ?3)",
        )
        .bind(&staff.0.as_bytes()[..])
        .bind(SignedInBy::Provider.id())
        .bind(there)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    async fn staff_session(
        &self,
        token: TokenHash,
        at: Timestamp,
        alive: AliveAtDesk,
    ) -> Result<Option<StaffSession>, StoreError> {
        let found = sqlx::query(
            "SELECT staff_id, signed_in_at, seen_at FROM staff_session
             WHERE token_hash = ? AND seen_at >= ? AND signed_in_at >= ?",
        )
        .bind(&token[..])
        .bind(rows::micros(alive.used))
        .bind(rows::micros(alive.begun))
        .fetch_optional(&self.readers)
        .await?;
        let Some(row) = found else { return Ok(None) };
        let id = StaffId(rows::uuid(&row, "staff_id")?);
        let Some(staff) = one_of_staff(&mut *self.readers.acquire().await?, id).await? else { return Ok(None) };
        let (signed_in_at, mut seen_at) = (rows::timestamp(&row, "signed_in_at")?, rows::timestamp(&row, "seen_at")?);
        if at.duration_since(seen_at) > EXACTNESS {
            let noted = sqlx::query("UPDATE staff_session SET seen_at = max(seen_at, ?) WHERE token_hash = ?")
                .bind(rows::micros(at))
                .bind(&token[..])
                .execute(&self.writer)
                .await
                .map_err(StoreError::from);
            // As for people: a busy store turns nobody away who only wants to read.
            if !matches!(noted, Err(StoreError::Busy)) {
                noted?;
                seen_at = at;
            }
        }
        Ok(Some(StaffSession { staff, signed_in_at, seen_at }))
    }

    async fn end_staff_session(&self, token: TokenHash) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM staff_session WHERE token_hash = ?").bind(&token[..]).execute(&self.writer).await?;
        Ok(())
    }

    async fn end_old_staff_sessions(&self, alive: AliveAtDesk) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM staff_session WHERE seen_at < ? OR signed_in_at < ?")
            .bind(rows::micros(alive.used))
            .bind(rows::micros(alive.begun))
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn who_chose(&self, staff: StaffId, today: Date) -> Result<Vec<(ClaimantId, Said)>, StoreError> {
        let mut all = Vec::new();
        for (claimant, _, state) in self.read_found_with(FoundBy::CaseWorker(staff)).await? {
            let Some(said) = desk::said(&state, today) else { continue };
            let since = |kind| state.get(ItemId::The(kind)).map(|held| held.at);
            let (chose, wrote) = (since(Kind::CaseWorker), since(Kind::Wish));
            // Of one day, by the moment: of those who asked, when they wrote it; of the others, when they chose.
            let order = match said {
                Said::Asked => (state.wish().asked, wrote),
                Said::Nothing | Said::DoNotContact => (None, chose),
            };
            all.push((said, order, claimant));
        }
        all.sort();
        Ok(all.into_iter().map(|(said, _, claimant)| (claimant, said)).collect())
    }

    async fn chose_by_name(&self, staff: StaffId, name: &str, now: Now) -> Result<Option<ClaimantId>, StoreError> {
        let folded = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let all = self.read_found_with(FoundBy::CaseWorker(staff)).await?.into_iter();
        let is_one = |state: &State| {
            let is_named = state.profile().is_some_and(|profile| folded(profile.name.as_str()) == folded(name));
            is_named && may_contact(state, now)
        };
        let found: Vec<ClaimantId> = all.filter(|(.., state)| is_one(state)).map(|(claimant, ..)| claimant).collect();
        // Of two of one name neither is whom they mean for certain.
        Ok(<[ClaimantId; 1]>::try_from(found).ok().map(|[one]| one))
    }

    async fn agreed_with(&self, staff: StaffId, now: Now) -> Result<Vec<Agreed>, StoreError> {
        let mut all = Vec::new();
        for (claimant, _) in self.read_found(FoundBy::CaseWorker(staff)).await? {
            let needs = Needs::the_few().and_all(Kind::Appointment);
            let connection = &mut *self.readers.acquire().await?;
            let state = load(connection, &self.sealer, claimant, &needs, &NewKeys::default()).await?;
            let theirs = state.appointments().filter(|(_, one)| one.with == staff && one.status(now).is_agreed());
            let agreed = theirs
                .filter_map(|(id, one)| Some(Agreed { slot: one.agreed()?, claimant, id, minutes: one.draft.minutes }));
            all.extend(agreed);
        }
        all.sort();
        Ok(all)
    }

    async fn asked_to_put_right(&self, staff: StaffId) -> Result<Vec<ClaimantId>, StoreError> {
        let records = [Kind::Correction, Kind::Note, Kind::Referral, Kind::Payment];
        let needs = records.into_iter().fold(Needs::the_few(), Needs::and_all);
        let mut all = Vec::new();
        for (claimant, _) in self.read_found(FoundBy::CaseWorker(staff)).await? {
            let connection = &mut *self.readers.acquire().await?;
            let state = load(connection, &self.sealer, claimant, &needs, &NewKeys::default()).await?;
            let theirs = state.grants().answering.iter().filter(|(by, _)| by.case_worker() == Some(staff));
            let first = theirs.filter_map(|(_, record)| Some(state.correction(*record)?.asked)).min();
            all.extend(first.map(|asked| (asked, claimant)));
        }
        all.sort();
        Ok(all.into_iter().map(|(_, claimant)| claimant).collect())
    }

    async fn close_staff(&self, staff: StaffId) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let closed = sqlx::query("UPDATE staff SET closed = 1 WHERE staff_id = ?");
        closed.bind(&staff.0.as_bytes()[..]).execute(&mut *transaction).await?;
        without_photo(&mut transaction, staff).await?;
        self.end_all_of(&mut transaction, staff).await?;
        transaction.commit().await?;
        self.forget_photos().await;
        Ok(())
    }

    async fn shut_out(&self, staff: StaffId) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        self.end_all_of(&mut transaction, staff).await?;
        transaction.commit().await?;
        Ok(())
    }
}

impl SqliteStore {
    async fn end_all_of(&self, connection: &mut SqliteConnection, staff: StaffId) -> Result<(), StoreError> {
        for query in ["DELETE FROM staff_key WHERE staff_id = ?", "DELETE FROM staff_session WHERE staff_id = ?"] {
            sqlx::query(query).bind(&staff.0.as_bytes()[..]).execute(&mut *connection).await?;
        }
        // Nor does a code that was given out before, or a passkey that was asked for. Whose each is, is sealed.
        for purpose in [Purpose::StaffInvitation, Purpose::StaffPasskey] {
            let found = sqlx::query("SELECT ticket_id, content FROM ticket WHERE purpose = ?")
                .bind(purpose.id())
                .fetch_all(&mut *connection)
                .await?;
            for row in found {
                let id = rows::hash(&row, "ticket_id")?;
                if self.sealer.open_ticket(&id, row.try_get("content")?)?.starts_with(staff.0.as_bytes()) {
                    let gone = sqlx::query("DELETE FROM ticket WHERE ticket_id = ?");
                    gone.bind(&id[..]).execute(&mut *connection).await?;
                }
            }
        }
        Ok(())
    }

    fn staff_key_of(&self, row: &SqliteRow) -> Result<(StaffId, How), StoreError> {
        let (tag, staff) = (rows::hash(row, "found_by")?, StaffId(rows::uuid(row, "staff_id")?));
        Ok((staff, self.sealer.open_staff_key(&tag, staff, row.try_get("sealed_key")?)?))
    }
}

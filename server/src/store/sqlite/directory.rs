//! Who works for which organisation, and who of them wrote or looked.

use std::collections::BTreeSet;

use own_terms_domain::{
    actor::Actor,
    carrying_on::CarryingOn,
    directory::{Directory, Organisation},
    ids::{OrganisationId, PhotoId, StaffId},
    item::Item,
    reading::Choice,
    staff::{Role, Staff},
    supporter::Adviser,
    text::Text,
};
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};

use super::{SqliteStore, photo::without_photo, rows};
use crate::store::{StoreError, View};

impl SqliteStore {
    pub(super) async fn write_staff(&self, staff: &Staff) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        write_organisation(&mut transaction, &staff.organisation).await?;
        sqlx::query(
            "INSERT INTO staff (staff_id, organisation_id, name, role, trained, days, languages, about, closed)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (staff_id) DO UPDATE SET organisation_id = excluded.organisation_id, name = excluded.name,
                 role = excluded.role, trained = excluded.trained, days = excluded.days,
                 languages = excluded.languages, about = excluded.about, closed = excluded.closed",
        )
        .bind(&staff.id.0.as_bytes()[..])
        .bind(&staff.organisation.id.0.as_bytes()[..])
        .bind(staff.name.as_str())
        .bind(staff.role.id())
        .bind(ids(&staff.trained))
        .bind(ids(&staff.days))
        .bind(staff.languages.as_ref().map(Text::as_str))
        .bind(staff.about.as_ref().map(Text::as_str))
        .bind(staff.closed)
        .execute(&mut *transaction)
        .await?;
        if !staff.is_case_worker() {
            without_photo(&mut transaction, staff.id).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    pub(super) async fn read_organisations(&self) -> Result<Vec<Organisation>, StoreError> {
        let found = sqlx::query("SELECT organisation_id, name FROM organisation ORDER BY name, organisation_id")
            .fetch_all(&self.readers)
            .await?;
        let one = |row| {
            Ok(Organisation { id: OrganisationId(rows::uuid(row, "organisation_id")?), name: text(row, "name")? })
        };
        found.iter().map(one).collect()
    }

    pub(super) async fn read_staff(&self) -> Result<Vec<Staff>, StoreError> {
        let found = sqlx::query(
            "SELECT staff.*, organisation.name AS organisation, photo_id
             FROM staff JOIN organisation USING (organisation_id) LEFT JOIN staff_photo USING (staff_id)
             ORDER BY staff.name, staff_id",
        )
        .fetch_all(&self.readers)
        .await?;
        found.iter().map(staff).collect()
    }
}

pub(super) async fn write_organisation(
    connection: &mut SqliteConnection,
    organisation: &Organisation,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO organisation (organisation_id, name) VALUES (?, ?)
         ON CONFLICT (organisation_id) DO UPDATE SET name = excluded.name",
    )
    .bind(&organisation.id.0.as_bytes()[..])
    .bind(organisation.name.as_str())
    .execute(connection)
    .await?;
    Ok(())
}

/// Everyone with a name whom a view speaks of: who wrote, who looked, and who was chosen.
pub(super) async fn names(connection: &mut SqliteConnection, view: &View) -> Result<Directory, StoreError> {
    let mut actors: BTreeSet<Actor> = view.looks.iter().map(|look| look.by).collect();
    actors.extend(view.entries.iter().map(|kept| kept.link.by));
    actors.extend(view.state.at_hand().map(|held| held.by));
    let then = view.entries.iter().filter_map(|kept| kept.content.as_ref()?.item.as_ref());
    for item in view.state.at_hand().map(|held| &held.item).chain(then) {
        if let Item::CaseWorker(chosen) = item {
            actors.insert(Actor::CaseWorker(chosen.staff));
        }
        if let Item::Oversight(one) = item {
            actors.extend([Actor::Supervisor(one.by), Actor::CaseWorker(one.of)]);
        }
        if let Item::Appointment(appointment) = item {
            actors.insert(Actor::CaseWorker(appointment.with));
        }
        if let Item::Agreement(agreement) = item {
            actors.insert(Actor::CaseWorker(agreement.with));
        }
        if let Item::Message(message) = item {
            actors.insert(Actor::CaseWorker(message.with));
        }
        if let Item::CarryingOn(CarryingOn { ending: Some(ending), .. }) = item {
            actors.insert(Actor::CaseWorker(ending.with));
        }
        if let Item::Advice(advice) = item {
            actors.extend(match advice.from {
                Adviser::CaseWorker(id) => Some(Actor::CaseWorker(id)),
                Adviser::Organisation(id) => Some(Actor::Organisation(id)),
                Adviser::Supporter(_) | Adviser::Carer(_) => None,
            });
        }
        if let Item::Consent(consent) = item {
            actors.extend([Actor::Organisation(consent.organisation), consent.asked_by]);
        }
    }
    let (mut people, mut organisations) = (Vec::new(), Vec::new());
    for actor in actors {
        match actor {
            Actor::CaseWorker(id) | Actor::System(id) | Actor::Supervisor(id) => {
                people.extend(one_of_staff(connection, id).await?);
            }
            Actor::Organisation(id) => organisations.extend(organisation(connection, id).await?),
            Actor::Claimant(_) | Actor::Carer(_) | Actor::CodeHolder(_) | Actor::Calendar(_) | Actor::Service => {}
        }
    }
    Ok(Directory::new(people, organisations))
}

/// Someone who works here, by their number.
pub(super) async fn one_of_staff(connection: &mut SqliteConnection, id: StaffId) -> Result<Option<Staff>, StoreError> {
    let found = sqlx::query(
        "SELECT staff.*, organisation.name AS organisation, photo_id
         FROM staff JOIN organisation USING (organisation_id) LEFT JOIN staff_photo USING (staff_id)
         WHERE staff_id = ?",
    )
    .bind(&id.0.as_bytes()[..])
    .fetch_optional(connection)
    .await?;
    found.as_ref().map(staff).transpose()
}

async fn organisation(
    connection: &mut SqliteConnection,
    id: OrganisationId,
) -> Result<Option<Organisation>, StoreError> {
    let found = sqlx::query("SELECT name FROM organisation WHERE organisation_id = ?")
        .bind(&id.0.as_bytes()[..])
        .fetch_optional(connection)
        .await?;
    found.map(|row| Ok(Organisation { id, name: text(&row, "name")? })).transpose()
}

fn staff(row: &SqliteRow) -> Result<Staff, StoreError> {
    let organisation =
        Organisation { id: OrganisationId(rows::uuid(row, "organisation_id")?), name: text(row, "organisation")? };
    let has_photo = row.try_get::<Option<&[u8]>, _>("photo_id")?.is_some();
    Ok(Staff {
        id: StaffId(rows::uuid(row, "staff_id")?),
        name: text(row, "name")?,
        role: Role::parse(row.try_get("role")?).map_err(|_| StoreError::Damaged("a role is not known"))?,
        organisation,
        trained: choices(row, "trained")?,
        days: choices(row, "days")?,
        languages: optional(row, "languages")?,
        about: optional(row, "about")?,
        photo: has_photo.then(|| rows::uuid(row, "photo_id").map(PhotoId)).transpose()?,
        closed: row.try_get("closed")?,
    })
}

/// Choices as one text, and back.
pub(super) fn ids<C: Choice>(choices: &[C]) -> String {
    choices.iter().map(|choice| choice.id()).collect::<Vec<_>>().join(" ")
}

pub(super) fn choices<C: Choice>(row: &SqliteRow, column: &str) -> Result<Vec<C>, StoreError> {
    let text: &str = row.try_get(column)?;
    let parsed = text.split(' ').filter(|id| !id.is_empty()).map(C::parse).collect::<Result<_, _>>();
    parsed.map_err(|_| StoreError::Damaged("of someone who works here something is not known"))
}

pub(super) fn optional<const MAX: usize>(row: &SqliteRow, column: &str) -> Result<Option<Text<MAX>>, StoreError> {
    let is_there = row.try_get::<Option<&str>, _>(column)?.is_some();
    is_there.then(|| text(row, column)).transpose()
}

pub(super) fn text<const MAX: usize>(row: &SqliteRow, column: &str) -> Result<Text<MAX>, StoreError> {
    let text: String = row.try_get(column)?;
    Text::try_from(text).map_err(|_| StoreError::Damaged("a name is no text"))
}

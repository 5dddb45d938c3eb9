//! The one way out: log the look, then answer it, in one transaction.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    carer::Delegation,
    directory::Directory,
    ids::{CarerId, ClaimantId},
    item::{Held, Kind, Wording},
    look::{Look, Reason, Subject, is_put_down, is_spoken_for},
    needs::Needs,
    permission::{is_given, may_act, may_ask, may_look},
    reading::Choice,
    state::State,
    text::Line,
};
use sqlx::{Connection as _, Row as _, SqliteConnection};

use super::{
    SqliteStore, account,
    directory::names,
    entries::{entries, proof},
    items,
    items::NO_KEY,
    lists, looks_at,
    new_keys::NewKeys,
    promised, rows,
};
use crate::store::{Ask, LOOKS_SHOWN, StoreError, View, Want, Which, sealed::Sealer};

impl SqliteStore {
    pub(super) async fn read_view(&self, ask: Ask) -> Result<View, StoreError> {
        // A person's own looks are one entry a sign-in, and a calendar's one a day: once that is there, a look of theirs writes nothing.
        let mut reading = self.readers.acquire().await?;
        if is_logged(&mut reading, &ask).await? {
            // What is read in several statements has to be of one moment.
            let answered = if ask.needs.is_one_read() && matches!(ask.want, Want::Items | Want::Looks { .. }) {
                answer(&mut reading, &self.sealer, &ask).await
            } else {
                answer(&mut *reading.begin().await?, &self.sealer, &ask).await
            };
            match answered {
                // Erased while it was read? Asked once more, when nobody writes.
                Err(StoreError::Damaged(NO_KEY)) => {}
                answered => return answered,
            }
        }
        // Given back before the wait for the writer, or those who wait would keep readers from others.
        drop(reading);
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        // Asked again, now that nobody else writes: two pages opened at once are one look.
        if is_logged(&mut transaction, &ask).await? {
            return answer(&mut transaction, &self.sealer, &ask).await;
        }
        if !exists(&mut transaction, ask.claimant).await? {
            return Err(StoreError::NotThere);
        }
        let answer = answer(&mut transaction, &self.sealer, &ask).await;
        let refused = matches!(answer, Err(StoreError::NotThere));
        if refused && !is_put_down(ask.actor, last_look(&mut transaction, &ask).await?, ask.now.at) {
            return answer;
        }
        if answer.is_ok() || refused {
            self.log(&mut transaction, &ask, answer.as_ref().ok()).await?;
            transaction.commit().await?;
        }
        answer
    }

    /// Logs the look: what it was given, or none where it was refused.
    async fn log(&self, transaction: &mut SqliteConnection, ask: &Ask, given: Option<&View>) -> Result<(), StoreError> {
        let row = sqlx::query("SELECT looks, look_head FROM claimant WHERE claimant_id = ?")
            .bind(&ask.claimant.0.as_bytes()[..])
            .fetch_one(&mut *transaction)
            .await?;
        let previous = rows::hash(&row, "look_head")?;
        let look = Look {
            number: rows::number(&row, "looks")? + 1,
            // To the microsecond, as it is stored, so that the hash can be made again.
            at: rows::to_micros(ask.now.at),
            by: ask.actor,
            reason: ask.reason,
            subject: ask.subject,
            refused: given.is_none(),
            // Nobody's own look is withheld from them.
            withheld: ask.withheld.filter(|_| ask.actor != Actor::Claimant(ask.claimant)),
            shown: given.map(|view| sent(ask.actor, view)).unwrap_or_default(),
        };
        let salt = look.withheld.map(|_| self.sealer.drawn());
        let hash = match &salt {
            Some(salt) => look.withheld_hash(salt, ask.claimant, &previous),
            None => look.hash(ask.claimant, &previous),
        };
        sqlx::query(
            "INSERT INTO look (claimant_id, number, looked_at, role, actor_id, reason, subject, refused, withheld, salt, shown, hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&ask.claimant.0.as_bytes()[..])
        .bind(look.number)
        .bind(rows::micros(look.at))
        .bind(look.by.role())
        .bind(rows::actor_id(look.by))
        .bind(look.reason.id())
        .bind(look.subject.id())
        .bind(look.refused)
        .bind(look.withheld.map(Choice::id))
        .bind(salt.as_ref().map(|salt| &salt[..]))
        .bind(rows::write_shown(&look.shown))
        .bind(&hash[..])
        .execute(&mut *transaction)
        .await?;
        sqlx::query("UPDATE claimant SET looks = ?, look_head = ? WHERE claimant_id = ?")
            .bind(look.number)
            .bind(&hash[..])
            .bind(&ask.claimant.0.as_bytes()[..])
            .execute(&mut *transaction)
            .await?;
        if let (Actor::Claimant(claimant), Some(token), false) = (ask.actor, ask.session, look.refused) {
            sqlx::query(
                "UPDATE session SET looked = 1, looked_at_log = max(looked_at_log, ?)
                 WHERE token_hash = ? AND claimant_id = ?",
            )
            .bind(ask.subject == Subject::Log)
            .bind(&token[..])
            .bind(&claimant.0.as_bytes()[..])
            .execute(transaction)
            .await?;
        }
        Ok(())
    }
}

/// When whoever asks looked last at this part, and whether they were refused.
async fn last_look(connection: &mut SqliteConnection, ask: &Ask) -> Result<Option<(Timestamp, bool)>, StoreError> {
    let found = sqlx::query(lists::LAST_LOOK)
        .bind(&ask.claimant.0.as_bytes()[..])
        .bind(rows::actor_id(ask.actor))
        .bind(ask.actor.role())
        .bind(ask.subject.id())
        .fetch_optional(connection)
        .await?;
    found.map(|row| Ok((rows::timestamp(&row, "looked_at")?, row.try_get("refused")?))).transpose()
}

/// What was in fact sent to an organisation: each thing in the wording that went. Anyone else is given no more than the part
/// that stands in the log.
fn sent(to: Actor, view: &View) -> Vec<Wording> {
    match to {
        Actor::Organisation(_) => view.state.all().map(Held::wording).collect(),
        _ => Vec::new(),
    }
}

/// True when this look is one that the person has made since they signed in: one entry for all of them, and one for the log. Of a calendar, when
/// it has asked today.
async fn is_logged(connection: &mut SqliteConnection, ask: &Ask) -> Result<bool, StoreError> {
    if matches!(ask.actor, Actor::Calendar(_)) {
        return Ok(is_spoken_for(ask.actor, last_look(connection, ask).await?, ask.now.at));
    }
    let (Actor::Claimant(claimant), Some(token)) = (ask.actor, ask.session) else { return Ok(false) };
    if claimant != ask.claimant {
        return Ok(false);
    }
    let row = sqlx::query("SELECT looked, looked_at_log FROM session WHERE token_hash = ? AND claimant_id = ?")
        .bind(&token[..])
        .bind(&claimant.0.as_bytes()[..])
        .fetch_optional(connection)
        .await?;
    let column = if ask.subject == Subject::Log { "looked_at_log" } else { "looked" };
    Ok(row.map(|row| row.try_get(column)).transpose()?.unwrap_or(false))
}

pub(super) async fn exists(connection: &mut SqliteConnection, claimant: ClaimantId) -> Result<bool, StoreError> {
    Ok(sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM claimant WHERE claimant_id = ?)")
        .bind(&claimant.0.as_bytes()[..])
        .fetch_one(connection)
        .await?)
}

/// What this asker may see; [`StoreError::NotThere`] when that is nothing and they are not the person.
async fn answer(connection: &mut SqliteConnection, sealer: &Sealer, ask: &Ask) -> Result<View, StoreError> {
    let own = ask.actor == Actor::Claimant(ask.claimant);
    if !may_ask(ask.actor, ask.reason, ask.subject) {
        return Err(StoreError::NotThere);
    }
    // What someone else may see is asked of each item, in the light of all of them. To the service nothing was given by
    // anybody, so that what it names is all that can matter, and somebody waits to be let in; nor to a calendar but by what is always at
    // hand, and it asks all day long.
    let few = matches!(ask.actor, Actor::Service | Actor::Calendar(_));
    let needs = if own || few { &ask.needs } else { &Needs::everything() };
    let state = items::load(connection, sealer, ask.claimant, needs, &NewKeys::default()).await?;
    let state = if few { State::new(ask.claimant, state.at_hand().cloned()) } else { state };
    let mut view =
        View { state, looks: Vec::new(), entries: Vec::new(), proof: None, account: None, names: Directory::default() };
    // Of carers the names that the person has for them; a carer is told of no other.
    let named = |(_, one): (_, &Delegation)| Some((one.carer()?, one.name.clone()));
    let told = |(carer, _): &(CarerId, Line)| !matches!(ask.actor, Actor::Carer(me) if me != *carer);
    let carers: Vec<_> = view.state.delegations().filter_map(named).filter(told).collect();
    if let (Actor::CaseWorker(with), true) = (ask.actor, ask.subject.covers(Kind::Appointment)) {
        let promised = promised::to_others(connection, sealer, &view.state, with, ask.now.at).await?;
        view.state = view.state.with_promised(promised);
    }
    if !own {
        let grants = view.state.grants().clone();
        // No more than the part that they asked for, which is what stands in the log.
        view.state = view.state.only(|held| is_given(ask.actor, ask.claimant, &grants, ask.subject, held, ask.now));
        let one_kind = matches!(ask.want, Want::SharedBy { only: Some(_), .. });
        let consented = match ask.want {
            Want::ByConsent(by) => may_act(ask.actor, by, &grants, ask.now),
            Want::SharedBy { consent, only } => {
                let covered = match ask.actor {
                    Actor::Organisation(id) => grants.shared_with(id, ask.now.today).find(|grant| grant.id == consent),
                    _ => None,
                };
                let wanted = |held: &Held| only.is_none_or(|kind| held.item.kind() == kind);
                view.state = view
                    .state
                    .only(|held| wanted(held) && covered.is_some_and(|grant| grant.wordings.contains(&held.wording())));
                covered.is_some()
            }
            _ => !matches!(ask.actor, Actor::System(_)),
        };
        let may_look = consented && may_look(ask.actor, ask.claimant, &grants, ask.subject, ask.now);
        // That there is nowhere to tell the person of something is no refusal; nor that nothing is offered or written yet, to a system that
        // may ask for it.
        let may_be_nothing = one_kind || ask.reason == Reason::Telling || matches!(ask.actor, Actor::System(_));
        if !may_look || !may_be_nothing && view.state.all().next().is_none() {
            return Err(StoreError::NotThere);
        }
        view.names = names(connection, &view).await?.with_carers(carers);
        return Ok(view);
    }
    match ask.want {
        Want::Items | Want::SharedBy { .. } | Want::ByConsent(_) => {}
        Want::Looks { by, before } => view.looks = looks(connection, ask.claimant, by, before).await?,
        Want::Entries(which) => {
            view.entries = entries(connection, sealer, ask.claimant, which).await?;
            // The history of one thing comes with who looked at it.
            if let Which::Of(item, _) = which {
                view.looks = looks_at::of(connection, ask.claimant, item).await?;
            }
            view.proof = Some(proof(connection, ask.claimant, Some(1)).await?);
        }
        Want::Overview => {
            view.looks = looks(connection, ask.claimant, None, None).await?;
            view.account = Some(account::of(connection, ask.claimant, ask.session).await?);
        }
        Want::Record => {
            view.entries = entries(connection, sealer, ask.claimant, Which::All).await?;
            view.proof = Some(proof(connection, ask.claimant, None).await?);
            view.account = Some(account::of(connection, ask.claimant, ask.session).await?);
        }
    }
    view.names = names(connection, &view).await?.with_carers(carers);
    Ok(view)
}

async fn looks(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    by: Option<Actor>,
    before: Option<u32>,
) -> Result<Vec<Look>, StoreError> {
    let query = sqlx::query(if by.is_some() { lists::LOOKS_BY } else { lists::LOOKS })
        .bind(&claimant.0.as_bytes()[..])
        .bind(before.map_or(i64::MAX, i64::from))
        .bind(i64::try_from(LOOKS_SHOWN).unwrap_or(i64::MAX));
    let found = match by {
        Some(by) => query.bind(rows::actor_id(by)).bind(by.role()).fetch_all(connection).await?,
        None => query.fetch_all(connection).await?,
    };
    found.iter().map(|row| Ok(rows::look(row)?.told())).collect()
}

//! A new way in for someone who has lost every one, asked for by their case worker; that the person is told follows from it.

use jiff::Timestamp;
use own_terms_app::notice;
use own_terms_domain::{
    actor::Actor,
    decide::Command,
    ids::{ClaimantId, StaffId},
    reading::Language,
    recovery::Recovery,
    spoken::SpokenCode,
    time::Now,
};

use crate::{
    entropy::Entropy,
    invite::TRIES,
    store::{Order, Purpose, Store, StoreError, Ticket, put_spoken},
};

/// A new way in that was asked for. The code is nowhere else.
#[derive(Debug)]
pub struct Recovering {
    /// What opens the place, once.
    pub code: SpokenCode,
    /// From when.
    pub opens: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// Asks for a new way in as the case worker `staff`, and gives the code.
///
/// # Errors
/// The refusals of the rules, and the store's own.
pub async fn recover(
    store: &dyn Store,
    entropy: &Entropy,
    now: Now,
    (claimant, staff): (ClaimantId, StaffId),
) -> Result<Recovering, StoreError> {
    let (actor, command) = (Actor::CaseWorker(staff), Command::BeginRecovery);
    let notice = notice::version(Language::English);
    store.commit(Order { claimant, actor, command, now, notice }).await?;
    let Recovery { asked, opens, until, .. } = Recovery::new(staff, now.at);
    let content = serde_json::to_vec(&asked).map_err(|_| StoreError::Damaged("a ticket cannot be written"))?;
    let code = put_spoken(store, entropy, |code| Ticket {
        purpose: Purpose::Recovery,
        code,
        claimant: Some(claimant),
        made_at: now.at,
        until,
        tries: TRIES,
        content: content.clone(),
    });
    let code = code.await?;
    Ok(Recovering { code, opens, until })
}

//! Who works here, as whoever runs the service keeps it: someone new, and the code by which they sign in for the first time.

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    directory::Organisation,
    ids::{OrganisationId, StaffId},
    spoken::SpokenCode,
    staff::Staff,
    text::Line,
    time::Now,
};

use crate::{
    entropy::Entropy,
    invite::TRIES,
    store::{Purpose, Store, StoreError, Ticket, put_spoken},
};

/// For how long an invitation to work here is open.
const OPEN_FOR: SignedDuration = SignedDuration::from_hours(24 * 7);

/// An invitation to the desk that was made. The code is nowhere else.
#[derive(Debug)]
pub struct Invited {
    /// Whom it is for.
    pub staff: StaffId,
    /// What opens it, once.
    pub code: SpokenCode,
    /// Until when.
    pub until: Timestamp,
}

/// The organisation of this name, or a new one.
///
/// # Errors
/// The store's own.
pub async fn organisation(store: &dyn Store, entropy: &Entropy, name: Line) -> Result<Organisation, StoreError> {
    let known = store.organisations().await?.into_iter().find(|organisation| organisation.name == name);
    Ok(known.unwrap_or_else(|| Organisation { id: OrganisationId(entropy.id()), name }))
}

/// Keeps someone who works here, and makes the one code for them.
///
/// # Errors
/// The store's own.
pub async fn add(store: &dyn Store, entropy: &Entropy, now: Now, staff: &Staff) -> Result<Invited, StoreError> {
    store.put_staff(staff).await?;
    invite(store, entropy, now, staff.id).await
}

/// Makes a new code for someone, who works here again from then on if they did not any more. Whatever they signed in with before, and wherever they are signed in, is closed: it may be lost.
///
/// # Errors
/// [`StoreError::NotThere`] when nobody of that number works here, and the store's own.
pub async fn invite(store: &dyn Store, entropy: &Entropy, now: Now, staff: StaffId) -> Result<Invited, StoreError> {
    let all = store.all_staff().await?;
    let known = all.into_iter().find(|known| known.id == staff).ok_or(StoreError::NotThere)?;
    store.shut_out(staff).await?;
    // Whoever works here no more, and is given a code, does again.
    if known.closed {
        store.put_staff(&Staff { closed: false, ..known }).await?;
    }
    let until = now.at + OPEN_FOR;
    let code = put_spoken(store, entropy, |code| Ticket {
        purpose: Purpose::StaffInvitation,
        code,
        claimant: None,
        made_at: now.at,
        until,
        tries: TRIES,
        content: staff.0.as_bytes().to_vec(),
    });
    Ok(Invited { staff, code: code.await?, until })
}

//! A change of how somebody is reached: told a day later to where they were reached before and where they are now, in their hours.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    contact::{Earlier, Reach, Side},
    ids::ClaimantId,
    look::{Reason, Subject},
    needs::Needs,
    reading::Choice as _,
    time::Now,
};
use serde::{Deserialize, Serialize};

use crate::{
    notify::{Asked, Outbox, can_be_sent_to},
    store::{Ask, Opening, Purpose, Store, StoreError, Ticket, TicketCode, Want},
};

/// What waits to be told, and from when: until then nobody looks, so that the log is not full of it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Waits {
    /// Which change: the moment at which what was before it ended.
    until: Timestamp,
    side: Side,
    from: Timestamp,
    /// From when it cannot be undone, and need not be told any more.
    over: Timestamp,
}

/// The ticket by which one side of a change waits.
///
/// # Errors
/// None that is known: what it carries can always be written.
pub fn ticket(claimant: ClaimantId, earlier: &Earlier, side: Side) -> Result<Ticket, StoreError> {
    let waits = Waits { until: earlier.until, side, from: earlier.told_from(), over: earlier.kept_until() };
    waits.ticket(claimant, earlier.until)
}

impl Waits {
    fn ticket(&self, claimant: ClaimantId, made_at: Timestamp) -> Result<Ticket, StoreError> {
        let content = serde_json::to_vec(self).map_err(|_| StoreError::Damaged("a ticket cannot be written"))?;
        let (purpose, code, until) = (Purpose::ContactChange, self.code(claimant), self.over);
        Ok(Ticket { purpose, code, claimant: Some(claimant), made_at, until, tries: 1, content })
    }

    fn code(&self, claimant: ClaimantId) -> TicketCode {
        TicketCode { finder: format!("{claimant} {} {}", self.until, self.side.id()), secret: String::new() }
    }
}

/// Tells those whose hour it is.
///
/// # Errors
/// The store's own; whoever was not told is the next time.
pub async fn tell(store: &dyn Store, outbox: &Outbox, now: Now) -> Result<(), StoreError> {
    for (claimant, content) in store.waiting(Purpose::ContactChange).await? {
        let waits: Waits =
            serde_json::from_slice(&content).map_err(|_| StoreError::Damaged("a ticket says nothing that is known"))?;
        if now.at < waits.from {
            continue;
        }
        // Looked at anew: it may be put back by now, or they want no contact any more.
        let reach = reach(store, claimant, waits, now).await?;
        store.open_ticket(Purpose::ContactChange, &waits.code(claimant), Opening::Use, now.at).await?;
        match reach {
            Reach::Now(address) if can_be_sent_to(&address) => {
                outbox.put(Asked::ContactChanged { to: address, at: now.at });
            }
            Reach::Later(_, from) => {
                store.put_ticket(Waits { from, ..waits }.ticket(claimant, now.at)?).await?;
            }
            Reach::Now(_) | Reach::Never => {}
        }
    }
    Ok(())
}

async fn reach(store: &dyn Store, claimant: ClaimantId, waits: Waits, now: Now) -> Result<Reach, StoreError> {
    let (actor, reason, want) = (Actor::Service, Reason::Telling, Want::Items);
    let (subject, needs) = (Subject::Contact, Needs::the_few());
    let ask = Ask { claimant, actor, reason, subject, now, withheld: None, session: None, needs, want };
    let state = store.view(ask).await?.state;
    Ok(Reach::of_change(&state, waits.until, waits.side, now))
}

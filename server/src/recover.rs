//! A new way in for someone who has lost every one: asked for by their case worker, and told to the person wherever they can be.

use jiff::Timestamp;
use own_terms_app::notice;
use own_terms_domain::{
    actor::Actor,
    contact::Reach,
    decide::Command,
    email::EmailAddress,
    ids::{ClaimantId, StaffId},
    item::Kind,
    look::{Reason, Subject},
    needs::Needs,
    reading::Language,
    recovery::{Recovery, UNDO_FOR},
    sign_in::How,
    spoken::SpokenCode,
    state::State,
    time::Now,
};
use serde::{Deserialize, Serialize};

use crate::{
    entropy::Entropy,
    invite::TRIES,
    notify::{Asked, Outbox, Recipient, can_be_sent_to},
    store::{Ask, Order, Purpose, Store, StoreError, Ticket, TicketCode, Want, put_spoken},
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

/// Asks for a new way in as the case worker `staff`, tells the person, and gives the code.
///
/// # Errors
/// The refusals of the rules, and the store's own.
pub async fn recover(
    store: &dyn Store,
    outbox: &Outbox,
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
    tell(store, outbox, now, claimant, Told { asked, until: until + UNDO_FOR, used: false }).await?;
    Ok(Recovering { code, opens, until })
}

/// What the person is told.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Told {
    /// Of the one that was asked for then.
    pub asked: Timestamp,
    /// Until when the link in it stops or undoes it.
    pub until: Timestamp,
    /// True once somebody came in by it.
    pub used: bool,
}

/// Tells the person of it: every address that they sign in with at once, and an address of theirs to be reached at in the hours in
/// which they want to be, now or later ([`tell_later`]).
///
/// # Errors
/// The store's own.
pub async fn tell(
    store: &dyn Store,
    outbox: &Outbox,
    now: Now,
    claimant: ClaimantId,
    told: Told,
) -> Result<(), StoreError> {
    if !outbox.is_open() {
        return Ok(());
    }
    let ways = look(store, now, claimant, Subject::SignIn, Needs::the_few().and_all(Kind::SignIn)).await?;
    let contact = look(store, now, claimant, Subject::Contact, Needs::the_few()).await?;
    let mut to: Vec<Recipient> = ways
        .ways_in()
        .filter_map(|(id, way)| match &way.how {
            How::Email { address } => Some(Recipient { address: address.clone(), way: Some(id) }),
            How::Passkey { .. } | How::Provider { .. } => None,
        })
        .collect();
    let is_new = |address: &EmailAddress| to.iter().all(|to| to.address.folded() != address.folded());
    let is_told = |address: &EmailAddress| can_be_sent_to(address) && is_new(address);
    match Reach::by_email(&contact, now) {
        Reach::Now(address) if is_told(&address) => to.push(Recipient { address, way: None }),
        Reach::Later(address, from) if is_told(&address) => {
            wait(store, now, claimant, Waits { told, from }).await?;
        }
        Reach::Now(_) | Reach::Later(..) | Reach::Never => {}
    }
    outbox.put(Asked::Recovery { claimant, to, told, at: now.at });
    Ok(())
}

/// What they are to be told in their hours, and when those begin: until then nobody looks again, so that the log is not full of it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Waits {
    told: Told,
    from: Timestamp,
}

/// Puts down that the person is to be told in their hours.
async fn wait(store: &dyn Store, now: Now, claimant: ClaimantId, waits: Waits) -> Result<(), StoreError> {
    let told = waits.told;
    let content = serde_json::to_vec(&waits).map_err(|_| StoreError::Damaged("a ticket cannot be written"))?;
    let code = TicketCode { finder: format!("{claimant} {} {}", told.asked, told.used), secret: String::new() };
    let (purpose, made_at, until) = (Purpose::Telling, now.at, told.until);
    let ticket = Ticket { purpose, code, claimant: Some(claimant), made_at, until, tries: 0, content };
    store.put_ticket(ticket).await.map(drop)
}

/// Tells those who wait for it and whose hour it is.
///
/// # Errors
/// The store's own; whoever was not told is the next time.
pub async fn tell_later(store: &dyn Store, outbox: &Outbox, now: Now) -> Result<(), StoreError> {
    for (claimant, content) in store.waiting(Purpose::Telling).await? {
        let Waits { told, from } =
            serde_json::from_slice(&content).map_err(|_| StoreError::Damaged("a ticket says nothing that is known"))?;
        if now.at < from {
            continue;
        }
        // Looked at anew each time: they may want to be reached elsewhere by now, or not at all.
        let contact = look(store, now, claimant, Subject::Contact, Needs::the_few()).await?;
        let reach = Reach::by_email(&contact, now);
        store.drop_tickets(claimant, Purpose::Telling).await?;
        match reach {
            Reach::Later(_, from) => wait(store, now, claimant, Waits { told, from }).await?,
            Reach::Now(address) if can_be_sent_to(&address) => {
                let to = vec![Recipient { address, way: None }];
                outbox.put(Asked::Recovery { claimant, to, told, at: now.at });
            }
            Reach::Now(_) | Reach::Never => {}
        }
    }
    Ok(())
}

/// What the service has to know to tell the person: each look is in the log.
async fn look(
    store: &dyn Store,
    now: Now,
    claimant: ClaimantId,
    subject: Subject,
    needs: Needs,
) -> Result<State, StoreError> {
    let (actor, reason, want) = (Actor::Service, Reason::Telling, Want::Items);
    let ask = Ask { claimant, actor, reason, subject, now, withheld: None, session: None, needs, want };
    Ok(store.view(ask).await?.state)
}

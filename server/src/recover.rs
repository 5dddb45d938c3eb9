//! A new way in for someone who has lost every one: asked for by their case worker, and told to the person wherever they can be.

use jiff::Timestamp;
use own_terms_app::notice;
use own_terms_domain::{
    actor::Actor,
    contact::Channel,
    decide::{Command, may_contact},
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

use crate::{
    clock::LONDON,
    entropy::Entropy,
    invite::TRIES,
    notify::{Asked, Outbox, Recipient, can_be_sent_to},
    store::{Ask, Order, Purpose, Store, StoreError, Ticket, Want, put_spoken},
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
    let content = content(asked)?;
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

/// What the ticket of a code carries: which one it is of.
pub fn content(asked: Timestamp) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(&asked).map_err(|_| StoreError::Damaged("a ticket cannot be written"))
}

/// What the person is told.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Of the one that was asked for then.
    pub asked: Timestamp,
    /// Until when the link in it stops or undoes it.
    pub until: Timestamp,
    /// True once somebody came in by it.
    pub used: bool,
}

/// Tells the person of it: every address that they sign in with, and an address of theirs to be reached at, where and when they
/// want to be.
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
    let ask = |subject, needs| Ask {
        claimant,
        actor: Actor::Service,
        reason: Reason::Telling,
        subject,
        now,
        withheld: None,
        session: None,
        needs,
        want: Want::Items,
    };
    let ways = store.view(ask(Subject::SignIn, Needs::the_few().and_all(Kind::SignIn))).await?.state;
    let contact = store.view(ask(Subject::Contact, Needs::the_few())).await?.state;
    let mut to: Vec<Recipient> = ways
        .ways_in()
        .filter_map(|(id, way)| match &way.how {
            How::Email { address } => Some(Recipient { address: address.clone(), way: Some(id) }),
            How::Passkey { .. } | How::Provider { .. } => None,
        })
        .collect();
    let known = |address: &EmailAddress| to.iter().any(|to| to.address.folded() == address.folded());
    let reached_at = to_reach(&contact, now).filter(|address| !known(address));
    to.extend(reached_at.map(|address| Recipient { address, way: None }));
    outbox.put(Asked::Recovery { claimant, to, told, at: now.at });
    Ok(())
}

/// The address at which the person wants to be reached now: never outside of their hours, nor when they want no contact.
fn to_reach(state: &State, now: Now) -> Option<EmailAddress> {
    let ways = state.ways();
    let wall = now.at.to_zoned(LONDON.clone()).datetime();
    let day = usize::try_from(wall.weekday().to_monday_zero_offset()).ok()?;
    let is_time =
        ways.hours.is_empty() || ways.hours.days[day].is_some_and(|hours| hours.covers(wall.time(), wall.time()));
    if !may_contact(state, now) || !is_time {
        return None;
    }
    let by_email = ways.ways.iter().find(|way| way.channel == Channel::Email)?;
    let address = EmailAddress::parse(by_email.detail.as_ref()?.as_str()).ok()?;
    can_be_sent_to(&address).then_some(address)
}

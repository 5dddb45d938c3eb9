//! A new way in for someone who has lost every one: asked for by their case worker, and told to the person wherever they can be.

use jiff::Timestamp;
use own_terms_app::notice;
use own_terms_domain::{
    actor::Actor,
    contact::Channel,
    decide::{Command, may_contact},
    email::EmailAddress,
    hours::WeekHours,
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
    clock::LONDON,
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
    let known = |address: &EmailAddress| to.iter().any(|to| to.address.folded() == address.folded());
    match to_reach(&contact, now) {
        Reach::Now(address) if !known(&address) => to.push(Recipient { address, way: None }),
        Reach::Later(address, from) if !known(&address) => {
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
        let reach = to_reach(&contact, now);
        store.drop_tickets(claimant, Purpose::Telling).await?;
        match reach {
            Reach::Later(_, from) => wait(store, now, claimant, Waits { told, from }).await?,
            Reach::Now(address) => {
                let to = vec![Recipient { address, way: None }];
                outbox.put(Asked::Recovery { claimant, to, told, at: now.at });
            }
            Reach::Never => {}
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

/// Where the person wants to be reached.
enum Reach {
    /// Here, and it is their hour.
    Now(EmailAddress),
    /// Here, from this moment on.
    Later(EmailAddress, Timestamp),
    /// By no email, or not at all.
    Never,
}

/// Never outside of their hours, nor when they want no contact.
fn to_reach(state: &State, now: Now) -> Reach {
    let by_email = state.ways().ways.into_iter().find(|way| way.channel == Channel::Email).and_then(|way| way.detail);
    let address = by_email.and_then(|detail| EmailAddress::parse(detail.as_str()).ok()).filter(can_be_sent_to);
    match address {
        Some(address) if may_contact(state, now) => match next_hour(state.ways().hours, now) {
            Some(from) if from > now.at => Reach::Later(address, from),
            Some(_) => Reach::Now(address),
            None => Reach::Never,
        },
        _ => Reach::Never,
    }
}

/// The moment from which it is an hour of theirs: now, where it is one; no hours at all are any time.
fn next_hour(hours: WeekHours, now: Now) -> Option<Timestamp> {
    let wall = now.at.to_zoned(LONDON.clone()).datetime();
    if hours.is_empty() {
        return Some(now.at);
    }
    let begins = |days: i64| {
        let day = wall.date().checked_add(jiff::Span::new().days(days)).ok()?;
        let window = hours.days[usize::try_from(day.weekday().to_monday_zero_offset()).ok()?]?;
        if days == 0 && window.covers(wall.time(), wall.time()) {
            return Some(now.at);
        }
        let from = day.to_datetime(window.from()).to_zoned(LONDON.clone()).ok()?.timestamp();
        (from > now.at).then_some(from)
    };
    (0..=7).find_map(begins)
}

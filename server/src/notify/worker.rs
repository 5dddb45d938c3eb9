//! What becomes of what was asked for: who has the address, the ticket for the link, and the email, sent again until it is taken.

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    email::EmailAddress,
    ids::{ClaimantId, WayInId},
    sign_in::FoundBy,
};
use serde::{Deserialize, Serialize};
use tokio::{
    sync::{Semaphore, mpsc},
    task::JoinSet,
};

use super::{Asked, Carrier, Mail, Outbox, Recipient, Sender, Shown, WAITING, carrier::NotSent, limits::Limits, mail};
use crate::{
    entropy::Entropy,
    sealing::Key,
    store::{Purpose, Store, StoreError, Ticket, TicketCode},
};

/// For how long a link in an email opens something.
pub const LINK_OPEN_FOR: SignedDuration = SignedDuration::from_mins(30);
/// How many wrong secrets a link takes; nobody guesses 128 bits.
const TRIES: u8 = 10;
/// How many emails are handed over at the same moment.
const AT_ONCE: usize = 4;
/// How long to wait before each further try.
const AGAIN_AFTER: [Duration; 4] =
    [Duration::from_secs(2), Duration::from_secs(20), Duration::from_mins(2), Duration::from_mins(10)];

/// What the ticket of a link to sign in carries.
#[derive(Debug, Serialize, Deserialize)]
pub struct LinkTicket {
    /// Whose places it opens: of those who have this address when it is used.
    pub address: EmailAddress,
    /// The hash of what the device that asked has in a cookie.
    pub device: String,
}

/// What the ticket of a new address carries.
#[derive(Debug, Serialize, Deserialize)]
pub struct NewEmailTicket {
    /// The name of the way to sign in that it would be, so that the same link adds one.
    pub way: WayInId,
    /// The address.
    pub address: EmailAddress,
}

/// What the ticket of a link carries that stops or undoes a new way in.
#[derive(Debug, Serialize, Deserialize)]
pub struct UndoTicket {
    /// The one that was asked for then.
    pub asked: Timestamp,
    /// The way to sign in that it was sent to.
    pub way: Option<WayInId>,
}

/// Does what is put into an [`Outbox`], in the order in which it was put there.
pub struct Deliveries {
    queue: mpsc::Receiver<Asked>,
    store: Arc<dyn Store>,
    entropy: Entropy,
    limits: Limits,
    origin: String,
    post: Arc<Post>,
    sending: JoinSet<()>,
}

/// The way out.
struct Post {
    carrier: Carrier,
    from: Sender,
    shown: Option<Shown>,
    entropy: Entropy,
    turns: Semaphore,
}

impl Deliveries {
    /// An outbox, and what empties it. Links begin with `origin`. Where nothing really leaves, it can be shown.
    pub fn new(
        store: Arc<dyn Store>,
        entropy: Entropy,
        key: &Key,
        origin: String,
        (carrier, from, show): (Carrier, Sender, bool),
    ) -> (Outbox, Self) {
        let shown = show.then(Shown::default);
        let (outbox, queue) = Outbox::new(shown.clone());
        let post = Post { carrier, from, shown, entropy: entropy.clone(), turns: Semaphore::new(AT_ONCE) };
        let (limits, sending) = (Limits::new(key), JoinSet::new());
        (outbox, Self { queue, store, entropy, limits, origin, post: Arc::new(post), sending })
    }

    /// Until nobody can put anything into the outbox any more, and all that was in it has left or never will.
    pub async fn run(mut self) {
        while let Some(asked) = self.queue.recv().await {
            match self.mails(asked).await {
                Ok(mails) => {
                    for mail in mails {
                        self.send(mail).await;
                    }
                }
                Err(error) => tracing::warn!(%error, "an email was not sent, because what it needs could not be read"),
            }
        }
        while self.sending.join_next().await.is_some() {}
    }

    async fn send(&mut self, mail: Mail) {
        while self.sending.try_join_next().is_some() {}
        if self.sending.len() >= WAITING {
            self.sending.join_next().await;
        }
        let post = self.post.clone();
        self.sending.spawn(async move { post.send(mail).await });
    }

    /// The emails that something makes: none where nobody has the address, or it was asked for too often.
    async fn mails(&self, asked: Asked) -> Result<Vec<Mail>, StoreError> {
        match asked {
            Asked::SignIn { address, device, language, at } => {
                if !self.limits.allow(&address.folded()) {
                    return Ok(Vec::new());
                }
                let places = self.store.found(FoundBy::Email(&address)).await?;
                let claimant = match places.as_slice() {
                    [] => return Ok(Vec::new()),
                    [(claimant, _)] => Some(*claimant),
                    // It is not known yet whose it is.
                    _ => None,
                };
                let ticket = LinkTicket { address: address.clone(), device };
                let link =
                    self.link(Purpose::EmailLink, "/sign-in/link", claimant, (at, at + LINK_OPEN_FOR), &ticket).await?;
                Ok(vec![mail::sign_in(address, language, at, &link)])
            }
            Asked::NewEmail { claimant, address, language, at } => {
                if !self.limits.allow(&claimant.to_string()) || !self.limits.allow(&address.folded()) {
                    return Ok(Vec::new());
                }
                let ticket = NewEmailTicket { way: WayInId(self.entropy.id()), address: address.clone() };
                let link = self
                    .link(Purpose::NewEmail, "/sign-in/address", Some(claimant), (at, at + LINK_OPEN_FOR), &ticket)
                    .await?;
                Ok(vec![mail::new_email(address, language, at, &link)])
            }
            // How often that can be is up to the rules, and is not taken from anything else that is sent there.
            Asked::Recovery { claimant, to, told, at } => {
                let mut mails = Vec::with_capacity(to.len());
                for Recipient { address, way } in to {
                    let ticket = UndoTicket { asked: told.asked, way };
                    let (purpose, when) = (Purpose::Undo, (at, told.until));
                    let link = self.link(purpose, "/sign-in/undo", Some(claimant), when, &ticket).await?;
                    mails.push(mail::recovery(address, way.is_some(), told, at, &link));
                }
                Ok(mails)
            }
            Asked::ContactChanged { to, at } => Ok(vec![mail::to_read(to, at, &format!("{}/sign-in", self.origin))]),
            Asked::Changed { addresses, language, at } => {
                Ok(addresses.into_iter().map(|to| mail::changed(to, language, at)).collect())
            }
        }
    }

    /// A link that opens something once.
    async fn link(
        &self,
        purpose: Purpose,
        path: &str,
        claimant: Option<ClaimantId>,
        (at, until): (Timestamp, Timestamp),
        content: &(impl Serialize + Sync),
    ) -> Result<String, StoreError> {
        let code = TicketCode::long(&self.entropy);
        let link = format!("{}{path}?code={}", self.origin, code.in_link());
        let content = serde_json::to_vec(content).map_err(|_| StoreError::Damaged("a ticket cannot be written"))?;
        let ticket = Ticket { purpose, code, claimant, made_at: at, until, tries: TRIES, content };
        self.store.put_ticket(ticket).await?;
        Ok(link)
    }
}

impl Post {
    /// Sends an email, and sends it again where that may help.
    async fn send(&self, mail: Mail) {
        let mut waits = AGAIN_AFTER.iter();
        loop {
            match self.try_to_send(&mail).await {
                Ok(()) => break,
                Err(NotSent::Yet) => match waits.next() {
                    Some(wait) => tokio::time::sleep(*wait).await,
                    None => {
                        return tracing::error!("an email is given up: it was not taken, however often it was tried");
                    }
                },
                Err(NotSent::Ever) => return tracing::warn!("an email is given up: it cannot be sent there"),
            }
        }
        if let Some(shown) = &self.shown {
            shown.push(mail);
        }
    }

    async fn try_to_send(&self, mail: &Mail) -> Result<(), NotSent> {
        // Nobody closes the turns.
        let _turn = self.turns.acquire().await.map_err(|_| NotSent::Ever)?;
        self.carrier.carry(&self.from, mail, &self.entropy).await
    }
}

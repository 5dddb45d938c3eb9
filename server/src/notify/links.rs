//! What becomes of a link that was asked for: who has the address, its ticket, and the email, sent again until it is taken.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    email::EmailAddress,
    ids::{ClaimantId, WayInId},
    sign_in::FoundBy,
};
use own_terms_receipt::hex;
use serde::{Deserialize, Serialize};
use tokio::{
    sync::{Semaphore, mpsc},
    task::JoinSet,
};

use super::{Asked, Mail, Outbox, Post, WAITING, carrier::NotSent, limits::Limits, mail, tries};
use crate::{
    entropy::Entropy,
    sealing::Key,
    store::{Purpose, Store, StoreError, Ticket, TicketCode},
};

/// For how long a link in an email opens something.
pub const LINK_OPEN_FOR: SignedDuration = SignedDuration::from_mins(30);
/// How many wrong secrets a link takes; nobody guesses 128 bits.
pub(super) const TRIES: u8 = 10;
/// How many emails are handed over at the same moment.
const AT_ONCE: usize = 4;
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
    turns: Arc<Semaphore>,
    sending: JoinSet<()>,
}

impl Deliveries {
    /// An outbox, and what empties it. Links begin with `origin`.
    pub fn new(store: Arc<dyn Store>, entropy: Entropy, key: &Key, origin: String, post: Arc<Post>) -> (Outbox, Self) {
        let (outbox, queue) = Outbox::new(post.shown.clone());
        let (limits, turns, sending) = (Limits::new(key), Arc::new(Semaphore::new(AT_ONCE)), JoinSet::new());
        (outbox, Self { queue, store, entropy, limits, origin, post, turns, sending })
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
        let (post, turns) = (self.post.clone(), self.turns.clone());
        let id = hex::digits(&self.entropy.bytes::<16>());
        self.sending.spawn(async move { send_until_taken(&post, &turns, mail, &id).await });
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
        }
    }

    /// A link that opens something once.
    async fn link(
        &self,
        purpose: Purpose,
        path: &str,
        claimant: Option<ClaimantId>,
        when: (Timestamp, Timestamp),
        content: &(impl Serialize + Sync),
    ) -> Result<String, StoreError> {
        let code = TicketCode::long(&self.entropy);
        let link = format!("{}{path}?code={}", self.origin, code.in_link());
        put_link(&*self.store, purpose, code, claimant, when, TRIES, content).await?;
        Ok(link)
    }
}

/// Keeps what a link opens, from a moment until another; one that is there already stays as it is.
pub(super) async fn put_link(
    store: &dyn Store,
    purpose: Purpose,
    code: TicketCode,
    claimant: Option<ClaimantId>,
    (made_at, until): (Timestamp, Timestamp),
    tries: u8,
    content: &(impl Serialize + Sync),
) -> Result<(), StoreError> {
    let content = serde_json::to_vec(content).map_err(|_| StoreError::Damaged("a ticket cannot be written"))?;
    store.put_ticket(Ticket { purpose, code, claimant, made_at, until, tries, content }).await.map(drop)
}

/// Sends an email, and sends it again where that may help.
async fn send_until_taken(post: &Post, turns: &Semaphore, mail: Mail, id: &str) {
    let mut rests = tries::rests_of_a_link();
    loop {
        let sent = {
            // Nobody closes the turns.
            let _turn = turns.acquire().await;
            post.send(&mail, id).await
        };
        match (sent, rests.next()) {
            (Ok(()), _) => return,
            (Err(NotSent::Yet), Some(rest)) => tokio::time::sleep(rest).await,
            (Err(NotSent::Yet), None) => {
                return tracing::error!("an email is given up: it was not taken, however often it was tried");
            }
            (Err(NotSent::Ever), _) => return tracing::warn!("an email is given up: it cannot be sent there"),
        }
    }
}

//! What is sent to people: what a decision tells them waits in the database, and a link that somebody asks for is made after the page is
//! answered, so that the time of an answer tells nothing.

mod carrier;
mod courier;
mod govuk;
mod limits;
mod links;
mod mail;
mod tries;

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use own_terms_domain::{contact::Channel, email::EmailAddress, ids::ClaimantId, reading::Language};
use tokio::sync::mpsc;

pub use self::{
    carrier::{Carrier, Post, Sender, can_be_sent_to},
    courier::Courier,
    govuk::{GovukNotify, GovukSetup},
    links::{Deliveries, LINK_OPEN_FOR, LinkTicket, NewEmailTicket, UndoTicket},
    mail::Mail,
};

/// How many links can wait to be sent; what is asked for beyond that is dropped, and the log says so.
const WAITING: usize = 1000;
/// How many messages a demonstration shows.
const SHOWN: usize = 50;

/// By what something can be sent.
#[derive(Clone, Default)]
pub struct Means {
    /// Emails.
    pub post: Option<Arc<Post>>,
    /// Texts, and letters where it sends those.
    pub govuk: Option<GovukNotify>,
}

impl Means {
    /// By which channels that is.
    pub fn channels(&self) -> Vec<Channel> {
        let email = self.post.iter().map(|_| Channel::Email);
        let text = self.govuk.iter().map(|_| Channel::Text);
        let letter = self.govuk.iter().filter(|govuk| govuk.sends_letters()).map(|_| Channel::Letter);
        email.chain(text).chain(letter).collect()
    }
}

/// A link that somebody asks for. It is in memory alone: whoever asks need not be known here, so that a row for each would tell who did,
/// and cost everyone who asks a write; it opens for half an hour, and is asked for again.
#[derive(Debug, Clone)]
pub enum Asked {
    /// A link to sign in, if anybody signs in with this address.
    SignIn {
        /// Where to.
        address: EmailAddress,
        /// The hash of what the device that asked has in a cookie.
        device: String,
        /// In the words of whoever asked.
        language: Language,
        /// When they asked.
        at: Timestamp,
    },
    /// A link that shows that an address is the person's own.
    NewEmail {
        /// Whose it would be.
        claimant: ClaimantId,
        /// Where to.
        address: EmailAddress,
        /// In their words.
        language: Language,
        /// When they asked.
        at: Timestamp,
    },
}

/// Where a link that somebody asks for is put down.
#[derive(Clone, Default)]
pub struct Outbox {
    queue: Option<mpsc::Sender<Asked>>,
    shown: Option<Shown>,
}

impl Outbox {
    /// One from which `Deliveries` take, and what it gives them.
    fn new(shown: Option<Shown>) -> (Self, mpsc::Receiver<Asked>) {
        let (queue, taken) = mpsc::channel(WAITING);
        (Self { queue: Some(queue), shown }, taken)
    }

    /// True when this service sends emails.
    pub fn is_open(&self) -> bool {
        self.queue.is_some()
    }

    /// Puts something down, and never waits.
    pub fn put(&self, asked: Asked) {
        if let Some(queue) = &self.queue
            && queue.try_send(asked).is_err()
        {
            tracing::warn!("an email was not sent, because too many are waiting");
        }
    }

    /// What a demonstration would have sent, the latest first; none where it is not shown.
    pub fn shown(&self) -> Option<Vec<Mail>> {
        self.shown.as_ref().map(Shown::all)
    }
}

/// What a demonstration would have sent.
#[derive(Clone, Default)]
pub struct Shown(Arc<Mutex<VecDeque<Mail>>>);

impl Shown {
    fn push(&self, mail: Mail) {
        let mut mails = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        mails.push_front(mail);
        mails.truncate(SHOWN);
    }

    fn all(&self) -> Vec<Mail> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

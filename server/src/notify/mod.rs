//! What is sent to people: asked for while a page is answered, and done after it, so that the time of an answer tells nothing.

mod carrier;
mod limits;
mod mail;
mod worker;

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use own_terms_domain::{
    email::EmailAddress,
    ids::{ClaimantId, WayInId},
    reading::Language,
};
use tokio::sync::mpsc;

use crate::recover::Told;

pub use self::{
    carrier::{Carrier, Sender, can_be_sent_to},
    mail::Mail,
    worker::{Deliveries, LINK_OPEN_FOR, LinkTicket, NewEmailTicket, UndoTicket},
};

/// How much can wait to be sent; what is asked for beyond that is dropped, and the log says so.
const WAITING: usize = 1000;
/// How many messages a demonstration shows.
const SHOWN: usize = 50;

/// Something that is to be sent.
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
    /// That somebody asked for a new way in, or came in by it, each with a link that stops or undoes it.
    Recovery {
        /// Whose place it is.
        claimant: ClaimantId,
        /// To whom.
        to: Vec<Recipient>,
        /// What of it.
        told: Told,
        /// When it is told.
        at: Timestamp,
    },
    /// That how somebody is reached was changed, where they were or are reached.
    ContactChanged {
        /// Where to.
        to: EmailAddress,
        /// When it is told.
        at: Timestamp,
    },
    /// That something about signing in was changed, to the ways that are there beside it.
    Changed {
        /// Where to.
        addresses: Vec<EmailAddress>,
        /// In the words of the person.
        language: Language,
        /// When it was changed.
        at: Timestamp,
    },
}

/// Where somebody is told of something.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The address.
    pub address: EmailAddress,
    /// The way to sign in that it is; none for one where they only want to be reached.
    pub way: Option<WayInId>,
}

/// Where what is to be sent is put down.
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

//! Who takes what waits in the outbox to where it goes: everything is asked again before, and each message is settled after.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use futures_util::{StreamExt as _, stream};
use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    contact::Address,
    ids::ClaimantId,
    look::{Reason, Subject},
    state::State,
    telling::{self, Due, Says, To},
    time::Now,
};
use own_terms_receipt::hex;
use tokio::sync::watch;

use super::{
    Means, UndoTicket,
    carrier::NotSent,
    govuk::Tried,
    links::{TRIES, put_link},
    mail, tries,
};
use crate::{
    clock::Clock,
    letter,
    paper::Unprintable,
    sealing::Key,
    store::{Ask, Claimed, Purpose, Settled, Store, StoreError, TicketCode, Want},
};

/// How often it is looked whether something is due: a read, and no write while nothing is.
const EVERY: Duration = Duration::from_secs(3);
/// How many people are told something at the same moment.
const AT_ONCE: usize = 4;

/// Takes messages from the outbox, and brings them where they go.
pub struct Courier {
    store: Arc<dyn Store>,
    link_key: Key,
    origin: String,
    helpline: String,
    means: Means,
    contacts: bool,
}

/// What goes to one address at once: of several messages that only say that there is something new, one.
struct Parcel {
    address: Address,
    says: Says,
    messages: Vec<Claimed>,
}

impl Courier {
    /// One who sends by these means. Links begin with `origin`.
    pub fn new(store: Arc<dyn Store>, key: &Key, origin: String, means: Means) -> Self {
        let (link_key, helpline) = (key.for_use("own-terms links in messages 1"), String::new());
        Self { store, link_key, origin, helpline, means, contacts: true }
    }

    /// The same, who writes in letters at which number there is a person.
    #[must_use]
    pub fn with_helpline(self, helpline: String) -> Self {
        Self { helpline, ..self }
    }

    /// The same, who only brings what guards somebody's place, and leaves it to the service to reach them as they want it.
    #[must_use]
    pub fn to_ways_in_alone(self) -> Self {
        Self { contacts: false, ..self }
    }

    /// Until it is told to stop; what it has begun it ends.
    pub async fn run(self, clock: Clock, mut stop: watch::Receiver<bool>) {
        loop {
            let now = clock.now();
            let sent = match self.store.next_due().await {
                Ok(Some(next)) if next <= now.at => self.round(clock).await,
                Ok(_) => Ok(0),
                Err(error) => Err(error),
            };
            match sent {
                Ok(0) => {}
                Ok(_) if !*stop.borrow() => continue,
                Ok(_) => return,
                Err(error) => tracing::warn!(%error, "what waits to be sent was not looked at; it is tried again"),
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = stop.changed() => return,
            }
        }
    }

    /// Sends what is due, some at a time: how many messages were taken.
    ///
    /// # Errors
    /// The store's own.
    pub async fn round(&self, clock: Clock) -> Result<usize, StoreError> {
        let claimed = self.store.claim(clock.now().at).await?;
        let taken = claimed.len();
        let mut people: BTreeMap<ClaimantId, Vec<Claimed>> = BTreeMap::new();
        for one in claimed {
            people.entry(one.claimant).or_default().push(one);
        }
        stream::iter(people)
            .for_each_concurrent(AT_ONCE, async |(claimant, messages)| {
                // When it is their turn, which may be a while later.
                if let Err(error) = self.tell(claimant, messages, clock.now()).await {
                    // They are taken again in a few minutes.
                    tracing::warn!(%error, "someone was not told of something; it is tried again");
                }
            })
            .await;
        Ok(taken)
    }

    async fn tell(&self, claimant: ClaimantId, mut messages: Vec<Claimed>, now: Now) -> Result<(), StoreError> {
        let left = messages.extract_if(.., |one| !self.contacts && one.message.to.is_contact()).collect::<Vec<_>>();
        self.settle(&left, Settled::Later(now.at)).await?;
        if messages.is_empty() {
            return Ok(());
        }
        // The one that names a parcel is always the same.
        messages.sort_by_key(|one| (one.made_at, one.id));
        // Asked right before it is sent, and not when it was taken.
        let state = match self.look(claimant, &messages, now).await {
            Ok(state) => state,
            Err(error) => {
                for one in &messages {
                    self.settle(std::slice::from_ref(one), again(one, now.at)).await?;
                }
                return Err(error);
            }
        };
        let (by, mut parcels) = (self.means.channels(), Vec::<Parcel>::new());
        for one in messages {
            match telling::due(&state, &one.message, &by, now) {
                Due::Never => self.settle(&[one], Settled::Done).await?,
                Due::Later(from) => self.settle(&[one], Settled::Later(from)).await?,
                Due::Now(address, says) => match parcels.iter_mut().find(|parcel| {
                    one.message.about.is_news() && parcel.address == address && matches!(parcel.says, Says::News(_))
                }) {
                    Some(parcel) => parcel.messages.push(one),
                    None => parcels.push(Parcel { address, says, messages: vec![one] }),
                },
            }
        }
        for parcel in parcels {
            self.bring(parcel, now).await?;
        }
        Ok(())
    }

    async fn bring(&self, mut parcel: Parcel, now: Now) -> Result<(), StoreError> {
        // Whoever stopped while another message was on its way is sent nothing more.
        let mut there = Vec::with_capacity(parcel.messages.len());
        for one in parcel.messages {
            if self.store.is_claimed(&one).await? {
                there.push(one);
            }
        }
        parcel.messages = there;
        let Some(first) = parcel.messages.first() else { return Ok(()) };
        let id = hex::digits(&first.id.0);
        let sent = match (&parcel.address, &self.means) {
            (Address::Email(to), Means { post: Some(post), .. }) => {
                let link = self.link(first, parcel.says, now).await?;
                let mail = mail::told(to.clone(), parcel.says, first.made_at, link.as_deref());
                post.send(&mail, &id).await
            }
            (Address::Text(number), Means { govuk: Some(govuk), .. }) => {
                let tried = Tried { id: &id, again: first.tried > 1, at: now.at };
                govuk.text(number.as_str(), &mail::text(parcel.says), &tried).await
            }
            (Address::Letter(to), Means { govuk: Some(govuk), .. }) => {
                let tried = Tried { id: &id, again: first.tried > 1, at: now.at };
                let (language, words) = mail::letter(parcel.says, &self.origin);
                let told = letter::Told { to, language, words, helpline: &self.helpline };
                match told.pdf(first.made_at) {
                    Ok(pdf) => govuk.letter(&pdf, &tried).await,
                    Err(Unprintable) => Err(NotSent::Ever),
                }
            }
            _ => Err(NotSent::Ever),
        };
        match sent {
            Ok(()) => self.settle(&parcel.messages, Settled::Done).await,
            Err(NotSent::Ever) => {
                tracing::warn!("a message is given up: it cannot be sent there");
                self.settle(&parcel.messages, Settled::Done).await
            }
            Err(NotSent::Yet) => {
                for one in &parcel.messages {
                    self.settle(std::slice::from_ref(one), again(one, now.at)).await?;
                }
                Ok(())
            }
        }
    }

    /// The link in an email; always the same in the same message, so that one that leaves twice is one.
    async fn link(&self, message: &Claimed, says: Says, now: Now) -> Result<Option<String>, StoreError> {
        match says {
            Says::News(_) | Says::Reminder(_) => Ok(Some(format!("{}/home", self.origin))),
            // Who undoes it has to be signed in.
            Says::Contact => Ok(Some(format!("{}/sign-in", self.origin))),
            Says::WaysIn(_) => Ok(None),
            Says::Recovery { asked, until, .. } => {
                let tag = hex::digits(&self.link_key.tag(&message.id.0));
                let code = TicketCode::of_link(&tag).ok_or(StoreError::Damaged("a code is not a code"))?;
                let way = match message.message.to {
                    To::Way { way } => Some(way),
                    To::Chosen | To::Side { .. } => None,
                };
                let link = format!("{}/sign-in/undo?code={}", self.origin, code.in_link());
                let (when, ticket) = ((now.at, until), UndoTicket { asked, way });
                put_link(&*self.store, Purpose::Undo, code, Some(message.claimant), when, TRIES, &ticket).await?;
                Ok(Some(link))
            }
        }
    }

    async fn settle(&self, messages: &[Claimed], settled: Settled) -> Result<(), StoreError> {
        // The one that names a parcel last: if this ends in the middle, what is left goes under the same name.
        for one in messages.iter().rev() {
            self.store.settle(one, settled).await?;
        }
        Ok(())
    }

    /// What the service has to know to tell the person: each look is in the log.
    async fn look(&self, claimant: ClaimantId, messages: &[Claimed], now: Now) -> Result<State, StoreError> {
        let needs = telling::needs(messages.iter().map(|one| &one.message));
        let (actor, reason, subject) = (Actor::Service, Reason::Telling, Subject::Telling);
        let ask =
            Ask { claimant, actor, reason, subject, now, withheld: None, session: None, needs, want: Want::Items };
        Ok(self.store.view(ask).await?.state)
    }
}

/// When it is tried again; never, once it was tried often enough.
fn again(one: &Claimed, at: Timestamp) -> Settled {
    if let Some(rest) = tries::rest(one.tried) {
        return Settled::Again(at + rest);
    }
    tracing::error!("a message is given up: it was not taken, however often it was tried");
    Settled::Done
}

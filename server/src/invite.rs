//! An invitation: a place for someone, and the code that opens it for the first time.

use jiff::{SignedDuration, Timestamp};
use own_terms_app::notice;
use own_terms_domain::{
    account::Origin,
    actor::Actor,
    decide::Command,
    ids::ClaimantId,
    item::Version,
    profile::Profile,
    reading::{Language, Reading},
    spoken::SpokenCode,
    text::Line,
    time::Now,
};

use crate::{
    entropy::Entropy,
    store::{Order, Purpose, Store, StoreError, Ticket, put_spoken},
};

/// How many wrong secrets one invitation takes: with 30 bits that are secret, one in 100 million guesses.
pub const TRIES: u8 = 10;

/// Whom to invite.
#[derive(Debug, Clone)]
pub struct Invitee {
    /// What they are called; they can change it.
    pub name: Line,
    /// The language they read, until they say otherwise.
    pub language: Language,
    /// Where their place comes from.
    pub origin: Origin,
    /// For how long the invitation is open.
    pub open_for: SignedDuration,
}

/// An invitation that was made. The code is nowhere else.
#[derive(Debug)]
pub struct Invited {
    /// Whose place it opens.
    pub claimant: ClaimantId,
    /// What opens it, once.
    pub code: SpokenCode,
    /// Until when.
    pub until: Timestamp,
}

/// Makes a place, with nothing in it but the name and the language, and the one code for it.
///
/// # Errors
/// The store's own.
pub async fn invite(store: &dyn Store, entropy: &Entropy, now: Now, invitee: &Invitee) -> Result<Invited, StoreError> {
    let claimant = ClaimantId(entropy.id());
    store.make_place(claimant, invitee.origin, now.at).await?;
    let profile = Profile { name: invitee.name.clone() };
    let reading = Reading { language: invitee.language, ..Reading::default() };
    let mut said = vec![Command::SetProfile { on: Version(0), profile }];
    // English is what holds until someone says otherwise.
    said.extend((reading != Reading::default()).then_some(Command::SetReading { on: Version(0), reading }));
    let notice = notice::version(invitee.language);
    let order = |command| Order { claimant, actor: Actor::Service, command, now, notice };
    store.commit_all(said.into_iter().map(order).collect()).await?;
    let until = now.at + invitee.open_for;
    let code = put_spoken(store, entropy, |code| Ticket {
        purpose: Purpose::Invitation,
        code,
        claimant: Some(claimant),
        made_at: now.at,
        until,
        tries: TRIES,
        content: Vec::new(),
    });
    Ok(Invited { claimant, code: code.await?, until })
}

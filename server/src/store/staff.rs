//! Those who work here: who they are, how they sign in, and where they are. Nothing of any person is in it.

use async_trait::async_trait;
use jiff::{Timestamp, civil::Date};
use own_terms_domain::{
    account::SignedInBy,
    appointment::Slot,
    desk::Said,
    directory::Organisation,
    ids::{AppointmentId, ClaimantId, StaffId},
    sign_in::{FoundBy, How},
    staff::Staff,
    time::Now,
};

use super::{OutThere, StoreError, TokenHash};

/// The session of someone at the desk, with who they are now: their role is asked at each request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSession {
    /// Who signed in.
    pub staff: Staff,
    /// When.
    pub signed_in_at: Timestamp,
    /// When it was last used, as it is noted: once a minute.
    pub seen_at: Timestamp,
}

/// How a session at the desk begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BegunAtDesk<'a> {
    /// When.
    pub at: Timestamp,
    /// By what.
    pub by: SignedInBy,
    /// The session at an identity provider in which it began, where that is known: it can end with that one.
    pub there: Option<FoundBy<'a>>,
}

/// What tells one way to sign in at the desk from others: it opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaffWayId(pub [u8; 32]);

/// A way in which someone signs in at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffWay {
    /// Which one.
    pub id: StaffWayId,
    /// How it works.
    pub how: How,
    /// Since when.
    pub added: Timestamp,
}

/// Since when a session at the desk has to have been used, and to have begun, to be alive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AliveAtDesk {
    /// Used since.
    pub used: Timestamp,
    /// Begun since.
    pub begun: Timestamp,
}

/// A time that a case worker promised to someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Agreed {
    /// When.
    pub slot: Slot,
    /// To whom.
    pub claimant: ClaimantId,
    /// Which appointment it is.
    pub id: AppointmentId,
    /// How long.
    pub minutes: u16,
}

/// What a store keeps of those who work here.
#[async_trait]
pub trait StaffStore {
    /// Keeps who someone who works for an organisation is, in place of what was kept of them. Their photo is [`super::PhotoStore`]'s,
    /// and goes where they are no case worker any more.
    ///
    /// # Errors
    /// The store's own.
    async fn put_staff(&self, staff: &Staff) -> Result<(), StoreError>;

    /// Keeps what an organisation is called.
    ///
    /// # Errors
    /// The store's own.
    async fn put_organisation(&self, organisation: &Organisation) -> Result<(), StoreError>;

    /// Everyone whom a person can choose as their case worker, by name.
    ///
    /// # Errors
    /// The store's own.
    async fn case_workers(&self) -> Result<Vec<Staff>, StoreError>;

    /// Everyone who works here, whatever they do, by name.
    ///
    /// # Errors
    /// The store's own.
    async fn all_staff(&self) -> Result<Vec<Staff>, StoreError>;

    /// Every organisation that has a name here, by name.
    ///
    /// # Errors
    /// The store's own.
    async fn organisations(&self) -> Result<Vec<Organisation>, StoreError>;

    /// Keeps a way in which someone signs in; false, and nothing is kept, when it is known already.
    ///
    /// # Errors
    /// The store's own.
    async fn add_staff_key(&self, staff: StaffId, how: &How, at: Timestamp) -> Result<bool, StoreError>;

    /// The ways in which someone signs in, the first of them first.
    ///
    /// # Errors
    /// The store's own.
    async fn staff_ways(&self, staff: StaffId) -> Result<Vec<StaffWay>, StoreError>;

    /// Whose way to sign in this is, and the way; none for nobody's.
    ///
    /// # Errors
    /// The store's own.
    async fn staff_by(&self, by: FoundBy<'_>) -> Result<Option<(StaffId, How)>, StoreError>;

    /// Closes one way in which someone signs in, and ends wherever they are signed in: it may have been by that one. Closing none is
    /// no error, and nobody else's is closed.
    ///
    /// # Errors
    /// The store's own.
    async fn close_staff_way(&self, staff: StaffId, way: StaffWayId) -> Result<(), StoreError>;

    /// Begins a session at the desk.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] when nobody of that number works here, and the store's own.
    async fn begin_staff_session(
        &self,
        token: TokenHash,
        staff: StaffId,
        begun: BegunAtDesk<'_>,
    ) -> Result<(), StoreError>;

    /// Ends what began through an identity provider of whoever signed out there, as [`super::Store::end_sessions_there`] does it
    /// for people.
    ///
    /// # Errors
    /// The store's own.
    async fn end_staff_sessions_there(&self, out: OutThere<'_>) -> Result<(), StoreError>;

    /// The session of a token, if it is alive; and notes that it was used at `at`.
    ///
    /// # Errors
    /// The store's own.
    async fn staff_session(
        &self,
        token: TokenHash,
        at: Timestamp,
        alive: AliveAtDesk,
    ) -> Result<Option<StaffSession>, StoreError>;

    /// Ends a session at the desk; ending none is no error.
    ///
    /// # Errors
    /// The store's own.
    async fn end_staff_session(&self, token: TokenHash) -> Result<(), StoreError>;

    /// Ends every session at the desk that is not alive.
    ///
    /// # Errors
    /// The store's own.
    async fn end_old_staff_sessions(&self, alive: AliveAtDesk) -> Result<(), StoreError>;

    /// Who chose someone as their case worker, in the order of the desk: what each said about contact, and within that who said it
    /// first. It tells nothing else of anyone, and no name.
    ///
    /// # Errors
    /// The store's own.
    async fn who_chose(&self, staff: StaffId, today: Date) -> Result<Vec<(ClaimantId, Said)>, StoreError>;

    /// Who of those who chose someone, and want to talk with them, is called this; none for nobody, and where several are. It tells
    /// nothing else of anyone.
    ///
    /// # Errors
    /// The store's own.
    async fn chose_by_name(&self, staff: StaffId, name: &str, now: Now) -> Result<Option<ClaimantId>, StoreError>;

    /// With whom of those who chose someone which appointment to come is agreed, the earliest first, and how many minutes it takes. It
    /// tells nothing else of anyone.
    ///
    /// # Errors
    /// The store's own.
    async fn agreed_with(&self, staff: StaffId, now: Now) -> Result<Vec<Agreed>, StoreError>;

    /// Who asked someone to put something right that they wrote, and has no answer yet, those first whose answer is due first. It tells
    /// nothing else of anyone. Of whoever chose somebody else since, it knows nothing.
    ///
    /// # Errors
    /// The store's own.
    async fn asked_to_put_right(&self, staff: StaffId) -> Result<Vec<ClaimantId>, StoreError>;

    /// Closes a way to work here altogether: as [`Self::shut_out`] does it, their photo goes, and nobody can choose them or act in their stead from then
    /// on. Whoever chose them is told so where they are (`Staff::closed`); nothing that was said or agreed is changed by it.
    ///
    /// # Errors
    /// The store's own.
    async fn close_staff(&self, staff: StaffId) -> Result<(), StoreError>;

    /// Closes every way in that someone has, those that were given out and not used too, and ends where they are signed in: a lost device, or they work here no more.
    ///
    /// # Errors
    /// The store's own.
    async fn shut_out(&self, staff: StaffId) -> Result<(), StoreError>;
}

//! A look at what is held: who, when, why, at what, and whether they were refused (promise 5).

use jiff::{SignedDuration, Timestamp};

use crate::{
    actor::Actor,
    carer, choices, consent,
    ids::ClaimantId,
    item::{Kind, Wording},
    ledger::{Hash, Parts},
    reading::Choice as _,
};

choices! {
    /// Why someone looks. There is no look without one of these.
    Reason {
        /// It is about themself.
        MyOwn = "my-own",
        /// To help as the claimant asked.
        HelpingAsAsked = "helping-as-asked",
        /// To know who asked to talk, and whom not to contact.
        WhoAsked = "who-asked",
        /// To get ready for a conversation that the claimant asked for.
        ConversationAsked = "conversation-asked",
        /// To look into what is between the claimant and their case worker, for a reason that the claimant reads.
        Oversight = "oversight",
        /// To answer what the claimant asked to have put right.
        PuttingRight = "putting-right",
        /// To know whether somebody who comes with a key is them.
        SigningIn = "signing-in",
        /// To know where to tell the person of something.
        Telling = "telling",
        /// The claimant said yes to it.
        Consent = "consent",
        /// To check that a consent is real.
        CheckingConsent = "checking-consent",
        /// To show in a calendar when there is something.
        Calendar = "calendar",
    }
}

choices! {
    /// What part was looked at.
    Subject {
        /// Everything.
        Everything = "everything",
        /// The terms at a glance.
        AtAGlance = "at-a-glance",
        /// Goals.
        Goals = "goals",
        /// Contact.
        Contact = "contact",
        /// Terms for appointments.
        Terms = "terms",
        /// Appointments, offered and agreed.
        Appointments = "appointments",
        /// When there is something, and not what: what is agreed, and breaks.
        Calendar = "calendar",
        /// What was written to each other, and agreed.
        Notes = "notes",
        /// What others wrote about them, and what they say to that.
        Records = "records",
        /// What they are called, and what they said about contact.
        Asked = "asked",
        /// What a case worker needs to know before a conversation: contact, terms, goals and appointments.
        Preparing = "preparing",
        /// What a carer may do.
        Helping = "helping",
        /// How they sign in.
        SignIn = "sign-in",
        /// Where somebody wants to be told of something, and whether it still holds.
        Telling = "telling",
        /// A copy of all that a carer can see, which stays with them.
        Copy = "copy",
        /// What is shared with an organisation.
        Shared = "shared",
        /// What was said yes or no to.
        Consents = "consents",
        /// Who looked.
        Log = "log",
    }
}

impl Subject {
    /// True when a look at this shows items of a kind. Others are shown no more than the part that stands in the log, so that
    /// the log says what they saw.
    pub fn covers(self, kind: Kind) -> bool {
        match self {
            Self::Everything => true,
            // Who looked is for the person alone.
            Self::Log => false,
            // Not even whom it is about: that is what is being asked.
            Self::SignIn => matches!(kind, Kind::SignIn | Kind::Recovery),
            Self::Telling => matches!(
                kind,
                Kind::Standing
                    | Kind::Wish
                    | Kind::Ways
                    | Kind::Safe
                    | Kind::EarlierContact
                    | Kind::Pace
                    | Kind::Reading
                    | Kind::Appointment
                    | Kind::Consent
                    | Kind::SignIn
                    | Kind::Recovery
            ),
            // Not even whom it is about.
            Self::Calendar => matches!(kind, Kind::Appointment | Kind::Breaks | Kind::CalendarFeed),
            // Whom it is about and whether they have stopped stand over every part.
            _ if matches!(kind, Kind::Profile | Kind::Standing) => true,
            Self::Helping => kind == Kind::Carer,
            Self::Copy => carer::KINDS.contains(&kind) || Self::Goals.covers(kind) || Self::Terms.covers(kind),
            Self::Shared => consent::KINDS.contains(&kind) || kind == Kind::OtherView,
            Self::Consents => kind == Kind::Consent,
            Self::Appointments => matches!(kind, Kind::Appointment | Kind::Participant),
            Self::Notes => {
                matches!(kind, Kind::Message | Kind::Agreement | Kind::OtherView | Kind::CaseWorker | Kind::Wish)
            }
            Self::Records => matches!(
                kind,
                Kind::CaseWorker | Kind::Note | Kind::Referral | Kind::Payment | Kind::Correction | Kind::OtherView
            ),
            Self::AtAGlance => matches!(
                kind,
                Kind::CaseWorker
                    | Kind::CarryingOn
                    | Kind::Goal
                    | Kind::GoalOrder
                    | Kind::Wish
                    | Kind::Formats
                    | Kind::Pace
                    | Kind::Times
                    | Kind::Appointment
                    | Kind::Participant
                    | Kind::Agreement
                    | Kind::Message
            ),
            Self::Asked => kind == Kind::Wish,
            // How they were reached before is kept from everyone who would write to them.
            Self::Preparing => {
                let parts = [Self::Contact, Self::Terms, Self::Goals, Self::Appointments];
                kind != Kind::EarlierContact && parts.iter().any(|part| part.covers(kind))
            }
            Self::Goals => matches!(kind, Kind::Goal | Kind::GoalOrder),
            Self::Contact => {
                matches!(kind, Kind::Wish | Kind::Ways | Kind::Safe | Kind::EarlierContact | Kind::CarryingOn)
            }
            Self::Terms => {
                matches!(kind, Kind::Formats | Kind::WithMe | Kind::Pace | Kind::Times | Kind::Breaks)
            }
        }
    }
}

choices! {
    /// A law under which the person is not told who looked. The line stays, and names the law.
    Law {
        /// To find or stop a crime: Data Protection Act 2018, Schedule 2, paragraph 2.
        Crime = "crime",
        /// A court's order or a case at law: the same, Schedule 2, paragraph 5.
        Court = "court",
        /// National security: the same, section 26.
        Security = "security",
    }
}

/// One look, or one refused try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Its place in the log, from 1, so that a missing one shows.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// Why.
    pub reason: Reason,
    /// At what.
    pub subject: Subject,
    /// True when they were refused.
    pub refused: bool,
    /// The law under which none of it is told but when; see [`Self::told`].
    pub withheld: Option<Law>,
    /// What an organisation was shown, each in the wording that went; nothing for anyone else, who sees what the log's part covers.
    pub shown: Vec<Wording>,
}

/// For how long one refused try of a system speaks for those that follow it: it asks again by itself, all day long.
pub const SPEAKS_FOR: SignedDuration = SignedDuration::from_hours(24);

/// True when a refused try is put down, of whoever looked last at that part then, and was refused or not: of a system's the first, and from
/// then on one a day. Whoever tries in person stands there each time.
pub fn is_put_down(by: Actor, last: Option<(Timestamp, bool)>, at: Timestamp) -> bool {
    let by_itself = matches!(by, Actor::System(_) | Actor::Organisation(_) | Actor::Calendar(_));
    !by_itself || !last.is_some_and(|(then, refused)| refused && at.duration_since(then) < SPEAKS_FOR)
}

/// True when a look of today speaks for another one: a calendar asks all day long, as often as it likes. Whoever looked last at that part,
/// then, was refused or not. A look that is the first, or the first after a day, is put down before it is answered.
pub fn is_spoken_for(by: Actor, last: Option<(Timestamp, bool)>, at: Timestamp) -> bool {
    let of_late = last.is_some_and(|(then, refused)| !refused && at.duration_since(then) < SPEAKS_FOR);
    matches!(by, Actor::Calendar(_)) && of_late
}

impl Look {
    /// The look as the person is told of it: of one that is withheld by law only when it was, and under which law.
    #[must_use]
    pub fn told(self) -> Self {
        match self.withheld {
            None => self,
            Some(_) => Self {
                by: Actor::Service,
                reason: Reason::HelpingAsAsked,
                subject: Subject::Everything,
                refused: false,
                shown: Vec::new(),
                ..self
            },
        }
    }

    /// The hash of a look that is withheld by law, from its own and a salt that the person is not given: without it, whoever knows
    /// the numbers of some who might have looked could try each.
    pub fn withheld_hash(&self, salt: &[u8; 16], claimant: ClaimantId, previous: &Hash) -> Hash {
        let mut parts = Parts::of("own-terms withheld look 1");
        parts.add(salt);
        parts.add(&self.hash(claimant, previous));
        parts.hash()
    }

    /// The look's hash, over each of its parts and the hash of the look before: a missing, moved or changed one shows.
    pub fn hash(&self, claimant: ClaimantId, previous: &Hash) -> Hash {
        let mut parts = Parts::of("own-terms look 1");
        parts.add(claimant.0.as_bytes());
        parts.add(&self.number.to_be_bytes());
        parts.add(&self.at.as_microsecond().to_be_bytes());
        parts.add(self.by.role().as_bytes());
        parts.add(self.by.id().unwrap_or_default().as_bytes());
        parts.add(self.reason.id().as_bytes());
        parts.add(self.subject.id().as_bytes());
        parts.add(&[u8::from(self.refused)]);
        parts.add(self.withheld.map_or("", Law::id).as_bytes());
        for wording in &self.shown {
            parts.add(wording.to_string().as_bytes());
        }
        parts.add(previous);
        parts.hash()
    }
}

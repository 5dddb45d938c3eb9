//! Everything that can be held about a person: each kind of item, and one item as it stands.

mod held;
mod id;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    agreement::Agreement,
    appointment::{Appointment, Participant},
    calendar_feed::CalendarFeed,
    carer::Delegation,
    carrying_on::CarryingOn,
    case_worker::Chosen,
    choices,
    consent::Consent,
    contact::{EarlierContact, Safe, Ways, Wish},
    correction::Correction,
    goals::{Goal, GoalOrder},
    message::Message,
    oversight::Oversight,
    profile::Profile,
    reading::{Choice, Reading},
    record::{KeptBack, OtherView, Record, Sort},
    recovery::Recovery,
    sign_in::{FoundBy, WayIn},
    standing::Standing,
    supporter::{Advice, Supporter},
    terms::{Breaks, Formats, Pace, Times, WithMe},
};

pub use self::{
    held::{Held, Version, Wording},
    id::ItemId,
};

choices! {
    /// The kinds of item, in the order they are shown.
    Kind {
        /// What the person is called.
        Profile = "profile",
        /// Whether support is on.
        Standing = "standing",
        /// The case worker whom they chose.
        CaseWorker = "case-worker",
        /// Somebody else who supports them, whom they added.
        Supporter = "supporter",
        /// What one of those who support them advised.
        Advice = "advice",
        /// A goal.
        Goal = "goal",
        /// The order of the goals.
        GoalOrder = "goal-order",
        /// Whether they want contact.
        Wish = "wish",
        /// How and when to reach them.
        Ways = "ways",
        /// How to do it safely.
        Safe = "safe",
        /// How to reach them, as it was before a change.
        EarlierContact = "earlier-contact",
        /// The ways to meet.
        Formats = "formats",
        /// Who is with them, and adjustments.
        WithMe = "with-me",
        /// How long and how often.
        Pace = "pace",
        /// Days and hours.
        Times = "times",
        /// Breaks.
        Breaks = "breaks",
        /// That they carry on at a light touch.
        CarryingOn = "carrying-on",
        /// An appointment, offered or agreed.
        Appointment = "appointment",
        /// Somebody else who is there at one, or is asked to be.
        Participant = "participant",
        /// The address that their calendar reads.
        CalendarFeed = "calendar-feed",
        /// An agreement, proposed or made.
        Agreement = "agreement",
        /// What the person and their case worker write to each other.
        Message = "message",
        /// That a supervisor looked into what is between them and their case worker, and why.
        Oversight = "oversight",
        /// Reading settings.
        Reading = "reading",
        /// A way to sign in.
        SignIn = "sign-in",
        /// A new way in, asked for after every way was lost.
        Recovery = "recovery",
        /// Somebody whom they let act for them.
        Carer = "carer",
        /// What they let an organisation see.
        Consent = "consent",
        /// A note that someone else wrote.
        Note = "note",
        /// What an organisation passed on.
        Referral = "referral",
        /// Money that was paid.
        Payment = "payment",
        /// A wish to have one of those put right.
        Correction = "correction",
        /// "I see it differently", beside one of those.
        OtherView = "other-view",
        /// That one of those is kept from carers.
        KeptBack = "kept-back",
    }
}

impl Kind {
    /// Every kind, in the order shown.
    pub const ALL: &'static [Self] = <Self as Choice>::ALL;

    /// The short name, as it is stored.
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }

    /// True for a kind of which the law keeps each item until its day.
    pub fn is_kept_by_law(self) -> bool {
        Sort::ALL.iter().any(|sort| sort.kind() == self && sort.is_kept_by_law())
    }

    /// True for what others write.
    pub fn is_record(self) -> bool {
        Sort::ALL.iter().any(|sort| sort.kind() == self)
    }

    /// True for a kind of which a person has one item at the most.
    pub fn is_single(self) -> bool {
        let several = matches!(
            self,
            Self::Supporter
                | Self::Advice
                | Self::Goal
                | Self::Appointment
                | Self::Participant
                | Self::Agreement
                | Self::Message
                | Self::SignIn
                | Self::Carer
                | Self::Consent
                | Self::Correction
                | Self::OtherView
                | Self::KeptBack
        );
        !several && !self.is_record()
    }

    /// True for a kind that is always at hand, whatever is needed: the rules lean on it.
    pub fn is_always_at_hand(self) -> bool {
        self.is_single() || matches!(self, Self::Carer | Self::Consent)
    }
}

/// The content of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content", rename_all = "kebab-case")]
pub enum Item {
    /// See [`Kind::Profile`].
    Profile(Profile),
    /// See [`Kind::Standing`].
    Standing(Standing),
    /// See [`Kind::CaseWorker`].
    CaseWorker(Chosen),
    /// See [`Kind::Supporter`].
    Supporter(Supporter),
    /// See [`Kind::Advice`].
    Advice(Advice),
    /// See [`Kind::Goal`].
    Goal(Goal),
    /// See [`Kind::GoalOrder`].
    GoalOrder(GoalOrder),
    /// See [`Kind::Wish`].
    Wish(Wish),
    /// See [`Kind::Ways`].
    Ways(Ways),
    /// See [`Kind::Safe`].
    Safe(Safe),
    /// See [`Kind::EarlierContact`].
    EarlierContact(EarlierContact),
    /// See [`Kind::Formats`].
    Formats(Formats),
    /// See [`Kind::WithMe`].
    WithMe(WithMe),
    /// See [`Kind::Pace`].
    Pace(Pace),
    /// See [`Kind::Times`].
    Times(Times),
    /// See [`Kind::Breaks`].
    Breaks(Breaks),
    /// See [`Kind::CarryingOn`].
    CarryingOn(CarryingOn),
    /// See [`Kind::Appointment`].
    Appointment(Box<Appointment>),
    /// See [`Kind::Participant`].
    Participant(Participant),
    /// See [`Kind::CalendarFeed`].
    CalendarFeed(CalendarFeed),
    /// See [`Kind::Agreement`].
    Agreement(Agreement),
    /// See [`Kind::Message`].
    Message(Message),
    /// See [`Kind::Oversight`].
    Oversight(Oversight),
    /// See [`Kind::Reading`].
    Reading(Reading),
    /// See [`Kind::SignIn`].
    SignIn(WayIn),
    /// See [`Kind::Recovery`].
    Recovery(Recovery),
    /// See [`Kind::Carer`].
    Carer(Delegation),
    /// See [`Kind::Consent`].
    Consent(Consent),
    /// See [`Kind::Note`], [`Kind::Referral`] and [`Kind::Payment`].
    Record(Record),
    /// See [`Kind::Correction`].
    Correction(Correction),
    /// See [`Kind::OtherView`].
    OtherView(OtherView),
    /// See [`Kind::KeptBack`].
    KeptBack(KeptBack),
}

impl Item {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Profile(_) => Kind::Profile,
            Self::Standing(_) => Kind::Standing,
            Self::CaseWorker(_) => Kind::CaseWorker,
            Self::Supporter(_) => Kind::Supporter,
            Self::Advice(_) => Kind::Advice,
            Self::Goal(_) => Kind::Goal,
            Self::GoalOrder(_) => Kind::GoalOrder,
            Self::Wish(_) => Kind::Wish,
            Self::Ways(_) => Kind::Ways,
            Self::Safe(_) => Kind::Safe,
            Self::EarlierContact(_) => Kind::EarlierContact,
            Self::Formats(_) => Kind::Formats,
            Self::WithMe(_) => Kind::WithMe,
            Self::Pace(_) => Kind::Pace,
            Self::Times(_) => Kind::Times,
            Self::Breaks(_) => Kind::Breaks,
            Self::CarryingOn(_) => Kind::CarryingOn,
            Self::Appointment(_) => Kind::Appointment,
            Self::Participant(_) => Kind::Participant,
            Self::CalendarFeed(_) => Kind::CalendarFeed,
            Self::Agreement(_) => Kind::Agreement,
            Self::Message(_) => Kind::Message,
            Self::Oversight(_) => Kind::Oversight,
            Self::Reading(_) => Kind::Reading,
            Self::SignIn(_) => Kind::SignIn,
            Self::Recovery(_) => Kind::Recovery,
            Self::Carer(_) => Kind::Carer,
            Self::Consent(_) => Kind::Consent,
            Self::Record(record) => record.sort.kind(),
            Self::Correction(_) => Kind::Correction,
            Self::OtherView(_) => Kind::OtherView,
            Self::KeptBack(_) => Kind::KeptBack,
        }
    }

    /// The day it goes by itself; none for what stays until the person takes it away.
    pub fn goes_on(&self) -> Option<Date> {
        match self {
            Self::Record(record) => Some(record.until),
            Self::Appointment(appointment) => Some(appointment.until()),
            Self::Agreement(agreement) => agreement.until(),
            Self::Message(message) => Some(message.until),
            Self::EarlierContact(earlier) => Some(earlier.until()),
            _ => None,
        }
    }

    /// What it is found by before it is known whose it is; none for most.
    pub fn found_by(&self) -> Option<FoundBy<'_>> {
        match self {
            Self::SignIn(way) => Some(way.how.found_by()),
            // Those who were asked too, so that they can be shown it and answer.
            Self::Carer(delegation) => delegation.grant().map(|grant| FoundBy::Carer(grant.carer)),
            // Those that are over too, so that a try to see more stands in the log.
            Self::Consent(consent) => consent.was_given().then_some(FoundBy::Organisation(consent.organisation)),
            // So that a calendar which comes with the address is known again.
            Self::CalendarFeed(feed) => Some(FoundBy::Calendar(feed.id)),
            // So that a case worker finds who chose them.
            Self::CaseWorker(chosen) => Some(FoundBy::CaseWorker(chosen.staff)),
            _ => None,
        }
    }

    /// The day until which the law keeps it; none for what can go today.
    pub fn law_keeps_it_until(&self, today: Date) -> Option<Date> {
        match self {
            Self::Record(record) => record.law_keeps_it_until(today),
            _ => None,
        }
    }
}

//! What a person is told, to whom and when: what follows from a decision ([`after`]), and what of it still holds when it leaves ([`due`]).
//!
//! Nothing is sent because a page thought of it: what was decided says it, so that none is forgotten and none comes twice.

mod after;
mod due;

use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

pub use self::{
    after::{Telling, after},
    due::{Due, Says, due, needs},
};
use crate::{
    appointment::Slot,
    consent::REMINDED_BEFORE,
    contact::Side,
    ids::{AppointmentId, ConsentId, WayInId},
    item::ItemId,
    terms::Reminder,
    time::clock,
};

/// What somebody is told of. Whatever it is, it says to nobody else what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum About {
    /// An appointment is offered.
    Offer {
        /// Which.
        appointment: AppointmentId,
    },
    /// Somebody else did something about one: withdrew it, called it off, answered it.
    Change {
        /// Which.
        appointment: AppointmentId,
        /// When.
        at: Timestamp,
    },
    /// One is agreed and comes soon.
    Reminder {
        /// Which.
        appointment: AppointmentId,
        /// Which of the reminders that the person chose.
        when: Reminder,
    },
    /// What is shared with an organisation is so for not much longer.
    ConsentEnds {
        /// By which consent.
        consent: ConsentId,
        /// Its last day, when this was to be told.
        until: Date,
    },
    /// A way to sign in was added or closed.
    WaysIn {
        /// When.
        at: Timestamp,
    },
    /// How they are reached was changed.
    Details {
        /// Until when it was what it was before.
        until: Timestamp,
    },
    /// Somebody asked for a new way in, or came in by it.
    Recovery {
        /// The one that was asked for then.
        asked: Timestamp,
        /// True once somebody came in by it.
        used: bool,
    },
}

impl About {
    /// The appointment that it is about.
    fn appointment(self) -> Option<AppointmentId> {
        match self {
            Self::Offer { appointment } | Self::Change { appointment, .. } | Self::Reminder { appointment, .. } => {
                Some(appointment)
            }
            Self::ConsentEnds { .. } | Self::WaysIn { .. } | Self::Details { .. } | Self::Recovery { .. } => None,
        }
    }

    /// The item that it is about, where there is one of its own.
    fn item(self) -> Option<ItemId> {
        match self {
            Self::ConsentEnds { consent, .. } => Some(ItemId::Consent(consent)),
            _ => self.appointment().map(ItemId::Appointment),
        }
    }

    /// True for what says no more than that there is something new: one message says it of several.
    pub fn is_news(self) -> bool {
        matches!(self, Self::Offer { .. } | Self::Change { .. })
    }
}

/// Where somebody is told. The address itself is read when it is sent, so that it is the one that holds then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "kebab-case")]
pub enum To {
    /// An address that they sign in with: at any hour, whatever they say of contact, because it guards their place.
    Way {
        /// Which.
        way: WayInId,
    },
    /// Where and when they want to be reached.
    Chosen,
    /// Where and when they were reached before a change of that, or are after it.
    Side {
        /// Which of the two.
        side: Side,
    },
}

impl To {
    /// True for where they are only reached as they want it.
    pub fn is_contact(self) -> bool {
        !matches!(self, Self::Way { .. })
    }
}

/// Something that somebody is told, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Message {
    /// Of what.
    #[serde(flatten)]
    pub about: About,
    /// Where.
    #[serde(flatten)]
    pub to: To,
}

/// The moment to remind of a consent whose last day this is: at nine, as many days before as the person was told.
pub fn reminded_of_end_at(until: Date) -> Option<Timestamp> {
    let day = until.checked_sub(REMINDED_BEFORE.days()).ok()?;
    Some(day.at(9, 0, 0, 0).to_zoned(clock()).ok()?.timestamp())
}

/// The moment to remind of an appointment: at nine on the day, or at eight on the morning itself; none where that is not before it.
pub fn reminded_at(when: Reminder, slot: Slot) -> Option<Timestamp> {
    let (days, hour) = match when {
        Reminder::WeekBefore => (7, 9),
        Reminder::DayBefore => (1, 9),
        Reminder::SameMorning => (0, 8),
    };
    let day = slot.day.checked_sub(days.days()).ok()?;
    let at = day.at(hour, 0, 0, 0).to_zoned(clock()).ok()?.timestamp();
    (at < slot.begins()?.timestamp()).then_some(at)
}

//! The hours of a case worker that are promised to somebody: two people cannot have the same one. To whom is no part of it.

use jiff::Timestamp;

use super::{Appointment, Slot};
use crate::ids::StaffId;

/// Hours of a case worker that somebody said yes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promised {
    /// Whose hours.
    pub with: StaffId,
    /// The first moment.
    pub from: Timestamp,
    /// The moment after the last.
    pub until: Timestamp,
}

impl Promised {
    /// What somebody with this appointment was promised, as long as it stands.
    pub fn by(appointment: &Appointment) -> Option<Self> {
        let (slot, minutes) = (appointment.agreed()?, appointment.draft.minutes);
        Some(Self { with: appointment.with, from: slot.begins()?.timestamp(), until: slot.ends(minutes)?.timestamp() })
    }

    /// True when the two have a moment in common.
    pub fn covers(&self, slot: Slot, minutes: u16) -> bool {
        let common = || Some(slot.begins()?.timestamp() < self.until && self.from < slot.ends(minutes)?.timestamp());
        common().unwrap_or_default()
    }
}

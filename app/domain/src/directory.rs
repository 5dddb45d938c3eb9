//! Who people are that write and look: by name, role and organisation, never only by a number (promise 5).

use std::collections::BTreeMap;

use crate::{
    actor::Actor,
    ids::{CarerId, OrganisationId, StaffId},
    staff::Staff,
    text::Line,
};

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: Line,
}

/// What is known of those who wrote or looked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    staff: BTreeMap<StaffId, Staff>,
    organisations: BTreeMap<OrganisationId, Organisation>,
    carers: BTreeMap<CarerId, Line>,
}

/// Somebody with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known<'a> {
    /// A person.
    Staff(&'a Staff),
    /// The system of the organisation that this person works for, in their stead.
    System(&'a Staff),
    /// An organisation's own system.
    Organisation(&'a Organisation),
    /// A carer, by the name that the person has for them.
    Carer(&'a Line),
}

impl Directory {
    /// A directory of these.
    pub fn new(staff: impl IntoIterator<Item = Staff>, organisations: impl IntoIterator<Item = Organisation>) -> Self {
        Self {
            staff: staff.into_iter().map(|staff| (staff.id, staff)).collect(),
            organisations: organisations.into_iter().map(|organisation| (organisation.id, organisation)).collect(),
            carers: BTreeMap::new(),
        }
    }

    /// The same, with carers by the names that the person has for them: what a carer calls themself stands in their own place,
    /// which nobody looks into to name them.
    #[must_use]
    pub fn with_carers(self, carers: impl IntoIterator<Item = (CarerId, Line)>) -> Self {
        Self { carers: carers.into_iter().collect(), ..self }
    }

    /// What is known of someone; nothing of the person themself, of whoever has a code or an address, and of the service.
    pub fn of(&self, actor: Actor) -> Option<Known<'_>> {
        match actor {
            Actor::CaseWorker(id) | Actor::Supervisor(id) => self.staff.get(&id).map(Known::Staff),
            Actor::System(id) => self.staff.get(&id).map(Known::System),
            Actor::Organisation(id) => self.organisations.get(&id).map(Known::Organisation),
            Actor::Carer(id) => self.carers.get(&id).map(Known::Carer),
            Actor::Claimant(_) | Actor::CodeHolder(_) | Actor::Calendar(_) | Actor::Service => None,
        }
    }

    /// This and another together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.staff.extend(other.staff);
        self.organisations.extend(other.organisations);
        self.carers.extend(other.carers);
        self
    }

    /// Everyone in it who works for an organisation, by name.
    pub fn staff(&self) -> Vec<&Staff> {
        let mut staff: Vec<_> = self.staff.values().collect();
        staff.sort_by(|one, other| one.name.as_str().cmp(other.name.as_str()));
        staff
    }
}

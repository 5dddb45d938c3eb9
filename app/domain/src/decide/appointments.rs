//! Appointments: offered within the person's terms, answered by them, called off by either.

use jiff::civil::Date;

use super::{Desk, Entry, Refusal, invalid, stopping::may_contact};
use crate::{
    actor::Actor,
    appointment::{
        Answer, Appointment, AppointmentDraft, By, MOST_APPOINTMENTS, MOST_OPEN, MOST_TIMES, Progress, Slot, Suggestion,
    },
    form::ErrorKind,
    ids::{AppointmentId, StaffId},
    item::{Item, ItemId, Kind, Version},
    offer::{TermBroken, check},
    picker::agreed_but,
};

impl Desk<'_> {
    /// By the case worker whom the person chose, while they want to be contacted, within their terms. Promise 3.
    pub(super) fn offer_appointment(&self, id: AppointmentId, draft: AppointmentDraft) -> Result<Vec<Entry>, Refusal> {
        let with = self.actor.case_worker().ok_or(Refusal::NotPermitted)?;
        if let Some(held) = self.state.get(ItemId::Appointment(id)) {
            // The same form sent twice offers one.
            let same = self.state.appointment(id).is_some_and(|stands| stands.with == with && stands.draft == draft);
            return if same { Ok(Vec::new()) } else { Err(Refusal::Changed(held.version)) };
        }
        self.was_not_erased(ItemId::Appointment(id))?;
        if !may_contact(self.state, self.now) {
            return Err(Refusal::NoContact);
        }
        self.room_for_one_more()?;
        self.can_replace(draft.replaces)?;
        self.times_are_apart(with, &draft)?;
        self.within_terms(&draft, &draft.times, self.now.today)?;
        let (offered, progress) = (self.now.today, Progress::Offered);
        let appointment = Appointment { with, offered, draft, suggestion: None, progress };
        let mut entries = self.write(ItemId::Appointment(id), Item::Appointment(Box::new(appointment)));
        entries.extend(self.those_of_the_terms(id));
        Ok(entries)
    }

    pub(super) fn withdraw_offer(&self, id: AppointmentId) -> Result<Vec<Entry>, Refusal> {
        self.actor.case_worker().ok_or(Refusal::NotPermitted)?;
        let stands = self.theirs(id)?;
        match stands.progress {
            Progress::Offered | Progress::Withdrawn => Ok(self.proceed_with(id, stands, Progress::Withdrawn)),
            _ => Err(Refusal::NotFound),
        }
    }

    /// By the person, or a carer whom they let: nobody who offers answers.
    pub(super) fn answer_offer(&self, id: AppointmentId, on: Version, answer: Answer) -> Result<Vec<Entry>, Refusal> {
        if !matches!(self.actor, Actor::Claimant(_) | Actor::Carer(_)) {
            return Err(Refusal::NotPermitted);
        }
        let stands = self.appointment(id)?;
        let status = stands.status(self.now);
        match answer {
            Answer::Yes(slot) if stands.agreed() == Some(slot) => Ok(Vec::new()),
            Answer::Yes(slot) if status.is_open() => self.say_yes(id, on, stands, slot),
            Answer::No if stands.progress == Progress::Declined => Ok(Vec::new()),
            Answer::No if stands.progress == Progress::Offered => {
                let no = Appointment { progress: Progress::Declined, ..stands.clone() };
                self.set_one(ItemId::Appointment(id), on, Item::Appointment(Box::new(no)))
            }
            // What stands changes by no suggestion: another offer has to be made, and answered.
            Answer::Suggest(wanted) if status.is_open() || status.is_agreed() => self.suggest(id, on, stands, wanted),
            _ if self.state.version(ItemId::Appointment(id)) != on => {
                Err(Refusal::Changed(self.state.version(ItemId::Appointment(id))))
            }
            _ => Err(Refusal::NotFound),
        }
    }

    /// By either side, at any time before it begins; nothing that changed meanwhile stands in its way.
    pub(super) fn cancel_appointment(&self, id: AppointmentId) -> Result<Vec<Entry>, Refusal> {
        let stands = self.theirs(id)?;
        match stands.progress {
            Progress::Accepted { slot } if slot.is_to_come(self.now) => {
                Ok(self.proceed_with(id, stands, self.called_off(slot)))
            }
            Progress::Accepted { .. } => Err(invalid("do", ErrorKind::InThePast)),
            Progress::Cancelled { .. } => Ok(Vec::new()),
            _ => Err(Refusal::NotFound),
        }
    }

    fn say_yes(&self, id: AppointmentId, on: Version, stands: &Appointment, slot: Slot) -> Result<Vec<Entry>, Refusal> {
        if !self.state.standing().is_on() {
            return Err(Refusal::Stopped);
        }
        if !stands.draft.times.contains(&slot) {
            return Err(invalid("slot", ErrorKind::NotAChoice));
        }
        if !slot.is_to_come(self.now) {
            return Err(invalid("slot", ErrorKind::InThePast));
        }
        // Of two who were offered the same hour, the first has it. The other hears so and loses nothing else.
        if self.state.is_promised(stands.with, slot, stands.draft.minutes) {
            return Err(invalid("slot", ErrorKind::Taken));
        }
        // The person's own yes is theirs; nobody says yes for them to what their terms rule out by now.
        if matches!(self.actor, Actor::Carer(_)) {
            self.within_terms(&stands.draft, &[slot], stands.offered)?;
        }
        let yes = Appointment { suggestion: None, progress: Progress::Accepted { slot }, ..stands.clone() };
        let mut entries = self.set_one(ItemId::Appointment(id), on, Item::Appointment(Box::new(yes)))?;
        let before = stands.draft.replaces.and_then(|id| Some((id, self.state.appointment(id)?)));
        if let Some((before, appointment)) = before
            && let Some(slot) = appointment.agreed().filter(|slot| slot.is_to_come(self.now))
        {
            entries.extend(self.proceed_with(before, appointment, Progress::Moved { slot, to: id }));
            entries.extend(self.asked_anew(before, id));
        }
        Ok(entries)
    }

    fn suggest(
        &self,
        id: AppointmentId,
        on: Version,
        stands: &Appointment,
        wanted: Suggestion,
    ) -> Result<Vec<Entry>, Refusal> {
        let asked = Appointment { suggestion: Some(wanted), ..stands.clone() };
        self.set_one(ItemId::Appointment(id), on, Item::Appointment(Box::new(asked)))
    }

    fn appointment(&self, id: AppointmentId) -> Result<&Appointment, Refusal> {
        self.state.appointment(id).ok_or(Refusal::NotFound)
    }

    /// One that is theirs to end: of those who work here, whoever it is with. What was agreed with another stands.
    fn theirs(&self, id: AppointmentId) -> Result<&Appointment, Refusal> {
        let stands = self.appointment(id)?;
        let is_anothers = self.actor.case_worker().is_some_and(|with| with != stands.with);
        if is_anothers { Err(Refusal::NotFound) } else { Ok(stands) }
    }

    fn room_for_one_more(&self) -> Result<(), Refusal> {
        let open = self.state.appointments().filter(|(_, one)| one.status(self.now).is_open()).count();
        let too_many = |max| Err(invalid("times", ErrorKind::TooMany { max }));
        if open >= MOST_OPEN {
            return too_many(MOST_OPEN);
        }
        if self.state.count_of(Kind::Appointment) >= MOST_APPOINTMENTS {
            return too_many(MOST_APPOINTMENTS);
        }
        Ok(())
    }

    /// Only one that is agreed and to come can be moved.
    fn can_replace(&self, replaces: Option<AppointmentId>) -> Result<(), Refusal> {
        let Some(id) = replaces else { return Ok(()) };
        let agreed = self.state.appointment(id).is_some_and(|before| before.status(self.now).is_agreed());
        if agreed { Ok(()) } else { Err(invalid("replaces", ErrorKind::NotAChoice)) }
    }

    /// Each time is one that comes, is still to come, and has no moment in common with another, with what is agreed, or with what
    /// whoever offers it promised to somebody else.
    fn times_are_apart(&self, with: StaffId, draft: &AppointmentDraft) -> Result<(), Refusal> {
        let wrong = |kind| Err(invalid("times", kind));
        if draft.times.is_empty() {
            return wrong(ErrorKind::NotChosen);
        }
        if draft.times.len() > MOST_TIMES {
            return wrong(ErrorKind::TooMany { max: MOST_TIMES });
        }
        for (at, slot) in draft.times.iter().enumerate() {
            if slot.begins().is_none() {
                return wrong(ErrorKind::NoSuchTime);
            }
            if !slot.is_to_come(self.now) {
                return wrong(ErrorKind::InThePast);
            }
            let among = draft.times[..at].iter().map(|other| (*other, draft.minutes));
            if among
                .chain(agreed_but(self.state, draft.replaces))
                .any(|(other, minutes)| slot.overlaps(draft.minutes, other, minutes))
            {
                return wrong(ErrorKind::Overlaps);
            }
            if self.state.is_promised(with, *slot, draft.minutes) {
                return wrong(ErrorKind::Promised);
            }
        }
        Ok(())
    }

    /// That each of the times is within the terms as they stand, with the notice counted from the day of the offer.
    fn within_terms(&self, draft: &AppointmentDraft, times: &[Slot], offered: Date) -> Result<(), Refusal> {
        let terms = self.state.terms();
        let others: Vec<Date> = agreed_but(self.state, draft.replaces).map(|(slot, _)| slot.day).collect();
        let mut broken: Vec<TermBroken> = Vec::new();
        for slot in times {
            let offer = draft.offer(*slot).ok_or_else(|| invalid("times", ErrorKind::NoSuchTime))?;
            broken.extend(check(&terms, &offer, offered, &others).err().unwrap_or_default());
        }
        broken.sort_unstable();
        broken.dedup();
        if broken.is_empty() { Ok(()) } else { Err(Refusal::OutsideTerms(broken)) }
    }

    /// Called off by whoever asks.
    pub(super) fn called_off(&self, slot: Slot) -> Progress {
        let by = match self.actor {
            Actor::Carer(_) => By::Carer,
            Actor::CaseWorker(_) | Actor::System(_) => By::CaseWorker,
            _ => By::Person,
        };
        Progress::Cancelled { slot, by }
    }

    pub(super) fn proceed_with(&self, id: AppointmentId, stands: &Appointment, progress: Progress) -> Vec<Entry> {
        self.write(ItemId::Appointment(id), Item::Appointment(Box::new(Appointment { progress, ..stands.clone() })))
    }
}

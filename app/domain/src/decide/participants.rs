//! Who else is there at an appointment: each answers for themself, and nothing here changes the appointment.

use super::{Change, Desk, Entry, Refusal};
use crate::{
    actor::Actor,
    appointment::{Appointment, Coming, ComingDraft, CompanionDraft, InterpreterDraft, Part, Participant, Who},
    carer::{Delegation, Status},
    ids::{AppointmentId, DelegationId},
    item::{Item, ItemId, Version},
    permission::Scope,
};

impl Desk<'_> {
    /// Whom the person brings. They name them, so they come.
    pub(super) fn bring_companion(
        &self,
        id: AppointmentId,
        on: Version,
        draft: CompanionDraft,
    ) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        self.is_to_come(id)?;
        let one = Participant { who: Who::Companion { name: draft.name }, coming: Coming::Coming };
        self.set_one(ItemId::Participant(id, Part::Companion), on, Item::Participant(one))
    }

    /// That somebody interprets, whom the case worker books.
    pub(super) fn ask_interpreter(
        &self,
        id: AppointmentId,
        on: Version,
        draft: InterpreterDraft,
    ) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        self.is_to_come(id)?;
        let InterpreterDraft { interprets, language } = draft;
        // To ask for the same again takes no answer away.
        let same = |one: &Participant| match &one.who {
            Who::Interpreter { interprets: stands, language: of, .. } => (*stands, of) == (interprets, &language),
            _ => false,
        };
        if self.state.participant(id, Part::Interpreter).is_some_and(same) {
            return Ok(Vec::new());
        }
        let who = Who::Interpreter { interprets, language, name: None };
        let one = Participant { who, coming: Coming::Asked };
        self.set_one(ItemId::Participant(id, Part::Interpreter), on, Item::Participant(one))
    }

    /// A carer who may see the appointment: to be asked shows nobody anything that they were not given.
    pub(super) fn ask_carer(&self, id: AppointmentId, carer: DelegationId) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        self.is_to_come(id)?;
        if self.state.participant(id, Part::Carer(carer)).is_some() {
            return Ok(Vec::new());
        }
        let delegation = self.state.delegation(carer).filter(|one| one.status(self.now.today) == Status::Live);
        let delegation = delegation.filter(|one| may_answer(one)).ok_or(Refusal::NotFound)?;
        let who = Who::Carer { carer: delegation.carer().ok_or(Refusal::NotFound)?, name: delegation.name.clone() };
        let one = Participant { who, coming: Coming::Asked };
        Ok(self.write(ItemId::Participant(id, Part::Carer(carer)), Item::Participant(one)))
    }

    /// Nobody has to be there whom the person does not want. Nothing that changed meanwhile stands in its way.
    pub(super) fn leave_out(&self, id: AppointmentId, part: Part) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        self.is_to_come(id)?;
        let item = ItemId::Participant(id, part);
        self.take_away(item, self.state.version(item))
    }

    /// Whether somebody comes, said by whoever may: of a companion the person, of an interpreter the case worker who books them once a time
    /// is agreed, of a carer that carer alone.
    pub(super) fn say_coming(
        &self,
        id: AppointmentId,
        part: Part,
        on: Version,
        draft: ComingDraft,
    ) -> Result<Vec<Entry>, Refusal> {
        let appointment = self.is_to_come(id)?;
        let stands = self.state.participant(id, part).ok_or(Refusal::NotFound)?;
        let may = match (self.actor, &stands.who) {
            (Actor::Claimant(_), Who::Companion { .. }) => true,
            (Actor::CaseWorker(with), Who::Interpreter { .. }) => {
                with == appointment.with && appointment.status(self.now).is_agreed()
            }
            (Actor::Carer(me), Who::Carer { carer, .. }) => me == *carer,
            _ => false,
        };
        if !may {
            return Err(Refusal::NotFound);
        }
        let who = match stands.who.clone() {
            Who::Interpreter { interprets, language, .. } => {
                Who::Interpreter { interprets, language, name: draft.name }
            }
            other => other,
        };
        let one = Participant { who, coming: draft.coming };
        self.set_one(ItemId::Participant(id, part), on, Item::Participant(one))
    }

    /// Those who come because the terms say so, beside an offer that is made.
    pub(super) fn those_of_the_terms(&self, id: AppointmentId) -> Vec<Entry> {
        let all = Participant::of(&self.state.with_me()).into_iter();
        all.flat_map(|(part, one)| self.write(ItemId::Participant(id, part), Item::Participant(one))).collect()
    }

    /// Those who were to come to one that another takes the place of are asked anew: it is another time.
    pub(super) fn asked_anew(&self, before: AppointmentId, after: AppointmentId) -> Vec<Entry> {
        let all = self.state.participants_of(before);
        let all = all.filter(|(part, _)| self.state.participant(after, *part).is_none());
        all.flat_map(|(part, one)| self.write(ItemId::Participant(after, part), Item::Participant(one.asked_anew())))
            .collect()
    }

    /// What a carer was to come to is no longer theirs once they may not see it.
    pub(super) fn no_longer_asked(&self, carer: DelegationId) -> Vec<Entry> {
        let to_come = self.state.appointments().filter(|(_, one)| is_to_come(one, self));
        let theirs = to_come.map(|(id, _)| ItemId::Participant(id, Part::Carer(carer)));
        let theirs = theirs.filter(|id| self.state.get(*id).is_some());
        theirs.map(|item| Entry { item, change: Change::TakeAway }).collect()
    }

    /// One that waits for an answer, or is agreed and to come: of any other nobody is asked any more.
    fn is_to_come(&self, id: AppointmentId) -> Result<&Appointment, Refusal> {
        self.state.appointment(id).filter(|one| is_to_come(one, self)).ok_or(Refusal::NotFound)
    }
}

fn is_to_come(one: &Appointment, desk: &Desk<'_>) -> bool {
    let status = one.status(desk.now);
    status.is_open() || status.is_agreed()
}

/// True for a carer who sees appointments.
pub(super) fn may_answer(one: &Delegation) -> bool {
    one.scopes.contains(&Scope::AnswerAppointments)
}

//! Agreements: proposed by one of the two, answered by the other, left by either.

use super::{Desk, Entry, Refusal, invalid};
use crate::{
    agreement::{
        Agreement, AgreementDraft, Answer, MOST_AGREEMENTS, MOST_OPEN, Progress, Side, Status, is_too_far_away,
    },
    form::ErrorKind,
    ids::AgreementId,
    item::{Item, ItemId, Kind, Version},
};

impl Desk<'_> {
    pub(super) fn propose_agreement(&self, id: AgreementId, draft: AgreementDraft) -> Result<Vec<Entry>, Refusal> {
        let (by, with) = self.the_two()?;
        if let Some(held) = self.state.get(ItemId::Agreement(id)) {
            // The same form sent twice proposes one.
            let same = |stands: &Agreement| (stands.with, stands.by, &stands.draft) == (with, by, &draft);
            let same = self.state.agreement(id).is_some_and(same);
            return if same { Ok(Vec::new()) } else { Err(Refusal::Changed(held.version)) };
        }
        self.may_write()?;
        self.says_enough(by, &draft)?;
        self.leaves_room(by)?;
        let stands = |id| self.state.agreement(id).is_some_and(|one| one.status(self.now.today) == Status::Agreed);
        if draft.replaces.is_some_and(|id| !stands(id)) {
            return Err(invalid("replaces", ErrorKind::NotAChoice));
        }
        let agreement = Agreement { with, by, since: self.now.today, draft, progress: Progress::Proposed };
        Ok(self.write(ItemId::Agreement(id), Item::Agreement(agreement)))
    }

    /// By the other of the two, to what was proposed as it was proposed.
    pub(super) fn answer_agreement(&self, id: AgreementId, on: Version, answer: Answer) -> Result<Vec<Entry>, Refusal> {
        let stands = self.agreement(id)?;
        let side = self.side_of(stands)?;
        if side == stands.by || side == Side::CaseWorker && answer == Answer::AskDoctor {
            return Err(Refusal::NotFound);
        }
        let progress = match answer {
            Answer::Yes => Progress::Agreed,
            Answer::No => Progress::Declined,
            Answer::NotNow => Progress::Deferred,
            Answer::AskDoctor => Progress::AskingDoctor,
        };
        if stands.progress == progress {
            return Ok(Vec::new());
        }
        self.may_write()?;
        // One who sees nothing of it any more, nobody agrees with.
        if answer == Answer::Yes && self.the_two()?.1 != stands.with {
            return Err(Refusal::NotFound);
        }
        // A no closes what has lapsed as well.
        let open = stands.status(self.now.today).is_open() || stands.is_open() && answer == Answer::No;
        if self.state.version(ItemId::Agreement(id)) != on {
            return Err(Refusal::Changed(self.state.version(ItemId::Agreement(id))));
        }
        if !open {
            return Err(Refusal::NotFound);
        }
        let mut entries = self.bring_on(id, stands, progress);
        let before = stands.draft.replaces.filter(|_| answer == Answer::Yes);
        if let Some((before, agreement)) = before.and_then(|id| Some((id, self.state.agreement(id)?)))
            && agreement.progress == Progress::Agreed
        {
            entries.extend(self.bring_on(before, agreement, Progress::Replaced { to: id }));
        }
        Ok(entries)
    }

    /// By either, at any time; nothing that changed meanwhile stands in its way, and nobody asks why.
    pub(super) fn leave_agreement(&self, id: AgreementId) -> Result<Vec<Entry>, Refusal> {
        let stands = self.agreement(id)?;
        let side = self.side_of(stands)?;
        match stands.progress {
            Progress::Agreed => Ok(self.bring_on(id, stands, Progress::Left { by: side })),
            Progress::Left { .. } | Progress::Replaced { .. } | Progress::Withdrawn => Ok(Vec::new()),
            // What oneself proposed; to what the other did one says no.
            _ if stands.is_open() && stands.by == side => Ok(self.bring_on(id, stands, Progress::Withdrawn)),
            _ => Err(Refusal::NotFound),
        }
    }

    /// The entry that brings one further.
    pub(super) fn bring_on(&self, id: AgreementId, stands: &Agreement, progress: Progress) -> Vec<Entry> {
        self.write(ItemId::Agreement(id), Item::Agreement(stands.at(progress, self.now.today)))
    }

    fn agreement(&self, id: AgreementId) -> Result<&Agreement, Refusal> {
        self.state.agreement(id).ok_or(Refusal::NotFound)
    }

    /// Which of the two asks. The person stays one of them once they have stopped, or chosen somebody else: then they can
    /// close what is left.
    fn side_of(&self, stands: &Agreement) -> Result<Side, Refusal> {
        if self.only_the_person().is_ok() {
            return Ok(Side::Person);
        }
        match self.the_two()? {
            (side, with) if with == stands.with => Ok(side),
            _ => Err(Refusal::NotFound),
        }
    }

    /// Somebody does something; and a case worker who asks something of the person says what they will do themself.
    fn says_enough(&self, by: Side, draft: &AgreementDraft) -> Result<(), Refusal> {
        if by == Side::CaseWorker && draft.case_worker.is_none() {
            return Err(invalid("case_worker", ErrorKind::Empty));
        }
        if draft.person.is_none() && draft.case_worker.is_none() {
            return Err(invalid("person", ErrorKind::Empty));
        }
        match draft.until {
            Some(until) if until < self.now.today => Err(invalid("until", ErrorKind::InThePast)),
            Some(until) if is_too_far_away(self.now.today, until) => Err(invalid("until", ErrorKind::TooFarAway)),
            _ => Ok(()),
        }
    }

    fn leaves_room(&self, by: Side) -> Result<(), Refusal> {
        let too_many = |max| Err(invalid("person", ErrorKind::TooMany { max }));
        let waits = |one: &Agreement| one.by == by && one.status(self.now.today).is_open();
        if self.state.agreements().filter(|(_, one)| waits(one)).count() >= MOST_OPEN {
            return too_many(MOST_OPEN);
        }
        if self.state.count_of(Kind::Agreement) >= MOST_AGREEMENTS {
            return too_many(MOST_AGREEMENTS);
        }
        Ok(())
    }
}

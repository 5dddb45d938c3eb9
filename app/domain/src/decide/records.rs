//! What others write about the person: writing it, having it put right, and seeing it differently.

use super::{Change, Desk, Entry, Refusal, invalid};
use crate::{
    actor::Actor,
    case_worker::Chosen,
    correction::{Answer, Correction, CorrectionDraft},
    form::ErrorKind,
    ids::{RecordId, StaffId},
    item::{Held, Item, ItemId, Kind, Version},
    record::{KeptBack, OtherView, Record, RecordDraft},
};

impl Desk<'_> {
    pub(super) fn choose_case_worker(&self, on: Version, staff: Option<StaffId>) -> Result<Vec<Entry>, Refusal> {
        match staff {
            Some(staff) => self.set(on, Item::CaseWorker(Chosen { staff })),
            None => self.take_away(ItemId::The(Kind::CaseWorker), on),
        }
    }

    pub(super) fn write_record(&self, id: RecordId, draft: RecordDraft) -> Result<Vec<Entry>, Refusal> {
        // A record is what others wrote: the person says what they like in their own items.
        if self.only_the_person().is_ok() {
            return Err(Refusal::NotPermitted);
        }
        // Of one number there is one thing to stand beside.
        if let Some((held, _)) = self.state.message(id) {
            return Err(Refusal::Changed(held.version));
        }
        let record = Record::new(draft, self.now.today);
        // Sent twice it is written once; the same number is never another record.
        match self.state.record(id) {
            Some((held, stands)) if held.by == self.actor && stands.says_as(&record) => Ok(Vec::new()),
            Some((held, _)) => Err(Refusal::Changed(held.version)),
            None => {
                self.was_not_erased(ItemId::Record(record.sort, id))?;
                // At the desk its page is not there for those who want no contact. What an organisation holds is not said to anybody.
                if matches!(self.actor, Actor::System(_)) {
                    self.may_write()?;
                }
                Ok(self.write(ItemId::Record(record.sort, id), Item::Record(record)))
            }
        }
    }

    pub(super) fn ask_correction(
        &self,
        record: RecordId,
        on: Version,
        seen: Version,
        draft: CorrectionDraft,
    ) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        let (held, stands) = self.record(record)?;
        let asked = self.state.correction(record).filter(|correction| correction.progress.awaits_an_answer());
        if asked.is_some_and(|asked| asked.draft() == draft) {
            return Ok(Vec::new());
        }
        if held.version != seen {
            return Err(Refusal::Changed(held.version));
        }
        // The form is filled in with what it says: sent as it was, nothing was asked for.
        if draft.should_be == stands.words {
            return Err(invalid("should_be", ErrorKind::Unchanged));
        }
        let correction = Correction::ask(draft, stands.words.clone(), self.now.today);
        self.set_one(ItemId::Correction(record), on, Item::Correction(correction))
    }

    pub(super) fn withdraw_correction(&self, record: RecordId, on: Version) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        self.take_away(ItemId::Correction(record), on)
    }

    pub(super) fn answer_correction(&self, id: RecordId, on: Version, answer: Answer) -> Result<Vec<Entry>, Refusal> {
        // Only whoever wrote it: the person cannot answer for them, nor another who was asked about something else.
        let (held, record) = self.record(id).map_err(|_| Refusal::NotPermitted)?;
        if !held.by.is_same_as(self.actor) {
            return Err(Refusal::NotPermitted);
        }
        let correction = self.state.correction(id).ok_or(Refusal::NotFound)?;
        let right = matches!(answer, Answer::Done)
            .then(|| Record { words: correction.should_be.clone(), ..record.clone() })
            .map(|record| self.write(held.id, Item::Record(record)));
        let answered = correction.answered(answer, self.now.today).ok_or(Refusal::NotFound)?;
        let mut entries = self.set_one(ItemId::Correction(id), on, Item::Correction(answered))?;
        entries.extend(right.unwrap_or_default());
        Ok(entries)
    }

    pub(super) fn say_differently(
        &self,
        record: RecordId,
        on: Version,
        view: OtherView,
    ) -> Result<Vec<Entry>, Refusal> {
        let of_case_worker = self.state.message(record).is_some_and(|(held, _)| held.by.case_worker().is_some());
        if !of_case_worker {
            self.record(record)?;
        }
        self.set_one(ItemId::OtherView(record), on, Item::OtherView(view))
    }

    pub(super) fn keep_from_carers(&self, record: RecordId) -> Result<Vec<Entry>, Refusal> {
        let (_, stands) = self.record(record)?;
        Ok(self.write(ItemId::KeptBack(record), Item::KeptBack(KeptBack { sort: stands.sort })))
    }

    pub(super) fn show_carers(&self, record: RecordId) -> Result<Vec<Entry>, Refusal> {
        self.record(record)?;
        let item = ItemId::KeptBack(record);
        let kept = self.state.get(item);
        Ok(kept.map(|_| Entry { item, change: Change::TakeAway }).into_iter().collect())
    }

    fn record(&self, id: RecordId) -> Result<(&Held, &Record), Refusal> {
        self.state.record(id).ok_or(Refusal::NotFound)
    }
}

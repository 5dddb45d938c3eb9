//! Who else supports the person and what they advised: the person's own to say, to mark, and to send.

use super::{Change, Command, Desk, Entry, Refusal, invalid};
use crate::{
    consent::{Consent, Given, MOST_CONSENTS, Progress, Purpose},
    form::ErrorKind,
    ids::{AdviceId, ConsentId, OrganisationId, SupporterId},
    item::{Item, ItemId, Kind, Version},
    message::MessageDraft,
    supporter::{Advice, AdviceDraft, Adviser, MOST_ADVICE, MOST_SUPPORTERS, Sending, Supporter},
    text::Line,
};

impl Desk<'_> {
    /// What is asked for about who supports the person, and for how long.
    pub(super) fn about_who_supports(&self, command: Command) -> Result<Vec<Entry>, Refusal> {
        match command {
            Command::SetCarryingOn { on, touch } => self.set_carrying_on(on, touch),
            Command::EndCarryingOn => self.end_carrying_on(),
            Command::ProposeEnding { last } => self.propose_ending(last),
            Command::AnswerEnding { on, answer } => self.answer_ending(on, answer),
            Command::ProposeReferral { id, draft } => self.propose_referral(id, draft),
            Command::WithdrawReferral { id } => self.withdraw_referral(id),
            Command::SetSupporter { id, on, supporter } => self.set_supporter(id, on, supporter),
            Command::RemoveSupporter { id, on } => self.remove_supporter(id, on),
            Command::SetAdvice { id, on, draft } => self.set_advice(id, on, draft),
            Command::RemoveAdvice { id, on } => self.remove_advice(id, on),
            Command::MarkAdvice { id, on, against } => self.mark_advice(id, on, against),
            Command::SendAdvice { id, sending } => self.send_advice(id, sending),
            _ => Err(Refusal::NotPermitted),
        }
    }

    pub(super) fn set_supporter(
        &self,
        id: SupporterId,
        on: Version,
        supporter: Supporter,
    ) -> Result<Vec<Entry>, Refusal> {
        let id = ItemId::Supporter(id);
        self.leaves_room_for(id, MOST_SUPPORTERS, "does")?;
        self.set_one(id, on, Item::Supporter(supporter))
    }

    /// What they advised goes with them.
    pub(super) fn remove_supporter(&self, id: SupporterId, on: Version) -> Result<Vec<Entry>, Refusal> {
        let mut entries = self.take_away(ItemId::Supporter(id), on)?;
        if entries.is_empty() {
            return Ok(entries);
        }
        let theirs = |(_, advice): &(AdviceId, &Advice)| advice.from == Adviser::Supporter(id);
        let gone: Vec<AdviceId> = self.state.all_advice().filter(theirs).map(|(id, _)| id).collect();
        entries.extend(self.without(&gone));
        Ok(entries)
    }

    pub(super) fn set_advice(&self, id: AdviceId, on: Version, draft: AdviceDraft) -> Result<Vec<Entry>, Refusal> {
        let item = ItemId::Advice(id);
        self.leaves_room_for(item, MOST_ADVICE, "adviser")?;
        let stands = self.state.advice(id);
        let AdviceDraft { from, words } = draft;
        let (name, against) = match stands {
            Some(stands) if stands.from == from => (stands.name.clone(), stands.against),
            _ => (self.name_of(from)?, None),
        };
        self.set_one(item, on, Item::Advice(Advice { from, name, words, against }))
    }

    pub(super) fn remove_advice(&self, id: AdviceId, on: Version) -> Result<Vec<Entry>, Refusal> {
        let entries = self.take_away(ItemId::Advice(id), on)?;
        Ok(if entries.is_empty() { entries } else { self.without(&[id]) })
    }

    pub(super) fn mark_advice(
        &self,
        id: AdviceId,
        on: Version,
        against: Option<AdviceId>,
    ) -> Result<Vec<Entry>, Refusal> {
        let stands = self.state.advice(id).ok_or(Refusal::NotFound)?;
        if against.is_some_and(|other| other == id || self.state.advice(other).is_none()) {
            return Err(invalid("against", ErrorKind::NotAChoice));
        }
        self.set_one(ItemId::Advice(id), on, Item::Advice(Advice { against, ..stands.clone() }))
    }

    /// To each who gave one of the two and can be reached from here: an organisation by a consent to these very words, the case
    /// worker in a message that the person read. Nobody else is told anything.
    pub(super) fn send_advice(&self, id: AdviceId, sending: Sending) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        if self.state.grants().stopped {
            return Err(Refusal::Stopped);
        }
        let one = self.state.advice(id).ok_or(Refusal::NotFound)?;
        let other = one.against.ok_or(Refusal::NotFound)?;
        let two = [ItemId::Advice(id), ItemId::Advice(other)];
        let both = |item: &ItemId| sending.seen.iter().any(|wording| wording.item == *item);
        let stands = sending.seen.iter().all(|wording| two.contains(&wording.item) && self.state.is_worded(*wording));
        if !stands || !two.iter().all(both) {
            return Err(Refusal::Changed(self.state.version(two[0])));
        }
        let mut advisers: Vec<Adviser> =
            [Some(one.from), self.state.advice(other).map(|other| other.from)].into_iter().flatten().collect();
        advisers.dedup();
        // Whatever of it is there already and says something else, it is this that is read again.
        let changed = |refusal| match refusal {
            Refusal::Changed(_) => Refusal::Changed(self.state.version(two[0])),
            other => other,
        };
        let (mut entries, mut reached) = (Vec::new(), false);
        for (adviser, consent) in advisers.into_iter().zip(sending.consents) {
            match adviser {
                Adviser::Organisation(organisation) => {
                    entries.extend(self.shared_with(organisation, consent, &two, &sending).map_err(changed)?);
                }
                Adviser::CaseWorker(staff) if self.state.grants().case_worker == Some(staff) => {
                    let words = sending.words.clone().ok_or(invalid("words", ErrorKind::Empty))?;
                    entries.extend(self.write_message(sending.message, MessageDraft { words }).map_err(changed)?);
                }
                Adviser::CaseWorker(_) | Adviser::Supporter(_) | Adviser::Carer(_) => continue,
            }
            reached = true;
        }
        if reached { Ok(entries) } else { Err(invalid("seen", ErrorKind::NotAChoice)) }
    }

    fn shared_with(
        &self,
        organisation: OrganisationId,
        id: ConsentId,
        two: &[ItemId; 2],
        sending: &Sending,
    ) -> Result<Vec<Entry>, Refusal> {
        let mut wordings = sending.seen.clone();
        wordings.sort_unstable();
        wordings.dedup();
        let until = sending.length.until(self.now.today);
        let given = Given { wordings, until, remind: false, language: sending.language, renewed: false };
        let (purpose, items, asked_by) = (Purpose::Help, two.to_vec(), self.actor);
        let progress = Progress::Given(given);
        let item = Item::Consent(Consent { organisation, purpose, items, asked_by, referral: None, progress });
        match self.state.get(ItemId::Consent(id)) {
            // The same form sent twice says yes once.
            Some(held) if held.item == item => Ok(Vec::new()),
            Some(held) => Err(Refusal::Changed(held.version)),
            None if self.state.consents().count() >= MOST_CONSENTS => {
                Err(invalid("seen", ErrorKind::TooMany { max: MOST_CONSENTS }))
            }
            None => Ok(self.write(ItemId::Consent(id), item)),
        }
    }

    /// The entries that take pieces of advice away, and every mark that names one.
    fn without(&self, gone: &[AdviceId]) -> Vec<Entry> {
        let taken = gone.iter().map(|id| Entry { item: ItemId::Advice(*id), change: Change::TakeAway });
        let marked = |(id, advice): &(AdviceId, &Advice)| {
            !gone.contains(id) && advice.against.is_some_and(|other| gone.contains(&other))
        };
        let unmarked = self.state.all_advice().filter(marked).flat_map(|(id, advice)| {
            self.write(ItemId::Advice(id), Item::Advice(Advice { against: None, ..advice.clone() }))
        });
        taken.chain(unmarked).collect()
    }

    /// What the person calls whoever gave it, of those who are there; none of those whose name stands in the directory.
    fn name_of(&self, adviser: Adviser) -> Result<Option<Line>, Refusal> {
        let unknown = || invalid("adviser", ErrorKind::NotAChoice);
        match adviser {
            Adviser::Supporter(id) => self.state.supporter(id).map(|one| Some(one.name.clone())).ok_or_else(unknown),
            Adviser::Carer(id) => self.state.delegation(id).map(|one| Some(one.name.clone())).ok_or_else(unknown),
            Adviser::CaseWorker(id) if self.state.chosen_case_worker() == Some(id) => Ok(None),
            Adviser::CaseWorker(_) => Err(unknown()),
            Adviser::Organisation(_) => Ok(None),
        }
    }

    fn leaves_room_for(&self, id: ItemId, max: usize, field: &str) -> Result<(), Refusal> {
        let kind: Kind = id.kind();
        if self.state.get(id).is_none() && self.state.count_of(kind) >= max {
            return Err(invalid(field, ErrorKind::TooMany { max }));
        }
        Ok(())
    }
}

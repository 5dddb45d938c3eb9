//! What the person lets organisations see: asked by them or their case worker, answered and taken back by them alone.

use super::{Desk, Entry, Refusal, invalid, stopping::may_contact};
use crate::{
    consent::{Answer, Consent, ConsentDraft, Given, KINDS, MOST_ASKED, MOST_CONSENTS, MOST_ITEMS, Progress, Yes},
    form::ErrorKind,
    ids::ConsentId,
    item::{Item, ItemId, Version, Wording},
    permission::{may_name, may_see},
    reading::Language,
    state::State,
    time::Now,
};

impl Desk<'_> {
    pub(super) fn ask_consent(&self, id: ConsentId, draft: ConsentDraft) -> Result<Vec<Entry>, Refusal> {
        let ConsentDraft { organisation, purpose, items } = draft;
        if let Some(held) = self.state.get(ItemId::Consent(id)) {
            // The same form sent twice asks one thing.
            let same = self.state.consent(id).is_some_and(|stands| {
                (stands.organisation, stands.purpose, &stands.items, stands.asked_by)
                    == (organisation, purpose, &items, self.actor)
            });
            return if same { Ok(Vec::new()) } else { Err(Refusal::Changed(held.version)) };
        }
        if self.state.grants().stopped {
            return Err(Refusal::Stopped);
        }
        self.may_ask_for_consent()?;
        if self.state.consents().count() >= MOST_CONSENTS {
            return Err(invalid("organisation", ErrorKind::TooMany { max: MOST_CONSENTS }));
        }
        if items.is_empty() || items.len() > MOST_ITEMS || items.iter().any(|id| !KINDS.contains(&id.kind())) {
            return Err(invalid("items", ErrorKind::NotAChoice));
        }
        // Whoever asks learns nothing of what they do not see.
        if !items.iter().all(|id| self.sees(*id)) {
            return Err(invalid("items", ErrorKind::NotAChoice));
        }
        let asked_by = self.actor;
        let consent = Consent { organisation, purpose, items, asked_by, referral: None, progress: Progress::Requested };
        Ok(self.write(ItemId::Consent(id), Item::Consent(consent)))
    }

    /// The person whenever they like; to be asked by their case worker is to be contacted (promise 3), and nobody is flooded with it.
    fn may_ask_for_consent(&self) -> Result<(), Refusal> {
        if self.only_the_person().is_ok() {
            return Ok(());
        }
        if !may_contact(self.state, self.now) {
            return Err(Refusal::NoContact);
        }
        let waits = |one: &Consent| one.asked_by.is_same_as(self.actor) && one.is_open();
        if self.state.consents().filter(|(_, one)| waits(one)).count() >= MOST_ASKED {
            return Err(invalid("purpose", ErrorKind::TooMany { max: MOST_ASKED }));
        }
        Ok(())
    }

    pub(super) fn answer_consent(
        &self,
        id: ConsentId,
        on: Version,
        language: Language,
        answer: Answer,
    ) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        let stands = self.state.consent(id).ok_or(Refusal::NotFound)?;
        let progress = match answer {
            Answer::No => return self.withdraw_consent(id),
            // What was taken back does not begin again: it is asked anew.
            _ if stands.progress == Progress::Withdrawn => return Err(Refusal::NotFound),
            Answer::Yes(_) if self.state.grants().stopped => return Err(Refusal::Stopped),
            Answer::Yes(yes) => Progress::Given(self.given(id, stands, language, yes)?),
            Answer::NotNow => Progress::Deferred,
            Answer::AskDoctor => Progress::AskingDoctor,
        };
        self.set_one(ItemId::Consent(id), on, Item::Consent(Consent { progress, ..stands.clone() }))
    }

    /// Nothing that changed meanwhile stands in its way.
    pub(super) fn withdraw_consent(&self, id: ConsentId) -> Result<Vec<Entry>, Refusal> {
        self.only_the_person()?;
        let stands = self.state.consent(id).ok_or(Refusal::NotFound)?;
        Ok(self.write(ItemId::Consent(id), Item::Consent(taken_back(stands))))
    }

    /// A yes binds what was read, in the wording that was read: no more than was asked, and nothing that says something else by now.
    fn given(&self, id: ConsentId, stands: &Consent, language: Language, yes: Yes) -> Result<Given, Refusal> {
        let Yes { seen, length, remind } = yes;
        if !seen.iter().any(|wording| stands.items.contains(&wording.item)) {
            return Err(invalid("seen", ErrorKind::NotChosen));
        }
        if seen.iter().any(|wording| !stands.names(wording.item)) {
            return Err(invalid("seen", ErrorKind::NotAChoice));
        }
        let changed = Refusal::Changed(self.state.version(ItemId::Consent(id)));
        if seen.iter().any(|wording| !self.state.is_worded(*wording)) {
            return Err(changed);
        }
        let mut wordings: Vec<Wording> = Vec::new();
        for wording in seen {
            if !wordings.contains(&wording) {
                wordings.push(wording);
            }
        }
        // How the person sees a record goes with it wherever it goes.
        if wordings.iter().any(|wording| !self.state.goes_whole(*wording, &wordings)) {
            return Err(changed);
        }
        let given = Given { wordings, until: length.until(self.now.today), remind, language, renewed: false };
        Ok(match stands.given() {
            // The same form sent twice says yes once.
            Some(before) if (Given { renewed: before.renewed, ..given.clone() }) == *before => before.clone(),
            Some(_) => Given { renewed: true, ..given },
            None => given,
        })
    }

    fn sees(&self, id: ItemId) -> bool {
        let (claimant, grants) = (self.state.claimant(), self.state.grants());
        self.state.get(id).is_some_and(|held| match self.by {
            Some(by) => may_name(by, grants, held, self.now.today),
            None => may_see(self.actor, claimant, grants, held, self.now),
        })
    }
}

/// The entries that take back each consent that holds. What waits for an answer is closed beside it (`follows`).
pub(super) fn withdraw_all(state: &State, now: Now) -> Vec<Entry> {
    let live = state.consents().filter(|(_, consent)| consent.status(now.today).is_live());
    live.map(|(id, consent)| Entry {
        item: ItemId::Consent(id),
        change: super::Change::Set(Item::Consent(taken_back(consent))),
    })
    .collect()
}

pub(super) fn taken_back(stands: &Consent) -> Consent {
    let progress = match stands.progress {
        Progress::Given(_) | Progress::Withdrawn => Progress::Withdrawn,
        Progress::Requested | Progress::Deferred | Progress::AskingDoctor | Progress::Refused => Progress::Refused,
    };
    Consent { progress, ..stands.clone() }
}

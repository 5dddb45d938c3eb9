//! Referrals: proposed by the case worker and taken back by them; answered, as every consent, by the person alone.

use super::{Change, Desk, Entry, Refusal, invalid};
use crate::{
    consent::Consent,
    form::ErrorKind,
    ids::ConsentId,
    item::{Item, ItemId},
    referral::{MOST_OPEN, ReferralDraft},
};

impl Desk<'_> {
    pub(super) fn propose_referral(&self, id: ConsentId, draft: ReferralDraft) -> Result<Vec<Entry>, Refusal> {
        self.actor.case_worker().ok_or(Refusal::NotPermitted)?;
        let ReferralDraft { consent, referral } = draft;
        if let Some(held) = self.state.get(ItemId::Consent(id)) {
            // The same form sent twice proposes one.
            let same = |stands: &Consent| {
                (stands.organisation, stands.purpose, &stands.items, stands.asked_by, stands.referral.as_ref())
                    == (consent.organisation, consent.purpose, &consent.items, self.actor, Some(&referral))
            };
            let same = self.state.consent(id).is_some_and(same);
            return if same { Ok(Vec::new()) } else { Err(Refusal::Changed(held.version)) };
        }
        self.may_write()?;
        let waits = |one: &Consent| one.referral.is_some() && one.asked_by.is_same_as(self.actor) && one.is_open();
        if self.state.consents().filter(|(_, one)| waits(one)).count() >= MOST_OPEN {
            return Err(invalid("why", ErrorKind::TooMany { max: MOST_OPEN }));
        }
        let mut entries = self.ask_consent(id, consent)?;
        for entry in &mut entries {
            if let Change::Set(Item::Consent(asked)) = &mut entry.change {
                asked.referral = Some(referral.clone());
            }
        }
        Ok(entries)
    }

    /// While it waits for an answer: what was accepted is the person's to end.
    pub(super) fn withdraw_referral(&self, id: ConsentId) -> Result<Vec<Entry>, Refusal> {
        self.actor.case_worker().ok_or(Refusal::NotPermitted)?;
        let stands = self.state.consent(id).filter(|one| one.referral.is_some() && one.asked_by.is_same_as(self.actor));
        match stands {
            Some(stands) if stands.is_open() => Ok(vec![Entry { item: ItemId::Consent(id), change: Change::TakeAway }]),
            _ => Err(Refusal::NotFound),
        }
    }
}

//! What a change elsewhere means for what is offered, proposed and agreed: one rule, whichever command it was.

use super::{Change, Desk, Entry, consents::taken_back, participants::may_answer};
use crate::{
    agreement::{Agreement, Side},
    appointment::{Appointment, Progress},
    carer::Delegation,
    consent::Consent,
    contact::Wish,
    ids::{AgreementId, AppointmentId, ConsentId, StaffId},
    item::{Item, ItemId, Kind},
    standing::Standing,
    terms::Break,
};

impl Desk<'_> {
    /// What follows from entries about something else, so that nothing is left open that the person closed: in the same decision.
    pub(super) fn follows(&self, entries: &[Entry], adds_break: bool) -> Vec<Entry> {
        let no_longer_asked = self.who_is_no_longer_asked(entries);
        let after = After::of(self, entries, adds_break);
        if after == After::default() {
            return no_longer_asked;
        }
        let left = |id: ItemId| !entries.iter().any(|entry| entry.item == id);
        let appointments = self.state.appointments().filter(|(id, _)| left(ItemId::Appointment(*id)));
        let agreements = self.state.agreements().filter(|(id, _)| left(ItemId::Agreement(*id)));
        let consents = self.state.consents().filter(|(id, _)| left(ItemId::Consent(*id)));
        appointments
            .flat_map(|(id, one)| self.follows_for_appointment(&after, id, one))
            .chain(agreements.flat_map(|(id, one)| self.follows_for_agreement(&after, id, one)))
            .chain(consents.filter_map(|(id, one)| follows_for_consent(&after, id, one)))
            .chain(no_longer_asked)
            .collect()
    }

    /// A carer who may not see appointments any more is asked to come to none; whoever was there stays in what was.
    fn who_is_no_longer_asked(&self, entries: &[Entry]) -> Vec<Entry> {
        let parted = entries.iter().filter_map(|entry| {
            let ItemId::Carer(id) = entry.item else { return None };
            let still = matches!(entry.change.value(), Some(Item::Carer(after)) if sees_appointments(after));
            (self.state.delegation(id).is_some_and(sees_appointments) && !still).then_some(id)
        });
        parted.flat_map(|id| self.no_longer_asked(id)).collect()
    }

    fn follows_for_appointment(&self, after: &After, id: AppointmentId, one: &Appointment) -> Vec<Entry> {
        let progress = match one.progress {
            Progress::Offered if after.closes(one.with) => Progress::Withdrawn,
            Progress::Accepted { slot } if slot.is_to_come(self.now) && after.calls_off(slot.day) => {
                self.called_off(slot)
            }
            _ => return Vec::new(),
        };
        self.proceed_with(id, one, progress)
    }

    /// What was agreed with somebody who sees nothing of it any more is over: neither of the two could hold to it, or leave it.
    fn follows_for_agreement(&self, after: &After, id: AgreementId, one: &Agreement) -> Vec<Entry> {
        use crate::agreement::Progress;
        let progress = match one.progress {
            Progress::Agreed if after.parts_from(one.with) => Progress::Left { by: Side::Person },
            _ if one.is_open() && after.closes(one.with) => Progress::Withdrawn,
            _ => return Vec::new(),
        };
        self.bring_on(id, one, progress)
    }
}

fn sees_appointments(one: &Delegation) -> bool {
    may_answer(one) && one.grant().is_some()
}

/// What a case worker asked or suggested, and nobody answered, is closed.
fn follows_for_consent(after: &After, id: ConsentId, one: &Consent) -> Option<Entry> {
    let with = one.asked_by.case_worker()?;
    let closes = one.is_open() && after.closes(with);
    closes.then(|| Entry { item: ItemId::Consent(id), change: Change::Set(Item::Consent(taken_back(one))) })
}

/// What entries say that offers, proposals and agreements do not outlast.
#[derive(Debug, Default, PartialEq)]
struct After {
    /// Support is off.
    off: bool,
    /// The person does not want to be contacted: what waits for an answer ends, and what was agreed stands, because they agreed it.
    silent: bool,
    /// Somebody was chosen, or nobody is any more.
    chooses: bool,
    /// Who.
    chosen: Option<StaffId>,
    /// Breaks that were not there before.
    breaks: Vec<Break>,
}

impl After {
    fn of(desk: &Desk, entries: &[Entry], adds_break: bool) -> Self {
        let mut after = Self::default();
        for entry in entries {
            let said = entry.change.value();
            match (entry.item, said) {
                (ItemId::The(Kind::Standing), Some(Item::Standing(standing))) => {
                    after.off = *standing != Standing::Open;
                }
                (ItemId::The(Kind::Wish), said) => {
                    let none = Wish::default();
                    let wish = if let Some(Item::Wish(wish)) = said { wish } else { &none };
                    after.silent = !wish.is_to_talk(desk.now.today);
                }
                (ItemId::The(Kind::CaseWorker), said) => {
                    after.chooses = true;
                    after.chosen = match said {
                        Some(Item::CaseWorker(chosen)) => Some(chosen.staff),
                        _ => None,
                    };
                }
                // By adding one, where it says which it calls off, and not by putting one back. The person alone calls off by a break:
                // a carer who sets one may not see what is agreed, and calls it off there.
                (ItemId::The(Kind::Breaks), Some(Item::Breaks(breaks)))
                    if adds_break && desk.only_the_person().is_ok() =>
                {
                    let before = desk.state.breaks().breaks;
                    after.breaks.extend(breaks.breaks.iter().filter(|one| !before.contains(one)).cloned());
                }
                _ => {}
            }
        }
        after
    }

    /// True when what waits for an answer ends.
    fn closes(&self, with: StaffId) -> bool {
        self.silent || self.parts_from(with)
    }

    /// True when that case worker sees nothing of the person any more.
    fn parts_from(&self, with: StaffId) -> bool {
        self.off || self.chooses && self.chosen != Some(with)
    }

    /// True when what was agreed for a day ends.
    fn calls_off(&self, day: jiff::civil::Date) -> bool {
        self.off || self.breaks.iter().any(|one| one.covers(day))
    }
}

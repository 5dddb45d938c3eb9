//! A new way in: asked for by the case worker whom the person chose, opened by whoever has the code, stopped or undone by the person.

use jiff::Timestamp;

use super::{Change, Desk, Entry, Refusal};
use crate::{
    actor::Actor,
    consent::Consent,
    ids::WayInId,
    item::{Item, ItemId, Kind},
    recovery::{Progress, Recovery, SaidFrom, Status},
};

impl Desk<'_> {
    /// One at a time, by nobody but the one whom the person chose, and not soon after it was stopped.
    pub(super) fn begin_recovery(&self) -> Result<Vec<Entry>, Refusal> {
        let chosen = self.state.grants().case_worker;
        let Actor::CaseWorker(by) = self.actor else { return Err(Refusal::NotPermitted) };
        if chosen != Some(by) {
            return Err(Refusal::NotPermitted);
        }
        match self.state.recovery() {
            Some(stands) if self.now.at < stands.next_from() => Err(Refusal::NotBefore(stands.next_from())),
            _ => Ok(self.say(Recovery::new(by, self.now.at))),
        }
    }

    /// By the service, when somebody comes with the code: who they are, it does not know. The one who asked has to be the one
    /// whom the person chooses still.
    pub(super) fn open_recovery(&self, asked: Timestamp) -> Result<Vec<Entry>, Refusal> {
        self.the_service()?;
        let stands = self.asked_at(asked)?;
        let chosen = self.state.grants().case_worker == Some(stands.by);
        if stands.status(self.now.at) != Status::Open || !chosen {
            return Err(Refusal::NotPermitted);
        }
        let ways = self.state.ways_in().map(|(id, _)| id).collect();
        Ok(self.say(stands.opened(self.now.at, ways)))
    }

    /// Before the code was used, nobody comes in by it; after that, every way that was added since is closed, and whoever was let in
    /// or shown something since is not any more: a carer would be one more way in, past the undoing of it.
    pub(super) fn stop_recovery(&self, asked: Timestamp, from: SaidFrom) -> Result<Vec<Entry>, Refusal> {
        let stands = self.heard(asked, from)?;
        let mut entries = self.say(stands.ended(self.now.at, from));
        if let Progress::Opened { at, ways } = &stands.progress {
            let added = self.state.ways_in().map(|(id, _)| id).filter(|id| !ways.contains(id));
            entries.extend(added.map(|id| Entry { item: ItemId::SignIn(id), change: Change::Erase }));
            entries.extend(self.let_in_since(*at)?);
        }
        Ok(entries)
    }

    /// The entries that end whatever was given or changed since a moment: what carers may do, what organisations are shown, and what a
    /// calendar reads.
    fn let_in_since(&self, since: Timestamp) -> Result<Vec<Entry>, Refusal> {
        let is_since = |id: ItemId| self.state.get(id).is_some_and(|held| held.at >= since);
        let mut entries = Vec::new();
        for (id, _) in self.state.delegations().filter(|(id, _)| is_since(ItemId::Carer(*id))) {
            entries.extend(self.end_carer(id)?);
        }
        if is_since(ItemId::The(Kind::CalendarFeed)) {
            entries.extend(self.without_calendar_feed());
        }
        let given = |consent: &Consent| consent.given().is_some();
        for (id, _) in self.state.consents().filter(|(id, one)| is_since(ItemId::Consent(*id)) && given(one)) {
            entries.extend(self.withdraw_consent(id)?);
        }
        Ok(entries)
    }

    /// It shortens nothing: whoever picks up the person's phone can say it too.
    pub(super) fn know_recovery(&self, asked: Timestamp, from: SaidFrom) -> Result<Vec<Entry>, Refusal> {
        let stands = self.heard(asked, from)?;
        let known = stands.known.or(Some(self.now.at));
        Ok(self.say(Recovery { known, ..stands.clone() }))
    }

    /// True when a way to sign in stays for now, because it can undo what somebody else may have done.
    pub(super) fn is_kept_to_undo(&self, way: WayInId) -> Option<Timestamp> {
        let stands = self.state.recovery()?;
        stands.keeps(way, self.now.at).then(|| stands.stands_until())
    }

    /// What the person says about the one that was asked for then, from somewhere from where it counts.
    fn heard(&self, asked: Timestamp, from: SaidFrom) -> Result<&Recovery, Refusal> {
        if self.actor != Actor::Claimant(self.state.claimant()) {
            return Err(Refusal::NotPermitted);
        }
        let stands = self.asked_at(asked)?;
        let is_there = match from {
            SaidFrom::Link { way: Some(way) } => self.state.way_in(way).is_some(),
            SaidFrom::Link { way: None } | SaidFrom::Session { .. } => true,
        };
        if stands.can_be_stopped(self.now.at) && stands.hears(from) && is_there {
            Ok(stands)
        } else {
            Err(Refusal::NotPermitted)
        }
    }

    /// A link to one that is over says nothing about the next.
    fn asked_at(&self, asked: Timestamp) -> Result<&Recovery, Refusal> {
        self.state.recovery().filter(|stands| stands.asked == asked).ok_or(Refusal::NotPermitted)
    }

    fn say(&self, recovery: Recovery) -> Vec<Entry> {
        self.write(ItemId::The(Kind::Recovery), Item::Recovery(recovery))
    }
}

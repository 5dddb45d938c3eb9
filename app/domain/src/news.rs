//! What the systems of organisations are told: that something changed for a consent of theirs that holds, and never what.

use std::collections::BTreeSet;

use crate::{
    actor::Actor,
    consent::Consent,
    decide::{ByConsent, Change, Entry},
    ids::{ConsentId, StaffId},
    item::{Item, ItemId},
    state::State,
    time::Now,
};

/// That something changed for a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct News {
    /// For which, and whose system is told.
    pub by: ByConsent,
    /// Where it is between the person and their case worker: nobody is told for whom that case worker does not work.
    pub between: Option<StaffId>,
}

/// Of what `entries` change organisations are told. That a consent is over is not among it: whoever asks by it finds nothing there.
pub fn news(state: &State, actor: Actor, entries: &[Entry], now: Now) -> BTreeSet<News> {
    // Nobody is told what they did themself.
    if matches!(actor, Actor::System(_) | Actor::Organisation(_)) {
        return BTreeSet::new();
    }
    entries.iter().flat_map(|entry| of(state, entry, now)).collect()
}

fn of(state: &State, entry: &Entry, now: Now) -> Vec<News> {
    let live = || state.grants().live(now.today);
    let told = |consent: ConsentId, organisation, between| News { by: ByConsent { consent, organisation }, between };
    let with = match (&entry.item, &entry.change) {
        (ItemId::Consent(id), Change::Set(Item::Consent(consent))) if is_given_anew(state.consent(*id), consent) => {
            return vec![told(*id, consent.organisation, None)];
        }
        (ItemId::Appointment(_), Change::Set(Item::Appointment(one))) => Some(one.with),
        (ItemId::Agreement(_), Change::Set(Item::Agreement(one))) => Some(one.with),
        (ItemId::Message(_), Change::Set(Item::Message(message))) => Some(message.with),
        _ => None,
    };
    match with {
        Some(_) => live().map(|grant| told(grant.id, grant.organisation, with)).collect(),
        // What says something else from now on is covered no longer.
        None => live()
            .filter(|grant| grant.wordings.iter().any(|wording| wording.item == entry.item))
            .map(|grant| told(grant.id, grant.organisation, None))
            .collect(),
    }
}

fn is_given_anew(before: Option<&Consent>, after: &Consent) -> bool {
    after.given().is_some() && before.and_then(Consent::given) != after.given()
}

/// True while whoever is told of it may still know: the consent holds, and they chose that case worker still.
pub fn still_holds(state: &State, news: News, now: Now) -> bool {
    let grants = state.grants();
    let holds = grants.shared_with(news.by.organisation, now.today).any(|grant| grant.id == news.by.consent);
    holds && news.between.is_none_or(|with| grants.case_worker == Some(with))
}

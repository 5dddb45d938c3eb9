//! What follows from a decision: who is told of it from when, and what is told no more.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{About, Message, To, reminded_at, reminded_of_end_at};
use crate::{
    actor::Actor,
    appointment::{Appointment, Coming, Part, Progress},
    consent::Consent,
    contact::{Earlier, EarlierContact, Side},
    decide::{Change, Entry},
    ids::{AppointmentId, ConsentId, WayInId},
    item::{Item, ItemId, Kind},
    reading::Choice as _,
    recovery::Recovery,
    sign_in::How,
    state::State,
    terms::Pace,
    time::Now,
};

/// What is told from now on, and what is not any more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    /// Each message, and from when it can be sent.
    pub tell: Vec<(Message, Timestamp)>,
    forget: Vec<Forgotten>,
}

/// What waits to be sent and is not any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Forgotten {
    /// Everything by which the person would be contacted.
    Contact,
    /// That how they are reached was changed.
    Details,
    /// Whatever is about an appointment.
    Appointment(AppointmentId),
    /// The reminders of one.
    Reminders(AppointmentId),
    /// That a consent ends.
    ConsentEnds(ConsentId),
    /// Whatever is about a new way in.
    Recovery,
    /// Whatever goes to a way to sign in that is closed.
    Way(WayInId),
}

impl Telling {
    /// True when nothing is told and nothing is forgotten.
    pub fn is_nothing(&self) -> bool {
        self.tell.is_empty() && !self.forgets_any()
    }

    /// True when something that waits may be forgotten.
    pub fn forgets_any(&self) -> bool {
        !self.forget.is_empty()
    }

    /// True when a message that waits is not sent any more.
    pub fn forgets(&self, message: &Message) -> bool {
        self.forget.iter().any(|forgotten| match forgotten {
            Forgotten::Contact => message.to.is_contact(),
            Forgotten::Details => matches!(message.about, About::Details { .. }),
            Forgotten::Appointment(id) => message.about.appointment() == Some(*id),
            Forgotten::Reminders(id) => {
                matches!(message.about, About::Reminder { appointment, .. } if appointment == *id)
            }
            Forgotten::ConsentEnds(id) => {
                matches!(message.about, About::ConsentEnds { consent, .. } if consent == *id)
            }
            Forgotten::Recovery => matches!(message.about, About::Recovery { .. }),
            Forgotten::Way(id) => message.to == To::Way { way: *id },
        })
    }

    fn contact(&mut self, about: About, from: Timestamp) {
        self.tell.push((Message { about, to: To::Chosen }, from));
    }
}

/// What follows from `entries`, decided on `state` for `actor`. What a person does themself they are not told of, but for what guards
/// their place.
pub fn after(state: &State, actor: Actor, entries: &[Entry], now: Now) -> Telling {
    let mut telling = Telling::default();
    for entry in entries {
        match (entry.item, &entry.change) {
            (ItemId::The(Kind::Standing), Change::Set(Item::Standing(standing))) if !standing.is_on() => {
                telling.forget.push(Forgotten::Contact);
            }
            // What stopping silenced and was not told before is told after all: nobody gets round it by stopping and coming back.
            (ItemId::The(Kind::Standing), _) => details(&mut telling, &state.earlier_contact(), now, |_| true),
            (ItemId::The(Kind::EarlierContact), Change::Set(Item::EarlierContact(after)))
                if state.standing().is_on() =>
            {
                details(&mut telling, after, now, |one| one.until == now.at);
            }
            (ItemId::The(Kind::EarlierContact), Change::TakeAway | Change::Erase) => {
                telling.forget.push(Forgotten::Details);
            }
            (ItemId::The(Kind::Recovery), change) => recovery(&mut telling, state, change, now),
            (ItemId::Appointment(id), change) => appointment(&mut telling, state, actor, (id, change), now),
            (ItemId::Participant(id, part), change) => participant(&mut telling, state, (actor, id, part), change, now),
            (ItemId::Consent(id), change) => consent(&mut telling, state, (id, change), now),
            (ItemId::SignIn(id), Change::TakeAway | Change::Erase) => telling.forget.push(Forgotten::Way(id)),
            _ => {}
        }
    }
    reminders(&mut telling, state, entries, now);
    ways_in(&mut telling, state, entries, now);
    telling
}

fn appointment(telling: &mut Telling, state: &State, actor: Actor, (id, change): (AppointmentId, &Change), now: Now) {
    let before = state.appointment(id);
    let Change::Set(Item::Appointment(after)) = change else {
        return telling.forget.push(Forgotten::Appointment(id));
    };
    if before.is_some_and(|before| before.progress == after.progress) {
        return;
    }
    if before.is_some() {
        telling.forget.push(Forgotten::Appointment(id));
    }
    // What the service does by itself is no news: it lets go of what is over.
    if matches!(actor, Actor::Claimant(_) | Actor::Service) {
        return;
    }
    match after.progress {
        Progress::Offered => telling.contact(About::Offer { appointment: id }, now.at),
        // The one that took its place is told of.
        Progress::Moved { .. } => {}
        _ => telling.contact(About::Change { appointment: id, at: now.at }, now.at),
    }
}

/// That somebody cannot be there, so that the person can think again in time. That they can is seen where they look.
fn participant(
    telling: &mut Telling,
    state: &State,
    (actor, id, part): (Actor, AppointmentId, Part),
    change: &Change,
    now: Now,
) {
    let Change::Set(Item::Participant(after)) = change else { return };
    let is_new = state.participant(id, part).is_none_or(|before| before.coming != after.coming);
    if is_new && after.coming == Coming::CannotCome && !matches!(actor, Actor::Claimant(_) | Actor::Service) {
        telling.contact(About::Change { appointment: id, at: now.at }, now.at);
    }
}

/// That what was given ends soon, for whoever wanted to be reminded of that.
fn consent(telling: &mut Telling, state: &State, (id, change): (ConsentId, &Change), now: Now) {
    let given = |consent: &Consent| consent.given().map(|given| (given.until, given.remind));
    let after = match change {
        Change::Set(Item::Consent(after)) => given(after),
        _ => None,
    };
    let before = state.consent(id).and_then(given);
    if before == after {
        return;
    }
    if before.is_some() {
        telling.forget.push(Forgotten::ConsentEnds(id));
    }
    if let Some((until, true)) = after
        && let Some(from) = reminded_of_end_at(until).filter(|from| *from > now.at)
    {
        telling.contact(About::ConsentEnds { consent: id, until }, from);
    }
}

/// The reminders of what is agreed: of what is so from now on, and of all once others are chosen.
fn reminders(telling: &mut Telling, state: &State, entries: &[Entry], now: Now) {
    let set = |kind| entries.iter().find(|entry| entry.item == ItemId::The(kind)).map(|entry| entry.change.value());
    let (before, pace) = match set(Kind::Pace) {
        Some(Some(Item::Pace(pace))) => (Some(state.pace()), pace.clone()),
        Some(_) => (Some(state.pace()), Pace::default()),
        None => (None, state.pace()),
    };
    let mut agreed: BTreeMap<AppointmentId, &Appointment> = BTreeMap::new();
    if before.is_some_and(|before| before.reminders != pace.reminders) {
        agreed.extend(state.appointments());
        telling.forget.extend(agreed.keys().map(|id| Forgotten::Reminders(*id)));
    }
    for entry in entries {
        match (entry.item, &entry.change) {
            (ItemId::Appointment(id), Change::Set(Item::Appointment(after))) => {
                let is_new = state.appointment(id).is_none_or(|before| before.agreed() != after.agreed());
                if is_new || agreed.contains_key(&id) {
                    agreed.insert(id, after);
                }
            }
            (ItemId::Appointment(id), _) => drop(agreed.remove(&id)),
            _ => {}
        }
    }
    for (id, one) in agreed {
        let Some(slot) = one.agreed() else { continue };
        for when in &pace.reminders {
            if let Some(from) = reminded_at(*when, slot).filter(|from| *from > now.at) {
                telling.contact(About::Reminder { appointment: id, when: *when }, from);
            }
        }
    }
}

/// That how the person is reached was changed, on both sides, once that has rested.
fn details(telling: &mut Telling, earlier: &EarlierContact, now: Now, is_told: impl Fn(&Earlier) -> bool) {
    for one in earlier.earlier.iter().filter(|one| now.at < one.told_from() && is_told(one)) {
        for side in Side::ALL.iter().copied() {
            let message = Message { about: About::Details { until: one.until }, to: To::Side { side } };
            telling.tell.push((message, one.told_from()));
        }
    }
}

/// That a way to sign in was added or closed, to those beside it, so that nobody changes how somebody signs in unseen.
fn ways_in(telling: &mut Telling, state: &State, entries: &[Entry], now: Now) {
    let changed = |id: WayInId, change: &Change| match change {
        Change::Set(_) => state.way_in(id).is_none(),
        Change::TakeAway | Change::Erase => true,
    };
    let changed: Vec<WayInId> = entries
        .iter()
        .filter_map(|entry| match entry.item {
            ItemId::SignIn(id) if changed(id, &entry.change) => Some(id),
            _ => None,
        })
        .collect();
    if changed.is_empty() {
        return;
    }
    let about = About::WaysIn { at: now.at };
    let beside = addresses(state).filter(|id| !changed.contains(id));
    telling.tell.extend(beside.map(|way| (Message { about, to: To::Way { way } }, now.at)));
}

/// That somebody asked for a new way in or came in by it: at once where they sign in, and where they want to be reached.
fn recovery(telling: &mut Telling, state: &State, change: &Change, now: Now) {
    let stands = |recovery: &Recovery| (recovery.asked, recovery.progress.clone());
    let Change::Set(Item::Recovery(after)) = change else { return telling.forget.push(Forgotten::Recovery) };
    if state.recovery().map(stands) == Some(stands(after)) {
        return;
    }
    telling.forget.push(Forgotten::Recovery);
    let used = after.is_opened();
    if !used && !after.is_waiting() {
        return;
    }
    let about = About::Recovery { asked: after.asked, used };
    let ways = addresses(state).map(|way| Message { about, to: To::Way { way } });
    telling.tell.extend(ways.chain([Message { about, to: To::Chosen }]).map(|message| (message, now.at)));
}

/// The ways to sign in that something can be sent to.
fn addresses(state: &State) -> impl Iterator<Item = WayInId> {
    let ways = state.ways_in();
    ways.filter_map(|(id, way)| matches!(way.how, How::Email { .. }).then_some(id))
}

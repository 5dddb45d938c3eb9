//! What holds at the moment of sending: everything is asked again, because the person may have said something else since.

use jiff::{SignedDuration, Timestamp};

use super::{About, Message, To};
use crate::{
    contact::{Address, Channel, Reach, SafeRule},
    item::Kind,
    needs::Needs,
    reading::Language,
    recovery::UNDO_FOR,
    sign_in::How,
    state::State,
    time::Now,
};

/// How long a change of how somebody signs in is worth telling them of, where it could not be sent.
const FRESH: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What becomes of a message at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// It is sent, there, with these words.
    Now(Address, Says),
    /// Not before then: nothing is looked at until it comes.
    Later(Timestamp),
    /// It is sent to nobody any more.
    Never,
}

/// What a message says, which is as little as can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// That there is something new to read, in their language.
    News(Language),
    /// That this is the reminder that they asked for.
    Reminder(Language),
    /// That a way to sign in was added or closed.
    WaysIn(Language),
    /// That there is something to read, in every language: how they are reached was changed.
    Contact,
    /// That somebody asked for a new way in, or came in by it; in every language, as nobody looks up which they read.
    Recovery {
        /// The one that was asked for then.
        asked: Timestamp,
        /// True once somebody came in by it.
        used: bool,
        /// Until when it can be stopped or undone.
        until: Timestamp,
        /// True where they sign in: elsewhere it says no more than that there is something to read.
        in_full: bool,
    },
}

/// What has to be looked at to know what becomes of a message.
pub fn needs<'a>(messages: impl IntoIterator<Item = &'a Message>) -> Needs {
    messages.into_iter().fold(Needs::the_few(), |needs, message| match (message.about.item(), message.to) {
        (Some(id), _) => needs.and_item(id),
        (None, To::Side { .. }) => needs,
        _ => needs.and_all(Kind::SignIn),
    })
}

/// What becomes of a message at a moment, where the service can send `by` some channels.
pub fn due(state: &State, message: &Message, by: &[Channel], now: Now) -> Due {
    let Some(says) = says(state, message, now) else { return Due::Never };
    match message.to {
        To::Way { way } => match state.way_in(way).map(|way| &way.how) {
            Some(How::Email { address }) if by.contains(&Channel::Email) => {
                Due::Now(Address::Email(address.clone()), says)
            }
            _ => Due::Never,
        },
        To::Chosen => match Reach::by(state, by, now) {
            // They are told there already.
            Reach::Now(Address::Email(address)) if is_told_there(message.about) && signs_in_with(state, &address) => {
                Due::Never
            }
            Reach::Now(address) => Due::Now(address, says),
            Reach::Later(from) => Due::Later(from),
            Reach::Never => Due::Never,
        },
        To::Side { side } => match message.about {
            About::Details { until } => match Reach::of_change(state, until, side, by, now) {
                Reach::Now(address) => Due::Now(address, says),
                Reach::Later(from) => Due::Later(from),
                Reach::Never => Due::Never,
            },
            _ => Due::Never,
        },
    }
}

/// What it says; none once there is nothing to say.
fn says(state: &State, message: &Message, now: Now) -> Option<Says> {
    let language = state.reading().language;
    let appointment = |id| state.appointment(id);
    match message.about {
        About::Offer { appointment: id } => appointment(id)?.status(now).is_open().then_some(Says::News(language)),
        About::Change { appointment: id, .. } => {
            let one = appointment(id)?;
            let to_come =
                one.slot().map_or_else(|| one.times_to_come(now).next().is_some(), |slot| slot.is_to_come(now));
            to_come.then_some(Says::News(language))
        }
        About::Reminder { appointment: id, when } => {
            let is_wanted = state.pace().reminders.contains(&when) && appointment(id)?.status(now).is_agreed();
            is_wanted.then_some(reminder(state, language))
        }
        About::ConsentEnds { consent, until } => {
            let consent = state.consent(consent)?;
            let is_wanted = consent.given()?.until == until && consent.ends_soon(now.today).is_some();
            is_wanted.then_some(reminder(state, language))
        }
        About::WaysIn { at } => (now.at < at + FRESH).then_some(Says::WaysIn(language)),
        About::Details { .. } => Some(Says::Contact),
        About::Recovery { asked, used } => {
            let stands = state.recovery().filter(|stands| stands.asked == asked && stands.can_be_stopped(now.at))?;
            let until = stands.stands_until() + if used { SignedDuration::ZERO } else { UNDO_FOR };
            let in_full = message.to != To::Chosen;
            (stands.is_opened() == used).then_some(Says::Recovery { asked, used, until, in_full })
        }
    }
}

/// That this is what they asked to be reminded of; no more than that there is something to read, where that is safer.
fn reminder(state: &State, language: Language) -> Says {
    let says_nothing = state.safe().rules.contains(&SafeRule::NothingInMessages);
    if says_nothing { Says::News(language) } else { Says::Reminder(language) }
}

/// True for what goes to the addresses that they sign in with as well.
fn is_told_there(about: About) -> bool {
    matches!(about, About::Recovery { .. } | About::WaysIn { .. })
}

fn signs_in_with(state: &State, address: &crate::email::EmailAddress) -> bool {
    state.ways_in().any(|(_, way)| matches!(&way.how, How::Email { address: of } if of.folded() == address.folded()))
}

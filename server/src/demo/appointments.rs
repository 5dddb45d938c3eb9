//! What is offered and agreed in the demonstration: times for Rosa to choose from, and something that Priya agreed before she said
//! "not now".

use jiff::{
    ToSpan as _,
    civil::{Time, Weekday},
};
use own_terms_domain::{
    actor::Actor,
    appointment::{Answer, AppointmentDraft, Slot},
    contact::{WishAnswer, WishDraft},
    decide::Command,
    ids::AppointmentId,
    item::Version,
    terms::{Break, Format, Formats, Meeting},
    time::Now,
};

use super::{
    others::{JO_EVANS, text},
    uuid,
};

/// What Jo offers Rosa.
const ROSAS: AppointmentId = AppointmentId(uuid(0xa01));
/// What Priya agreed.
const PRIYAS: AppointmentId = AppointmentId(uuid(0xa02));

/// The first working days that many days from now or later, each once.
fn working_days(now: Now, from: i32) -> impl Iterator<Item = jiff::civil::Date> {
    let days = (from..).map_while(move |days| now.today.checked_add(days.days()).ok());
    days.filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
}

/// What Jo offers Rosa, once she wants to talk.
pub(super) fn for_rosa(now: Now) -> Vec<(Option<Actor>, Command)> {
    let meetings = [Format::Phone, Format::Writing].map(|format| Meeting { format, place: None }).to_vec();
    let hours = [13, 15, 13];
    let times = working_days(now, 8).zip(hours);
    let times = times.map(|(day, hour)| Slot { day, from: Time::constant(hour, 0, 0, 0) }).collect();
    let draft = AppointmentDraft {
        why: text("The letter about your electricity."),
        format: Format::Phone,
        place: None,
        minutes: 20,
        bring: Some(text("The letter, if you have it there.")),
        not_bring: Some(text("Nothing else. No forms, and nothing about your health.")),
        times,
        replaces: None,
    };
    vec![
        (None, Command::SetFormats { on: Version(0), formats: Formats { meetings } }),
        (None, wish(0, WishAnswer::Talk, None)),
        (Some(JO_EVANS), Command::OfferAppointment { id: ROSAS, draft }),
    ]
}

/// What Priya agreed, and that she rests now: seven entries stand before these.
pub(super) fn for_priya(now: Now) -> Vec<(Option<Actor>, Command)> {
    let day = |days: i32| now.today.checked_add(days.days()).unwrap_or(now.today);
    // After the break in which she rests.
    let slot = working_days(now, 27).next().map(|day| Slot { day, from: Time::constant(14, 0, 0, 0) });
    let draft = AppointmentDraft {
        why: text("How it is at home after the hospital."),
        format: Format::Writing,
        place: None,
        minutes: 30,
        bring: None,
        not_bring: None,
        times: slot.into_iter().collect(),
        replaces: None,
    };
    let Actor::CaseWorker(staff) = JO_EVANS else { return Vec::new() };
    let mut said = vec![
        (None, Command::ChooseCaseWorker { on: Version(0), staff: Some(staff) }),
        (None, wish(0, WishAnswer::Talk, None)),
        (Some(JO_EVANS), Command::OfferAppointment { id: PRIYAS, draft }),
    ];
    let yes = |slot| Command::AnswerOffer { id: PRIYAS, on: Version(10), answer: Answer::Yes(slot) };
    said.extend(slot.map(|slot| (None, yes(slot))));
    said.push((None, wish(9, WishAnswer::NotNow, Some(day(60)))));
    said
}

/// The break after hospital.
pub(super) fn rest(now: Now) -> Break {
    let day = |days: i32| now.today.checked_add(days.days()).unwrap_or(now.today);
    Break { from: day(10), until: day(24), name: Some(text("rest after hospital")) }
}

fn wish(on: u32, answer: WishAnswer, until: Option<jiff::civil::Date>) -> Command {
    Command::SetWish { on: Version(on), draft: WishDraft { answer, about: None, not_about: None, until } }
}

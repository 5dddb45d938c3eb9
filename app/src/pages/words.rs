//! What was said, in sentences: terms, wishes and times as a person would say them, used wherever they are shown.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    contact::{Ways, Wish, WishAnswer},
    directory::Known,
    hours::WeekHours,
    item::Kind,
    look::Look,
    reading::{Choice, Reading},
    staff::Staff,
    state::State,
    terms::{Break, Formats, Pace, WithMe},
    time::Now,
};

use crate::{
    frame::frame,
    i18n::{say, say_date, say_list, say_time, say_weekday},
    t,
};

/// A choice in words: the message `<set>-<id>`.
pub fn say_choice<C: Choice>(set: &str, choice: C) -> String {
    say(&format!("{set}-{}", choice.id()), None)
}

/// Days and hours: "Tuesday and Thursday, 1pm to 5pm".
pub fn say_week(week: &WeekHours) -> String {
    if week.is_empty() {
        return t!("week-none");
    }
    let groups = week.together().into_iter().map(|(window, days)| {
        let days: Vec<String> = days.into_iter().map(say_weekday).collect();
        t!("week-group", days = say_list(&days), from = say_time(window.from()), until = say_time(window.until()))
    });
    groups.collect::<Vec<_>>().join(t!("week-between").trim_matches('"'))
}

/// The ways to meet, in order: "by phone, in writing"; until they are said, that they are not.
pub fn say_formats_of(state: &State) -> String {
    if state.has_said(Kind::Formats) { say_formats(&state.formats()) } else { t!("formats-not-said") }
}

/// The ways to meet that someone said: "by phone, in writing".
pub fn say_formats(formats: &Formats) -> String {
    if formats.meetings.is_empty() {
        return t!("formats-none");
    }
    let ways = formats.meetings.iter().map(|meeting| {
        let way = say_choice("format", meeting.format);
        match &meeting.place {
            Some(place) => t!("format-with-place", way = way, place = place.to_string()),
            None => way,
        }
    });
    ways.collect::<Vec<_>>().join(", ")
}

/// A number of days as people say it: "2 weeks", "10 days".
pub fn say_days(days: u16) -> String {
    if days > 0 && days.is_multiple_of(7) { t!("in-weeks", weeks = days / 7) } else { t!("in-days", days = days) }
}

/// How long and how often: "up to 20 minutes, at least 3 weeks apart".
pub fn say_pace(pace: &Pace) -> String {
    let mut parts = vec![t!("pace-longest-said", minutes = pace.longest)];
    if pace.gap > 0 {
        parts.push(t!("pace-gap-said", gap = say_days(pace.gap)));
    }
    if let Some(most) = pace.most {
        parts.push(t!("pace-most-said", most = most));
    }
    parts.push(t!("pace-notice-said", notice = say_days(pace.notice)));
    parts.join(", ")
}

/// A part of the terms in words; one that was not said yet says so, and what holds until it is.
pub fn say_until_said(state: &State, kind: Kind, said: String) -> String {
    if state.has_said(kind) { said } else { t!("terms-until-you-say", terms = said) }
}

/// A break: "Monday 3 March to Friday 7 March, my sister's visit".
pub fn say_break(a_break: &Break) -> String {
    let days = t!("break-said", from = say_date(a_break.from), until = say_date(a_break.until));
    match &a_break.name {
        Some(name) => t!("break-named", days = days, name = name.to_string()),
        None => days,
    }
}

/// Whether they want contact.
pub fn say_wish(wish: &Wish, now: Now) -> String {
    match (wish.answer, wish.until) {
        (None, _) => t!("wish-not-said"),
        (Some(WishAnswer::Talk | WishAnswer::NotNow), _) if wish.has_ended(now.today) => t!("wish-ended"),
        (Some(WishAnswer::Talk), _) => match wish.last {
            Some(last) => t!("wish-talk-until", day = say_date(last)),
            None => t!("wish-talk"),
        },
        (Some(WishAnswer::NoContact), _) => t!("wish-no-contact"),
        (Some(WishAnswer::NotNow), None) => t!("wish-not-now"),
        (Some(WishAnswer::NotNow), Some(until)) if wish.is_not_now(now.today) => {
            t!("wish-not-now-until", day = say_date(until))
        }
        (Some(WishAnswer::NotNow), Some(_)) if wish.is_to_talk(now.today) => t!("wish-talk-again"),
        (Some(WishAnswer::NotNow), Some(until)) => t!("wish-not-now-over", day = say_date(until)),
    }
}

/// The ways to reach them, in order, without the numbers and addresses: "by text message, then by letter".
pub fn say_ways(ways: &Ways) -> String {
    if ways.ways.is_empty() {
        return t!("ways-not-said");
    }
    let channels: Vec<String> = ways.ways.iter().map(|way| say_choice("channel", way.channel)).collect();
    channels.join(t!("ways-between").trim_matches('"'))
}

/// How someone reads, a choice at a time.
pub fn say_reading(reading: Reading) -> Vec<String> {
    vec![
        say_choice("size", reading.size),
        say_choice("spacing", reading.spacing),
        say_choice("contrast", reading.contrast),
        say_choice("language", reading.language),
    ]
}

/// Who did or saw something, as the person would say it: by name, role and organisation where they have one (promise 5).
pub fn say_actor(actor: Actor) -> String {
    match frame().names.of(actor) {
        Some(Known::Staff(staff)) => say_staff(staff),
        Some(Known::System(staff)) => t!("actor-system-known", who = say_staff(staff)),
        Some(Known::Organisation(organisation)) => organisation.name.to_string(),
        Some(Known::Carer(name)) => t!("actor-carer-named", name = name.to_string()),
        None => say(&format!("actor-{}", actor.role()), None),
    }
}

/// Someone of an organisation: "Jo Evans, case worker at Riverside Support".
pub fn say_staff(staff: &Staff) -> String {
    t!(
        "actor-known",
        name = staff.name.to_string(),
        role = say_choice("staff-role", staff.role),
        organisation = staff.organisation.name.to_string()
    )
}

/// What they are trained in: "mental health and autism".
pub fn say_trained(staff: &Staff) -> String {
    say_list(&staff.trained.iter().map(|training| say_choice("training", *training)).collect::<Vec<_>>())
}

/// The days they work.
pub fn say_work_days(staff: &Staff) -> String {
    say_list(&staff.days.iter().map(|day| say_choice("weekday", *day)).collect::<Vec<_>>())
}

/// What is known of someone to choose from, in sentences.
pub fn say_about_staff(staff: &Staff) -> String {
    let trained = (!staff.trained.is_empty()).then(|| t!("staff-trained-in", what = say_trained(staff)));
    let days = (!staff.days.is_empty()).then(|| t!("staff-works-on", days = say_work_days(staff)));
    let languages = staff.languages.as_ref().map(|languages| t!("staff-speaks", languages = languages.to_string()));
    let about = staff.about.as_ref().map(ToString::to_string);
    [trained, days, languages, about].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Who looked; of a look that is withheld by law, that it is.
pub fn say_looker(look: &Look) -> String {
    if look.withheld.is_some() { t!("look-withheld") } else { say_actor(look.by) }
}

/// A look in words: when, who, why, what, and whether they saw it. Of one that is withheld by law, when and under which.
pub fn say_look(look: &Look) -> [String; 5] {
    let (when, who) = (say_moment(look.at), say_looker(look));
    if let Some(law) = look.withheld {
        return [when, who, say_choice("law", law), t!("look-withheld"), t!("look-withheld")];
    }
    let outcome = if look.refused { t!("look-refused") } else { t!("look-seen") };
    [when, who, say_choice("reason", look.reason), say_choice("subject", look.subject), outcome]
}

/// A moment by the clock on the wall: "Tuesday 3 March 2026, 2:05pm".
pub fn say_moment(at: Timestamp) -> String {
    let wall = at.to_zoned(frame().zone.clone());
    t!("moment", day = say_date(wall.date()), time = say_time(wall.time()))
}

/// A moment of today, by the clock on the wall alone: "2:05pm".
pub fn say_clock(at: Timestamp) -> String {
    say_time(at.to_zoned(frame().zone.clone()).time())
}

/// Who is with them, who interprets and what helps, a line each.
pub fn say_with_me(with_me: &WithMe) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(with_me.companion.as_ref().map(ToString::to_string));
    lines.extend(with_me.interpreter.map(|interpreter| say_choice("interpreter", interpreter)));
    lines.extend(with_me.language.as_ref().map(ToString::to_string));
    lines.extend(with_me.adjustments.iter().map(|adjustment| say_choice("adjustment", *adjustment)));
    lines.extend(with_me.also.as_ref().map(ToString::to_string));
    if lines.is_empty() {
        lines.push(t!("with-me-none"));
    }
    lines
}

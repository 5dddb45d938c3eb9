//! Someone who asked to talk: their terms before anything else.

use leptos::prelude::*;
use own_terms_domain::{
    appointment::{Appointment, Part, Status},
    directory::Directory,
    ids::AppointmentId,
    item::{Item, ItemId, Kind},
    state::{ShownGoal, State},
    time::Now,
};

use super::{
    by_carer,
    ending::say_carrying_on,
    interpreter::{interpreter_at, still_booked, there, those_of},
};
use crate::{
    components::{Backlink, Button, Form, Link, OwnWords, SummaryList, SummaryRow},
    i18n::say_date,
    pages::{
        Page,
        appointments::{say_coming, say_slot, say_suggestion, say_who, those},
        said::{lines, say_item},
        words::{say_choice, say_pace, say_week},
    },
    t,
};

/// The parts of what someone said about contact and meeting, in the order in which they matter before a word is written to them.
const REACHING: [Kind; 2] = [Kind::Safe, Kind::Ways];
const MEETING: [Kind; 5] = [Kind::Formats, Kind::WithMe, Kind::Pace, Kind::Times, Kind::Breaks];

/// Someone who does not want to be contacted: that, and nothing to press.
pub fn do_not_contact(name: String) -> Page<'static> {
    Page::new("desk-person-title", move || {
        view! {
            <Backlink href="/desk" />
            <h1>{called(&name)}</h1>
            <p class="lead">{t!("desk-do-not-contact")}</p>
            <p>{t!("desk-do-not-contact-what")}</p>
        }
        .into_any()
    })
}

/// Someone who asked to talk.
pub fn person<'a>(state: &'a State, names: &'a Directory, now: Now) -> Page<'a> {
    Page::new("desk-person-title", move || {
        let name = state.name();
        let by = |id: ItemId| state.get(id).and_then(|held| by_carer(names, held.by, &name));
        let wish = state.wish();
        let since = wish.asked.map(|day| view! { <p class="lead">{t!("desk-asked-on", day = say_date(day))}</p> });
        let words = |term: &'static str, said: &Option<own_terms_domain::text::OwnWords>| {
            let said = said.as_ref().map_or_else(|| t!("desk-not-said"), ToString::to_string);
            SummaryRow::new(t!(term), lines(vec![said]))
        };
        let asked_by = by(ItemId::The(Kind::Wish)).map(|by| view! { <p>{by}</p> });
        let talk = vec![words("desk-about", &wish.about), words("desk-not-about", &wish.not_about)];
        view! {
            <Backlink href="/desk" />
            <h1>{called(&name)}</h1>
            {since}
            {asked_by}
            <p class="your-choice">{t!("desk-voluntary")}</p>
            <p>{t!("desk-told-person")}</p>
            <h2>{t!("desk-talk")}</h2>
            <SummaryList rows=talk />
            <h2>{t!("desk-reaching")}</h2>
            <SummaryList rows=rows(state, &REACHING, &by, now) />
            <h2>{t!("desk-meeting")}</h2>
            <p>{t!("desk-meeting-binds")}</p>
            <SummaryList rows=rows(state, &MEETING, &by, now) />
            <h2>{t!("desk-goals")}</h2>
            {goals(state, &by)}
            <h2>{t!("appointments-title")}</h2>
            {appointments(state, &by, now)}
            <ul class="links">
                <li><Link href="/desk/offer" label=t!("desk-offer-title") /></li>
                <li><Link href="/desk/notes" label=t!("desk-person-notes") /></li>
                <li><Link href="/desk/records" label=t!("desk-person-records") /></li>
                <li><Link href="/desk/consent" label=t!("desk-person-consent") /></li>
                <li><Link href="/desk/refer" label=t!("desk-refer-title") /></li>
            </ul>
            {state.carrying_on().map(|one| view! {
                <h2>{t!("kind-carrying-on")}</h2>
                {lines(say_carrying_on(one, now))}
                <p><Link href="/desk/ending" label=t!("desk-ending-title") /></p>
            })}
        }
        .into_any()
    })
}

/// What a carer said for the person: by whom.
type By<'a> = &'a dyn Fn(ItemId) -> Option<String>;

fn called(name: &str) -> AnyView {
    if name.is_empty() {
        t!("desk-no-name").into_any()
    } else {
        view! { <OwnWords text=name.to_owned() inline=true /> }.into_any()
    }
}

/// What was said of each kind; where nothing was, what holds until it is.
fn rows(state: &State, kinds: &[Kind], by: By<'_>, now: Now) -> Vec<SummaryRow> {
    let says = |kind| said(state, kind, now).into_iter().chain(by(ItemId::The(kind))).collect();
    kinds.iter().map(|kind| SummaryRow::new(term(*kind), lines(says(*kind)))).collect()
}

/// What a kind is called here: the names of two are said to the person themself.
pub(super) fn term(kind: Kind) -> String {
    match kind {
        Kind::Ways => t!("desk-ways"),
        Kind::WithMe => t!("desk-with-me"),
        kind => say_choice("kind", kind),
    }
}

/// What was said of one, a line each.
pub(super) fn said(state: &State, kind: Kind, now: Now) -> Vec<String> {
    let usual = |said: String| vec![t!("desk-until-said", terms = said)];
    match state.get(ItemId::The(kind)).map(|held| &held.item) {
        // How they are reminded is between them and the service.
        Some(Item::Pace(pace)) => vec![say_pace(pace)],
        // Nothing chosen there is said to the person as "you have…".
        Some(Item::Safe(safe)) if *safe == own_terms_domain::contact::Safe::default() => vec![t!("desk-not-said")],
        Some(Item::Ways(ways)) if ways.ways.is_empty() => vec![t!("desk-ways-not-said")],
        Some(item) => say_item(item, now),
        None if kind == Kind::Pace => usual(say_pace(&state.pace())),
        None if kind == Kind::Times => usual(say_week(&state.times().week)),
        None if kind == Kind::Ways => vec![t!("desk-ways-not-said")],
        None => vec![t!("desk-not-said")],
    }
}

/// The goals that are shown to the case worker, in the person's own words.
fn goals(state: &State, by: By<'_>) -> AnyView {
    let goals = state.goals();
    if goals.is_empty() {
        return view! { <p>{t!("desk-goals-none")}</p> }.into_any();
    }
    let one = |shown: &ShownGoal| {
        let by = by(ItemId::Goal(shown.id)).map(|by| view! { <p class="hint">{by}</p> });
        view! { <li><OwnWords text=shown.goal.draft.words.as_str() /> {by}</li> }
    };
    view! { <ul class="stack">{goals.iter().map(one).collect_view()}</ul> }.into_any()
}

/// What is offered and what is agreed; of what is over, nothing.
fn appointments(state: &State, by: By<'_>, now: Now) -> AnyView {
    let group = |title: &'static str, is: fn(Status) -> bool| {
        let all = those(state, now, is);
        let list = all.iter().map(|(id, one)| appointment(state, *id, one, by, now)).collect_view();
        (!all.is_empty()).then(|| view! { <h3>{t!(title)}</h3> <ul class="stack">{list}</ul> })
    };
    let (agreed, open) = (group("desk-agreed", Status::is_agreed), group("desk-offered", Status::is_open));
    let none = (agreed.is_none() && open.is_none()).then(|| view! { <p>{t!("desk-appointments-none")}</p> });
    let booked = still_booked(state, now).into_iter().filter_map(|(one, who)| {
        let when = say_slot(one.slot()?, one.draft.minutes);
        let (who, stands) = (say_who(who), say_coming(who));
        Some(view! { <li class="stack"><p>{when}</p> <OwnWords text=format!("{who}: {stands}") /></li> })
    });
    let booked = booked.collect::<Vec<_>>();
    let booked =
        (!booked.is_empty()).then(|| view! { <h3>{t!("desk-interpreter-off")}</h3> <ul class="stack">{booked}</ul> });
    view! { {agreed} {open} {none} {booked} }.into_any()
}

fn appointment(state: &State, id: AppointmentId, one: &Appointment, by: By<'_>, now: Now) -> AnyView {
    let books = state.participant(id, Part::Interpreter).filter(|_| one.status(now).is_agreed());
    let books = books.map(|_| view! { <p><Link href=interpreter_at(id) label=t!("desk-interpreter-title") /></p> });
    let times: Vec<_> = one.slot().map_or_else(|| one.draft.times.clone(), |slot| vec![slot]);
    let times: Vec<_> = times.into_iter().map(|slot| say_slot(slot, one.draft.minutes)).collect();
    let how = t!("offers-how-long", how = say_choice("format-title", one.draft.format), minutes = one.draft.minutes);
    let wanted = one.suggestion.iter().flat_map(say_suggestion).collect();
    let answered = by(ItemId::Appointment(id)).map(|by| view! { <p>{by}</p> });
    view! {
        <li class="stack">
            {lines(times)}
            <p>{how}</p>
            <OwnWords text=one.draft.why.as_str() />
            <p>{stands(one.status(now))}</p>
            {lines(wanted)}
            {there(&those_of(state, id))}
            {books}
            {answered}
            {end(id, one, now)}
        </li>
    }
    .into_any()
}

/// Taking an offer back, or calling off what is agreed.
fn end(id: AppointmentId, one: &Appointment, now: Now) -> AnyView {
    let open = one.status(now).is_open();
    let (what, label) = if open { ("withdraw", t!("desk-withdraw")) } else { ("call-off", t!("desk-call-off")) };
    let first = one.slot().or(one.draft.times.first().copied());
    let about = first.map(|slot| format!("– {}", say_slot(slot, one.draft.minutes)));
    view! {
        <Form bare=true>
            <input type="hidden" name="which" value=id.to_string() />
            <Button label=label about=about.unwrap_or_default() name="do".to_owned() value=what.to_owned() />
        </Form>
    }
    .into_any()
}

/// How one that is not over stands.
fn stands(status: Status) -> String {
    match status {
        Status::Offered => t!("desk-appointment-offered"),
        Status::Suggested => t!("desk-appointment-suggested"),
        Status::Moving => t!("desk-appointment-moving"),
        _ => t!("desk-appointment-agreed"),
    }
}

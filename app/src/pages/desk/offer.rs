//! Offering someone an appointment: only the times within their terms can be picked, and of other days it says why not.

use leptos::prelude::*;
use own_terms_domain::{
    appointment::{MOST_TIMES, Slot},
    hours::time_id,
    ids::{AppointmentId, StaffId},
    picker::{PickerDay, Wanted, days, lengths},
    reading::Choice as _,
    state::State,
    terms::Format,
    text::OwnWords as Words,
    time::Now,
};

use super::{of_whom, sure};
use crate::{
    components::{
        Backlink, Button, Details, Form, Kind as ButtonKind, OwnWords, Pick, Radios, Select, TextInput, Textarea,
    },
    form::FormState,
    i18n::{say, say_date, say_list, say_time},
    pages::{
        Page,
        appointments::{say_slot, those},
        words::say_choice,
    },
    t,
};

/// What is picked from.
struct Picker {
    minutes: u16,
    days: Vec<PickerDay>,
}

impl Picker {
    /// For the length that was asked for, or the one that people mostly want.
    fn of(state: &State, with: StaffId, form: &FormState, now: Now) -> Self {
        let lengths = lengths(state);
        let asked = form.fields.get("minutes").parse().ok().filter(|minutes| lengths.contains(minutes));
        let usual = lengths.iter().rev().find(|minutes| **minutes <= 30).or(lengths.first());
        let minutes = asked.or(usual.copied()).unwrap_or_default();
        // Whichever way they meet, the times are the same.
        let format = state.formats().meetings.first().map_or(Format::Writing, |meeting| meeting.format);
        let replaces = form.fields.get("replaces").parse().ok();
        Self { minutes, days: days(state, Wanted { with, format, minutes, replaces }, now) }
    }
}

/// The form of whoever is `with` them; `of` names whom it is for, and `id` is the name that the offer would have.
pub fn offer<'a>(
    state: &'a State,
    (of, with): (String, StaffId),
    id: AppointmentId,
    form: &'a FormState,
    now: Now,
) -> Page<'a> {
    Page::new("desk-offer-title", move || {
        let picker = Picker::of(state, with, form, now);
        let length = |minutes: u16| {
            Pick::new(minutes.to_string(), t!("desk-offer-minutes", count = minutes)).chosen(minutes == picker.minutes)
        };
        let lengths: Vec<Pick> = lengths(state).into_iter().map(length).collect();
        let name = state.name();
        let meetings = state.formats().meetings;
        let pick = |format: Format| {
            Pick::new(format.id(), say_choice("format-title", format)).chosen(form.has("format", format.id()))
        };
        let formats: Vec<Pick> = meetings.iter().map(|meeting| pick(meeting.format)).collect();
        let places =
            meetings.iter().filter_map(|meeting| meeting.place.as_ref()).map(ToString::to_string).collect::<Vec<_>>();
        let place_hint = (!places.is_empty()).then(|| t!("desk-offer-place-hint", places = say_list(&places)));
        let (times, why_not, instead) = (times(&picker, form), why_not(&picker), instead(state, form, now));
        let fields = view! {
            {times}
            {why_not}
            <Radios name="format" legend=t!("desk-offer-format") error=form.error("format") picks=formats />
            <TextInput name="place" label=t!("desk-offer-place") hint=place_hint value=form.value("place") error=form.error("place") />
            <Textarea name="why" label=t!("desk-offer-why") hint=Some(t!("desk-offer-why-hint")) value=form.value("why") error=form.error("why") max=Words::MAX rows=3 />
            <Textarea name="bring" label=t!("desk-offer-bring") value=form.value("bring") error=form.error("bring") max=Words::MAX rows=2 />
            <Textarea name="not-bring" label=t!("desk-offer-not-bring") value=form.value("not-bring") error=form.error("not-bring") max=Words::MAX rows=2 />
        };
        let (whom, sure) = (of_whom(&of), sure(form));
        view! {
            <Backlink href="/desk/person" />
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-offer-title")}</h1>
            <OwnWords text=name />
            <p class="your-choice">{t!("desk-voluntary")}</p>
            <p>{t!("desk-offer-fixed")}</p>
            <form method="get" action="/desk/offer" class="stack">
                <Select name="minutes" id=Some("length".to_owned()) label=t!("desk-offer-long") hint=Some(t!("desk-offer-long-hint")) picks=lengths />
                <Button label=t!("desk-offer-show") />
            </form>
            <Form id="offer".to_owned()>
                {whom}
                <input type="hidden" name="which" value=id.to_string() />
                <input type="hidden" name="minutes" value=picker.minutes.to_string() />
                <h2>{t!("desk-offer-times", minutes = picker.minutes)}</h2>
                {fields}
                {instead}
                {sure}
                <Button label=t!("desk-offer-send") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
}

/// A day each, with what can be picked on it.
fn times(picker: &Picker, form: &FormState) -> AnyView {
    let error = form.error("times");
    let day = |(at, one): (usize, &PickerDay)| {
        let is_chosen = |from| form.has("times", &Slot { day: one.day, from }.to_string());
        let none = Pick::new("", t!("desk-offer-not-then")).chosen(!one.times.iter().any(|from| is_chosen(*from)));
        let picks = one.times.iter().map(|from| {
            let slot = Slot { day: one.day, from: *from };
            Pick::new(slot.to_string(), say_time(*from)).chosen(is_chosen(*from))
        });
        let id = if at == 0 { "times".to_owned() } else { format!("times-{}", time_id_of(one)) };
        let error = (at == 0).then(|| error.clone()).flatten();
        let picks: Vec<Pick> = [none].into_iter().chain(picks).collect();
        view! { <Select name="times" id=Some(id) label=say_date(one.day) error=error picks /> }
    };
    let fit: Vec<_> = picker.days.iter().filter(|one| !one.times.is_empty()).collect();
    let none = fit.is_empty().then(|| view! { <p>{t!("desk-offer-none")}</p> });
    view! {
        <p>{t!("desk-offer-up-to", count = MOST_TIMES)}</p>
        {none}
        <div class="days">{fit.into_iter().enumerate().map(day).collect_view()}</div>
    }
    .into_any()
}

fn time_id_of(one: &PickerDay) -> String {
    one.times.first().map_or_else(String::new, |from| format!("{}-{}", one.day, time_id(*from).replace(':', "")))
}

/// Of each day on which nothing can be picked, why.
fn why_not(picker: &Picker) -> AnyView {
    let day = |one: &PickerDay| {
        let reasons: Vec<String> = one.why_not.iter().map(|term| say(&format!("error-{}", term.id()), None)).collect();
        view! { <li>{say_date(one.day)} ": " {reasons.join(" ")}</li> }
    };
    let days: Vec<_> = picker.days.iter().filter(|one| !one.why_not.is_empty()).collect();
    let list = days.into_iter().map(day).collect_view();
    view! { <Details summary=t!("desk-offer-why-not")><ul>{list}</ul></Details> }.into_any()
}

/// What is agreed can be moved: it stands until they say yes to this.
fn instead(state: &State, form: &FormState, now: Now) -> Option<AnyView> {
    let agreed = those(state, now, own_terms_domain::appointment::Status::is_agreed);
    if agreed.is_empty() {
        return None;
    }
    let none = Pick::new("", t!("desk-offer-instead-none")).chosen(form.fields.get("replaces").is_empty());
    let each = agreed.iter().filter_map(|(id, one)| {
        let slot = one.slot()?;
        Some(Pick::new(id.to_string(), say_slot(slot, one.draft.minutes)).chosen(form.has("replaces", &id.to_string())))
    });
    let picks: Vec<Pick> = [none].into_iter().chain(each).collect();
    Some(view! { <Select name="replaces" label=t!("desk-offer-instead") hint=Some(t!("desk-offer-instead-hint")) error=form.error("replaces") picks /> }.into_any())
}

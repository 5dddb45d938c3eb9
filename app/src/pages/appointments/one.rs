//! One appointment: who, why, how long, where, what to bring and what not; the answers; moving it and calling it off.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    appointment::{Appointment, Said, Slot, Status},
    directory::Known,
    hours::half_hours,
    ids::AppointmentId,
    item::{ItemId, Version},
    reading::Choice as _,
    state::State,
    terms::Format,
    text::OwnWords as Words,
    time::Now,
};

use super::{
    address, say_slot,
    terms::with_me,
    there::{is_missed, there},
    words::{say_suggestion, say_with, time_pick},
};
use crate::{
    components::{
        Answers, Backlink, Button, DateInput, Details, ErrorMessage, Form, Link, OwnWords, Pick, Radios, Select,
        SummaryList, SummaryRow, Textarea, photo_beside_name,
    },
    form::FormState,
    frame::{Acting, frame},
    pages::{Page, parts::picks_or_none, words::say_choice, your_choice},
    t,
};

/// One appointment, as the page about it shows it.
pub struct One<'a> {
    /// Which.
    pub id: AppointmentId,
    /// The version that stands.
    pub version: Version,
    /// What it says.
    pub appointment: &'a Appointment,
}

impl<'a> One<'a> {
    /// One of a person's appointments; none where there is no such one.
    pub fn of(state: &'a State, id: AppointmentId) -> Option<Self> {
        let (appointment, version) = (state.appointment(id)?, state.version(ItemId::Appointment(id)));
        Some(Self { id, version, appointment })
    }
}

/// The page.
pub fn one<'a>(state: &'a State, one: One<'a>, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("appointments-title", move || {
        let One { id, appointment, .. } = one;
        let status = appointment.status(now);
        let who = say_with(appointment);
        let stands = || view! { <p>{say_choice("appointment-status", status)}</p> }.into_any();
        let there = there(state, &one, form, now);
        let missed = matches!(frame().acting, Acting::Nobody) && is_missed(state, id);
        let answers = status.is_open().then(|| answer(&one, form, now));
        let agreed = status.is_agreed().then(
            || view! { {calendar(id, "offers-calendar")} {move_it(&one, form, missed)} {call_off(id, &who, missed)} },
        );
        let was = matches!(status, Status::Cancelled | Status::Moved).then(|| calendar(id, "offers-calendar-out"));
        let (rows, replaces) = (rows(state, appointment), replaces(state, appointment));
        view! {
            <Backlink href="/appointments" />
            {form.problems(stands)}
            <h1>{t!("offers-one-heading")}</h1>
            {your_choice()}
            <p id="do"><strong>{say_choice("appointment-status", status)}</strong></p>
            <SummaryList rows />
            {replaces}
            {there}
            {answers}
            {agreed}
            {was}
        }
        .into_any()
    })
}

/// All that the yes fixes.
fn rows(state: &State, one: &Appointment) -> Vec<SummaryRow> {
    let draft = &one.draft;
    let row =
        |term: &str, words: &str| SummaryRow::new(t!(term), view! { <OwnWords text=words.to_owned() inline=true /> });
    let mut rows = Vec::new();
    if let Some(slot) = one.slot() {
        rows.push(SummaryRow::new(t!("offers-when"), say_slot(slot, draft.minutes)));
    }
    rows.push(SummaryRow::new(t!("offers-with"), view! { {say_with(one)} {photo(one)} }));
    rows.push(row("offers-why", draft.why.as_str()));
    rows.push(SummaryRow::new(t!("offers-format"), say_choice("format-title", draft.format)));
    rows.extend(draft.place.as_ref().map(|place| row("offers-place", place.as_str())));
    rows.push(SummaryRow::new(t!("offers-minutes"), t!("in-minutes", minutes = draft.minutes)));
    rows.push(row("offers-bring", draft.bring.as_ref().map_or(t!("offers-bring-nothing").as_str(), Words::as_str)));
    rows.extend(draft.not_bring.as_ref().map(|words| row("offers-not-bring", words.as_str())));
    // Terms are another part, that a carer was given or not.
    if matches!(frame().acting, Acting::Nobody) {
        rows.push(SummaryRow::new(t!("with-me-term"), with_me(state)));
    }
    if let Some(wanted) = &one.suggestion {
        let lines =
            say_suggestion(wanted).into_iter().map(|line| view! { <li><OwnWords text=line inline=true /></li> });
        rows.push(SummaryRow::new(t!("offers-suggested"), view! { <ul>{lines.collect_view()}</ul> }));
    }
    rows
}

/// Whom they will meet, to be known by their face.
fn photo(one: &Appointment) -> Option<AnyView> {
    match frame().names.of(Actor::CaseWorker(one.with)) {
        Some(Known::Staff(staff)) => photo_beside_name(staff),
        _ => None,
    }
}

/// That it is to take another's place, and that the other stands until then.
fn replaces(state: &State, one: &Appointment) -> Option<AnyView> {
    let before = state.appointment(one.draft.replaces?)?;
    let when = say_slot(before.agreed()?, before.draft.minutes);
    Some(view! { <p>{t!("offers-replaces", when = when)}</p> }.into_any())
}

/// Yes to one of the times, no, and something else: three equal buttons in that order, none chosen beforehand.
fn answer(one: &One, form: &FormState, now: Now) -> AnyView {
    let times: Vec<Slot> = one.appointment.times_to_come(now).collect();
    let minutes = one.appointment.draft.minutes;
    let error = form.error("slot");
    let slots = if let [only] = times[..] {
        // There is nothing to choose: the yes is to the one that is there.
        view! {
            <p id="slot">{t!("offers-only-time")} " " <strong>{say_slot(only, minutes)}</strong></p>
            <ErrorMessage id="slot-error".to_owned() text=error />
            <input type="hidden" name="slot" value=only.to_string() />
        }
        .into_any()
    } else {
        let pick = |slot: &Slot| {
            let value = slot.to_string();
            let chosen = form.has("slot", &value);
            Pick::new(value, say_slot(*slot, minutes)).chosen(chosen)
        };
        let picks = times.iter().map(pick).collect();
        view! { <Radios name="slot" legend=t!("offers-slot") error picks /> }.into_any()
    };
    let answers = Said::ALL.iter().copied().map(in_words).collect();
    let open = form.has("answer", Said::Suggest.id());
    let other = something_else(form);
    let fields = view! {
        {slots}
        <Details summary=t!("offers-else") open>
            {other}
        </Details>
    };
    let error = form.error("answer");
    let (id, version) = (one.id, form.version(one.version));
    view! {
        <h2>{t!("offers-answer")}</h2>
        <Form id="answers".to_owned() version to=address(id)>
            <input type="hidden" name="which" value=id.to_string() />
            {fields}
            <Answers legend=t!("offers-question") answers error />
            <p>{t!("offers-answers-what")}</p>
            <p>{t!("offers-fixed")}</p>
        </Form>
    }
    .into_any()
}

/// What a button sends, and its words.
fn in_words(said: Said) -> (&'static str, String) {
    let label = match said {
        Said::Yes => t!("yes"),
        Said::No => t!("no"),
        Said::Suggest => t!("offers-suggest"),
    };
    (said.id(), label)
}

/// Another day, time or way, or anything in their own words.
fn something_else(form: &FormState) -> AnyView {
    let mut times = vec![Pick::new("", t!("offers-any-time")).chosen(form.fields.get("from").is_empty())];
    times.extend(half_hours().map(|time| {
        let (value, label) = time_pick(time);
        let chosen = form.has("from", &value);
        Pick::new(value, label).chosen(chosen)
    }));
    let mut formats = picks_or_none(Format::ALL, form, "format", "format-title");
    formats.rotate_right(1);
    view! {
        <p>{t!("offers-else-what")}</p>
        <DateInput name="day" label=t!("offers-day") value=form.value("day") error=form.error("day") />
        <Select name="from" label=t!("offers-from") error=form.error("from") picks=times />
        <Select name="format" label=t!("offers-other-format") error=form.error("format") picks=formats />
        <Textarea name="words" label=t!("offers-words") value=form.value("words") error=form.error("words") max=Words::MAX rows=3 />
    }
    .into_any()
}

/// Asking for another time or way of what is agreed.
fn move_it(one: &One, form: &FormState, missed: bool) -> AnyView {
    let open = missed || form.has("answer", Said::Suggest.id());
    let (id, version, other) = (one.id, form.version(one.version), something_else(form));
    view! {
        <Details summary=t!("offers-move") open>
            <p>{t!("offers-move-what")}</p>
            <Form id="move".to_owned() version to=address(id)>
                <input type="hidden" name="which" value=id.to_string() />
                {other}
                <Button label=t!("offers-suggest") name="answer".to_owned() value=Said::Suggest.id().to_owned() />
            </Form>
        </Details>
    }
    .into_any()
}

/// Calling it off: what that does, and one press more.
fn call_off(id: AppointmentId, who: &str, open: bool) -> AnyView {
    let what = t!("offers-cancel-what", who = who.to_owned());
    view! {
        <Details summary=t!("offers-cancel") open>
            <p>{what}</p>
            <Form class="actions" to=address(id) bare=true>
                <input type="hidden" name="which" value=id.to_string() />
                <Button label=t!("offers-cancel-now") name="do".to_owned() value="cancel".to_owned() />
            </Form>
        </Details>
    }
    .into_any()
}

/// The way to the file for a calendar: the person's own, as everything that is taken away.
fn calendar(id: AppointmentId, label: &str) -> Option<AnyView> {
    matches!(frame().acting, Acting::Nobody).then(|| {
        view! {
            <p><Link href=format!("/appointments/one/file?which={id}") label=t!(label) /></p>
            <p class="hint">{t!("offers-calendar-what")}</p>
        }
        .into_any()
    })
}

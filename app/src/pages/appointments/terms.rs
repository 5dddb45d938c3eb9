//! The terms that every offer of an appointment has to keep, one thing at a time.

use jiff::ToSpan as _;
use leptos::prelude::*;
use own_terms_domain::{
    appointment::Appointment,
    decide::may_contact,
    form::Parse as _,
    ids::AppointmentId,
    item::Kind,
    permission::Scope,
    ranking::rank_name,
    reading::Choice,
    state::State,
    terms::{Adjustment, Break, Format, GAPS, Interpreter, LENGTHS, MOSTS, NOTICES, Reminder},
    text::OwnWords as Words,
    time::Now,
};

use super::{address, called_off_by, say_slot};
use crate::pages::{
    Page,
    parts::{picks, picks_or_none, rank_select, week_fields},
    words::{say_break, say_choice, say_days, say_formats_of, say_pace, say_until_said, say_week, say_with_me},
    your_choice,
};
use crate::{
    components::{
        Backlink, Button, Checkbox, Checkboxes, DateInput, Form, Kind as ButtonKind, Link, OwnWords, Pick, Radios,
        Select, SummaryList, SummaryRow, TextInput, Textarea,
    },
    form::FormState,
    frame::frame,
    islands::{
        enhance,
        month::{Part, picture},
    },
    t,
};

/// All the terms, each with the way to change it, and the month that they make.
pub fn terms(state: &State, now: Now) -> Page<'_> {
    Page::new("terms-title", move || {
        // Whoever was given the terms alone has no page of appointments.
        let back = if frame().may(Scope::AnswerAppointments) { "/appointments" } else { "/home" };
        view! {
            <Backlink href=back />
            <h1>{t!("terms-title")}</h1>
            {your_choice()}
            <p>{t!("appointments-terms-what")}</p>
            <div class="with-picture">
                <SummaryList rows=rows(state) />
                {next_month(state, now, None)}
            </div>
        }
        .into_any()
    })
}

/// Each part of the terms in words; a part that was not said says what holds until it is.
pub(super) fn rows(state: &State) -> Vec<SummaryRow> {
    let terms = state.terms();
    let breaks =
        terms.breaks.breaks.iter().map(|a_break| view! { <li><OwnWords text=say_break(a_break) inline=true /></li> });
    let breaks = if terms.breaks.breaks.is_empty() {
        t!("breaks-none").into_any()
    } else {
        view! { <ul>{breaks.collect_view()}</ul> }.into_any()
    };
    let rows = [
        (
            SummaryRow::new(t!("formats-term"), view! { <OwnWords text=say_formats_of(state) inline=true /> }),
            "/appointments/terms/formats",
        ),
        (SummaryRow::new(t!("with-me-term"), with_me(state)), "/appointments/terms/with-me"),
        (
            SummaryRow::new(t!("pace-term"), say_until_said(state, Kind::Pace, say_pace(&terms.pace))),
            "/appointments/terms/pace",
        ),
        (
            SummaryRow::new(t!("times-term"), say_until_said(state, Kind::Times, say_week(&terms.times.week))),
            "/appointments/terms/times",
        ),
        (SummaryRow::new(t!("breaks-term"), breaks), "/appointments/terms/breaks"),
    ];
    let can_set = frame().may(Scope::SetTerms);
    rows.into_iter().map(|(row, href)| if can_set { row.change(href) } else { row }).collect()
}

pub(super) fn with_me(state: &State) -> AnyView {
    let said = say_with_me(&state.with_me());
    let said = said.into_iter().map(|said| view! { <li><OwnWords text=said inline=true /></li> });
    view! { <ul>{said.collect_view()}</ul> }.into_any()
}

/// Next month under the terms; `live` is the form beside it that changes it as it is filled in.
fn next_month(state: &State, now: Now, live: Option<(Part, &FormState)>) -> AnyView {
    let first = now.today.first_of_month().checked_add(1.month()).unwrap_or(now.today);
    let picture = picture(&state.terms(), first, now, live.map(|(part, form)| (part, &form.fields)));
    view! {
        <div>
            {(!may_contact(state, now)).then(|| view! { <p class="hint">{t!("month-nobody")}</p> })}
            {picture}
        </div>
    }
    .into_any()
}

/// A page of the terms: its form, with the month beside it where the form changes it.
fn section<'a>(
    state: &'a State,
    now: Now,
    form: &'a FormState,
    of: (&'static str, Kind, Option<Part>),
    saved: impl FnOnce() -> AnyView + Send + 'a,
    fields: impl FnOnce() -> AnyView + Send + 'a,
) -> Page<'a> {
    let (id, kind, live) = of;
    let title = match kind {
        Kind::Formats => "formats-title",
        Kind::WithMe => "with-me-title",
        Kind::Pace => "pace-title",
        _ => "times-title",
    };
    Page::new(title, move || {
        let fields = fields();
        let the_form = view! {
            <Form id=id.to_owned() version=form.version(state.version_of(kind))>
                {fields}
                {enhance(id)}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
        };
        let the_form = match live {
            Some(part) => {
                view! { <div class="with-picture"><div>{the_form}</div>{next_month(state, now, Some((part, form)))}</div> }
                    .into_any()
            }
            None => the_form.into_any(),
        };
        view! {
            <Backlink href="/appointments/terms" />
            {form.problems(saved)}
            <h1>{t!(title)}</h1>
            {your_choice()}
            <p>{t!(format!("{id}-what"))}</p>
            {the_form}
        }
        .into_any()
    })
    .with_islands()
}

/// The ways to meet, in order.
pub fn formats<'a>(state: &'a State, now: Now, form: &'a FormState) -> Page<'a> {
    let saved = || view! { <p><OwnWords text=say_formats_of(state) inline=true /></p> }.into_any();
    section(state, now, form, ("formats", Kind::Formats, None), saved, || {
        let format = |format: &Format| {
            let place = format!("place-{}", format.id());
            view! {
                <fieldset class="field ranked">
                    <legend>{say_choice("format-title", *format)}</legend>
                    {rank_select(form, rank_name(*format), Format::ALL.len())}
                    {format.has_place().then(|| view! {
                        <TextInput name=place.clone() label=t!("formats-place") hint=t!("formats-place-hint") value=form.value(&place) error=form.error(&place) />
                    })}
                </fieldset>
            }
        };
        Format::ALL.iter().map(format).collect_view().into_any()
    })
}

/// Who is with them, and what makes an appointment possible.
pub fn with_me_form<'a>(state: &'a State, now: Now, form: &'a FormState) -> Page<'a> {
    section(
        state,
        now,
        form,
        ("with-me", Kind::WithMe, None),
        || with_me(state),
        || {
            view! {
            <TextInput name="companion" autocomplete="off" label=t!("with-me-companion") hint=t!("with-me-companion-hint") value=form.value("companion")
                error=form.error("companion") />
            <Radios name="interpreter" legend=t!("with-me-interpreter") error=form.error("interpreter") picks=picks_or_none(Interpreter::ALL, form, "interpreter", "interpreter") />
            <TextInput name="language" label=t!("with-me-language") hint=t!("with-me-language-hint") value=form.value("language")
                error=form.error("language") />
            <Checkboxes name="adjustments" legend=t!("with-me-adjustments") hint=t!("with-me-adjustments-hint")
                error=form.error("adjustments") picks=picks(Adjustment::ALL, form, "adjustments", "adjustment") />
            <Textarea name="also" label=t!("with-me-also") value=form.value("also") error=form.error("also") max=Words::MAX rows=3 />
        }
        .into_any()
        },
    )
}

/// How long, how often, with how much notice.
pub fn pace<'a>(state: &'a State, now: Now, form: &'a FormState) -> Page<'a> {
    let saved = || view! { <p>{say_pace(&state.pace())}</p> }.into_any();
    section(state, now, form, ("pace", Kind::Pace, Some(Part::Pace)), saved, || {
        let pick = |name: &str, value: String, label: String| {
            let chosen = form.has(name, &value);
            Pick::new(value, label).chosen(chosen)
        };
        let days = |name: &'static str, offered: &[u16]| {
            offered.iter().map(|days| pick(name, days.to_string(), say_days(*days))).collect::<Vec<_>>()
        };
        let lengths =
            LENGTHS.iter().map(|minutes| pick("longest", minutes.to_string(), t!("in-minutes", minutes = *minutes)));
        let lengths: Vec<Pick> = lengths.collect();
        let mut mosts = vec![pick("most", String::new(), t!("pace-most-any"))];
        mosts.extend(MOSTS.iter().map(|most| pick("most", most.to_string(), t!("pace-most-number", most = *most))));
        view! {
            <Select name="longest" label=t!("pace-longest") error=form.error("longest") picks=lengths />
            <Select name="gap" label=t!("pace-gap") hint=t!("pace-gap-hint") error=form.error("gap") picks=days("gap", GAPS) />
            <Select name="most" label=t!("pace-most") error=form.error("most") picks=mosts />
            <Select name="notice" label=t!("pace-notice") hint=t!("pace-notice-hint") error=form.error("notice") picks=days("notice", NOTICES) />
            <Checkboxes name="reminders" legend=t!("pace-reminders") hint=t!("pace-reminders-hint") error=form.error("reminders")
                picks=picks(Reminder::ALL, form, "reminders", "reminder") />
        }
        .into_any()
    })
}

/// Days and hours.
pub fn times<'a>(state: &'a State, now: Now, form: &'a FormState) -> Page<'a> {
    let saved = || view! { <p>{say_week(&state.times().week)}</p> }.into_any();
    section(state, now, form, ("times", Kind::Times, Some(Part::Times)), saved, || week_fields(form).into_any())
}

/// Breaks: those there are, and one more.
pub fn breaks<'a>(state: &'a State, now: Now, form: &'a FormState) -> Page<'a> {
    Page::new("breaks-title", move || {
        let version = form.version(state.version_of(Kind::Breaks));
        let one = |(at, a_break): (usize, &own_terms_domain::terms::Break)| {
            let said = say_break(a_break);
            view! {
                <li>
                    <OwnWords text=said.clone() />
                    <Form version=version.clone() bare=true>
                        <input type="hidden" name="at" value=at.to_string() />
                        <Button label=t!("breaks-remove") about=said name="do".to_owned() value="remove".to_owned() />
                    </Form>
                </li>
            }
        };
        let breaks = state.breaks();
        let saved = breaks.breaks.iter().map(|a_break| view! { <li><OwnWords text=say_break(a_break) inline=true /></li> });
        let saved = saved.collect_view();
        let list = breaks.breaks.iter().enumerate().map(one).collect_view();
        let cancels = cancels(state, now, form);
        let fields = view! {
            <DateInput name="from" label=t!("breaks-from") value=form.value("from") error=form.error("from") />
            <DateInput name="until" label=t!("breaks-until") value=form.value("until") error=form.error("until") />
            <TextInput name="name" label=t!("breaks-name") autocomplete="off" hint=t!("breaks-name-hint") value=form.value("name") error=form.error("name") />
            {cancels}
        };
        view! {
            <Backlink href="/appointments/terms" />
            {form.problems(|| view! { <ul>{saved}</ul> }.into_any())}
            <h1>{t!("breaks-title")}</h1>
            {your_choice()}
            <p>{t!("breaks-what")}</p>
            {(!breaks.breaks.is_empty()).then(|| view! { <ul class="stack">{list}</ul> })}
            <div class="with-picture">
                <Form id="breaks".to_owned() version=version.clone()>
                    <h2>{t!("breaks-add")}</h2>
                    {fields}
                    {enhance("breaks")}
                    <Button label=t!("save") kind=ButtonKind::Action name="do".to_owned() value="add".to_owned() />
                </Form>
                {next_month(state, now, Some((Part::Breaks, form)))}
            </div>
        }
        .into_any()
    })
    .with_islands()
}

/// What the break that is written would call off, before it is saved; nothing on a fresh form.
fn cancels(state: &State, now: Now, form: &FormState) -> Option<AnyView> {
    let a_break = Break::parse(&form.fields, now).ok()?;
    let all = called_off_by(state, &a_break, now);
    let one = |(id, one): &(AppointmentId, &Appointment)| {
        let when = one.agreed().map(|slot| say_slot(slot, one.draft.minutes)).unwrap_or_default();
        view! { <li><Link href=address(*id) label=when /></li> }
    };
    let tick = Pick::new("yes", t!("breaks-cancels")).chosen(form.has("cancels", "yes"));
    (!all.is_empty()).then(|| {
        view! {
            <div class="panel stack">
                <p>{t!("breaks-cancels-what")}</p>
                <ul>{all.iter().map(one).collect_view()}</ul>
                <Checkbox name="cancels" pick=tick error=form.error("cancels") />
            </div>
        }
        .into_any()
    })
}

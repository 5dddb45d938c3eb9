//! Parts of forms that several pages have: an order among several, and the hours of a week.

use leptos::prelude::*;
use own_terms_domain::{
    directory::Organisation,
    hours::{WEEK, half_hours, time_id},
    reading::Choice,
};

use super::words::say_choice;

use crate::{
    components::{ErrorMessage, Hint, Pick, Select},
    form::FormState,
    i18n::{say_time, say_weekday},
    t,
};

/// "First", "second"… or "not this one", for one of several. No dragging: a select works by touch, key, switch and voice.
pub fn rank_select(form: &FormState, name: String, of: usize) -> impl IntoView + use<> {
    let mut picks = vec![Pick::new("", t!("rank-none")).chosen(form.fields.get(&name).is_empty())];
    picks.extend((1..=of).map(|rank| {
        let value = rank.to_string();
        let chosen = form.has(&name, &value);
        Pick::new(value, t!(format!("rank-{rank}"))).chosen(chosen)
    }));
    let error = form.error(&name);
    view! { <Select name label=t!("rank-label") error picks /> }
}

/// A row for each day of the week: from when, or not at all, until when.
pub fn week_fields(form: &FormState) -> impl IntoView + use<> {
    let days = WEEK.iter().enumerate().map(|(at, day)| {
        let (from, until) = (format!("from-{}", at + 1), format!("until-{}", at + 1));
        let day = say_weekday(*day);
        let times = |name: &str| {
            half_hours()
                .map(|time| Pick::new(time_id(time), say_time(time)).chosen(form.has(name, &time_id(time))))
                .collect::<Vec<_>>()
        };
        let mut starts = vec![Pick::new("", t!("week-not", day = day.clone()))];
        starts.extend(times(&from));
        // An end is shown even where the day has no beginning, so that choosing a day is one choice.
        let mut ends = times(&until);
        if form.fields.get(&until).is_empty() {
            for end in &mut ends {
                end.chosen = end.value == "17:00";
            }
        }
        view! {
            <fieldset class="field day-hours">
                <legend>{t!("week-day", day = day)}</legend>
                <Select name=from.clone() label=t!("week-from") error=form.error(&from) picks=starts />
                <Select name=until.clone() label=t!("week-until") error=form.error(&until) picks=ends />
            </fieldset>
        }
    });
    days.collect_view()
}

/// The field of a file.
pub fn file_field(
    name: &'static str,
    label: String,
    hint: String,
    error: Option<String>,
    accept: &'static str,
) -> AnyView {
    let class = if error.is_some() { "field wrong" } else { "field" };
    let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
    let described_by = format!("{hint_id} {error_id}");
    view! {
        <div class=class>
            <label for=name>{label}</label>
            <Hint id=hint_id text=hint />
            <ErrorMessage id=error_id text=error.clone() />
            <input type="file" id=name name=name class="wide" accept=accept
                aria-describedby=described_by aria-invalid=error.map(|_| "true") />
        </div>
    }
    .into_any()
}

/// Every choice of a set, in words (`<words>-<id>`), shown as the form's field `name` has them.
pub fn picks<C: Choice>(of: &[C], form: &FormState, name: &str, words: &str) -> Vec<Pick> {
    of.iter()
        .map(|choice| Pick::new(choice.id(), say_choice(words, *choice)).chosen(form.has(name, choice.id())))
        .collect()
}

/// Each organisation by its name, for the field `organisation`.
pub fn organisation_picks(organisations: &[Organisation], form: &FormState) -> Vec<Pick> {
    let one = |one: &Organisation| {
        let id = one.id.to_string();
        let chosen = form.has("organisation", &id);
        Pick::new(id, one.name.to_string()).chosen(chosen)
    };
    organisations.iter().map(one).collect()
}

/// The same as [`picks`], and last a choice that says nothing, shown chosen where the field is empty.
pub fn picks_or_none<C: Choice>(of: &[C], form: &FormState, name: &str, words: &str) -> Vec<Pick> {
    let mut picks = picks(of, form, name, words);
    picks.push(Pick::new("", t!(format!("{words}-none"))).chosen(form.fields.get(name).is_empty()));
    picks
}

//! Contact: whether, how and when, and how to do it safely.

mod earlier;

use leptos::prelude::*;
use own_terms_domain::{
    contact::{Channel, Safe, SafeRule, Ways, Wish, WishAnswer},
    form::{Fields, Parse},
    item::Kind,
    ranking::rank_name,
    reading::Choice,
    state::State,
    text::OwnWords as Words,
    time::Now,
};

pub use self::earlier::{earlier, was_changed};
use super::{
    Page,
    parts::{picks, rank_select, week_fields},
    words::{say_choice, say_ways, say_week, say_wish},
    your_choice,
};
use crate::{
    components::{
        Answers, Backlink, Button, Checkboxes, DateInput, Details, Form, Kind as ButtonKind, OwnWords, SummaryList,
        SummaryRow, TextInput, Textarea, three_answers,
    },
    form::FormState,
    i18n::say,
    islands::enhance,
    t,
};

/// Whether they want contact, and what they said about how.
pub fn contact<'a>(state: &'a State, now: Now, form: &'a FormState) -> Page<'a> {
    Page::new("contact-title", move || {
        let said_more = ["about", "not-about", "until"].iter().any(|name| !form.fields.get(name).is_empty());
        let more = view! {
            <Textarea name="about" label=t!("contact-about") hint=t!("contact-about-hint") value=form.value("about")
                error=form.error("about") max=Words::MAX rows=3 />
            <Textarea name="not-about" label=t!("contact-not-about") hint=t!("contact-not-about-hint")
                value=form.value("not-about") error=form.error("not-about") max=Words::MAX rows=3 />
            <DateInput name="until" label=t!("contact-until") hint=t!("contact-until-hint") value=form.value("until")
                error=form.error("until") min=now.today.to_string() />
        };
        let answers =
            view! { <Answers legend=t!("contact-question") legend_hidden=true answers=three_answers() error=form.error("answer") /> };
        view! {
            {form.problems(|| view! { <p>{say_wish(&state.wish(), now)}</p> }.into_any())}
            <h1>{t!("contact-title")}</h1>
            {state.standing().is_stopped().then(|| view! { <p>{t!("frame-stopped")} " " <a href="/stop">{t!("frame-come-back")}</a></p> })}
            <p>{t!("contact-now")} " " <strong>{say_wish(&state.wish(), now)}</strong></p>
            <h2>{t!("contact-question")}</h2>
            {your_choice()}
            <ul class="stack">
                <li>{t!("contact-yes-means")}</li>
                <li>{t!("contact-no-means")}</li>
                <li>{t!("contact-not-now-means")}</li>
            </ul>
            <p>{t!("contact-offers")}</p>
            <Form id="wish".to_owned() version=form.version(state.version_of(Kind::Wish))>
                <Details summary=t!("contact-more") open=said_more>
                    {more}
                </Details>
                {enhance("wish")}
                {answers}
            </Form>
            <h2>{t!("contact-how")}</h2>
            {was_changed(state, now)}
            <SummaryList rows=rows(state) />
        }
        .into_any()
    })
    .with_islands()
}

/// How and when to reach them, and how safely, with the way to change each.
fn rows(state: &State) -> Vec<SummaryRow> {
    let (ways, safe) = (state.ways(), state.safe());
    let hours = if ways.hours.is_empty() { t!("ways-any-time") } else { say_week(&ways.hours) };
    vec![
        SummaryRow::new(t!("ways-term"), say_ways(&ways)).change("/contact/ways"),
        SummaryRow::new(t!("ways-hours-term"), hours).change("/contact/ways"),
        SummaryRow::new(t!("safe-term"), earlier::count_safe(&safe)).change("/contact/safe"),
    ]
}

/// The wish as the form's fields: only what was said more about, since no answer is ever shown chosen.
pub fn wish_fields(wish: &Wish) -> Fields {
    let words = |text: &Option<Words>| text.as_ref().map(ToString::to_string).unwrap_or_default();
    Fields::new()
        .with("about", words(&wish.about))
        .with("not-about", words(&wish.not_about))
        .with("until", wish.until.map(|until| until.to_string()).unwrap_or_default())
}

/// The done message of an answer.
pub fn done(fields: &Fields) -> &'static str {
    match WishAnswer::parse(fields.get("answer")) {
        Ok(WishAnswer::Talk) => "wish-yes",
        Ok(WishAnswer::NoContact) => "wish-no",
        _ => "wish-not-now",
    }
}

/// The ways to reach them, in their order, each with its number or address, and the hours.
pub fn ways<'a>(state: &'a State, form: &'a FormState) -> Page<'a> {
    Page::new("ways-title", move || {
        let channel = |channel: &Channel| {
            let detail = format!("detail-{}", channel.id());
            let (kind, inputmode, autocomplete) = match channel {
                Channel::Email => ("email", "email", "email"),
                Channel::Letter => ("text", "text", "street-address"),
                _ => ("tel", "tel", "tel"),
            };
            view! {
                <fieldset class="field ranked">
                    <legend>{say_choice("channel-title", *channel)}</legend>
                    {rank_select(form, rank_name(*channel), Channel::ALL.len())}
                    {channel.needs_detail().then(|| view! {
                        <TextInput name=detail.clone() label=say_choice("channel-detail", *channel) value=form.value(&detail)
                            error=form.error(&detail) kind=kind inputmode=inputmode autocomplete=autocomplete spellcheck=false />
                    })}
                </fieldset>
            }
        };
        let channels = Channel::ALL.iter().map(channel).collect_view();
        let week = week_fields(form);
        view! {
            <Backlink href="/contact" />
            {form.problems(|| saved_ways(&state.ways()))}
            <h1>{t!("ways-title")}</h1>
            {your_choice()}
            <p>{t!("ways-what")}</p>
            <Form id="ways".to_owned() version=form.version(state.version_of(Kind::Ways))>
                {channels}
                <h2>{t!("ways-hours")}</h2>
                <p>{t!("ways-hours-what")}</p>
                {week}
                {enhance("ways")}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
    .with_islands()
}

fn saved_ways(ways: &Ways) -> AnyView {
    let details = ways.ways.iter().filter_map(|way| way.detail.as_ref());
    let details = details.map(|detail| view! { <li><OwnWords text=detail.as_str() inline=true /></li> }).collect_view();
    view! { <p>{say_ways(ways)} ". " {say_week(&ways.hours)}</p> <ul>{details}</ul> }.into_any()
}

/// How to contact them safely.
pub fn safe<'a>(state: &'a State, form: &'a FormState) -> Page<'a> {
    Page::new("safe-title", move || {
        let fields = view! {
            <Checkboxes name="rules" legend=t!("safe-rules") hint=t!("safe-rules-hint") error=form.error("rules")
                picks=picks(SafeRule::ALL, form, "rules", "safe-rule") />
            <TextInput name="word" label=t!("safe-word") hint=t!("safe-word-hint") value=form.value("word")
                error=form.error("word") autocomplete="off" />
            <Textarea name="avoid" label=t!("safe-avoid") hint=t!("safe-avoid-hint") value=form.value("avoid")
                error=form.error("avoid") max=Words::MAX rows=3 />
        };
        view! {
            <Backlink href="/contact" />
            {form.problems(|| saved_safe(&state.safe()))}
            <h1>{t!("safe-title")}</h1>
            {your_choice()}
            <p>{t!("safe-what")}</p>
            <Form id="safe".to_owned() version=form.version(state.version_of(Kind::Safe))>
                {fields}
                {enhance("safe")}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
    .with_islands()
}

fn saved_safe(safe: &Safe) -> AnyView {
    let fields = safe.fields();
    let said = fields.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| {
        let value = if name == "rules" { say(&format!("safe-rule-{value}"), None) } else { value.to_owned() };
        view! { <li><OwnWords text=value inline=true /></li> }
    });
    view! { <ul>{said.collect_view()}</ul> }.into_any()
}

//! What somebody advised: writing it down, marking that it pulls against something else, and sending both to those who said it.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    consent::Length,
    form::{Fields, Parse as _},
    ids::{AdviceId, ConsentId, RecordId},
    item::{ItemId, Version},
    reading::Choice as _,
    state::State,
    supporter::{Advice, AdviceDraft, Adviser},
    text::OwnWords as Words,
    time::Now,
};

use super::network::rows;
use crate::{
    components::{Answers, Backlink, Button, Form, Kind as ButtonKind, Link, OwnWords, Pick, Radios, Textarea},
    form::FormState,
    frame::frame,
    i18n::say_date,
    pages::{
        Page,
        said::beginning,
        words::{say_actor, say_choice},
        your_choice,
    },
    t,
};

/// How many letters of a piece of advice tell it from others to choose from.
const BRIEF: usize = 80;

/// The form as it is opened: blank, or as it stands.
pub fn fresh_advice(state: &State, id: AdviceId) -> FormState {
    let draft = |advice: &Advice| AdviceDraft { from: advice.from, words: advice.words.clone() }.fields();
    let fields = state.advice(id).map(draft).unwrap_or_default();
    FormState::of(fields.with("which", id.to_string()))
}

/// Who gave it: by the name in the directory, or as the person calls them.
pub fn say_adviser(advice: &Advice) -> String {
    match (advice.from, &advice.name) {
        (_, Some(name)) => name.to_string(),
        (Adviser::CaseWorker(id), None) => say_actor(Actor::CaseWorker(id)),
        (Adviser::Organisation(id), None) => say_actor(Actor::Organisation(id)),
        (Adviser::Supporter(_) | Adviser::Carer(_), None) => t!("advice-somebody"),
    }
}

/// The page of one piece of advice.
pub fn advice<'a>(state: &'a State, id: AdviceId, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("network-advice-add", move || {
        let stands = state.advice(id);
        let title = if stands.is_some() { t!("advice-change") } else { t!("network-advice-add") };
        let version = state.version(ItemId::Advice(id));
        let advisers = rows(state, &[], now);
        let mut picks: Vec<Pick> = advisers.iter().map(|row| pick(row.adviser, row.name.clone(), form)).collect();
        // One who supports them no longer stays the one who said it.
        let gone = stands.filter(|one| advisers.iter().all(|row| row.adviser != one.from));
        picks.extend(gone.map(|one| pick(one.from, say_adviser(one), form)));
        let fields = if picks.is_empty() {
            view! { <p>{t!("advice-nobody")} " " <Link href="/people/supporter" label=t!("network-add") /></p> }
                .into_any()
        } else {
            let fields = view! {
                <Radios name="adviser" legend=t!("advice-from") error=form.error("adviser") picks />
                <Textarea name="words" label=t!("advice-words") value=form.value("words") error=form.error("words") max=Words::MAX rows=4 />
            };
            view! {
                <Form id="advice".to_owned() version=form.version(version) to=here(id)>
                    <input type="hidden" name="which" value=id.to_string() />
                    {fields}
                    <Button label=t!("save") kind=ButtonKind::Action />
                </Form>
            }
            .into_any()
        };
        let saved = stands.map(|stands| stands.words.to_string());
        view! {
            <Backlink href="/people" />
            {form.problems(|| saved.map(|text| view! { <OwnWords text /> }).into_any())}
            <h1>{title}</h1>
            {your_choice()}
            <p>{t!("advice-only-you")}</p>
            {fields}
            {stands.map(|stands| more(state, id, version, stands, form))}
        }
        .into_any()
    })
}

fn here(id: AdviceId) -> String {
    format!("/people/advice?which={id}")
}

fn pick(adviser: Adviser, name: String, form: &FormState) -> Pick {
    let value = adviser.to_string();
    let chosen = form.has("adviser", &value);
    Pick::new(value, name).chosen(chosen)
}

/// Marking, sending and taking away what was saved.
fn more(state: &State, id: AdviceId, version: Version, stands: &Advice, form: &FormState) -> AnyView {
    let others: Vec<(AdviceId, &Advice)> = state.all_advice().filter(|(other, _)| *other != id).collect();
    let chosen = |value: &str| match form.fields.iter().find(|(name, _)| *name == "against") {
        Some((_, typed)) => typed == value,
        None => stands.against.map(|id| id.to_string()).unwrap_or_default() == value,
    };
    let pick = |(id, advice): &(AdviceId, &Advice)| {
        let value = id.to_string();
        let chosen = chosen(&value);
        Pick::new(value, say_adviser(advice)).hint(beginning(advice.words.as_str(), BRIEF)).chosen(chosen)
    };
    let mut picks: Vec<Pick> = others.iter().map(pick).collect();
    picks.push(Pick::new("", t!("advice-against-none")).chosen(chosen("")));
    let other = stands.against.and_then(|other| state.advice(other));
    let send = other.map(|other| {
        if ![stands, other].into_iter().any(|advice| can_be_reached(state, advice.from)) {
            return view! { <p>{t!("advice-send-nobody")}</p> }.into_any();
        }
        let href = format!("/people/advice/send?which={id}");
        view! { <p>{t!("advice-send-what")} " " <Link href label=t!("advice-send") /></p> }.into_any()
    });
    let mark = (!others.is_empty()).then(|| {
        let error = form.error("against");
        view! {
            <h2>{t!("advice-pulls")}</h2>
            <p>{t!("advice-pulls-what")}</p>
            {send}
            <Form id="mark".to_owned() version=form.version(version) to=here(id)>
                <input type="hidden" name="which" value=id.to_string() />
                <Radios name="against" legend=t!("advice-against") error picks />
                <Button label=t!("save") about=t!("advice-pulls-about") name="do".to_owned() value="mark".to_owned() />
            </Form>
        }
    });
    view! {
        {mark}
        <h2>{t!("network-take-away")}</h2>
        <Form class="actions" bare=true version=version.to_string() to=here(id)>
            <input type="hidden" name="which" value=id.to_string() />
            <Button label=t!("advice-take-away") name="do".to_owned() value="remove".to_owned() />
        </Form>
    }
    .into_any()
}

/// A new form that sends two: what the case worker would read is written already, and can be changed.
pub fn fresh_sending(which: [ConsentId; 2], message: RecordId) -> FormState {
    let [one, other] = which;
    let fields = Fields::new().with("which", one.to_string()).with("other", other.to_string());
    FormState::of(fields.with("message", message.to_string()))
}

/// The page on which both are read before they go to those who gave them.
pub fn send<'a>(state: &'a State, id: AdviceId, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("advice-send", move || {
        let one = state.advice(id);
        let other = one.and_then(|one| one.against).and_then(|other| state.advice(other).map(|advice| (other, advice)));
        let content = match (one, other) {
            (Some(one), Some((other_id, other))) => both(state, [(id, one), (other_id, other)], form, now),
            _ => view! { <p>{t!("advice-send-unmarked")}</p> }.into_any(),
        };
        view! {
            <Backlink href=here(id) />
            {form.problems(|| view! { <p>{t!("sharing-read-again")}</p> }.into_any())}
            <h1>{t!("advice-send")}</h1>
            {your_choice()}
            {content}
        }
        .into_any()
    })
}

fn both(state: &State, two: [(AdviceId, &Advice); 2], form: &FormState, now: Now) -> AnyView {
    let [(id, one), (_, other)] = two;
    let mut from = vec![one.from];
    from.extend((other.from != one.from).then_some(other.from));
    let organisation = from.iter().any(|from| matches!(from, Adviser::Organisation(_)));
    let case_worker = from.iter().any(|from| is_case_worker(state, *from));
    let to = two.iter().map(|(_, advice)| view! { <li>{goes(state, advice)}</li> }).collect_view();
    let read = |(_, advice): &(AdviceId, &Advice)| {
        view! { <li><h3><bdi>{say_adviser(advice)}</bdi></h3> <OwnWords text=advice.words.as_str() /></li> }
    };
    let seen = two.iter().map(|(id, _)| state.get(ItemId::Advice(*id)).map(|held| held.wording().to_string()));
    let seen = seen.flatten().map(|wording| view! { <input type="hidden" name="seen" value=wording /> }).collect_view();
    let hidden =
        ["which", "other", "message"].map(|name| view! { <input type="hidden" name=name value=form.value(name) /> });
    let lengths = Length::ALL.iter().map(|length| {
        let chosen = match form.fields.get("length") {
            "" => *length == Length::Month,
            typed => typed == length.id(),
        };
        let until = t!("sharing-length-until", day = say_date(length.until(now.today)));
        Pick::new(length.id(), say_choice("consent-length", *length)).hint(until).chosen(chosen)
    });
    let length = organisation.then(|| {
        let error = form.error("length");
        view! { <Radios name="length" legend=t!("advice-send-length") hint=t!("sharing-length-hint") error picks=lengths.collect() /> }
    });
    let words = case_worker.then(|| {
        let value = if form.fields.iter().any(|(name, _)| name == "words") { form.value("words") } else { words(one, other) };
        view! {
            <Textarea name="words" label=t!("advice-send-message") hint=t!("advice-send-message-hint") value error=form.error("words") max=Words::MAX rows=8 />
        }
    });
    let language = frame().reading.language;
    let error = form.error("answer");
    let send = (organisation || case_worker).then(|| {
        view! {
            <Form id="send".to_owned() to=format!("/people/advice/send?advice={id}")>
                <input type="hidden" name="advice" value=id.to_string() />
                <input type="hidden" name="read-in" value=language.id() />
                {hidden}
                {seen}
                {length}
                {words}
                <Answers legend=t!("advice-send-question") answers=yes_or_no() error />
            </Form>
        }
        .into_any()
    });
    let send = send.unwrap_or_else(|| view! { <p>{t!("advice-send-nobody")}</p> }.into_any());
    let not_yet = (organisation || case_worker).then(|| view! { <p>{t!("advice-send-not")}</p> });
    view! {
        {not_yet}
        <h2>{t!("advice-send-to")}</h2>
        <ul class="stack">{to}</ul>
        <h2>{t!("sharing-read")}</h2>
        <ul class="panel stack" id="seen">{two.iter().map(read).collect_view()}</ul>
        {send}
    }
    .into_any()
}

fn yes_or_no() -> Vec<(&'static str, String)> {
    ["yes", "no"].into_iter().map(|value| (value, t!(value))).collect()
}

/// True where what is sent from here reaches whoever gave the advice.
fn can_be_reached(state: &State, from: Adviser) -> bool {
    matches!(from, Adviser::Organisation(_)) || is_case_worker(state, from)
}

fn is_case_worker(state: &State, from: Adviser) -> bool {
    matches!(from, Adviser::CaseWorker(id) if state.grants().case_worker == Some(id))
}

/// How it reaches whoever gave it, or that it does not from here.
fn goes(state: &State, advice: &Advice) -> String {
    let who = say_adviser(advice);
    match advice.from {
        Adviser::Organisation(_) => t!("advice-goes-organisation", who = who),
        from if is_case_worker(state, from) => t!("advice-goes-case-worker", who = who),
        _ => t!("advice-goes-not", who = who),
    }
}

/// What the case worker would read, to begin with.
fn words(one: &Advice, other: &Advice) -> String {
    let said = |advice: &Advice| t!("advice-send-one", who = say_adviser(advice), words = advice.words.to_string());
    format!("{}\n\n{}\n\n{}", t!("advice-send-begins"), said(one), said(other))
}

//! What was written about somebody, and writing down a conversation: they see it at once, and said yes to keeping it.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    correction::Correction,
    item::{Held, Item},
    record::Record,
    state::State,
    text::OwnWords as Words,
};

use super::{of_whom, pages_of, sure, their_name};
use crate::{
    components::{Backlink, Button, Checkbox, Form, Kind as ButtonKind, Link, OwnWords, Pick, TextInput, Textarea},
    form::FormState,
    i18n::say_date,
    pages::{
        Page,
        words::{say_actor, say_moment},
    },
    t,
};

/// What was written, the newest first, under the form to write more; `me` is whoever reads it.
pub fn records<'a>(state: &'a State, of: String, me: Actor, from: usize, form: &'a FormState) -> Page<'a> {
    Page::new("desk-records-title", move || {
        let agreed = Pick::new("yes", t!("desk-record-agreed")).chosen(form.has("agreed", "yes"));
        let fields = view! {
            {of_whom(&of)}
            <input type="hidden" name="which" value=form.value("which") />
            <Textarea name="words" label=t!("desk-record-words") hint=t!("desk-record-words-hint")
                value=form.value("words") error=form.error("words") max=Words::MAX />
            <TextInput name="source" label=t!("desk-record-source") hint=t!("desk-record-source-hint")
                value=form.value("source") error=form.error("source") />
            <Checkbox name="agreed" pick=agreed error=form.error("agreed") />
            {sure(form)}
        };
        view! {
            <Backlink href="/desk/person" />
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-records-title")}</h1>
            {their_name(state)}
            <p class="your-choice">{t!("desk-record-voluntary")}</p>
            <p>{t!("desk-record-seen")}</p>
            <Form id="record".to_owned()>
                {fields}
                <Button label=t!("desk-record-keep") kind=ButtonKind::Action />
            </Form>
            <h2>{t!("desk-records-held")}</h2>
            {list(state, me, from)}
        }
        .into_any()
    })
}

fn list(state: &State, me: Actor, from: usize) -> AnyView {
    let mut all: Vec<(&Held, &Record)> = state
        .all()
        .filter_map(|held| match &held.item {
            Item::Record(record) => Some((held, record)),
            _ => None,
        })
        .collect();
    if all.is_empty() {
        return view! { <p>{t!("desk-records-none")}</p> }.into_any();
    }
    all.sort_by_key(|(held, _)| std::cmp::Reverse(held.version));
    let (shown, ways) = pages_of("/desk/records", from, all);
    let list = shown.into_iter().map(|(held, record)| one(state, me, held, record)).collect_view();
    view! { <ul class="held stack">{list}</ul> {ways} }.into_any()
}

/// What it says, from where, until when, by whom, and what they say to it.
fn one(state: &State, me: Actor, held: &Held, record: &Record) -> AnyView {
    let id = held.id.record();
    let correction = id.and_then(|id| state.correction(id)).map(|one| asked(one, held.by == me));
    view! {
        <li class="stack">
            <OwnWords text=record.words.as_str() />
            <OwnWords text=t!("record-source-said", source = record.source.to_string()) />
            <p class="hint">{t!("held-written-by", who = say_actor(held.by), when = say_moment(held.at))}</p>
            <p class="hint">{t!("desk-record-until", day = say_date(record.until))}</p>
            {id.and_then(|id| state.other_view(id)).map(|view| differently(view.words.as_str()))}
            {correction}
        </li>
    }
    .into_any()
}

/// How they see it.
pub(super) fn differently(words: &str) -> AnyView {
    view! {
        <div class="beside">
            <p><strong>{t!("desk-notes-differently")}</strong></p>
            <OwnWords text=words.to_owned() />
        </div>
    }
    .into_any()
}

/// That they asked for it to be put right, and where that is answered.
fn asked(correction: &Correction, mine: bool) -> AnyView {
    let open = correction.progress.awaits_an_answer();
    let answer = (open && mine).then(|| {
        view! { <p><Link href="/desk/corrections" label=t!("desk-corrections-answer") /></p> }
    });
    let said = if open { t!("desk-correction-open") } else { t!("desk-correction-answered") };
    view! { <p>{said}</p> {answer} }.into_any()
}

//! What people asked a case worker to put right: what it says, what it should say, and by when there is an answer.

use leptos::prelude::*;
use own_terms_domain::{
    correction::{Correction, Progress, answered_by},
    ids::RecordId,
    item::{Held, Version},
    text::OwnWords as Words,
};

use super::{of_whom, records::differently, sure, turn};
use crate::{
    components::{Button, Form, OwnWords, Textarea},
    form::FormState,
    i18n::say_date,
    pages::{Page, words::say_moment},
    t,
};

/// Something that somebody asked to have put right.
#[derive(Debug, Clone)]
pub struct Owed {
    /// What names them to this session and to nobody else.
    pub of: String,
    /// What they are called; nothing where that is not to be seen any more.
    pub name: String,
    /// Which record.
    pub record: RecordId,
    /// The record.
    pub held: Held,
    /// What it says.
    pub words: Words,
    /// How they see it.
    pub differently: Option<Words>,
    /// What they ask.
    pub correction: Correction,
    /// The version of that.
    pub version: Version,
}

/// Each, whoever is longest waiting first. `form` is one that was sent, and is about the record that it names.
pub fn corrections(all: Vec<Owed>, form: &FormState, before: Option<usize>, after: Option<usize>) -> Page<'_> {
    Page::new("desk-corrections-title", move || {
        let none = all.is_empty().then(|| view! { <p>{t!("desk-corrections-none")}</p> });
        let list = all.into_iter().enumerate().map(|(at, owed)| one(at, owed, form)).collect_view();
        view! {
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-corrections-title")}</h1>
            <p class="your-choice">{t!("desk-corrections-right")}</p>
            <p>{t!("desk-told")}</p>
            {none}
            <ul class="held stack">{list}</ul>
            {turn("/desk/corrections", before, after)}
        }
        .into_any()
    })
}

fn one(at: usize, owed: Owed, form: &FormState) -> AnyView {
    let name = if owed.name.is_empty() { t!("desk-no-name") } else { owed.name.clone() };
    let correction = &owed.correction;
    let reason = correction
        .reason
        .as_ref()
        .map(|words| view! { <OwnWords text=t!("correction-reason", words = words.to_string()) /> });
    let by = answered_by(correction.asked);
    let begun = matches!(correction.progress, Progress::InProgress { .. });
    let stands = if begun {
        t!("desk-correction-begun", day = say_date(by))
    } else {
        t!("desk-correction-by", day = say_date(by))
    };
    let answer = answer(at, &owed, begun, &name, form);
    view! {
        <li class="stack">
            <h2><OwnWords text=name inline=true /></h2>
            <p class="hint">{t!("desk-correction-says")}</p>
            <OwnWords text=owed.words.as_str() />
            <p class="hint">{t!("desk-correction-written", when = say_moment(owed.held.at))}</p>
            {owed.differently.as_ref().map(|words| differently(words.as_str()))}
            <p class="hint">{t!("desk-correction-should-be", day = say_date(correction.asked))}</p>
            <OwnWords text=correction.should_be.as_str() />
            {reason}
            <p>{stands}</p>
            {answer}
        </li>
    }
    .into_any()
}

/// Putting it right, looking into it, or saying why it stays; none stands out.
fn answer(at: usize, owed: &Owed, begun: bool, name: &str, form: &FormState) -> AnyView {
    let (record, about) = (owed.record.to_string(), format!("– {name}"));
    let fresh = FormState::default();
    let form = if form.has("record", &record) { form } else { &fresh };
    let version = form.version(owed.version);
    let hidden = |record: String| {
        view! { {of_whom(&owed.of)} <input type="hidden" name="record" value=record /> }
    };
    let button = |label: String, value: &str| {
        view! { <Button label about=about.clone() name="do".to_owned() value=value.to_owned() /> }
    };
    let look_into = (!begun).then(|| button(t!("desk-correction-begin"), "begin"));
    let (done, refuse) = (button(t!("desk-correction-done"), "done"), button(t!("desk-correction-refuse"), "refuse"));
    // What is wrong is said beside its field, which the summary leads to.
    let id = if form.errors.is_empty() { format!("why-{at}") } else { "why".to_owned() };
    let (mine, buttons) = (hidden(record.clone()), hidden(record));
    let why = view! {
        <Textarea name="why" id=Some(id) label=t!("desk-correction-why") hint=t!("desk-correction-why-hint")
            value=form.value("why") error=form.error("why") max=Words::MAX rows=3 />
        {sure(form)}
    };
    view! {
        <Form class="actions" version=version.clone() bare=true>
            {buttons}
            {done}
            {look_into}
        </Form>
        <Form version=version>
            {mine}
            {why}
            {refuse}
        </Form>
    }
    .into_any()
}

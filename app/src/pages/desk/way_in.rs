//! Ways in that a case worker gives out: an invitation for the first time, and a new way in for someone who has lost every one.

use jiff::Timestamp;
use leptos::prelude::*;
use own_terms_domain::reading::{Choice as _, Language};

use super::turn;
use crate::{
    components::{Backlink, Button, Form, Link, OwnWords, Radios, TextInput, ToldOnce},
    form::FormState,
    pages::{Page, parts::picks, words::say_moment},
    t,
};

/// A code that was given out, which stands nowhere else.
#[derive(Debug, Clone)]
pub struct Given {
    /// Whom it is for.
    pub name: String,
    /// To read aloud.
    pub spoken: String,
    /// To send, where it is known where the service is reached.
    pub link: Option<String>,
    /// From when it opens something; none for at once.
    pub from: Option<Timestamp>,
    /// Until when.
    pub until: Timestamp,
}

/// Someone who chose the case worker, by name alone.
#[derive(Debug, Clone)]
pub struct Named {
    /// What names them to this session and to nobody else.
    pub sealed: String,
    /// What they are called.
    pub name: String,
}

/// Whom to invite. `letters` where it is known where the service is reached, which stands in them.
pub fn invite(letters: bool, given: Option<Given>, form: &FormState) -> Page<'_> {
    Page::new("desk-invite-title", move || {
        let languages = picks(Language::ALL, form, "language", "language");
        let fields = view! {
            <TextInput name="name" label=t!("desk-invite-name") hint=Some(t!("desk-invite-name-hint")) value=form.value("name")
                error=form.error("name") autocomplete="off" />
            <Radios name="language" legend=t!("desk-invite-language") error=form.error("language") picks=languages />
        };
        let letter = letters.then(|| {
            view! { <Button label=t!("desk-invite-letter") name="do".to_owned() value="letter".to_owned() /> }
        });
        view! {
            <Backlink href="/desk" />
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-invite-title")}</h1>
            {given.map(|given| the_code(given, t!("desk-invite-once")))}
            <p class="your-choice">{t!("desk-invite-voluntary")}</p>
            <p>{t!("desk-invite-what")}</p>
            <Form>
                {fields}
                <div class="actions">
                    <Button label=t!("desk-invite-code") name="do".to_owned() value="code".to_owned() />
                    {letter}
                </div>
            </Form>
        }
        .into_any()
    })
}

/// Who can be given a new way in: those who chose the case worker.
pub fn lost(all: Vec<Named>, given: Option<Given>, before: Option<usize>, after: Option<usize>) -> Page<'static> {
    Page::new("desk-lost-way-title", move || {
        let none = all.is_empty().then(|| view! { <p>{t!("desk-nobody")}</p> });
        let list = all.into_iter().map(one).collect_view();
        view! {
            <Backlink href="/desk" />
            <h1>{t!("desk-lost-way-title")}</h1>
            {given.map(|given| the_code(given, t!("desk-lost-way-once")))}
            <p>{t!("desk-lost-way-what")}</p>
            <p>{t!("desk-lost-way-sure")}</p>
            <p>{t!("desk-told")}</p>
            {none}
            <ul class="stack">{list}</ul>
            {turn("/desk/lost", before, after)}
        }
        .into_any()
    })
}

fn one(Named { sealed, name }: Named) -> AnyView {
    let name = if name.is_empty() { t!("desk-no-name") } else { name };
    view! {
        <li class="stack">
            <OwnWords text=name.clone() />
            <Form bare=true>
                <input type="hidden" name="who" value=sealed />
                <Button label=t!("desk-lost-way-ask") about=format!("– {name}") />
            </Form>
        </li>
    }
    .into_any()
}

/// That one cannot be asked for now, and from when.
pub fn lost_not_yet(from: Option<Timestamp>) -> Page<'static> {
    Page::new("desk-lost-way-title", move || {
        let why = from
            .map_or_else(|| t!("desk-lost-way-not"), |from| t!("desk-lost-way-not-before", when = say_moment(from)));
        view! {
            <h1>{t!("desk-lost-way-title")}</h1>
            <p class="lead">{why}</p>
            <p><Link href="/desk/lost" label=t!("desk-lost-way-title") /></p>
        }
        .into_any()
    })
}

/// A code to give out, with how long it is open.
pub(super) fn the_code(given: Given, once: String) -> AnyView {
    let link = given.link.map(|link| {
        view! { <p>{t!("carer-code-link")}</p> <p class="code"><bdi dir="ltr">{link}</bdi></p> }
    });
    let from = given.from.map(|from| view! { <p>{t!("desk-code-from", when = say_moment(from))}</p> });
    view! {
        <ToldOnce title=t!("carer-code-title", name = given.name) code=given.spoken>
            {from}
            <p>{t!("desk-code-until", when = say_moment(given.until))}</p>
            {link}
            <p>{once}</p>
        </ToldOnce>
    }
    .into_any()
}

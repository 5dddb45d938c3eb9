//! Local and peer support: all of it, or what was looked for. What is looked for is sent in a form, and is in no address or log.

use leptos::prelude::*;
use own_terms_domain::{
    listing::{Listing, Topic},
    reading::Choice as _,
    text::Line,
};

use crate::{
    components::{Backlink, Button, Form, OwnWords, Pick, Select, SummaryList, SummaryRow, TextInput},
    form::FormState,
    i18n::say_list,
    pages::{Page, parts::picks, words::say_choice, your_choice},
    t,
};

/// How many are on one page.
const SHOWN: usize = 30;

/// What the page shows.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// Those that were found, or all.
    pub listings: Vec<Listing>,
    /// True when something was looked for.
    pub looked: bool,
    /// How many of them stood on the pages before.
    pub from: usize,
}

/// The page.
pub fn listings(shown: Shown, form: &FormState) -> Page<'_> {
    Page::new("listings-title", move || {
        let Shown { listings, looked, from } = shown;
        let count = listings.len();
        // What is sent may be anything at all.
        let from = from.min(count);
        let until = count.min(from + SHOWN);
        let more = (count > SHOWN).then(|| {
            let (first, next) = (count.min(from + 1), (until < count).then(|| next(form, until)));
            view! { <p>{t!("listings-more", first = first, last = until, count = count)}</p> {next} }
        });
        let heading = if looked { t!("listings-found", count = count) } else { t!("listings-all") };
        let list = listings.iter().skip(from).take(SHOWN).map(one).collect_view();
        let list = if count == 0 {
            view! { <p>{if looked { t!("listings-found-none") } else { t!("listings-none") }}</p> }.into_any()
        } else {
            view! { <ul class="stack">{list}</ul> }.into_any()
        };
        view! {
            <Backlink href="/people" />
            {form.problems_with_buttons()}
            <h1>{t!("listings-title")}</h1>
            {your_choice()}
            <p>{t!("listings-what")}</p>
            {search(form)}
            <h2>{heading}</h2>
            {list}
            {more}
        }
        .into_any()
    })
}

fn search(form: &FormState) -> AnyView {
    let mut topics = vec![Pick::new("", t!("topic-none")).chosen(form.value("topic").is_empty())];
    topics.extend(picks(Topic::ALL, form, "topic", "topic"));
    let fields = view! {
        <TextInput name="find" label=t!("listings-find") hint=t!("listings-find-hint") kind="search" autocomplete="off"
            spellcheck=false value=form.value("find") error=form.error("find") />
        <Select name="topic" label=t!("listings-topic") error=form.error("topic") picks=topics />
    };
    view! {
        <Form id="find-listing".to_owned()>
            {fields}
            <Button label=t!("held-find-now") />
        </Form>
    }
    .into_any()
}

/// More of the same. What was looked for is sent again: it is in no address.
fn next(form: &FormState, from: usize) -> AnyView {
    let (find, topic, from) = (form.value("find"), form.value("topic"), from.to_string());
    view! {
        <Form class="actions" bare=true>
            <input type="hidden" name="find" value=find />
            <input type="hidden" name="topic" value=topic />
            <input type="hidden" name="from" value=from />
            <Button label=t!("listings-next") />
        </Form>
    }
    .into_any()
}

fn one(listing: &Listing) -> AnyView {
    let topics: Vec<String> = listing.topics.iter().map(|topic| say_choice("topic", *topic)).collect();
    let topics = (!topics.is_empty()).then(|| say_list(&topics));
    let mut rows = vec![SummaryRow::new(t!("listings-by"), listing.by.to_string())];
    let mut row = |term, said: Option<AnyView>| rows.extend(said.map(|said| SummaryRow::new(term, said)));
    let text = |said: &Option<Line>| said.as_ref().map(|said| said.to_string().into_any());
    row(t!("listings-helps"), topics.map(IntoAny::into_any));
    row(t!("listings-where"), text(&listing.place));
    row(t!("listings-open"), text(&listing.open));
    // On a phone a number is pressed and not typed: hands shake, and numbers are long.
    let dial = |number: &Line| {
        format!("tel:{}", number.as_str().chars().filter(|c| "+0123456789".contains(*c)).collect::<String>())
    };
    row(t!("listings-phone"), listing.phone.as_ref().map(|number| away(dial(number), number)));
    row(t!("listings-email"), listing.email.as_ref().map(|address| away(format!("mailto:{address}"), address)));
    row(t!("listings-web"), listing.web.as_ref().map(|page| away(page.to_string(), page)));
    view! {
        <li class="stack">
            <h3><bdi>{listing.name.to_string()}</bdi></h3>
            <OwnWords text=listing.about.as_str() />
            <SummaryList rows />
        </li>
    }
    .into_any()
}

/// A way out of here: whoever is there is not told where somebody comes from.
fn away(href: String, said: &Line) -> AnyView {
    view! { <a href=href rel="noreferrer">{said.to_string()}</a> }.into_any()
}

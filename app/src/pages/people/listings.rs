//! Local and peer support: all of it, or what was looked for. What is looked for is sent in a form, and is in no address or log.

use leptos::prelude::*;
use own_terms_domain::{
    listing::{Listing, Topic},
    reading::Choice as _,
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
}

/// The page.
pub fn listings(shown: Shown, form: &FormState) -> Page<'_> {
    Page::new("listings-title", move || {
        let Shown { listings, looked } = shown;
        let count = listings.len();
        let more = (count > SHOWN).then(|| view! { <p>{t!("listings-more", shown = SHOWN, count = count)}</p> });
        let heading = if looked { t!("listings-found", count = count) } else { t!("listings-all") };
        let list = listings.iter().take(SHOWN).map(one).collect_view();
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

fn one(listing: &Listing) -> AnyView {
    let topics: Vec<String> = listing.topics.iter().map(|topic| say_choice("topic", *topic)).collect();
    let topics = (!topics.is_empty()).then(|| say_list(&topics));
    let said = [
        (t!("listings-by"), Some(listing.by.to_string())),
        (t!("listings-helps"), topics),
        (t!("listings-where"), listing.place.as_ref().map(ToString::to_string)),
        (t!("listings-open"), listing.open.as_ref().map(ToString::to_string)),
        (t!("listings-phone"), listing.phone.as_ref().map(ToString::to_string)),
        (t!("listings-email"), listing.email.as_ref().map(ToString::to_string)),
        (t!("listings-web"), listing.web.as_ref().map(ToString::to_string)),
    ];
    let rows: Vec<SummaryRow> =
        said.into_iter().filter_map(|(term, said)| Some(SummaryRow::new(term, said?))).collect();
    view! {
        <li class="stack">
            <h3><bdi>{listing.name.to_string()}</bdi></h3>
            <OwnWords text=listing.about.as_str() />
            <SummaryList rows />
        </li>
    }
    .into_any()
}

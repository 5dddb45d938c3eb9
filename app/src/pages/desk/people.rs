//! Who chose the case worker: those who asked to talk, the longest waiting first; then the others, as nothing but names.

use leptos::prelude::*;
use own_terms_domain::{desk::Said, reading::Choice as _};

use super::turn;
use crate::{
    components::{Button, Form, Link, OwnWords},
    i18n::{say, say_date},
    pages::Page,
    t,
};

/// How many people a page names.
pub const SHOWN: usize = 20;

/// Someone who chose the case worker.
#[derive(Debug, Clone)]
pub struct Chose {
    /// What opens them, sealed: it names nobody to anyone else.
    pub sealed: String,
    /// What they are called.
    pub name: String,
    /// Since when they want to talk.
    pub asked: Option<jiff::civil::Date>,
}

/// Those of them who said alike.
pub struct Group {
    /// What they said about contact.
    pub said: Said,
    /// Who.
    pub people: Vec<Chose>,
}

/// A page of them; `newer` and `older` are where the pages before and after begin.
pub fn people(groups: Vec<Group>, before: Option<usize>, after: Option<usize>) -> Page<'static> {
    Page::new("desk-title", move || {
        let is_empty = groups.is_empty();
        let groups = groups.into_iter().map(group).collect_view();
        view! {
            <h1>{t!("desk-title")}</h1>
            <p class="your-choice">{t!("desk-voluntary")}</p>
            <p>{t!("desk-told")}</p>
            {is_empty.then(|| view! { <p>{t!("desk-nobody")}</p> })}
            {groups}
            {turn("/desk", before, after)}
            <h2>{t!("desk-records-title")}</h2>
            <p><Link href="/desk/corrections" label=t!("desk-corrections-title") /></p>
            <h2>{t!("desk-ways-in")}</h2>
            <ul>
                <li><Link href="/desk/invite" label=t!("desk-invite-title") /></li>
                <li><Link href="/desk/lost" label=t!("desk-lost-way-title") /></li>
            </ul>
        }
        .into_any()
    })
}

fn group(Group { said, people }: Group) -> AnyView {
    let title = say(&format!("desk-group-{}", said.id()), None);
    let what = say(&format!("desk-group-{}-what", said.id()), None);
    let list = people.into_iter().map(|one| in_list(said, one)).collect_view();
    view! { <h2>{title}</h2> <p>{what}</p> <ul class="stack">{list}</ul> }.into_any()
}

fn in_list(said: Said, one: Chose) -> AnyView {
    let name = if one.name.is_empty() { t!("desk-no-name") } else { one.name };
    if said != Said::Asked {
        return view! { <li><OwnWords text=name /></li> }.into_any();
    }
    let since = one.asked.map(|day| view! { <p>{t!("desk-asked-on", day = say_date(day))}</p> });
    view! {
        <li class="stack">
            <h3><OwnWords text=name.clone() inline=true /></h3>
            {since}
            <Form to="/desk".to_owned() bare=true>
                <input type="hidden" name="who" value=one.sealed />
                <Button label=t!("desk-open") about=format!("– {name}") />
            </Form>
        </li>
    }
    .into_any()
}

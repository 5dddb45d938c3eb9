//! Helping somebody: whom a carer helps, what they were asked, and what is there for them while they act.

use leptos::prelude::*;
use own_terms_domain::{
    carer::{Delegation, Status},
    ids::DelegationId,
    item::{Held, Kind, Version},
    permission::Scope,
    reading::Choice as _,
    state::State,
    time::Now,
};

use super::{
    Page,
    carers::say_scopes,
    held::download::FileKind,
    said::{lines, say_item},
    words::say_choice,
    your_choice,
};
use crate::{
    components::{Backlink, Button, Form, Kind as ButtonKind, Link, OwnWords, SummaryList, SummaryRow, TextInput},
    form::FormState,
    frame::frame,
    i18n::say_date,
    t,
};

/// Somebody whom a carer helps, or is asked to.
pub struct Helped {
    /// What they are called.
    pub name: String,
    /// Which delegation it is.
    pub id: DelegationId,
    /// The version of it that stands.
    pub version: Version,
    /// What it says.
    pub delegation: Delegation,
}

/// Everyone whom a carer helps.
pub fn helping(helped: Vec<Helped>, form: &FormState, now: Now) -> Page<'_> {
    Page::new("helping-title", move || {
        let all: Vec<AnyView> = helped.into_iter().map(|one| in_list(one, now)).collect();
        view! {
            {form.problems_with_buttons()}
            <h1>{t!("helping-title")}</h1>
            <p>{t!("helping-what")}</p>
            {if all.is_empty() {
                view! { <p>{t!("helping-none")}</p> }.into_any()
            } else {
                view! { <ul class="stack">{all}</ul> }.into_any()
            }}
            <p><Link href="/helping/accept" label=t!("helping-accept") kind=ButtonKind::Plain /></p>
        }
        .into_any()
    })
}

fn in_list(one: Helped, now: Now) -> AnyView {
    let Helped { name, id, version, delegation } = one;
    let (status, until) = (delegation.status(now.today), say_date(delegation.until));
    let soon = delegation.ends_soon(now.today).map(|_| {
        view! { <p>{t!("helping-ends-soon", name = name.clone(), day = until.clone())}</p> }
    });
    let button = |label: String, what: &str| {
        view! { <Button label about=name.clone() name="do".to_owned() value=what.to_owned() /> }.into_any()
    };
    let act =
        view! { <Button label=t!("helping-act", name = name.clone()) name="do".to_owned() value="act".to_owned() /> };
    let buttons = match status {
        Status::Opened => vec![button(t!("yes"), "yes"), button(t!("no"), "no")],
        Status::Live => vec![act.into_any(), button(t!("helping-step-down"), "no")],
        _ => vec![button(t!("helping-step-down"), "no")],
    };
    let what = match status {
        Status::Opened => t!("helping-asked"),
        Status::Live => t!("helping-live"),
        _ => t!("helping-waits"),
    };
    let rows = vec![
        SummaryRow::new(t!("helping-can"), say_scopes(&delegation)),
        SummaryRow::new(t!("carer-last-day"), until.clone()),
    ];
    view! {
        <li class="stack">
            <h2><OwnWords text=name.clone() inline=true /></h2>
            <p>{what}</p>
            {soon}
            <SummaryList rows />
            <Form version=version.to_string() to="/helping".to_owned() bare=true>
                <input type="hidden" name="who" value=id.to_string() />
                <div class="actions">{buttons}</div>
            </Form>
        </li>
    }
    .into_any()
}

/// The form for the code that somebody gave them.
pub fn accept(form: &FormState) -> Page<'_> {
    Page::new("helping-accept", move || {
        let field = view! {
            <TextInput name="code" label=t!("helping-code") hint=t!("helping-code-hint") value=form.value("code") error=form.error("code") />
        };
        view! {
            <Backlink href="/helping" />
            {form.problems(|| ().into_any())}
            <h1>{t!("helping-accept")}</h1>
            <p class="your-choice">{t!("helping-accept-choice")}</p>
            <Form>
                {field}
                <Button label=t!("helping-code-send") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
}

/// Where a carer begins: for whom, and what is there.
pub fn home(state: &State) -> Page<'_> {
    Page::new("home-title", move || {
        let name = state.name();
        let pages = [
            (Scope::SeeGoals, "/goals", "frame-goals"),
            (Scope::AnswerAppointments, "/appointments", "appointments-title"),
            (Scope::SeeTerms, "/appointments/terms", "terms-title"),
            (Scope::SeeHeld, "/held", "frame-held"),
            (Scope::Download, "/held/download", "copy-title"),
        ];
        let links = pages.into_iter().filter(|(scope, ..)| frame().may(*scope));
        let label = |label: &str| match label {
            "terms-title" => t!("helping-terms", name = name.clone()),
            other => t!(other),
        };
        let links = links.map(|(_, href, of)| view! { <li><Link href label=label(of) /></li> }).collect_view();
        view! {
            <h1>{t!("helping-home", name = name)}</h1>
            {your_choice()}
            <p>{t!("helping-home-what")}</p>
            <ul class="stack">{links}</ul>
            <p><Link href="/helping" label=t!("helping-title") /></p>
        }
        .into_any()
    })
}

/// The files in which a carer can take with them what they see.
pub fn copy(state: &State) -> Page<'_> {
    Page::new("copy-title", move || {
        let name = state.name();
        let there = FileKind::ALL.iter().filter(|kind| **kind != FileKind::Calendar || frame().may(Scope::SeeTerms));
        let one = |kind: &FileKind| {
            let id = kind.id();
            let label = t!(format!("copy-{id}"));
            view! { <li><Link href=format!("/held/download/file?as={id}") label download=true /></li> }
        };
        let files = there.map(one).collect_view();
        view! {
            <Backlink href="/home" />
            <h1>{t!("copy-title")}</h1>
            {your_choice()}
            <p>{t!("copy-what", name = name.clone())}</p>
            <p>{t!("copy-told", name = name.clone())}</p>
            <p>{t!("download-shared")}</p>
            <ul class="stack">{files}</ul>
            <p>{t!("copy-no-receipts", name = name)}</p>
        }
        .into_any()
    })
}

/// What is held of the kinds that a carer was given.
pub fn held(state: &State, now: Now) -> Page<'_> {
    Page::new("held-title", move || {
        let group = |kind: &Kind| {
            let of_kind: Vec<&Held> = state.at_hand().filter(|held| held.id.kind() == *kind).collect();
            (!of_kind.is_empty()).then(|| {
                let one = |held: &Held| view! { <li>{lines(say_item(&held.item, now))}</li> };
                let items = of_kind.into_iter().map(one).collect_view();
                view! { <h2>{say_choice("kind", *kind)}</h2> <ul class="stack">{items}</ul> }
            })
        };
        let groups: Vec<_> = Kind::ALL.iter().filter(|kind| **kind != Kind::Carer).filter_map(group).collect();
        view! {
            <h1>{t!("held-title")}</h1>
            {your_choice()}
            <p>{t!("helping-held-what")}</p>
            {groups}
        }
        .into_any()
    })
}

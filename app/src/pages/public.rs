//! Pages that anyone can read: what this is, accessibility, privacy, and signing in.

use leptos::prelude::*;
use own_terms_domain::{
    catalogue::{About, Basis, Retention, about},
    item::Kind,
};

use super::{
    Page,
    signing::{Offered, ask_for_link, kept, shared_device, sign_in_through},
    words::say_choice,
};
use crate::{
    components::{Button, Form, Kind as ButtonKind, Link, SummaryList, SummaryRow, Table},
    form::FormState,
    frame::frame,
    i18n::say,
    t,
};

/// What this is: voluntary first.
pub fn start() -> Page<'static> {
    Page::new("start-title", || {
        let frame = frame();
        let promises = (1..=6).map(|number| view! { <li>{say(&format!("start-promise-{number}"), None)}</li> });
        view! {
            <h1>{t!("start-heading")}</h1>
            <p class="lead">{t!("start-voluntary")}</p>
            <p>{t!("start-what")}</p>
            <h2>{t!("start-promises")}</h2>
            <ul class="stack">{promises.collect_view()}</ul>
            <p>{t!("start-check")} " " <Link href="/check" label=t!("check-title") /></p>
            <h2>{t!("start-held")}</h2>
            <p>{t!("start-held-what")} " " <Link href="/privacy" label=t!("frame-privacy") /></p>
            <p>{if frame.person.is_some() {
                view! { <Link href="/home" label=t!("start-home") kind=ButtonKind::Action /> }
            } else {
                view! { <Link href="/sign-in" label=t!("start-sign-in") kind=ButtonKind::Action /> }
            }}</p>
        }
        .into_any()
    })
}

/// How accessible this is, what falls short, and whom to tell.
pub fn accessibility() -> Page<'static> {
    Page::new("accessibility-title", || {
        let paragraphs = |part: &str, of: usize| {
            (1..=of)
                .map(|number| view! { <li>{say(&format!("accessibility-{part}-{number}"), None)}</li> })
                .collect_view()
        };
        view! {
            <h1>{t!("accessibility-title")}</h1>
            <p>{t!("accessibility-aim")}</p>
            <h2>{t!("accessibility-can")}</h2>
            <ul>{paragraphs("can", 6)}</ul>
            <h2>{t!("accessibility-short")}</h2>
            <ul>{paragraphs("short", 4)}</ul>
            <h2>{t!("accessibility-tell")}</h2>
            <p>{if frame().helpline.is_empty() { t!("accessibility-tell-none") } else { t!("accessibility-tell-how") }}</p>
            <p>{t!("accessibility-tested")}</p>
        }
        .into_any()
    })
}

/// What is held, why, on what basis, until when and who sees it: drawn from the catalogue itself.
pub fn privacy() -> Page<'static> {
    Page::new("privacy-title", || {
        // What is held on one basis and for as long is one table: said once above it, and not again in each row.
        let mut groups: Vec<((Basis, Retention), Vec<Kind>)> = Vec::new();
        for kind in Kind::ALL.iter().copied() {
            let About { basis, retention, .. } = about(kind);
            match groups.iter_mut().find(|(held, _)| *held == (basis, retention)) {
                Some((_, kinds)) => kinds.push(kind),
                None => groups.push(((basis, retention), vec![kind])),
            }
        }
        let groups = groups.into_iter().map(|(held, kinds)| held_alike(held, &kinds)).collect_view();
        let points = (1..=5).map(|number| view! { <li>{say(&format!("privacy-point-{number}"), None)}</li> });
        view! {
            <h1>{t!("privacy-title")}</h1>
            <p class="lead">{t!("start-voluntary")}</p>
            <ul class="stack">{points.collect_view()}</ul>
            <h2>{t!("privacy-table")}</h2>
            {groups}
            <p>{t!("privacy-log")}</p>
            <p>{t!("privacy-provider")}</p>
            <p>{t!("privacy-cookies")}</p>
        }
        .into_any()
    })
}

/// Kinds of item that are held on one basis and for as long: what each is, why it is held and who sees it.
fn held_alike((basis, until): (Basis, Retention), kinds: &[Kind]) -> AnyView {
    let columns = ["what", "why", "seen"].map(|column| t!(format!("privacy-{column}"))).to_vec();
    let rows = kinds.iter().map(|kind| {
        let About { purpose, seen, .. } = about(*kind);
        let cells = [say_choice("kind", *kind), say_choice("purpose", purpose), say_choice("seen", seen)];
        cells.map(IntoAny::into_any).into()
    });
    let alike = vec![
        SummaryRow::new(t!("privacy-basis"), say_choice("basis", basis)),
        SummaryRow::new(t!("privacy-until"), say_choice("retention", until)),
    ];
    view! {
        <SummaryList rows=alike />
        // Each by its own name: several of one name are one to whoever goes from table to table by ear.
        <Table caption=say_choice("retention", until) caption_hidden=true columns rows=rows.collect() />
    }
    .into_any()
}

/// Someone to sign in as, in the demonstration.
#[derive(Debug, Clone)]
pub struct DemoPerson {
    /// What is sent.
    pub id: String,
    /// Their name.
    pub name: String,
    /// The message that says something of them.
    pub about: &'static str,
}

/// Signing in, carrying what was kept of a form: in the demonstration by choosing a person, and by each way that is offered.
pub fn sign_in<'a>(people: &'a [DemoPerson], offered: Offered, form: &'a FormState) -> Page<'a> {
    let passkeys = offered.passkeys;
    let page = Page::new("sign-in-title", move || {
        let person = |person: &DemoPerson| {
            view! {
                <li>
                    <Button label=person.name.clone() name="person".to_owned() value=person.id.clone()
                        described_by=format!("about-{}", person.id) />
                    <p id=format!("about-{}", person.id)>{say(person.about, None)}</p>
                </li>
            }
        };
        let list = people.iter().map(person).collect_view();
        let people = (!people.is_empty()).then(|| {
            let (kept, shared) = (kept(form), shared_device(form, "shared"));
            view! {
                <p>{t!("sign-in-demo")}</p>
                <Form to="/sign-in".to_owned()>{kept}{shared}<ul class="people stack" id="person">{list}</ul></Form>
                <h2>{t!("sign-in-other")}</h2>
            }
        });
        view! {
            {form.problems(|| ().into_any())}
            <h1>{t!("sign-in-title")}</h1>
            {people}
            {offered.passkeys.then(|| super::passkey::sign_in(form))}
            {offered.email.then(|| ask_for_link(form))}
            {offered.provider.as_deref().map(|name| sign_in_through(name, form))}
            {by_invitation(form)}
            {lost()}
        }
        .into_any()
    });
    if passkeys { page.with_passkey() } else { page }
}

/// What whoever has lost every way in can do: nothing here, so that nobody else can either.
fn lost() -> AnyView {
    let number = frame().helpline.clone();
    let phone = (!number.is_empty()).then(|| {
        let dial = format!("tel:{}", number.replace(' ', ""));
        view! { <p>{t!("frame-help-phone")} " " <a href=dial><bdi dir="ltr">{number}</bdi></a></p> }
    });
    view! {
        <h2>{t!("sign-in-lost")}</h2>
        <p>{t!("sign-in-lost-what")}</p>
        {phone}
    }
    .into_any()
}

/// The way to the page for a code. What was kept goes along in a form, because an address is no place for it.
fn by_invitation(form: &FormState) -> AnyView {
    let what = view! { <p>{t!("sign-in-invitation-what")}</p> };
    match kept(form) {
        Some(kept) => view! {
            {what}
            <Form to="/sign-in/invitation".to_owned() bare=true>{kept}<Button label=t!("sign-in-invitation") /></Form>
        }
        .into_any(),
        None => view! { {what} <p><Link href="/sign-in/invitation" label=t!("sign-in-invitation") /></p> }.into_any(),
    }
}

/// Signed out.
///
/// It has islands where drafts may be on the device: they go even from a browser that does not clear them when told.
pub fn signed_out(own_device: bool) -> Page<'static> {
    let page = Page::new("signed-out-title", || {
        view! {
            <h1>{t!("signed-out-title")}</h1>
            <p>{t!("signed-out-what")}</p>
            <p><Link href="/sign-in" label=t!("start-sign-in") /></p>
        }
        .into_any()
    });
    if own_device { page.with_islands() } else { page }
}

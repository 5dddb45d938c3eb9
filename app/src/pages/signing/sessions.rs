//! Where the person is signed in: each place, this one marked, and a way to end any of them.

use leptos::prelude::*;
use own_terms_domain::account::{Account, SignIn};

use crate::{
    components::{Backlink, Button, Form, Link},
    form::FormState,
    pages::{Page, held::say_sign_in, words::say_choice},
    t,
};

/// Every session, the latest first, and whether a calendar can ask too.
pub fn sessions<'a>(account: &'a Account, has_calendar: bool, form: &'a FormState) -> Page<'a> {
    Page::new("sessions-title", move || {
        let list = account.sign_ins.iter().map(one).collect_view();
        let others = (account.sign_ins.iter().filter(|sign_in| !sign_in.here).count() > 1).then(|| {
            view! {
                <Form bare=true>
                    <Button label=t!("sessions-end-others") name="do".to_owned() value="others".to_owned() />
                </Form>
            }
        });
        view! {
            <Backlink href="/settings" />
            {form.problems_with_buttons()}
            <h1>{t!("sessions-title")}</h1>
            <p>{t!("sessions-what")}</p>
            <ul class="held stack">{list}</ul>
            {others}
            {has_calendar.then(calendar)}
            {account.sign_ins.iter().find(|sign_in| sign_in.here).map(|here| sharing(here.shared))}
        }
        .into_any()
    })
}

/// What is no session, and asks all the same: somebody else may have put it there.
fn calendar() -> AnyView {
    view! {
        <h2>{t!("calendar-title")}</h2>
        <p>{t!("calendar-sessions")} " " <Link href="/appointments/calendar" label=t!("calendar-sessions-link") /></p>
    }
    .into_any()
}

/// Whether others use this device too, and the way to say otherwise.
fn sharing(shared: bool) -> AnyView {
    let (what, label, value) = if shared {
        (t!("sessions-shared"), t!("sessions-share-not"), "share-not")
    } else {
        (t!("sessions-not-shared"), t!("shared-device"), "share")
    };
    view! {
        <h2>{t!("sessions-sharing")}</h2>
        <p>{what}</p>
        <Form bare=true>
            <Button label name="do".to_owned() value=value.to_owned() />
        </Form>
    }
    .into_any()
}

fn one(sign_in: &SignIn) -> AnyView {
    let said = say_sign_in(sign_in).into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let end = (!sign_in.here).then(|| {
        let (about, id) = (say_choice("session-on", sign_in.device), sign_in.id.to_string());
        view! {
            <Form bare=true>
                <input type="hidden" name="session" value=id />
                <Button label=t!("sessions-end") about name="do".to_owned() value="end".to_owned() />
            </Form>
        }
    });
    view! { <li class="stack">{said} {end}</li> }.into_any()
}

//! The pages that links in emails lead to. To look uses nothing up: only a button does, which no mail scanner presses.

use leptos::prelude::*;
use own_terms_domain::email::EmailAddress;

use super::{already_shared, shared_device};
use crate::{
    components::{Button, Form, Kind, Link as WayOn, OwnWords},
    form::FormState,
    pages::Page,
    t,
};

/// A link that opens something.
pub struct Link<'a> {
    /// What it carries.
    pub code: &'a str,
    /// True on the device that asked for it.
    pub asked_here: bool,
    /// True where they have said already that others use the device too.
    pub shared: bool,
}

/// One of several places that a link opens.
pub struct Place {
    /// What is sent to choose it; it tells nothing.
    pub id: String,
    /// What its person is called.
    pub name: String,
}

/// Asks whether to sign in here.
pub fn link(link: Link<'_>) -> Page<'_> {
    Page::new("sign-in-title", move || {
        let (code, shared) = (code(link.code), shared_device(&FormState::default(), "shared"));
        if link.asked_here {
            return view! {
                <h1>{t!("sign-in-title")}</h1>
                <p>{t!("link-press")}</p>
                <Form>
                    {code}
                    {shared}
                    <Button label=t!("start-sign-in") kind=Kind::Action name="do".to_owned() value="yes".to_owned() />
                </Form>
            }
            .into_any();
        }
        view! {
            <h1>{t!("link-elsewhere")}</h1>
            <p>{t!("link-elsewhere-what")}</p>
            <Form>
                {code}
                {shared}
                <div class="actions">{both_answers()}</div>
            </Form>
            <p>{t!("link-no-what")}</p>
        }
        .into_any()
    })
}

/// Asks which of several places to open: more than one person has the address.
pub fn which_place<'a>(of: Link<'a>, places: &'a [Place]) -> Page<'a> {
    Page::new("sign-in-title", move || {
        let code = code(of.code);
        let shared = of.shared.then(already_shared);
        let hidden = view! { {code} {shared} <input type="hidden" name="do" value="yes" /> }.into_any();
        choose_place(t!("link-which-what"), hidden, places)
    })
}

/// The question which of several places to open, and a button for each.
pub(super) fn choose_place(what: String, hidden: AnyView, places: &[Place]) -> AnyView {
    let button = |place: &Place| {
        let (label, value) = (place.name.clone(), place.id.clone());
        view! { <li><Button label name="place".to_owned() value /></li> }
    };
    let places = places.iter().map(button).collect_view();
    view! {
        <h1>{t!("link-which")}</h1>
        <p>{what}</p>
        <Form bare=true>
            {hidden}
            <ul class="stack">{places}</ul>
        </Form>
    }
    .into_any()
}

/// That a link opens nothing: one answer for whatever the reason is.
pub fn opens_nothing() -> Page<'static> {
    Page::new("sign-in-title", || {
        view! {
            <h1>{t!("link-nothing")}</h1>
            <p>{t!("link-nothing-what")}</p>
            <p><WayOn href="/sign-in" label=t!("start-sign-in") kind=Kind::Plain /></p>
        }
        .into_any()
    })
}

/// That they said no, and what becomes of the link.
pub fn left_alone() -> Page<'static> {
    Page::new("sign-in-title", || {
        view! {
            <h1>{t!("link-left")}</h1>
            <p>{t!("link-left-what")}</p>
            <p><WayOn href="/" label=t!("failure-home") /></p>
        }
        .into_any()
    })
}

/// Asks whether to sign in with an address from now on.
pub fn address<'a>(code_of: &'a str, address: &'a EmailAddress, form: &'a FormState) -> Page<'a> {
    Page::new("sign-in-title", move || {
        let code = code(code_of);
        view! {
            {form.problems(|| ().into_any())}
            <h1 id="name">{t!("address-title")}</h1>
            <OwnWords text=address.as_str() />
            <p>{t!("address-what")}</p>
            {yes_or_no(code)}
            <p>{t!("address-no-what")}</p>
        }
        .into_any()
    })
}

/// That they can sign in with it.
pub fn address_added() -> Page<'static> {
    Page::new("sign-in-title", || {
        view! {
            <h1>{t!("address-added")}</h1>
            <p>{t!("address-added-what")}</p>
            <p><WayOn href="/sign-in" label=t!("start-sign-in") /></p>
        }
        .into_any()
    })
}

fn code(code: &str) -> impl IntoView + use<> {
    view! { <input type="hidden" name="code" value=code.to_owned() /> }
}

/// Two answers of the same size.
fn yes_or_no(code: impl IntoView + 'static) -> AnyView {
    let code = code.into_any();
    view! {
        <Form class="actions" bare=true>
            {code}
            {both_answers()}
        </Form>
    }
    .into_any()
}

fn both_answers() -> impl IntoView {
    view! {
        <Button label=t!("yes") name="do".to_owned() value="yes".to_owned() />
        <Button label=t!("no") name="do".to_owned() value="no".to_owned() />
    }
}

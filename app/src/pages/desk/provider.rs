//! Signing in at the desk through the identity provider of those who work here, and binding it: what it learns is said first.

use leptos::prelude::*;
use own_terms_domain::staff::Staff;

use crate::{
    components::{Backlink, Button, ErrorMessage, Form, Kind, Link},
    form::FormState,
    pages::{Page, signing::kept},
    t,
};

/// The way there, beside the other ways to sign in; `form` is that of the page, which carries what was kept.
pub(super) fn by_provider(name: &str, form: &FormState) -> AnyView {
    let error = form.error("provider");
    let (kept, label) = (kept(form), t!("provider-sign-in", name = name));
    view! {
        <section aria-labelledby="provider-title" id="provider">
            <h2 id="provider-title">{t!("provider-through", name = name)}</h2>
            <p>{t!("desk-provider-learns", name = name)}</p>
            <Form to="/desk/sign-in/provider".to_owned() bare=true>
                <ErrorMessage id="provider-error".to_owned() text=error />
                {kept}
                <Button label kind=Kind::Action />
            </Form>
        </section>
    }
    .into_any()
}

/// Asks whoever is back to press the button.
pub fn confirm_provider(name: &str) -> Page<'_> {
    Page::new("desk-sign-in-title", move || {
        view! {
            <h1>{t!("provider-knows", name = name)}</h1>
            <p>{t!("provider-confirm-what")}</p>
            <Form bare=true>
                <Button label=t!("start-sign-in") kind=Kind::Action />
            </Form>
        }
        .into_any()
    })
}

/// That it opens no desk here: one answer, whoever it is.
pub fn nobody_by_provider(name: &str) -> Page<'_> {
    Page::new("desk-sign-in-title", move || {
        view! {
            <h1>{t!("desk-provider-nobody")}</h1>
            <p>{t!("desk-provider-nobody-what", name = name)}</p>
            <p><Link href="/desk/sign-in" label=t!("desk-sign-in-title") kind=Kind::Plain /></p>
        }
        .into_any()
    })
}

/// What it is to sign in through it, and the way there; only soon after signing in.
pub fn add_provider<'a>(name: &'a str, fresh: bool, form: &'a FormState) -> Page<'a> {
    Page::new("desk-account-title", move || {
        let (error, label) = (form.error("provider"), t!("provider-go-on", name = name));
        let offer = if fresh {
            view! {
                <p>{t!("provider-add-what", name = name)}</p>
                <p>{t!("desk-provider-learns", name = name)}</p>
                <div id="provider">
                    <Form bare=true>
                        <ErrorMessage id="provider-error".to_owned() text=error />
                        <Button label kind=Kind::Action />
                    </Form>
                </div>
            }
            .into_any()
        } else {
            view! { <p>{t!("desk-provider-sign-in-again")}</p> }.into_any()
        };
        view! {
            <Backlink href="/desk/account" />
            {form.problems_with_buttons()}
            <h1>{t!("provider-through", name = name)}</h1>
            {offer}
        }
        .into_any()
    })
}

/// Asks whether to bind it, once it was seen that it knows them.
pub fn bind_provider<'a>(name: &'a str, staff: &'a Staff) -> Page<'a> {
    Page::new("desk-account-title", move || {
        view! {
            <Backlink href="/desk/account" />
            <h1>{t!("provider-knows", name = name)}</h1>
            <p>{t!("desk-provider-bind", name = name, staff = staff.name.to_string())}</p>
            <Form bare=true>
                <Button label=t!("passkey-add") kind=Kind::Action />
            </Form>
        }
        .into_any()
    })
}

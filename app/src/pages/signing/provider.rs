//! Signing in through someone else who knows the person: what they learn by it is said before anyone goes there.

use leptos::prelude::*;

use super::{
    already_shared, kept,
    link::{Place, choose_place},
    shared_device,
};
use crate::{
    components::{Backlink, Button, ErrorMessage, Form, Kind, Link, TextInput},
    form::FormState,
    pages::{Page, your_choice},
    t,
};

/// The way there, beside the other ways to sign in; `form` is that of the page, which carries what was kept.
pub fn sign_in_through(name: &str, form: &FormState) -> AnyView {
    let error = form.error("provider");
    let (kept, label) = (kept(form), t!("provider-sign-in", name = name));
    view! {
        <section aria-labelledby="provider-title" id="provider">
            <h2 id="provider-title">{t!("provider-through", name = name)}</h2>
            <p>{t!("provider-learns", name = name)}</p>
            <Form to="/sign-in/provider".to_owned() bare=true>
                <ErrorMessage id="provider-error".to_owned() text=error />
                {kept}
                <Button label kind=Kind::Action />
            </Form>
        </section>
    }
    .into_any()
}

/// The page that goes on to the provider by itself, or that waits with what was kept while they sign in beside it. Whoever turns back
/// is at `sign_in`.
pub fn going<'a>(name: &'a str, address: &'a str, sign_in: &'static str, form: &'a FormState) -> Page<'a> {
    Page::new("sign-in-title", move || {
        let content = match kept(form) {
            None => view! {
                <p>{t!("provider-going-what")}</p>
                <p><Link href=address label=t!("provider-go-on", name = name) kind=Kind::Plain /></p>
            }
            .into_any(),
            Some(kept) => view! {
                <p>{t!("provider-kept", name = name)}</p>
                <p><Link href=address label=t!("provider-go-on-beside", name = name) kind=Kind::Plain beside=true /></p>
                <Form to=format!("{sign_in}/back") bare=true>
                    {kept}
                    <Button label=t!("sign-in-email-back") />
                </Form>
            }
            .into_any(),
        };
        view! {
            <Backlink href=sign_in />
            <h1>{t!("provider-going", name = name)}</h1>
            {content}
        }
        .into_any()
    })
}

/// Asks whoever is back to press the button.
pub fn confirm(name: &str) -> Page<'_> {
    Page::new("sign-in-title", move || {
        view! {
            <h1>{t!("provider-knows", name = name)}</h1>
            <p>{t!("provider-confirm-what")}</p>
            <Form>
                {shared_device(&FormState::default(), "shared")}
                <Button label=t!("start-sign-in") kind=Kind::Action />
            </Form>
        }
        .into_any()
    })
}

/// Asks which of several places to open: more than one person has added the same. Whether others use the device was said before.
pub fn which_place_known<'a>(name: &'a str, places: &'a [Place], shared: bool) -> Page<'a> {
    Page::new("sign-in-title", move || {
        let hidden = view! { {shared.then(already_shared)} }.into_any();
        choose_place(t!("provider-which-what", name = name), hidden, places)
    })
}

/// That it opens no place here: one answer, whoever it is.
pub fn nobody(name: &str) -> Page<'_> {
    Page::new("sign-in-title", move || {
        view! {
            <h1>{t!("provider-nobody")}</h1>
            <p>{t!("provider-nobody-first", name = name)}</p>
            <p>{t!("provider-nobody-already", name = name)}</p>
            <p><Link href="/sign-in" label=t!("start-sign-in") kind=Kind::Plain /></p>
        }
        .into_any()
    })
}

/// What it is to sign in through it, and the way there.
pub fn add<'a>(name: &'a str, form: &'a FormState) -> Page<'a> {
    Page::new("ways-in-title", move || {
        let (error, label) = (form.error("provider"), t!("provider-go-on", name = name));
        view! {
            <Backlink href="/settings/sign-in" />
            {form.problems_with_buttons()}
            <h1>{t!("provider-through", name = name)}</h1>
            {your_choice()}
            <p>{t!("provider-add-what", name = name)}</p>
            <p>{t!("provider-learns", name = name)}</p>
            <p>{t!("provider-seen", name = name)}</p>
            <div id="provider">
                <Form bare=true>
                    <ErrorMessage id="provider-error".to_owned() text=error />
                    <Button label kind=Kind::Action />
                </Form>
            </div>
        }
        .into_any()
    })
}

/// Asks what to call it, once it was seen that it knows them.
pub fn name_provider<'a>(provider: &'a str, form: &'a FormState) -> Page<'a> {
    Page::new("ways-in-title", move || {
        let is_typed = form.fields.iter().any(|(name, _)| name == "name");
        let value = if is_typed { form.value("name") } else { provider.to_owned() };
        let field = view! {
            <TextInput name="name" label=t!("way-in-name") hint=t!("way-in-name-hint") value error=form.error("name")
                spellcheck=false />
        };
        view! {
            <Backlink href="/settings/sign-in" />
            {form.problems(|| ().into_any())}
            <h1>{t!("provider-knows", name = provider)}</h1>
            {your_choice()}
            <p>{t!("provider-name-what")}</p>
            <Form>
                {field}
                <Button label=t!("passkey-add") kind=Kind::Action />
            </Form>
        }
        .into_any()
    })
}

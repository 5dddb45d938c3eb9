//! A link by email: asking for it, and where to look for it. The answer is the same whether anybody has the address.

use leptos::prelude::*;

use super::kept;
use crate::{
    components::{Backlink, Button, Form, Kind, Link, TextInput},
    form::FormState,
    frame::frame,
    pages::Page,
    t,
};

/// Asks for the address.
pub fn email(form: &FormState) -> Page<'_> {
    Page::new("sign-in-title", move || {
        view! {
            <Backlink href="/sign-in" />
            {form.problems(|| ().into_any())}
            <h1>{t!("sign-in-email-title")}</h1>
            {ask_for_link(form)}
        }
        .into_any()
    })
}

/// The form that asks for it, wherever it stands.
pub fn ask_for_link(form: &FormState) -> AnyView {
    let kept = kept(form);
    let field = view! {
        <TextInput name="email" label=t!("sign-in-email") hint=t!("sign-in-email-hint") value=form.value("email")
            error=form.error("email") kind="email" autocomplete="email" spellcheck=false />
    };
    view! {
        <Form to="/sign-in/email".to_owned()>
            {kept}
            {field}
            <Button label=t!("sign-in-email-send") kind=Kind::Action />
        </Form>
    }
    .into_any()
}

/// Where to look. What was kept stays on this page, and goes on from it once they have signed in.
pub fn email_asked(form: &FormState) -> Page<'_> {
    Page::new("sign-in-title", move || {
        let kept = kept(form).map(|kept| {
            view! {
                <p>{t!("sign-in-email-kept")}</p>
                <Form to="/sign-in/back".to_owned() bare=true>
                    {kept}
                    <Button label=t!("sign-in-email-back") />
                </Form>
            }
        });
        view! {
            <Backlink href="/sign-in" />
            <h1>{t!("sign-in-email-asked")}</h1>
            <p class="lead">{t!("sign-in-email-on-its-way", address = form.value("email"))}</p>
            <p>{t!("sign-in-email-once")}</p>
            {sent_here()}
            {kept}
            <h2>{t!("sign-in-email-nothing")}</h2>
            <ul class="stack">
                <li>{t!("sign-in-email-nothing-1")}</li>
                <li>{t!("sign-in-email-nothing-2")}</li>
                <li>{t!("sign-in-email-nothing-3")}</li>
            </ul>
        }
        .into_any()
    })
}

/// In a demonstration nothing leaves; where to see it instead.
pub(super) fn sent_here() -> Option<impl IntoView + use<>> {
    frame().demo.then(|| view! { <p>{t!("sent-here")} " " <Link href="/sent" label=t!("sent-title") /></p> })
}

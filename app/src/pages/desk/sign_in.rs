//! Signing in at the desk: by a passkey, in the demonstration with one press, and with a code for the first time.

use leptos::prelude::*;
use own_terms_domain::staff::Staff;

use super::provider::by_provider;
use crate::{
    components::{Button, Form, Kind, Link, TextInput},
    form::FormState,
    pages::{Page, passkey, signing::kept, words::say_choice},
    t,
};

/// Someone to sign in as, in the demonstration.
pub struct DemoStaff {
    /// What is sent.
    pub word: &'static str,
    /// Who they are.
    pub staff: Staff,
}

/// The ways to sign in at the desk.
pub fn sign_in<'a>(demo: &'a [DemoStaff], passkeys: bool, provider: Option<&'a str>, form: &'a FormState) -> Page<'a> {
    let page = Page::new("desk-sign-in-title", move || {
        let one = |one: &DemoStaff| {
            let about = format!("about-{}", one.word);
            view! {
                <li>
                    <Button label=one.staff.name.to_string() name="staff".to_owned() value=one.word.to_owned()
                        described_by=about.clone() />
                    <p id=about>{say_choice("staff-role", one.staff.role)}</p>
                </li>
            }
        };
        let list = demo.iter().map(one).collect_view();
        let demo = (!demo.is_empty()).then(|| {
            let kept = kept(form);
            view! {
                <p>{t!("desk-sign-in-demo")}</p>
                <Form to="/desk/sign-in".to_owned() bare=true>{kept}<ul class="people stack" id="staff">{list}</ul></Form>
            }
        });
        view! {
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-sign-in-title")}</h1>
            <p>{t!("desk-sign-in-what")} " " <Link href="/sign-in" label=t!("desk-sign-in-people") /></p>
            {demo}
            {passkeys.then(|| by_passkey(form))}
            {provider.map(|name| by_provider(name, form))}
            <h2>{t!("desk-invitation-title")}</h2>
            <p><Link href="/desk/invitation" label=t!("desk-invitation-link") /></p>
            <h2>{t!("desk-lost-title")}</h2>
            <p>{t!("desk-lost-what")}</p>
        }
        .into_any()
    });
    if passkeys { page.with_passkey() } else { page }
}

fn by_passkey(form: &FormState) -> AnyView {
    let button = view! { {kept(form)} <Button label=t!("passkey-sign-in") kind=Kind::Action /> };
    view! {
        <section aria-labelledby="passkey-title">
            <h2 id="passkey-title">{t!("passkey-title")}</h2>
            {passkey::offer("passkey", "/desk/sign-in/passkey", form, button.into_any(), true)}
        </section>
    }
    .into_any()
}

/// Asks for the code of an invitation. One that came in a link, and was not refused, is not asked for again.
pub fn invitation(form: &FormState) -> Page<'_> {
    Page::new("desk-invitation-title", move || {
        let code = form.value("code");
        let field = if !code.is_empty() && form.errors.is_empty() {
            view! { <p>{t!("invitation-in-link")}</p> <input type="hidden" name="code" value=code /> }.into_any()
        } else {
            view! {
                <TextInput name="code" label=t!("invitation-code") hint=t!("desk-invitation-hint") value=code
                    error=form.error("code") autocomplete="one-time-code" spellcheck=false width=20 />
            }
            .into_any()
        };
        view! {
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-invitation-title")}</h1>
            <p>{t!("desk-invitation-what")}</p>
            <Form>
                {field}
                <Button label=t!("desk-invitation-open") kind=Kind::Action />
            </Form>
        }
        .into_any()
    })
}

//! Passkeys: the button to sign in by one, and the page to add one. Both need scripts, and say so where there are none.

use leptos::prelude::*;
use own_terms_domain::form::Fields;

use super::{Page, signing::shared_device, your_choice};
use crate::{
    components::{Backlink, Button, ErrorMessage, Form, Kind, TextInput},
    form::FormState,
    islands::data,
    t,
};

/// Signing in by a passkey; `form` is that of the page, which carries what was kept. It stands beside other ways, and the page
/// is to be one [`Page::with_passkey`].
pub fn sign_in(form: &FormState) -> AnyView {
    let kept = form.value("kept");
    let kept = (!kept.is_empty()).then(|| view! { <input type="hidden" name="kept" value=kept /> });
    let shared = shared_device(form, "passkey-shared");
    let button = view! { {kept} {shared} <Button label=t!("passkey-sign-in") kind=Kind::Action /> };
    view! {
        <section aria-labelledby="passkey-title">
            <h2 id="passkey-title">{t!("passkey-title")}</h2>
            {offer("passkey", "/sign-in/passkey", form, button.into_any(), false)}
        </section>
    }
    .into_any()
}

/// Adding a passkey.
pub fn add(form: &FormState) -> Page<'_> {
    Page::new("passkey-add-title", move || {
        let name =
            if form.fields.iter().any(|(name, _)| name == "name") { form.value("name") } else { t!("passkey-name") };
        let fields = view! {
            <TextInput name="name" label=t!("passkey-called") hint=t!("passkey-called-hint") value=name
                error=form.error("name") spellcheck=false />
            <Button label=t!("passkey-add") kind=Kind::Action />
        };
        view! {
            <Backlink href="/settings/sign-in" />
            {form.problems(|| ().into_any())}
            <h1>{t!("passkey-add-title")}</h1>
            {your_choice()}
            <p>{t!("passkey-what")}</p>
            <p>{t!("passkey-shared")}</p>
            {offer("new-passkey", "/settings/sign-in/passkey", form, fields.into_any(), false)}
        }
        .into_any()
    })
    .with_passkey()
}

/// A form that a passkey is asked for before it is sent, known as `name`, or why there is none. Both are there, one unseen, so
/// that nothing moves when scripts take over. `bare` is true where nothing is filled in.
pub(super) fn offer(name: &'static str, to: &'static str, form: &FormState, fields: AnyView, bare: bool) -> AnyView {
    let error = form.error(name);
    view! {
        <div class="either" id=name>
            <p data-passkey="not">{t!("passkey-not")}</p>
            <div class="unseen" data-passkey=to data-pairs=data::write(&given())>
                <Form to=to.to_owned() bare>
                    <input type="hidden" name="ticket" />
                    <input type="hidden" name="answer" />
                    <ErrorMessage id=format!("{name}-error") text=error />
                    {fields}
                </Form>
                // No role: Orca says "status bar" of one that has it, and not a word of what stands in it.
                <p aria-live="polite" data-passkey="said"></p>
            </div>
        </div>
    }
    .into_any()
}

/// What the page hands to its WebAssembly: what is said meanwhile, and for each way in which a browser can fail, by the name
/// that browsers have for it (`WebAuthn`, "Exceptions").
fn given() -> Fields {
    Fields::new()
        .with("waiting", t!("passkey-waiting"))
        .with("NotAllowedError", t!("passkey-not-allowed"))
        .with("InvalidStateError", t!("passkey-there-already"))
        .with("SecurityError", t!("passkey-not-here"))
        .with("else", t!("passkey-cannot"))
}

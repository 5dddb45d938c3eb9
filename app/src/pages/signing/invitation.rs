//! The page of an invitation: a code to type, or the one that came with the link and a button.

use leptos::prelude::*;

use super::{kept, shared_device};
use crate::{
    components::{Button, Form, Kind, TextInput},
    form::FormState,
    pages::Page,
    t,
};

/// Asks for the code. One that came in a link, and was not refused, is not asked for again.
pub fn invitation(form: &FormState) -> Page<'_> {
    Page::new("invitation-title", move || {
        let (code, kept, shared) = (form.value("code"), kept(form), shared_device(form, "shared"));
        let to_help = form.value("for") == "helping";
        let label = if to_help { t!("helping-code-send") } else { t!("invitation-open") };
        let in_link = !code.is_empty() && form.errors.is_empty();
        let ask = if in_link {
            view! {
                <p>{t!("invitation-in-link")}</p>
                <Form>
                    {kept}
                    <input type="hidden" name="code" value=code />
                    {shared}
                    <Button label kind=Kind::Action />
                </Form>
            }
            .into_any()
        } else {
            let field = view! {
                <TextInput name="code" label=t!("invitation-code") hint=t!("invitation-code-hint") value=code
                    error=form.error("code") autocomplete="one-time-code" spellcheck=false width=20 />
            };
            view! {
                <Form>
                    {kept}
                    {field}
                    {shared}
                    <Button label kind=Kind::Action />
                </Form>
            }
            .into_any()
        };
        view! {
            {form.problems(|| ().into_any())}
            {if to_help {
                view! { <h1>{t!("coming-title")}</h1> <p class="your-choice">{t!("helping-accept-choice")}</p> }.into_any()
            } else {
                view! {
                    <h1>{t!("invitation-title")}</h1>
                    <p class="your-choice">{t!("start-voluntary")}</p>
                    <p>{t!("invitation-what")}</p>
                    <p>{t!("invitation-help")}</p>
                }
                .into_any()
            }}
            {ask}
        }
        .into_any()
    })
}

//! What is held of whoever is at the desk, and their passkeys.

use leptos::prelude::*;
use own_terms_domain::{reading::Choice as _, staff::Staff};

use crate::{
    components::{Backlink, Button, Kind, Link, SummaryList, SummaryRow, photo_by_itself},
    form::FormState,
    i18n::say,
    pages::{
        Page, passkey,
        words::{say_about_staff, say_choice},
    },
    t,
};

/// Who they are here, what that lets them see, and how they sign in. `keys` is how many passkeys they have, where there are any, and
/// `provider` what theirs is called, where there is one, and whether they have bound it.
pub fn account<'a>(staff: &'a Staff, keys: Option<usize>, provider: Option<(&'a str, bool)>) -> Page<'a> {
    Page::new("desk-account-title", move || {
        let about = say_about_staff(staff);
        let mut rows = vec![
            SummaryRow::new(t!("people-name"), staff.name.to_string()),
            SummaryRow::new(t!("people-role"), say_choice("staff-role", staff.role)),
            SummaryRow::new(t!("people-organisation"), staff.organisation.name.to_string()),
        ];
        rows.extend((!about.is_empty()).then(|| SummaryRow::new(t!("people-about"), about)));
        let sees = say(&format!("desk-sees-{}", staff.role.id()), None);
        let keys = keys.map(|count| {
            view! {
                <h2>{t!("desk-passkeys")}</h2>
                <p>{t!("desk-passkeys-count", count = count)} " "
                    <Link href="/desk/passkey" label=t!("passkey-add-title") /></p>
                <p>{t!("desk-lost-what")}</p>
            }
        });
        let provider = provider.map(|(name, is_bound)| {
            let stands = if is_bound {
                view! { <p>{t!("desk-provider-bound", name = name)}</p> }.into_any()
            } else {
                let link = view! { <Link href="/desk/provider" label=t!("provider-go-on", name = name) /> };
                view! { <p>{t!("desk-provider-not-bound", name = name)} " " {link}</p> }.into_any()
            };
            view! { <h2>{t!("provider-through", name = name)}</h2> {stands} }
        });
        view! {
            <h1>{t!("desk-account-title")}</h1>
            <p>{t!("desk-account-shown")}</p>
            <SummaryList rows />
            {photo(staff)}
            <h2>{t!("desk-sees")}</h2>
            <p>{sees}</p>
            <p>{t!("desk-cookies")}</p>
            {keys}
            {provider}
        }
        .into_any()
    })
}

/// Whether a photo of theirs is there, and the way to it; of those alone whom people choose.
fn photo(staff: &Staff) -> Option<AnyView> {
    let said = if staff.photo.is_some() { t!("desk-photo-is-there") } else { t!("desk-photo-none") };
    staff.is_case_worker().then(|| {
        view! {
            <h2>{t!("desk-photo-title")}</h2>
            {photo_by_itself(staff)}
            <p>{said} " " <Link href="/desk/photo" label=t!("desk-photo-link") /></p>
        }
        .into_any()
    })
}

/// Adding a passkey; only soon after signing in.
pub fn add_passkey(fresh: bool, form: &FormState) -> Page<'_> {
    let page = Page::new("passkey-add-title", move || {
        let offer = if fresh {
            let button = view! { <Button label=t!("passkey-add") kind=Kind::Action /> };
            view! { <p>{t!("passkey-what")}</p> {passkey::offer("new-passkey", "/desk/passkey", form, button.into_any(), true)} }
                .into_any()
        } else {
            view! { <p>{t!("desk-passkey-sign-in-again")}</p> }.into_any()
        };
        view! {
            <Backlink href="/desk/account" />
            {form.problems(|| ().into_any())}
            <h1>{t!("passkey-add-title")}</h1>
            <p>{t!("desk-passkey-own")}</p>
            {offer}
        }
        .into_any()
    });
    if fresh { page.with_passkey() } else { page }
}

//! Checking a receipt: for anyone, with an account or without.

use leptos::prelude::*;
use own_terms_check::{
    Found, html,
    said::{self, Said, Words},
};
use own_terms_domain::form::Fields;
use own_terms_receipt::keys::{PublicKey, publish};

use super::{Page, parts::file_field, words::say_moment};
use crate::{
    components::{Button, Details, Kind, Link, Textarea},
    form::FormState,
    i18n::{FluentArgs, say},
    islands::data,
    t,
};

/// What a check found, in the words of the page.
pub fn words(text: &str, found: &Found, published: bool) -> Said {
    let say = |id: &str, with: &[(&str, String)]| {
        let mut args = FluentArgs::new();
        for (name, value) in with {
            args.set(*name, value.as_str());
        }
        say(id, Some(&args))
    };
    found.say(text, published, &Words { say: &say, moment: &say_moment })
}

/// The page: the answer, when something was checked without scripts, and what to check.
///
/// It names the keys, so that with scripts nothing has to be asked of us once it is there.
pub fn check<'a>(keys: &'a [PublicKey], checked: Option<(&'a str, &'a Found)>, form: &'a FormState) -> Page<'a> {
    let page = Page::new("check-title", move || {
        let answer = checked.map(|(text, found)| html::write(&words(text, found, true), true)).unwrap_or_default();
        view! {
            {form.problems(|| ().into_any())}
            <h1>{t!("check-title")}</h1>
            // No role: Orca says "status bar" of one that has it, and not a word of what stands in it.
            <p aria-live="polite" id="check-busy"></p>
            <div id="check-result" inner_html=answer></div>
            <p class="lead">{t!("check-lead")}</p>
            <p class="your-choice">{t!("check-choice")}</p>
            // Both are there, one unseen, so that nothing moves when scripts take over.
            <div class="either">
                <div id="check-sent">
                    <p>{t!("check-sent")}</p>
                    // Only a script can read what a code on paper holds.
                    <p>{t!("check-scanned")}</p>
                </div>
                <div id="check-stays" class="unseen">
                    <p>{t!("check-stays")}</p>
                    <p>{t!("check-scanned-stays")}</p>
                </div>
            </div>
            {what_to_check(form)}
            <Details summary=t!("check-how")>
                <p>{t!("check-how-keys")} " " <Link href="/check/keys" label=t!("check-how-keys-link") /></p>
                <p>{t!("check-how-seals")} " " <Link href="/check/checkpoints" label=t!("check-how-seals-link") /></p>
                <p>{t!("check-how-keep")}</p>
            </Details>
            <div hidden id="check-given" data-pairs=data::write(&given(keys))></div>
        }
        .into_any()
    })
    .with_check();
    if form.errors.is_empty() { page } else { page.with_errors() }
}

/// The form. It takes no token: it changes nothing, and is for people without a session too.
fn what_to_check(form: &FormState) -> impl IntoView + use<> {
    let accept = ".json,application/json,text/plain";
    let file = file_field("file", t!("check-file"), t!("check-file-hint"), form.error("file"), accept);
    view! {
        <form method="post" action="/check" id="check" class="form" enctype="multipart/form-data" novalidate>
            {file}
            <Textarea name="text" label=t!("check-text") hint=t!("check-text-hint") />
            <Button label=t!("check-do") kind=Kind::Action />
        </form>
    }
}

/// What the page hands to its WebAssembly: the keys, and every message with names where values go.
fn given(keys: &[PublicKey]) -> Fields {
    let mut given = Fields::new();
    for (id, names) in said::messages() {
        let mut args = FluentArgs::new();
        for name in names {
            args.set(*name, format!("{{{name}}}"));
        }
        given.push(id.clone(), say(&id, Some(&args)));
    }
    given.with("title", t!("control-error-summary")).with("error", t!("control-error")).with("keys", publish(keys))
}

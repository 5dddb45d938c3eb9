//! What stands under every page: stopping, a person to talk to, language, reading settings and the small print.

use leptos::prelude::*;
use own_terms_domain::reading::{Choice, Language};

use crate::{
    components::{Button, Form, Link},
    frame::{Acting, Desk, Ends, Frame},
    pages::words::{say_choice, say_clock},
    t,
};

/// The foot.
pub(super) fn foot(frame: &Frame) -> impl IntoView + use<> {
    // Stopping and what is held are the person's own.
    let own = frame.person.is_some() && frame.acting == Acting::Nobody;
    view! {
        <footer class="foot">
            {own.then(|| stop(frame.stopped))}
            {(!frame.helpline.is_empty()).then(|| help(&frame.helpline))}
            {languages(frame)}
            <ul class="links">
                {matches!(frame.desk, Desk::Member { .. })
                    .then(|| view! { <li><Link href="/desk/account" label=t!("desk-account-title") /></li> })}
                <li><Link href="/settings" label=t!("frame-reading") /></li>
                {own.then(|| view! {
                    <li><Link href="/held" label=t!("frame-held") /></li>
                    <li><Link href="/receipts" label=t!("receipts-title") /></li>
                })}
                <li><Link href="/check" label=t!("check-title") /></li>
                <li><Link href="/accessibility" label=t!("frame-accessibility") /></li>
                <li><Link href="/privacy" label=t!("frame-privacy") /></li>
            </ul>
            {frame.person.clone().map(|name| sign_out(name, "/sign-out", frame.ends, frame.shared))}
            {match &frame.desk {
                Desk::Member { name, .. } => Some(sign_out(name.clone(), "/desk/sign-out", frame.ends, true)),
                Desk::Not | Desk::SignedOut => None,
            }}
        </footer>
    }
}

/// Who is signed in, and the way out. It stands down here, where someone who looks over a shoulder does not see it.
fn sign_out(name: String, to: &'static str, ends: Option<Ends>, shared: bool) -> impl IntoView {
    let ends = ends.map(|ends| {
        let time = say_clock(ends.at);
        let said = if shared { t!("frame-ends-shared", time = time) } else { t!("frame-ends", time = time) };
        view! { <p>{said}</p> }
    });
    view! {
        <Form to=to.to_owned() bare=true>
            // Someone may have erased what they are called.
            <p>{if name.is_empty() { t!("frame-signed-in-no-name") } else { t!("frame-signed-in", name = name) }}</p>
            {ends}
            <Button label=t!("frame-sign-out") />
        </Form>
    }
}

/// The way to stop, or back, with what it does.
fn stop(stopped: bool) -> AnyView {
    if stopped {
        view! { <p>{t!("frame-stopped")} " " <Link href="/stop" label=t!("frame-come-back") /></p> }.into_any()
    } else {
        view! { <p><Link href="/stop" label=t!("frame-stop") /> " " {t!("frame-stop-what")}</p> }.into_any()
    }
}

/// A person to phone. The number is a link, which a phone dials, and is written as people say it.
fn help(number: &str) -> AnyView {
    let dial = format!("tel:{}", number.replace(' ', ""));
    view! { <p>{t!("frame-help-phone")} " " <a href=dial><bdi dir="ltr">{number.to_owned()}</bdi></a></p> }.into_any()
}

/// A button for each language, in its own words, and what is to be known about a translation.
fn languages(frame: &Frame) -> impl IntoView + use<> {
    let (next, current) = (frame.path.clone(), frame.reading.language);
    let button = move |language: &Language| {
        let chosen = (*language == current).then_some("true");
        view! {
            <button
                class="button link-like"
                type="submit"
                name="language"
                value=language.id()
                lang=language.id()
                aria-current=chosen
            >
                {say_choice("language", *language)}
            </button>
        }
    };
    view! {
        <Form to="/settings/language".to_owned() class="languages" bare=true>
            <input type="hidden" name="next" value=next />
            <div role="group" aria-label=t!("frame-language")>{Language::ALL.iter().map(button).collect_view()}</div>
        </Form>
        {(current != Language::English).then(|| view! { <p>{t!("frame-translation-unread")}</p> })}
    }
}

//! A new way in that somebody asked for: said where the person signs in still, with both answers alike, and where a link leads.

use jiff::Timestamp;
use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    recovery::{Recovery, SaidFrom, Status},
    state::State,
    time::Now,
};

use crate::{
    components::{Button, Form, Link},
    pages::{
        Page,
        said::say_recovery,
        words::{say_actor, say_moment},
    },
    t,
};

/// The one that can be stopped or undone by whoever reads the page from there.
fn stands(state: &State, from: Option<SaidFrom>, now: Now) -> Option<&Recovery> {
    let recovery = state.recovery().filter(|recovery| recovery.can_be_stopped(now.at))?;
    from.is_some_and(|from| recovery.hears(from)).then_some(recovery)
}

/// At the top of home, until they have said that it was them.
pub fn asked_for(state: &State, from: Option<SaidFrom>, now: Now) -> Option<AnyView> {
    stands(state, from, now).filter(|recovery| recovery.known.is_none()).map(|recovery| told(recovery, now))
}

/// Where they see how they sign in: it can be stopped there as long as it can be at all. Whoever came in by it reads until when
/// the older ways can undo that.
pub fn in_the_list(state: &State, from: Option<SaidFrom>, now: Now) -> Option<AnyView> {
    if let Some(recovery) = stands(state, from, now) {
        return Some(told(recovery, now));
    }
    let recovery = state.recovery().filter(|recovery| recovery.status(now.at) == Status::Opened)?;
    let lines = say_recovery(recovery, now).into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    Some(view! { <div class="panel stack"><p>{t!("recovery-yours")}</p> {lines}</div> }.into_any())
}

fn told(recovery: &Recovery, now: Now) -> AnyView {
    let what = match recovery.status(now.at) {
        Status::Opened => t!("recovery-came", until = say_moment(recovery.stands_until())),
        Status::Open => t!("recovery-can-come", until = say_moment(recovery.until)),
        _ => t!("recovery-will-come", from = say_moment(recovery.opens)),
    };
    let came = recovery.status(now.at) == Status::Opened;
    let ends = if came { t!("recovery-undo-what") } else { t!("recovery-stop-what") };
    let asked = t!("recovery-who", who = say_actor(Actor::CaseWorker(recovery.by)), when = say_moment(recovery.asked));
    let known = recovery.known.map(|at| view! { <p>{t!("recovery-known", when = say_moment(at))}</p> });
    let (is_known, which) = (known.is_some(), recovery.asked.to_string());
    view! {
        <section class="panel stack" aria-labelledby="recovery-title">
            <h2 id="recovery-title">{t!("recovery-title")}</h2>
            <p>{asked}</p>
            <p>{what}</p>
            {known}
            <Form to="/settings/sign-in".to_owned() class="actions" bare=true>
                <input type="hidden" name="asked" value=which />
                <Button label=t!("recovery-stop") name="do".to_owned() value="stop".to_owned() />
                {(!is_known).then(|| view! {
                    <Button label=t!("recovery-mine") name="do".to_owned() value="mine".to_owned() />
                })}
            </Form>
            <p>{ends}</p>
        </section>
    }
    .into_any()
}

/// Asks whether it was them, where a link leads: who reads it need not know whose place it is about.
pub fn undo(code: &str) -> Page<'_> {
    Page::new("sign-in-title", move || {
        let code = code.to_owned();
        view! {
            <h1>{t!("recovery-title")}</h1>
            <p>{t!("undo-what")}</p>
            <Form class="actions" bare=true>
                <input type="hidden" name="code" value=code />
                <Button label=t!("recovery-stop") name="do".to_owned() value="stop".to_owned() />
                <Button label=t!("recovery-mine") name="do".to_owned() value="mine".to_owned() />
            </Form>
            <p>{t!("recovery-undo-what")}</p>
        }
        .into_any()
    })
}

/// That it is stopped or undone.
pub fn undone() -> Page<'static> {
    Page::new("sign-in-title", || {
        view! {
            <h1>{t!("undo-done")}</h1>
            <p>{t!("undo-done-what")}</p>
            <p><Link href="/sign-in" label=t!("start-sign-in") /></p>
        }
        .into_any()
    })
}

/// That it stays as it is, and that the link still works.
pub fn undo_left() -> Page<'static> {
    Page::new("sign-in-title", || {
        view! {
            <h1>{t!("link-left")}</h1>
            <p>{t!("undo-left-what")}</p>
            <p><Link href="/" label=t!("failure-home") /></p>
        }
        .into_any()
    })
}

/// That a code works, and from when: told to nobody but whoever has the right one.
pub fn not_yet(from: Timestamp) -> Page<'static> {
    Page::new("invitation-title", move || {
        view! {
            <h1>{t!("not-yet-title")}</h1>
            <p class="lead">{t!("not-yet-from", from = say_moment(from))}</p>
            <p>{t!("not-yet-what")}</p>
            <p><Link href="/sign-in/invitation" label=t!("not-yet-back") /></p>
        }
        .into_any()
    })
}

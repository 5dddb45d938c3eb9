//! That a supervisor looked into what is between the person and their case worker, as the person is told of it.

use jiff::{SignedDuration, Timestamp};
use leptos::prelude::*;
use own_terms_domain::{actor::Actor, item::Kind, oversight::Oversight, state::State, time::Now};

use super::words::{say_actor, say_choice, say_moment};
use crate::{
    components::{Link, OwnWords},
    t,
};

/// For how long it is news.
const NEWS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The way to every reason that was ever typed.
pub const REASONS: &str = "/held/item?what=oversight";

/// What it says, a line each.
pub fn say_oversight(one: &Oversight) -> Vec<String> {
    vec![
        one.words.to_string(),
        say_choice("cause", one.why),
        t!("oversight-said", who = say_actor(Actor::Supervisor(one.by)), of = say_actor(Actor::CaseWorker(one.of))),
        t!("oversight-until", from = say_moment(one.since), until = say_moment(one.until())),
    ]
}

/// That somebody looked, while it is news: at home.
pub fn news(state: &State, now: Now) -> Option<AnyView> {
    let one = state.oversight().filter(|one| is_news(one.since, now))?;
    Some(told(one, now))
}

/// The rule, and who looked last: where it is said who sees what.
pub fn who_sees(state: &State, now: Now) -> AnyView {
    let last = state.oversight().map(|one| told(one, now));
    view! { <h2>{t!("oversight-title")}</h2> <p>{t!("oversight-rule")}</p> {last} }.into_any()
}

fn is_news(since: Timestamp, now: Now) -> bool {
    now.at.duration_since(since) < NEWS
}

fn told(one: &Oversight, now: Now) -> AnyView {
    let who = say_actor(Actor::Supervisor(one.by));
    let open = one.is_open(now.at).then(|| {
        let about = super::words::say_choice("kind", Kind::Oversight).to_lowercase();
        view! {
            <p>{t!("oversight-open", until = say_moment(one.until()))} " "
                <Link href="/held/erase?what=oversight" label=t!("oversight-end") about=about /></p>
        }
    });
    view! {
        <div class="panel stack">
            <p>{t!("oversight-told", who = who, when = say_moment(one.since), why = say_choice("cause", one.why))}</p>
            <OwnWords text=one.words.as_str() />
            {open}
            <p><Link href=REASONS label=t!("oversight-reasons") /></p>
        </div>
    }
    .into_any()
}

//! Who looked: the whole log, page by page.

use leptos::prelude::*;
use own_terms_domain::look::{Look, Reason};

use super::LOOKS_SHOWN;
use crate::{
    components::{Backlink, Link, Table},
    pages::{Page, oversight, sharing::say_shown, words::say_look},
    t,
};

/// Part of the log: the looks before some number, newest first.
pub fn looks(looks: &[Look]) -> Page<'_> {
    Page::new("held-looks-title", move || {
        view! {
            <Backlink href="/held" />
            <h1>{t!("held-looks")}</h1>
            <p>{t!("held-looks-what")}</p>
            <p>{t!("held-looks-back")}</p>
            <p>{t!("held-looks-withheld")}</p>
            {looks_table(looks)}
            {earlier(looks)}
        }
        .into_any()
    })
}

/// The way to the looks before these; none after the first look there ever was.
pub(super) fn earlier(looks: &[Look]) -> AnyView {
    match looks.last() {
        Some(last) if last.number > 1 => {
            let href = format!("/held/looks?before={}", last.number);
            view! { <p><Link href label=t!("held-looks-earlier") /></p> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// A look, and what an organisation was shown by it, each thing with the way to the very words.
fn row(look: &Look) -> Vec<AnyView> {
    let [when, who, why, what, outcome] = say_look(look);
    // Why a supervisor looked, in their words.
    let reasons = (look.reason == Reason::Oversight)
        .then(|| view! { <p><Link href=oversight::REASONS label=t!("oversight-reasons") /></p> });
    let what = view! { {what} {say_shown(&look.shown)} {reasons} }.into_any();
    vec![when.into_any(), who.into_any(), why.into_any(), what, outcome.into_any()]
}

/// Who looked, newest first. The person's own looks are one a sign-in.
pub(super) fn looks_table(looks: &[Look]) -> AnyView {
    if looks.is_empty() {
        return view! { <p>{t!("held-looks-none")}</p> }.into_any();
    }
    let columns = ["when", "who", "why", "what", "outcome"].map(|column| t!(format!("look-{column}"))).to_vec();
    let rows: Vec<Vec<AnyView>> = looks.iter().map(row).collect();
    let latest = (looks.len() >= LOOKS_SHOWN).then(|| view! { <p>{t!("held-looks-latest", count = looks.len())}</p> });
    view! { {latest} <Table caption=t!("held-looks") caption_hidden=true columns rows /> }.into_any()
}

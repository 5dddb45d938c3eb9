//! The page that says that something went wrong, what happened to what was sent, and what to do.

use leptos::prelude::*;

use super::Page;
use crate::{components::Link, i18n::say, t};

/// The page of a failure, by its short name.
pub fn failure(id: &'static str) -> Page<'static> {
    let title = match id {
        "not-found" => "failure-not-found-title",
        "forged" => "failure-forged-title",
        "too-large" => "failure-too-large-title",
        "unreadable" => "failure-unreadable-title",
        "busy" => "failure-busy-title",
        _ => "failure-broken-title",
    };
    Page::new(title, move || {
        let text = title.trim_end_matches("-title");
        view! {
            <h1>{say(title, None)}</h1>
            <p>{say(text, None)}</p>
            <p><Link href="/" label=t!("failure-home") /></p>
        }
        .into_any()
    })
}

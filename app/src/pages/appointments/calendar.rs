//! The address that the person's own calendar reads: what whoever has it sees, making one, and ending it.

use jiff::Timestamp;
use leptos::prelude::*;

use crate::{
    components::{Backlink, Button, Form, Link, ToldOnce},
    form::FormState,
    frame::frame,
    pages::{Page, words::say_moment, your_choice},
    t,
};

/// An address that stands, as the page shows it.
pub struct Feed {
    /// When it was made.
    pub made: Timestamp,
    /// When a calendar came with it for the last time that is written down.
    pub asked: Option<Timestamp>,
    /// The address itself, just now: it is told once.
    pub address: Option<String>,
}

/// The page.
pub fn calendar(feed: Option<Feed>, form: &FormState) -> Page<'_> {
    Page::new("calendar-title", move || {
        // Of who uses the device it is known, so it is said before and not after.
        let shared = frame().shared.then(|| view! { <p>{t!("calendar-shared")}</p> });
        let (told, rest) = match feed {
            None => (None, no_address()),
            Some(Feed { made, asked, address }) => (address.map(|address| the_address(&address)), stands(made, asked)),
        };
        view! {
            <Backlink href="/appointments" />
            {form.problems_with_buttons()}
            <h1>{t!("calendar-title")}</h1>
            {told}
            {your_choice()}
            <p>{t!("calendar-what")}</p>
            <p>{t!("calendar-each-private")}</p>
            <p>{t!("calendar-whoever")}</p>
            {shared}
            {rest}
        }
        .into_any()
    })
}

fn no_address() -> AnyView {
    view! {
        <p>{t!("calendar-free")}</p>
        <p>{t!("calendar-off")}</p>
        <Form class="actions" bare=true>
            <Button label=t!("calendar-make") name="do".to_owned() value="make".to_owned() />
        </Form>
    }
    .into_any()
}

/// Once, at the top: whoever sees it knows that it is made, and what to do with it.
fn the_address(address: &str) -> AnyView {
    // A phone gives such a link to its calendar, which then asks whether to subscribe: nothing has to be copied.
    let opens = address.split_once("://").map(|(_, rest)| format!("webcal://{rest}"));
    view! {
        <ToldOnce title=t!("calendar-address") code=address.to_owned()>
            <p>{t!("calendar-once")}</p>
            <p>{t!("calendar-how")}</p>
            {opens.map(|href| view! { <p><Link href label=t!("calendar-open") /></p> })}
        </ToldOnce>
    }
    .into_any()
}

fn stands(made: Timestamp, asked: Option<Timestamp>) -> AnyView {
    let asked = match asked {
        Some(asked) => t!("calendar-asked", moment = say_moment(asked)),
        None => t!("calendar-not-asked"),
    };
    view! {
        <p>{t!("calendar-on", moment = say_moment(made))}</p>
        <p>{asked}</p>
        <h2>{t!("calendar-end")}</h2>
        <p>{t!("calendar-end-what")}</p>
        <Form class="actions" bare=true>
            <Button label=t!("calendar-end") name="do".to_owned() value="end".to_owned() />
        </Form>
        <h2>{t!("calendar-new")}</h2>
        <p>{t!("calendar-new-what")}</p>
        <Form class="actions" bare=true>
            <Button label=t!("calendar-new") name="do".to_owned() value="make".to_owned() />
        </Form>
    }
    .into_any()
}

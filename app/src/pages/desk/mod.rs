//! The desk: the pages of those who work here. What they are shown of a person, that person is told.

mod account;
mod agreed;
mod ending;
mod offer;
mod people;
mod person;
mod refer;
mod sign_in;
mod way_in;

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    directory::{Directory, Known},
};

pub use self::{
    account::{account, add_passkey},
    agreed::{Promised, agreed},
    ending::ending,
    offer::offer,
    people::{Chose, Group, SHOWN, people},
    person::{do_not_contact, person},
    refer::refer,
    sign_in::{DemoStaff, invitation, sign_in},
    way_in::{Given, Named, invite, lost, lost_not_yet},
};
use crate::{components::Link, t};

/// The way to the pages before and after one of a list at `path`, by where they begin.
fn turn(path: &str, before: Option<usize>, after: Option<usize>) -> Option<AnyView> {
    let page = |from: usize| if from == 0 { path.to_owned() } else { format!("{path}?from={from}") };
    let link =
        |from: Option<usize>, label: &str| from.map(|from| view! { <li><Link href=page(from) label=t!(label) /></li> });
    (before.is_some() || after.is_some()).then(|| {
        view! {
            <nav aria-label=t!("desk-pages")><ul>{link(before, "desk-before")} {link(after, "desk-after")}</ul></nav>
        }
        .into_any()
    })
}

/// By whom something was said or answered, where it was a carer: "by Sam for Alex". A carer has the name that this person has
/// for them, which is why it is asked of the names that came with this person's items and not of the page's.
fn by_carer(names: &Directory, by: Actor, person: &str) -> Option<String> {
    let Actor::Carer(_) = by else { return None };
    let person = if person.is_empty() { t!("desk-no-name") } else { person.to_owned() };
    let Some(Known::Carer(name)) = names.of(by) else { return Some(t!("desk-by-a-carer", person = person)) };
    Some(t!("desk-by-carer", carer = name.to_string(), person = person))
}

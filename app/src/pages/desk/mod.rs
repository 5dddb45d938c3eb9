//! The desk: the pages of those who work here. What they are shown of a person, that person is told.

mod account;
mod agreed;
pub mod consent;
pub mod corrections;
mod ending;
mod interpreter;
mod look_into;
pub mod notes;
mod offer;
mod people;
mod person;
mod photo;
mod provider;
pub mod records;
mod refer;
mod sign_in;
mod staff;
mod way_in;
mod workload;

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    directory::{Directory, Known},
    form::ErrorKind,
    state::State,
};

pub use self::{
    account::{account, add_passkey},
    agreed::{Promised, agreed},
    ending::ending,
    interpreter::{interpreter, interpreter_at},
    look_into::{look_into, looked_into},
    offer::offer,
    people::{Chose, Group, SHOWN, people},
    person::{do_not_contact, person},
    photo::photo,
    provider::{add_provider, bind_provider, confirm_provider, nobody_by_provider},
    refer::refer,
    sign_in::{DemoStaff, invitation, sign_in},
    staff::{Way, Works, organisations, staff},
    way_in::{Given, Named, invite, lost, lost_not_yet},
    workload::{Load, workload},
};
use crate::{
    components::{Checkboxes, Link, OwnWords, Pick},
    form::FormState,
    t,
};

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

/// How many things of one person a page shows at most.
const OF_ONE: usize = 20;

/// The part of a list at `path` that begins at `from`, and the ways to newer and to older ones.
fn pages_of<T>(path: &str, from: usize, all: Vec<T>) -> (Vec<T>, AnyView) {
    let link = |from: usize, label: &str| view! { <p><Link href=format!("{path}?from={from}") label=t!(label) /></p> };
    let newer = from.checked_sub(OF_ONE).or((from > 0).then_some(0)).map(|from| link(from, "held-newer"));
    let older = (from.saturating_add(OF_ONE) < all.len()).then(|| link(from + OF_ONE, "held-older"));
    let shown = all.into_iter().skip(from).take(OF_ONE).collect();
    (shown, view! { {newer} {older} }.into_any())
}

/// Names, to this session alone, whom a form is about: another page may have opened somebody else by the time it is sent.
fn of_whom(sealed: &str) -> impl IntoView + use<> {
    view! { <input type="hidden" name="of" value=sealed.to_owned() /> }
}

/// What somebody is called.
fn their_name(state: &State) -> impl IntoView + use<> {
    let name = state.profile().map_or_else(|| t!("desk-no-name"), |profile| profile.name.to_string());
    view! { <OwnWords text=name /> }
}

/// Offered once something was found that can read as an order: whoever wrote it decides.
fn sure(form: &FormState) -> Option<AnyView> {
    let found = form.errors.iter().any(|error| matches!(error.kind, ErrorKind::Coercive { .. }));
    let chosen = form.has("sure", "yes");
    let picks = || vec![Pick::new("yes", t!("desk-sure-yes")).chosen(chosen)];
    (found || chosen).then(|| view! { <Checkboxes name="sure" legend=t!("desk-sure") picks=picks() /> }.into_any())
}

/// By whom something was said or answered, where it was a carer: "by Sam for Alex". A carer has the name that this person has
/// for them, which is why it is asked of the names that came with this person's items and not of the page's.
fn by_carer(names: &Directory, by: Actor, person: &str) -> Option<String> {
    let Actor::Carer(_) = by else { return None };
    let person = if person.is_empty() { t!("desk-no-name") } else { person.to_owned() };
    let Some(Known::Carer(name)) = names.of(by) else { return Some(t!("desk-by-a-carer", person = person)) };
    Some(t!("desk-by-carer", carer = name.to_string(), person = person))
}

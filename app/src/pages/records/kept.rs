//! What stays when something is erased, because the law keeps it: said before anything is pressed, and never promised to go.

use jiff::civil::Date;
use leptos::prelude::*;
use own_terms_domain::{
    decide::ToErase,
    item::{Held, ItemId, Kind},
    state::State,
    time::Now,
};

use crate::{i18n::say_date, pages::words::say_choice, t};

/// The items that are to be erased.
fn named(state: &State, what: ToErase) -> impl Iterator<Item = &Held> {
    state.all().filter(move |held| match what {
        ToErase::Item { id, .. } => held.id == id,
        ToErase::Kind(kind) => held.id.kind() == kind,
        ToErase::Everything => true,
    })
}

/// The items that go.
pub fn goes(state: &State, what: ToErase, now: Now) -> Vec<&Held> {
    let stays = |held: &Held| {
        let keeps_others_away = held.id == ItemId::The(Kind::Standing) && state.standing().is_stopped();
        keeps_others_away || held.item.law_keeps_it_until(now.today).is_some()
    };
    named(state, what).filter(|held| !stays(held)).collect()
}

/// Each item that the law keeps, with why and until when; nothing where it keeps none.
pub fn kept(state: &State, what: ToErase, now: Now) -> Option<AnyView> {
    let kept: Vec<(&Held, Date)> =
        named(state, what).filter_map(|held| Some((held, held.item.law_keeps_it_until(now.today)?))).collect();
    let one = |(held, until): (&Held, Date)| {
        view! { <li>{t!("erase-kept", kind = say_choice("kind", held.id.kind()), day = say_date(until))}</li> }
    };
    (!kept.is_empty()).then(|| {
        view! {
            <h2>{t!("erase-stays")}</h2>
            <ul class="stack">{kept.into_iter().map(one).collect_view()}</ul>
            <p>{t!("erase-kept-what")}</p>
        }
        .into_any()
    })
}

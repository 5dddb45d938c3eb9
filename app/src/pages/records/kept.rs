//! What stays when something is erased, because the law keeps it: said before anything is pressed, and never promised to go.

use std::collections::BTreeMap;

use jiff::civil::Date;
use leptos::prelude::*;
use own_terms_domain::{
    decide::{ToErase, stays},
    item::{Held, ItemId, Kind},
    needs::Shelf,
    state::State,
    time::Now,
};

use crate::{
    i18n::say_date,
    pages::{held::of_kind, words::say_choice},
    t,
};

/// How many items go. Of those that the law keeps, all that are not on the page count as kept: what has come to its day
/// goes by itself within the hour.
pub fn going(state: &State, what: ToErase, now: Now) -> usize {
    let of = |kind: Kind| {
        if matches!(kind, Kind::SignIn | Kind::KeptBack) {
            // Each is closed by itself, or goes with its record.
            0
        } else if kind.is_single() || kind.is_kept_by_law() {
            of_kind(state, kind).into_iter().filter(|held| !stays(state, held.id, now)).count()
        } else {
            state.count_of(kind)
        }
    };
    match what {
        ToErase::Item { id, .. } => state.get(id).into_iter().filter(|held| !stays(state, held.id, now)).count(),
        ToErase::Kind(kind) => of(kind),
        ToErase::Everything => Kind::ALL.iter().copied().map(of).sum(),
    }
}

/// True when ways to sign in are named with it, which stay until the person closes them one by one.
pub fn has_ways_in(state: &State, what: ToErase) -> bool {
    match what {
        ToErase::Item { id, .. } => matches!(id, ItemId::SignIn(_)) && state.get(id).is_some(),
        ToErase::Kind(kind) => kind == Kind::SignIn,
        ToErase::Everything => state.count_of(Kind::SignIn) > 0,
    }
}

/// True when a record that others wrote is among what is to be erased.
pub fn has_records(state: &State, what: ToErase) -> bool {
    match what {
        ToErase::Item { id, .. } => id.kind().is_record(),
        ToErase::Kind(kind) => kind.is_record(),
        ToErase::Everything => Kind::ALL.iter().any(|kind| kind.is_record() && state.count_of(*kind) > 0),
    }
}

/// True when something is named that is held no longer and can still be read: the law keeps nothing of that.
pub fn is_past(state: &State, what: ToErase) -> bool {
    match what {
        ToErase::Item { id, .. } => state.get(id).is_none() && state.was_ever_held(id),
        // None of those that the law keeps is ever taken away.
        ToErase::Kind(kind) => !kind.is_kept_by_law(),
        ToErase::Everything => !state.page(Shelf::TakenAway).items.is_empty(),
    }
}

/// Each item that the law keeps, with why and until when; of many, the newest. Nothing where it keeps none.
pub fn kept(state: &State, what: ToErase, now: Now) -> Option<AnyView> {
    let kinds = || Kind::ALL.iter().copied().filter(|kind| kind.is_kept_by_law());
    let (items, count): (Vec<&Held>, usize) = match what {
        ToErase::Item { id, .. } => (state.get(id).into_iter().collect(), 1),
        ToErase::Kind(kind) if kind.is_kept_by_law() => (of_kind(state, kind), state.count_of(kind)),
        ToErase::Kind(_) => (Vec::new(), 0),
        ToErase::Everything => {
            (kinds().flat_map(|kind| of_kind(state, kind)).collect(), kinds().map(|kind| state.count_of(kind)).sum())
        }
    };
    let more = count.saturating_sub(items.len());
    let more = (more > 0).then(|| view! { <p>{t!("erase-more", count = more)}</p> });
    let mut kept: BTreeMap<(Kind, Date), usize> = BTreeMap::new();
    for held in items {
        if let Some(until) = held.item.law_keeps_it_until(now.today) {
            *kept.entry((held.id.kind(), until)).or_default() += 1;
        }
    }
    let one = |((kind, until), count): ((Kind, Date), usize)| {
        view! { <li>{t!("erase-kept", kind = say_choice("kind", kind), count = count, day = say_date(until))}</li> }
    };
    (!kept.is_empty()).then(|| {
        view! {
            <h2>{t!("erase-stays")}</h2>
            <ul class="stack">{kept.into_iter().map(one).collect_view()}</ul>
            {more}
            <p>{t!("erase-kept-what")}</p>
        }
        .into_any()
    })
}

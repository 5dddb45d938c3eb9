//! What stays when something is erased, because the law keeps it: said before anything is pressed, and never promised to go.

use std::collections::BTreeMap;

use jiff::civil::Date;
use leptos::prelude::*;
use own_terms_domain::{
    decide::ToErase,
    item::{Held, ItemId, Kind},
    needs::Needs,
    reading::Choice as _,
    record::Sort,
    state::State,
    time::Now,
};

use crate::{i18n::say_date, pages::words::say_choice, t};

/// What it takes to say what stays: all of each kind that the law may keep.
pub fn needs_of_kept(what: ToErase) -> Needs {
    let named = |kind: &Kind| match what {
        ToErase::Item { .. } => false,
        ToErase::Kind(named) => named == *kind,
        ToErase::Everything => true,
    };
    let by_law = Sort::ALL.iter().filter(|sort| sort.is_kept_by_law()).map(|sort| sort.kind());
    by_law.filter(named).fold(Needs::the_few(), Needs::and_all)
}

/// What is to be erased and the law keeps, each with the day it goes.
fn by_law(state: &State, what: ToErase, now: Now) -> impl Iterator<Item = (&Held, Date)> {
    let named = move |held: &&Held| match what {
        ToErase::Item { id, .. } => held.id == id,
        ToErase::Kind(kind) => held.id.kind() == kind,
        ToErase::Everything => true,
    };
    state.at_hand().filter(named).filter_map(move |held| Some((held, held.item.law_keeps_it_until(now.today)?)))
}

/// How many items go.
pub fn goes(state: &State, what: ToErase, now: Now) -> usize {
    let standing = ItemId::The(Kind::Standing);
    // That someone has stopped stays too, so that nobody contacts them.
    let keeps_others_away = usize::from(state.standing().is_stopped() && state.get(standing).is_some());
    let (all, stays) = match what {
        ToErase::Item { id, .. } => (usize::from(state.get(id).is_some()), 0),
        ToErase::Kind(kind) => (state.count_of(kind), 0),
        ToErase::Everything => (state.count(), keeps_others_away),
    };
    all.saturating_sub(stays + by_law(state, what, now).count())
}

/// What the law keeps of it, with why and until when; nothing where it keeps none.
pub fn kept(state: &State, what: ToErase, now: Now) -> Option<AnyView> {
    let mut kept: BTreeMap<(Kind, Date), usize> = BTreeMap::new();
    for (held, until) in by_law(state, what, now) {
        *kept.entry((held.id.kind(), until)).or_default() += 1;
    }
    let one = |((kind, until), count): ((Kind, Date), usize)| {
        let said = t!("erase-kept", kind = say_choice("kind", kind), count = count, day = say_date(until));
        view! { <li>{said}</li> }
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

//! One item: what it says, what can be done with it, why it is held, who can see it and who looked, and each of its earlier wordings.

use leptos::prelude::*;
use own_terms_domain::{
    item::{Held, ItemId},
    ledger::BEGINNING,
    look::Look,
    state::State,
    time::Now,
};

use super::{Entry, address, content, facts, is_answered};
use crate::{
    components::{Backlink, Link, SummaryList, SummaryRow},
    pages::{
        Page,
        receipts::{entry_what, said},
        records::{can_see, looked, what_can_be_done},
        words::{say_actor, say_choice, say_moment},
    },
    t,
};

/// An item with its history, newest first, and who else looked at what it belongs to.
pub fn item<'a>(state: &'a State, id: ItemId, history: &'a [Entry], looks: &'a [Look], now: Now) -> Page<'a> {
    Page::new("held-item-title", move || {
        let held = state.get(id);
        let gone = held.is_none().then(|| view! { <p>{t!("held-item-gone")}</p> });
        let stands = held.map(|held| content(&held.item, now));
        let about = held.map(|held| {
            let mut rows = vec![
                SummaryRow::new(who_wrote(held), say_actor(held.by)),
                SummaryRow::new(t!("held-when"), say_moment(held.at)),
            ];
            rows.extend(facts(&held.item));
            view! { <h2>{t!("held-facts")}</h2> <SummaryList rows /> {can_see(state, held, now)} }
        });
        let may_erase = state.was_ever_held(id);
        // The first wording of all replaced nothing.
        let earlier = history.last().filter(|last| last.link.replaced != BEGINNING).map(|last| {
            let href = format!("{}&before={}", address("item", id), last.link.number);
            view! { <p><Link href label=t!("held-history-earlier") /></p> }
        });
        let history = history.iter().map(wording).collect_view();
        view! {
            <Backlink href="/held" />
            <h1>{say_choice("kind", id.kind())}</h1>
            {stands}
            {gone}
            {what_can_be_done(state, id, may_erase, now)}
            {about}
            {looked(looks)}
            <h2>{t!("held-history")}</h2>
            <p>{t!("held-history-what")}</p>
            <ul class="stack">{history}</ul>
            {earlier}
        }
        .into_any()
    })
}

fn who_wrote(held: &Held) -> String {
    if is_answered(held) { t!("held-who-changed") } else { t!("held-who") }
}

/// One wording, with when, by whom, and its receipt.
fn wording(entry: &Entry) -> AnyView {
    let number = entry.link.number;
    view! {
        <li>
            <p class="hint">{entry_what(entry)} " " {t!("receipt-by-when", who = say_actor(entry.link.by), when = say_moment(entry.link.at))}</p>
            {said(entry)}
            <p><Link href=format!("/receipts/one?number={number}") label=t!("receipt-number", number = number) /></p>
        </li>
    }
    .into_any()
}

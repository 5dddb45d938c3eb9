//! What others wrote about the person: how it is shown, put right, answered and kept from carers, and who can see it and has looked.

mod about;
mod beside;
mod correct;
mod differently;
mod from_carers;
mod kept;

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    ids::RecordId,
    item::{Held, ItemId},
    state::State,
    text::OwnWords,
    time::Now,
};

pub use self::{
    about::{can_see, looked, what_can_be_done},
    beside::beside,
    correct::{correct, correction_form},
    differently::{differently, differently_form},
    from_carers::{from_carers, from_carers_again},
    kept::{going, has_records, has_ways_in, is_past, kept},
};
use super::{
    said::{lines, say_item},
    words::{say_actor, say_moment},
};
use crate::t;

/// How many looks the page of an item shows at most.
pub const LOOKS_SHOWN: usize = 20;

/// A record or a message that someone else wrote, as the pages about it are given it.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// Its id.
    pub id: RecordId,
    /// The item.
    pub held: &'a Held,
    /// What it says.
    pub words: &'a OwnWords,
}

impl<'a> Written<'a> {
    /// The record or the message of somebody else that an item's name names; none when it names something else, or nothing
    /// that is there.
    pub fn of(state: &'a State, item: ItemId) -> Option<Self> {
        let (id, (held, words)) = match item {
            ItemId::Record(_, id) => (id, state.record(id).map(|(held, record)| (held, &record.words))?),
            ItemId::Message(id) => (id, state.message(id).map(|(held, message)| (held, &message.words))?),
            _ => return None,
        };
        let of_others = !matches!(held.by, Actor::Claimant(_));
        (held.id == item && of_others).then_some(Self { id, held, words })
    }

    /// True for what can be put right by whoever wrote it; the words of a message stay, and another corrects it.
    pub fn can_be_put_right(self) -> bool {
        matches!(self.held.id, ItemId::Record(..))
    }

    /// The page from which one comes to those about it.
    fn back(self) -> String {
        if self.can_be_put_right() { self.address("item") } else { "/notes".to_owned() }
    }

    /// The page of `name` about it: `/held/correct?what=note.…`.
    fn address(self, name: &str) -> String {
        format!("/held/{name}?what={}", self.held.id)
    }
}

/// A record as it stands, with who wrote it and from where.
fn shown(written: Written<'_>, now: Now) -> AnyView {
    let held = written.held;
    view! {
        <div class="panel">
            {lines(say_item(&held.item, now))}
            <p class="hint">{t!("held-written-by", who = say_actor(held.by), when = say_moment(held.at))}</p>
        </div>
    }
    .into_any()
}

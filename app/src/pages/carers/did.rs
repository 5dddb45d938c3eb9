//! What a carer did and looked at, each act with what was said before and one press that puts it back.

use leptos::prelude::*;
use own_terms_domain::{
    ids::DelegationId,
    item::{Kind, Version},
    look::Look,
};

use crate::{
    components::{Button, Form, Link},
    pages::{
        receipts::{Entry, entry_what, said},
        said::{lines, which_kind},
        words::{say_look, say_moment},
    },
    t,
};

/// Something that a carer did.
pub struct Did {
    /// What.
    pub entry: Entry,
    /// What it says now.
    pub now: Vec<String>,
    /// Whether it can be put back.
    pub undo: Undo,
}

/// Whether something can be put back as it was before.
pub enum Undo {
    /// It is about what they were asked to do.
    Never,
    /// It is as it was already.
    Stands,
    /// What it was has been erased.
    Erased,
    /// It can: to what it said before, or to nothing, from the version that stands.
    To(Option<Box<Entry>>, Version),
}

/// What they changed and looked at, with the way to what was before.
pub(super) fn what_they_did(id: DelegationId, did: Vec<Did>, looked: &[Look], earlier: [Option<u32>; 2]) -> AnyView {
    let changed: Vec<_> = did.into_iter().map(|did| one(id, did)).collect();
    let look = |look: &Look| {
        let [when, _, _, what, outcome] = say_look(look);
        view! { <li>{when} ": " {what} ", " {outcome}</li> }
    };
    let looks: Vec<_> = looked.iter().map(look).collect();
    let [acts, before] = earlier;
    let acts = acts.map(|number| (format!("/carers/one?who={id}&before={number}"), t!("carer-did-earlier")));
    let before = before.map(|number| (format!("/carers/one?who={id}&looks={number}"), t!("held-looks-earlier")));
    let way = |to: Option<(String, String)>| to.map(|(href, label)| view! { <p><Link href label /></p> });
    view! {
        <h2>{t!("carer-did")}</h2>
        {if changed.is_empty() { view! { <p>{t!("carer-did-none")}</p> }.into_any() } else { view! { <ul class="stack">{changed}</ul> }.into_any() }}
        {way(acts)}
        <p><Link href="/receipts" label=t!("carer-did-all") /></p>
        <h2>{t!("carer-looked")}</h2>
        {if looks.is_empty() { view! { <p>{t!("carer-looked-none")}</p> }.into_any() } else { view! { <ul class="stack">{looks}</ul> }.into_any() }}
        {way(before)}
        <p><Link href="/held/looks" label=t!("looked-all") /></p>
    }
    .into_any()
}

fn one(who: DelegationId, did: Did) -> AnyView {
    let Did { entry, now: _, undo } = did;
    let (item, when) = (entry.link.item, say_moment(entry.link.at));
    let about = which_kind(item.kind());
    let href = format!("/held/item?what={item}");
    // What they were asked is above.
    let says = (!matches!(undo, Undo::Never)).then(|| said(&entry));
    view! {
        <li class="stack">
            <p>{when} ": " {entry_what(&entry)} " " <Link href label=t!("carer-did-before") about=about.clone() /></p>
            {says}
            {put_back(who, &entry, undo, about)}
        </li>
    }
    .into_any()
}

fn put_back(who: DelegationId, entry: &Entry, undo: Undo, about: String) -> AnyView {
    let (before, version) = match undo {
        Undo::Never => return ().into_any(),
        Undo::Stands => return view! { <p class="hint">{t!("carer-put-back-stands")}</p> }.into_any(),
        Undo::Erased => return view! { <p class="hint">{t!("carer-put-back-erased")}</p> }.into_any(),
        Undo::To(before, version) => (before, version),
    };
    let (was, label) = match &before {
        Some(before) => (view! { <p>{t!("carer-put-back-was")}</p> {said(before)} }.into_any(), t!("carer-put-back")),
        None if entry.link.item.kind() == Kind::Goal => (().into_any(), t!("carer-put-back-removed")),
        None => (view! { <p>{t!("carer-put-back-nothing")}</p> }.into_any(), t!("carer-put-back")),
    };
    let number = entry.link.number.to_string();
    view! {
        {was}
        <Form version=version.to_string() to=format!("/carers/one?who={who}") bare=true>
            <input type="hidden" name="who" value=who.to_string() />
            <input type="hidden" name="number" value=number />
            <Button label about name="do".to_owned() value="put-back".to_owned() />
        </Form>
    }
    .into_any()
}

/// What something says now that could not be put back, because it was changed meanwhile.
pub(super) fn stands(did: &[Did], number: &str) -> AnyView {
    let one = did.iter().find(|did| did.entry.link.number.to_string() == number);
    lines(one.map(|did| did.now.clone()).unwrap_or_default())
}

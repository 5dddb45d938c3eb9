//! Receipts: each thing that was said, in plain words, with its proof.

use leptos::prelude::*;
use own_terms_domain::{
    item::Item,
    ledger::{Act, Link as Entered},
    time::Now,
};
use own_terms_receipt::{
    file::{Anchor, Words},
    hex::Hex,
    keys::Signed,
};

use super::{
    Page,
    paper::{Paper, paper},
    said::{lines, say_item},
    words::{say_actor, say_choice, say_moment},
};
use crate::{
    components::{Backlink, Details, Link, SummaryList, SummaryRow},
    frame::frame,
    t,
};

/// How many receipts a page shows.
pub const SHOWN: usize = 50;

/// One entry of the ledger, as it is shown.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The entry.
    pub link: Entered,
    /// What it says.
    pub said: Said,
}

/// What an entry says.
#[derive(Debug, Clone)]
pub enum Said {
    /// This.
    Item(Item),
    /// Nothing: what stood was taken away.
    Nothing,
    /// Nobody can read it any more.
    Erased,
}

impl Entry {
    /// True when what it says was not erased.
    pub fn is_readable(&self) -> bool {
        matches!(self.said, Said::Item(_))
    }

    /// The moment that it was written at, so that it is told as it was then.
    fn now(&self) -> Now {
        Now { at: self.link.at, today: self.link.at.to_zoned(frame().zone.clone()).date() }
    }

    fn lines(&self) -> Vec<String> {
        match &self.said {
            Said::Item(item) => say_item(item, self.now()),
            Said::Nothing => vec![t!("receipt-nothing")],
            Said::Erased => vec![t!("receipt-erased")],
        }
    }
}

/// What was done: "Written: how long and how often."
pub fn entry_what(entry: &Entry) -> String {
    let kind = say_choice("kind", entry.link.item.kind());
    match entry.link.act {
        Act::Set => t!("receipt-set", kind = kind),
        Act::TakeAway => t!("receipt-take-away", kind = kind),
        Act::Erase => t!("receipt-erase", kind = kind),
    }
}

/// What an entry says, as it stands on a page.
pub fn said(entry: &Entry) -> AnyView {
    lines(entry.lines())
}

/// The words of a receipt: what was done, by whom, when, and what applied before and after. A receipt that is to go without
/// what was written has only who and when.
pub fn words(entry: &Entry, before: Option<&Entry>, with_content: bool) -> Words {
    let lines = |entry: &Entry| if with_content { entry.lines() } else { vec![t!("receipt-left-out")] };
    Words {
        what: entry_what(entry),
        by: say_actor(entry.link.by),
        when: say_moment(entry.link.at),
        before: before.map(lines).unwrap_or_default(),
        after: if entry.link.act == Act::Set { lines(entry) } else { entry.lines() },
    }
}

/// The receipts before some number, newest first; `count` is how many there are.
pub fn receipts(entries: &[Entry], count: u32) -> Page<'_> {
    Page::new("receipts-title", move || {
        let last = entries.last().map(|entry| entry.link.number).filter(|number| *number > 1);
        let earlier = last.map(|number| {
            let href = format!("/receipts?before={number}");
            view! { <p><Link href label=t!("receipts-earlier") /></p> }
        });
        view! {
            <h1>{t!("receipts-title")}</h1>
            <p class="lead">{t!("receipts-what")}</p>
            <p>{t!("receipts-proof")}</p>
            <h2>{t!("receipts-take")}</h2>
            <p>{t!("receipts-take-what")}</p>
            <ul class="stack">
                <li><Link href="/receipts/all" label=t!("receipts-all") download=true /></li>
                <li><Link href="/receipts/all?without=words" label=t!("receipts-all-without") download=true /></li>
            </ul>
            <p>{t!("receipts-check-what")} " " <Link href="/check" label=t!("receipts-check") /></p>
            <h2>{t!("receipts-list")}</h2>
            <p>{t!("receipts-count", count = count)}</p>
            <ul class="stack">{entries.iter().map(one).collect_view()}</ul>
            {earlier}
        }
        .into_any()
    })
}

fn one(entry: &Entry) -> AnyView {
    let number = entry.link.number;
    view! {
        <li>
            <Link href=format!("/receipts/one?number={number}") label=t!("receipt-number", number = number) />
            <p>{entry_what(entry)}</p>
            <p class="hint">{t!("receipt-by-when", who = say_actor(entry.link.by), when = say_moment(entry.link.at))}</p>
        </li>
    }
    .into_any()
}

/// One receipt; `anchor` is the last published seal over it, `on_paper` what its code holds.
pub fn receipt<'a>(
    entry: &'a Entry,
    before: Option<&'a Entry>,
    signed: &'a Signed,
    anchor: Option<&'a Anchor>,
    on_paper: Option<Paper>,
) -> Page<'a> {
    Page::new("receipt-title", move || {
        let number = entry.link.number;
        let before = before.map_or_else(|| view! { {t!("receipt-nothing-before")} }.into_any(), said);
        let rows = vec![
            SummaryRow::new(t!("receipt-what"), entry_what(entry)),
            SummaryRow::new(t!("receipt-by"), say_actor(entry.link.by)),
            SummaryRow::new(t!("receipt-when"), say_moment(entry.link.at)),
            SummaryRow::new(t!("receipt-before"), before),
            SummaryRow::new(t!("receipt-after"), said(entry)),
            SummaryRow::new(t!("receipt-notice"), Hex(entry.link.notice.0).to_string()),
        ];
        let proof = proof(&entry.link, signed, anchor);
        view! {
            <Backlink href="/receipts" />
            <h1>{t!("receipt-number", number = number)}</h1>
            <SummaryList rows />
            <div class="on-screen">
                <h2>{t!("receipts-take")}</h2>
                <ul class="stack">
                    <li><Link href=format!("/receipts/file?number={number}") label=t!("receipt-download") download=true /></li>
                    <li><Link href=format!("/receipts/file?number={number}&without=words") label=t!("receipt-download-without") download=true /></li>
                </ul>
                <p>{t!("receipts-check-what")} " " <Link href="/check" label=t!("receipts-check") /></p>
            </div>
            {on_paper.and_then(|on_paper| paper(number, &on_paper))}
            <div class="codes"><Details summary=t!("receipt-proof")>{proof}</Details></div>
        }
        .into_any()
    })
}

/// All that a receipt is checked with: nothing is kept of it that is not shown here.
fn proof(link: &Entered, signed: &Signed, anchor: Option<&Anchor>) -> AnyView {
    let row = |id: &str, mark: String| SummaryRow::new(t!(id), mark);
    let marks = vec![
        row("receipt-hash", Hex(link.hash()).to_string()),
        row("receipt-previous", Hex(link.previous).to_string()),
        row("receipt-replaced", Hex(link.replaced).to_string()),
        row("receipt-commitment", Hex(link.commitment).to_string()),
        row("receipt-key", signed.signed_with.to_string()),
        row("receipt-signature", signed.signature.to_string()),
    ];
    let published = anchor.map(|anchor| {
        let when = say_moment(anchor.checkpoint.at);
        let path: Vec<String> = anchor.path.iter().map(ToString::to_string).collect();
        let marks = vec![
            row("receipt-checkpoint", anchor.checkpoint.number.to_string()),
            row("receipt-leaf", anchor.leaf.to_string()),
            row("receipt-entries", anchor.entries.to_string()),
            row("receipt-head", anchor.head.to_string()),
            row("receipt-looks", anchor.looks.to_string()),
            row("receipt-look-head", anchor.look_head.to_string()),
            row("receipt-path", if path.is_empty() { t!("receipt-path-none") } else { path.join(" ") }),
        ];
        view! { <p>{t!("receipt-published", when = when)}</p> <SummaryList rows=marks /> }.into_any()
    });
    let published = published.unwrap_or_else(|| view! { <p>{t!("receipt-not-published")}</p> }.into_any());
    view! { <SummaryList rows=marks /> {published} }.into_any()
}

//! Everything on paper, for people to read.

use own_terms_app::{
    frame::frame,
    i18n::say_date,
    pages::{
        held::{say_place, say_seals, say_sign_in, say_to_send, say_waiting, seen, until},
        receipts::{entry_what, words},
        said::say_item,
        words::{say_actor, say_choice, say_look, say_moment},
    },
    t,
};
use own_terms_domain::{
    account::Account,
    catalogue::{About, PLACE, SIGN_IN, TO_SEND, WAITING, about},
    item::{Held, ItemId, Kind},
};

use super::{Record, copy};
use crate::{
    journeys::receipts::shown,
    paper::{Paper, Unprintable},
    store::Kept,
};

/// The whole file.
pub(super) fn pdf(record: &Record) -> Result<Vec<u8>, Unprintable> {
    let mut paper = Paper::new()?;
    paper.heading(1, &t!("download-title"));
    paper.paragraph(&t!("download-made", day = say_date(record.now.today)));
    let taken = copy::say(record);
    paper.paragraph(&taken.unwrap_or_else(|| t!("held-what")));
    paper.heading(2, &t!("held-items"));
    paper.paragraph(&t!("held-count", count = record.items.len()));
    for kind in Kind::ALL.iter().copied() {
        let items: Vec<&Held> = record.items.iter().filter(|held| held.item.kind() == kind).collect();
        if !items.is_empty() {
            paper.heading(3, &say_choice("kind", kind));
            paper.list(items, |paper, held| item(paper, record, held));
        }
    }
    if !record.gone.is_empty() {
        paper.heading(2, &t!("download-gone"));
        paper.list(&record.gone, |paper, id| gone(paper, record, *id));
    }
    // A copy that a carer takes ends here.
    let finish = |paper: Paper| paper.finish(t!("download-title"), frame().reading.language, record.now.at);
    let Some(account) = &record.account else { return finish(paper) };
    also(&mut paper, account);
    paper.heading(2, &t!("held-looks"));
    paper.paragraph(&t!("held-looks-what"));
    if record.looks.is_empty() {
        paper.paragraph(&t!("held-looks-none"));
    } else {
        let head = ["when", "who", "why", "what", "outcome"].map(|column| t!(format!("look-{column}")));
        paper.table([0.27, 0.17, 0.2, 0.18, 0.18], head, record.looks.iter().rev().map(say_look));
    }
    finish(paper)
}

/// What is held beside what anyone wrote.
fn also(paper: &mut Paper, account: &Account) {
    paper.heading(2, &t!("held-also"));
    paper.heading(3, &t!("held-place"));
    for (what, said) in say_place(account).into_iter().chain(say_seals(account)) {
        paper.paragraph(&fact(what, said));
    }
    why(paper, PLACE);
    if !account.sign_ins.is_empty() {
        paper.heading(3, &t!("held-sign-ins"));
        paper.list(&account.sign_ins, |paper, sign_in| paper.paragraph(&say_sign_in(sign_in).join(" ")));
        why(paper, SIGN_IN);
    }
    if !account.waiting.is_empty() {
        paper.heading(3, &t!("held-waiting"));
        paper.list(&account.waiting, |paper, waiting| paper.paragraph(&say_waiting(waiting)));
        why(paper, WAITING);
    }
    if !account.to_send.is_empty() {
        paper.heading(3, &t!("held-to-send"));
        paper.list(&account.to_send, |paper, message| paper.paragraph(&say_to_send(message)));
        why(paper, TO_SEND);
    }
}

/// Who sees something, why it is held, on what basis, until when.
fn why(paper: &mut Paper, about: About) {
    paper.paragraph(&say_choice("seen", about.seen));
    paper.paragraph(&fact(t!("held-why"), say_choice("purpose", about.purpose)));
    paper.paragraph(&fact(t!("held-basis"), say_choice("basis", about.basis)));
    paper.paragraph(&fact(t!("held-until"), say_choice("retention", about.retention)));
}

fn item(paper: &mut Paper, record: &Record, held: &Held) {
    for line in say_item(&held.item, record.now) {
        paper.said(&line);
    }
    let about = about(held.item.kind());
    paper.paragraph(&t!("held-written-by", who = copy::writer(record, held.by), when = say_moment(held.at)));
    if record.taken.is_none() {
        paper.paragraph(&seen(&held.item));
    }
    paper.paragraph(&fact(t!("held-why"), say_choice("purpose", about.purpose)));
    paper.paragraph(&fact(t!("held-basis"), say_choice("basis", about.basis)));
    paper.paragraph(&fact(t!("held-until"), until(&held.item)));
    let earlier: Vec<&Kept> = record.earlier(held).collect();
    if !earlier.is_empty() {
        paper.leading_on(&t!("download-earlier"));
        paper.list(earlier, entry);
    }
}

fn gone(paper: &mut Paper, record: &Record, id: ItemId) {
    paper.leading_on(&say_choice("kind", id.kind()));
    paper.list(record.history(id).collect::<Vec<_>>(), entry);
}

/// One entry: what was done, by whom and when, and what it said.
fn entry(paper: &mut Paper, kept: &Kept) {
    let entry = shown(kept);
    paper.paragraph(&entry_what(&entry));
    for line in words(&entry, None, true).after {
        paper.paragraph(&line);
    }
    paper.paragraph(&t!("receipt-by-when", who = say_actor(kept.link.by), when = say_moment(kept.link.at)));
}

fn fact(what: String, said: String) -> String {
    t!("download-fact", what = what, said = said)
}

//! What is held beside what anyone wrote: the facts of a person's place, where they are signed in, and what locks it all.

use leptos::prelude::*;
use own_terms_domain::{
    account::{Account, SignIn, ToSend},
    catalogue::{PLACE, SIGN_IN, TO_SEND, WAITING},
    reading::Choice as _,
    ticket::Waiting,
};
use own_terms_receipt::hex::Hex;

use crate::{
    components::{Details, Link, SummaryList, SummaryRow},
    pages::words::{say_choice, say_moment},
    t,
};

/// A fact in words: what it is, and what it says.
pub type Fact = (String, String);

/// Since when someone's place is there, whose it is, and how much is in it.
pub fn say_place(account: &Account) -> Vec<Fact> {
    vec![
        (t!("held-place-made"), say_moment(account.made_at)),
        (t!("held-place-origin"), say_choice("origin", account.origin)),
        (t!("held-place-name"), account.claimant.0.to_string()),
    ]
}

/// How far someone's ledger and log go.
pub fn say_seals(account: &Account) -> Vec<Fact> {
    vec![
        (t!("held-place-items"), account.items.to_string()),
        (t!("held-place-entries"), account.entries.to_string()),
        (t!("held-place-head"), Hex(account.head).to_string()),
        (t!("held-place-anchored"), account.anchored.to_string()),
        (t!("held-place-looks"), account.looks.to_string()),
        (t!("held-place-look-head"), Hex(account.look_head).to_string()),
    ]
}

/// One session: when it began, when it was last used, what the log has of it, and whether it is this one.
pub fn say_sign_in(sign_in: &SignIn) -> Vec<String> {
    let mut said = vec![
        t!(
            "held-sign-in-how",
            by = say_choice("signed-in-by", sign_in.by),
            device = say_choice("device", sign_in.device)
        ),
        t!("held-sign-in", at = say_moment(sign_in.at), used = say_moment(sign_in.last_used)),
        t!("held-sign-in-lines", count = sign_in.lines()),
    ];
    said.extend(sign_in.shared.then(|| t!("held-sign-in-shared")));
    said.extend(sign_in.here.then(|| t!("held-sign-in-here")));
    said
}

/// An invitation or a link: since when it waits, and until when it opens.
pub fn say_waiting(waiting: &Waiting) -> String {
    let (made, until) = (say_moment(waiting.made_at), say_moment(waiting.until));
    t!(format!("held-waiting-{}", waiting.purpose.id()), made = made, until = until)
}

/// A message that waits to be sent: since when, until when it is left alone, and how often it was tried.
pub fn say_to_send(message: &ToSend) -> String {
    let (made, next) = (say_moment(message.made_at), say_moment(message.next_at));
    t!("held-to-send-one", made = made, next = next, tried = message.tried as usize)
}

/// All of it, with why it is held.
pub(super) fn also(account: &Account) -> AnyView {
    let rows = |facts: Vec<Fact>| facts.into_iter().map(|(what, said)| SummaryRow::new(what, said)).collect();
    let seals = view! { <SummaryList rows=rows(say_seals(account)) /> };
    let sign_ins = account.sign_ins.iter().map(|sign_in| view! { <li>{say_sign_in(sign_in).join(" ")}</li> });
    view! {
        <h2>{t!("held-also")}</h2>
        <ul class="stack">
            <li>{t!("held-also-changes")} " " {say_choice("basis", PLACE.basis)} " " <Link href="/receipts" label=t!("held-also-changes-link") /></li>
            <li>{t!("held-also-looks")} " " {say_choice("basis", PLACE.basis)}</li>
            <li>{t!("held-also-locks")}</li>
        </ul>
        <h3>{t!("held-place")}</h3>
        <p>{t!("held-place-what")} " " {say_choice("basis", PLACE.basis)} " " {t!("held-place-seen")}</p>
        <SummaryList rows=rows(say_place(account)) />
        <div class="codes"><Details summary=t!("held-place-seals")>{seals}</Details></div>
        <h3>{t!("held-sign-ins")}</h3>
        <p>{t!("held-sign-ins-what")} " " {say_choice("basis", SIGN_IN.basis)}</p>
        <ul class="stack">{sign_ins.collect_view()}</ul>
        <p><Link href="/settings/sessions" label=t!("sessions-title") /></p>
        {(!account.waiting.is_empty()).then(|| waiting(account))}
        {(!account.to_send.is_empty()).then(|| to_send(account))}
    }
    .into_any()
}

fn waiting(account: &Account) -> AnyView {
    let all = account.waiting.iter().map(|waiting| view! { <li>{say_waiting(waiting)}</li> });
    view! {
        <h3>{t!("held-waiting")}</h3>
        <p>{say_choice("retention", WAITING.retention)} " " {say_choice("basis", WAITING.basis)}</p>
        <ul class="stack">{all.collect_view()}</ul>
    }
    .into_any()
}

fn to_send(account: &Account) -> AnyView {
    let all = account.to_send.iter().map(|message| view! { <li>{say_to_send(message)}</li> });
    view! {
        <h3>{t!("held-to-send")}</h3>
        <p>{say_choice("retention", TO_SEND.retention)} " " {say_choice("basis", TO_SEND.basis)}</p>
        <ul class="stack">{all.collect_view()}</ul>
    }
    .into_any()
}

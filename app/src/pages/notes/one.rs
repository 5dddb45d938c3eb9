//! One agreement: what each would do, till when, the answers, changing it and leaving it.

use jiff::civil::Date;
use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    agreement::{Agreement, Answer, Side, Status},
    ids::AgreementId,
    item::{ItemId, Version},
    reading::Choice as _,
    state::State,
    time::Now,
};

use super::{
    address,
    words::{part, say_by, say_side, say_status, say_until},
};
use crate::{
    components::{Answers, Backlink, Button, Form, Link, OwnWords, SummaryList, SummaryRow},
    form::FormState,
    pages::{Page, words::say_actor, your_choice},
    t,
};

/// One agreement, as the page about it shows it.
pub struct One<'a> {
    /// Which.
    pub id: AgreementId,
    /// The version that stands.
    pub version: Version,
    /// What it says.
    pub agreement: &'a Agreement,
}

impl<'a> One<'a> {
    /// One of a person's agreements; none where there is no such one.
    pub fn of(state: &'a State, id: AgreementId) -> Option<Self> {
        let (agreement, version) = (state.agreement(id)?, state.version(ItemId::Agreement(id)));
        Some(Self { id, version, agreement })
    }
}

/// The page.
pub fn one<'a>(state: &'a State, one: One<'a>, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("notes-title", move || {
        let One { id, version, agreement } = one;
        let status = agreement.status(now.today);
        let stands = || view! { <p>{say_status(agreement, now.today)}</p> }.into_any();
        let theirs = agreement.by == Side::CaseWorker;
        let answers = (status.is_open() && theirs).then(|| answer(id, version, form));
        let back = (status.is_open() && !theirs).then(|| take_back(id));
        let agreed = (status == Status::Agreed).then(|| view! { {change(id)} {leave(id, agreement)} });
        view! {
            <Backlink href="/notes" />
            {form.problems(stands)}
            <h1>{t!("agreement-heading")}</h1>
            {your_choice()}
            <p id="do"><strong>{say_status(agreement, now.today)}</strong></p>
            <SummaryList rows=rows(agreement) />
            {replaces(state, agreement, now.today)}
            {answers}
            {back}
            {agreed}
        }
        .into_any()
    })
}

/// All that a yes is to.
fn rows(one: &Agreement) -> Vec<SummaryRow> {
    let of = |side: Side| {
        let words = part(one, side).map_or_else(|| t!("agreement-nothing"), ToString::to_string);
        SummaryRow::new(say_side(side), view! { <OwnWords text=words inline=true /> })
    };
    vec![
        of(Side::Person),
        of(Side::CaseWorker),
        SummaryRow::new(t!("agreement-until"), say_until(one)),
        SummaryRow::new(t!("agreement-with"), say_actor(Actor::CaseWorker(one.with))),
        SummaryRow::new(t!("agreement-by"), say_by(one)),
    ]
}

/// That it is to take another's place, and that the other stands until then.
fn replaces(state: &State, one: &Agreement, today: Date) -> Option<AnyView> {
    let id = one.draft.replaces?;
    state.agreement(id).filter(|before| before.status(today) == Status::Agreed)?;
    Some(
        view! { <p>{t!("agreement-replaces")} " " <Link href=address(id) label=t!("agreement-replaces-link") /></p> }
            .into_any(),
    )
}

/// Yes, no, not now and "I ask my doctor first": four equal buttons in that order, none chosen beforehand.
fn answer(id: AgreementId, version: Version, form: &FormState) -> AnyView {
    let answers = Answer::ALL.iter().copied().map(in_words).collect();
    let error = form.error("answer");
    view! {
        <h2>{t!("offers-answer")}</h2>
        <Form id="answers".to_owned() version=form.version(version) to=address(id)>
            <input type="hidden" name="which" value=id.to_string() />
            <Answers legend=t!("agreement-question") answers error />
            <p>{t!("agreement-answers-what")}</p>
            <p>{t!("agreement-yes-means")}</p>
        </Form>
    }
    .into_any()
}

/// What a button sends, and its words.
fn in_words(said: Answer) -> (&'static str, String) {
    let label = match said {
        Answer::Yes => t!("yes"),
        Answer::No => t!("no"),
        Answer::NotNow => t!("not-now"),
        Answer::AskDoctor => t!("sharing-ask-doctor"),
    };
    (said.id(), label)
}

/// Proposing no longer what they proposed themself.
fn take_back(id: AgreementId) -> AnyView {
    view! {
        <h2>{t!("agreement-take-back")}</h2>
        <p>{t!("agreement-take-back-what")}</p>
        {button(id, t!("agreement-take-back-now"))}
    }
    .into_any()
}

/// A change is another proposal.
fn change(id: AgreementId) -> AnyView {
    view! {
        <h2>{t!("agreement-change")}</h2>
        <p>{t!("agreement-change-what")} " " <Link href=format!("/notes/propose?instead={id}") label=t!("agreement-change-link") /></p>
    }
    .into_any()
}

/// What leaving does, and one press.
fn leave(id: AgreementId, one: &Agreement) -> AnyView {
    let who = say_actor(Actor::CaseWorker(one.with));
    view! {
        <h2>{t!("agreement-leave")}</h2>
        <p>{t!("agreement-leave-what", who = who)}</p>
        {button(id, t!("agreement-leave-now"))}
    }
    .into_any()
}

fn button(id: AgreementId, label: String) -> AnyView {
    view! {
        <Form class="actions" to=address(id) bare=true>
            <input type="hidden" name="which" value=id.to_string() />
            <Button label name="do".to_owned() value="leave".to_owned() />
        </Form>
    }
    .into_any()
}

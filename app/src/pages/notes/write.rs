//! Writing to the case worker, and proposing an agreement.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    agreement::{AgreementDraft, Status, latest_end},
    decide::may_contact,
    form::{Fields, Parse as _},
    ids::{AgreementId, RecordId, StaffId},
    state::State,
    text::OwnWords as Words,
    time::Now,
};

use crate::{
    components::{Backlink, Button, DateInput, ErrorMessage, Form, Kind as ButtonKind, Link, OwnWords, Textarea},
    form::FormState,
    islands::enhance,
    pages::{Page, words::say_actor, your_choice},
    t,
};

/// A new message: nothing is written.
pub fn fresh_message(id: RecordId) -> FormState {
    FormState::of(Fields::new().with("which", id.to_string()))
}

/// A new proposal: nothing is written; or the words of the one whose place it is to take.
pub fn fresh_proposal(state: &State, id: AgreementId, instead: Option<AgreementId>, now: Now) -> FormState {
    let before = instead.and_then(|id| Some((id, state.agreement(id)?)));
    let fields = match before.filter(|(_, one)| one.status(now.today) == Status::Agreed) {
        Some((id, one)) => AgreementDraft { replaces: Some(id), ..one.draft.clone() }.fields(),
        None => Fields::new(),
    };
    FormState::of(fields.with("which", id.to_string()))
}

/// To whom it goes, and that they can see it at once; or that there is nobody.
fn to_whom(state: &State, form: &FormState, now: Now) -> (bool, AnyView) {
    let Some(staff) = whom(state) else {
        let wrong = form.error("with").map(|error| view! { <p>{error}</p> });
        let nobody = view! {
            <p id="with" tabindex="-1">{t!("notes-nobody")} " " <Link href="/people/case-worker" label=t!("people-choose") /></p>
            {wrong}
        };
        return (false, nobody.into_any());
    };
    let who = say_actor(Actor::CaseWorker(staff));
    let silent = (!may_contact(state, now)).then(|| view! { <p>{t!("notes-silent", who = who.clone())}</p> });
    (true, view! { <p>{t!("notes-sees-at-once", who = who.clone())}</p> {silent} }.into_any())
}

/// With scripts only where there is a form for them to help with.
fn helped<'a>(state: &State, page: Page<'a>) -> Page<'a> {
    if whom(state).is_some() { page.with_islands() } else { page }
}

/// The case worker to whom it would go.
fn whom(state: &State) -> Option<StaffId> {
    state.chosen_case_worker().filter(|_| state.standing().is_on())
}

/// The page on which a message is written.
pub fn write<'a>(state: &'a State, form: &'a FormState, now: Now) -> Page<'a> {
    let page = Page::new("notes-write-title", move || {
        let (is_there, whom) = to_whom(state, form, now);
        let fields = is_there.then(|| {
            let which = form.value("which");
            let words = view! {
                <Textarea name="words" label=t!("notes-words") hint=t!("notes-words-hint") value=form.value("words")
                    error=form.error("words") max=Words::MAX />
            };
            view! {
                <Form id="message".to_owned()>
                    <input type="hidden" name="which" value=which />
                    {words}
                    {enhance("message")}
                    <Button label=t!("notes-send") kind=ButtonKind::Action />
                </Form>
            }
        });
        view! {
            <Backlink href="/notes" />
            {form.problems(|| ().into_any())}
            <h1>{t!("notes-write")}</h1>
            {your_choice()}
            {whom}
            <p>{t!("notes-stays")}</p>
            {fields}
        }
        .into_any()
    });
    helped(state, page)
}

/// The page on which an agreement is proposed.
pub fn propose<'a>(state: &'a State, form: &'a FormState, now: Now) -> Page<'a> {
    let page = Page::new("notes-propose-title", move || {
        let (is_there, whom) = to_whom(state, form, now);
        let replaced = form.value("replaces").parse().ok().and_then(|id| state.agreement(id));
        let replaced = replaced.map(|before| {
            let words = before.draft.person.as_ref().or(before.draft.case_worker.as_ref());
            let words = words.map(|words| view! { <OwnWords text=words.as_str() /> });
            view! { <p>{t!("agreement-instead")}</p> <div class="panel">{words}</div> }
        });
        view! {
            <Backlink href="/notes" />
            {form.problems(|| ().into_any())}
            <h1>{t!("notes-propose")}</h1>
            {your_choice()}
            <p>{t!("agreement-what")}</p>
            {whom}
            {replaced}
            {is_there.then(|| fields(form, now))}
        }
        .into_any()
    });
    helped(state, page)
}

fn fields(form: &FormState, now: Now) -> AnyView {
    let replaces = form.error("replaces");
    let replaces = replaces.map(|error| {
        view! { <div id="replaces" tabindex="-1"><ErrorMessage id="replaces-error".to_owned() text=Some(error) /></div> }
    });
    let fields = view! {
        <input type="hidden" name="which" value=form.value("which") />
        {replaces}
        <input type="hidden" name="replaces" value=form.value("replaces") />
        <Textarea name="person" label=t!("agreement-person") hint=t!("agreement-person-hint") value=form.value("person")
            error=form.error("person") max=Words::MAX rows=3 />
        <Textarea name="case_worker" label=t!("agreement-case-worker") hint=t!("agreement-case-worker-hint")
            value=form.value("case_worker") error=form.error("case_worker") max=Words::MAX rows=3 />
        <DateInput name="until" label=t!("agreement-until") hint=t!("agreement-until-hint") value=form.value("until")
            error=form.error("until") min=now.today.to_string() max=latest_end(now.today).to_string() />
    };
    view! {
        <Form id="agreement".to_owned()>
            {fields}
            {enhance("agreement")}
            <Button label=t!("agreement-propose") kind=ButtonKind::Action />
        </Form>
    }
    .into_any()
}

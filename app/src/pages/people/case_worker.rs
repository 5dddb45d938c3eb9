//! The case worker whom the person chose, or nobody, and choosing.

use leptos::prelude::*;
use own_terms_domain::{actor::Actor, directory::Known, form::Fields, item::Kind, staff::Staff, state::State};

use crate::pages::{
    Page,
    words::{say_about_staff, say_actor, say_choice, say_staff, say_trained, say_work_days},
    your_choice,
};
use crate::{
    components::{
        Backlink, Button, Form, Kind as ButtonKind, Link, Pick, Radios, SummaryList, SummaryRow, photo_by_itself,
    },
    form::FormState,
    frame::frame,
    i18n::say,
    t,
};

/// What the form sends for nobody.
pub const NOBODY: &str = "nobody";

/// Whom they chose, in a sentence.
pub fn say_chosen(state: &State) -> String {
    match state.chosen_case_worker() {
        Some(staff) => say_actor(Actor::CaseWorker(staff)),
        None => t!("people-none"),
    }
}

/// That whom they chose works here no more, and what that means: nothing else is changed by it. None otherwise.
pub fn gone(state: &State) -> Option<AnyView> {
    let frame = frame();
    if state.standing().is_stopped() {
        return None;
    }
    let Some(Known::Staff(staff)) = frame.names.of(Actor::CaseWorker(state.chosen_case_worker()?)) else { return None };
    staff.closed.then(|| {
        let name = staff.name.to_string();
        view! {
            <div class="panel stack">
                <p>{t!("people-gone", name = name)}</p>
                <p>{t!("people-gone-agreed")} " " <Link href="/people/case-worker" label=t!("people-choose") /></p>
            </div>
        }
        .into_any()
    })
}

/// The form as it is opened: nobody is chosen beforehand whom the person did not choose.
pub fn choice(state: &State) -> FormState {
    FormState::of(
        Fields::new().with("staff", state.chosen_case_worker().map(|staff| staff.to_string()).unwrap_or_default()),
    )
}

/// Whom they chose, and everyone whom they can choose.
pub fn case_worker<'a>(state: &'a State, staff: Vec<Staff>, form: &'a FormState) -> Page<'a> {
    Page::new("people-case-worker", move || {
        let stopped = state.standing().is_stopped().then(|| stopped(state));
        let who = view! {
            <Radios name="staff" legend=t!("people-question") error=form.error("staff") picks=picks(&staff, form) />
        };
        view! {
            <Backlink href="/people" />
            {form.problems(|| view! { <p>{say_chosen(state)}</p> }.into_any())}
            <h1>{t!("people-case-worker")}</h1>
            {your_choice()}
            {stopped}
            {gone(state)}
            {now(state, &staff)}
            <h2>{t!("people-choose")}</h2>
            <ul class="stack">
                <li>{t!("people-means-see")} " " <Link href="/held/seen" label=t!("seen-title") /></li>
                <li>{t!("people-means-nothing")} " " <Link href="/contact" label=t!("frame-contact") /></li>
                <li>{t!("people-means-change")}</li>
                <li>{t!("people-means-agreements")}</li>
            </ul>
            {left_out(&staff)}
            <Form version=form.version(state.version_of(Kind::CaseWorker))>
                {who}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
}

/// Of someone who has stopped: nobody can see or contact them; only who owes an answer sees what it is about.
pub(super) fn stopped(state: &State) -> AnyView {
    let owes = (!state.grants().answering.is_empty()).then(|| view! { <p>{t!("people-stopped-answer")}</p> });
    view! {
        <p>{t!("people-stopped")} " " <Link href="/stop" label=t!("frame-come-back") /></p>
        {owes}
    }
    .into_any()
}

/// That photos are left out, because the device asks for no more data than it takes, and the way to see them.
fn left_out(staff: &[Staff]) -> Option<AnyView> {
    let left_out = !frame().photos && staff.iter().any(|one| one.photo.is_some());
    left_out.then(|| {
        view! {
            <p>{t!("photos-left-out")} " " <Link href="/people/case-worker?photos=yes" label=t!("photos-show") /></p>
        }
        .into_any()
    })
}

/// The one who is chosen now.
fn now(state: &State, staff: &[Staff]) -> AnyView {
    let known = state.chosen_case_worker().and_then(|id| staff.iter().find(|staff| staff.id == id));
    let Some(known) = known else { return view! { <p>{say_chosen(state)}</p> }.into_any() };
    let rows = [
        ("people-name", known.name.to_string()),
        ("people-role", say_choice("staff-role", known.role)),
        ("people-organisation", known.organisation.name.to_string()),
        ("people-trained", say_trained(known)),
        ("people-days", say_work_days(known)),
        ("people-languages", known.languages.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("people-about", known.about.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    let said = rows.into_iter().filter(|(_, said)| !said.is_empty());
    let rows = said.map(|(name, said)| SummaryRow::new(say(name, None), said)).collect::<Vec<_>>();
    view! { {photo_by_itself(known)} <SummaryList rows /> }.into_any()
}

/// Everyone by name, and nobody: alike.
fn picks(staff: &[Staff], form: &FormState) -> Vec<Pick> {
    let one = |staff: &Staff| {
        let id = staff.id.to_string();
        let chosen = form.has("staff", &id);
        Pick::new(id, say_staff(staff)).hint(say_about_staff(staff)).photo(staff.photo).chosen(chosen)
    };
    let mut picks: Vec<Pick> = staff.iter().map(one).collect();
    let nobody = Pick::new(NOBODY, t!("people-nobody")).hint(t!("people-nobody-what"));
    picks.push(nobody.chosen(form.has("staff", NOBODY)));
    picks
}

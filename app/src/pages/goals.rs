//! Goals: the person's own words about any part of life, in their own order.

use leptos::prelude::*;
use own_terms_domain::{
    form::{Fields, Parse as _},
    goals::{Area, Audience, Direction, Goal, Stage},
    ids::GoalId,
    item::{Kind, Version},
    permission::Scope,
    reading::Choice,
    state::{ShownGoal, State},
    text::OwnWords as Words,
};

use super::{
    Page,
    parts::{picks, picks_or_none},
    words::say_choice,
    your_choice,
};
use crate::{
    components::{Backlink, Button, Details, Form, Kind as ButtonKind, Link, OwnWords, Radios, Tag, Textarea},
    form::FormState,
    frame::frame,
    islands::enhance,
    t,
};

/// How much of a goal names it in a button.
const NAME: usize = 60;

/// The goals as they stand, and those taken away.
pub fn goals<'a>(state: &'a State, form: &'a FormState) -> Page<'a> {
    Page::new("goals-title", move || {
        let goals = state.goals();
        let away = state.goals_taken_away();
        let order = state.version_of(Kind::GoalOrder);
        let last = goals.len().saturating_sub(1);
        let items = goals.iter().enumerate().map(|(at, goal)| one(*goal, order, at > 0, at < last)).collect_view();
        // One form round all of them, each button saying what it is about: a form a button was most of a long page.
        view! {
            {form.problems_with_buttons()}
            <h1>{t!("goals-title")}</h1>
            {your_choice()}
            {frame().is_own().then(|| view! { <p>{t!("goals-what")}</p> })}
            {if goals.is_empty() {
                view! { <p>{t!("goals-none")}</p> }.into_any()
            } else {
                view! { <Form class="stack" bare=true><ol class="goals stack">{items}</ol></Form> }.into_any()
            }}
            {frame().may(Scope::ChangeGoals).then(|| {
                view! { <p><Link href="/goals/add" label=t!("goals-add") kind=ButtonKind::Plain /></p> }
            })}
            {(!away.is_empty()).then(|| {
                let summary = t!("goals-taken-away", count = away.len());
                let away = away.iter().map(|goal| taken_away(*goal)).collect_view();
                view! { <Details summary><Form class="stack" bare=true><ul class="goals stack">{away}</ul></Form></Details> }
            })}
        }
        .into_any()
    })
}

/// A goal, and what can be done with it.
fn one(shown: ShownGoal<'_>, order: Version, can_go_up: bool, can_go_down: bool) -> AnyView {
    let ShownGoal { id, version, goal } = shown;
    let name = name(goal.draft.words.as_str());
    let moves = [(can_go_up, Direction::Up, "goals-move-up"), (can_go_down, Direction::Down, "goals-move-down")];
    let moves: Vec<AnyView> = moves
        .into_iter()
        .filter(|(can, ..)| *can)
        .map(|(_, way, label)| button(t!(label), &name, way.id(), id, order))
        .collect();
    let actions = frame().may(Scope::ChangeGoals).then(|| {
        view! {
            <div class="actions">
                <Link href=format!("/goals/change?goal={id}") label=t!("change") about=name.clone() kind=ButtonKind::Plain />
                {moves}
                {button(t!("goals-take-away"), &name, "take-away", id, version)}
            </div>
        }
    });
    let seen =
        frame().is_own().then(|| view! { <p class="hint">{say_choice("audience-said", goal.draft.audience)}</p> });
    view! {
        <li class="goal">
            <OwnWords text=goal.draft.words.as_str() />
            <p class="tags">
                <Tag label=say_choice("stage", goal.stage) />
                {goal.draft.area.map(|area| view! { <Tag label=say_choice("area", area) /> })}
            </p>
            {seen}
            {actions}
        </li>
    }
    .into_any()
}

fn taken_away(shown: ShownGoal<'_>) -> AnyView {
    let ShownGoal { id, version, goal } = shown;
    let words = goal.draft.words.as_str();
    view! {
        <li class="goal">
            <OwnWords text=words />
            <div class="actions">{button(t!("goals-bring-back"), &name(words), "bring-back", id, version)}</div>
        </li>
    }
    .into_any()
}

/// A button that does something with a goal: what, with which, and the version of what it changes that was seen.
fn button(label: String, about: &str, what: &str, id: GoalId, version: Version) -> AnyView {
    let value = format!("{what} {id} {version}");
    view! { <Button label about=about.to_owned() name="do".to_owned() value /> }.into_any()
}

/// The beginning of a goal, to name it in a button.
fn name(words: &str) -> String {
    let mut name: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = name.char_indices().nth(NAME) {
        name.truncate(at);
        name.push('…');
    }
    name
}

/// The form for a new goal. Its id is made with the form, so that a form sent twice adds one goal.
///
/// `saved` is the goal that the form has made already, where it was sent again with other words.
pub fn add<'a>(form: &'a FormState, saved: Option<ShownGoal<'a>>) -> Page<'a> {
    Page::new("goals-add", move || {
        let (id, fields) = (form.value("goal"), draft_fields(form));
        view! {
            <Backlink href="/goals" />
            {form.problems(|| {
                let saved = saved.map(|saved| saved.goal.draft.words.to_string());
                saved.map(|text| view! { <OwnWords text /> }).into_any()
            })}
            <h1>{t!("goals-add")}</h1>
            {your_choice()}
            <p>{t!("goals-add-what")}</p>
            <Form id="goal".to_owned()>
                <input type="hidden" name="goal" value=id />
                {fields}
                {enhance("goal")}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
    .with_islands()
}

/// The forms that change a goal: what it says, and where the person is with it.
pub fn change<'a>(shown: ShownGoal<'a>, form: &'a FormState) -> Page<'a> {
    Page::new("goals-change", move || {
        let ShownGoal { id, version, goal } = shown;
        let version = form.version(version);
        let fields = draft_fields(form);
        let stages = view! {
            <Radios name="stage" legend=t!("goals-stage") hint=t!("goals-stage-hint") error=form.error("stage")
                picks=picks(Stage::ALL, form, "stage", "stage") />
        };
        view! {
            <Backlink href="/goals" />
            {form.problems(|| view! { <OwnWords text=goal.draft.words.as_str() /> <p>{say_choice("stage", goal.stage)}</p> }.into_any())}
            <h1>{t!("goals-change")}</h1>
            {your_choice()}
            <Form id="goal".to_owned() version=version.clone() to=format!("/goals/change?goal={id}")>
                <input type="hidden" name="goal" value=id.to_string() />
                {fields}
                {enhance("goal")}
                <Button label=t!("save") kind=ButtonKind::Action name="do".to_owned() value="change".to_owned() />
            </Form>
            <hr />
            <Form version=version to=format!("/goals/change?goal={id}")>
                <input type="hidden" name="goal" value=id.to_string() />
                {stages}
                <Button label=t!("save") about=t!("goals-stage-about") name="do".to_owned() value="mark".to_owned() />
            </Form>
        }
        .into_any()
    })
    .with_islands()
}

/// The fields of what a goal says.
fn draft_fields(form: &FormState) -> impl IntoView + use<> {
    // Who sees it stays as it is when somebody else changes it; what they add is shown to carers.
    let audience = if frame().is_own() {
        view! {
            <Radios name="audience" legend=t!("goals-audience") hint=t!("goals-audience-hint") error=form.error("audience")
                picks=picks(Audience::ALL, form, "audience", "audience") />
        }
        .into_any()
    } else {
        view! { <input type="hidden" name="audience" value=Audience::Carers.id() /> <p>{t!("goals-audience-carer")}</p> }.into_any()
    };
    view! {
        <Textarea name="words" label=t!("goals-words") hint=t!("goals-words-hint") value=form.value("words")
            error=form.error("words") max=Words::MAX />
        <Radios name="area" legend=t!("goals-area") hint=t!("goals-area-hint") error=form.error("area") picks=picks_or_none(Area::ALL, form, "area", "area") />
        {audience}
    }
}

/// The fields of a new goal: nobody else sees it unless the person says so.
pub fn fresh(id: String) -> FormState {
    let fields = Fields::new().with("goal", id).with("audience", Audience::OnlyMe.id());
    FormState::of(fields)
}

/// The fields of a goal that is to be changed.
pub fn filled(goal: &Goal) -> FormState {
    FormState::of(goal.draft.fields().with("stage", goal.stage.id()))
}

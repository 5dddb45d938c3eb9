//! Goals: add, change, mark, move, take away, get back.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::{
    form::{FormState, Notice},
    pages,
};
use own_terms_domain::{
    decide::Command,
    form::Fields,
    goals::{Direction, GoalDraft, Stage},
    ids::GoalId,
    item::{Kind, Version},
    look::Subject,
    needs::Needs,
    reading::Choice as _,
};

use crate::{
    store::Want,
    web::{
        failure::Failure,
        sending::Outcome,
        typed::{Typed, decode},
        visit::{Answer, Visit},
    },
};

/// Goals stand in an order of their own, and there are only so many.
fn all_goals() -> Needs {
    Needs::the_few().and_all(Kind::Goal)
}

/// The goals.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.needing(all_goals()).person(Subject::Goals, Want::Items).await?;
    Ok(person.page(pages::goals::goals(person.state(), &FormState::default())))
}

/// A button beside a goal.
pub async fn act(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(all_goals()).person_sending(Subject::Goals, fields).await?;
    let (id, on) = (goal_id(&fields)?, Version::parse(fields.get("version")));
    let (command, done) = match fields.get("do") {
        "take-away" => (Command::TakeAwayGoal { id, on }, "goal-taken-away"),
        "bring-back" => (Command::BringBackGoal { id, on }, "goal-brought-back"),
        way => {
            let direction = Direction::parse(way).map_err(|_| Failure::Unreadable)?;
            (Command::MoveGoal { id, on, direction }, "goal-moved")
        }
    };
    let outcome = person.submit(command).await?;
    person.after(outcome, "/goals", done, fields, |person, form| pages::goals::goals(person.state(), form)).await
}

/// The form for a new goal.
pub async fn show_add(visit: Visit) -> Answer {
    let person = visit.person(Subject::Goals, Want::Items).await?;
    let id = GoalId(person.visit.app.entropy.id());
    Ok(person.page(pages::goals::add(&pages::goals::fresh(id.to_string()), None)))
}

/// A new goal.
pub async fn add(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(all_goals()).person_sending(Subject::Goals, fields).await?;
    let id = goal_id(&fields)?;
    let outcome = person.submit_form(&fields, |_, draft: GoalDraft| Command::AddGoal { id, draft }).await?;
    // The form has made its goal already, and came again with other words: a new id lets them be kept as another goal.
    let fields = match outcome {
        Outcome::Again(_, Some(Notice::Changed(_))) => {
            fields.put("goal", person.visit.app.entropy.id().simple().to_string())
        }
        _ => fields,
    };
    person
        .after(outcome, "/goals", "goal-added", fields, |person, form| pages::goals::add(form, person.state().goal(id)))
        .await
}

/// The forms that change a goal.
pub async fn show_change(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let person = visit.needing(all_goals()).person(Subject::Goals, Want::Items).await?;
    let query = decode(query.unwrap_or_default().as_bytes());
    if query.get("goal").is_empty() {
        return Ok(Redirect::to("/goals").into_response());
    }
    let id = goal_id(&query)?;
    let shown = person.state().goal(id).ok_or(Failure::NotFound)?;
    Ok(person.page(pages::goals::change(shown, &pages::goals::filled(shown.goal))))
}

/// A change to a goal: what it says, or where the person is with it.
pub async fn change(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(all_goals()).person_sending(Subject::Goals, fields).await?;
    let id = goal_id(&fields)?;
    let shown = person.state().goal(id).ok_or(Failure::NotFound)?;
    let held = pages::goals::filled(shown.goal).fields;
    let (outcome, done) = if fields.get("do") == "mark" {
        let on = Version::parse(fields.get("version"));
        let outcome = match Stage::parse(fields.get("stage")) {
            Ok(stage) => person.submit(Command::MarkGoal { id, on, stage }).await?,
            Err(kind) => Outcome::wrong("stage", kind),
        };
        (outcome, "goal-marked")
    } else {
        let change = |on, draft: GoalDraft| Command::ChangeGoal { id, on, draft };
        (person.submit_form(&fields, change).await?, "goal-changed")
    };
    // Each of the two forms on the page sends only its own fields: the other's are filled from what is held.
    let fields = with_missing(fields, &held);
    person
        .after(outcome, "/goals", done, fields, move |person, form| match person.state().goal(id) {
            Some(shown) => pages::goals::change(shown, form),
            None => pages::goals::goals(person.state(), form),
        })
        .await
}

fn with_missing(fields: Fields, held: &Fields) -> Fields {
    let missing = held.iter().filter(|(name, _)| !fields.iter().any(|(sent, _)| sent == *name));
    missing.fold(fields.clone(), |fields, (name, value)| fields.with(name, value))
}

fn goal_id(fields: &Fields) -> Result<GoalId, Failure> {
    fields.get("goal").parse().map_err(|_| Failure::NotFound)
}

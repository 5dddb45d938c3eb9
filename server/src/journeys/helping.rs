//! Helping somebody: whom a carer helps, coming with a code, saying yes or no, and choosing for whom to act.

use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::{
    form::FormState,
    pages::{self, helping::Helped},
};
use own_terms_domain::{
    actor::Actor,
    carer::Status,
    decide::Command,
    form::{ErrorKind, Fields},
    ids::{CarerId, ClaimantId, DelegationId},
    item::{ItemId, Version},
    look::Subject,
    spoken::SpokenCode,
};

use super::anew::place_of;
use crate::{
    store::{Opening, Purpose, StoreError, TicketCode, Want},
    web::{
        acting, came_with,
        failure::Failure,
        reply::put_cookie,
        sending::Outcome,
        typed::{Typed, decode},
        visit::{Answer, Person, Visit},
    },
};

/// Everyone whom the carer helps, or is asked to.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::AtAGlance, Want::Items).await?;
    let helped = helped(&person).await?;
    Ok(person.page(pages::helping::helping(alone(helped), &FormState::default(), person.visit.now)))
}

/// Those whom someone helps as a carer, each as their place shows it to them: what has ended shows nothing.
async fn helped(person: &Person) -> Result<Vec<(ClaimantId, Helped)>, Failure> {
    let (store, carer) = (&person.visit.app.store, CarerId(person.claimant.0));
    let mut all = Vec::new();
    // One whose day has passed is not asked: nobody tried to look.
    for (whom, id) in store.helped_by(carer, person.visit.now.today).await? {
        let item = ItemId::Carer(id);
        let view = match store.view(person.visit.ask(whom, Actor::Carer(carer), Subject::Helping)).await {
            Ok(view) => view,
            Err(StoreError::NotThere) => continue,
            Err(other) => return Err(other.into()),
        };
        let name = view.state.name();
        let version = view.state.version(item);
        let Some(delegation) = view.state.delegation(id).cloned() else { continue };
        all.push((whom, Helped { name, id, version, delegation }));
    }
    Ok(all)
}

/// A button on that page.
pub async fn act(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    if fields.get("do") == "stop" && person.held_back.is_none() {
        let mut response = person.visit.go("/helping", Some("helping-stopped"));
        put_cookie(&mut response, acting::choose_nobody(&person.visit.app));
        return Ok(response);
    }
    let helped = helped(&person).await?;
    let id: Option<DelegationId> = fields.get("who").parse().ok();
    let one = helped.iter().find(|(_, one)| Some(one.id) == id);
    let (outcome, done) = match (fields.get("do"), one) {
        // Shown again, with why.
        _ if person.held_back.is_some() => (Outcome::Done, ""),
        ("act", Some((whom, one))) => return act_for(&person, *whom, one),
        ("yes", Some((whom, one))) => {
            let accept = Command::AcceptInvitation { id: one.id, on: Version::parse(fields.get("version")) };
            (submit(&person, *whom, accept).await?, "helping-begun")
        }
        ("no", Some((whom, one))) => (submit(&person, *whom, Command::StepDown { id: one.id }).await?, "helping-over"),
        ("act" | "yes" | "no", None) => return Err(Failure::NotFound),
        _ => return Err(Failure::Unreadable),
    };
    person
        .after(outcome, "/helping", done, fields, move |person, form| {
            pages::helping::helping(alone(helped), form, person.visit.now)
        })
        .await
}

/// What the page shows of each: nothing by which someone could be found.
fn alone(helped: Vec<(ClaimantId, Helped)>) -> Vec<Helped> {
    helped.into_iter().map(|(_, helped)| helped).collect()
}

/// From here on this session acts for someone.
fn act_for(person: &Person, whom: ClaimantId, one: &Helped) -> Answer {
    let token = person.visit.token_hash().ok_or(Failure::SignedOut)?;
    if one.delegation.status(person.visit.now.today) != Status::Live {
        return Err(Failure::NotFound);
    }
    let mut response = person.visit.go("/home", None);
    put_cookie(&mut response, acting::choose(&person.visit.app, person.claimant, &token, whom));
    Ok(response)
}

/// Has the carer themself say something about what they were asked.
async fn submit(person: &Person, whom: ClaimantId, command: Command) -> Result<Outcome, Failure> {
    person.submit_as(Actor::Carer(CarerId(person.claimant.0)), whom, command).await
}

/// The form for a code; a link fills it in.
pub async fn show_accept(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let query = decode(query.unwrap_or_default().as_bytes());
    let linked = SpokenCode::parse(query.get("code")).ok();
    if let (false, Some(code)) = (visit.is_signed_in(), &linked) {
        // Perhaps they have no place here yet.
        return Ok(Redirect::to(&format!("/sign-in/invitation?code={code}&for=helping")).into_response());
    }
    let code = linked.or(visit.came_with.clone()).map_or_else(|| query.get("code").to_owned(), |code| code.to_string());
    let person = visit.person(Subject::AtAGlance, Want::Items).await?;
    let form = FormState::of(Fields::new().with("code", code));
    Ok(person.page(pages::helping::accept(&form)))
}

/// Comes with a code. Whatever does not open is answered alike.
pub async fn accept(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    let outcome = match SpokenCode::parse(fields.get("code")) {
        Err(kind) => Outcome::wrong("code", kind),
        Ok(_) if person.held_back.is_some() => Outcome::Done,
        Ok(code) => come_with(&person, &code).await?,
    };
    let app = person.visit.app.clone();
    let mut answer =
        person.after(outcome, "/helping", "helping-asked", fields, |_, form| pages::helping::accept(form)).await?;
    if answer.status() == StatusCode::SEE_OTHER {
        put_cookie(&mut answer, came_with::forget(&app));
    }
    Ok(answer)
}

async fn come_with(person: &Person, spoken: &SpokenCode) -> Result<Outcome, Failure> {
    let (store, at) = (&person.visit.app.store, person.visit.now.at);
    let code = &TicketCode::from(spoken);
    let nothing = Outcome::wrong("code", ErrorKind::OpensNothing);
    // Looked at first: it is used up once they have come with it, and not by something that goes wrong on the way.
    let Some(ticket) = store.open_ticket(Purpose::Carer, code, Opening::Look, at).await? else { return Ok(nothing) };
    let id = String::from_utf8(ticket.content).ok().and_then(|id| id.parse().ok());
    let (Some(whom), Some(id)) = (ticket.claimant, id) else { return Err(Failure::Broken) };
    // Before they signed in, they may have looked who asks.
    let instead = Some(CarerId(place_of(&person.visit.app, spoken).0));
    match submit(person, whom, Command::OpenInvitation { id, instead }).await {
        Err(Failure::NotFound) => Ok(nothing),
        Ok(Outcome::Done) => {
            store.open_ticket(Purpose::Carer, code, Opening::Use, at).await?;
            Ok(Outcome::Done)
        }
        other => other,
    }
}

//! Carers: asking somebody, changing what they may do, checking it alone, and ending it.

use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use jiff::SignedDuration;
use own_terms_app::{
    form::FormState,
    pages::{
        self,
        carers::{Code, One},
    },
};
use own_terms_domain::{
    carer::CarerDraft,
    decide::Command,
    form::Fields,
    ids::DelegationId,
    item::{ItemId, Version},
    look::{Look, Subject},
};

use super::{held::signed_in, receipts::shown};
use crate::{
    store::{Purpose, Ticket, Want, Which, put_spoken},
    web::{
        failure::Failure,
        reply::page,
        typed::{Typed, decode},
        visit::{Answer, Person, Visit},
    },
};

/// How long a code can be used.
const WHILE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How many wrong tries a code takes.
const TRIES: u8 = 5;

/// Who can act for the person.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::Helping, Want::Items).await?;
    Ok(person.page(pages::carers::carers(person.state(), person.visit.now)))
}

/// The form that asks somebody.
pub async fn show_invite(visit: Visit) -> Answer {
    let person = visit.person(Subject::Helping, Want::Items).await?;
    let form = pages::carers::fresh(DelegationId(person.visit.app.entropy.id()), person.visit.now);
    Ok(person.page(pages::carers::invite(&form, person.visit.now)))
}

/// Asks somebody: on the page that follows a code is made to give to them.
pub async fn invite(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Helping, fields).await?;
    let id = who(&fields)?;
    let outcome = person.submit_form(&fields, |_, draft: CarerDraft| Command::InviteCarer { id, draft }).await?;
    let to = format!("/carers/one?who={id}");
    person
        .after(outcome, &to, "carer-asked", fields, |person, form| pages::carers::invite(form, person.visit.now))
        .await
}

/// One carer.
pub async fn show_one(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("who").is_empty() {
        return Ok(Redirect::to("/carers").into_response());
    }
    answer(visit, who(&query)?, None, &FormState::default()).await
}

/// A button or form on the page of one carer.
pub async fn act(visit: Visit, RawQuery(query): RawQuery, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Helping, fields).await?;
    let named =
        if fields.get("who").is_empty() { decode(query.unwrap_or_default().as_bytes()) } else { fields.clone() };
    let id = who(&named)?;
    let on = Version::parse(fields.get("version"));
    let (outcome, done) = match fields.get("do") {
        "end" => (person.submit(Command::EndCarer { id }).await?, "carer-ended"),
        "check" => {
            let signed_in = person.visit.signed_in.ok_or(Failure::SignedOut)?.at;
            (person.submit(Command::CheckCarer { id, on, signed_in }).await?, "carer-checked")
        }
        "code" if person.held_back.is_none() => return with_code(person, id).await,
        "change" => {
            let change = |on, draft: CarerDraft| Command::ChangeCarer { id, on, draft };
            (person.submit_form(&fields, change).await?, "carer-changed")
        }
        _ => return Err(Failure::Unreadable),
    };
    let to = format!("/carers/one?who={id}");
    person
        .after(outcome, &to, done, fields, move |person, form| match one_of(person, id) {
            Some(one) => pages::carers::one(one, form, person.visit.now),
            None => pages::carers::carers(person.state(), person.visit.now),
        })
        .await
}

/// One carer as they stand, without what they did.
fn one_of(person: &Person, id: DelegationId) -> Option<One<'_>> {
    let (state, delegation) = (person.state(), person.state().delegation(id)?);
    let version = state.version(ItemId::Carer(id));
    Some(One { id, version, delegation, did: Vec::new(), looked: Vec::new(), code: None })
}

/// Makes a code, and shows it once.
async fn with_code(person: Person, id: DelegationId) -> Answer {
    let (visit, whose) = (person.visit, person.claimant);
    let until = visit.now.at + WHILE;
    let spoken = put_spoken(&*visit.app.store, &visit.app.entropy, |code| Ticket {
        purpose: Purpose::Carer,
        code,
        claimant: Some(whose),
        made_at: visit.now.at,
        until,
        tries: TRIES,
        content: id.to_string().into_bytes(),
    });
    let spoken = spoken.await?;
    let link = visit.app.settings.origin.as_ref().map(|origin| format!("{origin}/helping/accept?code={spoken}"));
    let code = Code { spoken: spoken.to_string(), link, until };
    answer(visit, id, Some(code), &FormState::default()).await
}

/// The page of one carer, with what they did and looked at lately.
async fn answer(visit: Visit, id: DelegationId, code: Option<Code>, form: &FormState) -> Answer {
    let looks = visit.clone().person(Subject::Helping, Want::Looks { before: None }).await?.view.looks;
    let person = visit.person(Subject::Helping, Want::Entries(Which::Before(None))).await?;
    let mut one = one_of(&person, id).ok_or(Failure::NotFound)?;
    let by = pages::carers::actor(one.delegation);
    one.did = person.view.entries.iter().filter(|kept| Some(kept.link.by) == by).map(shown).collect();
    let looked: Vec<&Look> = looks.iter().filter(|look| Some(look.by) == by).collect();
    one.looked = looked;
    one.code = code;
    let content = pages::carers::one(one, form, person.visit.now);
    Ok(page(&person.visit, person.frame(), StatusCode::OK, content))
}

fn who(fields: &Fields) -> Result<DelegationId, Failure> {
    fields.get("who").parse().map_err(|_| Failure::NotFound)
}

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
        carers::{Code, Did, One, Undo},
        said::say_item,
    },
    speaking::speaking,
};
use own_terms_domain::{
    carer::CarerDraft,
    decide::{Command, decide},
    form::Fields,
    ids::DelegationId,
    item::{Item, ItemId, Kind, Version},
    look::Subject,
    needs::Needs,
    permission::is_changed_by_carers,
};

use super::{
    held::{before, signed_in},
    receipts::shown,
};
use crate::{
    store::{ENTRIES_SHOWN, Kept, LOOKS_SHOWN, Purpose, Ticket, Want, Which, put_spoken},
    web::{
        failure::Failure,
        reply::{page, status_of},
        sending::Outcome,
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
    answer(visit, who(&query)?, Since::of(&query), None, &FormState::default()).await
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
        "put-back" => (put_back(&person, id, on, &fields).await?, "carer-put-back"),
        _ => return Err(Failure::Unreadable),
    };
    let to = format!("/carers/one?who={id}");
    if let (None, Outcome::Done) = (person.held_back, &outcome) {
        return Ok(person.visit.go(&to, Some(done)));
    }
    if person.state().delegation(id).is_none() {
        return person
            .after(outcome, &to, done, fields, |person, _| pages::carers::carers(person.state(), person.visit.now))
            .await;
    }
    let (errors, notice) = match (person.held_back, outcome) {
        (None, Outcome::Again(errors, notice)) => (errors, notice),
        (held_back, _) => (Vec::new(), held_back),
    };
    // Again with what they did, and what stands now of it.
    answer(person.visit, id, Since::default(), None, &FormState { fields, errors, notice }).await
}

/// Puts back what this carer changed, as it was before that.
async fn put_back(person: &Person, id: DelegationId, on: Version, fields: &Fields) -> Result<Outcome, Failure> {
    let number = fields.get("number").parse().map_err(|_| Failure::NotFound)?;
    let (kept, earlier) = with_before(&person.visit, number).await?.ok_or(Failure::NotFound)?;
    let by = person.state().delegation(id).and_then(pages::carers::actor);
    if by != Some(kept.link.by) {
        return Err(Failure::NotFound);
    }
    let was = before_it(&kept, earlier.as_ref()).map_err(|_| Failure::NotFound)?;
    person.submit(Command::PutBack { item: kept.link.item, on, was }).await
}

/// An entry, and the one before it about the same.
async fn with_before(visit: &Visit, number: u32) -> Result<Option<(Kept, Option<Kept>)>, Failure> {
    let visit = visit.clone().needing(Needs::the_few());
    let entries = visit.person(Subject::Helping, Want::Entries(Which::One(number))).await?.view.entries;
    let mut entries = entries.into_iter();
    Ok(entries.next().map(|kept| (kept, entries.next())))
}

/// What it cannot be put back to: nobody can read it any more.
struct IsErased;

/// What something said before an entry; nothing where that was the first about it, or took it away.
fn before_it(kept: &Kept, before: Option<&Kept>) -> Result<Option<Item>, IsErased> {
    match before {
        _ if kept.content.is_none() => Err(IsErased),
        None => Ok(None),
        Some(before) => before.content.as_ref().map(|opened| opened.item.clone()).ok_or(IsErased),
    }
}

/// What the carer did, and whether it can be put back: the rule itself is asked.
async fn what_was_done(person: &Person, kept: &Kept) -> Result<Did, Failure> {
    let (item, state, now) = (kept.link.item, person.state(), person.visit.now);
    let held = if is_changed_by_carers(item.kind()) { state.get(item) } else { None };
    let says = speaking(person.frame(), || held.map(|held| say_item(&held.item, now)).unwrap_or_default());
    let done = |undo| Ok(Did { entry: shown(kept), now: says, undo });
    if !is_changed_by_carers(item.kind()) {
        return done(Undo::Never);
    }
    let Some((_, before)) = with_before(&person.visit, kept.link.number).await? else { return done(Undo::Never) };
    let Ok(was) = before_it(kept, before.as_ref()) else { return done(Undo::Erased) };
    let (on, first) = (state.version(item), was.is_none());
    match decide(state, person.actor, Command::PutBack { item, on, was }, now) {
        Ok(entries) if entries.is_empty() => done(Undo::Stands),
        Ok(_) => done(Undo::To(before.as_ref().filter(|_| !first).map(shown).map(Box::new), on)),
        Err(_) => done(Undo::Never),
    }
}

/// One carer as they stand, without what they did.
fn one_of(person: &Person, id: DelegationId) -> Option<One<'_>> {
    let (state, delegation) = (person.state(), person.state().delegation(id)?);
    let version = state.version(ItemId::Carer(id));
    Some(One { id, version, delegation, did: Vec::new(), looked: Vec::new(), earlier: [None; 2], code: None })
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
    answer(visit, id, Since::default(), Some(code), &FormState::default()).await
}

/// From where on what a carer did and looked at is listed, backwards; from the latest where nothing is said.
#[derive(Default)]
struct Since {
    did: Option<u32>,
    looked: Option<u32>,
}

impl Since {
    fn of(query: &Fields) -> Self {
        Self { did: before(query), looked: query.get("looks").parse().ok() }
    }
}

/// The page of one carer, with a page of what they did and looked at.
async fn answer(visit: Visit, id: DelegationId, since: Since, code: Option<Code>, form: &FormState) -> Answer {
    let visit = visit.needing(Needs::the_few().and_all(Kind::Goal));
    let person = visit.person(Subject::Helping, Want::Items).await?;
    let mut one = one_of(&person, id).ok_or(Failure::NotFound)?;
    // As long as nobody came with the code, nobody did anything.
    if let Some(by) = pages::carers::actor(one.delegation) {
        let few = person.visit.clone().needing(Needs::the_few());
        let did = few.clone().person(Subject::Helping, Want::Entries(Which::By(by, since.did))).await?.view.entries;
        for kept in &did {
            one.did.push(what_was_done(&person, kept).await?);
        }
        let looks = Want::Looks { by: Some(by), before: since.looked };
        one.looked = few.person(Subject::Helping, looks).await?.view.looks;
        let is_whole = [did.len() == ENTRIES_SHOWN, one.looked.len() == LOOKS_SHOWN];
        let last = [did.last().map(|kept| kept.link.number), one.looked.last().map(|look| look.number)];
        one.earlier = [last[0].filter(|_| is_whole[0]), last[1].filter(|_| is_whole[1])];
    }
    one.code = code;
    let content = pages::carers::one(one, form, person.visit.now);
    let fresh = form.notice.is_none() && form.errors.is_empty();
    let (status, content) =
        if fresh { (StatusCode::OK, content) } else { (status_of(form.notice), content.with_errors()) };
    Ok(page(&person.visit, person.frame(), status, content))
}

fn who(fields: &Fields) -> Result<DelegationId, Failure> {
    fields.get("who").parse().map_err(|_| Failure::NotFound)
}

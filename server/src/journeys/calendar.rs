//! The person's own calendar: the page of its address, and what a calendar is given that comes with it.

use axum::{
    body::Body,
    extract::{Path, State},
    http::{StatusCode, header},
    response::IntoResponse as _,
};
use own_terms_app::{
    form::FormState,
    frame::Frame,
    pages::{
        appointments::{Feed, calendar},
        held::download::FileKind,
    },
    speaking::speaking,
};
use own_terms_domain::{
    actor::Actor,
    calendar_feed::CalendarFeed,
    decide::Command,
    form::Fields,
    ids::FeedId,
    item::{ItemId, Kind},
    look::{Reason, Subject},
    needs::Needs,
    reading::Reading,
    sign_in::FoundBy,
};
use own_terms_receipt::hex;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    app::App,
    export,
    store::{Ask, StoreError, Want},
    web::{
        failure::Failure,
        reply::page,
        sending::Outcome,
        typed::Typed,
        visit::{Answer, Person, Visit},
    },
};

/// What only the address says: 128 random bits, so that nobody guesses one.
type Code = [u8; 16];

/// The number of an address. Nothing leads from it back to the code, so what is held and what stands in logs opens nothing.
fn number(code: &Code) -> FeedId {
    let hash = Sha256::new().chain_update("own-terms calendar feed 1\0").chain_update(code).finalize();
    let mut number = [0; 16];
    number.copy_from_slice(&hash[..16]);
    FeedId(Uuid::from_bytes(number))
}

/// The page of the address.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::Appointments, Want::Items).await?;
    shown(person, None).await
}

/// Makes an address and tells it once, or ends it.
pub async fn act(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Appointments, fields).await?;
    match fields.get("do") {
        "end" => {
            let outcome = person.submit(Command::EndCalendarFeed).await?;
            return again(person, outcome, "calendar-ended").await;
        }
        "make" => {}
        // A new address closes the one before it, so nothing but its button makes one.
        _ => return Err(Failure::Unreadable),
    }
    let code: Code = person.visit.app.entropy.bytes();
    let feed = CalendarFeed { id: number(&code), language: person.visit.reading.language };
    match person.submit(Command::MakeCalendarFeed { feed }).await? {
        Outcome::Done => {
            let origin = person.visit.app.settings.origin.clone().unwrap_or_default();
            let person = person.visit.person(Subject::Appointments, Want::Items).await?;
            shown(person, Some(format!("{origin}/calendar/{}.ics", hex::digits(&code)))).await
        }
        outcome @ Outcome::Again(..) => again(person, outcome, "").await,
    }
}

/// The page once more, after a button.
async fn again(person: Person, outcome: Outcome, done: &'static str) -> Answer {
    let feed = stands(&person, None).await?;
    person.after(outcome, "/appointments/calendar", done, Fields::new(), move |_, form| calendar(feed, form)).await
}

async fn shown(person: Person, address: Option<String>) -> Answer {
    let feed = stands(&person, address).await?;
    Ok(page(&person.visit, person.frame(), StatusCode::OK, calendar(feed, &FormState::default())))
}

/// The address that stands, and when it was last asked with.
async fn stands(person: &Person, address: Option<String>) -> Result<Option<Feed>, Failure> {
    let Some(feed) = person.state().calendar_feed() else { return Ok(None) };
    let Some(held) = person.state().get(ItemId::The(Kind::CalendarFeed)) else { return Ok(None) };
    let looks = Want::Looks { by: Some(Actor::Calendar(feed.id)), before: None };
    let looks = person.visit.clone().person(Subject::Appointments, looks).await?.view.looks;
    Ok(Some(Feed { made: held.at, asked: looks.first().map(|look| look.at), address }))
}

/// What a calendar is given. Who asks is not known, so no cookie is read, and an address that never was is answered as one that is ended.
pub async fn feed(State(app): State<App>, Path(file): Path<String>) -> Answer {
    let code = file.strip_suffix(".ics").and_then(hex::bytes).and_then(|code| Code::try_from(code).ok());
    let id = number(&code.ok_or(Failure::NotFound)?);
    let item = ItemId::The(Kind::CalendarFeed);
    let claimant = app.store.whose(FoundBy::Calendar(id), item).await?.ok_or(Failure::NotFound)?;
    // Those that there are alone are counted: to try many takes no room here.
    app.limits.calendar(id).map_err(|_| Failure::Busy)?;
    let now = app.clock.now();
    let ask = Ask {
        claimant,
        actor: Actor::Calendar(id),
        reason: Reason::Calendar,
        subject: Subject::Calendar,
        now,
        withheld: None,
        session: None,
        needs: Needs::the_few().and_all(Kind::Appointment),
        want: Want::Items,
    };
    let view = match app.store.view(ask).await {
        Err(StoreError::NotThere) => return Err(Failure::NotFound),
        view => view?,
    };
    let language = view.state.calendar_feed().ok_or(Failure::NotFound)?.language;
    let frame = Frame { reading: Reading { language, ..Reading::default() }, ..Frame::empty() };
    let file = speaking(frame, || export::calendar_feed(&view.state, now));
    let kind = [(header::CONTENT_TYPE, export::media_type(FileKind::Calendar))];
    Ok((kind, Body::from(file)).into_response())
}

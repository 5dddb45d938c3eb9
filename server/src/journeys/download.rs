//! Taking away what is held: the page that says what each kind of file is for, and the files.

use std::{convert::Infallible, sync::Arc};

use axum::{
    body::Body,
    extract::RawQuery,
    http::header,
    response::{IntoResponse as _, Redirect, Response},
};
use futures_util::stream;
use own_terms_app::{
    frame::Frame,
    pages::{self, held::download::FileKind},
};
use own_terms_domain::{
    actor::Actor,
    directory::Directory,
    look::{Look, Subject},
    needs::Needs,
    reading::Choice as _,
};

use super::held::signed_in;
use crate::{
    export::{self, File, Record},
    store::Want,
    web::{
        failure::Failure,
        reply::attachment,
        visit::{Answer, Person, Visit},
    },
};

/// What each kind of file is for, and about how long it is.
pub async fn show(visit: Visit) -> Answer {
    if visit.acting_for.is_some() {
        // Nothing is opened for it: only what is taken is a look at what they take.
        let person = visit.person(Subject::Helping, Want::Items).await?;
        return Ok(person.page(pages::helping::copy(person.state())));
    }
    let newest = visit.clone().person(Subject::Everything, Want::Looks { by: None, before: None }).await?;
    let looks = newest.view.looks.first().map_or(0, |look| look.number as usize);
    let person = visit.needing(Needs::everything()).person(Subject::Everything, Want::Record).await?;
    let record = record(&person, Vec::new())?;
    let sizes: Vec<_> = FileKind::ALL.iter().map(|kind| (*kind, export::about_size(*kind, &record, looks))).collect();
    Ok(person.page(pages::held::download::download(&sizes)))
}

/// A file.
pub async fn file(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("as").is_empty() {
        return Ok(Redirect::to("/held/download").into_response());
    }
    let kind = FileKind::parse(query.get("as")).map_err(|_| Failure::NotFound)?;
    if visit.acting_for.is_some() {
        return copy(visit, kind).await;
    }
    let person = visit.clone().needing(Needs::everything()).person(Subject::Everything, Want::Record).await?;
    let (looks, names) = all_looks(&visit).await?;
    let record = Arc::new(record(&person, looks)?);
    let about = export::about_size(kind, &record, record.looks.len());
    if about == 0 {
        return Err(Failure::NotFound);
    }
    let frame = Frame { names: Arc::new(person.view.names.clone().and(names)), ..person.frame() };
    sent(&person, kind, record, frame, about).await
}

/// A copy of what a carer sees: one look each.
async fn copy(visit: Visit, kind: FileKind) -> Answer {
    let person = visit.needing(Needs::everything()).person(Subject::Copy, Want::Items).await?;
    let Actor::Carer(carer) = person.actor else { return Err(Failure::Broken) };
    let record = Record::copy(&person.view, person.claimant, carer, person.visit.now).ok_or(Failure::Broken)?;
    let about = export::about_size(kind, &record, 0);
    if about == 0 {
        return Ok(person.visit.go("/held/download", Some("copy-no-breaks")));
    }
    let frame = person.frame();
    sent(&person, kind, Arc::new(record), frame, about).await
}

async fn sent(person: &Person, kind: FileKind, record: Arc<Record>, frame: Frame, about: usize) -> Answer {
    // Setting pages takes a moment of a processor, and others are waiting.
    let made = tokio::task::spawn_blocking(move || export::file(kind, &record, frame)).await;
    let (length, body) = match made.map_err(|_| Failure::Broken)?.map_err(|_| Failure::Broken)? {
        File::Whole(bytes) => (bytes.len(), Body::from(bytes)),
        File::Text(pieces) => (about, Body::from_stream(stream::iter(pieces.map(Ok::<_, Infallible>)))),
    };
    let name = export::file_name(kind, person.visit.now.today);
    Ok(attachment(&name, export::media_type(kind), length, body))
}

/// The schema of the record that is for other programs.
pub async fn schema() -> Response {
    ([(header::CONTENT_TYPE, "application/schema+json")], export::SCHEMA).into_response()
}

fn record(person: &Person, looks: Vec<Look>) -> Result<Record, Failure> {
    Record::new(&person.view, looks, person.visit.now).ok_or(Failure::Broken)
}

/// The whole log, newest first, and who they are that looked. All of it is one look: the store logs a person's own once a
/// sign-in.
async fn all_looks(visit: &Visit) -> Result<(Vec<Look>, Directory), Failure> {
    let (mut looks, mut names, mut before) = (Vec::new(), Directory::default(), None);
    loop {
        let view = visit.clone().person(Subject::Everything, Want::Looks { by: None, before }).await?.view;
        before = view.looks.last().map(|look| look.number);
        looks.extend(view.looks);
        names = names.and(view.names);
        if before.is_none_or(|number| number <= 1) {
            return Ok((looks, names));
        }
    }
}

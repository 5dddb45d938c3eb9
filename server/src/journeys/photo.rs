//! A photo of a case worker, for whoever is signed in: in the page of a person or of the desk, and nowhere else.
//!
//! Nothing is logged, because nothing of any person is in it; and no browser keeps it ([`crate::web::security`]): on a phone that
//! several people use, a face in what the browser kept would tell the next of them whom somebody talks to.

use axum::{
    extract::RawQuery,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use own_terms_domain::ids::PhotoId;

use crate::{
    app::App,
    photo::Photo,
    web::{
        failure::Failure,
        member::{Anyone, Member},
        typed::decode,
        visit::{Answer, Visit},
    },
};

/// For a person, or a carer.
pub async fn show(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    if visit.is_signed_in() { file(&visit.app, query).await } else { Err(Failure::NotFound) }
}

/// For those who work here.
pub async fn show_at_desk(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    match Member::<Anyone>::of(visit).await {
        Ok(member) => file(&member.visit.app, query).await,
        // A page is not put where a picture was: that it leads to signing in would be no help.
        Err(Failure::DeskSignedOut) => Err(Failure::NotFound),
        Err(other) => Err(other),
    }
}

async fn file(app: &App, query: Option<String>) -> Answer {
    let query = decode(query.unwrap_or_default().as_bytes());
    let id: PhotoId = query.get("which").parse().map_err(|_| Failure::NotFound)?;
    Ok(answer(app.store.photo(id).await?.ok_or(Failure::NotFound)?))
}

fn answer(photo: Photo) -> Response {
    let mut response = photo.into_jpeg().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"photo.jpg\""));
    response
}

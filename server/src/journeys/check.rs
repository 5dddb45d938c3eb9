//! Checking a receipt, for anyone; and what it takes to do so without us: the keys and the checkpoints.

use std::collections::BTreeMap;

use axum::{
    body::to_bytes,
    extract::{FromRequest, Multipart, RawQuery, Request, State, multipart::MultipartError},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use own_terms_app::{form::FormState, pages};
use own_terms_check::{MOST_BYTES, as_made, found};
use own_terms_domain::form::{ErrorKind, FieldError};
use own_terms_receipt::keys::publish;

use crate::{
    app::App,
    web::{
        failure::Failure,
        reply::page,
        turns::Place,
        typed::decode,
        visit::{Answer, Visit},
    },
};

/// The most that the form may have: the largest file, and what stands round it.
pub const MOST_SENT: usize = MOST_BYTES + 64 * 1024;
/// The page.
pub async fn show(visit: Visit) -> Answer {
    let keys = visit.app.store.keys().await?;
    let (visit, frame) = visit.any_frame().await?;
    Ok(page(&visit, frame, StatusCode::OK, pages::check::check(&keys, None, &FormState::default())))
}

/// Checks what was sent, and keeps nothing of it.
pub async fn answer(visit: Visit, _place: Place, Given(given): Given) -> Answer {
    let keys = visit.app.store.keys().await?;
    let (visit, frame) = visit.any_frame().await?;
    let Some(bytes) = given else {
        let nothing = FieldError { field: "file".to_owned(), kind: ErrorKind::Empty };
        let form = FormState { errors: vec![nothing], ..FormState::default() };
        return Ok(page(&visit, frame, StatusCode::UNPROCESSABLE_ENTITY, pages::check::check(&keys, None, &form)));
    };
    // What is no text is no file of receipts.
    let text = String::from_utf8(bytes).unwrap_or_default();
    let turns = visit.app.turns.clone();
    let turn = turns.turn().await?;
    let check = move || {
        let found = found(&text, Some(&keys));
        (text, keys, found)
    };
    let (text, keys, found) = tokio::task::spawn_blocking(check).await.map_err(|_| Failure::Broken)?;
    drop(turn);
    let form = FormState::default();
    let content = pages::check::check(&keys, Some((&text, &found)), &form);
    Ok(page(&visit, frame, StatusCode::OK, content))
}

/// What was given to be checked: the bytes of a file, or else of a pasted text; none when neither was.
pub struct Given(Option<Vec<u8>>);

impl FromRequest<App> for Given {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.unwrap_or_default().trim_start().to_ascii_lowercase();
        let (mut file, mut text) = (Vec::new(), String::new());
        if kind.starts_with("multipart/form-data") {
            let mut parts = Multipart::from_request(request, app).await.map_err(|_| Failure::Unreadable)?;
            while let Some(part) = parts.next_field().await.map_err(|error| unreadable(&error))? {
                let name = part.name().unwrap_or_default().to_owned();
                let bytes = part.bytes().await.map_err(|error| unreadable(&error))?;
                match name.as_str() {
                    "file" => file = bytes.into(),
                    "text" => text = String::from_utf8_lossy(&bytes).into_owned(),
                    _ => {}
                }
            }
        } else if kind.starts_with("application/x-www-form-urlencoded") {
            let bytes = to_bytes(request.into_body(), MOST_SENT).await.map_err(|_| Failure::TooLarge)?;
            decode(&bytes).get("text").clone_into(&mut text);
        } else {
            return Err(Failure::Unreadable);
        }
        if file.len().max(text.len()) > MOST_BYTES {
            return Err(Failure::TooLarge);
        }
        Ok(Self(match (file.is_empty(), text.trim().is_empty()) {
            (false, _) => Some(file),
            (true, false) => Some(as_made(&text).into_bytes()),
            (true, true) => None,
        }))
    }
}

fn unreadable(error: &MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Failure::TooLarge } else { Failure::Unreadable }
}

/// Every key that ever signed, as `own-terms verify --keys` reads them.
pub async fn keys(State(app): State<App>) -> Answer {
    Ok(published("keys.json", publish(&app.store.keys().await?)))
}

/// The checkpoints after the number that the address names, so many at a time, oldest first.
pub async fn checkpoints(State(app): State<App>, RawQuery(query): RawQuery) -> Answer {
    let query = decode(query.unwrap_or_default().as_bytes());
    let after = match query.get("after") {
        "" => 0,
        number => number.parse().map_err(|_| Failure::NotFound)?,
    };
    let checkpoints = app.store.checkpoints(after).await?;
    let text = serde_json::to_string_pretty(&BTreeMap::from([("checkpoints", checkpoints)]));
    Ok(published("checkpoints.json", text.map_err(|_| Failure::Broken)? + "\n"))
}

/// What is for everyone to keep: shown, or saved under a name that says nothing. Kept for a minute on the way, because
/// it is the same for all.
fn published(name: &'static str, text: String) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    if let Ok(disposition) = HeaderValue::from_str(&format!("inline; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

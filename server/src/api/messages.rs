//! Messages through an organisation's own system, in the stead of the case worker whom the person chose.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use own_terms_domain::{
    decide::Command,
    form::Fields,
    ids::RecordId,
    item::{Item as Content, ItemId},
    look::Subject,
    message::MessageDraft,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    asking::{self, Made},
    between::look,
    caller::Caller,
    consents::{Item, item},
    problem::{Details, Problem},
};
use crate::app::App;

/// A message to the person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    /// What it says.
    #[schema(min_length = 1, max_length = 2000)]
    words: String,
    /// True once whoever wrote it was warned that the wording can read as an order, and is sure.
    #[serde(default)]
    sure: bool,
}

/// What was written to each other, with how the person sees it beside it.
#[derive(Serialize, ToSchema)]
pub(super) struct Written {
    /// Each message, and each "I see it differently".
    items: Vec<Item>,
}

/// Writes to the person.
#[utoipa::path(
    post, path = "/consents/{id}/messages", tag = "messages",
    params(
        ("id" = String, Path, pattern = "^[0-9a-f]{32}$", description = "The id of the consent."),
        ("Idempotency-Key" = String, Header, description = "Of this request and no other, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[0-9A-Za-z_.:-]+$"),
    ),
    request_body = Note,
    responses(
        (status = 201, description = "It is written, now or under this key before.", body = Made),
        (status = 400, description = "It cannot be read, or has no key.", body = Details, content_type = "application/problem+json"),
        (status = 401, description = "No token, or one that is over.", body = Details, content_type = "application/problem+json"),
        (status = 404, description = "No consent that holds, or nobody who works for this organisation was chosen.", body = Details, content_type = "application/problem+json"),
        (status = 409, description = "The person wants no contact now.", body = Details, content_type = "application/problem+json"),
        (status = 413, description = "More than is taken."),
        (status = 422, description = "Badly worded, or another request under this key.", body = Details, content_type = "application/problem+json"),
        (status = 503, description = "Not now; trying again is safe.", body = Details, content_type = "application/problem+json"),
    ),
    security(("token" = [])),
)]
pub(super) async fn write(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let named = caller.named_by(&app, &id).await?;
    let actor = caller.in_stead(&app, named).await?;
    let (key, note) = (asking::key(&headers)?, asking::body::<Note>(&bytes)?);
    let draft: MessageDraft = asking::parse(&Fields::new().with("words", &note.words), &caller)?;
    let id = RecordId(app.entropy.id());
    let command = asking::worded(note.sure, Command::WriteMessage { id, draft });
    let order = asking::order(&caller, named, actor, command);
    let path = format!("messages {}", named.by.consent);
    asking::make(&app, &caller, order, key, (&path, &bytes), ItemId::Message(id)).await
}

/// What was written to each other. The look is in the person's log.
#[utoipa::path(
    get, path = "/consents/{id}/messages", tag = "messages",
    params(("id" = String, Path, pattern = "^[0-9a-f]{32}$", description = "The id of the consent.")),
    responses(
        (status = 200, description = "All of it.", body = Written),
        (status = 401, description = "No token, or one that is over.", body = Details, content_type = "application/problem+json"),
        (status = 404, description = "No consent that holds, or nobody who works for this organisation was chosen.", body = Details, content_type = "application/problem+json"),
        (status = 503, description = "Not now; trying again is safe.", body = Details, content_type = "application/problem+json"),
    ),
    security(("token" = [])),
)]
pub(super) async fn list(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<Written>, Problem> {
    let (_, view) = look(&app, &caller, &id, Subject::Notes).await?;
    let written = view.state.all().filter(|held| match &held.item {
        Content::Message(_) => true,
        // Beside a message; what stands beside a record is another matter.
        Content::OtherView(_) => held.id.record().is_some_and(|id| view.state.message(id).is_some()),
        _ => false,
    });
    Ok(Json(Written { items: written.map(|held| item(held, &view.names)).collect::<Result<_, _>>()? }))
}

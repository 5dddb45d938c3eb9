//! What an organisation holds elsewhere about a person: passed on, so that they see it beside all else that is held.

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use own_terms_domain::{
    decide::Command,
    form::Fields,
    ids::RecordId,
    item::ItemId,
    record::{RecordDraft, Sort},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    asking::{self, Made},
    caller::Caller,
    problem::{Details, Problem},
};
use crate::app::App;

/// Something that the organisation holds.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Elsewhere {
    /// What it says.
    #[schema(min_length = 1, max_length = 2000)]
    words: String,
    /// Where it comes from, and where it is: "our case files, from the talk in the library".
    #[schema(min_length = 1, max_length = 200)]
    source: String,
    /// True once whoever wrote it was warned that the wording can read as an order, and is sure.
    #[serde(default)]
    sure: bool,
}

/// Passes it on. The organisation sees nothing back, but for what the person asks to have put right.
#[utoipa::path(
    post, path = "/consents/{id}/records", tag = "records",
    params(
        ("id" = String, Path, pattern = "^[0-9a-f]{32}$", description = "The id of the consent."),
        ("Idempotency-Key" = String, Header, description = "Of this request and no other, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[0-9A-Za-z_.:-]+$"),
    ),
    request_body = Elsewhere,
    responses(
        (status = 201, description = "The person sees it from now on, or under this key from before on.", body = Made),
        (status = 400, description = "It cannot be read, or has no key.", body = Details, content_type = "application/problem+json"),
        (status = 401, description = "No token, or one that is over.", body = Details, content_type = "application/problem+json"),
        (status = 404, description = "No consent that holds.", body = Details, content_type = "application/problem+json"),
        (status = 413, description = "More than is taken."),
        (status = 422, description = "Badly worded, or another request under this key.", body = Details, content_type = "application/problem+json"),
        (status = 503, description = "Not now; trying again is safe.", body = Details, content_type = "application/problem+json"),
    ),
    security(("token" = [])),
)]
pub(super) async fn pass_on(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let named = caller.named_by(&app, &id).await?;
    let (key, held) = (asking::key(&headers)?, asking::body::<Elsewhere>(&bytes)?);
    let fields = Fields::new().with("sort", "referral").with("words", &held.words).with("source", &held.source);
    let draft: RecordDraft = asking::parse(&fields, &caller)?;
    let id = RecordId(app.entropy.id());
    let command = asking::worded(held.sure, Command::WriteRecord { id, draft });
    let order = asking::order(&caller, named, caller.actor(), command);
    let path = format!("records {}", named.by.consent);
    asking::make(&app, &caller, order, key, (&path, &bytes), ItemId::Record(Sort::Referral, id)).await
}

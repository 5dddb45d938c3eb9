//! Messages through an organisation's own system, in the stead of the case worker whom the person chose.

use axum::{
    Json,
    extract::{Path, State},
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
    answers::{AnyOther, NotDone, NotRead, NotThere, OfConsent, Once},
    asking::{Asked, Made, Written},
    between::look,
    caller::Caller,
    consents::{Item, item},
    problem::Problem,
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
pub(super) struct Talk {
    /// Each message, and each "I see it differently".
    items: Vec<Item>,
}

impl Written for Note {
    type Draft = MessageDraft;

    fn fields(&self) -> Fields {
        Fields::new().with("words", &self.words)
    }

    fn is_sure(&self) -> bool {
        self.sure
    }
}

/// Writes to the person.
#[utoipa::path(
    post, path = "/consents/{id}/messages", tag = "messages", params(OfConsent, Once),
    request_body = Note,
    responses(
        (status = 201, description = "It is written, now or under this key before.", body = Made),
        NotRead, NotThere, NotDone, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn write(asked: Asked<Note>) -> Result<Response, Problem> {
    asked
        .make(|id, draft| {
            let id = RecordId(id);
            (ItemId::Message(id), Command::WriteMessage { id, draft })
        })
        .await
}

/// What was written to each other. The look is in the person's log.
#[utoipa::path(
    get, path = "/consents/{id}/messages", tag = "messages", params(OfConsent),
    responses((status = 200, description = "All of it.", body = Talk), NotThere, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn list(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<Talk>, Problem> {
    let (_, view) = look(&app, &caller, &id, Subject::Notes).await?;
    let written = view.state.all().filter(|held| matches!(held.item, Content::Message(_) | Content::OtherView(_)));
    Ok(Json(Talk { items: written.map(|held| item(held, &view.names)).collect::<Result<_, _>>()? }))
}

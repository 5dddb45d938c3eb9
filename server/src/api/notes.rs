//! What a case worker writes down of a conversation, through the system of their organisation: what the person said yes to keeping.

use axum::response::Response;
use own_terms_domain::{
    decide::Command,
    form::Fields,
    ids::RecordId,
    item::ItemId,
    record::{NoteOfTalk, Sort},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    answers::{AnyOther, NotDone, NotRead, NotThere, OfConsent, Once},
    asking::{Asked, Made, Written},
    problem::Problem,
};

/// A note of a conversation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TalkNote {
    /// What it says. The person reads it at once.
    #[schema(min_length = 1, max_length = 2000)]
    words: String,
    /// Where it comes from: "what you told me on the phone".
    #[schema(min_length = 1, max_length = 200)]
    source: String,
    /// True where the person said yes to keeping it: nothing of a conversation is kept otherwise.
    agreed: bool,
    /// True once whoever wrote it was warned that the wording can read as an order, and is sure.
    #[serde(default)]
    sure: bool,
}

impl Written for TalkNote {
    type Draft = NoteOfTalk;

    fn fields(&self) -> Fields {
        let fields = Fields::new().with("words", &self.words).with("source", &self.source);
        if self.agreed { fields.with("agreed", "yes") } else { fields }
    }

    fn is_sure(&self) -> bool {
        self.sure
    }
}

/// Writes down a conversation.
#[utoipa::path(
    post, path = "/consents/{id}/notes", tag = "messages", params(OfConsent, Once),
    request_body = TalkNote,
    responses(
        (status = 201, description = "The person sees it from now on, or under this key from before on.", body = Made),
        NotRead, NotThere, NotDone, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn write(asked: Asked<TalkNote>) -> Result<Response, Problem> {
    asked
        .make(|id, NoteOfTalk(draft)| {
            let id = RecordId(id);
            (ItemId::Record(Sort::Note, id), Command::WriteRecord { id, draft })
        })
        .await
}

//! What an organisation holds elsewhere about a person: passed on, so that they see it beside all else that is held.

use axum::response::Response;
use own_terms_domain::{
    decide::Command,
    form::Fields,
    ids::RecordId,
    item::ItemId,
    reading::Choice as _,
    record::{RecordDraft, Sort},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    answers::{AnyOther, NotDone, NotRead, NotThere, OfConsent, Once},
    asking::{Asked, Made, Written},
    problem::Problem,
};

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

impl Written for Elsewhere {
    type Draft = RecordDraft;
    const IN_STEAD: bool = false;

    fn fields(&self) -> Fields {
        Fields::new().with("sort", Sort::Referral.id()).with("words", &self.words).with("source", &self.source)
    }

    fn is_sure(&self) -> bool {
        self.sure
    }
}

/// Passes it on. The organisation sees nothing back, but for what the person asks to have put right.
#[utoipa::path(
    post, path = "/consents/{id}/records", tag = "records", params(OfConsent, Once),
    request_body = Elsewhere,
    responses(
        (status = 201, description = "The person sees it from now on, or under this key from before on.", body = Made),
        NotRead, NotThere, NotDone, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn pass_on(asked: Asked<Elsewhere>) -> Result<Response, Problem> {
    asked
        .make(|id, draft| {
            let id = RecordId(id);
            (ItemId::Record(Sort::Referral, id), Command::WriteRecord { id, draft })
        })
        .await
}

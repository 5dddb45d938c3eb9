//! What the person and the case worker agree, through the system of that one's organisation: proposed, answered, left.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use own_terms_domain::{
    agreement::{AgreementDraft, Answer},
    decide::Command,
    form::Fields,
    ids::AgreementId,
    item::{Item as Content, ItemId, Version},
    look::Subject,
    reading::Choice as _,
    time::Now,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    answers::{AnyOther, NotDone, NotRead, NotThere, OfConsent, Once, Which},
    asking::{About, Asked, Made, Said, Written, whole},
    caller::Caller,
    problem::Problem,
    standing::{AllStanding, all_standing},
};
use crate::app::App;

/// What is proposed. None of it changes afterwards: a change is another proposal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Proposal {
    /// What the person would do, if anything.
    #[serde(default)]
    #[schema(max_length = 2000)]
    person: String,
    /// What the case worker would do.
    #[schema(min_length = 1, max_length = 2000)]
    case_worker: String,
    /// The last day, such as `2027-03-31`; without one it stands until one of the two leaves it.
    #[serde(default)]
    until: String,
    /// The agreement that it would take the place of; that one stands until this one has its yes.
    #[serde(default)]
    replaces: String,
    /// True once whoever wrote it was warned that the wording can read as an order, and is sure.
    #[serde(default)]
    sure: bool,
}

impl Written for Proposal {
    type Draft = AgreementDraft;

    fn fields(&self) -> Fields {
        Fields::new()
            .with("person", &self.person)
            .with("case_worker", &self.case_worker)
            .with("until", &self.until)
            .with("replaces", self.replaces.trim_start_matches("agreement."))
    }

    fn is_sure(&self) -> bool {
        self.sure
    }
}

/// What is answered to what the person proposed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AgreementAnswer {
    /// `yes`, `no` or `not-now`.
    #[schema(pattern = "^(yes|no|not-now)$")]
    answer: String,
    /// The version that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(maximum = 2_147_483_647)]
    version: u32,
}

/// Proposes an agreement: it needs the yes of both.
#[utoipa::path(
    post, path = "/consents/{id}/agreements", tag = "agreements", params(OfConsent, Once),
    request_body = Proposal,
    responses(
        (status = 201, description = "It is proposed, now or under this key before.", body = Made),
        NotRead, NotThere, NotDone, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn propose(asked: Asked<Proposal>) -> Result<Response, Problem> {
    asked
        .make(|id, draft| {
            let id = AgreementId(id);
            (ItemId::Agreement(id), Command::ProposeAgreement { id, draft })
        })
        .await
}

/// What was proposed by either, and agreed. The look is in the person's log.
#[utoipa::path(
    get, path = "/consents/{id}/agreements", tag = "agreements", params(OfConsent),
    responses((status = 200, description = "All of them.", body = AllStanding), NotThere, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn list(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<AllStanding>, Problem> {
    let status = |held: &Content, now: Now| match held {
        Content::Agreement(one) => Some(one.status(now.today).id()),
        _ => None,
    };
    all_standing(&app, &caller, &id, Subject::Notes, status).await
}

/// Answers what the person proposed, as it was proposed.
#[utoipa::path(
    post, path = "/consents/{id}/agreements/{which}/answer", tag = "agreements", params(OfConsent, Which),
    request_body = AgreementAnswer,
    responses((status = 204, description = "It is answered so."), NotRead, NotThere, NotDone, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn answer(said: Said<AgreementAnswer>) -> Result<StatusCode, Problem> {
    let AgreementAnswer { answer, version } = &said.body;
    let (answer, on) = (said.parse::<Answer>(&Fields::new().with("answer", answer))?, Version(*version));
    said.about.carry_out(|item| agreement(item).map(|id| Command::AnswerAgreement { id, on, answer })).await
}

/// Leaves what was agreed, or proposes something no longer. No reason is asked.
#[utoipa::path(
    delete, path = "/consents/{id}/agreements/{which}", tag = "agreements", params(OfConsent, Which),
    responses((status = 204, description = "It holds no longer."), NotThere, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn leave(about: About) -> Result<StatusCode, Problem> {
    about.carry_out(|item| agreement(item).map(|id| Command::LeaveAgreement { id })).await
}

fn agreement(item: ItemId) -> Option<AgreementId> {
    match item {
        ItemId::Agreement(id) => Some(id),
        _ => None,
    }
}

//! What a case worker asks somebody whether an organisation may see, and which they suggest, through the system of their own organisation.
//! To answer is the person's.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use own_terms_domain::{
    consent::ConsentDraft,
    decide::Command,
    form::Fields,
    ids::ConsentId,
    item::{Item as Content, ItemId},
    look::Subject,
    reading::Choice as _,
    referral::ReferralDraft,
    time::Now,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    answers::{AnyOther, NotDone, NotRead, NotThere, OfConsent, Once, Which},
    asking::{About, Asked, Made, Written},
    caller::Caller,
    problem::Problem,
    standing::{AllStanding, all_standing},
};
use crate::app::App;

/// What an organisation would be shown.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// Which organisation: its id in `/organisations`.
    organisation: String,
    /// What for, and nothing else: `introduction`, `help`, `advice`, `adjustments` or `health`.
    #[schema(pattern = "^(introduction|help|advice|adjustments|health)$")]
    purpose: String,
    /// The ids of what it would see: of what the consent by which this is asked covers, as `/consents/{id}` names it.
    #[schema(min_items = 1, max_items = 20)]
    items: Vec<String>,
}

/// An organisation that could help.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Suggestion {
    /// Which organisation: its id in `/organisations`.
    organisation: String,
    /// What for, and nothing else: `introduction`, `help`, `advice`, `adjustments` or `health`.
    #[schema(pattern = "^(introduction|help|advice|adjustments|health)$")]
    purpose: String,
    /// The ids of what it would see: of what the consent by which this is asked covers, as `/consents/{id}` names it.
    #[schema(min_items = 1, max_items = 20)]
    items: Vec<String>,
    /// Why the case worker thinks of it.
    #[schema(min_length = 1, max_length = 2000)]
    why: String,
    /// What it would do.
    #[schema(min_length = 1, max_length = 2000)]
    does: String,
    /// How the person would reach it.
    #[serde(default)]
    #[schema(max_length = 200)]
    reach: String,
    /// True once whoever wrote it was warned that the wording can read as an order, and is sure.
    #[serde(default)]
    sure: bool,
}

fn fields(organisation: &str, purpose: &str, items: &[String]) -> Fields {
    let fields = Fields::new().with("organisation", organisation).with("purpose", purpose);
    items.iter().fold(fields, |fields, item| fields.with("items", item))
}

impl Written for Question {
    type Draft = ConsentDraft;

    fn fields(&self) -> Fields {
        fields(&self.organisation, &self.purpose, &self.items)
    }

    fn is_sure(&self) -> bool {
        // It has no words of anybody's in it.
        false
    }

    fn names(&self) -> Option<&str> {
        Some(&self.organisation)
    }
}

impl Written for Suggestion {
    type Draft = ReferralDraft;

    fn fields(&self) -> Fields {
        let fields = fields(&self.organisation, &self.purpose, &self.items);
        fields.with("why", &self.why).with("does", &self.does).with("reach", &self.reach)
    }

    fn is_sure(&self) -> bool {
        self.sure
    }

    fn names(&self) -> Option<&str> {
        Some(&self.organisation)
    }
}

/// Asks whether an organisation may see something.
#[utoipa::path(
    post, path = "/consents/{id}/questions", tag = "referrals", params(OfConsent, Once),
    request_body = Question,
    responses(
        (status = 201, description = "It is asked, now or under this key before.", body = Made),
        NotRead, NotThere, NotDone, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn ask(asked: Asked<Question>) -> Result<Response, Problem> {
    asked
        .make(|id, draft| {
            let id = ConsentId(id);
            (ItemId::Consent(id), Command::AskConsent { id, draft })
        })
        .await
}

/// Suggests an organisation that could help, with the consent that would be given to it.
#[utoipa::path(
    post, path = "/consents/{id}/referrals", tag = "referrals", params(OfConsent, Once),
    request_body = Suggestion,
    responses(
        (status = 201, description = "It is suggested, now or under this key before.", body = Made),
        NotRead, NotThere, NotDone, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn suggest(asked: Asked<Suggestion>) -> Result<Response, Problem> {
    asked
        .make(|id, draft| {
            let id = ConsentId(id);
            (ItemId::Consent(id), Command::ProposeReferral { id, draft })
        })
        .await
}

/// What was asked and suggested, as far as it waits or holds. The look is in the person's log.
#[utoipa::path(
    get, path = "/consents/{id}/questions", tag = "referrals", params(OfConsent),
    responses((status = 200, description = "All of them.", body = AllStanding), NotThere, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn list(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<AllStanding>, Problem> {
    let status = |held: &Content, now: Now| match held {
        Content::Consent(one) => Some(one.status(now.today).id()),
        _ => None,
    };
    all_standing(&app, &caller, &id, Subject::Consents, status).await
}

/// Suggests an organisation no longer; what was said yes to is the person's to end.
#[utoipa::path(
    delete, path = "/consents/{id}/referrals/{which}", tag = "referrals", params(OfConsent, Which),
    responses((status = 204, description = "It is not suggested any more."), NotThere, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn withdraw(about: About) -> Result<StatusCode, Problem> {
    let consent = |item| match item {
        ItemId::Consent(id) => Some(Command::WithdrawReferral { id }),
        _ => None,
    };
    about.carry_out(consent).await
}

/// One that can be named.
#[derive(Serialize, ToSchema)]
pub(super) struct Organisation {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
}

/// Those that can be named.
#[derive(Serialize, ToSchema)]
pub(super) struct Organisations {
    /// Each of them.
    organisations: Vec<Organisation>,
}

/// Every organisation that there is here.
#[utoipa::path(
    get, path = "/organisations", tag = "referrals",
    responses((status = 200, description = "All of them.", body = Organisations), AnyOther),
    security(("token" = [])),
)]
pub(super) async fn organisations(_: Caller, State(app): State<App>) -> Result<Json<Organisations>, Problem> {
    let all = app.store.organisations().await?;
    let organisations = all.into_iter().map(|one| Organisation { id: one.id.to_string(), name: one.name.to_string() });
    Ok(Json(Organisations { organisations: organisations.collect() }))
}

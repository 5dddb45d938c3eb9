//! The same things as FHIR R4 has them: each type a search by consent, each look in the person's log.

use axum::{
    body::Body,
    extract::{Path, Query, State, rejection::QueryRejection},
    http::header,
    response::{IntoResponse as _, Response},
};
use own_terms_domain::{item::Kind, look::Subject, permission::ConsentGrant, reading::Choice as _};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answers::{AnyOther, NotThere},
    between::{look, look_at_shared},
    caller::Caller,
    problem::{Details, Problem},
};
use crate::{
    app::App,
    export::{FhirKind, bundle},
    store::View,
};

/// Whose.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct By {
    /// The id of the consent that names the person.
    #[param(pattern = "^[0-9a-f]{32}$")]
    consent: String,
}

/// A Bundle (`searchset`) of one type: what is between the person and their case worker, or what the consent covers.
#[utoipa::path(
    get, path = "/fhir/{type}", tag = "fhir",
    params(
        ("type" = String, Path, pattern = "^(Appointment|AppointmentResponse|Communication|Consent|Goal)$", description = "The type of resource."),
        By,
    ),
    responses(
        (status = 200, description = "All that there is of it.", body = Object, content_type = "application/fhir+json"),
        (status = 400, description = "No consent is named.", body = Details, content_type = "application/problem+json"),
        NotThere, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn search(
    caller: Caller,
    State(app): State<App>,
    Path(kind): Path<String>,
    by: Result<Query<By>, QueryRejection>,
) -> Result<Response, Problem> {
    let kind = FhirKind::parse(&kind).map_err(|_| Problem::NotThere)?;
    let Query(By { consent }) = by.map_err(|_| Problem::Unreadable)?;
    let (named, view) = match kind {
        FhirKind::Appointment | FhirKind::AppointmentResponse => {
            look(&app, &caller, &consent, Subject::Appointments).await?
        }
        FhirKind::Communication => look(&app, &caller, &consent, Subject::Notes).await?,
        FhirKind::Consent => look_at_shared(&app, &caller, &consent, Some(Kind::Consent)).await?,
        FhirKind::Goal => look_at_shared(&app, &caller, &consent, Some(Kind::Goal)).await?,
    };
    let grant = live(&view, &caller, named.by.consent)?;
    let said = bundle(kind, &view, named.claimant, grant, &caller.organisation, caller.now);
    Ok(([(header::CONTENT_TYPE, "application/fhir+json")], Body::from(said.to_string())).into_response())
}

fn live<'a>(
    view: &'a View,
    caller: &Caller,
    consent: own_terms_domain::ids::ConsentId,
) -> Result<&'a ConsentGrant, Problem> {
    view.state.grants().live(caller.now.today).find(|grant| grant.id == consent).ok_or(Problem::NotThere)
}

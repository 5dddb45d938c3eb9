//! Offers of appointments through an organisation's own system, in the stead of the case worker whom the person chose: the same
//! commands and the same rules as at the desk.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use own_terms_domain::{
    appointment::AppointmentDraft,
    decide::Command,
    form::Fields,
    ids::AppointmentId,
    item::{Item as Content, ItemId},
    look::Subject,
    reading::Choice as _,
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

/// An appointment to offer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Offer {
    /// What it is about, for the person to read.
    #[schema(min_length = 1, max_length = 2000)]
    why: String,
    /// How to meet: `writing`, `phone`, `text-relay`, `video`, `at-home`, `my-place`, `elsewhere` or `jobcentre`.
    #[schema(pattern = "^(writing|phone|text-relay|video|at-home|my-place|elsewhere|jobcentre)$")]
    format: String,
    /// Where, for those of a place.
    #[serde(default)]
    #[schema(max_length = 200)]
    place: String,
    /// How long, in minutes.
    #[schema(minimum = 5, maximum = 1440)]
    minutes: u16,
    /// What to bring.
    #[serde(default)]
    #[schema(max_length = 2000)]
    bring: String,
    /// What not to bring.
    #[serde(default)]
    #[schema(max_length = 2000)]
    not_bring: String,
    /// One to five times to choose from, by the clock where the person is: `2027-03-02T10:00`.
    #[schema(min_items = 1, max_items = 5)]
    times: Vec<String>,
    /// The appointment that it would take the place of; that one stands until this one has its yes.
    #[serde(default)]
    replaces: String,
    /// True once whoever wrote it was warned that the wording can read as an order, and is sure.
    #[serde(default)]
    sure: bool,
}

impl Offer {
    fn fields(&self) -> Fields {
        let replaces = self.replaces.trim_start_matches("appointment.");
        let fields = Fields::new()
            .with("why", &self.why)
            .with("format", &self.format)
            .with("place", &self.place)
            .with("minutes", self.minutes.to_string())
            .with("bring", &self.bring)
            .with("not-bring", &self.not_bring)
            .with("replaces", replaces);
        self.times.iter().fold(fields, |fields, time| fields.with("times", time))
    }
}

/// What was offered, and what became of it.
#[derive(Serialize, ToSchema)]
pub(super) struct Offered {
    /// Each, with what the person answered in its content.
    items: Vec<OneOffered>,
}

/// One of them.
#[derive(Serialize, ToSchema)]
pub(super) struct OneOffered {
    #[serde(flatten)]
    item: Item,
    /// Where it stands now, as `appointment-status` in `/record.schema.json`.
    status: &'static str,
}

/// Offers an appointment within the person's terms.
#[utoipa::path(
    post, path = "/consents/{id}/appointments", tag = "appointments",
    params(
        ("id" = String, Path, pattern = "^[0-9a-f]{32}$", description = "The id of the consent."),
        ("Idempotency-Key" = String, Header, description = "Of this request and no other, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[0-9A-Za-z_.:-]+$"),
    ),
    request_body = Offer,
    responses(
        (status = 201, description = "It is offered, now or under this key before.", body = Made),
        (status = 400, description = "It cannot be read, or has no key.", body = Details, content_type = "application/problem+json"),
        (status = 401, description = "No token, or one that is over.", body = Details, content_type = "application/problem+json"),
        (status = 404, description = "No consent that holds, or nobody who works for this organisation was chosen.", body = Details, content_type = "application/problem+json"),
        (status = 409, description = "The person wants no contact now.", body = Details, content_type = "application/problem+json"),
        (status = 413, description = "More than is taken."),
        (status = 422, description = "Outside the terms, badly worded, or another request under this key.", body = Details, content_type = "application/problem+json"),
        (status = 503, description = "Not now; trying again is safe.", body = Details, content_type = "application/problem+json"),
    ),
    security(("token" = [])),
)]
pub(super) async fn offer(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let named = caller.named_by(&app, &id).await?;
    let actor = caller.in_stead(&app, named).await?;
    let (key, offer) = (asking::key(&headers)?, asking::body::<Offer>(&bytes)?);
    let draft: AppointmentDraft = asking::parse(&offer.fields(), &caller)?;
    let id = AppointmentId(app.entropy.id());
    let command = asking::worded(offer.sure, Command::OfferAppointment { id, draft });
    let order = asking::order(&caller, named, actor, command);
    let path = format!("appointments {}", named.by.consent);
    asking::make(&app, &caller, order, key, (&path, &bytes), ItemId::Appointment(id)).await
}

/// What was offered to this person, and what they answered. The look is in their log.
#[utoipa::path(
    get, path = "/consents/{id}/appointments", tag = "appointments",
    params(("id" = String, Path, pattern = "^[0-9a-f]{32}$", description = "The id of the consent.")),
    responses(
        (status = 200, description = "All of them.", body = Offered),
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
) -> Result<Json<Offered>, Problem> {
    let (_, view) = look(&app, &caller, &id, Subject::Appointments).await?;
    let offered = view.state.all().filter_map(|held| match &held.item {
        Content::Appointment(one) => {
            let status = one.status(caller.now).id();
            Some(item(held, &view.names).map(|item| OneOffered { item, status }))
        }
        _ => None,
    });
    Ok(Json(Offered { items: offered.collect::<Result<_, _>>()? }))
}

/// Offers it no longer; nothing happens to one that was answered.
#[utoipa::path(
    delete, path = "/consents/{id}/appointments/{which}", tag = "appointments",
    params(
        ("id" = String, Path, pattern = "^[0-9a-f]{32}$", description = "The id of the consent."),
        ("which" = String, Path, description = "The id of the appointment."),
    ),
    responses(
        (status = 204, description = "It is not offered any more."),
        (status = 401, description = "No token, or one that is over.", body = Details, content_type = "application/problem+json"),
        (status = 404, description = "No such offer that waits for an answer, or no consent that holds.", body = Details, content_type = "application/problem+json"),
        (status = 503, description = "Not now; trying again is safe.", body = Details, content_type = "application/problem+json"),
    ),
    security(("token" = [])),
)]
pub(super) async fn withdraw(
    caller: Caller,
    State(app): State<App>,
    Path((id, which)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    end(&caller, &app, &id, &which, |id| Command::WithdrawOffer { id }).await
}

/// Calls off what was agreed, before it begins.
#[utoipa::path(
    post, path = "/consents/{id}/appointments/{which}/cancellation", tag = "appointments",
    params(
        ("id" = String, Path, pattern = "^[0-9a-f]{32}$", description = "The id of the consent."),
        ("which" = String, Path, description = "The id of the appointment."),
    ),
    responses(
        (status = 204, description = "It is called off."),
        (status = 401, description = "No token, or one that is over.", body = Details, content_type = "application/problem+json"),
        (status = 404, description = "No such appointment that was agreed, or no consent that holds.", body = Details, content_type = "application/problem+json"),
        (status = 422, description = "It has begun.", body = Details, content_type = "application/problem+json"),
        (status = 503, description = "Not now; trying again is safe.", body = Details, content_type = "application/problem+json"),
    ),
    security(("token" = [])),
)]
pub(super) async fn call_off(
    caller: Caller,
    State(app): State<App>,
    Path((id, which)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    end(&caller, &app, &id, &which, |id| Command::CancelAppointment { id }).await
}

async fn end(
    caller: &Caller,
    app: &App,
    consent: &str,
    which: &str,
    command: impl FnOnce(AppointmentId) -> Command,
) -> Result<StatusCode, Problem> {
    let named = caller.named_by(app, consent).await?;
    let actor = caller.in_stead(app, named).await?;
    let Ok(ItemId::Appointment(id)) = which.parse() else { return Err(Problem::NotThere) };
    app.store.commit(asking::order(caller, named, actor, command(id))).await?;
    Ok(StatusCode::NO_CONTENT)
}

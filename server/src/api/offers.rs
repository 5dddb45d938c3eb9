//! Offers of appointments through an organisation's own system, in the stead of the case worker whom the person chose: the same
//! commands and the same rules as at the desk.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
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
    time::Now,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    answers::{AnyOther, NotDone, NotRead, NotThere, OfConsent, Once, Which},
    asking::{About, Asked, Made, Written, whole},
    caller::Caller,
    problem::{Details, Problem},
    standing::{AllStanding, all_standing},
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
    #[serde(deserialize_with = "whole")]
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

impl Written for Offer {
    type Draft = AppointmentDraft;

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

    fn is_sure(&self) -> bool {
        self.sure
    }
}

/// Offers an appointment within the person's terms.
#[utoipa::path(
    post, path = "/consents/{id}/appointments", tag = "appointments", params(OfConsent, Once),
    request_body = Offer,
    responses(
        (status = 201, description = "It is offered, now or under this key before.", body = Made),
        NotRead, NotThere, NotDone, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn offer(asked: Asked<Offer>) -> Result<Response, Problem> {
    asked
        .make(|id, draft| {
            let id = AppointmentId(id);
            (ItemId::Appointment(id), Command::OfferAppointment { id, draft })
        })
        .await
}

/// What was offered to this person, and what they answered. The look is in their log.
#[utoipa::path(
    get, path = "/consents/{id}/appointments", tag = "appointments",
    params(OfConsent),
    responses(
        (status = 200, description = "All of them.", body = AllStanding),
        NotThere, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn list(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<AllStanding>, Problem> {
    let status = |held: &Content, now: Now| match held {
        Content::Appointment(one) => Some(one.status(now).id()),
        _ => None,
    };
    all_standing(&app, &caller, &id, Subject::Appointments, status).await
}

/// Offers it no longer; nothing happens to one that was answered.
#[utoipa::path(
    delete, path = "/consents/{id}/appointments/{which}", tag = "appointments", params(OfConsent, Which),
    responses((status = 204, description = "It is not offered any more."), NotThere, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn withdraw(about: About) -> Result<StatusCode, Problem> {
    about.carry_out(|item| appointment(item).map(|id| Command::WithdrawOffer { id })).await
}

/// Calls off what was agreed, before it begins.
#[utoipa::path(
    post, path = "/consents/{id}/appointments/{which}/cancellation", tag = "appointments", params(OfConsent, Which),
    responses(
        (status = 204, description = "It is called off."),
        (status = 422, description = "It has begun.", body = Details, content_type = "application/problem+json"),
        NotThere, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn call_off(about: About) -> Result<StatusCode, Problem> {
    about.carry_out(|item| appointment(item).map(|id| Command::CancelAppointment { id })).await
}

fn appointment(item: ItemId) -> Option<AppointmentId> {
    match item {
        ItemId::Appointment(id) => Some(id),
        _ => None,
    }
}

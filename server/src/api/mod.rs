//! What organisations' own systems ask for, under `/api/v1`: no cookie, no page, and the same rules as everywhere (promise 6).

mod agreements;
mod answers;
mod asking;
mod between;
mod caller;
mod consents;
mod corrections;
mod document;
mod fhir;
mod limits;
mod messages;
mod notes;
mod offers;
mod problem;
mod records;
mod referrals;
mod standing;
mod token;

use std::time::Duration;

use axum::{
    Router,
    http::StatusCode,
    middleware::from_fn_with_state,
    response::IntoResponse as _,
    routing::{delete, get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer};

use self::problem::Problem;
use crate::app::App;

/// Where it begins.
pub const BASE: &str = "/api/v1";

/// The most that a request may carry: three texts of 2,000 characters, each written as a pair of escapes, and what stands around them.
const MOST_BYTES: usize = 96 * 1024;
/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The addresses, to be put under [`BASE`].
pub fn router(app: &App) -> Router<App> {
    Router::new()
        .route("/openapi.json", get(document::show))
        .route("/token", post(token::give))
        .route("/consents", get(consents::list))
        .route("/consents/{id}", get(consents::one))
        .route("/consents/{id}/appointments", get(offers::list).post(offers::offer))
        .route("/consents/{id}/appointments/{which}", delete(offers::withdraw))
        .route("/consents/{id}/appointments/{which}/cancellation", post(offers::call_off))
        .route("/consents/{id}/agreements", get(agreements::list).post(agreements::propose))
        .route("/consents/{id}/agreements/{which}", delete(agreements::leave))
        .route("/consents/{id}/agreements/{which}/answer", post(agreements::answer))
        .route("/consents/{id}/corrections", get(corrections::of_case_worker))
        .route("/consents/{id}/corrections/{which}/answer", post(corrections::answer_in_stead))
        .route("/consents/{id}/messages", get(messages::list).post(messages::write))
        .route("/consents/{id}/notes", post(notes::write))
        .route("/consents/{id}/questions", get(referrals::list).post(referrals::ask))
        .route("/consents/{id}/records", post(records::pass_on))
        .route("/consents/{id}/referrals", post(referrals::suggest))
        .route("/consents/{id}/referrals/{which}", delete(referrals::withdraw))
        .route("/corrections", get(corrections::of_organisation))
        .route("/corrections/{which}/answer", post(corrections::answer))
        .route("/fhir/{type}", get(fhir::search))
        .route("/organisations", get(referrals::organisations))
        .fallback(async || Problem::NotThere)
        .method_not_allowed_fallback(async || Problem::NotAllowed)
        .layer(RequestBodyLimitLayer::new(MOST_BYTES))
        .layer(from_fn_with_state(app.clone(), limits::by_address))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::custom(|_| Problem::Broken.into_response()))
}

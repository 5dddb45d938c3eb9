//! What organisations' own systems ask for, under `/api/v1`: no cookie, no page, and the same rules as everywhere (promise 6).

mod caller;
mod consents;
mod document;
mod problem;
mod token;

use std::time::Duration;

use axum::{
    Router,
    http::StatusCode,
    response::IntoResponse as _,
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer};

use self::problem::Problem;
use crate::app::App;

/// Where it begins.
pub const BASE: &str = "/api/v1";

/// The most that a request may carry: none of them needs more.
const MOST_BYTES: usize = 16 * 1024;
/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The addresses, to be put under [`BASE`].
pub fn router() -> Router<App> {
    Router::new()
        .route("/openapi.json", get(document::show))
        .route("/token", post(token::give))
        .route("/consents", get(consents::list))
        .route("/consents/{id}", get(consents::one))
        .fallback(async || Problem::NotThere)
        .method_not_allowed_fallback(async || Problem::NotAllowed)
        .layer(RequestBodyLimitLayer::new(MOST_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::custom(|_| Problem::Broken.into_response()))
}

//! The ways in which a request can fail, as problem details (RFC 9457): a name for programs, and no word of what is inside.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use own_terms_domain::decide::Refusal;
use serde::Serialize;
use utoipa::ToSchema;

use crate::store::StoreError;

/// Why a request was not answered with what it asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// No token, or one that opens nothing any more.
    NotKnown,
    /// There is no such thing, or it is not for this organisation, or not any more: one answer for all three.
    NotThere,
    /// Not with this method.
    NotAllowed,
    /// Something in the request cannot be read.
    Unreadable,
    /// Others were writing for too long; trying again is safe.
    Busy,
    /// Something is wrong here.
    Broken,
}

/// What is said of it.
#[derive(Serialize, ToSchema)]
pub struct Details {
    /// Its name; it does not change.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status of the answer.
    status: u16,
}

impl Problem {
    fn details(self) -> (StatusCode, &'static str) {
        match self {
            Self::NotKnown => (StatusCode::UNAUTHORIZED, "urn:own-terms:not-known"),
            Self::NotThere => (StatusCode::NOT_FOUND, "urn:own-terms:not-there"),
            Self::NotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "urn:own-terms:not-allowed"),
            Self::Unreadable => (StatusCode::BAD_REQUEST, "urn:own-terms:unreadable"),
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "urn:own-terms:busy"),
            Self::Broken => (StatusCode::INTERNAL_SERVER_ERROR, "urn:own-terms:broken"),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, kind) = self.details();
        let mut response = (status, Json(Details { kind, status: status.as_u16() })).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if self == Self::NotKnown {
            // RFC 6750, section 3.
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotThere | StoreError::Refused(Refusal::NotPermitted | Refusal::NotFound) => Self::NotThere,
            StoreError::Busy => Self::Busy,
            StoreError::Refused(_) => Self::Broken,
            StoreError::Damaged(what) => {
                tracing::error!(what, "the store is damaged");
                Self::Broken
            }
            StoreError::Database(error) => {
                tracing::error!(%error, "the database failed");
                Self::Broken
            }
        }
    }
}

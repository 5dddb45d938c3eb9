//! The ways in which a request can fail, as problem details (RFC 9457): a name for programs, and no word of what is inside.

use std::time::Duration;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use own_terms_domain::{
    decide::Refusal,
    form::{ErrorKind, FieldError},
    reading::Choice as _,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::limits::seconds;
use crate::store::StoreError;

/// Why a request was not answered with what it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No token, or one that opens nothing any more.
    NotKnown,
    /// There is no such thing, or it is not for this organisation, or not any more: one answer for all three.
    NotThere,
    /// Not with this method.
    NotAllowed,
    /// Something in the request cannot be read.
    Unreadable,
    /// A change without an idempotency key.
    NoKey,
    /// An idempotency key with which something else was asked for.
    OtherRequest,
    /// The rules say no; nothing was changed.
    Refused(Refusal),
    /// It asked too often, and has to wait so long.
    TooOften(Duration),
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
    /// What is wrong in which field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Mistake>,
    /// The terms of the person that it would break.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    terms: Vec<&'static str>,
}

/// One thing that is wrong.
#[derive(Serialize, ToSchema)]
struct Mistake {
    /// In which field.
    field: String,
    /// What; the names are those of the forms at the desk.
    kind: &'static str,
    /// The phrase of it, where it is how something is worded.
    #[serde(skip_serializing_if = "Option::is_none")]
    phrase: Option<&'static str>,
}

impl Problem {
    /// Something in what was sent cannot be kept.
    pub(super) fn invalid(errors: Vec<FieldError>) -> Self {
        Self::Refused(Refusal::Invalid(errors))
    }

    fn details(&self) -> (StatusCode, &'static str) {
        match self {
            Self::NotKnown => (StatusCode::UNAUTHORIZED, "urn:own-terms:not-known"),
            Self::NotThere => (StatusCode::NOT_FOUND, "urn:own-terms:not-there"),
            Self::NotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "urn:own-terms:not-allowed"),
            Self::Unreadable => (StatusCode::BAD_REQUEST, "urn:own-terms:unreadable"),
            Self::NoKey => (StatusCode::BAD_REQUEST, "urn:own-terms:no-idempotency-key"),
            Self::OtherRequest => (StatusCode::UNPROCESSABLE_ENTITY, "urn:own-terms:other-request"),
            Self::Refused(refusal) => refused(refusal),
            Self::TooOften(_) => (StatusCode::TOO_MANY_REQUESTS, "urn:own-terms:too-often"),
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "urn:own-terms:busy"),
            Self::Broken => (StatusCode::INTERNAL_SERVER_ERROR, "urn:own-terms:broken"),
        }
    }

    fn mistakes(&self) -> (Vec<Mistake>, Vec<&'static str>) {
        match self {
            Self::Refused(Refusal::Invalid(errors)) => (errors.iter().map(mistake).collect(), Vec::new()),
            Self::Refused(Refusal::OutsideTerms(terms)) => (Vec::new(), terms.iter().map(|term| term.id()).collect()),
            _ => (Vec::new(), Vec::new()),
        }
    }
}

/// A refusal by its kind. What is refused because of who asks is as if it were not there.
fn refused(refusal: &Refusal) -> (StatusCode, &'static str) {
    match refusal {
        Refusal::NotPermitted | Refusal::NotFound | Refusal::Stopped => {
            (StatusCode::NOT_FOUND, "urn:own-terms:not-there")
        }
        Refusal::NoContact => (StatusCode::CONFLICT, "urn:own-terms:no-contact"),
        Refusal::Changed(_) => (StatusCode::CONFLICT, "urn:own-terms:changed"),
        Refusal::Erased => (StatusCode::CONFLICT, "urn:own-terms:erased"),
        Refusal::OutsideTerms(_) => (StatusCode::UNPROCESSABLE_ENTITY, "urn:own-terms:outside-terms"),
        Refusal::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "urn:own-terms:invalid"),
        // Nothing that can be asked for here is refused so.
        Refusal::SignInAgain | Refusal::KeptByLaw(_) | Refusal::NotBefore(_) => {
            (StatusCode::INTERNAL_SERVER_ERROR, "urn:own-terms:broken")
        }
    }
}

fn mistake(error: &FieldError) -> Mistake {
    let phrase = match error.kind {
        ErrorKind::Conditional { phrase } | ErrorKind::Coercive { phrase } => Some(phrase),
        _ => None,
    };
    Mistake { field: error.field.clone(), kind: error.kind.id(), phrase }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, kind) = self.details();
        let (errors, terms) = self.mistakes();
        let said = Details { kind, status: status.as_u16(), errors, terms };
        let mut response = (status, Json(said)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Self::TooOften(wait) = self {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds(wait)));
        }
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
            StoreError::NotThere => Self::NotThere,
            StoreError::Busy => Self::Busy,
            StoreError::Refused(refusal) => Self::Refused(refusal),
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

//! The ways in which a request can fail, each a page of its own in the reader's language, none with a word of what is inside.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use own_terms_domain::decide::Refusal;

use super::kept::Kept;
use crate::store::StoreError;

/// Why a request was not answered with what it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Nobody is signed in, or not any more.
    SignedOut,
    /// Nobody is signed in at the desk, or not any more.
    DeskSignedOut,
    /// Nobody is signed in, and what they sent is kept until they are back.
    SignedOutSending(Kept),
    /// There is no such page, or thing, or it is not theirs: one answer for all three.
    NotFound,
    /// They may not act for that person any more: ended, or its day has passed, which look alike.
    ActsNoMore,
    /// A form that did not come from one of our pages.
    Forged,
    /// More was sent than is taken.
    TooLarge,
    /// Something that is no form.
    Unreadable,
    /// Others were writing for too long; trying again is safe.
    Busy,
    /// Something is wrong here.
    Broken,
}

impl Failure {
    /// The status it is answered with.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignedOut | Self::DeskSignedOut | Self::ActsNoMore => StatusCode::SEE_OTHER,
            Self::SignedOutSending(_) => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The name of its messages: `failure-<id>-title` and `failure-<id>`.
    pub fn id(&self) -> &'static str {
        match self {
            Self::SignedOut | Self::DeskSignedOut | Self::SignedOutSending(_) => "signed-out",
            Self::NotFound | Self::ActsNoMore => "not-found",
            Self::Forged => "forged",
            Self::TooLarge => "too-large",
            Self::Unreadable => "unreadable",
            Self::Busy => "busy",
            Self::Broken => "broken",
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotThere | StoreError::Refused(Refusal::NotPermitted | Refusal::NotFound | Refusal::Erased) => {
                Self::NotFound
            }
            StoreError::Busy => Self::Busy,
            StoreError::Refused(refusal) => {
                tracing::error!(refusal = refusal_kind(&refusal), "a refusal that its page does not show");
                Self::Broken
            }
            // What is damaged is said without whose it is.
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

/// The kind of a refusal without what was typed, for the log.
fn refusal_kind(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotPermitted => "not permitted",
        Refusal::NotFound => "not found",
        Refusal::Erased => "erased",
        Refusal::Changed(_) => "changed",
        Refusal::NoContact => "no contact",
        Refusal::OutsideTerms(_) => "outside the terms",
        Refusal::Stopped => "stopped",
        Refusal::SignInAgain => "sign in again",
        Refusal::KeptByLaw(_) => "kept by law",
        Refusal::NotBefore(_) => "not before",
        Refusal::Invalid(_) => "invalid",
    }
}

impl IntoResponse for Failure {
    /// Marks the answer; the page is put in by [`super::reply::dress_failures`], which knows the reader, and that for
    /// signing in by its journey.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        match self {
            Self::SignedOut => return Redirect::to("/sign-in").into_response(),
            Self::DeskSignedOut => return Redirect::to("/desk/sign-in").into_response(),
            Self::SignedOutSending(kept) => response.extensions_mut().insert(kept).map(drop),
            other => response.extensions_mut().insert(other).map(drop),
        };
        response
    }
}

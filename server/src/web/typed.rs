//! What was typed into a form, whatever bytes were sent: read whole, or not at all.

use axum::{
    body::to_bytes,
    extract::{FromRequest, Request},
    http::header,
};
use own_terms_domain::form::Fields;

use super::failure::Failure;

/// The most bytes that a form may have. The longest text we keep is 2,000 characters, 24 kB at worst when encoded.
pub const MOST_BYTES: usize = 128 * 1024;

/// The fields of a form.
#[derive(Debug, Clone)]
pub struct Typed(pub Fields);

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        let is_form =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|value| {
                value.trim_start().to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
            });
        if !is_form {
            return Err(Failure::Unreadable);
        }
        let bytes = to_bytes(request.into_body(), MOST_BYTES).await.map_err(|_| Failure::TooLarge)?;
        Ok(Self(decode(&bytes)))
    }
}

/// Reads `application/x-www-form-urlencoded`; bytes that are no UTF-8 become the replacement character.
pub fn decode(bytes: &[u8]) -> Fields {
    form_urlencoded::parse(bytes).into_owned().collect()
}

//! Nothing is changed by a request from another site, and nothing at all by a GET.
//!
//! The one request that no page sends is a provider's word that somebody signed out there: that is believed by its signature.

use axum::{
    extract::Request,
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::failure::Failure;

/// Where identity providers say that somebody signed out: that of people, and that of those who work here.
pub const SIGNED_OUT_THERE: [&str; 2] = ["/sign-in/provider/logout", "/desk/sign-in/provider/logout"];

/// Refuses every request but GET and HEAD that does not come from one of our own pages.
pub async fn guard(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_signed = *request.method() == Method::POST && SIGNED_OUT_THERE.contains(&request.uri().path());
    if reads || is_signed || is_from_here(request.headers()) {
        next.run(request).await
    } else {
        Failure::Forged.into_response()
    }
}

/// `Sec-Fetch-Site` where the browser sends it (all since 2023), else `Origin`; one of them must be there and say "here".
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    let same_origin = || {
        let origin = text(header::ORIGIN)?;
        let host = text(header::HOST)?;
        let (_, of) = origin.split_once("://")?;
        Some(of.eq_ignore_ascii_case(host))
    };
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin" && (text(header::ORIGIN).is_none() || same_origin() == Some(true)),
        None => same_origin() == Some(true),
    }
}

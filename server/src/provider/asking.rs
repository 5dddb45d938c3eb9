//! What a provider is asked, and what it answers: yes with something that can be read, or nothing.

use axum::body::Body;
use hyper::{Method, Request, StatusCode, header::CONTENT_TYPE};
use serde::de::DeserializeOwned;
use url::Url;

use super::fault::Fault;
use crate::client::{Answer, Client, NoAnswer};

/// What is at an address.
pub async fn get(client: &Client, url: &Url) -> Result<Vec<u8>, Fault> {
    said(client.ask(url, Request::builder().method(Method::GET), Body::empty()).await)
}

/// What is answered to a form.
pub async fn post(client: &Client, url: &Url, form: String) -> Result<Vec<u8>, Fault> {
    let request = Request::builder().method(Method::POST).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    said(client.ask(url, request, Body::from(form)).await)
}

/// Reads an answer.
pub fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(answer).map_err(|_| Fault::Unreadable)
}

fn said(answer: Result<Answer, NoAnswer>) -> Result<Vec<u8>, Fault> {
    match answer {
        Ok(Answer { status: StatusCode::OK, body }) => Ok(body),
        Ok(_) => Err(Fault::Refused),
        Err(NoAnswer::Unreachable) => Err(Fault::Unreachable),
        Err(NoAnswer::TooLong) => Err(Fault::TooLong),
    }
}

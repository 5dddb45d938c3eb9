//! A token for a client that says who it is (OAuth 2.0, RFC 6749 section 4.4; by HTTP Basic, section 2.3.1).

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    answers::TooOften,
    caller::{OPEN_FOR, token},
    problem::Problem,
};
use crate::{
    app::App,
    store::{ApiClient, ClientId, StoreError},
    web::typed::decode,
};

/// What is given (RFC 6749, section 5.1).
#[derive(Serialize, ToSchema)]
pub(super) struct Given {
    /// To be sent with each request, as `Authorization: Bearer …`.
    access_token: String,
    /// Always `Bearer`.
    token_type: &'static str,
    /// For how many seconds.
    expires_in: i64,
}

/// Why none is given (RFC 6749, section 5.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotGiven {
    /// Not known, or not with this secret: one answer for both.
    InvalidClient,
    /// Something else than a client's own credentials.
    UnsupportedGrantType,
    /// The client asked too often, and has to wait so long.
    TooOften(Problem),
    /// Something is wrong here, or others were writing for too long.
    NotNow,
}

/// What is said of it.
#[derive(Serialize, ToSchema)]
pub(super) struct Refused {
    /// Its name in RFC 6749.
    error: &'static str,
}

impl IntoResponse for NotGiven {
    fn into_response(self) -> Response {
        if let Self::TooOften(problem) = self {
            return problem.into_response();
        }
        let (status, error) = match self {
            Self::InvalidClient => (StatusCode::UNAUTHORIZED, "invalid_client"),
            Self::UnsupportedGrantType => (StatusCode::BAD_REQUEST, "unsupported_grant_type"),
            Self::TooOften(_) | Self::NotNow => (StatusCode::SERVICE_UNAVAILABLE, "temporarily_unavailable"),
        };
        let mut response = (status, Json(Refused { error })).into_response();
        if self == Self::InvalidClient {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"own-terms\""));
        }
        response
    }
}

/// Gives a token.
#[utoipa::path(
    post, path = "/token", tag = "token",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "`grant_type=client_credentials`"),
    responses(
        (status = 200, description = "A token.", body = Given),
        (status = 400, description = "Another grant type.", body = Refused),
        (status = 401, description = "A client that is not known, or not with this secret.", body = Refused),
        (status = 413, description = "More than is taken."),
        (status = 503, description = "Not now; trying again is safe.", body = Refused),
        TooOften,
    ),
    security(("client" = [])),
)]
pub(super) async fn give(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<Json<Given>, NotGiven> {
    let client = client(&app, &headers).await.map_err(|_| NotGiven::NotNow)?.ok_or(NotGiven::InvalidClient)?;
    app.limits.client(client.id).map_err(|wait| NotGiven::TooOften(Problem::TooOften(wait)))?;
    if decode(&body).get("grant_type") != "client_credentials" {
        return Err(NotGiven::UnsupportedGrantType);
    }
    let access_token = token(&app, &client, app.clock.now().at).ok_or(NotGiven::NotNow)?;
    Ok(Json(Given { access_token, token_type: "Bearer", expires_in: OPEN_FOR.as_secs() }))
}

/// The client that the request says it is from, if it knows the secret.
async fn client(app: &App, headers: &HeaderMap) -> Result<Option<ApiClient>, StoreError> {
    let Some((id, secret)) = credentials(headers) else { return Ok(None) };
    Ok(app.store.client(id).await?.filter(|client| client.is_secret(&secret)))
}

fn credentials(headers: &HeaderMap) -> Option<(ClientId, String)> {
    let (scheme, encoded) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some((ClientId(id.parse().ok()?), secret.to_owned()))
}

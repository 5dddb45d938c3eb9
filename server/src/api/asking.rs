//! What every change asks for in the same way: a body that is read as the forms at the desk are, a key under which it is done once, and
//! the consent by which the person is named.

use axum::{
    Json,
    body::Bytes,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use own_terms_app::notice;
use own_terms_domain::{
    actor::Actor,
    decide::{Command, Refusal},
    form::{Fields, Parse},
    item::ItemId,
    reading::Language,
};
use serde::{Serialize, de::DeserializeOwned};
use utoipa::ToSchema;

use super::{
    caller::{Caller, Named},
    problem::Problem,
};
use crate::{
    app::App,
    store::{Answered, Once, Order},
};

/// The header of the key (draft-ietf-httpapi-idempotency-key-header).
const KEY: &str = "idempotency-key";
/// The longest key.
const LONGEST_KEY: usize = 255;

/// What was made.
#[derive(Serialize, ToSchema)]
pub(super) struct Made {
    /// Its name among the items of this person.
    id: String,
}

/// The key of a request, bare or as a string of RFC 9651: letters, digits and a few signs, which is what makers of keys send.
pub(super) fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let sent = headers.get(KEY).ok_or(Problem::NoKey)?.to_str().map_err(|_| Problem::NoKey)?.trim();
    let bare = sent.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(sent);
    let is_key = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    if bare.is_empty() || bare.len() > LONGEST_KEY || !bare.bytes().all(is_key) {
        return Err(Problem::NoKey);
    }
    Ok(bare.to_owned())
}

/// The body, as JSON of a type.
pub(super) fn body<T: DeserializeOwned>(bytes: &Bytes) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|_| Problem::Unreadable)
}

/// Fields as a form would send them, read by the same rule.
pub(super) fn parse<T: Parse>(fields: &Fields, caller: &Caller) -> Result<T, Problem> {
    T::parse(fields, caller.now).map_err(|errors| Problem::Refused(Refusal::Invalid(errors)))
}

/// A command as it is worded, where whoever wrote it was told how that can read and is sure.
pub(super) fn worded(sure: bool, command: Command) -> Command {
    if sure { Command::AsWorded(Box::new(command)) } else { command }
}

/// The order for it, by the consent that names the person.
pub(super) fn order(caller: &Caller, named: Named, actor: Actor, command: Command) -> Order {
    let command = Command::ByConsent { by: named.by, command: Box::new(command) };
    Order { claimant: named.claimant, actor, command, now: caller.now, notice: notice::version(Language::English) }
}

/// Makes something, once under its key: the same request again has the same answer.
pub(super) async fn make(
    app: &App,
    caller: &Caller,
    order: Order,
    key: String,
    asked: (&str, &Bytes),
    id: ItemId,
) -> Result<Response, Problem> {
    // The path has no NUL in it.
    let asked = [asked.0.as_bytes(), b"\0", asked.1].concat();
    let once = Once { client: caller.client, key, asked, answer: id.to_string() };
    let id = match app.store.commit_once(order, once).await? {
        Answered::Now(_) => id.to_string(),
        Answered::Before(id) => id,
        Answered::Otherwise => return Err(Problem::OtherRequest),
    };
    Ok((StatusCode::CREATED, Json(Made { id })).into_response())
}

//! What every change asks for in the same way: by whom and for whom, a body that is read as the forms at the desk are, and a key under
//! which it is done once.

use std::{collections::BTreeMap, str::FromStr};

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, FromRequestParts as _, MatchedPath, Path, Request},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use own_terms_app::notice;
use own_terms_domain::{
    actor::Actor,
    decide::Command,
    form::{ErrorKind, FieldError, Fields, Parse},
    item::ItemId,
    reading::Language,
};
use serde::{
    Deserialize as _, Deserializer, Serialize,
    de::{DeserializeOwned, Error as _},
};
use utoipa::ToSchema;
use uuid::Uuid;

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

/// What a system writes, to be read by the rule of the form at the desk that says the same.
pub(super) trait Written: DeserializeOwned + Send {
    /// What the form makes of it.
    type Draft: Parse;
    /// True for what is asked for in a case worker's stead; otherwise it is for the organisation itself.
    const IN_STEAD: bool = true;

    /// As the form would send it.
    fn fields(&self) -> Fields;

    /// True once whoever wrote it was warned that the wording can read as an order, and is sure.
    fn is_sure(&self) -> bool;

    /// The organisation that it names, which has to be one of those that there are.
    fn names(&self) -> Option<&str> {
        None
    }
}

/// About whom something is asked, and by whom.
pub(super) struct About {
    app: App,
    caller: Caller,
    named: Named,
    path: String,
    which: String,
}

/// Something to be made, under a key.
pub(super) struct Asked<T> {
    about: About,
    actor: Actor,
    key: String,
    bytes: Bytes,
    written: T,
}

/// What is said to something that is there.
pub(super) struct Said<T> {
    /// To what.
    pub(super) about: About,
    /// What.
    pub(super) body: T,
}

impl<T> Said<T> {
    /// Fields as a form would send them, read by the same rule.
    pub(super) fn parse<P: Parse>(&self, fields: &Fields) -> Result<P, Problem> {
        parse(fields, &self.about.caller)
    }
}

impl<T: DeserializeOwned> FromRequest<App> for Said<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (about, request) = About::of(request, app).await.map_err(Problem::into_response)?;
        let Read(body) = Read::from_request(request, app).await?;
        Ok(Self { about, body })
    }
}

/// What is sent, as JSON of a type.
pub(super) struct Read<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<App> for Read<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let bytes = Bytes::from_request(request, app).await.map_err(axum::response::IntoResponse::into_response)?;
        Ok(Self(body(&bytes).map_err(Problem::into_response)?))
    }
}

impl About {
    async fn of(request: Request, app: &App) -> Result<(Self, Request), Problem> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, app).await?;
        let path = MatchedPath::from_request_parts(&mut parts, app).await.map_err(|_| Problem::NotThere)?;
        let within = Path::<BTreeMap<String, String>>::from_request_parts(&mut parts, app).await;
        let Path(mut within) = within.map_err(|_| Problem::NotThere)?;
        let named = caller.named_by(app, &within.remove("id").unwrap_or_default()).await?;
        let (path, which) = (path.as_str().to_owned(), within.remove("which").unwrap_or_default());
        Ok((Self { app: app.clone(), caller, named, path, which }, Request::from_parts(parts, body)))
    }

    async fn in_stead(&self) -> Result<Actor, Problem> {
        self.caller.in_stead(&self.app, self.named).await
    }

    /// The order, by the consent that names the person.
    fn order(&self, actor: Actor, command: Command) -> Order {
        let command = Command::ByConsent { by: self.named.by, command: Box::new(command) };
        let (claimant, now) = (self.named.claimant, self.caller.now);
        Order { claimant, actor, command, now, notice: notice::version(Language::English) }
    }

    async fn is_there(&self, organisation: &str) -> Result<(), Problem> {
        let all = self.app.store.organisations().await?;
        let named = organisation.parse().ok();
        if all.iter().any(|one| Some(one.id) == named) {
            return Ok(());
        }
        let error = FieldError { field: "organisation".to_owned(), kind: ErrorKind::NotAChoice };
        Err(Problem::invalid(vec![error]))
    }

    /// Does to something that is there already what its address says, in the case worker's stead: again, it is so already.
    pub(super) async fn carry_out(
        self,
        command: impl FnOnce(ItemId) -> Option<Command>,
    ) -> Result<StatusCode, Problem> {
        let actor = self.in_stead().await?;
        let command = self.which.parse().ok().and_then(command).ok_or(Problem::NotThere)?;
        self.app.store.commit(self.order(actor, command)).await?;
        Ok(StatusCode::NO_CONTENT)
    }
}

impl FromRequest<App> for About {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        Self::of(request, app).await.map(|(about, _)| about)
    }
}

impl<T: Written> FromRequest<App> for Asked<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let problem = Problem::into_response;
        let (about, request) = About::of(request, app).await.map_err(problem)?;
        let actor = if T::IN_STEAD { about.in_stead().await.map_err(problem)? } else { about.caller.actor() };
        let key = key(request.headers()).map_err(problem)?;
        let bytes = Bytes::from_request(request, app).await.map_err(axum::response::IntoResponse::into_response)?;
        let written = body(&bytes).map_err(problem)?;
        Ok(Self { about, actor, key, bytes, written })
    }
}

impl<T: Written> Asked<T> {
    /// Makes it, once under its key: the same request again has the same answer.
    pub(super) async fn make(
        self,
        command: impl FnOnce(Uuid, T::Draft) -> (ItemId, Command),
    ) -> Result<Response, Problem> {
        let Self { about, actor, key, bytes, written } = self;
        let draft = parse(&written.fields(), &about.caller)?;
        if let Some(named) = written.names() {
            about.is_there(named).await?;
        }
        let (id, command) = command(about.app.entropy.id(), draft);
        let command = worded(written.is_sure(), command);
        // No path or id has a NUL in it.
        let which = [about.path.as_str(), &about.named.by.consent.to_string(), &about.which].join("\0");
        let asked = [which.as_bytes(), b"\0", &bytes].concat();
        let once = Once { client: about.caller.client, key, asked, answer: id.to_string() };
        let id = match about.app.store.commit_once(about.order(actor, command), once).await? {
            Answered::Now(_) => id.to_string(),
            Answered::Before(id) => id,
            Answered::Otherwise => return Err(Problem::OtherRequest),
        };
        Ok((StatusCode::CREATED, Json(Made { id })).into_response())
    }
}

/// The key of a request, bare or as a string of RFC 9651: letters, digits and a few signs, which is what makers of keys send.
fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let sent = headers.get(KEY).ok_or(Problem::NoKey)?.to_str().map_err(|_| Problem::NoKey)?.trim();
    let bare = sent.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(sent);
    let is_key = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    if bare.is_empty() || bare.len() > LONGEST_KEY || !bare.bytes().all(is_key) {
        return Err(Problem::NoKey);
    }
    Ok(bare.to_owned())
}

/// The body, as JSON of a type.
fn body<T: DeserializeOwned>(bytes: &Bytes) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|_| Problem::Unreadable)
}

/// A whole number as JSON has them: `20.0` is one.
///
/// # Errors
/// For whatever is none, or too great.
pub(super) fn whole<'de, D: Deserializer<'de>, T: FromStr>(from: D) -> Result<T, D::Error> {
    let written = serde_json::Number::deserialize(from)?.to_string();
    let bare = written.strip_suffix(".0").unwrap_or(&written);
    bare.parse().map_err(|_| D::Error::custom("no whole number that is taken"))
}

/// Fields as a form would send them, read by the same rule.
fn parse<T: Parse>(fields: &Fields, caller: &Caller) -> Result<T, Problem> {
    T::parse(fields, caller.now).map_err(Problem::invalid)
}

/// A command as it is worded, where whoever wrote it was told how that can read and is sure.
fn worded(sure: bool, command: Command) -> Command {
    if sure { Command::AsWorded(Box::new(command)) } else { command }
}

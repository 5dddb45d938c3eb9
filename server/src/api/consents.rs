//! What an organisation is shown by a consent, while that is live: asked for and logged in one transaction.

use axum::{
    Json,
    extract::{Path, Query, State, rejection::QueryRejection},
};
use jiff::{Timestamp, civil::Date};
use own_terms_domain::{
    actor::Actor,
    directory::{Directory, Known},
    ids::ConsentId,
    item::Held,
    reading::Choice as _,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::{
    answers::{AnyOther, NotThere, OfConsent},
    between::look_at_shared,
    caller::Caller,
    problem::{Details, Problem},
};
use crate::{app::App, export::content, store::SharedWith};

/// Where a list begins.
#[derive(Deserialize, IntoParams)]
pub(super) struct From {
    /// The id that the page before ended with.
    after: Option<String>,
}

/// A page of the list.
#[derive(Serialize, ToSchema)]
pub(super) struct Consents {
    /// Those that hold now.
    consents: Vec<Listed>,
    /// Where the next page begins, if there may be one: a page can be short, or empty, and have one all the same.
    next: Option<String>,
}

/// One that holds. What it covers is asked for by itself, so that the person sees who looked at what.
#[derive(Serialize, ToSchema)]
pub(super) struct Listed {
    /// Its id.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    id: String,
}

/// What one consent covers.
#[derive(Serialize, ToSchema)]
pub(super) struct Shared {
    /// Its id.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    id: String,
    /// What it is for, and nothing else: `introduction`, `help`, `advice`, `adjustments` or `health`.
    purpose: &'static str,
    /// The last day on which anything may be shown or used because of it.
    #[schema(value_type = String, format = Date)]
    until: Date,
    /// Each thing in the wording that the person read and said yes to.
    items: Vec<Item>,
}

/// One thing that is shown.
#[derive(Serialize, ToSchema)]
pub(super) struct Item {
    /// Its name among the items of this person.
    id: String,
    /// Its kind, as in `/record.schema.json`.
    kind: &'static str,
    /// The wording: it never changes for this number.
    version: u32,
    /// When it was written.
    #[schema(value_type = String, format = DateTime)]
    written: Timestamp,
    /// By whom.
    by: By,
    /// What it says, as `/record.schema.json` describes this kind, without what the text that the person read has no words for.
    #[schema(value_type = Object)]
    content: Value,
}

/// Who wrote something. Nobody's number is told.
#[derive(Serialize, ToSchema)]
pub(super) struct By {
    /// `claimant`, `carer`, `case-worker`, `system` (in a case worker's stead), `organisation` or `service`.
    role: &'static str,
    /// The name of whoever works for an organisation, or of the organisation.
    name: Option<String>,
    /// The organisation that they work for.
    organisation: Option<String>,
}

/// The consents that hold for this organisation.
#[utoipa::path(
    get, path = "/consents", tag = "consents", params(From),
    responses(
        (status = 200, description = "A page of them.", body = Consents),
        (status = 400, description = "No such place to begin at.", body = Details, content_type = "application/problem+json"),
        AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn list(
    caller: Caller,
    State(app): State<App>,
    from: Result<Query<From>, QueryRejection>,
) -> Result<Json<Consents>, Problem> {
    let Query(From { after }) = from.map_err(|_| Problem::Unreadable)?;
    let after = after.map(|id| id.parse::<ConsentId>().map_err(|_| Problem::Unreadable)).transpose()?;
    let SharedWith { live, next } = app.store.shared_with(caller.organisation.id, caller.now.today, after).await?;
    let next = next.as_ref().map(ToString::to_string);
    let consents = live.into_iter().map(|id| Listed { id: id.to_string() }).collect();
    Ok(Json(Consents { consents, next }))
}

/// What one consent covers, while it holds. The look is in the person's log, with each thing that was shown; so is a try after its end.
#[utoipa::path(
    get, path = "/consents/{id}", tag = "consents",
    params(OfConsent),
    responses(
        (status = 200, description = "What it covers.", body = Shared),
        NotThere, AnyOther,
    ),
    security(("token" = [])),
)]
pub(super) async fn one(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<Shared>, Problem> {
    let (named, view) = look_at_shared(&app, &caller, &id, None).await?;
    let id = named.by.consent;
    let grant = view.state.grants().live(caller.now.today).find(|grant| grant.id == id).ok_or(Problem::NotThere)?;
    let items = view.state.all().map(|held| item(held, &view.names)).collect::<Result<_, _>>()?;
    Ok(Json(Shared { id: id.to_string(), purpose: grant.purpose.id(), until: grant.until, items }))
}

pub(super) fn item(held: &Held, names: &Directory) -> Result<Item, Problem> {
    let content = content(&held.item, names).map_err(|_| Problem::Broken)?;
    Ok(Item {
        id: held.id.to_string(),
        kind: held.item.kind().id(),
        version: held.version.0,
        written: held.at,
        by: by(held.by, names),
        content,
    })
}

fn by(actor: Actor, names: &Directory) -> By {
    let (name, organisation) = match names.of(actor) {
        Some(Known::Staff(staff) | Known::System(staff)) => {
            (Some(staff.name.to_string()), Some(staff.organisation.name.to_string()))
        }
        Some(Known::Organisation(organisation)) => (Some(organisation.name.to_string()), None),
        // What the person calls a carer is between the two of them.
        Some(Known::Carer(_)) | None => (None, None),
    };
    By { role: actor.role(), name, organisation }
}

//! What is between the person and their case worker of one kind, each with where it stands: the same list for each kind that has answers.

use axum::Json;
use own_terms_domain::{item::Item as Content, look::Subject, time::Now};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    between::look,
    caller::Caller,
    consents::{Item, item},
    problem::Problem,
};
use crate::app::App;

/// Those of one kind. Of what is the desk's to know no more, such as a no to a question, nothing is here.
#[derive(Serialize, ToSchema)]
pub(super) struct AllStanding {
    /// Each of them.
    items: Vec<Standing>,
}

/// One of them.
#[derive(Serialize, ToSchema)]
pub(super) struct Standing {
    #[serde(flatten)]
    item: Item,
    /// Where it stands now. Of an appointment: `offered`, `suggested`, `agreed`, `moving`, `past`, `lapsed`, `declined`, `withdrawn`,
    /// `cancelled`, `moved`. Of an agreement: `proposed`, `deferred`, `asking-doctor`, `agreed`, `past`, `lapsed`, `declined`,
    /// `withdrawn`, `left`, `replaced`. Of a question: `requested`, `deferred`, `asking-doctor`, `given`, `renewed`.
    status: &'static str,
}

/// Those to which `status` gives where they stand. The look is in the person's log.
pub(super) async fn all_standing(
    app: &App,
    caller: &Caller,
    consent: &str,
    subject: Subject,
    status: fn(&Content, Now) -> Option<&'static str>,
) -> Result<Json<AllStanding>, Problem> {
    let (_, view) = look(app, caller, consent, subject).await?;
    let items = view.state.all().filter_map(|held| {
        let status = status(&held.item, caller.now)?;
        Some(item(held, &view.names).map(|item| Standing { item, status }))
    });
    Ok(Json(AllStanding { items: items.collect::<Result<_, _>>()? }))
}

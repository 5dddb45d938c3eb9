//! What people asked to have put right of what a case worker or an organisation wrote, and what is answered. An answer that is owed is no
//! contact, so that an organisation answers for itself whatever became of its consent.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use own_terms_app::notice;
use own_terms_domain::{
    actor::Actor,
    correction::Answer,
    decide::Command,
    form::{Fields, Parse as _},
    ids::RecordId,
    item::{ItemId, Version},
    look::{Reason, Subject},
    needs::Needs,
    reading::Language,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    answers::{AnyOther, NotDone, NotRead, NotThere, OfConsent, Which},
    asking::{Read, Said, whole},
    between::look,
    caller::Caller,
    consents::{Item, item},
    problem::Problem,
};
use crate::{
    app::App,
    store::{Ask, Order, View, Want},
};

/// Of how many people at once: each is a look.
const MOST_PEOPLE: usize = 20;

/// What is owed an answer.
#[derive(Serialize, ToSchema)]
pub(super) struct Owed {
    /// Each of them.
    corrections: Vec<OneOwed>,
}

/// What the person asks to have put right.
#[derive(Serialize, ToSchema)]
pub(super) struct OneOwed {
    /// The record as it stands; its id is what it had when it was passed on.
    record: Item,
    /// What it should say, why, and by when an answer is promised; its id and version are named in the answer.
    correction: Item,
    /// How the person sees it, where they wrote that beside it.
    differently: Option<Item>,
}

/// What is answered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CorrectionAnswer {
    /// `begin` (it is looked into), `done` (it says from now on what the person asks) or `refuse`.
    #[schema(pattern = "^(begin|done|refuse)$")]
    answer: String,
    /// Why it stays, for the person to read, where it is refused.
    #[serde(default)]
    #[schema(max_length = 2000)]
    why: String,
    /// The version of the correction that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(maximum = 2_147_483_647)]
    version: u32,
    /// True once whoever wrote it was warned that the wording can read as an order, and is sure.
    #[serde(default)]
    sure: bool,
}

impl CorrectionAnswer {
    fn fields(&self) -> Fields {
        Fields::new().with("do", &self.answer).with("why", &self.why)
    }

    fn command(&self, record: RecordId, answer: Answer) -> Command {
        let command = Command::AnswerCorrection { record, on: Version(self.version), answer };
        if self.sure { Command::AsWorded(Box::new(command)) } else { command }
    }
}

fn owed(view: &View, by: Actor) -> Result<Vec<OneOwed>, Problem> {
    let state = &view.state;
    let records = state.grants().answering.iter().filter(|(owes, _)| owes.is_same_as(by));
    let said = |id: ItemId| state.get(id).map(|held| item(held, &view.names)).transpose();
    let one = |record: RecordId| {
        let Some((held, _)) = state.record(record) else { return Ok(None) };
        let Some(correction) = said(ItemId::Correction(record))? else { return Ok(None) };
        let differently = said(ItemId::OtherView(record))?;
        Ok(Some(OneOwed { record: item(held, &view.names)?, correction, differently }))
    };
    records.filter_map(|(_, record)| one(*record).transpose()).collect()
}

/// What somebody asks the case worker to put right. The look is in the person's log.
#[utoipa::path(
    get, path = "/consents/{id}/corrections", tag = "corrections", params(OfConsent),
    responses((status = 200, description = "All that waits for an answer.", body = Owed), NotThere, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn of_case_worker(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<Owed>, Problem> {
    let (named, view) = look(&app, &caller, &id, Subject::Records).await?;
    let by = caller.in_stead(&app, named).await?;
    Ok(Json(Owed { corrections: owed(&view, by)? }))
}

/// Answers, in the case worker's stead.
#[utoipa::path(
    post, path = "/consents/{id}/corrections/{which}/answer", tag = "corrections", params(OfConsent, Which),
    request_body = CorrectionAnswer,
    responses((status = 204, description = "It is answered so."), NotRead, NotThere, NotDone, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn answer_in_stead(said: Said<CorrectionAnswer>) -> Result<StatusCode, Problem> {
    let answer = said.parse::<Answer>(&said.body.fields())?;
    let Said { about, body } = said;
    about.carry_out(|item| correction(item).map(|record| body.command(record, answer))).await
}

/// What people ask this organisation to put right of what it passed on, by whatever consent, and whether or not that holds still: of those
/// twenty people who have waited longest, and of the next once these have their answer. Each look is in the log of whom it is about.
#[utoipa::path(
    get, path = "/corrections", tag = "corrections",
    responses((status = 200, description = "All that waits for an answer.", body = Owed), AnyOther),
    security(("token" = [])),
)]
pub(super) async fn of_organisation(caller: Caller, State(app): State<App>) -> Result<Json<Owed>, Problem> {
    let (mut whose, mut corrections) = (Vec::new(), Vec::new());
    for (claimant, _) in app.store.owed_by(caller.organisation.id).await? {
        if !whose.contains(&claimant) {
            whose.push(claimant);
        }
    }
    for claimant in whose.into_iter().take(MOST_PEOPLE) {
        let ask = Ask {
            claimant,
            actor: caller.actor(),
            reason: Reason::PuttingRight,
            subject: Subject::Records,
            now: caller.now,
            withheld: None,
            session: None,
            needs: Needs::everything(),
            want: Want::Items,
        };
        match app.store.view(ask).await.map_err(Problem::from) {
            Ok(view) => corrections.extend(owed(&view, caller.actor())?),
            // Taken back meanwhile.
            Err(Problem::NotThere) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(Json(Owed { corrections }))
}

/// Answers, for this organisation.
#[utoipa::path(
    post, path = "/corrections/{which}/answer", tag = "corrections", params(Which),
    request_body = CorrectionAnswer,
    responses((status = 204, description = "It is answered so."), NotRead, NotThere, NotDone, AnyOther),
    security(("token" = [])),
)]
pub(super) async fn answer(
    caller: Caller,
    State(app): State<App>,
    Path(which): Path<String>,
    Read(body): Read<CorrectionAnswer>,
) -> Result<StatusCode, Problem> {
    let record = which.parse().ok().and_then(correction).ok_or(Problem::NotThere)?;
    let all = app.store.owed_by(caller.organisation.id).await?;
    let (claimant, _) = all.into_iter().find(|(_, owed)| *owed == record).ok_or(Problem::NotThere)?;
    let answer = Answer::parse(&body.fields(), caller.now).map_err(Problem::invalid)?;
    let (actor, notice) = (caller.actor(), notice::version(Language::English));
    let order = Order { claimant, actor, command: body.command(record, answer), now: caller.now, notice };
    app.store.commit(order).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn correction(item: ItemId) -> Option<RecordId> {
    match item {
        ItemId::Correction(record) => Some(record),
        _ => None,
    }
}

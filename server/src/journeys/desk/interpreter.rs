//! Booking who interprets at what was agreed. It stands whatever the person says of contact since, as the appointment does.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    appointment::{ComingDraft, Part},
    decide::Command,
    form::{Fields, Parse as _},
    ids::AppointmentId,
    item::Version,
    look::{Reason, Subject},
};

use crate::web::{
    failure::Failure,
    member::{CaseWorker, Member},
    opened,
    reply::put_cookie,
    sent::{Became, Sent},
    typed::{Typed, decode},
    visit::Answer,
};

fn which(fields: &Fields) -> Result<AppointmentId, Failure> {
    fields.get("which").parse().map_err(|_| Failure::NotFound)
}

/// From the list of what is agreed: whom it is with is opened, and their page of it shown.
pub async fn open(member: Member<CaseWorker>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let (who, id) = (fields.get("who"), which(&fields)?);
    if member.unseal(who).is_none() {
        return Err(Failure::NotFound);
    }
    let mut response = Redirect::to(&pages::desk::interpreter_at(id)).into_response();
    put_cookie(&mut response, opened::cookie(&member.visit.app, who));
    Ok(response)
}

/// The form.
pub async fn show(mut member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    let back = || Ok(Redirect::to("/desk/agreed").into_response());
    let id = decode(query.unwrap_or_default().as_bytes());
    let (Ok(id), Some(whom)) = (which(&id), member.opened()) else { return back() };
    let Some(view) = member.look(whom, Reason::ConversationAsked, Subject::Appointments).await? else { return back() };
    member.names = view.names;
    let form = FormState::default();
    match pages::desk::interpreter(&view.state, member.seal(whom), id, &form, member.visit.now) {
        Some(page) => Ok(member.page(page)),
        None => back(),
    }
}

/// Writes it down.
pub async fn save(mut sent: Sent<CaseWorker>) -> Answer {
    let id = which(&sent.fields)?;
    let on = Version::parse(sent.fields.get("version"));
    let became = match ComingDraft::parse(&sent.fields, sent.member.visit.now) {
        Ok(draft) => sent.submit(Command::SayComing { id, part: Part::Interpreter, on, draft }).await?,
        Err(errors) => sent.wrong(errors),
    };
    let (errors, notice) = match became {
        Became::Done => return Ok(sent.go("/desk/agreed", Some("desk-interpreter-saved"))),
        Became::Again(errors, notice) => (errors, notice),
        Became::NoMore => return Ok(sent.go("/desk/agreed", None)),
    };
    let form = FormState { fields: std::mem::take(&mut sent.fields), errors, notice };
    let whom = sent.about()?;
    let view = sent.member.look(whom, Reason::ConversationAsked, Subject::Appointments).await?;
    let (of, now) = (sent.member.seal(whom), sent.member.visit.now);
    let page = view.as_ref().and_then(|view| pages::desk::interpreter(&view.state, of, id, &form, now));
    match page {
        Some(page) => Ok(sent.again(&form, page)),
        // It was called off meanwhile: the list says what stands.
        None => Ok(sent.go("/desk/agreed", None)),
    }
}

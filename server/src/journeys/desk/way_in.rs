//! Ways in that a case worker gives out: an invitation, as a link, a code or a letter; and a new way in, which waits and is told.

use axum::{
    body::Body,
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use jiff::SignedDuration;
use own_terms_app::{
    form::FormState,
    pages::{
        self,
        desk::{Given, Named, SHOWN},
    },
};
use own_terms_domain::{
    account::Origin,
    decide::Refusal,
    form::{Check, FieldError, Fields},
    look::{Reason, Subject},
    reading::{Choice as _, Language},
    spoken::SpokenCode,
    text::Line,
};

use super::people::{around, from};
use crate::{
    clock::now_at,
    invite::{Invited, Invitee, invite as make_place},
    letter,
    recover::{Recovering, recover},
    store::StoreError,
    web::{
        failure::Failure,
        member::{CaseWorker, Member},
        reply::{attachment, page},
        sent::Sent,
        typed::Typed,
        visit::Answer,
    },
};

/// For how long an invitation is open: a letter takes days, and so may somebody who is ill.
const OPEN_FOR: SignedDuration = SignedDuration::from_hours(24 * 28);

/// Whom to invite.
pub async fn show_invite(member: Member<CaseWorker>) -> Response {
    let form = FormState::of(Fields::new().with("language", Language::English.id()));
    member.page(pages::desk::invite(member.visit.app.settings.origin.is_some(), None, &form))
}

/// Makes a place, and what opens it once: on the page, or in a letter and nowhere else.
pub async fn invite(mut sent: Sent<CaseWorker>) -> Answer {
    let app = sent.member.visit.app.clone();
    let letters = app.settings.origin.as_deref();
    let fields = std::mem::take(&mut sent.fields);
    let whom = match whom(&fields, app.settings.demo) {
        Ok(whom) if sent.held_back.is_none() => whom,
        wrong => {
            // What is wrong in it is said once they want it made.
            let errors = wrong.err().filter(|_| sent.held_back.is_none()).unwrap_or_default();
            let form = FormState { fields, errors, notice: sent.held_back };
            return Ok(sent.again(&form, pages::desk::invite(letters.is_some(), None, &form)));
        }
    };
    let member = &sent.member;
    let Invited { code, until, .. } = make_place(&*app.store, &app.entropy, member.visit.now, &whom).await?;
    if let ("letter", Some(origin)) = (fields.get("do"), letters) {
        let (name, language, helpline) = (&whom.name, whom.language, app.settings.helpline.as_str());
        let letter = letter::Invitation { name, language, code: &code, until: now_at(until).today, origin, helpline };
        let pdf = letter.pdf(member.visit.now.at).map_err(|_| Failure::Broken)?;
        return Ok(attachment("letter.pdf", "application/pdf", pdf.len(), Body::from(pdf)));
    }
    let given = given(member, whom.name.to_string(), &code, None, until);
    let form = FormState::of(Fields::new().with("language", whom.language.id()));
    Ok(member.page(pages::desk::invite(letters.is_some(), Some(given), &form)))
}

fn whom(fields: &Fields, demo: bool) -> Result<Invitee, Vec<FieldError>> {
    let mut check = Check::new();
    let name = check.field("name", Line::parse(fields.get("name")));
    let language = check.field("language", Language::parse(fields.get("language")));
    // Nobody real has a place in a demonstration.
    let origin = if demo { Origin::Demonstration } else { Origin::Real };
    check.finish((|| Some(Invitee { name: name?, language: language?, origin, open_for: OPEN_FOR }))())
}

fn given(
    member: &Member<CaseWorker>,
    name: String,
    code: &SpokenCode,
    from: Option<jiff::Timestamp>,
    until: jiff::Timestamp,
) -> Given {
    let origin = member.visit.app.settings.origin.as_deref();
    let link = origin.map(|origin| format!("{origin}/sign-in/invitation?code={code}"));
    Given { name, spoken: code.to_string(), link, from, until }
}

/// Who can be given a new way in.
pub async fn show_lost(member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    lost(&member, from(query), None).await
}

/// A page of them. Each whose name is on it is told of that look.
async fn lost(member: &Member<CaseWorker>, from: usize, given: Option<Given>) -> Answer {
    let all = member.visit.app.store.who_chose(member.staff.id, member.visit.now.today).await?;
    if from > 0 && from >= all.len() {
        return Ok(Redirect::to("/desk/lost").into_response());
    }
    let mut named = Vec::new();
    for (whom, _) in all.iter().skip(from).take(SHOWN) {
        let Some(view) = member.look(*whom, Reason::WhoAsked, Subject::Asked).await? else { continue };
        let name = view.state.name();
        named.push(Named { sealed: member.seal(*whom), name });
    }
    let (before, after) = around(from, all.len());
    Ok(member.page(pages::desk::lost(named, given, before, after)))
}

/// Asks for one: it opens nothing for three days, the person is told wherever they can be, and can stop it.
pub async fn ask(member: Member<CaseWorker>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let whom = member.unseal(fields.get("who")).ok_or(Failure::NotFound)?;
    let Some(view) = member.look(whom, Reason::WhoAsked, Subject::Asked).await? else {
        return Ok(Redirect::to("/desk/lost").into_response());
    };
    let name = view.state.name();
    let app = &member.visit.app;
    let not = |from| {
        let content = pages::desk::lost_not_yet(from);
        Ok(page(&member.visit, member.frame(), StatusCode::UNPROCESSABLE_ENTITY, content))
    };
    match recover(&*app.store, &app.entropy, member.visit.now, (whom, member.staff.id)).await {
        Ok(Recovering { code, opens, until }) => {
            let given = given(&member, name, &code, Some(opens), until);
            lost(&member, 0, Some(given)).await
        }
        Err(StoreError::Refused(Refusal::NotBefore(from))) => not(Some(from)),
        Err(StoreError::Refused(_) | StoreError::NotThere) => not(None),
        Err(other) => Err(other.into()),
    }
}

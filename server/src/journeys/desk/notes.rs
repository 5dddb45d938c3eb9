//! What somebody and their case worker write to each other and agree, at the case worker's side.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect, Response},
};
use own_terms_app::{
    form::{FormState, Notice},
    pages::desk::notes::{self as pages, Talk},
};
use own_terms_domain::{
    agreement::{AgreementDraft, Answer as Said},
    decide::Command,
    form::{Fields, Parse as _},
    ids::{AgreementId, RecordId},
    item::Version,
    look::Subject,
    message::MessageDraft,
};

use super::people::from;
use crate::web::{
    failure::Failure,
    member::{CaseWorker, Member},
    sent::{Became, Sent},
    typed::decode,
    visit::Answer,
};

const HERE: &str = "/desk/notes";

/// What was written and agreed, and the form to write more.
pub async fn show(mut member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    let whom = member.opened();
    let Some((whom, state)) = member.look_if_asked(whom, Subject::Notes).await? else { return Ok(not_now()) };
    let form = FormState::of(Fields::new().with("which", drawn(&member)));
    let talk = Talk { state: &state, of: member.seal(whom), now: member.visit.now };
    Ok(member.page(pages::notes(&talk, from(query), &form)))
}

/// A message.
pub async fn write(mut sent: Sent<CaseWorker>) -> Answer {
    let id: RecordId = sent.fields.get("which").parse().map_err(|_| Failure::NotFound)?;
    let became = match MessageDraft::parse(&sent.fields, sent.member.visit.now) {
        Ok(draft) => sent.submit(Command::WriteMessage { id, draft }).await?,
        Err(errors) => sent.wrong(errors),
    };
    let Some(form) = again(&mut sent, became) else { return Ok(sent.go(HERE, Some("desk-message-sent"))) };
    let Some((whom, state)) = sent.member.look_if_asked(sent.whom, Subject::Notes).await? else {
        return Ok(sent.go("/desk/person", None));
    };
    let talk = Talk { state: &state, of: sent.member.seal(whom), now: sent.member.visit.now };
    Ok(sent.again(&form, pages::notes(&talk, 0, &form)))
}

/// The form for a proposal; with the words of another, whose place it is to take.
pub async fn show_propose(mut member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    let whom = member.opened();
    let Some((whom, state)) = member.look_if_asked(whom, Subject::Notes).await? else { return Ok(not_now()) };
    let instead = decode(query.unwrap_or_default().as_bytes()).get("instead").parse().ok();
    let id = AgreementId(member.visit.app.entropy.id());
    let form = pages::fresh_proposal(&state, id, instead, member.visit.now);
    let talk = Talk { state: &state, of: member.seal(whom), now: member.visit.now };
    Ok(member.page(pages::propose(&talk, &form)))
}

/// A proposal.
pub async fn propose(mut sent: Sent<CaseWorker>) -> Answer {
    let id = which(&sent.fields)?;
    let became = match AgreementDraft::parse(&sent.fields, sent.member.visit.now) {
        Ok(draft) => sent.submit(Command::ProposeAgreement { id, draft }).await?,
        Err(errors) => sent.wrong(errors),
    };
    let Some(form) = again(&mut sent, became) else { return Ok(sent.go(HERE, Some("desk-proposed"))) };
    let Some((whom, state)) = sent.member.look_if_asked(sent.whom, Subject::Notes).await? else {
        return Ok(sent.go("/desk/person", None));
    };
    let talk = Talk { state: &state, of: sent.member.seal(whom), now: sent.member.visit.now };
    Ok(sent.again(&form, pages::propose(&talk, &form)))
}

/// The buttons have no page of their own.
pub async fn show_act(_: Member<CaseWorker>) -> Redirect {
    Redirect::to(HERE)
}

/// Answers what they proposed, leaves what is agreed, or proposes something no longer.
pub async fn act(sent: Sent<CaseWorker>) -> Answer {
    let id = which(&sent.fields)?;
    let (command, done) = if sent.fields.get("do") == "leave" {
        (Command::LeaveAgreement { id }, "desk-agreement-left")
    } else {
        let answer = Said::parse(&sent.fields, sent.member.visit.now).map_err(|_| Failure::Unreadable)?;
        let done = match answer {
            Said::Yes => "desk-agreement-accepted",
            Said::No => "desk-agreement-declined",
            Said::NotNow => "desk-agreement-held",
            Said::AskDoctor => return Err(Failure::Unreadable),
        };
        (Command::AnswerAgreement { id, on: Version::parse(sent.fields.get("version")), answer }, done)
    };
    Ok(match sent.submit(command).await? {
        Became::Done => sent.go(HERE, Some(done)),
        // It was answered, changed or left meanwhile, or nobody was signed in: the page says how it stands, and they press again.
        Became::Again(..) => sent.go(HERE, Some("desk-look-again")),
        Became::NoMore => sent.go("/desk/person", None),
    })
}

/// The form as it is shown again; none where it was done.
pub(super) fn again(sent: &mut Sent<CaseWorker>, became: Became) -> Option<FormState> {
    let (errors, notice) = match became {
        Became::Done => return None,
        Became::Again(errors, notice) => (errors, notice),
        // The look that follows finds that out, and leads on.
        Became::NoMore => (Vec::new(), None),
    };
    let mut fields = std::mem::take(&mut sent.fields);
    if matches!(notice, Some(Notice::Changed(_))) {
        // The form has made its item already, and came again with other words: a new number lets them be kept as another.
        fields = fields.put("which", drawn(&sent.member));
    }
    Some(FormState { fields, errors, notice })
}

fn which(fields: &Fields) -> Result<AgreementId, Failure> {
    fields.get("which").parse().map_err(|_| Failure::NotFound)
}

/// A new number, for what the form will make.
pub(super) fn drawn(member: &Member<CaseWorker>) -> String {
    member.visit.app.entropy.id().simple().to_string()
}

/// They do not want contact, or are nobody's: their page says which.
pub(super) fn not_now() -> Response {
    Redirect::to("/desk/person").into_response()
}

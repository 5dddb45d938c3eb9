//! Suggesting an organisation that could help to someone who asked to talk, and suggesting it no longer.

use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    decide::Command,
    form::{ErrorKind, FieldError, Parse as _},
    ids::{ClaimantId, ConsentId},
    look::{Reason, Subject},
    referral::ReferralDraft,
    state::State,
};

use super::notes::{again, not_now};
use crate::web::{
    failure::Failure,
    member::{CaseWorker, Member},
    sent::Sent,
    visit::Answer,
};

/// Somebody while they want contact, what they let be seen before a conversation, and what was asked of them from here before.
async fn opened(
    member: &mut Member<CaseWorker>,
    whom: Option<ClaimantId>,
) -> Result<Option<(ClaimantId, State, State)>, Failure> {
    let Some((whom, state)) = member.look_if_asked(whom, Subject::Preparing).await? else { return Ok(None) };
    let asked = member.look(whom, Reason::ConversationAsked, Subject::Consents).await?;
    Ok(asked.map(|asked| (whom, state, asked.state)))
}

/// The form, and what waits for an answer.
pub async fn show(mut member: Member<CaseWorker>) -> Answer {
    let whom = member.opened();
    let Some((whom, state, asked)) = opened(&mut member, whom).await? else { return Ok(not_now()) };
    let organisations = member.visit.app.store.organisations().await?;
    let of = (member.seal(whom), ConsentId(member.visit.app.entropy.id()));
    let now = member.visit.now;
    Ok(member.page(pages::desk::refer(&state, &asked, organisations, of, &FormState::default(), now)))
}

/// Suggests it, or does so no longer.
pub async fn send(mut sent: Sent<CaseWorker>) -> Answer {
    let id: ConsentId = sent.fields.get("which").parse().map_err(|_| Failure::NotFound)?;
    let organisations = sent.member.visit.app.store.organisations().await?;
    let known = |draft: &ReferralDraft| organisations.iter().any(|one| one.id == draft.consent.organisation);
    let (became, done) = if sent.fields.get("do") == "withdraw" {
        (sent.submit(Command::WithdrawReferral { id }).await?, "desk-refer-withdrawn")
    } else {
        let became = match ReferralDraft::parse(&sent.fields, sent.member.visit.now) {
            Ok(draft) if !known(&draft) => {
                sent.wrong(vec![FieldError { field: "organisation".to_owned(), kind: ErrorKind::NotAChoice }])
            }
            Ok(draft) => sent.submit(Command::ProposeReferral { id, draft }).await?,
            Err(errors) => sent.wrong(errors),
        };
        (became, "desk-referred")
    };
    let Some(form) = again(&mut sent, became) else { return Ok(sent.go("/desk/refer", Some(done))) };
    let whom = sent.whom;
    let Some((whom, state, asked)) = opened(&mut sent.member, whom).await? else {
        return Ok(sent.go("/desk/person", None));
    };
    let id = form.fields.get("which").parse().unwrap_or(id);
    let (of, now) = ((sent.member.seal(whom), id), sent.member.visit.now);
    Ok(sent.again(&form, pages::desk::refer(&state, &asked, organisations, of, &form, now)))
}

//! Writing down a conversation that somebody said yes to keeping; and answering what people asked to have put right.

use axum::extract::RawQuery;
use own_terms_app::{
    form::FormState,
    pages::desk::{
        SHOWN,
        corrections::{Owed, corrections},
        records as page,
    },
};
use own_terms_domain::{
    correction::Answer as Answered,
    decide::Command,
    form::{Fields, Parse as _},
    ids::{ClaimantId, RecordId},
    item::{ItemId, Version},
    look::{Reason, Subject},
    record::NoteOfTalk,
    state::State,
};

use super::{
    notes::{again, drawn, not_now},
    people::{around, from},
};
use crate::web::{
    failure::Failure,
    member::{CaseWorker, Member},
    sent::{Became, Sent},
    visit::Answer,
};

/// What was written about somebody, and the form to write more.
pub async fn show(mut member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    let whom = member.opened();
    let Some((whom, state)) = member.look_if_asked(whom, Subject::Records).await? else { return Ok(not_now()) };
    let form = FormState::of(Fields::new().with("which", drawn(&member)));
    Ok(member.page(page::records(&state, member.seal(whom), member.actor(), from(query), &form)))
}

/// Writes down a conversation.
pub async fn write(mut sent: Sent<CaseWorker>) -> Answer {
    let id: RecordId = sent.fields.get("which").parse().map_err(|_| Failure::NotFound)?;
    // Nothing is asked of the store about whoever wants no contact: what is written of them now, they did not say yes to.
    let looked = sent.member.look_if_asked(sent.whom, Subject::Records).await?;
    let Some((whom, state)) = looked else { return Ok(sent.go("/desk/person", None)) };
    let became = match NoteOfTalk::parse(&sent.fields, sent.member.visit.now) {
        Ok(NoteOfTalk(draft)) => sent.submit(Command::WriteRecord { id, draft }).await?,
        Err(errors) => sent.wrong(errors),
    };
    let Some(form) = again(&mut sent, became) else { return Ok(sent.go("/desk/records", Some("desk-record-kept"))) };
    let (of, me) = (sent.member.seal(whom), sent.member.actor());
    Ok(sent.again(&form, page::records(&state, of, me, 0, &form)))
}

/// What people asked to have put right, whatever they say of contact since: an answer is owed, and is no contact.
pub async fn show_corrections(mut member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    let from = from(query);
    let (owed, before, after) = owed(&mut member, from).await?;
    Ok(member.page(corrections(owed, &FormState::default(), before, after)))
}

/// A page of them. Each whose record is on it is told of that look.
async fn owed(
    member: &mut Member<CaseWorker>,
    from: usize,
) -> Result<(Vec<Owed>, Option<usize>, Option<usize>), Failure> {
    let all = member.visit.app.store.asked_to_put_right(member.staff.id).await?;
    let mut owed = Vec::new();
    for whom in all.iter().skip(from).take(SHOWN) {
        let Some(view) = member.look(*whom, Reason::PuttingRight, Subject::Records).await? else { continue };
        owed.extend(of(member, *whom, &view.state));
    }
    let (before, after) = around(from, all.len());
    Ok((owed, before, after))
}

/// What one person asked of whoever is at the desk.
fn of(member: &Member<CaseWorker>, whom: ClaimantId, state: &State) -> Vec<Owed> {
    let name = state.name();
    let mine = state.grants().answering.iter().filter(|(by, _)| by.is_same_as(member.actor()));
    let one = |record: RecordId| {
        let ((held, stands), correction) = (state.record(record)?, state.correction(record)?);
        Some(Owed {
            of: member.seal(whom),
            name: name.clone(),
            record,
            held: held.clone(),
            words: stands.words.clone(),
            differently: state.other_view(record).map(|view| view.words.clone()),
            correction: correction.clone(),
            version: state.version(ItemId::Correction(record)),
        })
    };
    mine.filter_map(|(_, record)| one(*record)).collect()
}

/// Answers one: looks into it, puts it right as they ask, or says why it stays.
pub async fn answer(mut sent: Sent<CaseWorker>) -> Answer {
    const HERE: &str = "/desk/corrections";
    let record: RecordId = sent.fields.get("record").parse().map_err(|_| Failure::NotFound)?;
    let on = Version::parse(sent.fields.get("version"));
    let done = match sent.fields.get("do") {
        "begin" => "desk-correction-begun",
        "done" => "desk-correction-done",
        "refuse" => "desk-correction-refused",
        _ => return Err(Failure::Unreadable),
    };
    let became = match Answered::parse(&sent.fields, sent.member.visit.now) {
        Ok(answer) => sent.submit(Command::AnswerCorrection { record, on, answer }).await?,
        Err(errors) => sent.wrong(errors),
    };
    if became == Became::NoMore {
        return Ok(sent.go(HERE, Some("desk-look-again")));
    }
    let Some(form) = again(&mut sent, became) else { return Ok(sent.go(HERE, Some(done))) };
    let (owed, before, after) = owed(&mut sent.member, 0).await?;
    Ok(sent.again(&form, corrections(owed, &form, before, after)))
}

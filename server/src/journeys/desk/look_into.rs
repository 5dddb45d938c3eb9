//! A supervisor who looks into what is between a person and their case worker. What they see, for how long and of whom is the
//! domain's to say; that the case worker works for the same organisation is asked here, where organisations are known.

use axum::response::{IntoResponse as _, Redirect};
use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    decide::Command,
    form::{ErrorKind, FieldError, Fields, Parse as _},
    ids::ClaimantId,
    look::Subject,
    oversight::OversightDraft,
    staff::Staff,
    text::Line,
    wording::{self, Weight},
};

use crate::{
    store::StoreError,
    web::{
        member::{Member, Supervisor},
        sent::{Became, Sent},
        visit::Answer,
    },
};

/// The form.
pub async fn show(member: Member<Supervisor>) -> Answer {
    let all = supervised(&member).await?;
    Ok(member.page(pages::desk::look_into(&all, &FormState::default())))
}

/// The case workers of the same organisation.
async fn supervised(member: &Member<Supervisor>) -> Result<Vec<Staff>, StoreError> {
    let all = member.visit.app.store.case_workers().await?.into_iter();
    Ok(all.filter(|one| one.organisation == member.staff.organisation).collect())
}

/// Keeps why they look, where the person reads it, and leads on to what they see by it.
pub async fn send(mut sent: Sent<Supervisor>) -> Answer {
    let all = supervised(&sent.member).await?;
    sent.whom = None;
    let errors = match read(&sent, &all) {
        _ if sent.held_back.is_some() => Vec::new(),
        Err(errors) => errors,
        Ok((draft, name)) => match of_that_name(&sent, &draft, &name).await? {
            None => vec![nobody()],
            Some(whom) => {
                sent.whom = Some(whom);
                match sent.submit(Command::LookInto { draft }).await? {
                    Became::Done => return Ok(sent.go("/desk/look-into/person", None)),
                    Became::Again(errors, _) => {
                        sent.whom = None;
                        errors
                    }
                    // They said no, or chose another, at this very moment.
                    Became::NoMore => {
                        sent.whom = None;
                        vec![nobody()]
                    }
                }
            }
        },
    };
    let form = FormState { fields: std::mem::take(&mut sent.fields), errors, notice: sent.held_back };
    Ok(sent.again(&form, pages::desk::look_into(&all, &form)))
}

/// What was typed, whole and rightly worded: before anybody is looked for, or a form that is refused would say who is here.
fn read(sent: &Sent<Supervisor>, all: &[Staff]) -> Result<(OversightDraft, Line), Vec<FieldError>> {
    let fields: &Fields = &sent.fields;
    let draft = OversightDraft::parse(fields, sent.member.visit.now);
    let name = Line::parse(fields.get("person-name"));
    let mut errors = draft.as_ref().err().cloned().unwrap_or_default();
    errors.extend(name.as_ref().err().map(|kind| FieldError { field: "person-name".to_owned(), kind: *kind }));
    if let Ok(draft) = &draft {
        if all.iter().all(|one| one.id != draft.of) {
            errors.push(FieldError { field: "of-staff".to_owned(), kind: ErrorKind::NotAChoice });
        }
        let sure = fields.has("sure", "yes");
        let found = wording::worst(draft.words.as_str());
        let found = found.filter(|found| !(sure && found.weight == Weight::Coercive));
        errors.extend(found.map(|found| FieldError { field: "words".to_owned(), kind: found.kind() }));
    }
    match (draft, name) {
        (Ok(draft), Ok(name)) if errors.is_empty() => Ok((draft, name)),
        _ => Err(errors),
    }
}

/// Of whoever wants no contact, has stopped or is not here there is one answer.
async fn of_that_name(
    sent: &Sent<Supervisor>,
    draft: &OversightDraft,
    name: &Line,
) -> Result<Option<ClaimantId>, StoreError> {
    let member = &sent.member;
    member.visit.app.store.chose_by_name(draft.of, name.as_str(), member.visit.now).await
}

fn nobody() -> FieldError {
    FieldError { field: "person-name".to_owned(), kind: ErrorKind::OpensNothing }
}

/// What is between the two. Nobody opened, too late, and whoever said no since lead to one answer: back to the form.
pub async fn show_person(mut member: Member<Supervisor>) -> Answer {
    let back = || Ok(Redirect::to("/desk/look-into").into_response());
    let Some(whom) = member.opened() else { return back() };
    let Some(notes) = member.look_into(whom, Subject::Notes).await? else { return back() };
    let Some(appointments) = member.look_into(whom, Subject::Appointments).await? else { return back() };
    let Some(oversight) = notes.state.grants().oversight else { return back() };
    member.names = notes.names.and(appointments.names);
    let now = member.visit.now;
    Ok(member.page(pages::desk::looked_into(&notes.state, &appointments.state, oversight.until, now)))
}

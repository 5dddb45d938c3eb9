//! Who works here and for which organisations, as an administrator keeps it. Nothing of any person is asked for or shown.

use axum::response::Response;
use own_terms_app::{
    form::FormState,
    pages::{
        self,
        desk::{Given, Way, Works},
    },
};
use own_terms_domain::{
    directory::Organisation,
    form::{ErrorKind, FieldError, Fields, Parse as _},
    ids::{OrganisationId, StaffId},
    staff::{Staff, StaffDraft},
    text::Line,
};

use own_terms_receipt::hex;

use crate::{
    staff::{self, Invited},
    store::{StaffWayId, StoreError},
    web::{
        failure::Failure,
        member::{Administrator, Member},
        sent::Sent,
        visit::Answer,
    },
};

/// Everyone, and the form for somebody new.
pub async fn show(member: Member<Administrator>) -> Answer {
    listed(&member, None).await
}

async fn listed(member: &Member<Administrator>, given: Option<Given>) -> Answer {
    let (all, organisations) = known(member).await?;
    let form = FormState::default();
    Ok(member.page(pages::desk::staff(&all, &organisations, member.staff.id, given, &form)))
}

async fn known(member: &Member<Administrator>) -> Result<(Vec<Works>, Vec<Organisation>), StoreError> {
    let store = &member.visit.app.store;
    let mut all = Vec::new();
    for staff in store.all_staff().await? {
        let ways = store.staff_ways(staff.id).await?.into_iter();
        let ways = ways.map(|way| Way { id: hex::digits(&way.id.0), how: way.how.id(), added: way.added }).collect();
        all.push(Works { staff, ways });
    }
    Ok((all, store.organisations().await?))
}

/// Lets somebody in, gives out a new code, or closes what somebody signs in with.
pub async fn act(sent: Sent<Administrator>) -> Answer {
    if sent.held_back.is_some() {
        return again(sent, Vec::new()).await;
    }
    match sent.fields.get("do") {
        "add" => add(sent).await,
        "invite" => {
            let (whom, member) = (of(&sent).await?, &sent.member);
            let (store, entropy) = (&*member.visit.app.store, &member.visit.app.entropy);
            let invited = staff::invite(store, entropy, member.visit.now, whom.id).await?;
            listed(member, Some(given(member, whom.name.to_string(), &invited))).await
        }
        "close-way" => {
            let whom = of(&sent).await?;
            let way = hex::bytes(sent.fields.get("way")).and_then(|bytes| bytes.try_into().ok());
            let way = StaffWayId(way.ok_or(Failure::NotFound)?);
            sent.member.visit.app.store.close_staff_way(whom.id, way).await?;
            Ok(sent.go("/desk/staff", Some("desk-staff-way-closed")))
        }
        // To put one there is theirs alone.
        "take-photo-away" => {
            let whom = of(&sent).await?;
            sent.member.visit.app.store.take_photo_away(whom.id).await?;
            Ok(sent.go("/desk/staff", Some("desk-staff-photo-taken-away")))
        }
        "close" => {
            let whom = of(&sent).await?;
            sent.member.visit.app.store.close_staff(whom.id).await?;
            Ok(sent.go("/desk/staff", Some("desk-staff-closed")))
        }
        _ => Err(Failure::Unreadable),
    }
}

/// Whom a button is about: anyone but whoever presses it.
async fn of(sent: &Sent<Administrator>) -> Result<Staff, Failure> {
    let id: StaffId = sent.fields.get("who").parse().map_err(|_| Failure::NotFound)?;
    let all = sent.member.visit.app.store.all_staff().await?;
    all.into_iter().find(|one| one.id == id && id != sent.member.staff.id).ok_or(Failure::NotFound)
}

async fn add(sent: Sent<Administrator>) -> Answer {
    let (app, now) = (sent.member.visit.app.clone(), sent.member.visit.now);
    let draft = match StaffDraft::parse(&sent.fields, now) {
        Ok(draft) => draft,
        Err(errors) => return again(sent, errors).await,
    };
    let organisations = app.store.organisations().await?;
    let Some(organisation) = organisations.into_iter().find(|one| one.id == draft.organisation) else {
        let wrong = FieldError { field: "organisation".to_owned(), kind: ErrorKind::NotAChoice };
        return again(sent, vec![wrong]).await;
    };
    let StaffDraft { name, role, trained, days, languages, .. } = draft;
    let id = StaffId(app.entropy.id());
    let new = Staff { id, name, role, organisation, trained, days, languages, about: None, photo: None, closed: false };
    let invited = staff::add(&*app.store, &app.entropy, now, &new).await?;
    listed(&sent.member, Some(given(&sent.member, new.name.to_string(), &invited))).await
}

async fn again(mut sent: Sent<Administrator>, errors: Vec<FieldError>) -> Answer {
    let form = FormState { fields: std::mem::take(&mut sent.fields), errors, notice: sent.held_back };
    let (all, organisations) = known(&sent.member).await?;
    Ok(sent.again(&form, pages::desk::staff(&all, &organisations, sent.member.staff.id, None, &form)))
}

fn given(member: &Member<Administrator>, name: String, invited: &Invited) -> Given {
    let origin = member.visit.app.settings.origin.as_deref();
    let link = origin.map(|origin| format!("{origin}/desk/invitation?code={}", invited.code));
    Given { name, spoken: invited.code.to_string(), link, from: None, until: invited.until }
}

/// Every organisation, and the form for a new one.
pub async fn show_organisations(member: Member<Administrator>) -> Answer {
    let all = member.visit.app.store.organisations().await?;
    Ok(member.page(pages::desk::organisations(&all, &FormState::default())))
}

/// Keeps a new one.
pub async fn add_organisation(mut sent: Sent<Administrator>) -> Answer {
    let app = sent.member.visit.app.clone();
    let all = app.store.organisations().await?;
    let errors = match name_of(&sent.fields, &all) {
        _ if sent.held_back.is_some() => Vec::new(),
        Ok(name) => {
            app.store.put_organisation(&Organisation { id: OrganisationId(app.entropy.id()), name }).await?;
            return Ok(sent.go("/desk/organisations", Some("desk-organisation-added")));
        }
        Err(kind) => vec![FieldError { field: "name".to_owned(), kind }],
    };
    let form = FormState { fields: std::mem::take(&mut sent.fields), errors, notice: sent.held_back };
    let page: Response = sent.again(&form, pages::desk::organisations(&all, &form));
    Ok(page)
}

/// A name that no other has: people tell organisations by it.
fn name_of(fields: &Fields, all: &[Organisation]) -> Result<Line, ErrorKind> {
    let name = Line::parse(fields.get("name"))?;
    if all.iter().any(|one| one.name == name) { Err(ErrorKind::Unchanged) } else { Ok(name) }
}

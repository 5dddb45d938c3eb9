//! Signing in at the desk by a passkey, and adding one. What is asked, and whether the answer is right, is as for people; whose it
//! is, is looked for among those who work here alone.

use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    account::SignedInBy,
    form::{ErrorKind, Fields},
    ids::StaffId,
    sign_in::{FoundBy, How, MOST_WAYS_IN},
};

use super::{
    super::passkey::{WHILE, cannot_ask, given, is_new, offered, unsealed},
    sign_in::{By, begin, sign_in_page, wrong},
};
use crate::{
    passkeys::{self, Asked},
    store::{Opening, Purpose, Ticket, TicketCode},
    web::{
        failure::Failure,
        member::{Anyone, Member},
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// Signs in whoever's passkey answered. One that nobody here has and one that is wrong are told alike.
pub async fn sign_in(mut visit: Visit, Typed(fields): Typed) -> Answer {
    if let Some(staff) = who_answered(&visit, &fields).await? {
        return begin(&visit, staff, By::this(SignedInBy::Passkey), None, &fields).await;
    }
    "/desk/sign-in".clone_into(&mut visit.path);
    sign_in_page(&visit, &wrong("passkey", ErrorKind::OpensNothing, fields)).await
}

/// Who answered what was asked, if all of it is right.
async fn who_answered(visit: &Visit, fields: &Fields) -> Result<Option<StaffId>, Failure> {
    let passkeys = offered(visit)?;
    let Some(awaited) = unsealed(visit, fields.get("ticket")) else { return Ok(None) };
    let Some(answer) = passkeys::Answer::read(fields.get("answer")) else { return Ok(None) };
    // Both have to say whose it is, as for people: what is kept here, and what the device kept.
    let found = visit.app.store.staff_by(FoundBy::Passkey(&answer.credential())).await?;
    let found = found.filter(|(staff, _)| staff.0 == answer.whose);
    let Some((staff, How::Passkey { key, .. })) = found else { return Ok(None) };
    let is_right = passkeys.is_right(&answer, &awaited, key.as_str()) && is_new(visit, fields.get("ticket")).await?;
    Ok(is_right.then_some(staff))
}

/// Adding one.
pub async fn show_add(member: Member<Anyone>) -> Answer {
    offered(&member.visit)?;
    Ok(member.page(pages::desk::add_passkey(member.is_fresh(), &FormState::default())))
}

/// Asks the device for a new one.
pub async fn begin_adding(member: Member<Anyone>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    if !member.is_fresh() {
        return Err(Failure::Forged);
    }
    let (visit, staff) = (&member.visit, member.staff.id);
    let others: Vec<How> = visit.app.store.staff_ways(staff).await?.into_iter().map(|way| way.how).collect();
    let asked = offered(visit)?.ask_for_new(staff.0, member.staff.name.as_str(), others.iter());
    let Asked { options, awaited } = asked.map_err(cannot_ask)?;
    let (code, made_at) = (TicketCode::long(&visit.app.entropy), visit.now.at);
    let answer = given(&options, &code.in_link());
    let (purpose, until) = (Purpose::StaffPasskey, made_at + WHILE);
    let content = [&staff.0.as_bytes()[..], &awaited].concat();
    visit.app.store.put_ticket(Ticket { purpose, code, claimant: None, made_at, until, tries: 1, content }).await?;
    Ok(answer)
}

/// Adds it.
pub async fn add(member: Member<Anyone>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let fresh = member.is_fresh();
    if fresh && is_added(&member, &fields).await? {
        return Ok(member.visit.go("/desk/account", Some("passkey-added")));
    }
    let form = wrong("new-passkey", ErrorKind::OpensNothing, fields);
    Ok(member.again(pages::desk::add_passkey(fresh, &form)))
}

/// True when the device's answer is what it was asked for, and is kept.
async fn is_added(member: &Member<Anyone>, fields: &Fields) -> Result<bool, Failure> {
    let (visit, staff) = (&member.visit, member.staff.id);
    let (passkeys, store) = (offered(visit)?, &visit.app.store);
    let Some(code) = TicketCode::of_link(fields.get("ticket")) else { return Ok(false) };
    let ticket = store.open_ticket(Purpose::StaffPasskey, &code, Opening::Use, visit.now.at).await?;
    let awaited = ticket.as_ref().and_then(|ticket| ticket.content.strip_prefix(&staff.0.as_bytes()[..]));
    let Some(how) = awaited.and_then(|awaited| passkeys.new_one(fields.get("answer"), awaited)) else {
        return Ok(false);
    };
    let is_room = store.staff_ways(staff).await?.len() < MOST_WAYS_IN;
    Ok(is_room && store.add_staff_key(staff, &how, visit.now.at).await?)
}

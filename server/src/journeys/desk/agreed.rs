//! What a case worker has agreed, whatever the person says of contact since: what was agreed stands.

use std::collections::{BTreeMap, btree_map::Entry};

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use jiff::ToSpan as _;
use own_terms_app::pages::{
    self,
    desk::{Promised, SHOWN},
};
use own_terms_domain::{
    appointment::Appointment,
    item::{Item, ItemId},
    look::{Reason, Subject},
};

use super::people::{around, from};
use crate::{
    store::Agreed,
    web::{
        member::{CaseWorker, Member},
        visit::Answer,
    },
};

/// A page of it. Each whose appointment is on it is told of that look.
pub async fn show(member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    let (from, now) = (from(query), member.visit.now);
    let all = member.visit.app.store.agreed_with(member.staff.id, now).await?;
    if from > 0 && from >= all.len() {
        return Ok(Redirect::to("/desk/agreed").into_response());
    }
    let week = now.today.checked_add(7.days()).unwrap_or(now.today);
    let minutes = all.iter().filter(|one| one.slot.day < week).map(|one| u32::from(one.minutes)).sum();
    let (mut views, mut shown) = (BTreeMap::new(), Vec::new());
    for Agreed { slot, claimant, id, .. } in all.iter().skip(from).take(SHOWN).copied() {
        if let Entry::Vacant(new) = views.entry(claimant) {
            new.insert(member.look(claimant, Reason::ConversationAsked, Subject::Appointments).await?);
        }
        let Some(view) = views.get(&claimant).and_then(Option::as_ref) else { continue };
        let Some(held) = view.state.get(ItemId::Appointment(id)) else { continue };
        let Item::Appointment(appointment) = &held.item else { continue };
        let name = view.state.name();
        let (by, appointment) = ((held.by, view.names.clone()), Appointment::clone(appointment));
        let there = view.state.participants_of(id).map(|(_, one)| one.clone()).collect();
        shown.push(Promised { slot, name, by, appointment, there, which: (id, member.seal(claimant)) });
    }
    let (before, after) = around(from, all.len());
    Ok(member.page(pages::desk::agreed(&member.staff, minutes, shown, before, after)))
}

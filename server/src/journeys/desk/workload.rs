//! The time of the case workers of an organisation: hours promised and hours there. Nothing of any person is asked for or shown.

use jiff::ToSpan as _;
use own_terms_app::pages::{self, desk::Load};

use crate::web::{
    member::{Member, Supervisor},
    visit::Answer,
};

/// Those who work for the same organisation, by name.
pub async fn show(member: Member<Supervisor>) -> Answer {
    let (store, now) = (&member.visit.app.store, member.visit.now);
    let week = now.today.checked_add(7.days()).unwrap_or(now.today);
    let mut all = Vec::new();
    for staff in store.case_workers().await?.into_iter().filter(|one| one.organisation == member.staff.organisation) {
        let promised = store.agreed_with(staff.id, now).await?;
        let minutes = promised.iter().filter(|one| one.slot.day < week).map(|one| u32::from(one.minutes)).sum();
        all.push(Load { staff, minutes });
    }
    Ok(member.page(pages::desk::workload(member.staff.organisation.name.to_string(), all)))
}

//! What is held of whoever is at the desk.

use own_terms_app::pages;
use own_terms_domain::sign_in::How;

use crate::web::{
    member::{Anyone, Member},
    visit::Answer,
};

/// Who they are here, and how they sign in.
pub async fn show(member: Member<Anyone>) -> Answer {
    let app = &member.visit.app;
    let ways = app.store.staff_ways(member.staff.id).await?;
    let keys = app.passkeys.is_some().then(|| ways.iter().filter(|way| matches!(way.how, How::Passkey { .. })).count());
    let provider = app.staff_provider.as_ref().map(|provider| {
        let is_here = |how: &How| matches!(how, How::Provider { issuer, .. } if issuer.as_str() == provider.issuer());
        (provider.name(), ways.iter().any(|way| is_here(&way.how)))
    });
    Ok(member.page(pages::desk::account(&member.staff, keys, provider)))
}

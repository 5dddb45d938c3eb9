//! What is held of whoever is at the desk.

use own_terms_app::pages;

use crate::web::{
    member::{Anyone, Member},
    visit::Answer,
};

/// Who they are here, and how they sign in.
pub async fn show(member: Member<Anyone>) -> Answer {
    let keys = match &member.visit.app.passkeys {
        Some(_) => Some(member.visit.app.store.staff_keys(member.staff.id).await?.len()),
        None => None,
    };
    Ok(member.page(pages::desk::account(&member.staff, keys)))
}

//! Signing in: each way to show that it is them, and the pages where the person sees and changes those.

mod email;
mod helping;
mod invitation;
mod link;
mod provider;
mod sent;
mod sessions;
mod ways;

use leptos::prelude::*;

pub use self::{
    email::{ask_for_link, email, email_asked},
    helping::{have_a_place, who_asks},
    invitation::invitation,
    link::{Link, Place, address, address_added, left_alone, link, opens_nothing, which_place},
    provider::{add as add_provider, confirm, going, name_provider, nobody, sign_in_through, which_place_known},
    sent::{Sent, sent},
    sessions::sessions,
    ways::{add_email, way_in, ways_in},
};
use crate::form::FormState;

/// The ways to sign in that this service has, beside an invitation.
#[derive(Debug, Clone, Default)]
pub struct Offered {
    /// By a passkey.
    pub passkeys: bool,
    /// By a link in an email.
    pub email: bool,
    /// Through an identity provider: what people call it.
    pub provider: Option<String>,
}

impl Offered {
    /// True when someone can add any way of their own.
    pub fn is_anything(&self) -> bool {
        self.passkeys || self.email || self.provider.is_some()
    }
}

/// What was kept of a form, on its way to whoever signs in.
pub fn kept(form: &FormState) -> Option<impl IntoView + use<>> {
    let kept = form.value("kept");
    (!kept.is_empty()).then(|| view! { <input type="hidden" name="kept" value=kept /> })
}

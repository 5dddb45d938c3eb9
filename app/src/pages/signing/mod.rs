//! Signing in: each way to show that it is them, and the pages where the person sees and changes those.

mod email;
mod helping;
mod invitation;
mod link;
mod provider;
mod recovery;
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
    recovery::{asked_for, in_the_list, not_yet, undo, undo_left, undone},
    sent::{Sent, sent},
    sessions::sessions,
    ways::{add_email, way_in, ways_in},
};
use crate::{
    components::{Checkbox, Pick},
    form::FormState,
    t,
};

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

/// Asks whether others use the device too, under an `id` of its own on the page. Nobody ticks it but the person.
pub fn shared_device(form: &FormState, id: &'static str) -> AnyView {
    let pick = Pick::new("yes", t!("shared-device")).hint(t!("shared-device-hint")).chosen(form.has("shared", "yes"));
    view! { <Checkbox name="shared" id=id.to_owned() pick /> }.into_any()
}

/// What was said of that already, on its way.
fn already_shared() -> impl IntoView {
    view! { <input type="hidden" name="shared" value="yes" /> }
}

/// What was kept of a form, on its way to whoever signs in.
pub fn kept(form: &FormState) -> Option<impl IntoView + use<>> {
    let kept = form.value("kept");
    (!kept.is_empty()).then(|| view! { <input type="hidden" name="kept" value=kept /> })
}

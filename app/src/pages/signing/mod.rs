//! Signing in: each way to show that it is them, and the page where the person sees and changes those.

mod invitation;

use leptos::prelude::*;

pub use self::invitation::invitation;
use crate::form::FormState;

/// What was kept of a form, on its way to whoever signs in.
fn kept(form: &FormState) -> Option<impl IntoView + use<>> {
    let kept = form.value("kept");
    (!kept.is_empty()).then(|| view! { <input type="hidden" name="kept" value=kept /> })
}

//! Leaving at once: the page is gone before the next one is there; and drafts, kept or cleared as the page says.

#![expect(missing_docs, reason = "the island macro makes a struct without a comment")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What is to happen to drafts on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Drafts {
    /// Nothing.
    Keep,
    /// Something was saved: what was sent is no draft any more.
    ForgetSent,
    /// Nobody is signed in: none stays.
    ForgetAll,
}

/// Makes the button that leaves quicker: it hides the page at once and puts the other in its place in the history.
#[island]
pub fn Leave(
    /// Where to.
    to: String,
    /// What to do about drafts.
    drafts: Drafts,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    live::begin(to, drafts);
    #[cfg(not(feature = "hydrate"))]
    let _ = (to, drafts);
}

#[cfg(feature = "hydrate")]
mod live {
    use super::Drafts;
    use crate::islands::{dom, drafts};

    pub fn begin(to: String, what: Drafts) {
        match what {
            Drafts::Keep => {}
            Drafts::ForgetSent => drafts::forget_sent(),
            Drafts::ForgetAll => drafts::forget_all(),
        }
        let Some(form) = dom::form("leave") else { return };
        dom::listen_and_stop(&form, "submit", move || {
            let Some(window) = web_sys::window() else { return };
            if let Some(page) = window.document().and_then(|document| document.document_element()) {
                let _ = page.set_attribute("hidden", "");
            }
            // Sent even as the page goes; the session ends at the server.
            let _ = window.navigator().send_beacon("/leave");
            drafts::forget_all();
            let _ = window.location().replace(&to);
        });
    }
}

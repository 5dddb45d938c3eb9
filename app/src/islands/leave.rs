//! Leaving at once: the page is gone before the next one is there; and drafts, kept or cleared as the page says.

use leptos::prelude::*;

/// Makes the button that leaves quicker: it hides the page at once and puts the other in its place in the history.
#[island]
pub fn Leave() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    live::begin();
}

#[cfg(feature = "hydrate")]
mod live {
    use crate::islands::{data, dom, drafts};

    pub fn begin() {
        let (Some(form), Some(leaving)) = (dom::form("leave"), dom::by_id("leaving")) else { return };
        let given = data::read(&leaving);
        drafts::forget_saved(given.get("done"));
        if given.get("drafts") == "forget-all" {
            drafts::forget_all();
        }
        let to = given.get("to").to_owned();
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

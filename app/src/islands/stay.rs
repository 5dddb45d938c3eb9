//! A word before the session ends, and one press that goes on with it; it takes no focus and moves nothing.

use leptos::prelude::*;

/// Shows, a while before the end, when that is, and goes on when the button is pressed.
#[island]
pub fn Stay() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    live::begin();
}

#[cfg(feature = "hydrate")]
mod live {
    use std::time::Duration;

    use leptos::prelude::set_timeout;
    use wasm_bindgen::JsCast as _;
    use web_sys::HtmlElement;

    use crate::islands::{data, dom};

    pub fn begin() {
        let Some(panel) = element("stay") else { return };
        let given = data::read(&panel);
        let seconds = |name| Duration::from_secs(given.get(name).parse().unwrap_or_default());
        let (wait, again) = (seconds("wait"), seconds("again"));
        if let Some(button) = element("stay-on") {
            let stayed = given.get("stayed").to_owned();
            dom::listen(&button, "click", move |_| {
                let Some(window) = web_sys::window() else { return };
                let _ = window.navigator().send_beacon("/stay");
                hide();
                dom::set_text("stay-said", &stayed);
                warn_after(again);
            });
        }
        warn_after(wait);
    }

    fn warn_after(wait: Duration) {
        let warn = || {
            let Some(panel) = element("stay") else { return };
            panel.set_hidden(false);
            let words = element("stay-words").and_then(|words| words.text_content());
            dom::set_text("stay-said", words.as_deref().unwrap_or_default());
        };
        set_timeout(warn, wait);
    }

    /// Takes the panel away; whoever was on its button is led to the page, and not to its beginning unseen.
    fn hide() {
        if let Some(panel) = element("stay") {
            panel.set_hidden(true);
        }
        if let Some(main) = element("main") {
            let _ = main.set_attribute("tabindex", "-1");
            let _ = main.focus();
        }
    }

    fn element(id: &str) -> Option<HtmlElement> {
        dom::by_id(id)?.dyn_into().ok()
    }
}

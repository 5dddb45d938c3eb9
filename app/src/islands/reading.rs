//! Reading settings shown at once, on the page itself, before they are saved.

use leptos::prelude::*;

/// Shows what is chosen as it is chosen. Leaving without saving leaves it as it was.
#[island]
pub fn ReadingPreview() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::dom::on_form_input("reading", |fields| {
        let Some(page) = super::dom::document().and_then(|document| document.document_element()) else { return };
        for name in ["size", "spacing", "contrast"] {
            let _ = page.set_attribute(&format!("data-{name}"), fields.get(name));
        }
        // What is above has grown or shrunk: whoever chooses by key must still see what they have chosen.
        if let Some(chosen) = super::dom::document().and_then(|document| document.active_element()) {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            chosen.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
}

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
    });
}

//! The document round every page: head, skip link, banner, quick exit, the page, and the foot.

mod foot;
mod head;
mod header;

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use own_terms_domain::reading::{Choice, Language};

use crate::{components::Notification, frame::Frame, i18n::say};

/// The whole document of a page, with `title` in the browser's tab.
///
/// `islands` is true on pages that have some: a page without them loads no script at all. Everything is rendered
/// before the answer is sent, and within `page` the frame and the language are at hand as context.
pub fn document(frame: Frame, title: String, islands: bool, page: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        let frame = Arc::new(frame);
        provide_context(frame.reading.language);
        provide_context(frame.clone());
        let page = page();
        html(&frame, title, islands, page).to_html()
    });
    owner.unset();
    format!("<!DOCTYPE html>{html}")
}

/// The document but for its first line.
fn html(frame: &Frame, title: String, islands: bool, page: AnyView) -> impl IntoView + use<> {
    let reading = frame.reading;
    let done = frame.done.as_ref().map(|done| view! { <Notification text=say(&format!("done-{done}"), None) /> });
    view! {
        <html
            lang=reading.language.id()
            dir=direction(reading.language)
            data-size=reading.size.id()
            data-spacing=reading.spacing.id()
            data-contrast=reading.contrast.id()
        >
            {head::head(frame, title, islands)}
            <body>
                {header::header(frame)}
                <main id="main">{done} {page}</main>
                {foot::foot(frame)}
            </body>
        </html>
    }
}

/// The direction a language is written in.
fn direction(language: Language) -> &'static str {
    match language {
        Language::English | Language::Welsh => "ltr",
    }
}

#[cfg(test)]
mod tests;

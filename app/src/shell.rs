//! The document round every page: head, skip link, banner, quick exit, the page, and the foot.

mod foot;
mod head;
mod header;
mod markers;

use leptos::prelude::*;
use own_terms_domain::reading::{Choice, Language};

use crate::{
    components::Notification, frame::Frame, i18n::say, islands::everywhere, pages::Page, speaking::speaking, t,
};

/// The whole document of a page.
///
/// A page without islands loads no script at all. Everything is rendered before the answer is sent, and within the
/// page the frame and the language are at hand as context.
pub fn document(frame: Frame, page: Page<'_>) -> String {
    let html = speaking(frame, || {
        let frame = crate::frame::frame();
        let title = say(page.title, None);
        let title = if page.error { t!("frame-title-error", title = title) } else { title };
        let islands = page.islands || frame.own_device && frame.done.is_some();
        html(&frame, title, islands, (page.view)()).to_html()
    });
    format!("<!DOCTYPE html>{}", markers::without_markers(&html))
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
                {islands.then(|| everywhere(frame))}
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

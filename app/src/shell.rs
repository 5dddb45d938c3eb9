//! The document round every page: head, skip link, banner, quick exit, the page, and the foot.

mod foot;
mod head;
mod header;
mod markers;

pub use self::header::desk_home;

use leptos::prelude::*;
use own_terms_domain::reading::{Choice, Language};

use crate::{
    components::Notification,
    frame::Frame,
    i18n::say,
    islands::everywhere,
    pages::{Page, Scripts},
    speaking::speaking,
    t,
};

/// The whole document of a page.
///
/// A page that asks for no scripts loads none at all. Everything is rendered before the answer is sent, and within the
/// page the frame and the language are at hand as context.
pub fn document(frame: Frame, page: Page<'_>) -> String {
    let html = speaking(frame, || {
        let frame = crate::frame::frame();
        let title = say(page.title, None);
        let title = if page.error { t!("frame-title-error", title = title) } else { title };
        // What was saved is no draft any more, and an island is what takes it off the device.
        let has_saved = frame.own_device && frame.done.is_some();
        let scripts = if page.scripts == Scripts::None && has_saved { Scripts::Islands } else { page.scripts };
        html(&frame, title, scripts, (page.view)()).to_html()
    });
    format!("<!DOCTYPE html>{}", markers::without_markers(&html))
}

/// The document but for its first line.
fn html(frame: &Frame, title: String, scripts: Scripts, page: AnyView) -> impl IntoView + use<> {
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
            {head::head(frame, title, scripts)}
            <body>
                {header::header(frame)}
                <main id="main">{done} {page}</main>
                {foot::foot(frame)}
                {(scripts == Scripts::Islands).then(|| everywhere(frame))}
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

//! What a browser has to know before it draws a page.

use leptos::prelude::*;

use crate::{frame::Frame, pages::Scripts, t};

/// The head. It says nothing about what the site is for beyond its neutral name, and tells the browser not to make
/// links of numbers that look like telephones: a times list or a receipt's number is no invitation to call.
pub(super) fn head(frame: &Frame, title: String, scripts: Scripts) -> impl IntoView + use<> {
    let script = scripts.loader().and_then(frame.asset);
    view! {
        <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{t!("frame-title", title = title)}</title>
            <meta name="color-scheme" content="light dark" />
            <meta name="format-detection" content="telephone=no" />
            {(frame.asset)("own-terms.css").map(|css| view! { <link rel="stylesheet" href=css /> })}
            {(frame.asset)("favicon.svg").map(|icon| view! { <link rel="icon" href=icon type="image/svg+xml" /> })}
            // A module, and `async`: it never stands in the way of the first paint.
            {script.map(|script| view! { <script type="module" src=script async></script> })}
        </head>
    }
}

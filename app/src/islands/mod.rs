//! What WebAssembly adds to pages that are whole without it.
//!
//! An island never holds what a page needs: it checks a form as it is typed, keeps a draft, draws a month as it
//! changes, finds an item, shows how far a file is, previews reading settings, says when a session ends, leaves at once. None stands inside another.

pub mod data;
#[cfg(feature = "hydrate")]
mod dom;
#[cfg(feature = "hydrate")]
mod drafts;
pub mod form_help;
pub mod leave;
pub mod month;
pub mod reading;
pub mod search;
pub mod stay;
pub mod taking;

#[cfg(feature = "ssr")]
mod on_pages;
#[cfg(feature = "ssr")]
pub use on_pages::{enhance, everywhere, reading_preview, search_held, taking};

/// Begins what all islands share; called by the loader once the module is there.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}

//! A device asked for a passkey before a form is sent: the WebAssembly of the pages that offer it.
//!
//! Its own bundle without a view, because signing in stands between a person and everything else they came for.

#[cfg(feature = "browser")]
mod browser;

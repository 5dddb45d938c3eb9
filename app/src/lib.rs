//! The pages of Own Terms, rendered whole on the server, and the islands of WebAssembly that make some of them nicer.
//!
//! A page is a plain function of what it shows. With the feature `ssr` this crate has the pages; with `hydrate` only
//! the islands, which is what a phone downloads.

#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod i18n;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod notice;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod speaking;

//! The check of receipts in words: what it found, said the same on the page, in the browser and on the command line.
//!
//! The check itself is in `own-terms-receipt`. This crate says what it found, and is, with the feature `browser`, the
//! WebAssembly of the page "Check a receipt": its own bundle, because the proofs weigh as much as all islands together.

#[cfg(feature = "browser")]
mod browser;
pub mod html;
pub mod said;

/// The most bytes that are checked at once: some thousand receipts.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// A pasted text as the file was that it was copied from: a form turns line ends into two characters, and a selection
/// often leaves out the last one or takes some blank along.
pub fn as_made(pasted: &str) -> String {
    format!("{}\n", pasted.trim().replace("\r\n", "\n"))
}

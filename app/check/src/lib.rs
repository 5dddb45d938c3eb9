//! The check of receipts in words: what it found, said the same on the page, in the browser and on the command line.
//!
//! The check itself is in `own-terms-receipt`. This crate says what it found, and is, with the feature `browser`, the
//! WebAssembly of the page "Check a receipt": its own bundle, because the proofs weigh as much as all islands together.

#[cfg(feature = "browser")]
mod browser;
pub mod code;
pub mod html;
pub mod said;

use own_terms_receipt::{
    check::{Report, Wrong, check},
    code::{self as receipt_code, Code},
    keys::PublicKey,
};

/// The most bytes that are checked at once: some thousand receipts.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// A pasted text as the file was that it was copied from: a form turns line ends into two characters, and a selection
/// often leaves out the last one or takes some blank along.
pub fn as_made(pasted: &str) -> String {
    format!("{}\n", pasted.trim().replace("\r\n", "\n"))
}

/// What was found in something that was to be checked.
pub enum Found {
    /// It is a file, or nothing that can be read.
    File(Report),
    /// It is the letters of a code from paper, or should be.
    Code(Box<Result<Code, Wrong>>),
}

/// Checks a file of receipts, or the letters of a code from paper, whichever the text is.
pub fn found(text: &str, published: Option<&[PublicKey]>) -> Found {
    match receipt_code::letters_in(text) {
        Some(letters) => Found::Code(Box::new(receipt_code::check(&letters, published.unwrap_or_default()))),
        None => Found::File(check(text, published)),
    }
}

impl Found {
    /// True when nothing is wrong.
    pub fn is_well(&self) -> bool {
        match self {
            Self::File(report) => report.is_well(),
            Self::Code(found) => found.is_ok(),
        }
    }

    /// What was found in `text`, in words; `published` says whether it was held against published keys.
    pub fn say(&self, text: &str, published: bool, words: &said::Words<'_>) -> said::Said {
        match self {
            Self::File(report) => said::say(text, report, published, words),
            Self::Code(found) => code::say(found, words),
        }
    }
}

//! Paper: text in large print and in order, tagged for screen readers (PDF/UA-1).

mod printing;
mod table;
mod text;
mod writing;

pub use self::writing::Paper;

/// The file cannot be made; the log says why, without a word of what was to be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file cannot be made")]
pub struct Unprintable;

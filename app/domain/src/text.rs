//! Text as people write it: kept exactly as typed, within a length, without characters that are not text.

use serde::{Deserialize, Serialize};

use crate::form::ErrorKind;

/// The person's own words: one character at least that can be seen, `MAX` at most, stored and shown as typed.
///
/// Line ends are `\n` (browsers send `\r\n`, whatever was typed). Promise 2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

/// A few sentences, such as a goal.
pub type OwnWords = Text<2000>;
/// One line, such as a name or a place.
pub type Line = Text<200>;

impl<const MAX: usize> Text<MAX> {
    /// The greatest length, in characters (Unicode scalar values).
    pub const MAX: usize = MAX;

    /// Takes text as typed.
    ///
    /// # Errors
    /// [`ErrorKind::Empty`] when nothing can be seen in it, [`ErrorKind::TooLong`], or
    /// [`ErrorKind::Unkeepable`] for control characters other than a tab or a line end.
    pub fn parse(typed: &str) -> Result<Self, ErrorKind> {
        let text = typed.replace("\r\n", "\n").replace('\r', "\n");
        if text.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
            return Err(ErrorKind::Empty);
        }
        if text.chars().count() > MAX {
            return Err(ErrorKind::TooLong { max: MAX });
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(ErrorKind::Unkeepable);
        }
        Ok(Self(text))
    }

    /// As [`Self::parse`], with nothing written read as nothing said.
    ///
    /// # Errors
    /// As [`Self::parse`], but never [`ErrorKind::Empty`].
    pub fn optional(typed: &str) -> Result<Option<Self>, ErrorKind> {
        match Self::parse(typed) {
            Ok(text) => Ok(Some(text)),
            Err(ErrorKind::Empty) => Ok(None),
            Err(kind) => Err(kind),
        }
    }

    /// The text, as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Zero-width and direction characters, fillers, tags and variation selectors: kept where they stand in a text, but not a
/// text by themselves.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e01ef}'
    )
}

impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = String;

    /// Reads text that was stored; it was parsed once already, so only a damaged store fails here.
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|kind| kind.id().to_owned())
    }
}

impl<const MAX: usize> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> Self {
        text.0
    }
}

impl<const MAX: usize> std::fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

//! A short code that someone reads aloud or copies from a letter: in any case and spacing, and a slip shows at once.
//!
//! Twelve letters, `K7MP-4XQ9-T2WC`: five by which it is found (25 bits), six that are secret (30 bits), and one that the
//! others make. Wrong tries are counted for the one that was found, so they lock nobody else out; a slip is no try at all.

use std::fmt;

use crate::{form::ErrorKind, letters};

/// How many letters there are.
const LENGTH: usize = 12;
/// How many of them it is found by.
const FINDS: usize = 5;
/// How many stand together.
const GROUP: usize = 4;

/// A code of twelve letters, the last of which fits the others.
#[derive(Clone, PartialEq, Eq)]
pub struct SpokenCode(String);

impl SpokenCode {
    /// The code that random bytes make.
    pub fn draw(random: [u8; LENGTH - 1]) -> Self {
        let mut code: String = random.iter().map(|byte| letters::letter(*byte)).collect();
        code.push(check_letter(&code));
        Self(code)
    }

    /// Reads a code as it was typed.
    ///
    /// # Errors
    /// [`ErrorKind::Empty`], or [`ErrorKind::NotACode`] when a letter is missing, wrong or in another's place: no try was used.
    pub fn parse(typed: &str) -> Result<Self, ErrorKind> {
        if typed.trim().is_empty() {
            return Err(ErrorKind::Empty);
        }
        let code = letters::tidy(typed).filter(|code| code.len() == LENGTH).ok_or(ErrorKind::NotACode)?;
        if code.ends_with(check_letter(&code[..LENGTH - 1])) { Ok(Self(code)) } else { Err(ErrorKind::NotACode) }
    }

    /// What it is found by.
    pub fn finder(&self) -> &str {
        &self.0[..FINDS]
    }

    /// What only whoever was given the code knows.
    pub fn secret(&self) -> &str {
        &self.0[FINDS..LENGTH - 1]
    }
}

/// The letter that shows a slip: any one wrong letter, and any two side by side that changed places.
///
/// The letters are the coefficients of a polynomial over GF(32); this is its value at a primitive element.
fn check_letter(letters: &str) -> char {
    let values = letters.chars().filter_map(letters::value);
    let sum = values.fold(0, |sum, value| times_alpha(sum) ^ value);
    letters::letter(u8::try_from(times_alpha(sum)).unwrap_or_default())
}

/// The product with the primitive element of GF(32), modulo x⁵ + x² + 1.
fn times_alpha(value: u32) -> u32 {
    let doubled = value << 1;
    if doubled & 0b10_0000 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

impl fmt::Display for SpokenCode {
    /// In groups, for eyes and for ears.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups: Vec<&str> = (0..LENGTH).step_by(GROUP).map(|at| &self.0[at..at + GROUP]).collect();
        f.write_str(&groups.join("-"))
    }
}

impl fmt::Debug for SpokenCode {
    /// Never the code itself: it opens something.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SpokenCode(..)")
    }
}

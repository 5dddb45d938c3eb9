//! An address on an envelope: what somebody typed, in lines, with the postcode last as the post wants it.

use std::fmt;

/// How many lines an envelope has room for.
const MOST_LINES: usize = 7;

/// An address, a line each, the postcode last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postal {
    lines: Vec<String>,
}

impl Postal {
    /// The address in what somebody typed, with commas or line ends between its parts; none without a United Kingdom postcode.
    pub fn parse(typed: &str) -> Option<Self> {
        let (from, until) = postcode_in(typed, true).or_else(|| postcode_in(typed, false))?;
        // Where it stood it is left out, whatever comes after it.
        let parts = typed[..from].split([',', '\n']).chain(typed[until..].split([',', '\n']));
        let tidy = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut lines: Vec<String> = parts.map(tidy).filter(|part| !part.is_empty()).collect();
        if lines.len() >= MOST_LINES {
            let rest = lines.split_off(MOST_LINES - 2).join(", ");
            lines.push(rest);
        }
        // In capitals, with the one gap that it has.
        let capitals: String = typed[from..until].split_whitespace().collect::<String>().to_ascii_uppercase();
        let (outward, inward) = capitals.split_at(capitals.len().saturating_sub(3));
        lines.push(format!("{outward} {inward}"));
        Some(Self { lines })
    }

    /// True when there is a postcode in it, which is all that the form asks. It is said in few bytes: browsers are sent it.
    pub fn is_in(typed: &str) -> bool {
        let mut shape = 0;
        let mut letters = typed.bytes().filter(|byte| !byte.is_ascii_whitespace());
        letters.any(|byte| {
            let class = u32::from(byte.is_ascii_alphabetic()) + 2 * u32::from(byte.is_ascii_digit());
            shape = shape % 100_000 * 10 + class;
            // A letter more before any of these is one too.
            shape % 100_000 == 12_211 || shape == 122_211 || shape == 121_211
        })
    }

    /// The lines, as they stand on the envelope.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }
}

impl fmt::Display for Postal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines.join(", "))
    }
}

/// What a postcode is made of, read backwards: 1 is a letter, 2 a digit. `1AA` comes last, and before it one of six.
const SHAPES: [u32; 6] = [11_221, 112_221, 112_211, 112_121, 1_122_211, 1_121_211];

/// The last postcode in what was typed, in any case and spacing: where it begins, and where it has ended. As `whole` words, or wherever.
fn postcode_in(typed: &str, whole: bool) -> Option<(usize, usize)> {
    let bytes = typed.as_bytes();
    let is_word = |at: usize| whole && bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    for until in (1..=bytes.len()).rev().filter(|until| !is_word(*until)) {
        let (mut from, mut shape) = (until, 0);
        while from > 0 && shape < 1_000_000 {
            from -= 1;
            shape = match bytes[from] {
                byte if byte.is_ascii_whitespace() => continue,
                byte if byte.is_ascii_alphabetic() => shape * 10 + 1,
                byte if byte.is_ascii_digit() => shape * 10 + 2,
                _ => break,
            };
            // The shortest that is no part of a word: what stands before it may be a letter of its own, as in "Flat B".
            if SHAPES.contains(&shape) && !is_word(from.wrapping_sub(1)) {
                return Some((from, until));
            }
        }
    }
    None
}

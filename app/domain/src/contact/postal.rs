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
        let words: Vec<&str> = typed.split_whitespace().collect();
        let (at, long) = postcode_in(&words)?;
        let postcode = written(&words[at..at + long].concat());
        // Where it stood it is left out, whatever comes after it.
        let (before, after) = (words[..at].join(" "), words[at + long..].join(" "));
        let parts = before.split(',').chain(after.split(','));
        let mut lines: Vec<String> = parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
        if lines.len() >= MOST_LINES {
            let rest = lines.split_off(MOST_LINES - 2).join(", ");
            lines.push(rest);
        }
        lines.push(postcode);
        Some(Self { lines })
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

/// The last postcode among words, written in one, two or three: where it begins, and of how many it is.
fn postcode_in(words: &[&str]) -> Option<(usize, usize)> {
    let ends = (1..=words.len()).rev();
    ends.flat_map(|end| [2, 3, 1].map(|long| (end.checked_sub(long), long))).find_map(|(at, long)| {
        let at = at?;
        is_postcode(&words[at..at + long].concat()).then_some((at, long))
    })
}

/// A letter or two, a digit, a digit or letter or none; then a digit and two letters. In any case, and with a comma after it.
fn is_postcode(text: &str) -> bool {
    let text = text.trim_matches(',').as_bytes();
    let Some((outward, inward)) = text.len().checked_sub(3).and_then(|at| text.split_at_checked(at)) else {
        return false;
    };
    let letter = |byte: &u8| byte.is_ascii_alphabetic();
    let is_inward = inward[0].is_ascii_digit() && letter(&inward[1]) && letter(&inward[2]);
    let is_outward = match outward {
        [a, b] => letter(a) && b.is_ascii_digit(),
        [a, b, c] => letter(a) && (letter(b) && c.is_ascii_digit() || b.is_ascii_digit() && c.is_ascii_alphanumeric()),
        [a, b, c, d] => letter(a) && letter(b) && c.is_ascii_digit() && d.is_ascii_alphanumeric(),
        _ => false,
    };
    is_inward && is_outward
}

/// In capitals, with the one gap that it has.
fn written(postcode: &str) -> String {
    let capitals = postcode.trim_matches(',').to_ascii_uppercase();
    let (outward, inward) = capitals.split_at(capitals.len().saturating_sub(3));
    format!("{outward} {inward}")
}

//! Bytes as letters for paper and for reading aloud: 32 digits and capitals, none of which is easily taken for another.

/// Crockford's base 32: no I, L, O or U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The letter of a value under 32.
pub fn letter(value: u8) -> char {
    char::from(LETTERS[usize::from(value % 32)])
}

/// The letters of any bytes, 8 for every 5.
pub fn write(bytes: &[u8]) -> String {
    let bit = |at: usize| bytes.get(at / 8).is_some_and(|byte| byte >> (7 - at % 8) & 1 == 1);
    let letter = |at: usize| (at..at + 5).fold(0, |value, at| value << 1 | usize::from(bit(at)));
    (0..bytes.len() * 8).step_by(5).map(|at| char::from(LETTERS[letter(at)])).collect()
}

/// The letters in a text as someone scans, copies or types it: with gaps or without, capital or small, O for 0 and I or L
/// for 1. None when something else is in it.
pub fn tidy(text: &str) -> Option<String> {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    kept.map(|c| match c.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        c => c.is_ascii().then_some(c).filter(|c| value(*c).is_some()),
    })
    .collect()
}

/// The bytes that tidy letters stand for; none where no bytes are written so.
pub fn read(letters: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in letters.chars() {
        held = held << 5 | value(letter)?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
        held &= 0xff;
    }
    // What is over is less than a letter, and nothing: else two texts would stand for the same bytes.
    (bits < 5 && held & ((1 << bits) - 1) == 0).then_some(bytes)
}

/// The value of a tidy letter, under 32.
pub fn value(letter: char) -> Option<u32> {
    LETTERS.iter().position(|of| char::from(*of) == letter).and_then(|at| u32::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_any_length_come_back() {
        for length in 0..40 {
            let bytes: Vec<u8> = (0..length).map(|at: u8| at.wrapping_mul(97).wrapping_add(length)).collect();
            assert_eq!(read(&write(&bytes)), Some(bytes), "{length}");
        }
        assert_eq!(write(&[0xff, 0]), "ZW00");
    }

    #[test]
    fn the_same_bytes_are_written_in_one_way_only() {
        for text in ["0", "01", "ZW01", "ZW0G", "000", "ZW0", "ZW00U", "zw00", "ZW 00"] {
            assert!(read(text).is_none_or(|bytes| write(&bytes) == text), "{text}");
        }
        assert_eq!(read("ZW01"), None);
    }

    #[test]
    fn what_is_typed_by_hand_is_tidied() {
        assert_eq!(tidy(" zw0o-Il\n1 ").as_deref(), Some("ZW00111"));
        for other in ["zw!", "U", "é", "{}"] {
            assert_eq!(tidy(other), None, "{other}");
        }
    }
}

//! Finding words in a text, whatever their case and accents: the same at the server and in the browser.

use crate::{form::ErrorKind, text::Text};

/// The longest that can be looked for.
pub type Typed = Text<200>;

/// Letters with accents and their like, and the plain letter that is found for each: those of the languages of Europe that
/// are written in Latin letters, and of Vietnamese. All small: whoever asks turns a text to lower case first.
const PLAIN: &[(&str, char)] = &[
    ("àáâãäåāăąǎǻạảấầẩẫậắằẳẵặ", 'a'),
    ("ḃ", 'b'),
    ("çćĉċč", 'c'),
    ("ďđðḋ", 'd'),
    ("èéêëēĕėęěẹẻẽếềểễệ", 'e'),
    ("ḟ", 'f'),
    ("ĝğġģǧ", 'g'),
    ("ĥħ", 'h'),
    ("ìíîïĩīĭįıǐỉị", 'i'),
    ("ĵ", 'j'),
    ("ķǩ", 'k'),
    ("ĺļľŀł", 'l'),
    ("ṁ", 'm'),
    ("ñńņňŉ", 'n'),
    ("òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", 'o'),
    ("ṗ", 'p'),
    ("ŕŗř", 'r'),
    ("śŝşšșṡ", 's'),
    ("ţťŧțṫ", 't'),
    ("ùúûüũūŭůűųưǔụủứừửữự", 'u'),
    ("ŵẁẃẅ", 'w'),
    ("ýÿŷỳỵỷỹ", 'y'),
    ("źżž", 'z'),
    // As phones type them.
    ("’‘ʼ", '\''),
    ("“”„", '"'),
    ("‐‑–—", '-'),
];

/// A mark that stands on the letter before it: an accent written by itself, a vowel point of Hebrew or Arabic.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{64b}'..='\u{652}' | '\u{670}')
}

/// A text in lower case, without accents and other marks.
pub fn plain(lower_case: &str) -> String {
    let plain = |c: char| {
        let found = (!c.is_ascii()).then(|| PLAIN.iter().find(|(letters, _)| letters.contains(c))).flatten();
        found.map_or(c, |(_, plain)| *plain)
    };
    lower_case.chars().filter(|c| !is_mark(*c)).map(plain).collect()
}

/// Words that are looked for, in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought(Vec<String>);

impl Sought {
    /// What was typed into a form, to be looked for.
    ///
    /// # Errors
    /// When it is no text, or too long.
    pub fn parse(typed: &str) -> Result<Self, ErrorKind> {
        Typed::parse(typed).map(|text| Self::of(&text.as_str().to_lowercase()))
    }

    /// The words of a text in lower case. The browser has tables of its own for that, which it need not load.
    pub fn of(lower_case: &str) -> Self {
        Self(plain(lower_case).split_whitespace().map(str::to_owned).collect())
    }

    /// True when there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True when a text in lower case has each of the words, or a word that has it in it.
    pub fn is_in(&self, lower_case: &str) -> bool {
        let text = plain(lower_case);
        self.0.iter().all(|word| text.contains(word))
    }
}

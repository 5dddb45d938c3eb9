//! The check of what staff and organisations type: wording that sets a condition is refused, wording of duty goes only when it is
//! sent again by somebody who is sure.
//!
//! It is never put to the person's or a carer's own words: those stay as they are (promise 2). It knows words and not meanings;
//! letters that only look alike are not found.

mod lists;

use crate::{form::ErrorKind, reading::Language, text::is_invisible};

pub use self::lists::{LISTS, Listed};

/// What is done about a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Support would hang on something: it cannot be sent.
    Conditional,
    /// It can read as an order: it goes when it is sent again.
    Coercive,
}

/// A phrase that was found, as it is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// What is done about it.
    pub weight: Weight,
    /// The phrase; `…` stands for any words between.
    pub phrase: &'static str,
}

impl Found {
    /// The mistake that it is in a form.
    pub fn kind(self) -> ErrorKind {
        let phrase = self.phrase;
        match self.weight {
            Weight::Conditional => ErrorKind::Conditional { phrase },
            Weight::Coercive => ErrorKind::Coercive { phrase },
        }
    }
}

/// Every listed phrase in a text, those first that cannot be sent.
pub fn found(text: &str) -> Vec<Found> {
    // A character that is not seen may stand inside a word or instead of a space: it hides nothing either way.
    let readings = [sentences(text, ""), sentences(text, " ")];
    let says = |phrase: &str, language: Language| {
        readings.iter().flatten().any(|sentence| is_said(sentence, phrase, language))
    };
    let mut found = Vec::new();
    for listed in LISTS {
        let phrases = listed.phrases.split(", ").map(str::trim).filter(|phrase| says(phrase, listed.language));
        found.extend(phrases.map(|phrase| Found { weight: listed.weight, phrase: shown(phrase) }));
    }
    found.sort_by_key(|found| found.weight);
    found
}

/// The worst of them.
pub fn worst(text: &str) -> Option<Found> {
    found(text).into_iter().next()
}

/// A listed phrase as it is said to the writer, without the star that stands for any ending.
fn shown(phrase: &'static str) -> &'static str {
    phrase.trim_end_matches('*')
}

/// The words of each sentence, in small plain letters; apostrophes part nothing, every other sign parts words.
fn sentences(text: &str, unseen: &str) -> Vec<Vec<String>> {
    let seen: String = text.chars().map(|c| if is_invisible(c) { unseen.to_owned() } else { c.to_string() }).collect();
    let plain: String = seen.chars().filter(|c| !is_mark(*c) && !is_apostrophe(*c)).map(plain).collect();
    let plain = plain.to_lowercase();
    let words = |sentence: &str| {
        let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<String>>()
    };
    plain.split(['.', '!', '?', ';']).map(words).filter(|words| !words.is_empty()).collect()
}

/// Accents that stand by themselves, and hide a letter from a comparison.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '′' | '`' | '´' | '＇' | '‛')
}

/// A letter without its accent, and of full-width letters the usual ones.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        'à' | 'á' | 'â' | 'ä' | 'À' | 'Á' | 'Â' | 'Ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        'ŵ' | 'Ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => 'w',
        'ŷ' | 'Ŷ' | 'ý' | 'ÿ' | 'ỳ' => 'y',
        _ => c,
    }
}

/// True when a sentence says a phrase and nothing before it takes the sting out: "you do not have to", "I have to".
fn is_said(sentence: &[String], phrase: &str, language: Language) -> bool {
    let parts: Vec<Vec<String>> = phrase.split('…').map(listed_words).collect();
    let Some((first, rest)) = parts.split_first() else { return false };
    let says = |at: usize, part: &[String]| {
        sentence
            .get(at..at + part.len())
            .is_some_and(|words| words.iter().zip(part).all(|(word, listed)| is_word(word, listed, language)))
    };
    (0..sentence.len()).any(|start| {
        if !says(start, first) || is_harmless(&sentence[..start]) {
            return false;
        }
        let mut from = start + first.len();
        rest.iter().all(|part| match (from..sentence.len()).find(|at| says(*at, part)) {
            Some(at) => {
                from = at + part.len();
                true
            }
            None => false,
        })
    })
}

/// The words of what is listed, plain as those of a text are; the last may end in `*`.
fn listed_words(listed: &str) -> Vec<String> {
    let plain: String = listed.chars().filter(|c| !is_apostrophe(*c)).map(plain).collect();
    plain.to_lowercase().split_whitespace().map(str::to_owned).collect()
}

fn is_word(word: &str, listed: &str, language: Language) -> bool {
    forms(word, language).iter().any(|form| match listed.strip_suffix('*') {
        Some(beginning) => form.starts_with(beginning),
        None => form == listed,
    })
}

/// Itself and, in Welsh, every unmutated word that it could be.
fn forms(word: &str, language: Language) -> Vec<String> {
    /// How a mutated word begins, `<`, and how it begins unmutated.
    const MUTATIONS: &str = "g<c b<p d<t <g f<b f<m dd<d l<ll r<rh ngh<c mh<p nh<t ng<g m<b n<d ch<c ph<p th<t";
    let mut forms = vec![word.to_owned()];
    if language == Language::Welsh {
        let unmutated = |(mutated, plain): (&str, &str)| Some(format!("{plain}{}", word.strip_prefix(mutated)?));
        forms.extend(MUTATIONS.split(' ').filter_map(|pair| unmutated(pair.split_once('<')?)));
    }
    forms
}

/// True after a no ("not", "dim"), and after what writers say of themselves ("I", "I will").
fn is_harmless(before: &[String]) -> bool {
    const NO: &[&str] =
        &["not", "dont", "doesnt", "didnt", "wont", "isnt", "arent", "never", "no", "nobody", "nothing", "dim", "heb"];
    /// What may stand between that and the phrase: "no one is required".
    const BETWEEN: &[&str] =
        &["is", "are", "be", "been", "will", "may", "might", "would", "do", "shall", "ever", "really", "one"];
    let word = before.iter().rev().find(|word| !BETWEEN.contains(&word.as_str()));
    word.is_some_and(|word| NO.contains(&word.as_str()) || ["i", "ill", "id"].contains(&word.as_str()))
}

//! What was typed, kept exactly, and what is wrong with it, said as kinds that every language can word.

use crate::{offer::TermBroken, reading::Choice as _, time::Now};

/// The fields of a form as they were sent, in order, nothing dropped or trimmed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// No field at all: a form as it is first shown.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was sent for `name`; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default()
    }

    /// Each value sent for `name`, as several ticked boxes send it.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// True if `value` is among what was sent for `name`.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|v| v == value)
    }

    /// Adds one value.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// The same fields with one more value.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.push(name, value);
        self
    }

    /// The same fields with `name` holding only `value`.
    #[must_use]
    pub fn put(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.retain(|(n, _)| n != name);
        self.with(name, value)
    }

    /// Every name and value, in the order sent.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(n, v)| (n.as_str(), v.as_str()))
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(n, v)| (n.into(), v.into())).collect())
    }
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field, as in the form.
    pub field: String,
    /// What is wrong.
    pub kind: ErrorKind,
}

impl FieldError {
    /// The field without its number: repeated fields are numbered, `from-2`, and their messages are not.
    pub fn plain_field(&self) -> &str {
        self.field.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-')
    }
}

/// The kinds of mistake a field can hold; each has a message in every language, `error-<id>`,
/// which a message `error-<field>-<id>` says better for one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// Nothing was written where something is needed.
    Empty,
    /// More characters than can be kept.
    TooLong {
        /// How many characters can be kept.
        max: usize,
    },
    /// A character that is not text, such as NUL.
    Unkeepable,
    /// None of the choices was made.
    NotChosen,
    /// A choice that the form does not offer.
    NotAChoice,
    /// Not a date that exists.
    NotADate,
    /// A day that has passed.
    InThePast,
    /// A day that is further away than can be picked.
    TooFarAway,
    /// A time that the clock skips on that day.
    NoSuchTime,
    /// Outside the person's terms, in this way.
    Term(TermBroken),
    /// Two that have a moment in common.
    Overlaps,
    /// Promised to somebody else meanwhile.
    Taken,
    /// Promised to somebody else by whoever offers it.
    Promised,
    /// An end before its beginning.
    EndsBeforeItStarts,
    /// Does not look like a telephone number.
    NotAPhoneNumber,
    /// Does not look like an email address.
    NotAnEmail,
    /// A postal address without a postcode.
    NoPostcode,
    /// More of them than can be kept.
    TooMany {
        /// How many can be kept.
        max: usize,
    },
    /// The same as what is to be changed.
    Unchanged,
    /// Not a code: a letter is missing, wrong or in another's place.
    NotACode,
    /// Wording of staff that would make something hang on something: it is not sent.
    Conditional {
        /// The phrase.
        phrase: &'static str,
    },
    /// Wording of staff that can read as an order: it goes when it is sent again by somebody who is sure.
    Coercive {
        /// The phrase.
        phrase: &'static str,
    },
    /// A code that opens nothing: never given out, used already, too old, or tried too often. One answer for all.
    OpensNothing,
}

impl ErrorKind {
    /// Each kind, for the checks that every language words them all.
    pub const ALL: [Self; 30] = [
        Self::Empty,
        Self::TooLong { max: 0 },
        Self::Unkeepable,
        Self::NotChosen,
        Self::NotAChoice,
        Self::NotADate,
        Self::InThePast,
        Self::TooFarAway,
        Self::NoSuchTime,
        Self::Term(TermBroken::Format),
        Self::Term(TermBroken::TooLong),
        Self::Term(TermBroken::TooShort),
        Self::Term(TermBroken::TooClose),
        Self::Term(TermBroken::TooManyInMonth),
        Self::Term(TermBroken::OutsideHours),
        Self::Term(TermBroken::OnBreak),
        Self::Term(TermBroken::TooLittleNotice),
        Self::Overlaps,
        Self::Taken,
        Self::Promised,
        Self::EndsBeforeItStarts,
        Self::NotAPhoneNumber,
        Self::NotAnEmail,
        Self::NoPostcode,
        Self::TooMany { max: 0 },
        Self::Unchanged,
        Self::NotACode,
        Self::Conditional { phrase: "" },
        Self::Coercive { phrase: "" },
        Self::OpensNothing,
    ];

    /// The last part of the name of its message.
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too-long",
            Self::Unkeepable => "unkeepable",
            Self::NotChosen => "not-chosen",
            Self::NotAChoice => "not-a-choice",
            Self::NotADate => "not-a-date",
            Self::InThePast => "in-the-past",
            Self::TooFarAway => "too-far-away",
            Self::NoSuchTime => "no-such-time",
            Self::Term(term) => term.id(),
            Self::Overlaps => "overlaps",
            Self::Taken => "taken",
            Self::Promised => "promised",
            Self::EndsBeforeItStarts => "ends-before-it-starts",
            Self::NotAPhoneNumber => "not-a-phone-number",
            Self::NotAnEmail => "not-an-email",
            Self::NoPostcode => "no-postcode",
            Self::TooMany { .. } => "too-many",
            Self::Unchanged => "unchanged",
            Self::NotACode => "not-a-code",
            Self::Conditional { .. } => "conditional",
            Self::Coercive { .. } => "coercive",
            Self::OpensNothing => "opens-nothing",
        }
    }

    /// The phrase its message names, where it names one.
    pub fn phrase(self) -> Option<&'static str> {
        match self {
            Self::Conditional { phrase } | Self::Coercive { phrase } => Some(phrase),
            _ => None,
        }
    }

    /// The number its message says, where it says one.
    pub fn max(self) -> Option<usize> {
        match self {
            Self::TooLong { max } | Self::TooMany { max } => Some(max),
            _ => None,
        }
    }
}

/// Collects the mistakes of a form, so that all are said at once and not one a try.
#[derive(Debug, Default)]
pub struct Check(Vec<FieldError>);

impl Check {
    /// No mistake yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes what is wrong with `field` and gives nothing; or gives what was parsed.
    pub fn field<T>(&mut self, field: &str, parsed: Result<T, ErrorKind>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(kind) => {
                self.wrong(field, kind);
                None
            }
        }
    }

    /// Notes that `field` is wrong.
    pub fn wrong(&mut self, field: &str, kind: ErrorKind) {
        self.0.push(FieldError { field: field.to_owned(), kind });
    }

    /// What was parsed, or every mistake noted.
    ///
    /// # Errors
    /// The mistakes, in the order of the fields; at least one whenever `value` is `None`.
    pub fn finish<T>(mut self, value: Option<T>) -> Result<T, Vec<FieldError>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => {
                if self.0.is_empty() {
                    self.wrong("", ErrorKind::NotAChoice);
                }
                Err(self.0)
            }
        }
    }
}

/// A form that can be read from what was typed, by the same code in the browser and at the server.
pub trait Parse: Sized {
    /// Reads the form.
    ///
    /// # Errors
    /// Every mistake in it. Any bytes at all give an answer; none panics.
    fn parse(fields: &Fields, now: Now) -> Result<Self, Vec<FieldError>>;

    /// The fields that would send this again, to fill in the form.
    fn fields(&self) -> Fields;
}

//! An email address: kept as typed, and known again however it is typed next time.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::form::ErrorKind;

/// An email address that looks right; whether it exists only a message can show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// The most characters that mail servers take (RFC 5321, 4.5.3.1.3).
const LONGEST: usize = 254;

impl EmailAddress {
    /// Reads an address as it was typed.
    ///
    /// # Errors
    /// [`ErrorKind::Empty`], [`ErrorKind::TooLong`] or [`ErrorKind::NotAnEmail`].
    pub fn parse(typed: &str) -> Result<Self, ErrorKind> {
        let address = typed.trim();
        match address {
            "" => Err(ErrorKind::Empty),
            _ if address.chars().count() > LONGEST => Err(ErrorKind::TooLong { max: LONGEST }),
            _ if !looks_right(address) => Err(ErrorKind::NotAnEmail),
            _ => Ok(Self(address.to_owned())),
        }
    }

    /// The address, as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same for every way to type it: phones begin a line with a capital.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

/// One `@` with something before it, and a name with a dot after it.
pub(crate) fn looks_right(typed: &str) -> bool {
    let Some((local, domain)) = typed.rsplit_once('@') else { return false };
    !local.is_empty()
        && !local.contains('@')
        && !typed.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;:\"()".contains(c))
        && domain.split('.').count() >= 2
        && domain.split('.').all(|part| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-'))
}

impl TryFrom<String> for EmailAddress {
    type Error = String;

    /// Reads an address that was stored.
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|kind| kind.id().to_owned())
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

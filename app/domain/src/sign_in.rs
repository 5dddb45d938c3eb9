//! The ways in which someone shows that it is them, each of which they can see, name and remove.

use serde::{Deserialize, Serialize};

use crate::{
    email::EmailAddress,
    form::{Check, FieldError, Fields, Parse},
    ids::{CarerId, FeedId, OrganisationId, StaffId},
    text::{Line, Text},
    time::Now,
};

/// The most ways to sign in that one person has.
pub const MOST_WAYS_IN: usize = 10;

/// One way to sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayIn {
    /// What the person calls it, such as "my phone".
    pub name: Line,
    /// How it works.
    pub how: How,
}

/// How someone shows that it is them. A service made for tired people asks for nothing that has to be remembered (WCAG 3.3.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "kebab-case")]
pub enum How {
    /// A link by email.
    Email {
        /// Where it goes.
        address: EmailAddress,
    },
    /// A key on their phone, computer or stick (`WebAuthn`).
    Passkey {
        /// The id of the key, as it says it itself: hexadecimal digits.
        credential: Text<2048>,
        /// Its public half, and what else is needed to know it again: JSON of the library that checks it.
        key: Text<8192>,
    },
    /// Someone else who knows them (OpenID Connect).
    Provider {
        /// Who.
        issuer: Text<500>,
        /// The name by which they know the person, told to nobody else.
        subject: Text<500>,
    },
}

impl How {
    /// The last part of the names of its messages.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Email { .. } => "email",
            Self::Passkey { .. } => "passkey",
            Self::Provider { .. } => "provider",
        }
    }

    /// What it is found by when someone comes with it.
    pub fn found_by(&self) -> FoundBy<'_> {
        match self {
            Self::Email { address } => FoundBy::Email(address),
            Self::Passkey { credential, .. } => FoundBy::Passkey(credential.as_str()),
            Self::Provider { issuer, subject } => FoundBy::Provider(issuer.as_str(), subject.as_str()),
        }
    }
}

/// What something is found by before it is known whose it is. A store keeps only a keyed hash of it, so that a copy of the
/// database does not tell who has which address, or who helps whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundBy<'a> {
    /// An email address, however it is typed.
    Email(&'a EmailAddress),
    /// The id of a passkey.
    Passkey(&'a str),
    /// An identity provider, and the name by which it knows someone.
    Provider(&'a str, &'a str),
    /// An identity provider, and what it calls the session there in which one here began.
    SessionThere(&'a str, &'a str),
    /// A carer: whom they help.
    Carer(CarerId),
    /// An organisation: what it is shown.
    Organisation(OrganisationId),
    /// A case worker: who chose them.
    CaseWorker(StaffId),
    /// The address that a calendar reads: whose it is.
    Calendar(FeedId),
}

impl FoundBy<'_> {
    /// The bytes that are hashed: no two different things have the same.
    pub fn bytes(&self) -> Vec<u8> {
        let (kind, parts) = match self {
            Self::Email(address) => ("email", vec![address.folded()]),
            Self::Passkey(id) => ("passkey", vec![(*id).to_owned()]),
            Self::Provider(issuer, subject) => ("provider", vec![(*issuer).to_owned(), (*subject).to_owned()]),
            Self::SessionThere(issuer, session) => ("session-there", vec![(*issuer).to_owned(), (*session).to_owned()]),
            Self::Carer(carer) => ("carer", vec![carer.to_string()]),
            Self::Organisation(organisation) => ("organisation", vec![organisation.to_string()]),
            Self::CaseWorker(staff) => ("case-worker", vec![staff.to_string()]),
            Self::Calendar(feed) => ("calendar", vec![feed.to_string()]),
        };
        let mut bytes = kind.as_bytes().to_vec();
        for part in parts {
            bytes.push(0);
            bytes.extend((part.len() as u64).to_be_bytes());
            bytes.extend(part.into_bytes());
        }
        bytes
    }
}

/// A new name for a way to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayName(pub Line);

impl Parse for WayName {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let name = check.field("name", Line::parse(fields.get("name")));
        check.finish(name.map(Self))
    }

    fn fields(&self) -> Fields {
        Fields::new().with("name", self.0.as_str())
    }
}

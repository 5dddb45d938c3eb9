//! Whether the person has support at all: begun, stopped, and come back to (promise 8).

use serde::{Deserialize, Serialize};

use crate::{choices, time::Now};

/// Whether support is on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", content = "since", rename_all = "kebab-case")]
pub enum Standing {
    /// Support is there as far as the person's terms ask for it.
    #[default]
    Open,
    /// The person stopped; no one may contact them by any channel.
    Stopped(Now),
    /// They are here to help somebody else: nobody supports them, and nobody contacts them.
    Helping,
}

impl Standing {
    /// True when the person has stopped.
    pub fn is_stopped(self) -> bool {
        matches!(self, Self::Stopped(_))
    }

    /// True when support is on: else nothing is given to anyone, and nobody makes contact.
    pub fn is_on(self) -> bool {
        self == Self::Open
    }
}

choices! {
    /// How someone comes back.
    ComeBack {
        /// To how things were.
        AsItWas = "as-it-was",
        /// Afresh: terms blank, goals set aside where they can be got back.
        Afresh = "afresh",
    }
}

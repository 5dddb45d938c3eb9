//! Local and peer support that anyone here can look up: nothing of any person, and nobody learns who looked for what.

use crate::{
    choices,
    text::{Line, OwnWords},
};

/// How many there can be, so that looking through all of them is quick.
pub const MOST_LISTINGS: usize = 2000;

choices! {
    /// What it helps with. Work is among what else there is, and never the first.
    Topic {
        /// People who know it from their own life.
        Peers = "peers",
        /// Health and feeling well.
        Health = "health",
        /// Money, debts and benefits.
        Money = "money",
        /// Home and housing.
        Home = "home",
        /// Caring for somebody.
        Caring = "caring",
        /// Getting out, company, things to do.
        OutAndAbout = "out-and-about",
        /// Learning and work, paid or not.
        Learning = "learning",
        /// Anything else.
        Else = "else",
    }
}

/// Something that anyone can turn to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// What whoever lists it calls it by, so that the same one is never there twice.
    pub key: Line,
    /// What it is called.
    pub name: Line,
    /// Who offers it.
    pub by: Line,
    /// What it is, in their words.
    pub about: OwnWords,
    /// What it helps with.
    pub topics: Vec<Topic>,
    /// Where.
    pub place: Option<Line>,
    /// When.
    pub open: Option<Line>,
    /// A telephone number.
    pub phone: Option<Line>,
    /// An email address.
    pub email: Option<Line>,
    /// A page of theirs.
    pub web: Option<Line>,
}

impl Listing {
    /// Everything that is said of it, to look for words in.
    pub fn text(&self) -> String {
        let said = [&self.place, &self.open].into_iter().flatten().map(Line::as_str);
        let all = [self.name.as_str(), self.by.as_str(), self.about.as_str()].into_iter().chain(said);
        all.collect::<Vec<_>>().join("\n")
    }
}

//! Local and peer support that anyone here can look up: nothing of any person, and nobody learns who looked for what.

use crate::{
    choices,
    find::Sought,
    form::{ErrorKind, Fields},
    reading::Choice as _,
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

/// What somebody looks for: with the words in it, where some were written, and about what was chosen, where something was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// The words.
    pub words: Option<Sought>,
    /// What it helps with.
    pub topic: Option<Topic>,
}

impl Search {
    /// What was typed into the form: the fields `find` and `topic`, both of which may be empty.
    ///
    /// # Errors
    /// The field that cannot be read, and why.
    pub fn read(fields: &Fields) -> Result<Self, (&'static str, ErrorKind)> {
        let words = match fields.get("find").trim() {
            "" => None,
            typed => Some(Sought::parse(typed).map_err(|kind| ("find", kind))?),
        };
        let topic = match fields.get("topic") {
            "" => None,
            id => Some(Topic::parse(id).map_err(|kind| ("topic", kind))?),
        };
        Ok(Self { words, topic })
    }

    /// True where it is meant.
    pub fn finds(&self, listing: &Listing) -> bool {
        self.words.as_ref().is_none_or(|words| words.is_in(&listing.text().to_lowercase()))
            && self.topic.is_none_or(|topic| listing.topics.contains(&topic))
    }
}

//! A new way into one's own place once every way in is lost: asked for by the case worker whom the person chose, after a wait in
//! which it can be stopped, and undone for a while after.
//!
//! It is made so that somebody close to the person, who talks well on the phone, gets in neither fast nor unseen.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{
    account::SignedInBy,
    choices,
    ids::{StaffId, WayInId},
};

/// How long the code waits before it opens anything: whoever reads their email every other day, or is away for a weekend, still
/// stops it in time.
pub const DELAY: SignedDuration = SignedDuration::from_hours(3 * 24);
/// How long it opens then: a letter takes days, and so may somebody who is ill.
pub const OPEN_FOR: SignedDuration = SignedDuration::from_hours(14 * 24);
/// For how long it can be undone once somebody came in by it.
pub const UNDO_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long nobody can ask again after it was stopped or undone, so that nobody is worn down by being asked each hour.
pub const REST: SignedDuration = SignedDuration::from_hours(24);

choices! {
    /// By what somebody said that it was not them.
    Through {
        /// By the link in what they were sent.
        Link = "link",
        /// Where they are signed in.
        SignedIn = "signed-in",
    }
}

/// From where somebody says something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidFrom {
    /// From a link that was sent to a way to sign in, or to where they want to be reached.
    Link {
        /// The way that it was sent to; it has to be there still.
        way: Option<WayInId>,
    },
    /// From a session of theirs.
    Session {
        /// By what it began.
        by: SignedInBy,
        /// By which of their ways that was.
        way: Option<WayInId>,
        /// When.
        at: Timestamp,
    },
}

impl SaidFrom {
    fn through(self) -> Through {
        match self {
            Self::Link { .. } => Through::Link,
            Self::Session { .. } => Through::SignedIn,
        }
    }
}

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Progress {
    /// It was asked for, and nobody has come with the code.
    Waiting,
    /// Somebody stopped it before that.
    Stopped {
        /// When.
        at: Timestamp,
        /// By what.
        through: Through,
    },
    /// Somebody came with the code.
    Opened {
        /// When.
        at: Timestamp,
        /// The ways to sign in that were there then: each of them can undo it.
        ways: Vec<WayInId>,
    },
    /// Somebody undid it: what was added since is closed.
    Undone {
        /// When.
        at: Timestamp,
        /// By what.
        through: Through,
    },
}

choices! {
    /// What it is at a moment.
    Status {
        /// The code opens nothing yet.
        Waiting = "waiting",
        /// The code opens the place.
        Open = "open",
        /// Nobody came in time.
        Expired = "expired",
        /// It was stopped.
        Stopped = "stopped",
        /// Somebody came in, and it can be undone.
        Opened = "opened",
        /// Somebody came in, and it is long enough ago.
        Settled = "settled",
        /// It was undone.
        Undone = "undone",
    }
}

/// A new way in that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recovery {
    /// The case worker who asked.
    pub by: StaffId,
    /// When.
    pub asked: Timestamp,
    /// From when the code opens the place.
    pub opens: Timestamp,
    /// Until when it does.
    pub until: Timestamp,
    /// When the person said that it was them who wanted it.
    pub known: Option<Timestamp>,
    /// How far it has come.
    pub progress: Progress,
}

impl Recovery {
    /// One that is asked for now.
    pub fn new(by: StaffId, asked: Timestamp) -> Self {
        let opens = asked + DELAY;
        Self { by, asked, opens, until: opens + OPEN_FOR, known: None, progress: Progress::Waiting }
    }

    /// What it is at a moment.
    pub fn status(&self, at: Timestamp) -> Status {
        match &self.progress {
            Progress::Waiting if at < self.opens => Status::Waiting,
            Progress::Waiting if at < self.until => Status::Open,
            Progress::Waiting => Status::Expired,
            Progress::Stopped { .. } => Status::Stopped,
            Progress::Opened { at: opened, .. } if at < *opened + UNDO_FOR => Status::Opened,
            Progress::Opened { .. } => Status::Settled,
            Progress::Undone { .. } => Status::Undone,
        }
    }

    /// From when another can be asked for: it takes the place of one whose code was lost, and waits as long again.
    pub fn next_from(&self) -> Timestamp {
        match self.progress {
            Progress::Waiting => self.asked + REST,
            _ => self.stands_until(),
        }
    }

    /// Until when it stays where it is, so that nobody takes away what can stop or undo it.
    pub fn stands_until(&self) -> Timestamp {
        match &self.progress {
            Progress::Waiting => self.until,
            Progress::Stopped { at, .. } | Progress::Undone { at, .. } => *at + REST,
            Progress::Opened { at, .. } => *at + UNDO_FOR,
        }
    }

    /// True while the person can say that it was not them.
    pub fn can_be_stopped(&self, at: Timestamp) -> bool {
        matches!(self.status(at), Status::Waiting | Status::Open | Status::Opened)
    }

    /// True until somebody came with the code, or it was stopped.
    pub fn is_waiting(&self) -> bool {
        matches!(self.progress, Progress::Waiting)
    }

    /// True once somebody came in by it and it was not undone.
    pub fn is_opened(&self) -> bool {
        matches!(self.progress, Progress::Opened { .. })
    }

    /// True when whoever speaks is not somebody whom it let in: then their word counts.
    pub fn hears(&self, from: SaidFrom) -> bool {
        let Progress::Opened { at: opened, ways } = &self.progress else { return true };
        match from {
            SaidFrom::Link { way } => way.is_none_or(|way| ways.contains(&way)),
            SaidFrom::Session { by: SignedInBy::Recovery, .. } => false,
            SaidFrom::Session { way: Some(way), .. } => ways.contains(&way),
            SaidFrom::Session { way: None, at, .. } => at < *opened,
        }
    }

    /// The same, once somebody came with the code while these ways to sign in were there.
    #[must_use]
    pub fn opened(&self, at: Timestamp, ways: Vec<WayInId>) -> Self {
        Self { progress: Progress::Opened { at, ways }, ..self.clone() }
    }

    /// The same, once somebody said that it was not them.
    #[must_use]
    pub fn ended(&self, at: Timestamp, from: SaidFrom) -> Self {
        let through = from.through();
        let progress = match self.progress {
            Progress::Opened { .. } => Progress::Undone { at, through },
            _ => Progress::Stopped { at, through },
        };
        Self { progress, ..self.clone() }
    }

    /// True when a way to sign in was there before it, and can undo it still: nobody closes that meanwhile.
    pub fn keeps(&self, way: WayInId, at: Timestamp) -> bool {
        match &self.progress {
            Progress::Opened { ways, .. } => self.status(at) == Status::Opened && ways.contains(&way),
            _ => false,
        }
    }
}

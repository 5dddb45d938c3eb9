//! What every page needs to know about the request it answers: who reads it, how, and where the assets are.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use leptos::prelude::use_context;
use own_terms_domain::{directory::Directory, permission::Scope, reading::Reading, staff::Role};

/// For whom whoever is signed in acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acting {
    /// For nobody but themself.
    Nobody,
    /// For someone, on a page of theirs.
    For {
        /// What that person is called.
        name: String,
        /// What they were given.
        scopes: Vec<Scope>,
    },
    /// For someone, on a page that is about themself or nobody.
    Aside,
}

/// Who is at the desk, where those work who support people: nobody's own place is about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Desk {
    /// It is no page of the desk.
    Not,
    /// Nobody is signed in there.
    SignedOut,
    /// Someone is.
    Member {
        /// The name they work under.
        name: String,
        /// What they do.
        role: Role,
    },
}

/// When the session of someone who does nothing ends.
#[derive(Debug, Clone, Copy)]
pub struct Ends {
    /// The moment.
    pub at: Timestamp,
    /// How long after this answer that is.
    pub after: SignedDuration,
    /// How long after whatever is done last.
    pub idle: SignedDuration,
    /// True when doing something moves it.
    pub can_stay: bool,
}

/// What stands around a page; provided as context while it is rendered.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, asked for by its name")]
pub struct Frame {
    /// How the reader likes pages shown, and in which language.
    pub reading: Reading,
    /// The page's own address, to which its forms are sent.
    pub path: String,
    /// The name of the person signed in.
    pub person: Option<String>,
    /// For whom they act.
    pub acting: Acting,
    /// Who is at the desk.
    pub desk: Desk,
    /// True when the person has stopped support.
    pub stopped: bool,
    /// When they are signed out, if they do nothing.
    pub ends: Option<Ends>,
    /// The token that each form carries (see `csrf` in the server).
    pub token: String,
    /// True when the people are invented.
    pub demo: bool,
    /// The message that says what was just done, `done-<this>`.
    pub done: Option<String>,
    /// True when the person said that this device is theirs alone, so that drafts may be kept on it.
    pub own_device: bool,
    /// True when others use the device that they are signed in on too: the way out is offered first.
    pub shared: bool,
    /// What drafts on the device are kept under: the same for the same person, and telling nothing of who it is.
    pub draft_tag: String,
    /// Those who wrote or looked, by name.
    pub names: Arc<Directory>,
    /// The day it is.
    pub today: Date,
    /// Where quick exit goes.
    pub exit: String,
    /// A telephone number with a person at the other end.
    pub helpline: String,
    /// The time zone of the clock on the wall.
    pub zone: TimeZone,
    /// True when photos are shown: they are left out where the reader's device asks for no more data than it takes.
    pub photos: bool,
    /// The address of an asset, by its plain name.
    pub asset: fn(&str) -> Option<&'static str>,
}

/// The frame of the page being rendered.
///
/// Outside a page (in a test of one control) it is an empty one, so that a control never fails for want of it.
pub fn frame() -> Arc<Frame> {
    use_context::<Arc<Frame>>().unwrap_or_else(|| Arc::new(Frame::empty()))
}

impl Frame {
    /// True when the page is not about somebody else for whom they act.
    pub fn is_own(&self) -> bool {
        !matches!(self.acting, Acting::For { .. })
    }

    /// True when whoever reads the page can do this: whatever is their own, or what they were given.
    pub fn may(&self, scope: Scope) -> bool {
        match &self.acting {
            Acting::For { scopes, .. } => scopes.contains(&scope),
            Acting::Nobody | Acting::Aside => true,
        }
    }

    /// A frame about nobody, with no assets.
    pub fn empty() -> Self {
        Self {
            reading: Reading::default(),
            path: String::new(),
            person: None,
            acting: Acting::Nobody,
            desk: Desk::Not,
            stopped: false,
            ends: None,
            token: String::new(),
            demo: false,
            done: None,
            own_device: false,
            shared: false,
            draft_tag: String::new(),
            names: Arc::default(),
            today: Date::ZERO,
            exit: String::new(),
            helpline: String::new(),
            zone: TimeZone::UTC,
            photos: true,
            asset: |_| None,
        }
    }
}

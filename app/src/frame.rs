//! What every page needs to know about the request it answers: who reads it, how, and where the assets are.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use leptos::prelude::use_context;
use own_terms_domain::{directory::Directory, reading::Reading};

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
pub struct Frame {
    /// How the reader likes pages shown, and in which language.
    pub reading: Reading,
    /// The page's own address, to which its forms are sent.
    pub path: String,
    /// The name of the person signed in.
    pub person: Option<String>,
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
    /// A frame about nobody, with no assets.
    pub fn empty() -> Self {
        Self {
            reading: Reading::default(),
            path: String::new(),
            person: None,
            stopped: false,
            ends: None,
            token: String::new(),
            demo: false,
            done: None,
            own_device: false,
            draft_tag: String::new(),
            names: Arc::default(),
            today: Date::ZERO,
            exit: String::new(),
            helpline: String::new(),
            zone: TimeZone::UTC,
            asset: |_| None,
        }
    }
}

//! Letters on paper: in large print, and neutral to whoever sees their name.

use jiff::{Timestamp, civil::Date};
use own_terms_app::{frame::Frame, i18n::say_date, speaking::speaking, t};
use own_terms_domain::{
    contact::Postal,
    reading::{Language, Reading},
    spoken::SpokenCode,
    text::Line,
};

use crate::paper::{Paper, Unprintable};

/// What stands in a letter that invites someone.
#[derive(Debug)]
pub struct Invitation<'a> {
    /// What they are called.
    pub name: &'a Line,
    /// The language they read.
    pub language: Language,
    /// What opens their place, once.
    pub code: &'a SpokenCode,
    /// The last day on which it does.
    pub until: Date,
    /// Where people reach the service.
    pub origin: &'a str,
    /// A telephone number with a person at the other end; none if it is empty.
    pub helpline: &'a str,
}

impl Invitation<'_> {
    /// The letter, as a PDF: first that it is their choice, and then what to do if they want to look.
    ///
    /// # Errors
    /// [`Unprintable`] when a font is damaged.
    pub fn pdf(&self, now: Timestamp) -> Result<Vec<u8>, Unprintable> {
        let reading = Reading { language: self.language, ..Reading::default() };
        speaking(Frame { reading, ..Frame::empty() }, || {
            let mut paper = Paper::new()?;
            paper.heading(1, &t!("letter-hello", name = self.name.to_string()));
            paper.paragraph(&t!("letter-invitation"));
            paper.said(&t!("start-voluntary"));
            paper.paragraph(&t!("letter-what"));
            paper.paragraph(&t!("letter-nothing"));
            paper.heading(2, &t!("letter-how"));
            let [open, write] = [t!("letter-open"), t!("letter-code")];
            // As it is typed: browsers put the rest before it by themselves.
            let origin = self.origin.strip_prefix("https://").unwrap_or(self.origin);
            let address = format!("{origin}/sign-in/invitation");
            paper.list([(open, address), (write, self.code.to_string())], |paper, (what, with)| {
                paper.paragraph(&what);
                paper.large(&with);
            });
            paper.paragraph(&t!("letter-until", day = say_date(self.until)));
            paper.paragraph(&t!("letter-help"));
            if !self.helpline.is_empty() {
                paper.paragraph(&t!("letter-phone", phone = self.helpline.to_owned()));
            }
            paper.finish(t!("letter-title"), self.language, now)
        })
    }
}

/// What stands in a letter that tells someone something, for whoever opens it: that there is something to read, and where.
#[derive(Debug)]
pub struct Told<'a> {
    /// Where it goes; the name on it is the one that they wrote there themself.
    pub to: &'a Postal,
    /// The language it begins in.
    pub language: Language,
    /// What it says, a paragraph each.
    pub words: Vec<String>,
    /// A telephone number with a person at the other end, who can read it to them; none if it is empty.
    pub helpline: &'a str,
}

impl Told<'_> {
    /// The letter, as a PDF for an envelope with a window.
    ///
    /// # Errors
    /// [`Unprintable`] when a font is damaged.
    pub fn pdf(&self, at: Timestamp) -> Result<Vec<u8>, Unprintable> {
        let reading = Reading { language: self.language, ..Reading::default() };
        speaking(Frame { reading, ..Frame::empty() }, || {
            let mut paper = Paper::new()?;
            paper.address(self.to.lines());
            for words in &self.words {
                paper.paragraph(words);
            }
            if !self.helpline.is_empty() {
                paper.paragraph(&t!("letter-read-out", phone = self.helpline.to_owned()));
            }
            paper.finish(t!("letter-title"), self.language, at)
        })
    }
}

//! The ways to meet, in the person's order.

use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, FieldError, Fields, Parse},
    ranking,
    reading::Choice,
    text::Line,
    time::Now,
};

choices! {
    /// A way to meet.
    Format {
        /// In writing, each in their own time.
        Writing = "writing",
        /// By telephone.
        Phone = "phone",
        /// Through the text relay service.
        TextRelay = "text-relay",
        /// By video.
        Video = "video",
        /// In person, at the person's home.
        AtHome = "at-home",
        /// In person, somewhere the person chooses.
        MyPlace = "my-place",
        /// In person, somewhere else.
        Elsewhere = "elsewhere",
        /// In person, at the jobcentre.
        Jobcentre = "jobcentre",
    }
}

impl Format {
    /// True when the person says which place.
    pub fn has_place(self) -> bool {
        matches!(self, Self::MyPlace | Self::Elsewhere)
    }
}

/// One way to meet that the person takes, and the place where one is to be named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// How.
    pub format: Format,
    /// Where, in the person's words.
    pub place: Option<Line>,
}

/// The ways to meet, first choice first. None at all: there is no way that the person would meet, and nothing is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formats {
    /// First choice first.
    pub meetings: Vec<Meeting>,
}

impl Default for Formats {
    /// What holds until the person says otherwise: only in writing, which nobody has to answer at once or at home.
    fn default() -> Self {
        Self { meetings: vec![Meeting { format: Format::Writing, place: None }] }
    }
}

impl Parse for Formats {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let order: Vec<Format> = ranking::parse(fields, &mut check);
        // Checked in the order of the page, so that mistakes are said in it; kept in the person's order.
        let chosen = Format::ALL.iter().copied().filter(|format| order.contains(format));
        let found: Vec<Meeting> = chosen
            .map(|format| {
                let name = format!("place-{}", format.id());
                let place = format.has_place().then(|| check.field(&name, Line::optional(fields.get(&name))));
                Meeting { format, place: place.flatten().flatten() }
            })
            .collect();
        let meetings = ranking::in_order(&order, &found, |meeting| meeting.format);
        check.finish(Some(Self { meetings }))
    }

    fn fields(&self) -> Fields {
        let mut fields = ranking::add_to(Fields::new(), self.meetings.iter().map(|m| m.format));
        for meeting in &self.meetings {
            if let Some(place) = &meeting.place {
                fields.push(format!("place-{}", meeting.format.id()), place.as_str());
            }
        }
        fields
    }
}

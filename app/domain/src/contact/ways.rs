//! The ways to reach the person, in their order, each with a detail that looks right, and the hours for it.

use serde::{Deserialize, Serialize};

use super::Postal;
use crate::{
    choices, email,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    hours::WeekHours,
    ranking,
    reading::Choice,
    text::Line,
    time::Now,
};

choices! {
    /// A way to reach the person.
    Channel {
        /// A message here, seen at the next visit.
        Here = "here",
        /// A letter.
        Letter = "letter",
        /// An email.
        Email = "email",
        /// A text message.
        Text = "text",
        /// A telephone call.
        Phone = "phone",
    }
}

impl Channel {
    /// True when an address or a number is needed to use it.
    pub fn needs_detail(self) -> bool {
        self != Self::Here
    }

    /// Takes a contact detail that looks right for this channel, exactly as typed.
    ///
    /// # Errors
    /// The kind of mistake.
    pub fn check(self, typed: &str) -> Result<Line, ErrorKind> {
        let detail = Line::parse(typed)?;
        let looks_right = match self {
            Self::Here => true,
            Self::Phone | Self::Text => is_phone_number(typed),
            Self::Email => email::looks_right(typed.trim()),
            Self::Letter => Postal::is_in(typed),
        };
        match (looks_right, self) {
            (true, _) => Ok(detail),
            (false, Self::Letter) => Err(ErrorKind::NoPostcode),
            (false, Self::Email) => Err(ErrorKind::NotAnEmail),
            (false, _) => Err(ErrorKind::NotAPhoneNumber),
        }
    }
}

/// 10 or 11 digits from 0, or 8 to 15 from a plus (ITU-T E.164), with the spaces and brackets people write.
fn is_phone_number(typed: &str) -> bool {
    let typed = typed.trim();
    if !typed.chars().all(|c| c.is_ascii_digit() || " ()-.+".contains(c)) {
        return false;
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if typed.starts_with('+') {
        (8..=15).contains(&digits.len()) && typed.matches('+').count() == 1
    } else {
        (10..=11).contains(&digits.len()) && digits.starts_with('0') && !typed.contains('+')
    }
}

/// One way to reach the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// The channel.
    pub channel: Channel,
    /// The number or address; none for messages here.
    pub detail: Option<Line>,
}

/// The ways to reach the person, in their order, and the hours for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ways {
    /// First choice first.
    pub ways: Vec<Way>,
    /// When; no hours at all means any time.
    pub hours: WeekHours,
}

impl Parse for Ways {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let order: Vec<Channel> = ranking::parse(fields, &mut check);
        // Checked in the order of the page, so that mistakes are said in it; kept in the person's order.
        let chosen = Channel::ALL.iter().copied().filter(|channel| order.contains(channel));
        let found: Vec<Way> = chosen
            .map(|channel| {
                let name = format!("detail-{}", channel.id());
                let detail = channel.needs_detail().then(|| check.field(&name, channel.check(fields.get(&name))));
                Way { channel, detail: detail.flatten() }
            })
            .collect();
        let ways = ranking::in_order(&order, &found, |way| way.channel);
        let hours = WeekHours::parse(fields, &mut check);
        check.finish(hours.map(|hours| Self { ways, hours }))
    }

    fn fields(&self) -> Fields {
        let mut fields = ranking::add_to(Fields::new(), self.ways.iter().map(|way| way.channel));
        for way in &self.ways {
            if let Some(detail) = &way.detail {
                fields.push(format!("detail-{}", way.channel.id()), detail.as_str());
            }
        }
        self.hours.add_to(fields)
    }
}

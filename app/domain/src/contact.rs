//! Whether, how and when the person may be contacted, and how to do it safely (promises 3 and 12).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    hours::WeekHours,
    ranking,
    reading::Choice,
    text::{Line, OwnWords},
    time::{Now, parse_day_to_come},
};

choices! {
    /// The three answers about contact, in the order shown; none is ever chosen beforehand.
    WishAnswer {
        /// Ask for a support conversation.
        Talk = "yes",
        /// No contact.
        NoContact = "no",
        /// Not now.
        NotNow = "not-now",
    }
}

/// What the person said about being contacted at all, and everything they wrote with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Which answer; none as long as nothing was said, and then nobody contacts them.
    pub answer: Option<WishAnswer>,
    /// What they want to talk about.
    pub about: Option<OwnWords>,
    /// What they do not want to talk about.
    pub not_about: Option<OwnWords>,
    /// The last day of "not now"; none means until they say.
    pub until: Option<Date>,
    /// The day they asked to talk. "Not now" keeps it, so that it holds again afterwards; "no" does not.
    pub asked: Option<Date>,
}

impl Wish {
    /// True when they want to talk, today: they asked, and no "no" and no "not now" stands against it.
    pub fn is_to_talk(&self, today: Date) -> bool {
        match self.answer {
            Some(WishAnswer::Talk) => true,
            Some(WishAnswer::NotNow) => self.asked.is_some() && !self.is_not_now(today),
            Some(WishAnswer::NoContact) | None => false,
        }
    }

    /// True while "not now" holds.
    pub fn is_not_now(&self, today: Date) -> bool {
        self.answer == Some(WishAnswer::NotNow) && self.until.is_none_or(|until| today <= until)
    }
}

/// What is written on the contact form, before it meets what was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishDraft {
    /// Which answer.
    pub answer: WishAnswer,
    /// What to talk about.
    pub about: Option<OwnWords>,
    /// What not to talk about.
    pub not_about: Option<OwnWords>,
    /// The last day of "not now".
    pub until: Option<Date>,
}

impl WishDraft {
    /// The wish this makes of what was there before. What was written is kept with any answer.
    pub fn wish(self, before: &Wish, now: Now) -> Wish {
        let asked = match self.answer {
            WishAnswer::Talk => before.asked.or(Some(now.today)),
            WishAnswer::NotNow => before.asked,
            WishAnswer::NoContact => None,
        };
        let until = if self.answer == WishAnswer::NotNow { self.until } else { None };
        Wish { answer: Some(self.answer), about: self.about, not_about: self.not_about, until, asked }
    }
}

impl Parse for WishDraft {
    fn parse(fields: &Fields, now: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let answer = check.field("answer", WishAnswer::parse(fields.get("answer")));
        let about = check.field("about", OwnWords::optional(fields.get("about")));
        let not_about = check.field("not-about", OwnWords::optional(fields.get("not-about")));
        let until = match parse_day_to_come(fields.get("until"), now) {
            Err(ErrorKind::Empty) => Some(None),
            other => check.field("until", other.map(Some)),
        };
        let draft = (|| Some(Self { answer: answer?, about: about?, not_about: not_about?, until: until? }))();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        let words = |text: &Option<OwnWords>| text.as_ref().map(ToString::to_string).unwrap_or_default();
        Fields::new()
            .with("answer", self.answer.id())
            .with("about", words(&self.about))
            .with("not-about", words(&self.not_about))
            .with("until", self.until.map(|day| day.to_string()).unwrap_or_default())
    }
}

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
            Self::Email => is_email(typed.trim()),
            Self::Letter => has_postcode(typed),
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

/// One `@` with something before it, and a name with a dot after it; whether it exists only a message can show.
fn is_email(typed: &str) -> bool {
    let Some((local, domain)) = typed.rsplit_once('@') else { return false };
    !local.is_empty()
        && !local.contains('@')
        && !typed.chars().any(|c| c.is_whitespace() || "<>,;:\"()".contains(c))
        && domain.split('.').count() >= 2
        && domain.split('.').all(|part| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-'))
}

/// A United Kingdom postcode somewhere in it, in any case and spacing.
fn has_postcode(typed: &str) -> bool {
    let compact: Vec<char> = typed.chars().filter(|c| !c.is_whitespace()).collect();
    compact.windows(5).any(|w| {
        w[0].is_ascii_alphabetic()
            && w[1].is_ascii_digit()
            && w[2].is_ascii_digit()
            && w[3].is_ascii_alphabetic()
            && w[4].is_ascii_alphabetic()
    }) || compact.windows(6).any(|w| {
        w[0].is_ascii_alphabetic()
            && w[1].is_ascii_alphanumeric()
            && w[2].is_ascii_alphanumeric()
            && w[1..3].iter().any(char::is_ascii_digit)
            && w[3].is_ascii_digit()
            && w[4].is_ascii_alphabetic()
            && w[5].is_ascii_alphabetic()
    })
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

choices! {
    /// Something to keep to, so that contact is safe where the person lives.
    SafeRule {
        /// Leave no message on an answering machine.
        NoVoicemail = "no-voicemail",
        /// Say who is calling only to the person.
        SayNothingToOthers = "say-nothing-to-others",
        /// Ask first whether it is safe to talk.
        AskIfSafe = "ask-if-safe",
        /// Show a number that can be called back, not "unknown".
        ShowNumber = "show-number",
        /// Plain envelopes with no sender on them.
        PlainEnvelopes = "plain-envelopes",
        /// Say in text messages and emails only that there is something to read here.
        NothingInMessages = "nothing-in-messages",
    }
}

/// How to contact the person safely. Never shown to a carer or an organisation, nor that there is any.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safe {
    /// The rules chosen.
    pub rules: Vec<SafeRule>,
    /// A word by which both know that it is them.
    pub word: Option<Line>,
    /// Times, people or numbers to keep away from.
    pub avoid: Option<OwnWords>,
}

impl Parse for Safe {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let rules = ranking::ticked(fields, "rules", &mut check);
        let word = check.field("word", Line::optional(fields.get("word")));
        let avoid = check.field("avoid", OwnWords::optional(fields.get("avoid")));
        let safe = (|| Some(Self { rules, word: word?, avoid: avoid? }))();
        check.finish(safe)
    }

    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        for rule in &self.rules {
            fields.push("rules", rule.id());
        }
        fields
            .with("word", self.word.as_ref().map_or("", Line::as_str))
            .with("avoid", self.avoid.as_ref().map_or("", OwnWords::as_str))
    }
}

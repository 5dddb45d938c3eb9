//! The words of an email or a text: neutral for whoever else sees it, without a name, or a word of health or benefits (promise 12).

use jiff::Timestamp;
use own_terms_app::i18n::{FluentArgs, say_in};
use own_terms_domain::reading::Choice as _;
use own_terms_domain::{email::EmailAddress, reading::Language, telling::Says};

/// An email, as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// To whom.
    pub to: EmailAddress,
    /// What stands in the list of emails.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// When it was asked for.
    pub at: Timestamp,
}

/// That there is something to read: all that somebody learns who is only to be reached there.
const TO_READ: [&str; 3] = ["mail-recovery-subject", "mail-to-read", "mail-to-read-what"];

/// The link to sign in, to everyone who has this address.
pub(super) fn sign_in(to: EmailAddress, language: Language, at: Timestamp, link: &str) -> Mail {
    mail(to, &[language], at, ["mail-sign-in-subject", "mail-sign-in", "mail-sign-in-once"], Some(link))
}

/// The link that shows that an address is one's own.
pub(super) fn new_email(to: EmailAddress, language: Language, at: Timestamp, link: &str) -> Mail {
    mail(to, &[language], at, ["mail-new-subject", "mail-new", "mail-new-once"], Some(link))
}

/// What somebody is told, with a link where there is something to open. An address where they only want to be reached learns nothing but
/// that there is something to read, which keeps every safe-contact rule.
pub(super) fn told(to: EmailAddress, says: Says, at: Timestamp, link: Option<&str>) -> Mail {
    let (languages, ids) = words(says);
    mail(to, &languages, at, ids, link)
}

/// What a letter says, and in which language it begins: the same, with where to read it. A link that opens something is none for paper,
/// which lies about.
pub(super) fn letter(says: Says, origin: &str) -> (Language, Vec<String>) {
    let (languages, [_, what, more]) = words(says);
    let origin = origin.strip_prefix("https://").unwrap_or(origin).to_owned();
    let of = |id: &str| languages.iter().map(|language| say(*language, id)).collect::<Vec<_>>();
    (languages.first().copied().unwrap_or(Language::English), [of(what), vec![origin], of(more)].concat())
}

/// The languages of what somebody is told, and the names of its subject and its two sentences.
fn words(says: Says) -> (Vec<Language>, [&'static str; 3]) {
    match says {
        Says::News(language) => (vec![language], ["mail-recovery-subject", "mail-news", "mail-news-when"]),
        Says::Reminder(language) => {
            (vec![language], ["mail-reminder-subject", "mail-reminder", "mail-reminder-change"])
        }
        Says::WaysIn(language) => (vec![language], ["mail-changed-subject", "mail-changed", "mail-changed-not-you"]),
        Says::Recovery { used, in_full, .. } => (
            Language::ALL.to_vec(),
            match (in_full, used) {
                (true, false) => ["mail-recovery-subject", "mail-recovery", "mail-recovery-not-you"],
                (true, true) => ["mail-recovery-subject", "mail-recovered", "mail-recovery-not-you"],
                (false, _) => TO_READ,
            },
        ),
        Says::Contact => (Language::ALL.to_vec(), TO_READ),
    }
}

/// The one sentence of a text message: no link, so that nothing in it leads anywhere.
pub(super) fn text(says: Says) -> String {
    match says {
        Says::News(language) => say(language, "sms-news"),
        Says::Reminder(language) => say(language, "sms-reminder"),
        Says::WaysIn(_) | Says::Recovery { .. } | Says::Contact => {
            Language::ALL.iter().map(|language| say(*language, "sms-news")).collect::<Vec<_>>().join(" ")
        }
    }
}

fn say(language: Language, id: &str) -> String {
    say_in(language, id, None::<&FluentArgs>)
}

fn mail(to: EmailAddress, languages: &[Language], at: Timestamp, ids: [&str; 3], link: Option<&str>) -> Mail {
    let [subject, what, more] =
        ids.map(|id| languages.iter().map(|language| say(*language, id)).collect::<Vec<String>>());
    // A line of its own for the link, so that no program that reads it takes a full stop for a part of it.
    let text = [what, link.map(str::to_owned).into_iter().collect(), more].concat();
    Mail { to, subject: subject.join(" / "), text: text.join("\n\n") + "\n", at }
}

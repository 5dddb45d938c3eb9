//! The words of an email: neutral for whoever else sees it, without a name, or a word of health or benefits (promise 12).

use jiff::Timestamp;
use own_terms_app::i18n::{FluentArgs, say_in};
use own_terms_domain::reading::Choice as _;
use own_terms_domain::{email::EmailAddress, reading::Language};

use crate::recover::Told;

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
    mail(to, language, at, ["mail-sign-in-subject", "mail-sign-in", "mail-sign-in-once"], Some(link))
}

/// The link that shows that an address is one's own.
pub(super) fn new_email(to: EmailAddress, language: Language, at: Timestamp, link: &str) -> Mail {
    mail(to, language, at, ["mail-new-subject", "mail-new", "mail-new-once"], Some(link))
}

/// That something about signing in was changed.
pub(super) fn changed(to: EmailAddress, language: Language, at: Timestamp) -> Mail {
    mail(to, language, at, ["mail-changed-subject", "mail-changed", "mail-changed-not-you"], None)
}

/// That somebody asked for a new way in, or came in by it. An address where they only want to be reached learns less: nothing but
/// that there is something to read, which keeps every safe-contact rule. It is in every language, because which one they read is
/// looked up by nobody for this.
pub(super) fn recovery(to: EmailAddress, signs_in: bool, told: Told, at: Timestamp, link: &str) -> Mail {
    let ids = match (signs_in, told.used) {
        (true, false) => ["mail-recovery-subject", "mail-recovery", "mail-recovery-not-you"],
        (true, true) => ["mail-recovery-subject", "mail-recovered", "mail-recovery-not-you"],
        (false, _) => TO_READ,
    };
    in_every_language(to, at, ids, link)
}

/// That there is something to read, and nothing else.
pub(super) fn to_read(to: EmailAddress, at: Timestamp, link: &str) -> Mail {
    in_every_language(to, at, TO_READ, link)
}

fn in_every_language(to: EmailAddress, at: Timestamp, ids: [&str; 3], link: &str) -> Mail {
    let [subject, what, more] = ids.map(|id| -> Vec<String> {
        Language::ALL.iter().map(|language| say_in(*language, id, None::<&FluentArgs>)).collect()
    });
    let text = [what, vec![link.to_owned()], more].concat().join("\n\n") + "\n";
    Mail { to, subject: subject.join(" / "), text, at }
}

fn mail(
    to: EmailAddress,
    language: Language,
    at: Timestamp,
    [subject, what, more]: [&str; 3],
    link: Option<&str>,
) -> Mail {
    let said = |id: &str| say_in(language, id, None::<&FluentArgs>);
    // A line of its own for the link, so that no program that reads it takes a full stop for a part of it.
    let text = [Some(said(what)), link.map(str::to_owned), Some(said(more))].into_iter().flatten();
    Mail { to, subject: said(subject), text: text.collect::<Vec<_>>().join("\n\n") + "\n", at }
}

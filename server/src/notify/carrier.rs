//! How an email leaves: by a mail server, into a folder, or not at all.

use std::{
    fs::OpenOptions,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};
use own_terms_domain::email::EmailAddress;
use own_terms_receipt::hex;

use super::Mail;
use crate::entropy::Entropy;

/// How long a mail server may take over one email.
const PATIENCE: Duration = Duration::from_secs(20);

/// Who an email is from.
pub type Sender = Mailbox;

/// How emails leave.
#[derive(Clone)]
pub enum Carrier {
    /// By a mail server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// Each becomes a file in this folder.
    Folder(PathBuf),
    /// They do not: a demonstration only shows them.
    Nowhere,
}

/// Why an email did not leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotSent {
    /// It may, if it is tried again.
    Yet,
    /// It never will.
    Ever,
}

impl Carrier {
    /// By the mail server at `url`.
    ///
    /// # Errors
    /// What is wrong with the address.
    pub fn smtp(url: &str) -> Result<Self, String> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|error| error.to_string())?;
        Ok(Self::Smtp(builder.timeout(Some(PATIENCE)).build()))
    }

    /// Sends it, once.
    pub(super) async fn carry(&self, from: &Sender, mail: &Mail, entropy: &Entropy) -> Result<(), NotSent> {
        let id = hex::digits(&entropy.bytes::<16>());
        let message = message(from, mail, &id).ok_or(NotSent::Ever)?;
        match self {
            Self::Smtp(server) => server.send(message).await.map(drop).map_err(|error| {
                // Not what the server said: that may name the address.
                let status = error.status().map(|code| code.to_string());
                tracing::warn!(status, timeout = error.is_timeout(), "the mail server did not take an email");
                if error.is_permanent() { NotSent::Ever } else { NotSent::Yet }
            }),
            Self::Folder(folder) => write(&folder.join(format!("{id}.eml")), &message.formatted()).map_err(|error| {
                tracing::warn!(%error, "an email was not written to its folder");
                NotSent::Yet
            }),
            Self::Nowhere => Ok(()),
        }
    }
}

/// True when an email can be addressed to it: mail has narrower rules than [`EmailAddress`].
pub fn can_be_sent_to(address: &EmailAddress) -> bool {
    address.as_str().parse::<Address>().is_ok()
}

/// The email as it travels: plain text, so that nothing in it can be loaded or followed.
fn message(from: &Sender, mail: &Mail, id: &str) -> Option<Message> {
    let to = Mailbox::new(None, mail.to.as_str().parse().ok()?);
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(mail.subject.clone())
        .date(SystemTime::from(mail.at))
        .message_id(Some(format!("<{id}@{}>", from.email.domain())))
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN)
        .body(mail.text.clone())
        .ok()
}

fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?.write_all(bytes)
}

/// That nobody wrote it by hand, so that no "I am away" comes back (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

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

use super::{Mail, Shown};

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

/// How emails leave, who they are from, and where a demonstration shows them.
pub struct Post {
    carrier: Carrier,
    from: Sender,
    pub(super) shown: Option<Shown>,
}

impl Post {
    /// One by which emails leave; where nothing really leaves, it can be shown.
    pub fn new(carrier: Carrier, from: Sender, show: bool) -> Self {
        Self { carrier, from, shown: show.then(Shown::default) }
    }

    /// Sends an email, once, under a name that is the same if it is sent again.
    pub(super) async fn send(&self, mail: &Mail, id: &str) -> Result<(), NotSent> {
        self.carrier.carry(&self.from, mail, id).await?;
        if let Some(shown) = &self.shown {
            shown.push(mail.clone());
        }
        Ok(())
    }
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

    /// Sends it, once, under this name.
    async fn carry(&self, from: &Sender, mail: &Mail, id: &str) -> Result<(), NotSent> {
        let message = message(from, mail, id).ok_or(NotSent::Ever)?;
        match self {
            Self::Smtp(server) => server.send(message).await.map(drop).map_err(|error| {
                // Not what the server said: that may name the address.
                let status = error.status().map(|code| code.to_string());
                tracing::warn!(status, timeout = error.is_timeout(), "the mail server did not take an email");
                if error.is_permanent() { NotSent::Ever } else { NotSent::Yet }
            }),
            Self::Folder(folder) => match write(&folder.join(format!("{id}.eml")), &message.formatted()) {
                // It is there already under this name.
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
                other => other.map_err(|error| {
                    tracing::warn!(%error, "an email was not written to its folder");
                    NotSent::Yet
                }),
            },
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

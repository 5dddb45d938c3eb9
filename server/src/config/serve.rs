//! How the portal is served.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, builder::BoolishValueParser};
use url::Url;
use uuid::Uuid;

use super::{
    Database, IdentityProvider, StaffIdentityProvider,
    values::{parse_exit, parse_origin},
};
use crate::notify::Sender;

/// How to serve.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub struct Serve {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// The address to listen on.
    #[arg(long, env = "OWN_TERMS_ADDR", default_value = "127.0.0.1:3000", value_name = "IP:PORT")]
    pub addr: SocketAddr,
    /// Bring in invented people, and let anyone sign in as one of them. Refused where there are real people.
    #[arg(long, env = "OWN_TERMS_DEMO", value_parser = BoolishValueParser::new())]
    pub demo: bool,
    /// With --demo: as if it started at this moment on the wall in London, such as 2026-12-01T10:00. What comes with time can be seen
    /// so, such as reminders.
    #[arg(long, requires = "demo", value_name = "TIME")]
    pub as_if: Option<jiff::civil::DateTime>,
    /// People reach the service over https: cookies are never sent without it.
    #[arg(long, env = "OWN_TERMS_HTTPS", value_parser = BoolishValueParser::new())]
    pub https: bool,
    /// Where people reach the service: the codes on printed receipts lead there, and passkeys belong to it (those made for another
    /// address do not work). Without it receipts are printed without a code, but for a service that only this machine
    /// reaches, and nobody can sign in by a passkey.
    #[arg(long, env = "OWN_TERMS_ORIGIN", value_name = "URL", value_parser = parse_origin)]
    pub origin: Option<String>,
    /// Where quick exit goes.
    #[arg(long, env = "OWN_TERMS_EXIT", default_value = "https://www.bbc.co.uk/weather", value_name = "URL", value_parser = parse_exit)]
    pub exit: String,
    /// How often the ends of all chains that grew are published as a checkpoint, in minutes.
    #[arg(long, env = "OWN_TERMS_CHECKPOINT_EVERY", default_value_t = 10, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..=1440))]
    pub checkpoint_every: u64,
    /// The mail server by which emails leave: its address begins with smtps, or with smtp and ends with `?tls=required`. Without
    /// it nobody can sign in by email, but in a demonstration, which shows what it would have sent.
    #[arg(
        long,
        env = "OWN_TERMS_SMTP_URL",
        value_name = "URL",
        hide_env_values = true,
        conflicts_with = "mail_folder"
    )]
    pub smtp_url: Option<String>,
    /// For development: a folder into which each email goes as a file, instead of leaving.
    #[arg(long, env = "OWN_TERMS_MAIL_FOLDER", value_name = "FOLDER")]
    pub mail_folder: Option<PathBuf>,
    /// Who emails are from. It is seen by whoever sees the list of emails, so it says nothing of what this is.
    #[arg(long, env = "OWN_TERMS_MAIL_FROM", default_value = "Own Terms <no-reply@localhost>", value_name = "ADDRESS")]
    pub mail_from: Sender,
    /// GOV.UK Notify's key, by which text messages leave. Without it none do.
    #[arg(
        long,
        env = "OWN_TERMS_NOTIFY_KEY",
        value_name = "KEY",
        hide_env_values = true,
        requires = "notify_template"
    )]
    pub notify_key: Option<String>,
    /// The template of a text message there. Its one variable is ((words)): a sentence that says nothing of what this is.
    #[arg(long, env = "OWN_TERMS_NOTIFY_TEMPLATE", value_name = "UUID", requires = "notify_key")]
    pub notify_template: Option<Uuid>,
    /// Sends letters by it too, as PDFs in large print. The service there has to be allowed to send its own letters.
    #[arg(long, env = "OWN_TERMS_NOTIFY_LETTERS", requires = "notify_key")]
    pub notify_letters: bool,
    /// Where GOV.UK Notify's API is.
    #[arg(
        long,
        env = "OWN_TERMS_NOTIFY_URL",
        default_value = "https://api.notifications.service.gov.uk",
        value_name = "URL"
    )]
    pub notify_url: Url,
    /// Tell systems of organisations on this machine too that something changed: for development alone.
    #[arg(long, env = "OWN_TERMS_HOOKS_HERE", value_parser = BoolishValueParser::new())]
    pub hooks_here: bool,
    /// Through whom people can sign in beside the ways that are here.
    #[command(flatten)]
    pub provider: IdentityProvider,
    /// Through whom those who work here can sign in beside the ways that are here.
    #[command(flatten)]
    pub staff_provider: StaffIdentityProvider,
    /// A telephone number with a person at the other end, shown at the foot of each page.
    #[arg(long, env = "OWN_TERMS_HELPLINE", default_value = "", value_name = "NUMBER")]
    pub helpline: String,
}

impl Serve {
    /// Where people reach the service that listens at `addr`, as it was said, or as is plain: never what a request says.
    pub fn origin(&self, addr: SocketAddr) -> Option<String> {
        let here_alone = addr.ip().is_loopback() && !self.https;
        self.origin.clone().or_else(|| here_alone.then(|| format!("http://{addr}")))
    }
}

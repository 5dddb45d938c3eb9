//! The command line: every flag is also an environment variable, and each wrong one says what is wrong with it.

mod systems;

use std::{net::SocketAddr, path::PathBuf, str::FromStr};

use clap::{Args, Parser, Subcommand, builder::BoolishValueParser};

use own_terms_domain::{
    ids::{ClaimantId, StaffId},
    reading::{Choice, Language},
    staff::{Role, Training, WorkDay},
    text::{Line, OwnWords},
};
use url::Url;
use uuid::Uuid;

use crate::{demo, notify::Sender, store::sqlite::Files, verify::Verify};

pub use self::systems::{EndClient, Import, NewClient};

/// Support on the person's own terms: the server.
#[derive(Debug, Parser)]
#[command(name = "own-terms", version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Task,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Serve the portal; the database is brought up to date first.
    Serve(Box<Serve>),
    /// Bring the database's schema up to date, making the database when there is none.
    Migrate(Database),
    /// Put in invented people, for measuring.
    Seed(Seed),
    /// Make a place for someone, and say what opens it once: a link, and a code to read aloud. Neither is kept anywhere.
    Invite(Invite),
    /// Ask for a new way in for someone who has lost every one, as the case worker whom they chose; they are told, and can stop it.
    /// Says what opens their place after three days: a link, and a code to read aloud. Neither is kept anywhere.
    Recover(Recover),
    /// Let a system of an organisation ask for what people share with that organisation (`/api/v1/openapi.json`). Says its id and its
    /// secret, which is kept nowhere.
    Client(NewClient),
    /// End that: what the system was given opens nothing from then on.
    EndClient(EndClient),
    /// Bring in what an organisation already holds, so that people see it: a FHIR Bundle, or a CSV with the columns consent, id, words and
    /// source. Appointments become offers within the person's terms, which they answer: a CSV of those has the columns consent, id, why,
    /// format, minutes and times (such as `2027-03-16T10:00;2027-03-17T14:00`), and may have place, bring and `not_bring`. All of it or
    /// nothing; says each line that is refused, and why, and exits with 1 then.
    Import(Import),
    /// Keep who works here, and give out what opens the desk for the first time.
    Staff {
        /// What to do.
        #[command(subcommand)]
        task: StaffTask,
    },
    /// Keep which local and peer support is listed.
    Listings {
        /// What to do.
        #[command(subcommand)]
        task: ListingsTask,
    },
    /// Check a file of receipts, without a database and without the service. Exits with 1 when something is wrong.
    Verify(Verify),
    /// Put another key in use to sign receipts with; the secret half of the one before is destroyed.
    ChangeKey(Database),
    /// Check the database: the files, every ledger from its beginning to its end, and that all that is sealed opens.
    Check(Database),
    /// Put a copy of the database into a folder, under a name with the moment, and the vault in place of its copy there.
    Backup(Backup),
    /// Destroy every key that nothing in the database uses. After an older copy was put back: once the newer one is not wanted.
    DestroyUnusedKeys(Database),
}

/// Which database, the vault with the keys of what is in it, and the key that opens those.
#[derive(Debug, Clone, Args)]
pub struct Database {
    /// The database.
    #[arg(long, env = "OWN_TERMS_DATABASE", default_value = "sqlite://own-terms.db", value_name = "sqlite://FILE")]
    pub database: DatabaseUrl,
    /// The vault: the file with a key for each thing that is held. Erasing destroys those here, and with them what any copy of
    /// the database has. [default: the database's name with -keys.db]
    #[arg(long, env = "OWN_TERMS_VAULT", value_name = "FILE")]
    pub vault: Option<PathBuf>,
    /// The file with the service's key (64 hexadecimal digits). Without it nothing in the database can be read.
    /// [default: the database's name with .key; made when there is no database yet]
    #[arg(long, env = "OWN_TERMS_KEY_FILE", value_name = "FILE")]
    pub key_file: Option<PathBuf>,
}

impl Database {
    /// The database and its vault.
    pub fn files(&self) -> Files {
        let database = self.database.file.clone();
        let vault = self.vault.clone().unwrap_or_else(|| {
            let mut name = database.file_stem().unwrap_or_default().to_owned();
            name.push("-keys.db");
            database.with_file_name(name)
        });
        Files { database, vault }
    }

    /// Where the key is.
    pub fn key_file(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.database.file.with_extension("key"))
    }
}

/// What to do with the listings of local and peer support.
#[derive(Debug, Subcommand)]
pub enum ListingsTask {
    /// List what a file says, in place of all that was listed: a table (CSV), or services of Open Referral UK (JSON). All of it
    /// or, where a line is refused, nothing; then it says which, why, and exits with 1.
    Import(ImportListings),
}

/// Which file.
#[derive(Debug, Args)]
pub struct ImportListings {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// The file. A table has the columns id, name, organisation and description, and may have topics (such as `peers;health`),
    /// where, when, phone, email and web.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

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

/// An identity provider (OpenID Connect), if there is one.
#[derive(Debug, Args)]
pub struct IdentityProvider {
    /// An identity provider through which people can sign in: its address, as it names itself. It is sent people from
    /// `--origin`/sign-in/provider/back, and tells that somebody signed out there to `--origin`/sign-in/provider/logout.
    #[arg(long, env = "OWN_TERMS_PROVIDER_ISSUER", value_name = "URL", value_parser = parse_exit,
        requires_all = ["provider_client_id", "provider_key", "provider_name"])]
    pub provider_issuer: Option<String>,
    /// What it calls this service.
    #[arg(long, env = "OWN_TERMS_PROVIDER_CLIENT_ID", value_name = "ID")]
    pub provider_client_id: Option<String>,
    /// The file with the key by which this service shows it that it is the one (ES256, PEM, PKCS #8); it has the public half.
    #[arg(long, env = "OWN_TERMS_PROVIDER_KEY", value_name = "FILE")]
    pub provider_key: Option<PathBuf>,
    /// What people call it, such as "GOV.UK One Login".
    #[arg(long, env = "OWN_TERMS_PROVIDER_NAME", value_name = "NAME", value_parser = parse_name)]
    pub provider_name: Option<Line>,
    /// How sure it has to be who somebody is, such as Cl.Cm, any of which is enough (RFC 8485). Without it, it is not asked.
    #[arg(long, env = "OWN_TERMS_PROVIDER_VTR", value_name = "VECTOR,…", value_delimiter = ',', value_parser = parse_vector)]
    pub provider_vtr: Vec<String>,
}

/// The identity provider of those who work here (OpenID Connect), if there is one: never the word for who may work here.
#[derive(Debug, Args)]
pub struct StaffIdentityProvider {
    /// An identity provider through which those who work here can sign in: its address, as it names itself. It is sent them from
    /// `--origin`/desk/sign-in/provider/back, and tells that somebody signed out there to `--origin`/desk/sign-in/provider/logout.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_ISSUER", value_name = "URL", value_parser = parse_exit,
        requires_all = ["staff_provider_client_id", "staff_provider_key", "staff_provider_name"])]
    pub staff_provider_issuer: Option<String>,
    /// What it calls this service.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_CLIENT_ID", value_name = "ID")]
    pub staff_provider_client_id: Option<String>,
    /// The file with the key by which this service shows it that it is the one (ES256, PEM, PKCS #8); it has the public half.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_KEY", value_name = "FILE")]
    pub staff_provider_key: Option<PathBuf>,
    /// What those who work here call it.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_NAME", value_name = "NAME", value_parser = parse_name)]
    pub staff_provider_name: Option<Line>,
    /// How sure it has to be who somebody is, any of which is enough (RFC 8485). Without it, it is not asked.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_VTR", value_name = "VECTOR,…", value_delimiter = ',', value_parser = parse_vector)]
    pub staff_provider_vtr: Vec<String>,
}

/// What was agreed with an identity provider, for whomever it is.
#[derive(Debug, Clone, Copy)]
pub struct AgreedWithProvider<'a> {
    /// Its address.
    pub issuer: Option<&'a str>,
    /// What it calls this service.
    pub client_id: Option<&'a str>,
    /// The file with the key.
    pub key: Option<&'a PathBuf>,
    /// What people call it.
    pub name: Option<&'a Line>,
    /// How sure it has to be.
    pub vectors: &'a [String],
}

impl IdentityProvider {
    /// What was agreed with it.
    pub fn agreed(&self) -> AgreedWithProvider<'_> {
        AgreedWithProvider {
            issuer: self.provider_issuer.as_deref(),
            client_id: self.provider_client_id.as_deref(),
            key: self.provider_key.as_ref(),
            name: self.provider_name.as_ref(),
            vectors: &self.provider_vtr,
        }
    }
}

impl StaffIdentityProvider {
    /// What was agreed with it.
    pub fn agreed(&self) -> AgreedWithProvider<'_> {
        AgreedWithProvider {
            issuer: self.staff_provider_issuer.as_deref(),
            client_id: self.staff_provider_client_id.as_deref(),
            key: self.staff_provider_key.as_ref(),
            name: self.staff_provider_name.as_ref(),
            vectors: &self.staff_provider_vtr,
        }
    }
}

/// Where to keep copies.
#[derive(Debug, Args)]
pub struct Backup {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// The folder; the copies of the database before this one stay there.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

/// How many to put in.
#[derive(Debug, Args)]
pub struct Seed {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// How many claimants to make.
    #[arg(long, env = "OWN_TERMS_CLAIMANTS", value_name = "N", value_parser = clap::value_parser!(u32).range(1..), required_unless_present = "of")]
    pub claimants: Option<u32>,
    /// Instead of making claimants, put it into the place of this person of the demonstration, such as sam.
    #[arg(long, env = "OWN_TERMS_OF", value_name = "PERSON", conflicts_with = "claimants")]
    pub of: Option<String>,
    /// How many goals each has.
    #[arg(long, env = "OWN_TERMS_GOALS", default_value_t = 3, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=200))]
    pub goals: u32,
    /// How many records each has that others passed on.
    #[arg(long, env = "OWN_TERMS_RECORDS", default_value_t = 0, value_name = "N")]
    pub records: u32,
    /// How many looks each has that were refused.
    #[arg(long, env = "OWN_TERMS_LOOKS", default_value_t = 0, value_name = "N")]
    pub looks: u32,
}

/// Whom to invite.
#[derive(Debug, Args)]
pub struct Invite {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// What they are called. They can change it.
    #[arg(long, env = "OWN_TERMS_NAME", value_name = "NAME", value_parser = parse_name)]
    pub name: Line,
    /// The language they read: en or cy.
    #[arg(long, env = "OWN_TERMS_LANGUAGE", default_value = "en", value_name = "LANGUAGE", value_parser = parse_language)]
    pub language: Language,
    /// For how many days the invitation is open.
    #[arg(long, env = "OWN_TERMS_DAYS", default_value_t = 28, value_name = "DAYS", value_parser = clap::value_parser!(i64).range(1..=366))]
    pub days: i64,
    /// Where people reach the service. Without it the link begins after that.
    #[arg(long, env = "OWN_TERMS_ORIGIN", value_name = "URL", value_parser = parse_origin)]
    pub origin: Option<String>,
    /// Write the code into a letter, as a PDF in large print, and to nowhere else. The file is not there yet.
    #[arg(long, env = "OWN_TERMS_LETTER", value_name = "FILE", requires = "origin")]
    pub letter: Option<PathBuf>,
    /// A telephone number with a person at the other end, for the letter.
    #[arg(long, env = "OWN_TERMS_HELPLINE", default_value = "", value_name = "NUMBER")]
    pub helpline: String,
    /// They are made up, for a demonstration.
    #[arg(long, env = "OWN_TERMS_DEMO", value_parser = BoolishValueParser::new())]
    pub demo: bool,
}

/// For whom a new way in is asked.
#[derive(Debug, Args)]
pub struct Recover {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// Whose place it is: its number, or the name of a person of the demonstration, such as rosa.
    #[arg(long, env = "OWN_TERMS_OF", value_name = "PERSON", value_parser = parse_person)]
    pub of: ClaimantId,
    /// The case worker who asks, whom the person has to have chosen: their number, or a name of the demonstration, such as jo.
    #[arg(long, env = "OWN_TERMS_BY", value_name = "CASE WORKER", value_parser = parse_staff)]
    pub by: StaffId,
    /// Where people reach the service: the person is sent links to it, by which they can stop this.
    #[arg(long, env = "OWN_TERMS_ORIGIN", value_name = "URL", value_parser = parse_origin)]
    pub origin: String,
    /// The mail server by which the person is told, as for serve.
    #[arg(
        long,
        env = "OWN_TERMS_SMTP_URL",
        value_name = "URL",
        hide_env_values = true,
        conflicts_with = "mail_folder",
        required_unless_present = "mail_folder"
    )]
    pub smtp_url: Option<String>,
    /// For development: a folder into which each email goes as a file, instead of leaving.
    #[arg(long, env = "OWN_TERMS_MAIL_FOLDER", value_name = "FOLDER")]
    pub mail_folder: Option<PathBuf>,
    /// Who emails are from.
    #[arg(long, env = "OWN_TERMS_MAIL_FROM", default_value = "Own Terms <no-reply@localhost>", value_name = "ADDRESS")]
    pub mail_from: Sender,
}

/// Who works here.
#[derive(Debug, Subcommand)]
pub enum StaffTask {
    /// Add someone, and say what lets them sign in for the first time: a link, and a code to read aloud. Neither is kept anywhere.
    Add(AddStaff),
    /// Say who works here, with their numbers.
    List(Database),
    /// Give someone a new code. Whatever they signed in with before opens nothing any more, as when a device is lost.
    Invite(OfStaff),
    /// Close whatever someone signs in with, and sign them out, as when they work here no more.
    Close(OfStaff),
}

/// Someone who works here.
#[derive(Debug, Clone, Args)]
pub struct AddStaff {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// The name they work under.
    #[arg(long, env = "OWN_TERMS_NAME", value_name = "NAME", value_parser = parse_name)]
    pub name: Line,
    /// For whom they work; one of a new name is made.
    #[arg(long, env = "OWN_TERMS_ORGANISATION", value_name = "NAME", value_parser = parse_name)]
    pub organisation: Line,
    /// What they do here: case-worker, supervisor or administrator.
    #[arg(long, env = "OWN_TERMS_ROLE", value_name = "ROLE", value_parser = parse_choice::<Role>)]
    pub role: Role,
    /// What they are trained in: health-and-disability, mental-health, learning-disability, autism, pain-and-fatigue, safeguarding,
    /// british-sign-language, easy-read.
    #[arg(long, env = "OWN_TERMS_TRAINED", value_name = "TRAINING,…", value_delimiter = ',', value_parser = parse_choice::<Training>)]
    pub trained: Vec<Training>,
    /// The days they work, 1 for Monday to 7 for Sunday.
    #[arg(long, env = "OWN_TERMS_WORK_DAYS", value_name = "DAY,…", value_delimiter = ',', value_parser = parse_choice::<WorkDay>)]
    pub days: Vec<WorkDay>,
    /// The languages they speak, as people read it.
    #[arg(long, env = "OWN_TERMS_LANGUAGES", value_name = "LANGUAGES", value_parser = parse_name)]
    pub languages: Option<Line>,
    /// What else they say of themself.
    #[arg(long, env = "OWN_TERMS_ABOUT", value_name = "WORDS", value_parser = parse_words)]
    pub about: Option<OwnWords>,
    /// Where people reach the service. Without it the link begins after that.
    #[arg(long, env = "OWN_TERMS_ORIGIN", value_name = "URL", value_parser = parse_origin)]
    pub origin: Option<String>,
}

/// Someone who works here already.
#[derive(Debug, Args)]
pub struct OfStaff {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// Who: their number, or a name of the demonstration, such as jo.
    #[arg(long, env = "OWN_TERMS_OF", value_name = "NUMBER", value_parser = parse_staff)]
    pub of: StaffId,
    /// Where people reach the service. Without it the link begins after that.
    #[arg(long, env = "OWN_TERMS_ORIGIN", value_name = "URL", value_parser = parse_origin)]
    pub origin: Option<String>,
}

/// The address of a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseUrl {
    /// The SQLite file.
    pub file: PathBuf,
}

impl FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(url: &str) -> Result<Self, String> {
        match url.strip_prefix("sqlite://") {
            Some("") => Err("there is no file name after sqlite://".to_owned()),
            Some(file) => Ok(Self { file: PathBuf::from(file) }),
            None => Err("a database is named like this: sqlite://FILE".to_owned()),
        }
    }
}

impl Serve {
    /// Where people reach the service that listens at `addr`, as it was said, or as is plain: never what a request says.
    pub fn origin(&self, addr: SocketAddr) -> Option<String> {
        let here_alone = addr.ip().is_loopback() && !self.https;
        self.origin.clone().or_else(|| here_alone.then(|| format!("http://{addr}")))
    }
}

/// Takes whose place it is.
fn parse_person(person: &str) -> Result<ClaimantId, String> {
    let named = demo::chosen(person).or_else(|| person.parse().ok());
    named.ok_or_else(|| "the number of a place is needed, or a name of the demonstration".to_owned())
}

/// Takes who asks.
fn parse_staff(staff: &str) -> Result<StaffId, String> {
    let named = demo::staff::named(staff).or_else(|| staff.parse().ok());
    named.ok_or_else(|| "the number of a case worker is needed, or a name of the demonstration".to_owned())
}

/// Takes what someone is called.
fn parse_name(name: &str) -> Result<Line, String> {
    Line::parse(name).map_err(|_| "a name is needed, of up to 200 letters".to_owned())
}

/// Takes one of some choices.
fn parse_choice<C: Choice>(id: &str) -> Result<C, String> {
    let all = || C::ALL.iter().map(|choice| choice.id()).collect::<Vec<_>>().join(", ");
    C::parse(id).map_err(|_| format!("one of these is needed: {}", all()))
}

/// Takes what someone says of themself.
fn parse_words(words: &str) -> Result<OwnWords, String> {
    OwnWords::parse(words).map_err(|_| "some words are needed, up to 2,000 letters".to_owned())
}

/// Takes a vector of trust.
fn parse_vector(vector: &str) -> Result<String, String> {
    let is_part = |part: &str| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if vector.split('.').all(is_part) {
        Ok(vector.to_owned())
    } else {
        Err("a vector is needed, like Cl.Cm".to_owned())
    }
}

/// Takes a language that pages are in.
fn parse_language(language: &str) -> Result<Language, String> {
    Language::parse(language).map_err(|_| "one of these is needed: en, cy".to_owned())
}

/// Takes an address of the web with nothing after the name of the service.
fn parse_origin(url: &str) -> Result<String, String> {
    let name = parse_exit(url).ok().and_then(|url| url.split_once("://").map(|(_, name)| name.to_owned()));
    let is_plain = |name: &String| !name.contains(['/', '?', '#', '@']) && url == url.to_ascii_lowercase();
    name.filter(is_plain).map(|_| url.to_owned()).ok_or_else(|| {
        "where the service is reached is needed, like https://own-terms.example, and nothing after it".to_owned()
    })
}

/// Takes an absolute web address that a header can carry.
fn parse_exit(url: &str) -> Result<String, String> {
    let after = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    let has_host = after.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '['));
    let is_plain = url.chars().all(|c| c.is_ascii_graphic() && !"\"'<>;,\\".contains(c));
    if has_host && is_plain {
        Ok(url.to_owned())
    } else {
        Err("a web address is needed, like https://www.bbc.co.uk/weather".to_owned())
    }
}

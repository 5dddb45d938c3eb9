//! Whose place is made, filled or opened anew.

use std::path::PathBuf;

use clap::{Args, builder::BoolishValueParser};
use own_terms_domain::{
    ids::{ClaimantId, StaffId},
    reading::Language,
    text::Line,
};

use super::{
    Database,
    values::{parse_language, parse_name, parse_origin, parse_person, parse_staff},
};
use crate::notify::Sender;

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

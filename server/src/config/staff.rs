//! Who works here, and what they say of themself.

use clap::{Args, Subcommand};
use own_terms_domain::{
    ids::StaffId,
    staff::{Role, Training, WorkDay},
    text::{Line, OwnWords},
};

use super::{
    Database,
    values::{parse_choice, parse_name, parse_origin, parse_staff, parse_words},
};

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

//! The command line: every flag is also an environment variable, and each wrong one says what is wrong with it.

mod database;
mod listings;
mod places;
mod providers;
mod serve;
mod staff;
mod systems;
mod values;

use clap::{Parser, Subcommand};

use crate::verify::Verify;

pub use self::{
    database::{Backup, Database, DatabaseUrl},
    listings::{ImportListings, ListingsTask},
    places::{Invite, Recover, Seed},
    providers::{AgreedWithProvider, IdentityProvider, StaffIdentityProvider},
    serve::Serve,
    staff::{AddStaff, OfStaff, StaffTask},
    systems::{EndClient, Import, NewClient},
};

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

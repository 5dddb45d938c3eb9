//! The journeys: for each address what is shown, and what a form sent to it asks for. The rules are in the domain.

mod anew;
pub mod appointments;
pub mod carers;
pub mod check;
pub mod consent;
pub mod contact;
pub mod download;
pub mod email_link;
pub mod find;
pub mod goals;
pub mod held;
pub mod helping;
pub mod home;
pub mod invitation;
pub mod passkey;
pub mod people;
pub mod provider;
pub mod public;
pub mod receipts;
pub mod records;
pub mod recovery;
pub mod sessions;
pub mod settings;
pub mod sharing;
pub mod sign_in;
pub mod stop;
pub mod ways_in;

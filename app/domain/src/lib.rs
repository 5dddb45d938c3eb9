//! The types and rules of Own Terms: pure functions, shared word for word by the server and the browser.
//!
//! Nothing here does IO, reads a clock or makes a random number: time and ids come in as parameters.

pub mod account;
pub mod actor;
pub mod appointment;
pub mod carer;
pub mod case_worker;
pub mod catalogue;
pub mod checkpoint;
pub mod consent;
pub mod contact;
pub mod correction;
pub mod dates;
pub mod decide;
pub mod desk;
pub mod directory;
pub mod email;
pub mod find;
pub mod form;
pub mod goals;
pub mod hours;
pub mod ids;
pub mod item;
pub mod ledger;
pub mod letters;
pub mod look;
pub mod month;
pub mod needs;
pub mod offer;
pub mod permission;
pub mod profile;
pub mod ranking;
pub mod reading;
pub mod record;
pub mod recovery;
pub mod sight;
pub mod sign_in;
pub mod spoken;
pub mod staff;
pub mod standing;
pub mod state;
pub mod telling;
pub mod terms;
pub mod text;
pub mod ticket;
pub mod time;

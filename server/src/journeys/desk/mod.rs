//! The desk: a second front of the same house, for those who work here. Every look goes by the one way out, in the person's log.

pub mod account;
pub mod agreed;
pub mod consent;
pub mod ending;
pub mod interpreter;
pub mod look_into;
pub mod notes;
pub mod offer;
pub mod passkey;
pub mod people;
pub mod person;
pub mod photo;
pub mod provider;
pub mod records;
pub mod refer;
pub mod sign_in;
pub mod staff;
pub mod way_in;
pub mod workload;

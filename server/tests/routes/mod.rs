//! Every address as a browser asks it: one file a journey, and what holds for all of them.

mod appointments;
mod busy;
mod carers;
mod check;
mod contact;
mod download;
mod email_link;
mod erase;
mod every;
mod forged;
mod goals;
mod headers;
mod held;
mod home;
mod html;
mod invitation;
mod kept;
mod matrix;
mod mistakes;
mod offers;
mod passkey;
mod people;
mod provider;
mod public;
mod receipts;
mod records;
mod recovery;
mod sessions;
mod settings;
mod sharing;
mod sign_in;
mod size;
mod stop;
mod support;
mod ways_in;

pub use support::{Browser, Site, encode};

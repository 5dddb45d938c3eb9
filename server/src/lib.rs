//! The server of Own Terms: pages and forms over one store.

pub mod api;
pub mod app;
pub mod assets;
mod client;
pub mod clock;
pub mod config;
pub mod demo;
pub mod entropy;
pub mod export;
pub mod invite;
mod journeys;
pub mod key_file;
pub mod letter;
pub mod listings;
pub mod notify;
pub mod paper;
pub mod passkeys;
pub mod provider;
pub mod recover;
pub mod router;
pub mod sealing;
pub mod seed;
pub mod serve;
pub mod staff;
pub mod store;
pub mod verify;
pub mod web;

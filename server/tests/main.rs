//! The server, tried as it runs: its store, its pages and forms, its command line, and being killed at any moment.

#[cfg(test)]
mod authenticator;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod cli_systems;
#[cfg(test)]
mod durability;
#[cfg(test)]
mod export;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod files;
#[cfg(test)]
mod given;
#[cfg(test)]
mod govuk_notify;
#[cfg(test)]
mod hooks;
#[cfg(test)]
mod https;
#[cfg(test)]
mod idempotency;
#[cfg(test)]
mod identity_provider;
#[cfg(test)]
mod import;
#[cfg(test)]
mod listings;
#[cfg(test)]
mod photo;
#[cfg(test)]
mod process;
#[cfg(test)]
#[path = "../../app/receipt/tests/given.rs"]
mod receipts;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod sending;
#[cfg(test)]
mod smtp;
#[cfg(test)]
mod store;
#[cfg(test)]
mod suite;
#[cfg(test)]
mod vault;
#[cfg(test)]
mod verify;

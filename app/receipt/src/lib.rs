//! Receipts: what was said, signed and chained, in a file that anyone can check without trusting the service (promise 9).
//!
//! The same code makes them at the server and checks them in the browser and on the command line. The file is JSON, made
//! line by line: before its signature stands a short sum of each line, so that a check can say which line was changed.

pub mod check;
pub mod code;
pub mod file;
pub mod hex;
mod json;
pub mod keys;
pub mod read;
mod text;
pub mod write;

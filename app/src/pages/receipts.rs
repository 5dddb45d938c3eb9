//! Receipts.

/// How many receipts a page shows.
pub const SHOWN: usize = 50;

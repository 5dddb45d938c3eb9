//! The types and rules of Own Terms.
pub mod form;
pub mod reading;
pub mod time;
pub mod text;

//! The server of Own Terms: pages and forms over one store.

pub mod entropy;
pub mod sealing;
pub mod store;

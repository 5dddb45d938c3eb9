//! What stands between HTTP and the journeys: cookies, sessions, where a form came from, failures, and whole pages.

pub mod acting;
pub mod came_with;
pub mod cookies;
pub mod device;
pub mod failure;
pub mod kept;
pub mod member;
pub mod opened;
pub mod origin;
pub mod reply;
pub mod security;
pub mod sending;
pub mod sent;
pub mod sent_file;
pub mod token;
pub mod turns;
pub mod typed;
pub mod visit;

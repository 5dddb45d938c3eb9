//! Who supports the person: one page of everyone, a picture and a table, and what the person adds to it.

mod advice;
mod carrying_on;
mod case_worker;
mod listings;
mod network;
mod picture;
mod supporter;

pub use self::{
    advice::{advice, fresh_advice, fresh_sending, say_adviser, send},
    carrying_on::{carrying_on, fresh_carrying_on, say_carrying_on, say_touch},
    case_worker::{NOBODY, case_worker, choice, gone, say_chosen},
    listings::{Shown, listings},
    network::network,
    supporter::{fresh_supporter, supporter},
};

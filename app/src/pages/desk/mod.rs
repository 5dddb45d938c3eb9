//! The desk: the pages of those who work here. What they are shown of a person, that person is told.

mod account;
mod people;
mod person;
mod sign_in;

pub use self::{
    account::{account, add_passkey},
    people::{Chose, Group, SHOWN, people},
    person::{do_not_contact, person},
    sign_in::{DemoStaff, invitation, sign_in},
};

//! The rules of the domain, tried with anything that people, clocks and browsers can bring.

#[cfg(test)]
mod appointments;
#[cfg(test)]
mod by_consent;
#[cfg(test)]
mod calendar_feed;
#[cfg(test)]
mod carers;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod checkpoint;
#[cfg(test)]
mod consents;
#[cfg(test)]
mod contact_change;
#[cfg(test)]
mod decide;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod erase;
#[cfg(test)]
mod find;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod given;
#[cfg(test)]
mod ledger;
#[cfg(test)]
mod needs;
#[cfg(test)]
mod network;
#[cfg(test)]
mod participants;
#[cfg(test)]
mod permissions;
#[cfg(test)]
mod picker;
#[cfg(test)]
mod reach;
#[cfg(test)]
mod records;
#[cfg(test)]
mod recovery;
#[cfg(test)]
mod sight;
#[cfg(test)]
mod sign_in;
#[cfg(test)]
mod talk;
#[cfg(test)]
mod telling;
#[cfg(test)]
mod terms;
#[cfg(test)]
mod wording;

//! Receipts: what was signed is found well, and whatever was done to it afterwards is found.

#[cfg(test)]
mod code;
#[cfg(test)]
mod given;
#[cfg(test)]
mod tampering;

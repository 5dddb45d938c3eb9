//! Whether, how and when the person may be contacted, and how to do it safely (promises 3 and 12).

mod earlier;
mod postal;
mod reach;
mod safe;
mod ways;
mod wish;

pub use earlier::{DELAY, Details, Earlier, EarlierContact, UNDO_FOR};
pub use postal::Postal;
pub use reach::{Address, Reach, Side};
pub use safe::{Safe, SafeRule};
pub use ways::{Channel, Way, Ways};
pub use wish::{Wish, WishAnswer, WishDraft};

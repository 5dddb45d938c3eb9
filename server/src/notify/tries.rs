//! How often something is tried, and how long it rests before each further try.

use jiff::SignedDuration;

/// How long before each further try; then it is given up.
const WAITS: [SignedDuration; 6] = [
    SignedDuration::from_secs(2),
    SignedDuration::from_secs(20),
    SignedDuration::from_mins(2),
    SignedDuration::from_mins(10),
    // Only what outlives the process waits as long as this.
    SignedDuration::from_hours(1),
    SignedDuration::from_hours(6),
];
/// How many of these a link waits for: it opens for half an hour.
const OF_A_LINK: usize = 4;

/// How long a message rests that was tried so often, from 1; none once it is given up.
pub(super) fn rest(tried: u32) -> Option<SignedDuration> {
    WAITS.get(usize::try_from(tried).ok()?.checked_sub(1)?).copied()
}

/// The rests of a link.
pub(super) fn rests_of_a_link() -> impl Iterator<Item = std::time::Duration> {
    WAITS[..OF_A_LINK].iter().map(|wait| wait.unsigned_abs())
}

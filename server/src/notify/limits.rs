//! How often an email is sent: so that nobody's letterbox is filled, and one address waits for no other.

use std::num::NonZeroU32;

use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::sealing::Key;

/// How many emails one address is sent at once; then one each five minutes.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(3).unwrap();
const AN_HOUR: NonZeroU32 = NonZeroU32::new(12).unwrap();
/// How many all addresses together are looked up for in a second: far more than people ask for.
const ALL_TOGETHER: NonZeroU32 = NonZeroU32::new(50).unwrap();
/// How many addresses are remembered before those that are free again are forgotten.
const REMEMBERED: usize = 10_000;

/// Who has been sent how much. It is of this one server, and forgotten with it.
pub(super) struct Limits {
    key: Key,
    each: DefaultKeyedRateLimiter<[u8; 32]>,
    all: DefaultDirectRateLimiter,
}

impl Limits {
    pub(super) fn new(key: &Key) -> Self {
        let each = Quota::per_hour(AN_HOUR).allow_burst(AT_ONCE);
        Self {
            key: key.for_use("own-terms mail limits 1"),
            each: RateLimiter::keyed(each),
            all: RateLimiter::direct(Quota::per_second(ALL_TOGETHER)),
        }
    }

    /// True, and counted, when something may be sent to (or for) this.
    pub(super) fn allow(&self, what: &str) -> bool {
        if self.each.len() > REMEMBERED {
            self.each.retain_recent();
        }
        // Its own limit first: what one address asks for in vain is not taken from the others.
        self.each.check_key(&self.key.tag(what.as_bytes())).is_ok() && self.all.check().is_ok()
    }
}

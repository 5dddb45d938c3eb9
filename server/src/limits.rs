//! How often those may ask who ask by themselves, all day long: each by itself, so that none takes the service from the others or from people.

use std::{
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
};
use own_terms_domain::ids::FeedId;

use crate::store::ClientId;

/// How much one client may ask for in a second, and at once after a rest: far more than people write or answer.
const OF_A_CLIENT: Quota = Quota::per_second(NonZeroU32::new(50).unwrap()).allow_burst(NonZeroU32::new(500).unwrap());
/// The same from one address, from which several clients may come.
const OF_AN_ADDRESS: Quota =
    Quota::per_second(NonZeroU32::new(100).unwrap()).allow_burst(NonZeroU32::new(1000).unwrap());
/// The same for each address of a calendar, which a person may have given to several of their devices.
const OF_A_CALENDAR: Quota = Quota::per_minute(NonZeroU32::new(6).unwrap()).allow_burst(NonZeroU32::new(30).unwrap());
/// How many are remembered before those that are free again are forgotten.
const REMEMBERED: usize = 10_000;

/// Who has asked for how much. It is of this one server, and forgotten with it.
pub struct Limits {
    clients: DefaultKeyedRateLimiter<[u8; 16]>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    calendars: DefaultKeyedRateLimiter<[u8; 16]>,
}

impl Default for Limits {
    fn default() -> Self {
        Self::of(OF_A_CLIENT, OF_AN_ADDRESS)
    }
}

impl Limits {
    /// So much for each client, and for each address.
    pub fn of(client: Quota, address: Quota) -> Self {
        let calendars = RateLimiter::keyed(OF_A_CALENDAR);
        Self { clients: RateLimiter::keyed(client), addresses: RateLimiter::keyed(address), calendars }
    }

    /// Counts a request of a client that has shown that it is it: nobody uses up what is another's.
    ///
    /// # Errors
    /// How long it has to wait.
    pub fn client(&self, client: ClientId) -> Result<(), Duration> {
        count(&self.clients, &client.0.into_bytes())
    }

    /// Counts a request from a network.
    ///
    /// # Errors
    /// How long to wait there.
    pub fn address(&self, from: IpAddr) -> Result<(), Duration> {
        count(&self.addresses, &network(from))
    }

    /// Counts a request with the address of a calendar that there is.
    ///
    /// # Errors
    /// How long it has to wait.
    pub fn calendar(&self, feed: FeedId) -> Result<(), Duration> {
        count(&self.calendars, &feed.0.into_bytes())
    }
}

fn count<K: Hash + Eq + Clone>(limiter: &DefaultKeyedRateLimiter<K>, key: &K) -> Result<(), Duration> {
    if limiter.len() > REMEMBERED {
        limiter.retain_recent();
    }
    let now = DefaultClock::default().now();
    limiter.check_key(key).map_err(|until| until.wait_time_from(now))
}

/// The network that one subscriber has: of version 6, all of the addresses in it are theirs.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !0 << 64).into(),
        v4 @ IpAddr::V4(_) => v4,
    }
}

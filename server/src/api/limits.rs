//! How often systems may ask: each client by itself, so that none takes the service from the others or from people; and each address from
//! which requests come without a word of who sends them.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
};

use super::problem::Problem;
use crate::{app::App, serve::Peer, store::ClientId};

/// How much one client may ask for in a second, and at once after a rest: far more than people write or answer.
const OF_A_CLIENT: Quota = Quota::per_second(NonZeroU32::new(50).unwrap()).allow_burst(NonZeroU32::new(500).unwrap());
/// The same from one address, from which several clients may come.
const OF_AN_ADDRESS: Quota =
    Quota::per_second(NonZeroU32::new(100).unwrap()).allow_burst(NonZeroU32::new(1000).unwrap());
/// How many are remembered before those that are free again are forgotten.
const REMEMBERED: usize = 10_000;

/// Who has asked for how much. It is of this one server, and forgotten with it.
pub struct Limits {
    clients: DefaultKeyedRateLimiter<[u8; 16]>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for Limits {
    fn default() -> Self {
        Self::of(OF_A_CLIENT, OF_AN_ADDRESS)
    }
}

impl Limits {
    /// So much for each client, and for each address.
    pub fn of(client: Quota, address: Quota) -> Self {
        Self { clients: RateLimiter::keyed(client), addresses: RateLimiter::keyed(address) }
    }

    /// Counts a request of a client that has shown that it is it: nobody uses up what is another's.
    pub(super) fn client(&self, client: ClientId) -> Result<(), Problem> {
        let key = client.0.into_bytes();
        if self.clients.len() > REMEMBERED {
            self.clients.retain_recent();
        }
        let now = DefaultClock::default().now();
        self.clients.check_key(&key).map_err(|until| Problem::TooOften(until.wait_time_from(now)))
    }

    fn address(&self, from: IpAddr) -> Result<(), Problem> {
        if self.addresses.len() > REMEMBERED {
            self.addresses.retain_recent();
        }
        let now = DefaultClock::default().now();
        self.addresses.check_key(&network(from)).map_err(|until| Problem::TooOften(until.wait_time_from(now)))
    }
}

/// The network that one subscriber has: of version 6, all of the addresses in it are theirs.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !0 << 64).into(),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// How long to wait, in whole seconds.
pub(super) fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

/// Refuses what comes too often from one address. On this machine is a proxy, behind which is everybody: those are told apart by their
/// clients alone, and never by what a request says of its way.
pub(super) async fn by_address(State(app): State<App>, request: Request, next: Next) -> Response {
    let from = request.extensions().get::<Peer>().map(|peer| peer.0.to_canonical());
    match from.filter(|from| !from.is_loopback()).map_or(Ok(()), |from| app.limits.address(from)) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

//! That systems ask no more often than they may: each client once it has shown that it is it, and each address from which requests come
//! without a word of who sends them.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::problem::Problem;
use crate::{app::App, serve::Peer};

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
        Err(wait) => Problem::TooOften(wait).into_response(),
    }
}

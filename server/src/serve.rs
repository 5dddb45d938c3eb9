//! The accept loop: slow clients are not waited for, and a stop lets requests finish.

use std::{convert::Infallible, net::IpAddr, time::Duration};

use axum::{Router, body::Body, extract::Request};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::net::{TcpListener, TcpStream};
use tower::{ServiceExt as _, util::BoxCloneService};

/// How long a client may take to send its headers; without an end, slow ones could hold every connection.
const HEADERS: Duration = Duration::from_secs(10);
/// How long requests may take to finish once a stop is asked for.
const FINISH: Duration = Duration::from_secs(25);

/// The address at the other end of a connection: of a proxy, where there is one. It is written down nowhere.
#[derive(Clone, Copy)]
pub struct Peer(pub IpAddr);

type Handler = BoxCloneService<Request<hyper::body::Incoming>, axum::response::Response, Infallible>;

/// Serves until `stop` is ready, then takes no more and lets what has begun finish.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let handler: Handler = router
        .into_service::<Body>()
        .map_request(|request: Request<hyper::body::Incoming>| request.map(Body::new))
        .boxed_clone();
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, from)) => connection(stream, Peer(from.ip()), handler.clone(), &graceful),
            Err(error) => {
                // Out of file descriptors, most likely: wait for some to be given back.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => tracing::info!("every request has finished"),
        () = tokio::time::sleep(FINISH) => tracing::warn!("stopping, though some requests have not finished"),
    }
}

fn connection(stream: TcpStream, from: Peer, handler: Handler, graceful: &GracefulShutdown) {
    // Pages are written whole, so waiting to fill packets would only delay them.
    let _ = stream.set_nodelay(true);
    let service = handler.map_request(move |mut request: Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(from);
        request
    });
    let service = TowerToHyperService::new(service);
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .serve_connection(TokioIo::new(stream), service);
    let watched = graceful.watch(connection);
    tokio::spawn(async move {
        // A client that goes away half way is no fault of ours, and its address is not ours to keep.
        let _ = watched.await;
    });
}

/// Ready when the process is asked to stop: SIGTERM, or Ctrl-C.
///
/// # Errors
/// When the signals cannot be listened for.
pub fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    let mut interrupt = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

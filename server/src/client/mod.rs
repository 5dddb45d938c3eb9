//! One request to another service: to the address that was asked and to no other, within a bounded time, for a bounded answer.

mod public;

use std::{
    net::{IpAddr, SocketAddr},
    sync::{Arc, OnceLock},
    time::Duration,
};

use axum::body::{Body, to_bytes};
use hyper::{
    Request, StatusCode,
    client::conn::http1::handshake,
    header::{ACCEPT, HOST, USER_AGENT},
    http::request::Builder,
};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, lookup_host},
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};
use url::{Host, Url};

use self::public::is_public;

/// The most bytes of an answer that are read: a set of keys has a few thousand.
const MOST_BYTES: usize = 128 * 1024;

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// It cannot be reached, or takes too long.
    #[error("it could not be reached in time")]
    Unreachable,
    /// It answers with more than is read.
    #[error("its answer was too long")]
    TooLong,
}

/// What was answered, with its status.
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// What it says.
    pub body: Vec<u8>,
}

/// What asks another service.
pub struct Client {
    /// Made when it is first needed: whom this machine believes is a long list.
    tls: OnceLock<Option<TlsConnector>>,
    loopback: bool,
    public: bool,
    patience: Duration,
}

impl Client {
    /// One that believes whom this machine believes, and lets a request take so long from its beginning to its end; `loopback` lets it
    /// ask this machine itself without https.
    pub fn new(loopback: bool, patience: Duration) -> Self {
        Self { tls: OnceLock::new(), loopback, public: false, patience }
    }

    /// The same, for addresses that somebody else chose: none within a network of one's own is spoken to, whatever name leads there.
    #[must_use]
    pub fn to_public_addresses(self) -> Self {
        Self { public: true, ..self }
    }

    fn tls(&self) -> Result<&TlsConnector, NoAnswer> {
        let make = || {
            let mut roots = RootCertStore::empty();
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
                .with_safe_default_protocol_versions()
                .ok()?
                .with_root_certificates(roots)
                .with_no_client_auth();
            Some(TlsConnector::from(Arc::new(config)))
        };
        self.tls.get_or_init(make).as_ref().ok_or(NoAnswer::Unreachable)
    }

    /// True for an address that nobody on the way can read or change.
    pub fn may_ask(&self, url: &Url) -> bool {
        match url.scheme() {
            "https" => url.host().is_some(),
            "http" => self.loopback && is_here(url),
            _ => false,
        }
    }

    /// What is answered to a request.
    ///
    /// # Errors
    /// Why there is no answer; one that says no is an answer.
    pub async fn ask(&self, url: &Url, request: Builder, body: Body) -> Result<Answer, NoAnswer> {
        if !self.may_ask(url) {
            return Err(NoAnswer::Unreachable);
        }
        let authority = &url[url::Position::BeforeHost..url::Position::AfterPort];
        let request = request
            .uri(&url[url::Position::BeforePath..url::Position::AfterQuery])
            .header(HOST, authority)
            .header(ACCEPT, "application/json")
            .header(USER_AGENT, "own-terms")
            .body(body)
            .map_err(|_| NoAnswer::Unreachable)?;
        timeout(self.patience, self.answer(url, request)).await.map_err(|_| NoAnswer::Unreachable)?
    }

    async fn answer(&self, url: &Url, request: Request<Body>) -> Result<Answer, NoAnswer> {
        let port = url.port_or_known_default().ok_or(NoAnswer::Unreachable)?;
        let addresses = self.addresses(url, port).await.ok_or(NoAnswer::Unreachable)?;
        // To what was found and looked at, so that the name cannot lead elsewhere a moment later.
        let stream = TcpStream::connect(&addresses[..]).await.map_err(|_| NoAnswer::Unreachable)?;
        if url.scheme() == "http" {
            return send(stream, request).await;
        }
        let name = match url.host().ok_or(NoAnswer::Unreachable)? {
            Host::Domain(name) => ServerName::try_from(name.to_owned()).map_err(|_| NoAnswer::Unreachable)?,
            Host::Ipv4(address) => ServerName::from(IpAddr::from(address)),
            Host::Ipv6(address) => ServerName::from(IpAddr::from(address)),
        };
        let stream = self.tls()?.connect(name, stream).await.map_err(|error| {
            // Whoever sets it up has to know; it is about no person.
            tracing::warn!(%error, "another service cannot be spoken to by https");
            NoAnswer::Unreachable
        })?;
        send(stream, request).await
    }
}

impl Client {
    /// Where a host is, as far as it may be spoken to.
    async fn addresses(&self, url: &Url, port: u16) -> Option<Vec<SocketAddr>> {
        let all = match url.host()? {
            Host::Domain(name) => lookup_host((name, port)).await.ok()?.collect(),
            Host::Ipv4(address) => vec![SocketAddr::from((address, port))],
            Host::Ipv6(address) => vec![SocketAddr::from((address, port))],
        };
        let here = self.loopback && is_here(url);
        let may = |address: &SocketAddr| !self.public || is_public(address.ip()) || here && address.ip().is_loopback();
        Some(all.into_iter().filter(may).collect())
    }
}

/// Sends a request over a connection that is used for nothing else, and follows to nowhere.
async fn send<S>(stream: S, request: Request<Body>) -> Result<Answer, NoAnswer>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.map_err(|_| NoAnswer::Unreachable)?;
    // It ends with the request: dropping what sends it closes it.
    let connection = tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(|_| NoAnswer::Unreachable);
    let answer = match answer {
        Ok(answer) => {
            let status = answer.status();
            let body = to_bytes(Body::new(answer.into_body()), MOST_BYTES).await.map_err(|_| NoAnswer::TooLong);
            body.map(|body| Answer { status, body: body.to_vec() })
        }
        Err(none) => Err(none),
    };
    connection.abort();
    answer
}

/// True for this machine itself.
fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

//! One request to a provider: to the address that was asked and to no other, within a bounded time, for a bounded answer.

use std::{
    net::IpAddr,
    sync::{Arc, OnceLock},
    time::Duration,
};

use axum::body::{Body, to_bytes};
use hyper::{
    Method, Request, StatusCode,
    client::conn::http1::handshake,
    header::{ACCEPT, CONTENT_TYPE, HOST, USER_AGENT},
};
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};
use url::{Host, Url};

use super::fault::Fault;

/// How long a request may take from its beginning to its end; a page may need three of them.
const PATIENCE: Duration = Duration::from_secs(4);
/// The most bytes of an answer that are read: a set of keys has a few thousand.
const MOST_BYTES: usize = 128 * 1024;

/// What asks a provider.
pub struct Client {
    /// Made when it is first needed: whom this machine believes is a long list.
    tls: OnceLock<Option<TlsConnector>>,
    loopback: bool,
}

impl Client {
    /// One that believes whom this machine believes; `loopback` lets it ask this machine itself without https.
    pub fn new(loopback: bool) -> Self {
        Self { tls: OnceLock::new(), loopback }
    }

    fn tls(&self) -> Result<&TlsConnector, Fault> {
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
        self.tls.get_or_init(make).as_ref().ok_or(Fault::Unreachable)
    }

    /// True for an address that nobody on the way can read or change.
    pub fn may_ask(&self, url: &Url) -> bool {
        match url.scheme() {
            "https" => url.host().is_some(),
            "http" => self.loopback && is_here(url),
            _ => false,
        }
    }

    /// What is at an address.
    pub async fn get(&self, url: &Url) -> Result<Vec<u8>, Fault> {
        self.ask(url, Request::builder().method(Method::GET), Body::empty()).await
    }

    /// What is answered to a form.
    pub async fn post(&self, url: &Url, form: String) -> Result<Vec<u8>, Fault> {
        let request = Request::builder().method(Method::POST).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(url, request, Body::from(form)).await
    }

    async fn ask(&self, url: &Url, request: hyper::http::request::Builder, body: Body) -> Result<Vec<u8>, Fault> {
        if !self.may_ask(url) {
            return Err(Fault::Unreachable);
        }
        let authority = &url[url::Position::BeforeHost..url::Position::AfterPort];
        let request = request
            .uri(&url[url::Position::BeforePath..url::Position::AfterQuery])
            .header(HOST, authority)
            .header(ACCEPT, "application/json")
            .header(USER_AGENT, "own-terms")
            .body(body)
            .map_err(|_| Fault::Unreachable)?;
        timeout(PATIENCE, self.answer(url, request)).await.map_err(|_| Fault::Unreachable)?
    }

    async fn answer(&self, url: &Url, request: Request<Body>) -> Result<Vec<u8>, Fault> {
        let port = url.port_or_known_default().ok_or(Fault::Unreachable)?;
        let connected = match url.host().ok_or(Fault::Unreachable)? {
            Host::Domain(name) => TcpStream::connect((name, port)).await,
            Host::Ipv4(address) => TcpStream::connect((address, port)).await,
            Host::Ipv6(address) => TcpStream::connect((address, port)).await,
        };
        let stream = connected.map_err(|_| Fault::Unreachable)?;
        if url.scheme() == "http" {
            return send(stream, request).await;
        }
        let name = match url.host().ok_or(Fault::Unreachable)? {
            Host::Domain(name) => ServerName::try_from(name.to_owned()).map_err(|_| Fault::Unreachable)?,
            Host::Ipv4(address) => ServerName::from(IpAddr::from(address)),
            Host::Ipv6(address) => ServerName::from(IpAddr::from(address)),
        };
        let stream = self.tls()?.connect(name, stream).await.map_err(|error| {
            // Whoever sets it up has to know; it is about no person.
            tracing::warn!(%error, "the identity provider cannot be spoken to by https");
            Fault::Unreachable
        })?;
        send(stream, request).await
    }
}

/// Sends a request over a connection that is used for nothing else, and follows to nowhere.
async fn send<S>(stream: S, request: Request<Body>) -> Result<Vec<u8>, Fault>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.map_err(|_| Fault::Unreachable)?;
    // It ends with the request: dropping what sends it closes it.
    let connection = tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(|_| Fault::Unreachable);
    let body = match answer {
        Ok(answer) if answer.status() == StatusCode::OK => {
            to_bytes(Body::new(answer.into_body()), MOST_BYTES).await.map_err(|_| Fault::TooLong)
        }
        Ok(_) => Err(Fault::Refused),
        Err(fault) => Err(fault),
    };
    connection.abort();
    Ok(body?.to_vec())
}

/// Reads an answer.
pub fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(answer).map_err(|_| Fault::Unreadable)
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

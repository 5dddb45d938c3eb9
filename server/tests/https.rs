//! A provider that is reached by https, as all real ones are: by the real binary, with certificates made for the test.

use std::{fs, str::FromStr as _, sync::Arc, time::Duration};

use p256::{
    ecdsa::{DerSignature, SigningKey},
    pkcs8::{EncodePrivateKey as _, LineEnding},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
    runtime::Runtime,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer},
    },
};
use x509_cert::{
    Certificate,
    builder::{
        Builder as _, CertificateBuilder,
        profile::{
            BuilderProfile,
            cabf::{Root, tls},
        },
    },
    der::{Encode as _, EncodePem as _, asn1::Ia5String},
    ext::pkix::{SubjectAltName, name::GeneralName},
    name::Name,
    serial_number::SerialNumber,
    spki::SubjectPublicKeyInfo,
    time::Validity,
};

use crate::{
    given::Folder,
    identity_provider::new_key,
    process::{Server, ask},
};

/// A certificate of a key for these names, signed by another.
fn certificate(profile: impl BuilderProfile, names: Vec<GeneralName>, of: &SigningKey, by: &SigningKey) -> Certificate {
    let key = SubjectPublicKeyInfo::from_key(of.verifying_key()).unwrap();
    let validity = Validity::from_now(Duration::from_hours(1)).unwrap();
    let mut builder = CertificateBuilder::new(profile, SerialNumber::from(1_u32), validity, key).unwrap();
    if !names.is_empty() {
        builder.add_extension(&SubjectAltName(names)).unwrap();
    }
    builder.build::<_, DerSignature>(by).unwrap()
}

/// A provider for `name`, and the certificate of whoever vouches for it.
struct Provider {
    port: u16,
    authority: String,
    _runtime: Runtime,
}

impl Provider {
    fn start(name: &str) -> Self {
        let (authority, key) = (new_key(), new_key());
        let called = Name::from_str("CN=Somebody who vouches,O=Tests,C=GB").unwrap();
        let root = certificate(Root::new(false, called.clone()).unwrap(), Vec::new(), &authority, &authority);
        let names = vec![GeneralName::DnsName(Ia5String::new(name.as_bytes()).unwrap())];
        let subject = Name::from_str("C=GB").unwrap();
        let profile = tls::Subscriber {
            certificate_type: tls::CertificateType::domain_validated(subject, names.clone()).unwrap(),
            issuer: called,
            client_auth: false,
            tls12_options: tls::Tls12Options::default(),
            enable_data_encipherment: false,
        };
        let leaf = CertificateDer::from(certificate(profile, names, &key, &authority).to_der().unwrap());
        let secret = PrivatePkcs8KeyDer::from(key.to_pkcs8_der().unwrap().as_bytes().to_vec());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![leaf], PrivateKeyDer::from(secret))
            .unwrap();
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let port = listener.local_addr().unwrap().port();
        runtime.spawn(serve(listener, TlsAcceptor::from(Arc::new(config)), port));
        Self { port, authority: root.to_pem(LineEnding::LF).unwrap(), _runtime: runtime }
    }
}

/// Says what it is, and that it has no keys.
async fn serve(listener: TcpListener, tls: TlsAcceptor, port: u16) {
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        // Whoever does not believe who it is goes away.
        let Ok(mut stream) = tls.accept(stream).await else { continue };
        let mut asked = vec![0; 4096];
        let length = stream.read(&mut asked).await.unwrap();
        let asked = String::from_utf8_lossy(&asked[..length]).into_owned();
        let url = format!("https://localhost:{port}");
        let said = if asked.starts_with("GET /.well-known/openid-configuration ") {
            assert!(asked.contains(&format!("\r\nhost: localhost:{port}\r\n")), "{asked}");
            format!(
                r#"{{"issuer":"{url}","authorization_endpoint":"{url}/authorize","token_endpoint":"{url}/token","jwks_uri":"{url}/keys"}}"#
            )
        } else {
            r#"{"keys":[]}"#.to_owned()
        };
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{said}", said.len());
        stream.write_all(answer.as_bytes()).await.unwrap();
        let _ = stream.shutdown().await;
    }
}

/// What is answered to whoever wants to sign in through it, by a service that believes this authority.
fn asked_of(port: u16, authority: &str) -> (String, String) {
    let folder = Folder::new();
    let key = new_key();
    fs::write(folder.file("key.pem"), key.to_pkcs8_pem(LineEnding::LF).unwrap().as_bytes()).unwrap();
    fs::write(folder.file("authority.pem"), authority).unwrap();
    let issuer = format!("https://localhost:{port}");
    let mut server = Server::start_with(
        &folder,
        &[
            ("OWN_TERMS_PROVIDER_ISSUER", &issuer),
            ("OWN_TERMS_PROVIDER_CLIENT_ID", "own-terms"),
            ("OWN_TERMS_PROVIDER_KEY", "key.pem"),
            ("OWN_TERMS_PROVIDER_NAME", "Example Login"),
            ("OWN_TERMS_PROVIDER_VTR", "Cl.Cm,Cl"),
            ("SSL_CERT_FILE", "authority.pem"),
        ],
    );
    let page = ask("POST", "/sign-in/provider", server.addr, "", "").unwrap();
    server.kill();
    (page, server.said())
}

#[test]
fn a_provider_is_believed_whom_somebody_vouches_for_that_this_machine_believes() {
    let provider = Provider::start("localhost");
    let (page, said) = asked_of(provider.port, &provider.authority);
    let way = format!("refresh: 0; url=https://localhost:{}/authorize?response_type=code&scope=openid&", provider.port);
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.contains(&way), "{page}\n{said}");
    assert!(page.contains("&vtr=%5B%22Cl.Cm%22%2C%22Cl%22%5D"), "{page}");
}

#[test]
fn a_provider_whom_nobody_vouches_for_is_not_believed_nor_one_of_another_name() {
    let (one, other) = (Provider::start("localhost"), Provider::start("localhost"));
    let elsewhere = Provider::start("login.example");
    for (port, authority) in [(one.port, &other.authority), (elsewhere.port, &elsewhere.authority)] {
        let (page, said) = asked_of(port, authority);
        assert!(page.starts_with("HTTP/1.1 422 "), "{page}");
        assert!(said.contains("another service cannot be spoken to by https"), "{said}");
    }
}

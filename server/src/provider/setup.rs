//! What was agreed with a provider beforehand, as the command line says it.

use p256::{SecretKey, ecdsa::SigningKey, pkcs8::DecodePrivateKey as _};

use crate::config::AgreedWithProvider;

/// What has to be known of a provider beforehand, as it was agreed with it.
#[derive(Clone)]
pub struct Setup {
    /// Its address, as it names itself.
    pub issuer: String,
    /// What people call it.
    pub name: String,
    /// What it calls this service.
    pub client_id: String,
    /// The key by which this service shows that it is the one (`private_key_jwt`, ES256).
    pub key: SigningKey,
    /// How sure it has to be who somebody is: vectors of trust (RFC 8485), any of which is enough; none where it knows none.
    pub vectors: Vec<String>,
    /// Where it sends people back to.
    pub back: String,
    /// True where it may be on this machine, without https.
    pub loopback: bool,
}

impl Setup {
    /// What the flags say, for a service that people reach at `origin`; none where they name no provider. It sends whoever went
    /// back to `path`.
    ///
    /// # Errors
    /// What is wrong with them, in words for whoever sets it up.
    pub fn read(
        flags: AgreedWithProvider<'_>,
        origin: Option<&str>,
        path: &str,
        loopback: bool,
    ) -> Result<Option<Self>, String> {
        let AgreedWithProvider { issuer, client_id, key, name, vectors } = flags;
        let Some(((issuer, client_id), (file, name))) = issuer.zip(client_id).zip(key.zip(name)) else {
            return Ok(None);
        };
        let origin = origin.ok_or("people come back from an identity provider, and --origin does not say where to")?;
        let pem =
            std::fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
        let key = SecretKey::from_pkcs8_pem(&pem).map_err(|_| {
            let (name, command) = (file.display(), "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256");
            format!("{name} does not hold a key for ES256 (PEM, PKCS #8). This makes one: {command}")
        })?;
        Ok(Some(Self {
            issuer: issuer.to_owned(),
            name: name.to_string(),
            client_id: client_id.to_owned(),
            key: key.into(),
            vectors: vectors.to_vec(),
            back: format!("{origin}{path}"),
            loopback,
        }))
    }
}

//! Through whom people, and those who work here, can sign in beside the ways that are here.

use std::path::PathBuf;

use clap::Args;
use own_terms_domain::text::Line;

use super::values::{parse_exit, parse_name, parse_vector};

/// An identity provider (OpenID Connect), if there is one.
#[derive(Debug, Args)]
pub struct IdentityProvider {
    /// An identity provider through which people can sign in: its address, as it names itself. It is sent people from
    /// `--origin`/sign-in/provider/back, and tells that somebody signed out there to `--origin`/sign-in/provider/logout.
    #[arg(long, env = "OWN_TERMS_PROVIDER_ISSUER", value_name = "URL", value_parser = parse_exit,
        requires_all = ["provider_client_id", "provider_key", "provider_name"])]
    pub provider_issuer: Option<String>,
    /// What it calls this service.
    #[arg(long, env = "OWN_TERMS_PROVIDER_CLIENT_ID", value_name = "ID")]
    pub provider_client_id: Option<String>,
    /// The file with the key by which this service shows it that it is the one (ES256, PEM, PKCS #8); it has the public half.
    #[arg(long, env = "OWN_TERMS_PROVIDER_KEY", value_name = "FILE")]
    pub provider_key: Option<PathBuf>,
    /// What people call it, such as "GOV.UK One Login".
    #[arg(long, env = "OWN_TERMS_PROVIDER_NAME", value_name = "NAME", value_parser = parse_name)]
    pub provider_name: Option<Line>,
    /// How sure it has to be who somebody is, such as Cl.Cm, any of which is enough (RFC 8485). Without it, it is not asked.
    #[arg(long, env = "OWN_TERMS_PROVIDER_VTR", value_name = "VECTOR,…", value_delimiter = ',', value_parser = parse_vector)]
    pub provider_vtr: Vec<String>,
}

/// The identity provider of those who work here (OpenID Connect), if there is one: never the word for who may work here.
#[derive(Debug, Args)]
pub struct StaffIdentityProvider {
    /// An identity provider through which those who work here can sign in: its address, as it names itself. It is sent them from
    /// `--origin`/desk/sign-in/provider/back, and tells that somebody signed out there to `--origin`/desk/sign-in/provider/logout.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_ISSUER", value_name = "URL", value_parser = parse_exit,
        requires_all = ["staff_provider_client_id", "staff_provider_key", "staff_provider_name"])]
    pub staff_provider_issuer: Option<String>,
    /// What it calls this service.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_CLIENT_ID", value_name = "ID")]
    pub staff_provider_client_id: Option<String>,
    /// The file with the key by which this service shows it that it is the one (ES256, PEM, PKCS #8); it has the public half.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_KEY", value_name = "FILE")]
    pub staff_provider_key: Option<PathBuf>,
    /// What those who work here call it.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_NAME", value_name = "NAME", value_parser = parse_name)]
    pub staff_provider_name: Option<Line>,
    /// How sure it has to be who somebody is, any of which is enough (RFC 8485). Without it, it is not asked.
    #[arg(long, env = "OWN_TERMS_STAFF_PROVIDER_VTR", value_name = "VECTOR,…", value_delimiter = ',', value_parser = parse_vector)]
    pub staff_provider_vtr: Vec<String>,
}

/// What was agreed with an identity provider, for whomever it is.
#[derive(Debug, Clone, Copy)]
pub struct AgreedWithProvider<'a> {
    /// Its address.
    pub issuer: Option<&'a str>,
    /// What it calls this service.
    pub client_id: Option<&'a str>,
    /// The file with the key.
    pub key: Option<&'a PathBuf>,
    /// What people call it.
    pub name: Option<&'a Line>,
    /// How sure it has to be.
    pub vectors: &'a [String],
}

impl IdentityProvider {
    /// What was agreed with it.
    pub fn agreed(&self) -> AgreedWithProvider<'_> {
        AgreedWithProvider {
            issuer: self.provider_issuer.as_deref(),
            client_id: self.provider_client_id.as_deref(),
            key: self.provider_key.as_ref(),
            name: self.provider_name.as_ref(),
            vectors: &self.provider_vtr,
        }
    }
}

impl StaffIdentityProvider {
    /// What was agreed with it.
    pub fn agreed(&self) -> AgreedWithProvider<'_> {
        AgreedWithProvider {
            issuer: self.staff_provider_issuer.as_deref(),
            client_id: self.staff_provider_client_id.as_deref(),
            key: self.staff_provider_key.as_ref(),
            name: self.staff_provider_name.as_ref(),
            vectors: &self.staff_provider_vtr,
        }
    }
}

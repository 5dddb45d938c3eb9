//! What every request needs: the store, the clock, randomness, keys and settings.

use std::sync::Arc;

use crate::{
    clock::Clock, entropy::Entropy, limits::Limits, notify::Outbox, passkeys::Passkeys, provider::Provider,
    sealing::Key, store::Store, web::turns::Turns,
};

/// How the service is set up.
#[derive(Debug, Clone)]
pub struct Settings {
    /// True when the people are invented and anyone may sign in as one of them.
    pub demo: bool,
    /// True when people reach the service over https, so that cookies are never sent without.
    pub secure: bool,
    /// Where quick exit goes.
    pub exit: String,
    /// A telephone number with a person at the other end.
    pub helpline: String,
    /// Where people reach the service, `https://` and its name; none where that is not known.
    pub origin: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        let exit = "https://www.bbc.co.uk/weather".to_owned();
        Self { demo: false, secure: false, exit, helpline: String::new(), origin: None }
    }
}

/// The service, shared by all requests; it holds nothing of anyone beside the store.
#[derive(Clone)]
pub struct App {
    /// What is held.
    pub store: Arc<dyn Store>,
    /// What time it is.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
    /// The key that forms' tokens are made with.
    pub form_key: Key,
    /// Passkeys, where people reach the service by a name.
    pub passkeys: Option<Passkeys>,
    /// An identity provider, where there is one.
    pub provider: Option<Provider>,
    /// The identity provider of those who work here, where there is one.
    pub staff_provider: Option<Provider>,
    /// How it is set up.
    pub settings: Arc<Settings>,
    /// What is to be sent to people.
    pub outbox: Outbox,
    /// Turns at what keeps a core busy.
    pub turns: Arc<Turns>,
    /// How often those may ask who ask by themselves.
    pub limits: Arc<Limits>,
}

impl App {
    /// The service over a store, which sends nothing.
    pub fn new(store: Arc<dyn Store>, clock: Clock, entropy: Entropy, service_key: &Key, settings: Settings) -> Self {
        let form_key = service_key.for_use("own-terms forms 1");
        let passkeys = settings.origin.as_deref().and_then(Passkeys::at);
        let (settings, outbox) = (Arc::new(settings), Outbox::default());
        Self {
            store,
            clock,
            entropy,
            form_key,
            passkeys,
            provider: None,
            staff_provider: None,
            settings,
            outbox,
            turns: Arc::default(),
            limits: Arc::default(),
        }
    }

    /// The same, which sends what is put into `outbox`.
    #[must_use]
    pub fn sending(self, outbox: Outbox) -> Self {
        Self { outbox, ..self }
    }

    /// The same, where people can sign in through this provider, if there is one.
    #[must_use]
    pub fn trusting(self, provider: Option<Provider>) -> Self {
        Self { provider, ..self }
    }

    /// The same, where those who work here can sign in through this provider, if there is one.
    #[must_use]
    pub fn trusting_for_staff(self, staff_provider: Option<Provider>) -> Self {
        Self { staff_provider, ..self }
    }
}

//! Passkeys (`WebAuthn`): what a device is asked, and whether what it answers is right.
//!
//! Nothing is held here: what has to be known when the answer comes is given back as bytes, to be kept until then.

use std::sync::Arc;

use own_terms_domain::{sign_in::How, text::Text};
use own_terms_receipt::hex;
use serde::Serialize;
use uuid::Uuid;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder, WebauthnError,
};

/// What devices call this service: neutral, for it is seen in their settings (promise 12).
const NAME: &str = "Own Terms";

/// The service as devices know it: by its address, to which each passkey belongs.
#[derive(Debug, Clone)]
pub struct Passkeys(Arc<Webauthn>);

/// What a device is to be asked.
#[derive(Debug)]
pub struct Asked {
    /// For the browser: JSON that it reads with `parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`.
    pub options: serde_json::Value,
    /// What has to be known when the answer comes. Whoever could change it could make up the answer.
    pub awaited: Vec<u8>,
}

/// What a device answered when it was asked to sign somebody in, before any of it is known to be right.
pub struct Answer {
    credential: PublicKeyCredential,
    /// Whose it says that it is: the number of a place, or of someone who works here.
    pub whose: Uuid,
}

impl Passkeys {
    /// Those of the service at this address; none where no browser would make one: they belong to a name, not to a number,
    /// and are kept off lines that others can read.
    pub fn at(origin: &str) -> Option<Self> {
        let origin = Url::parse(origin).ok()?;
        let name = origin.domain()?;
        let is_safe = origin.scheme() == "https" || name == "localhost";
        let webauthn = WebauthnBuilder::new(name, &origin).ok().filter(|_| is_safe)?.rp_name(NAME).build().ok()?;
        Some(Self(Arc::new(webauthn)))
    }

    /// Asks for a new passkey of someone that a device shows as `called`, on none that has one of `others`.
    ///
    /// # Errors
    /// [`WebauthnError`], where nothing can be asked like that.
    pub fn ask_for_new<'a>(
        &self,
        whose: Uuid,
        called: &str,
        others: impl Iterator<Item = &'a How>,
    ) -> Result<Asked, WebauthnError> {
        let others = others.filter_map(|how| match how {
            How::Passkey { credential, .. } => hex::bytes(credential.as_str()),
            How::Email { .. } | How::Provider { .. } => None,
        });
        let others = Some(others.collect());
        let (asked, state) = self.0.start_passkey_registration(whose, called, called, others)?;
        let mut options = json(&asked.public_key)?;
        // So that it is found by the device itself: who signs in is asked for no name, which they would have to remember. The
        // library would rather not, for old sticks with little room.
        options["authenticatorSelection"]["residentKey"] = "required".into();
        options["authenticatorSelection"]["requireResidentKey"] = true.into();
        Ok(Asked { options, awaited: bytes(&state)? })
    }

    /// The new passkey that a device made; none when any of it is not as it was asked.
    pub fn new_one(&self, answer: &str, awaited: &[u8]) -> Option<How> {
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).ok()?;
        let state: PasskeyRegistration = serde_json::from_slice(awaited).ok()?;
        let passkey = self.0.finish_passkey_registration(&answer, &state).ok()?;
        let credential = Text::parse(&hex::digits(passkey.cred_id())).ok()?;
        let key = Text::parse(&serde_json::to_string(&passkey).ok()?).ok()?;
        Some(How::Passkey { credential, key })
    }

    /// Asks whoever it is for any passkey of theirs.
    ///
    /// # Errors
    /// [`WebauthnError`], where nothing can be asked like that.
    pub fn ask_who(&self) -> Result<Asked, WebauthnError> {
        let (asked, state) = self.0.start_discoverable_authentication()?;
        // Without its `mediation`: that is for browsers that offer it while someone types, and here is a button.
        Ok(Asked { options: json(&asked.public_key)?, awaited: bytes(&state)? })
    }

    /// True when it was the passkey with this stored `key` that answered, and all of it is as it was asked.
    pub fn is_right(&self, answer: &Answer, awaited: &[u8], key: &str) -> bool {
        let state: Option<DiscoverableAuthentication> = serde_json::from_slice(awaited).ok();
        let passkey: Option<Passkey> = serde_json::from_str(key).ok();
        let (Some(state), Some(passkey)) = (state, passkey) else { return false };
        self.0.finish_discoverable_authentication_v2(&answer.credential, state, DiscoverableKey::from(passkey)).is_ok()
    }
}

impl Answer {
    /// Reads what a browser sent; none for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let credential: PublicKeyCredential = serde_json::from_str(text).ok()?;
        let whose = Uuid::from_slice(credential.get_user_unique_id()?).ok()?;
        Some(Self { credential, whose })
    }

    /// The id of the passkey that it says it is of, as [`How::Passkey`] has it.
    pub fn credential(&self) -> String {
        hex::digits(self.credential.get_credential_id())
    }
}

fn json(what: &impl Serialize) -> Result<serde_json::Value, WebauthnError> {
    serde_json::to_value(what).map_err(WebauthnError::from)
}

fn bytes(what: &impl Serialize) -> Result<Vec<u8>, WebauthnError> {
    serde_json::to_vec(what).map_err(WebauthnError::from)
}

//! Whom a case worker has opened: sealed into a cookie of this very session at the desk, as for carers, so that no address names
//! anybody and no table says who works with whom. It permits nothing: the store is asked as the case worker at each request.

use axum::http::HeaderValue;
use own_terms_domain::{
    ids::ClaimantId,
    look::{Reason, Subject},
    needs::Needs,
};
use own_terms_receipt::hex;
use uuid::Uuid;

use super::{
    cookies,
    failure::Failure,
    member::{CaseWorker, Member, Reach},
};
use crate::{
    app::App,
    sealing::Key,
    store::{Ask, StoreError, View, Want},
};

/// What binds it to this use of the key.
const PLACE: &[u8] = b"opened at the desk";

/// The cookie that has nobody opened.
pub fn nobody(app: &App) -> Option<HeaderValue> {
    cookies::clear(app.settings.secure, cookies::DESK_OPENED)
}

/// The cookie that has someone opened, from what a button of a page carried.
pub fn cookie(app: &App, sealed: &str) -> Option<HeaderValue> {
    cookies::set(app.settings.secure, cookies::DESK_OPENED, sealed)
}

fn key(app: &App) -> Key {
    app.form_key.for_use("own-terms desk 1")
}

impl<R: Reach> Member<R> {
    fn bound(&self) -> Vec<u8> {
        [&self.staff.id.0.as_bytes()[..], &self.token()].concat()
    }

    /// Names someone to this session alone.
    pub fn seal(&self, whom: ClaimantId) -> String {
        let app = &self.visit.app;
        let content = [&whom.0.as_bytes()[..], &self.bound()].concat();
        // 64 bytes are always within what the cipher takes, so this cannot fail.
        key(app).seal(&app.entropy, PLACE, &content).map(|sealed| hex::digits(&sealed)).unwrap_or_default()
    }

    /// Whom that names; none when another session made it, or nobody.
    pub fn unseal(&self, sealed: &str) -> Option<ClaimantId> {
        let content = key(&self.visit.app).open(PLACE, &hex::bytes(sealed)?).ok()?;
        let (whom, of) = content.split_first_chunk::<16>()?;
        (of == self.bound()).then_some(ClaimantId(Uuid::from_bytes(*whom)))
    }
}

impl Member<CaseWorker> {
    /// Who is opened in this session.
    pub fn opened(&self) -> Option<ClaimantId> {
        self.unseal(self.visit.opened.as_deref()?)
    }

    /// What they may see of a part of somebody's place, which stands in that person's log; none where they may see nothing.
    ///
    /// # Errors
    /// The store's.
    pub async fn look(&self, whom: ClaimantId, reason: Reason, subject: Subject) -> Result<Option<View>, Failure> {
        let ask = Ask {
            claimant: whom,
            actor: self.actor(),
            reason,
            subject,
            now: self.visit.now,
            withheld: None,
            session: None,
            needs: Needs::the_few(),
            want: Want::Items,
        };
        match self.visit.app.store.view(ask).await {
            Ok(view) => Ok(Some(view)),
            Err(StoreError::NotThere) => Ok(None),
            Err(other) => Err(other.into()),
        }
    }
}

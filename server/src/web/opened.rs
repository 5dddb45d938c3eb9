//! Whom a case worker has opened: sealed into a cookie of this very session at the desk, as for carers, so that no address names
//! anybody and no table says who works with whom. It permits nothing: the store is asked as the case worker at each request.

use axum::http::HeaderValue;
use own_terms_domain::{
    desk::{Said, said},
    ids::{ClaimantId, StaffId},
    look::{Reason, Subject},
    needs::Needs,
    state::State,
};
use own_terms_receipt::hex;
use uuid::Uuid;

use super::{
    cookies,
    failure::Failure,
    member::{CaseWorker, Member, Reach, Supervisor},
};
use crate::{
    app::App,
    sealing::Key,
    store::{Ask, StoreError, TokenHash, View, Want},
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
    /// Names someone to this session alone.
    pub fn seal(&self, whom: ClaimantId) -> String {
        let app = &self.visit.app;
        let content = [&whom.0.as_bytes()[..], &bound(self.staff.id, &self.token())].concat();
        // 64 bytes are always within what the cipher takes, so this cannot fail.
        key(app).seal(&app.entropy, PLACE, &content).map(|sealed| hex::digits(&sealed)).unwrap_or_default()
    }

    /// Who is opened in this session.
    pub fn opened(&self) -> Option<ClaimantId> {
        self.unseal(self.visit.opened.as_deref()?)
    }

    /// Whom that names; none when another session made it, or nobody.
    pub fn unseal(&self, sealed: &str) -> Option<ClaimantId> {
        named_in(&self.visit.app, (self.staff.id, self.token()), sealed)
    }
}

/// Whom that names; none when another session than this made it, or nobody.
pub(super) fn named_in(app: &App, (staff, session): (StaffId, TokenHash), sealed: &str) -> Option<ClaimantId> {
    let content = key(app).open(PLACE, &hex::bytes(sealed)?).ok()?;
    let (whom, of) = content.split_first_chunk::<16>()?;
    (of == bound(staff, &session)).then_some(ClaimantId(Uuid::from_bytes(*whom)))
}

fn bound(staff: StaffId, session: &TokenHash) -> Vec<u8> {
    [&staff.0.as_bytes()[..], session].concat()
}

impl Member<Supervisor> {
    /// What they may see of a part of what is between somebody and their case worker, by the reason that they typed; none where they
    /// typed none, or too long ago. Each try stands in that person's log.
    ///
    /// # Errors
    /// The store's.
    pub async fn look_into(&self, whom: ClaimantId, subject: Subject) -> Result<Option<View>, Failure> {
        self.view(whom, Reason::Oversight, subject).await
    }
}

impl Member<CaseWorker> {
    /// What they may see of a part of somebody's place, which stands in that person's log; none where they may see nothing.
    ///
    /// # Errors
    /// The store's.
    pub async fn look(&self, whom: ClaimantId, reason: Reason, subject: Subject) -> Result<Option<View>, Failure> {
        self.view(whom, reason, subject).await
    }
}

impl<R: Reach> Member<R> {
    async fn view(&self, whom: ClaimantId, reason: Reason, subject: Subject) -> Result<Option<View>, Failure> {
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

impl Member<CaseWorker> {
    /// Somebody while they want contact, and what may be seen of a part of their place. What they said about contact is looked at
    /// first, and nothing more unless they asked to talk; none then, and of nobody.
    ///
    /// # Errors
    /// The store's.
    pub async fn look_if_asked(
        &mut self,
        whom: Option<ClaimantId>,
        subject: Subject,
    ) -> Result<Option<(ClaimantId, State)>, Failure> {
        let Some(whom) = whom else { return Ok(None) };
        let Some(first) = self.look(whom, Reason::WhoAsked, Subject::Asked).await? else { return Ok(None) };
        if said(&first.state, self.visit.now.today) != Some(Said::Asked) {
            return Ok(None);
        }
        let Some(view) = self.look(whom, Reason::ConversationAsked, subject).await? else { return Ok(None) };
        self.names = view.names;
        Ok(Some((whom, view.state)))
    }
}

//! A form that was sent: whose it is, and what it asks for.

use own_terms_app::{form::Notice, notice};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, Refusal},
    form::{ErrorKind, FieldError, Fields, Parse},
    ids::ClaimantId,
    item::Version,
    look::Subject,
    needs::Needs,
};

use super::{
    acting::{self, About},
    failure::Failure,
    kept::{self, Kept, OfPerson},
    token,
    visit::{Person, Visit},
};
use crate::store::{Order, StoreError, Want};

/// What became of a command that a form asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was done, or was so already.
    Done,
    /// It was not, and the form is to be shown again.
    Again(Vec<FieldError>, Option<Notice>),
}

impl Outcome {
    /// One mistake, in a form that is read by hand.
    pub fn wrong(field: &str, kind: ErrorKind) -> Self {
        Self::Again(vec![FieldError { field: field.to_owned(), kind }], None)
    }
}

impl Visit {
    /// The person who sent a form, and what they sent: from a page of this session, or else nothing is done of it, and the
    /// form is shown again with why.
    ///
    /// # Errors
    /// [`Failure::SignedOut`], [`Failure::SignedOutSending`], [`Failure::Forged`], and as [`Self::person`].
    pub async fn person_sending(self, subject: Subject, fields: Fields) -> Result<(Person, Fields), Failure> {
        let needs = self.needs.clone();
        self.person_sending_about(subject, fields, |_| needs).await
    }

    /// As [`Self::person_sending`], with the items at hand that the form is about.
    ///
    /// # Errors
    /// As there.
    pub async fn person_sending_about(
        self,
        subject: Subject,
        fields: Fields,
        needs: impl FnOnce(&Fields) -> Needs,
    ) -> Result<(Person, Fields), Failure> {
        let (held_back, fields) = self.whose_form(fields)?;
        let mut person = self.needing(needs(&fields)).person(subject, Want::Items).await?;
        person.held_back = held_back;
        Ok((person, fields))
    }

    /// Why nothing is to be done of a form, if so, and what was typed into it.
    fn whose_form(&self, fields: Fields) -> Result<(Option<Notice>, Fields), Failure> {
        if !fields.get(kept::FIELD).is_empty() {
            return self.back_from_signing_in(&fields);
        }
        match (self.session, token::of_form(&self.app.form_key, &fields)) {
            (None, None) => Err(Failure::SignedOut),
            (None, Some(of)) => {
                let of = OfPerson { claimant: of.claimant, acting_for: of.acting_for };
                Err(Failure::SignedOutSending(kept::seal(&self.app, self.now.at, of, &self.path, &fields)?))
            }
            // What someone else wrote is not for whoever is signed in now, nor what was written for someone else.
            (Some((claimant, _)), Some(of)) if claimant != of.claimant || !self.is_for(of.acting_for) => {
                Err(Failure::Forged)
            }
            (Some((_, session)), Some(of)) if session == of.session => Ok((None, fields)),
            // It came from a page of ours (see `origin`), and goes back only to who pressed the button.
            (Some(_), _) => Ok((Some(Notice::OldPage), fields)),
        }
    }

    /// True when the page is for the one whom a form was for; one about the carer themself is, whomever they act for.
    fn is_for(&self, whom: Option<ClaimantId>) -> bool {
        self.acting_for == whom || acting::about(&self.path) == About::Own
    }

    /// What was kept while someone signed in, for them alone and at the address it was sent to.
    fn back_from_signing_in(&self, fields: &Fields) -> Result<(Option<Notice>, Fields), Failure> {
        let kept = kept::open::<OfPerson>(&self.app, self.now.at, fields).filter(|kept| kept.path == self.path);
        match (self.session, kept) {
            (Some((claimant, _)), Some(kept)) if claimant == kept.of.claimant && self.is_for(kept.of.acting_for) => {
                Ok((Some(Notice::SignedOut), kept.into_fields()))
            }
            // The page was loaded again after that session ended too.
            (None, Some(_)) => Err(Failure::SignedOutSending(Kept(fields.get(kept::FIELD).into()))),
            (None, None) => Err(Failure::SignedOut),
            (Some(_), _) => Err(Failure::Forged),
        }
    }
}

impl Person {
    /// Asks for a command to be carried out.
    ///
    /// # Errors
    /// What no form can show: something that is not there or not theirs, or a failure here.
    pub async fn submit(&self, command: Command) -> Result<Outcome, Failure> {
        self.submit_as(self.actor, self.claimant, command).await
    }

    /// The same about someone else's place, as who they are there.
    ///
    /// # Errors
    /// As [`Self::submit`].
    pub async fn submit_as(&self, actor: Actor, claimant: ClaimantId, command: Command) -> Result<Outcome, Failure> {
        if self.held_back.is_some() {
            return Ok(Outcome::Again(Vec::new(), self.held_back));
        }
        let order = Order {
            claimant,
            actor,
            command,
            now: self.visit.now,
            notice: notice::version(self.visit.reading.language),
        };
        match self.visit.app.store.commit_in(order, self.token).await {
            Ok(_) => Ok(Outcome::Done),
            Err(StoreError::Refused(Refusal::Invalid(errors))) => Ok(Outcome::Again(errors, None)),
            // A carer's yes to what the terms rule out by now.
            Err(StoreError::Refused(Refusal::OutsideTerms(broken))) => {
                let wrong = |term| FieldError { field: "slot".to_owned(), kind: ErrorKind::Term(term) };
                Ok(Outcome::Again(broken.into_iter().map(wrong).collect(), None))
            }
            Err(StoreError::Refused(Refusal::Changed(stands))) => {
                Ok(Outcome::Again(Vec::new(), Some(Notice::Changed(stands))))
            }
            Err(StoreError::Refused(Refusal::Stopped)) => Ok(Outcome::Again(Vec::new(), Some(Notice::Stopped))),
            Err(StoreError::Refused(Refusal::SignInAgain)) => Ok(Outcome::Again(Vec::new(), Some(Notice::SignInAgain))),
            Err(StoreError::Refused(Refusal::KeptByLaw(until))) => {
                Ok(Outcome::Again(Vec::new(), Some(Notice::KeptByLaw(until))))
            }
            Err(StoreError::Refused(Refusal::NotBefore(from))) => {
                Ok(Outcome::Again(Vec::new(), Some(Notice::NotBefore(from))))
            }
            Err(StoreError::Busy) => Ok(Outcome::Again(Vec::new(), Some(Notice::Busy))),
            Err(other) => Err(other.into()),
        }
    }

    /// Reads a form and asks for the command that it makes.
    ///
    /// # Errors
    /// As [`Self::submit`].
    pub async fn submit_form<F: Parse>(
        &self,
        fields: &Fields,
        command: impl FnOnce(Version, F) -> Command,
    ) -> Result<Outcome, Failure> {
        match F::parse(fields, self.visit.now) {
            Ok(form) => self.submit(command(Version::parse(fields.get("version")), form)).await,
            Err(errors) => Ok(Outcome::Again(errors, None)),
        }
    }
}

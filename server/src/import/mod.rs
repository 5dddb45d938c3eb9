//! What an organisation already holds, brought in from a file: records, and appointments as offers that the person answers, by the same
//! commands and rules as at the desk, all of the file or nothing.

mod csv;
mod fhir;

use own_terms_app::notice;
use own_terms_domain::{
    actor::Actor,
    appointment::AppointmentDraft,
    decide::{ByConsent, Command, Refusal},
    directory::Organisation,
    form::{ErrorKind, FieldError, Fields, Parse as _},
    ids::{AppointmentId, ConsentId, RecordId},
    item::ItemId,
    offer::TermBroken,
    reading::{Choice as _, Language},
    record::RecordDraft,
    sign_in::FoundBy,
    time::Now,
};

use uuid::Uuid;

use crate::{
    sealing::Key,
    store::{Order, Store, StoreError},
};

/// One thing in a file, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it is: the number of its line, or of its entry in the Bundle.
    pub at: usize,
    /// The consent that names the person.
    pub consent: String,
    /// The organisation's own number of it.
    pub id: String,
    /// What it is.
    pub what: What,
}

/// What an organisation holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Something that it wrote.
    Record {
        /// What it says.
        words: String,
        /// Where it comes from.
        source: String,
    },
    /// An appointment that it has in its books, as the form at the desk would send it: an offer, whatever was said of it there.
    Appointment(Fields),
}

/// Why a file cannot be read at all, or a record of it not be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It is neither CSV with the columns that are needed, nor a Bundle.
    #[error(
        "it cannot be read: a CSV needs a first line with consent, id, words and source, or with consent, id, why, format, minutes and \
         times; a FHIR Bundle is JSON"
    )]
    Unreadable,
    /// A line without as many columns as the first, or an entry without what is needed.
    #[error("it has not all that is needed")]
    Incomplete,
    /// A resource of a type that is neither a record nor an appointment.
    #[error("{0} is not brought in: only Appointment, Communication, DocumentReference and ServiceRequest are")]
    Type(String),
    /// An appointment that is over, called off, or said to have been missed: nothing of that is kept here.
    #[error("only appointments that are proposed, pending or booked are brought in")]
    Over,
    /// An appointment with somebody who chose nobody of this organisation to talk to.
    #[error("the person has chosen no case worker of the organisation")]
    NoCaseWorker,
    /// It would break these of the person's terms.
    #[error("outside the person's terms: {}", terms(.0))]
    OutsideTerms(Vec<TermBroken>),
    /// The person wants no contact now.
    #[error("the person wants no contact now")]
    NoContact,
    /// No consent that holds, or not for this organisation.
    #[error("there is no consent of this number that holds for the organisation")]
    NotThere,
    /// Another record has this number already.
    #[error("another record of this number is there already")]
    Changed,
    /// The person erased it.
    #[error("it was erased, and does not come back")]
    Erased,
    /// Something in it cannot be kept.
    #[error("{}", said(.0))]
    Invalid(Vec<FieldError>),
    /// The rules say no.
    #[error("the rules do not allow it")]
    Refused,
}

/// A kind of mistake by its name, and how something is worded where it is that: nothing else of what stands in the file.
fn said(errors: &[FieldError]) -> String {
    let one = |error: &FieldError| match error.kind {
        ErrorKind::Conditional { phrase } | ErrorKind::Coercive { phrase } => {
            format!("{}: {} (\u{201c}{phrase}\u{201d})", error.field, error.kind.id())
        }
        kind => format!("{}: {}", error.field, kind.id()),
    };
    errors.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn terms(broken: &[TermBroken]) -> String {
    broken.iter().map(|term| term.id()).collect::<Vec<_>>().join(", ")
}

/// What became of a file.
#[derive(Debug, Default)]
pub struct Imported {
    /// How many records it has.
    pub records: usize,
    /// How many of them were not there before.
    pub new: usize,
    /// Each that is not taken, and why: then nothing was written at all.
    pub refused: Vec<(usize, Wrong)>,
}

/// Who brings it in, and how.
pub struct Importer<'a> {
    /// Where to.
    pub store: &'a dyn Store,
    /// The service's key: the numbers of records are made with it, so that nobody guesses one.
    pub key: &'a Key,
    /// For whom.
    pub organisation: Organisation,
    /// True when whoever does has read what can read as an order, and is sure.
    pub sure: bool,
    /// When.
    pub now: Now,
}

impl Importer<'_> {
    /// Brings in a file, all of it or nothing. `progress` hears how many records were looked at.
    ///
    /// # Errors
    /// When it cannot be read at all, and the store's own.
    pub async fn import(
        &self,
        file: &str,
        progress: &(dyn Fn(usize) + Send + Sync),
    ) -> Result<Result<Imported, Wrong>, StoreError> {
        let file = file.trim_start_matches('\u{feff}');
        let rows = if file.trim_start().starts_with('{') { fhir::rows(file) } else { csv::rows(file) };
        let Ok(rows) = rows else { return Ok(Err(Wrong::Unreadable)) };
        let mut imported = Imported { records: rows.len(), ..Imported::default() };
        let (mut orders, mut places) = (Vec::new(), Vec::new());
        for row in rows {
            match row {
                Ok(row) => match self.order(&row).await? {
                    Ok(order) => {
                        orders.push(order);
                        places.push(row.at);
                    }
                    Err(wrong) => imported.refused.push((row.at, wrong)),
                },
                Err(refused) => imported.refused.push(refused),
            }
        }
        // What is left is tried all the same, so that everything that is wrong is said at once.
        let done = self.store.commit_whole(orders, imported.refused.is_empty(), progress).await?;
        for (at, done) in places.into_iter().zip(done) {
            match done {
                Ok(done) => imported.new += usize::from(!done.entries.is_empty()),
                Err(refusal) => imported.refused.push((at, Wrong::from(refusal))),
            }
        }
        imported.refused.sort_by_key(|(at, _)| *at);
        if !imported.refused.is_empty() {
            imported.new = 0;
        }
        Ok(Ok(imported))
    }

    async fn order(&self, row: &Row) -> Result<Result<Order, Wrong>, StoreError> {
        let Ok(consent) = row.consent.parse::<ConsentId>() else { return Ok(Err(Wrong::NotThere)) };
        if row.id.is_empty() {
            return Ok(Err(Wrong::Incomplete));
        }
        let found_by = FoundBy::Organisation(self.organisation.id);
        let Some(claimant) = self.store.whose(found_by, ItemId::Consent(consent)).await? else {
            return Ok(Err(Wrong::NotThere));
        };
        let asked = match &row.what {
            What::Record { words, source } => {
                let fields = Fields::new().with("sort", "referral").with("words", words).with("source", source);
                let id = RecordId(self.number("own-terms import 1", &row.id));
                let draft = RecordDraft::parse(&fields, self.now);
                let asked = draft.map(|draft| Command::WriteRecord { id, draft });
                asked.map(|command| (Actor::Organisation(self.organisation.id), command))
            }
            What::Appointment(fields) => {
                let Some(with) = self.store.case_worker_at(claimant, self.organisation.id).await? else {
                    return Ok(Err(Wrong::NoCaseWorker));
                };
                let id = AppointmentId(self.number("own-terms import of appointments 1", &row.id));
                let draft = AppointmentDraft::parse(fields, self.now);
                let asked = draft.map(|draft| Command::OfferAppointment { id, draft });
                asked.map(|command| (Actor::System(with), command))
            }
        };
        let (actor, command) = match asked {
            Ok(asked) => asked,
            Err(errors) => return Ok(Err(Wrong::Invalid(errors))),
        };
        let command = if self.sure { Command::AsWorded(Box::new(command)) } else { command };
        let by = ByConsent { consent, organisation: self.organisation.id };
        let command = Command::ByConsent { by, command: Box::new(command) };
        let notice = notice::version(Language::English);
        Ok(Ok(Order { claimant, actor, command, now: self.now, notice }))
    }

    /// The number of something here, from the organisation's own: the same each time, so that the same file again changes nothing.
    fn number(&self, of: &'static str, id: &str) -> Uuid {
        let tag = self.key.for_use(of).tag(&[self.organisation.id.0.as_bytes(), id.as_bytes()].concat());
        uuid::Builder::from_custom_bytes(std::array::from_fn(|at| tag[at])).into_uuid()
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotPermitted | Refusal::NotFound | Refusal::Stopped => Self::NotThere,
            Refusal::Changed(_) => Self::Changed,
            Refusal::Erased => Self::Erased,
            Refusal::Invalid(errors) => Self::Invalid(errors),
            Refusal::OutsideTerms(terms) => Self::OutsideTerms(terms),
            Refusal::NoContact => Self::NoContact,
            Refusal::SignInAgain | Refusal::KeptByLaw(_) | Refusal::NotBefore(_) => Self::Refused,
        }
    }
}

/// The rows of a file, each with what is wrong with it where it is.
type Rows = Vec<Result<Row, (usize, Wrong)>>;

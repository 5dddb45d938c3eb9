//! How those who work with the person word what they write: checked for all of their commands in this one place.

use super::{Command, Desk, Refusal};
use crate::{
    actor::Actor,
    correction::Answer,
    form::FieldError,
    text::Text,
    wording::{self, Weight},
};

impl Desk<'_> {
    /// That nothing typed by a case worker or an organisation makes support hang on something; and that what can read as an
    /// order was sent by somebody who is sure. What the person or a carer types is never looked at.
    pub(super) fn worded(&self, command: &Command) -> Result<(), Refusal> {
        if !matches!(
            self.actor,
            Actor::CaseWorker(_) | Actor::System(_) | Actor::Supervisor(_) | Actor::Organisation(_)
        ) {
            return Ok(());
        }
        let sure = command.is_as_worded();
        let wrong = command.typed().into_iter().filter_map(|(field, text)| {
            let found = wording::worst(text).filter(|found| !(sure && found.weight == Weight::Coercive))?;
            Some(FieldError { field: field.to_owned(), kind: found.kind() })
        });
        let wrong: Vec<FieldError> = wrong.collect();
        if wrong.is_empty() { Ok(()) } else { Err(Refusal::Invalid(wrong)) }
    }
}

impl Command {
    /// True when whoever wrote it was warned that the wording can read as an order, and is sure.
    fn is_as_worded(&self) -> bool {
        match self {
            Self::AsWorded(_) => true,
            Self::ByConsent { command, .. } => command.is_as_worded(),
            _ => false,
        }
    }

    /// What those who work with the person type in it for them to read, each with its field.
    pub fn typed(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::AsWorded(command) | Self::ByConsent { command, .. } => command.typed(),
            Self::WriteRecord { draft, .. } => {
                vec![("words", draft.words.as_str()), ("source", draft.source.as_str())]
            }
            Self::AnswerCorrection { answer: Answer::Refuse { why }, .. } => vec![("why", why.as_str())],
            Self::LookInto { draft } => vec![("words", draft.words.as_str())],
            Self::WriteMessage { draft, .. } => vec![("words", draft.words.as_str())],
            Self::OfferAppointment { draft, .. } => {
                let mut typed = vec![("why", draft.why.as_str())];
                typed.extend(said("place", draft.place.as_ref()));
                typed.extend(said("bring", draft.bring.as_ref()));
                typed.extend(said("not-bring", draft.not_bring.as_ref()));
                typed
            }
            Self::ProposeReferral { draft, .. } => {
                let mut typed = vec![("why", draft.referral.why.as_str()), ("does", draft.referral.does.as_str())];
                typed.extend(said("reach", draft.referral.reach.as_ref()));
                typed
            }
            Self::ProposeAgreement { draft, .. } => {
                let sides = [said("person", draft.person.as_ref()), said("case_worker", draft.case_worker.as_ref())];
                sides.into_iter().flatten().collect()
            }
            Self::SayComing { draft, .. } => said("name", draft.name.as_ref()).into_iter().collect(),
            // None of these has words of staff in it.
            _ => Vec::new(),
        }
    }
}

fn said<'a, const MAX: usize>(field: &'static str, text: Option<&'a Text<MAX>>) -> Option<(&'static str, &'a str)> {
    Some((field, text?.as_str()))
}

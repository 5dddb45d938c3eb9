//! What a case worker is told of those who chose them, before anything else: who asked to talk, and whom not to contact.

use jiff::civil::Date;

use crate::{choices, standing::Standing, state::State};

choices! {
    /// What someone who chose a case worker said about contact, in the order of the desk. It ranks nobody: within each stands
    /// who said it first.
    Said {
        /// They asked to talk.
        Asked = "asked",
        /// They have not said.
        Nothing = "nothing",
        /// They said no or not now, or have stopped. Which of these is nobody's business at the desk.
        DoNotContact = "do-not-contact",
    }
}

/// What somebody said about contact; none of someone who is only here to help somebody else.
pub fn said(state: &State, today: Date) -> Option<Said> {
    let wish = state.wish();
    match state.standing() {
        Standing::Helping => None,
        Standing::Stopped(_) => Some(Said::DoNotContact),
        Standing::Open if wish.is_to_talk(today) => Some(Said::Asked),
        Standing::Open if wish.has_ended(today) => Some(Said::DoNotContact),
        Standing::Open if wish.is_not_now(today) || wish.answer == Some(crate::contact::WishAnswer::NoContact) => {
            Some(Said::DoNotContact)
        }
        Standing::Open => Some(Said::Nothing),
    }
}

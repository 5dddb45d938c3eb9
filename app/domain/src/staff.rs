//! Who works for an organisation: what they may do here, what they are trained in, and when they work.

use crate::{
    choices,
    directory::Organisation,
    ids::StaffId,
    reading::Choice as _,
    text::{Line, OwnWords},
};

choices! {
    /// What someone does here. Each sees only what that needs, and only the first sees anything of a person.
    Role {
        /// Talks with people who chose them.
        CaseWorker = "case-worker",
        /// Sees that case workers have the time that they promised.
        Supervisor = "supervisor",
        /// Keeps organisations and who works for them.
        Administrator = "administrator",
    }
}

choices! {
    /// Something that someone is trained in.
    Training {
        /// Health conditions and disability.
        HealthAndDisability = "health-and-disability",
        /// Mental health.
        MentalHealth = "mental-health",
        /// Learning disability.
        LearningDisability = "learning-disability",
        /// Autism.
        Autism = "autism",
        /// Pain and fatigue.
        PainAndFatigue = "pain-and-fatigue",
        /// Safeguarding.
        Safeguarding = "safeguarding",
        /// British Sign Language.
        BritishSignLanguage = "british-sign-language",
        /// Easy Read.
        EasyRead = "easy-read",
    }
}

choices! {
    /// A day of the week on which someone works, by its number from Monday.
    WorkDay {
        /// Monday.
        Monday = "1",
        /// Tuesday.
        Tuesday = "2",
        /// Wednesday.
        Wednesday = "3",
        /// Thursday.
        Thursday = "4",
        /// Friday.
        Friday = "5",
        /// Saturday.
        Saturday = "6",
        /// Sunday.
        Sunday = "7",
    }
}

/// Someone who works for an organisation. All of it is shown to the people they work with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Their id.
    pub id: StaffId,
    /// The name they work under.
    pub name: Line,
    /// What they do here.
    pub role: Role,
    /// For whom.
    pub organisation: Organisation,
    /// What they are trained in.
    pub trained: Vec<Training>,
    /// The days they work; none where nobody said.
    pub days: Vec<WorkDay>,
    /// The languages they speak, as they say it.
    pub languages: Option<Line>,
    /// What else they say of themself.
    pub about: Option<OwnWords>,
}

impl Staff {
    /// True when a person can choose them to talk to.
    pub fn is_case_worker(&self) -> bool {
        self.role == Role::CaseWorker
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

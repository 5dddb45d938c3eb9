//! Who works for an organisation: what they may do here, what they are trained in, and when they work.

use crate::{
    choices,
    directory::Organisation,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ids::{OrganisationId, PhotoId, StaffId},
    reading::Choice,
    text::{Line, OwnWords},
    time::Now,
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
    /// Their photo, where they put one there. It is theirs alone to put there: nothing that is said of them brings one.
    pub photo: Option<PhotoId>,
    /// True where they work here no more: nothing of theirs opens the desk, and nobody can choose them.
    pub closed: bool,
}

/// How many hours of a day that somebody works are there to be promised: the rest is for writing, and for themself.
pub const HOURS_OF_A_DAY: u32 = 6;

impl Staff {
    /// How many hours of a week they are there for people; none where nobody said on which days.
    pub fn hours_there(&self) -> Option<u32> {
        let days = u32::try_from(self.days.len()).ok().filter(|days| *days > 0)?;
        Some(days * HOURS_OF_A_DAY)
    }

    /// True when a person can choose them to talk to.
    pub fn is_case_worker(&self) -> bool {
        self.role == Role::CaseWorker && !self.closed
    }
}

/// What is typed to let somebody work here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffDraft {
    /// The name they work under.
    pub name: Line,
    /// What they do here.
    pub role: Role,
    /// For whom.
    pub organisation: OrganisationId,
    /// What they are trained in.
    pub trained: Vec<Training>,
    /// The days they work.
    pub days: Vec<WorkDay>,
    /// The languages they speak.
    pub languages: Option<Line>,
}

impl Parse for StaffDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let name = check.field("name", Line::parse(fields.get("name")));
        let role = check.field("role", <Role as Choice>::parse(fields.get("role")));
        let organisation = match fields.get("organisation") {
            "" => Err(ErrorKind::NotChosen),
            id => id.parse().map_err(|_| ErrorKind::NotAChoice),
        };
        let organisation = check.field("organisation", organisation);
        let trained = check.field("trained", chosen(fields, "trained"));
        let days = check.field("days", chosen(fields, "days"));
        let languages = check.field("languages", Line::optional(fields.get("languages")));
        let draft = (|| {
            let (name, role, organisation) = (name?, role?, organisation?);
            Some(Self { name, role, organisation, trained: trained?, days: days?, languages: languages? })
        })();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        let fields = Fields::new()
            .with("name", self.name.as_str())
            .with("role", self.role.id())
            .with("organisation", self.organisation.to_string())
            .with("languages", self.languages.as_ref().map_or("", Line::as_str));
        let fields = self.trained.iter().fold(fields, |fields, one| fields.with("trained", one.id()));
        self.days.iter().fold(fields, |fields, one| fields.with("days", one.id()))
    }
}

/// The boxes of a name that were ticked, in the order in which they stand.
fn chosen<C: Choice + PartialEq>(fields: &Fields, name: &str) -> Result<Vec<C>, ErrorKind> {
    let ticked = fields.all(name).map(<C as Choice>::parse).collect::<Result<Vec<_>, _>>()?;
    Ok(C::ALL.iter().copied().filter(|one| ticked.contains(one)).collect())
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

//! Goals in the person's own words, about any part of life (promise 2).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ids::GoalId,
    reading::Choice,
    text::OwnWords,
    time::Now,
};

/// How many goals one person can hold, taken away ones included: far above use, so that no page grows without end.
pub const MOST_GOALS: usize = 200;

choices! {
    /// The part of life a goal is about. Work is one of them, never the first and never the default.
    Area {
        /// Home and everyday life.
        Home = "home",
        /// Health and feeling well.
        Health = "health",
        /// Family, friends and people.
        People = "people",
        /// Getting out and about.
        OutAndAbout = "out-and-about",
        /// Money and debts.
        Money = "money",
        /// Learning something.
        Learning = "learning",
        /// Work, paid or not.
        Work = "work",
        /// Anything else.
        Else = "else",
    }
}

choices! {
    /// Where the person is with a goal, as they say; resting and letting go are as good as doing.
    Stage {
        /// Thinking about it.
        Thinking = "thinking",
        /// Doing it.
        Doing = "doing",
        /// Resting it.
        Resting = "resting",
        /// Done.
        Done = "done",
        /// Let go.
        LetGo = "let-go",
    }
}

choices! {
    /// Who sees a goal beside the person.
    Audience {
        /// Nobody.
        OnlyMe = "only-me",
        /// The case worker whom the person chose to talk to.
        CaseWorker = "case-worker",
        /// Carers whom the person lets see goals.
        Carers = "carers",
        /// The case worker and those carers.
        Both = "both",
    }
}

/// What is written on the goal form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalDraft {
    /// Exactly as typed.
    pub words: OwnWords,
    /// Which part of life, if said.
    pub area: Option<Area>,
    /// Who sees it.
    pub audience: Audience,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// What was written.
    #[serde(flatten)]
    pub draft: GoalDraft,
    /// Where the person is with it.
    pub stage: Stage,
    /// When it was taken away; it can be got back.
    pub taken_away: Option<Timestamp>,
}

impl Goal {
    /// True when the case worker sees it, of a person who chose one.
    pub fn is_shown_to_case_worker(&self) -> bool {
        self.taken_away.is_none() && matches!(self.draft.audience, Audience::CaseWorker | Audience::Both)
    }

    /// True when carers see it, of a person who lets them see goals.
    pub fn is_shown_to_carers(&self) -> bool {
        self.taken_away.is_none() && matches!(self.draft.audience, Audience::Carers | Audience::Both)
    }
}

/// The person's own order of their goals; a goal that is not in it comes last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalOrder {
    /// The goals, first to last.
    pub goals: Vec<GoalId>,
}

choices! {
    /// Which way a goal is moved in the order.
    Direction {
        /// Towards the first.
        Up = "up",
        /// Towards the last.
        Down = "down",
    }
}

impl GoalOrder {
    /// The order with `goal` moved one place among `shown` (the goals as they stand on the page).
    #[must_use]
    pub fn moved(shown: &[GoalId], goal: GoalId, direction: Direction) -> Self {
        let mut goals = shown.to_vec();
        if let Some(at) = goals.iter().position(|id| *id == goal) {
            let to = match direction {
                Direction::Up => at.checked_sub(1),
                Direction::Down => (at + 1 < goals.len()).then_some(at + 1),
            };
            if let Some(to) = to {
                goals.swap(at, to);
            }
        }
        Self { goals }
    }
}

impl Parse for GoalDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let words = check.field("words", OwnWords::parse(fields.get("words")));
        let area = match Area::parse(fields.get("area")) {
            Err(ErrorKind::NotChosen) => Some(None),
            other => check.field("area", other.map(Some)),
        };
        let audience = check.field("audience", Audience::parse(fields.get("audience")));
        let draft = (|| Some(Self { words: words?, area: area?, audience: audience? }))();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        Fields::new()
            .with("words", self.words.as_str())
            .with("area", self.area.map_or("", Choice::id))
            .with("audience", self.audience.id())
    }
}

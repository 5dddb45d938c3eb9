//! Carers: somebody whom the person lets act for them, scope by scope, until a day, in their own name (promise 7).

use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    dates::parse_day_to_come,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ids::CarerId,
    item::Kind,
    permission::{CarerGrant, Scope},
    ranking,
    reading::Choice,
    text::Line,
    time::{Now, days_between},
};

/// How many carers one person can name, those whose time is over included until they are erased: no page grows without end.
pub const MOST_CARERS: usize = 20;

/// From how many days before its end both are told of it.
pub const TOLD_BEFORE: i32 = 14;

/// The kinds that [`Scope::SeeHeld`] can open. Goals and terms have scopes of their own; contact, sign-in, and who looked stay
/// with the person.
pub const KINDS: [Kind; 4] = [Kind::CaseWorker, Kind::Note, Kind::Referral, Kind::Payment];

choices! {
    /// On whose device something is set up.
    Device {
        /// Nobody else uses it.
        OnlyMine = "only-mine",
        /// Somebody else uses it as well.
        Shared = "shared",
    }
}

choices! {
    /// Who ended it.
    Ending {
        /// The person.
        Person = "person",
        /// The carer: they said no, or stepped down.
        Carer = "carer",
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Progress {
    /// The code was made, and nobody has come with it.
    Invited,
    /// Somebody came with the code and has not answered.
    Opened {
        /// Who.
        carer: CarerId,
    },
    /// They said yes.
    Accepted {
        /// Who.
        carer: CarerId,
    },
    /// It is over, and does not begin again.
    Ended {
        /// Who it was; nobody when the code was never used.
        carer: Option<CarerId>,
        /// Who ended it.
        why: Ending,
    },
}

choices! {
    /// What a delegation is on a day. The last two are the same to the carer.
    Status {
        /// Nobody has come with the code.
        Invited = "invited",
        /// They have not answered.
        Opened = "opened",
        /// They said yes, and the person has not checked it by themself.
        Unchecked = "unchecked",
        /// It holds.
        Live = "live",
        /// The code is too old to be used, or its day has passed.
        Expired = "expired",
        /// Somebody ended it.
        Ended = "ended",
    }
}

/// What the person lets one carer do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    /// What the person calls them.
    pub name: Line,
    /// What they can do.
    pub scopes: Vec<Scope>,
    /// The kinds that they see, with [`Scope::SeeHeld`].
    pub kinds: Vec<Kind>,
    /// The last day.
    pub until: Date,
    /// When it was set up, or made wider, on a device that is not the person's alone, and they have not checked it since.
    pub unchecked_since: Option<Timestamp>,
    /// How far it has come.
    pub progress: Progress,
}

impl Delegation {
    /// The one who came with the code.
    pub fn carer(&self) -> Option<CarerId> {
        match self.progress {
            Progress::Invited => None,
            Progress::Opened { carer } | Progress::Accepted { carer } => Some(carer),
            Progress::Ended { carer, .. } => carer,
        }
    }

    /// What it is on a day.
    pub fn status(&self, today: Date) -> Status {
        match self.progress {
            Progress::Ended { .. } => Status::Ended,
            _ if today > self.until => Status::Expired,
            Progress::Invited => Status::Invited,
            Progress::Opened { .. } => Status::Opened,
            Progress::Accepted { .. } if self.unchecked_since.is_some() => Status::Unchecked,
            Progress::Accepted { .. } => Status::Live,
        }
    }

    /// What it gives, and to whom: nothing at all until they said yes and the person has checked it, but that they see who asks
    /// them and for what.
    pub fn grant(&self) -> Option<CarerGrant> {
        let (Progress::Opened { carer } | Progress::Accepted { carer }) = self.progress else { return None };
        let holds = matches!(self.progress, Progress::Accepted { .. }) && self.unchecked_since.is_none();
        let (scopes, kinds) = if holds { (self.scopes.clone(), self.kinds.clone()) } else { Default::default() };
        Some(CarerGrant { carer, scopes, kinds, until: self.until })
    }

    /// True when this carer can be told of it.
    pub fn is_open_to(&self, carer: CarerId, today: Date) -> bool {
        self.grant().is_some_and(|grant| grant.carer == carer && today <= grant.until)
    }

    /// The days that are left, once both are to be told that it ends; today is none.
    pub fn ends_soon(&self, today: Date) -> Option<i32> {
        let left = days_between(today, self.until);
        (self.status(today) == Status::Live && left <= TOLD_BEFORE).then_some(left)
    }

    /// True when `draft` lets the carer do or see more than this does, or for longer.
    pub fn is_less_than(&self, draft: &CarerDraft) -> bool {
        draft.scopes.iter().any(|scope| !self.scopes.contains(scope))
            || draft.kinds.iter().any(|kind| !self.kinds.contains(kind))
            || draft.until > self.until
    }
}

/// What is written on the form of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarerDraft {
    /// What the person calls them.
    pub name: Line,
    /// What they can do.
    pub scopes: Vec<Scope>,
    /// The kinds that they see.
    pub kinds: Vec<Kind>,
    /// The last day.
    pub until: Date,
    /// Where it is written.
    pub device: Device,
}

impl CarerDraft {
    /// The delegation that it makes, or makes of one that stands.
    ///
    /// What waits for a check goes on waiting: the answer about the device that comes last does not take the question away.
    pub fn delegation(self, before: Option<&Delegation>, now: Now) -> Delegation {
        let wider = before.is_none_or(|before| before.is_less_than(&self));
        let asked = (wider && self.device == Device::Shared).then_some(now.at);
        let Self { name, scopes, kinds, until, device: _ } = self;
        let unchecked_since = asked.or(before.and_then(|before| before.unchecked_since));
        let progress = before.map_or(Progress::Invited, |before| before.progress);
        Delegation { name, scopes, kinds, until, unchecked_since, progress }
    }

    /// The fields of a form that changes `stands`; on whose device that is, is asked anew.
    pub fn fields_of(stands: &Delegation) -> Fields {
        fields(&stands.name, &stands.scopes, &stands.kinds, stands.until)
    }
}

fn fields(name: &Line, scopes: &[Scope], kinds: &[Kind], until: Date) -> Fields {
    let scopes = scopes.iter().map(|scope| ("scopes", scope.id()));
    let ticked = scopes.chain(kinds.iter().map(|kind| ("kinds", kind.id())));
    let fields = Fields::new().with("name", name.as_str()).with("until", until.to_string());
    ticked.fold(fields, |fields, (name, id)| fields.with(name, id))
}

/// The last day that is offered first: a month from now.
pub fn usual_end(today: Date) -> Date {
    today.checked_add(1.month()).unwrap_or(today)
}

/// The last day that can be picked: a year from now, so that nobody is forgotten for longer.
pub fn latest_end(today: Date) -> Date {
    today.checked_add(1.year()).unwrap_or(today)
}

impl Parse for CarerDraft {
    fn parse(fields: &Fields, now: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let name = check.field("name", Line::parse(fields.get("name")));
        let scopes = with_what_they_need(ranking::ticked(fields, "scopes", &mut check));
        if scopes.is_empty() {
            check.wrong("scopes", ErrorKind::NotChosen);
        }
        let mut kinds: Vec<Kind> = ranking::ticked(fields, "kinds", &mut check);
        if kinds.iter().any(|kind| !KINDS.contains(kind)) {
            check.wrong("kinds", ErrorKind::NotAChoice);
        }
        match scopes.contains(&Scope::SeeHeld) {
            true if kinds.is_empty() => check.wrong("kinds", ErrorKind::NotChosen),
            true => {}
            false => kinds.clear(),
        }
        let until = check.field(
            "until",
            parse_day_to_come(fields.get("until"), now)
                .and_then(|until| if until > latest_end(now.today) { Err(ErrorKind::TooFarAway) } else { Ok(until) }),
        );
        let device = check.field("device", Device::parse(fields.get("device")));
        let draft = (|| Some(Self { name: name?, scopes, kinds, until: until?, device: device? }))();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        fields(&self.name, &self.scopes, &self.kinds, self.until).with("device", self.device.id())
    }
}

/// Nobody changes what they do not see: whoever may change something is shown it too.
fn with_what_they_need(chosen: Vec<Scope>) -> Vec<Scope> {
    let is_given = |scope: &&Scope| {
        let needed = chosen.iter().any(|chosen| chosen.needs() == Some(**scope));
        chosen.contains(scope) || needed
    };
    Scope::ALL.iter().filter(is_given).copied().collect()
}

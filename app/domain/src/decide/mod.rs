//! The one door for every change: may this actor do this, is it valid, was anything changed meanwhile.
//!
//! The answer is entries for the ledger, or a refusal of a kind that every language can say.

mod command;
mod records;

use jiff::civil::Date;

use std::collections::BTreeSet;

use crate::{
    actor::Actor,
    contact::{WishAnswer, WishDraft},
    form::{ErrorKind, FieldError},
    goals::{Direction, Goal, GoalDraft, GoalOrder, MOST_GOALS, Stage},
    ids::GoalId,
    item::{Held, Item, ItemId, Kind, Version},
    ledger::Act,
    permission::{may_change, may_see},
    standing::{ComeBack, Standing},
    state::{ShownGoal, State},
    terms::Breaks,
    time::Now,
};

pub use self::command::{Command, ToErase};

/// What one entry of the ledger records; each has a message in every language, `entry-<id>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which item.
    pub item: ItemId,
    /// What becomes of it.
    pub change: Change,
}

/// What becomes of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It says this from now on.
    Set(Item),
    /// It is no longer held; what it said stays in the ledger.
    TakeAway,
    /// It is no longer held, and what it ever said is destroyed.
    Erase,
}

impl Change {
    /// As the ledger names it.
    pub fn act(&self) -> Act {
        match self {
            Self::Set(_) => Act::Set,
            Self::TakeAway => Act::TakeAway,
            Self::Erase => Act::Erase,
        }
    }

    /// What the item says from now on.
    pub fn value(&self) -> Option<&Item> {
        match self {
            Self::Set(item) => Some(item),
            Self::TakeAway | Self::Erase => None,
        }
    }
}

/// Why a command was not carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The actor may not do this. Told as if the thing did not exist.
    NotPermitted,
    /// There is no such thing.
    NotFound,
    /// It was changed since it was seen; nothing was overwritten. The version that stands now is given.
    Changed(Version),
    /// The person has stopped support, so contact cannot be asked for until they come back.
    Stopped,
    /// The law keeps it until this day.
    KeptByLaw(Date),
    /// Something in the form cannot be kept.
    Invalid(Vec<FieldError>),
}

fn invalid(field: &str, kind: ErrorKind) -> Refusal {
    Refusal::Invalid(vec![FieldError { field: field.to_owned(), kind }])
}

/// Decides `command` by `actor` on `state`. No entries at all means that it is so already.
///
/// # Errors
/// Why not.
pub fn decide(state: &State, actor: Actor, command: Command, now: Now) -> Result<Vec<Entry>, Refusal> {
    let desk = Desk { state, actor, now };
    // Before anything is looked at, so that no other refusal tells something of what is there.
    if command == Command::LetGo {
        return if actor == Actor::Service { Ok(desk.let_go()) } else { Err(Refusal::NotPermitted) };
    }
    desk.may(command.kind())?;
    match command {
        Command::SetProfile { on, profile } => desk.set(on, Item::Profile(profile)),
        Command::AddGoal { id, draft } => desk.add_goal(id, draft),
        Command::ChangeGoal { id, on, draft } => desk.change_goal(id, on, |goal| goal.draft = draft),
        Command::MarkGoal { id, on, stage } => desk.change_goal(id, on, |goal| goal.stage = stage),
        Command::TakeAwayGoal { id, on } => {
            desk.change_goal(id, on, |goal| goal.taken_away = goal.taken_away.or(Some(now.at)))
        }
        Command::BringBackGoal { id, on } => desk.change_goal(id, on, |goal| goal.taken_away = None),
        Command::MoveGoal { id, on, direction } => desk.move_goal(id, on, direction),
        Command::SetWish { on, draft } => desk.set_wish(on, draft),
        Command::SetWays { on, ways } => desk.set(on, Item::Ways(ways)),
        Command::SetSafe { on, safe } => desk.set(on, Item::Safe(safe)),
        Command::SetFormats { on, formats } => desk.set(on, Item::Formats(formats)),
        Command::SetWithMe { on, with_me } => desk.set(on, Item::WithMe(with_me)),
        Command::SetPace { on, pace } => desk.set(on, Item::Pace(pace)),
        Command::SetTimes { on, times } => desk.set(on, Item::Times(times)),
        Command::AddBreak { on, a_break } => {
            let breaks = state.breaks().with(a_break).map_err(|kind| invalid("from", kind))?;
            desk.set(on, Item::Breaks(breaks))
        }
        Command::RemoveBreak { on, at } => {
            let Breaks { mut breaks } = state.breaks();
            let stands = state.version_of(Kind::Breaks);
            if on != stands {
                return Err(Refusal::Changed(stands));
            }
            if at >= breaks.len() {
                return Err(Refusal::NotFound);
            }
            breaks.remove(at);
            desk.set(on, Item::Breaks(Breaks { breaks }))
        }
        Command::SetReading { on, reading } => desk.set(on, Item::Reading(reading)),
        Command::ChooseCaseWorker { on, staff } => desk.choose_case_worker(on, staff),
        Command::WriteRecord { id, draft } => desk.write_record(id, draft),
        Command::AskCorrection { record, on, seen, draft } => desk.ask_correction(record, on, seen, draft),
        Command::WithdrawCorrection { record, on } => desk.withdraw_correction(record, on),
        Command::AnswerCorrection { record, on, answer } => desk.answer_correction(record, on, answer),
        Command::SayDifferently { record, on, view } => desk.say_differently(record, on, view),
        Command::Erase { what } => desk.erase(what),
        Command::LetGo => Ok(desk.let_go()),
        Command::Stop => Ok(desk.stop()),
        Command::ComeBack { how } => Ok(desk.come_back(how)),
    }
}

/// What a decision is made from.
struct Desk<'a> {
    state: &'a State,
    actor: Actor,
    now: Now,
}

impl Desk<'_> {
    fn may(&self, kind: Kind) -> Result<(), Refusal> {
        let (claimant, grants) = (self.state.claimant(), self.state.grants());
        if may_change(self.actor, claimant, grants, kind, self.now.at) { Ok(()) } else { Err(Refusal::NotPermitted) }
    }

    /// The entry that makes `id` say `item`; none when it does already.
    fn write(&self, id: ItemId, item: Item) -> Vec<Entry> {
        if self.state.get(id).is_some_and(|held| held.item == item) {
            return Vec::new();
        }
        vec![Entry { item: id, change: Change::Set(item) }]
    }

    /// Sets the only item of its kind. Saving what stands already is no conflict, whatever version was seen.
    fn set(&self, on: Version, item: Item) -> Result<Vec<Entry>, Refusal> {
        self.set_one(ItemId::The(item.kind()), on, item)
    }

    /// Sets one item, as [`Self::set`] does.
    fn set_one(&self, id: ItemId, on: Version, item: Item) -> Result<Vec<Entry>, Refusal> {
        let entries = self.write(id, item);
        let stands = self.state.version(id);
        if entries.is_empty() || stands == on { Ok(entries) } else { Err(Refusal::Changed(stands)) }
    }

    /// Takes one item away; what it said stays in the ledger.
    fn take_away(&self, id: ItemId, on: Version) -> Result<Vec<Entry>, Refusal> {
        let stands = self.state.version(id);
        match self.state.get(id) {
            None => Ok(Vec::new()),
            Some(_) if stands != on => Err(Refusal::Changed(stands)),
            Some(_) => Ok(vec![Entry { item: id, change: Change::TakeAway }]),
        }
    }

    /// A goal that the actor sees: nobody changes what is kept from them.
    fn goal(&self, id: GoalId) -> Result<ShownGoal<'_>, Refusal> {
        let held = self.state.get(ItemId::Goal(id)).ok_or(Refusal::NotFound)?;
        let (claimant, grants) = (self.state.claimant(), self.state.grants());
        if !may_see(self.actor, claimant, grants, held, self.now.at) {
            return Err(Refusal::NotPermitted);
        }
        self.state.goal(id).ok_or(Refusal::NotFound)
    }

    fn add_goal(&self, id: GoalId, draft: GoalDraft) -> Result<Vec<Entry>, Refusal> {
        // The same form sent twice adds one goal; sent again with other words, it must not lose them.
        if self.state.goal(id).is_some() {
            let shown = self.goal(id)?;
            return if shown.goal.draft == draft { Ok(Vec::new()) } else { Err(Refusal::Changed(shown.version)) };
        }
        if self.state.goal_count() >= MOST_GOALS {
            return Err(invalid("words", ErrorKind::TooMany { max: MOST_GOALS }));
        }
        let goal = Goal { draft, stage: Stage::Thinking, taken_away: None };
        let mut goals: Vec<GoalId> = self.state.goals().iter().map(|shown| shown.id).collect();
        goals.push(id);
        let mut entries = self.write(ItemId::Goal(id), Item::Goal(goal));
        entries.extend(self.write(ItemId::The(Kind::GoalOrder), Item::GoalOrder(GoalOrder { goals })));
        Ok(entries)
    }

    fn change_goal(&self, id: GoalId, on: Version, change: impl FnOnce(&mut Goal)) -> Result<Vec<Entry>, Refusal> {
        let shown = self.goal(id)?;
        let mut goal = shown.goal.clone();
        change(&mut goal);
        let entries = self.write(ItemId::Goal(id), Item::Goal(goal));
        if entries.is_empty() || shown.version == on { Ok(entries) } else { Err(Refusal::Changed(shown.version)) }
    }

    fn move_goal(&self, id: GoalId, on: Version, direction: Direction) -> Result<Vec<Entry>, Refusal> {
        self.goal(id)?;
        let all: Vec<GoalId> = self.state.goals().iter().map(|goal| goal.id).collect();
        let shown: Vec<GoalId> = all.iter().copied().filter(|id| self.goal(*id).is_ok()).collect();
        if !shown.contains(&id) {
            return Err(Refusal::NotFound);
        }
        // One place among those the actor sees; the others stay where they are.
        let mut moved = GoalOrder::moved(&shown, id, direction).goals.into_iter();
        let goals = all.iter().filter_map(|id| if shown.contains(id) { moved.next() } else { Some(*id) }).collect();
        self.set(on, Item::GoalOrder(GoalOrder { goals }))
    }

    fn set_wish(&self, on: Version, draft: WishDraft) -> Result<Vec<Entry>, Refusal> {
        let wish = draft.wish(&self.state.wish(), self.now);
        if self.state.standing().is_stopped() && wish.answer == Some(WishAnswer::Talk) {
            return Err(Refusal::Stopped);
        }
        self.set(on, Item::Wish(wish))
    }

    fn erase(&self, what: ToErase) -> Result<Vec<Entry>, Refusal> {
        let ids: BTreeSet<ItemId> = match what {
            ToErase::Item { id, on } => {
                let stands = self.state.version(id);
                if stands != on {
                    return Err(Refusal::Changed(stands));
                }
                if let Some(until) = self.law_keeps_until(id) {
                    return Err(Refusal::KeptByLaw(until));
                }
                if !self.may_be_erased(id) {
                    return Err(Refusal::Stopped);
                }
                self.state.was_ever_held(id).then_some(id).into_iter().collect()
            }
            ToErase::Kind(kind) => self.state.ever_held_of(kind).collect(),
            ToErase::Everything => self.state.ever_held().collect(),
        };
        // Where the law keeps all of it, nothing is erased, and nobody is told that it was.
        let kept = ids.iter().filter_map(|id| self.law_keeps_until(*id)).max();
        if let Some(until) = kept.filter(|_| !ids.iter().any(|id| self.may_be_erased(*id))) {
            return Err(Refusal::KeptByLaw(until));
        }
        // What stands beside a record goes with it.
        let ids = self.with_what_is_beside(ids.into_iter().filter(|id| self.may_be_erased(*id)));
        let erased = |id: &ItemId| ids.contains(id);
        let mut entries: Vec<Entry> = ids.iter().map(|item| Entry { item: *item, change: Change::Erase }).collect();
        if entries.is_empty() && matches!(what, ToErase::Item { .. }) {
            return Err(Refusal::NotFound);
        }
        if !erased(&ItemId::The(Kind::GoalOrder)) {
            entries.extend(order_without(self.state, |goal| erased(&ItemId::Goal(goal))));
        }
        Ok(entries)
    }

    fn may_be_erased(&self, id: ItemId) -> bool {
        !stays(self.state, id, self.now)
    }

    fn stop(&self) -> Vec<Entry> {
        if self.state.standing().is_stopped() {
            return Vec::new();
        }
        self.write(ItemId::The(Kind::Standing), Item::Standing(Standing::Stopped(self.now)))
    }

    fn come_back(&self, how: ComeBack) -> Vec<Entry> {
        if !self.state.standing().is_stopped() {
            return Vec::new();
        }
        let mut entries = self.write(ItemId::The(Kind::Standing), Item::Standing(Standing::Open));
        if how == ComeBack::Afresh {
            entries.extend(self.state.all().filter_map(|held| match &held.item {
                Item::Profile(_) | Item::Standing(_) | Item::Reading(_) | Item::GoalOrder(_)
                // Others wrote these, and coming back does not make them unwritten: they can be put right or erased.
                | Item::Record(_) | Item::Correction(_) | Item::OtherView(_) => None,
                Item::Goal(goal) if goal.taken_away.is_some() => None,
                Item::Goal(goal) => {
                    let goal = Goal { taken_away: Some(self.now.at), ..goal.clone() };
                    Some(Entry { item: held.id, change: Change::Set(Item::Goal(goal)) })
                }
                _ => Some(Entry { item: held.id, change: Change::TakeAway }),
            }));
        }
        entries
    }
}

/// True for an item that stays whoever asks for it to be erased: the law keeps it; or it says that the person has stopped,
/// which is all that keeps others from contacting them, until they come back.
pub fn stays(state: &State, id: ItemId, now: Now) -> bool {
    let keeps_others_away = id == ItemId::The(Kind::Standing) && state.standing().is_stopped();
    keeps_others_away || state.get(id).is_some_and(|held| held.item.law_keeps_it_until(now.today).is_some())
}

/// What has to be said anew once things are gone that nobody erased by a command here: the order of goals, without those.
pub fn mend(state: &State) -> Vec<Entry> {
    order_without(state, |goal| state.get(ItemId::Goal(goal)).is_none())
}

/// The order of goals without those that are gone; nothing where it names none of them.
fn order_without(state: &State, is_gone: impl Fn(GoalId) -> bool) -> Vec<Entry> {
    let id = ItemId::The(Kind::GoalOrder);
    let Some(Held { item: Item::GoalOrder(stands), .. }) = state.get(id) else { return Vec::new() };
    let goals: Vec<GoalId> = stands.goals.iter().copied().filter(|goal| !is_gone(*goal)).collect();
    if goals == stands.goals {
        return Vec::new();
    }
    vec![Entry { item: id, change: Change::Set(Item::GoalOrder(GoalOrder { goals })) }]
}

/// True when the person may be contacted at all on this day: they asked, it is not "not now", and they have not stopped.
///
/// Every channel and every route asks this before anything is sent. Promise 3.
pub fn may_contact(state: &State, now: Now) -> bool {
    !state.standing().is_stopped() && state.wish().is_to_talk(now.today)
}

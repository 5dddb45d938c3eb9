//! The one door for every change: may this actor do this, is it valid, was anything changed meanwhile.
//!
//! The answer is entries for the ledger, or a refusal of a kind that every language can say.

mod agreements;
mod appointments;
mod calendar;
mod carers;
mod carrying_on;
mod command;
mod consents;
mod contact;
mod erasing;
mod follows;
mod goals;
mod in_a_day;
mod messages;
mod oversight;
mod participants;
mod records;
mod recovery;
mod referrals;
mod sign_in;
mod stopping;
mod supporters;
mod wording;

use jiff::{Timestamp, civil::Date};

use crate::{
    actor::Actor,
    form::{ErrorKind, FieldError},
    item::{Item, ItemId, Kind, Version},
    ledger::Act,
    offer::TermBroken,
    permission::{may_act, may_change},
    state::State,
    terms::Breaks,
    time::Now,
};

pub use self::{
    command::{ByConsent, Command, ToErase},
    contact::told_before,
    erasing::{mend, stays},
    in_a_day::{MOST_BY_ORGANISATION, MOST_BY_SYSTEM},
    stopping::may_contact,
};

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
    /// There was such a thing, and it was erased: its name is never used again.
    Erased,
    /// It was changed since it was seen; nothing was overwritten. The version that stands now is given.
    Changed(Version),
    /// The person does not want to be contacted today.
    NoContact,
    /// It is outside the person's terms: each that it breaks.
    OutsideTerms(Vec<TermBroken>),
    /// The person has stopped support, so contact cannot be asked for until they come back.
    Stopped,
    /// They have to show again that it is them: the session is older than what they are asked about.
    SignInAgain,
    /// The law keeps it until this day.
    KeptByLaw(Date),
    /// It can be done from this moment on.
    NotBefore(Timestamp),
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
    let desk = Desk { state, actor, now, by: None };
    let adds_break = matches!(command, Command::AddBreak { .. });
    let worded = desk.worded(&command);
    let mut entries = desk.carry_out(command)?;
    // Once it is known that they may write it at all; what stands already is not written again.
    if !entries.is_empty() {
        worded?;
    }
    entries.extend(desk.keeps_earlier_contact(&entries));
    entries.extend(desk.follows(&entries, adds_break));
    Ok(entries)
}

/// True while whoever asked for this may ask for it still: what was done before is not told to who may not know of it any more.
pub fn may_ask_again(state: &State, actor: Actor, command: &Command, now: Now) -> bool {
    let Command::ByConsent { by, .. } = command else { return true };
    let grants = state.grants();
    let chosen = !matches!(actor, Actor::System(_)) || grants.case_worker == actor.case_worker();
    chosen && may_act(actor, *by, grants, now)
}

/// What a decision is made from.
struct Desk<'a> {
    state: &'a State,
    actor: Actor,
    now: Now,
    /// Because of which consent, once that was found to hold.
    by: Option<ByConsent>,
}

impl Desk<'_> {
    fn carry_out(&self, command: Command) -> Result<Vec<Entry>, Refusal> {
        // Before anything is looked at, so that no other refusal tells something of what is there.
        match command {
            Command::LetGo => return self.the_service().map(|()| self.let_go()),
            Command::BeginHelping => return self.the_service().map(|()| self.begin_helping()),
            Command::OpenInvitation { id, instead } => return self.open_invitation(id, instead),
            Command::AcceptInvitation { id, on } => return self.accept_invitation(id, on),
            Command::StepDown { id } => return self.step_down(id),
            Command::BeginRecovery => return self.begin_recovery(),
            Command::OpenRecovery { asked } => return self.open_recovery(asked),
            Command::StopRecovery { asked, from } => return self.stop_recovery(asked, from),
            Command::KnowRecovery { asked, from } => return self.know_recovery(asked, from),
            Command::ByConsent { by, command } => return self.by_consent(by, *command),
            // Nothing is done in somebody's stead without a consent that holds.
            _ if matches!(self.actor, Actor::System(_)) && self.by.is_none() => return Err(Refusal::NotPermitted),
            Command::AsWorded(command) => return self.carry_out(*command),
            _ => self.may(command.kind())?,
        }
        self.carry_out_permitted(command)
    }

    /// What somebody may change who asks for it.
    fn carry_out_permitted(&self, command: Command) -> Result<Vec<Entry>, Refusal> {
        match command {
            Command::SetProfile { on, profile } => self.set(on, Item::Profile(profile)),
            Command::AddGoal { id, draft } => self.add_goal(id, draft),
            Command::ChangeGoal { id, on, draft } => {
                self.change_goal(id, on, |goal| goal.draft = self.goal_draft(draft, Some(goal.draft.audience)))
            }
            Command::MarkGoal { id, on, stage } => self.change_goal(id, on, |goal| goal.stage = stage),
            Command::TakeAwayGoal { id, on } => {
                self.change_goal(id, on, |goal| goal.taken_away = goal.taken_away.or(Some(self.now.at)))
            }
            Command::BringBackGoal { id, on } => self.change_goal(id, on, |goal| goal.taken_away = None),
            Command::MoveGoal { id, on, direction } => self.move_goal(id, on, direction),
            Command::SetWish { on, draft } => self.set_wish(on, draft),
            Command::SetWays { on, ways } => self.set(on, Item::Ways(ways)),
            Command::SetSafe { on, safe } => self.set(on, Item::Safe(safe)),
            Command::PutContactBack { until, on } => self.put_contact_back(until, on),
            Command::SetFormats { on, formats } => self.set(on, Item::Formats(formats)),
            Command::SetWithMe { on, with_me } => self.set(on, Item::WithMe(with_me)),
            Command::SetPace { on, pace } => self.set(on, Item::Pace(pace)),
            Command::SetTimes { on, times } => self.set(on, Item::Times(times)),
            Command::AddBreak { on, a_break } => {
                let breaks = self.state.breaks().with(a_break).map_err(|kind| invalid("from", kind))?;
                self.set(on, Item::Breaks(breaks))
            }
            Command::RemoveBreak { on, at } => {
                let Breaks { mut breaks } = self.state.breaks();
                let stands = self.state.version_of(Kind::Breaks);
                if on != stands {
                    return Err(Refusal::Changed(stands));
                }
                if at >= breaks.len() {
                    return Err(Refusal::NotFound);
                }
                breaks.remove(at);
                self.set(on, Item::Breaks(Breaks { breaks }))
            }
            Command::SetReading { on, reading } => self.set(on, Item::Reading(reading)),
            Command::AddWayIn { id, way } => self.add_way_in(id, way),
            Command::NameWayIn { id, on, name } => self.name_way_in(id, on, name),
            Command::RemoveWayIn { id, on, sure } => self.remove_way_in(id, on, sure),
            Command::ChooseCaseWorker { on, staff } => self.choose_case_worker(on, staff),
            Command::WriteRecord { id, draft } => self.write_record(id, draft),
            Command::AskCorrection { record, on, seen, draft } => self.ask_correction(record, on, seen, draft),
            Command::WithdrawCorrection { record, on } => self.withdraw_correction(record, on),
            Command::AnswerCorrection { record, on, answer } => self.answer_correction(record, on, answer),
            Command::SayDifferently { record, on, view } => self.say_differently(record, on, view),
            Command::PutBack { item, on, was } => self.put_back(item, on, was),
            Command::KeepFromCarers { record } => self.keep_from_carers(record),
            Command::ShowCarers { record } => self.show_carers(record),
            Command::InviteCarer { id, draft } => self.invite_carer(id, draft),
            Command::ChangeCarer { id, on, draft } => self.change_carer(id, on, draft),
            Command::CheckCarer { id, on, signed_in } => self.check_carer(id, on, signed_in),
            Command::EndCarer { id } => self.end_carer(id),
            Command::AskConsent { id, draft } => self.ask_consent(id, draft),
            Command::AnswerConsent { id, on, language, answer } => self.answer_consent(id, on, language, answer),
            Command::WithdrawConsent { id } => self.withdraw_consent(id),
            command @ (Command::SetCarryingOn { .. }
            | Command::EndCarryingOn
            | Command::ProposeEnding { .. }
            | Command::AnswerEnding { .. }
            | Command::ProposeReferral { .. }
            | Command::WithdrawReferral { .. }
            | Command::SetSupporter { .. }
            | Command::RemoveSupporter { .. }
            | Command::SetAdvice { .. }
            | Command::RemoveAdvice { .. }
            | Command::MarkAdvice { .. }
            | Command::SendAdvice { .. }) => self.about_who_supports(command),
            Command::OfferAppointment { id, draft } => self.offer_appointment(id, draft),
            Command::WithdrawOffer { id } => self.withdraw_offer(id),
            Command::AnswerOffer { id, on, answer } => self.answer_offer(id, on, answer),
            Command::CancelAppointment { id } => self.cancel_appointment(id),
            Command::BringCompanion { id, on, draft } => self.bring_companion(id, on, draft),
            Command::AskInterpreter { id, on, draft } => self.ask_interpreter(id, on, draft),
            Command::AskCarer { id, carer } => self.ask_carer(id, carer),
            Command::LeaveOut { id, part } => self.leave_out(id, part),
            Command::SayComing { id, part, on, draft } => self.say_coming(id, part, on, draft),
            Command::MakeCalendarFeed { feed } => self.make_calendar_feed(feed),
            Command::EndCalendarFeed => self.end_calendar_feed(),
            Command::WriteMessage { id, draft } => self.write_message(id, draft),
            Command::ProposeAgreement { id, draft } => self.propose_agreement(id, draft),
            Command::AnswerAgreement { id, on, answer } => self.answer_agreement(id, on, answer),
            Command::LeaveAgreement { id } => self.leave_agreement(id),
            Command::LookInto { draft } => self.look_into(draft),
            Command::Erase { what } => self.erase(what),
            // Answered above.
            Command::AsWorded(_)
            | Command::ByConsent { .. }
            | Command::LetGo
            | Command::BeginHelping
            | Command::OpenInvitation { .. }
            | Command::AcceptInvitation { .. }
            | Command::StepDown { .. }
            | Command::BeginRecovery
            | Command::OpenRecovery { .. }
            | Command::StopRecovery { .. }
            | Command::KnowRecovery { .. } => Err(Refusal::NotPermitted),
            Command::Stop => Ok(self.stop()),
            Command::ComeBack { how } => Ok(self.come_back(how)),
        }
    }

    fn may(&self, kind: Kind) -> Result<(), Refusal> {
        let (claimant, grants) = (self.state.claimant(), self.state.grants());
        if may_change(self.actor, claimant, grants, kind, self.now) { Ok(()) } else { Err(Refusal::NotPermitted) }
    }

    fn only_the_person(&self) -> Result<(), Refusal> {
        match self.actor {
            Actor::Claimant(id) if id == self.state.claimant() => Ok(()),
            _ => Err(Refusal::NotPermitted),
        }
    }

    fn the_service(&self) -> Result<(), Refusal> {
        if self.actor == Actor::Service { Ok(()) } else { Err(Refusal::NotPermitted) }
    }

    /// What an organisation's system asks for, while the consent holds by which it does.
    fn by_consent(&self, by: ByConsent, command: Command) -> Result<Vec<Entry>, Refusal> {
        if !may_act(self.actor, by, self.state.grants(), self.now) {
            return Err(Refusal::NotPermitted);
        }
        let entries = Desk { by: Some(by), state: self.state, actor: self.actor, now: self.now }.carry_out(command)?;
        self.leaves_room_in_the_day(&entries)?;
        Ok(entries)
    }

    fn was_not_erased(&self, id: ItemId) -> Result<(), Refusal> {
        if self.state.was_erased(id) { Err(Refusal::Erased) } else { Ok(()) }
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
}

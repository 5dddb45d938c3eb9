//! A person's items as they stand, with what holds where nothing was said.

mod at_hand;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::{
    actor::Actor,
    agreement::Agreement,
    appointment::{Appointment, Part, Participant, Promised},
    calendar_feed::CalendarFeed,
    carer::Delegation,
    carrying_on::CarryingOn,
    consent::Consent,
    contact::{Details, EarlierContact, Safe, Ways, Wish, WishAnswer},
    correction::Correction,
    goals::{Goal, GoalOrder},
    ids::{
        AdviceId, AgreementId, AppointmentId, ClaimantId, ConsentId, DelegationId, GoalId, RecordId, StaffId,
        SupporterId, WayInId,
    },
    item::{Held, Item, ItemId, Kind, Version, Wording},
    message::Message,
    needs::Needs,
    oversight::Oversight,
    permission::{ConsentGrant, Grants, OversightGrant},
    profile::Profile,
    reading::{Choice as _, Reading},
    record::{OtherView, Record, Sort},
    recovery::Recovery,
    sign_in::WayIn,
    standing::Standing,
    supporter::{Advice, Supporter},
    terms::{Break, Breaks, Formats, Pace, Terms, Times, WithMe},
};

pub use self::at_hand::Listed;
use self::at_hand::{counts, loud};

/// A person's items, or those of them that someone may see; of kinds of which there can be many, perhaps only those that
/// were needed.
///
/// Asking for something that was not loaded is a mistake in the program and panics: an answer as if it were not there could
/// open a door that the person closed. The request fails, and nothing is written.
#[derive(Debug, Clone)]
pub struct State {
    claimant: ClaimantId,
    held: BTreeMap<ItemId, Held>,
    past: BTreeSet<ItemId>,
    erased: BTreeSet<ItemId>,
    grants: Grants,
    loaded: Needs,
    counts: BTreeMap<Kind, usize>,
    lists: Vec<Listed>,
    run: Vec<ItemId>,
    promised: Vec<Promised>,
    made: usize,
}

/// A goal with its id and version.
#[derive(Debug, Clone, Copy)]
pub struct ShownGoal<'a> {
    /// Its id.
    pub id: GoalId,
    /// Its version.
    pub version: Version,
    /// What it says.
    pub goal: &'a Goal,
}

macro_rules! the_only {
    ($($(#[$doc:meta])* $name:ident: $kind:ident),* $(,)?) => {$(
        $(#[$doc])*
        pub fn $name(&self) -> $kind {
            match self.get(ItemId::The(Kind::$kind)).map(|held| &held.item) {
                Some(Item::$kind(item)) => item.clone(),
                _ => $kind::default(),
            }
        }
    )*};
}

impl State {
    the_only! {
        /// Whether support is on.
        standing: Standing,
        /// Whether the person wants contact.
        wish: Wish,
        /// How and when to reach them.
        ways: Ways,
        /// How to do it safely.
        safe: Safe,
        /// The ways to meet.
        formats: Formats,
        /// Who is with them, and adjustments.
        with_me: WithMe,
        /// How long and how often.
        pace: Pace,
        /// Days and hours.
        times: Times,
        /// Breaks.
        breaks: Breaks,
        /// The order of the goals.
        goal_order: GoalOrder,
        /// Reading settings.
        reading: Reading,
    }
}

impl State {
    /// The state that `held` makes, which is everything.
    ///
    /// Of someone who has stopped, nothing is given to anyone: here, so that no rule can forget it (promise 8). Only whoever
    /// was asked to put something right still owes an answer.
    pub fn new(claimant: ClaimantId, held: impl IntoIterator<Item = Held>) -> Self {
        let held: BTreeMap<_, _> = held.into_iter().map(|held| (held.id, held)).collect();
        let (counts, loaded, grants) = (counts(held.keys()), Needs::everything(), Grants::default());
        let (past, erased, lists, run) = (BTreeSet::new(), BTreeSet::new(), Vec::new(), Vec::new());
        let mut state =
            Self { claimant, held, past, erased, grants, loaded, counts, lists, run, promised: Vec::new(), made: 0 };
        let stopped = !state.standing().is_on();
        state.grants = Grants {
            carers: state.delegations().filter_map(|(_, delegation)| delegation.grant()).filter(|_| !stopped).collect(),
            case_worker: state.chosen_case_worker().filter(|_| !stopped),
            told_of_stopping: state.told_of_stopping(),
            consents: state.consents_given().filter(|_| !stopped).collect(),
            answering: state.answering(),
            talk: if stopped { BTreeMap::new() } else { state.talk() },
            kept_back: state.kept_back(),
            oversight: state.overseen().filter(|_| !stopped),
            // It is still told what is off: a rule of its own says so.
            calendar: state.calendar_feed().map(|feed| feed.id),
            stopped,
        };
        state
    }

    /// The case worker whom the person chose, whether or not they have stopped since.
    pub fn chosen_case_worker(&self) -> Option<StaffId> {
        match self.get(ItemId::The(Kind::CaseWorker))?.item {
            Item::CaseWorker(chosen) => Some(chosen.staff),
            _ => None,
        }
    }

    /// The case worker whom somebody had when they stopped; one chosen since is told nothing until they come back.
    fn told_of_stopping(&self) -> Option<StaffId> {
        let chosen_before = self.version_of(Kind::CaseWorker) < self.version_of(Kind::Standing);
        self.chosen_case_worker().filter(|_| self.standing().is_stopped() && chosen_before)
    }

    /// Who owes an answer about which record.
    fn answering(&self) -> Vec<(Actor, RecordId)> {
        let open = self.held.values().filter_map(|held| match (&held.item, held.id) {
            (Item::Correction(correction), ItemId::Correction(id)) if correction.progress.awaits_an_answer() => {
                Some(id)
            }
            _ => None,
        });
        open.filter_map(|id| Some((self.record(id)?.0.by, id))).collect()
    }

    /// The supervisor who looks, of which case worker, from when until when; nobody of somebody who said no to contact since.
    fn overseen(&self) -> Option<OversightGrant> {
        let one = self.oversight().filter(|one| self.chosen_case_worker() == Some(one.of))?;
        let is_no = self.wish().answer == Some(WishAnswer::NoContact);
        (!is_no).then(|| OversightGrant { by: one.by, of: one.of, since: one.since, until: one.until() })
    }

    /// With whom each message was written.
    fn talk(&self) -> BTreeMap<RecordId, StaffId> {
        let messages = self.held.values().filter_map(|held| match (&held.item, held.id) {
            (Item::Message(message), ItemId::Message(id)) => Some((id, message.with)),
            _ => None,
        });
        messages.collect()
    }

    /// The records that are kept from carers.
    fn kept_back(&self) -> BTreeSet<RecordId> {
        let kept = self.held.keys().filter(|id| id.kind() == Kind::KeptBack);
        kept.filter_map(|id| id.record()).collect()
    }

    /// True when the person keeps a record from their carers.
    pub fn is_kept_back(&self, id: RecordId) -> bool {
        self.get(ItemId::KeptBack(id)).is_some()
    }

    /// What someone else wrote: the item, and what it says.
    pub fn record(&self, id: RecordId) -> Option<(&Held, &Record)> {
        let held = Sort::ALL.iter().find_map(|sort| self.get(ItemId::Record(*sort, id)))?;
        match &held.item {
            Item::Record(record) => Some((held, record)),
            _ => None,
        }
    }

    /// What was asked to be put right in a record.
    pub fn correction(&self, id: RecordId) -> Option<&Correction> {
        match &self.get(ItemId::Correction(id))?.item {
            Item::Correction(correction) => Some(correction),
            _ => None,
        }
    }

    /// How the person sees a record.
    pub fn other_view(&self, id: RecordId) -> Option<&OtherView> {
        match &self.get(ItemId::OtherView(id))?.item {
            Item::OtherView(view) => Some(view),
            _ => None,
        }
    }

    /// A new way in that was asked for, however far it has come.
    pub fn recovery(&self) -> Option<&Recovery> {
        match &self.get(ItemId::The(Kind::Recovery))?.item {
            Item::Recovery(recovery) => Some(recovery),
            _ => None,
        }
    }

    /// That a supervisor looked, the last time that one did.
    pub fn oversight(&self) -> Option<&Oversight> {
        match &self.get(ItemId::The(Kind::Oversight))?.item {
            Item::Oversight(oversight) => Some(oversight),
            _ => None,
        }
    }

    /// The address that their calendar reads.
    pub fn calendar_feed(&self) -> Option<&CalendarFeed> {
        match &self.get(ItemId::The(Kind::CalendarFeed))?.item {
            Item::CalendarFeed(feed) => Some(feed),
            _ => None,
        }
    }

    /// How they were reached before a change that can be undone.
    pub fn earlier_contact(&self) -> EarlierContact {
        match self.get(ItemId::The(Kind::EarlierContact)).map(|held| &held.item) {
            Some(Item::EarlierContact(earlier)) => earlier.clone(),
            _ => EarlierContact::default(),
        }
    }

    /// How they are reached now.
    pub fn contact_details(&self) -> Details {
        Details { ways: self.ways(), safe: self.safe() }
    }

    /// That they carry on at a light touch, if they do.
    pub fn carrying_on(&self) -> Option<&CarryingOn> {
        match &self.get(ItemId::The(Kind::CarryingOn))?.item {
            Item::CarryingOn(one) => Some(one),
            _ => None,
        }
    }

    /// A way to sign in.
    pub fn way_in(&self, id: WayInId) -> Option<&WayIn> {
        match &self.get(ItemId::SignIn(id))?.item {
            Item::SignIn(way) => Some(way),
            _ => None,
        }
    }

    /// The ways to sign in.
    pub fn ways_in(&self) -> impl Iterator<Item = (WayInId, &WayIn)> {
        loud(self.loaded.has_all(Kind::SignIn), "all ways to sign in");
        self.held.keys().filter_map(|id| match id {
            ItemId::SignIn(id) => Some((*id, self.way_in(*id)?)),
            _ => None,
        })
    }

    /// Somebody else who supports them.
    pub fn supporter(&self, id: SupporterId) -> Option<&Supporter> {
        match &self.get(ItemId::Supporter(id))?.item {
            Item::Supporter(supporter) => Some(supporter),
            _ => None,
        }
    }

    /// Everyone whom they added.
    pub fn supporters(&self) -> impl Iterator<Item = (SupporterId, &Supporter)> {
        loud(self.loaded.has_all(Kind::Supporter), "all supporters");
        self.held.keys().filter_map(|id| match id {
            ItemId::Supporter(id) => Some((*id, self.supporter(*id)?)),
            _ => None,
        })
    }

    /// A piece of advice.
    pub fn advice(&self, id: AdviceId) -> Option<&Advice> {
        match &self.get(ItemId::Advice(id))?.item {
            Item::Advice(advice) => Some(advice),
            _ => None,
        }
    }

    /// Every piece of advice.
    pub fn all_advice(&self) -> impl Iterator<Item = (AdviceId, &Advice)> {
        loud(self.loaded.has_all(Kind::Advice), "all advice");
        self.held.keys().filter_map(|id| match id {
            ItemId::Advice(id) => Some((*id, self.advice(*id)?)),
            _ => None,
        })
    }

    /// An appointment.
    pub fn appointment(&self, id: AppointmentId) -> Option<&Appointment> {
        match &self.get(ItemId::Appointment(id))?.item {
            Item::Appointment(appointment) => Some(appointment),
            _ => None,
        }
    }

    /// The appointments, offered, agreed and over.
    pub fn appointments(&self) -> impl Iterator<Item = (AppointmentId, &Appointment)> {
        loud(self.loaded.has_all(Kind::Appointment), "all appointments");
        self.held.keys().filter_map(|id| match id {
            ItemId::Appointment(id) => Some((*id, self.appointment(*id)?)),
            _ => None,
        })
    }

    /// Somebody else who is there at an appointment, or is asked to be.
    pub fn participant(&self, id: AppointmentId, part: Part) -> Option<&Participant> {
        match &self.get(ItemId::Participant(id, part))?.item {
            Item::Participant(one) => Some(one),
            _ => None,
        }
    }

    /// All of those.
    pub fn participants_of(&self, of: AppointmentId) -> impl Iterator<Item = (Part, &Participant)> {
        loud(self.loaded.has_all(Kind::Participant), "all who are there");
        self.held.keys().filter_map(move |id| match id {
            ItemId::Participant(id, part) if *id == of => Some((*part, self.participant(of, *part)?)),
            _ => None,
        })
    }

    /// An agreement.
    pub fn agreement(&self, id: AgreementId) -> Option<&Agreement> {
        match &self.get(ItemId::Agreement(id))?.item {
            Item::Agreement(agreement) => Some(agreement),
            _ => None,
        }
    }

    /// The agreements, proposed, made and over.
    pub fn agreements(&self) -> impl Iterator<Item = (AgreementId, &Agreement)> {
        loud(self.loaded.has_all(Kind::Agreement), "all agreements");
        self.held.keys().filter_map(|id| match id {
            ItemId::Agreement(id) => Some((*id, self.agreement(*id)?)),
            _ => None,
        })
    }

    /// A message: the item, and what it says.
    pub fn message(&self, id: RecordId) -> Option<(&Held, &Message)> {
        let held = self.get(ItemId::Message(id))?;
        match &held.item {
            Item::Message(message) => Some((held, message)),
            _ => None,
        }
    }

    /// What one carer may do.
    pub fn delegation(&self, id: DelegationId) -> Option<&Delegation> {
        match &self.get(ItemId::Carer(id))?.item {
            Item::Carer(delegation) => Some(delegation),
            _ => None,
        }
    }

    /// The carers, whatever they may do, and whether they still may.
    pub fn delegations(&self) -> impl Iterator<Item = (DelegationId, &Delegation)> {
        self.held.keys().filter_map(|id| match id {
            ItemId::Carer(id) => Some((*id, self.delegation(*id)?)),
            _ => None,
        })
    }

    /// What an organisation is shown, or was, or would be.
    pub fn consent(&self, id: ConsentId) -> Option<&Consent> {
        match &self.get(ItemId::Consent(id))?.item {
            Item::Consent(consent) => Some(consent),
            _ => None,
        }
    }

    /// The consents, whatever was answered, and whether they still hold.
    pub fn consents(&self) -> impl Iterator<Item = (ConsentId, &Consent)> {
        self.held.keys().filter_map(|id| match id {
            ItemId::Consent(id) => Some((*id, self.consent(*id)?)),
            _ => None,
        })
    }

    /// What was said yes to, as far as it still says what was read.
    fn consents_given(&self) -> impl Iterator<Item = ConsentGrant> {
        self.consents().filter_map(|(id, consent)| {
            let given = consent.given()?;
            let stands = |wording: &&Wording| {
                consent.names(wording.item) && self.is_worded(**wording) && self.goes_whole(**wording, &given.wordings)
            };
            let wordings = given.wordings.iter().filter(stands).copied().collect();
            let (organisation, purpose) = (consent.organisation, consent.purpose);
            Some(ConsentGrant { id, organisation, purpose, wordings, until: given.until })
        })
    }

    /// True when an item says just this.
    pub fn is_worded(&self, wording: Wording) -> bool {
        self.get(wording.item).is_some_and(|held| held.version == wording.version && is_there(&held.item))
    }

    /// True unless it is a record without how the person sees it, or that without the record: they go together or not at all.
    pub fn goes_whole(&self, wording: Wording, among: &[Wording]) -> bool {
        match wording.item {
            ItemId::Record(_, record) => {
                self.get(ItemId::OtherView(record)).is_none_or(|view| among.contains(&view.wording()))
            }
            ItemId::OtherView(record) => self.record(record).is_some_and(|(held, _)| among.contains(&held.wording())),
            _ => true,
        }
    }

    /// Exactly what would go: those of the items that are there, and with each record how the person sees it.
    pub fn to_read(&self, items: &[ItemId]) -> Vec<&Held> {
        let with_view = |id: &ItemId| {
            let view = id.record().map(ItemId::OtherView);
            [Some(*id), view]
        };
        let there = items.iter().flat_map(with_view).flatten().filter_map(|id| self.get(id));
        there.filter(|held| is_there(&held.item)).collect()
    }

    /// Whose it is.
    pub fn claimant(&self) -> ClaimantId {
        self.claimant
    }

    /// What others were given. Who owes an answer is only told of the corrections that are at hand.
    pub fn grants(&self) -> &Grants {
        &self.grants
    }

    /// The version of an item; 0 when it was never written.
    pub fn version(&self, id: ItemId) -> Version {
        self.get(id).map_or(Version(0), |held| held.version)
    }

    /// The version of the only item of a kind.
    pub fn version_of(&self, kind: Kind) -> Version {
        self.version(ItemId::The(kind))
    }

    /// True when the person has said something of this kind.
    pub fn has_said(&self, kind: Kind) -> bool {
        self.get(ItemId::The(kind)).is_some()
    }

    /// What the person is called.
    pub fn profile(&self) -> Option<&Profile> {
        match &self.get(ItemId::The(Kind::Profile))?.item {
            Item::Profile(profile) => Some(profile),
            _ => None,
        }
    }

    /// A goal.
    pub fn goal(&self, id: GoalId) -> Option<ShownGoal<'_>> {
        let held = self.get(ItemId::Goal(id))?;
        match &held.item {
            Item::Goal(goal) => Some(ShownGoal { id, version: held.version, goal }),
            _ => None,
        }
    }

    /// The goals that stand, in the person's order, those not in it last and oldest first.
    pub fn goals(&self) -> Vec<ShownGoal<'_>> {
        self.goals_where(|goal| goal.taken_away.is_none())
    }

    /// The goals taken away, which can be got back.
    pub fn goals_taken_away(&self) -> Vec<ShownGoal<'_>> {
        self.goals_where(|goal| goal.taken_away.is_some())
    }

    /// How many goals there are, taken away ones included.
    pub fn goal_count(&self) -> usize {
        self.count_of(Kind::Goal)
    }

    fn goals_where(&self, keep: impl Fn(&Goal) -> bool) -> Vec<ShownGoal<'_>> {
        loud(self.loaded.has_all(Kind::Goal), "all goals");
        let order = self.goal_order().goals;
        let mut goals: Vec<_> = self
            .held
            .keys()
            .filter_map(|id| match id {
                ItemId::Goal(id) => self.goal(*id),
                _ => None,
            })
            .filter(|shown| keep(shown.goal))
            .collect();
        goals.sort_by_key(|shown| order.iter().position(|id| *id == shown.id).unwrap_or(usize::MAX));
        goals
    }

    /// The terms that an offer has to keep: at a light touch no oftener than that, and nothing after a last day that was agreed.
    pub fn terms(&self) -> Terms {
        let (mut pace, mut breaks) = (self.pace(), self.breaks());
        pace.gap = pace.gap.max(self.carrying_on().map_or(0, |one| one.touch.gap()));
        let after = self.wish().last.and_then(|last| last.tomorrow().ok());
        breaks.breaks.extend(after.map(|from| Break { from, until: Date::MAX, name: None }));
        Terms { formats: self.formats(), pace, times: self.times(), breaks }
    }
}

/// True of all but a goal that was taken away.
fn is_there(item: &Item) -> bool {
    !matches!(item, Item::Goal(goal) if goal.taken_away.is_some())
}

//! What a person has said or was told, one thing at a time: what there is one of, and what there are several of.

use jiff::civil::Date;

use super::{State, at_hand::loud};
use crate::{
    agreement::Agreement,
    appointment::{Appointment, Part, Participant},
    calendar_feed::CalendarFeed,
    carer::Delegation,
    carrying_on::CarryingOn,
    consent::Consent,
    contact::{Details, EarlierContact, Safe, Ways, Wish},
    correction::Correction,
    goals::{Goal, GoalOrder},
    ids::{AdviceId, AgreementId, AppointmentId, ConsentId, DelegationId, GoalId, RecordId, SupporterId, WayInId},
    item::{Held, Item, ItemId, Kind, Version},
    message::Message,
    oversight::Oversight,
    profile::Profile,
    reading::{Choice as _, Reading},
    record::{OtherView, Record, Sort},
    recovery::Recovery,
    sign_in::WayIn,
    standing::Standing,
    supporter::{Advice, Supporter},
    terms::{Break, Breaks, Formats, Pace, Terms, Times, WithMe},
};

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
        /// How they were reached before a change that can be undone.
        earlier_contact: EarlierContact,
    }
}

macro_rules! one_by_name {
    ($($(#[$doc:meta])* $name:ident($($id:ident: $of:ty),*) in $item:expr => $kind:ident: $is:ty),* $(,)?) => {$(
        $(#[$doc])*
        pub fn $name(&self, $($id: $of),*) -> Option<&$is> {
            match &self.get($item)?.item {
                Item::$kind(item) => Some(item),
                _ => None,
            }
        }
    )*};
}

macro_rules! all_of {
    ($($(#[$doc:meta])* $all:ident: $one:ident($kind:ident: $of:ty) -> $is:ty),* $(,)?) => {$(
        $(#[$doc])*
        pub fn $all(&self) -> impl Iterator<Item = ($of, &$is)> {
            loud(self.loaded.has_all(Kind::$kind), stringify!($all));
            self.held.keys().filter_map(|id| match id {
                ItemId::$kind(id) => Some((*id, self.$one(*id)?)),
                _ => None,
            })
        }
    )*};
}

impl State {
    one_by_name! {
        /// What the person is called.
        profile() in ItemId::The(Kind::Profile) => Profile: Profile,
        /// A new way in that was asked for, however far it has come.
        recovery() in ItemId::The(Kind::Recovery) => Recovery: Recovery,
        /// That a supervisor looked, the last time that one did.
        oversight() in ItemId::The(Kind::Oversight) => Oversight: Oversight,
        /// The address that their calendar reads.
        calendar_feed() in ItemId::The(Kind::CalendarFeed) => CalendarFeed: CalendarFeed,
        /// That they carry on at a light touch, if they do.
        carrying_on() in ItemId::The(Kind::CarryingOn) => CarryingOn: CarryingOn,
        /// What was asked to be put right in a record.
        correction(id: RecordId) in ItemId::Correction(id) => Correction: Correction,
        /// How the person sees a record.
        other_view(id: RecordId) in ItemId::OtherView(id) => OtherView: OtherView,
        /// A way to sign in.
        way_in(id: WayInId) in ItemId::SignIn(id) => SignIn: WayIn,
        /// Somebody else who supports them.
        supporter(id: SupporterId) in ItemId::Supporter(id) => Supporter: Supporter,
        /// A piece of advice.
        advice(id: AdviceId) in ItemId::Advice(id) => Advice: Advice,
        /// An appointment.
        appointment(id: AppointmentId) in ItemId::Appointment(id) => Appointment: Appointment,
        /// Somebody else who is there at an appointment, or is asked to be.
        participant(id: AppointmentId, part: Part) in ItemId::Participant(id, part) => Participant: Participant,
        /// An agreement.
        agreement(id: AgreementId) in ItemId::Agreement(id) => Agreement: Agreement,
        /// What one carer may do.
        delegation(id: DelegationId) in ItemId::Carer(id) => Carer: Delegation,
        /// What an organisation is shown, or was, or would be.
        consent(id: ConsentId) in ItemId::Consent(id) => Consent: Consent,
    }

    all_of! {
        /// The ways to sign in.
        ways_in: way_in(SignIn: WayInId) -> WayIn,
        /// Everyone whom they added.
        supporters: supporter(Supporter: SupporterId) -> Supporter,
        /// Every piece of advice.
        all_advice: advice(Advice: AdviceId) -> Advice,
        /// The appointments, offered, agreed and over.
        appointments: appointment(Appointment: AppointmentId) -> Appointment,
        /// The agreements, proposed, made and over.
        agreements: agreement(Agreement: AgreementId) -> Agreement,
        /// The carers, whatever they may do, and whether they still may.
        delegations: delegation(Carer: DelegationId) -> Delegation,
        /// The consents, whatever was answered, and whether they still hold.
        consents: consent(Consent: ConsentId) -> Consent,
    }

    /// The name alone; empty where none is at hand.
    pub fn name(&self) -> String {
        self.profile().map(|profile| profile.name.to_string()).unwrap_or_default()
    }

    /// All who are there at an appointment beside the two.
    pub fn participants_of(&self, of: AppointmentId) -> impl Iterator<Item = (Part, &Participant)> {
        loud(self.loaded.has_all(Kind::Participant), "all who are there");
        self.held.keys().filter_map(move |id| match id {
            ItemId::Participant(id, part) if *id == of => Some((*part, self.participant(of, *part)?)),
            _ => None,
        })
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

    /// A message: the item, and what it says.
    pub fn message(&self, id: RecordId) -> Option<(&Held, &Message)> {
        let held = self.get(ItemId::Message(id))?;
        match &held.item {
            Item::Message(message) => Some((held, message)),
            _ => None,
        }
    }

    /// How they are reached now.
    pub fn contact_details(&self) -> Details {
        Details { ways: self.ways(), safe: self.safe() }
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

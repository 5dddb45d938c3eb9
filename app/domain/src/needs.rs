//! Which of a person's items a page or a command needs, so that nothing else is opened.

use std::collections::BTreeSet;

use crate::{
    appointment::Part,
    consent::Answer,
    decide::{Command, ToErase},
    ids::{AppointmentId, RecordId},
    item::{ItemId, Kind, Version},
    reading::Choice as _,
    record::Sort,
    standing::ComeBack,
    supporter::Adviser,
};

/// A list that is read page by page, the newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// The items of a kind.
    Of(Kind),
    /// The items that were taken away and whose earlier wordings can still be read.
    TakenAway,
}

/// Where in a list a page begins. An item's place is the number of the entry that wrote it, which never comes again: so
/// whatever is written meanwhile comes before the first page, and no page shows an item that another has shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Place {
    /// At the newest.
    #[default]
    Newest,
    /// After the one in this place: older ones.
    Before(Version),
    /// Up to the one in this place: newer ones.
    After(Version),
}

/// A page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Of which list.
    pub of: Shelf,
    /// Where it begins.
    pub from: Place,
    /// How many at most.
    pub most: usize,
}

/// All items one after another in the order of their names, some at a time: to look through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The name that the run before ended with.
    pub after: Option<ItemId>,
    /// How many at most.
    pub most: usize,
}

/// Which items are named without being opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Names {
    /// None but those that are opened.
    #[default]
    None,
    /// Every item of a kind that was ever held.
    Of(Kind),
    /// Every item that was ever held.
    All,
}

/// Which items something needs. Those of which a person has one each, carers and consents are always there: the rules lean on them. A record and
/// what stands beside it always come together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needs {
    /// Everything there is.
    pub everything: bool,
    /// All items of these kinds.
    pub whole: BTreeSet<Kind>,
    /// These items.
    pub items: BTreeSet<ItemId>,
    /// These pages of lists.
    pub pages: Vec<Stretch>,
    /// Items one after another.
    pub run: Option<Run>,
    /// Items that only have to be named.
    pub names: Names,
}

impl Needs {
    /// Everything there is.
    pub fn everything() -> Self {
        Self { everything: true, names: Names::All, ..Self::default() }
    }

    /// Only those of which there is one each.
    pub fn the_few() -> Self {
        Self::default()
    }

    /// These too: all items of a kind.
    #[must_use]
    pub fn and_all(mut self, kind: Kind) -> Self {
        // Of which there is one is always there, by its own name.
        if !kind.is_single() {
            self.whole.insert(kind);
        }
        self
    }

    /// These too: one item.
    #[must_use]
    pub fn and_item(mut self, id: ItemId) -> Self {
        self.items.insert(id);
        self
    }

    /// These too: an appointment and one of those who are there.
    fn and_participant(self, id: AppointmentId, part: Part) -> Self {
        self.and_item(ItemId::Appointment(id)).and_item(ItemId::Participant(id, part))
    }

    /// These too: the record that an item is or stands beside, and all that stands beside it.
    #[must_use]
    pub fn and_beside(self, id: ItemId) -> Self {
        id.record().into_iter().flat_map(of_record).fold(self, Self::and_item)
    }

    /// These too: some items, and what stands beside each.
    #[must_use]
    pub fn and_each<'a>(self, ids: impl IntoIterator<Item = &'a ItemId>) -> Self {
        let several = ids.into_iter().filter(|id| !id.kind().is_always_at_hand());
        several.fold(self, |needs, id| needs.and_item(*id).and_beside(*id))
    }

    /// These too: what ends once nothing is held of a kind any more.
    fn and_what_follows(self, kind: Kind) -> Self {
        match kind {
            Kind::Wish | Kind::CaseWorker => self.and_what_is_open(),
            // They are asked to be there no longer.
            Kind::Carer => self.and_who_is_there(),
            // Because of the reminders.
            Kind::Pace => self.and_all(Kind::Appointment),
            _ => self,
        }
    }

    /// These too: what a change elsewhere may end.
    fn and_what_is_open(self) -> Self {
        self.and_all(Kind::Appointment).and_all(Kind::Agreement)
    }

    /// These too: the appointments, and who else is there.
    #[must_use]
    pub fn and_who_is_there(self) -> Self {
        self.and_all(Kind::Appointment).and_all(Kind::Participant)
    }

    /// These too: a page of a list.
    #[must_use]
    pub fn and_page(mut self, of: Shelf, from: Place, most: usize) -> Self {
        self.pages.push(Stretch { of, from, most });
        self
    }

    /// These too: some items after another.
    #[must_use]
    pub fn and_run(self, after: Option<ItemId>, most: usize) -> Self {
        Self { run: Some(Run { after, most }), ..self }
    }

    /// The names of these too.
    #[must_use]
    pub fn and_names(self, names: Names) -> Self {
        Self { names, ..self }
    }

    /// True when one question to a store answers it: no list has to be read before what is on it.
    pub fn is_one_read(&self) -> bool {
        self.items.is_empty() && self.pages.is_empty() && self.run.is_none() && self.names == Names::None
    }

    /// True when every item of a kind is opened.
    pub fn has_all(&self, kind: Kind) -> bool {
        self.everything || kind.is_always_at_hand() || self.whole.contains(&kind)
    }

    /// True when an item is opened, if it is there, whatever page it would be on.
    pub fn has(&self, id: ItemId) -> bool {
        self.has_all(id.kind()) || self.items.contains(&id)
    }

    /// True when every item of a kind that was ever held is named.
    pub fn names_all(&self, kind: Kind) -> bool {
        match self.names {
            Names::All => true,
            Names::Of(named) => named == kind,
            Names::None => false,
        }
    }

    /// True when it is known of an item whether it was ever held.
    pub fn names(&self, id: ItemId) -> bool {
        self.items.contains(&id) || self.names_all(id.kind())
    }
}

/// The names of a record or a message, by whatever sort it is, and of what stands beside it.
pub fn of_record(id: RecordId) -> impl Iterator<Item = ItemId> {
    let records = Sort::ALL.iter().map(move |sort| ItemId::Record(*sort, id));
    records.chain([ItemId::Message(id), ItemId::Correction(id), ItemId::OtherView(id), ItemId::KeptBack(id)])
}

impl Command {
    /// The items that are needed to decide it, whoever asks.
    pub fn needs(&self) -> Needs {
        let few = Needs::the_few();
        match self {
            // The order of the goals names each that stands.
            Self::AddGoal { .. } | Self::MoveGoal { .. } | Self::PutBack { item: ItemId::The(Kind::GoalOrder), .. } => {
                few.and_all(Kind::Goal)
            }
            Self::PutBack { item, .. } => few.and_item(*item).and_what_follows(item.kind()),
            Self::ChangeGoal { id, .. }
            | Self::MarkGoal { id, .. }
            | Self::TakeAwayGoal { id, .. }
            | Self::BringBackGoal { id, .. } => few.and_item(ItemId::Goal(*id)),
            // What a yes is to, and what stands beside it.
            Self::AskConsent { draft, .. } => few.and_each(&draft.items),
            Self::ProposeReferral { draft, .. } => few.and_each(&draft.consent.items),
            Self::SetSupporter { id, .. } => few.and_item(ItemId::Supporter(*id)),
            Self::SetAdvice { id, draft, .. } => match draft.from {
                Adviser::Supporter(from) => few.and_item(ItemId::Advice(*id)).and_item(ItemId::Supporter(from)),
                _ => few.and_item(ItemId::Advice(*id)),
            },
            // Every mark that names what goes is taken off.
            Self::RemoveSupporter { id, .. } => few.and_item(ItemId::Supporter(*id)).and_all(Kind::Advice),
            Self::RemoveAdvice { .. } | Self::MarkAdvice { .. } => few.and_all(Kind::Advice),
            Self::SendAdvice { sending, .. } => {
                few.and_all(Kind::Advice).and_beside(ItemId::Correction(sending.message))
            }
            Self::AnswerConsent { answer: Answer::Yes(yes), .. } => {
                few.and_each(yes.seen.iter().map(|wording| &wording.item))
            }
            // What is agreed keeps others apart; and what it takes the place of ends with its yes.
            // With another pace it is reminded of as they say from then on.
            // What a carer may not see any more, they are not asked to come to.
            Self::OfferAppointment { .. }
            | Self::AnswerOffer { .. }
            | Self::ChangeCarer { .. }
            | Self::EndCarer { .. }
            | Self::StepDown { .. } => few.and_who_is_there(),
            Self::SetPace { .. } => few.and_all(Kind::Appointment),
            Self::BringCompanion { id, .. } => few.and_participant(*id, Part::Companion),
            Self::AskInterpreter { id, .. } => few.and_participant(*id, Part::Interpreter),
            Self::AskCarer { id, carer } => few.and_participant(*id, Part::Carer(*carer)),
            Self::LeaveOut { id, part } | Self::SayComing { id, part, .. } => few.and_participant(*id, *part),
            // What these close, an offer or a proposal does not outlast.
            Self::SetWish { .. }
            | Self::SetCarryingOn { .. }
            | Self::EndCarryingOn
            | Self::AnswerEnding { .. }
            | Self::AddBreak { .. }
            | Self::ChooseCaseWorker { .. }
            | Self::BeginHelping
            | Self::Stop => few.and_what_is_open(),
            // What it takes the place of ends with its yes.
            Self::ProposeAgreement { .. } | Self::AnswerAgreement { .. } => few.and_all(Kind::Agreement),
            Self::LeaveAgreement { id } => few.and_item(ItemId::Agreement(*id)),
            Self::AsWorded(command) | Self::ByConsent { command, .. } => command.needs(),
            Self::WithdrawOffer { id } | Self::CancelAppointment { id } => few.and_item(ItemId::Appointment(*id)),
            Self::WriteRecord { id: record, .. }
            | Self::WriteMessage { id: record, .. }
            | Self::AskCorrection { record, .. }
            | Self::WithdrawCorrection { record, .. }
            | Self::SayDifferently { record, .. }
            | Self::KeepFromCarers { record }
            | Self::ShowCarers { record } => few.and_beside(ItemId::Correction(*record)),
            // The last one stays, and none is added twice.
            Self::AddWayIn { .. }
            | Self::NameWayIn { .. }
            | Self::RemoveWayIn { .. }
            // They are told there.
            | Self::BeginRecovery
            | Self::OpenRecovery { .. }
            | Self::StopRecovery { .. }
            | Self::KnowRecovery { .. }
            | Self::Erase { what: ToErase::Item { id: ItemId::SignIn(_), .. } } => few.and_all(Kind::SignIn),
            // Who was there goes with it.
            Self::Erase { what: ToErase::Item { id: id @ ItemId::Appointment(_), .. } } => {
                few.and_item(*id).and_names(Names::Of(Kind::Participant))
            }
            Self::Erase { what: ToErase::Item { id, .. } } => {
                few.and_item(*id).and_beside(*id).and_what_follows(id.kind())
            }
            // What stands beside each record goes with it; what the law keeps says so itself.
            Self::Erase { what: ToErase::Kind(kind) } => {
                few.and_all(*kind).and_names(Names::All).and_what_follows(*kind)
            }
            // To answer: whoever owes any answer may try, and each of those is known by its record.
            Self::Erase { what: ToErase::Everything }
            | Self::LetGo
            | Self::ComeBack { how: ComeBack::Afresh }
            | Self::AnswerCorrection { .. } => Needs::everything(),
            Self::ComeBack { how: ComeBack::AsItWas }
            | Self::SetProfile { .. }
            | Self::SetWays { .. }
            | Self::SetSafe { .. }
            | Self::PutContactBack { .. }
            | Self::SetFormats { .. }
            | Self::SetWithMe { .. }
            | Self::SetTimes { .. }
            | Self::RemoveBreak { .. }
            | Self::SetReading { .. }
            | Self::InviteCarer { .. }
            | Self::CheckCarer { .. }
            | Self::OpenInvitation { .. }
            | Self::AcceptInvitation { .. }
            | Self::AnswerConsent { .. }
            | Self::WithdrawConsent { .. }
            | Self::WithdrawReferral { .. }
            | Self::LookInto { .. }
            | Self::MakeCalendarFeed { .. }
            | Self::EndCalendarFeed
            | Self::ProposeEnding { .. } => few,
        }
    }
}

//! What someone can ask for.

use crate::{
    actor::Actor,
    agreement::{self, AgreementDraft},
    appointment::{self, AppointmentDraft, ComingDraft, CompanionDraft, InterpreterDraft, Part},
    calendar_feed::CalendarFeed,
    carer::CarerDraft,
    carrying_on::{EndingAnswer, Touch},
    consent::{self, ConsentDraft},
    contact::{Safe, Ways, WishDraft},
    correction::{Answer, CorrectionDraft},
    goals::{Direction, GoalDraft, Stage},
    ids::{
        AdviceId, AgreementId, AppointmentId, CarerId, ConsentId, DelegationId, GoalId, OrganisationId, RecordId,
        StaffId, SupporterId, WayInId,
    },
    item::{Item, ItemId, Kind, Version},
    message::MessageDraft,
    needs::of_record,
    oversight::OversightDraft,
    profile::Profile,
    reading::{Language, Reading},
    record::{OtherView, RecordDraft},
    recovery::SaidFrom,
    referral::ReferralDraft,
    sign_in::WayIn,
    standing::ComeBack,
    state::State,
    supporter::{AdviceDraft, Sending, Supporter},
    terms::{Break, Formats, Pace, Times, WithMe},
    text::Line,
};
use jiff::{Timestamp, civil::Date};

/// Something that someone wants changed. `on` is the version that they saw.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is named for what it holds")]
pub enum Command {
    /// Say what the person is called.
    SetProfile { on: Version, profile: Profile },
    /// Add a goal; `id` is made when the form is, so that a form sent twice adds one.
    AddGoal { id: GoalId, draft: GoalDraft },
    /// Change what a goal says.
    ChangeGoal { id: GoalId, on: Version, draft: GoalDraft },
    /// Say where the person is with a goal.
    MarkGoal { id: GoalId, on: Version, stage: Stage },
    /// Move a goal one place.
    MoveGoal { id: GoalId, on: Version, direction: Direction },
    /// Take a goal away.
    TakeAwayGoal { id: GoalId, on: Version },
    /// Get back a goal that was taken away.
    BringBackGoal { id: GoalId, on: Version },
    /// Say whether they want contact.
    SetWish { on: Version, draft: WishDraft },
    /// Say how and when to reach them.
    SetWays { on: Version, ways: Ways },
    /// Say how to do it safely.
    SetSafe { on: Version, safe: Safe },
    /// Put back how the person was reached until that moment; `on` is the version of what can be put back.
    PutContactBack { until: Timestamp, on: Version },
    /// Say how to meet.
    SetFormats { on: Version, formats: Formats },
    /// Say who is with them.
    SetWithMe { on: Version, with_me: WithMe },
    /// Say how long and how often.
    SetPace { on: Version, pace: Pace },
    /// Say the days and hours.
    SetTimes { on: Version, times: Times },
    /// Add a break.
    AddBreak { on: Version, a_break: Break },
    /// Take a break away; `at` is its place in the list.
    RemoveBreak { on: Version, at: usize },
    /// Keep reading settings.
    SetReading { on: Version, reading: Reading },
    /// Add a way to sign in that was shown to work.
    AddWayIn { id: WayInId, way: WayIn },
    /// Say what a way to sign in is called.
    NameWayIn { id: WayInId, on: Version, name: Line },
    /// Close a way to sign in; the last one only by someone who is `sure`.
    RemoveWayIn { id: WayInId, on: Version, sure: bool },
    /// Ask for a new way in, for someone who has lost every one; as the case worker whom they chose.
    BeginRecovery,
    /// Come with the code of the one that was asked for then.
    OpenRecovery { asked: Timestamp },
    /// Say that it was not them who wanted it.
    StopRecovery { asked: Timestamp, from: SaidFrom },
    /// Say that it was.
    KnowRecovery { asked: Timestamp, from: SaidFrom },
    /// Make an invitation; `id` is made when the form is, so that a form sent twice makes one.
    InviteCarer { id: DelegationId, draft: CarerDraft },
    /// Change what a carer may do, or until when.
    ChangeCarer { id: DelegationId, on: Version, draft: CarerDraft },
    /// Say that it is as they want it, when they are by themself; `signed_in` is when the session began in which they do.
    CheckCarer { id: DelegationId, on: Version, signed_in: Timestamp },
    /// End what a carer may do. Nothing that changed meanwhile stands in its way.
    EndCarer { id: DelegationId },
    /// Come with the code of an invitation; `instead` of whom, where they came with it before they knew that they have a place.
    OpenInvitation { id: DelegationId, instead: Option<CarerId> },
    /// Say yes to it, as it was seen.
    AcceptInvitation { id: DelegationId, on: Version },
    /// Say no to it, or step down.
    StepDown { id: DelegationId },
    /// Say of a new place that it is there to help somebody else.
    BeginHelping,
    /// Ask whether an organisation may be shown something; `id` is made when the form is, so that a form sent twice asks once.
    AskConsent { id: ConsentId, draft: ConsentDraft },
    /// Answer it, as it was read in this language.
    AnswerConsent { id: ConsentId, on: Version, language: Language, answer: consent::Answer },
    /// Take it back. Nothing that changed meanwhile stands in its way.
    WithdrawConsent { id: ConsentId },
    /// Carry on at a light touch.
    SetCarryingOn { on: Version, touch: Touch },
    /// End that at once. Nothing that changed meanwhile stands in its way.
    EndCarryingOn,
    /// Propose an end, as the case worker.
    ProposeEnding { last: Date },
    /// Answer that, as the person.
    AnswerEnding { on: Version, answer: EndingAnswer },
    /// Propose a referral, which is a consent that the person would give; `id` as there.
    ProposeReferral { id: ConsentId, draft: ReferralDraft },
    /// Propose it no longer.
    WithdrawReferral { id: ConsentId },
    /// Say who else supports the person; `id` is made when the form is, so that a form sent twice adds one.
    SetSupporter { id: SupporterId, on: Version, supporter: Supporter },
    /// Take them away, and what they advised.
    RemoveSupporter { id: SupporterId, on: Version },
    /// Write down what somebody advised; `id` as there.
    SetAdvice { id: AdviceId, on: Version, draft: AdviceDraft },
    /// Take it away.
    RemoveAdvice { id: AdviceId, on: Version },
    /// Mark that it pulls against another piece of advice, or that it does not.
    MarkAdvice { id: AdviceId, on: Version, against: Option<AdviceId> },
    /// Send the two to those who gave them, as they were read.
    SendAdvice { id: AdviceId, sending: Sending },
    /// Offer an appointment; `id` is made when the form is, so that a form sent twice offers one.
    OfferAppointment { id: AppointmentId, draft: AppointmentDraft },
    /// Offer it no longer.
    WithdrawOffer { id: AppointmentId },
    /// Answer it.
    AnswerOffer { id: AppointmentId, on: Version, answer: appointment::Answer },
    /// Call off what was agreed. Nothing that changed meanwhile stands in its way.
    CancelAppointment { id: AppointmentId },
    /// Bring somebody along to one.
    BringCompanion { id: AppointmentId, on: Version, draft: CompanionDraft },
    /// Ask for somebody who interprets there.
    AskInterpreter { id: AppointmentId, on: Version, draft: InterpreterDraft },
    /// Ask a carer to be there.
    AskCarer { id: AppointmentId, carer: DelegationId },
    /// Ask for one of those no longer. Nothing that changed meanwhile stands in its way.
    LeaveOut { id: AppointmentId, part: Part },
    /// Say whether one of those comes, as whoever may.
    SayComing { id: AppointmentId, part: Part, on: Version, draft: ComingDraft },
    /// Make an address that the person's own calendar reads, in the place of one that was there.
    MakeCalendarFeed { feed: CalendarFeed },
    /// End that address. Nothing that changed meanwhile stands in its way.
    EndCalendarFeed,
    /// Write to the other side; `id` is made when the form is, so that a form sent twice writes once.
    WriteMessage { id: RecordId, draft: MessageDraft },
    /// Propose an agreement, which is the yes of whoever does; `id` as there.
    ProposeAgreement { id: AgreementId, draft: AgreementDraft },
    /// Answer it, as the other side.
    AnswerAgreement { id: AgreementId, on: Version, answer: agreement::Answer },
    /// Leave what was agreed, or propose it no longer. Nothing that changed meanwhile stands in its way.
    LeaveAgreement { id: AgreementId },
    /// Do this as it is worded, though its writer was warned that the wording can read as an order.
    AsWorded(Box<Self>),
    /// Do this because of a consent: all that an organisation's system can do, and only while it holds.
    ByConsent { by: ByConsent, command: Box<Self> },
    /// Choose whom to talk to; nobody is a choice as well.
    ChooseCaseWorker { on: Version, staff: Option<StaffId> },
    /// Write something about the person.
    WriteRecord { id: RecordId, draft: RecordDraft },
    /// Ask for what someone else wrote to be put right. `seen` is the version of the record that it is about.
    AskCorrection { record: RecordId, on: Version, seen: Version, draft: CorrectionDraft },
    /// Take that back.
    WithdrawCorrection { record: RecordId, on: Version },
    /// Answer it, as the one who wrote the record.
    AnswerCorrection { record: RecordId, on: Version, answer: Answer },
    /// Say "I see it differently".
    SayDifferently { record: RecordId, on: Version, view: OtherView },
    /// Put back what a carer changed: `was` is what it said before, nothing where the carer added it.
    PutBack { item: ItemId, on: Version, was: Option<Item> },
    /// Keep what someone else wrote from every carer, those to come too. Nothing that changed meanwhile stands in its way.
    KeepFromCarers { record: RecordId },
    /// Let carers see it again, as far as they were given what others wrote.
    ShowCarers { record: RecordId },
    /// Say that a supervisor looks into what is between the person and their case worker, and why.
    LookInto { draft: OversightDraft },
    /// Destroy what something ever said.
    Erase { what: ToErase },
    /// Destroy every record whose day has come.
    LetGo,
    /// Stop support. It asks for nothing and is never too late.
    Stop,
    /// Come back.
    ComeBack { how: ComeBack },
}

/// The consent because of which an organisation's system asks for something: it names the person as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ByConsent {
    /// Which.
    pub consent: ConsentId,
    /// Whose system asks.
    pub organisation: OrganisationId,
}

/// What is to be erased, now and in every entry before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is named for what it holds")]
pub enum ToErase {
    /// One item; nothing happens to one that says something else than what was seen.
    Item { id: ItemId, on: Version },
    /// Everything of a kind.
    Kind(Kind),
    /// Everything.
    Everything,
}

impl Command {
    /// What it says for the first time, by every name that it could have: what was erased is not said again under its name.
    pub fn first_says(&self) -> Vec<ItemId> {
        match self {
            Self::AsWorded(command) | Self::ByConsent { command, .. } => command.first_says(),
            Self::OfferAppointment { id, .. } => vec![ItemId::Appointment(*id)],
            Self::WriteMessage { id, .. } | Self::WriteRecord { id, .. } => of_record(*id).collect(),
            Self::AskConsent { id, .. } | Self::ProposeReferral { id, .. } => vec![ItemId::Consent(*id)],
            Self::SendAdvice { sending, .. } => sending.consents.into_iter().map(ItemId::Consent).collect(),
            _ => Vec::new(),
        }
    }

    /// The kind of item that it changes: who may change that may send it.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::SetProfile { .. } => Kind::Profile,
            Self::AddGoal { .. }
            | Self::ChangeGoal { .. }
            | Self::MarkGoal { .. }
            | Self::TakeAwayGoal { .. }
            | Self::BringBackGoal { .. } => Kind::Goal,
            Self::MoveGoal { .. } => Kind::GoalOrder,
            Self::SetWish { .. } => Kind::Wish,
            Self::SetWays { .. } => Kind::Ways,
            Self::SetSafe { .. } => Kind::Safe,
            Self::PutContactBack { .. } => Kind::EarlierContact,
            Self::SetFormats { .. } => Kind::Formats,
            Self::SetWithMe { .. } => Kind::WithMe,
            Self::SetPace { .. } => Kind::Pace,
            Self::SetTimes { .. } => Kind::Times,
            Self::AddBreak { .. } | Self::RemoveBreak { .. } => Kind::Breaks,
            Self::SetReading { .. } => Kind::Reading,
            Self::AddWayIn { .. } | Self::NameWayIn { .. } | Self::RemoveWayIn { .. } => Kind::SignIn,
            Self::BeginRecovery | Self::OpenRecovery { .. } | Self::StopRecovery { .. } | Self::KnowRecovery { .. } => {
                Kind::Recovery
            }
            Self::InviteCarer { .. }
            | Self::ChangeCarer { .. }
            | Self::CheckCarer { .. }
            | Self::EndCarer { .. }
            | Self::OpenInvitation { .. }
            | Self::AcceptInvitation { .. }
            | Self::StepDown { .. } => Kind::Carer,
            Self::AskConsent { .. }
            | Self::AnswerConsent { .. }
            | Self::WithdrawConsent { .. }
            | Self::ProposeReferral { .. }
            | Self::WithdrawReferral { .. } => Kind::Consent,
            Self::SetCarryingOn { .. }
            | Self::EndCarryingOn
            | Self::ProposeEnding { .. }
            | Self::AnswerEnding { .. } => Kind::CarryingOn,
            Self::SetSupporter { .. } | Self::RemoveSupporter { .. } => Kind::Supporter,
            Self::SetAdvice { .. } | Self::RemoveAdvice { .. } | Self::MarkAdvice { .. } | Self::SendAdvice { .. } => {
                Kind::Advice
            }
            Self::OfferAppointment { .. }
            | Self::WithdrawOffer { .. }
            | Self::AnswerOffer { .. }
            | Self::CancelAppointment { .. } => Kind::Appointment,
            Self::BringCompanion { .. }
            | Self::AskInterpreter { .. }
            | Self::AskCarer { .. }
            | Self::LeaveOut { .. }
            | Self::SayComing { .. } => Kind::Participant,
            Self::MakeCalendarFeed { .. } | Self::EndCalendarFeed => Kind::CalendarFeed,
            Self::WriteMessage { .. } => Kind::Message,
            Self::LookInto { .. } => Kind::Oversight,
            Self::ProposeAgreement { .. } | Self::AnswerAgreement { .. } | Self::LeaveAgreement { .. } => {
                Kind::Agreement
            }
            Self::AsWorded(command) | Self::ByConsent { command, .. } => command.kind(),
            Self::ChooseCaseWorker { .. } => Kind::CaseWorker,
            Self::WriteRecord { draft, .. } => draft.sort.kind(),
            Self::AskCorrection { .. } | Self::WithdrawCorrection { .. } | Self::AnswerCorrection { .. } => {
                Kind::Correction
            }
            Self::SayDifferently { .. } => Kind::OtherView,
            Self::PutBack { item, .. } => item.kind(),
            Self::KeepFromCarers { .. } | Self::ShowCarers { .. } => Kind::KeptBack,
            // Nobody but the person can erase, as nobody else can stop. (Whose day has come is let go by the service.)
            Self::BeginHelping | Self::Stop | Self::ComeBack { .. } | Self::Erase { .. } | Self::LetGo => {
                Kind::Standing
            }
        }
    }

    /// Whose promised hours have to be known to decide it: of whoever would be promised to the person by it.
    pub fn promises(&self, state: &State, actor: Actor) -> Option<StaffId> {
        match (self, actor) {
            (Self::AsWorded(command) | Self::ByConsent { command, .. }, _) => command.promises(state, actor),
            (Self::OfferAppointment { .. }, _) => actor.case_worker(),
            (Self::AnswerOffer { id, answer: appointment::Answer::Yes(_), .. }, _) => {
                state.appointment(*id).map(|one| one.with)
            }
            _ => None,
        }
    }
}

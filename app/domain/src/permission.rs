//! Who may see and do what, asked at each request: nobody gets what was not given (promises 5 and 7).

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};

use crate::{
    actor::Actor,
    appointment::Who,
    carer::KINDS,
    choices, consent,
    decide::ByConsent,
    ids::{CarerId, ClaimantId, ConsentId, FeedId, OrganisationId, RecordId, StaffId},
    item::{Held, Item, ItemId, Kind, Wording},
    look::{Reason, Subject},
    time::Now,
};

choices! {
    /// Something that a claimant can hand to a carer, one by one.
    Scope {
        /// See the goals that are shown to carers.
        SeeGoals = "see-goals",
        /// Change those goals, and add some.
        ChangeGoals = "change-goals",
        /// See formats, pace, times and breaks.
        SeeTerms = "see-terms",
        /// Set them.
        SetTerms = "set-terms",
        /// Answer offers of appointments.
        AnswerAppointments = "answer-appointments",
        /// See what is held of the kinds that were chosen.
        SeeHeld = "see-held",
        /// Download what they can see.
        Download = "download",
    }
}

impl Scope {
    /// What else is needed to use it: nobody changes what they do not see.
    pub fn needs(self) -> Option<Self> {
        match self {
            Self::ChangeGoals => Some(Self::SeeGoals),
            Self::SetTerms => Some(Self::SeeTerms),
            Self::SeeGoals | Self::SeeTerms | Self::AnswerAppointments | Self::SeeHeld | Self::Download => None,
        }
    }
}

/// What one carer was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarerGrant {
    /// To whom.
    pub carer: CarerId,
    /// What; nothing for one who was asked, and has not said yes or is not checked.
    pub scopes: Vec<Scope>,
    /// The kinds that they see of what is held.
    pub kinds: Vec<Kind>,
    /// The last day, the whole of it, where the service is.
    pub until: Date,
}

/// What one organisation is shown because the person said yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentGrant {
    /// By which consent.
    pub id: ConsentId,
    /// To whom.
    pub organisation: OrganisationId,
    /// For what.
    pub purpose: consent::Purpose,
    /// What, and in which wording; those alone that still say what the person read.
    pub wordings: Vec<Wording>,
    /// The last day, the whole of it, where the service is.
    pub until: Date,
}

/// What a supervisor sees because they said why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OversightGrant {
    /// Who.
    pub by: StaffId,
    /// Of what is between the claimant and this case worker.
    pub of: StaffId,
    /// Since when.
    pub since: Timestamp,
    /// Until when; at that moment nothing is seen any more.
    pub until: Timestamp,
}

/// What others were given by a claimant, as it is at this moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grants {
    /// Carers: those who were asked and did not say no, whether their day has passed or not.
    pub carers: Vec<CarerGrant>,
    /// The case worker whom the claimant chose.
    pub case_worker: Option<StaffId>,
    /// The case worker whom someone who has stopped had chosen: they are told that, and not to contact them.
    pub told_of_stopping: Option<StaffId>,
    /// What organisations are shown, whether its day has passed or not. Of items that are not at hand nothing is named.
    pub consents: Vec<ConsentGrant>,
    /// Who has been asked to put right a record of theirs and has not answered yet: they see it, and what stands beside it,
    /// so that they can answer.
    pub answering: Vec<(Actor, RecordId)>,
    /// With which case worker each message was written, as far as they are at hand: how the person sees one goes where it goes.
    pub talk: BTreeMap<RecordId, StaffId>,
    /// The records that the person keeps from every carer, as far as they are at hand: for a carer all of them are.
    pub kept_back: BTreeSet<RecordId>,
    /// The supervisor who said why they look, whether their time is over or not.
    pub oversight: Option<OversightGrant>,
    /// The calendar that has the address which the person made, whether they have stopped since or not.
    pub calendar: Option<FeedId>,
    /// True once the person has stopped, or where nobody supports them: then nobody writes anything about them either.
    pub stopped: bool,
}

impl Grants {
    /// True when `actor` owes an answer about the record that this is, or stands beside.
    fn is_answering(&self, actor: Actor, id: ItemId) -> bool {
        // What is kept from whom is nothing to answer about.
        let stands_beside = !matches!(id, ItemId::KeptBack(_));
        let owes = |record| self.answering.iter().any(|(by, owed)| by.is_same_as(actor) && *owed == record);
        stands_beside && id.record().is_some_and(owes)
    }

    /// Of which case worker a supervisor sees what is between the two, at this moment.
    fn looks_into(&self, by: StaffId, now: Now) -> Option<StaffId> {
        let is_now = |one: &OversightGrant| one.by == by && one.since <= now.at && now.at < one.until;
        self.oversight.filter(is_now).map(|one| one.of).filter(|of| self.case_worker == Some(*of))
    }

    fn owes_an_answer(&self, actor: Actor) -> bool {
        self.answering.iter().any(|(by, _)| by.is_same_as(actor))
    }

    /// The consents that hold today.
    pub fn live(&self, today: Date) -> impl Iterator<Item = &ConsentGrant> {
        self.consents.iter().filter(move |grant| today <= grant.until)
    }

    /// The consents by which an organisation is shown something today.
    pub fn shared_with(&self, organisation: OrganisationId, today: Date) -> impl Iterator<Item = &ConsentGrant> {
        self.live(today).filter(move |grant| grant.organisation == organisation)
    }

    /// What an organisation is shown: what was read, in the very wording, and of no kind that is for no organisation.
    fn is_shared_with(&self, organisation: OrganisationId, held: &Held, today: Date) -> bool {
        let can_be = consent::KINDS.contains(&held.id.kind()) || held.id.kind() == Kind::OtherView;
        can_be && self.shared_with(organisation, today).any(|grant| grant.wordings.contains(&held.wording()))
    }

    /// What a carer was given that holds today; one that gives nothing yet is among them.
    pub fn of(&self, carer: CarerId, today: Date) -> impl Iterator<Item = &CarerGrant> {
        self.carers.iter().filter(move |grant| grant.carer == carer && today <= grant.until)
    }

    /// True when a carer can do this today.
    pub fn carer_has(&self, carer: CarerId, scope: Scope, today: Date) -> bool {
        self.of(carer, today).any(|grant| grant.scopes.contains(&scope))
    }

    /// What a carer sees of a person's items today.
    fn carer_sees(&self, carer: CarerId, held: &Held, today: Date) -> bool {
        let item = &held.item;
        match item {
            // Whom they help, and their own delegation: from when they were asked until it ends.
            Item::Profile(_) => self.of(carer, today).next().is_some(),
            Item::Carer(delegation) => !self.stopped && delegation.is_open_to(carer, today),
            Item::Goal(goal) if !goal.is_shown_to_carers() => false,
            // Of those who are there at an appointment, what is asked of themself; and of who interprets and who comes along what the
            // terms say, which they were given or not. No carer is told of another.
            Item::Participant(one) => {
                let sees = |scope| self.carer_has(carer, scope, today);
                let is_theirs = match &one.who {
                    Who::Carer { carer: asked, .. } => *asked == carer,
                    Who::Interpreter { .. } | Who::Companion { .. } => sees(Scope::SeeTerms),
                };
                is_theirs && sees(Scope::AnswerAppointments)
            }
            _ if held.id.record().is_some_and(|record| self.kept_back.contains(&record)) => false,
            _ => match scopes(item.kind()) {
                Some((see, _)) => self.carer_has(carer, see, today),
                None => self.of(carer, today).any(|grant| {
                    let kind = item.kind();
                    grant.scopes.contains(&Scope::SeeHeld) && grant.kinds.contains(&kind) && KINDS.contains(&kind)
                }),
            },
        }
    }
}

/// True when `actor` may ask for this part for this reason at all, whatever is in it.
///
/// The service by itself looks at two things only: at the key with which somebody comes, before it can know that it is them;
/// and at where the person can be told of something.
pub fn may_ask(actor: Actor, reason: Reason, subject: Subject) -> bool {
    match actor {
        Actor::Service => {
            matches!((reason, subject), (Reason::SigningIn, Subject::SignIn) | (Reason::Telling, Subject::Telling))
        }
        // Nothing but what is between the person and the case worker in whose stead it asks.
        Actor::System(_) => {
            let between = [Subject::Appointments, Subject::Notes, Subject::Records, Subject::Consents];
            reason == Reason::Consent && between.contains(&subject)
        }
        // For no other reason than the one that they said, and the same: nobody says it in their place.
        Actor::Supervisor(_) => {
            reason == Reason::Oversight && matches!(subject, Subject::Appointments | Subject::Notes)
        }
        Actor::Calendar(_) => (reason, subject) == (Reason::Calendar, Subject::Calendar),
        Actor::Claimant(_) | Actor::Carer(_) | Actor::CaseWorker(_) | Actor::Organisation(_) | Actor::CodeHolder(_) => {
            !matches!(reason, Reason::SigningIn | Reason::Telling | Reason::Oversight | Reason::Calendar)
        }
    }
}

/// True while `actor` may ask for something because of a consent: it holds, and is to the organisation whose system asks.
pub fn may_act(actor: Actor, by: ByConsent, grants: &Grants, now: Now) -> bool {
    let is_theirs = match actor {
        Actor::Organisation(id) => id == by.organisation,
        Actor::System(_) => true,
        Actor::Claimant(_)
        | Actor::Carer(_)
        | Actor::CaseWorker(_)
        | Actor::Supervisor(_)
        | Actor::CodeHolder(_)
        | Actor::Calendar(_)
        | Actor::Service => false,
    };
    is_theirs && grants.shared_with(by.organisation, now.today).any(|grant| grant.id == by.consent)
}

/// True for what may be named in a question to the person by a system that asks because of a consent: what that covers, and nothing else
/// that anybody there may know.
pub fn may_name(by: ByConsent, grants: &Grants, held: &Held, today: Date) -> bool {
    grants
        .shared_with(by.organisation, today)
        .any(|grant| grant.id == by.consent && grant.wordings.contains(&held.wording()))
}

/// What a carer needs to have been given to see a kind of item, and to change it; none for what they never change.
fn scopes(kind: Kind) -> Option<(Scope, Scope)> {
    match kind {
        Kind::Goal | Kind::GoalOrder => Some((Scope::SeeGoals, Scope::ChangeGoals)),
        Kind::Formats | Kind::WithMe | Kind::Pace | Kind::Times | Kind::Breaks => {
            Some((Scope::SeeTerms, Scope::SetTerms))
        }
        // To answer is all that a carer can change of it, and all that this lets them see.
        Kind::Appointment | Kind::Participant => Some((Scope::AnswerAppointments, Scope::AnswerAppointments)),
        // Who else supports them and what those advised, contact safety, what is written to the case worker and agreed with them, sign-in, consents, other carers, who is chosen and stopping stay with the person (promise 7).
        Kind::Profile
        | Kind::Standing
        | Kind::CaseWorker
        | Kind::Supporter
        | Kind::Advice
        | Kind::CarryingOn
        | Kind::CalendarFeed
        | Kind::Wish
        | Kind::Ways
        | Kind::Safe
        | Kind::Agreement
        | Kind::Message
        | Kind::EarlierContact
        | Kind::Oversight
        | Kind::Reading
        | Kind::SignIn
        | Kind::Recovery
        | Kind::Carer
        | Kind::Consent
        | Kind::Note
        | Kind::Referral
        | Kind::Payment
        | Kind::Correction
        | Kind::OtherView
        | Kind::KeptBack => None,
    }
}

/// True for a kind that a carer can be let change, so that the person can put it back. An answer to an offer is none: what was
/// agreed or called off is so for the other side as well, and is answered or called off anew.
pub fn is_changed_by_carers(kind: Kind) -> bool {
    !matches!(kind, Kind::Appointment | Kind::Participant) && scopes(kind).is_some()
}

/// True when `actor` may see this item of `claimant` at this moment, in what they may ask for ([`may_ask`]).
pub fn may_see(actor: Actor, claimant: ClaimantId, grants: &Grants, held: &Held, now: Now) -> bool {
    match actor {
        Actor::Claimant(id) => id == claimant,
        Actor::Carer(carer) => grants.carer_sees(carer, held, now.today),
        Actor::CaseWorker(id) => {
            grants.case_worker == Some(id) && is_shown_to_case_worker(actor, &held.item, now)
                || grants.is_answering(actor, held.id)
        }
        // What this one offered, asked and wrote with the person, how they see it, and what they ask to have put right of it; nothing of what was said with another, nor of what the
        // case worker may know beside.
        Actor::System(id) => {
            let is_theirs = match &held.item {
                Item::Appointment(one) => one.with == id,
                Item::Message(one) => one.with == id,
                Item::Agreement(one) => one.with == id,
                // Beside a message; what stands beside a record is another matter.
                Item::OtherView(_) => held.id.record().is_some_and(|record| grants.talk.get(&record) == Some(&id)),
                Item::Consent(one) => one.asked_by.is_same_as(actor) && one.is_told(now.today),
                _ => false,
            };
            let is_theirs = is_theirs || grants.is_answering(actor, held.id);
            grants.case_worker == Some(id) && grants.live(now.today).next().is_some() && is_theirs
        }
        // What was offered, agreed and written between the person and that case worker, and how the person sees it: of what that one
        // sees the part that says how they work, and nothing of what the person said of themself.
        Actor::Supervisor(id) => grants.looks_into(id, now).is_some_and(|of| match &held.item {
            Item::Profile(_) => true,
            Item::OtherView(_) => held.id.record().is_some_and(|record| grants.talk.get(&record) == Some(&of)),
            Item::Appointment(one) => one.with == of,
            Item::Agreement(one) => one.with == of,
            Item::Message(one) => one.with == of,
            _ => false,
        }),
        Actor::Organisation(id) => grants.is_shared_with(id, held, now.today) || grants.is_answering(actor, held.id),
        // That it is real, until when and what it covers; nothing of what is shown because of it.
        Actor::CodeHolder(id) => held.id == ItemId::Consent(id) && grants.live(now.today).any(|grant| grant.id == id),
        Actor::Calendar(id) => grants.calendar == Some(id) && is_told_to_calendars(grants, &held.item, now),
        Actor::Service => Subject::SignIn.covers(held.item.kind()) || Subject::Telling.covers(held.item.kind()),
    }
}

/// True when a look at a part gives `actor` this item: no more than the part that stands in the log. What is shared is given by
/// consents alone, and not by what else the one who asks may see.
pub fn is_given(actor: Actor, claimant: ClaimantId, grants: &Grants, subject: Subject, held: &Held, now: Now) -> bool {
    let may = match (subject, actor) {
        (Subject::Shared, Actor::Organisation(id)) => grants.is_shared_with(id, held, now.today),
        (Subject::Shared, _) => false,
        // What it owes an answer about, and not what it is shown beside.
        (Subject::Records, Actor::Organisation(_)) => grants.is_answering(actor, held.id),
        // "Has stopped; do not contact", and whom that is about: nothing more (promise 8).
        (Subject::Asked, Actor::CaseWorker(id)) if grants.told_of_stopping == Some(id) => {
            matches!(held.id.kind(), Kind::Profile | Kind::Standing)
        }
        _ => may_see(actor, claimant, grants, held, now),
    };
    may && subject.covers(held.id.kind())
}

/// True when `actor` may look at a part at all: what was not given to a carer is for them as if it did not exist.
pub fn may_look(actor: Actor, claimant: ClaimantId, grants: &Grants, subject: Subject, now: Now) -> bool {
    let carer = match actor {
        Actor::Carer(carer) => carer,
        Actor::Claimant(id) => return id == claimant || subject != Subject::Log,
        Actor::Organisation(id) if subject == Subject::Shared => {
            return grants.shared_with(id, now.today).next().is_some();
        }
        Actor::CodeHolder(id) => {
            return subject == Subject::Consents && grants.live(now.today).any(|grant| grant.id == id);
        }
        Actor::Calendar(id) => return subject == Subject::Calendar && grants.calendar == Some(id),
        Actor::System(id) => return grants.case_worker == Some(id),
        Actor::Supervisor(id) => return grants.looks_into(id, now).is_some(),
        Actor::CaseWorker(_) | Actor::Organisation(_) | Actor::Service => return subject != Subject::Log,
    };
    let has = |scope| grants.carer_has(carer, scope, now.today);
    match subject {
        Subject::Helping => grants.of(carer, now.today).next().is_some(),
        Subject::AtAGlance => grants.of(carer, now.today).any(|grant| !grant.scopes.is_empty()),
        Subject::Goals => has(Scope::SeeGoals),
        Subject::Terms => has(Scope::SeeTerms),
        Subject::Appointments => has(Scope::AnswerAppointments),
        Subject::Everything => has(Scope::SeeHeld),
        Subject::Copy => has(Scope::Download),
        Subject::Contact
        | Subject::Calendar
        | Subject::Records
        | Subject::Notes
        | Subject::Asked
        | Subject::Preparing
        | Subject::SignIn
        | Subject::Telling
        | Subject::Log
        | Subject::Shared
        | Subject::Consents => false,
    }
}

/// True when `actor` may change items of this kind of `claimant` at this moment.
///
/// The service itself may only make a person's place: their name and first reading settings. To write is not to see: what an
/// organisation passes on is for the person to see, and it sees nothing back.
pub fn may_change(actor: Actor, claimant: ClaimantId, grants: &Grants, kind: Kind, now: Now) -> bool {
    match actor {
        Actor::Claimant(id) => id == claimant,
        Actor::Carer(carer) => {
            let given = |scope| grants.carer_has(carer, scope, now.today);
            scopes(kind).is_some_and(|(see, change)| given(see) && given(change))
        }
        Actor::Service => matches!(kind, Kind::Profile | Kind::Reading),
        Actor::CodeHolder(_) | Actor::Calendar(_) => false,
        Actor::CaseWorker(id) => match kind {
            // To ask for a consent and to offer an appointment; to answer is the person's. Whose an agreement is to answer, it says itself.
            Kind::Appointment
            // Whether whom they book can come.
            | Kind::Participant
            | Kind::Agreement
            | Kind::Message
            | Kind::Note
            | Kind::Referral
            | Kind::Payment
            // To propose its end; what it is, is the person's to say.
            | Kind::CarryingOn
            | Kind::Consent => grants.case_worker == Some(id),
            Kind::Correction => grants.owes_an_answer(actor),
            _ => false,
        },
        // In the stead of whom the person chose: to offer, to propose, to ask and to write, as the case worker does.
        Actor::System(id) => match kind {
            Kind::Appointment | Kind::Agreement | Kind::Message | Kind::Note | Kind::Consent => {
                grants.case_worker == Some(id)
            }
            Kind::Correction => grants.case_worker == Some(id) && grants.owes_an_answer(actor),
            _ => false,
        },
        // That they look, and why; nothing else.
        Actor::Supervisor(_) => kind == Kind::Oversight,
        Actor::Organisation(_) => match kind {
            Kind::Referral => !grants.stopped,
            Kind::Correction => grants.owes_an_answer(actor),
            _ => false,
        },
    }
}

/// What a calendar shows: what was agreed once, called off or not, and breaks; of what is only offered nothing. Once the person has stopped,
/// that what was to come is off, until its day: a calendar that is told nothing would go on reminding them of it.
fn is_told_to_calendars(grants: &Grants, item: &Item, now: Now) -> bool {
    match item {
        Item::Appointment(one) => {
            one.slot().is_some_and(|slot| !grants.stopped || one.agreed().is_none() && now.today <= slot.day)
        }
        Item::Breaks(_) => !grants.stopped,
        Item::CalendarFeed(feed) => grants.calendar == Some(feed.id),
        _ => false,
    }
}

/// True for what the case worker has a use for: not who else supports the person and what those advised, where they were reached
/// before, how pages look to the person, how they sign in, who else helps them and what is kept from those, no goal that is kept from
/// them or was taken away, and no consent but what they asked for themself.
fn is_shown_to_case_worker(actor: Actor, item: &Item, now: Now) -> bool {
    match item {
        // Of a no, and of what ended, nobody is told.
        Item::Consent(consent) => consent.asked_by.is_same_as(actor) && consent.is_told(now.today),
        Item::Goal(goal) => goal.is_shown_to_case_worker(),
        Item::Participant(one) => one.is_told_at_the_desk(),
        _ => !matches!(
            item.kind(),
            Kind::Supporter
                | Kind::Advice
                | Kind::CalendarFeed
                | Kind::EarlierContact
                | Kind::Oversight
                | Kind::Reading
                | Kind::SignIn
                | Kind::Recovery
                | Kind::Carer
                | Kind::KeptBack
        ),
    }
}

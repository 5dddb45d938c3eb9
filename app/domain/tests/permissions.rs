//! Nobody sees or changes what they were not given: every kind of actor, every command, any state.

use own_terms_domain::{
    actor::Actor,
    appointment::{self, Coming, Participant, Who},
    carer::{Delegation, Progress},
    consent::{self, Consent},
    contact::WishAnswer,
    decide::{Command, Refusal, decide},
    goals::{Audience, Goal},
    ids::{FeedId, OrganisationId, StaffId},
    item::{Held, Item, ItemId, Kind},
    look::{Reason, Subject},
    permission::{Grants, Scope, may_ask, may_change, may_look, may_see},
    reading::Choice as _,
    record::Sort,
    recovery::{Recovery, SaidFrom, Status},
    standing::Standing,
    state::State,
    time::Now,
};
use proptest::prelude::*;

use crate::given::{
    CARER, CHOSEN, ME, Model, OTHER, SUPERVISOR, actor, carers, cases, command, id_of, model, now, target,
};

/// What was given to a carer and has not ended today, read from the items one by one: those asked and not live included.
fn asked(state: &State, actor: Actor, now: Now) -> Vec<Delegation> {
    let (Actor::Carer(carer), Standing::Open) = (actor, state.standing()) else { return Vec::new() };
    let of = |delegation: &&Delegation| {
        let his = [Progress::Opened { carer }, Progress::Accepted { carer }].contains(&delegation.progress);
        his && delegation.until >= now.today
    };
    state.delegations().map(|(_, delegation)| delegation).filter(of).cloned().collect()
}

/// Those of them that hold.
fn live(state: &State, actor: Actor, now: Now) -> Vec<Delegation> {
    let holds = |delegation: &Delegation| {
        matches!(delegation.progress, Progress::Accepted { .. }) && delegation.unchecked_since.is_none()
    };
    asked(state, actor, now).into_iter().filter(holds).collect()
}

fn given_now(state: &State, actor: Actor, now: Now) -> Vec<Scope> {
    live(state, actor, now).into_iter().flat_map(|delegation| delegation.scopes).collect()
}

/// What the person keeps from a carer, and what they took away.
/// True when the person pressed "Keep this from my carers" beside a record.
fn is_kept_back(state: &State, id: ItemId) -> bool {
    state.all().any(|held| held.id.kind() == Kind::KeptBack && held.id.record() == id.record())
}

fn is_kept_from_carers(goal: &Goal) -> bool {
    matches!(goal.draft.audience, Audience::OnlyMe | Audience::CaseWorker) || goal.taken_away.is_some()
}

fn is_kept_from_case_worker(goal: &Goal) -> bool {
    matches!(goal.draft.audience, Audience::OnlyMe | Audience::Carers) || goal.taken_away.is_some()
}

/// What the service looks at to know where to tell somebody of something, and whether it still holds.
const TELLING: &[Kind] = &[
    Kind::Standing,
    Kind::Wish,
    Kind::Ways,
    Kind::Safe,
    Kind::EarlierContact,
    Kind::Pace,
    Kind::Reading,
    Kind::Appointment,
    Kind::Consent,
    Kind::SignIn,
    Kind::Recovery,
];

/// A table of who sees what, written out.
fn sees(state: &State, actor: Actor, id: ItemId, item: &Item, now: Now) -> bool {
    let grants = state.grants();
    let beside = id.record().filter(|_| id.kind() != Kind::KeptBack);
    // A case worker answers for what was written in their stead as well.
    let same = |by: &Actor| *by == actor || by.case_worker().is_some() && by.case_worker() == actor.case_worker();
    let owes = beside.is_some_and(|record| grants.answering.iter().any(|(by, owed)| same(by) && *owed == record));
    // Of what others asked, of a no, and of what is over, nobody is told.
    let untold = |one: &Consent| {
        let is_over = matches!(one.progress, consent::Progress::Refused | consent::Progress::Withdrawn);
        !same(&one.asked_by) || is_over || one.given().is_some_and(|given| now.today > given.until)
    };
    let given = given_now(state, actor, now);
    match actor {
        Actor::Claimant(id) => id == ME,
        Actor::CaseWorker(id) => {
            let kept = matches!(item, Item::Goal(goal) if is_kept_from_case_worker(goal));
            let own = matches!(
                item,
                Item::EarlierContact(_)
                    | Item::Reading(_)
                    | Item::SignIn(_)
                    | Item::Recovery(_)
                    | Item::Carer(_)
                    | Item::KeptBack(_)
                    | Item::Supporter(_)
                    | Item::Advice(_)
                    | Item::CalendarFeed(_)
                    | Item::Oversight(_)
            );
            let own = own || matches!(item, Item::Consent(one) if untold(one));
            // Of whoever else is there the interpreter, whom they book, and those who come.
            let untold =
                |one: &Participant| !matches!(one.who, Who::Interpreter { .. }) && one.coming != Coming::Coming;
            let own = own || matches!(item, Item::Participant(one) if untold(one));
            grants.case_worker == Some(id) && !kept && !own || owes
        }
        Actor::Carer(_) => match item {
            Item::Profile(_) => !asked(state, actor, now).is_empty(),
            Item::Carer(one) => asked(state, actor, now).contains(one),
            Item::Record(_) if is_kept_back(state, id) => false,
            Item::CaseWorker(_) | Item::Record(_) => live(state, actor, now)
                .iter()
                .any(|one| one.scopes.contains(&Scope::SeeHeld) && one.kinds.contains(&item.kind())),
            Item::Goal(goal) => !is_kept_from_carers(goal) && given.contains(&Scope::SeeGoals),
            Item::GoalOrder(_) => given.contains(&Scope::SeeGoals),
            Item::Formats(_) | Item::WithMe(_) | Item::Pace(_) | Item::Times(_) | Item::Breaks(_) => {
                given.contains(&Scope::SeeTerms)
            }
            Item::Appointment(_) => given.contains(&Scope::AnswerAppointments),
            // What the terms say of who is there, and of carers what is asked of themself.
            Item::Participant(one) => {
                let theirs = match one.who {
                    Who::Carer { carer, .. } => actor == Actor::Carer(carer),
                    _ => given.contains(&Scope::SeeTerms),
                };
                theirs && given.contains(&Scope::AnswerAppointments)
            }
            _ => false,
        },
        // What is between the two, and nothing of what the case worker may know beside.
        Actor::System(id) => {
            let lets_in = state.consents().any(|(_, one)| one.status(now.today).is_live()) && !grants.stopped;
            let between = match item {
                Item::Appointment(one) => one.with == id,
                Item::Message(one) => one.with == id,
                Item::Agreement(one) => one.with == id,
                Item::OtherView(_) => {
                    beside.is_some_and(|record| state.message(record).is_some_and(|(_, message)| message.with == id))
                }
                Item::Consent(one) => !untold(one),
                _ => false,
            };
            grants.case_worker == Some(id) && lets_in && (between || owes)
        }
        // What is between the two, for half an hour, by the reason that this one typed.
        Actor::Supervisor(id) => {
            let open = state.oversight().filter(|one| one.by == id && one.since <= now.at);
            let open = open.filter(|one| now.at.duration_since(one.since).as_mins() < 30);
            let wants = state.wish().answer != Some(WishAnswer::NoContact);
            open.filter(|one| wants && grants.case_worker == Some(one.of)).is_some_and(|one| match item {
                Item::Appointment(appointment) => appointment.with == one.of,
                Item::Agreement(agreement) => agreement.with == one.of,
                Item::Message(message) => message.with == one.of,
                Item::Profile(_) => true,
                Item::OtherView(_) => beside
                    .is_some_and(|record| state.message(record).is_some_and(|(_, message)| message.with == one.of)),
                _ => false,
            })
        }
        Actor::Organisation(organisation) => owes || is_shared(state, organisation, id, item, now),
        Actor::CodeHolder(consent) => {
            let live = state.consent(consent).is_some_and(|consent| holds(consent, state, now));
            id == ItemId::Consent(consent) && live
        }
        Actor::Calendar(feed) => is_told_to_a_calendar(state, feed, item, now),
        // What the service may ask for is one thing: see the test of that.
        Actor::Service => TELLING.contains(&item.kind()),
    }
}

/// When there is something, for whoever has the address that stands; after stopping that it is off.
fn is_told_to_a_calendar(state: &State, feed: FeedId, item: &Item, now: Now) -> bool {
    let on = state.standing() == Standing::Open;
    let told = match item {
        Item::CalendarFeed(_) => true,
        Item::Breaks(_) => on,
        Item::Appointment(one) => match &one.progress {
            appointment::Progress::Accepted { .. } => on,
            appointment::Progress::Cancelled { slot, .. } | appointment::Progress::Moved { slot, .. } => {
                on || slot.day >= now.today
            }
            _ => false,
        },
        _ => false,
    };
    told && state.calendar_feed().is_some_and(|one| one.id == feed)
}

/// True when somebody comes in time with the code of the one that stands, whom the person still chooses.
fn can_open(state: &State, command: &Command, now: Now) -> bool {
    let Command::OpenRecovery { asked } = command else { return false };
    let stands = state.recovery().filter(|one| one.asked == *asked && one.status(now.at) == Status::Open);
    stands.is_some_and(|one| state.grants().case_worker == Some(one.by))
}

/// True when somebody speaks of the one that stands, from where they are heard.
fn can_speak(state: &State, command: &Command, now: Now) -> bool {
    let (Command::StopRecovery { asked, from } | Command::KnowRecovery { asked, from }) = command else { return false };
    let heard = |one: &Recovery| one.asked == *asked && one.can_be_stopped(now.at) && one.hears(*from);
    let there = match from {
        SaidFrom::Link { way: Some(way) } => state.way_in(*way).is_some(),
        _ => true,
    };
    there && state.recovery().is_some_and(heard)
}

fn holds(consent: &Consent, state: &State, now: Now) -> bool {
    let given = matches!(&consent.progress, consent::Progress::Given(given) if given.until >= now.today);
    given && state.standing() == Standing::Open
}

/// What an organisation is shown, written out: what was asked and read, as it was read, and nothing that is for no organisation.
fn is_shared(state: &State, organisation: OrganisationId, id: ItemId, item: &Item, now: Now) -> bool {
    let never = matches!(
        item,
        Item::Standing(_)
            | Item::CaseWorker(_)
            | Item::GoalOrder(_)
            | Item::Wish(_)
            | Item::Safe(_)
            | Item::EarlierContact(_)
            | Item::Reading(_)
            | Item::SignIn(_)
            | Item::Recovery(_)
            | Item::CalendarFeed(_)
            | Item::Oversight(_)
            | Item::Carer(_)
            | Item::Supporter(_)
            | Item::CarryingOn(_)
            | Item::Consent(_)
            | Item::Appointment(_)
            | Item::Agreement(_)
            | Item::Message(_)
            | Item::Correction(_)
    ) || matches!(item, Item::Record(record) if record.sort == Sort::Payment);
    let gone = matches!(item, Item::Goal(goal) if goal.taken_away.is_some());
    let by = |consent: &Consent| {
        let consent::Progress::Given(given) = &consent.progress else { return false };
        let read = |id: ItemId| given.wordings.iter().any(|read| read.item == id && read.version == state.version(id));
        // How the person sees a record, and the record: together or not at all.
        let beside = |id: ItemId| {
            let record = id.record()?;
            let other = match id {
                ItemId::OtherView(_) => state.record(record)?.0.id,
                _ => ItemId::OtherView(record),
            };
            state.get(other).map(|_| other)
        };
        let alone = matches!(id, ItemId::OtherView(record) if state.record(record).is_none());
        let asked = match id {
            ItemId::OtherView(record) => {
                Sort::ALL.iter().any(|sort| consent.items.contains(&ItemId::Record(*sort, record)))
            }
            _ => consent.items.contains(&id),
        };
        consent.organisation == organisation
            && holds(consent, state, now)
            && asked
            && read(id)
            && !alone
            && beside(id).is_none_or(read)
    };
    !never && !gone && state.consents().any(|(_, consent)| by(consent))
}

/// What the person never sends of their own.
fn is_for_others(command: &Command) -> bool {
    matches!(
        command,
        Command::LetGo
                    | Command::BeginHelping
                    | Command::BeginRecovery
                    | Command::OpenRecovery { .. }
                    | Command::WriteRecord { .. }
                    | Command::LookInto { .. }
                    | Command::AnswerCorrection { .. }
                    | Command::OpenInvitation { .. }
                    | Command::AcceptInvitation { .. }
                    | Command::StepDown { .. }
                    // Nor do they offer themself an appointment.
                    | Command::OfferAppointment { .. }
                    | Command::WithdrawOffer { .. }
                    // Or refer themself: they ask for a consent.
                    | Command::ProposeReferral { .. }
                    | Command::WithdrawReferral { .. }
                    // Or propose an end: they end it.
                    | Command::ProposeEnding { .. }
    )
}

/// A table of who may send what, written out; whether it is valid is another question.
fn may_send(state: &State, actor: Actor, command: &Command, now: Now) -> bool {
    let given = given_now(state, actor, now);
    let (id, _) = target(&mut command.clone());
    match command {
        Command::ByConsent { .. } => return false,
        Command::AsWorded(command) => return may_send(state, actor, command, now),
        _ => {}
    }
    // Only an organisation's system asks by a consent, and only so: see `by_consent`.
    match actor {
        // The person writes no record of what others say, answers no correction in their place, and lets go by erasing.
        // Nor do they answer an invitation of their own.
        Actor::Claimant(_) if is_for_others(command) => false,
        // About one that is not theirs to speak of, they are told as if there were none.
        Actor::Claimant(id) if matches!(command, Command::StopRecovery { .. } | Command::KnowRecovery { .. }) => {
            id == ME && can_speak(state, command, now)
        }
        Actor::Claimant(id) => id == ME,
        Actor::Service => {
            matches!(
                command,
                Command::SetProfile { .. } | Command::SetReading { .. } | Command::LetGo | Command::BeginHelping
            ) || can_open(state, command, now)
        }
        Actor::CaseWorker(_) | Actor::Organisation(_) => {
            let chosen = matches!(actor, Actor::CaseWorker(id) if state.grants().case_worker == Some(id));
            let organisation = matches!(actor, Actor::Organisation(_)) && state.standing().is_on();
            match command {
                Command::WriteRecord { draft, .. } => chosen || organisation && draft.sort == Sort::Referral,
                // Theirs, and somebody waits for an answer of theirs: to this one, or to another.
                Command::AnswerCorrection { record, .. } => {
                    let same = |by: Actor| {
                        by == actor || by.case_worker().is_some() && by.case_worker() == actor.case_worker()
                    };
                    state.grants().answering.iter().any(|(by, _)| same(*by))
                        && state.record(*record).is_some_and(|(held, _)| same(held.by))
                }
                Command::AskConsent { .. }
                | Command::ProposeReferral { .. }
                | Command::WithdrawReferral { .. }
                | Command::ProposeEnding { .. }
                | Command::BeginRecovery
                | Command::WriteMessage { .. }
                | Command::ProposeAgreement { .. }
                | Command::AnswerAgreement { .. }
                | Command::LeaveAgreement { .. }
                | Command::OfferAppointment { .. }
                | Command::WithdrawOffer { .. }
                | Command::CancelAppointment { .. }
                | Command::SayComing { .. } => chosen,
                _ => false,
            }
        }
        // To say why they look, of whom that case worker may contact.
        Actor::Supervisor(_) => match command {
            Command::LookInto { draft } => {
                let on = state.standing() == Standing::Open && state.wish().is_to_talk(now.today);
                state.grants().case_worker == Some(draft.of) && on
            }
            _ => false,
        },
        Actor::System(_) | Actor::CodeHolder(_) | Actor::Calendar(_) => false,
        Actor::Carer(carer) => match command {
            // Whoever comes with the code, as long as nobody else has.
            Command::OpenInvitation { id, instead } => {
                let open = |one: &Delegation| {
                    // Who came with it before has not answered.
                    let other = instead.map(|carer| Progress::Opened { carer });
                    let instead = Some(one.progress) == other && one.until >= now.today;
                    let new = one.progress == Progress::Invited && one.until >= now.today;
                    new || instead || asked(state, actor, now).contains(one)
                };
                carer.0 != ME.0 && state.standing() == Standing::Open && state.delegation(*id).is_some_and(open)
            }
            Command::AcceptInvitation { id, .. } | Command::StepDown { id } => {
                let his = |one: &Delegation| asked(state, actor, now).contains(one);
                carer.0 != ME.0 && state.delegation(*id).is_some_and(his)
            }
            Command::AddGoal { .. }
            | Command::ChangeGoal { .. }
            | Command::MarkGoal { .. }
            | Command::MoveGoal { .. }
            | Command::TakeAwayGoal { .. }
            | Command::BringBackGoal { .. } => {
                let goal = match command {
                    Command::MoveGoal { id, .. } => state.goal(*id),
                    _ => match id {
                        ItemId::Goal(id) => state.goal(id),
                        _ => None,
                    },
                };
                let private = goal.is_some_and(|shown| is_kept_from_carers(shown.goal));
                given.contains(&Scope::ChangeGoals) && given.contains(&Scope::SeeGoals) && !private
            }
            Command::SetFormats { .. }
            | Command::SetWithMe { .. }
            | Command::SetPace { .. }
            | Command::SetTimes { .. }
            | Command::AddBreak { .. }
            | Command::RemoveBreak { .. } => given.contains(&Scope::SetTerms) && given.contains(&Scope::SeeTerms),
            // Of whether somebody comes, what is asked of themself: of others they are told that there is nothing.
            Command::AnswerOffer { .. } | Command::CancelAppointment { .. } | Command::SayComing { .. } => {
                given.contains(&Scope::AnswerAppointments)
            }
            _ => false,
        },
    }
}

/// A model with carers whose time ends around a day, a moment of that day, and a command sent then.
fn scene() -> impl Strategy<Value = (Model, Now, Command)> {
    now().prop_flat_map(|now| {
        (model(), carers(now.today), Just(now), command(now))
            .prop_map(|(model, carers, now, command)| (model.with_carers(carers), now, command))
    })
}

/// All that there is to give, for ever.
fn all_to(carer: own_terms_domain::ids::CarerId) -> Delegation {
    Delegation {
        name: own_terms_domain::text::Text::parse("a carer").unwrap(),
        scopes: Scope::ALL.to_vec(),
        kinds: Kind::ALL.to_vec(),
        until: jiff::civil::Date::MAX,
        unchecked_since: None,
        progress: Progress::Accepted { carer },
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_command_is_permitted_exactly_to_those_who_were_given_it((model, now, mut command) in scene(), by in actor()) {
        let state = model.state();
        // As someone would who saw what stands, so that the permission alone decides.
        let (id, on) = target(&mut command);
        let stands = state.version(id);
        if let Some(on) = on {
            *on = stands;
        }
        let permitted = may_send(&state, by, &command, now);
        let answer = decide(&state, by, command.clone(), now);
        prop_assert_eq!(
            !matches!(answer, Err(Refusal::NotPermitted)), permitted,
            "{:?} by {:?}: {:?}", command, by, answer
        );
        // And nothing is ever written that this actor may not change.
        for entry in answer.unwrap_or_default() {
            let kind = entry.item.kind();
            let lets_go = command == Command::LetGo && entry.change == own_terms_domain::decide::Change::Erase;
            // Putting a record right is part of answering.
            let puts_right = matches!(command, Command::AnswerCorrection { .. });
            let answers = matches!(
                command,
                Command::OpenInvitation { .. } | Command::AcceptInvitation { .. } | Command::StepDown { .. }
            );
            let begins = command == Command::BeginHelping;
            // A new way in is asked for, and opened, and nobody of those changes it otherwise.
            let lets_in = matches!(command, Command::BeginRecovery | Command::OpenRecovery { .. }) && kind == Kind::Recovery;
            let may = may_change(by, ME, state.grants(), kind, now);
            prop_assert!(lets_go || puts_right || answers || begins || lets_in || may);
            if let (Actor::Carer(_), Some(held), false) = (by, state.get(entry.item), answers) {
                prop_assert!(sees(&state, by, held.id, &held.item, now), "a carer wrote over what they may not see");
            }
        }
    }

    #[test]
    fn an_item_is_seen_exactly_by_those_who_may((model, now, _) in scene(), by in actor()) {
        for held in model.held.values() {
            let state = model.state();
            let seen = may_see(by, ME, state.grants(), held, now);
            prop_assert_eq!(seen, sees(&state, by, held.id, &held.item, now), "{:?} by {:?}", held.item, by);
            if let (true, Actor::Carer(_)) = (seen, by) {
                let safe = matches!(held.item, Item::Safe(_));
                let private = matches!(&held.item, Item::Goal(goal) if is_kept_from_carers(goal));
                prop_assert!(!safe && !private);
            }
        }
    }

    #[test]
    fn the_service_looks_at_ways_to_sign_in_and_to_be_told_alone_and_nobody_looks_for_its_reasons_but_the_service(
        by in actor(), reason in crate::given::one::<Reason>(), subject in crate::given::one::<Subject>(),
        (model, now, _) in scene(),
    ) {
        let may = may_ask(by, reason, subject);
        prop_assert_eq!(may, match by {
            Actor::Service => {
                matches!((reason, subject), (Reason::SigningIn, Subject::SignIn) | (Reason::Telling, Subject::Telling))
            }
            Actor::System(_) => {
                let between = matches!(
                    subject,
                    Subject::Appointments | Subject::Notes | Subject::Records | Subject::Consents
                );
                reason == Reason::Consent && between
            }
            Actor::Supervisor(_) => {
                matches!((reason, subject), (Reason::Oversight, Subject::Appointments | Subject::Notes))
            }
            Actor::Calendar(_) => (reason, subject) == (Reason::Calendar, Subject::Calendar),
            _ => !matches!(reason, Reason::SigningIn | Reason::Telling | Reason::Oversight | Reason::Calendar),
        });
        for held in model.held.values().filter(|_| by == Actor::Service && may) {
            let shown = subject.covers(held.id.kind()) && may_see(by, ME, model.state().grants(), held, now);
            let told_at: &[Kind] = match subject {
                Subject::SignIn => &[Kind::SignIn, Kind::Recovery],
                _ => TELLING,
            };
            prop_assert_eq!(shown, told_at.contains(&held.id.kind()), "{:?}", held.item);
        }
    }

    #[test]
    fn a_supervisor_never_sees_what_the_case_worker_does_not_and_nothing_at_all_after_half_an_hour(
        (model, now, _) in scene(), draft in crate::given::oversight_draft(), minutes in -5..60_i64,
    ) {
        let mut model = model;
        let by = Actor::Supervisor(SUPERVISOR);
        let of = draft.of;
        let did = model.run(by, Command::LookInto { draft }, now);
        let later = own_terms_domain::time::Now { at: now.at + jiff::SignedDuration::from_mins(minutes), ..now };
        let state = model.state();
        for held in model.held.values() {
            for supervisor in [SUPERVISOR, CHOSEN, StaffId(ME.0)] {
                if may_see(Actor::Supervisor(supervisor), ME, state.grants(), held, later) {
                    let case_worker = state.oversight().map(|one| Actor::CaseWorker(one.of)).unwrap();
                    prop_assert!(may_see(case_worker, ME, state.grants(), held, later), "{:?}", held.item);
                    prop_assert!(!matches!(held.item, Item::Goal(_) | Item::Wish(_) | Item::Ways(_) | Item::Safe(_) | Item::Record(_)));
                }
            }
            let seen = may_see(by, ME, state.grants(), held, later);
            prop_assert!(!seen || did.is_err() || (0..30).contains(&minutes), "{} minutes later", minutes);
        }
        // To erase it ends it, at once.
        if did.is_ok() {
            let id = ItemId::The(Kind::Oversight);
            let what = own_terms_domain::decide::ToErase::Item { id, on: state.version(id) };
            model.run(Actor::Claimant(ME), Command::Erase { what }, now).unwrap();
            let state = model.state();
            prop_assert!(model.held.values().all(|held| !may_see(by, ME, state.grants(), held, now)));
            prop_assert!(!may_look(by, ME, state.grants(), Subject::Notes, now));
            let _ = of;
        }
    }

    #[test]
    fn what_others_see_does_not_even_name_what_they_may_not((model, now, _) in scene(), by in actor()) {
        // The service sees ways to sign in, and these tests give their ids to goals as well.
        prop_assume!(!matches!(by, Actor::Claimant(ME) | Actor::Service));
        let whole = model.state();
        let granted = whole.grants().clone();
        let seen = whole.clone().only(|held| may_see(by, ME, &granted, held, now));
        // A consent names what it is about, to whoever asked for it or has its code.
        let others = seen.all().filter(|held| held.id.kind() != Kind::Consent);
        let seen = format!("{:?}", others.collect::<Vec<_>>());
        for held in whole.all() {
            if let (ItemId::Goal(id), false) = (held.id, may_see(by, ME, &granted, held, now)) {
                prop_assert!(!seen.contains(&format!("{:?}", id.0)), "{} shows in {}", id, seen);
            }
            if let (ItemId::KeptBack(id), Actor::Carer(_)) = (held.id, by) {
                prop_assert!(!seen.contains(&format!("{:?}", id.0)), "{} shows in {}", id, seen);
            }
        }
    }

    #[test]
    fn some_things_can_never_be_handed_over(
        (model, now, command) in scene(),
        item in crate::given::item(),
    ) {
        // A carer who was given all that there is to give, for ever.
        let state = model.with_carers(vec![all_to(CARER)]).state();
        let open = state.standing() == Standing::Open;
        let can = [
            Kind::Goal, Kind::GoalOrder, Kind::Formats, Kind::WithMe, Kind::Pace, Kind::Times, Kind::Breaks, Kind::Appointment,
            Kind::Participant,
        ];
        let by = Actor::Carer(CARER);
        for kind in Kind::ALL.iter().copied() {
            prop_assert_eq!(may_change(by, ME, state.grants(), kind, now), can.contains(&kind) && open, "{:?}", kind);
        }
        let about_them = matches!(command, Command::OpenInvitation { .. } | Command::AcceptInvitation { .. } | Command::StepDown { .. });
        for entry in decide(&state, by, command, now).unwrap_or_default() {
            prop_assert!(can.contains(&entry.item.kind()) || about_them && entry.item.kind() == Kind::Carer);
        }
        let never = [
            Kind::Standing, Kind::Wish, Kind::Ways, Kind::Safe, Kind::EarlierContact, Kind::Reading, Kind::SignIn, Kind::Recovery, Kind::Correction,
            Kind::OtherView, Kind::Consent, Kind::KeptBack, Kind::Oversight, Kind::Agreement, Kind::Message, Kind::Supporter, Kind::Advice, Kind::CarryingOn,
            Kind::CalendarFeed,
        ];
        let id = id_of(&item, own_terms_domain::ids::GoalId(ME.0), own_terms_domain::ids::RecordId(ME.0));
        let held = Held { id, version: own_terms_domain::item::Version(1), at: now.at, by: Actor::Claimant(ME), item };
        if never.contains(&id.kind()) {
            prop_assert!(!may_see(by, ME, state.grants(), &held, now));
        }
        for part in [Subject::Contact, Subject::Notes, Subject::SignIn, Subject::Telling, Subject::Log, Subject::Shared, Subject::Consents] {
            prop_assert!(!may_look(by, ME, state.grants(), part, now));
        }
    }

    #[test]
    fn a_carer_looks_at_no_part_of_which_nothing_was_given((model, now, _) in scene(), by in actor()) {
        let state = model.state();
        let given = given_now(&state, by, now);
        for part in Subject::ALL.iter().copied() {
            let expected = match part {
                Subject::Goals => given.contains(&Scope::SeeGoals),
                Subject::Terms => given.contains(&Scope::SeeTerms),
                Subject::Appointments => given.contains(&Scope::AnswerAppointments),
                Subject::Everything => given.contains(&Scope::SeeHeld),
                Subject::Copy => given.contains(&Scope::Download),
                Subject::AtAGlance => !given.is_empty(),
                Subject::Helping => !asked(&state, by, now).is_empty(),
                Subject::Contact
                | Subject::Records
                | Subject::Notes
                | Subject::Asked
                | Subject::Preparing
                | Subject::SignIn
         | Subject::Telling
                | Subject::Log
                | Subject::Shared
                | Subject::Consents
                | Subject::Calendar => false,
            };
            if matches!(by, Actor::Carer(_)) {
                prop_assert_eq!(may_look(by, ME, state.grants(), part, now), expected, "{:?}", part);
            }
        }
    }

    #[test]
    fn whoever_has_stopped_has_given_nothing_to_anyone((model, now, command) in scene(), by in actor()) {
        let mut model = model;
        let stands = model.state();
        prop_assert!(stands.standing() == Standing::Open || stands.grants().carers.is_empty());
        model.me(Command::Stop, now).unwrap();
        let state = model.state();
        // Whoever was asked to put something right still owes an answer: stopping takes no right away.
        let Grants { answering, kept_back, .. } = state.grants().clone();
        // And the case worker whom they had is told that, and not to contact them.
        let had = if stands.standing().is_stopped() { stands.grants().told_of_stopping } else { stands.chosen_case_worker() };
        // A calendar is told what is off, and nothing that is on.
        let calendar = stands.calendar_feed().map(|feed| feed.id);
        let none = Grants { answering, kept_back, stopped: true, told_of_stopping: had, calendar, ..Grants::default() };
        prop_assert_eq!(state.grants(), &none);
        if matches!(by, Actor::Claimant(_) | Actor::Service) {
            return Ok(());
        }
        let same = |one: Actor| one == by || one.case_worker().is_some() && one.case_worker() == by.case_worker();
        let asked = |record| none.answering.iter().any(|(one, owed)| same(*one) && *owed == record);
        // Without a consent that holds nothing is done in anybody's stead.
        let owes = |id: ItemId| {
            id.kind() != Kind::KeptBack && !matches!(by, Actor::System(_)) && id.record().is_some_and(asked)
        };
        let is_off = |item: &Item| match item {
            Item::Appointment(one) => one.agreed().is_none() && one.slot().is_some_and(|slot| now.today <= slot.day),
            Item::CalendarFeed(_) => true,
            _ => false,
        };
        let is_told = |item: &Item| matches!(by, Actor::Calendar(_)) && is_off(item);
        for held in state.all() {
            prop_assert!(owes(held.id) || is_told(&held.item) || !may_see(by, ME, state.grants(), held, now));
        }
        if !matches!(&command, Command::AnswerCorrection { record, .. } if owes(ItemId::Correction(*record))) {
            prop_assert!(decide(&state, by, command, now).is_err());
        }
    }

    #[test]
    fn someone_else_gets_nothing_by_bringing_their_own_items((model, now, command) in scene()) {
        let state = model.state();
        prop_assert_eq!(decide(&state, Actor::Claimant(OTHER), command, now), Err(Refusal::NotPermitted));
        for held in state.all() {
            prop_assert!(!may_see(Actor::Claimant(OTHER), ME, state.grants(), held, now));
        }
        prop_assert_eq!(decide(&state, Actor::CaseWorker(CHOSEN), Command::Stop, now), Err(Refusal::NotPermitted));
    }
}

//! One way in.

use std::{collections::BTreeSet, future::poll_fn, pin::pin, sync::Arc, task::Poll};

use own_terms::{
    store::{Store, StoreError},
    web::failure::Failure,
};
use own_terms_domain::{
    account::Origin,
    actor::Actor,
    agreement, appointment,
    case_worker::Chosen,
    consent,
    correction::Progress,
    decide::{Command, Refusal},
    goals::Stage,
    ids::{CarerId, OrganisationId, StaffId},
    item::{Item, ItemId, Kind, Version},
    ledger::NoticeVersion,
    record::{Record, Sort},
    recovery::Recovery,
    standing::Standing,
    terms::Pace,
};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::given::{
    CHOSEN, ORGANISATION, add_goal, at, everything, goal_id, look, make, ordered, own, person, say, seen,
    someone_who_said_everything,
};

pub async fn what_is_committed_is_seen_as_it_was(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let (commands, _) = everything("Mark");
    for (minute, command) in (0..).zip(commands.clone()) {
        store.commit(ordered(claimant, command, at(minute))).await.unwrap();
    }
    let state = seen(&*store, claimant).await.state;
    let kinds: BTreeSet<Kind> = state.all().map(|held| held.item.kind()).collect();
    assert_eq!(kinds, Kind::ALL.iter().copied().collect(), "every kind is tried");
    for (_, command) in commands {
        match command {
            Command::SetProfile { profile, .. } => assert_eq!(state.profile(), Some(&profile)),
            Command::AddGoal { id, draft } => assert_eq!(state.goal(id).unwrap().goal.draft, draft),
            Command::MarkGoal { id, stage, .. } => assert_eq!(state.goal(id).unwrap().goal.stage, stage),
            Command::TakeAwayGoal { id, .. } => assert_eq!(state.goal(id).unwrap().goal.taken_away, Some(at(4).at)),
            Command::SetWish { draft, .. } => assert_eq!(state.wish(), draft.wish(&state.wish(), at(5))),
            Command::SetWays { ways, .. } => assert_eq!(state.ways(), ways),
            // The first is what it was before the second.
            Command::SetSafe { on: Version(0), safe } => {
                assert_eq!(state.earlier_contact().earlier[0].details.safe, safe);
            }
            Command::SetSafe { safe, .. } => assert_eq!(state.safe(), safe),
            Command::SetFormats { formats, .. } => assert_eq!(state.formats(), formats),
            Command::SetWithMe { with_me, .. } => assert_eq!(state.with_me(), with_me),
            Command::SetPace { pace, .. } => assert_eq!(state.pace(), pace),
            Command::SetTimes { times, .. } => assert_eq!(state.times(), times),
            Command::AddBreak { a_break, .. } => assert_eq!(state.breaks().breaks, [a_break]),
            Command::SetReading { reading, .. } => assert_eq!(state.reading(), reading),
            Command::ChooseCaseWorker { staff, .. } => {
                let chosen = Item::CaseWorker(Chosen { staff: staff.unwrap() });
                assert_eq!(state.get(ItemId::The(Kind::CaseWorker)).unwrap().item, chosen);
            }
            Command::WriteRecord { id, draft } => {
                let (held, record) = state.record(id).unwrap();
                assert_eq!(*record, Record::new(draft, at(0).today));
                assert_eq!(held.by, if record.sort == Sort::Referral { ORGANISATION } else { CHOSEN });
            }
            Command::AskCorrection { record, draft, .. } => {
                assert_eq!(state.correction(record).unwrap().draft(), draft);
            }
            Command::AnswerCorrection { record, .. } => {
                assert!(matches!(state.correction(record).unwrap().progress, Progress::Refused { .. }));
            }
            Command::SayDifferently { record, view, .. } => assert_eq!(state.other_view(record), Some(&view)),
            Command::KeepFromCarers { record } => assert!(state.is_kept_back(record)),
            Command::AddWayIn { id, way } => assert_eq!(state.way_in(id), Some(&way)),
            Command::InviteCarer { id, draft } => {
                assert_eq!(state.delegation(id), Some(&draft.delegation(None, at(25))));
            }
            Command::LookInto { draft } => assert_eq!(state.oversight().unwrap().words, draft.words),
            Command::MakeCalendarFeed { feed } => {
                assert_eq!(state.calendar_feed().map(|feed| feed.language), Some(feed.language));
            }
            Command::BeginRecovery => {
                let Actor::CaseWorker(by) = CHOSEN else { unreachable!("a case worker") };
                assert_eq!(state.recovery(), Some(&Recovery::new(by, at(28).at)));
            }
            Command::AskConsent { id, draft } => assert_eq!(state.consent(id).unwrap().items, draft.items),
            // They stopped in the end, which takes it back.
            Command::AnswerConsent { id, .. } => {
                assert_eq!(state.consent(id).unwrap().progress, consent::Progress::Withdrawn);
            }
            Command::OfferAppointment { id, draft } => assert_eq!(state.appointment(id).unwrap().draft, draft),
            // What they would rather have is kept, and it is no longer offered.
            Command::AnswerOffer { id, answer, .. } => {
                let stands = state.appointment(id).unwrap();
                assert_eq!(stands.progress, appointment::Progress::Withdrawn);
                assert_eq!(stands.suggestion.clone().map(appointment::Answer::Suggest), Some(answer));
            }
            Command::WriteMessage { id, draft } => assert_eq!(state.message(id).unwrap().1.words, draft.words),
            Command::ProposeAgreement { id, draft } => assert_eq!(state.agreement(id).unwrap().draft, draft),
            Command::AnswerAgreement { id, .. } => {
                assert_eq!(state.agreement(id).unwrap().progress, agreement::Progress::Withdrawn);
            }
            Command::SetCarryingOn { touch, .. } => assert_eq!(state.carrying_on().unwrap().touch, touch),
            Command::SetSupporter { id, supporter, .. } => assert_eq!(state.supporter(id), Some(&supporter)),
            Command::SetAdvice { id, draft, .. } => assert_eq!(state.advice(id).unwrap().words, draft.words),
            // Nobody answered it, and nobody can any more.
            Command::ProposeReferral { id, draft } => {
                let stands = state.consent(id).unwrap();
                assert_eq!((&stands.referral, stands.is_open()), (&Some(draft.referral), false));
            }
            Command::Stop => assert_eq!(state.standing(), Standing::Stopped(at(42))),
            other => panic!("{other:?} is not looked for"),
        }
    }
    assert_eq!(state.goals().len(), 1);
    let pace = state.get(ItemId::The(Kind::Pace)).unwrap();
    assert_eq!((pace.by, pace.at), (Actor::Claimant(claimant), at(10).at));
    assert!(matches!(&pace.item, Item::Pace(_)));
}

pub async fn a_refused_command_changes_nothing(store: Arc<dyn Store>) {
    let (claimant, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let before = seen(&*store, claimant).await.state;
    let entries = store.check().await.unwrap().entries;
    let refused = [
        (Actor::Claimant(claimant), Command::MarkGoal { id: goal_id(1), on: Version(2), stage: Stage::Done }),
        (Actor::Claimant(claimant), Command::MarkGoal { id: goal_id(9), on: Version(0), stage: Stage::Done }),
        (Actor::Claimant(claimant), Command::RemoveBreak { on: before.version_of(Kind::Breaks), at: 7 }),
        (Actor::Claimant(person(2)), add_goal(9, "someone else's")),
        (Actor::Carer(CarerId(claimant.0)), Command::Stop),
        (Actor::CaseWorker(StaffId(claimant.0)), add_goal(9, "a case worker's")),
        (Actor::Organisation(OrganisationId(claimant.0)), add_goal(9, "an organisation's")),
        (Actor::Service, add_goal(9, "the service's")),
    ];
    for (actor, command) in refused {
        let order = own_terms::store::Order { claimant, actor, command, now: at(2), notice: NoticeVersion::default() };
        let answer = store.commit(order.clone()).await;
        assert!(matches!(answer, Err(StoreError::Refused(_))), "{order:?}: {answer:?}");
    }
    let after = seen(&*store, claimant).await.state;
    assert!(after.all().eq(before.all()));
    let checked = store.check().await.unwrap();
    assert_eq!((checked.entries, checked.wrong), (entries, Vec::<String>::new()));
}

pub async fn of_several_commands_all_are_done_or_none(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let old = Command::MarkGoal { id: goal_id(1), on: Version(77), stage: Stage::Done };
    let orders = [add_goal(1, "one"), add_goal(2, "two"), old, add_goal(3, "three")];
    let orders: Vec<_> = orders.into_iter().map(|command| own(claimant, command, at(0))).collect();
    let answer = store.commit_all(orders.clone()).await;
    assert!(matches!(answer, Err(StoreError::Refused(Refusal::Changed(_)))), "{answer:?}");
    assert_eq!(seen(&*store, claimant).await.state.all().count(), 0);
    let without: Vec<_> =
        orders.into_iter().filter(|order| !matches!(order.command, Command::MarkGoal { .. })).collect();
    assert_eq!(store.commit_all(without).await.unwrap().len(), 3);
    assert_eq!(seen(&*store, claimant).await.state.goals().len(), 3);
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn each_change_is_an_entry_that_follows_the_one_before(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let mut numbers = Vec::new();
    let mut hashes = BTreeSet::new();
    for number in 0..5 {
        for (number, hash) in say(&*store, claimant, add_goal(number, "a goal")).await.unwrap().entries {
            numbers.push(number);
            hashes.insert(hash);
        }
    }
    // A goal and its place in the order, each time.
    assert_eq!(numbers, (1..=10).collect::<Vec<u32>>());
    assert_eq!(hashes.len(), 10);
    assert_eq!(say(&*store, claimant, add_goal(3, "a goal")).await.unwrap().entries, []);
    let state = seen(&*store, claimant).await.state;
    assert_eq!(state.version_of(Kind::GoalOrder), Version(10));
    let checked = store.check().await.unwrap();
    assert_eq!((checked.claimants, checked.entries, checked.wrong), (1, 10, Vec::new()));
}

pub async fn many_people_at_once_get_each_change_once(store: Arc<dyn Store>) {
    for number in 1..=3 {
        make(&*store, number).await;
    }
    let mut tasks = JoinSet::new();
    for task in 0..9_u128 {
        let store = store.clone();
        tasks.spawn(async move {
            for turn in 0..8 {
                let claimant = person(1 + task % 3);
                let number = task * 100 + turn;
                let done = say(&*store, claimant, add_goal(number, &format!("goal {number}"))).await.unwrap();
                assert_eq!(done.entries.len(), 2);
                seen(&*store, claimant).await;
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    for number in 1..=3 {
        let state = seen(&*store, person(number)).await.state;
        assert_eq!(state.goals().len(), 24);
        assert_eq!(state.goal_order().goals.len(), 24, "no place in the order was lost");
    }
    let checked = store.check().await.unwrap();
    assert_eq!((checked.entries, checked.wrong), (3 * 24 * 2, Vec::new()));
}

pub async fn of_many_changes_to_one_thing_at_once_one_is_made_and_the_others_are_told(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let mut tasks = JoinSet::new();
    for longest in 1..=8_u16 {
        let store = store.clone();
        let pace = Pace { longest, ..Pace::default() };
        tasks.spawn(async move { (longest, say(&*store, claimant, Command::SetPace { on: Version(0), pace }).await) });
    }
    let mut made = Vec::new();
    while let Some(done) = tasks.join_next().await {
        match done.unwrap() {
            (longest, Ok(done)) => made.push((longest, done.entries.len())),
            (_, Err(StoreError::Refused(Refusal::Changed(Version(1))))) => {}
            (_, other) => panic!("{other:?}"),
        }
    }
    let [(longest, 1)] = made[..] else { panic!("{made:?}") };
    assert_eq!(seen(&*store, claimant).await.state.pace().longest, longest);
}

pub async fn the_same_form_sent_many_times_at_once_has_one_effect(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let mut tasks = JoinSet::new();
    for _ in 0..8 {
        let store = store.clone();
        tasks.spawn(async move { say(&*store, claimant, add_goal(1, "once")).await.unwrap().entries.len() });
    }
    let mut entries: Vec<usize> = tasks.join_all().await;
    entries.sort_unstable();
    assert_eq!(entries, [0, 0, 0, 0, 0, 0, 0, 2]);
    assert_eq!(seen(&*store, claimant).await.state.goals().len(), 1);
}

pub async fn whoever_is_not_there_and_whoever_is_not_theirs_are_answered_alike(store: Arc<dyn Store>) {
    let theirs = make(&*store, 1).await;
    let me = make(&*store, 2).await;
    say(&*store, theirs, add_goal(1, "theirs")).await.unwrap();
    let others = [
        Actor::Claimant(me),
        Actor::Carer(CarerId(me.0)),
        Actor::CaseWorker(StaffId(Uuid::from_u128(5))),
        Actor::Organisation(OrganisationId(Uuid::from_u128(6))),
        Actor::Service,
    ];
    for actor in others {
        let there = store.view(look(theirs, actor, None)).await.map(|_| ()).unwrap_err();
        let not_there = store.view(look(person(99), actor, None)).await.map(|_| ()).unwrap_err();
        assert!(matches!(there, StoreError::NotThere), "{there:?}");
        assert_eq!(there.to_string(), not_there.to_string());
        let command = || Command::MarkGoal { id: goal_id(1), on: Version(1), stage: Stage::Done };
        let order = |claimant| own_terms::store::Order {
            claimant,
            actor,
            command: command(),
            now: at(0),
            notice: NoticeVersion::default(),
        };
        let there = store.commit(order(theirs)).await.unwrap_err();
        let not_there = store.commit(order(person(99))).await.unwrap_err();
        assert_eq!(Failure::from(there), Failure::NotFound);
        assert_eq!(Failure::from(not_there), Failure::NotFound);
    }
    assert_eq!(seen(&*store, theirs).await.state.goal(goal_id(1)).unwrap().goal.stage, Stage::Thinking);
}

/// Runs a future for a number of turns, then drops it; true when it was done by then.
async fn for_some_turns<T>(turns: u32, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut left = turns;
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}

pub async fn a_command_dropped_in_the_middle_is_done_whole_or_not_at_all(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let mut done = 0;
    for turns in 0..60 {
        let number = u128::from(turns);
        if let Some(answer) = for_some_turns(turns, say(&*store, claimant, add_goal(number, "a goal"))).await {
            answer.unwrap();
            done += 1;
        }
        // The next one is served, and finds nothing half done.
        let state = seen(&*store, claimant).await.state;
        assert_eq!(state.goals().len(), state.goal_order().goals.len(), "after {turns} turns");
    }
    assert!(done > 0, "none of them was left to finish");
    let checked = store.check().await.unwrap();
    assert_eq!(checked.wrong, Vec::<String>::new());
    assert_eq!(checked.entries % 2, 0);
    say(&*store, claimant, add_goal(1000, "one more")).await.unwrap();
}

pub async fn a_look_dropped_in_the_middle_is_answered_only_when_it_is_logged(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let mut answered = 0;
    for turns in 0..40 {
        let view = store.view(look(claimant, Actor::Claimant(claimant), None));
        if for_some_turns(turns, view).await.is_some_and(|view| view.is_ok()) {
            answered += 1;
        }
        // Those logged before this look, which is one more.
        let logged = seen(&*store, claimant).await.looks.len();
        assert!(logged >= answered, "{logged} looks are logged and {answered} were answered");
        answered = logged + 1;
    }
}

pub async fn a_place_is_made_once_and_stays_what_it_was(store: Arc<dyn Store>) {
    assert!(!store.holds_real_people().await.unwrap());
    assert!(store.make_place(person(1), Origin::Measuring, at(0).at).await.unwrap());
    say(&*store, person(1), add_goal(1, "a goal")).await.unwrap();
    assert!(!store.make_place(person(1), Origin::Real, at(1).at).await.unwrap());
    assert!(!store.holds_real_people().await.unwrap());
    assert_eq!(seen(&*store, person(1)).await.state.goals().len(), 1);
    assert!(store.make_place(person(2), Origin::Real, at(1).at).await.unwrap());
    assert!(store.holds_real_people().await.unwrap());
    assert_eq!(store.check().await.unwrap().claimants, 2);
}

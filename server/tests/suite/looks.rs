//! One way out, and nobody takes it unseen.

use std::sync::Arc;

use own_terms::store::{Ask, LOOKS_SHOWN, Store, StoreError, Want};
use own_terms_domain::{
    actor::Actor,
    ids::{CarerId, OrganisationId, StaffId},
    look::{Look, Reason, Subject},
};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::given::{add_goal, at, look, make, person, say, seen};

pub async fn ones_own_looks_are_one_entry_a_session(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let me = Actor::Claimant(claimant);
    for session in [[1; 32], [2; 32]] {
        store.begin_session(session, claimant, at(0).at).await.unwrap();
        for subject in [Subject::Goals, Subject::Everything, Subject::Contact] {
            store.view(Ask { subject, ..look(claimant, me, Some(session)) }).await.unwrap();
        }
    }
    let looks = store.view(look(claimant, me, Some([2; 32]))).await.unwrap().looks;
    let one =
        |number| Look { number, at: at(1).at, by: me, reason: Reason::MyOwn, subject: Subject::Goals, refused: false };
    assert_eq!(looks, [one(2), one(1)]);
    // Without a session that is known, each is one.
    for session in [None, Some([9; 32]), None] {
        store.view(look(claimant, me, session)).await.unwrap();
    }
    assert_eq!(store.view(look(claimant, me, Some([2; 32]))).await.unwrap().looks.len(), 5);
}

pub async fn looks_at_the_same_moment_in_one_session_are_one_entry(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let me = Actor::Claimant(claimant);
    store.begin_session([1; 32], claimant, at(0).at).await.unwrap();
    let mut tasks = JoinSet::new();
    for _ in 0..12 {
        let store = store.clone();
        tasks.spawn(async move { store.view(look(claimant, me, Some([1; 32]))).await.unwrap() });
    }
    tasks.join_all().await;
    assert_eq!(store.view(look(claimant, me, Some([1; 32]))).await.unwrap().looks.len(), 1);
}

pub async fn every_look_of_someone_else_is_an_entry_refused_ones_too(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let me = make(&*store, 2).await;
    say(&*store, claimant, add_goal(1, "a goal")).await.unwrap();
    // A session of their own does not hide whom they look at.
    store.begin_session([5; 32], me, at(0).at).await.unwrap();
    let others = [
        (Actor::CaseWorker(StaffId(Uuid::from_u128(3))), Reason::ConversationAsked, Subject::Terms),
        (Actor::CaseWorker(StaffId(Uuid::from_u128(3))), Reason::ConversationAsked, Subject::Terms),
        (Actor::Carer(CarerId(Uuid::from_u128(4))), Reason::HelpingAsAsked, Subject::Goals),
        (Actor::Claimant(me), Reason::MyOwn, Subject::Everything),
        (Actor::Organisation(OrganisationId(Uuid::from_u128(6))), Reason::HelpingAsAsked, Subject::AtAGlance),
        (Actor::Service, Reason::MyOwn, Subject::Everything),
    ];
    for (minute, (actor, reason, subject)) in (10..).zip(others) {
        let ask = Ask { reason, subject, now: at(minute), ..look(claimant, actor, Some([5; 32])) };
        let answer = store.view(ask).await.map(|_| ());
        assert!(matches!(answer, Err(StoreError::NotThere)), "{actor:?}: {answer:?}");
    }
    // Newest first, each with all that is known of it.
    let ask = Ask { now: at(60), ..look(claimant, Actor::Claimant(claimant), None) };
    store.view(ask.clone()).await.unwrap();
    let looks = store.view(ask).await.unwrap().looks;
    let expected = (10..).zip(others).map(|(minute, (by, reason, subject))| Look {
        number: u32::try_from(minute - 9).unwrap(),
        at: at(minute).at,
        by,
        reason,
        subject,
        refused: true,
    });
    let mut expected: Vec<Look> = expected.collect();
    expected.reverse();
    assert_eq!(&looks[looks.len() - expected.len()..], expected);
    assert!(looks.iter().any(|look| !look.refused && look.by == Actor::Claimant(claimant)));
    // In nobody else's log.
    assert!(seen(&*store, person(2)).await.looks.iter().all(|look| look.by == Actor::Claimant(me)));
}

pub async fn nobody_but_the_person_sees_who_looked(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    say(&*store, claimant, add_goal(1, "a goal")).await.unwrap();
    for _ in 0..LOOKS_SHOWN + 5 {
        let _ = store.view(look(claimant, Actor::Service, None)).await;
    }
    assert_eq!(seen(&*store, claimant).await.looks.len(), LOOKS_SHOWN);
    let without = Ask { want: Want::Items, ..look(claimant, Actor::Claimant(claimant), None) };
    assert!(store.view(without).await.unwrap().looks.is_empty());
}

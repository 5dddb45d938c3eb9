//! Sessions.

use std::sync::Arc;

use jiff::Timestamp;
use own_terms::store::{Alive, Ask, Ended, Session, Store, StoreError, Want, Which};
use own_terms_domain::{
    account::{Begun, Device, Origin, SignIn, SignedInBy},
    actor::Actor,
    decide::Command,
    ids::WayInId,
    item::{ItemId, Version},
};

use uuid::Uuid;

use crate::given::{CHOSEN, add_goal, alive, at, begun, look, make, own, person, say, seen, way_in};

const LONG_AGO: Alive =
    Alive { used: Timestamp::UNIX_EPOCH, used_where_shared: Timestamp::UNIX_EPOCH, begun: Timestamp::UNIX_EPOCH };

async fn found(store: &dyn Store, token: [u8; 32], minute: i64) -> Option<Session> {
    store.session(token, at(minute).at, LONG_AGO).await.unwrap()
}

pub async fn a_session_is_there_until_it_ends(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    assert_eq!(found(&*store, [1; 32], 0).await, None);
    store.begin_session([1; 32], claimant, begun(0)).await.unwrap();
    let (signed_in_at, seen_at, by) = (at(0).at, at(0).at, SignedInBy::Choosing);
    let session = Session { claimant, signed_in_at, seen_at, by, way: None, shared: false };
    assert_eq!(found(&*store, [1; 32], 0).await, Some(session));
    assert_eq!(found(&*store, [2; 32], 0).await, None);
    store.end_session([1; 32]).await.unwrap();
    assert_eq!(found(&*store, [1; 32], 0).await, None);
    store.end_session([1; 32]).await.unwrap();
}

pub async fn a_session_not_used_is_over_and_so_is_a_long_one(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    store.begin_session([1; 32], claimant, begun(0)).await.unwrap();
    let asked = |minute: i64, used: i64, begun: i64| store.session([1; 32], at(minute).at, alive(used, begun));
    assert_eq!(asked(30, 1, -600).await.unwrap(), None, "not used for long enough");
    assert_eq!(asked(30, -1, 1).await.unwrap(), None, "begun too long ago");
    assert!(asked(30, 0, 0).await.unwrap().is_some(), "the very last moment counts");
    // Being used is noted, and never goes back.
    assert_eq!(found(&*store, [1; 32], 31).await.unwrap().seen_at, at(30).at);
    assert_eq!(found(&*store, [1; 32], 40).await.unwrap().seen_at, at(40).at, "what is noted is told");
    found(&*store, [1; 32], 35).await.unwrap();
    assert_eq!(found(&*store, [1; 32], 40).await.unwrap().seen_at, at(40).at);
    assert!(asked(90, 40, -600).await.unwrap().is_some());
}

pub async fn sessions_that_are_over_are_held_no_longer(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    for (token, minute) in [([1; 32], 0), ([2; 32], 60), ([3; 32], 120)] {
        store.begin_session(token, claimant, begun(minute)).await.unwrap();
    }
    found(&*store, [1; 32], 120).await.unwrap();
    store.end_old_sessions(alive(100, 0)).await.unwrap();
    assert_eq!(found(&*store, [2; 32], 120).await, None, "not used for long enough");
    assert!(found(&*store, [1; 32], 120).await.is_some() && found(&*store, [3; 32], 120).await.is_some());
    store.end_old_sessions(alive(0, 1)).await.unwrap();
    assert_eq!(found(&*store, [1; 32], 120).await, None, "begun too long ago");
    assert!(found(&*store, [3; 32], 120).await.is_some());
}

pub async fn the_account_is_given_to_the_person_alone_and_only_when_it_is_asked_for(store: Arc<dyn Store>) {
    let (claimant, Actor::CaseWorker(staff)) = (make(&*store, 1).await, CHOSEN) else { unreachable!("a case worker") };
    say(&*store, claimant, Command::ChooseCaseWorker { on: Version(0), staff: Some(staff) }).await.unwrap();
    say(&*store, claimant, add_goal(1, "a goal")).await.unwrap();
    let other = make(&*store, 2).await;
    for (token, claimant, minute) in [([1; 32], claimant, 0), ([2; 32], claimant, 60), ([3; 32], other, 90)] {
        store.begin_session(token, claimant, begun(minute)).await.unwrap();
    }
    let given = async |want, actor| {
        let ask = Ask { want, ..look(claimant, actor, Some([1; 32])) };
        store.view(ask).await.unwrap().account
    };
    let me = Actor::Claimant(claimant);
    for want in [Want::Items, Want::Looks { by: None, before: None }, Want::Entries(Which::All)] {
        assert_eq!(given(want, me).await, None, "{want:?}");
    }
    for want in [Want::Overview, Want::Record] {
        assert_eq!(given(want, CHOSEN).await, None, "{want:?}");
        let account = given(want, me).await.unwrap();
        assert_eq!((account.claimant, account.origin, account.made_at), (claimant, Origin::Demonstration, at(0).at));
        let sign_in = |at_place: usize, minute, looked, here| SignIn {
            id: account.sign_ins[at_place].id,
            by: SignedInBy::Choosing,
            way: None,
            device: Device::Computer,
            shared: false,
            at: at(minute).at,
            last_used: at(minute).at,
            looked,
            looked_at_log: false,
            here,
        };
        assert_eq!(account.sign_ins, [sign_in(0, 60, false, false), sign_in(1, 0, true, true)]);
    }
}

pub async fn sessions_are_ended_from_elsewhere_by_their_own_person_alone(store: Arc<dyn Store>) {
    let (me, other) = (make(&*store, 1).await, make(&*store, 2).await);
    for (token, whose) in [([1; 32], me), ([2; 32], me), ([3; 32], me), ([4; 32], other)] {
        store.begin_session(token, whose, begun(0)).await.unwrap();
    }
    let ids = async |whose, token| {
        let ask = Ask { want: Want::Overview, ..look(whose, Actor::Claimant(whose), Some(token)) };
        let account = store.view(ask).await.unwrap().account.unwrap();
        account.sign_ins.iter().find(|sign_in| sign_in.here).unwrap().id
    };
    let (first, theirs) = (ids(me, [1; 32]).await, ids(other, [4; 32]).await);
    assert_ne!(first, ids(me, [2; 32]).await);
    store.end_sessions(me, Ended::One(theirs)).await.unwrap();
    assert!(found(&*store, [4; 32], 0).await.is_some(), "it is someone else's");
    store.end_sessions(me, Ended::One(first)).await.unwrap();
    store.end_sessions(me, Ended::One(first)).await.unwrap();
    assert_eq!(found(&*store, [1; 32], 0).await, None);
    assert!(found(&*store, [2; 32], 0).await.is_some());
    store.end_sessions(me, Ended::AllBut([3; 32])).await.unwrap();
    assert_eq!(found(&*store, [2; 32], 0).await, None);
    assert!(found(&*store, [3; 32], 0).await.is_some() && found(&*store, [4; 32], 0).await.is_some());
}

pub async fn where_others_use_the_device_a_session_not_used_is_over_sooner(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    store.begin_session([1; 32], claimant, Begun { shared: true, ..begun(0) }).await.unwrap();
    store.begin_session([2; 32], claimant, begun(0)).await.unwrap();
    let sooner = Alive { used_where_shared: at(1).at, ..alive(0, 0) };
    let asked = |token: u8, alive| store.session([token; 32], at(0).at, alive);
    assert_eq!(asked(1, sooner).await.unwrap(), None);
    assert!(asked(1, alive(0, 0)).await.unwrap().unwrap().shared);
    assert!(!asked(2, sooner).await.unwrap().unwrap().shared);
    store.share_session([1; 32], false).await.unwrap();
    store.share_session([2; 32], true).await.unwrap();
    assert!(asked(1, sooner).await.unwrap().is_some(), "it can be said otherwise");
    store.end_old_sessions(sooner).await.unwrap();
    assert!(found(&*store, [1; 32], 0).await.is_some());
    assert_eq!(found(&*store, [2; 32], 0).await, None);
}

pub async fn closing_a_way_in_ends_the_sessions_that_began_by_it_but_the_one_in_which_it_is_closed(
    store: Arc<dyn Store>,
) {
    let (me, other) = (make(&*store, 1).await, make(&*store, 2).await);
    let ways = [1, 2].map(|number| WayInId(Uuid::from_u128(number)));
    for (way, address) in ways.into_iter().zip(["one@example.com", "two@example.com"]) {
        say(&*store, me, way_in(way, address)).await.unwrap();
    }
    let by = |way| Begun { way, by: SignedInBy::Email, ..begun(0) };
    for (token, whose, way) in [
        (1, me, Some(ways[0])),
        (2, me, Some(ways[0])),
        (3, me, Some(ways[1])),
        (4, me, None),
        (5, other, Some(ways[0])),
    ] {
        store.begin_session([token; 32], whose, by(way)).await.unwrap();
    }
    assert_eq!(found(&*store, [1; 32], 0).await.unwrap().way, Some(ways[0]));
    let close = async |way: WayInId| {
        let on = seen(&*store, me).await.state.version(ItemId::SignIn(way));
        own(me, Command::RemoveWayIn { id: way, on, sure: true }, at(0))
    };
    let order = close(ways[0]).await;
    store.commit_in(order, [2; 32]).await.unwrap();
    let mut there = Vec::new();
    for token in 1..=5 {
        there.push(found(&*store, [token; 32], 0).await.is_some());
    }
    assert_eq!(there, [false, true, true, true, true]);
    let order = close(ways[1]).await;
    store.commit(order).await.unwrap();
    assert_eq!(found(&*store, [3; 32], 0).await, None);
    assert!(found(&*store, [4; 32], 0).await.is_some(), "it began by none");
}

pub async fn a_session_belongs_to_one_person(store: Arc<dyn Store>) {
    let (one, two) = (make(&*store, 1).await, make(&*store, 2).await);
    let nobody = store.begin_session([3; 32], person(99), begun(0)).await;
    assert!(matches!(nobody, Err(StoreError::NotThere)), "{nobody:?}");
    assert_eq!(found(&*store, [3; 32], 0).await, None);
    store.begin_session([1; 32], one, begun(0)).await.unwrap();
    store.begin_session([2; 32], two, begun(0)).await.unwrap();
    // A token is nobody else's, even if it were drawn twice.
    assert!(store.begin_session([1; 32], two, begun(0)).await.is_err());
    assert_eq!(found(&*store, [1; 32], 0).await.unwrap().claimant, one);
    store.end_session([1; 32]).await.unwrap();
    assert_eq!(found(&*store, [2; 32], 0).await.unwrap().claimant, two);
}

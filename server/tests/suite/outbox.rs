//! What is to be sent: put with the change that causes it, taken by one, settled by whoever took it last.

use std::{collections::BTreeSet, sync::Arc};

use own_terms::store::{Claimed, MessageId, Settled, Store};
use own_terms_domain::{
    actor::Actor,
    appointment::{AppointmentDraft, Slot},
    contact::{WishAnswer, WishDraft},
    decide::Command,
    ids::{AppointmentId, ClaimantId, WayInId},
    item::Version,
    telling::{About, To},
    terms::Format,
    time::Now,
};
use uuid::Uuid;

use crate::given::{CHOSEN, at, make, own, text, way_in};

/// A moment at which everything that was taken by someone who went away is taken again.
const LATER: i64 = 60;

fn id(number: u128) -> WayInId {
    WayInId(Uuid::from_u128(number))
}

/// Someone with two addresses, and a message to the one that the other was added.
async fn someone(store: &dyn Store, number: u128) -> ClaimantId {
    let claimant = make(store, number).await;
    for (number, address) in [(1, "one@example.com"), (2, "two@example.com")] {
        store.commit(own(claimant, way_in(id(number), address), at(1))).await.unwrap();
    }
    claimant
}

async fn all(store: &dyn Store, now: Now) -> Vec<Claimed> {
    let mut all = Vec::new();
    loop {
        let some = store.claim(now.at).await.unwrap();
        if some.is_empty() {
            return all;
        }
        all.extend(some);
    }
}

pub async fn a_message_is_put_with_its_change_and_never_without(store: Arc<dyn Store>) {
    assert_eq!(store.next_due().await.unwrap(), None);
    let claimant = someone(&*store, 1).await;
    assert_eq!(store.next_due().await.unwrap(), Some(at(1).at));
    assert_eq!(store.claim(at(0).at).await.unwrap(), [], "it is not due yet");
    let [one] = &store.claim(at(1).at).await.unwrap()[..] else { panic!("one") };
    assert_eq!((one.claimant, one.message.about), (claimant, About::WaysIn { at: at(1).at }));
    assert_eq!((one.message.to, one.tried), (To::Way { way: id(1) }, 1));
    store.settle(one, Settled::Done).await.unwrap();
    assert_eq!(store.next_due().await.unwrap(), None);
    // Refused as a whole: the first of the two would have told somebody.
    let closed = Command::RemoveWayIn { id: id(2), on: Version(2), sure: false };
    let wrong = Command::RemoveWayIn { id: id(1), on: Version(9), sure: false };
    let both = vec![own(claimant, closed.clone(), at(2)), own(claimant, wrong, at(2))];
    store.commit_all(both).await.unwrap_err();
    assert_eq!(store.next_due().await.unwrap(), None);
    store.commit(own(claimant, closed.clone(), at(2))).await.unwrap();
    assert_eq!(store.next_due().await.unwrap(), Some(at(2).at));
    // So already: nothing is told again.
    let [one] = &all(&*store, at(2)).await[..] else { panic!("one") };
    store.settle(one, Settled::Done).await.unwrap();
    assert_eq!(store.commit(own(claimant, closed, at(3))).await.unwrap().entries, []);
    assert_eq!(store.next_due().await.unwrap(), None);
}

pub async fn of_many_who_take_messages_at_once_each_is_taken_by_one(store: Arc<dyn Store>) {
    for number in 1..=40 {
        someone(&*store, number).await;
    }
    let takers: Vec<_> = (0..8)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move { all(&*store, at(1)).await })
        })
        .collect();
    let mut taken: Vec<(ClaimantId, MessageId)> = Vec::new();
    for taker in takers {
        taken.extend(taker.await.unwrap().iter().map(|one| (one.claimant, one.id)));
    }
    assert_eq!(taken.len(), 40);
    assert_eq!(BTreeSet::from_iter(taken).len(), 40);
}

pub async fn whoever_took_it_first_settles_nothing_that_another_has_taken_since(store: Arc<dyn Store>) {
    someone(&*store, 1).await;
    let first = all(&*store, at(1)).await.remove(0);
    assert_eq!(all(&*store, at(2)).await, [], "it is taken");
    // Whoever had it went away in the middle.
    let second = all(&*store, at(LATER)).await.remove(0);
    assert_eq!((second.id, second.message, second.made_at, second.tried), (first.id, first.message, first.made_at, 2));
    for settled in [Settled::Done, Settled::Again(at(2).at), Settled::Later(at(2).at)] {
        store.settle(&first, settled).await.unwrap();
    }
    assert!(store.next_due().await.unwrap() > Some(at(LATER).at), "it is the second one's");
    store.settle(&second, Settled::Again(at(LATER + 1).at)).await.unwrap();
    let third = all(&*store, at(LATER + 1)).await.remove(0);
    assert_eq!(third.tried, 3);
    store.settle(&third, Settled::Later(at(LATER + 2).at)).await.unwrap();
    let fourth = all(&*store, at(LATER + 2)).await.remove(0);
    assert_eq!(fourth.tried, 1, "waiting for an hour is no try");
    // What nobody sends is not held for ever.
    store.settle(&fourth, Settled::Later(at(LATER + 2).at)).await.unwrap();
    store.drop_old_messages(at(LATER + 2).at).await.unwrap();
    assert_eq!(store.next_due().await.unwrap(), Some(at(LATER + 2).at));
    store.drop_old_messages(at(LATER + 3).at).await.unwrap();
    assert_eq!(store.next_due().await.unwrap(), None);
}

pub async fn stopping_empties_the_queue_in_the_same_transaction(store: Arc<dyn Store>) {
    crate::given::introduce(&*store).await;
    let claimant = make(&*store, 1).await;
    let Actor::CaseWorker(staff) = CHOSEN else { panic!("a case worker") };
    let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    let slot =
        Slot { day: at(0).today.saturating_add(jiff::Span::new().days(9)), from: jiff::civil::time(10, 0, 0, 0) };
    let offered = AppointmentDraft {
        why: text("the letter"),
        format: Format::Writing,
        place: None,
        minutes: 20,
        bring: None,
        not_bring: None,
        times: vec![slot],
        replaces: None,
    };
    let appointment = AppointmentId(Uuid::from_u128(0xa00));
    for command in
        [Command::ChooseCaseWorker { on: Version(0), staff: Some(staff) }, Command::SetWish { on: Version(0), draft }]
    {
        store.commit(own(claimant, command, at(1))).await.unwrap();
    }
    let offer = Command::OfferAppointment { id: appointment, draft: offered };
    store.commit(own_terms::store::Order { actor: CHOSEN, ..own(claimant, offer, at(2)) }).await.unwrap();
    assert_eq!(store.next_due().await.unwrap(), Some(at(2).at));
    // Also one that somebody has taken and is about to send: what they do with it changes nothing any more.
    let taken = all(&*store, at(2)).await.remove(0);
    assert_eq!(taken.message.about, About::Offer { appointment });
    assert!(store.is_claimed(&taken).await.unwrap());
    store.commit(own(claimant, Command::Stop, at(3))).await.unwrap();
    assert_eq!(store.next_due().await.unwrap(), None);
    assert!(!store.is_claimed(&taken).await.unwrap(), "it is not sent any more");
    store.settle(&taken, Settled::Again(at(3).at)).await.unwrap();
    assert_eq!(store.next_due().await.unwrap(), None);
}

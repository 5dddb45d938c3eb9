//! Receipts, checkpoints, keys and erasure: what was said can be proved, and what was erased is gone.

use std::sync::Arc;

use own_terms::store::{Ask, ENTRIES_SHOWN, Store, StoreError, View, Want, Which};
use own_terms_domain::{
    actor::Actor,
    checkpoint::root_from,
    decide::{Command, Refusal, ToErase},
    ids::{ClaimantId, StaffId},
    item::{Item, ItemId, Kind, Version},
    ledger::{Act, BEGINNING},
    look::Subject,
    record::Sort,
};
use own_terms_receipt::{hex::Hex, keys::For};
use uuid::Uuid;

use crate::given::{
    add_goal, at, begun, close_every_way_in, goal_id, look, make, own, record_id, say, seen,
    someone_who_said_everything,
};

async fn entries(store: &dyn Store, claimant: ClaimantId, which: Which) -> View {
    let ask = Ask { want: Want::Entries(which), ..look(claimant, Actor::Claimant(claimant), None) };
    store.view(ask).await.unwrap()
}

pub async fn each_change_is_an_entry_that_is_signed_and_says_what_it_replaced(store: Arc<dyn Store>) {
    let (claimant, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let view = entries(&*store, claimant, Which::All).await;
    let proof = view.proof.unwrap();
    assert_eq!(proof.entries, u32::try_from(view.entries.len()).unwrap());
    assert_eq!(proof.head, view.entries[0].link.hash());
    assert_eq!(proof.keys.len(), 1);
    for (number, entry) in (1..).zip(view.entries.iter().rev()) {
        assert_eq!(entry.link.number, number);
        let hash = entry.link.hash();
        assert!(proof.keys[0].has_signed(For::Entry, &hash, &entry.signed, entry.link.at));
        let content = entry.content.as_ref().unwrap();
        assert_eq!(content.commitment(), entry.link.commitment);
        let before = view.entries.iter().find(|other| other.link.number < number && other.link.item == entry.link.item);
        assert_eq!(entry.link.replaced, before.map_or(BEGINNING, |before| before.link.hash()), "{:?}", entry.link.item);
    }
}

pub async fn entries_are_given_by_page_by_item_and_one_with_what_it_replaced(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    for number in 0..40 {
        say(&*store, claimant, add_goal(number, "a goal")).await.unwrap();
    }
    let all: Vec<u32> = (1..=80).rev().collect();
    let numbers = |view: View| -> Vec<u32> { view.entries.iter().map(|entry| entry.link.number).collect() };
    assert_eq!(numbers(entries(&*store, claimant, Which::All).await), all);
    let first = numbers(entries(&*store, claimant, Which::Before(None)).await);
    assert_eq!(first, all[..ENTRIES_SHOWN]);
    let rest = numbers(entries(&*store, claimant, Which::Before(first.last().copied())).await);
    assert_eq!(rest, all[ENTRIES_SHOWN..]);
    assert_eq!(numbers(entries(&*store, claimant, Which::Before(Some(0))).await), [0; 0]);
    assert_eq!(numbers(entries(&*store, claimant, Which::Of(ItemId::Goal(goal_id(3)), None)).await), [7]);
    assert_eq!(numbers(entries(&*store, claimant, Which::One(8)).await), [8, 6]);
    assert_eq!(numbers(entries(&*store, claimant, Which::One(1)).await), [1]);
    for none in [0, 81, u32::MAX] {
        let ask = Ask { want: Want::Entries(Which::One(none)), ..look(claimant, Actor::Claimant(claimant), None) };
        assert!(store.view(ask).await.unwrap().entries.is_empty(), "{none}");
    }
    // Their own look at what is not there was refused by nobody.
    assert!(seen(&*store, claimant).await.looks.iter().all(|look| !look.refused));
}

pub async fn nobody_but_the_person_gets_entries_or_proof(store: Arc<dyn Store>) {
    let (claimant, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let other = make(&*store, 2).await;
    for actor in [Actor::Claimant(other), Actor::CaseWorker(StaffId(Uuid::from_u128(3))), Actor::Service] {
        let ask = Ask { want: Want::Entries(Which::All), ..look(claimant, actor, None) };
        assert!(matches!(store.view(ask).await, Err(StoreError::NotThere)), "{actor:?}");
    }
}

pub async fn a_checkpoint_has_each_chain_that_grew_and_the_way_to_its_root(store: Arc<dyn Store>) {
    assert!(!store.make_checkpoint(at(0).at).await.unwrap(), "nothing to say of nobody");
    let mut people = Vec::new();
    for number in 1..=5 {
        let (claimant, _) = someone_who_said_everything(&*store, number, "Mark").await;
        people.push(claimant);
    }
    let silent = make(&*store, 9).await;
    assert!(store.make_checkpoint(at(5).at).await.unwrap());
    assert!(!store.make_checkpoint(at(6).at).await.unwrap(), "nothing has grown since");
    say(&*store, people[2], Command::ComeBack { how: own_terms_domain::standing::ComeBack::AsItWas }).await.unwrap();
    assert!(store.make_checkpoint(at(7).at).await.unwrap());
    let published = store.checkpoints(0).await.unwrap();
    assert_eq!(published.iter().map(|one| (one.number, one.leaves)).collect::<Vec<_>>(), [(1, 5), (2, 1)]);
    assert_eq!(published[1].previous.0, published[0].checkpoint().hash());
    assert_eq!(store.checkpoints(1).await.unwrap(), published[1..]);
    let keys = store.keys().await.unwrap();
    for one in &published {
        assert!(keys[0].has_signed(For::Checkpoint, &one.checkpoint().hash(), &one.signed(), one.at));
    }
    for (place, claimant) in people.iter().enumerate() {
        let proof = entries(&*store, *claimant, Which::Before(None)).await.proof.unwrap();
        let [anchor] = &proof.anchors[..] else { panic!("the latest: {:?}", proof.anchors) };
        assert_eq!(anchor.checkpoint, published[usize::from(place == 2)]);
        assert_eq!((anchor.entries, anchor.head), (proof.entries, Hex(proof.head)));
        let path: Vec<_> = anchor.path.iter().map(|hash| hash.0).collect();
        let root = root_from(anchor.ends(claimant.0).leaf(), anchor.leaf, anchor.checkpoint.leaves, &path);
        assert_eq!(root, Some(anchor.checkpoint.root.0));
    }
    assert_eq!(entries(&*store, silent, Which::All).await.proof.unwrap().anchors, []);
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn a_new_key_signs_what_is_new_and_the_old_one_still_checks(store: Arc<dyn Store>) {
    assert!(store.keys().await.unwrap().is_empty());
    let claimant = make(&*store, 1).await;
    say(&*store, claimant, add_goal(1, "before")).await.unwrap();
    let old = store.signer(at(0).at).await.unwrap().id();
    store.change_key(at(10).at).await.unwrap();
    store.commit(own(claimant, add_goal(2, "after"), at(20))).await.unwrap();
    let new = store.signer(at(20).at).await.unwrap().id();
    assert_ne!(old, new);
    let keys = store.keys().await.unwrap();
    let used: Vec<_> = keys.iter().map(|key| (key.id, key.until)).collect();
    assert_eq!(used, [(old, Some(at(10).at)), (new, None)]);
    let view = entries(&*store, claimant, Which::All).await;
    let signed_with: Vec<_> = view.entries.iter().rev().map(|entry| entry.signed.signed_with).collect();
    assert_eq!(signed_with, [old, old, new, new]);
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn each_kind_can_be_erased_whole(store: Arc<dyn Store>) {
    for (number, kind) in (1..).zip(Kind::ALL.iter().copied()) {
        let (claimant, _) = someone_who_said_everything(&*store, number, "Mark").await;
        let done = say(&*store, claimant, Command::Erase { what: ToErase::Kind(kind) }).await;
        let by_law = matches!(done, Err(StoreError::Refused(Refusal::KeptByLaw(_))));
        assert!(done.is_ok() || (by_law && kind.is_kept_by_law()), "{kind:?}: {done:?}");
        let left = seen(&*store, claimant).await.state.count_of(kind);
        // That they have stopped, what the law keeps, what is kept from carers, how they sign in, and what can be stopped still.
        let one = matches!(kind, Kind::Standing | Kind::Recovery | Kind::KeptBack) || kind.is_kept_by_law();
        let stays = if kind == Kind::SignIn { 3 } else { usize::from(one) };
        assert_eq!(left, stays, "{kind:?}");
    }
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn what_is_erased_is_gone_and_the_chain_still_checks(store: Arc<dyn Store>) {
    let (claimant, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let goal = ItemId::Goal(goal_id(1));
    let on = seen(&*store, claimant).await.state.version(goal);
    let erase = Command::Erase { what: ToErase::Item { id: goal, on } };
    let done = say(&*store, claimant, erase.clone()).await.unwrap();
    assert!(done.erased && done.entries.len() == 2, "{done:?}: the goal, and its place in the order");
    let state = seen(&*store, claimant).await.state;
    assert!(state.get(goal).is_none() && state.ever_held().all(|id| id != goal));
    let of_it = entries(&*store, claimant, Which::Of(goal, None)).await.entries;
    assert_eq!(of_it[0].link.act, Act::Erase);
    assert!(of_it.len() > 2 && of_it.iter().all(|entry| entry.content.is_none()));
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
    // Once more, or with what was seen before: nothing is done, and it is said why.
    let again = say(&*store, claimant, erase).await;
    assert!(matches!(again, Err(StoreError::Refused(Refusal::Changed(Version(0))))), "{again:?}");
    // The rest of a kind, those taken away included; then everything, as far as it goes for someone who has stopped.
    say(&*store, claimant, Command::Erase { what: ToErase::Kind(Kind::Goal) }).await.unwrap();
    assert!(seen(&*store, claimant).await.state.ever_held().all(|id| id.kind() != Kind::Goal));
    say(&*store, claimant, Command::Erase { what: ToErase::Everything }).await.unwrap();
    assert_eq!(seen(&*store, claimant).await.state.ways_in().count(), 3, "they can still sign in");
    close_every_way_in(&*store, claimant).await;
    let left: Vec<ItemId> = seen(&*store, claimant).await.state.ever_held().collect();
    assert_eq!(left, [ItemId::The(Kind::Standing), ItemId::Record(Sort::Payment, record_id(3))]);
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
    // And it can all be said anew.
    say(&*store, claimant, add_goal(1, "a new beginning")).await.unwrap();
    let of_it = entries(&*store, claimant, Which::Of(goal, None)).await.entries;
    let read: Vec<bool> = of_it.iter().map(|entry| entry.content.is_some()).collect();
    assert!(read[0] && read[1..].iter().all(|read| !read));
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn what_was_taken_away_can_still_be_read_until_it_is_erased(store: Arc<dyn Store>) {
    let (claimant, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let afresh = Command::ComeBack { how: own_terms_domain::standing::ComeBack::Afresh };
    say(&*store, claimant, afresh).await.unwrap();
    let pace = ItemId::The(Kind::Pace);
    let state = seen(&*store, claimant).await.state;
    assert!(state.get(pace).is_none() && state.ever_held().any(|id| id == pace));
    let of_it = entries(&*store, claimant, Which::Of(pace, None)).await.entries;
    assert!(matches!(of_it[1].content.as_ref().unwrap().item, Some(Item::Pace(_))));
    say(&*store, claimant, Command::Erase { what: ToErase::Item { id: pace, on: Version(0) } }).await.unwrap();
    assert!(seen(&*store, claimant).await.state.ever_held().all(|id| id != pace));
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn reading_the_log_is_an_entry_in_it_once_a_session(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let me = Actor::Claimant(claimant);
    store.begin_session([1; 32], claimant, begun(0)).await.unwrap();
    for subject in [Subject::Goals, Subject::Log, Subject::Log, Subject::Everything] {
        store.view(Ask { subject, ..look(claimant, me, Some([1; 32])) }).await.unwrap();
    }
    let looks = store.view(look(claimant, me, Some([1; 32]))).await.unwrap().looks;
    assert_eq!(looks.iter().map(|look| look.subject).collect::<Vec<_>>(), [Subject::Log, Subject::Goals]);
    // First of all, it is the only one.
    store.begin_session([2; 32], claimant, begun(0)).await.unwrap();
    for subject in [Subject::Log, Subject::Goals] {
        store.view(Ask { subject, ..look(claimant, me, Some([2; 32])) }).await.unwrap();
    }
    let looks = store.view(look(claimant, me, Some([2; 32]))).await.unwrap().looks;
    assert_eq!(looks.len(), 3);
}

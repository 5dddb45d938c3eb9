//! An older copy put back in the place of what is there.

use std::{collections::BTreeSet, fs};

use own_terms::store::{Store as _, sqlite::SqliteStore};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, ToErase},
    goals::Stage,
    item::{ItemId, Kind, Version},
    ledger::Act,
    reading::Choice as _,
    terms::Pace,
};
use own_terms_receipt::keys::For;

use super::{all, put_back, readable};
use crate::{
    files::{is_well, number, one_place, power_cut, run, take},
    given::{Folder, KEY, add_goal, alive, at, begun, erase_goal, goal_id, make, open, open_with, own, say, seen},
};

async fn open_at(folder: &Folder, minute: i64) -> SqliteStore {
    let sealer = crate::given::sealer(KEY);
    SqliteStore::open(&folder.files(), sealer, at(minute).at).await.unwrap()
}

#[tokio::test]
async fn an_older_copy_put_back_is_whole_and_says_that_the_service_erased_it_again() {
    let (_folder, store, claimant) = one_place().await;
    let kept = Folder::new();
    for number in 1..=3 {
        say(&store, claimant, add_goal(number, "a goal")).await.unwrap();
    }
    say(&store, claimant, Command::SetPace { on: Version(0), pace: Pace::default() }).await.unwrap();
    say(&store, claimant, Command::Stop).await.unwrap();
    let afresh = Command::ComeBack { how: own_terms_domain::standing::ComeBack::Afresh };
    say(&store, claimant, afresh).await.unwrap();
    for number in 1..=3 {
        let on = seen(&store, claimant).await.state.version(ItemId::Goal(goal_id(number)));
        say(&store, claimant, Command::BringBackGoal { id: goal_id(number), on }).await.unwrap();
    }
    store.begin_session([1; 32], claimant, begun(0)).await.unwrap();
    let older = store.backup(&kept.file(""), at(1).at).await.unwrap();
    // One that stands, and one that was taken away and could still be read.
    let erase = erase_goal(&seen(&store, claimant).await.state, 1);
    say(&store, claimant, erase).await.unwrap();
    let pace = Command::Erase { what: ToErase::Item { id: ItemId::The(Kind::Pace), on: Version(0) } };
    say(&store, claimant, pace).await.unwrap();
    // Said anew, and another, which the older copy knows nothing of.
    say(&store, claimant, add_goal(1, "said anew")).await.unwrap();
    say(&store, claimant, add_goal(4, "another")).await.unwrap();
    store.make_checkpoint(at(2).at).await.unwrap();
    store.backup(&kept.file(""), at(3).at).await.unwrap();

    let restored = put_back(&older, &kept.vault());
    let store = open_at(&restored, 10).await;
    let checked = store.check().await.unwrap();
    assert_eq!(checked.wrong, Vec::<String>::new());
    let view = all(&store, claimant).await;
    let again: Vec<_> = view.entries.iter().filter(|entry| entry.link.at == at(10).at).collect();
    let said: BTreeSet<_> = again.iter().map(|entry| (entry.link.item.to_string(), entry.link.act.id())).collect();
    let goal = ItemId::Goal(goal_id(1)).to_string();
    assert_eq!(
        said,
        [(goal.as_str().to_owned(), "erase"), ("goal-order".to_owned(), "set"), ("pace".to_owned(), "erase")].into()
    );
    let signer = store.keys().await.unwrap();
    for entry in &again {
        assert_eq!(entry.link.by, Actor::Service);
        assert!(signer[0].has_signed(For::Entry, &entry.link.hash(), &entry.signed, entry.link.at));
    }
    let goals: Vec<_> = view.state.goal_order().goals;
    assert_eq!(goals, [goal_id(2), goal_id(3)], "nothing speaks of what is gone");
    assert_eq!(view.state.goals().len(), 2);
    assert!(view.state.ever_held().all(|id| id != ItemId::The(Kind::Pace)));
    assert_eq!(store.session([1; 32], at(2).at, alive(0, 0)).await.unwrap(), None, "nobody is signed in");
    // It goes on from there, and is erased again only once.
    say(&store, claimant, add_goal(5, "after")).await.unwrap();
    store.make_checkpoint(at(11).at).await.unwrap();
    store.close().await;
    let store = open_at(&restored, 20).await;
    assert!(all(&store, claimant).await.entries.iter().all(|entry| entry.link.at != at(20).at));
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

#[tokio::test]
async fn an_older_copy_takes_no_key_from_the_newer_database_until_it_is_asked_to() {
    let (folder, store, claimant) = one_place().await;
    let kept = Folder::new();
    say(&store, claimant, add_goal(1, "in both")).await.unwrap();
    let older = store.backup(&kept.file(""), at(1).at).await.unwrap();
    // One step later: as near to a change that was never committed as a copy can be.
    say(&store, claimant, add_goal(2, "only in the newer")).await.unwrap();
    store.close().await;
    let newer = Folder::new();
    fs::copy(folder.database(), newer.database()).unwrap();
    // The older in its place, with the vault that is there.
    fs::copy(&older, folder.database()).unwrap();
    let store = open(&folder).await;
    let checked = store.check().await.unwrap();
    assert_eq!(checked.wrong, Vec::<String>::new());
    assert!(matches!(&checked.noted[..], [noted] if noted.contains("nothing in this database uses: 1")), "{checked:?}");
    // Nor does anything that happens there, or that it is opened again.
    say(&store, claimant, add_goal(3, "only in the older")).await.unwrap();
    store.close().await;
    open(&folder).await.close().await;
    // The newer put back: everything opens, and it takes none of the older's either.
    let in_newer = put_back(&newer.database(), &folder.vault());
    let store = open(&in_newer).await;
    let read = readable(&store, claimant).await;
    assert!(read.contains("in both") && read.contains("only in the newer"), "{read}");
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
    store.close().await;
    fs::copy(in_newer.vault(), folder.vault()).unwrap();
    let store = open(&folder).await;
    assert!(readable(&store, claimant).await.contains("only in the older"));
    // Asked for, they go; and the newer, should anybody open it, is whole without.
    assert_eq!(store.destroy_unused_keys(at(5).at).await.unwrap(), 1);
    is_well(&store).await;
    store.close().await;
    let in_newer = put_back(&newer.database(), &folder.vault());
    let store = open(&in_newer).await;
    let read = readable(&store, claimant).await;
    assert!(read.contains("in both") && !read.contains("only in the newer"), "{read}");
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

#[tokio::test]
async fn a_copy_made_by_other_means_is_known_by_its_step() {
    let (folder, store, claimant) = one_place().await;
    for number in 1..=2 {
        say(&store, claimant, add_goal(number, "a goal")).await.unwrap();
    }
    let cut = power_cut(&folder);
    // Erased only: no key was put in since.
    let erase = erase_goal(&seen(&store, claimant).await.state, 1);
    say(&store, claimant, erase).await.unwrap();
    take(&folder.vault(), &cut);
    let restored = open_at(&cut, 10).await;
    is_well(&restored).await;
    assert_eq!(seen(&restored, claimant).await.state.goals().len(), 1);
    assert_eq!(number(&cut, "SELECT count(*) FROM ledger WHERE act = 'erase' AND role = 'service'").await, 1);
    restored.close().await;
    // Several steps behind: what nothing uses stays.
    let cut = power_cut(&folder);
    for number in 3..=5 {
        say(&store, claimant, add_goal(number, "newer")).await.unwrap();
    }
    take(&folder.vault(), &cut);
    let restored = open(&cut).await;
    assert_eq!(number(&cut, "SELECT count(*) FROM vault.item_key").await, 5);
    assert_eq!(restored.check().await.unwrap().noted.len(), 1);
}

#[tokio::test]
async fn an_older_vault_put_back_brings_nothing_back_that_was_erased() {
    let (folder, store, claimant) = one_place().await;
    for number in 1..=2 {
        say(&store, claimant, add_goal(number, "a goal")).await.unwrap();
    }
    let cut = power_cut(&folder);
    let erase = erase_goal(&seen(&store, claimant).await.state, 1);
    say(&store, claimant, erase).await.unwrap();
    take(&folder.database(), &cut);
    let store = open(&cut).await;
    is_well(&store).await;
    assert_eq!(number(&cut, "SELECT count(*) FROM vault.item_key").await, 2);
    let view = all(&store, claimant).await;
    let of_it = view.entries.iter().filter(|entry| entry.link.item == ItemId::Goal(goal_id(1)));
    assert!(
        of_it.clone().any(|entry| entry.link.act == Act::Erase) && of_it.clone().all(|entry| entry.content.is_none())
    );
}

#[tokio::test]
async fn what_is_wrong_in_a_copy_is_no_reason_to_open_nothing() {
    let (folder, kept) = (Folder::new(), Folder::new());
    let store = open(&folder).await;
    let (one, two) = (make(&store, 1).await, make(&store, 2).await);
    for who in [one, two] {
        for number in 1..=2 {
            say(&store, who, add_goal(number, "a goal")).await.unwrap();
        }
        say(&store, who, Command::MarkGoal { id: goal_id(2), on: Version(3), stage: Stage::Doing }).await.unwrap();
    }
    let older = store.backup(&kept.file(""), at(1).at).await.unwrap();
    for who in [one, two] {
        let erase = erase_goal(&seen(&store, who).await.state, 1);
        say(&store, who, erase).await.unwrap();
    }
    store.close().await;
    let restored = put_back(&older, &folder.vault());
    run(&restored, "UPDATE item SET content = x'00' WHERE item_id = 'goal-order' AND claimant_id = (SELECT min(claimant_id) FROM claimant)").await.unwrap();
    let store = open_with(&restored, KEY).await.unwrap();
    assert_eq!(store.check().await.unwrap().wrong.len(), 1);
    assert_eq!(seen(&store, two).await.state.goal_order().goals, [goal_id(2)]);
    let named = own(two, add_goal(9, "goes on"), at(5));
    assert!(store.commit(named).await.is_ok());
}

//! Copies to be kept: many of the database, one of the vault, and what happens when an older one is put back.

use std::{collections::BTreeSet, fs, os::unix::fs::PermissionsExt as _, path::PathBuf};

use own_terms::store::{
    Ask, Store as _, View, Want, Which,
    sqlite::{NoBackup, SqliteStore},
};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, ToErase},
    goals::Stage,
    ids::ClaimantId,
    item::{ItemId, Kind, Version},
    ledger::Act,
    reading::Choice as _,
    terms::Pace,
};
use own_terms_receipt::keys::For;

use crate::{
    given::{
        Folder, KEY, add_goal, at, erase_everything, goal_id, look, make, open, open_with, own, say, seen,
        someone_who_said_everything,
    },
    vault::{erase_goal, is_well, keys, number, power_cut, run, take},
};

/// The files of a folder, by name.
fn names(folder: &Folder) -> BTreeSet<String> {
    fs::read_dir(folder.file("")).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

/// Where a copy of the database and one of the vault are put in the place of the two.
fn put_back(database: &PathBuf, vault: &PathBuf) -> Folder {
    let folder = Folder::new();
    fs::copy(database, folder.database()).unwrap();
    fs::copy(vault, folder.vault()).unwrap();
    folder
}

fn is_in(file: &PathBuf, needle: &[u8]) -> bool {
    fs::read(file).unwrap().windows(needle.len()).any(|window| window == needle)
}

async fn all(store: &SqliteStore, claimant: ClaimantId) -> View {
    let ask = Ask { want: Want::Entries(Which::All), ..look(claimant, Actor::Claimant(claimant), None) };
    store.view(ask).await.unwrap()
}

/// Everything of somebody that can be read, now or of before.
async fn readable(store: &SqliteStore, claimant: ClaimantId) -> String {
    let view = all(store, claimant).await;
    let entries = view.entries.iter().filter_map(|entry| entry.content.as_ref()).map(|content| content.json.clone());
    entries.chain(view.state.all().map(|held| format!("{held:?}"))).collect()
}

#[tokio::test]
async fn after_an_erasure_and_a_backup_no_copy_in_the_folder_holds_anything_that_opens() {
    let (folder, kept) = (Folder::new(), Folder::new());
    let store = open(&folder).await;
    let (claimant, texts) = someone_who_said_everything(&store, 1, "Zyxwvut").await;
    let older = store.backup(&kept.file(""), at(1).at).await.unwrap();
    let vault = kept.vault();
    let first_vault = Folder::new();
    fs::copy(&vault, first_vault.vault()).unwrap();
    // That there is something to lose: with the vault as it was, all of it opens.
    let before = put_back(&older, &first_vault.vault());
    let opened = open(&before).await;
    let read = readable(&opened, claimant).await;
    assert!(texts.iter().all(|text| read.contains(text.as_str())), "{read}");
    opened.close().await;
    let destroyed = keys(&before).await;
    erase_everything(&store, claimant).await;
    store.backup(&kept.file(""), at(2).at).await.unwrap();
    store.close().await;
    let copies = ["own-terms-2027-02-28T103100Z.db", "own-terms-2027-02-28T103200Z.db", "own-terms-keys.db"];
    let made = names(&kept);
    assert_eq!(made, copies.map(str::to_owned).into(), "and nothing else is there");
    // What they wrote and the keys to it are in no byte; that they have stopped stays, with its key.
    let stays = keys(&folder).await;
    assert_eq!(stays.len(), 1);
    for name in &made {
        let file = kept.file(name);
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
        for text in texts.iter().map(String::as_str).chain(["Zyxwvut"]) {
            assert!(!is_in(&file, text.as_bytes()), "{text} is in {name}");
        }
        for key in &destroyed {
            assert!(!is_in(&file, key) || stays.contains(key), "a key is in {name}");
        }
    }
    assert!(is_in(&vault, &stays[0]) && !is_in(&older, &stays[0]), "a copy of the database alone has no key in it");
    // With the service's key and the vault, the older copy opens, and nothing of it can be read.
    let restored = put_back(&older, &vault);
    let store = open(&restored).await;
    let read = readable(&store, claimant).await;
    assert!(texts.iter().all(|text| !read.contains(text.as_str())) && !read.contains("yxwvut"), "{read}");
    let held: Vec<ItemId> = all(&store, claimant).await.state.ever_held().collect();
    assert_eq!(held, [ItemId::The(Kind::Standing)]);
    assert!(seen(&store, claimant).await.state.standing().is_stopped());
    is_well(&store).await;
}

#[tokio::test]
async fn an_older_copy_put_back_is_whole_and_says_that_the_service_erased_it_again() {
    let (folder, kept) = (Folder::new(), Folder::new());
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
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
    store.begin_session([1; 32], claimant, at(0).at).await.unwrap();
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
    assert_eq!(store.session([1; 32], at(2).at, at(0).at, at(0).at).await.unwrap(), None, "nobody is signed in");
    // It goes on from there, and is erased again only once.
    say(&store, claimant, add_goal(5, "after")).await.unwrap();
    store.make_checkpoint(at(11).at).await.unwrap();
    store.close().await;
    let store = open_at(&restored, 20).await;
    assert!(all(&store, claimant).await.entries.iter().all(|entry| entry.link.at != at(20).at));
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

async fn open_at(folder: &Folder, minute: i64) -> SqliteStore {
    let sealer = crate::given::sealer(KEY);
    SqliteStore::open(&folder.files(), sealer, at(minute).at).await.unwrap()
}

#[tokio::test]
async fn an_older_copy_takes_no_key_from_the_newer_database_until_it_is_asked_to() {
    let (folder, kept) = (Folder::new(), Folder::new());
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
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
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
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
    let folder = Folder::new();
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
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
async fn a_backup_can_be_made_while_others_write_and_is_of_one_moment() {
    let (folder, kept) = (Folder::new(), Folder::new());
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    let write = async {
        for number in 0..30 {
            say(&store, claimant, add_goal(number, "a goal")).await.unwrap();
            if number % 4 == 3 {
                let erase = erase_goal(&seen(&store, claimant).await.state, number);
                say(&store, claimant, erase).await.unwrap();
            }
        }
    };
    let back_up = async {
        let mut made = Vec::new();
        for minute in 1..=6 {
            made.push(store.backup(&kept.file(""), at(minute).at).await.unwrap());
        }
        made
    };
    let ((), made) = tokio::join!(write, back_up);
    for copy in made {
        let restored = put_back(&copy, &kept.vault());
        let store = open(&restored).await;
        assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
        store.close().await;
    }
}

#[tokio::test]
async fn a_backup_overwrites_no_copy_and_never_the_vault_itself() {
    let (folder, kept) = (Folder::new(), Folder::new());
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    let copy = store.backup(&kept.file(""), at(1).at).await.unwrap();
    let bytes = fs::read(&copy).unwrap();
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    let again = store.backup(&kept.file(""), at(1).at).await;
    assert!(matches!(again, Err(NoBackup::Taken(_))), "{again:?}");
    assert_eq!(fs::read(&copy).unwrap(), bytes);
    let here = store.backup(&folder.file(""), at(2).at).await;
    assert!(matches!(here, Err(NoBackup::OwnFolder(_))), "{here:?}");
    let nowhere = store.backup(&kept.file("nowhere"), at(2).at).await;
    assert!(matches!(nowhere, Err(NoBackup::Folder(..))), "{nowhere:?}");
    let file = store.backup(&copy, at(2).at).await;
    assert!(matches!(file, Err(NoBackup::Folder(..))), "{file:?}");
    let held = fs::File::open(kept.file("")).unwrap();
    held.lock().unwrap();
    let another = store.backup(&kept.file(""), at(2).at).await;
    assert!(matches!(another, Err(NoBackup::Another(_))), "{another:?}");
    drop(held);
    assert_eq!(names(&kept).len(), 2, "nothing is left lying about: {:?}", names(&kept));
    // Another place's copies, as after everything was begun anew: the only vault that opens them stays.
    let anew = Folder::new();
    let other = open(&anew).await.backup(&kept.file(""), at(2).at).await;
    assert!(matches!(other, Err(NoBackup::AnotherVault(_))), "{other:?}");
    // No copy of the database is there whose keys are not.
    let blocked = Folder::new();
    fs::create_dir_all(blocked.vault().join("in the way")).unwrap();
    assert!(store.backup(&blocked.file(""), at(3).at).await.is_err());
    assert_eq!(names(&blocked), ["own-terms-keys.db".to_owned()].into());
    is_well(&store).await;
}

#[tokio::test]
async fn what_an_interrupted_backup_left_goes_with_the_next() {
    let (folder, kept) = (Folder::new(), Folder::new());
    let store = open(&folder).await;
    let claimant = make(&store, 1).await;
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    // Half of a copy of the vault, with keys that are destroyed since.
    fs::write(kept.file("own-terms-keys.db.part"), keys(&folder).await.concat()).unwrap();
    store.backup(&kept.file(""), at(1).at).await.unwrap();
    assert_eq!(names(&kept).len(), 2, "{:?}", names(&kept));
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
    run(&restored, "UPDATE item SET content = x'00' WHERE item_id = 'goal-order' AND claimant_id = (SELECT min(claimant_id) FROM claimant)").await;
    let store = open_with(&restored, KEY).await.unwrap();
    assert_eq!(store.check().await.unwrap().wrong.len(), 1);
    assert_eq!(seen(&store, two).await.state.goal_order().goals, [goal_id(2)]);
    let named = own(two, add_goal(9, "goes on"), at(5));
    assert!(store.commit(named).await.is_ok());
}

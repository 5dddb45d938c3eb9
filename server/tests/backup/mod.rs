//! Copies to be kept: many of the database, one of the vault, and what happens when an older one is put back.

mod put_back;

use std::{collections::BTreeSet, fs, os::unix::fs::PermissionsExt as _, path::PathBuf};

use own_terms::store::{
    Ask, Store as _, View, Want, Which,
    sqlite::{NoBackup, SqliteStore},
};
use own_terms_domain::{
    actor::Actor,
    ids::ClaimantId,
    item::{ItemId, Kind},
};

use crate::{
    files::{is_in_file, is_well, keys, one_place},
    given::{Folder, add_goal, at, erase_everything, erase_goal, look, open, say, seen, someone_who_said_everything},
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
            assert!(!is_in_file(&file, text.as_bytes()), "{text} is in {name}");
        }
        for key in &destroyed {
            assert!(!is_in_file(&file, key) || stays.contains(key), "a key is in {name}");
        }
    }
    assert!(
        is_in_file(&vault, &stays[0]) && !is_in_file(&older, &stays[0]),
        "a copy of the database alone has no key in it"
    );
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
async fn a_backup_can_be_made_while_others_write_and_is_of_one_moment() {
    let (_folder, store, claimant) = one_place().await;
    let kept = Folder::new();
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
    let (folder, store, claimant) = one_place().await;
    let kept = Folder::new();
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
    let (folder, store, claimant) = one_place().await;
    let kept = Folder::new();
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    // Half of a copy of the vault, with keys that are destroyed since.
    fs::write(kept.file("own-terms-keys.db.part"), keys(&folder).await.concat()).unwrap();
    store.backup(&kept.file(""), at(1).at).await.unwrap();
    assert_eq!(names(&kept).len(), 2, "{:?}", names(&kept));
}

//! Files that were changed from outside: noticed, and served to nobody.

use std::fs;

use own_terms::store::{Ask, Order, Store as _, StoreError};
use own_terms_domain::{
    actor::Actor,
    decide::Command,
    email::EmailAddress,
    item::{ItemId, Kind, Version},
    ledger::NoticeVersion,
    needs::Needs,
    profile::Profile,
    sign_in::FoundBy,
};

use super::{look_at, wrong};
use crate::{
    files::{behind, one_place, run, without_triggers},
    given::{
        Folder, KEY, add_goal, at, goal_id, look, make, open, open_with, own, person, say, seen,
        someone_who_said_everything, text,
    },
};

#[tokio::test]
async fn a_flipped_byte_in_what_is_sealed_is_noticed_and_not_served() {
    for sql in [
        "UPDATE item SET content = CAST(substr(content, 1, 30) || x'00' || substr(content, 32) AS BLOB)",
        "UPDATE item SET content = substr(content, 1, length(content) - 1)",
        "UPDATE item SET content = x''",
        "UPDATE item_key SET sealed_key = CAST(substr(sealed_key, 1, 30) || x'0000' || substr(sealed_key, 33) AS BLOB)",
        "UPDATE item SET written_at = written_at + 1",
        "UPDATE item SET version = version + 1",
        "UPDATE item SET role = 'case-worker'",
        "UPDATE item SET actor_id = randomblob(16)",
    ] {
        let (folder, store, claimant) = one_place().await;
        say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
        assert_eq!(run(&folder, sql).await.unwrap(), 2, "{sql}");
        let served = look_at(&store, claimant).await;
        assert!(matches!(served, Err(StoreError::Damaged(_))), "{sql}: {served:?}");
        assert!(!wrong(&store).await.is_empty(), "{sql}");
    }
}

#[tokio::test]
async fn a_flipped_byte_anywhere_in_the_files_is_served_to_nobody() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (claimant, _) = someone_who_said_everything(&store, 1, "Mark").await;
    let whole = seen(&store, claimant).await.state;
    store.close().await;
    let [database, vault] = [folder.database(), folder.vault()].map(|file| fs::read(file).unwrap());
    let (mut noticed, mut tried) = (0, 0);
    let spread = |bytes: &[u8], times| (0..bytes.len()).step_by(bytes.len() / times);
    // Spread over each whole file, the same at each run.
    let in_database = spread(&database, 150).map(|at| (false, at));
    for (in_vault, at) in in_database.chain(spread(&vault, 50).map(|at| (true, at))) {
        tried += 1;
        let hurt = Folder::new();
        let (mut database, mut vault) = (database.clone(), vault.clone());
        (if in_vault { &mut vault } else { &mut database })[at] ^= 0x10;
        fs::write(hurt.database(), database).unwrap();
        fs::write(hurt.vault(), vault).unwrap();
        let Ok(store) = open_with(&hurt, KEY).await else {
            noticed += 1;
            continue;
        };
        let served = look_at(&store, claimant).await;
        let checked = store.check().await;
        store.close().await;
        let found = !checked.as_ref().is_ok_and(|checked| checked.wrong.is_empty());
        match served {
            // In space that holds nothing, or in what is not about them as they stand.
            Ok(state) => {
                let count = state.all().count();
                assert!(
                    state.all().eq(whole.all()),
                    "byte {at} was flipped (vault: {in_vault}) and {count} items were served: {checked:?}"
                );
            }
            Err(_) => assert!(found, "byte {at} was not found by the check (vault: {in_vault})"),
        }
        noticed += usize::from(found);
    }
    assert!(noticed * 6 > tried, "{noticed} of {tried} were noticed");
}

#[tokio::test]
async fn one_persons_content_cannot_be_put_in_anothers_place() {
    let folder = Folder::new();
    let store = open(&folder).await;
    for number in 1..=2 {
        let claimant = make(&store, number).await;
        // Written by the same, at the same moment, in the same version: only whose it is tells the two apart.
        let profile = Profile { name: text(&format!("the name of {number}")) };
        let command = Command::SetProfile { on: Version(0), profile };
        store
            .commit(Order { claimant, actor: Actor::Service, command, now: at(0), notice: NoticeVersion::default() })
            .await
            .unwrap();
    }
    let mut behind = behind(&folder).await;
    let moved = "CREATE TEMP TABLE kept AS SELECT * FROM item;
                 UPDATE item SET (content, key_id) =
                     (SELECT content, key_id FROM kept WHERE kept.claimant_id <> item.claimant_id)";
    sqlx::raw_sql(moved).execute(&mut behind).await.unwrap();
    let moved =
        "INSERT INTO item_key SELECT claimant.claimant_id, key_id, item_id, sealed_key FROM item_key JOIN claimant
                     ON item_key.claimant_id <> claimant.claimant_id";
    sqlx::raw_sql(moved).execute(&mut behind).await.unwrap();
    for number in 1..=2 {
        let served = look_at(&store, person(number)).await;
        assert!(matches!(served, Err(StoreError::Damaged(_))), "{served:?}");
    }
}

#[tokio::test]
async fn a_ledger_or_a_state_that_was_changed_from_outside_is_found() {
    for sql in [
        "DELETE FROM ledger WHERE number = 2",
        "DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)",
        "UPDATE ledger SET written_at = written_at - 1 WHERE number = 2",
        "UPDATE ledger SET role = 'carer' WHERE number = 1",
        "UPDATE ledger SET item_id = 'safe' WHERE number = 1",
        "UPDATE ledger SET act = 'erase' WHERE number = 3",
        "UPDATE ledger SET replaced = randomblob(32) WHERE number = 3",
        "UPDATE ledger SET notice = randomblob(8) WHERE number = 1",
        "UPDATE ledger SET signature = randomblob(64) WHERE number = 1",
        "UPDATE signing_key SET public = randomblob(32)",
        "UPDATE anchor SET head = randomblob(32)",
        "UPDATE anchor SET entries = entries - 1",
        "UPDATE anchor SET path = CAST(path || path AS BLOB), leaf = 1",
        // Gone without anyone having erased it; to be destroyed, and it stands.
        "DELETE FROM vault.item_key WHERE item_id = 'profile'",
        "INSERT INTO vault.destroyed_key SELECT claimant_id, key_id, 0 FROM vault.item_key WHERE item_id = 'profile'",
        "UPDATE ledger SET key_id = (SELECT key_id FROM item WHERE item_id = 'profile') WHERE number = 4",
        // Who looked.
        "DELETE FROM look WHERE number = 1",
        "DELETE FROM look WHERE number = 2",
        "UPDATE look SET role = 'service'",
        "UPDATE look SET looked_at = looked_at + 1 WHERE number = 2",
        "UPDATE look SET refused = 1 WHERE number = 1",
        "UPDATE claimant SET looks = looks - 1",
        // What was published.
        "DELETE FROM checkpoint",
        "UPDATE checkpoint SET root = randomblob(32)",
        "UPDATE checkpoint SET made_at = made_at + 1",
        "UPDATE checkpoint SET signature = randomblob(64)",
        "UPDATE ledger SET hash = randomblob(32) WHERE number = 1",
        "UPDATE ledger SET commitment = randomblob(32) WHERE number = 4",
        "UPDATE ledger SET content = randomblob(100) WHERE number = 3",
        "UPDATE ledger SET number = 100 WHERE number = 4",
        "UPDATE claimant SET entries = entries - 1",
        "UPDATE claimant SET head = randomblob(32)",
        // What stands is not what the ledger says.
        "DELETE FROM item WHERE item_id LIKE 'goal.%'",
        "DELETE FROM item WHERE item_id = 'goal-order'",
    ] {
        let (folder, store, claimant) = one_place().await;
        for number in 1..=2 {
            say(&store, claimant, add_goal(number, "a goal")).await.unwrap();
            seen(&store, claimant).await;
        }
        let profile = Profile { name: text("once") };
        let named = own(claimant, Command::SetProfile { on: Version(0), profile }, at(0));
        store.commit(named).await.unwrap();
        store.make_checkpoint(at(1).at).await.unwrap();
        assert_eq!(wrong(&store).await, Vec::<String>::new());
        without_triggers(&folder, sql).await;
        assert!(!wrong(&store).await.is_empty(), "{sql}");
    }
}

#[tokio::test]
async fn a_trigger_that_was_taken_away_is_missed() {
    let folder = Folder::new();
    let store = open(&folder).await;
    run(&folder, "DROP TRIGGER look_is_not_deleted").await.unwrap();
    assert_eq!(wrong(&store).await.len(), 1);
}

#[tokio::test]
async fn an_item_put_back_to_what_it_was_is_found() {
    let (folder, store, claimant) = one_place().await;
    say(&store, claimant, add_goal(1, "as it was")).await.unwrap();
    let mut other = behind(&folder).await;
    sqlx::raw_sql("CREATE TEMP TABLE kept AS SELECT * FROM item").execute(&mut other).await.unwrap();
    let on = seen(&store, claimant).await.state.goals()[0].version;
    let taken_away = Command::TakeAwayGoal { id: goal_id(1), on };
    say(&store, claimant, taken_away).await.unwrap();
    assert_eq!(wrong(&store).await, Vec::<String>::new());
    sqlx::raw_sql("INSERT OR REPLACE INTO item SELECT * FROM kept").execute(&mut other).await.unwrap();
    assert!(!wrong(&store).await.is_empty());
}

#[tokio::test]
async fn nobody_changes_or_takes_away_an_entry_or_a_look() {
    let (folder, store, claimant) = one_place().await;
    say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
    seen(&store, claimant).await;
    store.make_checkpoint(at(1).at).await.unwrap();
    for sql in [
        "UPDATE ledger SET written_at = 0",
        "DELETE FROM ledger",
        "INSERT OR REPLACE INTO ledger SELECT * FROM ledger",
        "REPLACE INTO ledger SELECT claimant_id, number, 0, role, actor_id, item_id, act, replaced, notice,
         key_id, content, commitment, previous, hash, signed_with, signature FROM ledger",
        "UPDATE OR REPLACE ledger SET number = 1",
        "UPDATE look SET refused = 1",
        "DELETE FROM look",
        "INSERT OR REPLACE INTO look SELECT claimant_id, number, looked_at, role, actor_id, reason, subject, 1, hash FROM look",
        "DELETE FROM checkpoint",
        "UPDATE checkpoint SET made_at = 0",
        "INSERT OR REPLACE INTO checkpoint SELECT * FROM checkpoint",
    ] {
        let answer = run(&folder, sql).await;
        assert!(answer.is_err(), "{sql}: {answer:?}");
    }
    assert_eq!(wrong(&store).await, Vec::<String>::new());
    assert_eq!(seen(&store, claimant).await.looks.len(), 1);
}

#[tokio::test]
async fn an_item_that_is_missing_is_noticed_by_whoever_needs_it() {
    for (sql, needs) in [
        ("DELETE FROM item WHERE item_id = 'goal-order'", Needs::the_few()),
        ("DELETE FROM item WHERE item_id LIKE 'goal.%'", Needs::the_few().and_all(Kind::Goal)),
        ("DELETE FROM item WHERE item_id LIKE 'goal.%'", Needs::the_few().and_item(ItemId::Goal(goal_id(1)))),
        ("DELETE FROM item WHERE item_id LIKE 'goal.%'", Needs::everything()),
        ("UPDATE tally SET held = held + 1", Needs::the_few()),
        ("UPDATE tally SET held = 0", Needs::the_few()),
        ("DELETE FROM tally", Needs::the_few()),
        ("UPDATE claimant SET items = items + 1", Needs::the_few()),
    ] {
        let (folder, store, claimant) = one_place().await;
        say(&store, claimant, add_goal(1, "a goal")).await.unwrap();
        let ask = Ask { needs, ..look(claimant, Actor::Claimant(claimant), None) };
        store.view(ask.clone()).await.unwrap();
        without_triggers(&folder, sql).await;
        assert!(matches!(store.view(ask).await, Err(StoreError::Damaged(_))), "{sql}");
        assert!(!wrong(&store).await.is_empty(), "{sql}");
    }
}

#[tokio::test]
async fn a_day_to_go_on_that_was_changed_is_found() {
    for sql in [
        "UPDATE item SET goes_on = NULL WHERE goes_on IS NOT NULL",
        "UPDATE item SET goes_on = '2099-01-01' WHERE item_id LIKE 'note.%'",
        "UPDATE item SET goes_on = '2020-01-01' WHERE item_id = 'pace'",
    ] {
        let folder = Folder::new();
        let store = open(&folder).await;
        someone_who_said_everything(&store, 1, "Mark").await;
        assert_eq!(wrong(&store).await, Vec::<String>::new());
        without_triggers(&folder, sql).await;
        assert!(wrong(&store).await.iter().any(|wrong| wrong.contains("on its day")), "{sql}");
    }
}
#[tokio::test]
async fn one_place_that_is_damaged_keeps_nobody_elses_records_longer_than_was_promised() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (before, _) = someone_who_said_everything(&store, 1, "Before").await;
    let (damaged, _) = someone_who_said_everything(&store, 2, "Damaged").await;
    let (after, _) = someone_who_said_everything(&store, 3, "After").await;
    let damage = "UPDATE item SET content = zeroblob(40)
                  WHERE item_id = 'pace' AND claimant_id = x'00000000000000000000000000000002'";
    without_triggers(&folder, damage).await;
    let done = store.let_go(at(400 * 24 * 60), NoticeVersion::default()).await;
    assert!(matches!(done, Err(StoreError::Damaged(_))), "whoever runs it is told: {done:?}");
    for claimant in [before, after] {
        let state = look_at(&store, claimant).await.unwrap();
        assert_eq!(state.count_of(Kind::Note) + state.count_of(Kind::Referral), 0);
    }
    assert!(matches!(look_at(&store, damaged).await, Err(StoreError::Damaged(_))));
}

#[tokio::test]
async fn a_way_in_that_was_moved_beside_someone_elses_item_opens_nothing_and_is_found() {
    let folder = Folder::new();
    let store = open(&folder).await;
    someone_who_said_everything(&store, 1, "Mark").await;
    someone_who_said_everything(&store, 2, "Other").await;
    let mark = EmailAddress::parse("signing-in-mark@example.wales").unwrap();
    assert_eq!(store.found(FoundBy::Email(&mark)).await.unwrap().len(), 1);
    let moved = "UPDATE item SET found_by = (SELECT found_by FROM item WHERE item_id = 'sign-in.00000000000000000000000000000001'
                                             AND claimant_id = x'00000000000000000000000000000001')
                 WHERE item_id = 'sign-in.00000000000000000000000000000001'";
    without_triggers(&folder, moved).await;
    assert!(matches!(store.found(FoundBy::Email(&mark)).await, Err(StoreError::Damaged(_))));
    assert!(wrong(&store).await.iter().any(|wrong| wrong.contains("found by")));
}

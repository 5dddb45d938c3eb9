//! Those who work here: how they sign in, where they are, and who chose them.

use std::sync::Arc;

use jiff::Timestamp;
use own_terms::store::{AliveAtDesk, Store, StoreError};
use own_terms_domain::{
    account::Origin,
    contact::{WishAnswer, WishDraft},
    decide::Command,
    desk::Said,
    directory::Organisation,
    ids::{ClaimantId, OrganisationId, StaffId},
    item::Version,
    sign_in::How,
    staff::Role,
};
use uuid::Uuid;

use crate::given::{at, begun, make, own, person, say, seen, text, works_here};

const JO: StaffId = StaffId(Uuid::from_u128(0x301));
const ANN: StaffId = StaffId(Uuid::from_u128(0x302));
const LONG_AGO: AliveAtDesk = AliveAtDesk { used: Timestamp::UNIX_EPOCH, begun: Timestamp::UNIX_EPOCH };

async fn two(store: &dyn Store) {
    let organisation = Organisation { id: OrganisationId(Uuid::from_u128(9)), name: text("Taff Advice") };
    store.put_staff(&works_here(JO, "Jo", Role::CaseWorker, organisation.clone())).await.unwrap();
    store.put_staff(&works_here(ANN, "Ann", Role::Supervisor, organisation)).await.unwrap();
}

fn key(credential: &str) -> How {
    How::Passkey { credential: text(credential), key: text("{}") }
}

pub async fn a_passkey_at_the_desk_is_of_one_who_works_there_and_of_no_person(store: Arc<dyn Store>) {
    two(&*store).await;
    assert!(store.add_staff_key(JO, &key("aa"), at(0).at).await.unwrap());
    assert!(!store.add_staff_key(ANN, &key("aa"), at(0).at).await.unwrap(), "it is somebody's already");
    assert!(store.add_staff_key(JO, &key("bb"), at(1).at).await.unwrap());
    assert_eq!(store.staff_keys(JO).await.unwrap(), [key("aa"), key("bb")]);
    assert_eq!(store.staff_key("bb").await.unwrap(), Some((JO, key("bb"))));
    assert_eq!(store.staff_key("cc").await.unwrap(), None);
    assert_eq!(store.found(key("aa").found_by()).await.unwrap(), [], "it opens no person's place");
    store.shut_out(ANN).await.unwrap();
    assert_eq!(store.staff_keys(JO).await.unwrap().len(), 2, "another's stay");
    store.shut_out(JO).await.unwrap();
    assert_eq!(store.staff_key("aa").await.unwrap(), None);
}

pub async fn a_session_at_the_desk_is_there_until_it_ends_and_is_no_persons(store: Arc<dyn Store>) {
    two(&*store).await;
    let claimant = make(&*store, 1).await;
    store.begin_staff_session([1; 32], JO, at(0).at).await.unwrap();
    store.begin_session([2; 32], claimant, begun(0)).await.unwrap();
    let nobody = StaffId(Uuid::from_u128(0x999));
    assert!(matches!(store.begin_staff_session([3; 32], nobody, at(0).at).await, Err(StoreError::NotThere)));
    let found = async |token, minute: i64, alive| store.staff_session(token, at(minute).at, alive).await.unwrap();
    assert_eq!(found([1; 32], 0, LONG_AGO).await.unwrap().staff.name.as_str(), "Jo");
    assert_eq!(found([2; 32], 0, LONG_AGO).await, None, "a person's is none at the desk");
    assert_eq!(store.session([1; 32], at(0).at, crate::given::alive(0, 0)).await.unwrap(), None, "nor the other way");
    let alive = |used: i64, begun: i64| AliveAtDesk { used: at(used).at, begun: at(begun).at };
    assert_eq!(found([1; 32], 16, alive(1, -600)).await, None, "not used for long enough");
    assert_eq!(found([1; 32], 16, alive(0, 1)).await, None, "begun too long ago");
    assert_eq!(found([1; 32], 14, alive(0, 0)).await.unwrap().seen_at, at(14).at, "being used is noted");
    // What they are now is what counts.
    let organisation = Organisation { id: OrganisationId(Uuid::from_u128(9)), name: text("Taff Advice") };
    store.put_staff(&works_here(JO, "Jo", Role::Administrator, organisation)).await.unwrap();
    assert_eq!(found([1; 32], 15, LONG_AGO).await.unwrap().staff.role, Role::Administrator);
    store.end_old_staff_sessions(alive(15, 0)).await.unwrap();
    assert_eq!(found([1; 32], 15, LONG_AGO).await, None, "held no longer");
    store.begin_staff_session([4; 32], JO, at(20).at).await.unwrap();
    store.begin_staff_session([5; 32], JO, at(20).at).await.unwrap();
    store.end_staff_session([4; 32]).await.unwrap();
    assert_eq!(found([4; 32], 20, LONG_AGO).await, None);
    store.shut_out(JO).await.unwrap();
    assert_eq!(found([5; 32], 20, LONG_AGO).await, None);
}

/// Someone who chose a case worker at one minute and answered about contact at another.
async fn chose(store: &dyn Store, number: u128, minute: i64, answer: Option<(WishAnswer, i64)>) -> ClaimantId {
    let claimant = person(number);
    store.make_place(claimant, Origin::Measuring, at(0).at).await.unwrap();
    let choose = Command::ChooseCaseWorker { on: Version(0), staff: Some(JO) };
    store.commit(own(claimant, choose, at(minute))).await.unwrap();
    if let Some((answer, minute)) = answer {
        let draft = WishDraft { answer, about: None, not_about: None, until: None };
        store.commit(own(claimant, Command::SetWish { on: Version(0), draft }, at(minute))).await.unwrap();
    }
    claimant
}

pub async fn a_case_worker_finds_who_chose_them_the_longest_waiting_first(store: Arc<dyn Store>) {
    two(&*store).await;
    let day = 24 * 60;
    let late = chose(&*store, 1, 1, Some((WishAnswer::Talk, 3 * day))).await;
    let first = chose(&*store, 2, 5, Some((WishAnswer::Talk, 2 * day))).await;
    let quiet = chose(&*store, 3, 2, None).await;
    let earlier = chose(&*store, 4, 1, None).await;
    let no = chose(&*store, 5, 1, Some((WishAnswer::NoContact, 5))).await;
    let stopped = chose(&*store, 6, 2, Some((WishAnswer::Talk, 3))).await;
    say(&*store, stopped, Command::Stop).await.unwrap();
    let nobodys = make(&*store, 7).await;
    let now = at(4 * day);
    let all = store.who_chose(JO, now.today).await.unwrap();
    let expected = [
        (first, Said::Asked),
        (late, Said::Asked),
        (earlier, Said::Nothing),
        (quiet, Said::Nothing),
        (no, Said::DoNotContact),
        (stopped, Said::DoNotContact),
    ];
    assert_eq!(all, expected);
    assert_eq!(store.who_chose(ANN, now.today).await.unwrap(), []);
    // Whoever writes their wish anew waits no shorter for it; whoever chooses another is found no more.
    let draft = WishDraft { answer: WishAnswer::Talk, about: text("rent").into(), not_about: None, until: None };
    let on = seen(&*store, first).await.state.version_of(own_terms_domain::item::Kind::Wish);
    store.commit(own(first, Command::SetWish { on, draft }, now)).await.unwrap();
    let on = seen(&*store, late).await.state.version_of(own_terms_domain::item::Kind::CaseWorker);
    say(&*store, late, Command::ChooseCaseWorker { on, staff: Some(ANN) }).await.unwrap();
    let all: Vec<_> = store.who_chose(JO, now.today).await.unwrap().into_iter().map(|(whom, _)| whom).collect();
    assert_eq!(all, [first, earlier, quiet, no, stopped]);
    assert!(!all.contains(&nobodys));
    assert_eq!(store.who_chose(ANN, now.today).await.unwrap(), [(late, Said::Asked)]);
}

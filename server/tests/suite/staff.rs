//! Those who work here: how they sign in, where they are, and who chose them.

use std::sync::Arc;

use jiff::Timestamp;
use own_terms::{
    photo::Photo,
    store::{AliveAtDesk, BegunAtDesk, OutThere, Store, StoreError},
};
use own_terms_domain::{
    account::{Begun, Origin, SignedInBy},
    contact::{WishAnswer, WishDraft},
    decide::Command,
    desk::Said,
    directory::Organisation,
    ids::{ClaimantId, OrganisationId, StaffId},
    item::Version,
    sign_in::{FoundBy, How},
    staff::{Role, Staff},
};
use uuid::Uuid;

use crate::given::{at, begun, make, own, person, say, seen, text, works_here};
use crate::photo::pictures::png;

const JO: StaffId = StaffId(Uuid::from_u128(0x301));
const ANN: StaffId = StaffId(Uuid::from_u128(0x302));
const LONG_AGO: AliveAtDesk = AliveAtDesk { used: Timestamp::UNIX_EPOCH, begun: Timestamp::UNIX_EPOCH };

async fn two(store: &dyn Store) {
    let organisation = Organisation { id: OrganisationId(Uuid::from_u128(9)), name: text("Taff Advice") };
    store.put_staff(&works_here(JO, "Jo", Role::CaseWorker, organisation.clone())).await.unwrap();
    store.put_staff(&works_here(ANN, "Ann", Role::Supervisor, organisation)).await.unwrap();
}

fn at_desk(minute: i64) -> BegunAtDesk<'static> {
    BegunAtDesk { at: at(minute).at, by: SignedInBy::Passkey, there: None }
}

fn key(credential: &str) -> How {
    How::Passkey { credential: text(credential), key: text("{}") }
}

pub async fn a_passkey_at_the_desk_is_of_one_who_works_there_and_of_no_person(store: Arc<dyn Store>) {
    two(&*store).await;
    assert!(store.add_staff_key(JO, &key("aa"), at(0).at).await.unwrap());
    assert!(!store.add_staff_key(ANN, &key("aa"), at(0).at).await.unwrap(), "it is somebody's already");
    assert!(store.add_staff_key(JO, &key("bb"), at(1).at).await.unwrap());
    let ways: Vec<_> = store.staff_ways(JO).await.unwrap().into_iter().map(|way| (way.how, way.added)).collect();
    assert_eq!(ways, [(key("aa"), at(0).at), (key("bb"), at(1).at)]);
    let by = async |credential| store.staff_by(FoundBy::Passkey(credential)).await.unwrap();
    assert_eq!(by("bb").await, Some((JO, key("bb"))));
    assert_eq!(by("cc").await, None);
    assert_eq!(store.found(key("aa").found_by()).await.unwrap(), [], "it opens no person's place");
    store.shut_out(ANN).await.unwrap();
    assert_eq!(store.staff_ways(JO).await.unwrap().len(), 2, "another's stay");
    store.shut_out(JO).await.unwrap();
    assert_eq!(by("aa").await, None);
}

pub async fn a_session_at_the_desk_is_there_until_it_ends_and_is_no_persons(store: Arc<dyn Store>) {
    two(&*store).await;
    let claimant = make(&*store, 1).await;
    store.begin_staff_session([1; 32], JO, at_desk(0)).await.unwrap();
    store.begin_session([2; 32], claimant, begun(0)).await.unwrap();
    let nobody = StaffId(Uuid::from_u128(0x999));
    assert!(matches!(store.begin_staff_session([3; 32], nobody, at_desk(0)).await, Err(StoreError::NotThere)));
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
    store.begin_staff_session([4; 32], JO, at_desk(20)).await.unwrap();
    store.begin_staff_session([5; 32], JO, at_desk(20)).await.unwrap();
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

pub async fn whoever_is_closed_begins_no_session_and_is_chosen_by_nobody(store: Arc<dyn Store>) {
    two(&*store).await;
    store.add_staff_key(JO, &key("aa"), at(0).at).await.unwrap();
    store.begin_staff_session([1; 32], JO, at_desk(0)).await.unwrap();
    assert_eq!(store.case_workers().await.unwrap().len(), 1);
    store.close_staff(JO).await.unwrap();
    assert_eq!(store.case_workers().await.unwrap(), []);
    assert_eq!(store.staff_session([1; 32], at(0).at, LONG_AGO).await.unwrap(), None);
    assert_eq!(store.staff_by(FoundBy::Passkey("aa")).await.unwrap(), None);
    assert!(matches!(store.begin_staff_session([2; 32], JO, at_desk(0)).await, Err(StoreError::NotThere)));
    let jo = store.all_staff().await.unwrap().into_iter().find(|one| one.id == JO).unwrap();
    assert!(jo.closed, "and keeps the name beside what was written");
    store.begin_staff_session([3; 32], ANN, at_desk(0)).await.unwrap();
}

pub async fn a_photo_is_of_a_case_worker_who_works_here_and_goes_with_them(store: Arc<dyn Store>) {
    two(&*store).await;
    let [one, other] = [180, 250].map(|grey| {
        let picture = image::DynamicImage::ImageLuma8(image::GrayImage::from_pixel(200, 200, image::Luma([grey])));
        Photo::of_file(&png(&picture)).unwrap()
    });
    let of = async |staff| store.all_staff().await.unwrap().into_iter().find(|one| one.id == staff).unwrap();
    assert!(matches!(store.put_photo(ANN, &one).await, Err(StoreError::NotThere)), "nobody chooses a supervisor");
    assert!(matches!(store.put_photo(StaffId(Uuid::from_u128(0x999)), &one).await, Err(StoreError::NotThere)));
    assert_eq!(store.photo(one.id()).await.unwrap(), None);
    store.put_photo(JO, &one).await.unwrap();
    assert_eq!(store.photo(one.id()).await.unwrap().as_ref(), Some(&one));
    assert_eq!(of(JO).await.photo, Some(one.id()));
    assert_eq!(store.case_workers().await.unwrap()[0].photo, Some(one.id()));
    store.begin_staff_session([1; 32], JO, at_desk(0)).await.unwrap();
    let session = store.staff_session([1; 32], at(0).at, LONG_AGO).await.unwrap().unwrap();
    assert_eq!(session.staff.photo, Some(one.id()));
    // Another is in its place; and what else is said of them says nothing of it.
    store.put_photo(JO, &other).await.unwrap();
    assert_eq!((store.photo(one.id()).await.unwrap(), of(JO).await.photo), (None, Some(other.id())));
    store.put_staff(&Staff { photo: None, name: text("Joanna"), ..of(JO).await }).await.unwrap();
    assert_eq!(of(JO).await.photo, Some(other.id()));
    // Two who have the same keep it when one of them takes it away.
    let sian = StaffId(Uuid::from_u128(0x303));
    store.put_staff(&works_here(sian, "Siân", Role::CaseWorker, of(JO).await.organisation)).await.unwrap();
    store.put_photo(sian, &other).await.unwrap();
    store.take_photo_away(sian).await.unwrap();
    store.take_photo_away(sian).await.unwrap();
    assert_eq!(store.photo(other.id()).await.unwrap().as_ref(), Some(&other));
    // It goes with whoever does not talk with people any more, or does not work here.
    store.put_photo(sian, &one).await.unwrap();
    store.put_staff(&Staff { role: Role::Supervisor, ..of(sian).await }).await.unwrap();
    store.close_staff(JO).await.unwrap();
    assert_eq!((of(sian).await.photo, of(JO).await.photo), (None, None));
    assert_eq!((store.photo(one.id()).await.unwrap(), store.photo(other.id()).await.unwrap()), (None, None));
    assert!(matches!(store.put_photo(JO, &one).await, Err(StoreError::NotThere)));
}

pub async fn one_way_in_is_closed_and_no_other_and_no_others(store: Arc<dyn Store>) {
    two(&*store).await;
    for (credential, staff) in [("aa", JO), ("bb", JO), ("cc", ANN)] {
        store.add_staff_key(staff, &key(credential), at(0).at).await.unwrap();
    }
    for (token, staff) in [([1; 32], JO), ([2; 32], ANN)] {
        store.begin_staff_session(token, staff, at_desk(0)).await.unwrap();
    }
    let anns = store.staff_ways(ANN).await.unwrap()[0].id;
    store.close_staff_way(JO, anns).await.unwrap();
    assert!(store.staff_session([1; 32], at(0).at, LONG_AGO).await.unwrap().is_some(), "it is somebody else's");
    let jos = store.staff_ways(JO).await.unwrap().into_iter().find(|way| way.how == key("aa")).unwrap().id;
    store.close_staff_way(JO, jos).await.unwrap();
    let left: Vec<_> = store.staff_ways(JO).await.unwrap().into_iter().map(|way| way.how).collect();
    assert_eq!(left, [key("bb")]);
    assert_eq!(store.staff_session([1; 32], at(0).at, LONG_AGO).await.unwrap(), None);
    assert!(store.staff_session([2; 32], at(0).at, LONG_AGO).await.unwrap().is_some());
    assert_eq!(store.staff_ways(ANN).await.unwrap().len(), 1);
}

pub async fn signing_out_at_a_provider_ends_what_began_in_that_session_at_the_desk_and_in_a_place(
    store: Arc<dyn Store>,
) {
    two(&*store).await;
    let at_provider = |subject: &str| How::Provider { issuer: text("https://a.example"), subject: text(subject) };
    store.add_staff_key(JO, &at_provider("jo"), at(0).at).await.unwrap();
    let there = |session| Some(FoundBy::SessionThere("https://a.example", session));
    let by = |there| BegunAtDesk { by: SignedInBy::Provider, there, ..at_desk(0) };
    for (token, staff, begun) in [
        ([1; 32], JO, by(there("x"))),
        ([2; 32], JO, by(there("y"))),
        ([3; 32], JO, at_desk(0)),
        ([4; 32], ANN, by(there("x"))),
        ([5; 32], JO, by(None)),
    ] {
        store.begin_staff_session(token, staff, begun).await.unwrap();
    }
    let person = make(&*store, 1).await;
    let begun = Begun { by: SignedInBy::Provider, ..begun(0) };
    store.begin_session_there([6; 32], person, begun, there("x").unwrap()).await.unwrap();
    let is_there = async |token| store.staff_session(token, at(0).at, LONG_AGO).await.unwrap().is_some();
    let out = |subject, session| OutThere { issuer: "https://a.example", subject, session };
    store.end_staff_sessions_there(OutThere { issuer: "https://b.example", ..out(Some("jo"), None) }).await.unwrap();
    store.end_staff_sessions_there(OutThere { issuer: "https://b.example", ..out(None, Some("x")) }).await.unwrap();
    assert!(is_there([1; 32]).await, "another provider says it of its own");
    store.end_staff_sessions_there(out(Some("jo"), Some("x"))).await.unwrap();
    assert!(!is_there([1; 32]).await && !is_there([5; 32]).await);
    assert!(is_there([2; 32]).await && is_there([3; 32]).await && is_there([4; 32]).await);
    let persons = store.session([6; 32], at(0).at, crate::given::alive(0, 0)).await.unwrap();
    assert!(persons.is_some(), "the desk's provider says nothing of people");
    store.end_staff_sessions_there(out(Some("jo"), None)).await.unwrap();
    assert!(!is_there([2; 32]).await && is_there([3; 32]).await && is_there([4; 32]).await);
    store.end_sessions_there(out(None, Some("x"))).await.unwrap();
    assert!(is_there([4; 32]).await, "nor people's of the desk");
    assert_eq!(store.session([6; 32], at(0).at, crate::given::alive(0, 0)).await.unwrap(), None);
}

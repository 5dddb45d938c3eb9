//! Bringing in what an organisation already holds: all of it or nothing, with each line that is refused and why, and no way around any rule.

use std::sync::atomic::{AtomicUsize, Ordering};

use own_terms::{
    demo,
    import::{Imported, Importer, Wrong},
    sealing::Key,
};
use own_terms_domain::{
    actor::Actor,
    appointment::{Appointment, Progress},
    contact::{WishAnswer, WishDraft},
    decide::{Command, ToErase},
    directory::Organisation,
    form::ErrorKind,
    ids::{ConsentId, OrganisationId},
    item::Kind,
    state::State,
};
use proptest::{prelude::*, sample::select};
use serde_json::json;
use uuid::Uuid;

use crate::{
    given::{KEY, at, own, text},
    routes::{RIVERSIDE, Site, lets},
};

const HEAD: &str = "consent,id,words,source\r\n";

async fn import(site: &Site, file: &str, sure: bool) -> Result<Imported, Wrong> {
    import_of(site, RIVERSIDE, file, sure).await
}

async fn import_of(site: &Site, id: OrganisationId, file: &str, sure: bool) -> Result<Imported, Wrong> {
    let key = Key::from_bytes(KEY);
    let organisation = Organisation { id, name: text("Riverside Support") };
    let importer = Importer { store: &*site.store, key: &key, organisation, sure, now: at(20) };
    importer.import(file, &|_| {}).await.unwrap()
}

async fn rosa() -> (Site, ConsentId) {
    let site = Site::new().await;
    let consent = lets(&site, RIVERSIDE, 0xc88).await;
    (site, consent)
}

/// What is passed on about Rosa that was not there before.
fn passed_on(state: &State) -> Vec<String> {
    let records = state.all().filter(|held| held.at == at(20).at).filter_map(|held| held.id.record());
    records.map(|id| state.record(id).unwrap().1.words.to_string()).collect()
}

#[tokio::test]
async fn a_table_is_brought_in_once_and_the_person_sees_it() {
    let (site, consent) = rosa().await;
    let file = format!("{HEAD}{consent},A-1,\"A plan, of money.\",our files\r\n{consent},A-2,A note.,our files\r\n");
    let done = import(&site, &file, false).await.unwrap();
    assert_eq!((done.records, done.new, done.refused.len()), (2, 2, 0));
    let mut browser = site.signed_in("rosa").await;
    let page = browser.get("/held").await.text();
    assert!(page.contains("A plan, of money.") && page.contains("Riverside Support"), "{page}");
    let again = import(&site, &file, false).await.unwrap();
    assert_eq!((again.records, again.new, again.refused.len()), (2, 0, 0), "the same file changes nothing");
    // Nor on another day.
    let (key, organisation) = (Key::from_bytes(KEY), Organisation { id: RIVERSIDE, name: text("Riverside Support") });
    let importer = Importer { store: &*site.store, key: &key, organisation, sure: false, now: at(20 + 3 * 24 * 60) };
    let later = importer.import(&file, &|_| {}).await.unwrap().unwrap();
    assert_eq!((later.new, later.refused), (0, Vec::new()));
}

#[tokio::test]
async fn one_line_that_is_refused_keeps_all_of_it_out_and_each_is_named_with_why() {
    let (site, consent) = rosa().await;
    let other = ConsentId(Uuid::from_u128(0x1));
    let lines = [
        format!("{consent},A-1,Good.,our files"),
        format!("{other},A-2,Somebody else.,our files"),
        format!("{consent},A-3,,our files"),
        format!("{consent},A-4,You must come.,our files"),
        format!("{consent},A-1,Something else.,our files"),
        "not-an-id,A-5,x,y".to_owned(),
        format!("{consent},A-6"),
        format!("{consent},,no number,our files"),
    ];
    let done = import(&site, &(HEAD.to_owned() + &lines.join("\n")), false).await.unwrap();
    assert_eq!((done.records, done.new), (8, 0));
    let why: Vec<(usize, String)> = done.refused.iter().map(|(at, wrong)| (*at, wrong.to_string())).collect();
    assert_eq!(why.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [3, 4, 5, 6, 7, 8, 9], "{why:?}");
    assert_eq!(done.refused[0].1, Wrong::NotThere);
    assert_eq!(why[1].1, "words: empty");
    assert!(why[2].1.contains("coercive"), "{why:?}");
    assert_eq!(done.refused[3].1, Wrong::Changed);
    assert_eq!((&done.refused[4].1, &done.refused[5].1), (&Wrong::NotThere, &Wrong::Incomplete));
    assert_eq!(passed_on(&site.held("rosa").await), Vec::<String>::new());
    assert!(!why.iter().any(|(_, why)| why.contains("Somebody") || why.contains("Something")), "{why:?}");
}

#[tokio::test]
async fn what_can_read_as_an_order_goes_once_somebody_is_sure_and_a_condition_never() {
    let (site, consent) = rosa().await;
    let file = |words: &str| format!("{HEAD}{consent},A-1,{words},our files");
    assert_eq!(import(&site, &file("You must come."), true).await.unwrap().new, 1);
    let threat = import(&site, &file("Your money stops unless you come.").replace("A-1", "A-2"), true).await.unwrap();
    let [(2, Wrong::Invalid(errors))] = &threat.refused[..] else { panic!("{threat:?}") };
    assert!(matches!(errors[0].kind, ErrorKind::Conditional { .. }));
}

#[tokio::test]
async fn what_the_person_erased_does_not_come_back() {
    let (site, consent) = rosa().await;
    let file = format!("{HEAD}{consent},A-1,A plan.,our files\n{consent},A-2,A note.,our files");
    import(&site, &file, false).await.unwrap();
    let state = site.held("rosa").await;
    let held = state.all().find(|held| held.at == at(20).at && held.id.kind() == Kind::Referral).unwrap();
    let what = ToErase::Item { id: held.id, on: held.version };
    site.store.commit(own(demo::chosen("rosa").unwrap(), Command::Erase { what }, at(21))).await.unwrap();
    let again = import(&site, &file, false).await.unwrap();
    assert_eq!((again.refused.len(), &again.refused[0].1), (1, &Wrong::Erased));
    assert_eq!(passed_on(&site.held("rosa").await).len(), 1);
}

#[tokio::test]
async fn nothing_is_brought_in_about_who_took_it_back_or_for_another_organisation() {
    let (site, consent) = rosa().await;
    let file = format!("{HEAD}{consent},A-1,A plan.,our files");
    let other = import_of(&site, OrganisationId(Uuid::from_u128(0x499)), &file, false).await.unwrap();
    assert_eq!(other.refused, [(2, Wrong::NotThere)]);
    let me = demo::chosen("rosa").unwrap();
    site.store.commit(own(me, Command::WithdrawConsent { id: consent }, at(5))).await.unwrap();
    assert_eq!(import(&site, &file, false).await.unwrap().refused, [(2, Wrong::NotThere)]);
}

#[tokio::test]
async fn a_bundle_is_brought_in_and_what_holds_no_record_is_refused_by_its_type() {
    let (site, consent) = rosa().await;
    let subject = json!({ "identifier": { "system": "urn:own-terms:consent", "value": consent.to_string() } });
    let said = json!({
        "resourceType": "Communication", "id": "c1", "subject": subject, "meta": { "source": "our files" },
        "payload": [{ "contentString": "We talked about the rent." }],
    });
    let asked = json!({
        "resourceType": "ServiceRequest", "identifier": [{ "value": "r1" }], "subject": subject,
        "meta": { "source": "our files" }, "code": { "text": "Help with a letter" }, "note": [{ "text": "In May." }],
    });
    let bundle = |entries: Vec<serde_json::Value>| {
        let entries: Vec<_> = entries.into_iter().map(|resource| json!({ "resource": resource })).collect();
        json!({ "resourceType": "Bundle", "type": "collection", "entry": entries }).to_string()
    };
    let whole = bundle(vec![said.clone(), asked.clone()]);
    assert_eq!(import(&site, &whole, false).await.unwrap().new, 2);
    let mut words = passed_on(&site.held("rosa").await);
    words.sort();
    assert_eq!(words, ["Help with a letter\nIn May.", "We talked about the rent."]);
    let goal = json!({ "resourceType": "Goal", "id": "g1", "lifecycleStatus": "active", "subject": subject });
    let nobody = json!({ "resourceType": "Communication", "id": "c2", "meta": { "source": "x" } });
    let done = import(&site, &bundle(vec![said, goal, nobody]), false).await.unwrap();
    assert_eq!(done.refused, [(2, Wrong::Type("Goal".to_owned())), (3, Wrong::Incomplete)]);
    for file in ["", "{}", "[1]", "{\"resourceType\":\"Patient\"}", "nothing"] {
        assert_eq!(import(&site, file, false).await.unwrap_err(), Wrong::Unreadable, "{file}");
    }
}

const BOOKED: &str = "consent,id,why,format,minutes,times,bring\r\n";

fn booked(consent: ConsentId, id: &str, format: &str, times: &str) -> String {
    format!("{consent},{id},The letter from the council.,{format},20,{times},\r\n")
}

fn offers(state: &State) -> Vec<Appointment> {
    let new = state.all().filter(|held| held.at >= at(20).at && matches!(held.by, Actor::System(_)));
    let new = new.filter_map(|held| match &held.item {
        own_terms_domain::item::Item::Appointment(one) => Some(Appointment::clone(one)),
        _ => None,
    });
    new.collect()
}

#[tokio::test]
async fn what_stands_in_somebodys_books_is_an_offer_that_the_person_answers_and_once_only() {
    let (site, consent) = rosa().await;
    let file = BOOKED.to_owned() + &booked(consent, "B-1", "phone", "2027-03-16T10:00;2027-03-17T14:00");
    let done = import(&site, &file, false).await.unwrap();
    assert_eq!((done.records, done.new, &done.refused), (1, 1, &Vec::new()));
    let state = site.held("rosa").await;
    let [one] = &offers(&state)[..] else { panic!("one is offered") };
    assert_eq!((one.progress, one.draft.times.len()), (Progress::Offered, 2));
    assert_eq!(import(&site, &file, false).await.unwrap().new, 0, "the same file again offers nothing more");
    let mut browser = site.signed_in("rosa").await;
    assert!(browser.get("/appointments").await.text().contains("The letter from the council."));
}

#[tokio::test]
async fn one_outside_her_terms_is_refused_by_its_term_and_nothing_of_the_file_is_offered() {
    let (site, consent) = rosa().await;
    let lines = [
        booked(consent, "B-1", "phone", "2027-03-16T10:00"),
        booked(consent, "B-2", "at-home", "2027-03-18T10:00"),
        booked(consent, "B-3", "phone", "2026-03-16T10:00"),
        booked(consent, "B-4", "phone", "soon"),
        booked(ConsentId(Uuid::from_u128(1)), "B-5", "phone", "2027-03-19T10:00"),
    ];
    let done = import(&site, &(BOOKED.to_owned() + &lines.concat()), false).await.unwrap();
    assert_eq!(done.refused.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [3, 4, 5, 6], "{:?}", done.refused);
    assert_eq!(done.refused[0].1.to_string(), "outside the person's terms: term-format");
    assert_eq!(done.refused[1].1.to_string(), "times: in-the-past");
    assert_eq!(done.refused[3].1, Wrong::NotThere);
    assert!(offers(&site.held("rosa").await).is_empty());
    // Nor is anybody met who chose nobody of theirs, or wants no contact.
    let me = demo::chosen("rosa").unwrap();
    let file = BOOKED.to_owned() + &lines[0];
    let on = site.held("rosa").await.version_of(Kind::Wish);
    let draft = WishDraft { answer: WishAnswer::NoContact, about: None, not_about: None, until: None };
    site.store.commit(own(me, Command::SetWish { on, draft }, at(6))).await.unwrap();
    assert_eq!(import(&site, &file, false).await.unwrap().refused, [(2, Wrong::NoContact)]);
    let on = site.held("rosa").await.version_of(Kind::CaseWorker);
    site.store.commit(own(me, Command::ChooseCaseWorker { on, staff: None }, at(7))).await.unwrap();
    assert_eq!(import(&site, &file, false).await.unwrap().refused, [(2, Wrong::NoCaseWorker)]);
}

#[tokio::test]
async fn an_appointment_of_a_bundle_is_read_with_its_zone_and_one_that_is_over_is_not_brought_in() {
    let (site, consent) = rosa().await;
    let of = |id: &str, status: &str| {
        let person = json!({ "identifier": { "system": "urn:own-terms:consent", "value": consent.to_string() } });
        json!({ "resource": {
            "resourceType": "Appointment", "id": id, "status": status, "description": "The letter from the council.",
            "start": "2027-03-30T10:00:00+01:00", "end": "2027-03-30T10:20:00+01:00",
            "appointmentType": { "coding": [{ "system": "urn:own-terms:format", "code": "phone" }] },
            "participant": [{ "actor": person, "status": "accepted" }],
        } })
    };
    let file = |entries: Vec<serde_json::Value>| json!({ "resourceType": "Bundle", "entry": entries }).to_string();
    for status in ["cancelled", "fulfilled", "noshow", "entered-in-error"] {
        let done = import(&site, &file(vec![of("b", status)]), false).await.unwrap();
        assert_eq!(done.refused, [(1, Wrong::Over)], "{status}");
    }
    let done = import(&site, &file(vec![of("a", "booked")]), false).await.unwrap();
    assert_eq!((done.new, &done.refused), (1, &Vec::new()));
    let state = site.held("rosa").await;
    let [one] = &offers(&state)[..] else { panic!("one is offered") };
    assert_eq!((one.draft.times[0].to_string(), one.draft.minutes), ("2027-03-30T10:00".to_owned(), 20));
}

#[tokio::test]
async fn it_is_said_how_far_it_has_come() {
    let (site, consent) = rosa().await;
    let lines: Vec<String> = (0..30).map(|at| format!("{consent},A-{at},A plan.,our files\n")).collect();
    let heard = AtomicUsize::new(0);
    let organisation = Organisation { id: RIVERSIDE, name: text("Riverside Support") };
    let key = Key::from_bytes(KEY);
    let importer = Importer { store: &*site.store, key: &key, organisation, sure: false, now: at(20) };
    let progress = |looked_at: usize| assert_eq!(heard.fetch_add(1, Ordering::SeqCst) + 1, looked_at);
    let done = importer.import(&(HEAD.to_owned() + &lines.concat()), &progress).await.unwrap().unwrap();
    assert_eq!((done.new, heard.into_inner()), (30, 30));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_in_a_file_it_makes_records_and_offers_alone(
        kinds in proptest::collection::vec(
            select(vec!["Appointment", "AppointmentResponse", "Communication", "Consent", "Goal", "ServiceRequest", "Task"]), 1..6),
        words in select(vec!["A plan.", "You must come.", "unless you come", "", "x,\"y\""]),
        table in any::<bool>(), sure in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (site, consent) = rosa().await;
            let before = site.held("rosa").await;
            let subject = json!({ "identifier": { "system": "urn:own-terms:consent", "value": consent.to_string() } });
            let file = if table {
                let line = |at: usize| format!("{consent},{at},\"{}\",our files\n", words.replace('"', "\"\""));
                HEAD.to_owned() + &(0..kinds.len()).map(line).collect::<Vec<_>>().concat()
            } else {
                let entry = |(at, kind): (usize, &&str)| json!({ "resource": {
                    "resourceType": kind, "id": at.to_string(), "status": "proposed", "subject": subject,
                    "meta": { "source": "our files" }, "description": words, "start": "2027-03-16T10:00:00Z",
                    "payload": [{ "contentString": words }], "code": { "text": words }, "minutesDuration": 20,
                    "appointmentType": { "coding": [{ "system": "urn:own-terms:format", "code": "phone" }] },
                    "participant": [{ "actor": subject, "status": "accepted" }],
                } });
                let entries: Vec<_> = kinds.iter().enumerate().map(entry).collect();
                json!({ "resourceType": "Bundle", "entry": entries }).to_string()
            };
            let done = import(&site, &file, sure).await.unwrap();
            let after = site.held("rosa").await;
            for held in after.all() {
                if before.get(held.id) != Some(held) {
                    assert!(matches!(held.id.kind(), Kind::Referral | Kind::Appointment));
                    assert!(done.refused.is_empty());
                }
            }
            let more = |kind| after.count_of(kind) - before.count_of(kind);
            assert_eq!(more(Kind::Referral) + more(Kind::Appointment), done.new);
            assert!(offers(&after).iter().all(|one| one.progress == Progress::Offered));
        });
    }
}

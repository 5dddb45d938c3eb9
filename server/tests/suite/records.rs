//! What others write: named, answered for, and gone on its day.

use std::sync::Arc;

use own_terms::store::{Ask, Order, Store, StoreError, Want, Which};
use own_terms_domain::{
    actor::Actor,
    correction::Answer,
    decide::Command,
    directory::{Known, Organisation},
    ids::StaffId,
    item::{ItemId, Kind, Version},
    ledger::{Act, NoticeVersion},
    look::Reason,
    record::Sort,
    staff::Role,
    time::Now,
};
use uuid::Uuid;

use crate::given::{
    CHOSEN, ORGANISATION, at, everything, look, make, ordered, record_id, seen, someone_who_said_everything, text,
    works_here,
};

fn in_days(days: i64) -> Now {
    at(24 * 60 * days)
}

pub async fn what_has_come_to_its_day_goes_by_itself_and_nothing_else_does(store: Arc<dyn Store>) {
    let (one, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let (two, _) = someone_who_said_everything(&*store, 2, "Other").await;
    let silent = make(&*store, 3).await;
    let notice = NoticeVersion::default();
    // A day to be told, a week to put it back, and the rest of that day.
    assert_eq!(store.let_go(in_days(8), notice).await.unwrap(), 0, "how they were reached can be put back");
    assert_eq!(store.let_go(in_days(9), notice).await.unwrap(), 2);
    assert_eq!(store.let_go(in_days(364), notice).await.unwrap(), 0, "a day too early");
    assert_eq!(store.let_go(in_days(365), notice).await.unwrap(), 2);
    for claimant in [one, two] {
        let state = seen(&*store, claimant).await.state;
        let left: Vec<ItemId> = state.ever_held().filter(|id| id.record().is_some()).collect();
        assert_eq!(left, [ItemId::Record(Sort::Payment, record_id(3))]);
        assert_eq!(state.goal_count(), 2);
        // As an erasure by the service: signed, chained, with nothing left to read.
        let which = Want::Entries(Which::Of(ItemId::Record(Sort::Note, record_id(1)), None));
        let ask = Ask { want: which, ..look(claimant, Actor::Claimant(claimant), None) };
        let of_it = store.view(ask).await.unwrap().entries;
        assert_eq!((of_it[0].link.act, of_it[0].link.by), (Act::Erase, Actor::Service));
        assert!(of_it.iter().all(|entry| entry.content.is_none()));
    }
    assert_eq!(store.let_go(in_days(366), notice).await.unwrap(), 0, "once is enough");
    assert_eq!(store.let_go(in_days(8 * 366), notice).await.unwrap(), 2, "what the law kept");
    assert!(seen(&*store, silent).await.state.all().next().is_none());
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn whoever_wrote_or_looked_is_known_by_name_role_and_organisation(store: Arc<dyn Store>) {
    let (claimant, _) = someone_who_said_everything(&*store, 1, "Mark").await;
    let stranger = Actor::CaseWorker(StaffId(Uuid::from_u128(0x3001)));
    let organisation =
        Organisation { id: own_terms_domain::ids::OrganisationId(Uuid::from_u128(9)), name: text("Taff Advice") };
    let id = StaffId(Uuid::from_u128(0x3001));
    let lee = works_here(id, "Lee Okafor", Role::CaseWorker, organisation.clone());
    store.put_staff(&lee).await.unwrap();
    let ann = works_here(StaffId(Uuid::from_u128(0x3002)), "Ann Tudor", Role::Supervisor, organisation);
    store.put_staff(&ann).await.unwrap();
    let refused = Ask { reason: Reason::HelpingAsAsked, ..look(claimant, stranger, None) };
    assert!(matches!(store.view(refused).await, Err(StoreError::NotThere)));
    let view = seen(&*store, claimant).await;
    let name = |actor| match view.names.of(actor) {
        Some(Known::Staff(staff) | Known::System(staff)) => {
            format!("{}, {} at {}", staff.name, staff.role, staff.organisation.name)
        }
        Some(Known::Organisation(organisation)) => organisation.name.to_string(),
        Some(Known::Carer(_)) | None => String::new(),
    };
    assert_eq!(view.looks[0].by, stranger);
    assert!(view.looks[0].refused);
    assert_eq!(name(stranger), "Lee Okafor, case-worker at Taff Advice");
    assert_eq!(name(CHOSEN), "Jo Evans, case-worker at Harbour Advice");
    assert_eq!(name(ORGANISATION), "Harbour Advice");
    // To choose from, by name.
    let names: Vec<String> = store.case_workers().await.unwrap().iter().map(|staff| staff.name.to_string()).collect();
    assert_eq!(names, ["Jo Evans", "Lee Okafor"], "no supervisor can be chosen");
    let all = store.all_staff().await.unwrap();
    assert_eq!(
        all.iter().map(|staff| staff.name.as_str()).collect::<Vec<_>>(),
        ["Ann Tudor", "Jo Evans", "Lee Okafor"]
    );
    assert_eq!(all[2], lee, "kept as it was said");
}

pub async fn whoever_owes_an_answer_is_shown_what_it_is_about_and_nothing_else(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let (commands, _) = everything("Mark");
    // All but the answer, and those that name a later entry; with support stopped at the end.
    let left_out = |command: &Command| {
        matches!(
            command,
            Command::AnswerCorrection { .. }
                | Command::AnswerConsent { .. }
                | Command::AnswerOffer { .. }
                | Command::AnswerAgreement { .. }
        )
    };
    let commands = commands.into_iter().filter(|(_, command)| !left_out(command));
    let orders = commands.map(|said| ordered(claimant, said, at(0))).collect();
    store.commit_all(orders).await.unwrap();
    let view = store.view(look(claimant, CHOSEN, None)).await.unwrap();
    let shown: Vec<Kind> = view.state.all().map(|held| held.id.kind()).collect();
    assert_eq!(shown, [Kind::Note, Kind::Correction, Kind::OtherView]);
    assert!(view.looks.is_empty() && view.entries.is_empty());
    assert!(matches!(store.view(look(claimant, ORGANISATION, None)).await, Err(StoreError::NotThere)));
    let on = view.state.version(ItemId::Correction(record_id(1)));
    let answer = |actor| Order {
        actor,
        ..crate::given::own(
            claimant,
            Command::AnswerCorrection { record: record_id(1), on, answer: Answer::Done },
            at(1),
        )
    };
    assert!(store.commit(answer(ORGANISATION)).await.is_err());
    store.commit(answer(CHOSEN)).await.unwrap();
    assert!(matches!(store.view(look(claimant, CHOSEN, None)).await, Err(StoreError::NotThere)));
    let state = seen(&*store, claimant).await.state;
    let (held, record) = state.record(record_id(1)).unwrap();
    assert_eq!((record.words.as_str(), held.by), ("Mark-should be", CHOSEN));
    assert!(held.version > Version(18), "the words before are in its history");
}

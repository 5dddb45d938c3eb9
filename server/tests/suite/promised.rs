//! An hour of a case worker's is promised to one person: of two who say yes to it one has it, however they come.

use std::sync::Arc;

use own_terms::store::{Done, Order, Store, StoreError};
use own_terms_domain::{
    actor::Actor,
    appointment::{Answer, AppointmentDraft, Slot},
    contact::{WishAnswer, WishDraft},
    decide::{Command, Refusal, ToErase},
    form::{ErrorKind, FieldError},
    ids::{AppointmentId, ClaimantId, StaffId},
    item::{ItemId, Kind, Version},
    terms::Format,
};
use uuid::Uuid;

use crate::given::{CHOSEN, at, introduce, make, own, person, seen, text};

fn staff() -> StaffId {
    let Actor::CaseWorker(staff) = CHOSEN else { panic!("a case worker") };
    staff
}

fn slot(hour: i8, minute: i8) -> Slot {
    let day = at(0).today.saturating_add(jiff::Span::new().days(9));
    Slot { day, from: jiff::civil::time(hour, minute, 0, 0) }
}

fn offered(times: Vec<Slot>) -> AppointmentDraft {
    AppointmentDraft {
        why: text("the letter"),
        format: Format::Writing,
        place: None,
        minutes: 30,
        bring: None,
        not_bring: None,
        times,
        replaces: None,
    }
}

/// Someone who chose the case worker and wants to talk.
async fn someone(store: &dyn Store, number: u128) -> ClaimantId {
    let claimant = make(store, number).await;
    let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    for command in
        [Command::ChooseCaseWorker { on: Version(0), staff: Some(staff()) }, Command::SetWish { on: Version(0), draft }]
    {
        store.commit(own(claimant, command, at(1))).await.unwrap();
    }
    claimant
}

async fn offer(store: &dyn Store, to: ClaimantId, number: u128, times: Vec<Slot>) -> Result<AppointmentId, StoreError> {
    let id = AppointmentId(Uuid::from_u128(number));
    let command = Command::OfferAppointment { id, draft: offered(times) };
    store.commit(Order { actor: CHOSEN, ..own(to, command, at(2)) }).await.map(|_| id)
}

async fn yes(store: &dyn Store, whose: ClaimantId, id: AppointmentId, slot: Slot) -> Result<Done, StoreError> {
    let on = seen(store, whose).await.state.version(ItemId::Appointment(id));
    let command = Command::AnswerOffer { id, on, answer: Answer::Yes(slot) };
    store.commit(own(whose, command, at(3))).await
}

#[track_caller]
fn is(answer: Result<impl std::fmt::Debug, StoreError>, field: &'static str, kind: ErrorKind) {
    match answer {
        Err(StoreError::Refused(Refusal::Invalid(errors))) => {
            assert_eq!(errors, [FieldError { field: field.to_owned(), kind }]);
        }
        other => panic!("{other:?}"),
    }
}

pub async fn of_two_people_who_say_yes_to_the_same_hour_the_first_has_it(store: Arc<dyn Store>) {
    introduce(&*store).await;
    let (one, two, three) = (someone(&*store, 1).await, someone(&*store, 2).await, someone(&*store, 3).await);
    // Nobody said yes yet: the same hour can be offered to both, each with another beside it.
    let hers = offer(&*store, one, 0xa01, vec![slot(10, 0), slot(14, 0)]).await.unwrap();
    let his = offer(&*store, two, 0xa02, vec![slot(10, 15), slot(15, 0)]).await.unwrap();
    yes(&*store, one, hers, slot(10, 0)).await.unwrap();
    is(yes(&*store, two, his, slot(10, 15)).await, "slot", ErrorKind::Taken);
    // Nothing of his is lost, and what begins as the other ends is another hour.
    yes(&*store, two, his, slot(15, 0)).await.unwrap();
    is(offer(&*store, three, 0xa03, vec![slot(10, 29)]).await, "times", ErrorKind::Promised);
    offer(&*store, three, 0xa04, vec![slot(10, 30)]).await.unwrap();
    // Her own is no hindrance to herself: the same yes again, and another offer that would overlap says what it was before.
    yes(&*store, one, hers, slot(10, 0)).await.unwrap();
    is(offer(&*store, one, 0xa05, vec![slot(10, 0)]).await, "times", ErrorKind::Overlaps);
}

pub async fn an_hour_that_is_called_off_stopped_or_erased_can_be_promised_again(store: Arc<dyn Store>) {
    introduce(&*store).await;
    let (one, two) = (someone(&*store, 1).await, someone(&*store, 2).await);
    let his = offer(&*store, two, 0xb00, vec![slot(10, 0)]).await.unwrap();
    let erase = |_| Command::Erase { what: ToErase::Kind(Kind::Appointment) };
    for (number, end) in [
        (0xb01, Box::new(|id| Command::CancelAppointment { id }) as Box<dyn Fn(AppointmentId) -> Command>),
        (0xb02, Box::new(erase)),
        (0xb03, Box::new(|_| Command::Stop)),
    ] {
        let hers = offer(&*store, one, number, vec![slot(10, 0)]).await.unwrap();
        yes(&*store, one, hers, slot(10, 0)).await.unwrap();
        is(yes(&*store, two, his, slot(10, 0)).await, "slot", ErrorKind::Taken);
        store.commit(own(one, end(hers), at(4))).await.unwrap();
    }
    yes(&*store, two, his, slot(10, 0)).await.unwrap();
}

pub async fn of_many_who_say_yes_to_one_hour_at_once_one_has_it(store: Arc<dyn Store>) {
    introduce(&*store).await;
    let mut all = Vec::new();
    for number in 1..=12 {
        let whose = someone(&*store, number).await;
        all.push((whose, offer(&*store, whose, 0xc00 + number, vec![slot(11, 0)]).await.unwrap()));
    }
    let tasks = all.into_iter().map(|(whose, id)| {
        let store = Arc::clone(&store);
        tokio::spawn(async move { yes(&*store, whose, id, slot(11, 0)).await })
    });
    let mut agreed = 0;
    for task in tasks.collect::<Vec<_>>() {
        match task.await.unwrap() {
            Ok(_) => agreed += 1,
            refused => is(refused, "slot", ErrorKind::Taken),
        }
    }
    assert_eq!(agreed, 1);
    let mut held = 0;
    for number in 1..=12 {
        held +=
            seen(&*store, person(number)).await.state.appointments().filter(|(_, one)| one.agreed().is_some()).count();
    }
    assert_eq!(held, 1);
}

//! What opens once, and what is found before it is known whose it is.

use std::sync::Arc;

use own_terms::store::{Opening, Purpose, Store, Ticket, TicketCode};
use own_terms_domain::{
    decide::Command,
    email::EmailAddress,
    ids::WayInId,
    item::{ItemId, Version},
    sign_in::{FoundBy, How, WayIn},
};
use uuid::Uuid;

use crate::given::{at, make, say, text};

fn code(finder: &str, secret: &str) -> TicketCode {
    TicketCode { finder: finder.to_owned(), secret: secret.to_owned() }
}

fn ticket(finder: &str) -> Ticket {
    Ticket {
        purpose: Purpose::Invitation,
        code: code(finder, "right"),
        claimant: None,
        made_at: at(0).at,
        until: at(60).at,
        tries: 3,
        content: b"what it carries".to_vec(),
    }
}

async fn opens(store: &dyn Store, finder: &str, secret: &str, opening: Opening, minute: i64) -> bool {
    let opened = store.open_ticket(Purpose::Invitation, &code(finder, secret), opening, at(minute).at).await.unwrap();
    assert!(opened.iter().all(|opened| opened.content == b"what it carries"));
    opened.is_some()
}

pub async fn a_ticket_opens_once_however_often_it_was_looked_at(store: Arc<dyn Store>) {
    assert!(store.put_ticket(ticket("one")).await.unwrap());
    for _ in 0..5 {
        assert!(opens(&*store, "one", "right", Opening::Look, 1).await);
    }
    assert!(opens(&*store, "one", "right", Opening::Use, 1).await);
    assert!(!opens(&*store, "one", "right", Opening::Look, 1).await);
    assert!(!opens(&*store, "one", "right", Opening::Use, 1).await);
}

pub async fn of_many_at_the_same_moment_one_has_it(store: Arc<dyn Store>) {
    store.put_ticket(ticket("one")).await.unwrap();
    let tries = (0..8).map(|_| {
        let store = store.clone();
        tokio::spawn(async move { opens(&*store, "one", "right", Opening::Use, 1).await })
    });
    let mut had = 0;
    for tried in tries.collect::<Vec<_>>() {
        had += usize::from(tried.await.unwrap());
    }
    assert_eq!(had, 1);
}

pub async fn wrong_tries_lock_the_ticket_that_was_found_and_no_other(store: Arc<dyn Store>) {
    store.put_ticket(ticket("one")).await.unwrap();
    store.put_ticket(ticket("two")).await.unwrap();
    for _ in 0..2 {
        assert!(!opens(&*store, "one", "wrong", Opening::Use, 1).await);
    }
    assert!(opens(&*store, "one", "right", Opening::Look, 1).await, "one try is left");
    assert!(!opens(&*store, "one", "wrong", Opening::Look, 1).await);
    assert!(!opens(&*store, "one", "right", Opening::Use, 1).await, "no try is left");
    assert!(!opens(&*store, "three", "right", Opening::Use, 1).await, "there is none");
    assert!(opens(&*store, "two", "right", Opening::Use, 1).await);
}

pub async fn a_ticket_is_over_at_its_end_and_for_one_purpose(store: Arc<dyn Store>) {
    store.put_ticket(ticket("one")).await.unwrap();
    let other = store.open_ticket(Purpose::EmailLink, &code("one", "right"), Opening::Use, at(1).at).await.unwrap();
    assert_eq!(other, None);
    assert!(opens(&*store, "one", "right", Opening::Look, 59).await);
    assert!(!opens(&*store, "one", "right", Opening::Look, 60).await);
    // Taken away only once it is over.
    store.drop_old_tickets(at(59).at).await.unwrap();
    assert!(opens(&*store, "one", "right", Opening::Look, 1).await);
    store.drop_old_tickets(at(60).at).await.unwrap();
    assert!(!opens(&*store, "one", "right", Opening::Look, 1).await);
}

pub async fn a_new_ticket_makes_the_old_ones_of_a_person_worthless_and_nobody_elses(store: Arc<dyn Store>) {
    let (me, other) = (make(&*store, 1).await, make(&*store, 2).await);
    store.put_ticket(Ticket { claimant: Some(me), ..ticket("mine") }).await.unwrap();
    store.put_ticket(Ticket { claimant: Some(other), ..ticket("theirs") }).await.unwrap();
    assert!(!store.put_ticket(ticket("mine")).await.unwrap(), "found by the same");
    store.drop_tickets(me, Purpose::Invitation).await.unwrap();
    assert!(!opens(&*store, "mine", "right", Opening::Look, 1).await);
    assert!(opens(&*store, "theirs", "right", Opening::Look, 1).await);
}

pub async fn a_way_in_is_found_until_it_is_closed(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let address = EmailAddress::parse("Alex@Example.com").unwrap();
    let typed = EmailAddress::parse("alex@example.com").unwrap();
    let id = WayInId(Uuid::from_u128(1));
    assert_eq!(store.found(FoundBy::Email(&typed)).await.unwrap(), []);
    let way = WayIn { name: text("my email"), how: How::Email { address } };
    let done = say(&*store, claimant, Command::AddWayIn { id, way }).await.unwrap();
    assert_eq!(store.found(FoundBy::Email(&typed)).await.unwrap(), [(claimant, ItemId::SignIn(id))]);
    assert_eq!(store.found(FoundBy::Passkey("alex@example.com")).await.unwrap(), []);
    let on = Version(done.entries[0].0);
    say(&*store, claimant, Command::RemoveWayIn { id, on, sure: true }).await.unwrap();
    assert_eq!(store.found(FoundBy::Email(&typed)).await.unwrap(), []);
}

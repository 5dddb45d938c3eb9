//! One way out, and nobody takes it unseen.

use std::{collections::BTreeSet, sync::Arc};

use own_terms::store::{Ask, LOOKS_SHOWN, Store, StoreError, Want, Which};
use own_terms_domain::{
    actor::Actor,
    decide::Command,
    email::EmailAddress,
    ids::{CarerId, ClaimantId, OrganisationId, StaffId, WayInId},
    item::{ItemId, Kind, Version},
    look::{Law, Look, Reason, Subject},
    needs::Needs,
    profile::Profile,
    record::{RecordDraft, Sort},
    sign_in::{How, WayIn},
    terms::Pace,
};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::given::{CHOSEN, add_goal, at, begun, look, make, ordered, person, record_id, say, seen, text};

pub async fn ones_own_looks_are_one_entry_a_session(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let me = Actor::Claimant(claimant);
    for session in [[1; 32], [2; 32]] {
        store.begin_session(session, claimant, begun(0)).await.unwrap();
        for subject in [Subject::Goals, Subject::Everything, Subject::Contact] {
            store.view(Ask { subject, ..look(claimant, me, Some(session)) }).await.unwrap();
        }
    }
    let looks = store.view(look(claimant, me, Some([2; 32]))).await.unwrap().looks;
    let one = |number| Look {
        number,
        at: at(1).at,
        by: me,
        reason: Reason::MyOwn,
        subject: Subject::Goals,
        refused: false,
        withheld: None,
        shown: Vec::new(),
    };
    assert_eq!(looks, [one(2), one(1)]);
    // Without a session that is known, each is one.
    for session in [None, Some([9; 32]), None] {
        store.view(look(claimant, me, session)).await.unwrap();
    }
    assert_eq!(store.view(look(claimant, me, Some([2; 32]))).await.unwrap().looks.len(), 5);
}

pub async fn looks_at_the_same_moment_in_one_session_are_one_entry(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let me = Actor::Claimant(claimant);
    store.begin_session([1; 32], claimant, begun(0)).await.unwrap();
    let mut tasks = JoinSet::new();
    for _ in 0..12 {
        let store = store.clone();
        tasks.spawn(async move { store.view(look(claimant, me, Some([1; 32]))).await.unwrap() });
    }
    tasks.join_all().await;
    assert_eq!(store.view(look(claimant, me, Some([1; 32]))).await.unwrap().looks.len(), 1);
}

pub async fn every_look_of_someone_else_is_an_entry_refused_ones_too(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    let me = make(&*store, 2).await;
    say(&*store, claimant, add_goal(1, "a goal")).await.unwrap();
    // A session of their own does not hide whom they look at.
    store.begin_session([5; 32], me, begun(0)).await.unwrap();
    let others = [
        (Actor::CaseWorker(StaffId(Uuid::from_u128(3))), Reason::ConversationAsked, Subject::Terms),
        (Actor::CaseWorker(StaffId(Uuid::from_u128(3))), Reason::ConversationAsked, Subject::Terms),
        (Actor::Carer(CarerId(Uuid::from_u128(4))), Reason::HelpingAsAsked, Subject::Goals),
        (Actor::Claimant(me), Reason::MyOwn, Subject::Everything),
        (Actor::Organisation(OrganisationId(Uuid::from_u128(6))), Reason::HelpingAsAsked, Subject::AtAGlance),
        (Actor::Service, Reason::MyOwn, Subject::Everything),
    ];
    for (minute, (actor, reason, subject)) in (10..).zip(others) {
        let ask = Ask { reason, subject, now: at(minute), ..look(claimant, actor, Some([5; 32])) };
        let answer = store.view(ask).await.map(|_| ());
        assert!(matches!(answer, Err(StoreError::NotThere)), "{actor:?}: {answer:?}");
    }
    // Newest first, each with all that is known of it.
    let ask = Ask { now: at(60), ..look(claimant, Actor::Claimant(claimant), None) };
    store.view(ask.clone()).await.unwrap();
    let looks = store.view(ask).await.unwrap().looks;
    let expected = (10..).zip(others).map(|(minute, (by, reason, subject))| Look {
        number: u32::try_from(minute - 9).unwrap(),
        at: at(minute).at,
        by,
        reason,
        subject,
        refused: true,
        withheld: None,
        shown: Vec::new(),
    });
    let mut expected: Vec<Look> = expected.collect();
    expected.reverse();
    assert_eq!(&looks[looks.len() - expected.len()..], expected);
    assert!(looks.iter().any(|look| !look.refused && look.by == Actor::Claimant(claimant)));
    // In nobody else's log.
    assert!(seen(&*store, person(2)).await.looks.iter().all(|look| look.by == Actor::Claimant(me)));
}

pub async fn nobody_but_the_person_sees_who_looked(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    say(&*store, claimant, add_goal(1, "a goal")).await.unwrap();
    for _ in 0..LOOKS_SHOWN + 5 {
        let _ = store.view(look(claimant, Actor::Service, None)).await;
    }
    assert_eq!(seen(&*store, claimant).await.looks.len(), LOOKS_SHOWN);
    let without = Ask { want: Want::Items, ..look(claimant, Actor::Claimant(claimant), None) };
    assert!(store.view(without).await.unwrap().looks.is_empty());
}

pub async fn a_look_that_a_law_withholds_is_a_line_that_names_the_law_and_nothing_else(store: Arc<dyn Store>) {
    let (claimant, note) = someone_with_a_case_worker(&*store).await;
    let ask = |actor| Ask {
        withheld: Some(Law::Crime),
        now: at(20),
        subject: Subject::Goals,
        reason: Reason::ConversationAsked,
        ..look(claimant, actor, None)
    };
    store.view(ask(CHOSEN)).await.unwrap();
    let stranger = Actor::CaseWorker(StaffId(Uuid::from_u128(78)));
    assert!(matches!(store.view(ask(stranger)).await, Err(StoreError::NotThere)));
    let view = seen(&*store, claimant).await;
    for told in &view.looks[..2] {
        assert_eq!((told.withheld, told.at), (Some(Law::Crime), at(20).at));
        let nothing = (Actor::Service, Reason::HelpingAsAsked, Subject::Everything, false);
        assert_eq!((told.by, told.reason, told.subject, told.refused), nothing);
    }
    assert_eq!(view.looks[0].number, view.looks[1].number + 1, "no line is missing");
    // Nor is it told by the page of one thing what it was that they looked at.
    let want = Want::Entries(Which::Of(note, None));
    let of_note = store.view(Ask { want, ..look(claimant, Actor::Claimant(claimant), None) }).await.unwrap();
    assert!(of_note.looks.iter().all(|look| look.withheld.is_none() && look.at != at(20).at));
    // Nobody's own look is withheld from them; and the chain has all of it.
    store.view(ask(Actor::Claimant(claimant))).await.unwrap();
    assert_eq!(seen(&*store, claimant).await.looks[0].withheld, None);
    // Nor can it be found by trying everyone who might have looked; of any other look its hash follows from what is told.
    let overview = async || {
        let ask = Ask { want: Want::Overview, ..look(claimant, Actor::Claimant(claimant), None) };
        store.view(ask).await.unwrap().account.unwrap()
    };
    for withheld in [None, Some(Law::Crime)] {
        let before = overview().await;
        store.view(Ask { withheld, ..ask(CHOSEN) }).await.unwrap();
        let after = overview().await;
        let guess = Look {
            number: before.looks + 2,
            at: at(20).at,
            by: CHOSEN,
            reason: Reason::ConversationAsked,
            subject: Subject::Goals,
            refused: false,
            withheld,
            shown: Vec::new(),
        };
        let own = Look {
            number: before.looks + 1,
            at: at(1).at,
            by: Actor::Claimant(claimant),
            reason: Reason::MyOwn,
            subject: Subject::Everything,
            withheld: None,
            ..guess.clone()
        };
        let guessed = guess.hash(claimant, &own.hash(claimant, &before.look_head)) == after.look_head;
        assert_eq!(guessed, withheld.is_none(), "{withheld:?}");
    }
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn others_are_shown_no_more_than_the_part_that_stands_in_the_log(store: Arc<dyn Store>) {
    let (claimant, _) = someone_with_a_case_worker(&*store).await;
    let kinds = async |subject| {
        let ask = Ask { subject, reason: Reason::ConversationAsked, ..look(claimant, CHOSEN, None) };
        let view = store.view(ask).await;
        view.map(|view| view.state.all().map(|held| held.id.kind()).collect::<BTreeSet<Kind>>())
    };
    let all = kinds(Subject::Everything).await.unwrap();
    assert!(all.contains(&Kind::Pace) && all.contains(&Kind::Note) && all.contains(&Kind::Goal), "{all:?}");
    assert_eq!(kinds(Subject::Terms).await.unwrap(), BTreeSet::from([Kind::Profile, Kind::Pace]));
    assert_eq!(kinds(Subject::Goals).await.unwrap(), BTreeSet::from([Kind::Profile, Kind::Goal, Kind::GoalOrder]));
    assert!(matches!(kinds(Subject::Log).await, Err(StoreError::NotThere)));
    // The person's own look is one for all of it.
    let own = Ask { subject: Subject::Goals, ..look(claimant, Actor::Claimant(claimant), None) };
    assert!(store.view(own).await.unwrap().state.all().any(|held| held.id.kind() == Kind::Note));
}

pub async fn the_history_of_a_thing_comes_with_who_else_looked_at_it_since_it_was_written(store: Arc<dyn Store>) {
    let (claimant, note) = someone_with_a_case_worker(&*store).await;
    let looks_of = async |id| {
        let want = Want::Entries(Which::Of(id, None));
        store.view(Ask { want, ..look(claimant, Actor::Claimant(claimant), None) }).await.unwrap().looks
    };
    assert!(looks_of(note).await.is_empty(), "a look before it was written is none at it");
    let stranger = Actor::CaseWorker(StaffId(Uuid::from_u128(77)));
    for (minute, (by, subject)) in (20..).zip([
        (CHOSEN, Subject::Everything),
        (CHOSEN, Subject::Terms),
        (stranger, Subject::Everything),
        (Actor::Claimant(claimant), Subject::Everything),
    ]) {
        let ask = Ask { subject, now: at(minute), want: Want::Items, ..look(claimant, by, None) };
        let _ = store.view(ask).await;
    }
    let short = |looks: Vec<Look>| looks.into_iter().map(|l| (l.by, l.subject, l.refused)).collect::<Vec<_>>();
    let everything = [(stranger, Subject::Everything, true), (CHOSEN, Subject::Everything, false)];
    assert_eq!(short(looks_of(note).await), everything, "newest first, refused ones too, without the person's own");
    let of_pace = short(looks_of(ItemId::The(Kind::Pace)).await);
    assert_eq!(of_pace[..3], [everything[0], (CHOSEN, Subject::Terms, false), everything[1]]);
    // However many there are, a page's worth is given.
    for _ in 0..25 {
        let _ = store.view(Ask { now: at(30), ..look(claimant, stranger, None) }).await;
    }
    assert_eq!(looks_of(note).await.len(), own_terms_app::pages::records::LOOKS_SHOWN);
}

/// Someone with a goal and a pace whose case worker looked, and then wrote a note.
async fn someone_with_a_case_worker(store: &dyn Store) -> (ClaimantId, ItemId) {
    let claimant = make(store, 1).await;
    let Actor::CaseWorker(staff) = CHOSEN else { unreachable!("a case worker") };
    let name = Command::SetProfile { on: Version(0), profile: Profile { name: text("Ro") } };
    say(store, claimant, name).await.unwrap();
    say(store, claimant, add_goal(1, "a goal")).await.unwrap();
    say(store, claimant, Command::SetPace { on: Version(0), pace: Pace::default() }).await.unwrap();
    say(store, claimant, Command::ChooseCaseWorker { on: Version(0), staff: Some(staff) }).await.unwrap();
    store.view(look(claimant, CHOSEN, None)).await.unwrap();
    let draft = RecordDraft { sort: Sort::Note, words: text("a note"), source: text("our talk") };
    let write = Command::WriteRecord { id: record_id(1), draft };
    store.commit(ordered(claimant, (Some(CHOSEN), write), at(10))).await.unwrap();
    (claimant, ItemId::Record(Sort::Note, record_id(1)))
}

pub async fn the_service_is_shown_the_way_in_that_it_names_and_nothing_else(store: Arc<dyn Store>) {
    let claimant = make(&*store, 1).await;
    say(&*store, claimant, add_goal(1, "see my brother more")).await.unwrap();
    let ways = [1, 2].map(|number| WayInId(Uuid::from_u128(number)));
    for (id, address) in ways.into_iter().zip(["a@example.org", "b@example.org"]) {
        let how = How::Email { address: EmailAddress::parse(address).unwrap() };
        say(&*store, claimant, Command::AddWayIn { id, way: WayIn { name: text("mine"), how } }).await.unwrap();
    }
    let ways = ways.map(ItemId::SignIn);
    let ask = Ask {
        reason: Reason::SigningIn,
        subject: Subject::SignIn,
        needs: Needs::the_few().and_item(ways[0]),
        want: Want::Record,
        ..look(claimant, Actor::Service, None)
    };
    let view = store.view(ask.clone()).await.unwrap();
    assert_eq!(view.state.all().map(|held| held.id).collect::<Vec<_>>(), ways[..1]);
    assert!(view.looks.is_empty() && view.entries.is_empty() && view.account.is_none());
    // Each is written down, and so is each that went too far.
    let kind = Needs::the_few().and_all(Kind::Goal);
    for too_far in [
        Ask { subject: Subject::Everything, ..ask.clone() },
        Ask { reason: Reason::HelpingAsAsked, ..ask.clone() },
        Ask { needs: kind, ..ask.clone() },
        Ask { actor: CHOSEN, ..ask },
    ] {
        assert!(matches!(store.view(too_far).await, Err(StoreError::NotThere)));
    }
    let looks = seen(&*store, claimant).await.looks;
    let by_others = looks.iter().filter(|look| look.by != Actor::Claimant(claimant));
    assert_eq!(by_others.map(|look| look.refused).collect::<Vec<_>>(), [true, true, true, true, false]);
}

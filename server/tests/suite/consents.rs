//! What organisations are shown because the person said yes: exactly that, each time in the log, and nothing a moment later.

use std::{collections::BTreeSet, sync::Arc};

use own_terms::store::{Ask, Store, StoreError, Want, Which};
use own_terms_domain::{
    actor::Actor,
    consent::{Answer, ConsentDraft, Length, Purpose, Yes},
    decide::{Command, ToErase},
    ids::{ClaimantId, ConsentId, OrganisationId},
    item::{Held, ItemId, Kind, Version, Wording},
    look::{Look, Reason, Subject},
    reading::Language,
    terms::Pace,
};
use uuid::Uuid;

use crate::given::{ORGANISATION, add_goal, at, goal_id, introduce, look, make, say, seen, text};

const ONE: ConsentId = ConsentId(Uuid::from_u128(0xc01));
const GOAL: fn() -> ItemId = || ItemId::Goal(goal_id(1));

/// Someone who let an organisation see a goal and their pace, and has said more than that.
async fn someone_who_shares(store: &dyn Store) -> ClaimantId {
    let claimant = make(store, 1).await;
    introduce(store).await;
    for number in 1..=2 {
        say(store, claimant, add_goal(number, "a goal")).await.unwrap();
    }
    say(store, claimant, Command::SetPace { on: Version(0), pace: Pace::default() }).await.unwrap();
    let Actor::Organisation(organisation) = ORGANISATION else { unreachable!("an organisation") };
    let items = vec![GOAL(), ItemId::The(Kind::Pace)];
    let draft = ConsentDraft { organisation, purpose: Purpose::Help, items };
    say(store, claimant, Command::AskConsent { id: ONE, draft }).await.unwrap();
    say_yes(store, claimant).await;
    claimant
}

async fn say_yes(store: &dyn Store, claimant: ClaimantId) {
    let state = seen(store, claimant).await.state;
    let seen = state.to_read(&state.consent(ONE).unwrap().items).into_iter().map(Held::wording).collect();
    let answer = Answer::Yes(Yes { seen, length: Length::Week, remind: true });
    let on = state.version(ItemId::Consent(ONE));
    let command = Command::AnswerConsent { id: ONE, on, language: Language::English, answer };
    say(store, claimant, command).await.unwrap();
}

fn ask(claimant: ClaimantId, by: Actor, minute: i64) -> Ask {
    let (reason, subject) = match by {
        Actor::CodeHolder(_) => (Reason::CheckingConsent, Subject::Consents),
        _ => (Reason::Consent, Subject::Shared),
    };
    Ask { reason, subject, now: at(minute), want: Want::Items, ..look(claimant, by, None) }
}

async fn sees(store: &dyn Store, claimant: ClaimantId, by: Actor, minute: i64) -> Option<BTreeSet<ItemId>> {
    match store.view(ask(claimant, by, minute)).await {
        Ok(view) => Some(view.state.all().map(|held| held.id).collect()),
        Err(StoreError::NotThere) => None,
        Err(other) => panic!("{other}"),
    }
}

async fn last_look(store: &dyn Store, claimant: ClaimantId) -> Look {
    let looks = seen(store, claimant).await.looks;
    looks.into_iter().find(|look| !matches!(look.by, Actor::Claimant(_))).unwrap()
}

pub async fn an_organisation_is_shown_what_was_said_yes_to_and_the_log_keeps_each_wording(store: Arc<dyn Store>) {
    let claimant = someone_who_shares(&*store).await;
    let shared = BTreeSet::from([GOAL(), ItemId::The(Kind::Pace)]);
    assert_eq!(sees(&*store, claimant, ORGANISATION, 5).await, Some(shared.clone()));
    let state = seen(&*store, claimant).await.state;
    let sent: Vec<Wording> = shared.iter().map(|id| Wording { item: *id, version: state.version(*id) }).collect();
    let look = last_look(&*store, claimant).await;
    let kept: BTreeSet<Wording> = look.shown.iter().copied().collect();
    assert_eq!((look.by, look.refused, look.shown.len()), (ORGANISATION, false, 2));
    assert_eq!(kept, sent.into_iter().collect());
    // It stands on the page of what was sent, and not on that of what was not.
    for (number, was) in [(1, true), (2, false)] {
        let want = Want::Entries(Which::Of(ItemId::Goal(goal_id(number)), None));
        let own = Ask { want, ..crate::given::look(claimant, Actor::Claimant(claimant), None) };
        let at_it = store.view(own).await.unwrap().looks;
        assert_eq!(at_it.iter().any(|look| look.by == ORGANISATION), was, "goal {number}");
    }
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn another_organisation_a_wrong_role_and_a_person_who_is_not_there_are_answered_alike(store: Arc<dyn Store>) {
    let claimant = someone_who_shares(&*store).await;
    let nobody = ClaimantId(Uuid::from_u128(999));
    let Actor::Organisation(organisation) = ORGANISATION else { unreachable!("an organisation") };
    for by in [
        Actor::Organisation(OrganisationId(Uuid::from_u128(0x4001))),
        Actor::Organisation(OrganisationId(claimant.0)),
        Actor::CodeHolder(ConsentId(organisation.0)),
        Actor::CaseWorker(own_terms_domain::ids::StaffId(organisation.0)),
        Actor::Carer(own_terms_domain::ids::CarerId(organisation.0)),
        Actor::Service,
    ] {
        assert_eq!(sees(&*store, claimant, by, 5).await, None, "{by:?}");
        assert_eq!(sees(&*store, nobody, by, 5).await, None, "{by:?}");
    }
    // Under another name of the part it is no more.
    for subject in [Subject::Goals, Subject::Terms, Subject::Contact, Subject::Consents, Subject::Log] {
        let asked = store.view(Ask { subject, ..ask(claimant, ORGANISATION, 6) }).await;
        let seen = asked.map(|view| view.state.all().map(|held| held.id).collect::<BTreeSet<_>>()).unwrap_or_default();
        assert!(seen.is_subset(&BTreeSet::from([GOAL(), ItemId::The(Kind::Pace)])), "{subject:?}: {seen:?}");
        assert!(!matches!(subject, Subject::Contact | Subject::Consents | Subject::Log) || seen.is_empty());
    }
}

pub async fn what_is_taken_back_changed_over_or_erased_is_shown_no_more(store: Arc<dyn Store>) {
    let claimant = someone_who_shares(&*store).await;
    let pace = BTreeSet::from([ItemId::The(Kind::Pace)]);
    assert_eq!(sees(&*store, claimant, ORGANISATION, 7 * 24 * 60).await.map(|seen| seen.len()), Some(2));
    assert_eq!(sees(&*store, claimant, ORGANISATION, 9 * 24 * 60).await, None, "its day has passed");
    let on = seen(&*store, claimant).await.state.version(GOAL());
    let draft = own_terms_domain::goals::GoalDraft {
        words: text("in other words"),
        area: None,
        audience: own_terms_domain::goals::Audience::OnlyMe,
    };
    say(&*store, claimant, Command::ChangeGoal { id: goal_id(1), on, draft }).await.unwrap();
    assert_eq!(sees(&*store, claimant, ORGANISATION, 5).await, Some(pace.clone()), "words that nobody read");
    let on = seen(&*store, claimant).await.state.version_of(Kind::Pace);
    let what = ToErase::Item { id: ItemId::The(Kind::Pace), on };
    say(&*store, claimant, Command::Erase { what }).await.unwrap();
    assert_eq!(sees(&*store, claimant, ORGANISATION, 5).await, None);
    say_yes(&*store, claimant).await;
    assert_eq!(sees(&*store, claimant, ORGANISATION, 5).await, Some(BTreeSet::from([GOAL()])));
    say(&*store, claimant, Command::WithdrawConsent { id: ONE }).await.unwrap();
    assert_eq!(sees(&*store, claimant, ORGANISATION, 5).await, None);
    let refused = last_look(&*store, claimant).await;
    assert!(refused.refused && refused.shown.is_empty(), "{refused:?}");
}

pub async fn whoever_looks_while_it_is_taken_back_is_in_the_log_or_sees_nothing(store: Arc<dyn Store>) {
    let claimant = someone_who_shares(&*store).await;
    let looking: Vec<_> = (0..12)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move { sees(&*store, claimant, ORGANISATION, 5).await.is_some() })
        })
        .collect();
    say(&*store, claimant, Command::WithdrawConsent { id: ONE }).await.unwrap();
    assert_eq!(sees(&*store, claimant, ORGANISATION, 5).await, None, "from the very moment on");
    let mut shown = 0;
    for one in looking {
        shown += usize::from(one.await.unwrap());
    }
    let looks = seen(&*store, claimant).await.looks;
    let of_it: Vec<&Look> = looks.iter().filter(|look| look.by == ORGANISATION).collect();
    // What a system is refused, one after another, is one line.
    assert_eq!((of_it.len(), of_it[0].refused), (shown + 1, true));
    assert_eq!(of_it.iter().filter(|look| !look.refused && look.shown.len() == 2).count(), shown);
}

pub async fn a_code_tells_that_a_consent_is_real_and_nothing_of_what_is_shown(store: Arc<dyn Store>) {
    let claimant = someone_who_shares(&*store).await;
    let by = Actor::CodeHolder(ONE);
    assert_eq!(sees(&*store, claimant, by, 5).await, Some(BTreeSet::from([ItemId::Consent(ONE)])));
    let look = last_look(&*store, claimant).await;
    assert_eq!((look.by, look.reason, look.refused), (by, Reason::CheckingConsent, false));
    for subject in [Subject::Everything, Subject::Shared, Subject::Goals, Subject::AtAGlance] {
        assert!(store.view(Ask { subject, ..ask(claimant, by, 5) }).await.is_err(), "{subject:?}");
    }
    say(&*store, claimant, Command::WithdrawConsent { id: ONE }).await.unwrap();
    assert_eq!(sees(&*store, claimant, by, 6).await, None);
    assert!(last_look(&*store, claimant).await.refused, "and that is in the log as well");
    assert_eq!(store.check().await.unwrap().wrong, Vec::<String>::new());
}

pub async fn stopping_takes_back_what_is_shared(store: Arc<dyn Store>) {
    let claimant = someone_who_shares(&*store).await;
    let done = say(&*store, claimant, Command::Stop).await.unwrap();
    assert_eq!(done.entries.len(), 2, "that they stopped, and that it is taken back");
    for by in [ORGANISATION, Actor::CodeHolder(ONE)] {
        assert_eq!(sees(&*store, claimant, by, 5).await, None);
    }
}

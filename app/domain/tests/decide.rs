//! The one door: what any sequence of commands does to a person's items, and what it can never do.

use jiff::ToSpan as _;
use own_terms_domain::{
    agreement::Progress,
    consent,
    contact::{Wish, WishAnswer, WishDraft},
    decide::{Command, Refusal, may_contact},
    form::{ErrorKind, FieldError},
    goals::{Audience, Direction, GoalDraft, MOST_GOALS},
    ids::GoalId,
    item::{Held, Item, ItemId, Kind, Version},
    standing::{ComeBack, Standing},
    terms::{Break, MOST_BREAKS},
    time::Now,
};
use proptest::{collection::vec, prelude::*};
use uuid::Uuid;

use crate::given::{ME, Model, cases, command, now_at, target, words};

fn then(minutes: i64) -> Now {
    now_at("2027-03-01T12:00:00Z".parse::<jiff::Timestamp>().unwrap().checked_add(minutes.minutes()).unwrap())
}

/// Commands one after another, each with whether its sender saw what stands, or something older.
fn commands(most: usize) -> impl Strategy<Value = Vec<(Command, bool)>> {
    vec((command(then(0)), prop::bool::weighted(0.8)), 0..most)
}

fn seen(model: &Model, mut command: Command, fresh: bool) -> Command {
    let state = model.state();
    let (id, on) = target(&mut command);
    if let (Some(on), true) = (on, fresh) {
        *on = state.version(id);
    }
    // What goes is what was read.
    if let (Command::AnswerConsent { id, answer: consent::Answer::Yes(yes), .. }, true) = (&mut command, fresh) {
        let items = state.consent(*id).map(|consent| consent.items.clone()).unwrap_or_default();
        yes.seen = state.to_read(&items).into_iter().map(Held::wording).collect();
    }
    command
}

/// Someone for whom `commands` were carried out, as far as they could be.
fn after(commands: Vec<(Command, bool)>) -> Model {
    let mut model = Model::default();
    for (command, fresh) in commands {
        let command = seen(&model, command, fresh);
        let _ = model.me(command, then(0));
    }
    model
}

fn goal(words_: &str) -> GoalDraft {
    GoalDraft { words: words(words_), area: None, audience: Audience::CaseWorker }
}

fn wish(answer: WishAnswer, until: Option<jiff::civil::Date>) -> Command {
    Command::SetWish { on: Version(0), draft: WishDraft { answer, about: None, not_about: None, until } }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn an_old_version_never_overwrites_and_a_form_sent_twice_has_one_effect(commands in commands(30)) {
        let mut model = Model::default();
        for (command, fresh) in commands {
            let mut command = seen(&model, command, fresh);
            let before = model.clone();
            let (id, on) = target(&mut command);
            let on = on.map(|on| *on);
            let Ok(entries) = model.me(command.clone(), then(0)) else {
                prop_assert_eq!(model.said(), before.said());
                continue;
            };
            if let (Some(on), false) = (on, entries.is_empty()) {
                prop_assert_eq!(on, before.state().version(id), "{:?} wrote over what was not seen", command);
            }
            // Only what the command is about is written; a goal's place in the order comes with it, and coming back
            // afresh is about everything. What erasing is about has tests of its own.
            let afresh =
                matches!(command, Command::ComeBack { how: ComeBack::Afresh } | Command::Erase { .. });
            for entry in &entries {
                let with_it = matches!(command, Command::AddGoal { .. }) && entry.item == ItemId::The(Kind::GoalOrder)
                    || command == Command::Stop && entry.item.kind() == Kind::Consent
                    // How long they want to talk changes with how they carry on.
                    || entry.item.kind() == Kind::Wish && id.kind() == Kind::CarryingOn
                    || entry.item.kind() == Kind::Agreement && id.kind() == Kind::CarryingOn
                    // What they advised goes with them, and each mark that names it; what is sent goes as what it is.
                    || entry.item.kind() == Kind::Advice && matches!(id.kind(), Kind::Supporter | Kind::Advice)
                    || matches!(command, Command::SendAdvice { .. })
                        && matches!(entry.item.kind(), Kind::Consent | Kind::Message)
                    // What is proposed does not outlast the wish to talk, nor whom it was proposed to.
                    || entry.item.kind() == Kind::Agreement
                        && matches!(id.kind(), Kind::Wish | Kind::CaseWorker | Kind::Standing | Kind::Agreement)
                    // Whoever comes back makes the address of their calendar anew.
                    || entry.item.kind() == Kind::CalendarFeed && matches!(id.kind(), Kind::Standing | Kind::Recovery)
                    // How they are reached, and what it was before, change together.
                    || matches!(entry.item.kind(), Kind::Ways | Kind::Safe | Kind::EarlierContact)
                        && matches!(id.kind(), Kind::Ways | Kind::Safe | Kind::EarlierContact);
                prop_assert!(afresh || with_it || entry.item == id, "{:?} wrote {:?}", command, entry.item);
            }
            // Every version is new, and no entry says what is said already.
            for held in model.held.values() {
                let same = before.held.get(&held.id);
                prop_assert!(same == Some(held) || held.version.0 > before.entries);
                prop_assert!(same.is_none_or(|same| same == held || same.item != held.item), "an entry for nothing");
            }
            let once = model.said();
            match model.me(command.clone(), then(1)) {
                Ok(entries) => prop_assert!(entries.is_empty(), "{:?} twice: {:?}", command, entries),
                // What is erased is not there to be erased once more, nor what stands again to be put back.
                Err(Refusal::NotFound) => {
                    let gone = matches!(command, Command::Erase { .. } | Command::PutContactBack { .. });
                    prop_assert!(gone);
                }
                Err(refusal) => prop_assert!(matches!(refusal, Refusal::Changed(_)), "{:?} twice: {:?}", command, refusal),
            }
            prop_assert_eq!(model.said(), once);
        }
    }

    #[test]
    fn a_refusal_is_of_the_right_kind_and_an_old_edit_is_told_what_stands(commands in commands(30)) {
        let mut model = Model::default();
        for (command, fresh) in commands {
            let mut command = seen(&model, command, fresh);
            let (id, on) = target(&mut command);
            let on = on.map(|on| *on);
            let stands = model.state().version(id);
            match model.me(command.clone(), then(0)) {
                Err(Refusal::Changed(version)) => {
                    prop_assert_eq!(version, stands);
                    // Or what they read was changed, which is not what they answer.
                    let read = matches!(command, Command::AnswerConsent { .. });
                    prop_assert!(read || on != Some(stands), "{:?}", command);
                }
                Err(Refusal::Stopped) => prop_assert!(model.state().standing().is_stopped()),
                Err(Refusal::NotFound) => {
                    // What no carer changes is not put back either, nor as something of another kind.
                    let other = matches!(command, Command::PutBack { .. } | Command::PutContactBack { .. });
                    let listed = other || matches!(command, Command::RemoveBreak { .. } | Command::MoveGoal { .. });
                    // What was taken back does not begin again.
                    let over = matches!(
                        command,
                        Command::AnswerConsent { .. }
                            | Command::AnswerAgreement { .. }
                            | Command::SendAdvice { .. }
                            | Command::AnswerEnding { .. }
                    );
                    prop_assert!(listed || over || stands == Version(0), "{:?}", command);
                }
                Err(Refusal::NotPermitted) => {
                    let others = matches!(
                        command,
                        Command::WriteRecord { .. }
                            | Command::AnswerCorrection { .. }
                            | Command::LetGo
                            | Command::BeginHelping
                            | Command::LookInto { .. }
                            | Command::BeginRecovery
                            | Command::OpenRecovery { .. }
                            | Command::StopRecovery { .. }
                            | Command::KnowRecovery { .. }
                            | Command::OpenInvitation { .. }
                            | Command::AcceptInvitation { .. }
                            | Command::StepDown { .. }
                            | Command::OfferAppointment { .. }
                            | Command::WithdrawOffer { .. }
                            | Command::ProposeReferral { .. }
                            | Command::WithdrawReferral { .. }
                            | Command::ProposeEnding { .. }
                            | Command::AsWorded(_)
                            | Command::ByConsent { .. }
                    );
                    prop_assert!(others, "their own: {:?}", command);
                }
                Err(Refusal::Erased) => prop_assert!(model.state().was_erased(id), "{:?}", command),
                Err(Refusal::SignInAgain) => {
                    let checks = matches!(command, Command::CheckCarer { .. });
                    prop_assert!(checks, "{:?}", command);
                }
                Err(other @ (Refusal::NoContact | Refusal::OutsideTerms(_))) => prop_assert!(false, "theirs: {:?}", other),
                Err(Refusal::NotBefore(_)) => {
                    let state = model.state();
                    prop_assert!(state.recovery().is_some() || state.has_said(Kind::EarlierContact));
                }
                Err(Refusal::KeptByLaw(_)) => prop_assert!(matches!(id, ItemId::Record(..))),
                Err(Refusal::Invalid(errors)) => prop_assert!(!errors.is_empty()),
                Ok(_) => {}
            }
        }
    }

    #[test]
    fn the_service_carries_no_more_than_there_is_room_for(commands in commands(60)) {
        let state = after(commands).state();
        prop_assert!(state.goal_count() <= MOST_GOALS && state.breaks().breaks.len() <= MOST_BREAKS);
        // Every goal is shown in one place, once.
        let mut shown: Vec<GoalId> = state.goals().iter().chain(&state.goals_taken_away()).map(|goal| goal.id).collect();
        prop_assert_eq!(shown.len(), state.goal_count());
        shown.sort_unstable();
        shown.dedup();
        prop_assert_eq!(shown.len(), state.goal_count());
    }

    #[test]
    fn whoever_has_stopped_cannot_be_contacted_whatever_else_they_do(
        before in commands(15), after_it in commands(15), days in 0..900_i64,
    ) {
        let mut model = after(before);
        let said = model.said();
        model.me(Command::Stop, then(1)).unwrap();
        // One step, and but for consents and agreements nothing else is touched: they keep reading all of it.
        let mut rest = model.said();
        prop_assert!(matches!(rest.remove(&ItemId::The(Kind::Standing)), Some(Item::Standing(Standing::Stopped(_)))));
        let ends = |id: &ItemId| matches!(id.kind(), Kind::Consent | Kind::Agreement);
        let stands = |(id, item): (&ItemId, &Item)| ends(id) || said.get(id) == Some(item);
        prop_assert!(rest.iter().all(stands) && rest.len() + 1 >= said.len());
        for (command, fresh) in after_it {
            prop_assert!(!may_contact(&model.state(), then(days * 24 * 60)));
            if !matches!(command, Command::ComeBack { .. }) {
                let command = seen(&model, command, fresh);
                let _ = model.me(command, then(2));
            }
        }
        prop_assert!(!may_contact(&model.state(), then(days * 24 * 60)));
    }

    #[test]
    fn coming_back_to_how_things_were_is_just_that(before in commands(25)) {
        let mut model = after(before);
        model.me(Command::ComeBack { how: ComeBack::AsItWas }, then(0)).unwrap();
        let (said, contact) = (model.said(), may_contact(&model.state(), then(0)));
        model.me(Command::Stop, then(1)).unwrap();
        model.me(Command::ComeBack { how: ComeBack::AsItWas }, then(2)).unwrap();
        let mut now_said = model.said();
        prop_assert_eq!(now_said.remove(&ItemId::The(Kind::Standing)), Some(Item::Standing(Standing::Open)));
        let mut was = said;
        was.remove(&ItemId::The(Kind::Standing));
        // What was shared is not shared again by itself.
        let (state, given) = (model.state(), |(_, consent): &(_, &consent::Consent)| consent.given().is_some());
        prop_assert!(!state.consents().any(|consent| given(&consent)));
        prop_assert!(!state.agreements().any(|(_, one)| one.is_open() || one.progress == Progress::Agreed));
        for said in [&mut now_said, &mut was] {
            // Nor is anything agreed or proposed any more, and no calendar asks.
            said.retain(|id, _| !matches!(id.kind(), Kind::Consent | Kind::Agreement | Kind::CalendarFeed));
        }
        prop_assert_eq!(now_said, was);
        prop_assert_eq!(may_contact(&model.state(), then(2)), contact);
    }

    #[test]
    fn coming_back_afresh_empties_the_terms_and_sets_the_goals_aside(before in commands(25)) {
        let mut model = after(before);
        let was = model.state();
        model.me(Command::Stop, then(1)).unwrap();
        model.me(Command::ComeBack { how: ComeBack::Afresh }, then(2)).unwrap();
        let state = model.state();
        for kind in Kind::ALL.iter().copied() {
            let stays = matches!(kind, Kind::Profile | Kind::Standing | Kind::Reading | Kind::GoalOrder);
            prop_assert!(stays || !state.has_said(kind), "{:?} is still there", kind);
        }
        prop_assert_eq!(state.profile(), was.profile());
        prop_assert_eq!(state.reading(), was.reading());
        prop_assert_eq!(state.wish(), Wish::default());
        prop_assert!(!may_contact(&state, then(3)));
        prop_assert_eq!(state.goals().len(), 0);
        prop_assert_eq!(state.goals_taken_away().len(), was.goal_count());
        // Each can be got back, as it was, when it was not taken away before.
        for goal in was.goals() {
            let on = model.state().goal(goal.id).unwrap().version;
            model.me(Command::BringBackGoal { id: goal.id, on }, then(4)).unwrap();
            let state = model.state();
            prop_assert_eq!(state.goal(goal.id).unwrap().goal, goal.goal);
        }
        let order = |state: &own_terms_domain::state::State| -> Vec<GoalId> { state.goals().iter().map(|goal| goal.id).collect() };
        prop_assert_eq!(order(&model.state()), order(&was));
    }

    #[test]
    fn moving_a_goal_moves_that_one_by_one_place_at_most(before in commands(20), pick in 0..5_u128, up: bool) {
        let mut model = after(before);
        let order = |model: &Model| -> Vec<GoalId> { model.state().goals().iter().map(|goal| goal.id).collect() };
        let id = GoalId(Uuid::from_u128(pick + 1));
        let mut expected = order(&model);
        let Some(at) = expected.iter().position(|goal| *goal == id) else { return Ok(()) };
        let to = if up { at.saturating_sub(1) } else { (at + 1).min(expected.len() - 1) };
        expected.swap(at, to);
        let direction = if up { Direction::Up } else { Direction::Down };
        let on = model.state().version_of(Kind::GoalOrder);
        model.me(Command::MoveGoal { id, on, direction }, then(1)).unwrap();
        prop_assert_eq!(order(&model), expected);
    }

    #[test]
    fn not_now_holds_to_the_end_of_its_last_day(days in 0..60_i32, ask_first: bool, later in -1..3_i64) {
        let mut model = Model::default();
        if ask_first {
            model.me(wish(WishAnswer::Talk, None), then(0)).unwrap();
            prop_assert!(may_contact(&model.state(), then(0)));
        }
        let until = then(0).today.checked_add(days.days()).unwrap();
        let on = model.state().version_of(Kind::Wish);
        let draft = WishDraft { answer: WishAnswer::NotNow, about: None, not_about: None, until: Some(until) };
        model.me(Command::SetWish { on, draft }, then(0)).unwrap();
        let day = then((i64::from(days) + later).max(0) * 24 * 60);
        prop_assert_eq!(may_contact(&model.state(), day), ask_first && day.today > until);
        prop_assert_eq!(model.state().wish().is_not_now(day.today), day.today <= until);
    }
}

#[test]
fn nobody_is_contacted_who_did_not_ask() {
    let mut model = Model::default();
    assert!(!may_contact(&model.state(), then(0)));
    for (answer, contact) in [(WishAnswer::Talk, true), (WishAnswer::NoContact, false), (WishAnswer::NotNow, false)] {
        let mut command = wish(answer, None);
        *target(&mut command).1.unwrap() = model.state().version_of(Kind::Wish);
        model.me(command, then(0)).unwrap();
        assert_eq!(may_contact(&model.state(), then(60 * 24 * 4000)), contact, "{answer:?}");
    }
}

#[test]
fn who_said_no_is_not_asked_again_by_an_old_request() {
    let mut model = Model::default();
    model.me(wish(WishAnswer::Talk, None), then(0)).unwrap();
    let no = Command::SetWish {
        on: Version(1),
        draft: WishDraft { answer: WishAnswer::NoContact, about: None, not_about: None, until: None },
    };
    model.me(no, then(1)).unwrap();
    // Another tab, open since before, says yes again: it is told, and nothing is overwritten.
    assert_eq!(model.me(wish(WishAnswer::Talk, None), then(2)), Err(Refusal::Changed(Version(2))));
    assert_eq!(model.state().wish().answer, Some(WishAnswer::NoContact));
}

#[test]
fn a_stopped_person_is_told_to_come_back_before_asking_to_talk() {
    let mut model = Model::default();
    model.me(Command::Stop, then(0)).unwrap();
    assert_eq!(model.me(wish(WishAnswer::Talk, None), then(1)), Err(Refusal::Stopped));
    assert!(model.me(wish(WishAnswer::NoContact, None), then(1)).is_ok());
}

#[test]
fn stopping_twice_keeps_the_moment_of_the_first() {
    let mut model = Model::default();
    model.me(Command::Stop, then(0)).unwrap();
    assert_eq!(model.me(Command::Stop, then(9)), Ok(Vec::new()));
    assert_eq!(model.state().standing(), Standing::Stopped(then(0)));
    model.me(Command::ComeBack { how: ComeBack::AsItWas }, then(10)).unwrap();
    assert_eq!(model.me(Command::ComeBack { how: ComeBack::Afresh }, then(11)), Ok(Vec::new()));
}

#[test]
fn two_tabs_that_both_change_a_goal_do_not_overwrite_each_other() {
    let mut model = Model::default();
    let id = GoalId(Uuid::from_u128(1));
    model.me(Command::AddGoal { id, draft: goal("one") }, then(0)).unwrap();
    let on = model.state().goal(id).unwrap().version;
    model.me(Command::ChangeGoal { id, on, draft: goal("two") }, then(1)).unwrap();
    let refused = model.me(Command::ChangeGoal { id, on, draft: goal("three") }, then(2));
    assert_eq!(refused, Err(Refusal::Changed(model.state().goal(id).unwrap().version)));
    assert_eq!(model.state().goal(id).unwrap().goal.draft.words.as_str(), "two");
}

#[test]
fn taking_an_item_away_and_writing_it_anew_never_repeats_a_version() {
    let mut model = Model::default();
    model.me(wish(WishAnswer::Talk, None), then(0)).unwrap();
    let old = model.state().version_of(Kind::Wish);
    model.me(Command::Stop, then(1)).unwrap();
    model.me(Command::ComeBack { how: ComeBack::Afresh }, then(2)).unwrap();
    model.me(wish(WishAnswer::NotNow, None), then(3)).unwrap();
    let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    let refused = model.me(Command::SetWish { on: old, draft }, then(4));
    assert!(matches!(refused, Err(Refusal::Changed(_))), "{refused:?}");
}

#[test]
fn there_is_an_end_to_goals_and_breaks_and_it_is_said() {
    let mut model = Model::default();
    for number in 0..MOST_GOALS as u128 {
        let id = GoalId(Uuid::from_u128(number + 1));
        model.me(Command::AddGoal { id, draft: goal("a goal") }, then(0)).unwrap();
    }
    let one_more = Command::AddGoal { id: GoalId(ME.0), draft: goal("one more") };
    let said = |field: &str, max| {
        Err(Refusal::Invalid(vec![FieldError { field: field.to_owned(), kind: ErrorKind::TooMany { max } }]))
    };
    assert_eq!(model.me(one_more, then(0)), said("words", MOST_GOALS));
    let a_break = |at: usize| {
        let from = then(0).today.checked_add(i32::try_from(at).unwrap().days()).unwrap();
        Break { from, until: from, name: None }
    };
    for at in 0..=MOST_BREAKS {
        let on = model.state().version_of(Kind::Breaks);
        let answer = model.me(Command::AddBreak { on, a_break: a_break(at) }, then(0));
        if at < MOST_BREAKS {
            assert!(answer.is_ok());
        } else {
            assert_eq!(answer, said("from", MOST_BREAKS));
        }
    }
    // The same break again is no more than there is.
    let again = Command::AddBreak { on: Version(0), a_break: a_break(3) };
    assert_eq!(model.me(again, then(0)), Ok(Vec::new()));
}

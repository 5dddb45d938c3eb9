//! Carers: no sequence of asking, answering, narrowing, ending and time passing lets one see or do more than holds at that moment.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    actor::Actor,
    appointment::Who,
    carer::{CarerDraft, Delegation, DeviceUse, Ending, KINDS, MOST_CARERS, Progress, Status, latest_end, usual_end},
    decide::{Command, Refusal, decide},
    form::{ErrorKind, Fields, Parse as _},
    goals::{Audience, GoalDraft},
    ids::{CarerId, DelegationId, GoalId, RecordId},
    item::{Item, ItemId, Kind, Version},
    permission::{Scope, may_change, may_see},
    reading::Choice,
    sign_in::FoundBy,
    standing::{ComeBack, Standing},
    state::State,
    text::Text,
    time::Now,
};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

use crate::given::{
    CARER, ME, Model, carer_draft, cases, command, goal_draft, model, now_at, record_id, to_erase, words,
};

const SECOND: CarerId = CarerId(Uuid::from_u128(0x201));
const ONE: DelegationId = DelegationId(Uuid::from_u128(1));

fn then(hours: i64) -> Now {
    let noon: Timestamp = "2027-03-20T12:00:00Z".parse().unwrap();
    now_at(noon + SignedDuration::from_hours(hours))
}

fn draft(scopes: &[Scope], device: DeviceUse) -> CarerDraft {
    let name = Text::parse("Sam").unwrap();
    let kinds = if scopes.contains(&Scope::SeeHeld) { vec![Kind::Note] } else { Vec::new() };
    CarerDraft { name, scopes: scopes.to_vec(), kinds, until: usual_end(then(0).today), device }
}

/// Somebody who asked one carer, who said yes.
fn helped(scopes: &[Scope], device: DeviceUse) -> Model {
    let mut model = Model::default();
    model.let_in(ONE, &draft(scopes, device));
    model
}

impl Model {
    /// Asks somebody, who says yes. Whoever has stopped comes back first.
    fn let_in(&mut self, id: DelegationId, draft: &CarerDraft) {
        self.me(Command::ComeBack { how: ComeBack::AsItWas }, then(0)).unwrap();
        self.me(Command::InviteCarer { id, draft: draft.clone() }, then(0)).unwrap();
        self.run(Actor::Carer(CARER), Command::OpenInvitation { id, instead: None }, then(1)).unwrap();
        let on = self.state().version(ItemId::Carer(id));
        self.run(Actor::Carer(CARER), Command::AcceptInvitation { id, on }, then(2)).unwrap();
    }
}

fn stands(state: &State) -> Status {
    state.delegation(ONE).unwrap().status(then(0).today)
}

/// Keeping records back, showing them again, and erasing.
fn kept_back(now: Now) -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => record_id().prop_map(|record| Command::KeepFromCarers { record }),
        2 => record_id().prop_map(|record| Command::ShowCarers { record }),
        1 => to_erase().prop_map(|what| Command::Erase { what }),
        1 => Just(Command::ComeBack { how: ComeBack::Afresh }),
        1 => Just(Command::Stop),
        1 => command(now).prop_filter("what others write", |command| !matches!(command, Command::LetGo)),
    ]
}

/// What ought to be kept back after a command that was carried out.
fn follow(keeps: &mut BTreeSet<RecordId>, command: &Command, model: &Model) {
    match command {
        Command::KeepFromCarers { record } => drop(keeps.insert(*record)),
        Command::ShowCarers { record } => drop(keeps.remove(record)),
        _ => {}
    }
    let there = |record: &RecordId| model.held.keys().any(|id| id.kind().is_record() && id.record() == Some(*record));
    keeps.retain(there);
}

/// A step in the life of what a person lets others do, by whoever takes it.
#[derive(Debug, Clone)]
enum Step {
    Invite(usize, CarerDraft),
    Open(usize, CarerId),
    Accept(usize, CarerId),
    Change(usize, CarerDraft),
    Check(usize, bool),
    End(usize),
    Leave(usize, CarerId),
    Erase(usize),
    Stop,
    ComeBack,
    Days(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let (which, who) = (|| 0..3_usize, || select(vec![CARER, SECOND]));
    prop_oneof![
        4 => (which(), carer_draft(then(0))).prop_map(|(which, draft)| Step::Invite(which, draft)),
        5 => (which(), who()).prop_map(|(which, who)| Step::Open(which, who)),
        5 => (which(), who()).prop_map(|(which, who)| Step::Accept(which, who)),
        2 => (which(), carer_draft(then(0))).prop_map(|(which, draft)| Step::Change(which, draft)),
        3 => (which(), any::<bool>()).prop_map(|(which, anew)| Step::Check(which, anew)),
        1 => which().prop_map(Step::End),
        1 => (which(), who()).prop_map(|(which, who)| Step::Leave(which, who)),
        1 => which().prop_map(Step::Erase),
        1 => Just(Step::Stop),
        2 => Just(Step::ComeBack),
        2 => (0..25_i64).prop_map(Step::Days),
    ]
}

/// What ought to hold, kept beside the rules and in other words: who came, whether they said yes, whether it was checked.
#[derive(Debug, Clone)]
struct Ought {
    draft: CarerDraft,
    came: Option<CarerId>,
    yes: bool,
    unchecked: bool,
    over: bool,
}

/// One person, a clock, and what ought to hold of each of three carers.
#[derive(Default)]
struct Life {
    model: Model,
    hours: i64,
    ought: [Option<Ought>; 3],
    stopped: bool,
}

impl Life {
    fn id(which: usize) -> DelegationId {
        DelegationId(Uuid::from_u128(which as u128 + 1))
    }

    fn today(&self) -> jiff::civil::Date {
        then(self.hours).today
    }

    /// Takes a step, as far as the rules let it be taken, and notes what ought to hold from then on.
    fn take(&mut self, step: Step) {
        self.hours += 1;
        let (now, today) = (then(self.hours), self.today());
        let on = |model: &Model, which| model.state().version(ItemId::Carer(Self::id(which)));
        match step {
            Step::Invite(which, draft) => {
                let id = Self::id(which);
                let asked = self.model.me(Command::InviteCarer { id, draft: draft.clone() }, now);
                if asked.is_ok_and(|entries| !entries.is_empty()) {
                    let unchecked = draft.device == DeviceUse::Shared;
                    self.ought[which] = Some(Ought { draft, came: None, yes: false, unchecked, over: false });
                }
            }
            Step::Open(which, who) => {
                let opened = self.model.run(
                    Actor::Carer(who),
                    Command::OpenInvitation { id: Self::id(which), instead: None },
                    now,
                );
                if let (Ok(_), Some(ought)) = (opened, &mut self.ought[which]) {
                    assert!(ought.came.is_none_or(|came| came == who), "a code that was used let somebody else in");
                    ought.came = Some(who);
                }
            }
            Step::Accept(which, who) => {
                let on = on(&self.model, which);
                let yes = Command::AcceptInvitation { id: Self::id(which), on };
                if let (Ok(_), Some(ought)) = (self.model.run(Actor::Carer(who), yes, now), &mut self.ought[which]) {
                    assert!(ought.came == Some(who) && !ought.over && !self.stopped && today <= ought.draft.until);
                    ought.yes = true;
                }
            }
            Step::Change(which, draft) => {
                let command =
                    Command::ChangeCarer { id: Self::id(which), on: on(&self.model, which), draft: draft.clone() };
                if let (Ok(_), Some(ought)) = (self.model.me(command, now), &mut self.ought[which]) {
                    let more = draft.scopes.iter().any(|scope| !ought.draft.scopes.contains(scope))
                        || draft.kinds.iter().any(|kind| !ought.draft.kinds.contains(kind))
                        || draft.until > ought.draft.until;
                    ought.unchecked |= more && draft.device == DeviceUse::Shared;
                    ought.draft = draft;
                }
            }
            Step::Check(which, anew) => {
                // In a session that began now, or in one from before anything was set up.
                let signed_in = if anew { now.at } else { then(-1).at };
                let command = Command::CheckCarer { id: Self::id(which), on: on(&self.model, which), signed_in };
                if let (Ok(_), Some(ought)) = (self.model.me(command, now), &mut self.ought[which]) {
                    assert!(anew || !ought.unchecked, "checked in an old session");
                    ought.unchecked = false;
                }
            }
            Step::End(which) => {
                let ended = self.model.me(Command::EndCarer { id: Self::id(which) }, now);
                assert_eq!(ended.is_ok(), self.ought[which].is_some(), "ending is never refused");
                self.ought[which].iter_mut().for_each(|ought| ought.over = true);
            }
            Step::Leave(which, who) => {
                let gone = self.model.run(Actor::Carer(who), Command::StepDown { id: Self::id(which) }, now);
                if let (Ok(_), Some(ought)) = (gone, &mut self.ought[which]) {
                    assert_eq!(ought.came, Some(who), "somebody stepped down for another");
                    ought.over = true;
                }
            }
            Step::Erase(which) => {
                let id = ItemId::Carer(Self::id(which));
                let on = self.model.state().version(id);
                let what = own_terms_domain::decide::ToErase::Item { id, on };
                let _ = self.model.me(Command::Erase { what }, now);
                self.ought[which] = None;
            }
            Step::Stop => {
                self.model.me(Command::Stop, now).unwrap();
                self.stopped = true;
            }
            Step::ComeBack => {
                self.model.me(Command::ComeBack { how: ComeBack::AsItWas }, now).unwrap();
                self.stopped = false;
            }
            Step::Days(days) => self.hours += 24 * days,
        }
    }

    /// True when the person keeps a record from carers.
    fn keeps(&self, record: ItemId) -> bool {
        self.model.held.keys().any(|id| id.kind() == Kind::KeptBack && id.record() == record.record())
    }

    /// What a carer ought to be able to do and see now.
    fn holds(&self, carer: CarerId) -> impl Iterator<Item = &Ought> {
        let (today, stopped) = (self.today(), self.stopped);
        self.ought.iter().flatten().filter(move |ought| {
            let live = ought.yes && !ought.unchecked && !ought.over && today <= ought.draft.until;
            live && !stopped && ought.came == Some(carer)
        })
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_sequence_of_steps_lets_a_carer_see_or_do_more_than_holds_at_that_moment(
        model in model(), steps in vec(step(), 0..30), typed in goal_draft(),
    ) {
        let mut model = model;
        model.held.retain(|id, _| !matches!(id.kind(), Kind::Carer | Kind::Standing));
        let mut life = Life { model, ..Life::default() };
        for step in steps {
            life.take(step.clone());
            let (state, now) = (life.model.state(), then(life.hours));
            for carer in [CARER, SECOND, CarerId(ME.0)] {
                let by = Actor::Carer(carer);
                let has = |scope| life.holds(carer).any(|ought| ought.draft.scopes.contains(&scope));
                for held in state.all() {
                    let expected = match &held.item {
                        Item::Goal(goal) => has(Scope::SeeGoals)
                            && goal.taken_away.is_none()
                            && matches!(goal.draft.audience, Audience::Carers | Audience::Both),
                        Item::GoalOrder(_) => has(Scope::SeeGoals),
                        Item::Formats(_) | Item::WithMe(_) | Item::Pace(_) | Item::Times(_) | Item::Breaks(_) => has(Scope::SeeTerms),
                        Item::Appointment(_) => has(Scope::AnswerAppointments),
                        Item::Participant(one) => {
                            let theirs = match one.who {
                                Who::Carer { carer: asked, .. } => asked == carer,
                                _ => has(Scope::SeeTerms),
                            };
                            theirs && has(Scope::AnswerAppointments)
                        }
                        Item::Record(_) if life.keeps(held.id) => false,
                        Item::Record(_) | Item::CaseWorker(_) => life.holds(carer).any(|ought| {
                            ought.draft.scopes.contains(&Scope::SeeHeld) && ought.draft.kinds.contains(&held.id.kind())
                        }),
                        // Asked about below.
                        Item::Profile(_) | Item::Carer(_) => continue,
                        _ => false,
                    };
                    prop_assert_eq!(may_see(by, ME, state.grants(), held, now), expected, "{:?} after {:?}", held, step);
                }
                prop_assert_eq!(may_change(by, ME, state.grants(), Kind::Pace, now), has(Scope::SetTerms));
                let add = Command::AddGoal { id: GoalId(Uuid::from_u128(99)), draft: typed.clone() };
                prop_assert_eq!(decide(&state, by, add, now).is_ok(), has(Scope::ChangeGoals), "after {:?}", step);
            }
        }
    }

    #[test]
    fn what_is_kept_from_carers_is_in_nothing_that_a_carer_is_given(
        model in model(), commands in vec(kept_back(then(3)), 0..16), late in any::<bool>(),
    ) {
        let mut life = model;
        life.held.retain(|id, _| !matches!(id.kind(), Kind::Carer | Kind::Standing));
        let all = CarerDraft { kinds: KINDS.to_vec(), ..draft(<Scope as Choice>::ALL, DeviceUse::OnlyMine) };
        if !late {
            life.let_in(ONE, &all);
        }
        let mut keeps = life.held.keys().filter(|id| id.kind() == Kind::KeptBack).filter_map(|id| id.record()).collect();
        for command in commands {
            let (said, kept) = (life.said(), command.clone());
            if life.me(command, then(3)).is_ok() {
                follow(&mut keeps, &kept, &life);
            }
            // The record itself, which others wrote, and all else stays as it was.
            if matches!(kept, Command::KeepFromCarers { .. } | Command::ShowCarers { .. }) {
                let others = |said: BTreeMap<ItemId, Item>| -> BTreeMap<ItemId, Item> {
                    said.into_iter().filter(|(id, _)| id.kind() != Kind::KeptBack).collect()
                };
                prop_assert_eq!(others(said), others(life.said()));
            }
        }
        // Let in before or after: it is kept from them alike.
        if life.state().grants().carers.is_empty() {
            life.let_in(DelegationId(Uuid::from_u128(0xaaa)), &all);
        }
        let (state, by) = (life.state(), Actor::Carer(CARER));
        prop_assert_eq!(&state.grants().kept_back, &keeps);
        let grants = state.grants().clone();
        let seen = state.clone().only(|held| may_see(by, ME, &grants, held, then(4)));
        for kind in KINDS.iter().copied().filter(|kind| kind.is_record()) {
            let shown = state.all().filter(|held| held.id.kind() == kind);
            let shown: Vec<ItemId> = shown.map(|held| held.id).filter(|id| !keeps.contains(&id.record().unwrap())).collect();
            prop_assert_eq!(seen.count_of(kind), shown.len(), "counted: {:?}", kind);
            let named: Vec<ItemId> = seen.all().map(|held| held.id).filter(|id| id.kind() == kind).collect();
            prop_assert_eq!(named, shown);
        }
        let given = format!("{:?}", seen.all().collect::<Vec<_>>());
        for record in keeps {
            prop_assert!(!given.contains(&format!("{:?}", record.0)), "{record:?} in {given}");
            prop_assert!(life.held.keys().any(|id| id.kind().is_record() && id.record() == Some(record)));
        }
        prop_assert_eq!(seen.count_of(Kind::KeptBack), 0);
    }

    #[test]
    fn a_carer_sees_what_they_were_asked_and_no_other_carer(model in model(), steps in vec(step(), 0..20)) {
        let mut model = model;
        model.held.retain(|id, _| !matches!(id.kind(), Kind::Carer | Kind::Standing));
        let mut life = Life { model, ..Life::default() };
        for step in steps {
            life.take(step);
        }
        let (state, now) = (life.model.state(), then(life.hours));
        for (id, delegation) in state.delegations() {
            let held = state.get(ItemId::Carer(id)).unwrap();
            for carer in [CARER, SECOND] {
                let told = may_see(Actor::Carer(carer), ME, state.grants(), held, now);
                let his = delegation.carer() == Some(carer);
                let over = matches!(delegation.status(now.today), Status::Ended | Status::Expired) || life.stopped;
                prop_assert_eq!(told, his && !over);
                let found = Item::Carer(delegation.clone());
                prop_assert!(!told || found.found_by() == Some(FoundBy::Carer(carer)), "they could not find whom they help");
            }
        }
    }

    #[test]
    fn what_is_set_up_on_a_shared_device_waits_whatever_is_changed_on_it(
        changes in vec(carer_draft(then(0)), 0..6), first in carer_draft(then(0)),
    ) {
        let mut model = Model::default();
        let shared = CarerDraft { device: DeviceUse::Shared, ..first };
        model.me(Command::InviteCarer { id: ONE, draft: shared }, then(0)).unwrap();
        for (hours, draft) in (1..).zip(changes) {
            let on = model.state().version(ItemId::Carer(ONE));
            model.me(Command::ChangeCarer { id: ONE, on, draft }, then(hours)).unwrap();
            let state = model.state();
            prop_assert!(state.delegation(ONE).unwrap().unchecked_since.is_some());
            let on = state.version(ItemId::Carer(ONE));
            let old = Command::CheckCarer { id: ONE, on, signed_in: then(0).at };
            prop_assert_eq!(model.me(old, then(hours)), Err(Refusal::SignInAgain));
        }
    }

    #[test]
    fn a_form_reads_back_as_it_was_written_and_never_gives_more_than_was_ticked(draft in carer_draft(then(0))) {
        prop_assert_eq!(CarerDraft::parse(&draft.fields(), then(0)), Ok(draft.clone()));
        let fields = draft.fields();
        let ticked = |scope: Scope| fields.has("scopes", own_terms_domain::reading::Choice::id(scope));
        for scope in &draft.scopes {
            let needed = draft.scopes.iter().any(|other| other.needs() == Some(*scope) && ticked(*other));
            prop_assert!(ticked(*scope) || needed);
        }
        let stands = draft.clone().delegation(None, then(0));
        let again = CarerDraft::fields_of(&stands).with("device", "shared");
        prop_assert_eq!(CarerDraft::parse(&again, then(0)).unwrap().scopes, draft.scopes);
    }

    #[test]
    fn a_day_counts_to_its_very_end_where_the_person_is(minutes in 0..1440_i64, month in 1..=12_i8, day in 1..=28_i8) {
        let until = jiff::civil::date(2027, month, day);
        let midnight = until.to_zoned(crate::given::london()).unwrap().timestamp();
        let grant = |today| {
            let delegation = Delegation { until, ..draft(&[Scope::SeeGoals], DeviceUse::OnlyMine).delegation(None, then(0)) };
            let delegation = Delegation { progress: Progress::Accepted { carer: CARER }, ..delegation };
            delegation.status(today) == Status::Live
        };
        prop_assert!(grant(now_at(midnight + SignedDuration::from_mins(minutes.min(1379))).today));
        let after = until.tomorrow().unwrap().to_zoned(crate::given::london()).unwrap().timestamp();
        prop_assert!(grant(now_at(after - SignedDuration::from_nanos(1)).today));
        prop_assert!(!grant(now_at(after + SignedDuration::from_mins(minutes)).today));
    }
}

#[test]
fn a_form_with_nothing_ticked_too_long_a_time_or_no_kind_is_told_each_mistake() {
    let far = latest_end(then(0).today).tomorrow().unwrap().to_string();
    let typed = |fields: Fields| CarerDraft::parse(&fields, then(0)).unwrap_err();
    let said = typed(Fields::new().with("until", &far));
    let said: Vec<(&str, ErrorKind)> = said.iter().map(|error| (error.field.as_str(), error.kind)).collect();
    let expected = [
        ("name", ErrorKind::Empty),
        ("scopes", ErrorKind::NotChosen),
        ("until", ErrorKind::TooFarAway),
        ("device", ErrorKind::NotChosen),
    ];
    assert_eq!(said, expected);
    let held = draft(&[Scope::SeeHeld], DeviceUse::OnlyMine).fields();
    for kind in ["safe", "ways", "sign-in", "carer", "reading", "nothing"] {
        let mistakes = typed(held.clone().put("kinds", kind));
        assert!(mistakes.iter().any(|error| error.field == "kinds" && error.kind == ErrorKind::NotAChoice), "{kind}");
    }
}

#[test]
fn a_carer_keeps_who_sees_a_goal_and_shows_a_new_one_to_carers_alone() {
    let mut model = helped(&[Scope::SeeGoals, Scope::ChangeGoals], DeviceUse::OnlyMine);
    let typed = |audience| GoalDraft { words: words("a goal"), area: None, audience };
    let id = GoalId(Uuid::from_u128(7));
    model.me(Command::AddGoal { id, draft: typed(Audience::Both) }, then(3)).unwrap();
    let on = model.state().goal(id).unwrap().version;
    let other = GoalDraft { words: words("in other words"), ..typed(Audience::OnlyMe) };
    model.run(Actor::Carer(CARER), Command::ChangeGoal { id, on, draft: other }, then(4)).unwrap();
    let state = model.state();
    let stands = state.goal(id).unwrap().goal;
    assert_eq!((stands.draft.words.as_str(), stands.draft.audience), ("in other words", Audience::Both));
    let id = GoalId(Uuid::from_u128(8));
    let add = Command::AddGoal { id, draft: typed(Audience::Both) };
    model.run(Actor::Carer(CARER), add.clone(), then(5)).unwrap();
    assert_eq!(model.state().goal(id).unwrap().goal.draft.audience, Audience::Carers);
    assert_eq!(model.run(Actor::Carer(CARER), add, then(6)), Ok(Vec::new()), "sent twice");
}

#[test]
fn nobody_says_yes_to_something_else_than_they_saw() {
    let mut model = Model::default();
    let less = draft(&[Scope::SeeGoals], DeviceUse::OnlyMine);
    model.me(Command::InviteCarer { id: ONE, draft: less.clone() }, then(0)).unwrap();
    model.run(Actor::Carer(CARER), Command::OpenInvitation { id: ONE, instead: None }, then(1)).unwrap();
    let seen = model.state().version(ItemId::Carer(ONE));
    let more = draft(&[Scope::SeeGoals, Scope::ChangeGoals], DeviceUse::OnlyMine);
    model.me(Command::ChangeCarer { id: ONE, on: seen, draft: more }, then(2)).unwrap();
    let yes = Command::AcceptInvitation { id: ONE, on: seen };
    let stands_now = model.state().version(ItemId::Carer(ONE));
    assert_eq!(model.run(Actor::Carer(CARER), yes, then(3)), Err(Refusal::Changed(stands_now)));
    assert_eq!(stands(&model.state()), Status::Opened);
}

#[test]
fn whoever_came_with_a_code_before_they_signed_in_comes_as_themself_until_they_answered() {
    let mut model = Model::default();
    let asked = draft(&[Scope::SeeGoals], DeviceUse::OnlyMine);
    model.me(Command::InviteCarer { id: ONE, draft: asked }, then(0)).unwrap();
    let open = |instead| Command::OpenInvitation { id: ONE, instead };
    model.run(Actor::Carer(CARER), open(None), then(1)).unwrap();
    let second = Actor::Carer(SECOND);
    for instead in [None, Some(SECOND), Some(CarerId(ME.0))] {
        assert_eq!(model.run(second, open(instead), then(1)), Err(Refusal::NotPermitted), "{instead:?}");
    }
    model.run(second, open(Some(CARER)), then(1)).unwrap();
    assert_eq!(model.state().delegation(ONE).unwrap().carer(), Some(SECOND));
    let on = model.state().version(ItemId::Carer(ONE));
    model.run(second, Command::AcceptInvitation { id: ONE, on }, then(2)).unwrap();
    assert_eq!(model.run(Actor::Carer(CARER), open(Some(SECOND)), then(2)), Err(Refusal::NotPermitted), "after a yes");
}

#[test]
fn nobody_becomes_a_carer_of_themself() {
    let mut model = Model::default();
    let asked = draft(&[Scope::SeeGoals], DeviceUse::OnlyMine);
    model.me(Command::InviteCarer { id: ONE, draft: asked }, then(0)).unwrap();
    let open = Command::OpenInvitation { id: ONE, instead: None };
    assert_eq!(model.run(Actor::Carer(CarerId(ME.0)), open, then(1)), Err(Refusal::NotPermitted));
}

#[test]
fn the_person_puts_back_what_a_carer_did_as_it_stands_to_be_seen_and_no_carer_does() {
    let mut model =
        helped(&[Scope::SeeGoals, Scope::ChangeGoals, Scope::SeeTerms, Scope::SetTerms], DeviceUse::OnlyMine);
    let typed = |words_: &str, audience| GoalDraft { words: words(words_), area: None, audience };
    let (mine, theirs) = (GoalId(Uuid::from_u128(7)), GoalId(Uuid::from_u128(8)));
    let (one, by) = (ItemId::Goal(mine), Actor::Carer(CARER));
    model.me(Command::AddGoal { id: mine, draft: typed("as I said it", Audience::Both) }, then(3)).unwrap();
    let (first, on) = (model.said()[&one].clone(), model.state().version(one));
    model
        .run(by, Command::ChangeGoal { id: mine, on, draft: typed("as they said it", Audience::Both) }, then(4))
        .unwrap();
    let seen = model.state().version(one);
    let put_back = |item, on, was| Command::PutBack { item, on, was };
    assert_eq!(model.run(by, put_back(one, seen, Some(first.clone())), then(5)), Err(Refusal::NotPermitted));
    // It was made private since: it does not become seen again.
    model
        .me(Command::ChangeGoal { id: mine, on: seen, draft: typed("as they said it", Audience::OnlyMe) }, then(5))
        .unwrap();
    let stands = model.state().version(one);
    assert_eq!(model.me(put_back(one, seen, Some(first.clone())), then(6)), Err(Refusal::Changed(stands)));
    model.me(put_back(one, stands, Some(first.clone())), then(6)).unwrap();
    let goal = model.state().goal(mine).unwrap().goal.clone();
    assert_eq!((goal.draft.words.as_str(), goal.draft.audience), ("as I said it", Audience::OnlyMe));
    assert_eq!(model.state().get(one).unwrap().by, Actor::Claimant(ME));
    // What they added is taken away, what they took away comes back, and the order is as it was.
    let order = ItemId::The(Kind::GoalOrder);
    let was = model.said()[&order].clone();
    model.run(by, Command::AddGoal { id: theirs, draft: typed("theirs", Audience::Carers) }, then(7)).unwrap();
    let on = model.state().version(ItemId::Goal(theirs));
    model.me(put_back(ItemId::Goal(theirs), on, None), then(8)).unwrap();
    assert!(model.state().goal(theirs).unwrap().goal.taken_away.is_some());
    let before = model.said()[&ItemId::Goal(theirs)].clone();
    model.me(Command::BringBackGoal { id: theirs, on: model.state().version(ItemId::Goal(theirs)) }, then(8)).unwrap();
    let on = model.state().version(ItemId::Goal(theirs));
    model.me(put_back(ItemId::Goal(theirs), on, Some(before)), then(8)).unwrap();
    model.me(put_back(order, model.state().version(order), Some(was)), then(9)).unwrap();
    assert_eq!(model.state().goal_order().goals, [mine]);
    // Terms: what was said before, or nothing.
    let pace = ItemId::The(Kind::Pace);
    let set = Command::SetPace { on: Version(0), pace: own_terms_domain::terms::Pace::default() };
    model.run(by, set, then(10)).unwrap();
    model.me(put_back(pace, model.state().version(pace), None), then(11)).unwrap();
    assert!(!model.state().has_said(Kind::Pace));
    // Nothing that a carer never changes, and nothing of another kind.
    let carer = ItemId::Carer(ONE);
    let state = model.state();
    assert_eq!(model.me(put_back(carer, state.version(carer), None), then(12)), Err(Refusal::NotFound));
    assert_eq!(model.me(put_back(pace, Version(0), Some(first)), then(12)), Err(Refusal::NotFound));
}

#[test]
fn what_was_ended_does_not_begin_again() {
    let mut model = helped(&[Scope::SeeGoals], DeviceUse::OnlyMine);
    model.me(Command::EndCarer { id: ONE }, then(3)).unwrap();
    assert_eq!(model.me(Command::EndCarer { id: ONE }, then(4)), Ok(Vec::new()), "ended twice");
    let ended = Progress::Ended { carer: Some(CARER), why: Ending::Person };
    assert_eq!(model.state().delegation(ONE).unwrap().progress, ended);
    let on = model.state().version(ItemId::Carer(ONE));
    let more = draft(&[Scope::SeeGoals, Scope::SeeTerms], DeviceUse::OnlyMine);
    assert_eq!(model.me(Command::ChangeCarer { id: ONE, on, draft: more }, then(5)), Err(Refusal::NotFound));
    let check = Command::CheckCarer { id: ONE, on, signed_in: then(6).at };
    assert_eq!(model.me(check, then(6)), Err(Refusal::NotFound));
    for command in [Command::OpenInvitation { id: ONE, instead: None }, Command::StepDown { id: ONE }] {
        assert_eq!(model.run(Actor::Carer(CARER), command, then(7)), Err(Refusal::NotPermitted));
    }
}

#[test]
fn made_wider_on_a_shared_device_it_waits_for_a_check_and_made_narrower_it_does_not() {
    let mut model = helped(&[Scope::SeeGoals, Scope::SeeTerms], DeviceUse::OnlyMine);
    assert_eq!(stands(&model.state()), Status::Live);
    let on = model.state().version(ItemId::Carer(ONE));
    let less = draft(&[Scope::SeeTerms], DeviceUse::Shared);
    model.me(Command::ChangeCarer { id: ONE, on, draft: less }, then(3)).unwrap();
    assert_eq!(stands(&model.state()), Status::Live);
    let on = model.state().version(ItemId::Carer(ONE));
    let more = draft(&[Scope::SeeTerms, Scope::SetTerms], DeviceUse::Shared);
    model.me(Command::ChangeCarer { id: ONE, on, draft: more }, then(4)).unwrap();
    assert_eq!(stands(&model.state()), Status::Unchecked);
    let on = model.state().version(ItemId::Carer(ONE));
    let check = |signed_in| Command::CheckCarer { id: ONE, on, signed_in };
    assert_eq!(model.me(check(then(4).at), then(5)), Err(Refusal::SignInAgain));
    model.me(check(then(5).at), then(5)).unwrap();
    assert_eq!(stands(&model.state()), Status::Live);
}

#[test]
fn a_place_to_help_from_has_no_support_to_give_and_can_have_some_later() {
    let mut model = Model::default();
    model.run(Actor::Service, Command::BeginHelping, then(0)).unwrap();
    assert_eq!(model.state().standing(), Standing::Helping);
    assert!(model.state().grants().stopped);
    let asked = Command::InviteCarer { id: ONE, draft: draft(&[Scope::SeeGoals], DeviceUse::OnlyMine) };
    assert_eq!(model.me(asked.clone(), then(1)), Err(Refusal::Stopped));
    model.me(Command::ComeBack { how: ComeBack::AsItWas }, then(2)).unwrap();
    assert!(model.me(asked, then(3)).is_ok());
    // It does not become one again by itself.
    assert_eq!(model.run(Actor::Service, Command::BeginHelping, then(4)), Ok(Vec::new()));
    assert_eq!(model.state().standing(), Standing::Open);
}

#[test]
fn there_is_an_end_to_carers_and_both_are_told_before_one_ends() {
    let mut model = Model::default();
    for number in 0..=MOST_CARERS as u128 {
        let id = DelegationId(Uuid::from_u128(number + 1));
        let asked =
            model.me(Command::InviteCarer { id, draft: draft(&[Scope::SeeGoals], DeviceUse::OnlyMine) }, then(0));
        assert_eq!(asked.is_ok(), number < MOST_CARERS as u128);
    }
    let helped = helped(&[Scope::SeeGoals], DeviceUse::OnlyMine);
    let state = helped.state();
    let delegation = state.delegation(ONE).unwrap();
    let until = delegation.until;
    for (days, told) in [(15, None), (14, Some(14)), (1, Some(1)), (0, Some(0)), (-1, None)] {
        let today = until.checked_sub(jiff::ToSpan::days(days)).unwrap();
        assert_eq!(delegation.ends_soon(today), told, "{days}");
    }
}

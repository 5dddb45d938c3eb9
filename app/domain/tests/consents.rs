//! Consents: no sequence of asking, answering, changing, taking back, stopping and time passing shows an organisation more than
//! the person read and said yes to, and has not taken back.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    actor::Actor,
    consent::{
        Answer, Consent, ConsentDraft, KINDS, Length, MOST_ASKED, MOST_CONSENTS, MOST_ITEMS, Progress, Purpose,
        REMINDED_BEFORE, Said, Status, Yes,
    },
    contact::{Safe, WishAnswer, WishDraft},
    correction::CorrectionDraft,
    decide::{Command, Refusal, ToErase, may_contact},
    form::{ErrorKind, Fields, Parse as _},
    goals::{Audience, GoalDraft},
    ids::{ConsentId, GoalId, OrganisationId, RecordId},
    item::{Held, Item, ItemId, Kind, Version, Wording},
    look::{Look, Reason, Subject},
    permission::{is_given, may_look, may_see},
    profile::Profile,
    reading::{Choice as _, Language},
    record::{OtherView, RecordDraft, Sort},
    standing::ComeBack,
    state::State,
    terms::Pace,
    text::Text,
    time::Now,
};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

use crate::given::{
    CHOSEN, CLINIC, ME, Model, any_id, cases, consent_answer, consent_draft, model, now_at, organisation, pace, words,
};

const CHARITY: OrganisationId = OrganisationId(Uuid::from_u128(0x401));
const ONE: ConsentId = ConsentId(Uuid::from_u128(0xc01));
const GOAL: ItemId = ItemId::Goal(GoalId(Uuid::from_u128(1)));
const NOTE: RecordId = RecordId(Uuid::from_u128(0x701));

fn then(hours: i64) -> Now {
    let noon: Timestamp = "2027-03-20T12:00:00Z".parse().unwrap();
    now_at(noon + SignedDuration::from_hours(hours))
}

/// Someone with one of several kinds of thing, and a case worker who wrote a note.
fn someone() -> Model {
    let mut model = Model::default();
    let now = then(0);
    let profile = Profile { name: Text::parse("Alex").unwrap() };
    model.me(Command::SetProfile { on: Version(0), profile }, now).unwrap();
    for number in 1..=2 {
        let draft = GoalDraft { words: words("a goal"), area: None, audience: Audience::OnlyMe };
        model.me(Command::AddGoal { id: GoalId(Uuid::from_u128(number)), draft }, now).unwrap();
    }
    model.me(Command::SetPace { on: Version(0), pace: Pace::default() }, now).unwrap();
    let safe = Safe { word: Text::parse("blue door").ok(), ..Safe::default() };
    model.me(Command::SetSafe { on: Version(0), safe }, now).unwrap();
    model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, now).unwrap();
    let draft = RecordDraft { sort: Sort::Note, words: words("a note"), source: Text::parse("by phone").unwrap() };
    model.run(Actor::CaseWorker(CHOSEN), Command::WriteRecord { id: NOTE, draft }, now).unwrap();
    model
}

fn ask(items: &[ItemId]) -> Command {
    let draft = ConsentDraft { organisation: CLINIC, purpose: Purpose::Help, items: items.to_vec() };
    Command::AskConsent { id: ONE, draft }
}

/// A yes to what is read now.
fn yes(state: &State, length: Length, remind: bool) -> Command {
    let items = &state.consent(ONE).unwrap().items;
    let seen = state.to_read(items).into_iter().map(Held::wording).collect();
    answer(state, Answer::Yes(Yes { seen, length, remind }))
}

fn answer(state: &State, answer: Answer) -> Command {
    let on = state.version(ItemId::Consent(ONE));
    Command::AnswerConsent { id: ONE, on, language: Language::English, answer }
}

/// Someone who said yes to these items, for a month.
fn shared(items: &[ItemId]) -> Model {
    let mut model = someone();
    model.me(ask(items), then(1)).unwrap();
    let yes = yes(&model.state(), Length::Month, true);
    model.me(yes, then(2)).unwrap();
    model
}

/// What an organisation sees of a state.
fn sees(state: &State, organisation: OrganisationId, now: Now) -> Vec<ItemId> {
    let by = Actor::Organisation(organisation);
    state.all().filter(|held| may_see(by, ME, state.grants(), held, now)).map(|held| held.id).collect()
}

fn status(model: &Model, now: Now) -> Status {
    model.state().consent(ONE).unwrap().status(now.today)
}

/// A step in the life of what a person shares, by whoever takes it.
#[derive(Debug, Clone)]
enum Step {
    Ask(usize, Actor, ConsentDraft),
    /// Reads what would go, and perhaps lets time pass before the answer.
    Read(usize),
    Answer(usize, Answer),
    Withdraw(usize),
    Change(usize),
    Differently,
    Erase(ItemId),
    Stop,
    ComeBack,
    Days(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let which = || 0..3_usize;
    let who = select(vec![Actor::Claimant(ME), Actor::CaseWorker(CHOSEN), Actor::Organisation(CLINIC)]);
    prop_oneof![
        4 => (which(), who, consent_draft()).prop_map(|(which, who, draft)| Step::Ask(which, who, draft)),
        6 => which().prop_map(Step::Read),
        8 => (which(), consent_answer()).prop_map(|(which, answer)| Step::Answer(which, answer)),
        1 => which().prop_map(Step::Withdraw),
        3 => (0..4_usize).prop_map(Step::Change),
        1 => Just(Step::Differently),
        1 => any_id().prop_map(Step::Erase),
        1 => Just(Step::Stop),
        2 => Just(Step::ComeBack),
        2 => (0..25_i64).prop_map(Step::Days),
    ]
}

/// What ought to hold, kept beside the rules and in other words: to whom, what exactly was read, until when.
#[derive(Debug, Clone)]
struct Ought {
    organisation: OrganisationId,
    read: BTreeMap<ItemId, Item>,
    until: jiff::civil::Date,
}

/// One person, a clock, what stands on the page that they read, and what ought to hold of each of three consents.
struct Life {
    model: Model,
    hours: i64,
    page: [Vec<Wording>; 3],
    ought: [Option<Ought>; 3],
    stopped: bool,
}

impl Life {
    fn new() -> Self {
        Self { model: someone(), hours: 0, page: Default::default(), ought: [const { None }; 3], stopped: false }
    }

    fn id(which: usize) -> ConsentId {
        ConsentId(Uuid::from_u128(which as u128 + 0xc01))
    }

    /// Takes a step, as far as the rules let it be taken, and notes what ought to hold from then on.
    fn take(&mut self, step: Step) {
        self.hours += 1;
        let now = then(self.hours);
        let state = self.model.state();
        match step {
            Step::Ask(which, who, draft) => {
                let asked = self.model.run(who, Command::AskConsent { id: Self::id(which), draft }, now);
                assert!(asked.is_err() || !matches!(who, Actor::Organisation(_)), "an organisation asked by itself");
            }
            Step::Read(which) => {
                let items = state.consent(Self::id(which)).map(|consent| consent.items.clone()).unwrap_or_default();
                self.page[which] = state.to_read(&items).into_iter().map(Held::wording).collect();
            }
            Step::Answer(which, answer) => self.answer(which, answer, &state, now),
            Step::Withdraw(which) => {
                let known = state.consent(Self::id(which)).is_some();
                let over = self.model.me(Command::WithdrawConsent { id: Self::id(which) }, now);
                assert_eq!(over.is_ok(), known, "taking back is never refused");
                self.ought[which] = None;
            }
            Step::Change(what) => self.change(what, &state, now),
            Step::Differently => {
                let (on, view) = (
                    state.version(ItemId::OtherView(NOTE)),
                    OtherView { words: words(&format!("view {}", self.hours)) },
                );
                let _ = self.model.me(Command::SayDifferently { record: NOTE, on, view }, now);
            }
            Step::Erase(id) => {
                let what = ToErase::Item { id, on: state.version(id) };
                let _ = self.model.me(Command::Erase { what }, now);
            }
            Step::Stop => {
                self.model.me(Command::Stop, now).unwrap();
                (self.stopped, self.ought) = (true, [const { None }; 3]);
            }
            Step::ComeBack => {
                self.model.me(Command::ComeBack { how: ComeBack::AsItWas }, now).unwrap();
                self.stopped = false;
            }
            Step::Days(days) => self.hours += 24 * days,
        }
    }

    fn answer(&mut self, which: usize, answer: Answer, state: &State, now: Now) {
        let id = Self::id(which);
        let answer = match answer {
            // Most people answer what stands, some a page that they opened a while ago; and some send anything at all.
            Answer::Yes(yes) if yes.seen.len() < 3 => {
                let items = state.consent(id).map(|consent| consent.items.clone()).unwrap_or_default();
                Answer::Yes(Yes { seen: state.to_read(&items).into_iter().map(Held::wording).collect(), ..yes })
            }
            Answer::Yes(yes) if yes.seen.len() < 5 => Answer::Yes(Yes { seen: self.page[which].clone(), ..yes }),
            other => other,
        };
        let on = state.version(ItemId::Consent(id));
        let command = Command::AnswerConsent { id, on, language: Language::English, answer: answer.clone() };
        for other in [Actor::CaseWorker(CHOSEN), Actor::Organisation(CLINIC), Actor::CodeHolder(id)] {
            assert_eq!(self.model.run(other, command.clone(), now), Err(Refusal::NotPermitted));
        }
        if self.model.me(command, now).is_err() {
            return;
        }
        self.ought[which] = match answer {
            Answer::Yes(yes) => {
                assert!(!self.stopped, "said yes after stopping");
                let organisation = state.consent(id).unwrap().organisation;
                let read = yes.seen.iter().map(|wording| {
                    let held = state.get(wording.item).unwrap();
                    assert_eq!(held.version, wording.version, "said yes to what was not read");
                    (held.id, held.item.clone())
                });
                let days = yes.length.id().parse().unwrap();
                let until = now.today.checked_add(jiff::Span::new().days::<i64>(days)).unwrap();
                Some(Ought { organisation, read: read.collect(), until })
            }
            // Anything but a yes holds what was shared, or ends it.
            Answer::No | Answer::NotNow | Answer::AskDoctor => None,
        };
    }

    fn change(&mut self, what: usize, state: &State, now: Now) {
        let text = format!("other words {}", self.hours);
        let goal = GoalId(Uuid::from_u128(1));
        let on = state.version(ItemId::Goal(goal));
        let command = match what {
            0 => {
                let draft = GoalDraft { words: words(&text), area: None, audience: Audience::OnlyMe };
                Command::ChangeGoal { id: goal, on, draft }
            }
            1 => Command::TakeAwayGoal { id: goal, on },
            2 => Command::BringBackGoal { id: goal, on },
            _ => {
                let profile = Profile { name: Text::parse(&text).unwrap() };
                Command::SetProfile { on: state.version_of(Kind::Profile), profile }
            }
        };
        let _ = self.model.me(command, now);
    }

    /// What an organisation ought to see now: what was read, as long as it is just that.
    fn ought_to_see(&self, organisation: OrganisationId, held: &Held) -> bool {
        let today = then(self.hours).today;
        self.ought.iter().flatten().any(|ought| {
            ought.organisation == organisation && today <= ought.until && ought.read.get(&held.id) == Some(&held.item)
        })
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_sequence_of_steps_shows_an_organisation_more_than_was_read_and_holds_at_that_moment(steps in vec(step(), 0..40)) {
        let mut life = Life::new();
        for step in steps {
            life.take(step.clone());
            let (state, now) = (life.model.state(), then(life.hours));
            for organisation in [CLINIC, CHARITY, OrganisationId(ME.0), OrganisationId(CHOSEN.0)] {
                let by = Actor::Organisation(organisation);
                for held in state.all() {
                    let seen = may_see(by, ME, state.grants(), held, now);
                    prop_assert!(!seen || life.ought_to_see(organisation, held), "{:?} after {:?}", held, step);
                    prop_assert!(!seen || KINDS.contains(&held.id.kind()) || held.id.kind() == Kind::OtherView);
                    prop_assert!(!seen || Subject::Shared.covers(held.id.kind()), "the log would not say it");
                }
                let some = !sees(&state, organisation, now).is_empty();
                prop_assert!(!some || may_look(by, ME, state.grants(), Subject::Shared, now));
            }
            // A code tells of a consent while it holds, and of nothing else.
            for which in 0..3 {
                let by = Actor::CodeHolder(Life::id(which));
                let holds = life.ought[which].as_ref().is_some_and(|ought| now.today <= ought.until);
                let there = state.consent(Life::id(which)).is_some();
                prop_assert_eq!(may_look(by, ME, state.grants(), Subject::Consents, now), holds && there);
                let seen: Vec<ItemId> =
                    state.all().filter(|held| may_see(by, ME, state.grants(), held, now)).map(|held| held.id).collect();
                let expected: Vec<ItemId> = (holds && there).then_some(ItemId::Consent(Life::id(which))).into_iter().collect();
                prop_assert_eq!(seen, expected);
            }
        }
    }

    #[test]
    fn what_was_said_yes_to_is_seen_by_the_one_who_was_named_until_its_last_day_and_by_no_other(
        chosen in proptest::sample::subsequence(vec![GOAL, ItemId::The(Kind::Pace), ItemId::Record(Sort::Note, NOTE)], 1..=3),
        days in 0..40_i64,
    ) {
        let state = shared(&chosen).state();
        let now = then(2 + 24 * days);
        let mut expected = if days <= 30 { chosen } else { Vec::new() };
        expected.sort();
        prop_assert_eq!(sees(&state, CLINIC, now), expected);
        prop_assert_eq!(sees(&state, CHARITY, now), vec![]);
    }

    #[test]
    fn a_wording_that_nobody_read_goes_to_nobody(changed in pace()) {
        let mut model = shared(&[ItemId::The(Kind::Pace), GOAL]);
        let same = changed == model.state().pace();
        let on = model.state().version_of(Kind::Pace);
        model.me(Command::SetPace { on, pace: changed }, then(3)).unwrap();
        let state = model.state();
        prop_assert_eq!(sees(&state, CLINIC, then(3)).contains(&ItemId::The(Kind::Pace)), same);
        // Back to the very words that were read, it was still written anew; a yes to it lets it go.
        let back = Command::SetPace { on: state.version_of(Kind::Pace), pace: Pace::default() };
        model.me(back, then(4)).unwrap();
        let again = yes(&model.state(), Length::Month, true);
        model.me(again, then(5)).unwrap();
        prop_assert_eq!(sees(&model.state(), CLINIC, then(5)), vec![ItemId::The(Kind::Pace), GOAL]);
    }

    #[test]
    fn nothing_that_is_for_no_organisation_can_be_asked_for(model in model(), id in any_id(), organisation in organisation()) {
        let mut model = model;
        model.held.retain(|id, _| !matches!(id.kind(), Kind::Standing | Kind::Consent));
        let draft = ConsentDraft { organisation, purpose: Purpose::Help, items: vec![id] };
        let asked = model.me(Command::AskConsent { id: ONE, draft: draft.clone() }, then(0));
        let may = KINDS.contains(&id.kind()) && model.held.contains_key(&id);
        prop_assert_eq!(asked.is_ok(), may, "{:?}", id);
        prop_assert_eq!(ConsentDraft::parse(&draft.fields(), then(0)).is_ok(), KINDS.contains(&id.kind()));
    }

    #[test]
    fn a_case_worker_asks_for_what_they_see_and_learns_of_nothing_else(
        model in model(), draft in consent_draft(),
    ) {
        let mut model = model;
        model.held.retain(|id, _| !matches!(id.kind(), Kind::Standing | Kind::Consent));
        let by = Actor::CaseWorker(CHOSEN);
        let state = model.state();
        let sees = |id: &ItemId| state.get(*id).is_some_and(|held| may_see(by, ME, state.grants(), held, then(0)));
        let expected = if state.grants().case_worker != Some(CHOSEN) {
            Err(Refusal::NotPermitted)
        } else if !may_contact(&state, then(0)) {
            Err(Refusal::NoContact)
        } else if draft.items.iter().all(sees) {
            Ok(())
        } else {
            // The same for what is not there as for what is kept from them.
            let field = "items".to_owned();
            Err(Refusal::Invalid(vec![own_terms_domain::form::FieldError { field, kind: ErrorKind::NotAChoice }]))
        };
        prop_assert_eq!(model.run(by, Command::AskConsent { id: ONE, draft }, then(0)).map(|_| ()), expected);
    }

    #[test]
    fn forms_read_back_as_they_were_written(draft in consent_draft(), said in consent_answer()) {
        prop_assert_eq!(ConsentDraft::parse(&draft.fields(), then(0)), Ok(draft));
        prop_assert_eq!(Answer::parse(&said.fields(), then(0)), Ok(said));
    }
}

#[test]
fn nothing_goes_before_a_yes_and_any_other_answer_holds_it() {
    let mut model = someone();
    model.me(ask(&[GOAL]), then(1)).unwrap();
    assert_eq!(status(&model, then(1)), Status::Requested);
    let answers =
        [(Answer::NotNow, Status::Deferred), (Answer::AskDoctor, Status::AskingDoctor), (Answer::No, Status::Refused)];
    for (said, expected) in answers {
        let before = model.state();
        model.me(answer(&before, said.clone()), then(2)).unwrap();
        assert_eq!(status(&model, then(2)), expected);
        assert_eq!(sees(&model.state(), CLINIC, then(2)), []);
        let yes = yes(&model.state(), Length::Week, false);
        model.me(yes, then(3)).unwrap();
        assert_eq!(status(&model, then(3)), Status::Given);
        assert_eq!(sees(&model.state(), CLINIC, then(3)), [GOAL]);
        let held = answer(&model.state(), said);
        model.me(held, then(4)).unwrap();
        assert_eq!(sees(&model.state(), CLINIC, then(4)), [], "it was said yes to, and held again");
    }
    // A no to what was given takes it back.
    assert_eq!(status(&model, then(4)), Status::Withdrawn);
}

#[test]
fn taken_back_it_does_not_begin_again_and_is_taken_back_once() {
    let mut model = shared(&[GOAL]);
    assert_eq!(sees(&model.state(), CLINIC, then(3)), [GOAL]);
    model.me(Command::WithdrawConsent { id: ONE }, then(3)).unwrap();
    assert_eq!(sees(&model.state(), CLINIC, then(3)), []);
    assert_eq!(model.me(Command::WithdrawConsent { id: ONE }, then(4)), Ok(Vec::new()));
    let again = yes(&model.state(), Length::Week, false);
    assert_eq!(model.me(again, then(5)), Err(Refusal::NotFound));
}

#[test]
fn stopping_takes_back_what_is_shared_and_coming_back_does_not_share_it_again() {
    for how in [ComeBack::AsItWas, ComeBack::Afresh] {
        let mut model = shared(&[GOAL, ItemId::The(Kind::Pace)]);
        let entries = model.me(Command::Stop, then(3)).unwrap();
        assert!(entries.iter().any(|entry| entry.item == ItemId::Consent(ONE)), "it says so itself");
        assert_eq!(sees(&model.state(), CLINIC, then(3)), []);
        assert_eq!(status(&model, then(3)), Status::Withdrawn);
        model.me(Command::ComeBack { how }, then(4)).unwrap();
        assert_eq!(sees(&model.state(), CLINIC, then(4)), []);
    }
}

#[test]
fn whoever_has_stopped_is_asked_nothing_and_says_yes_to_nothing() {
    let mut model = someone();
    model.me(ask(&[GOAL]), then(1)).unwrap();
    model.me(Command::Stop, then(2)).unwrap();
    let yes = yes(&model.state(), Length::Week, false);
    assert_eq!(model.me(yes, then(3)), Err(Refusal::Stopped));
    let draft = ConsentDraft { organisation: CLINIC, purpose: Purpose::Help, items: vec![GOAL] };
    let other = Command::AskConsent { id: ConsentId(Uuid::from_u128(9)), draft };
    assert_eq!(model.me(other.clone(), then(3)), Err(Refusal::Stopped));
    assert_eq!(model.run(Actor::CaseWorker(CHOSEN), other, then(3)), Err(Refusal::NotPermitted));
    let no = answer(&model.state(), Answer::No);
    assert!(model.me(no, then(4)).is_ok(), "a no is never too late");
}

#[test]
fn a_yes_to_what_changed_since_it_was_read_is_told_so_and_shows_nothing() {
    let mut model = someone();
    model.me(ask(&[GOAL]), then(1)).unwrap();
    let old = yes(&model.state(), Length::Month, true);
    let draft = GoalDraft { words: words("something private"), area: None, audience: Audience::OnlyMe };
    let on = model.state().version(GOAL);
    model.me(Command::ChangeGoal { id: GoalId(Uuid::from_u128(1)), on, draft }, then(2)).unwrap();
    let stands = model.state().version(ItemId::Consent(ONE));
    assert_eq!(model.me(old, then(3)), Err(Refusal::Changed(stands)));
    assert_eq!(sees(&model.state(), CLINIC, then(3)), []);
}

#[test]
fn a_note_goes_with_how_the_person_sees_it_or_not_at_all() {
    let (note, view) = (ItemId::Record(Sort::Note, NOTE), ItemId::OtherView(NOTE));
    let mut model = shared(&[note]);
    assert_eq!(sees(&model.state(), CLINIC, then(3)), [note]);
    let say = |on, text: &str| Command::SayDifferently { record: NOTE, on, view: OtherView { words: words(text) } };
    model.me(say(Version(0), "it was not like that"), then(3)).unwrap();
    assert_eq!(
        sees(&model.state(), CLINIC, then(3)),
        [],
        "the note alone, after they said that they see it differently"
    );
    let again = yes(&model.state(), Length::Month, true);
    model.me(again, then(4)).unwrap();
    assert_eq!(sees(&model.state(), CLINIC, then(4)), [note, view]);
    // Nor one without the other, whoever sends that.
    let state = model.state();
    for part in [note, view] {
        let seen = vec![state.get(part).unwrap().wording()];
        let half = answer(&state, Answer::Yes(Yes { seen, length: Length::Month, remind: true }));
        assert!(model.me(half, then(5)).is_err(), "{part}");
    }
    let what = ToErase::Item { id: view, on: state.version(view) };
    model.me(Command::Erase { what }, then(6)).unwrap();
    assert_eq!(sees(&model.state(), CLINIC, then(6)), [note], "the wording that was read");
}

#[test]
fn what_is_shared_is_given_by_a_consent_and_not_by_an_answer_that_is_owed() {
    let mut model = shared(&[GOAL]);
    let by = Actor::Organisation(CLINIC);
    let referral = RecordId(Uuid::from_u128(0x702));
    let draft = RecordDraft { sort: Sort::Referral, words: words("passed on"), source: Text::parse("a call").unwrap() };
    model.run(by, Command::WriteRecord { id: referral, draft }, then(3)).unwrap();
    let seen = model.state().version(ItemId::Record(Sort::Referral, referral));
    let draft = CorrectionDraft { should_be: words("something else"), reason: None };
    model.me(Command::AskCorrection { record: referral, on: Version(0), seen, draft }, then(4)).unwrap();
    let state = model.state();
    let given = |subject| -> Vec<ItemId> {
        let is = |held: &&Held| is_given(by, ME, state.grants(), subject, held, then(5));
        state.all().filter(is).map(|held| held.id).collect()
    };
    let owed = [ItemId::Record(Sort::Referral, referral), ItemId::Correction(referral)];
    assert_eq!(given(Subject::Shared), [GOAL]);
    assert_eq!(given(Subject::Everything), [&[GOAL][..], &owed].concat());
}

#[test]
fn a_yes_covers_what_was_left_ticked_and_nothing_that_was_not_asked() {
    let mut model = someone();
    model.me(ask(&[GOAL, ItemId::The(Kind::Pace)]), then(1)).unwrap();
    let state = model.state();
    let wording = |id: ItemId| state.get(id).unwrap().wording();
    let say = |seen: Vec<Wording>| answer(&state, Answer::Yes(Yes { seen, length: Length::Week, remind: false }));
    for wrong in
        [vec![], vec![wording(GOAL), wording(ItemId::The(Kind::Profile))], vec![wording(ItemId::The(Kind::Safe))]]
    {
        assert!(matches!(model.me(say(wrong), then(2)), Err(Refusal::Invalid(_))));
    }
    model.me(say(vec![wording(GOAL), wording(GOAL)]), then(2)).unwrap();
    assert_eq!(sees(&model.state(), CLINIC, then(2)), [GOAL]);
    assert_eq!(model.state().consent(ONE).unwrap().given().unwrap().wordings.len(), 1);
}

#[test]
fn it_is_renewed_by_another_yes_and_sent_twice_it_is_one() {
    let mut model = shared(&[GOAL]);
    assert_eq!(status(&model, then(2)), Status::Given);
    let twice = yes(&model.state(), Length::Month, true);
    assert_eq!(model.me(twice, then(2)), Ok(Vec::new()));
    let now = then(24 * 28);
    let again = yes(&model.state(), Length::TwoWeeks, true);
    model.me(again, now).unwrap();
    assert_eq!(status(&model, now), Status::Renewed);
    let until = Length::TwoWeeks.until(now.today);
    assert_eq!(model.state().consent(ONE).unwrap().given().unwrap().until, until);
    assert_eq!(sees(&model.state(), CLINIC, then(24 * (28 + 14))), [GOAL]);
    assert_eq!(status(&model, then(24 * (28 + 15))), Status::Expired);
    assert_eq!(sees(&model.state(), CLINIC, then(24 * (28 + 15))), []);
}

#[test]
fn it_is_reminded_of_before_it_ends_by_whoever_wants_that() {
    for (remind, days, told) in
        [(true, 15, None), (true, 16, Some(REMINDED_BEFORE)), (true, 30, Some(0)), (true, 31, None), (false, 30, None)]
    {
        let mut model = someone();
        model.me(ask(&[GOAL]), then(0)).unwrap();
        let yes = yes(&model.state(), Length::Month, remind);
        model.me(yes, then(0)).unwrap();
        let today = then(24 * days).today;
        assert_eq!(model.state().consent(ONE).unwrap().ends_soon(today), told, "{days} {remind}");
    }
}

#[test]
fn a_case_worker_sees_what_they_asked_for_and_no_other_consent() {
    let mut model = shared(&[ItemId::The(Kind::Pace)]);
    let two = ConsentId(Uuid::from_u128(2));
    let draft = ConsentDraft { organisation: CHARITY, purpose: Purpose::Advice, items: vec![ItemId::The(Kind::Pace)] };
    talks(&mut model, WishAnswer::Talk);
    model.run(Actor::CaseWorker(CHOSEN), Command::AskConsent { id: two, draft }, then(3)).unwrap();
    let state = model.state();
    let seen =
        |id| may_see(Actor::CaseWorker(CHOSEN), ME, state.grants(), state.get(ItemId::Consent(id)).unwrap(), then(3));
    assert_eq!((seen(ONE), seen(two)), (false, true));
}

/// Says whether they want contact.
fn talks(model: &mut Model, answer: WishAnswer) {
    let on = model.state().version_of(Kind::Wish);
    let draft = WishDraft { answer, about: None, not_about: None, until: None };
    model.me(Command::SetWish { on, draft }, then(0)).unwrap();
}

#[test]
fn to_be_asked_by_a_case_worker_is_to_be_contacted_and_a_few_questions_wait_at_once() {
    let mut model = someone();
    let ask = |model: &mut Model, by, number: u128| {
        let draft = ConsentDraft { organisation: CLINIC, purpose: Purpose::Help, items: vec![ItemId::The(Kind::Pace)] };
        model.run(by, Command::AskConsent { id: ConsentId(Uuid::from_u128(number)), draft }, then(0)).map(|_| ())
    };
    let (jo, me) = (Actor::CaseWorker(CHOSEN), Actor::Claimant(ME));
    assert_eq!(ask(&mut model, jo, 1), Err(Refusal::NoContact), "nothing was said of it");
    for answer in [WishAnswer::NoContact, WishAnswer::NotNow] {
        talks(&mut model, answer);
        assert_eq!(ask(&mut model, jo, 1), Err(Refusal::NoContact));
        assert_eq!(ask(&mut model, me, 100), Ok(()), "they ask whenever they like");
    }
    talks(&mut model, WishAnswer::Talk);
    for number in 1..=MOST_ASKED as u128 {
        assert_eq!(ask(&mut model, jo, number), Ok(()));
    }
    let kind = ErrorKind::TooMany { max: MOST_ASKED };
    let wrong = vec![own_terms_domain::form::FieldError { field: "purpose".to_owned(), kind }];
    assert_eq!(ask(&mut model, jo, 9), Err(Refusal::Invalid(wrong)));
    assert_eq!(ask(&mut model, jo, 1), Ok(()), "the same form sent twice");
    assert_eq!(ask(&mut model, me, 101), Ok(()));
}

#[test]
fn a_form_with_nothing_chosen_is_told_each_mistake_and_there_is_an_end_to_what_one_names() {
    let mistakes = |fields: &Fields| -> Vec<(String, ErrorKind)> {
        let found = ConsentDraft::parse(fields, then(0)).unwrap_err();
        found.into_iter().map(|error| (error.field, error.kind)).collect()
    };
    let expected = ["organisation", "purpose", "items"].map(|field| (field.to_owned(), ErrorKind::NotChosen));
    assert_eq!(mistakes(&Fields::new()), expected);
    let filled = Fields::new().with("organisation", CLINIC.to_string()).with("purpose", "help");
    for never in ["safe", "sign-in", "carer", "reading", "standing", "wish", "consent", "payment.1", "nothing", "goal"]
    {
        assert_eq!(
            mistakes(&filled.clone().with("items", never)),
            [("items".to_owned(), ErrorKind::NotAChoice)],
            "{never}"
        );
    }
    let many = (0..=MOST_ITEMS as u128)
        .fold(filled, |fields, number| fields.with("items", ItemId::Goal(GoalId(Uuid::from_u128(number))).to_string()));
    assert_eq!(mistakes(&many), [("items".to_owned(), ErrorKind::TooMany { max: MOST_ITEMS })]);
}

#[test]
fn there_is_an_end_to_consents() {
    let mut model = someone();
    for number in 0..=MOST_CONSENTS as u128 {
        let draft = ConsentDraft { organisation: CLINIC, purpose: Purpose::Help, items: vec![GOAL] };
        let asked = model.me(Command::AskConsent { id: ConsentId(Uuid::from_u128(number + 1)), draft }, then(0));
        assert_eq!(asked.is_ok(), number < MOST_CONSENTS as u128);
    }
}

#[test]
fn what_an_organisation_was_shown_is_part_of_the_look_and_a_law_can_keep_it_back() {
    let wording = Wording { item: GOAL, version: Version(3) };
    let (by, reason, subject) = (Actor::Organisation(CLINIC), Reason::Consent, Subject::Shared);
    let look = |shown: Vec<Wording>| Look {
        number: 1,
        at: then(0).at,
        by,
        reason,
        subject,
        refused: false,
        withheld: None,
        shown,
    };
    let hashes = [vec![], vec![wording], vec![wording, wording], vec![Wording { version: Version(4), ..wording }]]
        .map(|shown| look(shown).hash(ME, &[0; 32]));
    for (one, hash) in hashes.iter().enumerate() {
        assert!(!hashes[..one].contains(hash), "{one}");
    }
    let withheld = Look { withheld: Some(own_terms_domain::look::Law::Court), ..look(vec![wording]) };
    assert_eq!(withheld.told().shown, []);
}

#[test]
fn each_state_has_its_term_in_the_data_privacy_vocabulary_and_the_answers_their_order() {
    let terms: Vec<&str> = Status::ALL.iter().map(|status| status.dpv()).collect();
    assert_eq!(
        terms,
        [
            "ConsentRequested",
            "ConsentRequestDeferred",
            "ConsentRequestDeferred",
            "ConsentGiven",
            "RenewedConsentGiven",
            "ConsentExpired",
            "ConsentRefused",
            "ConsentWithdrawn",
        ]
    );
    assert_eq!(Said::ALL.iter().map(|said| said.id()).collect::<Vec<_>>(), ["yes", "no", "not-now", "ask-doctor"]);
    for length in Length::ALL {
        assert_eq!(length.days().to_string(), length.id());
    }
    let consent = Consent {
        organisation: CLINIC,
        purpose: Purpose::Help,
        items: vec![GOAL, GOAL],
        asked_by: Actor::Claimant(ME),
        referral: None,
        progress: Progress::Requested,
    };
    assert_eq!(consent.kinds().collect::<Vec<_>>(), [Kind::Goal]);
}

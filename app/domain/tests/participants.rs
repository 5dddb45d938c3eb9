//! Who else is there: each answers for themself, sees no more than they were given, and moves or ends nothing by an answer.

use jiff::{SignedDuration, Timestamp, ToSpan as _};
use own_terms_domain::{
    actor::Actor,
    appointment::{
        Answer, AppointmentDraft, Coming, ComingDraft, CompanionDraft, InterpreterDraft, Part, Participant, Slot, Who,
    },
    carer::{Delegation, Progress as Stands},
    contact::{WishAnswer, WishDraft},
    decide::{Command, Entry, Refusal, ToErase},
    ids::{AppointmentId, CarerId, DelegationId, StaffId},
    item::{Item, ItemId, Kind, Version},
    permission::{Scope, may_see},
    telling::after,
    terms::{Format, Interpreter, WithMe},
    text::{Line, Text},
    time::Now,
};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

use crate::given::{
    CARER, CHOSEN, ME, Model, appointment_id, cases, coming_draft, delegation_id, interpreter_draft, now_at, part,
    text, words,
};

const PERSON: Actor = Actor::Claimant(ME);
const SAM: Actor = Actor::CaseWorker(CHOSEN);
const JAMIE: Actor = Actor::Carer(CARER);
const KIM: CarerId = CarerId(Uuid::from_u128(0x201));
const ONE: AppointmentId = AppointmentId(Uuid::from_u128(0xa01));
const TWO: AppointmentId = AppointmentId(Uuid::from_u128(0xa02));
const JAMIES: DelegationId = DelegationId(Uuid::from_u128(0x901));
const KIMS: DelegationId = DelegationId(Uuid::from_u128(0x902));

fn then(hours: i64) -> Now {
    let noon: Timestamp = "2027-03-01T12:00:00Z".parse().unwrap();
    now_at(noon + SignedDuration::from_hours(hours))
}

fn at(day: i32) -> Slot {
    Slot { day: then(0).today.checked_add(day.days()).unwrap(), from: jiff::civil::Time::constant(10, 0, 0, 0) }
}

fn line(text: &str) -> Line {
    Text::parse(text).unwrap()
}

fn lets(carer: CarerId, name: &str, scopes: &[Scope]) -> Delegation {
    Delegation {
        name: line(name),
        scopes: scopes.to_vec(),
        kinds: Vec::new(),
        until: jiff::civil::date(2030, 1, 1),
        unchecked_since: None,
        progress: Stands::Accepted { carer },
    }
}

/// Someone who signs, comes with a sister, and lets two carers answer: one of them sees the terms as well.
fn someone() -> Model {
    let mut model = Model::default();
    model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, then(0)).unwrap();
    let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    model.me(Command::SetWish { on: Version(0), draft }, then(0)).unwrap();
    let with_me =
        WithMe { companion: Some(line("my sister")), interpreter: Some(Interpreter::Bsl), ..WithMe::default() };
    model.me(Command::SetWithMe { on: Version(0), with_me }, then(0)).unwrap();
    model.with_carers(vec![
        lets(CARER, "Jamie", &[Scope::AnswerAppointments]),
        lets(KIM, "Kim", &[Scope::SeeTerms, Scope::AnswerAppointments]),
    ])
}

fn offer(model: &mut Model, id: AppointmentId, slot: Slot, replaces: Option<AppointmentId>) {
    let draft = AppointmentDraft {
        why: words("the letter"),
        format: Format::Writing,
        place: None,
        minutes: 20,
        bring: None,
        not_bring: None,
        times: vec![slot],
        replaces,
    };
    model.run(SAM, Command::OfferAppointment { id, draft }, then(1)).unwrap();
}

fn yes(model: &mut Model, id: AppointmentId, slot: Slot) {
    let on = model.state().version(ItemId::Appointment(id));
    model.me(Command::AnswerOffer { id, on, answer: Answer::Yes(slot) }, then(2)).unwrap();
}

/// The same, with an appointment on the tenth day.
fn agreed() -> Model {
    let mut model = someone();
    offer(&mut model, ONE, at(10), None);
    yes(&mut model, ONE, at(10));
    model
}

fn says(model: &mut Model, by: Actor, part: Part, coming: Coming) -> Result<Vec<Entry>, Refusal> {
    let on = model.state().version(ItemId::Participant(ONE, part));
    let name = matches!(part, Part::Interpreter).then(|| line("Robin of Signs"));
    model.run(by, Command::SayComing { id: ONE, part, on, draft: ComingDraft { coming, name } }, then(3))
}

fn coming(model: &Model, id: AppointmentId, part: Part) -> Option<Coming> {
    model.state().participant(id, part).map(|one| one.coming)
}

fn sees(model: &Model, actor: Actor, part: Part) -> bool {
    let state = model.state();
    let held = state.get(ItemId::Participant(ONE, part)).unwrap();
    may_see(actor, ME, state.grants(), held, then(3))
}

#[test]
fn an_offer_asks_the_interpreter_and_the_companion_of_the_terms() {
    let mut model = someone();
    offer(&mut model, ONE, at(10), None);
    let all: Vec<(Part, Participant)> =
        model.state().participants_of(ONE).map(|(part, one)| (part, one.clone())).collect();
    let interprets = Who::Interpreter { interprets: Interpreter::Bsl, language: None, name: None };
    let sister = Who::Companion { name: line("my sister") };
    assert_eq!(
        all,
        [
            (Part::Interpreter, Participant { who: interprets, coming: Coming::Asked }),
            (Part::Companion, Participant { who: sister, coming: Coming::Asked }),
        ]
    );
}

#[test]
fn each_answers_for_themself_and_for_nobody_else() {
    let mut model = agreed();
    model.me(Command::AskCarer { id: ONE, carer: JAMIES }, then(3)).unwrap();
    let parts = [Part::Interpreter, Part::Companion, Part::Carer(JAMIES)];
    let other = Actor::CaseWorker(StaffId(Uuid::from_u128(0x301)));
    for by in [PERSON, SAM, JAMIE, Actor::Carer(KIM), other, Actor::System(CHOSEN), Actor::Service] {
        for part in parts {
            let may = [(SAM, parts[0]), (PERSON, parts[1]), (JAMIE, parts[2])].contains(&(by, part));
            let said = says(&mut model.clone(), by, part, Coming::Coming);
            assert_eq!(said.is_ok(), may, "{by:?} {part:?}: {said:?}");
        }
    }
}

#[test]
fn an_interpreter_is_booked_once_a_time_is_agreed_and_named() {
    let mut model = someone();
    offer(&mut model, ONE, at(10), None);
    assert_eq!(says(&mut model, SAM, Part::Interpreter, Coming::Coming), Err(Refusal::NotFound));
    yes(&mut model, ONE, at(10));
    says(&mut model, SAM, Part::Interpreter, Coming::Coming).unwrap();
    let state = model.state();
    assert_eq!(state.participant(ONE, Part::Interpreter).unwrap().name(), Some(&line("Robin of Signs")));
}

#[test]
fn that_somebody_cannot_come_is_told_to_the_person_and_that_they_can_is_not() {
    let mut model = agreed();
    model.me(Command::AskCarer { id: ONE, carer: JAMIES }, then(3)).unwrap();
    for (by, part, what, told) in [
        (SAM, Part::Interpreter, Coming::Coming, 0),
        (SAM, Part::Interpreter, Coming::CannotCome, 1),
        (JAMIE, Part::Carer(JAMIES), Coming::Coming, 0),
        (JAMIE, Part::Carer(JAMIES), Coming::CannotCome, 1),
        // They said so themself.
        (PERSON, Part::Companion, Coming::CannotCome, 0),
    ] {
        let before = model.state();
        let entries = says(&mut model, by, part, what).unwrap();
        assert_eq!(after(&before, by, &entries, then(3)).tell.len(), told, "{by:?} {what:?}");
    }
}

#[test]
fn a_carer_sees_what_is_asked_of_them_and_of_others_what_the_terms_say_if_they_were_given_those() {
    let mut model = agreed();
    model.me(Command::AskCarer { id: ONE, carer: JAMIES }, then(3)).unwrap();
    model.me(Command::AskCarer { id: ONE, carer: KIMS }, then(3)).unwrap();
    let all = [Part::Interpreter, Part::Companion, Part::Carer(JAMIES), Part::Carer(KIMS)];
    let seen = |actor| all.map(|part| sees(&model, actor, part));
    assert_eq!(seen(JAMIE), [false, false, true, false]);
    assert_eq!(seen(Actor::Carer(KIM)), [true, true, false, true]);
    // Whom to book; of the rest nobody who has not said that they come.
    assert_eq!(seen(SAM), [true, false, false, false]);
    assert_eq!(seen(Actor::System(CHOSEN)), [false; 4]);
}

#[test]
fn only_a_carer_who_may_see_appointments_can_be_asked_and_only_by_the_person() {
    let mut model = agreed();
    let ask = |carer| Command::AskCarer { id: ONE, carer };
    for by in [SAM, JAMIE, Actor::Service] {
        assert_eq!(model.run(by, ask(JAMIES), then(3)), Err(Refusal::NotPermitted), "{by:?}");
    }
    let nobody = DelegationId(Uuid::from_u128(0x999));
    assert_eq!(model.me(ask(nobody), then(3)), Err(Refusal::NotFound));
    let model = model.with_carers(vec![lets(CARER, "Jamie", &[Scope::SeeTerms])]);
    assert_eq!(model.clone().me(ask(JAMIES), then(3)), Err(Refusal::NotFound));
}

#[test]
fn a_carer_whose_access_ends_is_asked_no_longer() {
    let mut model = agreed();
    model.me(Command::AskCarer { id: ONE, carer: JAMIES }, then(3)).unwrap();
    says(&mut model, JAMIE, Part::Carer(JAMIES), Coming::Coming).unwrap();
    for end in [(PERSON, Command::EndCarer { id: JAMIES }), (JAMIE, Command::StepDown { id: JAMIES })] {
        let mut model = model.clone();
        model.run(end.0, end.1, then(4)).unwrap();
        assert_eq!(coming(&model, ONE, Part::Carer(JAMIES)), None);
        assert_eq!(coming(&model, ONE, Part::Interpreter), Some(Coming::Asked));
    }
}

#[test]
fn once_it_is_called_off_nobody_is_asked_any_more() {
    let mut model = agreed();
    model.me(Command::AskCarer { id: ONE, carer: JAMIES }, then(3)).unwrap();
    model.me(Command::CancelAppointment { id: ONE }, then(3)).unwrap();
    for (by, part) in [(SAM, Part::Interpreter), (PERSON, Part::Companion), (JAMIE, Part::Carer(JAMIES))] {
        assert_eq!(says(&mut model, by, part, Coming::Coming), Err(Refusal::NotFound), "{by:?}");
    }
    let bring = CompanionDraft { name: line("a friend") };
    let bring = Command::BringCompanion { id: ONE, on: Version(0), draft: bring };
    assert_eq!(model.me(bring, then(3)), Err(Refusal::NotFound));
}

#[test]
fn those_who_come_to_one_that_is_moved_are_asked_anew() {
    let mut model = agreed();
    model.me(Command::AskCarer { id: ONE, carer: JAMIES }, then(3)).unwrap();
    says(&mut model, JAMIE, Part::Carer(JAMIES), Coming::Coming).unwrap();
    says(&mut model, SAM, Part::Interpreter, Coming::Coming).unwrap();
    offer(&mut model, TWO, at(11), Some(ONE));
    assert_eq!(coming(&model, TWO, Part::Carer(JAMIES)), None);
    yes(&mut model, TWO, at(11));
    for part in [Part::Interpreter, Part::Companion, Part::Carer(JAMIES)] {
        assert_eq!(coming(&model, TWO, part), Some(Coming::Asked), "{part:?}");
    }
}

#[test]
fn who_was_there_goes_with_the_appointment() {
    let mut model = agreed();
    model.me(Command::LeaveOut { id: ONE, part: Part::Companion }, then(3)).unwrap();
    let on = model.state().version(ItemId::Appointment(ONE));
    model.me(Command::Erase { what: ToErase::Item { id: ItemId::Appointment(ONE), on } }, then(3)).unwrap();
    for part in [Part::Interpreter, Part::Companion] {
        assert!(model.erased.contains(&ItemId::Participant(ONE, part)), "{part:?}");
    }
}

#[test]
fn who_books_an_interpreter_names_them_without_a_word_that_orders() {
    let mut model = agreed();
    let on = model.state().version(ItemId::Participant(ONE, Part::Interpreter));
    let draft = ComingDraft { coming: Coming::Coming, name: Some(line("Robin, with the proviso that you attend")) };
    let said = model.run(SAM, Command::SayComing { id: ONE, part: Part::Interpreter, on, draft }, then(3));
    assert!(matches!(said, Err(Refusal::Invalid(_))), "{said:?}");
}

#[derive(Debug, Clone)]
enum Step {
    Do(Actor, Command),
    Told(Actor, AppointmentId, Part, Coming),
}

fn step() -> impl Strategy<Value = Step> {
    let by = || select(vec![PERSON, PERSON, SAM, JAMIE, Actor::Carer(KIM), Actor::System(CHOSEN), Actor::Service]);
    let on = || (0..20_u32).prop_map(Version);
    prop_oneof![
        2 => (by(), appointment_id(), on(), text()).prop_map(|(by, id, on, name)| {
            Step::Do(by, Command::BringCompanion { id, on, draft: CompanionDraft { name } })
        }),
        2 => (by(), appointment_id(), on(), interpreter_draft())
            .prop_map(|(by, id, on, draft): (_, _, _, InterpreterDraft)| Step::Do(by, Command::AskInterpreter { id, on, draft })),
        2 => (by(), appointment_id(), delegation_id()).prop_map(|(by, id, carer)| Step::Do(by, Command::AskCarer { id, carer })),
        1 => (by(), appointment_id(), part()).prop_map(|(by, id, part)| Step::Do(by, Command::LeaveOut { id, part })),
        2 => (by(), appointment_id(), part(), on(), coming_draft())
            .prop_map(|(by, id, part, on, draft)| Step::Do(by, Command::SayComing { id, part, on, draft })),
        4 => (by(), select(vec![ONE, TWO]), part(), select(vec![Coming::Asked, Coming::Coming, Coming::CannotCome]))
            .prop_map(|(by, id, part, coming)| Step::Told(by, id, part, coming)),
    ]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn whatever_they_answer_the_appointment_stays_as_it_was_said_yes_to(steps in vec(step(), 1..30)) {
        let mut model = agreed();
        offer(&mut model, TWO, at(38), None);
        let stands = |model: &Model| -> Vec<Item> {
            let all = model.held.values().filter(|held| held.id.kind() != Kind::Participant);
            all.map(|held| held.item.clone()).collect()
        };
        let before = stands(&model);
        for one in steps {
            let (by, command) = match one {
                Step::Do(by, command) => (by, command),
                Step::Told(by, id, part, coming) => {
                    let on = model.state().version(ItemId::Participant(id, part));
                    (by, Command::SayComing { id, part, on, draft: ComingDraft { coming, name: None } })
                }
            };
            for entry in model.run(by, command, then(3)).unwrap_or_default() {
                prop_assert_eq!(entry.item.kind(), Kind::Participant);
                // Nobody writes what they do not see, but the person, who sees all.
                let state = model.state();
                let seen = state.get(entry.item).is_none_or(|held| may_see(by, ME, state.grants(), held, then(3)));
                prop_assert!(seen, "{:?} wrote {:?}", by, entry.item);
            }
            prop_assert_eq!(stands(&model), before.clone());
        }
    }
}

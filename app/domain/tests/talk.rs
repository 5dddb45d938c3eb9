//! Messages and agreements: whatever anyone does and however time passes, nothing is agreed without the yes of both to the same
//! words, either leaves it at once, nobody's words change, and the case worker writes only to somebody who wants to be contacted.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _};
use own_terms_domain::{
    actor::Actor,
    agreement::{Agreement, AgreementDraft, Answer, MOST_OPEN, Progress, Side, Status},
    contact::{WishAnswer, WishDraft},
    decide::{Command, Entry, Refusal, ToErase, may_contact},
    form::{ErrorKind, Fields, Parse as _},
    ids::{AgreementId, RecordId, StaffId},
    item::{Item, ItemId, Kind, Version},
    message::MessageDraft,
    record::{OtherView, RecordDraft, Sort},
    standing::ComeBack,
    text::Text,
    time::Now,
};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

use crate::given::{
    CHOSEN, ME, Model, agreement_draft, agreement_id, cases, message_draft, message_id, now_at, one, words,
};

const PERSON: Actor = Actor::Claimant(ME);
const JO: Actor = Actor::CaseWorker(CHOSEN);
const OTHER: StaffId = StaffId(Uuid::from_u128(0x301));
const SAMIRA: Actor = Actor::CaseWorker(OTHER);
const ONE: AgreementId = AgreementId(Uuid::from_u128(0xe01));
const TWO: AgreementId = AgreementId(Uuid::from_u128(0xe02));
const MESSAGE: RecordId = RecordId(Uuid::from_u128(0xb01));

fn then(hours: i64) -> Now {
    let noon: Timestamp = "2027-03-01T12:00:00Z".parse().unwrap();
    now_at(noon + SignedDuration::from_hours(hours))
}

fn wish(model: &Model, answer: WishAnswer) -> Command {
    let on = model.state().version_of(Kind::Wish);
    Command::SetWish { on, draft: WishDraft { answer, about: None, not_about: None, until: None } }
}

fn choose(model: &Model, staff: Option<StaffId>) -> Command {
    Command::ChooseCaseWorker { on: model.state().version_of(Kind::CaseWorker), staff }
}

/// Someone who wants to talk with the case worker whom they chose.
fn someone() -> Model {
    let mut model = Model::default();
    model.me(choose(&Model::default(), Some(CHOSEN)), then(0)).unwrap();
    let talk = wish(&model, WishAnswer::Talk);
    model.me(talk, then(0)).unwrap();
    model
}

fn draft(person: &str, case_worker: &str) -> AgreementDraft {
    let words = |text: &str| Text::optional(text).unwrap();
    AgreementDraft { person: words(person), case_worker: words(case_worker), until: None, replaces: None }
}

fn propose(model: &mut Model, by: Actor, id: AgreementId, draft: AgreementDraft) -> Result<Vec<Entry>, Refusal> {
    model.run(by, Command::ProposeAgreement { id, draft }, then(1))
}

fn answer(model: &mut Model, by: Actor, id: AgreementId, answer: Answer) -> Result<Vec<Entry>, Refusal> {
    let on = model.state().version(ItemId::Agreement(id));
    model.run(by, Command::AnswerAgreement { id, on, answer }, then(2))
}

fn write(model: &mut Model, by: Actor, text: &str) -> Result<Vec<Entry>, Refusal> {
    let draft = MessageDraft { words: words(text) };
    model.run(by, Command::WriteMessage { id: MESSAGE, draft }, then(1))
}

fn status(model: &Model, id: AgreementId) -> Status {
    model.state().agreement(id).unwrap().status(then(3).today)
}

fn wrong(field: &str, kind: ErrorKind) -> Refusal {
    let field = field.to_owned();
    Refusal::Invalid(vec![own_terms_domain::form::FieldError { field, kind }])
}

/// An agreement that stands.
fn agreed() -> Model {
    let mut model = someone();
    propose(&mut model, JO, ONE, draft("I look for the letter.", "I ring the landlord.")).unwrap();
    answer(&mut model, PERSON, ONE, Answer::Yes).unwrap();
    model
}

/// What ends something.
type End = fn(&Model) -> Command;

/// A step in the life of what two write to each other and agree, by whoever takes it.
#[derive(Debug, Clone)]
enum Step {
    Write(Actor, RecordId, MessageDraft),
    Propose(Actor, AgreementId, AgreementDraft),
    Answer(Actor, AgreementId, Answer),
    /// With a version that was seen long ago.
    AnswerOld(Actor, AgreementId, Answer, u32),
    Leave(Actor, AgreementId),
    Wish(WishAnswer),
    Choose(Option<StaffId>),
    Erase(ItemId),
    Stop,
    ComeBack(ComeBack),
    Days(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let who =
        || select(vec![PERSON, PERSON, PERSON, JO, JO, JO, SAMIRA, Actor::Carer(crate::given::CARER), Actor::Service]);
    let gone = prop_oneof![
        agreement_id().prop_map(ItemId::Agreement).boxed(),
        message_id().prop_map(ItemId::Message).boxed(),
        select(vec![ItemId::The(Kind::Wish), ItemId::The(Kind::CaseWorker)]).boxed(),
    ];
    prop_oneof![
        4 => (who(), message_id(), message_draft()).prop_map(|(who, id, draft)| Step::Write(who, id, draft)),
        9 => (who(), agreement_id(), agreement_draft(then(0).today)).prop_map(|(who, id, draft)| Step::Propose(who, id, draft)),
        12 => (who(), agreement_id(), one()).prop_map(|(who, id, answer)| Step::Answer(who, id, answer)),
        2 => (who(), agreement_id(), one(), 0..30_u32).prop_map(|(who, id, answer, on)| Step::AnswerOld(who, id, answer, on)),
        3 => (who(), agreement_id()).prop_map(|(who, id)| Step::Leave(who, id)),
        1 => one().prop_map(Step::Wish),
        1 => select(vec![Some(CHOSEN), Some(CHOSEN), Some(OTHER), None]).prop_map(Step::Choose),
        1 => gone.prop_map(Step::Erase),
        1 => Just(Step::Stop),
        1 => one().prop_map(Step::ComeBack),
        2 => (0..40_i64).prop_map(Step::Days),
    ]
}

/// What each has said yes to, written down apart from the rules: by whom, to which words.
#[derive(Default)]
struct Life {
    model: Model,
    hours: i64,
    yes: BTreeMap<AgreementId, Vec<(Side, AgreementDraft)>>,
    written: BTreeMap<ItemId, (Actor, Item)>,
}

fn side(who: Actor) -> Option<Side> {
    match who {
        Actor::Claimant(_) => Some(Side::Person),
        Actor::CaseWorker(_) => Some(Side::CaseWorker),
        _ => None,
    }
}

impl Life {
    fn now(&self) -> Now {
        then(self.hours)
    }

    fn take(&mut self, step: Step) {
        let now = self.now();
        let (before, contact) = (self.model.state(), may_contact(&self.model.state(), now));
        let chosen = before.grants().case_worker.map(Actor::CaseWorker);
        match step {
            Step::Write(who, id, draft) => {
                if self
                    .model
                    .run(who, Command::WriteMessage { id, draft }, now)
                    .is_ok_and(|entries| !entries.is_empty())
                {
                    assert!(who == PERSON || Some(who) == chosen && contact, "{who:?} wrote");
                    let held = self.model.held[&ItemId::Message(id)].clone();
                    let was = self.written.insert(held.id, (who, held.item));
                    assert!(was.is_none() || before.message(id).is_none(), "words were changed");
                }
            }
            Step::Propose(who, id, draft) => {
                let proposed = self.model.run(who, Command::ProposeAgreement { id, draft: draft.clone() }, now);
                if proposed.is_ok_and(|entries| !entries.is_empty()) {
                    assert!(who == PERSON || Some(who) == chosen && contact, "{who:?} proposed");
                    assert!(who == PERSON || draft.case_worker.is_some(), "something was asked for nothing");
                    self.yes.insert(id, vec![(side(who).unwrap(), draft)]);
                }
            }
            Step::Answer(who, id, answer) => {
                let on = before.version(ItemId::Agreement(id));
                self.answered(who, id, answer, on, contact);
            }
            Step::AnswerOld(who, id, answer, on) => self.answered(who, id, answer, Version(on), contact),
            Step::Leave(who, id) => {
                let stands = before.agreement(id).cloned();
                let left = self.model.run(who, Command::LeaveAgreement { id }, now);
                if let Some(stands) = stands.filter(|one| one.progress == Progress::Agreed)
                    && (who == PERSON || chosen == Some(who) && who == Actor::CaseWorker(stands.with))
                {
                    assert!(left.is_ok(), "nothing stands in the way of leaving");
                    let by = side(who).unwrap();
                    assert_eq!(self.model.state().agreement(id).unwrap().progress, Progress::Left { by });
                }
            }
            Step::Wish(answer) => {
                let wish = wish(&self.model, answer);
                let _ = self.model.me(wish, now);
            }
            Step::Choose(staff) => {
                let choose = choose(&self.model, staff);
                self.model.me(choose, now).unwrap();
            }
            Step::Erase(id) => {
                let on = before.version(id);
                let _ = self.model.me(Command::Erase { what: ToErase::Item { id, on } }, now);
                if before.get(id).is_some() {
                    assert!(self.model.state().get(id).is_none(), "what is about them they can erase");
                }
                self.written.remove(&id);
                if let ItemId::Agreement(id) = id {
                    self.yes.remove(&id);
                }
            }
            Step::Stop => drop(self.model.me(Command::Stop, now).unwrap()),
            Step::ComeBack(how) => drop(self.model.me(Command::ComeBack { how }, now).unwrap()),
            Step::Days(days) => self.hours += 24 * days,
        }
        self.check();
    }

    fn answered(&mut self, who: Actor, id: AgreementId, answer: Answer, on: Version, contact: bool) {
        let now = self.now();
        let said = self.model.run(who, Command::AnswerAgreement { id, on, answer }, now);
        if said.is_ok_and(|entries| !entries.is_empty()) {
            assert!(who == PERSON || contact, "answered somebody who wants no contact");
            let draft = self.model.state().agreement(id).unwrap().draft.clone();
            if answer == Answer::Yes {
                self.yes.entry(id).or_default().push((side(who).unwrap(), draft));
            }
        }
    }

    fn check(&self) {
        let state = self.model.state();
        for (id, one) in state.agreements() {
            let yes = self.yes.get(&id).cloned().unwrap_or_default();
            let said = |side: Side| yes.iter().any(|(by, draft)| *by == side && *draft == one.draft);
            let was = matches!(one.progress, Progress::Agreed | Progress::Left { .. } | Progress::Replaced { .. });
            assert!(!was || said(Side::Person) && said(Side::CaseWorker), "{one:?} has not both");
            // What was proposed says what it said.
            assert_eq!(yes.first().map(|(by, draft)| (*by, draft)), Some((one.by, &one.draft)));
            let agreed = one.progress == Progress::Agreed;
            assert!(!agreed || state.grants().case_worker == Some(one.with), "agreed with somebody who sees nothing");
            assert!(!one.is_open() || state.grants().case_worker == Some(one.with));
        }
        for (id, (by, item)) in &self.written {
            let held = state.get(*id).unwrap();
            assert_eq!((held.by, &held.item), (*by, item), "whose words they are, and what they say, stays");
        }
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn nothing_is_agreed_without_both_yeses_to_the_same_words_and_either_leaves_at_once(steps in vec(step(), 1..60)) {
        let mut life = Life { model: someone(), ..Life::default() };
        for step in steps {
            life.take(step);
        }
    }
}

#[test]
fn a_yes_of_each_makes_an_agreement_and_either_leaves_it_though_it_changed_meanwhile() {
    for who in [PERSON, JO] {
        let mut model = agreed();
        assert_eq!(status(&model, ONE), Status::Agreed);
        model.run(who, Command::LeaveAgreement { id: ONE }, then(3)).unwrap();
        assert_eq!(status(&model, ONE), Status::Left);
        // Pressed twice it is left once; and it does not begin again.
        assert_eq!(model.run(who, Command::LeaveAgreement { id: ONE }, then(3)), Ok(Vec::new()));
        assert_eq!(answer(&mut model, PERSON, ONE, Answer::Yes), Err(Refusal::NotFound));
    }
}

#[test]
fn somebody_who_wants_no_contact_can_still_be_left() {
    let mut model = agreed();
    let silent = wish(&model, WishAnswer::NoContact);
    model.me(silent, then(3)).unwrap();
    assert_eq!(status(&model, ONE), Status::Agreed, "the person agreed it, and nobody contacts them by its standing");
    model.run(JO, Command::LeaveAgreement { id: ONE }, then(3)).unwrap();
    assert_eq!(status(&model, ONE), Status::Left);
}

#[test]
fn nobody_says_yes_in_the_place_of_the_other() {
    let mut model = someone();
    propose(&mut model, JO, ONE, draft("", "I ring the landlord.")).unwrap();
    for who in [JO, SAMIRA, Actor::Carer(crate::given::CARER), Actor::Service] {
        assert!(answer(&mut model, who, ONE, Answer::Yes).is_err(), "{who:?}");
    }
    propose(&mut model, PERSON, TWO, draft("I look for the letter.", "")).unwrap();
    assert!(answer(&mut model, PERSON, TWO, Answer::Yes).is_err());
    assert!(answer(&mut model, JO, TWO, Answer::AskDoctor).is_err(), "it is the person's doctor");
    answer(&mut model, JO, TWO, Answer::Yes).unwrap();
    assert_eq!((status(&model, ONE), status(&model, TWO)), (Status::Proposed, Status::Agreed));
}

#[test]
fn asking_the_doctor_first_holds_it_until_the_person_lets_it_go_on() {
    let mut model = someone();
    propose(&mut model, JO, ONE, draft("", "I ring the landlord.")).unwrap();
    answer(&mut model, PERSON, ONE, Answer::AskDoctor).unwrap();
    assert_eq!(status(&model, ONE), Status::AskingDoctor);
    assert!(answer(&mut model, JO, ONE, Answer::Yes).is_err());
    // A page from before says yes: it is shown how it stands first.
    let old = Command::AnswerAgreement { id: ONE, on: Version(3), answer: Answer::Yes };
    assert_eq!(model.me(old, then(2)), Err(Refusal::Changed(Version(4))));
    answer(&mut model, PERSON, ONE, Answer::NotNow).unwrap();
    answer(&mut model, PERSON, ONE, Answer::Yes).unwrap();
    assert_eq!(status(&model, ONE), Status::Agreed);
}

#[test]
fn a_case_worker_asks_nothing_of_the_person_without_saying_what_they_do_themself() {
    let mut model = someone();
    let asked = propose(&mut model, JO, ONE, draft("You look for a job.", ""));
    assert_eq!(asked, Err(wrong("case_worker", ErrorKind::Empty)));
    propose(&mut model, PERSON, ONE, draft("", "You ring the landlord.")).unwrap();
    assert_eq!(propose(&mut model, PERSON, TWO, draft("", "")), Err(wrong("person", ErrorKind::Empty)));
}

#[test]
fn a_change_is_another_proposal_and_the_one_before_stands_until_it_has_its_yes() {
    let mut model = agreed();
    let change = AgreementDraft { replaces: Some(ONE), ..draft("", "I write to the landlord.") };
    propose(&mut model, PERSON, TWO, change).unwrap();
    assert_eq!((status(&model, ONE), status(&model, TWO)), (Status::Agreed, Status::Proposed));
    let entries = answer(&mut model, JO, TWO, Answer::Yes).unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!((status(&model, ONE), status(&model, TWO)), (Status::Replaced, Status::Agreed));
    let again = AgreementDraft { replaces: Some(ONE), ..draft("", "I write.") };
    let three = AgreementId(Uuid::from_u128(0xe03));
    assert_eq!(propose(&mut model, JO, three, again), Err(wrong("replaces", ErrorKind::NotAChoice)));
}

#[test]
fn what_is_proposed_ends_with_not_now_another_case_worker_and_stopping_and_what_is_agreed_with_the_last_two() {
    let ends: [(End, Status); 4] = [
        (|model| wish(model, WishAnswer::NotNow), Status::Agreed),
        (|model| choose(model, Some(OTHER)), Status::Left),
        (|model| choose(model, None), Status::Left),
        (|_| Command::Stop, Status::Left),
    ];
    for (end, after) in ends {
        for by in [PERSON, JO] {
            let mut model = agreed();
            propose(&mut model, by, TWO, draft("I rest.", "I wait.")).unwrap();
            let end = end(&model);
            model.me(end, then(3)).unwrap();
            assert_eq!((status(&model, ONE), status(&model, TWO)), (after, Status::Withdrawn));
        }
    }
}

#[test]
fn at_most_five_of_one_side_wait_for_an_answer() {
    let mut model = someone();
    let id = |number: usize| AgreementId(Uuid::from_u128(0xe10 + number as u128));
    for number in 0..MOST_OPEN {
        propose(&mut model, JO, id(number), draft("", "I ring.")).unwrap();
    }
    let more = propose(&mut model, JO, id(9), draft("", "I ring."));
    assert_eq!(more, Err(wrong("person", ErrorKind::TooMany { max: MOST_OPEN })));
    propose(&mut model, PERSON, id(9), draft("I ring.", "")).unwrap();
}

#[test]
fn one_whose_last_day_has_passed_is_over_and_goes_a_year_later() {
    let mut model = someone();
    let until = then(0).today.checked_add(2.days()).ok();
    propose(&mut model, JO, ONE, AgreementDraft { until, ..draft("", "I ring.") }).unwrap();
    propose(&mut model, JO, TWO, AgreementDraft { until, ..draft("", "I write.") }).unwrap();
    answer(&mut model, PERSON, ONE, Answer::Yes).unwrap();
    let later = then(24 * 3);
    let state = model.state();
    let statuses = [ONE, TWO].map(|id| state.agreement(id).unwrap().status(later.today));
    assert_eq!(statuses, [Status::Past, Status::Lapsed]);
    let on = state.version(ItemId::Agreement(TWO));
    let late = model.me(Command::AnswerAgreement { id: TWO, on, answer: Answer::Yes }, later);
    assert_eq!(late, Err(Refusal::NotFound));
    let ends = until.unwrap().checked_add(1.year()).ok();
    assert_eq!(model.state().agreement(ONE).unwrap().until(), ends);
    // One that stands without a last day stays until somebody leaves it, or the person erases it.
    assert_eq!(agreed().state().agreement(ONE).unwrap().until(), None);
}

#[test]
fn each_message_stays_as_it_was_written_and_the_person_can_erase_it() {
    for (who, text) in [(PERSON, "Could you ring the landlord?"), (JO, "I can do that on Monday.")] {
        let mut model = someone();
        write(&mut model, who, text).unwrap();
        assert_eq!(write(&mut model, who, text), Ok(Vec::new()), "sent twice it is written once");
        assert_eq!(write(&mut model, who, "Something else."), Err(Refusal::Changed(Version(3))));
        let (held, message) = model.state().message(MESSAGE).map(|(held, said)| (held.clone(), said.clone())).unwrap();
        assert_eq!((held.by, message.with, message.words.as_str()), (who, CHOSEN, text));
        assert_eq!(message.until, then(1).today.checked_add(1.year()).unwrap());
        let what = ToErase::Item { id: held.id, on: held.version };
        model.me(Command::Erase { what }, then(2)).unwrap();
        assert!(model.state().message(MESSAGE).is_none());
    }
}

#[test]
fn the_person_writes_whenever_they_have_a_case_worker_and_the_case_worker_while_they_want_contact() {
    let mut model = someone();
    let silent = wish(&model, WishAnswer::NotNow);
    model.me(silent, then(1)).unwrap();
    assert_eq!(write(&mut model, JO, "A word."), Err(Refusal::NoContact));
    assert_eq!(propose(&mut model, JO, ONE, draft("", "I ring.")), Err(Refusal::NoContact));
    assert_eq!(write(&mut model, SAMIRA, "A word."), Err(Refusal::NotPermitted));
    assert_eq!(write(&mut model, Actor::Carer(crate::given::CARER), "A word."), Err(Refusal::NotPermitted));
    write(&mut model, PERSON, "A word.").unwrap();
    let nobody = choose(&model, None);
    model.me(nobody, then(2)).unwrap();
    let another =
        Command::WriteMessage { id: RecordId(Uuid::from_u128(0xb02)), draft: MessageDraft { words: words("A word.") } };
    assert_eq!(model.me(another.clone(), then(2)), Err(wrong("with", ErrorKind::NotChosen)));
    model.me(Command::Stop, then(3)).unwrap();
    assert_eq!(model.me(another, then(3)), Err(Refusal::Stopped));
}

#[test]
fn how_the_person_sees_it_stands_beside_a_message_of_the_case_worker_and_goes_with_it() {
    let view = || OtherView { words: words("It was not like that.") };
    let differently = |record| Command::SayDifferently { record, on: Version(0), view: view() };
    let mut model = someone();
    write(&mut model, PERSON, "My own words.").unwrap();
    assert_eq!(model.me(differently(MESSAGE), then(2)), Err(Refusal::NotFound));
    let theirs = RecordId(Uuid::from_u128(0xb02));
    let draft = MessageDraft { words: words("You said that you like mornings.") };
    model.run(JO, Command::WriteMessage { id: theirs, draft }, then(2)).unwrap();
    model.me(differently(theirs), then(3)).unwrap();
    assert_eq!(model.state().other_view(theirs), Some(&view()));
    let on = model.state().version(ItemId::Message(theirs));
    model.me(Command::Erase { what: ToErase::Item { id: ItemId::Message(theirs), on } }, then(4)).unwrap();
    assert!(model.state().other_view(theirs).is_none());
}

#[test]
fn of_one_number_there_is_one_thing_to_see_differently() {
    let mut model = someone();
    write(&mut model, JO, "A word.").unwrap();
    let draft = || RecordDraft { sort: Sort::Note, words: words("A note."), source: Text::parse("our talk").unwrap() };
    let note = model.run(JO, Command::WriteRecord { id: MESSAGE, draft: draft() }, then(2));
    assert_eq!(note, Err(Refusal::Changed(Version(3))));
    let id = RecordId(Uuid::from_u128(0xb02));
    model.run(JO, Command::WriteRecord { id, draft: draft() }, then(2)).unwrap();
    let message = model.run(JO, Command::WriteMessage { id, draft: MessageDraft { words: words("A word.") } }, then(2));
    assert_eq!(message, Err(Refusal::Changed(Version(4))));
}

#[test]
fn a_proposal_is_read_as_it_was_typed_and_each_mistake_is_said() {
    let fields = Fields::new().with("person", "I rest.\nA lot.").with("case_worker", "").with("until", "");
    let read = AgreementDraft::parse(&fields, then(0)).unwrap();
    assert_eq!(read, draft("I rest.\nA lot.", ""));
    assert_eq!(AgreementDraft::parse(&read.fields(), then(0)), Ok(read));
    let mistakes = |person: &str, until: &str| {
        let fields = Fields::new().with("person", person).with("until", until).with("replaces", "x");
        let mistakes = AgreementDraft::parse(&fields, then(0)).unwrap_err();
        mistakes.into_iter().map(|mistake| (mistake.field, mistake.kind.id())).collect::<Vec<_>>()
    };
    let of = |said: &[(&str, &'static str)]| {
        said.iter().map(|(field, kind)| ((*field).to_owned(), *kind)).collect::<Vec<_>>()
    };
    assert_eq!(
        mistakes(" ", "2029-03-01"),
        of(&[("person", "empty"), ("until", "too-far-away"), ("replaces", "not-a-choice")])
    );
    assert_eq!(mistakes("x", "2027-02-28"), of(&[("until", "in-the-past"), ("replaces", "not-a-choice")]));
}

#[test]
fn nothing_in_an_agreement_says_whether_it_was_kept() {
    let Agreement { with: _, by: _, since: _, draft, progress: _ } = agreed().state().agreement(ONE).unwrap().clone();
    let AgreementDraft { person: _, case_worker: _, until: _, replaces: _ } = draft;
}

//! What others write about the person: who can, how it is put right, and when it goes.

use jiff::{ToSpan as _, civil::date};
use own_terms_domain::{
    actor::Actor,
    correction::{Answer, CorrectionDraft, Progress},
    decide::{Change, Command, Refusal, ToErase, decide},
    form::{ErrorKind, FieldError, Fields, Parse},
    ids::{OrganisationId, RecordId, StaffId},
    item::{Item, ItemId, Kind, Version},
    permission::may_see,
    record::{NoteOfTalk, OtherView, RecordDraft, Sort},
    time::Now,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::given::{CHOSEN, ME, Model, actor, answer, cases, correction_draft, now_at, record_draft, words};

const RECORD: RecordId = RecordId(Uuid::from_u128(0x700));
const WRITER: Actor = Actor::CaseWorker(CHOSEN);
const ORGANISATION: Actor = Actor::Organisation(OrganisationId(Uuid::from_u128(0x400)));

fn then(days: i64) -> Now {
    now_at(jiff::Timestamp::from_second(1_803_810_600 + 24 * 3600 * days).unwrap())
}

fn draft(sort: Sort) -> RecordDraft {
    RecordDraft {
        sort,
        words: words("You said that you like mornings."),
        source: "on the phone".to_owned().try_into().unwrap(),
    }
}

/// A person who chose a case worker, who wrote something.
fn written(sort: Sort) -> Model {
    let mut model = Model::default();
    model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, then(0)).unwrap();
    model.run(WRITER, Command::WriteRecord { id: RECORD, draft: draft(sort) }, then(0)).unwrap();
    model
}

fn ask(model: &Model) -> Command {
    let state = model.state();
    Command::AskCorrection {
        record: RECORD,
        on: state.version(ItemId::Correction(RECORD)),
        seen: state.record(RECORD).map_or(Version(0), |(held, _)| held.version),
        draft: CorrectionDraft { should_be: words("I like afternoons."), reason: None },
    }
}

fn answer_to(model: &Model, answer: Answer) -> Command {
    Command::AnswerCorrection { record: RECORD, on: model.state().version(ItemId::Correction(RECORD)), answer }
}

fn progress(model: &Model) -> Progress {
    model.state().correction(RECORD).unwrap().progress.clone()
}

#[test]
fn what_was_written_wrong_is_put_right_by_whoever_wrote_it_with_a_date_promised_at_each_step() {
    let mut model = written(Sort::Note);
    model.me(ask(&model), then(1)).unwrap();
    assert_eq!(progress(&model), Progress::Open { promised: then(8).today });
    model.run(WRITER, answer_to(&model, Answer::Begin), then(2)).unwrap();
    assert_eq!(progress(&model), Progress::InProgress { promised: then(1).today.checked_add(1.month()).unwrap() });
    model.run(WRITER, answer_to(&model, Answer::Done), then(3)).unwrap();
    assert_eq!(progress(&model), Progress::Done { promised: then(10).today });
    let state = model.state();
    let (held, record) = state.record(RECORD).unwrap();
    assert_eq!((record.words.as_str(), held.by), ("I like afternoons.", WRITER));
    assert_eq!(state.correction(RECORD).unwrap().was.as_str(), "You said that you like mornings.");
}

#[test]
fn a_refusal_says_why_and_the_person_can_ask_again() {
    let mut model = written(Sort::Referral);
    model.me(ask(&model), then(1)).unwrap();
    let why = words("It is what the letter says.");
    model.run(WRITER, answer_to(&model, Answer::Refuse { why: why.clone() }), then(2)).unwrap();
    let promised = then(2).today.checked_add(1.month()).unwrap();
    assert_eq!(progress(&model), Progress::Refused { why, promised });
    assert_eq!(
        model.run(WRITER, answer_to(&model, Answer::Done), then(3)),
        Err(Refusal::NotPermitted),
        "answered once"
    );
    model.me(ask(&model), then(4)).unwrap();
    assert_eq!(progress(&model), Progress::Open { promised: then(11).today });
}

#[test]
fn sent_as_it_was_filled_in_nothing_is_asked_and_the_person_is_told() {
    let mut model = written(Sort::Note);
    let mut same = ask(&model);
    if let Command::AskCorrection { draft: asked, .. } = &mut same {
        asked.should_be = draft(Sort::Note).words;
    }
    let unchanged = FieldError { field: "should_be".to_owned(), kind: ErrorKind::Unchanged };
    assert_eq!(model.me(same, then(1)), Err(Refusal::Invalid(vec![unchanged])));
    assert!(model.state().correction(RECORD).is_none());
}

#[test]
fn what_the_law_keeps_is_not_said_to_be_erased_when_it_is_all_there_is() {
    let mut model = written(Sort::Payment);
    let until = model.state().record(RECORD).unwrap().1.until;
    let kept = Err(Refusal::KeptByLaw(until));
    let all = Command::Erase { what: ToErase::Kind(Kind::Payment) };
    assert_eq!(model.me(all.clone(), then(1)), kept);
    // Beside something that can go, it is left out and the other goes.
    assert!(model.me(Command::Erase { what: ToErase::Everything }, then(1)).is_ok());
    assert!(model.state().record(RECORD).is_some());
    assert_eq!(model.me(all, then(2)), kept);
    assert_eq!(model.me(Command::Erase { what: ToErase::Kind(Kind::Note) }, then(2)), Ok(Vec::new()));
}

#[test]
fn asking_about_words_that_were_changed_meanwhile_is_told_and_changes_nothing() {
    let mut model = written(Sort::Note);
    let mut old = ask(&model);
    model.me(ask(&model), then(1)).unwrap();
    model.run(WRITER, answer_to(&model, Answer::Done), then(2)).unwrap();
    if let Command::AskCorrection { on, draft, .. } = &mut old {
        *on = model.state().version(ItemId::Correction(RECORD));
        draft.should_be = words("Something else.");
    }
    let stands = model.state().record(RECORD).unwrap().0.version;
    assert_eq!(model.me(old, then(3)), Err(Refusal::Changed(stands)));
}

#[test]
fn whoever_owes_an_answer_sees_that_record_and_no_other_even_after_the_person_stopped() {
    let mut model = Model::default();
    let other = RecordId(Uuid::from_u128(0x701));
    for id in [RECORD, other] {
        model.run(ORGANISATION, Command::WriteRecord { id, draft: draft(Sort::Referral) }, then(0)).unwrap();
    }
    let sees = |model: &Model| -> Vec<ItemId> {
        let state = model.state();
        let seen = state.all().filter(|held| may_see(ORGANISATION, ME, state.grants(), held, then(0)));
        seen.map(|held| held.id).collect()
    };
    assert_eq!(sees(&model), [], "to write is not to see");
    model.me(ask(&model), then(1)).unwrap();
    let view = OtherView { words: words("I never said so.") };
    model.me(Command::SayDifferently { record: RECORD, on: Version(0), view }, then(1)).unwrap();
    let theirs = [ItemId::Record(Sort::Referral, RECORD), ItemId::Correction(RECORD), ItemId::OtherView(RECORD)];
    assert_eq!(sees(&model), theirs);
    model.me(Command::Stop, then(2)).unwrap();
    assert_eq!(sees(&model), theirs);
    let more = Command::WriteRecord { id: RecordId(Uuid::from_u128(0x702)), draft: draft(Sort::Referral) };
    assert_eq!(model.run(ORGANISATION, more, then(3)), Err(Refusal::NotPermitted));
    model.run(ORGANISATION, answer_to(&model, Answer::Done), then(3)).unwrap();
    assert_eq!(sees(&model), []);
}

#[test]
fn a_record_of_money_stays_as_long_as_the_law_keeps_it_and_not_a_day_longer() {
    let mut model = written(Sort::Payment);
    let id = ItemId::Record(Sort::Payment, RECORD);
    let on = model.state().version(id);
    let until = model.state().record(RECORD).unwrap().1.until;
    let erase = Command::Erase { what: ToErase::Item { id, on } };
    assert_eq!(model.me(erase.clone(), then(1)), Err(Refusal::KeptByLaw(until)));
    // With everything else it stays, and everything else goes.
    model.me(Command::Erase { what: ToErase::Everything }, then(1)).unwrap();
    assert_eq!(model.state().ever_held().collect::<Vec<_>>(), [id]);
    let last = until.yesterday().unwrap();
    let at = |day: jiff::civil::Date| Now { today: day, ..then(1) };
    assert_eq!(model.run(Actor::Service, Command::LetGo, at(last)).unwrap(), []);
    model.clone().me(erase, at(until)).unwrap();
    model.run(Actor::Service, Command::LetGo, at(until)).unwrap();
    assert_eq!(model.state().ever_held().count(), 0);
}

#[test]
fn accounts_are_kept_for_six_years_from_the_end_of_the_financial_year_and_the_rest_for_one_year() {
    assert_eq!(Sort::Payment.until(date(2027, 3, 31)), date(2033, 3, 31));
    assert_eq!(Sort::Payment.until(date(2027, 4, 1)), date(2034, 3, 31));
    assert_eq!(Sort::Note.until(date(2028, 2, 29)), date(2029, 2, 28));
    assert_eq!(Sort::Referral.until(date(2027, 1, 1)), date(2028, 1, 1));
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn nobody_but_its_writer_answers_and_nobody_but_the_person_asks(
        by in actor(), answer in answer(), draft in correction_draft(),
    ) {
        let mut model = written(Sort::Note);
        let ask = Command::AskCorrection { record: RECORD, on: Version(0), seen: Version(2), draft };
        let asked = decide(&model.state(), by, ask.clone(), then(1));
        prop_assert_eq!(asked.is_ok(), by == Actor::Claimant(ME));
        model.me(ask, then(1)).unwrap();
        let answered = decide(&model.state(), by, answer_to(&model, answer), then(2));
        prop_assert_eq!(answered.is_ok(), by == WRITER);
    }

    #[test]
    fn only_the_chosen_case_worker_and_organisations_write_and_each_only_what_is_theirs(by in actor(), draft in record_draft()) {
        let mut model = Model::default();
        model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, then(0)).unwrap();
        let sort = draft.sort;
        let write = Command::WriteRecord { id: RECORD, draft };
        let may = match by {
            Actor::CaseWorker(id) => id == CHOSEN,
            Actor::Organisation(_) => sort == Sort::Referral,
            _ => false,
        };
        prop_assert_eq!(decide(&model.state(), by, write.clone(), then(0)).is_ok(), may);
        model.me(Command::ChooseCaseWorker { on: Version(1), staff: Some(StaffId(Uuid::from_u128(9))) }, then(1)).unwrap();
        let still = matches!(by, Actor::Organisation(_)) && sort == Sort::Referral;
        prop_assert_eq!(decide(&model.state(), by, write, then(1)).is_ok(), still);
    }

    #[test]
    fn what_goes_on_its_day_goes_with_all_that_stands_beside_it_and_takes_nothing_else(
        draft in record_draft(), days in 0..4000_i64, asked in any::<bool>(),
    ) {
        let mut model = written(Sort::Note);
        let other = RecordId(Uuid::from_u128(0x701));
        model.run(WRITER, Command::WriteRecord { id: other, draft }, then(0)).unwrap();
        if asked {
            model.me(ask(&model), then(1)).unwrap();
        }
        let due: Vec<RecordId> = [RECORD, other]
            .into_iter()
            .filter(|id| model.state().record(*id).unwrap().1.until <= then(days).today)
            .collect();
        let entries = model.run(Actor::Service, Command::LetGo, then(days)).unwrap();
        prop_assert!(entries.iter().all(|entry| entry.change == Change::Erase));
        prop_assert!(entries.iter().all(|entry| entry.item.record().is_some_and(|id| due.contains(&id))));
        for id in due {
            prop_assert!(model.state().ever_held().all(|held| held.record() != Some(id)));
        }
        prop_assert!(model.state().has_said(Kind::CaseWorker));
        prop_assert_eq!(decide(&model.state(), Actor::Claimant(ME), Command::LetGo, then(days)), Err(Refusal::NotPermitted));
    }
}

#[test]
fn a_record_is_not_written_over_by_another_of_the_same_number() {
    let mut model = written(Sort::Note);
    let stands = model.said();
    let again = |sort| Command::WriteRecord { id: RECORD, draft: draft(sort) };
    assert_eq!(model.run(WRITER, again(Sort::Note), then(0)).unwrap(), [], "sent twice, written once");
    assert!(matches!(model.run(WRITER, again(Sort::Payment), then(0)), Err(Refusal::Changed(_))));
    assert!(matches!(model.run(ORGANISATION, again(Sort::Referral), then(0)), Err(Refusal::Changed(_))));
    assert_eq!(model.said(), stands);
    assert!(matches!(stands[&ItemId::Record(Sort::Note, RECORD)], Item::Record(_)));
}

#[test]
fn nothing_of_a_conversation_is_kept_without_a_yes_to_keeping_it() {
    let filled = Fields::new().with("words", "The stairs are hard.").with("source", "our talk on the phone");
    let wrong = NoteOfTalk::parse(&filled, then(0)).unwrap_err();
    assert_eq!(wrong, [FieldError { field: "agreed".to_owned(), kind: ErrorKind::NotChosen }]);
    assert!(NoteOfTalk::parse(&filled.clone().with("agreed", "no"), then(0)).is_err());
    let kept = NoteOfTalk::parse(&filled.with("agreed", "yes"), then(0)).unwrap();
    assert_eq!(kept.0.sort, Sort::Note);
    assert_eq!(NoteOfTalk::parse(&kept.fields(), then(0)), Ok(kept));
    let nothing = NoteOfTalk::parse(&Fields::new(), then(0)).unwrap_err();
    assert_eq!(nothing.iter().map(|wrong| wrong.field.as_str()).collect::<Vec<_>>(), ["words", "source", "agreed"]);
}

#[test]
fn an_answer_is_one_of_three_and_a_no_says_why() {
    for answer in [Answer::Begin, Answer::Done, Answer::Refuse { why: words("It is what the letter says.") }] {
        assert_eq!(<Answer as Parse>::parse(&answer.fields(), then(0)), Ok(answer));
    }
    let why = Answer::parse(&Fields::new().with("do", "refuse").with("why", " "), then(0)).unwrap_err();
    assert_eq!(why, [FieldError { field: "why".to_owned(), kind: ErrorKind::Empty }]);
    assert!(Answer::parse(&Fields::new().with("do", "forget"), then(0)).is_err());
}

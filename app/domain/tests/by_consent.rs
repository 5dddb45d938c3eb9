//! What an organisation's system can do: as much as the case worker in whose stead it asks, and only by a consent that holds.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    agreement::{AgreementDraft, Answer, Status},
    appointment::AppointmentDraft,
    consent::{self, ConsentDraft, Length, Purpose, Yes},
    contact::{WishAnswer, WishDraft},
    correction::{Answer as Answered, CorrectionDraft},
    decide::{ByConsent, Command, Entry, Refusal, ToErase, may_contact},
    form::{ErrorKind, FieldError},
    ids::{AgreementId, AppointmentId, ConsentId, OrganisationId, RecordId, StaffId},
    item::{ItemId, Kind, Version},
    message::MessageDraft,
    profile::Profile,
    reading::Language,
    record::{RecordDraft, Sort},
    referral::{Referral, ReferralDraft},
    terms::{Format, Formats},
    text::Text,
    time::Now,
};
use proptest::{prelude::*, sample::select};
use uuid::Uuid;

use crate::given::{BY, CHOSEN, CONSENT, ME, Model, appointment_draft, cases, now_at, words};

const SYSTEM: Actor = Actor::System(CHOSEN);
const THEIRS: Actor = Actor::Organisation(BY.organisation);
const NOTE: RecordId = RecordId(Uuid::from_u128(0x701));

fn now() -> Now {
    now_at("2027-03-01T12:00:00Z".parse::<Timestamp>().unwrap())
}

fn someone() -> Model {
    let mut model = Model::default();
    model.me(Command::ChooseCaseWorker { on: Version(0), staff: Some(CHOSEN) }, now()).unwrap();
    wish(&mut model, WishAnswer::Talk);
    model.lets_system();
    model
}

fn wish(model: &mut Model, answer: WishAnswer) {
    let on = model.state().version_of(Kind::Wish);
    let draft = WishDraft { answer, about: None, not_about: None, until: None };
    model.me(Command::SetWish { on, draft }, now()).unwrap();
}

fn by(model: &mut Model, actor: Actor, by: ByConsent, command: Command) -> Result<Vec<Entry>, Refusal> {
    model.run(actor, Command::ByConsent { by, command: Box::new(command) }, now())
}

fn message(said: &str) -> Command {
    Command::WriteMessage { id: NOTE, draft: MessageDraft { words: words(said) } }
}

fn record(sort: Sort) -> Command {
    let draft = RecordDraft { sort, words: words("A plan of your money."), source: Text::parse("our files").unwrap() };
    Command::WriteRecord { id: NOTE, draft }
}

#[test]
fn a_system_writes_in_the_stead_of_whom_they_chose_while_the_consent_holds_and_no_longer() {
    let mut model = someone();
    by(&mut model, SYSTEM, BY, message("Would you like to talk on Tuesday?")).unwrap();
    let other = ByConsent { consent: ConsentId(Uuid::from_u128(0xc1)), ..BY };
    let others = ByConsent { organisation: OrganisationId(Uuid::from_u128(0x401)), ..BY };
    for (actor, by_which) in [
        (SYSTEM, other),
        (SYSTEM, others),
        (Actor::System(StaffId(Uuid::from_u128(0x301))), BY),
        (Actor::Organisation(others.organisation), BY),
        (Actor::CaseWorker(CHOSEN), BY),
        (Actor::Service, BY),
    ] {
        let mut model = someone();
        assert_eq!(by(&mut model, actor, by_which, message("x")), Err(Refusal::NotPermitted), "{actor:?}");
    }
    let mut model = someone();
    assert_eq!(model.run(SYSTEM, message("x"), now()), Err(Refusal::NotPermitted), "without a consent");
    model.me(Command::WithdrawConsent { id: CONSENT }, now()).unwrap();
    assert_eq!(by(&mut model, SYSTEM, BY, message("x")), Err(Refusal::NotPermitted));
    assert_eq!(by(&mut model, THEIRS, BY, record(Sort::Referral)), Err(Refusal::NotPermitted));
}

#[test]
fn its_wording_is_checked_as_anyones_and_goes_once_its_writer_is_sure() {
    let mut model = someone();
    let order = message("You must come on Tuesday.");
    let refused = by(&mut model, SYSTEM, BY, order.clone()).unwrap_err();
    let Refusal::Invalid(errors) = refused else { panic!("{refused:?}") };
    assert!(matches!(&errors[..], [FieldError { kind: ErrorKind::Coercive { .. }, .. }]), "{errors:?}");
    by(&mut model, SYSTEM, BY, Command::AsWorded(Box::new(order))).unwrap();
    let mut model = someone();
    let condition = Command::AsWorded(Box::new(message("Your money stops unless you come.")));
    assert!(matches!(by(&mut model, SYSTEM, BY, condition), Err(Refusal::Invalid(_))));
}

#[test]
fn an_organisation_passes_on_what_it_holds_and_writes_nothing_else() {
    let mut model = someone();
    by(&mut model, THEIRS, BY, record(Sort::Referral)).unwrap();
    for command in [record(Sort::Note), record(Sort::Payment), message("x"), Command::Stop] {
        assert_eq!(by(&mut someone(), THEIRS, BY, command), Err(Refusal::NotPermitted));
    }
    for command in [record(Sort::Payment), record(Sort::Referral), Command::Stop, Command::BeginRecovery] {
        assert!(by(&mut someone(), SYSTEM, BY, command).is_err());
    }
}

#[test]
fn what_was_erased_is_not_written_again_under_its_name_by_anyone() {
    let mut model = someone();
    by(&mut model, THEIRS, BY, record(Sort::Referral)).unwrap();
    let id = ItemId::Record(Sort::Referral, NOTE);
    let on = model.state().version(id);
    model.me(Command::Erase { what: ToErase::Item { id, on } }, now()).unwrap();
    assert_eq!(by(&mut model, THEIRS, BY, record(Sort::Referral)), Err(Refusal::Erased));
    assert_eq!(by(&mut model, SYSTEM, BY, message("x")), Err(Refusal::Erased), "nor as something else");
    assert_eq!(model.run(Actor::CaseWorker(CHOSEN), record(Sort::Note), now()), Err(Refusal::Erased));
}

fn proposal() -> Command {
    let (person, case_worker) = (Some(words("read the letter")), Some(words("ring the council")));
    let draft = AgreementDraft { person, case_worker, until: None, replaces: None };
    Command::ProposeAgreement { id: AgreementId(Uuid::from_u128(0xb01)), draft }
}

/// A question, and a suggestion, about one thing that it would see.
fn questions(item: ItemId) -> [Command; 2] {
    let organisation = OrganisationId(Uuid::from_u128(0x402));
    let consent = ConsentDraft { organisation, purpose: Purpose::Advice, items: vec![item] };
    let referral = Referral { why: words("They know about rent."), does: words("Looks at it with you."), reach: None };
    [
        Command::AskConsent { id: ConsentId(Uuid::from_u128(0xc11)), draft: consent.clone() },
        Command::ProposeReferral { id: ConsentId(Uuid::from_u128(0xc12)), draft: ReferralDraft { consent, referral } },
    ]
}

/// Someone whose name the organisation was let see.
fn shown() -> Model {
    let mut model = someone();
    let profile = Profile { name: Text::parse("Rosa").unwrap() };
    model.me(Command::SetProfile { on: Version(0), profile }, now()).unwrap();
    let seen = vec![model.state().get(ItemId::The(Kind::Profile)).unwrap().wording()];
    let (id, on) = (CONSENT, model.state().version(ItemId::Consent(CONSENT)));
    let answer = consent::Answer::Yes(Yes { seen, length: Length::Year, remind: false });
    model.me(Command::AnswerConsent { id, on, language: Language::English, answer }, now()).unwrap();
    model
}

#[test]
fn a_system_proposes_and_leaves_an_agreement_and_answers_what_the_person_proposed() {
    let mut model = someone();
    by(&mut model, SYSTEM, BY, proposal()).unwrap();
    let id = AgreementId(Uuid::from_u128(0xb01));
    let on = model.state().version(ItemId::Agreement(id));
    let yes = Command::AnswerAgreement { id, on, answer: Answer::Yes };
    assert_eq!(by(&mut model, SYSTEM, BY, yes.clone()), Err(Refusal::NotFound), "not its own");
    model.me(yes, now()).unwrap();
    by(&mut model, SYSTEM, BY, Command::LeaveAgreement { id }).unwrap();
    assert_eq!(model.state().agreement(id).unwrap().status(now().today), Status::Left);
    // Without the case worker doing something themself, none is proposed; and to whom they want no contact, none at all.
    let draft = AgreementDraft { person: Some(words("come")), case_worker: None, until: None, replaces: None };
    let nothing = Command::ProposeAgreement { id: AgreementId(Uuid::from_u128(0xb02)), draft };
    assert!(matches!(by(&mut someone(), SYSTEM, BY, nothing), Err(Refusal::Invalid(_))));
    let mut model = someone();
    wish(&mut model, WishAnswer::NoContact);
    assert_eq!(by(&mut model, SYSTEM, BY, proposal()), Err(Refusal::NoContact));
    assert_eq!(by(&mut someone(), THEIRS, BY, proposal()), Err(Refusal::NotPermitted));
}

#[test]
fn a_system_names_in_a_question_what_its_consent_covers_and_nothing_else_that_anybody_there_may_know() {
    for at in 0..2 {
        let mut model = shown();
        let covered = questions(ItemId::The(Kind::Profile))[at].clone();
        by(&mut model, SYSTEM, BY, covered.clone()).unwrap();
        assert!(by(&mut shown(), THEIRS, BY, covered.clone()).is_err(), "and for itself it asks nobody");
        // The case worker sees how they want to meet. The consent says nothing of that, nor does another to the same organisation.
        let mut model = shown();
        model.me(Command::SetFormats { on: Version(0), formats: Formats::default() }, now()).unwrap();
        let beside = questions(ItemId::The(Kind::Formats))[at].clone();
        assert!(matches!(by(&mut model, SYSTEM, BY, beside), Err(Refusal::Invalid(_))));
        let mut model = shown();
        wish(&mut model, WishAnswer::NotNow);
        assert_eq!(by(&mut model, SYSTEM, BY, covered), Err(Refusal::NoContact));
    }
}

#[test]
fn what_was_asked_through_the_system_is_the_case_workers_at_the_desk_too_and_closes_with_contact() {
    let [_, suggestion] = questions(ItemId::The(Kind::Profile));
    let id = ConsentId(Uuid::from_u128(0xc12));
    let mut model = shown();
    by(&mut model, SYSTEM, BY, suggestion.clone()).unwrap();
    model.run(Actor::CaseWorker(CHOSEN), Command::WithdrawReferral { id }, now()).unwrap();
    assert_eq!(model.state().consent(id), None);
    let mut model = shown();
    by(&mut model, SYSTEM, BY, suggestion).unwrap();
    wish(&mut model, WishAnswer::NoContact);
    assert!(!model.state().consent(id).unwrap().is_open());
}

#[test]
fn what_a_system_wrote_down_is_put_right_by_it_or_at_the_desk_and_by_nobody_else() {
    let asked = || {
        let mut model = someone();
        by(&mut model, SYSTEM, BY, record(Sort::Note)).unwrap();
        let draft = CorrectionDraft { should_be: words("No plan."), reason: None };
        let seen = model.state().record(NOTE).unwrap().0.version;
        model.me(Command::AskCorrection { record: NOTE, on: Version(0), seen, draft }, now()).unwrap();
        model
    };
    let done = |model: &Model| {
        let on = model.state().version(ItemId::Correction(NOTE));
        Command::AnswerCorrection { record: NOTE, on, answer: Answered::Done }
    };
    let mut model = asked();
    let command = done(&model);
    by(&mut model, SYSTEM, BY, command).unwrap();
    assert_eq!(model.state().record(NOTE).unwrap().1.words.as_str(), "No plan.");
    let mut model = asked();
    let command = done(&model);
    model.run(Actor::CaseWorker(CHOSEN), command, now()).unwrap();
    let mut model = asked();
    let command = done(&model);
    assert!(by(&mut model, THEIRS, BY, command.clone()).is_err());
    model.me(Command::WithdrawConsent { id: CONSENT }, now()).unwrap();
    assert_eq!(by(&mut model, SYSTEM, BY, command), Err(Refusal::NotPermitted));
}

/// Anything that a system may be told to ask for.
fn asked() -> impl Strategy<Value = Command> {
    let id = AppointmentId(Uuid::from_u128(0xa01));
    let well = AppointmentDraft {
        why: words("the letter"),
        format: Format::Writing,
        place: None,
        minutes: 10,
        bring: None,
        not_bring: None,
        times: vec!["2027-03-15T10:00".parse().unwrap()],
        replaces: None,
    };
    prop_oneof![
        appointment_draft(now().today).prop_map(move |draft| Command::OfferAppointment { id, draft }),
        Just(Command::OfferAppointment { id, draft: well }),
        Just(message("Would you like to talk?")),
        select(vec![Sort::Note, Sort::Referral, Sort::Payment]).prop_map(record),
        Just(proposal()),
        Just(Command::LeaveAgreement { id: AgreementId(Uuid::from_u128(0xb01)) }),
        select(questions(ItemId::The(Kind::Profile)).to_vec()),
        Just(Command::Stop),
        Just(Command::LetGo),
        Just(Command::Erase { what: ToErase::Everything }),
        Just(Command::WithdrawConsent { id: CONSENT }),
    ]
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn whatever_a_system_asks_for_nothing_comes_of_it_outside_of_contact_consent_and_choice(
        command in asked(),
        actor in select(vec![SYSTEM, THEIRS, Actor::System(StaffId(Uuid::from_u128(0x301)))]),
        answer in select(vec![WishAnswer::Talk, WishAnswer::Talk, WishAnswer::NotNow, WishAnswer::NoContact]),
        (holds, chosen, stopped) in any::<(bool, bool, bool)>(),
    ) {
        let mut model = shown();
        wish(&mut model, answer);
        if !holds {
            model.me(Command::WithdrawConsent { id: CONSENT }, now()).unwrap();
        }
        if !chosen {
            let on = model.state().version_of(Kind::CaseWorker);
            model.me(Command::ChooseCaseWorker { on, staff: None }, now()).unwrap();
        }
        if stopped {
            model.me(Command::Stop, now()).unwrap();
        }
        let contact = may_contact(&model.state(), now());
        for entry in by(&mut model, actor, BY, command).unwrap_or_default() {
            prop_assert!(holds && !stopped);
            match entry.item.kind() {
                Kind::Appointment | Kind::Message | Kind::Agreement | Kind::Consent | Kind::Note => {
                    prop_assert!(actor == SYSTEM && contact && chosen);
                }
                Kind::Referral => prop_assert_eq!(actor, THEIRS),
                kind => prop_assert!(false, "a system wrote {:?} about {:?}", kind, ME),
            }
        }
    }
}

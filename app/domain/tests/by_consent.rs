//! What an organisation's system can do: as much as the case worker in whose stead it asks, and only by a consent that holds.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    appointment::AppointmentDraft,
    contact::{WishAnswer, WishDraft},
    decide::{ByConsent, Command, Entry, Refusal, ToErase, may_contact},
    form::{ErrorKind, FieldError},
    ids::{AppointmentId, ConsentId, OrganisationId, RecordId, StaffId},
    item::{ItemId, Kind, Version},
    message::MessageDraft,
    record::{RecordDraft, Sort},
    terms::Format,
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
    for command in [record(Sort::Note), record(Sort::Payment), Command::Stop, Command::BeginRecovery] {
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
        let mut model = someone();
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
                Kind::Appointment | Kind::Message => prop_assert!(actor == SYSTEM && contact && chosen),
                Kind::Referral => prop_assert_eq!(actor, THEIRS),
                kind => prop_assert!(false, "a system wrote {:?} about {:?}", kind, ME),
            }
        }
    }
}

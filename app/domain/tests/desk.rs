//! What a case worker is told: who asked to talk, whom not to contact, and of whoever stopped nothing but that.

use own_terms_domain::{
    actor::Actor,
    contact::WishAnswer,
    decide::{Command, may_contact},
    desk::{Said, said},
    form::{ErrorKind, Fields, Parse as _},
    ids::{OrganisationId, StaffId},
    item::{Held, ItemId, Kind, Version},
    look::Subject,
    permission::is_given,
    reading::Choice as _,
    staff::{Role, StaffDraft, Training, WorkDay},
    standing::ComeBack,
    state::State,
    time::Now,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::given::{ME, Model, cases, now, now_at, wish_draft};

const JO: StaffId = StaffId(Uuid::from_u128(0x301));
const SAMIRA: StaffId = StaffId(Uuid::from_u128(0x302));

/// What a case worker is given by a look at a part.
fn given(state: &State, to: StaffId, part: Subject, now: Now) -> Vec<ItemId> {
    let sees = |held: &&Held| is_given(Actor::CaseWorker(to), ME, state.grants(), part, held, now);
    state.all().filter(sees).map(|held| held.id).collect()
}

fn choose(model: &mut Model, staff: StaffId, now: Now) {
    let on = model.state().version_of(Kind::CaseWorker);
    model.me(Command::ChooseCaseWorker { on, staff: Some(staff) }, now).unwrap();
}

fn named(model: &mut Model, now: Now) {
    let name = own_terms_domain::text::Text::parse("Alex").unwrap();
    let profile = own_terms_domain::profile::Profile { name };
    let on = model.state().version_of(Kind::Profile);
    model.me(Command::SetProfile { on, profile }, now).unwrap();
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn whoever_is_named_as_asking_may_be_contacted_and_nobody_else((now, wish) in now().prop_flat_map(|now| (Just(now), wish_draft(now))), stops in any::<bool>()) {
        let mut model = Model::default();
        let answer = wish.answer;
        model.me(Command::SetWish { on: Version(0), draft: wish }, now).unwrap();
        if stops {
            model.me(Command::Stop, now).unwrap();
        }
        let state = model.state();
        let told = said(&state, now.today);
        prop_assert_eq!(told == Some(Said::Asked), may_contact(&state, now));
        if stops || answer == WishAnswer::NoContact {
            prop_assert_eq!(told, Some(Said::DoNotContact));
        }
    }

    #[test]
    fn of_whoever_stopped_the_one_they_had_is_told_that_and_nothing_else((now, wish) in now().prop_flat_map(|now| (Just(now), wish_draft(now)))) {
        let mut model = Model::default();
        named(&mut model, now);
        model.me(Command::SetWish { on: Version(0), draft: wish }, now).unwrap();
        choose(&mut model, JO, now);
        let before = given(&model.state(), JO, Subject::Asked, now);
        prop_assert!(before.contains(&ItemId::The(Kind::Wish)));
        model.me(Command::Stop, now).unwrap();
        let only = vec![ItemId::The(Kind::Profile), ItemId::The(Kind::Standing)];
        for part in Subject::ALL.iter().copied() {
            let told = given(&model.state(), JO, part, now);
            prop_assert_eq!(told, if part == Subject::Asked { only.clone() } else { Vec::new() }, "{:?}", part);
            prop_assert_eq!(given(&model.state(), SAMIRA, part, now), Vec::new());
        }
        // Whoever is chosen afterwards was never theirs: nothing is told until they come back.
        choose(&mut model, SAMIRA, now);
        for part in Subject::ALL.iter().copied() {
            for staff in [JO, SAMIRA] {
                prop_assert_eq!(given(&model.state(), staff, part, now), Vec::new(), "{:?}", part);
            }
        }
        model.me(Command::ComeBack { how: ComeBack::AsItWas }, now).unwrap();
        prop_assert!(given(&model.state(), SAMIRA, Subject::Asked, now).contains(&ItemId::The(Kind::Wish)));
        prop_assert_eq!(given(&model.state(), JO, Subject::Asked, now), Vec::new());
    }
}

#[test]
fn somebody_who_is_here_to_help_another_is_in_no_list() {
    let mut model = Model::default();
    let now = crate::given::now_at("2026-03-02T09:00:00Z".parse().unwrap());
    assert_eq!(said(&model.state(), now.today), Some(Said::Nothing));
    model.run(Actor::Service, Command::BeginHelping, now).unwrap();
    assert_eq!(said(&model.state(), now.today), None);
}

#[test]
fn what_a_conversation_needs_has_no_more_than_its_four_parts() {
    let parts = [Subject::Contact, Subject::Terms, Subject::Goals, Subject::Appointments];
    for kind in Kind::ALL {
        // How they were reached before is nothing to write to.
        let covered = *kind != Kind::EarlierContact && parts.iter().any(|part| part.covers(*kind));
        assert_eq!(Subject::Preparing.covers(*kind), covered, "{kind:?}");
    }
    let asked: Vec<_> = Kind::ALL.iter().filter(|kind| Subject::Asked.covers(**kind)).collect();
    assert_eq!(asked, [&Kind::Profile, &Kind::Standing, &Kind::Wish]);
}

#[test]
fn somebody_who_works_here_is_read_from_a_form_as_it_was_written_and_each_mistake_is_told() {
    let mistakes = |fields: &Fields| -> Vec<(String, ErrorKind)> {
        let wrong = StaffDraft::parse(fields, now_at(jiff::Timestamp::UNIX_EPOCH)).unwrap_err();
        wrong.into_iter().map(|error| (error.field, error.kind)).collect()
    };
    let missing = [("name", ErrorKind::Empty), ("role", ErrorKind::NotChosen), ("organisation", ErrorKind::NotChosen)];
    assert_eq!(mistakes(&Fields::new()), missing.map(|(field, kind)| (field.to_owned(), kind)));
    let draft = StaffDraft {
        name: own_terms_domain::text::Text::parse("Jo Evans").unwrap(),
        role: Role::CaseWorker,
        organisation: OrganisationId(Uuid::from_u128(9)),
        trained: vec![Training::Autism],
        days: vec![WorkDay::Monday, WorkDay::Friday],
        languages: None,
    };
    let read = StaffDraft::parse(&draft.fields(), now_at(jiff::Timestamp::UNIX_EPOCH)).unwrap();
    assert_eq!(read, draft);
    let other = draft.fields().with("days", "8");
    assert_eq!(mistakes(&other), [("days".to_owned(), ErrorKind::NotAChoice)]);
    // A box sent twice is one, and they stand in the order of the week.
    let twice = draft.fields().with("days", "1").with("days", "3");
    let read = StaffDraft::parse(&twice, now_at(jiff::Timestamp::UNIX_EPOCH)).unwrap();
    assert_eq!(read.days, [WorkDay::Monday, WorkDay::Wednesday, WorkDay::Friday]);
}

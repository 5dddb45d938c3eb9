//! Who supports the person: their own to say; referrals that are nothing without a consent; two pieces of advice sent to both.

use jiff::{Timestamp, ToSpan as _};
use own_terms_domain::{
    actor::Actor,
    carrying_on::{EndingAnswer, NOTICE, Touch},
    consent::{Answer, ConsentDraft, Length, Progress, Purpose, Yes},
    contact::WishAnswer,
    decide::{Command, Refusal, may_contact},
    desk::{Said, said},
    form::{ErrorKind, Fields, Parse},
    ids::{AdviceId, ConsentId, RecordId, StaffId, SupporterId},
    item::{Item, ItemId, Kind, Version, Wording},
    permission::may_see,
    reading::Language,
    referral::{MOST_OPEN, Referral, ReferralDraft},
    standing::ComeBack,
    supporter::{AdviceDraft, Adviser, Sending, Supporter},
    text::Text,
    time::Now,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::given::{self, CARER, CHOSEN, CLINIC, ME, Model, cases, command, now_at};

const JO: Actor = Actor::CaseWorker(CHOSEN);
const REFERRED: ConsentId = ConsentId(Uuid::from_u128(0xc01));
const NAME: ItemId = ItemId::The(Kind::Profile);
const GP: SupporterId = SupporterId(Uuid::from_u128(0x1a01));
const ONE: AdviceId = AdviceId(Uuid::from_u128(0x1b01));
const OTHER: AdviceId = AdviceId(Uuid::from_u128(0x1b02));

/// A moment some hours into the day of these tests.
fn then(hours: i64) -> Now {
    now_at(Timestamp::from_second(1_803_800_000 + 3600 * hours).unwrap())
}

fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}

fn propose(words: &str) -> Command {
    let consent = ConsentDraft { organisation: CLINIC, purpose: Purpose::Help, items: vec![NAME] };
    let referral = Referral { why: text(words), does: text("They come to you."), reach: None };
    Command::ProposeReferral { id: REFERRED, draft: ReferralDraft { consent, referral } }
}

/// Somebody with a name who wants to talk with the case worker whom they chose.
fn someone() -> Model {
    let mut model = Model::default();
    let on = Version(0);
    let profile = own_terms_domain::profile::Profile { name: text("Rosa") };
    model.me(Command::SetProfile { on, profile }, then(0)).unwrap();
    model.me(Command::ChooseCaseWorker { on, staff: Some(CHOSEN) }, then(0)).unwrap();
    let draft =
        own_terms_domain::contact::WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
    model.me(Command::SetWish { on, draft }, then(0)).unwrap();
    model
}

fn say_yes(model: &mut Model) -> Result<(), Refusal> {
    let (state, language) = (model.state(), Language::English);
    let seen = vec![Wording { item: NAME, version: state.version(NAME) }];
    let answer = Answer::Yes(Yes { seen, length: Length::Month, remind: false });
    let on = state.version(ItemId::Consent(REFERRED));
    model.me(Command::AnswerConsent { id: REFERRED, on, language, answer }, then(1)).map(drop)
}

/// True when the organisation sees the name.
fn clinic_sees(model: &Model) -> bool {
    let state = model.state();
    let held = state.get(NAME).unwrap();
    may_see(Actor::Organisation(CLINIC), ME, state.grants(), held, then(2))
}

/// What the case worker is told of it.
fn jo_is_told(model: &Model) -> bool {
    let state = model.state();
    state.get(ItemId::Consent(REFERRED)).is_some_and(|held| may_see(JO, ME, state.grants(), held, then(2)))
}

#[test]
fn a_referral_is_proposed_read_and_accepted_with_the_consent_in_it() {
    let mut model = someone();
    model.run(JO, propose("You spoke of the garden."), then(1)).unwrap();
    assert!(!clinic_sees(&model) && jo_is_told(&model));
    // Twice is once; other words under the same number lose nothing.
    assert_eq!(model.run(JO, propose("You spoke of the garden."), then(1)), Ok(Vec::new()));
    assert!(matches!(model.run(JO, propose("Something else."), then(1)), Err(Refusal::Changed(_))));
    say_yes(&mut model).unwrap();
    assert!(clinic_sees(&model) && jo_is_told(&model));
    let state = model.state();
    assert!(state.consent(REFERRED).unwrap().referral.is_some());
    // What was accepted is the person's to end.
    assert_eq!(model.run(JO, Command::WithdrawReferral { id: REFERRED }, then(2)), Err(Refusal::NotFound));
    model.me(Command::WithdrawConsent { id: REFERRED }, then(2)).unwrap();
    assert!(!clinic_sees(&model) && !jo_is_told(&model));
}

#[test]
fn declining_leaves_nothing_at_the_desk_and_it_can_be_suggested_no_longer() {
    for answer in [Answer::No, Answer::NotNow, Answer::AskDoctor] {
        let mut model = someone();
        model.run(JO, propose("You spoke of the garden."), then(1)).unwrap();
        let on = model.state().version(ItemId::Consent(REFERRED));
        let is_no = answer == Answer::No;
        let command = Command::AnswerConsent { id: REFERRED, on, language: Language::English, answer };
        model.me(command, then(1)).unwrap();
        assert!(!clinic_sees(&model));
        assert_eq!(jo_is_told(&model), !is_no, "a no is told to nobody");
        let back = model.run(JO, Command::WithdrawReferral { id: REFERRED }, then(1));
        assert_eq!(back.is_err(), is_no, "what is open is taken back by whoever suggested it");
        assert_eq!(model.state().consent(REFERRED).is_none(), !is_no);
    }
}

#[test]
fn only_the_chosen_case_worker_suggests_while_the_person_wants_to_talk_and_not_without_end() {
    let mut model = someone();
    let other = Actor::CaseWorker(StaffId(Uuid::from_u128(0x301)));
    for by in [other, Actor::Organisation(CLINIC), Actor::Carer(CARER), Actor::Claimant(ME), Actor::Service] {
        assert_eq!(model.run(by, propose("An idea."), then(1)), Err(Refusal::NotPermitted), "{by:?}");
    }
    // How it is worded is checked as everything is that staff write.
    for words in ["You must go.", "Unless you go, we stop."] {
        let refused = model.run(JO, propose(words), then(1));
        assert!(matches!(refused, Err(Refusal::Invalid(_))), "{words}: {refused:?}");
    }
    for number in 0..=u128::try_from(MOST_OPEN).unwrap() {
        let Command::ProposeReferral { draft, .. } = propose("An idea.") else { unreachable!() };
        let id = ConsentId(Uuid::from_u128(0xd00 + number));
        let proposed = model.run(JO, Command::ProposeReferral { id, draft }, then(1));
        assert_eq!(proposed.is_err(), number == u128::try_from(MOST_OPEN).unwrap(), "{number}");
    }
    for answer in [WishAnswer::NoContact, WishAnswer::NotNow] {
        let mut model = someone();
        let on = model.state().version_of(Kind::Wish);
        let draft = own_terms_domain::contact::WishDraft { answer, about: None, not_about: None, until: None };
        model.me(Command::SetWish { on, draft }, then(0)).unwrap();
        assert_eq!(model.run(JO, propose("An idea."), then(1)), Err(Refusal::NoContact));
    }
}

fn wish(model: &mut Model, answer: WishAnswer, until: Option<Now>, now: Now) {
    let (on, until) = (model.state().version_of(Kind::Wish), until.map(|until| until.today));
    let draft = own_terms_domain::contact::WishDraft { answer, about: None, not_about: None, until };
    model.me(Command::SetWish { on, draft }, now).unwrap();
}

#[test]
fn what_waits_for_an_answer_is_closed_with_contact_and_with_whoever_asked_it() {
    let plain = ConsentId(Uuid::from_u128(0xc02));
    let own = ConsentId(Uuid::from_u128(0xc03));
    let ask = |id| {
        let draft = ConsentDraft { organisation: CLINIC, purpose: Purpose::Help, items: vec![NAME] };
        Command::AskConsent { id, draft }
    };
    let ends: [fn(&mut Model); 4] = [
        |model| wish(model, WishAnswer::NotNow, None, then(2)),
        |model| wish(model, WishAnswer::NoContact, None, then(2)),
        |model| drop(model.me(Command::Stop, then(2)).unwrap()),
        |model| {
            let on = model.state().version_of(Kind::CaseWorker);
            let other = Some(StaffId(Uuid::from_u128(0x301)));
            drop(model.me(Command::ChooseCaseWorker { on, staff: other }, then(2)).unwrap());
        },
    ];
    for end in ends {
        let mut model = someone();
        model.run(JO, propose("You spoke of the garden."), then(1)).unwrap();
        model.run(JO, ask(plain), then(1)).unwrap();
        model.me(ask(own), then(1)).unwrap();
        end(&mut model);
        let state = model.state();
        assert!([REFERRED, plain].iter().all(|id| state.consent(*id).is_some_and(|one| !one.is_open())));
        assert!(state.consent(own).is_some_and(|one| one.progress == Progress::Requested), "their own question stays");
    }
    // Of a plain question's no the case worker is told as little as of a referral's.
    let mut model = someone();
    model.run(JO, ask(REFERRED), then(1)).unwrap();
    assert!(jo_is_told(&model));
    say_yes(&mut model).unwrap();
    assert!(jo_is_told(&model));
    model.me(Command::WithdrawConsent { id: REFERRED }, then(2)).unwrap();
    assert!(!jo_is_told(&model));
}

#[test]
fn stopping_closes_what_was_suggested_and_coming_back_opens_none_of_it() {
    let mut model = someone();
    model.run(JO, propose("An idea."), then(1)).unwrap();
    model.me(Command::Stop, then(1)).unwrap();
    assert_eq!(model.state().consent(REFERRED).unwrap().progress, Progress::Refused);
    assert_eq!(say_yes(&mut model), Err(Refusal::Stopped));
    assert_eq!(model.run(JO, propose("An idea."), then(1)), Err(Refusal::NotPermitted));
    model.me(Command::ComeBack { how: ComeBack::AsItWas }, then(2)).unwrap();
    assert!(!clinic_sees(&model) && !jo_is_told(&model));
}

fn supporter(name: &str) -> Supporter {
    Supporter { name: text(name), does: None, reach: None }
}

fn advise(model: &mut Model, id: AdviceId, from: Adviser, words: &str) -> Result<(), Refusal> {
    let on = model.state().version(ItemId::Advice(id));
    let draft = AdviceDraft { from, words: text(words) };
    model.me(Command::SetAdvice { id, on, draft }, then(1)).map(drop)
}

fn mark(model: &mut Model, id: AdviceId, against: Option<AdviceId>) -> Result<(), Refusal> {
    let on = model.state().version(ItemId::Advice(id));
    model.me(Command::MarkAdvice { id, on, against }, then(1)).map(drop)
}

fn sending(model: &Model, words: Option<&str>) -> Sending {
    let state = model.state();
    let seen = [ONE, OTHER].map(ItemId::Advice).map(|item| Wording { item, version: state.version(item) });
    Sending {
        seen: seen.to_vec(),
        length: Length::Month,
        language: Language::English,
        consents: [ConsentId(Uuid::from_u128(0xc02)), ConsentId(Uuid::from_u128(0xc03))],
        message: RecordId(Uuid::from_u128(0xb01)),
        words: words.map(text),
    }
}

#[test]
fn what_somebody_advised_goes_with_them_and_every_mark_that_names_it() {
    let mut model = someone();
    let unknown = advise(&mut model, ONE, Adviser::Supporter(GP), "Rest.");
    assert!(matches!(unknown, Err(Refusal::Invalid(errors)) if errors[0].kind == ErrorKind::NotAChoice));
    model.me(Command::SetSupporter { id: GP, on: Version(0), supporter: supporter("My GP") }, then(0)).unwrap();
    advise(&mut model, ONE, Adviser::Supporter(GP), "Rest.").unwrap();
    advise(&mut model, OTHER, Adviser::CaseWorker(CHOSEN), "Go out.").unwrap();
    assert_eq!(model.state().advice(ONE).unwrap().name, Some(text("My GP")));
    for wrong in [Some(OTHER), Some(AdviceId(Uuid::from_u128(9)))] {
        assert!(matches!(mark(&mut model, OTHER, wrong), Err(Refusal::Invalid(_))));
    }
    mark(&mut model, OTHER, Some(ONE)).unwrap();
    let on = model.state().version(ItemId::Supporter(GP));
    model.me(Command::RemoveSupporter { id: GP, on }, then(1)).unwrap();
    let state = model.state();
    assert!(state.supporter(GP).is_none() && state.advice(ONE).is_none());
    assert_eq!(state.advice(OTHER).unwrap().against, None);
}

#[test]
fn two_that_pull_against_each_other_go_to_both_in_the_words_that_were_read_and_to_nobody_else() {
    let mut model = someone();
    advise(&mut model, ONE, Adviser::Organisation(CLINIC), "Rest.").unwrap();
    advise(&mut model, OTHER, Adviser::CaseWorker(CHOSEN), "Go out.").unwrap();
    let submit = |model: &mut Model, sending| model.me(Command::SendAdvice { id: ONE, sending }, then(1));
    let sent = sending(&model, Some("They differ."));
    assert_eq!(submit(&mut model, sent), Err(Refusal::NotFound), "not marked");
    mark(&mut model, ONE, Some(OTHER)).unwrap();
    let old = sending(&model, Some("They differ."));
    advise(&mut model, OTHER, Adviser::CaseWorker(CHOSEN), "Go out a little.").unwrap();
    assert!(matches!(submit(&mut model, old), Err(Refusal::Changed(_))), "other words than were read");
    let silent = sending(&model, None);
    assert!(matches!(submit(&mut model, silent), Err(Refusal::Invalid(errors)) if errors[0].field == "words"));
    let sent = sending(&model, Some("They differ."));
    assert_eq!(submit(&mut model, sent.clone()).unwrap().len(), 2, "a consent and a message");
    assert_eq!(submit(&mut model, sent), Ok(Vec::new()), "twice is once");
    let state = model.state();
    let sees = |actor, id| may_see(actor, ME, state.grants(), state.get(id).unwrap(), then(2));
    for id in [ONE, OTHER].map(ItemId::Advice) {
        assert!(sees(Actor::Organisation(CLINIC), id));
        // The case worker reads the message; what the person wrote down is not theirs to see.
        assert!(!sees(JO, id) && !sees(Actor::Carer(CARER), id));
    }
    assert!(sees(JO, ItemId::Message(RecordId(Uuid::from_u128(0xb01)))));
    assert!(!sees(Actor::Organisation(CLINIC), NAME));
    // What is worded anew waits for another yes.
    advise(&mut model, ONE, Adviser::Organisation(CLINIC), "Rest a lot.").unwrap();
    let state = model.state();
    let held = state.get(ItemId::Advice(ONE)).unwrap();
    assert!(!may_see(Actor::Organisation(CLINIC), ME, state.grants(), held, then(2)));
}

#[test]
fn where_nobody_can_be_reached_from_here_nothing_is_sent() {
    let mut model = someone();
    model.me(Command::SetSupporter { id: GP, on: Version(0), supporter: supporter("My GP") }, then(0)).unwrap();
    advise(&mut model, ONE, Adviser::Supporter(GP), "Rest.").unwrap();
    advise(&mut model, OTHER, Adviser::Supporter(GP), "Go out.").unwrap();
    mark(&mut model, ONE, Some(OTHER)).unwrap();
    let sent = sending(&model, Some("They differ."));
    let refused = model.me(Command::SendAdvice { id: ONE, sending: sent.clone() }, then(1));
    assert!(matches!(refused, Err(Refusal::Invalid(_))), "{refused:?}");
    model.me(Command::Stop, then(1)).unwrap();
    assert_eq!(model.me(Command::SendAdvice { id: ONE, sending: sent }, then(1)), Err(Refusal::Stopped));
}

fn carry_on(model: &mut Model, touch: Touch) -> Result<(), Refusal> {
    let on = model.state().version_of(Kind::CarryingOn);
    model.me(Command::SetCarryingOn { on, touch }, then(0)).map(drop)
}

fn answer_ending(model: &mut Model, answer: EndingAnswer) -> Result<(), Refusal> {
    answer_at(model, answer, then(1))
}

fn answer_at(model: &mut Model, answer: EndingAnswer, now: Now) -> Result<(), Refusal> {
    let on = model.state().version_of(Kind::CarryingOn);
    model.me(Command::AnswerEnding { on, answer }, now).map(drop)
}

#[test]
fn carrying_on_binds_what_is_offered_and_ends_at_once_when_the_person_says_so() {
    let mut model = someone();
    let week = model.state().terms().pace.gap;
    for touch in [Touch::Month, Touch::TwoMonths, Touch::Quarter] {
        carry_on(&mut model, touch).unwrap();
        assert_eq!(model.state().terms().pace.gap, touch.gap().max(week));
        assert!(may_contact(&model.state(), then(0)));
    }
    // Nobody else says how, or ends it.
    let on = model.state().version_of(Kind::CarryingOn);
    for by in [JO, Actor::Carer(CARER), Actor::Organisation(CLINIC), Actor::Service] {
        for command in [Command::SetCarryingOn { on, touch: Touch::Month }, Command::EndCarryingOn] {
            assert_eq!(model.run(by, command, then(1)), Err(Refusal::NotPermitted), "{by:?}");
        }
    }
    model.me(Command::EndCarryingOn, then(1)).unwrap();
    assert!(!may_contact(&model.state(), then(1)) && model.state().carrying_on().is_none());
    assert_eq!(model.me(Command::EndCarryingOn, then(1)), Ok(Vec::new()));
    assert_eq!(model.state().terms().pace.gap, week);
    model.me(Command::Stop, then(2)).unwrap();
    assert_eq!(carry_on(&mut model, Touch::Month), Err(Refusal::Stopped));
}

#[test]
fn an_end_is_proposed_with_notice_and_is_none_without_a_yes() {
    let mut model = someone();
    let in_days = |days: i32| Command::ProposeEnding { last: then(1).today.checked_add(days.days()).unwrap() };
    assert_eq!(model.run(JO, in_days(NOTICE), then(1)), Err(Refusal::NotFound), "nothing to end");
    carry_on(&mut model, Touch::Month).unwrap();
    for days in [0, NOTICE - 1, 400] {
        assert!(matches!(model.run(JO, in_days(days), then(1)), Err(Refusal::Invalid(_))), "{days}");
    }
    assert_eq!(model.me(in_days(NOTICE), then(1)), Err(Refusal::NotPermitted));
    assert_eq!(answer_ending(&mut model, EndingAnswer::Yes), Err(Refusal::NotFound));
    let after = then((i64::from(NOTICE) + 3) * 24);
    for answer in [EndingAnswer::No, EndingAnswer::NotNow, EndingAnswer::Yes] {
        let mut model = model.clone();
        model.run(JO, in_days(NOTICE), then(1)).unwrap();
        assert!(may_contact(&model.state(), after), "unanswered it ends nothing");
        answer_ending(&mut model, answer).unwrap();
        let yes = answer == EndingAnswer::Yes;
        let state = model.state();
        assert_eq!(may_contact(&state, after), !yes, "{answer:?}");
        assert!(may_contact(&state, then(2)), "until then it goes on");
        assert_eq!(said(&state, after.today) == Some(Said::DoNotContact), yes);
        assert_eq!(state.terms().breaks.on(after.today).is_some(), yes, "nothing is offered for later");
        assert_eq!(state.carrying_on().unwrap().ending.is_some(), answer == EndingAnswer::NotNow);
        if yes {
            // Changing one's mind is as easy: before the day, and after it by asking anew.
            let mut again = model.clone();
            carry_on(&mut again, Touch::Month).unwrap();
            assert!(may_contact(&again.state(), after));
            let on = model.state().version_of(Kind::Wish);
            let draft = own_terms_domain::contact::WishDraft {
                answer: WishAnswer::Talk,
                about: None,
                not_about: None,
                until: None,
            };
            model.me(Command::SetWish { on, draft }, after).unwrap();
            assert!(may_contact(&model.state(), after));
        }
    }
}

#[test]
fn what_has_ended_does_not_begin_again_by_itself() {
    let month = |days: i64| then(24 * days);
    // "Not now" for a while, and the end of carrying on meanwhile: after that while nobody contacts them.
    let mut model = someone();
    carry_on(&mut model, Touch::Month).unwrap();
    wish(&mut model, WishAnswer::NotNow, Some(month(5)), then(1));
    model.me(Command::EndCarryingOn, then(2)).unwrap();
    assert!(!may_contact(&model.state(), month(9)));
    // "Not now" after the last day that was agreed: the same.
    let mut model = someone();
    carry_on(&mut model, Touch::Month).unwrap();
    let last = month(i64::from(NOTICE) + 1);
    model.run(JO, Command::ProposeEnding { last: last.today }, then(1)).unwrap();
    let mut lapsed = model.clone();
    answer_ending(&mut model, EndingAnswer::Yes).unwrap();
    wish(&mut model, WishAnswer::NotNow, Some(month(60)), month(40));
    assert!(!may_contact(&model.state(), month(70)));
    wish(&mut model, WishAnswer::Talk, None, month(71));
    assert!(may_contact(&model.state(), month(72)) && model.state().wish().asked == Some(month(71).today));
    // What was proposed and never answered is over with its day, and stands in the way of no other.
    assert_eq!(answer_at(&mut lapsed, EndingAnswer::Yes, month(40)), Err(Refusal::NotFound));
    assert!(may_contact(&lapsed.state(), month(40)));
    lapsed.run(JO, Command::ProposeEnding { last: month(80).today }, month(40)).unwrap();
}

#[test]
fn asking_to_talk_takes_the_last_day_away() {
    let mut model = someone();
    carry_on(&mut model, Touch::Month).unwrap();
    let last = then(24 * (i64::from(NOTICE) + 1)).today;
    model.run(JO, Command::ProposeEnding { last }, then(1)).unwrap();
    answer_ending(&mut model, EndingAnswer::Yes).unwrap();
    assert_eq!(model.state().wish().last, Some(last));
    wish(&mut model, WishAnswer::Talk, None, then(3));
    assert!(may_contact(&model.state(), then(24 * 60)));
}

proptest! {
    #![proptest_config(cases(300))]

    /// Whatever anybody does, in whatever order: no organisation that was referred to sees anything but by the person's own yes.
    #[test]
    fn no_referral_is_without_a_consent_and_nothing_moves_after_stopping(
        steps in proptest::collection::vec((given::actor(), command(then(0))), 1..40), stops_at in 0..40_usize,
    ) {
        let mut model = someone();
        for (at, (by, command)) in steps.into_iter().enumerate() {
            if at == stops_at {
                model.me(Command::Stop, then(1)).unwrap();
            }
            let before = model.state();
            let answers = matches!(command, Command::AnswerConsent { .. } | Command::SendAdvice { .. });
            let Ok(entries) = model.run(by, command.clone(), then(1)) else { continue };
            for entry in entries {
                let Some(Item::Consent(consent)) = entry.change.value() else { continue };
                let ItemId::Consent(id) = entry.item else { continue };
                let was = before.consent(id);
                if consent.given().is_some() && was.and_then(|was| was.given()) != consent.given() {
                    prop_assert!(answers && by == Actor::Claimant(ME), "{:?} by {:?}", command, by);
                    prop_assert!(before.standing().is_on(), "after stopping: {:?}", command);
                }
                // What a case worker says of an organisation is never changed by anybody, and made by nobody else.
                let told = was.and_then(|was| was.referral.as_ref());
                if consent.referral.as_ref() != told {
                    prop_assert!(was.is_none() && by == JO, "{:?} by {:?}", command, by);
                    prop_assert!(consent.is_open() && before.standing().is_on());
                }
            }
        }
    }

    /// Whatever a case worker does, they end nothing by themself, and make nothing come oftener.
    #[test]
    fn a_case_worker_ends_nothing_without_a_yes(steps in proptest::collection::vec(command(then(0)), 1..30)) {
        let mut model = someone();
        carry_on(&mut model, Touch::TwoMonths).unwrap();
        for command in steps {
            let _ = model.run(JO, command, then(1));
        }
        let state = model.state();
        prop_assert_eq!(state.wish().last, None);
        prop_assert_eq!(state.carrying_on().map(|one| one.touch), Some(Touch::TwoMonths));
        prop_assert!(state.terms().pace.gap >= Touch::TwoMonths.gap());
    }

    /// Nobody but the person sees whom they added, whatever else they let anybody do.
    #[test]
    fn whom_the_person_added_is_seen_by_nobody_else(
        steps in proptest::collection::vec(command(then(0)), 1..40), by in given::actor(),
    ) {
        let mut model = someone();
        for command in steps {
            let _ = model.me(command, then(1));
        }
        let state = model.state();
        for (id, _) in state.supporters() {
            let held = state.get(ItemId::Supporter(id)).unwrap();
            prop_assert_eq!(may_see(by, ME, state.grants(), held, then(2)), by == Actor::Claimant(ME));
        }
    }

    #[test]
    fn forms_are_read_as_they_were_written(
        supporter in given::supporter(), advice in given::advice_draft(), referral in given::referral_draft(),
    ) {
        let now = then(0);
        prop_assert_eq!(Supporter::parse(&supporter.fields(), now), Ok(supporter));
        prop_assert_eq!(AdviceDraft::parse(&advice.fields(), now), Ok(advice));
        prop_assert_eq!(ReferralDraft::parse(&referral.fields(), now), Ok(referral));
    }

    #[test]
    fn any_bytes_at_these_forms_give_an_answer(typed in "\\PC{0,40}", name in "[a-z]{1,8}") {
        let now = then(0);
        let fields = ["name", "adviser", "words", "seen", "which", "other", "message", "length", "organisation", &name];
        let fields = fields.iter().fold(Fields::new(), |fields, name| fields.with(*name, typed.as_str()));
        let _ = (Supporter::parse(&fields, now).is_ok(), AdviceDraft::parse(&fields, now).is_ok());
        let _ = (Sending::parse(&fields, now).is_ok(), ReferralDraft::parse(&fields, now).is_ok());
    }
}

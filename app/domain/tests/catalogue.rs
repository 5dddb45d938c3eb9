//! The catalogue says exactly what each kind of item can hold: no field is missing from it, and it promises none that is not there.

use std::collections::BTreeSet;

use own_terms_domain::{
    actor::Actor,
    agreement::{self, Agreement, AgreementDraft, Side},
    appointment::{self, Appointment, AppointmentDraft, By, Coming, Participant, Slot, Suggestion, Who},
    calendar_feed::CalendarFeed,
    carer::{Delegation, Ending, KINDS, Progress},
    carrying_on::{CarryingOn, Ending as Closing, Touch},
    case_worker::Chosen,
    catalogue,
    consent::{self, Consent, Given, Purpose},
    contact::{Channel, Details, Earlier, EarlierContact, Safe, SafeRule, Way, Ways, Wish, WishAnswer},
    correction::{Answer, Correction, CorrectionDraft},
    goals::{Area, Audience, Goal, GoalDraft, GoalOrder, Stage},
    hours::WeekHours,
    ids::{AdviceId, AgreementId, AppointmentId, FeedId, GoalId, SupporterId, WayInId},
    item::{Item, ItemId, Kind, Version, Wording},
    message::{Message, MessageDraft},
    oversight::{Cause, Oversight},
    permission::Scope,
    profile::Profile,
    reading::{Choice as _, Language, Reading},
    record::{KeptBack, OtherView, Record, RecordDraft, Sort},
    recovery::{Progress as Come, Recovery, Through},
    referral::Referral,
    sign_in::WayIn,
    standing::Standing,
    supporter::{Advice, Adviser, Supporter},
    terms::{Adjustment, Break, Breaks, Format, Formats, Interpreter, Meeting, Pace, Reminder, Times, WithMe},
    text::Text,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::given::{CARER, CHOSEN, CLINIC, ME, SUPERVISOR, cases, item, now_at, way};

/// The path of each leaf; a list is `[]`.
fn leaves(path: &str, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                leaves(&path, value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| leaves(&format!("{path}[]"), value, found)),
        _ => {
            found.insert(path.to_owned());
        }
    }
}

fn leaves_of(item: &Item) -> BTreeSet<String> {
    let stored = serde_json::to_value(item).unwrap();
    let mut found = BTreeSet::new();
    leaves("", &stored["content"], &mut found);
    found
}

/// Every kind with nothing left out; one with several forms in each of them.
fn filled() -> Vec<Item> {
    let now = now_at("2027-03-01T12:00:00Z".parse().unwrap());
    let line = || Text::parse("a line").ok();
    let words = || Text::parse("some words").ok();
    let draft = GoalDraft { words: words().unwrap(), area: Some(Area::Home), audience: Audience::OnlyMe };
    let pace = Pace { longest: 30, gap: 7, most: Some(2), notice: 7, reminders: vec![Reminder::DayBefore] };
    vec![
        Item::Profile(Profile { name: line().unwrap() }),
        Item::Standing(Standing::Open),
        Item::Standing(Standing::Stopped(now)),
        Item::Standing(Standing::Helping),
        Item::Goal(Goal { draft, stage: Stage::Doing, taken_away: Some(now.at) }),
        Item::GoalOrder(GoalOrder { goals: vec![GoalId(ME.0)] }),
        Item::Wish(Wish {
            answer: Some(WishAnswer::NotNow),
            about: words(),
            not_about: words(),
            until: Some(now.today),
            asked: Some(now.today),
            last: Some(now.today),
        }),
        Item::CarryingOn(CarryingOn {
            touch: Touch::Quarter,
            since: now.today,
            ending: Some(Closing { with: CHOSEN, last: now.today, deferred: true }),
        }),
        Item::Ways(Ways { ways: vec![Way { channel: Channel::Phone, detail: line() }], hours: WeekHours::office() }),
        Item::Safe(Safe { rules: vec![SafeRule::AskIfSafe], word: line(), avoid: words() }),
        Item::EarlierContact(EarlierContact {
            earlier: vec![Earlier {
                details: Details {
                    ways: Ways {
                        ways: vec![Way { channel: Channel::Phone, detail: line() }],
                        hours: WeekHours::office(),
                    },
                    safe: Safe { rules: vec![SafeRule::AskIfSafe], word: line(), avoid: words() },
                },
                until: now.at,
            }],
        }),
        Item::Formats(Formats { meetings: vec![Meeting { format: Format::MyPlace, place: line() }] }),
        Item::WithMe(WithMe {
            companion: line(),
            interpreter: Some(Interpreter::Bsl),
            language: line(),
            adjustments: vec![Adjustment::QuietRoom],
            also: words(),
        }),
        Item::Pace(pace),
        Item::Times(Times { week: WeekHours::office() }),
        Item::Breaks(Breaks { breaks: vec![Break { from: now.today, until: now.today, name: line() }] }),
        Item::Reading(Reading::default()),
        Item::CaseWorker(Chosen { staff: CHOSEN }),
        Item::CalendarFeed(CalendarFeed { id: FeedId(uuid::Uuid::nil()), language: Language::Welsh }),
        Item::Oversight(Oversight {
            by: SUPERVISOR,
            of: CHOSEN,
            why: Cause::Complaint,
            words: words().unwrap(),
            since: now.at,
        }),
    ]
    .into_iter()
    .chain(records())
    .chain(carers())
    .chain(recoveries())
    .chain(consents())
    .chain(appointments())
    .chain(agreements())
    .chain(supporters())
    .chain((0..3).map(|sort| Item::SignIn(WayIn { name: line().unwrap(), how: way(sort, 1) })))
    .collect()
}

/// A new way in, as far as it can come.
fn recoveries() -> Vec<Item> {
    let now = now_at("2027-03-01T12:00:00Z".parse().unwrap());
    let (at, through) = (now.at, Through::Link);
    let all = [Come::Waiting, Come::Stopped { at, through }, Come::Opened { at, ways: vec![WayInId(ME.0)] }];
    let one = |progress| Recovery { known: Some(at), progress, ..Recovery::new(CHOSEN, at) };
    all.into_iter().map(one).map(Item::Recovery).collect()
}

/// Carers, each of the ways in which it stands.
fn carers() -> Vec<Item> {
    let now = now_at("2027-03-01T12:00:00Z".parse().unwrap());
    let carer = CARER;
    let (why, ended) = (Ending::Carer, Some(carer));
    let all = [Progress::Invited, Progress::Accepted { carer }, Progress::Ended { carer: ended, why }];
    let one = |progress: &Progress| {
        Item::Carer(Delegation {
            name: Text::parse("a line").unwrap(),
            scopes: Scope::ALL.to_vec(),
            kinds: KINDS.to_vec(),
            until: now.today,
            unchecked_since: Some(now.at),
            progress: *progress,
        })
    };
    all.iter().map(one).collect()
}

/// Consents, given and not.
fn consents() -> Vec<Item> {
    let now = now_at("2027-03-01T12:00:00Z".parse().unwrap());
    let item = ItemId::The(Kind::Pace);
    let wordings = vec![Wording { item, version: Version(3) }];
    let given = Given { wordings, until: now.today, remind: true, language: Language::Welsh, renewed: false };
    let one = |progress| {
        let asked_by = Actor::Claimant(ME);
        let words = || Text::parse("some words").unwrap();
        let referral = Some(Referral { why: words(), does: words(), reach: Text::parse("a line").ok() });
        let (organisation, purpose, items) = (CLINIC, Purpose::Help, vec![item]);
        Item::Consent(Consent { organisation, purpose, items, asked_by, referral, progress })
    };
    vec![one(consent::Progress::Given(given)), one(consent::Progress::Deferred)]
}

/// Appointments, each of the ways in which it stands.
fn appointments() -> Vec<Item> {
    use appointment::Progress;
    let now = now_at("2027-03-01T12:00:00Z".parse().unwrap());
    let (day, from) = (now.today, jiff::civil::Time::constant(14, 30, 0, 0));
    let (slot, to) = (Slot { day, from }, AppointmentId(ME.0));
    let words = || Text::parse("some words").ok();
    let one = |progress| {
        let draft = AppointmentDraft {
            why: Text::parse("some words").unwrap(),
            format: Format::MyPlace,
            place: Text::parse("a line").ok(),
            minutes: 20,
            bring: words(),
            not_bring: words(),
            times: vec![slot],
            replaces: Some(to),
        };
        let wanted = Suggestion { format: Some(Format::Phone), day: Some(day), from: Some(from), words: words() };
        Item::Appointment(Box::new(Appointment {
            with: CHOSEN,
            offered: day,
            draft,
            suggestion: Some(wanted),
            progress,
        }))
    };
    let line = || Text::parse("a line").ok();
    let there = |who| Item::Participant(Participant { who, coming: Coming::Asked });
    vec![
        one(Progress::Offered),
        one(Progress::Cancelled { slot, by: By::Person }),
        one(Progress::Moved { slot, to }),
        there(Who::Interpreter { interprets: Interpreter::Bsl, language: line(), name: line() }),
        there(Who::Carer { carer: CARER, name: line().unwrap() }),
    ]
}

/// Somebody who supports the person, and what each of those who could advise did.
fn supporters() -> Vec<Item> {
    let (words, line) = (|| Text::parse("some words").unwrap(), || Text::parse("a line").ok());
    let supporter = Supporter { name: line().unwrap(), does: Some(words()), reach: line() };
    let advice = |from| Item::Advice(Advice { from, name: line(), words: words(), against: Some(AdviceId(ME.0)) });
    vec![
        Item::Supporter(supporter),
        advice(Adviser::Supporter(SupporterId(ME.0))),
        advice(Adviser::CaseWorker(CHOSEN)),
        advice(Adviser::Organisation(CLINIC)),
    ]
}

/// Agreements, and a message.
fn agreements() -> Vec<Item> {
    use agreement::Progress;
    let today = now_at("2027-03-01T12:00:00Z".parse().unwrap()).today;
    let words = || Text::parse("some words").ok();
    let to = AgreementId(ME.0);
    let draft = || AgreementDraft { person: words(), case_worker: words(), until: Some(today), replaces: Some(to) };
    let one = |progress| {
        Item::Agreement(Agreement { with: CHOSEN, by: Side::Person, since: today, draft: draft(), progress })
    };
    let message = Message::new(MessageDraft { words: words().unwrap() }, CHOSEN, today);
    let left = Progress::Left { by: Side::CaseWorker };
    vec![one(Progress::Proposed), one(left), one(Progress::Replaced { to }), Item::Message(message)]
}

/// What others write, and what stands beside it.
fn records() -> Vec<Item> {
    let now = now_at("2027-03-01T12:00:00Z".parse().unwrap());
    let words = || Text::parse("some words").unwrap();
    let record = |sort: &Sort| {
        let draft = RecordDraft { sort: *sort, words: words(), source: Text::parse("a line").unwrap() };
        Item::Record(Record::new(draft, now.today))
    };
    let draft = CorrectionDraft { should_be: words(), reason: Some(words()) };
    let asked = Correction::ask(draft, words(), now.today);
    let refused = asked.answered(Answer::Refuse { why: words() }, now.today).unwrap();
    let mut items: Vec<Item> = Sort::ALL.iter().map(record).collect();
    items.extend([
        Item::Correction(refused),
        Item::OtherView(OtherView { words: words() }),
        Item::KeptBack(KeptBack { sort: Sort::Note }),
    ]);
    items
}

#[test]
fn every_field_of_every_kind_is_in_the_catalogue_and_nothing_else_is() {
    for kind in Kind::ALL.iter().copied() {
        let samples: Vec<Item> = filled().into_iter().filter(|item| item.kind() == kind).collect();
        assert!(!samples.is_empty(), "no sample of {kind:?}");
        let held: BTreeSet<String> = samples.iter().flat_map(leaves_of).collect();
        let said: BTreeSet<String> = catalogue::fields(kind).iter().map(|field| (*field).to_owned()).collect();
        assert_eq!(held, said, "{kind:?}");
        assert_eq!(said.len(), catalogue::fields(kind).len(), "{kind:?} names a field twice");
    }
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn no_item_that_a_form_can_make_holds_more_than_the_catalogue_says(item in item()) {
        let said = catalogue::fields(item.kind());
        for leaf in leaves_of(&item) {
            // A list or an answer that is empty is less than the catalogue says, not more.
            let is_said = said.iter().any(|field| *field == leaf || field.starts_with(&format!("{leaf}.")) );
            prop_assert!(is_said, "{:?} holds {}", item.kind(), leaf);
        }
    }

    #[test]
    fn an_item_is_read_from_its_stored_form_as_it_was_written(item in item()) {
        let stored = serde_json::to_vec(&Some(&item)).unwrap();
        prop_assert_eq!(serde_json::from_slice::<Option<Item>>(&stored).unwrap(), Some(item));
    }
}

#[test]
fn no_column_is_in_the_catalogue_twice() {
    let columns: BTreeSet<(&str, &str)> =
        catalogue::COLUMNS.iter().map(|(table, column, _)| (*table, *column)).collect();
    assert_eq!(columns.len(), catalogue::COLUMNS.len());
}

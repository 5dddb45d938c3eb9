//! What the tests are given: values of every kind that a form can make, and a person's items as the store keeps them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use jiff::{
    SignedDuration, Timestamp, ToSpan as _,
    civil::{Date, Time, date},
    tz::TimeZone,
};
use own_terms_domain::{
    account::SignedInBy,
    actor::Actor,
    agreement::{self, Agreement, AgreementDraft, Side},
    appointment::{
        self, Appointment, AppointmentDraft, By, Coming, ComingDraft, CompanionDraft, InterpreterDraft, MOST_TIMES,
        Part, Participant, Slot, Suggestion, Who,
    },
    calendar_feed::CalendarFeed,
    carer::{CarerDraft, Delegation, DeviceUse, Ending, KINDS, Progress as Stands},
    carrying_on::{CarryingOn, Ending as Closing},
    case_worker::Chosen,
    consent::{self, Consent, ConsentDraft, Given, MOST_ITEMS, Yes},
    contact::{Channel, Details, Earlier, EarlierContact, Safe, SafeRule, Way, Ways, Wish, WishAnswer, WishDraft},
    correction::{Answer, Correction, CorrectionDraft, Progress},
    decide::{ByConsent, Change, Command, Entry, Refusal, ToErase, decide},
    email::EmailAddress,
    goals::{Area, Audience, Direction, Goal, GoalDraft, GoalOrder, Stage},
    hours::{WeekHours, Window, half_hours},
    ids::{
        AdviceId, AgreementId, AppointmentId, CarerId, ClaimantId, ConsentId, DelegationId, FeedId, GoalId,
        OrganisationId, RecordId, StaffId, SupporterId, WayInId,
    },
    item::{Held, Item, ItemId, Kind, Version, Wording},
    message::{Message, MessageDraft},
    oversight::{Oversight, OversightDraft},
    permission::Scope,
    profile::Profile,
    reading::{Choice, Reading},
    record::{KeptBack, OtherView, Record, RecordDraft, Sort},
    recovery::{Progress as Come, Recovery, SaidFrom, Through},
    referral::{Referral, ReferralDraft},
    sign_in::{How, WayIn},
    standing::{ComeBack, Standing},
    state::State,
    supporter::{Advice, AdviceDraft, Adviser, Sending, Supporter},
    terms::{
        Adjustment, Break, Breaks, Format, Formats, GAPS, Interpreter, LENGTHS, MOSTS, Meeting, NOTICES, Pace,
        Reminder, Times, WithMe,
    },
    text::{Line, OwnWords, Text},
    time::Now,
};
use proptest::{
    collection::vec, option, prelude::*, sample::select, strategy::SBoxedStrategy, string::string_regex,
    test_runner::Config,
};
use uuid::Uuid;

/// As many cases as `PROPTEST_CASES` says, or as many as a usual run has time for.
pub fn cases(usual: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual);
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// Where the service is.
pub fn london() -> TimeZone {
    TimeZone::get("Europe/London").unwrap()
}

/// Names as real people have them, and words as they write them.
pub const REAL: &[&str] = &[
    "Zoë O’Brien-Łukasiewicz",
    "Siân Ŵyn ap Tŷ",
    "محمد عبد الله",
    "שָׁלוֹם כֹּהֵן",
    "नमस्ते क्षत्रिय",
    "குமரன் ஸ்ரீ",
    "ສະບາຍດີ",
    "Nguyễn Thị Ánh",
    "张伟 (Zhāng Wěi)",
    "たなか さくら",
    "김민준",
    "Дмитрий Ёлкин",
    "Ἀλέξανδρος",
    "አበበ ቢቂላ",
    "ᏣᎳᎩ",
    "𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪",
    "👩🏽‍🦽 family 👨‍👩‍👧‍👦",
    "N’Golo D’Souza 3rd; née \"Smith\" & <co>",
    "می‌خواهم",
    "X",
    "\u{202e}turned round\u{202c}",
    "e\u{301}\u{301}\u{301}",
    " spaces before and after ",
];

/// Text of one line or several, that can be kept.
pub fn text<const MAX: usize>() -> impl Strategy<Value = Text<MAX>> {
    // Read once: a pattern in place would be read again for each text.
    static ANY: LazyLock<SBoxedStrategy<String>> = LazyLock::new(|| string_regex("\\PC{1,40}").unwrap().sboxed());
    static MIXED: LazyLock<SBoxedStrategy<String>> = LazyLock::new(|| {
        // Without vowels: once in a very long while letters by chance would be a "must", which staff are not let write.
        string_regex("[bcdfghjklmnpqrstvxz ]{0,20}\n{0,2}[\\p{Arabic}\\p{Hebrew}]{0,20}\t?[<>&\"']{0,4}[b-d]")
            .unwrap()
            .sboxed()
    });
    let typed = prop_oneof![2 => select(REAL).prop_map(str::to_owned), 1 => ANY.clone(), 1 => MIXED.clone()];
    typed.prop_filter_map("nothing to be seen in it", |typed| Text::parse(&typed).ok())
}

pub fn maybe<const MAX: usize>() -> impl Strategy<Value = Option<Text<MAX>>> {
    option::of(text())
}

pub fn one<C: Choice + std::fmt::Debug>() -> impl Strategy<Value = C> {
    select(C::ALL)
}

/// Some of the choices, in the order of the form.
pub fn some<C: Choice + std::fmt::Debug>() -> impl Strategy<Value = Vec<C>> {
    proptest::sample::subsequence(C::ALL, 0..=C::ALL.len())
}

/// Some of the choices, in any order.
pub fn ranked<C: Choice + std::fmt::Debug>() -> impl Strategy<Value = Vec<C>> {
    some::<C>().prop_shuffle()
}

pub fn day() -> impl Strategy<Value = Date> {
    (0..1500_i32).prop_map(|days| date(2026, 1, 1).checked_add(days.days()).unwrap())
}

pub fn moment() -> impl Strategy<Value = Timestamp> {
    (1_767_225_600_000_000_i64..1_890_000_000_000_000).prop_map(|micros| Timestamp::from_microsecond(micros).unwrap())
}

pub fn now_at(at: Timestamp) -> Now {
    Now { at, today: at.to_zoned(london()).date() }
}

pub fn now() -> impl Strategy<Value = Now> {
    moment().prop_map(now_at)
}

fn window() -> impl Strategy<Value = Window> {
    let times: Vec<Time> = half_hours().collect();
    (select(times.clone()), select(times)).prop_filter_map("no length", |(a, b)| Window::new(a.min(b), a.max(b)).ok())
}

pub fn week() -> impl Strategy<Value = WeekHours> {
    proptest::array::uniform7(option::of(window())).prop_map(|days| WeekHours { days })
}

pub fn goal_draft() -> impl Strategy<Value = GoalDraft> {
    (text(), option::of(one::<Area>()), one::<Audience>()).prop_map(|(words, area, audience)| GoalDraft {
        words,
        area,
        audience,
    })
}

pub fn goal() -> impl Strategy<Value = Goal> {
    (goal_draft(), one::<Stage>(), option::weighted(0.3, moment())).prop_map(|(draft, stage, taken_away)| Goal {
        draft,
        stage,
        taken_away,
    })
}

pub fn wish() -> impl Strategy<Value = Wish> {
    let answer = option::of(select(WishAnswer::ALL));
    (answer, maybe(), maybe(), option::of(day()), option::of(day())).prop_map(
        |(answer, about, not_about, until, asked)| Wish { answer, about, not_about, until, asked, last: None },
    )
}

/// A draft that a form sent on the day of `now` can make.
pub fn wish_draft(now: Now) -> impl Strategy<Value = WishDraft> {
    let until = option::of((0..400_i32).prop_map(move |days| now.today.checked_add(days.days()).unwrap()));
    (one::<WishAnswer>(), maybe(), maybe(), until).prop_map(|(answer, about, not_about, until)| WishDraft {
        answer,
        about,
        not_about,
        until,
    })
}

/// A detail that looks right for a channel.
fn detail(channel: Channel) -> BoxedStrategy<Option<Line>> {
    static PHONE: LazyLock<SBoxedStrategy<String>> = LazyLock::new(|| {
        string_regex("0[1-9][0-9]{3} ?[0-9]{5,6}|\\+44 ?\\(?[0-9]{2,4}\\)?[ .-]?[0-9]{7}").unwrap().sboxed()
    });
    static EMAIL: LazyLock<SBoxedStrategy<String>> = LazyLock::new(|| {
        string_regex("[a-z0-9.+'_-]{1,20}@[a-z0-9]{1,10}\\.[a-z0-9]{1,8}(\\.wales)?").unwrap().sboxed()
    });
    static LETTER: LazyLock<SBoxedStrategy<String>> = LazyLock::new(|| {
        let street = "[0-9]{1,3} [A-Z][a-z]{2,12} [A-Z][a-z]{2,8}\n[A-Z][a-z]{2,12}\n";
        string_regex(&format!("{street}[A-Z]{{1,2}}[0-9][0-9A-Z]? ?[0-9][A-Z]{{2}}")).unwrap().sboxed()
    });
    let typed = match channel {
        Channel::Here => return Just(None).boxed(),
        Channel::Phone | Channel::Text => PHONE.clone(),
        Channel::Email => EMAIL.clone(),
        Channel::Letter => LETTER.clone(),
    };
    typed.prop_map(|typed| Some(Line::parse(&typed).unwrap())).boxed()
}

pub fn ways() -> impl Strategy<Value = Ways> {
    let ways = ranked::<Channel>().prop_flat_map(|channels| {
        channels
            .into_iter()
            .map(|channel| detail(channel).prop_map(move |detail| Way { channel, detail }))
            .collect::<Vec<_>>()
    });
    (ways, week()).prop_map(|(ways, hours)| Ways { ways, hours })
}

pub fn safe() -> impl Strategy<Value = Safe> {
    (some::<SafeRule>(), maybe(), maybe()).prop_map(|(rules, word, avoid)| Safe { rules, word, avoid })
}

pub fn formats() -> impl Strategy<Value = Formats> {
    let meeting = |format: Format| {
        let place = if format.has_place() { maybe().boxed() } else { Just(None).boxed() };
        place.prop_map(move |place| Meeting { format, place })
    };
    ranked::<Format>()
        .prop_flat_map(move |formats| formats.into_iter().map(meeting).collect::<Vec<_>>())
        .prop_map(|meetings| Formats { meetings })
}

pub fn with_me() -> impl Strategy<Value = WithMe> {
    (maybe(), option::of(one::<Interpreter>()), maybe(), some::<Adjustment>(), maybe()).prop_map(
        |(companion, interpreter, language, adjustments, also)| WithMe {
            companion,
            interpreter,
            language,
            adjustments,
            also,
        },
    )
}

pub fn pace() -> impl Strategy<Value = Pace> {
    (select(LENGTHS), select(GAPS), option::of(select(MOSTS)), select(NOTICES), some::<Reminder>())
        .prop_map(|(longest, gap, most, notice, reminders)| Pace { longest, gap, most, notice, reminders })
}

pub fn times() -> impl Strategy<Value = Times> {
    week().prop_map(|week| Times { week })
}

/// A break that a form sent on the day of `now` can make.
pub fn a_break(now: Now) -> impl Strategy<Value = Break> {
    (-40..200_i32, 0..90_i32, maybe()).prop_map(move |(from, length, name)| {
        let from = now.today.checked_add(from.days()).unwrap();
        let until = from.checked_add(length.days()).unwrap().max(now.today);
        Break { from, until, name }
    })
}

fn breaks() -> impl Strategy<Value = Breaks> {
    let now = now_at("2027-03-01T12:00:00Z".parse().unwrap());
    vec(a_break(now), 0..4)
        .prop_map(|breaks| breaks.into_iter().fold(Breaks::default(), |breaks, a_break| breaks.with(a_break).unwrap()))
}

pub fn reading() -> impl Strategy<Value = Reading> {
    (one(), one(), one(), one()).prop_map(|(size, spacing, contrast, language)| Reading {
        size,
        spacing,
        contrast,
        language,
    })
}

pub fn profile() -> impl Strategy<Value = Profile> {
    text().prop_map(|name| Profile { name })
}

/// A goal of a small set, so that commands meet goals that are there.
pub fn goal_id() -> impl Strategy<Value = GoalId> {
    (1..=5_u128).prop_map(|number| GoalId(Uuid::from_u128(number)))
}

/// A record of a small set. Of one number there is one sort only, as in the store.
pub fn record_id() -> impl Strategy<Value = RecordId> {
    (0x701..=0x703_u128).prop_map(|number| RecordId(Uuid::from_u128(number)))
}

pub fn record_draft() -> impl Strategy<Value = RecordDraft> {
    (one::<Sort>(), text(), text()).prop_map(|(sort, words, source)| RecordDraft { sort, words, source })
}

fn record() -> impl Strategy<Value = Record> {
    (record_draft(), day()).prop_map(|(draft, today)| Record::new(draft, today))
}

pub fn correction_draft() -> impl Strategy<Value = CorrectionDraft> {
    (text(), maybe()).prop_map(|(should_be, reason)| CorrectionDraft { should_be, reason })
}

pub fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![Just(Answer::Begin), Just(Answer::Done), text().prop_map(|why| Answer::Refuse { why })]
}

fn correction() -> impl Strategy<Value = Correction> {
    let progress = prop_oneof![
        2 => day().prop_map(|promised| Progress::Open { promised }),
        1 => day().prop_map(|promised| Progress::InProgress { promised }),
        1 => day().prop_map(|promised| Progress::Done { promised }),
        1 => (text(), day()).prop_map(|(why, promised)| Progress::Refused { why, promised }),
    ];
    (day(), text(), correction_draft(), progress).prop_map(|(asked, was, draft, progress)| Correction {
        asked,
        was,
        should_be: draft.should_be,
        reason: draft.reason,
        progress,
    })
}

pub fn other_view() -> impl Strategy<Value = OtherView> {
    text().prop_map(|words| OtherView { words })
}

pub fn earlier_contact() -> impl Strategy<Value = EarlierContact> {
    let details = (ways(), safe()).prop_map(|(ways, safe)| Details { ways, safe });
    let one = (details, moment()).prop_map(|(details, until)| Earlier { details, until });
    vec(one, 0..3).prop_map(|earlier| EarlierContact { earlier })
}

fn chosen() -> impl Strategy<Value = StaffId> {
    select(vec![CHOSEN, StaffId(Uuid::from_u128(0x302))])
}

/// The id of an item: of a record the one of its sort.
pub fn id_of(item: &Item, goal: GoalId, record: RecordId) -> ItemId {
    match item {
        Item::Goal(_) => ItemId::Goal(goal),
        Item::Record(said) => ItemId::Record(said.sort, record),
        Item::Correction(_) => ItemId::Correction(record),
        Item::OtherView(_) => ItemId::OtherView(record),
        Item::KeptBack(_) => ItemId::KeptBack(record),
        Item::SignIn(_) => ItemId::SignIn(WayInId(goal.0)),
        // Another number than the goal's, so that tests can tell which one is named.
        Item::Carer(_) => ItemId::Carer(DelegationId(Uuid::from_u128(goal.0.as_u128() + 0x900))),
        Item::Appointment(_) => ItemId::Appointment(AppointmentId(Uuid::from_u128(goal.0.as_u128() + 0xa00))),
        Item::Participant(one) => {
            let part = match &one.who {
                Who::Interpreter { .. } => Part::Interpreter,
                Who::Companion { .. } => Part::Companion,
                Who::Carer { .. } => Part::Carer(DelegationId(Uuid::from_u128(goal.0.as_u128() + 0x900))),
            };
            ItemId::Participant(AppointmentId(Uuid::from_u128(goal.0.as_u128() + 0xa00)), part)
        }
        Item::Consent(_) => ItemId::Consent(ConsentId(Uuid::from_u128(goal.0.as_u128() + 0xc00))),
        Item::Agreement(_) => ItemId::Agreement(AgreementId(Uuid::from_u128(goal.0.as_u128() + 0xe00))),
        Item::Message(_) => ItemId::Message(RecordId(Uuid::from_u128(goal.0.as_u128() + 0xb00))),
        Item::Supporter(_) => ItemId::Supporter(SupporterId(Uuid::from_u128(goal.0.as_u128() + 0x1a00))),
        Item::Advice(_) => ItemId::Advice(AdviceId(Uuid::from_u128(goal.0.as_u128() + 0x1b00))),
        _ => ItemId::The(item.kind()),
    }
}

/// An item of any kind.
pub fn item() -> impl Strategy<Value = Item> {
    prop_oneof![
        chosen().prop_map(|staff| Item::CaseWorker(Chosen { staff })),
        record().prop_map(Item::Record),
        correction().prop_map(Item::Correction),
        other_view().prop_map(Item::OtherView),
        one::<Sort>().prop_map(|sort| Item::KeptBack(KeptBack { sort })),
        profile().prop_map(Item::Profile),
        prop_oneof![2 => Just(Standing::Open), 2 => now().prop_map(Standing::Stopped), 1 => Just(Standing::Helping)]
            .prop_map(Item::Standing),
        goal().prop_map(Item::Goal),
        vec(goal_id(), 0..6).prop_map(|goals| Item::GoalOrder(GoalOrder { goals })),
        wish().prop_map(Item::Wish),
        ways().prop_map(Item::Ways),
        safe().prop_map(Item::Safe),
        earlier_contact().prop_map(Item::EarlierContact),
        formats().prop_map(Item::Formats),
        with_me().prop_map(Item::WithMe),
        pace().prop_map(Item::Pace),
        times().prop_map(Item::Times),
        breaks().prop_map(Item::Breaks),
        reading().prop_map(Item::Reading),
        way_in().prop_map(Item::SignIn),
        recovery().prop_map(Item::Recovery),
        day().prop_flat_map(delegation).prop_map(Item::Carer),
        day().prop_flat_map(consent).prop_map(Item::Consent),
        day().prop_flat_map(appointment).prop_map(|one| Item::Appointment(Box::new(one))),
        participant().prop_map(Item::Participant),
        day().prop_flat_map(agreement).prop_map(Item::Agreement),
        message().prop_map(Item::Message),
        supporter().prop_map(Item::Supporter),
        advice().prop_map(Item::Advice),
        carrying_on().prop_map(Item::CarryingOn),
        oversight().prop_map(Item::Oversight),
        calendar_feed().prop_map(Item::CalendarFeed),
    ]
}

/// The address that a calendar reads: the one that stands in the tests, or another.
pub fn calendar_feed() -> impl Strategy<Value = CalendarFeed> {
    (select(vec![FEED, FeedId(ME.0)]), one()).prop_map(|(id, language)| CalendarFeed { id, language })
}

/// A supervisor who looks into what is with a case worker, around the moment of the tests.
fn oversight() -> impl Strategy<Value = Oversight> {
    let since = (now(), -3600..3600_i64).prop_map(|(now, seconds)| now.at + SignedDuration::from_secs(seconds));
    (supervisor(), oversight_draft(), since).prop_map(|(by, OversightDraft { of, why, words }, since)| Oversight {
        by,
        of,
        why,
        words,
        since,
    })
}

pub fn oversight_draft() -> impl Strategy<Value = OversightDraft> {
    (chosen(), one(), text()).prop_map(|(of, why, words)| OversightDraft { of, why, words })
}

fn supervisor() -> impl Strategy<Value = StaffId> {
    select(vec![SUPERVISOR, CHOSEN])
}

fn carrying_on() -> impl Strategy<Value = CarryingOn> {
    let ending = (chosen(), day(), any::<bool>()).prop_map(|(with, last, deferred)| Closing { with, last, deferred });
    (one(), day(), option::of(ending)).prop_map(|(touch, since, ending)| CarryingOn { touch, since, ending })
}

pub fn supporter_id() -> impl Strategy<Value = SupporterId> {
    (0x1a01..=0x1a03_u128).prop_map(|number| SupporterId(Uuid::from_u128(number)))
}

pub fn advice_id() -> impl Strategy<Value = AdviceId> {
    (0x1b01..=0x1b04_u128).prop_map(|number| AdviceId(Uuid::from_u128(number)))
}

pub fn supporter() -> impl Strategy<Value = Supporter> {
    (text(), maybe(), maybe()).prop_map(|(name, does, reach)| Supporter { name, does, reach })
}

fn adviser() -> impl Strategy<Value = Adviser> {
    prop_oneof![
        2 => supporter_id().prop_map(Adviser::Supporter),
        3 => chosen().prop_map(Adviser::CaseWorker),
        3 => organisation().prop_map(Adviser::Organisation),
        1 => delegation_id().prop_map(Adviser::Carer),
    ]
}

fn advice() -> impl Strategy<Value = Advice> {
    (adviser(), maybe(), text(), option::of(advice_id())).prop_map(|(from, name, words, against)| Advice {
        from,
        name,
        words,
        against,
    })
}

pub fn advice_draft() -> impl Strategy<Value = AdviceDraft> {
    (adviser(), text()).prop_map(|(from, words)| AdviceDraft { from, words })
}

/// Two that are sent, as they may have been read.
pub fn sending() -> impl Strategy<Value = Sending> {
    let wording = (advice_id(), (0..40_u32).prop_map(Version));
    let wording = wording.prop_map(|(id, version)| Wording { item: ItemId::Advice(id), version });
    (vec(wording, 0..4), one(), one(), consent_id(), consent_id(), message_id(), maybe()).prop_map(
        |(seen, length, language, one, other, message, words)| Sending {
            seen,
            length,
            language,
            consents: [one, other],
            message,
            words,
        },
    )
}

pub fn referral() -> impl Strategy<Value = Referral> {
    (text(), text(), maybe()).prop_map(|(why, does, reach)| Referral { why, does, reach })
}

pub fn referral_draft() -> impl Strategy<Value = ReferralDraft> {
    (consent_draft(), referral()).prop_map(|(consent, referral)| ReferralDraft { consent, referral })
}

pub fn agreement_id() -> impl Strategy<Value = AgreementId> {
    (0xe01..=0xe05_u128).prop_map(|number| AgreementId(Uuid::from_u128(number)))
}

/// The number of a message, and now and then that of a record.
pub fn message_id() -> impl Strategy<Value = RecordId> {
    let own = (0xb01..=0xb05_u128).prop_map(|number| RecordId(Uuid::from_u128(number)));
    prop_oneof![5 => own.boxed(), 1 => record_id().boxed()]
}

pub fn message_draft() -> impl Strategy<Value = MessageDraft> {
    text().prop_map(|words| MessageDraft { words })
}

fn message() -> impl Strategy<Value = Message> {
    (message_draft(), chosen(), day()).prop_map(|(draft, with, day)| Message::new(draft, with, day))
}

/// Whatever one of the two can propose on a day, and what neither can.
pub fn agreement_draft(today: Date) -> impl Strategy<Value = AgreementDraft> {
    let until = option::of((-2..500_i32).prop_map(move |days| today.checked_add(days.days()).unwrap()));
    (maybe(), maybe(), until, option::weighted(0.3, agreement_id()))
        .prop_map(|(person, case_worker, until, replaces)| AgreementDraft { person, case_worker, until, replaces })
}

/// Whatever the store can hold of an agreement around a day.
pub fn agreement(today: Date) -> impl Strategy<Value = Agreement> {
    let stands = (one::<Side>(), agreement_id()).prop_flat_map(|(by, to)| {
        use agreement::Progress;
        select(vec![
            Progress::Proposed,
            Progress::Deferred,
            Progress::AskingDoctor,
            Progress::Agreed,
            Progress::Agreed,
            Progress::Declined,
            Progress::Withdrawn,
            Progress::Left { by },
            Progress::Replaced { to },
        ])
    });
    (chosen(), one(), agreement_draft(today), stands).prop_map(move |(with, by, draft, progress)| Agreement {
        with,
        by,
        since: today,
        draft,
        progress,
    })
}

pub fn appointment_id() -> impl Strategy<Value = AppointmentId> {
    (0xa01..=0xa05_u128).prop_map(|number| AppointmentId(Uuid::from_u128(number)))
}

/// A time in the weeks after a day, also one in the night, where clocks change.
pub fn slot(after: Date) -> impl Strategy<Value = Slot> {
    let quarters = (0..96_i8).prop_map(|quarter| Time::constant(quarter / 4, quarter % 4 * 15, 0, 0));
    let usual = select(half_hours().collect::<Vec<Time>>());
    (0..40_i32, prop_oneof![4 => usual.boxed(), 1 => quarters.boxed()])
        .prop_map(move |(days, from)| Slot { day: after.checked_add(days.days()).unwrap(), from })
}

/// Whatever a case worker can offer on a day.
pub fn appointment_draft(today: Date) -> impl Strategy<Value = AppointmentDraft> {
    let minutes = prop_oneof![3 => select(LENGTHS).boxed(), 1 => (0..2000_u16).boxed()];
    let times = vec(slot(today), 0..=MOST_TIMES + 1);
    let replaces = option::weighted(0.3, appointment_id());
    (text(), one(), maybe(), minutes, maybe(), maybe(), times, replaces).prop_map(
        |(why, format, place, minutes, bring, not_bring, times, replaces)| AppointmentDraft {
            why,
            format,
            place,
            minutes,
            bring,
            not_bring,
            times,
            replaces,
        },
    )
}

pub fn suggestion(today: Date) -> impl Strategy<Value = Suggestion> {
    let day = (0..90_i32).prop_map(move |days| today.checked_add(days.days()).unwrap());
    let from = select(half_hours().collect::<Vec<Time>>());
    let nothing = |wanted: &Suggestion| {
        wanted.format.is_some() || wanted.day.is_some() || wanted.from.is_some() || wanted.words.is_some()
    };
    (option::of(one()), option::of(day), option::of(from), maybe())
        .prop_map(|(format, day, from, words)| Suggestion { format, day, from, words })
        .prop_filter("something is suggested", nothing)
}

/// What someone can answer; a yes to any guess of a time.
pub fn appointment_answer(today: Date) -> impl Strategy<Value = appointment::Answer> {
    prop_oneof![
        4 => slot(today).prop_map(appointment::Answer::Yes),
        1 => Just(appointment::Answer::No),
        2 => suggestion(today).prop_map(appointment::Answer::Suggest),
    ]
}

/// Whatever the store can hold of an appointment around a day: more than a case worker can offer.
pub fn appointment(today: Date) -> impl Strategy<Value = Appointment> {
    let stands = (slot(today), one::<By>(), appointment_id()).prop_flat_map(|(slot, by, to)| {
        use appointment::Progress;
        select(vec![
            Progress::Offered,
            Progress::Offered,
            Progress::Accepted { slot },
            Progress::Accepted { slot },
            Progress::Declined,
            Progress::Withdrawn,
            Progress::Cancelled { slot, by },
            Progress::Moved { slot, to },
        ])
    });
    (chosen(), appointment_draft(today), option::of(suggestion(today)), stands).prop_map(
        move |(with, draft, suggestion, progress)| Appointment { with, offered: today, draft, suggestion, progress },
    )
}

/// Somebody who is there, or is asked to be.
pub fn participant() -> impl Strategy<Value = Participant> {
    let who = prop_oneof![
        (one(), maybe(), maybe()).prop_map(|(interprets, language, name)| Who::Interpreter {
            interprets,
            language,
            name
        }),
        text().prop_map(|name| Who::Companion { name }),
        (a_carer(), text()).prop_map(|(carer, name)| Who::Carer { carer, name }),
    ];
    (who, one()).prop_map(|(who, coming)| Participant { who, coming })
}

pub fn part() -> impl Strategy<Value = Part> {
    prop_oneof![Just(Part::Interpreter), Just(Part::Companion), delegation_id().prop_map(Part::Carer)]
}

pub fn coming_draft() -> impl Strategy<Value = ComingDraft> {
    (one::<Coming>(), maybe()).prop_map(|(coming, name)| ComingDraft { coming, name })
}

pub fn interpreter_draft() -> impl Strategy<Value = InterpreterDraft> {
    (one(), maybe()).prop_map(|(interprets, language)| InterpreterDraft { interprets, language })
}

pub const CLINIC: OrganisationId = OrganisationId(Uuid::from_u128(0x400));

pub fn consent_id() -> impl Strategy<Value = ConsentId> {
    (0xc01..=0xc03_u128).prop_map(|number| ConsentId(Uuid::from_u128(number)))
}

/// Whom a consent can name; one with the person's own number, and one with the case worker's.
pub fn organisation() -> impl Strategy<Value = OrganisationId> {
    select(vec![CLINIC, CLINIC, OrganisationId(ME.0), OrganisationId(CHOSEN.0)])
}

/// The id of something of a small set: of every kind, also of those that can never be shared.
pub fn any_id() -> impl Strategy<Value = ItemId> {
    prop_oneof![
        3 => goal_id().prop_map(ItemId::Goal),
        2 => (one::<Sort>(), record_id()).prop_map(|(sort, id)| ItemId::Record(sort, id)),
        1 => record_id().prop_map(ItemId::Correction),
        1 => record_id().prop_map(ItemId::OtherView),
        1 => way_in_id().prop_map(ItemId::SignIn),
        1 => delegation_id().prop_map(ItemId::Carer),
        1 => appointment_id().prop_map(ItemId::Appointment),
        1 => (appointment_id(), part()).prop_map(|(id, part)| ItemId::Participant(id, part)),
        1 => agreement_id().prop_map(ItemId::Agreement),
        1 => message_id().prop_map(ItemId::Message),
        1 => supporter_id().prop_map(ItemId::Supporter),
        2 => advice_id().prop_map(ItemId::Advice),
        4 => one::<Kind>().prop_filter_map("of which there are several", |kind| kind.is_single().then_some(ItemId::The(kind))),
    ]
}

/// Whatever the store can hold of a consent until a day: more than a form can make.
pub fn consent(until: Date) -> impl Strategy<Value = Consent> {
    let version = || (0..24_u32).prop_map(Version);
    let wording = (any_id(), version()).prop_map(|(item, version)| Wording { item, version });
    let given = (vec(wording, 0..8), any::<bool>(), one(), any::<bool>()).prop_map(
        move |(wordings, remind, language, renewed)| {
            consent::Progress::Given(Given { wordings, until, remind, language, renewed })
        },
    );
    let progress = prop_oneof![
        1 => Just(consent::Progress::Requested),
        1 => Just(consent::Progress::Deferred),
        1 => Just(consent::Progress::AskingDoctor),
        1 => Just(consent::Progress::Refused),
        1 => Just(consent::Progress::Withdrawn),
        6 => given,
    ];
    let asked_by = select(vec![Actor::Claimant(ME), Actor::CaseWorker(CHOSEN)]);
    let referral = option::weighted(0.3, referral());
    (organisation(), one(), vec(any_id(), 0..8), asked_by, referral, progress).prop_map(
        |(organisation, purpose, mut items, asked_by, referral, progress)| {
            // Most of what was said yes to is what was asked.
            if let consent::Progress::Given(given) = &progress {
                items.extend(given.wordings.iter().map(|wording| wording.item));
            }
            Consent { organisation, purpose, items, asked_by, referral, progress }
        },
    )
}

/// What a form can ask for.
pub fn consent_draft() -> impl Strategy<Value = ConsentDraft> {
    let id = any_id().prop_filter("nobody is shown it", |id| consent::KINDS.contains(&id.kind()));
    (organisation(), one(), vec(id, 1..6)).prop_map(|(organisation, purpose, items)| {
        let mut once: Vec<ItemId> = Vec::new();
        items.into_iter().take(MOST_ITEMS).for_each(|id| {
            if !once.contains(&id) {
                once.push(id);
            }
        });
        ConsentDraft { organisation, purpose, items: once }
    })
}

/// What someone can answer; of a yes, to what is any guess.
pub fn consent_answer() -> impl Strategy<Value = consent::Answer> {
    let wording = (any_id(), 0..40_u32).prop_map(|(item, version)| Wording { item, version: Version(version) });
    prop_oneof![
        6 => (vec(wording, 0..6), one(), any::<bool>())
            .prop_map(|(seen, length, remind)| consent::Answer::Yes(Yes { seen, length, remind })),
        1 => Just(consent::Answer::No),
        1 => Just(consent::Answer::NotNow),
        1 => Just(consent::Answer::AskDoctor),
    ]
}

/// Whatever the store can hold of a new way in.
pub fn recovery() -> impl Strategy<Value = Recovery> {
    let (through, ways) = (one::<Through>(), || vec(way_in_id(), 0..4));
    let progress = prop_oneof![
        2 => Just(Come::Waiting),
        1 => (moment(), through).prop_map(|(at, through)| Come::Stopped { at, through }),
        2 => (moment(), ways()).prop_map(|(at, ways)| Come::Opened { at, ways }),
        1 => (moment(), one::<Through>()).prop_map(|(at, through)| Come::Undone { at, through }),
    ];
    (chosen(), moment(), option::of(moment()), progress).prop_map(|(by, asked, known, progress)| Recovery {
        known,
        progress,
        ..Recovery::new(by, asked)
    })
}

/// From wherever somebody can say something about one.
pub fn from() -> impl Strategy<Value = SaidFrom> {
    prop_oneof![
        option::of(way_in_id()).prop_map(|way| SaidFrom::Link { way }),
        (one::<SignedInBy>(), option::of(way_in_id()), moment()).prop_map(|(by, way, at)| SaidFrom::Session {
            by,
            way,
            at
        }),
    ]
}

pub fn a_carer() -> impl Strategy<Value = CarerId> {
    select(vec![CARER, CarerId(Uuid::from_u128(0x201)), CarerId(ME.0)])
}

pub fn delegation_id() -> impl Strategy<Value = DelegationId> {
    (0x901..=0x905_u128).prop_map(|number| DelegationId(Uuid::from_u128(number)))
}

fn some_kinds() -> impl Strategy<Value = Vec<Kind>> {
    proptest::sample::subsequence(KINDS.to_vec(), 0..=KINDS.len())
}

/// Whatever the store can hold of a carer until a day: more than a form can make.
pub fn delegation(until: Date) -> impl Strategy<Value = Delegation> {
    let why = one::<Ending>();
    let progress = prop_oneof![
        1 => Just(Stands::Invited),
        1 => a_carer().prop_map(|carer| Stands::Opened { carer }),
        4 => a_carer().prop_map(|carer| Stands::Accepted { carer }),
        1 => (option::of(a_carer()), why).prop_map(|(carer, why)| Stands::Ended { carer, why }),
    ];
    (text(), some(), some_kinds(), option::weighted(0.2, moment()), progress).prop_map(
        move |(name, scopes, kinds, unchecked_since, progress)| Delegation {
            name,
            scopes,
            kinds,
            until,
            unchecked_since,
            progress,
        },
    )
}

/// An invitation that a form sent on the day of `now` can make.
pub fn carer_draft(now: Now) -> impl Strategy<Value = CarerDraft> {
    (
        text(),
        proptest::sample::subsequence(Scope::ALL, 1..=Scope::ALL.len()),
        some_kinds(),
        0..60_i32,
        one::<DeviceUse>(),
    )
        .prop_map(move |(name, chosen, kinds, days, device)| {
            let needs: Vec<Scope> = chosen.iter().filter_map(|scope| scope.needs()).collect();
            let scopes: Vec<Scope> =
                Scope::ALL.iter().copied().filter(|scope| chosen.contains(scope) || needs.contains(scope)).collect();
            let kinds = match (scopes.contains(&Scope::SeeHeld), kinds.is_empty()) {
                (false, _) => Vec::new(),
                (true, true) => vec![Kind::Note],
                (true, false) => kinds,
            };
            CarerDraft { name, scopes, kinds, until: now.today.checked_add(days.days()).unwrap(), device }
        })
}

/// One of a few ways to sign in, so that the same comes twice.
pub fn way_in() -> impl Strategy<Value = WayIn> {
    (text(), 0..3_u8, 0..4_u8).prop_map(|(name, how, which)| WayIn { name, how: way(how, which) })
}

/// A way to sign in of each sort.
pub fn way(sort: u8, which: u8) -> How {
    let numbered = |what: &str| format!("{what}{which}");
    match sort {
        0 => How::Email { address: EmailAddress::parse(&numbered("me@example.c")).unwrap() },
        1 => How::Passkey { credential: Text::parse(&numbered("c0ffee")).unwrap(), key: Text::parse("{}").unwrap() },
        _ => How::Provider {
            issuer: Text::parse("https://id.example").unwrap(),
            subject: Text::parse(&numbered("s")).unwrap(),
        },
    }
}

pub fn way_in_id() -> impl Strategy<Value = WayInId> {
    goal_id().prop_map(|id| WayInId(id.0))
}

/// A command of any kind, as sent at `now` by someone who saw version `on`.
pub fn to_erase() -> impl Strategy<Value = ToErase> {
    let id = || {
        prop_oneof![
            goal_id().prop_map(ItemId::Goal),
            (one::<Sort>(), record_id()).prop_map(|(sort, id)| ItemId::Record(sort, id)),
            record_id().prop_map(ItemId::Correction),
            record_id().prop_map(ItemId::OtherView),
            appointment_id().prop_map(ItemId::Appointment),
            (appointment_id(), part()).prop_map(|(id, part)| ItemId::Participant(id, part)),
            agreement_id().prop_map(ItemId::Agreement),
            message_id().prop_map(ItemId::Message),
            supporter_id().prop_map(ItemId::Supporter),
            advice_id().prop_map(ItemId::Advice),
            record_id().prop_map(ItemId::KeptBack),
            one::<Kind>()
                .prop_filter_map("the only one of its kind", |kind| kind.is_single().then_some(ItemId::The(kind)))
        ]
    };
    prop_oneof![
        4 => (id(), (0..40_u32).prop_map(Version)).prop_map(|(id, on)| ToErase::Item { id, on }),
        2 => one::<Kind>().prop_map(ToErase::Kind),
        1 => Just(ToErase::Everything),
    ]
}

pub fn command(now: Now) -> impl Strategy<Value = Command> {
    let on = || (0..40_u32).prop_map(Version);
    prop_oneof![
        1 => (on(), profile()).prop_map(|(on, profile)| Command::SetProfile { on, profile }),
        4 => (goal_id(), goal_draft()).prop_map(|(id, draft)| Command::AddGoal { id, draft }),
        2 => (goal_id(), on(), goal_draft()).prop_map(|(id, on, draft)| Command::ChangeGoal { id, on, draft }),
        1 => (goal_id(), on(), one::<Stage>()).prop_map(|(id, on, stage)| Command::MarkGoal { id, on, stage }),
        2 => (goal_id(), on(), one::<Direction>())
            .prop_map(|(id, on, direction)| Command::MoveGoal { id, on, direction }),
        2 => (goal_id(), on()).prop_map(|(id, on)| Command::TakeAwayGoal { id, on }),
        2 => (goal_id(), on()).prop_map(|(id, on)| Command::BringBackGoal { id, on }),
        3 => (on(), wish_draft(now)).prop_map(|(on, draft)| Command::SetWish { on, draft }),
        1 => (on(), ways()).prop_map(|(on, ways)| Command::SetWays { on, ways }),
        1 => (on(), safe()).prop_map(|(on, safe)| Command::SetSafe { on, safe }),
        1 => (moment(), on()).prop_map(|(until, on)| Command::PutContactBack { until, on }),
        1 => (on(), formats()).prop_map(|(on, formats)| Command::SetFormats { on, formats }),
        1 => (on(), with_me()).prop_map(|(on, with_me)| Command::SetWithMe { on, with_me }),
        1 => (on(), pace()).prop_map(|(on, pace)| Command::SetPace { on, pace }),
        1 => (on(), times()).prop_map(|(on, times)| Command::SetTimes { on, times }),
        2 => (on(), a_break(now)).prop_map(|(on, a_break)| Command::AddBreak { on, a_break }),
        1 => (on(), 0..4_usize).prop_map(|(on, at)| Command::RemoveBreak { on, at }),
        1 => (on(), reading()).prop_map(|(on, reading)| Command::SetReading { on, reading }),
        1 => (on(), option::of(chosen())).prop_map(|(on, staff)| Command::ChooseCaseWorker { on, staff }),
        2 => (record_id(), record_draft()).prop_map(|(id, draft)| Command::WriteRecord { id, draft }),
        2 => (record_id(), on(), on(), correction_draft())
            .prop_map(|(record, on, seen, draft)| Command::AskCorrection { record, on, seen, draft }),
        1 => (record_id(), on()).prop_map(|(record, on)| Command::WithdrawCorrection { record, on }),
        2 => (record_id(), on(), answer())
            .prop_map(|(record, on, answer)| Command::AnswerCorrection { record, on, answer }),
        1 => (prop_oneof![3 => record_id().boxed(), 1 => message_id().boxed()], on(), other_view()).prop_map(|(record, on, view)| Command::SayDifferently { record, on, view }),
        2 => (goal_id(), on(), option::of(goal().prop_map(Item::Goal)))
            .prop_map(|(id, on, was)| Command::PutBack { item: ItemId::Goal(id), on, was }),
        1 => (one::<Kind>(), on(), option::of(item())).prop_filter_map("the only one", |(kind, on, was)| {
            kind.is_single().then_some(Command::PutBack { item: ItemId::The(kind), on, was })
        }),
        1 => record_id().prop_map(|record| Command::KeepFromCarers { record }),
        1 => record_id().prop_map(|record| Command::ShowCarers { record }),
        2 => (way_in_id(), way_in()).prop_map(|(id, way)| Command::AddWayIn { id, way }),
        1 => (way_in_id(), on(), text()).prop_map(|(id, on, name)| Command::NameWayIn { id, on, name }),
        1 => (way_in_id(), on(), any::<bool>()).prop_map(|(id, on, sure)| Command::RemoveWayIn { id, on, sure }),
        1 => (delegation_id(), carer_draft(now)).prop_map(|(id, draft)| Command::InviteCarer { id, draft }),
        1 => (delegation_id(), on(), carer_draft(now)).prop_map(|(id, on, draft)| Command::ChangeCarer { id, on, draft }),
        1 => (delegation_id(), on(), moment()).prop_map(|(id, on, signed_in)| Command::CheckCarer { id, on, signed_in }),
        1 => delegation_id().prop_map(|id| Command::EndCarer { id }),
        1 => (delegation_id(), option::of(a_carer()))
            .prop_map(|(id, instead)| Command::OpenInvitation { id, instead }),
        1 => (delegation_id(), on()).prop_map(|(id, on)| Command::AcceptInvitation { id, on }),
        1 => delegation_id().prop_map(|id| Command::StepDown { id }),
        1 => Just(Command::BeginRecovery),
        1 => moment().prop_map(|asked| Command::OpenRecovery { asked }),
        1 => (moment(), from()).prop_map(|(asked, from)| Command::StopRecovery { asked, from }),
        1 => (moment(), from()).prop_map(|(asked, from)| Command::KnowRecovery { asked, from }),
        2 => (consent_id(), consent_draft()).prop_map(|(id, draft)| Command::AskConsent { id, draft }),
        2 => (consent_id(), on(), one(), consent_answer())
            .prop_map(|(id, on, language, answer)| Command::AnswerConsent { id, on, language, answer }),
        1 => consent_id().prop_map(|id| Command::WithdrawConsent { id }),
        2 => (on(), one()).prop_map(|(on, touch)| Command::SetCarryingOn { on, touch }),
        1 => Just(Command::EndCarryingOn),
        1 => (0..500_i32).prop_map(move |days| {
            Command::ProposeEnding { last: now.today.checked_add(days.days()).unwrap() }
        }),
        2 => (on(), one()).prop_map(|(on, answer)| Command::AnswerEnding { on, answer }),
        1 => (consent_id(), referral_draft()).prop_map(|(id, draft)| Command::ProposeReferral { id, draft }),
        1 => consent_id().prop_map(|id| Command::WithdrawReferral { id }),
        2 => (supporter_id(), on(), supporter())
            .prop_map(|(id, on, supporter)| Command::SetSupporter { id, on, supporter }),
        1 => (supporter_id(), on()).prop_map(|(id, on)| Command::RemoveSupporter { id, on }),
        3 => (advice_id(), on(), advice_draft()).prop_map(|(id, on, draft)| Command::SetAdvice { id, on, draft }),
        1 => (advice_id(), on()).prop_map(|(id, on)| Command::RemoveAdvice { id, on }),
        2 => (advice_id(), on(), option::of(advice_id()))
            .prop_map(|(id, on, against)| Command::MarkAdvice { id, on, against }),
        2 => (advice_id(), sending()).prop_map(|(id, sending)| Command::SendAdvice { id, sending }),
        2 => (appointment_id(), appointment_draft(now.today)).prop_map(|(id, draft)| Command::OfferAppointment { id, draft }),
        1 => appointment_id().prop_map(|id| Command::WithdrawOffer { id }),
        2 => (appointment_id(), on(), appointment_answer(now.today))
            .prop_map(|(id, on, answer)| Command::AnswerOffer { id, on, answer }),
        1 => appointment_id().prop_map(|id| Command::CancelAppointment { id }),
        2 => (appointment_id(), on(), text())
            .prop_map(|(id, on, name)| Command::BringCompanion { id, on, draft: CompanionDraft { name } }),
        2 => (appointment_id(), on(), interpreter_draft())
            .prop_map(|(id, on, draft)| Command::AskInterpreter { id, on, draft }),
        2 => (appointment_id(), delegation_id()).prop_map(|(id, carer)| Command::AskCarer { id, carer }),
        1 => (appointment_id(), part()).prop_map(|(id, part)| Command::LeaveOut { id, part }),
        3 => (appointment_id(), part(), on(), coming_draft())
            .prop_map(|(id, part, on, draft)| Command::SayComing { id, part, on, draft }),
        2 => (message_id(), message_draft()).prop_map(|(id, draft)| Command::WriteMessage { id, draft }),
        3 => (agreement_id(), agreement_draft(now.today)).prop_map(|(id, draft)| Command::ProposeAgreement { id, draft }),
        3 => (agreement_id(), on(), one()).prop_map(|(id, on, answer)| Command::AnswerAgreement { id, on, answer }),
        1 => agreement_id().prop_map(|id| Command::LeaveAgreement { id }),
        3 => in_other_words(),
        3 => oversight_draft().prop_map(|draft| Command::LookInto { draft }),
        2 => calendar_feed().prop_map(|feed| Command::MakeCalendarFeed { feed }),
        1 => Just(Command::EndCalendarFeed),
        1 => Just(Command::BeginHelping),
        1 => Just(Command::LetGo),
        1 => to_erase().prop_map(|what| Command::Erase { what }),
        2 => Just(Command::Stop),
        2 => one::<ComeBack>().prop_map(|how| Command::ComeBack { how }),
    ]
}

/// A command within another: sent as it is worded, or by consent.
fn in_other_words() -> impl Strategy<Value = Command> {
    prop_oneof![
        1 => (message_id(), message_draft())
            .prop_map(|(id, draft)| Command::AsWorded(Box::new(Command::WriteMessage { id, draft }))),
        1 => (record_id(), record_draft())
            .prop_map(|(id, draft)| Command::AsWorded(Box::new(Command::WriteRecord { id, draft }))),
        1 => (record_id(), message_draft())
            .prop_map(|(id, draft)| Command::ByConsent { by: BY, command: Box::new(Command::WriteMessage { id, draft }) }),
    ]
}

/// The item that a command is about, and the version that its sender saw; none where it carries none.
pub fn target(command: &mut Command) -> (ItemId, Option<&mut Version>) {
    let the = ItemId::The;
    match command {
        Command::SetProfile { on, .. } => (the(Kind::Profile), Some(on)),
        Command::AddGoal { id, .. } => (ItemId::Goal(*id), None),
        Command::ChangeGoal { id, on, .. }
        | Command::MarkGoal { id, on, .. }
        | Command::TakeAwayGoal { id, on }
        | Command::BringBackGoal { id, on } => (ItemId::Goal(*id), Some(on)),
        Command::MoveGoal { on, .. } => (the(Kind::GoalOrder), Some(on)),
        Command::SetWish { on, .. } => (the(Kind::Wish), Some(on)),
        Command::SetWays { on, .. } => (the(Kind::Ways), Some(on)),
        Command::SetSafe { on, .. } => (the(Kind::Safe), Some(on)),
        Command::PutContactBack { on, .. } => (the(Kind::EarlierContact), Some(on)),
        Command::SetFormats { on, .. } => (the(Kind::Formats), Some(on)),
        Command::SetWithMe { on, .. } => (the(Kind::WithMe), Some(on)),
        Command::SetPace { on, .. } => (the(Kind::Pace), Some(on)),
        Command::SetTimes { on, .. } => (the(Kind::Times), Some(on)),
        Command::AddBreak { on, .. } | Command::RemoveBreak { on, .. } => (the(Kind::Breaks), Some(on)),
        Command::SetReading { on, .. } => (the(Kind::Reading), Some(on)),
        Command::ChooseCaseWorker { on, .. } => (the(Kind::CaseWorker), Some(on)),
        Command::WriteRecord { id, draft } => (ItemId::Record(draft.sort, *id), None),
        Command::AskCorrection { record, on, .. }
        | Command::WithdrawCorrection { record, on }
        | Command::AnswerCorrection { record, on, .. } => (ItemId::Correction(*record), Some(on)),
        Command::AddWayIn { id, .. } => (ItemId::SignIn(*id), None),
        Command::NameWayIn { id, on, .. } | Command::RemoveWayIn { id, on, .. } => (ItemId::SignIn(*id), Some(on)),
        Command::BeginRecovery
        | Command::OpenRecovery { .. }
        | Command::StopRecovery { .. }
        | Command::KnowRecovery { .. } => (the(Kind::Recovery), None),
        Command::InviteCarer { id, .. }
        | Command::EndCarer { id }
        | Command::OpenInvitation { id, .. }
        | Command::StepDown { id } => (ItemId::Carer(*id), None),
        Command::ChangeCarer { id, on, .. }
        | Command::CheckCarer { id, on, .. }
        | Command::AcceptInvitation { id, on } => (ItemId::Carer(*id), Some(on)),
        Command::PutBack { item, on, .. } => (*item, Some(on)),
        Command::KeepFromCarers { record } | Command::ShowCarers { record } => (ItemId::KeptBack(*record), None),
        // Nothing that was changed meanwhile stands in the way of a no.
        Command::AskConsent { id, .. }
        | Command::AnswerConsent { id, answer: consent::Answer::No, .. }
        | Command::WithdrawConsent { id }
        | Command::ProposeReferral { id, .. }
        | Command::WithdrawReferral { id } => (ItemId::Consent(*id), None),
        Command::AnswerConsent { id, on, .. } => (ItemId::Consent(*id), Some(on)),
        Command::SetCarryingOn { on, .. } | Command::AnswerEnding { on, .. } => (the(Kind::CarryingOn), Some(on)),
        Command::EndCarryingOn | Command::ProposeEnding { .. } => (the(Kind::CarryingOn), None),
        Command::SetSupporter { id, on, .. } | Command::RemoveSupporter { id, on } => {
            (ItemId::Supporter(*id), Some(on))
        }
        Command::SetAdvice { id, on, .. } | Command::RemoveAdvice { id, on } | Command::MarkAdvice { id, on, .. } => {
            (ItemId::Advice(*id), Some(on))
        }
        Command::SendAdvice { id, .. } => (ItemId::Advice(*id), None),
        Command::OfferAppointment { id, .. } | Command::WithdrawOffer { id } | Command::CancelAppointment { id } => {
            (ItemId::Appointment(*id), None)
        }
        Command::AnswerOffer { id, on, .. } => (ItemId::Appointment(*id), Some(on)),
        Command::BringCompanion { id, on, .. } => (ItemId::Participant(*id, Part::Companion), Some(on)),
        Command::AskInterpreter { id, on, .. } => (ItemId::Participant(*id, Part::Interpreter), Some(on)),
        Command::AskCarer { id, carer } => (ItemId::Participant(*id, Part::Carer(*carer)), None),
        Command::LeaveOut { id, part } => (ItemId::Participant(*id, *part), None),
        Command::SayComing { id, part, on, .. } => (ItemId::Participant(*id, *part), Some(on)),
        Command::WriteMessage { id, .. } => (ItemId::Message(*id), None),
        Command::ProposeAgreement { id, .. } | Command::LeaveAgreement { id } => (ItemId::Agreement(*id), None),
        Command::AnswerAgreement { id, on, .. } => (ItemId::Agreement(*id), Some(on)),
        Command::AsWorded(command) | Command::ByConsent { command, .. } => target(command),
        Command::MakeCalendarFeed { .. } | Command::EndCalendarFeed => (the(Kind::CalendarFeed), None),
        Command::LookInto { .. } => (the(Kind::Oversight), None),
        Command::SayDifferently { record, on, .. } => (ItemId::OtherView(*record), Some(on)),
        Command::Erase { what: ToErase::Item { id, on } } => (*id, Some(on)),
        Command::Erase { what: ToErase::Kind(kind) } => (the(*kind), None),
        Command::Erase { what: ToErase::Everything }
        | Command::LetGo
        | Command::BeginHelping
        | Command::Stop
        | Command::ComeBack { .. } => (the(Kind::Standing), None),
    }
}

pub const ME: ClaimantId = ClaimantId(Uuid::from_u128(0x100));
pub const OTHER: ClaimantId = ClaimantId(Uuid::from_u128(0x101));
pub const CARER: CarerId = CarerId(Uuid::from_u128(0x200));
pub const CHOSEN: StaffId = StaffId(Uuid::from_u128(0x300));
pub const SUPERVISOR: StaffId = StaffId(Uuid::from_u128(0x310));
pub const FEED: FeedId = FeedId(Uuid::from_u128(0xca1));

/// Everyone who can ask. Ids of different roles are the same on purpose: the role must count, not the number alone.
pub fn actor() -> impl Strategy<Value = Actor> {
    select(vec![
        Actor::Claimant(ME),
        Actor::Claimant(OTHER),
        Actor::Claimant(ClaimantId(CARER.0)),
        Actor::Carer(CARER),
        Actor::Carer(CarerId(Uuid::from_u128(0x201))),
        Actor::Carer(CarerId(ME.0)),
        Actor::CaseWorker(CHOSEN),
        Actor::CaseWorker(StaffId(Uuid::from_u128(0x301))),
        Actor::CaseWorker(StaffId(ME.0)),
        Actor::System(CHOSEN),
        Actor::System(StaffId(ME.0)),
        Actor::Supervisor(SUPERVISOR),
        Actor::Supervisor(CHOSEN),
        Actor::Supervisor(StaffId(ME.0)),
        Actor::Organisation(CLINIC),
        Actor::Organisation(OrganisationId(ME.0)),
        Actor::Organisation(OrganisationId(CHOSEN.0)),
        Actor::CodeHolder(ConsentId(Uuid::from_u128(0xc01))),
        Actor::CodeHolder(ConsentId(Uuid::from_u128(0xc02))),
        Actor::CodeHolder(ConsentId(ME.0)),
        Actor::Calendar(FEED),
        Actor::Calendar(FeedId(ME.0)),
        Actor::Service,
    ])
}

/// Any carers, let in until around a day: the day before, that day, the day after.
pub fn carers(today: Date) -> impl Strategy<Value = Vec<Delegation>> {
    let until = (-1..=1_i32).prop_map(move |days| today.checked_add(days.days()).unwrap());
    vec(until.prop_flat_map(delegation), 0..4)
}

/// A person's items as the store keeps them: each entry gives its item a version that is never used again.
/// A consent to an organisation, and that organisation.
pub const CONSENT: ConsentId = ConsentId(Uuid::from_u128(0xc0));
pub const BY: ByConsent = ByConsent { consent: CONSENT, organisation: OrganisationId(Uuid::from_u128(0x400)) };

#[derive(Debug, Clone, Default)]
pub struct Model {
    pub held: BTreeMap<ItemId, Held>,
    pub past: BTreeSet<ItemId>,
    pub erased: BTreeSet<ItemId>,
    pub entries: u32,
}

impl Model {
    pub fn state(&self) -> State {
        let state = State::new(ME, self.held.values().cloned()).with_past(self.past.iter().copied());
        state.with_erased(self.erased.iter().copied())
    }

    /// The same, with these carers in place of some.
    pub fn with_carers(mut self, carers: Vec<Delegation>) -> Self {
        for (number, delegation) in (0x901..).zip(carers) {
            let item = ItemId::Carer(DelegationId(Uuid::from_u128(number)));
            let at = Timestamp::from_second(1_767_225_600 + i64::from(self.entries)).unwrap();
            self.put(Entry { item, change: Change::Set(Item::Carer(delegation)) }, Actor::Claimant(ME), at);
        }
        self
    }

    /// With a consent by which the system of an organisation may ask.
    pub fn lets_system(&mut self) {
        let given = Given {
            wordings: Vec::new(),
            until: date(2030, 1, 1),
            remind: false,
            language: own_terms_domain::reading::Language::English,
            renewed: false,
        };
        let consent = Consent {
            referral: None,
            organisation: BY.organisation,
            purpose: consent::Purpose::Help,
            items: vec![ItemId::The(Kind::Profile)],
            asked_by: Actor::Claimant(ME),
            progress: consent::Progress::Given(given),
        };
        let at = Timestamp::from_second(1_767_225_600 + i64::from(self.entries)).unwrap();
        let entry = Entry { item: ItemId::Consent(CONSENT), change: Change::Set(Item::Consent(consent)) };
        self.put(entry, Actor::Claimant(ME), at);
    }

    pub fn put(&mut self, entry: Entry, by: Actor, at: Timestamp) {
        self.entries += 1;
        match entry.change {
            Change::Set(item) => {
                let held = Held { id: entry.item, version: Version(self.entries), at, by, item };
                self.held.insert(entry.item, held);
                self.past.remove(&entry.item);
            }
            Change::TakeAway => {
                self.held.remove(&entry.item);
                self.past.insert(entry.item);
            }
            Change::Erase => {
                self.held.remove(&entry.item);
                self.past.remove(&entry.item);
                self.erased.insert(entry.item);
            }
        }
    }

    pub fn run(&mut self, actor: Actor, command: Command, now: Now) -> Result<Vec<Entry>, Refusal> {
        let entries = decide(&self.state(), actor, command, now)?;
        for entry in entries.clone() {
            self.put(entry, actor, now.at);
        }
        Ok(entries)
    }

    pub fn me(&mut self, command: Command, now: Now) -> Result<Vec<Entry>, Refusal> {
        self.run(Actor::Claimant(ME), command, now)
    }

    /// What is said, without when, by whom, and in which version.
    pub fn said(&self) -> BTreeMap<ItemId, Item> {
        self.held.values().map(|held| (held.id, held.item.clone())).collect()
    }
}

/// Who might have written a record.
fn writer() -> impl Strategy<Value = Actor> {
    select(vec![
        Actor::CaseWorker(CHOSEN),
        Actor::CaseWorker(StaffId(Uuid::from_u128(0x301))),
        Actor::Organisation(OrganisationId(Uuid::from_u128(0x400))),
        Actor::System(CHOSEN),
    ])
}

/// A person who has said anything at all, in an order that the rules allow or not.
pub fn model() -> impl Strategy<Value = Model> {
    vec((item(), goal_id(), record_id(), writer()), 0..24).prop_map(|items| {
        let mut model = Model::default();
        for (item, goal, record, writer) in items {
            let id = id_of(&item, goal, record);
            let at = Timestamp::from_second(1_767_225_600 + i64::from(model.entries)).unwrap();
            let stands = model.state().record(record).map(|(held, _)| held.id);
            let by = match id {
                // Of one number there is one record.
                ItemId::Record(..) if stands.is_some_and(|stands| stands != id) => continue,
                ItemId::Record(..) => writer,
                // Nothing stands beside a record that is not there.
                ItemId::Correction(_) | ItemId::OtherView(_) | ItemId::KeptBack(_) if stands.is_none() => continue,
                _ => Actor::Claimant(ME),
            };
            model.put(Entry { item: id, change: Change::Set(item) }, by, at);
        }
        model
    })
}

pub fn words(text: &str) -> OwnWords {
    OwnWords::parse(text).unwrap()
}

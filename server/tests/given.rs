//! What the tests are given: a place on the disk, a store in it, a moment, and a person who has said everything.

use std::{path::PathBuf, sync::Arc};

use jiff::{Timestamp, civil::date};
use own_terms::{
    clock::now_at,
    entropy::Entropy,
    sealing::Key,
    store::{
        Alive, Ask, Done, Order, Store, StoreError, TokenHash, View, Want,
        sealed::Sealer,
        sqlite::{Files, SqliteStore},
    },
};
use own_terms_domain::{
    account::{Begun, Device, Origin, SignedInBy},
    actor::Actor,
    agreement::{self, AgreementDraft},
    appointment::{self, AppointmentDraft, Slot, Suggestion},
    calendar_feed::CalendarFeed,
    carer::{CarerDraft, DeviceUse, KINDS},
    carrying_on::Touch,
    consent::{self, ConsentDraft, Length, Purpose, Yes},
    contact::{Channel, Safe, SafeRule, Way, Ways, WishAnswer, WishDraft},
    correction::{Answer, CorrectionDraft},
    decide::{Command, ToErase},
    directory::Organisation,
    email::EmailAddress,
    goals::{Area, Audience, GoalDraft, Stage},
    hours::{WeekHours, Window},
    ids::{
        AdviceId, AgreementId, AppointmentId, ClaimantId, ConsentId, DelegationId, FeedId, GoalId, OrganisationId,
        RecordId, StaffId, SupporterId, WayInId,
    },
    item::{ItemId, Kind, Version, Wording},
    ledger::NoticeVersion,
    look::{Reason, Subject},
    message::MessageDraft,
    needs::Needs,
    oversight::{Cause, OversightDraft},
    permission::Scope,
    profile::Profile,
    reading::{Choice as _, Contrast, Language, Reading, Spacing, TextSize},
    record::{OtherView, RecordDraft, Sort},
    referral::{Referral, ReferralDraft},
    sign_in::{How, WayIn},
    staff::{Role, Staff, Training, WorkDay},
    state::State,
    supporter::{AdviceDraft, Adviser, Supporter},
    terms::{Adjustment, Break, Format, Formats, Interpreter, Meeting, Pace, Reminder, Times, WithMe},
    text::Text,
    time::Now,
};
use uuid::Uuid;

pub const KEY: [u8; 32] = [7; 32];

/// A folder that goes when the test does.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        let name = format!("own-terms-test-{}", Entropy::from_system().unwrap().id().simple());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn database(&self) -> PathBuf {
        self.file("own-terms.db")
    }

    pub fn vault(&self) -> PathBuf {
        self.file("own-terms-keys.db")
    }

    pub fn files(&self) -> Files {
        Files { database: self.database(), vault: self.vault() }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be taken away is only left in the folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn sealer(key: [u8; 32]) -> Sealer {
    Sealer::new(&Key::from_bytes(key), Entropy::from_system().unwrap())
}

pub async fn open(folder: &Folder) -> SqliteStore {
    open_with(folder, KEY).await.unwrap()
}

pub async fn open_with(folder: &Folder, key: [u8; 32]) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(&folder.files(), sealer(key), at(0).at).await
}

/// A moment some minutes into the day of the tests.
pub fn at(minutes: i64) -> Now {
    now_at(Timestamp::from_second(1_803_810_600 + 60 * minutes).unwrap())
}

/// A session that begins some minutes into that day.
pub fn begun(minutes: i64) -> Begun {
    Begun { at: at(minutes).at, by: SignedInBy::Choosing, way: None, device: Device::Computer, shared: false }
}

/// Sessions that were used and begun since some minutes into that day.
pub fn alive(used: i64, begun: i64) -> Alive {
    Alive { used: at(used).at, used_where_shared: at(used).at, begun: at(begun).at }
}

pub fn person(number: u128) -> ClaimantId {
    ClaimantId(Uuid::from_u128(number))
}

pub fn goal_id(number: u128) -> GoalId {
    GoalId(Uuid::from_u128(0x1000 + number))
}

/// A way to sign in of one's own, by a link to this address.
pub fn way_in(id: WayInId, address: &str) -> Command {
    let how = How::Email { address: EmailAddress::parse(address).unwrap() };
    Command::AddWayIn { id, way: WayIn { name: text("my email"), how } }
}

pub fn text<const MAX: usize>(text: &str) -> Text<MAX> {
    Text::parse(text).unwrap()
}

pub fn add_goal(number: u128, words: &str) -> Command {
    let draft = GoalDraft { words: text(words), area: Some(Area::Home), audience: Audience::CaseWorker };
    Command::AddGoal { id: goal_id(number), draft }
}

pub fn erase_goal(state: &State, number: u128) -> Command {
    let id = ItemId::Goal(goal_id(number));
    Command::Erase { what: ToErase::Item { id, on: state.version(id) } }
}

/// The person's own command.
pub fn own(claimant: ClaimantId, command: Command, now: Now) -> Order {
    Order { claimant, actor: Actor::Claimant(claimant), command, now, notice: NoticeVersion::default() }
}

pub async fn say(store: &dyn Store, claimant: ClaimantId, command: Command) -> Result<Done, StoreError> {
    store.commit(own(claimant, command, at(0))).await
}

pub fn look(claimant: ClaimantId, actor: Actor, session: Option<TokenHash>) -> Ask {
    let (reason, subject) = (Reason::MyOwn, Subject::Everything);
    let (needs, want) = (Needs::everything(), Want::Looks { by: None, before: None });
    Ask { claimant, actor, reason, subject, now: at(1), withheld: None, session, needs, want }
}

/// What the person sees of their own.
pub async fn seen(store: &dyn Store, claimant: ClaimantId) -> View {
    store.view(look(claimant, Actor::Claimant(claimant), None)).await.unwrap()
}

pub async fn make(store: &dyn Store, number: u128) -> ClaimantId {
    let claimant = person(number);
    assert!(store.make_place(claimant, Origin::Demonstration, at(0).at).await.unwrap());
    claimant
}

/// Two windows of a week, on Monday and Sunday.
pub fn week() -> WeekHours {
    let time = |hour, minute| jiff::civil::Time::constant(hour, minute, 0, 0);
    let mut week = WeekHours::default();
    week.days[0] = Window::new(time(7, 30), time(8, 30)).ok();
    week.days[6] = Window::new(time(20, 0), time(21, 0)).ok();
    week
}

/// The case worker who is chosen, and an organisation that passes something on.
pub const CHOSEN: Actor = Actor::CaseWorker(StaffId(Uuid::from_u128(0x3000)));
pub const ORGANISATION: Actor = Actor::Organisation(OrganisationId(Uuid::from_u128(0x4000)));

pub fn record_id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(0x7000 + number))
}

/// Something said by the person themself, or by another.
pub type Said = (Option<Actor>, Command);

/// Commands that say something of every kind, each text marked, about someone with a new place; and each of the texts. What the
/// law keeps for a time has `law` in it.
pub fn everything(mark: &str) -> (Vec<Said>, Vec<String>) {
    let texts = std::cell::RefCell::new(Vec::new());
    let write = |what: &str| {
        let written = format!("{mark}-{what}");
        texts.borrow_mut().push(written.clone());
        written
    };
    let new = Version(0);
    let detail = |channel, typed: String| {
        texts.borrow_mut().push(typed.clone());
        Way { channel, detail: Some(text(&typed)) }
    };
    let commands = vec![
        Command::SetProfile { on: new, profile: Profile { name: text(&write("name")) } },
        Command::AddGoal {
            id: goal_id(1),
            draft: GoalDraft { words: text(&write("words")), area: Some(Area::Money), audience: Audience::CaseWorker },
        },
        Command::AddGoal {
            id: goal_id(2),
            draft: GoalDraft { words: text(&write("taken away")), area: None, audience: Audience::OnlyMe },
        },
        Command::MarkGoal { id: goal_id(1), on: Version(2), stage: Stage::Resting },
        Command::TakeAwayGoal { id: goal_id(2), on: Version(4) },
        Command::SetWish {
            on: new,
            draft: WishDraft {
                answer: WishAnswer::Talk,
                about: Some(text(&write("about"))),
                not_about: Some(text(&write("not about"))),
                until: None,
            },
        },
        Command::SetWays {
            on: new,
            ways: Ways {
                ways: vec![
                    detail(Channel::Phone, "07700 900123".to_owned()),
                    detail(Channel::Text, "+44 7700 900456".to_owned()),
                    detail(Channel::Email, format!("{}@example.wales", mark.to_lowercase())),
                    detail(Channel::Letter, format!("1 {mark} Street, CF10 3NQ")),
                    Way { channel: Channel::Here, detail: None },
                ],
                hours: week(),
            },
        },
        Command::SetSafe {
            on: new,
            safe: Safe {
                rules: vec![SafeRule::AskIfSafe, SafeRule::PlainEnvelopes],
                word: Some(text(&write("safe word"))),
                avoid: Some(text(&write("avoid"))),
            },
        },
        Command::SetFormats {
            on: new,
            formats: Formats {
                meetings: vec![
                    Meeting { format: Format::MyPlace, place: Some(text(&write("my place"))) },
                    Meeting { format: Format::Elsewhere, place: Some(text(&write("elsewhere"))) },
                    Meeting { format: Format::Writing, place: None },
                ],
            },
        },
        Command::SetWithMe {
            on: new,
            with_me: WithMe {
                companion: Some(text(&write("companion"))),
                interpreter: Some(Interpreter::Spoken),
                language: Some(text(&write("language"))),
                adjustments: vec![Adjustment::QuietRoom, Adjustment::LargePrint],
                also: Some(text(&write("also"))),
            },
        },
        Command::SetPace {
            on: new,
            pace: Pace { longest: 45, gap: 42, most: Some(6), notice: 14, reminders: vec![Reminder::SameMorning] },
        },
        Command::SetTimes { on: new, times: Times { week: week() } },
        Command::AddBreak {
            on: new,
            a_break: Break { from: date(2029, 3, 5), until: date(2029, 4, 6), name: Some(text(&write("break"))) },
        },
        Command::SetReading { on: new, reading: large() },
    ];
    let mut said: Vec<Said> = commands.into_iter().map(|command| (None, command)).collect();
    said.extend(records(&write));
    said.extend(ways_in(mark, &write));
    said.push((None, carer(text(&write("carer")))));
    said.extend(shared_items());
    said.push((Some(CHOSEN), Command::BeginRecovery));
    said.extend(offered(&write));
    said.extend(talked(&write));
    said.extend(supported(&write));
    said.push((Some(Actor::Supervisor(StaffId(Uuid::from_u128(0x310)))), looked_into(text(&write("why to look")))));
    let feed = CalendarFeed { id: FEED, language: Language::Welsh };
    said.push((None, Command::MakeCalendarFeed { feed }));
    // The tenth entry is what is said there first.
    let (rules, word, avoid) = (vec![SafeRule::NoVoicemail], Some(text(&write("other word"))), None);
    said.push((None, Command::SetSafe { on: Version(10), safe: Safe { rules, word, avoid } }));
    said.push((None, Command::Stop));
    (said, texts.into_inner())
}

/// As it is set by whoever reads large letters.
fn large() -> Reading {
    let (size, spacing) = (TextSize::Larger, Spacing::Wider);
    Reading { size, spacing, contrast: Contrast::Most, language: Language::English }
}

/// Somebody who is asked to help, with all that there is to give.
fn carer(name: own_terms_domain::text::Line) -> Command {
    let (scopes, kinds) = (Scope::ALL.to_vec(), KINDS.to_vec());
    let draft = CarerDraft { name, scopes, kinds, until: date(2027, 6, 1), device: DeviceUse::Shared };
    Command::InviteCarer { id: DelegationId(Uuid::from_u128(0x9001)), draft }
}

/// A consent to what was said by then, given.
fn shared_items() -> [Said; 2] {
    let Actor::Organisation(organisation) = ORGANISATION else { unreachable!("an organisation") };
    let id = ConsentId(Uuid::from_u128(0xc001));
    let item = ItemId::The(Kind::Profile);
    let draft = ConsentDraft { organisation, purpose: Purpose::Introduction, items: vec![item] };
    let seen = vec![Wording { item, version: Version(1) }];
    let answer = consent::Answer::Yes(Yes { seen, length: Length::Month, remind: true });
    // The twenty-eighth entry asked for it.
    let answer = Command::AnswerConsent { id, on: Version(29), language: Language::Welsh, answer };
    [(None, Command::AskConsent { id, draft }), (None, answer)]
}

/// A supervisor who says why they look.
fn looked_into(words: own_terms_domain::text::OwnWords) -> Command {
    let Actor::CaseWorker(of) = CHOSEN else { unreachable!("a case worker") };
    Command::LookInto { draft: OversightDraft { of, why: Cause::Safeguarding, words } }
}

/// What is offered within the terms of that person, and what they would rather have.
fn offered(write: &impl Fn(&str) -> String) -> [Said; 2] {
    let (day, from) = (date(2027, 3, 15), jiff::civil::Time::constant(7, 30, 0, 0));
    let draft = AppointmentDraft {
        why: text(&write("why to meet")),
        format: Format::MyPlace,
        place: Some(text(&write("where to meet"))),
        minutes: 30,
        bring: Some(text(&write("bring"))),
        not_bring: Some(text(&write("not bring"))),
        times: vec![Slot { day, from }],
        replaces: None,
    };
    let words = Some(text(&write("suggestion")));
    let wanted = Suggestion { format: Some(Format::Phone), day: Some(date(2027, 3, 22)), from: Some(from), words };
    let answer = appointment::Answer::Suggest(wanted);
    let answer = Command::AnswerOffer { id: OFFERED, on: Version(32), answer };
    [(Some(CHOSEN), Command::OfferAppointment { id: OFFERED, draft }), (None, answer)]
}

/// What the two write to each other, and what is proposed and held.
fn talked(write: &impl Fn(&str) -> String) -> [Said; 4] {
    let message = |number: u128, what: &str| {
        let draft = MessageDraft { words: text(&write(what)) };
        Command::WriteMessage { id: RecordId(Uuid::from_u128(number)), draft }
    };
    let id = AgreementId(Uuid::from_u128(0xe001));
    let draft = AgreementDraft {
        person: Some(text(&write("my part"))),
        case_worker: Some(text(&write("their part"))),
        until: Some(date(2027, 5, 1)),
        replaces: None,
    };
    [
        (None, message(0xb001, "message")),
        (Some(CHOSEN), message(0xb002, "answer to it")),
        (Some(CHOSEN), Command::ProposeAgreement { id, draft }),
        (None, Command::AnswerAgreement { id, on: Version(38), answer: agreement::Answer::AskDoctor }),
    ]
}

/// Somebody else who supports them, what they advised, and an organisation that the case worker suggests.
fn supported(write: &impl Fn(&str) -> String) -> [Said; 4] {
    let (id, on) = (SupporterId(Uuid::from_u128(0x1a001)), Version(0));
    let supporter = Supporter {
        name: text(&write("supporter")),
        does: Some(text(&write("what they do"))),
        reach: Some(text(&write("their number"))),
    };
    let advice = AdviceDraft { from: Adviser::Supporter(id), words: text(&write("advice")) };
    let Actor::Organisation(organisation) = ORGANISATION else { unreachable!("an organisation") };
    let referral = Referral {
        why: text(&write("why they could help")),
        does: text(&write("what they would do")),
        reach: Some(text(&write("how to reach them"))),
    };
    let consent = ConsentDraft { organisation, purpose: Purpose::Help, items: vec![ItemId::The(Kind::Profile)] };
    let draft = ReferralDraft { consent, referral };
    [
        (None, Command::SetCarryingOn { on, touch: Touch::Quarter }),
        (None, Command::SetSupporter { id, on, supporter }),
        (None, Command::SetAdvice { id: AdviceId(Uuid::from_u128(0x1b001)), on, draft: advice }),
        (Some(CHOSEN), Command::ProposeReferral { id: ConsentId(Uuid::from_u128(0xc002)), draft }),
    ]
}

/// The address that the calendar of someone who said everything reads; no two people have one of one number.
pub const FEED: FeedId = FeedId(Uuid::from_u128(0xca1));

/// What is offered to someone who said everything.
pub const OFFERED: AppointmentId = AppointmentId(Uuid::from_u128(0xa001));

/// A way to sign in of each sort.
fn ways_in(mark: &str, write: &impl Fn(&str) -> String) -> Vec<Said> {
    let address = format!("signing-in-{}@example.wales", mark.to_lowercase());
    let ways = [
        How::Email { address: EmailAddress::parse(&address).unwrap() },
        How::Passkey { credential: text(&write("credential")), key: text(&write("key")) },
        How::Provider { issuer: text(&write("issuer")), subject: text(&write("subject")) },
    ];
    let add = |(number, how)| {
        let name = text(&write(&format!("way in {number}")));
        (None, Command::AddWayIn { id: WayInId(Uuid::from_u128(number)), way: WayIn { name, how } })
    };
    (1..).zip(ways).map(add).collect()
}

/// What others write about someone who has written sixteen entries, and what that person says to it.
fn records(write: &impl Fn(&str) -> String) -> Vec<Said> {
    let Actor::CaseWorker(staff) = CHOSEN else { unreachable!("a case worker") };
    let record = |number, sort, what: &str| Command::WriteRecord {
        id: record_id(number),
        draft: RecordDraft { sort, words: text(&write(what)), source: text(&write(&format!("source of {what}"))) },
    };
    let draft = CorrectionDraft { should_be: text(&write("should be")), reason: Some(text(&write("reason"))) };
    let (record_1, seen) = (record_id(1), Version(18));
    let answer = Answer::Refuse { why: text(&write("why")) };
    let view = OtherView { words: text(&write("other view")) };
    vec![
        (None, Command::ChooseCaseWorker { on: Version(0), staff: Some(staff) }),
        (Some(CHOSEN), record(1, Sort::Note, "note")),
        (Some(ORGANISATION), record(2, Sort::Referral, "referral")),
        (Some(CHOSEN), record(3, Sort::Payment, "law")),
        (None, Command::AskCorrection { record: record_1, on: Version(0), seen, draft }),
        (Some(CHOSEN), Command::AnswerCorrection { record: record_1, on: Version(21), answer }),
        (None, Command::SayDifferently { record: record_1, on: Version(0), view }),
        (None, Command::KeepFromCarers { record: record_1 }),
    ]
}

/// An order for what someone said.
pub fn ordered(claimant: ClaimantId, (by, command): Said, now: Now) -> Order {
    Order { actor: by.unwrap_or(Actor::Claimant(claimant)), ..own(claimant, command, now) }
}

/// Someone who works for an organisation.
pub fn works_here(id: StaffId, name: &str, role: Role, organisation: Organisation) -> Staff {
    let (trained, days) = (vec![Training::PainAndFatigue], vec![WorkDay::Tuesday]);
    let (languages, about) = (Some(text("English")), Some(text("Has time.")));
    Staff { id, name: text(name), role, organisation, trained, days, languages, about, photo: None, closed: false }
}

/// Puts those who write about people into the directory.
pub async fn introduce(store: &dyn Store) {
    let (Actor::CaseWorker(id), Actor::Organisation(organisation)) = (CHOSEN, ORGANISATION) else { unreachable!() };
    let organisation = Organisation { id: organisation, name: text("Harbour Advice") };
    store.put_staff(&works_here(id, "Jo Evans", Role::CaseWorker, organisation)).await.unwrap();
}

/// Someone who has said everything there is to say, each text with `mark` in it.
pub async fn someone_who_said_everything(store: &dyn Store, number: u128, mark: &str) -> (ClaimantId, Vec<String>) {
    let claimant = make(store, number).await;
    introduce(store).await;
    let (commands, texts) = everything(mark);
    let orders = commands.into_iter().map(|(by, command)| ordered(claimant, (by, theirs(number, command)), at(0)));
    store.commit_all(orders.collect()).await.unwrap();
    (claimant, texts)
}

/// No two people have a consent or the address of a calendar of one name.
fn theirs(number: u128, command: Command) -> Command {
    let own = |ConsentId(id): ConsentId| ConsentId(Uuid::from_u128(id.as_u128() | number << 64));
    match command {
        Command::AskConsent { id, draft } => Command::AskConsent { id: own(id), draft },
        Command::AnswerConsent { id, on, language, answer } => {
            Command::AnswerConsent { id: own(id), on, language, answer }
        }
        Command::ProposeReferral { id, draft } => Command::ProposeReferral { id: own(id), draft },
        Command::MakeCalendarFeed { feed } => {
            let id = FeedId(Uuid::from_u128(feed.id.0.as_u128() | number << 64));
            Command::MakeCalendarFeed { feed: CalendarFeed { id, ..feed } }
        }
        other => other,
    }
}

/// Closes the ways to sign in, and erases the new one that was asked for once its time is over: they stay when everything else is
/// erased.
pub async fn close_every_way_in(store: &dyn Store, claimant: ClaimantId) {
    let state = store.view(look(claimant, Actor::Claimant(claimant), None)).await.unwrap().state;
    for (id, _) in state.ways_in() {
        let on = state.version(ItemId::SignIn(id));
        say(store, claimant, Command::RemoveWayIn { id, on, sure: true }).await.unwrap();
    }
    let id = ItemId::The(Kind::Recovery);
    let what = ToErase::Item { id, on: state.version(id) };
    store.commit(own(claimant, Command::Erase { what }, at(30 * 24 * 60))).await.unwrap();
}

/// Erases everything, and what the law keeps once its day has come.
pub async fn erase_everything(store: &dyn Store, claimant: ClaimantId) {
    say(store, claimant, Command::Erase { what: ToErase::Everything }).await.unwrap();
    close_every_way_in(store, claimant).await;
    assert_eq!(store.let_go(at(8 * 366 * 24 * 60), NoticeVersion::default()).await.unwrap(), 1);
}

pub fn shared(store: SqliteStore) -> Arc<dyn Store> {
    Arc::new(store)
}

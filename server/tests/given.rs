//! What the tests are given: a place on the disk, a store in it, a moment, and a person who has said everything.

use std::{path::PathBuf, sync::Arc};

use jiff::{Timestamp, civil::date};
use own_terms::{
    clock::now_at,
    entropy::Entropy,
    sealing::Key,
    store::{
        Ask, Done, Order, Origin, Store, StoreError, TokenHash, View, Want,
        sealed::Sealer,
        sqlite::{Files, SqliteStore},
    },
};
use own_terms_domain::{
    actor::Actor,
    contact::{Channel, Safe, SafeRule, Way, Ways, WishAnswer, WishDraft},
    decide::Command,
    goals::{Area, Audience, GoalDraft, Stage},
    hours::{WeekHours, Window},
    ids::{ClaimantId, GoalId},
    item::Version,
    ledger::NoticeVersion,
    look::{Reason, Subject},
    profile::Profile,
    reading::{Contrast, Language, Reading, Spacing, TextSize},
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

pub fn person(number: u128) -> ClaimantId {
    ClaimantId(Uuid::from_u128(number))
}

pub fn goal_id(number: u128) -> GoalId {
    GoalId(Uuid::from_u128(0x1000 + number))
}

pub fn text<const MAX: usize>(text: &str) -> Text<MAX> {
    Text::parse(text).unwrap()
}

pub fn add_goal(number: u128, words: &str) -> Command {
    let draft = GoalDraft { words: text(words), area: Some(Area::Home), audience: Audience::CaseWorker };
    Command::AddGoal { id: goal_id(number), draft }
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
    Ask { claimant, actor, reason, subject, now: at(1), session, want: Want::Looks { before: None } }
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

/// Commands that say something of every kind, each text marked, for someone with a new place; and each of the texts.
pub fn everything(mark: &str) -> (Vec<Command>, Vec<String>) {
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
        Command::SetReading {
            on: new,
            reading: Reading {
                size: TextSize::Larger,
                spacing: Spacing::Wider,
                contrast: Contrast::Most,
                language: Language::English,
            },
        },
        Command::Stop,
    ];
    (commands, texts.into_inner())
}

/// Someone who has said everything there is to say, each text with `mark` in it.
pub async fn someone_who_said_everything(store: &dyn Store, number: u128, mark: &str) -> (ClaimantId, Vec<String>) {
    let claimant = make(store, number).await;
    let (commands, texts) = everything(mark);
    let orders = commands.into_iter().map(|command| own(claimant, command, at(0))).collect();
    store.commit_all(orders).await.unwrap();
    (claimant, texts)
}

pub fn shared(store: SqliteStore) -> Arc<dyn Store> {
    Arc::new(store)
}

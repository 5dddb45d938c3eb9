//! The people of the demonstration: invented, kind, and set up through the same door as everybody.

mod appointments;
mod carers;
mod network;
mod others;
pub mod staff;
mod talk;

use own_terms_app::{notice, pages::public::DemoPerson};
use own_terms_domain::{
    account::Origin,
    actor::Actor,
    contact::{Channel, SafeRule, Way, Ways, WishAnswer, WishDraft},
    decide::Command,
    goals::{Area, Audience, GoalDraft, Stage},
    hours::{WeekHours, Window},
    ids::{ClaimantId, GoalId},
    item::Version,
    profile::Profile,
    reading::{Language, Reading},
    terms::{Adjustment, Format, Formats, Meeting, Pace, Reminder, Times, WithMe},
    text::Text,
    time::Now,
};
use uuid::Uuid;

use crate::store::{Order, Settled, Store, StoreError};

/// One invented person: the word that is sent to sign in as them, their name, and what is said of them.
struct Invented {
    id: &'static str,
    name: &'static str,
    about: &'static str,
    number: u128,
}

const PEOPLE: [Invented; 7] = [
    Invented { id: "alex", name: "Alex", about: "demo-alex", number: 1 },
    Invented { id: "priya", name: "Priya", about: "demo-priya", number: 2 },
    Invented { id: "tom", name: "Tom", about: "demo-tom", number: 3 },
    Invented { id: "megan", name: "Megan", about: "demo-megan", number: 4 },
    Invented { id: "rosa", name: "Rosa", about: "demo-rosa", number: 6 },
    Invented { id: "jamie", name: "Jamie", about: "demo-jamie", number: 7 },
    Invented { id: "sam", name: "Sam", about: "demo-new", number: 5 },
];

/// The people to choose from at sign-in.
pub fn to_choose_from() -> Vec<DemoPerson> {
    PEOPLE
        .iter()
        .map(|person| DemoPerson { id: person.id.to_owned(), name: person.name.to_owned(), about: person.about })
        .collect()
}

/// The person who was chosen.
pub fn chosen(id: &str) -> Option<ClaimantId> {
    PEOPLE.iter().find(|person| person.id == id).map(claimant)
}

fn claimant(person: &Invented) -> ClaimantId {
    ClaimantId(uuid(person.number))
}

/// Ids that are the same in each demonstration: version 8 is the one for ids made as one likes (RFC 9562).
const fn uuid(number: u128) -> Uuid {
    uuid::Builder::from_custom_bytes(number.to_be_bytes()).into_uuid()
}

/// Puts the people in, unless they are there already.
///
/// # Errors
/// The store's own.
pub async fn fill(store: &dyn Store, now: Now) -> Result<(), StoreError> {
    others::introduce(store).await?;
    let mut filled = Vec::new();
    for person in &PEOPLE {
        let id = claimant(person);
        if !store.make_place(id, Origin::Demonstration, now.at).await? {
            continue;
        }
        let Ok(name) = Text::parse(person.name) else { continue };
        let order =
            |actor, command| Order { claimant: id, actor, command, now, notice: notice::version(Language::English) };
        let place = Command::SetProfile { on: Version(0), profile: Profile { name } };
        let mut orders = vec![order(Actor::Service, place)];
        orders.extend(story(person.id, now).into_iter().map(|command| order(Actor::Claimant(id), command)));
        if person.id == "jamie" {
            orders.push(order(Actor::Service, Command::BeginHelping));
        }
        let mut helped = carers::of(person.id, now);
        if person.id == "priya" {
            helped.extend(appointments::for_priya(now));
        }
        let helped = helped.into_iter();
        orders.extend(helped.map(|(by, command)| order(by.unwrap_or(Actor::Claimant(id)), command)));
        store.commit_all(orders).await?;
        if person.id == "rosa" {
            others::write_about(store, id, now).await?;
        }
        filled.push(id);
    }
    tell_nothing_of(store, &filled, now).await
}

/// What they are shown to have said was long before: nobody is told of it now.
async fn tell_nothing_of(store: &dyn Store, filled: &[ClaimantId], now: Now) -> Result<(), StoreError> {
    while !filled.is_empty() {
        let claimed = store.claim(now.at).await?;
        let (told, others): (Vec<_>, Vec<_>) = claimed.iter().partition(|one| filled.contains(&one.claimant));
        for one in others {
            store.settle(one, Settled::Later(now.at)).await?;
        }
        for one in &told {
            store.settle(one, Settled::Done).await?;
        }
        if told.is_empty() {
            break;
        }
    }
    Ok(())
}

/// What each of them has said.
fn story(id: &str, now: Now) -> Vec<Command> {
    match id {
        "alex" => alex(),
        "rosa" => vec![goal(50, "Go back to the allotment", Some(Area::OutAndAbout), Audience::CaseWorker)],
        "priya" => priya(now),
        "tom" => vec![goal(30, "Sleep through the night", Some(Area::Health), Audience::OnlyMe), Command::Stop],
        "megan" => vec![
            Command::SetReading {
                on: Version(0),
                reading: Reading { language: Language::Welsh, ..Reading::default() },
            },
            goal(40, "Canu mewn côr eto", Some(Area::People), Audience::Both),
        ],
        _ => Vec::new(),
    }
}

fn alex() -> Vec<Command> {
    vec![
        goal(10, "Get out of the house", Some(Area::OutAndAbout), Audience::CaseWorker),
        goal(
            11,
            "Understand the letters about my rent.\nSomeone to read them with me.",
            Some(Area::Money),
            Audience::CaseWorker,
        ),
        goal(12, "See my brother more", Some(Area::People), Audience::OnlyMe),
        Command::MarkGoal { id: GoalId(uuid(10)), on: Version(2), stage: Stage::Doing },
        Command::SetFormats { on: Version(0), formats: formats(&[Format::Phone, Format::Writing]) },
        Command::SetPace {
            on: Version(0),
            pace: Pace { longest: 20, gap: 21, most: Some(2), notice: 7, reminders: vec![Reminder::DayBefore] },
        },
        Command::SetTimes { on: Version(0), times: Times { week: afternoons(&[1, 3]) } },
        Command::SetWithMe {
            on: Version(0),
            with_me: WithMe {
                companion: Text::parse("my sister").ok(),
                adjustments: vec![Adjustment::AgendaBefore, Adjustment::MoreTime],
                ..WithMe::default()
            },
        },
        Command::SetWays {
            on: Version(0),
            ways: Ways {
                ways: vec![
                    Way { channel: Channel::Text, detail: Text::parse("07700 900123").ok() },
                    Way { channel: Channel::Here, detail: None },
                ],
                hours: afternoons(&[0, 1, 2, 3, 4]),
            },
        },
        Command::SetSafe {
            on: Version(0),
            safe: own_terms_domain::contact::Safe {
                rules: vec![SafeRule::AskIfSafe, SafeRule::NothingInMessages],
                ..Default::default()
            },
        },
        Command::SetWish {
            on: Version(0),
            draft: WishDraft {
                answer: WishAnswer::Talk,
                about: Text::parse("the letters about my rent").ok(),
                not_about: Text::parse("my last job").ok(),
                until: None,
            },
        },
    ]
}

fn priya(now: Now) -> Vec<Command> {
    vec![
        goal(20, "Finish the quilt", Some(Area::Home), Audience::Carers),
        Command::AddBreak { on: Version(0), a_break: appointments::rest(now) },
    ]
}

fn goal(number: u128, words: &str, area: Option<Area>, audience: Audience) -> Command {
    let words = Text::parse(words).unwrap_or_else(|_| unreachable!("the demonstration's words are text"));
    Command::AddGoal { id: GoalId(uuid(number)), draft: GoalDraft { words, area, audience } }
}

fn formats(formats: &[Format]) -> Formats {
    Formats { meetings: formats.iter().map(|format| Meeting { format: *format, place: None }).collect() }
}

/// 1pm to 5pm on these days, counted from Monday.
fn afternoons(days: &[usize]) -> WeekHours {
    let time = |hour| jiff::civil::Time::constant(hour, 0, 0, 0);
    let mut week = WeekHours::default();
    for day in days {
        week.days[*day] = Window::new(time(13), time(17)).ok();
    }
    week
}

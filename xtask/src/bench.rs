//! Measures what README and docs claim: processor time a request, waits, memory, the first answer.
//!
//! The server is the release build with its demonstration, in a process of its own; this process asks. On two cores the two
//! share them, so the time that is compared is the server's own, as the system counts it, and not the clock's.

mod asking;
mod process;

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use clap::Args;

use self::{
    asking::{Browser, many},
    process::Server,
};
use crate::{build, paths};

/// How many goals "200 records" are, at most: as many as one person can hold.
const RECORDS: usize = 200;

/// How many items and looks the one has who has much.
const ITEMS: usize = 10_000;
const LOOKS: usize = 100_000;

/// How to measure.
#[derive(Args)]
pub struct Options {
    /// How many ask at once
    #[arg(long, default_value_t = 32)]
    connections: usize,
    /// How long each page is asked for
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Also measure the pages of someone with 10,000 items and 100,000 looks, which takes minutes to put in
    #[arg(long)]
    large: bool,
    /// Measure this server instead of building one, to compare what was with what is
    #[arg(long, value_name = "FILE")]
    binary: Option<PathBuf>,
}

/// What was measured of one kind of request.
pub struct Measured {
    /// How long each request took, shortest first.
    pub waits: Vec<Duration>,
    /// How long all of them took.
    pub whole: Duration,
    /// The processor time that the server took for them.
    pub processor: Duration,
}

/// Builds, serves and measures; prints a table.
pub fn bench(options: &Options) -> Result<()> {
    let binary = options.binary.clone().map_or_else(|| build::all(true), Ok)?;
    let folder = paths::built().join("bench");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    let begun = Instant::now();
    let server = Server::start(&binary, &folder)?;
    let first = begun.elapsed();
    let idle = server.memory()?;
    let long = Duration::from_secs(options.seconds);

    println!("  {:<28} {:>9} {:>12} {:>9} {:>9}", "", "a second", "processor", "median", "99 of 100");
    let nobody = || Ok(Browser::new(&server.url));
    row("sign-in page", &many(&server, options.connections, long, nobody, |browser| browser.get("/sign-in"))?);
    let alex = || Browser::signed_in(&server.url, "alex");
    row("home, signed in", &many(&server, options.connections, long, alex, |browser| browser.get("/home"))?);

    let mut sam = Browser::signed_in(&server.url, "sam")?;
    for number in 1..=RECORDS {
        sam.add_goal(number)?;
    }
    let sam = || Browser::signed_in(&server.url, "sam");
    row("200 records", &many(&server, options.connections, long, sam, |browser| browser.get("/goals"))?);
    row("what is held, 200 records", &many(&server, options.connections, long, sam, |browser| browser.get("/held"))?);
    let people = ["alex", "priya", "megan", "sam"];
    let mut next = people.iter().cycle();
    let saver = || Browser::signed_in(&server.url, next.next().copied().unwrap_or("alex"))?.about_to_save();
    row("a save, synced to the disk", &many(&server, people.len(), long, saver, Browser::save)?);

    if options.large {
        large(&server, &binary, options)?;
    }

    let after = server.memory()?;
    println!("  first answer of an empty database with its demonstration: {} ms", first.as_millis());
    println!("  memory: {} MiB idle, {} MiB after all this", idle >> 20, after >> 20);
    Ok(())
}

/// The same pages of someone with a hundred times as much as anyone has, beside those of someone who just fills each.
fn large(server: &Server, binary: &Path, options: &Options) -> Result<()> {
    let (records, looks) = (ITEMS.to_string(), LOOKS.to_string());
    server.seed(binary, &["--of", "megan", "--goals", "0", "--looks", "100", "--records", "20"])?;
    server.seed(binary, &["--of", "priya", "--goals", "0", "--looks", &looks, "--records", &records])?;
    let long = Duration::from_secs(options.seconds);
    let saving = |person| move || Browser::signed_in(&server.url, person)?.about_to_save();
    for (person, what) in [("megan", "20 items, 100 looks"), ("priya", "10,000 items, 100,000 looks")] {
        println!("  {what}:");
        let browser = || Browser::signed_in(&server.url, person);
        let middle = Browser::signed_in(&server.url, person)?.middle_of("referral")?;
        let kind = middle.unwrap_or_else(|| "/held/kind?what=goal".to_owned());
        for (what, path) in [
            ("home", "/home"),
            ("what is held", "/held"),
            ("a page of a kind", &kind),
            ("who looked", "/held/looks"),
            ("receipts", "/receipts"),
        ] {
            let what = format!("  {what}");
            row(&what, &many(server, options.connections, long, browser, |browser| browser.get(path))?);
        }
        row("  a save, one at a time", &many(server, 1, long, saving(person), Browser::save)?);
    }
    Ok(())
}

fn row(what: &str, measured: &Measured) {
    let count = measured.waits.len();
    let at = |percent: usize| measured.waits.get(count * percent / 100).copied().unwrap_or_default();
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    println!(
        "  {what:<28} {:>9.0} {:>9.3} ms {:>6.1} ms {:>6.1} ms",
        f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / measured.whole.as_secs_f64(),
        millis(measured.processor) / f64::from(u32::try_from(count.max(1)).unwrap_or(u32::MAX)),
        millis(at(50)),
        millis(at(99)),
    );
}

/// The text between two others.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Result<&'a str> {
    let found = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    let (found, _) = found.with_context(|| format!("a page has no {before}"))?;
    ensure!(!found.is_empty(), "a page has nothing after {before}");
    Ok(found)
}

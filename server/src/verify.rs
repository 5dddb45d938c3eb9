//! `own-terms verify`: the check of a file of receipts on the command line, without a database and without the service.

use std::{
    fmt::Write as _,
    fs::File,
    io::{self, Read, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use own_terms_app::{frame::Frame, pages::check::words, speaking::speaking, t};
use own_terms_check::{
    Found, MOST_BYTES, found,
    said::{Said, SaidFault},
};
use own_terms_receipt::{keys::PublicKey, read::published_keys};

use crate::clock::LONDON;

/// What to check, and against what.
#[derive(Debug, Args)]
pub struct Verify {
    /// The file of receipts, as it was downloaded, or one with the letters of a code from paper; - for standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// A copy of the published keys, from /check/keys of the service. Without it nothing shows that the keys in the file are the service's.
    #[arg(long, env = "OWN_TERMS_KEYS", value_name = "KEYS.json")]
    pub keys: Option<PathBuf>,
}

/// Why nothing was checked.
#[derive(Debug)]
pub enum NotChecked {
    /// The file cannot be read.
    NotThere(PathBuf, io::Error),
    /// It is larger than is checked at once.
    TooLarge(PathBuf),
    /// It is no text.
    NoText(PathBuf),
    /// It should hold published keys.
    NoKeys(PathBuf),
    /// It holds the letters of a code, and no keys were named.
    KeysNeeded(PathBuf),
}

/// Checks the file and prints what was found; the exit says whether all is well.
///
/// # Errors
/// [`NotChecked`], in words.
pub fn verify(options: &Verify) -> Result<ExitCode, String> {
    let said = |error: NotChecked| speaking(frame(), || say_not_checked(&error));
    let keys = options.keys.as_deref().map(read_keys).transpose().map_err(said)?;
    let text = read(&options.file).map_err(said)?;
    let found = found(&text, keys.as_deref());
    // A code has no room for keys of its own.
    if keys.is_none() && matches!(found, Found::Code(_)) {
        return Err(said(NotChecked::KeysNeeded(options.file.clone())));
    }
    let printed = speaking(frame(), || {
        let mut lines = t!("verify-file", file = options.file.display().to_string()) + "\n";
        if let Some(keys) = &options.keys {
            lines += &(t!("verify-keys", file = keys.display().to_string()) + "\n");
        }
        lines + &print(&words(&text, &found, keys.is_some()))
    });
    // Whoever reads may have gone; the exit still says how it went.
    let _ = io::stdout().write_all(printed.as_bytes());
    Ok(if found.is_well() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Moments by the clock on the wall; the command line speaks English.
fn frame() -> Frame {
    Frame { zone: LONDON.clone(), ..Frame::empty() }
}

fn read_keys(file: &Path) -> Result<Vec<PublicKey>, NotChecked> {
    published_keys(&read(file)?).ok_or_else(|| NotChecked::NoKeys(file.to_owned()))
}

fn read(file: &Path) -> Result<String, NotChecked> {
    let not_there = |error| NotChecked::NotThere(file.to_owned(), error);
    let from: Box<dyn Read> =
        if file == "-" { Box::new(io::stdin()) } else { Box::new(File::open(file).map_err(not_there)?) };
    let mut bytes = Vec::new();
    // One more than is taken, so that it is known whether there was more.
    from.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(not_there)?;
    if bytes.len() > MOST_BYTES {
        return Err(NotChecked::TooLarge(file.to_owned()));
    }
    String::from_utf8(bytes).map_err(|_| NotChecked::NoText(file.to_owned()))
}

fn say_not_checked(error: &NotChecked) -> String {
    let name = |file: &PathBuf| file.display().to_string();
    match error {
        NotChecked::NotThere(file, why) => t!("verify-not-there", file = name(file), why = why.to_string()),
        NotChecked::TooLarge(file) => t!("verify-too-large", file = name(file)),
        NotChecked::NoText(file) => t!("verify-no-text", file = name(file)),
        NotChecked::NoKeys(file) => t!("verify-no-keys", file = name(file)),
        NotChecked::KeysNeeded(file) => t!("verify-keys-needed", file = name(file)),
    }
}

/// The answer first, then what is wrong, then the details.
fn print(said: &Said) -> String {
    let mut lines = format!("\n{}\n", said.heading);
    // Writing to a string cannot fail.
    for text in &said.lead {
        let _ = writeln!(lines, "{text}");
    }
    for SaidFault { place, what, means, now } in &said.faults {
        let _ = write!(lines, "\n- {place}: {what}\n  {means}\n");
        if let Some((says, line)) = now {
            let _ = write!(lines, "  {says}\n    {line}\n");
        }
    }
    if let Some(more) = &said.more {
        let _ = write!(lines, "\n{more}\n");
    }
    if !said.facts.is_empty() {
        let _ = write!(lines, "\n{}\n", said.about);
    }
    for (what, of) in &said.facts {
        let _ = writeln!(lines, "- {what}: {}", of.join(", "));
    }
    lines
}

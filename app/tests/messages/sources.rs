//! Which messages the code asks for, read from its sources.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::{
    account::{Device, Origin, SignedInBy},
    agreement,
    appointment::{self, Coming},
    carer::{DeviceUse, Status},
    carrying_on::Touch,
    catalogue::{Basis, Purpose, Retention, Seen},
    consent::{self, Length},
    contact::{Channel, SafeRule},
    desk::Said,
    form::ErrorKind,
    goals::{Area, Audience, Stage},
    item::Kind,
    listing::Topic,
    look::{Law, Reason, Subject},
    oversight::Cause,
    permission::Scope,
    photo::NotAPhoto,
    reading::{Choice, Contrast, Language, Spacing, TextSize},
    recovery::{Status as Recovers, Through},
    sight::{Sees, Viewer, Why},
    staff::{Role, Training},
    standing::ComeBack,
    terms::{Adjustment, Format, Interpreter, Reminder},
    ticket,
};
use own_terms_receipt::check::Wrong;

/// Messages whose ids the code puts together: what they begin with, the part that changes, what they end in.
struct Family(&'static str, Vec<String>, &'static str);

/// Where a correction can stand.
const PROGRESS: [&str; 4] = ["open", "in-progress", "done", "refused"];

/// Who acts.
const ACTORS: [&str; 9] =
    ["claimant", "carer", "case-worker", "system", "supervisor", "organisation", "code-holder", "calendar", "service"];

/// Every family. The choices come from the domain itself, so that a new choice without words is found, and words
/// for a choice that is gone.
fn families() -> Vec<Family> {
    let with_detail = Channel::ALL.iter().filter(|channel| channel.needs_detail());
    vec![
        Family("accessibility-can-", numbers(1, 6), ""),
        Family("accessibility-short-", numbers(1, 4), ""),
        Family("actor-", names(&ACTORS), ""),
        Family("adjustment-", ids::<Adjustment>(), ""),
        Family("agreement-status-", ids::<agreement::Status>(), ""),
        Family("appointment-status-", ids::<appointment::Status>(), ""),
        Family("area-", and_none(ids::<Area>()), ""),
        Family("audience-", ids::<Audience>(), ""),
        Family("audience-said-", ids::<Audience>(), ""),
        Family("basis-", ids::<Basis>(), ""),
        Family("can-see-", ids::<Why>(), ""),
        Family("carer-status-", ids::<Status>(), ""),
        Family("cause-", ids::<Cause>(), ""),
        Family("channel-", ids::<Channel>(), ""),
        Family("channel-title-", ids::<Channel>(), ""),
        Family("channel-detail-", with_detail.map(|channel| channel.id().to_owned()).collect(), ""),
        Family("code-by-", names(&ACTORS), ""),
        Family("come-back-", ids::<ComeBack>(), ""),
        Family("coming-", ids::<Coming>(), ""),
        Family("come-back-", ids::<ComeBack>(), "-what"),
        Family("consent-length-", ids::<Length>(), ""),
        Family("consent-purpose-", ids::<consent::Purpose>(), ""),
        Family("consent-status-", ids::<consent::Status>(), ""),
        Family("contrast-", ids::<Contrast>(), ""),
        Family("copy-", ids::<FileKind>(), ""),
        Family(
            "csv-",
            names(&["kind", "said", "stands", "who", "when", "seen", "why", "basis", "until", "version", "id"]),
            "",
        ),
        Family("desk-agreement-", names(&["proposed", "deferred", "asking-doctor", "agreed"]), ""),
        Family("desk-consent-status-", names(&["requested", "deferred", "asking-doctor", "given", "renewed"]), ""),
        Family("desk-group-", ids::<Said>(), ""),
        Family("desk-group-", ids::<Said>(), "-what"),
        Family("desk-purpose-", ids::<consent::Purpose>(), ""),
        Family("desk-sees-", ids::<Role>(), ""),
        Family("desk-staff-way-", names(&["passkey", "provider"]), ""),
        Family("device-", ids::<Device>(), ""),
        Family("device-", ids::<DeviceUse>(), ""),
        Family("download-", ids::<FileKind>(), ""),
        Family("download-", ids::<FileKind>(), "-what"),
        Family("download-", ids::<FileKind>(), "-link"),
        Family("error-photo-", ids::<NotAPhoto>(), ""),
        Family("format-", ids::<Format>(), ""),
        Family("format-title-", and_none(ids::<Format>()), ""),
        Family("frame-", names(&["home", "goals", "contact", "appointments", "notes"]), ""),
        Family("held-waiting-", ids::<ticket::Purpose>(), ""),
        Family("interpreter-coming-", ids::<Coming>(), ""),
        Family("interpreter-", and_none(ids::<Interpreter>()), ""),
        Family("kind-", ids::<Kind>(), ""),
        Family("language-", ids::<Language>(), ""),
        Family("law-", ids::<Law>(), ""),
        Family("look-", names(&["when", "who", "why", "what", "outcome"]), ""),
        Family("mark-", names(&["call", "gap", "full", "break", "closed"]), ""),
        Family("month-", numbers(1, 12), ""),
        Family("month-parts-", numbers(0, 7), ""),
        Family("origin-", ids::<Origin>(), ""),
        Family("privacy-", names(&["what", "why", "basis", "until", "seen"]), ""),
        Family("privacy-point-", numbers(1, 5), ""),
        Family("progress-", names(&PROGRESS), ""),
        Family("progress-", names(&PROGRESS), "-next"),
        Family("purpose-", ids::<Purpose>(), ""),
        Family("rank-", numbers(1, Format::ALL.len().max(Channel::ALL.len())), ""),
        Family("reason-", ids::<Reason>(), ""),
        Family("recovery-status-", ids::<Recovers>(), ""),
        Family("recovery-through-", ids::<Through>(), ""),
        Family("reminder-", ids::<Reminder>(), ""),
        Family("retention-", ids::<Retention>(), ""),
        Family("safe-rule-", ids::<SafeRule>(), ""),
        Family("scope-", ids::<Scope>(), ""),
        Family("scope-", ids::<Scope>(), "-what"),
        Family("seen-", ids::<Seen>(), ""),
        Family("settings-", names(&["size", "spacing", "contrast"]), ""),
        Family("settings-device-", names(&["shared", "own"]), ""),
        Family("session-on-", ids::<Device>(), ""),
        Family("signed-in-by-", ids::<SignedInBy>(), ""),
        Family("size-", ids::<TextSize>(), ""),
        Family("spacing-", ids::<Spacing>(), ""),
        Family("stage-", ids::<Stage>(), ""),
        Family("staff-role-", ids::<Role>(), ""),
        Family("start-promise-", numbers(1, 6), ""),
        Family("stop-happens-", numbers(1, 4), ""),
        Family("subject-", ids::<Subject>(), ""),
        Family("sees-", ids::<Sees>(), ""),
        Family("touch-", ids::<Touch>(), ""),
        Family("topic-", and_none(ids::<Topic>()), ""),
        Family("training-", ids::<Training>(), ""),
        Family("viewer-", ids::<Viewer>(), ""),
        Family("weekday-", numbers(1, 7), ""),
        Family("wrong-", ids::<Wrong>(), ""),
        Family("wrong-", ids::<Wrong>(), "-means"),
        Family("", names(&["formats", "with-me", "pace", "times"]), "-what"),
    ]
}

fn ids<C: Choice>() -> Vec<String> {
    C::ALL.iter().map(|choice| choice.id().to_owned()).collect()
}

fn and_none(mut ids: Vec<String>) -> Vec<String> {
    ids.push("none".to_owned());
    ids
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn numbers(from: usize, to: usize) -> Vec<String> {
    (from..=to).map(|number| number.to_string()).collect()
}

/// Every id that the code puts together.
pub fn built() -> Vec<String> {
    let ids =
        |Family(before, parts, after): Family| parts.into_iter().map(move |part| format!("{before}{part}{after}"));
    families().into_iter().flat_map(ids).collect()
}

/// The families that no source seems to put together any more.
pub fn families_nobody_builds() -> Vec<String> {
    let literals = Used::new().literals;
    let is_built = |Family(before, _, after): &Family| {
        literals.iter().any(|literal| {
            literal == before.trim_end_matches('-')
                || !before.is_empty() && literal.starts_with(&format!("{before}{{"))
                || before.is_empty() && literal.ends_with(&format!("}}{after}"))
        })
    };
    families()
        .iter()
        .filter(|family| !is_built(family))
        .map(|Family(b, _, a)| format!("nothing builds {b}…{a}"))
        .collect()
}

/// Messages that nothing says yet, and why they stay.
pub const NOT_SAID_YET: &[(&str, &str)] = &[];

/// What the code uses.
pub struct Used {
    literals: BTreeSet<String>,
    built: BTreeSet<String>,
}

impl Used {
    /// Reads the sources.
    pub fn new() -> Self {
        let literals = sources().into_iter().flat_map(|source| literals(&source.text)).map(|literal| literal.text);
        Self { literals: literals.collect(), built: built().into_iter().collect() }
    }

    /// True when something says message `id`.
    pub fn is_used(&self, id: &str) -> bool {
        let after = |before: &str| id.strip_prefix(before);
        let has = |literal: &str| self.literals.contains(literal);
        has(id)
            || self.built.contains(id)
            // What was done is named by the server.
            || after("done-").is_some_and(has)
            // A failure's text is its title's id, shortened.
            || after("failure-").is_some_and(|_| has(&format!("{id}-title")))
            // A mistake, or a mistake in one field.
            || after("error-").is_some_and(|rest| {
                ErrorKind::ALL.iter().any(|kind| match rest.strip_suffix(kind.id()).map(|field| field.strip_suffix('-')) {
                    Some(Some(field)) => has(field),
                    Some(None) => rest == kind.id(),
                    None => false,
                })
            })
    }
}

/// Each message asked for by its whole id: where, and the id.
pub fn asked_for() -> Vec<(String, String)> {
    let of = |source: Source| {
        let asked = asked_for_in(&source.text).into_iter();
        asked.map(move |(line, id)| (format!("{}:{line}", source.path.display()), id))
    };
    sources().into_iter().flat_map(of).collect()
}

/// The same in one source: the line, and the id.
pub fn asked_for_in(source: &str) -> Vec<(usize, String)> {
    const ASKING: &[&str] = &["t!(", "say(", "say_if_any(", "Page::new("];
    let asks = |literal: &Literal| ASKING.iter().any(|call| ends_in_call(&literal.before, call));
    literals(source).into_iter().filter(asks).map(|literal| (literal.line, literal.text)).collect()
}

/// True when code ends in this very call, and not in one whose name only ends in the same letters.
fn ends_in_call(code: &str, call: &str) -> bool {
    code.strip_suffix(call).is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

struct Source {
    path: PathBuf,
    text: String,
}

/// The sources of the pages, of what names fields and choices, and of the server.
fn sources() -> Vec<Source> {
    let app = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> =
        ["src", "check/src", "domain/src", "../server/src"].map(|folder| app.join(folder)).into();
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && let Ok(text) = fs::read_to_string(&path)
            {
                sources.push(Source { path, text });
            }
        }
    }
    sources
}

/// A string in a source.
struct Literal {
    text: String,
    line: usize,
    /// The end of the code before it, without spaces.
    before: String,
}

/// The strings of a source, without its comments. As much of the grammar as that takes.
fn literals(source: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut before = String::new();
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let line = || source[..source.len() - rest.len()].matches('\n').count() + 1;
        if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
        } else if let Some((text, after)) = raw_string(rest) {
            found.push(Literal { text: text.to_owned(), line: line(), before: std::mem::take(&mut before) });
            rest = after;
        } else if let Some(start) = rest.strip_prefix('"') {
            let end = unescaped_quote(start);
            found.push(Literal { text: start[..end].to_owned(), line: line(), before: std::mem::take(&mut before) });
            rest = start.get(end + 1..).unwrap_or_default();
        } else if let Some(after) = character(rest) {
            before.clear();
            rest = after;
        } else {
            if !next.is_whitespace() {
                before.push(next);
            }
            rest = &rest[next.len_utf8()..];
        }
    }
    found
}

/// A raw string at the beginning of `code`, and what follows it.
fn raw_string(code: &str) -> Option<(&str, &str)> {
    let start = code.strip_prefix('r')?;
    let hashes = start.len() - start.trim_start_matches('#').len();
    let inside = start[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    inside.split_once(end.as_str())
}

/// Where the quotation mark is that ends a string.
fn unescaped_quote(inside: &str) -> usize {
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    inside.len()
}

/// What follows a character such as `'"'` at the beginning of `code`; nothing for a lifetime.
fn character(code: &str) -> Option<&str> {
    let inside = code.strip_prefix('\'')?;
    let escape = inside.starts_with('\\');
    let end = inside.char_indices().skip(if escape { 2 } else { 1 }).find(|(_, c)| *c == '\'' || !escape)?;
    (end.1 == '\'').then(|| &inside[end.0 + 1..])
}

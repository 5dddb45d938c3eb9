//! What the pages say: messages from the Fluent files, in the reader's language, with dates and times as people say them.

use std::{borrow::Cow, sync::LazyLock};

pub use fluent_bundle::{FluentArgs, FluentValue};
use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use jiff::civil::{Date, Time, Weekday};
use leptos::prelude::use_context;
use own_terms_domain::reading::{Choice, Language};

type Bundle = FluentBundle<FluentResource>;

/// The message files of every journey in every language, put into the binary.
macro_rules! messages {
    ($($journey:ident),* $(,)?) => {
        [$(
            (Language::English, stringify!($journey), include_str!(concat!("../locales/en/", stringify!($journey), ".ftl"))),
            (Language::Welsh, stringify!($journey), include_str!(concat!("../locales/cy/", stringify!($journey), ".ftl"))),
        )*]
    };
}

/// Each journey's messages, in each language: `(language, journey, text of the file)`.
pub const FILES: &[(Language, &str, &str)] = &messages![
    common,
    controls,
    public,
    home,
    goals,
    contact,
    desk,
    talk,
    appointments,
    held,
    records,
    people,
    network,
    photo,
    carers,
    sharing,
    offers,
    calendar,
    notes,
    download,
    receipts,
    check,
    stop,
    signing,
    letter,
    passkey,
    provider,
    recovery,
    settings
];

static BUNDLES: LazyLock<Vec<Bundle>> =
    LazyLock::new(|| Language::ALL.iter().map(|language| bundle(*language)).collect());

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![match language {
        Language::English => unic_langid::langid!("en-GB"),
        Language::Welsh => unic_langid::langid!("cy"),
    }]);
    for (_, _, text) in FILES.iter().filter(|(of, _, _)| *of == language) {
        // A message file that cannot be read whole is caught by the tests of the files; what can be read is used.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(some, _)| some);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The language of the page being rendered.
pub fn language() -> Language {
    use_context::<Language>().unwrap_or(Language::English)
}

/// Says message `id` in the language of the page.
pub fn say(id: &str, args: Option<&FluentArgs>) -> String {
    say_in(language(), id, args)
}

/// Says message `id` in `language`; in English when it has none, and `⟦id⟧`, which the tests look for, when neither has.
pub fn say_in(language: Language, id: &str, args: Option<&FluentArgs>) -> String {
    find(language, id, args).or_else(|| find(Language::English, id, args)).unwrap_or_else(|| format!("⟦{id}⟧"))
}

/// Says message `id`, if there is one in the language of the page.
pub fn say_if_any(id: &str, args: Option<&FluentArgs>) -> Option<String> {
    find(language(), id, args)
}

/// True when there is a message `id`, in English at least.
pub fn has(id: &str) -> bool {
    BUNDLES.first().is_some_and(|english| english.has_message(id))
}

fn find(language: Language, id: &str, args: Option<&FluentArgs>) -> Option<String> {
    let bundle = &BUNDLES[Language::ALL.iter().position(|l| *l == language)?];
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, args, &mut errors);
    Some(without_needless_isolates(said))
}

/// Fluent puts direction isolates round every value. They matter where the value's direction may differ from
/// the sentence's; round plain left-to-right text they only clutter what is copied, searched and spelled out.
fn without_needless_isolates(said: Cow<'_, str>) -> String {
    let may_turn = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if said.contains('\u{2068}') && !said.contains(may_turn) {
        said.replace(['\u{2068}', '\u{2069}'], "")
    } else {
        said.into_owned()
    }
}

/// Says a message in the language of the page: `t!("home-hello", name = name)`.
#[macro_export]
macro_rules! t {
    ($id:expr) => { $crate::i18n::say(&$id, None) };
    ($id:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::i18n::FluentArgs::new();
        $(args.set(stringify!($name), $crate::i18n::FluentValue::from($value));)+
        $crate::i18n::say(&$id, Some(&args))
    }};
}

/// A day in full, without the year when it is near: "Tuesday 3 March".
pub fn say_date(date: Date) -> String {
    t!(
        "date-full",
        weekday = say_weekday(date.weekday()),
        day = i64::from(date.day()),
        month = say_month(date),
        year = i64::from(date.year()).to_string()
    )
}

/// The name of a day of the week.
pub fn say_weekday(weekday: Weekday) -> String {
    say(&format!("weekday-{}", weekday.to_monday_one_offset()), None)
}

/// The name of a month.
pub fn say_month(date: Date) -> String {
    say(&format!("month-{}", date.month()), None)
}

/// A time as people say it: "2pm", "2:30pm", "midday".
pub fn say_time(time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    if (hour, minute) == (12, 0) {
        return say("time-midday", None);
    }
    let twelve = match hour % 12 {
        0 => 12,
        other => other,
    };
    let clock = if minute == 0 { twelve.to_string() } else { format!("{twelve}:{minute:02}") };
    let id = if hour < 12 { "time-am" } else { "time-pm" };
    t!(id, clock = clock)
}

/// Several things as a sentence lists them: "a, b and c".
pub fn say_list(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., last] => t!("list-and", start = start.join(", "), last = last.clone()),
    }
}

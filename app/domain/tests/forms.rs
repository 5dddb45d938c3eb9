//! Forms: whatever is sent there is an answer; whatever can be kept comes back as it was.

use own_terms_domain::{
    contact::{Safe, Ways, WishDraft},
    dates::parse_date,
    decide::{Command, decide},
    form::{ErrorKind, Fields, Parse},
    goals::GoalDraft,
    item::Version,
    profile::Profile,
    reading::{Choice, Reading},
    terms::{Break, Formats, Pace, Times, WithMe},
    text::{Line, OwnWords, Text},
    time::Now,
};
use proptest::{collection::vec, prelude::*, sample::select, strategy::SBoxedStrategy};
use std::sync::LazyLock;

use crate::given::{self, ME, Model, REAL, cases, now, now_at};

/// Every name of a field that some form has, and some that none has.
fn names() -> Vec<String> {
    let fixed = [
        "name",
        "words",
        "area",
        "audience",
        "stage",
        "answer",
        "about",
        "not-about",
        "until",
        "from",
        "rules",
        "word",
        "avoid",
        "companion",
        "interpreter",
        "language",
        "adjustments",
        "also",
        "longest",
        "gap",
        "most",
        "notice",
        "reminders",
        "size",
        "spacing",
        "contrast",
        "version",
        "token",
        "do",
        "at",
        "",
        "\0",
        "rank-",
        "from-0",
        "from-8",
    ];
    let ranks = ["writing", "phone", "video", "my-place", "elsewhere", "here", "letter", "email", "text"];
    let ranked = ranks.iter().flat_map(|id| [format!("rank-{id}"), format!("detail-{id}"), format!("place-{id}")]);
    let days = (1..=7).flat_map(|day| [format!("from-{day}"), format!("until-{day}")]);
    fixed.iter().map(|name| (*name).to_owned()).chain(ranked).chain(days).collect()
}

/// What might be sent: the right things, nearly right things, and anything at all.
fn value() -> impl Strategy<Value = String> {
    static ANY: LazyLock<SBoxedStrategy<String>> = LazyLock::new(|| any::<String>().sboxed());
    static DATES: LazyLock<SBoxedStrategy<String>> = LazyLock::new(|| {
        proptest::string::string_regex("[0-9]{1,5}[-/. ][0-9+]{1,3}[-/. ][0-9]{1,5}").unwrap().sboxed()
    });
    let near = select(vec![
        "",
        " ",
        "yes",
        "no",
        "not-now",
        "home",
        "only-me",
        "case-worker",
        "1",
        "2",
        "9",
        "0",
        "-1",
        "+1",
        "99999999999999999999",
        "09:00",
        "17:00",
        "9:00",
        "24:00",
        "20:30",
        "2027-02-29",
        "2028-02-29",
        "31/12/2999",
        "1/1/1999",
        "0000-00-00",
        "usual",
        "larger",
        "en",
        "cy",
        "7",
        "30",
        "07700 900123",
        "+44 7700 900123",
        "a@b.wales",
        "a@b",
        "SW1A 1AA",
        "bsl",
        "\0",
        "\u{202e}",
        "\u{200b}",
        "\u{feff}",
        "\r\n",
        "\r",
        "٣",
        "१२",
        "1\u{301}",
        "\u{1f9d1}\u{200d}\u{1f9bd}",
        "</textarea><script>",
        "a\0b",
        "\u{85}",
        "\u{7f}",
        "\u{fffd}",
    ])
    .prop_map(str::to_owned);
    let long = (select(vec!["a", "\u{301}", "\u{1f468}", "\0", "0", "\r", "@."]), 190..2100_usize)
        .prop_map(|(part, times)| part.repeat(times));
    prop_oneof![6 => near, 2 => DATES.clone(), 2 => ANY.clone(), 1 => long, 1 => select(REAL).prop_map(str::to_owned)]
}

fn fields() -> impl Strategy<Value = Fields> {
    let name = prop_oneof![20 => select(names()), 1 => any::<String>()];
    vec((name, value()), 0..30).prop_map(|pairs| pairs.into_iter().collect())
}

/// An answer; with mistakes whenever it is no.
fn answers<F: Parse>(fields: &Fields, now: Now) -> bool {
    match F::parse(fields, now) {
        Ok(form) => F::parse(&form.fields(), now).is_ok(),
        Err(errors) => !errors.is_empty(),
    }
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn whatever_is_sent_there_is_an_answer(fields in fields(), now in now()) {
        prop_assert!(answers::<Profile>(&fields, now), "profile");
        prop_assert!(answers::<GoalDraft>(&fields, now), "goal");
        prop_assert!(answers::<WishDraft>(&fields, now), "wish");
        prop_assert!(answers::<Ways>(&fields, now), "ways");
        prop_assert!(answers::<Safe>(&fields, now), "safe");
        prop_assert!(answers::<Formats>(&fields, now), "formats");
        prop_assert!(answers::<WithMe>(&fields, now), "with me");
        prop_assert!(answers::<Pace>(&fields, now), "pace");
        prop_assert!(answers::<Times>(&fields, now), "times");
        prop_assert!(answers::<Break>(&fields, now), "break");
        prop_assert!(answers::<Reading>(&fields, now), "reading");
        let _ = Version::parse(fields.get("version"));
    }

    #[test]
    fn text_that_is_kept_is_kept_as_typed(typed in value()) {
        if let Ok(text) = OwnWords::parse(&typed) {
            prop_assert_eq!(text.as_str(), typed.replace("\r\n", "\n").replace('\r', "\n"));
            prop_assert!(!typed.contains('\0'));
            prop_assert_eq!(OwnWords::parse(text.as_str()), Ok(text.clone()));
            // And through the store's own form.
            let stored = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(serde_json::from_str::<OwnWords>(&stored).unwrap(), text);
        }
    }

    #[test]
    fn a_date_is_one_that_exists_or_none(typed in value()) {
        if let Ok(date) = parse_date(&typed) {
            prop_assert!((2000..=2999).contains(&date.year()));
            prop_assert_eq!(parse_date(&date.to_string()), Ok(date));
        }
    }
}

/// What was filled in comes back as it was.
macro_rules! comes_back {
    ($($name:ident: $type:ty = $given:expr),* $(,)?) => {
        proptest! {
            #![proptest_config(cases(300))]
            $(
                #[test]
                fn $name(value in $given) {
                    let now = now_at("2027-03-01T12:00:00Z".parse().unwrap());
                    prop_assert_eq!(<$type>::parse(&value.fields(), now), Ok(value.clone()));
                    // Browsers send \r\n for every end of a line.
                    let fields = value.fields();
                    let sent: Fields =
                        fields.iter().map(|(name, value)| (name, value.replace('\n', "\r\n"))).collect();
                    prop_assert_eq!(<$type>::parse(&sent, now), Ok(value));
                }
            )*
        }
    };
}

fn first_of_march() -> Now {
    now_at("2027-03-01T12:00:00Z".parse().unwrap())
}

comes_back! {
    a_profile_comes_back_as_it_was: Profile = given::profile(),
    a_goal_comes_back_as_it_was: GoalDraft = given::goal_draft(),
    a_wish_comes_back_as_it_was: WishDraft = given::wish_draft(first_of_march()),
    ways_come_back_as_they_were: Ways = given::ways(),
    safety_comes_back_as_it_was: Safe = given::safe(),
    formats_come_back_as_they_were: Formats = given::formats(),
    with_me_comes_back_as_it_was: WithMe = given::with_me(),
    pace_comes_back_as_it_was: Pace = given::pace(),
    times_come_back_as_they_were: Times = given::times(),
    a_break_comes_back_as_it_was: Break = given::a_break(first_of_march()),
    reading_comes_back_as_it_was: Reading = given::reading(),
}

/// Saves `form`, and then again from a page that is long out of date: it is so already, so nothing is lost or said.
fn saving_again<F: Parse>(form: &F, command: impl Fn(Version, F) -> Command) -> Result<(), TestCaseError> {
    let now = first_of_march();
    let mut model = Model::default();
    let read = || F::parse(&form.fields(), now).ok();
    let first = read().map(|form| model.me(command(Version(0), form), now));
    prop_assert!(matches!(first, Some(Ok(_))));
    let by = own_terms_domain::actor::Actor::Claimant(ME);
    for version in [Version(0), Version(77)] {
        let again = read().map(|form| decide(&model.state(), by, command(version, form), now));
        prop_assert_eq!(again, Some(Ok(Vec::new())));
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn saving_what_stands_is_no_conflict(
        goal in given::goal_draft(), wish in given::wish_draft(first_of_march()), ways in given::ways(), safe in given::safe(),
        formats in given::formats(), with_me in given::with_me(), pace in given::pace(), times in given::times(),
        a_break in given::a_break(first_of_march()), reading in given::reading(), profile in given::profile(),
    ) {
        let id = own_terms_domain::ids::GoalId(ME.0);
        saving_again(&goal, |_, draft| Command::AddGoal { id, draft })?;
        saving_again(&wish, |on, draft| Command::SetWish { on, draft })?;
        saving_again(&ways, |on, ways| Command::SetWays { on, ways })?;
        saving_again(&safe, |on, safe| Command::SetSafe { on, safe })?;
        saving_again(&formats, |on, formats| Command::SetFormats { on, formats })?;
        saving_again(&with_me, |on, with_me| Command::SetWithMe { on, with_me })?;
        saving_again(&pace, |on, pace| Command::SetPace { on, pace })?;
        saving_again(&times, |on, times| Command::SetTimes { on, times })?;
        saving_again(&a_break, |on, a_break| Command::AddBreak { on, a_break })?;
        saving_again(&reading, |on, reading| Command::SetReading { on, reading })?;
        saving_again(&profile, |on, profile| Command::SetProfile { on, profile })?;
    }
}

#[test]
fn real_names_are_accepted_as_they_are() {
    for name in REAL {
        let profile = Profile::parse(&Fields::new().with("name", *name), first_of_march());
        assert_eq!(profile.map(|profile| profile.name.as_str().to_owned()), Ok((*name).to_owned()));
    }
}

#[test]
fn what_is_no_text_is_refused_with_its_reason() {
    let parse = |typed: &str| Line::parse(typed).map(|_| ());
    assert_eq!(parse(""), Err(ErrorKind::Empty));
    assert_eq!(parse(" \t\r\n\u{a0}\u{3000}"), Err(ErrorKind::Empty));
    assert_eq!(parse("\u{200b}\u{feff}\u{202e}\u{ad}"), Err(ErrorKind::Empty));
    assert_eq!(parse("\u{3164}\u{2800}\u{fe0f}\u{e0041}"), Err(ErrorKind::Empty), "fillers, tags and selectors");
    assert_eq!(parse("a\0"), Err(ErrorKind::Unkeepable));
    assert_eq!(parse("a\u{1b}[31mred"), Err(ErrorKind::Unkeepable));
    assert_eq!(parse("a\u{9b}31m"), Err(ErrorKind::Unkeepable));
    assert_eq!(parse(&"a".repeat(201)), Err(ErrorKind::TooLong { max: 200 }));
    assert_eq!(parse(&"é".repeat(200)), Ok(()));
    // Browsers count an end of a line as one character: so do we, though two are sent.
    assert_eq!(parse(&"a\r\n".repeat(100)), Ok(()));
    assert_eq!(Text::<3>::parse("a\r\nb").map(|text| text.as_str().to_owned()), Ok("a\nb".to_owned()));
    assert_eq!(Text::<3>::parse("a\rb").map(|text| text.as_str().to_owned()), Ok("a\nb".to_owned()));
}

#[test]
fn a_hundred_thousand_combining_marks_are_answered_at_once() {
    let marks = format!("e{}", "\u{301}".repeat(100_000));
    assert_eq!(OwnWords::parse(&marks), Err(ErrorKind::TooLong { max: 2000 }));
    assert_eq!(OwnWords::parse(&"\u{200f}".repeat(100_000)), Err(ErrorKind::Empty));
    let fields = Fields::new().with("words", marks).with("audience", "only-me");
    let errors = GoalDraft::parse(&fields, first_of_march()).unwrap_err();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].field, "words");
}

#[test]
fn every_mistake_is_said_at_once_each_beside_its_field() {
    let fields = Fields::new().with("longest", "31").with("gap", "x").with("most", "99").with("reminders", "never");
    let errors = Pace::parse(&fields, first_of_march()).unwrap_err();
    let named: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(named, ["longest", "gap", "most", "notice", "reminders"]);
}

#[test]
fn contact_details_are_checked_and_kept_as_typed() {
    use own_terms_domain::contact::Channel;
    let ok = |channel: Channel, typed: &str| {
        assert_eq!(channel.check(typed).map(|line| line.as_str().to_owned()), Ok(typed.to_owned()));
    };
    let not = |channel: Channel, typed: &str, kind| assert_eq!(channel.check(typed), Err(kind), "{typed}");
    for phone in ["07700 900123", "(029) 2018 0000", "+44 7700 900123", "0044 7700"] {
        if phone != "0044 7700" {
            ok(Channel::Phone, phone);
        }
    }
    for phone in ["7700 900123", "07700 90012a", "+", "٠٧٧٠٠٩٠٠١٢٣", "0770", "++447700900123"] {
        not(Channel::Text, phone, ErrorKind::NotAPhoneNumber);
    }
    for email in ["a@b.wales", "siân@example.org", "a.b+c'd@sub.example.co.uk"] {
        ok(Channel::Email, email);
    }
    for email in ["a@b", "@b.c", "a@@b.c", "a b@c.d", "a@b..c", "a@b.c\nBcc: x@y.z", "<a@b.c>"] {
        not(Channel::Email, email, ErrorKind::NotAnEmail);
    }
    for letter in ["1 High Street\nCardiff\nCF10 3NQ", "cf103nq", "Flat 2, W1A 1AA", "m1 1ae"] {
        ok(Channel::Letter, letter);
    }
    not(Channel::Letter, "1 High Street", ErrorKind::NoPostcode);
    assert!(Channel::ALL.iter().all(|channel| channel.check("").is_err()));
}

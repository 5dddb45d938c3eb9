//! The words that no message says: those of duty and threat, of counting down, of praise for yes and guilt for no.

use own_terms_domain::reading::{Choice as _, Language};

use crate::reading::Message;

/// Where a forbidden word is said after all: the language, the message, the word as listed, and why.
const EXCEPTIONS: &[(Language, &str, &str, &str)] =
    &[(Language::Welsh, "start-what", "gorfod*", "it binds the staff, not the person (promise 3)")];

/// Words and phrases, with a comma between them; `*` stands for any ending.
const ENGLISH: &[&str] = &[
    // Duty and threat.
    "must, required, requirement*, mandatory, compulsory, obliged, obligat*, failure to, fail to, failed to",
    "failing to, sanction*, complian*, comply*, attendance, nonattendance, did not attend, with the proviso",
    "proviso, unless you, on condition that",
    // The system's words for people.
    "barrier*, job ready, job readiness, work ready, engage*, engaging, disengage*, customer*, journey*",
    // Counting down.
    "days left, day left, hours left, hour left, minutes left, minute left, time left, running out, hurry",
    "deadline*, last chance, final reminder, act now",
    // Praise and guilt.
    "well done, congratulat*, good choice, great choice, right choice, good decision, great news, excellent",
    "fantastic, brilliant, amazing, are you sure, sorry to see, sorry to lose, miss out, missing out",
    "you missed, disappoint*",
];

/// The same for Welsh, unmutated: the mutated forms are found as well.
const WELSH: &[&str] = &[
    // Duty and threat.
    "rhaid, gorfod*, gofynnol, gofyniad, gofynion, dyletswydd*, methu mynychu, methu â mynychu, methiant i",
    "peidio â mynychu, heb fynychu, presenoldeb, cosb*, sancsiwn, sancsiynau, cydymffurf*, ar yr amod, ar amod",
    "oni bai",
    // The system's words for people.
    "rhwystr*, parod am waith, parod i weithio, parod am swydd, ymgysyllt*, cwsmer*, taith, teithiau",
    // Counting down; 0 is what these tests put for a number.
    "0 diwrnod ar ôl, 0 awr ar ôl, 0 munud ar ôl, yn weddill, amser yn brin, brysiwch, dyddiad cau, cyfle olaf",
    // Praise and guilt.
    "da iawn, llongyfarch*, dewis da, dewis gwych, penderfyniad da, ardderchog, rhagorol, gwych, ydych chi'n siŵr",
    "ydych yn siŵr, colli allan, colli cyfle, mae'n ddrwg gennym eich colli, siom*",
];

/// What nothing says that leaves the portal: whoever else sees a message learns nothing of what it is about (promise 12).
fn telling(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            "benefit*, health*, ill, illness*, disab*, condition*, support*, appointment*, case worker*, adviser*, meeting*",
            "job*, work, jobcentre, allowance*, universal credit, doctor*, carer*, goal*, sign off, claim*",
        ],
        Language::Welsh => &[
            "budd-dal*, iechyd*, salwch, anabl*, cyflwr*, cymorth, apwyntiad*, gweithiwr achos, cyfarfod*",
            "swydd*, gwaith, canolfan byd gwaith, lwfans, credyd cynhwysol, meddyg*, gofalwr*, nod, nodau, hawliad*",
        ],
    }
}

/// Every word in a text, as listed, that tells a bystander what it is about.
pub fn tells(language: Language, text: &str) -> Vec<&'static str> {
    among(language, telling(language), text)
}

/// What before a word takes its sting out: "does dim rhaid" is "you do not have to".
const HARMLESS_AFTER: &[(&str, &[&str])] = &[("rhaid", &["does dim", "nid oes", "fydd dim", "ni fydd"])];

/// The forbidden words of a language. A new language does not compile without.
fn forbidden(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => ENGLISH,
        Language::Welsh => WELSH,
    }
}

/// Every forbidden word in a text, as listed.
pub fn found(language: Language, text: &str) -> Vec<&'static str> {
    among(language, forbidden(language), text)
}

fn among(language: Language, lists: &[&'static str], text: &str) -> Vec<&'static str> {
    let words = words(text);
    let is = |word: &String, listed: &String| {
        forms(language, word).iter().any(|form| match listed.strip_suffix('*') {
            Some(beginning) => form.starts_with(beginning),
            None => form == listed,
        })
    };
    let says = |listed: &str| {
        let phrase = words_and_endings(listed);
        words.windows(phrase.len()).enumerate().any(|(at, window)| {
            window.iter().zip(&phrase).all(|(word, listed)| is(word, listed)) && !is_harmless(listed, &words[..at])
        })
    };
    lists.iter().flat_map(|line| line.split(", ")).filter(|listed| says(listed)).collect()
}

fn is_harmless(listed: &str, before: &[String]) -> bool {
    HARMLESS_AFTER
        .iter()
        .filter(|(word, _)| *word == listed)
        .any(|(_, phrases)| phrases.iter().any(|phrase| before.ends_with(&self::words(phrase))))
}

/// What a message says of the forbidden words, but for the exceptions.
pub fn said_in(message: &Message) -> Vec<String> {
    let excepted = |listed: &str| {
        EXCEPTIONS
            .iter()
            .any(|(language, id, word, _)| (*language, *id, *word) == (message.language, &message.id, listed))
    };
    let mut said = Vec::new();
    for way in &message.ways {
        for listed in found(message.language, way).into_iter().filter(|listed| !excepted(listed)) {
            said.push(format!("{} {}: “{listed}” in “{}”", message.language.id(), message.id, way.trim()));
        }
    }
    said
}

/// The exceptions that no message needs any more.
pub fn unneeded_exceptions(messages: &[Message]) -> Vec<String> {
    let needed = |(language, id, word, _): &&(Language, &str, &str, &str)| {
        messages.iter().any(|message| {
            message.language == *language
                && message.id == *id
                && message.ways.iter().any(|way| found(*language, way).contains(word))
        })
    };
    let unneeded = EXCEPTIONS.iter().filter(|exception| !needed(exception));
    unneeded.map(|(language, id, word, why)| format!("{} {id}: “{word}”, because {why}", language.id())).collect()
}

/// The words of a text in small letters. Hyphens and apostrophes part words, so that "non-attendance" is two.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}

/// The same for what is listed, which may end in `*`.
fn words_and_endings(listed: &str) -> Vec<String> {
    let parts = listed.split(|c: char| !c.is_alphanumeric() && c != '*').filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}

/// The forms a word may stand for: itself and, in Welsh, every unmutated word that it could be.
fn forms(language: Language, word: &str) -> Vec<String> {
    /// How a mutated word begins, `<`, and how it begins unmutated.
    const MUTATIONS: &str = "g<c b<p d<t <g f<b f<m dd<d l<ll r<rh ngh<c mh<p nh<t ng<g m<b n<d ch<c ph<p th<t h<";
    let mut forms = vec![word.to_owned()];
    if language == Language::Welsh {
        let unmutated = |(mutated, plain): (&str, &str)| Some(format!("{plain}{}", word.strip_prefix(mutated)?));
        forms.extend(MUTATIONS.split(' ').filter_map(|pair| unmutated(pair.split_once('<')?)));
    }
    forms
}

//! The messages as the tests look at them: every way each can be said, and the variables in it.

use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use own_terms_app::i18n::FILES;
use own_terms_domain::reading::Language;

/// What a variable is in [`Message::ways`]: one word that no rule knows.
const A_VALUE: &str = "0";

/// A message in one language.
pub struct Message {
    /// Its language.
    pub language: Language,
    /// The file it is in.
    pub journey: &'static str,
    /// Its id.
    pub id: String,
    /// Every way it can be said, with [`A_VALUE`] for each variable.
    pub ways: Vec<String>,
    /// Every variable in it.
    pub variables: BTreeSet<String>,
    /// Those it shows where no variant but the usual one is chosen.
    pub usual_variables: BTreeSet<String>,
}

/// Every message in every language.
pub fn messages() -> Vec<Message> {
    let file = |(language, journey, text): &(Language, &'static str, &'static str)| {
        let resource = parser::parse(*text).unwrap_or_else(|(resource, _)| resource);
        let (language, journey) = (*language, *journey);
        resource.body.into_iter().filter_map(move |entry| {
            let Entry::Message(message) = entry else { return None };
            let pattern = message.value?;
            let (mut variables, mut usual_variables) = (BTreeSet::new(), BTreeSet::new());
            collect(&pattern, true, &mut variables);
            collect(&pattern, false, &mut usual_variables);
            let id = message.id.name.to_owned();
            Some(Message { language, journey, id, ways: ways(&pattern), variables, usual_variables })
        })
    };
    FILES.iter().flat_map(file).collect()
}

/// Every message in one language.
pub fn in_language(language: Language) -> Vec<Message> {
    messages().into_iter().filter(|message| message.language == language).collect()
}

/// Every way a pattern can be said: one for each choice of variants.
fn ways(pattern: &Pattern<&str>) -> Vec<String> {
    pattern.elements.iter().fold(vec![String::new()], |so_far, element| {
        let ends = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => ways_of(expression),
        };
        so_far.iter().flat_map(|start| ends.iter().map(move |end| format!("{start}{end}"))).collect()
    })
}

fn ways_of(expression: &Expression<&str>) -> Vec<String> {
    match expression {
        Expression::Select { variants, .. } => variants.iter().flat_map(|variant| ways(&variant.value)).collect(),
        Expression::Inline(InlineExpression::StringLiteral { value }) => vec![(*value).to_owned()],
        Expression::Inline(InlineExpression::Placeable { expression }) => ways_of(expression),
        Expression::Inline(_) => vec![A_VALUE.to_owned()],
    }
}

/// The variables of a pattern: of all of it with what chooses the variants, or of what it shows usually.
fn collect(pattern: &Pattern<&str>, all: bool, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_from(expression, all, found);
        }
    }
}

fn collect_from(expression: &Expression<&str>, all: bool, found: &mut BTreeSet<String>) {
    let mut inline = |inline: &InlineExpression<&str>| {
        if let InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.to_owned());
        }
    };
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => collect_from(expression, all, found),
        Expression::Inline(value) => inline(value),
        Expression::Select { selector, variants } => {
            if all {
                inline(selector);
            }
            for variant in variants.iter().filter(|variant| all || variant.default) {
                collect(&variant.value, all, found);
            }
        }
    }
}

/// The sentences of a text, each as its words. A point inside a number ends none.
pub fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut sentences = vec![Vec::new()];
    for word in text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)) {
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(word);
        }
        if word.trim_end_matches(['”', ')']).ends_with(['.', '!', '?']) {
            sentences.push(Vec::new());
        }
    }
    sentences
}

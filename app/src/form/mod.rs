//! The state of a form on a page: what was typed, what is wrong with it, in the reader's words.

use own_terms_domain::form::{FieldError, Fields};

use crate::{
    i18n::{FluentArgs, say, say_if_any},
};

/// A form as it is shown: fresh, or again after it was refused, with everything that was typed.
#[derive(Debug, Clone, Default)]
pub struct FormState {
    /// What was typed, or what is held.
    pub fields: Fields,
    /// What is wrong, in the order of the fields.
    pub errors: Vec<FieldError>,
}

impl FormState {
    /// A form filled in with what is held.
    pub fn of(fields: Fields) -> Self {
        Self { fields, errors: Vec::new() }
    }

    /// The value to show in a field.
    pub fn value(&self, name: &str) -> String {
        self.fields.get(name).to_owned()
    }

    /// True if a box or radio is to be shown chosen.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.fields.has(name, value)
    }

    /// What is wrong with a field, in words.
    pub fn error(&self, name: &str) -> Option<String> {
        self.errors.iter().find(|error| error.field == name).map(say_error)
    }

    /// Each mistake: the field's name and the words.
    pub fn mistakes(&self) -> Vec<(String, String)> {
        self.errors.iter().map(|error| (error.field.clone(), say_error(error))).collect()
    }
}

/// A mistake in words: those for this field, or those for any field.
pub fn say_error(error: &FieldError) -> String {
    let mut args = FluentArgs::new();
    if let Some(max) = error.kind.max() {
        args.set("max", max);
    }
    // Repeated fields are numbered, `from-2`; their messages are not.
    let field = error.field.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    let id = error.kind.id();
    say_if_any(&format!("error-{field}-{id}"), Some(&args))
        .unwrap_or_else(|| say(&format!("error-{id}"), Some(&args)))
}

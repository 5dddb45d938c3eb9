//! What the person is called.

use serde::{Deserialize, Serialize};

use crate::{
    form::{Check, FieldError, Fields, Parse},
    text::Line,
    time::Now,
};

/// The name the person wants to be called by; no other identity is held here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// As the person writes it.
    pub name: Line,
}

impl Parse for Profile {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let name = check.field("name", Line::parse(fields.get("name")));
        check.finish(name.map(|name| Self { name }))
    }

    fn fields(&self) -> Fields {
        Fields::new().with("name", self.name.as_str())
    }
}

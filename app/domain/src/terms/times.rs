//! The days and hours in which an appointment may be.

use serde::{Deserialize, Serialize};

use crate::{
    form::{Check, FieldError, Fields, Parse},
    hours::WeekHours,
    time::Now,
};

/// The days and hours in which an appointment may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// A window for each day that has one.
    pub week: WeekHours,
}

impl Default for Times {
    fn default() -> Self {
        Self { week: WeekHours::office() }
    }
}

impl Parse for Times {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let week = WeekHours::parse(fields, &mut check);
        check.finish(week.map(|week| Self { week }))
    }

    fn fields(&self) -> Fields {
        self.week.add_to(Fields::new())
    }
}

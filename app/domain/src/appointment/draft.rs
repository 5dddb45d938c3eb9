//! What a case worker writes to offer an appointment, as a form sends it.

use super::{AppointmentDraft, MOST_TIMES, Slot};
use crate::{
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ids::AppointmentId,
    reading::Choice as _,
    terms::Format,
    text::{Line, OwnWords},
    time::Now,
};

impl Parse for AppointmentDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let why = check.field("why", OwnWords::parse(fields.get("why")));
        let format = check.field("format", Format::parse(fields.get("format")));
        let place = check.field("place", Line::optional(fields.get("place")));
        let bring = check.field("bring", OwnWords::optional(fields.get("bring")));
        let not_bring = check.field("not-bring", OwnWords::optional(fields.get("not-bring")));
        let times = check.field("times", times(fields));
        let minutes = check.field("minutes", fields.get("minutes").parse().map_err(|_| ErrorKind::NotAChoice));
        let replaces = check.field("replaces", replaces(fields.get("replaces")));
        let draft = (|| {
            let (why, format, place, minutes) = (why?, format?, place?, minutes?);
            Some(Self {
                why,
                format,
                place,
                minutes,
                bring: bring?,
                not_bring: not_bring?,
                times: times?,
                replaces: replaces?,
            })
        })();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        let words = |words: &Option<OwnWords>| words.as_ref().map(ToString::to_string).unwrap_or_default();
        let fields = Fields::new()
            .with("why", self.why.as_str())
            .with("format", self.format.id())
            .with("place", self.place.as_ref().map_or("", Line::as_str))
            .with("minutes", self.minutes.to_string())
            .with("bring", words(&self.bring))
            .with("not-bring", words(&self.not_bring))
            .with("replaces", self.replaces.map(|id| id.to_string()).unwrap_or_default());
        self.times.iter().fold(fields, |fields, slot| fields.with("times", slot.to_string()))
    }
}

/// A day on which nothing was picked says nothing.
fn times(fields: &Fields) -> Result<Vec<Slot>, ErrorKind> {
    let picked = fields.all("times").filter(|typed| !typed.is_empty());
    let times: Vec<Slot> =
        picked.map(|typed| typed.parse().map_err(|_| ErrorKind::NotAChoice)).collect::<Result<_, _>>()?;
    match times.len() {
        0 => Err(ErrorKind::NotChosen),
        many if many > MOST_TIMES => Err(ErrorKind::TooMany { max: MOST_TIMES }),
        _ => Ok(times),
    }
}

fn replaces(typed: &str) -> Result<Option<AppointmentId>, ErrorKind> {
    if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| ErrorKind::NotAChoice) }
}

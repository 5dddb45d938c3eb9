//! Time as a parameter: the moment something happens, and the day it is where the person lives.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::form::ErrorKind;

/// The moment of a request: the instant, and the civil day in the service's time zone (Europe/London).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Now {
    /// The instant.
    pub at: Timestamp,
    /// The day it is, where the service is.
    pub today: Date,
}

/// Reads a date as a browser's date field sends it (`2027-03-02`), or as people write it (`2/3/2027`).
///
/// # Errors
/// [`ErrorKind::Empty`] or [`ErrorKind::NotADate`].
pub fn parse_date(typed: &str) -> Result<Date, ErrorKind> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(ErrorKind::Empty);
    }
    let parts: Vec<&str> = typed.split(['-', '/', '.', ' ']).collect();
    let [a, b, c] = parts[..] else {
        return Err(ErrorKind::NotADate);
    };
    let (day, year) = if a.len() == 4 { (c, a) } else { (a, c) };
    let number =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i16>().ok()).flatten();
    let date = (|| {
        let (year, month, day) = (number(year)?, number(b)?, number(day)?);
        if !(2000..=2999).contains(&year) {
            return None;
        }
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    })();
    date.ok_or(ErrorKind::NotADate)
}

/// As [`parse_date`], and not before today.
///
/// # Errors
/// As [`parse_date`], or [`ErrorKind::InThePast`].
pub fn parse_day_to_come(typed: &str, now: Now) -> Result<Date, ErrorKind> {
    let date = parse_date(typed)?;
    if date < now.today { Err(ErrorKind::InThePast) } else { Ok(date) }
}

/// Days from `from` to `to`; negative when `to` is before.
///
/// Counted here and not with jiff's spans, which would bring half of jiff to the phone (37 kB compressed).
/// After `days_from_civil` in Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
pub fn days_between(from: Date, to: Date) -> i32 {
    day_number(to) - day_number(from)
}

/// The day, counted from a day long ago.
fn day_number(date: Date) -> i32 {
    // Years begin in March, so that the day that leap years add comes last.
    let (year, month, day) = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
}

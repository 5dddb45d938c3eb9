//! Dates as people and browsers write them.

use jiff::civil::Date;

use crate::{form::ErrorKind, time::Now};

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

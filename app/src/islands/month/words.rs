//! What the month picture says, finished on the server, so that a phone loads no message files.

use jiff::civil::Date;
use own_terms_domain::hours::WEEK;

use super::MonthWords;
use crate::{
    i18n::{say_month, say_weekday},
    t,
};

/// The words for the month that begins on `first`.
pub fn month_words(first: Date) -> MonthWords {
    let days = usize::try_from(first.days_in_month()).unwrap_or_default();
    let month = say_month(first);
    MonthWords {
        caption: t!("month-caption", month = month.clone(), year = first.year().to_string()),
        most: (0..=days).map(|count| t!("month-most", count = count, month = month.clone())).collect(),
        parts: (0..8).map(|parts| t!(format!("month-parts-{parts}"))).collect(),
        example: t!("month-example"),
        marks: ["call", "gap", "full", "break", "closed"].map(|mark| t!(format!("mark-{mark}"))).into(),
        table: [t!("month-table"), t!("month-days"), t!("month-what")],
        days: (1..=days)
            .map(|day| {
                let weekday =
                    (usize::try_from(first.weekday().to_monday_zero_offset()).unwrap_or_default() + day - 1) % 7;
                format!("{} {day}", say_weekday(WEEK[weekday]))
            })
            .collect(),
        weekdays: WEEK.iter().map(|day| say_weekday(*day).chars().take(2).collect()).collect(),
        run: t!("month-run", from = "{from}", until = "{until}"),
    }
}

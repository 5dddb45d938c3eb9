//! The picture of a month under the person's terms, drawn by the rule that binds staff, live as the form beside it changes.

pub mod draw;
#[cfg(feature = "ssr")]
mod on_page;
pub mod terms;

use leptos::prelude::*;
#[cfg(feature = "ssr")]
pub use on_page::{Part, picture};

/// Draws the month on the page anew at each change in the form that it names. Without scripts it shows what is saved.
#[island]
pub fn MonthPicture() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    live::begin();
}

#[cfg(feature = "hydrate")]
mod live {
    use own_terms_domain::{dates::parse_date, month::picture, time::Now};

    use super::{draw, terms};
    use crate::islands::{data, dom};

    pub fn begin() {
        let Some(figure) = dom::by_id("month") else { return };
        let given = data::read(&figure);
        let form = given.get("form").to_owned();
        let (Ok(first), Ok(today)) = (parse_date(given.get("first")), parse_date(given.get("today"))) else { return };
        let now = Now { at: jiff::Timestamp::UNIX_EPOCH, today };
        let mut shown = None;
        dom::on_form_input(&form.clone(), move |fields| {
            let month = picture(&terms::of(&given, now, Some((form.as_str(), &fields))), first, today);
            // Only a month that differs is drawn again, so that a screen reader is told only of a change.
            if shown.as_ref() != Some(&month) {
                dom::set_text("month-said", &draw::sentence(&month, &given));
                dom::set_html("month-drawn", &draw::month(&month, &given));
                shown = Some(month);
            }
        });
    }
}

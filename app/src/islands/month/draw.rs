//! The month as a sentence, as a picture, and as a table that says the same: written as HTML by server and island alike.
//!
//! Written and not built from views: the code of views for it weighs 30 kB on a phone. Everything that a person typed
//! goes through [`escape`].

use std::fmt::Write as _;

use own_terms_domain::{
    form::Fields,
    month::{DayMark, Month},
};

/// The side of a day in the picture.
const SIDE: usize = 40;
/// The classes of the marks: call, gap, full, break, closed; their words are `mark-0` to `mark-4`.
const CLASSES: [&str; 5] = ["call", "kept-free", "kept-free full", "break", "closed"];

/// What the month comes to, in one sentence.
pub fn sentence(month: &Month, words: &Fields) -> String {
    let mut said = words.get(&format!("most-{}", month.most)).to_owned();
    if month.most > 0 {
        let parts = usize::from(month.parts.morning)
            + 2 * usize::from(month.parts.afternoon)
            + 4 * usize::from(month.parts.evening);
        said += words.get(&format!("parts-{parts}"));
    }
    said
}

/// The picture, its legend and the table.
///
/// The picture is hidden from screen readers: the sentence before it and the table after it say all of it.
pub fn month(month: &Month, words: &Fields) -> String {
    let mut html = String::new();
    // Writing to a String cannot fail.
    let _ = drawing(&mut html, month, words).and_then(|()| table(&mut html, month, words));
    html
}

fn drawing(html: &mut String, month: &Month, words: &Fields) -> std::fmt::Result {
    let start = usize::try_from(month.first.weekday().to_monday_zero_offset()).unwrap_or_default();
    let weeks = (start + month.days.len()).div_ceil(7);
    write!(html, r#"<svg viewBox="0 0 {} {}" aria-hidden="true">"#, SIDE * 7, SIDE * weeks + 30)?;
    html.push_str(r#"<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">"#);
    html.push_str(r#"<path class="hatch" d="M0 8 8 0"/></pattern>"#);
    html.push_str(r#"<pattern id="hatch-full" width="8" height="8" patternUnits="userSpaceOnUse">"#);
    html.push_str(r#"<path class="hatch" d="M0 0 8 8"/></pattern></defs>"#);
    for at in 0..7 {
        let letters = words.get(&format!("weekday-{at}"));
        write!(html, r#"<text x="{}" y="20">{}</text>"#, at * SIDE + SIDE / 2, escape(letters))?;
    }
    for (at, mark) in month.days.iter().enumerate() {
        let (x, y) = ((start + at) % 7 * SIDE, (start + at) / 7 * SIDE + 28);
        square(html, mark_place(mark), x + 2, y + 2, &(at + 1).to_string())?;
    }
    html.push_str(r#"</svg><ul class="legend" aria-hidden="true">"#);
    for place in (0..CLASSES.len()).filter(|place| month.days.iter().any(|mark| mark_place(mark) == *place)) {
        html.push_str(r#"<li><svg viewBox="0 0 40 40">"#);
        square(html, place, 2, 2, "")?;
        write!(html, "</svg>{}</li>", escape(words.get(&format!("mark-{place}"))))?;
    }
    write!(html, r#"</ul><p class="hint">{}</p>"#, escape(words.get("example")))
}

fn square(html: &mut String, place: usize, x: usize, y: usize, number: &str) -> std::fmt::Result {
    write!(html, r#"<g class="day {}"><rect x="{x}" y="{y}" width="36" height="36" rx="6"/>"#, CLASSES[place])?;
    if !number.is_empty() {
        write!(html, r#"<text x="{}" y="{}">{number}</text>"#, x + 18, y + 24)?;
    }
    html.push_str("</g>");
    Ok(())
}

fn table(html: &mut String, month: &Month, words: &Fields) -> std::fmt::Result {
    let summary = escape(words.get("table"));
    write!(
        html,
        r#"<details><summary>{summary}</summary><table><caption class="visually-hidden">{summary}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>"#,
        escape(words.get("days")),
        escape(words.get("what")),
    )?;
    for (first, last, mark) in runs(month) {
        let day = |at: usize| words.get(&format!("day-{at}")).to_owned();
        let days = if first == last {
            day(first)
        } else {
            words.get("run").replace("{from}", &day(first)).replace("{until}", &day(last))
        };
        let what = escape(words.get(&format!("mark-{}", mark_place(mark))));
        write!(html, r#"<tr><th scope="row">{}</th><td>{what}"#, escape(&days))?;
        if let DayMark::Break(Some(name)) = mark {
            write!(html, r#": <bdi class="own-words">{}</bdi>"#, escape(name))?;
        }
        html.push_str("</td></tr>");
    }
    html.push_str("</tbody></table></details>");
    Ok(())
}

/// The place of a mark in the words and the classes.
fn mark_place(mark: &DayMark) -> usize {
    match mark {
        DayMark::Call => 0,
        DayMark::Gap => 1,
        DayMark::Full => 2,
        DayMark::Break(_) => 3,
        DayMark::Closed => 4,
    }
}

/// Days that follow each other and are the same: the first and the last, counted from 0, and the mark.
fn runs(month: &Month) -> Vec<(usize, usize, &DayMark)> {
    let mut runs: Vec<(usize, usize, &DayMark)> = Vec::new();
    for (at, mark) in month.days.iter().enumerate() {
        match runs.last_mut() {
            Some((_, last, same)) if *same == mark => *last = at,
            _ => runs.push((at, at, mark)),
        }
    }
    runs
}

/// Text as the content of an element.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use own_terms_domain::month::Parts;

    use super::*;

    #[test]
    fn the_name_of_a_break_is_shown_as_text() {
        let name = "<img src=x onerror=alert(1)>&";
        let first = jiff::civil::Date::constant(2027, 3, 1);
        let days = vec![DayMark::Break(Some(name.to_owned()))];
        let html = month(&Month { first, days, most: 0, parts: Parts::default() }, &Fields::new());
        assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;&amp;"), "{html}");
        assert!(!html.contains("<img"), "{html}");
    }
}

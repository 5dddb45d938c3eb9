//! What a check found as HTML, written by server and browser alike, so that it is the same with and without scripts.

use crate::said::{Said, SaidFault, Verdict};

/// The element that takes the focus: a screen reader then says the answer, and goes on with what follows it.
pub const ANSWER: &str = "check-answer";

/// The answer, what is wrong, and the details. Everything from the file is escaped.
///
/// As part of a page it takes the focus by itself; put in later it is given it.
pub fn write(said: &Said, part_of_a_page: bool) -> String {
    let class = if said.verdict == Verdict::Well { "notification" } else { "error-summary" };
    let lead: Vec<String> = said.lead.iter().map(|text| format!("<p>{}</p>", escape(text))).collect();
    let what = format!(r#"<div class="stack" id="{ANSWER}-what">{}{}</div>"#, lead.concat(), faults(said));
    let answer = group(class, &said.heading, &what, part_of_a_page);
    if said.facts.is_empty() {
        return answer;
    }
    let facts: Vec<String> = said.facts.iter().map(|(what, lines)| fact(what, lines)).collect();
    format!(r#"{answer}<h2>{}</h2><dl class="summary">{}</dl>"#, escape(&said.about), facts.concat())
}

fn fact(what: &str, lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escape(line)).collect();
    format!("<div><dt>{}</dt><dd>{}</dd></div>", escape(what), lines.join("<br>"))
}

/// What is wrong with what was given, in place of an answer: as the server's summary of mistakes looks.
pub fn problem(title: &str, text: &str, field: Option<&str>) -> String {
    let text = escape(text);
    let text = field.map_or(text.clone(), |field| format!(r##"<a href="#{field}">{text}</a>"##));
    group("error-summary", title, &format!(r#"<ul id="{ANSWER}-what"><li>{text}</li></ul>"#), false)
}

/// Named and described, and no alert as well: it takes the focus, and would be said twice.
fn group(class: &str, title: &str, what: &str, part_of_a_page: bool) -> String {
    let autofocus = if part_of_a_page { " autofocus" } else { "" };
    let title = escape(title);
    format!(
        r#"<div class="{class}" id="{ANSWER}" role="group" aria-labelledby="{ANSWER}-title" aria-describedby="{ANSWER}-what" tabindex="-1"{autofocus}><h2 id="{ANSWER}-title">{title}</h2>{what}</div>"#
    )
}

fn faults(said: &Said) -> String {
    if said.faults.is_empty() {
        return String::new();
    }
    let more = said.more.as_ref().map(|more| format!("<p>{}</p>", escape(more))).unwrap_or_default();
    let all: Vec<String> = said.faults.iter().map(fault).collect();
    format!("<ul>{}</ul>{more}", all.concat())
}

fn fault(fault: &SaidFault) -> String {
    let now = fault
        .now
        .as_ref()
        .map(|(says, line)| format!(r#"<br>{} <bdi class="own-words">{}</bdi>"#, escape(says), escape(line)));
    format!(
        "<li><p><strong>{}</strong>: {} {}{}</p></li>",
        escape(&fault.place),
        escape(&fault.what),
        escape(&fault.means),
        now.unwrap_or_default(),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

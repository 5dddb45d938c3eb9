//! What a check found as HTML, written by server and browser alike, so that it is the same with and without scripts.

use crate::said::{Said, SaidFault, Verdict};

/// The element that takes the focus: a screen reader then says the answer, and goes on with what follows it.
pub const ANSWER: &str = "check-answer";

/// The answer, what is wrong, and the details. Everything from the file is escaped.
pub fn write(said: &Said) -> String {
    let class = if said.verdict == Verdict::Well { "notification" } else { "error-summary" };
    let lead: String = said.lead.iter().map(|text| format!("<p>{}</p>", escape(text))).collect();
    // Named and described, and no alert as well: it takes the focus, and would be said twice.
    let mut html = format!(
        r#"<div class="{class}" id="{ANSWER}" role="group" aria-labelledby="{ANSWER}-title" aria-describedby="{ANSWER}-what" tabindex="-1" autofocus><h2 id="{ANSWER}-title">{}</h2><div id="{ANSWER}-what">{lead}{}</div></div>"#,
        escape(&said.heading),
        faults(said),
    );
    if !said.facts.is_empty() {
        html += &format!(r#"<h2>{}</h2><dl class="summary">"#, escape(&said.about));
        for (what, lines) in &said.facts {
            let lines: Vec<String> = lines.iter().map(|line| escape(line)).collect();
            html += &format!("<div><dt>{}</dt><dd>{}</dd></div>", escape(what), lines.join("<br>"));
        }
        html += "</dl>";
    }
    html
}

/// What is wrong with what was given, in place of an answer: as the server's summary of mistakes looks.
pub fn problem(title: &str, text: &str, field: Option<&str>) -> String {
    let text = escape(text);
    let text = field.map_or(text.clone(), |field| format!(r##"<a href="#{field}">{text}</a>"##));
    format!(
        r#"<div class="error-summary" id="{ANSWER}" role="group" aria-labelledby="{ANSWER}-title" aria-describedby="{ANSWER}-what" tabindex="-1"><h2 id="{ANSWER}-title">{}</h2><ul id="{ANSWER}-what"><li>{text}</li></ul></div>"#,
        escape(title),
    )
}

fn faults(said: &Said) -> String {
    if said.faults.is_empty() {
        return String::new();
    }
    let more = said.more.as_ref().map(|more| format!("<p>{}</p>", escape(more))).unwrap_or_default();
    format!("<ul>{}</ul>{more}", said.faults.iter().map(fault).collect::<String>())
}

fn fault(fault: &SaidFault) -> String {
    let now = fault
        .now
        .as_ref()
        .map(|(says, line)| format!(r#"<p>{}</p><p class="own-words" dir="auto">{}</p>"#, escape(says), escape(line)));
    format!(
        "<li><p><strong>{}</strong>: {}</p><p>{}</p>{}</li>",
        escape(&fault.place),
        escape(&fault.what),
        escape(&fault.means),
        now.unwrap_or_default(),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

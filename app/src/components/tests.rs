//! What holds for every example of every control.

use std::collections::HashSet;

use leptos::prelude::*;

use super::{Example, examples};

/// An example as it is sent.
pub(super) fn html(example: Example) -> String {
    Owner::new().with(|| (example.html)().to_html())
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn no_id_is_there_twice_on_the_page_of_examples() {
    let all: String = examples().into_iter().flat_map(|(_, examples)| examples).map(html).collect();
    let mut seen = HashSet::new();
    for id in values(&all, "id") {
        assert!(seen.insert(id), "{id} is there twice");
    }
}

#[test]
fn what_a_control_points_at_is_there() {
    for (control, examples) in examples() {
        for example in examples {
            let html = html(example);
            let ids: HashSet<_> = values(&html, "id").into_iter().collect();
            for attribute in ["for", "aria-describedby", "aria-labelledby"] {
                for id in values(&html, attribute).into_iter().flat_map(str::split_whitespace) {
                    assert!(ids.contains(id), "{control}, {}: {attribute}={id} is nowhere", example.name);
                }
            }
        }
    }
}

#[test]
fn every_field_has_a_label() {
    for (control, examples) in examples() {
        for example in examples {
            let html = html(example);
            let labelled: HashSet<_> = values(&html, "for").into_iter().collect();
            for tag in ["<input ", "<select ", "<textarea ", "<progress "] {
                for field in html.split(tag).skip(1).filter_map(|rest| rest.split('>').next()) {
                    if !field.contains("type=\"hidden\"") {
                        let field = format!(" {field}");
                        assert!(values(&field, "id").iter().all(|id| labelled.contains(id)), "{control}: {field}");
                        assert_eq!(values(&field, "id").len(), 1, "{control}: {field}");
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_is_styled_or_scripted_inline() {
    for html in examples().into_iter().flat_map(|(_, examples)| examples).map(html) {
        assert!(!html.contains(" style=") && !html.contains("<script") && !html.contains(" onclick"), "{html}");
    }
}

#[test]
fn every_word_is_there() {
    for html in examples().into_iter().flat_map(|(_, examples)| examples).map(html) {
        assert!(!html.contains('⟦'), "{html}");
    }
}

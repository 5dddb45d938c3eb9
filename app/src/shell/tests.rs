//! What holds for every page, whoever reads it.

use leptos::prelude::*;
use own_terms_domain::reading::{Contrast, Language, Reading, TextSize};

use super::document;
use crate::{frame::Frame, pages::Page};

fn frame() -> Frame {
    Frame {
        path: "/goals".to_owned(),
        person: Some("Alex Morgan".to_owned()),
        token: "abc".to_owned(),
        helpline: "0800 000 0000".to_owned(),
        asset: |name| (name == "own-terms.css").then_some("/assets/own-terms.1.css"),
        ..Frame::empty()
    }
}

fn page(frame: Frame) -> String {
    document(frame, Page::new("frame-goals", || view! { <h1>"Goals"</h1> }.into_any()).with_islands())
}

#[test]
fn says_language_direction_and_settings() {
    let reading =
        Reading { language: Language::Welsh, size: TextSize::Largest, contrast: Contrast::Dark, ..Reading::default() };
    let html = page(Frame { reading, ..frame() });
    let start =
        r#"<!DOCTYPE html><html lang="cy" dir="ltr" data-size="largest" data-spacing="usual" data-contrast="dark">"#;
    assert!(html.starts_with(start), "{html}");
    assert!(html.contains("Allgofnodi") && html.contains("Nid oes unrhyw siaradwr"), "{html}");
}

#[test]
fn is_neutral_in_the_tab() {
    assert!(page(frame()).contains("<title>Goals - Own Terms</title>"));
}

#[test]
fn says_first_that_something_is_wrong() {
    let html = document(frame(), Page::new("frame-goals", || ().into_any()).with_errors());
    assert!(html.contains("<title>Error: Goals - Own Terms</title>"), "{html}");
}

#[test]
fn has_nothing_outside_islands_that_only_a_hydrating_browser_needs() {
    let html = document(frame(), Page::new("frame-goals", || view! { <p>"a" "b" {None::<String>}</p> }.into_any()));
    assert!(html.contains("<p>ab</p>") && !html.contains("<!>"), "{html}");
}

#[test]
fn loads_no_script_that_is_not_there() {
    assert!(!page(frame()).contains("<script"));
    let html = page(Frame { asset: |_| Some("/assets/x"), ..frame() });
    assert!(html.contains(r#"<script type="module" src="/assets/x" async></script>"#), "{html}");
}

#[test]
fn has_the_same_order_on_every_page() {
    let html = page(Frame { done: Some("x".to_owned()), demo: true, ..frame() });
    let order = [
        "#main",
        "/leave",
        "made up",
        "<nav",
        "<main",
        "notification",
        "<h1",
        "<footer",
        "/stop",
        "tel:0800",
        "/sign-out",
    ];
    let at: Vec<_> = order.iter().map(|part| html.find(part).unwrap_or_else(|| panic!("no {part}: {html}"))).collect();
    assert!(at.is_sorted(), "{at:?}: {html}");
}

#[test]
fn every_form_is_a_post_with_the_token() {
    let html = page(frame());
    assert_eq!(
        html.matches("<form ").count(),
        html.matches(r#"<input type="hidden" name="token" value="abc">"#).count()
    );
    assert_eq!(html.matches("<form ").count(), html.matches(r#"method="post""#).count());
}

#[test]
fn says_what_stopping_does_and_how_to_come_back() {
    assert!(page(frame()).contains("does not affect your benefits"));
    assert!(page(Frame { stopped: true, ..frame() }).contains("Come back"));
}

#[test]
fn shows_nothing_personal_to_someone_not_signed_in() {
    let html = page(Frame { person: None, ..frame() });
    assert!(
        !html.contains("<nav") && !html.contains("/sign-out") && !html.contains("/stop") && html.contains("/leave"),
        "{html}"
    );
}

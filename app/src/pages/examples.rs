//! Every control, each example under its own heading: looked at by people and by the accessibility checks.

use leptos::prelude::*;

use super::Page;
use crate::components::{self, Example};

/// The page of examples, served only with invented people.
pub fn examples() -> Page<'static> {
    Page::new("examples-title", content)
}

fn content() -> AnyView {
    let example =
        |example: Example| view! { <section class="example"><h3>{example.name}</h3>{(example.html)()}</section> };
    let control = |(name, examples): (&'static str, Vec<Example>)| {
        view! { <h2>{name}</h2> {examples.into_iter().map(example).collect_view()} }
    };
    view! {
        <h1>"Controls"</h1>
        {components::examples().into_iter().map(control).collect_view()}
    }
    .into_any()
}

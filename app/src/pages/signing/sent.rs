//! What a demonstration would have sent, for whoever tries it out.

use leptos::prelude::*;

use crate::{
    components::OwnWords,
    pages::{Page, words::say_moment},
    t,
};

/// An email that would have left.
pub struct Sent {
    /// To whom.
    pub to: String,
    /// What stands in the list of emails.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// When it was asked for.
    pub at: jiff::Timestamp,
}

/// All of them, the latest first.
pub fn sent(all: Vec<Sent>) -> Page<'static> {
    Page::new("sent-title", move || {
        let none = all.is_empty().then(|| view! { <p>{t!("sent-none")}</p> });
        let one = |sent: Sent| {
            let lines = sent.text.lines().filter(|line| !line.is_empty()).map(line).collect_view();
            view! {
                <li class="stack">
                    <h2>{sent.subject}</h2>
                    <p class="hint">{t!("sent-to", to = sent.to, when = say_moment(sent.at))}</p>
                    {lines}
                </li>
            }
        };
        view! {
            <h1>{t!("sent-title")}</h1>
            <p>{t!("sent-what")}</p>
            {none}
            <ul class="stack">{all.into_iter().map(one).collect_view()}</ul>
        }
        .into_any()
    })
}

/// A line of it; one that is a link leads there.
fn line(line: &str) -> AnyView {
    if line.starts_with("http") {
        view! { <p class="codes"><a href=line.to_owned()>{line.to_owned()}</a></p> }.into_any()
    } else {
        view! { <OwnWords text=line /> }.into_any()
    }
}

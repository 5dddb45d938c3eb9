//! A receipt on paper: its code, which a camera reads, what that is good for, and the same as letters.

use leptos::prelude::*;

use crate::{
    components::{Drawn, Link, ScanCode},
    t,
};

/// How many letters stand together: as many as someone keeps in mind from one look to the next.
const TOGETHER: usize = 5;

/// What a code on paper is made of.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The address of the page that checks, as people reach it.
    pub address: String,
    /// The receipt as letters.
    pub letters: String,
    /// The same with what was written; none where nothing was, or nobody can read it any more.
    pub with_words: Option<String>,
    /// True when the person wants what was written in the code.
    pub wants_words: bool,
    /// True when the person was at it a moment ago, so that it is not folded.
    pub open: bool,
}

/// The code of receipt `number`: folded on screen, and there on paper.
pub(super) fn paper(number: u32, paper: &Paper) -> Option<AnyView> {
    let drawn = |letters: &String| Some((Drawn::of(&format!("{}#", paper.address), letters)?, letters.clone()));
    let with_words = paper.with_words.as_ref().filter(|_| paper.wants_words);
    let long = with_words.and_then(drawn);
    let too_long = with_words.is_some() && long.is_none();
    let has_words = long.is_some();
    let (drawn, letters) = long.or_else(|| drawn(&paper.letters))?;
    let href = format!("/check#{letters}");
    let holds = if has_words { t!("paper-words") } else { t!("paper-no-words") };
    let picture = t!("paper-picture");
    // What is folded stands after what folds it: old browsers print nothing of what is inside, and have no way to be told.
    Some(
        view! {
            <section id="paper">
                <details open=paper.open>
                    <summary>{t!("paper-title")}</summary>
                </details>
                <div class="paper">
                    <p class="on-screen">{t!("paper-print")}</p>
                    <ScanCode drawn label=picture />
                    <p>{t!("paper-for")}</p>
                    <p>{t!("paper-holds")} " " {holds}</p>
                    {too_long.then(|| view! { <p><strong>{t!("paper-too-long")}</strong></p> })}
                    <div class="on-screen">
                        {choice(number, paper, has_words)}
                        <p><Link href label=t!("paper-open") /></p>
                    </div>
                    <p>{t!("paper-letters", address = paper.address.clone())}</p>
                    <p class="letters">{together(&letters)}</p>
                </div>
            </section>
        }
        .into_any(),
    )
}

/// The way to have what was written in the code, or to have it out again.
fn choice(number: u32, paper: &Paper, has_words: bool) -> Option<AnyView> {
    paper.with_words.as_ref()?;
    let address = format!("/receipts/one?number={number}");
    let (href, label) = if has_words {
        (format!("{address}&with=code#paper"), t!("paper-without"))
    } else {
        (format!("{address}&with=words#paper"), t!("paper-with"))
    };
    Some(view! { <p><Link href label /></p> }.into_any())
}

/// Letters a few at a time.
fn together(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let groups: Vec<String> = letters.chunks(TOGETHER).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

//! Finding an item among what is held, on the device: what is looked for is sent nowhere.

#![expect(missing_docs, reason = "the island macro makes a struct without a comment")]

use leptos::prelude::*;

/// A field that shows only the items with what is written in it. Without scripts it is not there at all.
#[island]
pub fn SearchHeld(
    /// What it asks.
    label: String,
    /// That nothing is sent.
    hint: String,
    /// How many are found, with `{count}`.
    found: String,
) -> impl IntoView {
    let ready = RwSignal::new(false);
    let count = RwSignal::new(None::<usize>);
    // An effect runs in the browser alone, once the page is there.
    Effect::new(move |_| ready.set(true));
    let search = move |_event| {
        #[cfg(feature = "hydrate")]
        count.set(filter(&event_target_value(&_event)));
    };
    let said = move || count.get().map(|count| found.replace("{count}", &count.to_string())).unwrap_or_default();
    view! {
        <div class="field" hidden=move || !ready.get()>
            <label for="search-held">{label}</label>
            <p class="hint" id="search-held-hint">{hint}</p>
            <input id="search-held" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-held-hint" on:input=search />
            <p role="status">{said}</p>
        </div>
    }
}

/// Hides the items without `words`, and the headings with nothing under them; how many stay, when anything is looked for.
#[cfg(feature = "hydrate")]
fn filter(words: &str) -> Option<usize> {
    let wanted: Vec<String> = words.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let mut found = 0;
    for item in super::dom::all("[data-held]") {
        let text = item.text_content().unwrap_or_default().to_lowercase();
        let has = wanted.iter().all(|word| text.contains(word.as_str()));
        found += usize::from(has);
        item.set_hidden(!has);
    }
    for group in super::dom::all("[data-held-group]") {
        let any = group.query_selector("[data-held]:not([hidden])").ok().flatten().is_some();
        group.set_hidden(!any);
    }
    (!wanted.is_empty()).then_some(found)
}

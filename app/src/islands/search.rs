//! Finding an item among those on the page of what is held, on the device: what is looked for is sent nowhere until Find is pressed.

use leptos::prelude::*;

/// Hides the items on the page that do not have what is being written.
#[island]
pub fn SearchHeld() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    live::begin();
}

#[cfg(feature = "hydrate")]
mod live {
    use std::{cell::Cell, rc::Rc, time::Duration};

    use leptos::prelude::set_timeout;
    use own_terms_domain::find::Sought;
    use wasm_bindgen::JsCast as _;
    use web_sys::HtmlInputElement;

    use crate::islands::{data, dom};

    /// How long after the last key it is said how many were found: a screen reader drops what is said while keys are typed.
    const PAUSE: Duration = Duration::from_millis(600);

    pub fn begin() {
        let field = dom::by_id("find").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let (Some(search), Some(field)) = (dom::by_id("search"), field) else { return };
        let found = data::read(&search).get("found").to_owned();
        let typed = Rc::new(Cell::new(0_u32));
        dom::listen(&field.clone(), "input", move |_| {
            let said = filter(&field.value()).map(|count| found.replace("{count}", &count.to_string()));
            let (at, typed) = (typed.get().wrapping_add(1), Rc::clone(&typed));
            typed.set(at);
            let say = move || {
                if typed.get() == at {
                    dom::set_text("search-said", said.as_deref().unwrap_or_default());
                }
            };
            set_timeout(say, PAUSE);
        });
    }

    /// Hides the items without `words`, and the groups with nothing in them; how many stay, when anything is looked for.
    fn filter(words: &str) -> Option<usize> {
        let sought = Sought::of(&dom::to_lower_case(words));
        let mut found = 0;
        for item in dom::all("[data-held]") {
            let said = item.query_selector("[data-said]").ok().flatten().and_then(|said| said.text_content());
            let has = sought.is_in(&dom::to_lower_case(&said.unwrap_or_default()));
            found += usize::from(has);
            item.set_hidden(!has);
        }
        for group in dom::all("[data-held-group]") {
            group.set_hidden(matches!(group.query_selector("[data-held]:not([hidden])"), Ok(None)));
        }
        (!sought.is_empty()).then_some(found)
    }
}

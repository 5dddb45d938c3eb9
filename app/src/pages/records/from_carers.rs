//! Keeping what someone else wrote from carers, and showing it to them again: one press each, beside the record itself.

use leptos::prelude::*;
use own_terms_domain::{carer::KINDS, state::State, time::Now};

use super::{Written, shown};
use crate::{
    components::{Backlink, Button, Form},
    form::FormState,
    pages::{Page, said::which_kind},
    t,
};

/// Whether carers can be shown a record, and the way to change that; nothing for what they are never shown.
pub fn from_carers(state: &State, written: Written<'_>) -> Option<AnyView> {
    let kind = written.held.id.kind();
    KINDS.contains(&kind).then(|| {
        let (stands, label, press) = if state.is_kept_back(written.id) {
            (t!("from-carers-kept"), t!("from-carers-show"), "show")
        } else {
            (t!("from-carers-shown"), t!("from-carers-keep"), "keep")
        };
        let (what, to) = (written.held.id.to_string(), written.address("item"));
        view! {
            <h2>{t!("carers-title")}</h2>
            <p>{stands}</p>
            <Form to bare=true>
                <input type="hidden" name="what" value=what />
                <Button label about=which_kind(kind) name="do".to_owned() value=press.to_owned() />
            </Form>
        }
        .into_any()
    })
}

/// The same by itself, with why nothing was done.
pub fn from_carers_again<'a>(state: &'a State, written: Written<'a>, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("held-item-title", move || {
        view! {
            <Backlink href=written.address("item") />
            {form.problems_with_buttons()}
            <h1>{t!("from-carers-again")}</h1>
            <p class="your-choice">{t!("record-choice")}</p>
            {shown(written, now)}
            {from_carers(state, written)}
        }
        .into_any()
    })
}

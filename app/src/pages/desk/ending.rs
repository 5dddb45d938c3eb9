//! Proposing a last day to someone who carries on at a light touch: with notice, and nothing without their yes.

use leptos::prelude::*;
use own_terms_domain::{
    carrying_on::{earliest_end, latest_end},
    state::State,
    time::Now,
};

use super::{of_whom, their_name};
use crate::{
    components::{Backlink, Button, DateInput, Form, Kind as ButtonKind},
    form::FormState,
    pages::{Page, people::say_carrying_on, said::lines},
    t,
};

/// The page.
pub fn ending<'a>(state: &'a State, of: String, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("desk-ending-title", move || {
        let stands = state.carrying_on();
        let said = stands.map_or_else(|| vec![t!("desk-carry-not")], say_carrying_on);
        let last = view! {
            <DateInput name="last" label=t!("desk-ending-last") hint=t!("desk-ending-last-hint") value=form.value("last")
                error=form.error("last") min=earliest_end(now.today).to_string() max=latest_end(now.today).to_string() />
        };
        let propose = stands.filter(|one| one.ending.is_none()).map(|_| {
            view! {
                <Form id="ending".to_owned()>
                    {of_whom(&of)}
                    {last}
                    <Button label=t!("desk-ending-send") kind=ButtonKind::Action />
                </Form>
            }
        });
        view! {
            <Backlink href="/desk/person" />
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-ending-title")}</h1>
            {their_name(state)}
            <p class="your-choice">{t!("desk-voluntary")}</p>
            <p>{t!("desk-ending-what")}</p>
            <div class="panel">{lines(said)}</div>
            {propose}
        }
        .into_any()
    })
}

//! Proposing a last day to someone who carries on at a light touch: with notice, and nothing without their yes.

use leptos::prelude::*;
use own_terms_domain::{
    carrying_on::{CarryingOn, earliest_end, latest_end},
    state::State,
    time::Now,
};

use super::{of_whom, their_name};
use crate::{
    components::{Backlink, Button, DateInput, Form, Kind as ButtonKind},
    form::FormState,
    i18n::say_date,
    pages::{Page, people::say_touch, said::lines},
    t,
};

/// The page.
pub fn ending<'a>(state: &'a State, of: String, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("desk-ending-title", move || {
        let stands = state.carrying_on();
        let said = stands.map_or_else(|| vec![t!("desk-carry-not")], |one| say_carrying_on(one, now));
        let last = view! {
            <DateInput name="last" label=t!("desk-ending-last") hint=t!("desk-ending-last-hint") value=form.value("last")
                error=form.error("last") min=earliest_end(now.today).to_string() max=latest_end(now.today).to_string() />
        };
        let propose = stands.filter(|one| one.waiting(now.today).is_none()).map(|_| {
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

/// The same at the desk: what was proposed, and whose yes it needs.
pub(super) fn say_carrying_on(one: &CarryingOn, now: Now) -> Vec<String> {
    let proposed = one.waiting(now.today).map(|ending| t!("desk-carry-ending", day = say_date(ending.last)));
    say_touch(one).into_iter().chain(proposed).collect()
}

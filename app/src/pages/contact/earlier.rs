//! How the person could be reached before a change, each with one press to put it back.

use leptos::prelude::*;
use own_terms_domain::{
    contact::{Details, Earlier, Safe},
    item::Kind,
    state::State,
    time::Now,
};

use crate::{
    components::{Backlink, Button, Form, Link, SummaryList, SummaryRow},
    form::FormState,
    pages::{
        Page,
        words::{say_moment, say_ways, say_week},
        your_choice,
    },
    t,
};

/// At the top of home and of contact, as long as a change can be undone: whoever picked up the phone may have made it.
pub fn was_changed(state: &State, now: Now) -> Option<AnyView> {
    let (held, stands) = (state.earlier_contact(), state.contact_details());
    let latest = held.to_put_back(&stands, now.at).next()?;
    let when = say_moment(latest.until);
    Some(view! { <p>{t!("earlier-changed", when = when)} " " <Link href="/contact/earlier" label=t!("earlier-see") /></p> }.into_any())
}

/// What can be put back, the latest first.
pub fn earlier<'a>(state: &'a State, now: Now, form: &'a FormState) -> Page<'a> {
    Page::new("earlier-title", move || {
        let (held, stands) = (state.earlier_contact(), state.contact_details());
        let each = held.to_put_back(&stands, now.at).map(|one| put_back(state, one, form)).collect::<Vec<_>>();
        let none = each.is_empty().then(|| view! { <p>{t!("earlier-none")}</p> });
        view! {
            <Backlink href="/contact" />
            {form.problems(|| ().into_any())}
            <h1>{t!("earlier-title")}</h1>
            {your_choice()}
            <p>{t!("earlier-what")}</p>
            <p>{t!("earlier-told")}</p>
            <h2>{t!("earlier-now")}</h2>
            <SummaryList rows=rows(&stands) />
            {none}
            {each}
        }
        .into_any()
    })
}

fn put_back(state: &State, one: &Earlier, form: &FormState) -> AnyView {
    let (when, kept) = (say_moment(one.until), say_moment(one.kept_until()));
    let until = one.until.to_string();
    view! {
        <section class="panel stack">
            <h2>{t!("earlier-until", when = when.clone())}</h2>
            <SummaryList rows=rows(&one.details) />
            <p>{t!("earlier-kept", when = kept)}</p>
            <Form class="actions" bare=true version=form.version(state.version_of(Kind::EarlierContact))>
                <input type="hidden" name="until" value=until />
                <Button label=t!("earlier-put-back") about=t!("earlier-put-back-about", when = when) />
            </Form>
        </section>
    }
    .into_any()
}

/// How, with which numbers and addresses, when, and whether anything was said about safe contact.
fn rows(details: &Details) -> Vec<SummaryRow> {
    let Details { ways, safe } = details;
    let given = ways.ways.iter().filter_map(|way| way.detail.as_ref()).map(ToString::to_string);
    let how = [say_ways(ways)].into_iter().chain(given).collect::<Vec<_>>().join(" · ");
    let hours = if ways.hours.is_empty() { t!("ways-any-time") } else { say_week(&ways.hours) };
    vec![
        SummaryRow::new(t!("ways-term"), how),
        SummaryRow::new(t!("ways-hours-term"), hours),
        SummaryRow::new(t!("safe-term"), count_safe(safe)),
    ]
}

/// How much was said about safe contact, and not what: someone else may be looking at the screen.
pub(super) fn count_safe(safe: &Safe) -> String {
    match safe.rules.len() + usize::from(safe.word.is_some()) + usize::from(safe.avoid.is_some()) {
        0 => t!("safe-not-said"),
        count => t!("safe-said", count = count),
    }
}
